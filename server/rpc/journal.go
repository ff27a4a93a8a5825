package rpc

import (
	"context"
	"encoding/binary"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/parley-interop/parley/internal/access"
)

// requestIDField names the metadata by which a request is found in logs: a caller may send one, and the trailer of each answer has it.
const requestIDField = "x-request-id"

// maxPrintable is how long a request id and an idempotency key may be.
const maxPrintable = 128

// trailers are for the next requests to say their ids with: gRPC takes copies of them.
var trailers = sync.Pool{New: func() any { return metadata.MD{requestIDField: {""}} }}

// journal logs each call when it has ended: the method, who called, the code, the reason and how long it took. It
// never logs a message or a credential.
type journal struct {
	logger *slog.Logger
}

// open opens the record of a call of a method, which has a leading slash.
func (j journal) open(ctx context.Context, method string) call {
	c := call{logger: j.logger, method: method, requestID: requestID(ctx), began: time.Now()}
	c.tell(ctx)
	return c
}

// requestID returns the request id that the caller gave, if it is well-formed, and else a new one.
func requestID(ctx context.Context) string {
	given := metadata.ValueFromIncomingContext(ctx, requestIDField)
	if len(given) == 1 && given[0] != "" && isPrintable(given[0]) {
		return given[0]
	}
	return newRequestID()
}

// isPrintable reports whether a text has nothing but printable ASCII characters other than the space, and not too many.
func isPrintable(text string) bool {
	if len(text) > maxPrintable {
		return false
	}
	for i := range len(text) {
		if text[i] < '!' || text[i] > '~' {
			return false
		}
	}
	return true
}

// newRequestID returns a random UUID. It tells requests apart and keeps nobody out, so it is made the quick way.
func newRequestID() string {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], rand.Uint64()) //nolint:gosec // see above
	binary.BigEndian.PutUint64(id[8:], rand.Uint64()) //nolint:gosec // see above
	id[6] = id[6]&0x0f | 0x40                         // version 4
	id[8] = id[8]&0x3f | 0x80                         // the variant of RFC 9562
	return id.String()
}

// call is the record of one call. It is written by the goroutine that serves the call.
type call struct {
	logger    *slog.Logger
	method    string
	requestID string
	began     time.Time
	caller    *access.Caller // nil until it is known
}

// tell puts the request id into the trailer of the answer.
func (c *call) tell(ctx context.Context) {
	trailer, _ := trailers.Get().(metadata.MD)
	trailer[requestIDField][0] = c.requestID
	// It fails only where there is no transport, and then there is nobody to tell.
	_ = grpc.SetTrailer(ctx, trailer)
	trailers.Put(trailer)
}

// close logs the call.
func (c *call) close(ctx context.Context, err error) {
	s := status.Convert(err)
	if !c.logger.Enabled(ctx, level(s.Code())) {
		return
	}
	fields := []slog.Attr{
		slog.String("method", strings.TrimPrefix(c.method, "/")),
		slog.String("code", s.Code().String()),
		slog.Duration("duration", time.Since(c.began)),
		slog.String("request_id", c.requestID),
	}
	if r := reasonOf(s); r != "" {
		fields = append(fields, slog.String("reason", r))
	}
	if c.caller != nil {
		fields = append(fields, slog.String("caller", c.caller.Name()))
		if c.caller.KeyID != "" {
			fields = append(fields, slog.String("key_id", c.caller.KeyID))
		}
	}
	c.logger.LogAttrs(ctx, level(s.Code()), "call", fields...)
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
