package io.github.parleyinterop;

import java.time.Duration;

/** Decides of one stream whether and when it is opened again. Its owner guards it with a lock. */
final class Reconnects {
    private final RetryPolicy policy;
    private final Credential credential;
    /** How long a stream may go without its first answer; null is for ever. */
    private final Duration patience;

    private Long openedAt;
    private int failures;
    private boolean established;
    private boolean renewed;

    Reconnects(Invoker invoker) {
        this.policy = invoker.retry;
        this.credential = invoker.connection.credential;
        this.patience = invoker.deadline;
    }

    /** Notes that the stream is being opened: the first time, its time to be answered begins. */
    void begin() {
        if (openedAt == null) {
            openedAt = System.nanoTime();
        }
    }

    /** Notes that the broker has answered. */
    void progress() {
        failures = 0;
        established = true;
        renewed = false;
    }

    /**
     * Returns the nanoseconds to wait before the stream is opened again; negative if it has ended for good. A stream that the broker has
     * answered once is opened again however long that takes; one that it never has, has as much time as a call.
     */
    long delayAfter(ParleyException cause, String token) {
        if (isExpiry(cause)) {
            boolean again = !renewed && credential.renew(token);
            renewed = true;
            return again ? 0 : -1;
        }
        if (!Attempts.mayRepeat(cause) && !isBroken(cause)) {
            return -1;
        }
        failures++;
        long delay = policy.backoffNanos(failures)
                + cause.retryDelay().map(Duration::toNanos).orElse(0L);
        return established || isInTime(delay) ? delay : -1;
    }

    private boolean isInTime(long delay) {
        return patience == null || System.nanoTime() - openedAt + delay < patience.toNanos();
    }

    private static boolean isExpiry(ParleyException cause) {
        return Attempts.isExpiry(cause)
                || cause instanceof AccessLostException lost && lost.cause().equals("TOKEN_EXPIRED");
    }

    /** Reports whether it was the way to the broker that failed: the broker itself gives a reason with each of these codes. */
    private static boolean isBroken(ParleyException cause) {
        return cause.reasonText().isEmpty()
                && switch (cause.code()) {
                    case INTERNAL, UNKNOWN, CANCELLED -> true;
                    default -> false;
                };
    }
}
