package io.github.parleyinterop;

/**
 * The deadline has passed. Where the call writes, it may have happened: repeat it with the same idempotency key to
 * find out.
 */
public final class DeadlineExceededException extends ParleyException {
    private static final long serialVersionUID = 1;

    DeadlineExceededException(Failure failure) {
        super(failure);
    }
}
