package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"

	"github.com/parley-interop/parley/internal/store"
)

// ledger runs operations that can be recognised later and keeps what became of each. Every operation writes a key, an entry
// of the log and a counter, so that a torn one shows.
type ledger struct {
	stop chan struct{}
	once sync.Once

	mu    sync.Mutex
	moved sync.Cond // an operation has begun, or all are over
	fates map[operation]fate
	shown store.Position
	wrong error // what a view has found wrong
	begun int
	over  bool
}

// operation is the n-th one of a worker.
type operation struct{ worker, n int }

func (o operation) String() string { return fmt.Sprintf("%d/%d", o.worker, o.n) }

// fate is what is known about the effect of an operation.
type fate int

const (
	begun    fate = iota // may or may not have happened
	done                 // was acknowledged
	undone               // did not happen
	doubtful             // store.ErrUncertain
)

// allKey counts all operations.
var allKey = []byte("count")

func newLedger() *ledger {
	l := &ledger{fates: make(map[operation]fate), stop: make(chan struct{})}
	l.moved.L = &l.mu
	return l
}

// run lets workers run operations, each its number of them or until halt, and a view look on from time to time.
func (l *ledger) run(s store.Store, workers, each int) {
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			for n := 0; n < each && !l.halted(); n++ {
				l.operate(s, operation{worker, n})
				l.look(s)
			}
		})
	}
	group.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	l.moved.Broadcast()
}

// await waits until so many operations have begun, or all are over.
func (l *ledger) await(operations int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.begun < operations && !l.over {
		l.moved.Wait()
	}
}

// halt makes run return soon.
func (l *ledger) halt() { l.once.Do(func() { close(l.stop) }) }

func (l *ledger) halted() bool {
	select {
	case <-l.stop:
		return true
	default:
		return false
	}
}

// operate runs one operation. Every fifth fails and every eleventh panics, after their writes.
func (l *ledger) operate(s store.Store, o operation) {
	l.mark(o, begun)
	defer func() {
		if reason := recover(); reason != nil {
			l.mark(o, undone)
		}
	}()
	err := s.Update(context.Background(), func(tx store.Tx) error {
		err := increment(tx, fmt.Appendf(nil, "count/%d", o.worker))
		if err2 := increment(tx, allKey); err != nil || err2 != nil {
			return errors.Join(err, err2)
		}
		tx.Set([]byte("operation/"+o.String()), fmt.Appendf(nil, "%d", tx.Append([]byte(o.String()))))
		switch {
		case o.n%5 == 4:
			return errRefused
		case o.n%11 == 10:
			panic(errRefused)
		}
		return nil
	})
	switch {
	case err == nil:
		l.mark(o, done)
	case errors.Is(err, store.ErrUncertain):
		l.mark(o, doubtful)
	default:
		l.mark(o, undone)
	}
}

func (l *ledger) mark(o operation, f fate) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fates[o] = f
	if f == begun {
		l.begun++
		l.moved.Broadcast()
	}
}

// operations is how many operations have begun.
func (l *ledger) operations() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.begun
}

// outcomes returns what is known at this moment.
func (l *ledger) outcomes() map[operation]fate {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.fates)
}

// seen returns the last head that a view has shown.
func (l *ledger) seen() store.Position {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.shown
}

// look notes what a view shows: of every operation the entry and the count, or neither.
func (l *ledger) look(s store.Store) {
	var head store.Position
	err := s.View(context.Background(), func(tx store.ReadTx) error {
		head = tx.Head()
		count, err := tx.Get(allKey)
		if err == nil && number(count) != uint64(head) {
			err = fmt.Errorf("a view shows %d operations and %d entries", number(count), head)
		}
		return err
	})
	l.mu.Lock()
	defer l.mu.Unlock()
	l.shown = max(l.shown, head)
	if err != nil && !errors.Is(err, store.ErrClosed) {
		l.wrong = errors.Join(l.wrong, err)
	}
}

// check compares a store with what is known about every operation.
func (l *ledger) check(s store.Store, known map[operation]fate) error {
	l.mu.Lock()
	wrong := l.wrong
	l.mu.Unlock()
	if wrong != nil {
		return wrong
	}
	return s.View(context.Background(), func(tx store.ReadTx) error {
		found, err := present(tx)
		if err != nil {
			return err
		}
		for o, f := range known {
			switch there := found[o.String()]; {
			case f == done && !there:
				err = errors.Join(err, fmt.Errorf("operation %v was acknowledged and is lost", o))
			case f == undone && there:
				err = errors.Join(err, fmt.Errorf("operation %v was refused and has happened", o))
			}
		}
		return errors.Join(err, checkWhole(tx, found))
	})
}

// present returns the operations that have their key.
func present(tx store.ReadTx) (map[string]bool, error) {
	const prefix = "operation/"
	found := make(map[string]bool)
	for pair, err := range tx.Scan(store.Range{From: []byte(prefix), To: []byte("operation0")}) {
		if err != nil {
			return nil, err
		}
		found[string(pair.Key[len(prefix):])] = true
		content, err := tx.Entry(positionOf(pair.Value))
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(content, pair.Key[len(prefix):]) {
			return nil, fmt.Errorf("key %q points to entry %s, which is %q", pair.Key, pair.Value, content)
		}
	}
	return found, nil
}

// checkWhole checks that log and counters agree with the operations that are there, and that the log has no gap.
func checkWhole(tx store.ReadTx, found map[string]bool) error {
	logged, err := entries(tx, 0, 0)
	if err != nil {
		return err
	}
	if len(logged) != len(found) || tx.Head() != store.Position(len(logged)) {
		return fmt.Errorf("%d operations, %d entries, head %d", len(found), len(logged), tx.Head())
	}
	counts := make(map[string]uint64)
	for _, o := range logged {
		var worker, n int
		if _, err := fmt.Sscanf(o, "%d/%d", &worker, &n); err != nil || !found[o] {
			return fmt.Errorf("entry %q belongs to no operation: %w", o, err)
		}
		counts[fmt.Sprintf("count/%d", worker)]++
	}
	for key, count := range counts {
		value, err := tx.Get([]byte(key))
		if err != nil {
			return err
		}
		if number(value) != count {
			return fmt.Errorf("%s is %d, the log has %d", key, number(value), count)
		}
	}
	return nil
}

func positionOf(value []byte) (p store.Position) {
	_, _ = fmt.Sscan(string(value), &p)
	return p
}
