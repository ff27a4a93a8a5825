package io.github.parleyinterop.conformance;

import io.github.parleyinterop.AbortedException;
import io.github.parleyinterop.AccessLostException;
import io.github.parleyinterop.AlreadyExistsException;
import io.github.parleyinterop.CancelledException;
import io.github.parleyinterop.CursorExpiredException;
import io.github.parleyinterop.DeadlineExceededException;
import io.github.parleyinterop.FailedPreconditionException;
import io.github.parleyinterop.InternalException;
import io.github.parleyinterop.InvalidArgumentException;
import io.github.parleyinterop.InvalidIdentifierException;
import io.github.parleyinterop.NotFoundException;
import io.github.parleyinterop.OutOfRangeException;
import io.github.parleyinterop.ParleyException;
import io.github.parleyinterop.PermissionDeniedException;
import io.github.parleyinterop.ResourceExhaustedException;
import io.github.parleyinterop.UnauthenticatedException;
import io.github.parleyinterop.UnavailableException;
import io.github.parleyinterop.UnimplementedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/** The one shape of errors, found by the types of the layer. */
final class Problem {
    /** The more special types come before those that they extend. */
    private static final Map<Class<? extends Throwable>, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put(CursorExpiredException.class, "cursor_expired");
        TYPES.put(AccessLostException.class, "access_lost");
        TYPES.put(InvalidIdentifierException.class, "invalid_identifier");
        TYPES.put(NotFoundException.class, "not_found");
        TYPES.put(PermissionDeniedException.class, "permission_denied");
        TYPES.put(UnauthenticatedException.class, "unauthenticated");
        TYPES.put(InvalidArgumentException.class, "invalid_argument");
        TYPES.put(AlreadyExistsException.class, "already_exists");
        TYPES.put(FailedPreconditionException.class, "failed_precondition");
        TYPES.put(AbortedException.class, "aborted");
        TYPES.put(ResourceExhaustedException.class, "resource_exhausted");
        TYPES.put(OutOfRangeException.class, "out_of_range");
        TYPES.put(UnavailableException.class, "unavailable");
        TYPES.put(DeadlineExceededException.class, "deadline_exceeded");
        TYPES.put(CancelledException.class, "cancelled");
        TYPES.put(CancellationException.class, "cancelled");
        TYPES.put(UnimplementedException.class, "unimplemented");
        TYPES.put(InternalException.class, "internal");
        TYPES.put(ParleyException.class, "unknown");
    }

    private Problem() {}

    static Map<String, Object> describe(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type(cause));
        error.put("message", String.valueOf(cause.getMessage()));
        if (cause instanceof ParleyException failure) {
            error.put("code", failure.code().name());
            error.put("reason", failure.reasonText());
            error.put("metadata", failure.metadata());
            error.put("violations", failure.violations());
            failure.retryDelay().ifPresent(delay -> error.put("retry_delay_ms", delay.toMillis()));
        } else if (cause instanceof CancellationException) {
            error.put("code", "CANCELLED");
        } else if (type(cause).equals("protocol")) {
            cause.printStackTrace();
        }
        return error;
    }

    private static String type(Throwable cause) {
        for (Map.Entry<Class<? extends Throwable>, String> known : TYPES.entrySet()) {
            if (known.getKey().isInstance(cause)) {
                return known.getValue();
            }
        }
        return "protocol";
    }
}
