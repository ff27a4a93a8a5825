package io.github.parleyinterop;

/** What was to be made is there already. */
public final class AlreadyExistsException extends ParleyException {
    private static final long serialVersionUID = 1;

    AlreadyExistsException(Failure failure) {
        super(failure);
    }
}
