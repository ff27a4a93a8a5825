package io.github.parleyinterop;

/** A position is outside of what there is. */
public sealed class OutOfRangeException extends ParleyException permits CursorExpiredException {
    private static final long serialVersionUID = 1;

    OutOfRangeException(Failure failure) {
        super(failure);
    }
}
