package reason_test

import (
	"errors"
	"fmt"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/code"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

func TestEveryReasonDeclaresItsStatus(t *testing.T) {
	values := typev1.Reason(0).Descriptor().Values()
	for i := range values.Len() {
		r := typev1.Reason(values.Get(i).Number())
		t.Run(reason.Name(r), func(t *testing.T) {
			got := reason.Code(r)
			if r == typev1.Reason_REASON_UNSPECIFIED {
				if got != code.Code_UNKNOWN {
					t.Fatalf("status of no reason is %v, want UNKNOWN", got)
				}
				return
			}
			if got == code.Code_UNKNOWN || got == code.Code_OK {
				t.Fatalf("no status is declared")
			}
			if back := reason.Named(reason.Name(r)); back != r {
				t.Fatalf("name %q leads to %v", reason.Name(r), back)
			}
		})
	}
}

func TestReasonIsFoundInWrappedErrors(t *testing.T) {
	cause := errors.New("cause")
	err := fmt.Errorf("outer: %w", reason.New(typev1.Reason_REASON_RATE_LIMITED, "wait").Because(cause))
	if !reason.Is(err, typev1.Reason_REASON_RATE_LIMITED) {
		t.Errorf("reason is %v", reason.Of(err))
	}
	if !errors.Is(err, cause) {
		t.Error("the cause is lost")
	}
	if reason.Of(cause) != typev1.Reason_REASON_UNSPECIFIED {
		t.Error("a plain error has a reason")
	}
}
