package io.github.parleyinterop;

/** The request breaks a rule; {@link #violations} has the fields where it is about fields. */
public final class InvalidArgumentException extends ParleyException {
    private static final long serialVersionUID = 1;

    InvalidArgumentException(Failure failure) {
        super(failure);
    }
}
