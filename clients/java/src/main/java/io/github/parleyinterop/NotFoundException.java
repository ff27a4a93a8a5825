package io.github.parleyinterop;

/** What the request names is not there, or the caller may not see it. */
public final class NotFoundException extends ParleyException {
    private static final long serialVersionUID = 1;

    NotFoundException(Failure failure) {
        super(failure);
    }
}
