package io.github.parleyinterop;

import io.github.parleyinterop.type.v1.CommunicationIdentifier;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names one party of either world. Two identifiers are the same party exactly if their raw ids are equal.
 *
 * <p>Each record checks what it is made of, so an identifier that exists is well formed; GUIDs are lowered. What a newer
 * broker may send is kept as {@link Unknown}.
 *
 * <pre>{@code
 * Identifier tess = Identifier.parse("8:orgid:11111111-1111-4111-8111-111111111111");
 * if (tess instanceof Identifier.TeamsUser user) {
 *     System.out.println(user.userId() + " in " + user.cloud());
 * }
 * }</pre>
 */
public sealed interface Identifier {
    /** The longest raw id, in bytes of UTF-8. */
    int MAX_BYTES = 256;

    /**
     * Returns the canonical text, for example {@code 8:orgid:11111111-1111-4111-8111-111111111111}.
     *
     * @return at most {@link #MAX_BYTES} bytes
     */
    String rawId();

    /**
     * Returns the message for the fields of requests. It carries the raw id alone, which is enough.
     *
     * @return the message
     */
    default CommunicationIdentifier toProto() {
        return CommunicationIdentifier.newBuilder().setRawId(rawId()).build();
    }

    /**
     * Reads a raw id.
     *
     * @param rawId what the broker calls {@code raw_id}, 1 to {@link #MAX_BYTES} bytes
     * @return the party; {@link Unknown} where the prefix is of no known kind
     * @throws InvalidIdentifierException if the text is empty or too long, or a known prefix has a malformed rest
     */
    static Identifier parse(String rawId) {
        int bytes = rawId.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_BYTES) {
            throw new InvalidIdentifierException("a raw id has 1 to " + MAX_BYTES + " bytes, this one has " + bytes);
        }
        if (rawId.startsWith("8:acs:")) {
            return parseUser(rawId);
        }
        for (Cloud cloud : Cloud.values()) {
            String user = cloud.prefix(8);
            String application = cloud.prefix(28);
            if (rawId.startsWith(user)) {
                return new TeamsUser(rawId.substring(user.length()), cloud, false);
            }
            if (rawId.startsWith(application)) {
                return new VoiceApplication(rawId.substring(application.length()), cloud);
            }
        }
        if (rawId.startsWith("8:teamsvisitor:")) {
            return new TeamsUser(rawId.substring("8:teamsvisitor:".length()), Cloud.PUBLIC, true);
        }
        return rawId.startsWith("4:") ? new PhoneNumber(rawId.substring(2)) : new Unknown(rawId);
    }

    private static CommunicationUser parseUser(String rawId) {
        String[] parts = rawId.substring("8:acs:".length()).split("_", 2);
        if (parts.length < 2) {
            throw new InvalidIdentifierException(
                    "\"" + rawId + "\" is malformed: after 8:acs: comes <resource GUID>_<user GUID>");
        }
        return new CommunicationUser(parts[0], parts[1]);
    }

    /**
     * Reads an identifier of a response.
     *
     * @param message what the broker sent; its raw id is always set
     * @return the party
     * @throws InvalidIdentifierException if the raw id is malformed, which a broker never sends
     */
    static Identifier of(CommunicationIdentifier message) {
        return parse(message.getRawId());
    }

    /** The separate clouds of the tenants' world. */
    enum Cloud {
        /** The public cloud. */
        PUBLIC("orgid"),
        /** The GCC High cloud. */
        GCCH("gcch"),
        /** The DoD cloud. */
        DOD("dod");

        private final String name;

        Cloud(String name) {
            this.name = name;
        }

        private String prefix(int kind) {
            return kind + ":" + name + ":";
        }
    }

    /**
     * A bring-your-own-identity user of a resource, {@code 8:acs:<resource>_<user>}.
     *
     * @param resourceId the GUID of the resource
     * @param userId the GUID of the user within it
     */
    record CommunicationUser(String resourceId, String userId) implements Identifier {
        /**
         * Checks and lowers both GUIDs.
         *
         * @param resourceId the GUID of the resource
         * @param userId the GUID of the user within it
         */
        public CommunicationUser {
            resourceId = Form.guid(resourceId, "the resource of a communication user");
            userId = Form.guid(userId, "the id of a communication user");
        }

        @Override
        public String rawId() {
            return "8:acs:" + resourceId + "_" + userId;
        }
    }

    /**
     * A user of a tenant, {@code 8:orgid:<object id>} in the public cloud, or a visitor without an account, {@code
     * 8:teamsvisitor:<id>}.
     *
     * @param userId the object id, a GUID; of a visitor 1 to 128 letters, digits and {@code . _ ~ : -}
     * @param cloud where the user lives; of a visitor always {@link Cloud#PUBLIC}
     * @param anonymous whether it is a visitor
     */
    record TeamsUser(String userId, Cloud cloud, boolean anonymous) implements Identifier {
        /**
         * Checks the id, and lowers a GUID.
         *
         * @param userId the object id, or the id of a visitor
         * @param cloud where the user lives
         * @param anonymous whether it is a visitor
         */
        public TeamsUser {
            if (!anonymous) {
                userId = Form.guid(userId, "the object id of a Teams user");
            } else if (!Form.VISITOR.matcher(userId).matches() || cloud != Cloud.PUBLIC) {
                throw new InvalidIdentifierException("\"" + userId
                        + "\" is no visitor: it has 1 to 128 letters, digits and . _ ~ : - in the public cloud");
            }
        }

        /**
         * Names a user of the public cloud.
         *
         * @param userId the object id, a GUID
         */
        public TeamsUser(String userId) {
            this(userId, Cloud.PUBLIC, false);
        }

        @Override
        public String rawId() {
            return (anonymous ? "8:teamsvisitor:" : cloud.prefix(8)) + userId;
        }
    }

    /**
     * A call queue or an auto attendant of a tenant, {@code 28:orgid:<app id>} in the public cloud.
     *
     * @param appId the GUID of the application
     * @param cloud where it lives
     */
    record VoiceApplication(String appId, Cloud cloud) implements Identifier {
        /**
         * Checks and lowers the GUID.
         *
         * @param appId the GUID of the application
         * @param cloud where it lives
         */
        public VoiceApplication {
            appId = Form.guid(appId, "the id of a voice application");
        }

        /**
         * Names an application of the public cloud.
         *
         * @param appId the GUID of the application
         */
        public VoiceApplication(String appId) {
            this(appId, Cloud.PUBLIC);
        }

        @Override
        public String rawId() {
            return cloud.prefix(28) + appId;
        }
    }

    /**
     * A number of the public telephone network, {@code 4:+15551234567}.
     *
     * @param number the number in E.164 form, with its plus sign
     */
    record PhoneNumber(String number) implements Identifier {
        /**
         * Checks the form.
         *
         * @param number the number in E.164 form
         */
        public PhoneNumber {
            if (!Form.E164.matcher(number).matches()) {
                throw new InvalidIdentifierException(
                        "\"" + number + "\" is no number in E.164 form, such as +15551234567");
            }
        }

        @Override
        public String rawId() {
            return "4:" + number;
        }
    }

    /**
     * A party of a kind that this version of the client does not know.
     *
     * @param rawId the text as it came
     */
    record Unknown(String rawId) implements Identifier {}
}

/** What the parts of raw ids look like. */
final class Form {
    static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    static final Pattern VISITOR = Pattern.compile("[A-Za-z0-9._~:-]{1,128}");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Form() {}

    static String guid(String text, String what) {
        if (!GUID.matcher(text).matches()) {
            throw new InvalidIdentifierException("\"" + text + "\" is malformed: " + what + " is a GUID");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
