package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/parley-interop/parley/internal/store"
)

var cancellation = []sentence{
	{"ContextThatHasEndedBeforeUpdateHasNoEffect", func(f *fixture) {
		ctx, cancel := context.WithCancel(f.Context())
		cancel()
		err := f.Update(ctx, func(tx store.Tx) error {
			tx.Set([]byte("key"), []byte("x"))
			return nil
		})
		f.wantError(err, context.Canceled)
		f.wantError(f.View(ctx, func(store.ReadTx) error { return nil }), context.Canceled)
		f.wantNone("key")
	}},
	{"ContextThatEndsWhileTheClosureWaitsHasNoEffect", func(f *fixture) {
		release := f.occupy()
		ctx, cancel := context.WithCancelCause(f.Context())
		wait := async(func() error {
			return f.Update(ctx, func(tx store.Tx) error {
				tx.Set([]byte("key"), []byte("x"))
				return nil
			})
		})
		cancel(errRefused)
		f.wantError(wait(), context.Canceled) // while the other closure still runs
		release()
		f.wantNone("key")
	}},
	{"ContextThatEndsOnceTheClosureWasTakenChangesNothing", func(f *fixture) {
		ctx, cancel := context.WithCancel(f.Context())
		err := f.Update(ctx, func(tx store.Tx) error {
			cancel()
			tx.Set([]byte("key"), []byte("x"))
			return nil
		})
		f.wantError(err, nil)
		f.want("key", "x")
		ctx, cancel = context.WithCancel(f.Context())
		err = f.Update(ctx, func(store.Tx) error {
			cancel()
			return errRefused
		})
		f.wantError(err, errRefused)
	}},
	{"EveryErrorButErrUncertainMeansThatNothingHappened", func(f *fixture) {
		var committed sync.Map
		var group sync.WaitGroup
		for worker := range 16 {
			group.Go(func() {
				for i := range 20 {
					key := fmt.Sprintf("%d/%d", worker, i)
					ctx, cancel := context.WithCancel(f.Context())
					if i%2 == 0 {
						go cancel()
					}
					err := f.Update(ctx, func(tx store.Tx) error {
						tx.Set([]byte(key), []byte("x"))
						return nil
					})
					cancel()
					if !errors.Is(err, store.ErrUncertain) {
						committed.Store(key, err == nil)
					}
				}
			})
		}
		group.Wait()
		f.reopen()
		committed.Range(func(key, there any) bool {
			if name := fmt.Sprint(key); there == true {
				f.want(name, "x")
			} else {
				f.wantNone(name)
			}
			return true
		})
	}},
	{"ErrTooLargeMeansThatALimitIsExceeded", testLimits},
	{"AfterCloseUpdateAndViewReturnErrClosed", func(f *fixture) {
		f.wantError(f.Close(), nil)
		f.wantError(f.Update(f.Context(), func(store.Tx) error { return nil }), store.ErrClosed)
		f.wantError(f.View(f.Context(), func(store.ReadTx) error { return nil }), store.ErrClosed)
		f.wantError(f.Close(), nil)
	}},
	{"UpdateThatCloseOvertakesIsCommittedOrErrClosed", func(f *fixture) {
		var outcomes [64]error
		var group sync.WaitGroup
		begun := make(chan struct{}, len(outcomes))
		for i := range outcomes {
			group.Go(func() {
				begun <- struct{}{}
				outcomes[i] = f.Update(context.Background(), func(tx store.Tx) error {
					tx.Set(fmt.Appendf(nil, "%d", i), []byte("x"))
					return nil
				})
			})
		}
		for range len(outcomes) / 2 {
			<-begun
		}
		f.wantError(f.Close(), nil)
		group.Wait()
		f.open()
		for i, err := range outcomes {
			switch {
			case err == nil:
				f.want(fmt.Sprint(i), "x")
			case errors.Is(err, store.ErrClosed):
				f.wantNone(fmt.Sprint(i))
			default:
				f.Errorf("update %d: %v", i, err)
			}
		}
	}},
	{"CloseWaitsForViews", func(f *fixture) {
		f.set("key", "x")
		entered, leave := make(chan struct{}), make(chan struct{})
		wait := async(func() error {
			return f.View(context.Background(), func(tx store.ReadTx) error {
				close(entered)
				<-leave
				return wantIn(tx, "key", "x")
			})
		})
		<-entered
		closed := async(f.Close)
		close(leave)
		f.wantError(wait(), nil)
		f.wantError(closed(), nil)
	}},
}

func testLimits(f *fixture) {
	largeKey := bytes.Repeat([]byte("k"), store.MaxKeySize)
	large := make([]byte, store.MaxValueSize)
	fits := []struct {
		name  string
		write func(store.Tx)
	}{
		{"largest key", func(tx store.Tx) { tx.Set(largeKey, nil) }},
		{"largest value", func(tx store.Tx) { tx.Set([]byte("k"), large) }},
		{"largest entry", func(tx store.Tx) { tx.Append(large) }},
		{"largest transaction", func(tx store.Tx) {
			for range store.MaxTxSize/store.MaxValueSize - 1 {
				tx.Append(large)
			}
			tx.Set([]byte("k"), large[1:])
		}},
	}
	for _, c := range fits {
		err := f.Update(f.Context(), func(tx store.Tx) error { c.write(tx); return nil })
		if err != nil {
			f.Errorf("%s: %v", c.name, err)
		}
	}
	f.look(func(tx store.ReadTx) error { return wantIn(tx, string(largeKey), "") })
	head, _ := f.Head()
	exceeds := []struct {
		name  string
		write func(store.Tx)
	}{
		{"key without a byte", func(tx store.Tx) { tx.Set(nil, nil) }},
		{"key too large", func(tx store.Tx) { tx.Set(append(largeKey, 'k'), nil) }},
		{"deleted key too large", func(tx store.Tx) { tx.Delete(append(largeKey, 'k')) }},
		{"value too large", func(tx store.Tx) { tx.Set([]byte("k"), append(large, 0)) }},
		{"entry too large", func(tx store.Tx) { tx.Append(append(large, 0)) }},
		{"rewritten entry too large", func(tx store.Tx) { tx.Rewrite(1, append(large, 0)) }},
		{"transaction too large", func(tx store.Tx) {
			for range store.MaxTxSize / store.MaxValueSize {
				tx.Append(large)
			}
			tx.Set([]byte("k"), nil)
		}},
	}
	for _, c := range exceeds {
		err := f.Update(f.Context(), func(tx store.Tx) error {
			tx.Set([]byte("spoilt"), []byte("x"))
			c.write(tx)
			tx.Set([]byte("spoilt"), []byte("x"))
			return nil
		})
		if !errors.Is(err, store.ErrTooLarge) {
			f.Errorf("%s: %v", c.name, err)
		}
	}
	f.wantNone("spoilt")
	if now, _ := f.Head(); now != head {
		f.Errorf("the head has moved from %d to %d", head, now)
	}
}
