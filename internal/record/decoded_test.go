package record_test

import (
	"fmt"
	"testing"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
)

// What Peek returns is what Get returns, whatever was read before: other values of the key, and other types of the same bytes.
func TestPeekIsGet(t *testing.T) {
	s := ledgertest.New(t).Store()
	key := []byte{0xf0}
	for round := range 20_000 {
		want := &recordv1.TokenState{Generation: uint64(round % 7000)}
		err := s.Update(t.Context(), func(tx store.Tx) error {
			if err := record.Set(tx, key, want); err != nil {
				return err
			}
			got, err := record.Peek[recordv1.TokenState](tx, key)
			if err == nil && !proto.Equal(got, want) {
				err = fmt.Errorf("round %d: got %v, want %v", round, got, want)
			}
			if err != nil || round%100 > 0 {
				return err
			}
			other, err := record.Peek[recordv1.Cursor](tx, key)
			if err == nil && uint64(other.GetVersion()) != want.GetGeneration() {
				err = fmt.Errorf("round %d: as another message: %v", round, other)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	err := s.View(t.Context(), func(tx store.ReadTx) error {
		if m, err := record.Peek[recordv1.TokenState](tx, []byte{0xf1}); m != nil || err != nil {
			return fmt.Errorf("of nothing: %v, %w", m, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
