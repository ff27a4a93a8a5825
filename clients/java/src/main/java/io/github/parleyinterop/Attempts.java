package io.github.parleyinterop;

import io.grpc.Deadline;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Decides of one logical call whether and when it is tried again. Not safe for use by several threads at a time. */
final class Attempts {
    private final RetryPolicy policy;
    private final boolean repeatable;
    private final Deadline deadline;
    private int failures;
    private boolean renewed;

    Attempts(RetryPolicy policy, boolean repeatable, Deadline deadline) {
        this.policy = policy;
        this.repeatable = repeatable;
        this.deadline = deadline;
    }

    /** Returns the nanoseconds to wait before the next try; negative if the failure is final. */
    long delayAfter(ParleyException failure, Credential credential, String token) {
        if (!repeatable) {
            return -1;
        }
        if (!renewed && isExpiry(failure) && credential.renew(token)) {
            renewed = true;
            return 0;
        }
        failures++;
        if (failures >= policy.maxAttempts() || !mayRepeat(failure)) {
            return -1;
        }
        long delay = policy.backoffNanos(failures)
                + failure.retryDelay().map(Duration::toNanos).orElse(0L);
        return deadline != null && delay >= deadline.timeRemaining(TimeUnit.NANOSECONDS) ? -1 : delay;
    }

    /** Reports whether the contract allows to repeat what failed so, if it allows to repeat the method. */
    static boolean mayRepeat(ParleyException failure) {
        return switch (failure.code()) {
            case UNAVAILABLE -> true;
            case ABORTED, RESOURCE_EXHAUSTED -> failure.retryDelay().isPresent();
            default -> false;
        };
    }

    /** Reports whether a fresh token may help. */
    static boolean isExpiry(ParleyException failure) {
        return failure.code() == Status.Code.UNAUTHENTICATED
                && failure.reasonText().equals("TOKEN_EXPIRED");
    }
}
