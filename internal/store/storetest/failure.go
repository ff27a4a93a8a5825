package storetest

import (
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// FailingStorage is storage that can break. Both methods work while a store is open.
type FailingStorage interface {
	Storage
	// Break makes every further write fail.
	Break()
	// Repair undoes Break.
	Repair()
}

// RunFailure proves that broken storage never leads to a wrong answer: what was acknowledged is there when the storage is
// repaired and opened again, what was refused is not, and what is uncertain is there as a whole or not at all.
func RunFailure(t *testing.T, factory func(t testing.TB) FailingStorage) {
	t.Run("BrokenStorageLosesNothingThatWasAcknowledged", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		l := newLedger()
		wait := async(func() error { l.run(f.Store, 8, 300); return nil })
		l.await(200)
		storage.Break()
		_ = wait()
		storage.Repair()
		f.reopen()
		if err := l.check(f.Store, l.outcomes()); err != nil {
			t.Error(err)
		}
		f.set("after", "works")
		f.want("after", "works")
	})
	t.Run("BrokenStorageRefusesUpdatesAndGoesOnReading", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		f.set("before", "x")
		storage.Break()
		write := func(tx store.Tx) error {
			tx.Set([]byte("doubtful"), []byte("x"))
			return nil
		}
		f.wantError(f.Update(f.Context(), write), store.ErrUncertain)
		f.wantError(f.Update(f.Context(), write), store.ErrUnavailable)
		f.want("before", "x")
		f.wantNone("doubtful")
		storage.Repair()
		f.reopen()
		f.want("before", "x")
	})
}
