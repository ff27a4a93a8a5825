package pebble

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

func TestSmoke(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for w := range 16 {
		wg.Go(func() {
			for i := range 50 {
				err := s.Update(context.Background(), func(tx store.Tx) error {
					tx.Append([]byte("x"))
					tx.Set(fmt.Appendf(nil, "k%d-%d", w, i), []byte("v"))
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	n := 0
	if err := s.View(t.Context(), func(tx store.ReadTx) error {
		for _, err := range tx.Scan(store.Range{Reverse: true}) {
			if err != nil {
				return err
			}
			n++
		}
		if tx.Head() != 800 {
			t.Error(tx.Head())
		}
		return nil
	}); err != nil || n != 800 {
		t.Error(n, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
