package rpc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

func TestEveryErrorHasItsStatus(t *testing.T) {
	const secret = "disk 7 at 10.0.0.9"
	tests := []struct {
		name  string
		err   error
		code  codes.Code
		want  string
		retry time.Duration
	}{
		{"reason", reason.New(typev1.Reason_REASON_THREAD_NOT_FOUND, "no"), codes.NotFound, "THREAD_NOT_FOUND", 0},
		{"wrapped reason", fmt.Errorf("%s: %w", secret, reason.New(typev1.Reason_REASON_RATE_LIMITED, "no").Retry(time.Minute)), codes.ResourceExhausted, "RATE_LIMITED", time.Minute},
		{"reason with a cause", reason.New(typev1.Reason_REASON_KEY_UNKNOWN, "no").Because(errors.New(secret)), codes.Unauthenticated, "KEY_UNKNOWN", 0},
		{"uncertain", fmt.Errorf("%s: %w", secret, store.ErrUncertain), codes.Unavailable, "OUTCOME_UNKNOWN", time.Second},
		{"uncertain for a late answer", errors.Join(context.DeadlineExceeded, store.ErrUncertain), codes.Unavailable, "OUTCOME_UNKNOWN", time.Second},
		{"full", fmt.Errorf("%s: %w", secret, store.ErrFull), codes.ResourceExhausted, "STORAGE_FULL", 0},
		{"unavailable", fmt.Errorf("%s: %w", secret, store.ErrUnavailable), codes.Unavailable, "STORAGE_UNAVAILABLE", time.Second},
		{"closed", store.ErrClosed, codes.Unavailable, "DRAINING", time.Second},
		{"too large", store.ErrTooLarge, codes.InvalidArgument, "INVALID_FIELD", 0},
		{"cancelled", fmt.Errorf("%s: %w", secret, context.Canceled), codes.Canceled, "CANCELLED", 0},
		{"late", context.DeadlineExceeded, codes.DeadlineExceeded, "DEADLINE_EXCEEDED", 0},
		{"cancelled stream", status.Error(codes.Canceled, "context canceled"), codes.Canceled, "CANCELLED", 0},
		{"not served", status.Error(codes.Unimplemented, "method X not implemented"), codes.Unimplemented, "NOT_IMPLEMENTED", 0},
		{"what gRPC refuses", status.Error(codes.ResourceExhausted, "received message larger than max"), codes.ResourceExhausted, "", 0},
		{"what gRPC breaks", status.Error(codes.Internal, secret), codes.Internal, "INTERNAL", 0},
		{"unknown", errors.New(secret), codes.Internal, "INTERNAL", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			got := toStatus(t.Context(), slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})), tt.err)
			if got.Code() != tt.code || reasonOf(got) != tt.want {
				t.Errorf("it is %s %s, want %s %s", got.Code(), reasonOf(got), tt.code, tt.want)
			}
			if strings.Contains(got.Proto().String(), secret) {
				t.Errorf("the cause is shown: %v", got)
			}
			if got.Code() == codes.Internal && (!strings.Contains(log.String(), secret) || !strings.Contains(log.String(), incidentOf(got))) {
				t.Errorf("the log has not the cause under its incident: %s", log.String())
			}
			if retry := retryOf(got); retry != tt.retry {
				t.Errorf("the advice is to retry after %v, want %v", retry, tt.retry)
			}
		})
	}
}

func incidentOf(s *status.Status) string {
	for _, d := range s.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			return info.GetMetadata()["incident"]
		}
	}
	return "no incident"
}

func retryOf(s *status.Status) time.Duration {
	for _, d := range s.Details() {
		if info, ok := d.(*errdetails.RetryInfo); ok {
			return info.GetRetryDelay().AsDuration()
		}
	}
	return 0
}

func TestARefusalNamesFieldsWithinBounds(t *testing.T) {
	e := reason.New(typev1.Reason_REASON_INVALID_FIELD, "broken \xff text")
	for i := range 100 {
		e = e.Field(fmt.Sprintf("users[%d]", i), "is wrong")
	}
	for _, d := range refusal(e).Details() {
		if bad, ok := d.(*errdetails.BadRequest); ok {
			if n := len(bad.GetFieldViolations()); n != maxDetails {
				t.Errorf("it names %d fields", n)
			}
			return
		}
	}
	t.Error("it has no BadRequest")
}

func TestARefusedPreconditionSaysWhich(t *testing.T) {
	s := refusal(reason.New(typev1.Reason_REASON_ACT_AS_REQUIRED, "name a user").With("hint", "x"))
	for _, d := range s.Details() {
		if p, ok := d.(*errdetails.PreconditionFailure); ok && p.GetViolations()[0].GetType() == "ACT_AS_REQUIRED" {
			return
		}
	}
	t.Errorf("it has no PreconditionFailure: %v", s.Details())
}
