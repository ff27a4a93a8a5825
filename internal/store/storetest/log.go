package storetest

import (
	"errors"
	"fmt"
	"math"

	"github.com/parley-interop/parley/internal/store"
)

var log = []sentence{
	{"AppendNumbersEntriesWithoutGapsAcrossRestarts", func(f *fixture) {
		want := store.Position(0)
		for round := range 3 {
			for range 5 {
				var first, second store.Position
				f.do(func(tx store.Tx) { first, second = tx.Append([]byte("x")), tx.Append(nil) })
				if first != want+1 || second != want+2 {
					f.Errorf("round %d: positions %d and %d, want %d and %d", round, first, second, want+1, want+2)
				}
				want += 2
			}
			f.reopen()
		}
	}},
	{"AppendInAClosureThatFailsUsesUpNoPosition", func(f *fixture) {
		var lost, kept store.Position
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
			lost = tx.Append([]byte("lost"))
			return errRefused
		}), errRefused)
		f.do(func(tx store.Tx) { kept = tx.Append([]byte("kept")) })
		if lost != 1 || kept != 1 {
			f.Errorf("positions %d and %d, want 1 for both", lost, kept)
		}
		f.wantLog("kept")
	}},
	{"EntryReturnsNilForAPositionThatIsNotInTheLog", func(f *fixture) {
		f.do(func(tx store.Tx) { tx.Append([]byte("one")); tx.Append(nil) })
		check := func(tx store.ReadTx) error {
			one, err := tx.Entry(1)
			two, err2 := tx.Entry(2)
			if string(one) != "one" || two == nil || len(two) != 0 {
				err = errors.Join(err, fmt.Errorf("entries are %#v and %#v", one, two))
			}
			for _, p := range []store.Position{0, 3, math.MaxUint64} {
				if content, err3 := tx.Entry(p); content != nil || err3 != nil {
					err = errors.Join(err, fmt.Errorf("entry %d is %q: %w", p, content, err3))
				}
			}
			return errors.Join(err, err2)
		}
		f.look(check)
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return check(tx) }), nil)
	}},
	{"EntriesReturnsAtMostLimitEntriesAfterAPosition", func(f *fixture) {
		f.do(func(tx store.Tx) {
			for i := 1; i <= 5; i++ {
				tx.Append(fmt.Append(nil, i))
			}
		})
		check := func(tx store.ReadTx) error {
			var failures error
			for _, c := range []struct {
				after store.Position
				limit int
				want  string
			}{
				{0, 0, "[1 2 3 4 5]"},
				{0, 2, "[1 2]"},
				{2, 2, "[3 4]"},
				{3, 100, "[4 5]"},
				{5, 1, "[]"},
				{6, 0, "[]"},
				{math.MaxUint64, 0, "[]"},
			} {
				got, err := entries(tx, c.after, c.limit)
				if err != nil || fmt.Sprint(got) != c.want {
					failures = errors.Join(failures, fmt.Errorf("after %d, limit %d: %q: %w", c.after, c.limit, got, err))
				}
			}
			return failures
		}
		f.look(check)
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return check(tx) }), nil)
	}},
	{"RewriteReplacesAnEntryAndNeverItsPosition", func(f *fixture) {
		f.do(func(tx store.Tx) { tx.Append([]byte("1")); tx.Append([]byte("2")) })
		f.do(func(tx store.Tx) {
			tx.Rewrite(1, nil)
			tx.Rewrite(tx.Append([]byte("3")), []byte("three"))
		})
		f.wantLog("", "2", "three")
		f.reopen()
		f.wantLog("", "2", "three")
	}},
	{"RewriteOfAPositionThatIsNotThereMakesTheClosureFail", func(f *fixture) {
		f.do(func(tx store.Tx) { tx.Append([]byte("1")) })
		for _, p := range []store.Position{0, 2, math.MaxUint64} {
			f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
				tx.Set([]byte("key"), nil)
				tx.Rewrite(p, []byte("x"))
				return nil
			}), store.ErrNoEntry)
		}
		f.wantNone("key")
		f.wantLog("1")
	}},
	{"HeadIsThePositionOfTheLastDurableEntryAndItsChannelTellsOfALaterOne", func(f *fixture) {
		head, moved := f.Head()
		if head != 0 {
			f.Errorf("head of a new store is %d", head)
		}
		f.set("key", "no entry")
		select {
		case <-moved:
			f.Error("the head moves without an entry")
		default:
		}
		f.do(func(tx store.Tx) { tx.Append([]byte("1")); tx.Append([]byte("2")) })
		<-moved
		if head, _ = f.Head(); head != 2 {
			f.Errorf("head is %d, want 2", head)
		}
		f.look(func(tx store.ReadTx) error {
			if tx.Head() != 2 {
				return fmt.Errorf("a view sees head %d, want 2", tx.Head())
			}
			return nil
		})
		f.reopen()
		if head, _ = f.Head(); head != 2 {
			f.Errorf("head is %d after reopening, want 2", head)
		}
	}},
	{"HeadIsNeverBehindWhatAViewHasShown", func(f *fixture) {
		const commits = 300
		done := make(chan error, 1)
		go func() {
			for range commits {
				if err := f.Update(f.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }); err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
		for seen := store.Position(0); seen < commits; {
			f.look(func(tx store.ReadTx) error {
				seen = tx.Head()
				return nil
			})
			if head, _ := f.Head(); head < seen {
				f.Fatalf("a view sees head %d, the store says %d", seen, head)
			}
		}
		f.wantError(<-done, nil)
	}},
	{"HeadOfATransactionIsTheLastEntryThatItSees", func(f *fixture) {
		f.do(func(tx store.Tx) { tx.Append([]byte("1")) })
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
			before := tx.Head()
			tx.Append([]byte("2"))
			if before != 1 || tx.Head() != 2 {
				return fmt.Errorf("heads are %d and %d", before, tx.Head())
			}
			return nil
		}), nil)
	}},
	{"LogAndKeysDoNotMeet", func(f *fixture) {
		f.do(func(tx store.Tx) {
			tx.Append([]byte("entry"))
			for _, first := range []byte{0, 1, 2, 3, 255} {
				tx.Set([]byte{first}, []byte("key"))
			}
		})
		f.do(func(tx store.Tx) { tx.DeleteRange(nil, []byte("\xff\xff\xff\xff")) })
		f.wantKeys(store.Range{})
		f.wantLog("entry")
		f.reopen()
		f.wantLog("entry")
	}},
	{"EpochIsNeverZeroAndStaysTheSame", func(f *fixture) {
		epoch := f.Epoch()
		f.reopen()
		if epoch == 0 || f.Epoch() != epoch {
			f.Errorf("epochs are %d and %d", epoch, f.Epoch())
		}
	}},
	{"DurabilityOfAReturnedUpdateIsNamed", func(f *fixture) {
		if d := f.Durability(); d < store.Buffered || d > store.Replicated {
			f.Errorf("durability is %d", d)
		}
	}},
}
