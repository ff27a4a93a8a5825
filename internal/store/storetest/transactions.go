package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

var transactions = []sentence{
	{"UpdateCommitsAllWritesTogetherOrNone", func(f *fixture) {
		f.do(func(tx store.Tx) {
			tx.Set([]byte("a"), []byte("1"))
			tx.Set([]byte("b"), []byte("2"))
			tx.Append([]byte("e"))
		})
		f.reopen()
		f.want("a", "1")
		f.want("b", "2")
		f.wantLog("e")
	}},
	{"UpdateReturnsOnlyWhenTheCommitIsDurable", func(f *fixture) {
		for i := range 20 {
			f.set(fmt.Sprint(i), "value")
		}
		f.reopen()
		for i := range 20 {
			f.want(fmt.Sprint(i), "value")
		}
	}},
	{"ClosureThatFailsHasNoEffectAndUpdateReturnsItsVeryError", func(f *fixture) {
		f.set("kept", "before")
		f.do(func(tx store.Tx) { tx.Append([]byte("before")) })
		failure := &closureError{"no"}
		err := f.Update(f.Context(), func(tx store.Tx) error {
			spoil(tx)
			return fmt.Errorf("wrapped: %w", failure)
		})
		f.wantError(err, failure)
		if as := (*closureError)(nil); !errors.As(err, &as) || as != failure {
			f.Errorf("errors.As does not find the closure's error in %v", err)
		}
		wantUnspoilt(f)
	}},
	{"ClosureThatFailsUndoesOnlyItsOwnWrites", func(f *fixture) {
		f.set("kept", "before")
		f.do(func(tx store.Tx) { tx.Append([]byte("before")) })
		release := f.occupy()
		var waits []func() error
		for i := range 30 {
			waits = append(waits, async(func() error {
				return f.Update(context.Background(), func(tx store.Tx) error {
					if i%3 == 0 {
						spoil(tx)
						return errRefused
					}
					tx.Set(fmt.Appendf(nil, "good %d", i), []byte("x"))
					return nil
				})
			}))
		}
		release()
		for i, wait := range waits {
			if err := wait(); (i%3 == 0) != errors.Is(err, errRefused) {
				f.Errorf("update %d: %v", i, err)
			}
		}
		for i := range waits {
			if i%3 != 0 {
				f.want(fmt.Sprintf("good %d", i), "x")
			}
		}
		wantUnspoilt(f)
	}},
	{"ClosureThatPanicsHasNoEffectAndThePanicIsRaisedInTheCaller", func(f *fixture) {
		f.set("kept", "before")
		f.do(func(tx store.Tx) { tx.Append([]byte("before")) })
		reason := &closureError{"panic"}
		got := panicOf(func() error {
			return f.Update(f.Context(), func(tx store.Tx) error {
				spoil(tx)
				panic(reason)
			})
		})
		if got != reason {
			f.Errorf("panic with %v, want %v", got, reason)
		}
		wantUnspoilt(f)
		f.set("after", "works")
		f.want("after", "works")
	}},
	{"ClosureThatEndsItsGoroutineHasNoEffectAndEndsTheCallers", func(f *fixture) {
		f.set("kept", "before")
		f.do(func(tx store.Tx) { tx.Append([]byte("before")) })
		var returned bool
		var group sync.WaitGroup
		group.Go(func() {
			_ = f.Update(context.Background(), func(tx store.Tx) error {
				spoil(tx)
				(&testing.T{}).SkipNow() // ends the goroutine, as the failure of a test does
				return nil
			})
			returned = true
		})
		group.Wait()
		if returned {
			f.Error("the caller of Update goes on")
		}
		wantUnspoilt(f)
		f.set("after", "works")
		f.want("after", "works")
	}},
	{"ClosureSeesItsOwnWrites", func(f *fixture) {
		f.set("old", "1")
		f.set("gone", "1")
		var position store.Position
		f.do(func(tx store.Tx) { position = tx.Append([]byte("first")) })
		err := f.Update(f.Context(), func(tx store.Tx) error {
			tx.Set([]byte("new"), []byte("2"))
			tx.Set([]byte("old"), []byte("2"))
			tx.Delete([]byte("gone"))
			tx.Rewrite(position, []byte("erased"))
			tx.Append([]byte("second"))
			got, err := entries(tx, 0, 0)
			if fmt.Sprint(got) != "[erased second]" {
				err = errors.Join(err, fmt.Errorf("the log has %q", got))
			}
			return errors.Join(err, wantIn(tx, "new", "2"), wantIn(tx, "old", "2"), wantNoneIn(tx, "gone"),
				wantKeysIn(tx, store.Range{}, "new", "old"))
		})
		f.wantError(err, nil)
	}},
	{"ClosureSeesWhatItWritesIntoARangeThatItHasDeleted", func(f *fixture) {
		for _, key := range []string{"a", "b", "c", "d"} {
			f.set(key, "old")
		}
		err := f.Update(f.Context(), func(tx store.Tx) error {
			tx.Set([]byte("bb"), []byte("lost"))
			tx.DeleteRange([]byte("b"), []byte("d"))
			tx.Set([]byte("c"), []byte("new"))
			return errors.Join(wantNoneIn(tx, "b"), wantNoneIn(tx, "bb"), wantIn(tx, "c", "new"),
				wantKeysIn(tx, store.Range{}, "a", "c", "d"), wantKeysIn(tx, store.Range{Reverse: true}, "d", "c", "a"))
		})
		f.wantError(err, nil)
		f.wantKeys(store.Range{}, "a", "c", "d")
		f.reopen()
		f.wantKeys(store.Range{}, "a", "c", "d")
	}},
	{"DeleteRangeRemovesTheKeysFromTheFirstUpToTheSecondAndNoOther", func(f *fixture) {
		for _, key := range []string{"a", "b", "b\x00", "b\xff", "c"} {
			f.set(key, "x")
		}
		f.do(func(tx store.Tx) {
			tx.DeleteRange([]byte("b\x00"), []byte("b\x00"))
			tx.DeleteRange([]byte("c"), []byte("a"))
			tx.DeleteRange([]byte("a"), nil)
		})
		f.wantKeys(store.Range{}, "a", "b", "b\x00", "b\xff", "c")
		f.do(func(tx store.Tx) { tx.DeleteRange([]byte("b"), []byte("c")) })
		f.wantKeys(store.Range{}, "a", "c")
		f.do(func(tx store.Tx) { tx.DeleteRange(nil, []byte("b")) })
		f.wantKeys(store.Range{}, "c")
	}},
	{"ClosureSeesEveryUpdateThatReturnedBefore", func(f *fixture) {
		for i := range 50 {
			f.set("key", fmt.Sprint(i))
			f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return wantIn(tx, "key", fmt.Sprint(i)) }), nil)
		}
	}},
}

// closureError is an error type that only a test uses.
type closureError struct{ text string }

func (e *closureError) Error() string { return e.text }

// errRefused is what closures of tests fail with.
var errRefused = errors.New("refused")

// spoil writes what must not stay.
func spoil(tx store.Tx) {
	tx.Set([]byte("kept"), []byte("spoilt"))
	tx.Set([]byte("other"), []byte("spoilt"))
	tx.DeleteRange([]byte("a"), []byte("z"))
	tx.Set([]byte("other"), []byte("spoilt again"))
	tx.Delete([]byte("kept"))
	tx.Rewrite(1, []byte("spoilt"))
	tx.Append([]byte("spoilt"))
}

// wantUnspoilt checks that spoil has left no trace.
func wantUnspoilt(f *fixture) {
	f.Helper()
	f.want("kept", "before")
	f.wantNone("other")
	f.wantLog("before")
}

// panicOf returns what fn panics with.
func panicOf(fn func() error) (reason any) {
	defer func() { reason = recover() }()
	_ = fn()
	return nil
}
