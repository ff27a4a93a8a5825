package io.github.parleyinterop;

import java.time.Duration;

/** Decides of one stream whether and when it is opened again. Its owner guards it with a lock. */
final class Reconnects {
    private final RetryPolicy policy;
    private final Credential credential;
    private int failures;
    private boolean established;
    private boolean renewed;

    Reconnects(Invoker invoker) {
        this.policy = invoker.retry;
        this.credential = invoker.connection.credential;
    }

    /** Notes that the broker has answered. */
    void progress() {
        failures = 0;
        established = true;
        renewed = false;
    }

    /**
     * Returns the nanoseconds to wait before the stream is opened again; negative if it has ended for good. A stream that the broker has
     * answered once is opened again however long that takes.
     */
    long delayAfter(ParleyException cause, String token) {
        if (isExpiry(cause)) {
            boolean again = !renewed && credential.renew(token);
            renewed = true;
            return again ? 0 : -1;
        }
        failures++;
        boolean may = Attempts.mayRepeat(cause) || established && isBroken(cause);
        if (!may || !established && failures >= policy.maxAttempts()) {
            return -1;
        }
        return Math.max(
                policy.backoffNanos(failures),
                cause.retryDelay().map(Duration::toNanos).orElse(0L));
    }

    private static boolean isExpiry(ParleyException cause) {
        return Attempts.isExpiry(cause)
                || cause instanceof AccessLostException lost && lost.cause().equals("TOKEN_EXPIRED");
    }

    /** Reports whether it was the transport that failed: then the broker gave no reason. */
    private static boolean isBroken(ParleyException cause) {
        return cause.reasonText().isEmpty()
                && switch (cause.code()) {
                    case INTERNAL, UNKNOWN, CANCELLED -> true;
                    default -> false;
                };
    }
}
