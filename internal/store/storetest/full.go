package storetest

import (
	"errors"
	"fmt"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// FullStorage is storage that can run out of room. Both methods work while a store is open.
type FullStorage interface {
	Storage
	// Fill takes the room away.
	Fill()
	// Free gives it back.
	Free()
}

// RunFull proves what the contract says of ErrFull.
func RunFull(t *testing.T, factory func(t testing.TB) FullStorage) {
	t.Run("ErrFullMeansThatNothingHappenedAndReadsGoOn", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		f.set("before", "x")
		storage.Fill()
		write := func(tx store.Tx) error {
			tx.Set([]byte("lost"), []byte("x"))
			return nil
		}
		f.wantError(f.Update(f.Context(), write), store.ErrFull)
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return errors.Join(errRefused, write(tx)) }), errRefused)
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return wantIn(tx, "before", "x") }), nil)
		f.want("before", "x")
		f.wantNone("lost")
		storage.Free()
		f.reopen()
		f.want("before", "x")
		f.wantNone("lost")
	})
	t.Run("UpdatesWorkAgainOnceThereIsRoomWithoutARestart", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		for i := range 5 {
			f.set("before", fmt.Sprint(i))
			storage.Fill()
			for range 3 {
				f.wantError(f.Update(f.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }), store.ErrFull)
			}
			storage.Free()
			f.set("after", fmt.Sprint(i))
			f.want("before", fmt.Sprint(i))
			f.want("after", fmt.Sprint(i))
		}
	})
	t.Run("WhatWasAcknowledgedBeforeTheStorageFilledUpStays", func(t *testing.T) {
		storage := factory(t)
		f := begin(t, storage)
		l := newLedger()
		wait := async(func() error { l.run(f.Store, 8, 1000); return nil })
		for i := 1; i <= 6; i++ {
			l.await(i * 50)
			if i%2 == 1 {
				storage.Fill()
			} else {
				storage.Free()
			}
		}
		l.halt()
		_ = wait()
		for _, when := range []string{"at once", "after reopening"} {
			if err := l.check(f.Store, l.outcomes()); err != nil {
				t.Errorf("%s: %v", when, err)
			}
			f.reopen()
		}
	})
}
