package etag_test

import (
	"testing"

	"google.golang.org/protobuf/types/known/emptypb"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/reason"
)

// next returns the etag of one transaction on a ledger, which appends an entry.
func next(t *testing.T, l *ledger.Ledger) (tag string) {
	t.Helper()
	_, err := ledger.Do(t.Context(), l, ledger.Write{Caller: access.Caller{}}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		tag = etag.Next(tx)
		_, err := tx.Publish(&recordv1.Entry{}, "")
		return &emptypb.Empty{}, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tag
}

func TestEtagsDiffer(t *testing.T) {
	l := ledgertest.New(t)
	seen := map[string]bool{etag.Initial: true, "": true}
	for range 100 {
		tag := next(t, l)
		if seen[tag] || len(tag) > 64 {
			t.Fatalf("%q is there twice, or too long", tag)
		}
		seen[tag] = true
	}
}

func TestEtagDiffersAtTheSamePositionOfAnotherHistory(t *testing.T) {
	restored := ledgertest.New(t)
	restored.Now()
	if next(t, ledgertest.New(t)) == next(t, restored) {
		t.Error("two histories have the same etag")
	}
}

func TestCheck(t *testing.T) {
	tests := map[string]struct {
		sent, there string
		want        typev1.Reason
	}{
		"none":    {"", "a", typev1.Reason_REASON_UNSPECIFIED},
		"equal":   {"a", "a", typev1.Reason_REASON_UNSPECIFIED},
		"another": {"b", "a", typev1.Reason_REASON_ETAG_MISMATCH},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := reason.Of(etag.Check(tt.sent, tt.there)); got != tt.want {
				t.Errorf("the answer is %v", got)
			}
		})
	}
}
