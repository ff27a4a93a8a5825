package io.github.parleyinterop;

/** The call was cancelled. Where it writes, it may have happened. */
public final class CancelledException extends ParleyException {
    private static final long serialVersionUID = 1;

    CancelledException(Failure failure) {
        super(failure);
    }
}
