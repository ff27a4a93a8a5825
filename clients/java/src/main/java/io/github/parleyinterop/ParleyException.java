package io.github.parleyinterop;

import io.github.parleyinterop.type.v1.Reason;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call has failed. The subclasses stand for the gRPC codes, so that an application catches what it can handle; the reason
 * says exactly what it was.
 *
 * <pre>{@code
 * try {
 *     anna.chat().getThread("19:00000000000000000000000000000000@thread.v2");
 * } catch (NotFoundException e) {
 *     switch (e.reason()) {
 *         case REASON_THREAD_DELETED -> System.out.println("it was deleted");
 *         case REASON_THREAD_NOT_FOUND -> System.out.println("it was never there");
 *         default -> throw e;
 *     }
 * }
 * }</pre>
 *
 * <p>The futures of {@link ParleyAsyncClient} fail with these exceptions as well; {@code join} wraps them in a {@link
 * java.util.concurrent.CompletionException}.
 */
public sealed class ParleyException extends RuntimeException
        permits NotFoundException,
                PermissionDeniedException,
                UnauthenticatedException,
                InvalidArgumentException,
                AlreadyExistsException,
                FailedPreconditionException,
                AbortedException,
                ResourceExhaustedException,
                OutOfRangeException,
                UnavailableException,
                DeadlineExceededException,
                CancelledException,
                UnimplementedException,
                InternalException {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    ParleyException(Failure failure) {
        super(failure.message(), failure.cause());
        this.failure = failure;
    }

    /**
     * A field of a request that breaks its rule.
     *
     * @param field the path of the field, such as {@code participants[0].identifier}
     * @param description what is wrong with it
     */
    public record FieldViolation(String field, String description) {}

    /**
     * Returns the gRPC code.
     *
     * @return never {@code OK}
     */
    public final Status.Code code() {
        return failure.code();
    }

    /**
     * Returns the machine-readable cause, which is part of the contract.
     *
     * @return {@link Reason#REASON_UNSPECIFIED} where the client or the transport failed and not the broker; {@link
     *     Reason#UNRECOGNIZED} where the broker is newer than this client, then {@link #reasonText} has the text
     */
    public final Reason reason() {
        return failure.reason();
    }

    /**
     * Returns the cause as the broker wrote it, for example {@code THREAD_NOT_FOUND}.
     *
     * @return the text, empty if there is none
     */
    public final String reasonText() {
        return failure.reasonText();
    }

    /**
     * Returns what the broker says besides, such as the thread that was not found.
     *
     * @return names and values, often empty
     */
    public final Map<String, String> metadata() {
        return failure.metadata();
    }

    /**
     * Returns the fields of the request that break their rules.
     *
     * @return the violations, empty where it is not about fields
     */
    public final List<FieldViolation> violations() {
        return failure.violations();
    }

    /**
     * Returns how long to wait at least before trying again.
     *
     * @return the delay, empty where the broker gave none
     */
    public final Optional<Duration> retryDelay() {
        return failure.retryDelay();
    }

    /**
     * Returns the id to look for in the log of the broker.
     *
     * @return the id, empty where the broker gave none
     */
    public final Optional<String> requestId() {
        return failure.requestId();
    }
}
