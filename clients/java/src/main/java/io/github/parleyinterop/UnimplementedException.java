package io.github.parleyinterop;

/** This broker does not serve that; often it is of an older version than the client. */
public final class UnimplementedException extends ParleyException {
    private static final long serialVersionUID = 1;

    UnimplementedException(Failure failure) {
        super(failure);
    }
}
