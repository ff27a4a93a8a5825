package timer_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/timer"
)

func TestMain(m *testing.M) {
	code := m.Run()
	pgtest.Stop()
	os.Exit(code)
}

// meeting is a broker's store whose first view ends when that of the others has: all of them know the same timers before one of them
// does any.
type meeting struct {
	store.Store
	first sync.Once
	all   *sync.WaitGroup
}

// View implements store.Store.
func (m *meeting) View(ctx context.Context, fn func(store.ReadTx) error) error {
	err := m.Store.View(ctx, fn)
	m.first.Do(func() {
		m.all.Done()
		m.all.Wait()
	})
	return err
}

// open opens a store that is closed with the test.
func open(t *testing.T, address string) store.Store {
	t.Helper()
	s, err := engine.Open(t.Context(), address, engine.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// TestTimersFireOnceWhereBrokersShareAStore lets three brokers do the same timers at the same time. What a timer does is an entry in
// the log, so one that is done twice leaves two.
func TestTimersFireOnceWhereBrokersShareAStore(t *testing.T) {
	const brokers, timers = 3, 60
	server := pgtest.Shared(t)
	address := server.DSN(server.Database(t))
	c := &clock{now: time.Unix(1_000_000, 0)}
	mark := func(tx *ledger.Tx, subject string) error {
		tx.Append([]byte(subject))
		return nil
	}
	var all, group sync.WaitGroup
	var ledgers []*ledger.Ledger
	all.Add(brokers)
	for range brokers {
		ledgers = append(ledgers, ledger.New(&meeting{Store: open(t, address), all: &all}, c.tell))
	}
	set(t, ledgers[0], func(tx store.Tx) {
		for n := range timers {
			timer.Set(tx, c.now, "test", fmt.Sprint(n))
		}
	})
	for _, l := range ledgers {
		r := timer.NewRunner(l, map[string]timer.Handler{"test": mark}, slog.New(slog.DiscardHandler))
		group.Go(func() {
			if err := r.Fire(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	done := map[string]int{}
	err := ledgers[0].Store().View(t.Context(), func(tx store.ReadTx) error {
		for e, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			done[string(e.Content)]++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for n := range timers {
		if times := done[fmt.Sprint(n)]; times != 1 {
			t.Errorf("timer %d was done %d times", n, times)
		}
	}
}
