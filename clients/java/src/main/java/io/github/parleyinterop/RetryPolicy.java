package io.github.parleyinterop;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and how fast a call is tried again. Only what the contract allows is ever tried again: methods that are declared
 * idempotent or free of side effects, and those with an idempotency key, after {@code UNAVAILABLE}, and after {@code ABORTED} or
 * {@code RESOURCE_EXHAUSTED} where the broker says when; all within the deadline of the call. Policies are immutable.
 *
 * @param maxAttempts how often a call is tried in all, the first time included: 1 or more
 * @param initialBackoff the longest wait before the second try, above zero
 * @param maxBackoff the longest wait before any try, unless the broker asks for more
 * @param multiplier how much longer each wait may be than the one before, 1 or more
 */
public record RetryPolicy(int maxAttempts, Duration initialBackoff, Duration maxBackoff, double multiplier) {
    /** 5 tries; 100 ms, growing by 1.6 up to 5 s. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(5, Duration.ofMillis(100), Duration.ofSeconds(5), 1.6);

    /** One try. Streams still resume. */
    public static final RetryPolicy NONE = DEFAULT.withMaxAttempts(1);

    /**
     * Checks the bounds.
     *
     * @param maxAttempts tries in all, 1 or more
     * @param initialBackoff the longest wait before the second try, above zero
     * @param maxBackoff the longest wait before any try
     * @param multiplier how much longer each wait may be than the one before, 1 or more
     */
    public RetryPolicy {
        Objects.requireNonNull(maxBackoff, "maxBackoff");
        if (maxAttempts < 1 || multiplier < 1 || initialBackoff.isNegative() || initialBackoff.isZero()) {
            throw new IllegalArgumentException(
                    "a retry policy has 1 attempt or more, a backoff above zero and a multiplier of 1 or more");
        }
    }

    /**
     * Returns the same policy with another number of tries.
     *
     * @param attempts tries in all, 1 or more
     * @return the policy
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        return new RetryPolicy(attempts, initialBackoff, maxBackoff, multiplier);
    }

    /** Returns a random wait in nanoseconds after so many failures, 1 or more: anything up to the bound, so that clients spread. */
    long backoffNanos(int failures) {
        double bound = initialBackoff.toNanos() * Math.pow(multiplier, failures - 1);
        return (long) (ThreadLocalRandom.current().nextDouble() * Math.min(bound, maxBackoff.toNanos()));
    }
}
