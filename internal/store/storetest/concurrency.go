package storetest

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/parley-interop/parley/internal/store"
)

var concurrency = []sentence{
	{"ClosuresRunAsIfOneAfterTheOtherInTheOrderOfTheLog", testSerializable},
	{"ViewsStayConsistentWhileUpdatesRun", testTransfers},
	{"ConcurrentUpdatesCommitWhollyOrNotAtAll", func(f *fixture) {
		l := newLedger()
		l.run(f.Store, 16, 20)
		if err := l.check(f.Store, l.outcomes()); err != nil {
			f.Error(err)
		}
		f.reopen()
		if err := l.check(f.Store, l.outcomes()); err != nil {
			f.Errorf("after reopening: %v", err)
		}
	}},
	{"HeadNeverGoesBackAndEveryMoveIsTold", func(f *fixture) {
		const last = 100
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				seen := store.Position(0)
				for seen < last {
					head, moved := f.Head()
					if head < seen {
						f.Errorf("the head goes back from %d to %d", seen, head)
					}
					if seen = head; seen < last {
						<-moved
					}
				}
			})
		}
		for range last {
			f.do(func(tx store.Tx) { tx.Append([]byte("x")) })
		}
		group.Wait()
	}},
}

// testSerializable lets workers increment counters and log what they saw: replayed in the order of the log, every counter
// must take the values that its closures read.
func testSerializable(f *fixture) {
	const workers, rounds, counters = 16, 20, 3
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			for i := range rounds {
				a, b := byte((worker+i)%counters), byte(i%counters)
				err := f.Update(context.Background(), func(tx store.Tx) error {
					seen, err := tx.Get([]byte{'c', a})
					if err != nil {
						return err
					}
					tx.Append(append([]byte{a, b}, seen...))
					if err := increment(tx, []byte{'c', a}); err != nil {
						return err
					}
					err = increment(tx, []byte{'c', b})
					return err
				})
				if err != nil {
					f.Errorf("update: %v", err)
				}
			}
		})
	}
	group.Wait()
	f.look(func(tx store.ReadTx) error {
		var counted [counters]uint64
		if n := tx.Head(); n != workers*rounds {
			return fmt.Errorf("the log has %d entries, want %d", n, workers*rounds)
		}
		for entry, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			a, b, saw := entry.Content[0], entry.Content[1], number(entry.Content[2:])
			if saw != counted[a] {
				return fmt.Errorf("the closure of entry %d saw %d where the log says %d", entry.Position, saw, counted[a])
			}
			counted[a]++
			counted[b]++
		}
		return nil
	})
}

// testTransfers moves amounts between accounts while views and closures add them up.
func testTransfers(f *fixture) {
	const accounts, workers, rounds = 10, 8, 25
	account := func(i int) []byte { return fmt.Appendf(nil, "account/%d", i) }
	f.do(func(tx store.Tx) {
		for i := range accounts {
			tx.Set(account(i), binary.BigEndian.AppendUint64(nil, 100))
		}
	})
	total := func(tx store.ReadTx) error {
		sum, found := uint64(0), 0
		for pair, err := range tx.Scan(store.Range{From: []byte("account/"), To: []byte("account0")}) {
			if err != nil {
				return err
			}
			sum, found = sum+number(pair.Value), found+1
		}
		if sum != accounts*100 || found != accounts {
			return fmt.Errorf("%d accounts hold %d", found, sum)
		}
		return nil
	}
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			for i := range rounds {
				from, to := account((worker+i)%accounts), account((worker*3+i*7+1)%accounts)
				err := f.Update(context.Background(), func(tx store.Tx) error { return transfer(tx, from, to, total) })
				if err != nil && !errors.Is(err, errRefused) {
					f.Errorf("update: %v", err)
				}
				if err := f.View(context.Background(), total); err != nil {
					f.Errorf("view: %v", err)
				}
			}
		})
	}
	group.Wait()
	f.look(total)
}

// transfer moves one from an account to another, and fails half-way if there is nothing to move.
func transfer(tx store.Tx, from, to []byte, total func(store.ReadTx) error) error {
	if err := increment(tx, to); err != nil {
		return err
	}
	value, err := tx.Get(from)
	if err != nil {
		return err
	}
	left := number(value)
	if left == 0 {
		return errRefused
	}
	tx.Set(from, binary.BigEndian.AppendUint64(nil, left-1))
	return total(tx)
}

// increment adds one to a counter.
func increment(tx store.Tx, key []byte) error {
	old, err := tx.Get(key)
	if err != nil {
		return err
	}
	tx.Set(key, binary.BigEndian.AppendUint64(nil, number(old)+1))
	return nil
}

// number reads a counter; nothing is zero.
func number(value []byte) uint64 {
	if len(value) == 0 {
		return 0
	}
	return binary.BigEndian.Uint64(value)
}
