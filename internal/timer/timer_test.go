package timer_test

import (
	"errors"
	"log/slog"
	"slices"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/timer"
)

// clock is set by hand.
type clock struct{ now time.Time }

func (c *clock) tell() time.Time { return c.now }

func set(t *testing.T, l *ledger.Ledger, fn func(tx store.Tx)) {
	t.Helper()
	if err := l.Store().Update(t.Context(), func(tx store.Tx) error { fn(tx); return nil }); err != nil {
		t.Fatal(err)
	}
}

func TestTimersFireOnceInTheirOrder(t *testing.T) {
	c := &clock{now: time.Unix(1_000_000, 0)}
	l := ledger.New(ledgertest.New(t).Store(), c.tell)
	var done []string
	r := timer.NewRunner(l, map[string]timer.Handler{"test": func(tx *ledger.Tx, subject string) error {
		done = append(done, subject)
		if subject == "again" && len(done) < 10 {
			timer.Set(tx, tx.Now.Add(time.Hour), "test", subject)
		}
		return nil
	}}, slog.New(slog.DiscardHandler))
	set(t, l, func(tx store.Tx) {
		timer.Set(tx, c.now.Add(2*time.Second), "test", "second")
		timer.Set(tx, c.now.Add(time.Second), "test", "first")
		timer.Set(tx, c.now.Add(time.Second), "test", "cleared")
		timer.Set(tx, c.now.Add(time.Minute), "test", "again")
		timer.Clear(tx, c.now.Add(time.Second), "test", "cleared")
		timer.Set(tx, c.now.Add(time.Second), "unknown", "kept")
	})
	steps := []struct {
		after time.Duration
		want  []string
	}{
		{0, nil},
		{time.Second, []string{"first"}},
		{0, nil},
		{time.Hour, []string{"second", "again"}},
		{time.Hour, []string{"again"}},
	}
	for i, step := range steps {
		done = nil
		c.now = c.now.Add(step.after)
		if err := r.Fire(t.Context()); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(done, step.want) {
			t.Errorf("step %d: done %v, want %v", i, done, step.want)
		}
	}
}

func TestATimerThatFailsComesAgainAndKeepsNoOther(t *testing.T) {
	c := &clock{now: time.Unix(1_000_000, 0)}
	l := ledger.New(ledgertest.New(t).Store(), c.tell)
	broken := errors.New("broken")
	var done []string
	r := timer.NewRunner(l, map[string]timer.Handler{"test": func(tx *ledger.Tx, subject string) error {
		tx.Set([]byte("written by "+subject), nil)
		if subject == "a" && broken != nil {
			return broken
		}
		done = append(done, subject)
		return nil
	}}, slog.New(slog.DiscardHandler))
	set(t, l, func(tx store.Tx) {
		timer.Set(tx, c.now, "test", "a")
		timer.Set(tx, c.now, "test", "b")
	})
	if err := r.Fire(t.Context()); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	if !slices.Equal(done, []string{"b"}) {
		t.Errorf("done %v", done)
	}
	err := l.Store().View(t.Context(), func(tx store.ReadTx) error {
		v, err := tx.Get([]byte("written by a"))
		if v != nil {
			t.Error("what failed has left something")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	broken = nil
	if err := r.Fire(t.Context()); err != nil || !slices.Equal(done, []string{"b", "a"}) {
		t.Errorf("done %v, %v", done, err)
	}
}

func TestMoreTimersThanOneBatch(t *testing.T) {
	c := &clock{now: time.Unix(1_000_000, 0)}
	l := ledger.New(ledgertest.New(t).Store(), c.tell)
	n := 0
	r := timer.NewRunner(l, map[string]timer.Handler{"test": func(*ledger.Tx, string) error { n++; return nil }}, slog.New(slog.DiscardHandler))
	set(t, l, func(tx store.Tx) {
		for i := range 1000 {
			timer.Set(tx, c.now.Add(-time.Duration(i)*time.Second), "test", "x")
		}
	})
	if err := r.Fire(t.Context()); err != nil || n != 1000 {
		t.Errorf("%d fired, %v", n, err)
	}
}
