package io.github.parleyinterop;

/** The thing has changed since it was read: read it again, and repeat the change. */
public final class AbortedException extends ParleyException {
    private static final long serialVersionUID = 1;

    AbortedException(Failure failure) {
        super(failure);
    }
}
