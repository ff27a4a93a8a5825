// Package transfer copies a whole store into another one, of whatever engine, and proves that nothing is missing. Positions
// of the log stay what they are, so with the source's epoch given to the target, cursors stay valid.
package transfer

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// portion is how much one transaction writes, in bytes, give or take one pair.
const portion = 1 << 20

// unfinished marks a target from before its first byte until the copy is proved.
var unfinished = key.Meta("copy-unfinished")

// ErrUnfinished means that a store is the target of a copy that has not come to its end.
var ErrUnfinished = errors.New("the store is an unfinished copy: run parley copy again, it goes on where it was")

// ErrNotEmpty means that a target holds something else already.
var ErrNotEmpty = errors.New("the target is not empty: copy into an empty data directory or database")

// ErrEmpty means that there is nothing to copy.
var ErrEmpty = errors.New("the source holds nothing: most likely its address is wrong")

// Summary is what a store holds: equal summaries, equal contents.
type Summary struct {
	// Entries is the number of entries of the log, and Keys that of the state.
	Entries, Keys int64
	// LogHash and StateHash are SHA-256 over the log and over the state, in order.
	LogHash, StateHash [32]byte
}

// String is for people.
func (s Summary) String() string {
	return fmt.Sprintf("%d log entries (sha256 %s), %d keys (sha256 %s)",
		s.Entries, hex.EncodeToString(s.LogHash[:8]), s.Keys, hex.EncodeToString(s.StateHash[:8]))
}

// Check returns ErrUnfinished for a store that nobody should work on yet.
func Check(ctx context.Context, s store.Store) error {
	return s.View(ctx, func(tx store.ReadTx) error {
		mark, err := tx.Get(unfinished)
		if err == nil && mark != nil {
			err = ErrUnfinished
		}
		return err
	})
}

// CheckSource returns why a store cannot be copied, ErrUnfinished or ErrEmpty, before anything is done to the target.
func CheckSource(ctx context.Context, s store.Store) error { return s.View(ctx, checkSource) }

func checkSource(source store.ReadTx) error {
	if mark, err := source.Get(unfinished); err != nil || mark != nil {
		return errors.Join(err, fmt.Errorf("the source cannot be copied: %w", ErrUnfinished))
	}
	empty, err := isEmpty(source)
	if err == nil && empty {
		err = ErrEmpty
	}
	return err
}

func isEmpty(tx store.ReadTx) (bool, error) {
	for _, err := range tx.Scan(store.Range{Limit: 1}) {
		return false, err
	}
	return tx.Head() == 0, nil
}

// Copy copies everything that from holds at this moment into an empty store, and compares the two afterwards. A copy that
// was broken off goes on when it is called again with the same source, and one that is there already is only compared. Errors are
// those of CheckSource, and ErrNotEmpty. The progress, unless nil, is told of each transaction: what is there of the log, or how
// many keys. Nothing else may write to the target meanwhile.
func Copy(ctx context.Context, from, to store.Store, progress func(what string, done int64)) (Summary, error) {
	if progress == nil {
		progress = func(string, int64) {}
	}
	var copied Summary
	err := from.View(ctx, func(source store.ReadTx) error {
		if err := checkSource(source); err != nil {
			return err
		}
		if err := Prepare(ctx, to); errors.Is(err, ErrNotEmpty) {
			copied, err = compare(ctx, source, to)
			return err
		} else if err != nil {
			return err
		}
		w := &writer{ctx: ctx, to: to, progress: progress}
		err := errors.Join(w.log(source), w.state(source))
		if err == nil {
			copied, err = summarize(source)
		}
		return err
	})
	if err != nil {
		return Summary{}, err
	}
	return copied, confirm(ctx, to, copied)
}

// compare returns ErrNotEmpty, unless a store holds all that the source does: then it is a copy that was finished before, and
// whose end nobody was told.
func compare(ctx context.Context, source store.ReadTx, to store.Store) (Summary, error) {
	want, err := summarize(source)
	if err != nil {
		return Summary{}, err
	}
	got, err := summaryOf(ctx, to)
	if err == nil && got != want {
		err = ErrNotEmpty
	}
	return want, err
}

func summaryOf(ctx context.Context, s store.Store) (got Summary, err error) {
	err = s.View(ctx, func(tx store.ReadTx) (err error) {
		got, err = summarize(tx)
		return err
	})
	return got, err
}

// Prepare marks an empty store as the target of a copy, or returns ErrNotEmpty. Copy does so too; who changes the target before,
// such as its epoch, prepares it first.
func Prepare(ctx context.Context, to store.Store) error {
	return to.Update(ctx, func(tx store.Tx) error {
		mark, err := tx.Get(unfinished)
		if err != nil || mark != nil {
			return err
		}
		empty, err := isEmpty(tx)
		switch {
		case err != nil:
			return err
		case !empty:
			return ErrNotEmpty
		}
		tx.Set(unfinished, []byte{1})
		return nil
	})
}

// confirm compares the target with what was copied, and then takes away its mark.
func confirm(ctx context.Context, to store.Store, copied Summary) error {
	got, err := summaryOf(ctx, to)
	if err != nil {
		return err
	}
	if got != copied {
		return fmt.Errorf("the copy is not what the source is: it holds %v, and the source %v: empty the target and copy again", got, copied)
	}
	return to.Update(ctx, func(tx store.Tx) error {
		tx.Delete(unfinished)
		return nil
	})
}
