package io.github.parleyinterop.conformance;

import io.github.parleyinterop.Identifier;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Identifiers as the protocol writes them. */
public final class Identifiers {
    private Identifiers() {}

    /**
     * Reads a raw id with the client's type.
     *
     * @param rawId the raw id
     * @return its kind, the fields that belong to it, and the raw id as the client prints it
     */
    public static Map<String, Object> describe(String rawId) {
        Identifier identifier = Identifier.parse(rawId);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("raw_id", identifier.rawId());
        if (identifier instanceof Identifier.CommunicationUser user) {
            fields.put("kind", "communication_user");
            fields.put("resource_id", user.resourceId());
            fields.put("user_id", user.userId());
        } else if (identifier instanceof Identifier.TeamsUser user) {
            fields.put("kind", "teams_user");
            fields.put("user_id", user.userId());
            fields.put("cloud", user.cloud().name().toLowerCase(Locale.ROOT));
            fields.put("is_anonymous", user.anonymous());
        } else if (identifier instanceof Identifier.VoiceApplication application) {
            fields.put("kind", "teams_voice_application");
            fields.put("app_id", application.appId());
            fields.put("cloud", application.cloud().name().toLowerCase(Locale.ROOT));
        } else if (identifier instanceof Identifier.PhoneNumber phone) {
            fields.put("kind", "phone_number");
            fields.put("value", phone.number());
        } else {
            fields.put("kind", "unknown");
        }
        return fields;
    }
}
