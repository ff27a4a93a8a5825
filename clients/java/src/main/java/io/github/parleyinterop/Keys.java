package io.github.parleyinterop;

import java.util.UUID;

/** Makes idempotency keys. */
final class Keys {
    private Keys() {}

    /**
     * Returns a key that nobody else makes, a UUIDv7. It begins with the time: keys that come in their order are cheap for the broker, whose
     * store would have to look among all the older ones for a key that is anywhere.
     */
    static String next() {
        return at(System.currentTimeMillis());
    }

    /** Returns a key of a time in milliseconds since 1970. */
    static String at(long millis) {
        UUID random = UUID.randomUUID();
        long high = millis << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff;
        return new UUID(high, random.getLeastSignificantBits()).toString();
    }
}
