package feed

import (
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// Who catches up is told what it may see once, and again when that has changed; two of the same name do not take it from each other.
func TestWhatMayBeSeenIsAskedOnceWhileItIsTheSame(t *testing.T) {
	w := newWorld(t, sizes{batch: 8, queue: 8, page: 1, pageBytes: 1 << 20, scan: 1})
	w.commit(admit("r1/a", "ann"), admit("r2/b", "ann"))
	for range 10 {
		w.commit(say("r1/a"), say("r2/b"))
	}
	w.dispatch()
	w.index(4)
	asked := 0
	a := member("ann")
	a.Spans = func(tx store.ReadTx) ([]Span, error) {
		asked++
		return spansOf(tx, "ann")
	}
	s, other := w.subscribe(a, Start{Position: beginning}), w.subscribe(a, Start{Position: beginning})
	see := func(s *Subscription, from, to int, only string) {
		t.Helper()
		for p := from; p <= to; p++ {
			if d := next(t, s); d.Entry == nil || int(d.Entry.Position) != p || only != "" && d.Entry.Record.GetTopics()[0] != only {
				t.Fatalf("got %+v instead of entry %d", d, p)
			}
		}
	}
	for _, s := range []*Subscription{s, other} {
		if d := next(t, s); d.Entry != nil {
			t.Fatalf("got %+v instead of a heartbeat", d)
		}
	}
	see(s, 1, 6, "")
	see(other, 1, 6, "")
	see(s, 7, 8, "")
	if asked != 4 { // each of them when it attached, and for its first page
		t.Errorf("it was asked %d times", asked)
	}
	err := w.store.Update(t.Context(), func(tx store.Tx) error {
		tx.Delete(stayKey("ann", "r1/a"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for p := 10; p <= 22; p += 2 {
		see(s, p, p, "r2/b")
	}
	if d := next(t, s); d.Entry != nil {
		t.Fatalf("got %+v at the end", d)
	}
	if s.sight != nil {
		t.Error("what it saw is kept after it has caught up")
	}
	see(other, 8, 8, "r2/b")
}
