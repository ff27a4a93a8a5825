package io.github.parleyinterop;

/** The state of things does not allow that; the reason says what has to change first. */
public final class FailedPreconditionException extends ParleyException {
    private static final long serialVersionUID = 1;

    FailedPreconditionException(Failure failure) {
        super(failure);
    }
}
