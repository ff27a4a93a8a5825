package rpc

import (
	"context"
	"log/slog"
	"regexp"
	"time"

	"github.com/google/uuid"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/parley-interop/parley/internal/access"
)

// requestIDField names the metadata by which a request is found in logs: a caller may send one, and the trailer of each answer has it.
const requestIDField = "x-request-id"

var requestIDForm = regexp.MustCompile(`^[\x21-\x7e]{1,128}$`)

// journal logs each call when it has ended: the method, who called, the code, the reason and how long it took. It
// never logs a message or a credential.
type journal struct {
	logger *slog.Logger
}

func (j journal) unary() grpc.UnaryServerInterceptor { return interceptors.UnaryServerInterceptor(j) }

func (j journal) stream() grpc.StreamServerInterceptor {
	return interceptors.StreamServerInterceptor(j)
}

// ServerReporter opens the record of a call.
func (j journal) ServerReporter(ctx context.Context, meta interceptors.CallMeta) (interceptors.Reporter, context.Context) {
	c := &call{logger: j.logger, method: meta.Service + "/" + meta.Method, requestID: requestID(ctx)}
	c.ctx = context.WithValue(ctx, callKey{}, c)
	// It fails only where there is no transport, and then there is nobody to tell.
	_ = grpc.SetTrailer(ctx, metadata.Pairs(requestIDField, c.requestID))
	return c, c.ctx
}

// requestID returns the request id that the caller gave, if it is well-formed, and else a new one.
func requestID(ctx context.Context) string {
	given := metadata.ValueFromIncomingContext(ctx, requestIDField)
	if len(given) == 1 && requestIDForm.MatchString(given[0]) {
		return given[0]
	}
	return uuid.NewString()
}

type callKey struct{}

// call is the record of one call. Its fields are written before the call has ended, by the goroutine that serves it.
type call struct {
	interceptors.NoopReporter

	ctx       context.Context // PostCall is handed none
	logger    *slog.Logger
	method    string
	requestID string
	caller    access.Caller
	known     bool
}

// note adds the caller to the record of a call.
func note(ctx context.Context, caller access.Caller) {
	if c, ok := ctx.Value(callKey{}).(*call); ok {
		c.caller, c.known = caller, true
	}
}

// PostCall logs the call.
func (c *call) PostCall(err error, took time.Duration) {
	s := status.Convert(err)
	fields := []slog.Attr{
		slog.String("method", c.method),
		slog.String("code", s.Code().String()),
		slog.Duration("duration", took),
		slog.String("request_id", c.requestID),
	}
	if r := reasonOf(s); r != "" {
		fields = append(fields, slog.String("reason", r))
	}
	if c.known {
		fields = append(fields, slog.String("caller", c.caller.Name()))
		if c.caller.KeyID != "" {
			fields = append(fields, slog.String("key_id", c.caller.KeyID))
		}
	}
	c.logger.LogAttrs(c.ctx, level(s.Code()), "call", fields...)
}

// level is how much an operator should care for a code.
func level(c codes.Code) slog.Level {
	switch c {
	case codes.OK:
		return slog.LevelDebug
	case codes.Internal, codes.Unknown, codes.DataLoss:
		return slog.LevelError
	case codes.Unavailable, codes.ResourceExhausted:
		return slog.LevelWarn
	default:
		return slog.LevelInfo
	}
}

// reasonOf returns the reason of a status; empty if it has none.
func reasonOf(s *status.Status) string {
	for _, detail := range s.Details() {
		if info, ok := detail.(*errdetails.ErrorInfo); ok && info.GetDomain() == domain {
			return info.GetReason()
		}
	}
	return ""
}
