package io.github.parleyinterop;

/** The credential is missing, malformed, revoked or expired, or its provider has failed. */
public final class UnauthenticatedException extends ParleyException {
    private static final long serialVersionUID = 1;

    UnauthenticatedException(Failure failure) {
        super(failure);
    }
}
