package io.github.parleyinterop;

import com.google.protobuf.ByteString;
import java.util.Base64;
import java.util.Objects;

/**
 * A position in what a subscriber may see. A stream that starts after it repeats nothing and loses nothing.
 *
 * <p>What is in it is the broker's business. Keep its text, and give it to the same caller with the same filter. Cursors are
 * immutable.
 */
public final class Cursor {
    private final ByteString bytes;

    private Cursor(ByteString bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the cursor of a response.
     *
     * @param bytes the field {@code cursor} of the response, not empty
     * @return the cursor
     * @throws IllegalArgumentException if there are no bytes
     */
    public static Cursor of(ByteString bytes) {
        if (bytes.isEmpty()) {
            throw new IllegalArgumentException("a cursor has at least one byte; a stream without one starts now");
        }
        return new Cursor(bytes);
    }

    /**
     * Reads what {@link #toString} has written.
     *
     * @param text base64url, with or without padding
     * @return the cursor
     * @throws IllegalArgumentException if the text is empty or no base64url
     */
    public static Cursor parse(String text) {
        return of(ByteString.copyFrom(Base64.getUrlDecoder().decode(text)));
    }

    /**
     * Returns the bytes for the field {@code cursor} of a request.
     *
     * @return at least one byte
     */
    public ByteString bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && bytes.equals(cursor.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bytes);
    }

    /** Returns the cursor in base64url without padding, as it is best kept. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
