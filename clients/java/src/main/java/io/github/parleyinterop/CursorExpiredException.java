package io.github.parleyinterop;

import java.util.Optional;

/**
 * A stream cannot start at its cursor any more: what follows it is no longer kept, or it is of another history of the log, such
 * as before a restore. Read the state anew, and follow from now, or from {@link #oldestCursor}.
 */
public final class CursorExpiredException extends OutOfRangeException {
    private static final long serialVersionUID = 1;

    CursorExpiredException(Failure failure) {
        super(failure);
    }

    /**
     * Returns the oldest cursor that can still be followed from.
     *
     * @return the cursor; empty where the log has another history
     */
    public Optional<Cursor> oldestCursor() {
        return Optional.ofNullable(metadata().get("oldest_cursor")).map(Cursor::parse);
    }
}
