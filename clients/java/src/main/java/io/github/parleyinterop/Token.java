package io.github.parleyinterop;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access token and when it expires.
 *
 * @param value the token, as it stands in the metadata after {@code Bearer }; a secret
 * @param expireTime when it expires; empty if it never does, or nobody knows
 */
public record Token(String value, Optional<Instant> expireTime) {
    private static final Pattern EXPIRY = Pattern.compile("\"exp\"\\s*:\\s*([0-9]{1,12})");

    /**
     * Takes a token whose expiry stands in it, as in every JWT of the broker.
     *
     * @param value the token
     * @return the token with its expiry; without one, if it cannot be read
     */
    public static Token of(String value) {
        return new Token(value, expiry(value));
    }

    /**
     * Takes a token whose expiry is known from elsewhere.
     *
     * @param value the token
     * @param expireTime when it expires
     * @return the token
     */
    public static Token of(String value, Instant expireTime) {
        return new Token(value, Optional.of(expireTime));
    }

    /**
     * Takes the token of a response of {@code IdentityService}.
     *
     * @param issued what the broker has issued
     * @return the token with its expiry
     */
    public static Token of(io.github.parleyinterop.identity.v1.AccessToken issued) {
        var time = issued.getExpireTime();
        return of(issued.getToken(), Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
    }

    /** Reads the claim {@code exp} without checking the signature, which is the broker's business. */
    private static Optional<Instant> expiry(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            Matcher found = EXPIRY.matcher(claims);
            return found.find() ? Optional.of(Instant.ofEpochSecond(Long.parseLong(found.group(1)))) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noJwt) {
            return Optional.empty();
        }
    }

    /** Says when it expires, and not what it is. */
    @Override
    public String toString() {
        return "Token[expireTime=" + expireTime.map(Instant::toString).orElse("unknown") + "]";
    }
}
