package io.github.parleyinterop;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.github.parleyinterop.type.v1.Reason;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is known of a failed call: the status with its details, read once. */
record Failure(
        Status.Code code,
        String reasonText,
        String message,
        Throwable cause,
        Map<String, String> metadata,
        List<ParleyException.FieldViolation> violations,
        Optional<Duration> retryDelay,
        Optional<String> requestId) {

    private static final Metadata.Key<String> REQUEST_ID =
            Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

    /** The {@code domain} of the broker's ErrorInfo. */
    private static final String DOMAIN = "parley";

    /** Reads a status and its trailers, which may be null. */
    static ParleyException read(Status status, Metadata trailers, String method, String address) {
        com.google.rpc.Status proto = StatusProto.fromStatusAndTrailers(status, trailers);
        Failure plain = read(proto, status.getCause(), trailers == null ? null : trailers.get(REQUEST_ID));
        return plain.reasonText.isEmpty()
                ? plain.explained(status, method, address).exception()
                : plain.exception();
    }

    /** Reads the status that stands in an answer. */
    static ParleyException read(com.google.rpc.Status proto) {
        return read(proto, null, null).exception();
    }

    /** Describes what the client finds by itself. */
    static ParleyException local(Status.Code code, String message, Throwable cause) {
        return new Failure(code, "", message, cause, Map.of(), List.of(), Optional.empty(), Optional.empty())
                .exception();
    }

    private static Failure read(com.google.rpc.Status proto, Throwable cause, String requestId) {
        Optional<ErrorInfo> info =
                detail(proto, ErrorInfo.class).filter(i -> i.getDomain().equals(DOMAIN));
        return new Failure(
                Status.fromCodeValue(proto.getCode()).getCode(),
                info.map(ErrorInfo::getReason).orElse(""),
                proto.getMessage(),
                cause,
                info.map(ErrorInfo::getMetadataMap).orElse(Map.of()),
                detail(proto, BadRequest.class).map(Failure::violations).orElse(List.of()),
                detail(proto, RetryInfo.class).map(r -> duration(r.getRetryDelay())),
                Optional.ofNullable(requestId));
    }

    private static <T extends Message> Optional<T> detail(com.google.rpc.Status proto, Class<T> type) {
        for (Any any : proto.getDetailsList()) {
            if (any.is(type)) {
                try {
                    return Optional.of(any.unpack(type));
                } catch (InvalidProtocolBufferException damaged) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static List<ParleyException.FieldViolation> violations(BadRequest bad) {
        return bad.getFieldViolationsList().stream()
                .map(v -> new ParleyException.FieldViolation(v.getField(), v.getDescription()))
                .toList();
    }

    private static Duration duration(com.google.protobuf.Duration d) {
        return Duration.ofSeconds(d.getSeconds(), d.getNanos());
    }

    Reason reason() {
        if (reasonText.isEmpty()) {
            return Reason.REASON_UNSPECIFIED;
        }
        try {
            return Reason.valueOf("REASON_" + reasonText);
        } catch (IllegalArgumentException newer) {
            return Reason.UNRECOGNIZED;
        }
    }

    private Failure saying(String text) {
        return new Failure(code, reasonText, text, cause, metadata, violations, retryDelay, requestId);
    }

    /** Adds what to do, where the failure is not of the broker's making. */
    private Failure explained(Status status, String method, String address) {
        return switch (code) {
            case UNAVAILABLE -> saying(Reachability.explain(status, address));
            case UNIMPLEMENTED ->
                saying("the broker at " + address + " has no method " + method
                        + ": its version is older than this client's (" + Version.CURRENT
                        + "); update the broker, or use a client of its version");
            case DEADLINE_EXCEEDED -> saying(method + " has taken longer than its deadline: " + message);
            default -> this;
        };
    }

    private ParleyException exception() {
        switch (reason()) {
            case REASON_ACCESS_LOST:
                return new AccessLostException(this);
            case REASON_CURSOR_EXPIRED, REASON_CURSOR_EPOCH:
                return new CursorExpiredException(this);
            default:
                return ofCode().apply(this);
        }
    }

    private Function<Failure, ParleyException> ofCode() {
        return switch (code) {
            case NOT_FOUND -> NotFoundException::new;
            case PERMISSION_DENIED -> PermissionDeniedException::new;
            case UNAUTHENTICATED -> UnauthenticatedException::new;
            case INVALID_ARGUMENT -> InvalidArgumentException::new;
            case ALREADY_EXISTS -> AlreadyExistsException::new;
            case FAILED_PRECONDITION -> FailedPreconditionException::new;
            case ABORTED -> AbortedException::new;
            case RESOURCE_EXHAUSTED -> ResourceExhaustedException::new;
            case OUT_OF_RANGE -> OutOfRangeException::new;
            case UNAVAILABLE -> UnavailableException::new;
            case DEADLINE_EXCEEDED -> DeadlineExceededException::new;
            case CANCELLED -> CancelledException::new;
            case UNIMPLEMENTED -> UnimplementedException::new;
            case INTERNAL -> InternalException::new;
            default -> ParleyException::new;
        };
    }
}

/** Says why a broker cannot be reached, and what to do about it. */
final class Reachability {
    private Reachability() {}

    static String explain(Status status, String address) {
        String trace = trace(status);
        String start = "cannot reach the broker at " + address + ": ";
        if (trace.contains("NotSslRecordException") || trace.contains("not an SSL/TLS record")) {
            return start + "it speaks plaintext, and this client speaks TLS: build the client with plaintext()";
        }
        if (trace.contains("PKIX") || trace.contains("CertificateException") || trace.contains("CertPath")) {
            return start + "its certificate is not trusted: build the client with trust(<file of the authority>); "
                    + deepest(status);
        }
        if (trace.contains("SSLHandshake") || trace.contains("No name matching")) {
            return start + "the TLS handshake failed, perhaps because of its certificate: " + deepest(status);
        }
        if (trace.contains("First received frame was not SETTINGS")) {
            return start + "it does not speak HTTP/2 in plaintext: if it serves TLS, build the client with tls()";
        }
        if (trace.contains("Connection refused")) {
            return start + "nothing listens there (connection refused): start the broker, or mend the address";
        }
        if (trace.contains("UnknownHostException") || trace.contains("Unable to resolve host")) {
            return start + "there is no such host: mend the address";
        }
        return start + deepest(status)
                + "; if it serves TLS, build the client with tls(), and if it serves plaintext, with plaintext()";
    }

    private static String trace(Status status) {
        StringBuilder text = new StringBuilder(String.valueOf(status.getDescription()));
        for (Throwable t = status.getCause(); t != null; t = t.getCause()) {
            text.append('\n').append(t);
        }
        return text.toString();
    }

    private static String deepest(Status status) {
        String text = String.valueOf(status.getDescription());
        for (Throwable t = status.getCause(); t != null; t = t.getCause()) {
            if (t.getMessage() != null) {
                text = t.getMessage();
            }
        }
        return text;
    }
}
