package parley

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// What an error is, for errors.Is. A deadline that has passed is context.DeadlineExceeded, and what was cancelled is
// context.Canceled.
var (
	// ErrNotFound is the absence of what was named, or of the right to see it.
	ErrNotFound = errors.New("not found")
	// ErrAlreadyExists is a name or an id that is taken.
	ErrAlreadyExists = errors.New("already exists")
	// ErrPermissionDenied is a refusal by rights or by policy.
	ErrPermissionDenied = errors.New("permission denied")
	// ErrUnauthenticated is a credential that the broker does not take, or that a provider could not get.
	ErrUnauthenticated = errors.New("unauthenticated")
	// ErrInvalidArgument is a request that breaks a rule of the contract.
	ErrInvalidArgument = errors.New("invalid argument")
	// ErrFailedPrecondition is a request that does not fit the state of things.
	ErrFailedPrecondition = errors.New("failed precondition")
	// ErrAborted is a collision with another change.
	ErrAborted = errors.New("aborted")
	// ErrResourceExhausted is a rate, a quota or a size that was exceeded.
	ErrResourceExhausted = errors.New("resource exhausted")
	// ErrOutOfRange is a place that is not there.
	ErrOutOfRange = errors.New("out of range")
	// ErrUnavailable is a broker that cannot be reached or cannot serve now.
	ErrUnavailable = errors.New("unavailable")
	// ErrUnimplemented is a method that this broker does not have.
	ErrUnimplemented = errors.New("unimplemented")
	// ErrInternal is a fault of the broker or on the way to it.
	ErrInternal = errors.New("internal")

	// ErrCursorExpired is the end of a stream whose cursor cannot be resumed from: too old, or of another history of
	// the log. Start anew; what lies between is to be read by listing.
	ErrCursorExpired = errors.New("cursor expired")
	// ErrAccessLost is the end of a stream whose caller may not have it any more.
	ErrAccessLost = errors.New("access lost")

	// ErrInvalidIdentifier is a text that is no raw id.
	ErrInvalidIdentifier = errors.New("invalid identifier")
)

var kinds = map[codes.Code]error{
	codes.NotFound:           ErrNotFound,
	codes.AlreadyExists:      ErrAlreadyExists,
	codes.PermissionDenied:   ErrPermissionDenied,
	codes.Unauthenticated:    ErrUnauthenticated,
	codes.InvalidArgument:    ErrInvalidArgument,
	codes.FailedPrecondition: ErrFailedPrecondition,
	codes.Aborted:            ErrAborted,
	codes.ResourceExhausted:  ErrResourceExhausted,
	codes.OutOfRange:         ErrOutOfRange,
	codes.Unavailable:        ErrUnavailable,
	codes.Unimplemented:      ErrUnimplemented,
	codes.Internal:           ErrInternal,
	codes.DeadlineExceeded:   context.DeadlineExceeded,
	codes.Canceled:           context.Canceled,
}

// Error is why a call failed or a stream ended.
type Error struct {
	// Code is the status code.
	Code codes.Code
	// Reason is the machine-readable cause, a name of the contract's Reason without its REASON_ prefix, such as
	// THREAD_NOT_FOUND. It is empty where the error is not of the broker, and may be one that this version does not know.
	Reason string
	// Message is for people, and may change.
	Message string
	// Metadata has more of the cause, by keys that the contract names.
	Metadata map[string]string
	// Violations are the fields of the request that break their rules.
	Violations []Violation
	// RetryDelay is how long to wait at least before trying again; 0 where the broker did not say.
	RetryDelay time.Duration
	// RequestID is how the broker's log names the request; empty where the broker was not reached.
	RequestID string

	cause error
	// renewed is whether the credential that was refused can be had anew.
	renewed bool
}

// Violation is a field of a request that breaks its rule.
type Violation struct {
	// Field is its path, as in `participants[0].display_name`.
	Field string
	// Description says what the rule is.
	Description string
}

// Error returns the message with its code and reason.
func (e *Error) Error() string {
	what := e.Code.String()
	if e.Reason != "" {
		what += " " + e.Reason
	}
	return fmt.Sprintf("parley: %s (%s)", e.Message, what)
}

// Is reports whether the error is of a kind, such as ErrNotFound.
func (e *Error) Is(kind error) bool {
	switch kind {
	case ErrCursorExpired:
		return e.Reason == "CURSOR_EXPIRED" || e.Reason == "CURSOR_EPOCH"
	case ErrAccessLost:
		return e.Reason == "ACCESS_LOST"
	case ErrInvalidIdentifier:
		return e.Reason == "INVALID_IDENTIFIER"
	default:
		return kind == kinds[e.Code] && kind != nil
	}
}

// OldestCursor returns where a stream may start that cannot go on from its own cursor, for errors of kind [ErrCursorExpired]; nil where the
// broker did not say.
func (e *Error) OldestCursor() []byte {
	cursor, err := base64.RawURLEncoding.DecodeString(e.Metadata["oldest_cursor"])
	if err != nil || len(cursor) == 0 {
		return nil
	}
	return cursor
}

// Unwrap returns what a provider of tokens failed with; nil for errors of the broker.
func (e *Error) Unwrap() error { return e.cause }

// GRPCStatus returns the code and the message, for those who pass the error on over gRPC.
func (e *Error) GRPCStatus() *status.Status { return status.New(e.Code, e.Message) }

// ReasonOf returns the reason of an error for a switch; REASON_UNSPECIFIED for an error that has none, and for one that this
// version does not know (see Reason of [Error] for its text).
func ReasonOf(err error) typev1.Reason {
	if e, ok := errors.AsType[*Error](err); ok {
		return typev1.Reason(typev1.Reason_value["REASON_"+e.Reason])
	}
	return typev1.Reason_REASON_UNSPECIFIED
}

// passes reports whether the same request may succeed a little later.
func (e *Error) passes() bool {
	switch e.Code {
	case codes.Unavailable:
		return true
	case codes.Aborted, codes.ResourceExhausted:
		return e.RetryDelay > 0
	default:
		return false
	}
}

// tokenExpired reports whether a fresh token may be all that is missing.
func (e *Error) tokenExpired() bool {
	return e.Reason == "TOKEN_EXPIRED" || e.Reason == "ACCESS_LOST" && e.Metadata["cause"] == "TOKEN_EXPIRED"
}

// lost reports whether an error is of the way to the broker: the broker itself gives a reason with each of these codes.
func (e *Error) lost() bool {
	switch e.Code {
	case codes.Internal, codes.Unknown, codes.Canceled:
		return e.Reason == ""
	default:
		return false
	}
}

func isEnd(err error) bool { return err == io.EOF } //nolint:errorlint // gRPC returns it as it is.

// describe gives an error of a call its form. The trailer is what the call ended with.
func (l *layer) describe(m *method, err error, trailer metadata.MD) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	e := fromStatus(status.Convert(err))
	if ids := trailer.Get("x-request-id"); len(ids) > 0 {
		e.RequestID = ids[0]
	}
	if e.Reason == "" {
		e.Message = l.advice(m, e)
	}
	return e
}

func fromStatus(s *status.Status) *Error {
	e := &Error{Code: s.Code(), Message: s.Message()}
	for _, d := range s.Details() {
		switch d := d.(type) {
		case *errdetails.ErrorInfo:
			e.Reason, e.Metadata = d.GetReason(), d.GetMetadata()
		case *errdetails.BadRequest:
			for _, v := range d.GetFieldViolations() {
				e.Violations = append(e.Violations, Violation{Field: v.GetField(), Description: v.GetDescription()})
			}
		case *errdetails.RetryInfo:
			e.RetryDelay = d.GetRetryDelay().AsDuration()
		}
	}
	return e
}

// advice says what to do about an error that is not of the broker.
func (l *layer) advice(m *method, e *Error) string {
	switch {
	case e.Code == codes.Unimplemented:
		return fmt.Sprintf("the broker at %s has no %s: it is of an older version than this client (%s), or no Parley broker: %s", l.settings.address, m.name, Version, e.Message)
	case e.Code != codes.Unavailable:
		return e.Message
	case strings.Contains(e.Message, "first record does not look like a TLS handshake"):
		return fmt.Sprintf("the broker at %s serves plaintext, and this client speaks TLS: connect with parley.WithPlaintext: %s", l.settings.address, e.Message)
	case strings.Contains(e.Message, "certificate"):
		return fmt.Sprintf("the certificate of the broker at %s is not trusted: name its authority with parley.WithAuthorities: %s", l.settings.address, e.Message)
	case l.settings.plaintext && strings.Contains(e.Message, "error reading server preface"):
		return fmt.Sprintf("the server at %s does not answer in plaintext gRPC; if it serves TLS, connect with parley.WithTLS: %s", l.settings.address, e.Message)
	default:
		return fmt.Sprintf("the broker at %s cannot be reached: %s", l.settings.address, e.Message)
	}
}

// credentialError is the failure of a call that has no credential.
func credentialError(ctx context.Context, err error) *Error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return fromStatus(status.FromContextError(ctx.Err()))
	}
	return &Error{Code: codes.Unauthenticated, Message: "there is no token to call with: " + err.Error(), cause: err}
}
