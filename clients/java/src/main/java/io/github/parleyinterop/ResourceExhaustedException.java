package io.github.parleyinterop;

/** A rate or a quota is used up; {@link #retryDelay} says when to try again, where that helps. */
public final class ResourceExhaustedException extends ParleyException {
    private static final long serialVersionUID = 1;

    ResourceExhaustedException(Failure failure) {
        super(failure);
    }
}
