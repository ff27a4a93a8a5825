package rpc

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/protoadapt"
	"google.golang.org/protobuf/types/known/durationpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// domain is what every ErrorInfo of the broker says of where its reason is defined.
const domain = "parley"

// maxDetails bounds how many fields an answer names: an answer travels in header fields, which proxies keep small.
const maxDetails = 16

// retryStorage is the advice to those whom the storage failed.
const retryStorage = time.Second

// toStatus is the one place where an error becomes a status. A cause is never shown: what has no reason becomes INTERNAL with
// an incident id under which the logger has it.
func toStatus(ctx context.Context, logger *slog.Logger, err error) *status.Status {
	var refused *reason.Error
	if errors.As(err, &refused) {
		logCause(ctx, logger, refused)
		return refusal(refused)
	}
	if failure := foreign(err); failure != nil {
		logCause(ctx, logger, failure)
		return refusal(failure)
	}
	// grpc-go itself says why a stream broke or a message was too large, and its own errors know nothing secret.
	if s, ok := status.FromError(err); ok && !isBroken(s.Code()) {
		return s
	}
	incident := strings.ToLower(rand.Text())
	logger.ErrorContext(ctx, "request failed", "incident", incident, "error", err)
	return refusal(reason.New(typev1.Reason_REASON_INTERNAL, "the broker found a fault of its own: its log has it under incident %s", incident).With("incident", incident))
}

// isBroken reports whether a code admits a fault, whose text is for the log only.
func isBroken(c codes.Code) bool {
	return c == codes.Internal || c == codes.Unknown || c == codes.DataLoss
}

// logCause logs what a refusal does not show. What callers bring about by themselves is not worth a warning.
func logCause(ctx context.Context, logger *slog.Logger, e *reason.Error) {
	if e.Cause == nil {
		return
	}
	level := slog.LevelDebug
	if code(e) == codes.Unavailable || code(e) == codes.ResourceExhausted || code(e) == codes.Internal {
		level = slog.LevelWarn
	}
	logger.Log(ctx, level, "request refused", "reason", reason.Name(e.Reason), "error", e.Cause)
}

// foreign gives a reason to the errors of the store, of contexts and of methods that are not served; nil for any other.
func foreign(err error) *reason.Error {
	for _, f := range foreigners {
		if errors.Is(err, f.err) {
			return reason.New(f.reason, "%s", f.message).Retry(f.retry).Because(err)
		}
	}
	switch status.Code(err) {
	case codes.Canceled:
		return reason.New(typev1.Reason_REASON_CANCELLED, "%s", cancelled)
	case codes.DeadlineExceeded:
		return reason.New(typev1.Reason_REASON_DEADLINE_EXCEEDED, "%s", late)
	case codes.Unimplemented:
		return reason.New(typev1.Reason_REASON_NOT_IMPLEMENTED, "this version of the broker does not serve the method")
	default:
		return nil
	}
}

const (
	cancelled = "the caller cancelled the request; where it writes, it may have happened"
	late      = "the deadline of the request passed; where it writes, it may have happened"
)

// foreigners are in the order in which they are looked for: an uncertain commit stays uncertain whatever its cause.
var foreigners = []struct {
	err     error
	reason  typev1.Reason
	message string
	retry   time.Duration
}{
	{store.ErrUncertain, typev1.Reason_REASON_OUTCOME_UNKNOWN, "the commit may or may not have happened: retry with the same idempotency key to find out", retryStorage},
	{store.ErrFull, typev1.Reason_REASON_STORAGE_FULL, "the storage has no room left; nothing happened, and reads go on", 0},
	{store.ErrUnavailable, typev1.Reason_REASON_STORAGE_UNAVAILABLE, "the storage cannot be reached; nothing happened", retryStorage},
	{store.ErrClosed, typev1.Reason_REASON_DRAINING, "the broker is shutting down; nothing happened", retryStorage},
	{store.ErrTooLarge, typev1.Reason_REASON_INVALID_FIELD, "the request is too large to be stored; nothing happened: split it", 0},
	{context.Canceled, typev1.Reason_REASON_CANCELLED, cancelled, 0},
	{context.DeadlineExceeded, typev1.Reason_REASON_DEADLINE_EXCEEDED, late, 0},
}

func code(e *reason.Error) codes.Code { return codes.Code(reason.Code(e.Reason)) }

// refusal is the status of a refusal, with the details that it calls for.
func refusal(e *reason.Error) *status.Status {
	details := []protoadapt.MessageV1{&errdetails.ErrorInfo{Reason: reason.Name(e.Reason), Domain: domain, Metadata: e.Metadata}}
	if len(e.Fields) > 0 {
		details = append(details, badRequest(e.Fields))
	}
	if e.RetryAfter > 0 {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(e.RetryAfter)})
	}
	if code(e) == codes.FailedPrecondition {
		details = append(details, &errdetails.PreconditionFailure{Violations: []*errdetails.PreconditionFailure_Violation{
			{Type: reason.Name(e.Reason), Description: e.Message},
		}})
	}
	plain := status.New(code(e), strings.ToValidUTF8(e.Message, "\uFFFD"))
	if detailed, err := plain.WithDetails(details...); err == nil {
		return detailed
	}
	return plain
}

func badRequest(fields []reason.Field) *errdetails.BadRequest {
	detail := &errdetails.BadRequest{}
	for _, f := range fields[:min(len(fields), maxDetails)] {
		detail.FieldViolations = append(detail.FieldViolations, &errdetails.BadRequest_FieldViolation{Field: f.Path, Description: f.Message})
	}
	return detail
}
