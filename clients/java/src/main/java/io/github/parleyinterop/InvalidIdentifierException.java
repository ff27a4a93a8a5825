package io.github.parleyinterop;

/** A text is no identifier. The client finds that by itself; nothing was sent. */
public final class InvalidIdentifierException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidIdentifierException(String message) {
        super(message);
    }
}
