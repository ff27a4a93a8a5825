package io.github.parleyinterop;

/** The broker or the transport has found a fault of its own. */
public final class InternalException extends ParleyException {
    private static final long serialVersionUID = 1;

    InternalException(Failure failure) {
        super(failure);
    }
}
