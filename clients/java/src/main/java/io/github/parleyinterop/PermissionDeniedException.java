package io.github.parleyinterop;

/** The caller may not do that; the reason says which rule forbids it. */
public sealed class PermissionDeniedException extends ParleyException permits AccessLostException {
    private static final long serialVersionUID = 1;

    PermissionDeniedException(Failure failure) {
        super(failure);
    }
}
