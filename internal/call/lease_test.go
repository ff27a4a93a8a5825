package call_test

import (
	"context"
	"iter"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/store/postgres"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/timer"
)

// common is a store that other brokers may use, counts its updates and fails when it is told to.
type common struct {
	store.Store

	updates *atomic.Int64
	broken  *atomic.Bool
}

func newCommon(s store.Store) common { return common{s, &atomic.Int64{}, &atomic.Bool{}} }

func (c common) Broadcasts() <-chan []byte { return make(chan []byte) }

func (c common) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	if c.broken.Load() {
		return store.ErrUnavailable
	}
	c.updates.Add(1)
	return c.Store.Update(ctx, fn, reads...)
}

// cell is a world with a second broker.
type cell struct {
	*world

	second *call.Service
	runner *timer.Runner // of the second broker
}

// newCell makes two brokers on two stores that have the same storage open.
func newCell(t *testing.T, one, two store.Store) *cell {
	w := newWorldOn(t, one)
	w.federate(false, false)
	l := ledger.New(two, func() time.Time { return w.now })
	quiet := slog.New(slog.DiscardHandler)
	hub := feed.NewHub(two, feed.Options{Log: quiet})
	return &cell{w, call.New(l, hub, call.Options{Log: quiet}), timer.NewRunner(l, call.Timers(), quiet)}
}

// talk connects two users, the second of whom answers on its device d.
func (w *world) talk() (b access.Caller, id string) {
	w.t.Helper()
	a, b := w.user(1), w.user(2)
	id = w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	return b, id
}

func (c *cell) open(s *call.Service, who access.Caller, device string) *call.Stream {
	c.t.Helper()
	stream, err := s.Subscribe(c.ctx, who, &callv1.SubscribeRequest{DeviceId: device})
	c.must(err)
	return stream
}

// elapse lets time pass in steps of a second. Brokers renew every five, unless they are frozen, and do what is due at the same time.
func (c *cell) elapse(seconds int, frozen ...*call.Service) {
	c.t.Helper()
	for range seconds {
		c.now = c.now.Add(time.Second)
		for _, s := range []*call.Service{c.Service, c.second} {
			if c.now.Second()%5 == 0 && (len(frozen) == 0 || frozen[0] != s) {
				c.must(s.Renew(c.ctx))
			}
		}
		done := make(chan error, 2)
		for _, r := range []*timer.Runner{c.world.runner, c.runner} {
			go func() { done <- r.Fire(c.ctx) }()
		}
		c.must(<-done)
		c.must(<-done)
	}
}

// happened are the events of a call that tell of lost devices and ends, in short.
func (w *world) happened(id string) (out []string) {
	w.t.Helper()
	for _, e := range w.events()[id] {
		switch {
		case e.GetLegLost() != nil:
			out = append(out, "lost")
		case e.GetLegRecovered() != nil:
			out = append(out, "recovered")
		case e.GetCallEnded() != nil:
			out = append(out, e.GetCallEnded().GetCall().GetEndCause().String())
		}
	}
	return out
}

func (c *cell) wantHappened(id string, want ...string) {
	c.t.Helper()
	got := c.happened(id)
	if len(got) != len(want) {
		c.t.Fatalf("there happened %v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			c.t.Fatalf("there happened %v, want %v", got, want)
		}
	}
}

const lostForGood = "END_CAUSE_DEVICE_LOST"

func TestBrokersWatchOverTheDevicesOfEachOther(t *testing.T) {
	tests := []struct {
		name string
		play func(c *cell, b access.Caller, id string)
	}{
		{"a broker that renews keeps its devices", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.elapse(300)
			c.wantHappened(id)
		}},
		{"of a broker that dies, another takes over", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.elapse(14, c.second)
			c.wantHappened(id)
			c.elapse(2, c.second)
			c.wantHappened(id, "lost")
			c.elapse(28, c.second)
			c.wantHappened(id, "lost")
			c.elapse(60, c.second)
			c.wantHappened(id, "lost", lostForGood)
		}},
		{"a broker that was away notes its devices anew", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.elapse(30, c.second)
			c.wantHappened(id, "lost")
			c.elapse(300)
			c.wantHappened(id, "lost", "recovered")
		}},
		{"a stream that opens finds out that the lease is gone", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.elapse(30, c.second)
			c.open(c.second, b, "other")
			c.wantHappened(id, "lost")
			c.elapse(5)
			c.wantHappened(id, "lost", "recovered")
		}},
		{"a device that has come to another broker is not lost", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.elapse(7, c.second)
			c.open(c.Service, b, "d")
			c.elapse(100, c.second)
			c.wantHappened(id)
		}},
		{"a device that leaves one broker for another is not lost", func(c *cell, b access.Caller, id string) {
			before := c.open(c.second, b, "d")
			c.open(c.Service, b, "d")
			before.Close()
			c.elapse(100)
			c.wantHappened(id)
		}},
		{"a broker that stops gives up its lease at once", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			ctx, stop := context.WithCancel(c.ctx)
			stop()
			c.second.Run(ctx)
			c.wantHappened(id, "lost")
		}},
		{"a broker that starts disturbs no other", func(c *cell, b access.Caller, id string) {
			c.open(c.second, b, "d")
			c.restart()
			c.wantHappened(id)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newCommon(ledgertest.New(t).Store())
			c := newCell(t, s, s)
			b, id := c.talk()
			tt.play(c, b, id)
		})
	}
}

func TestBrokersShareADatabase(t *testing.T) {
	server := pgtest.Shared(t)
	database := server.DSN(server.Database(t))
	var stores [2]store.Store
	for i := range stores {
		s, err := postgres.Open(t.Context(), database, postgres.Options{Logger: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		stores[i] = s
	}
	c := newCell(t, stores[0], stores[1])
	b, id := c.talk()
	c.open(c.second, b, "d")
	c.elapse(30, c.second)
	c.elapse(10)
	c.wantHappened(id, "lost", "recovered")
	c.elapse(60, c.second)
	c.wantHappened(id, "lost", "recovered", "lost", lostForGood)
	if left := c.timers(); len(left) > 0 {
		t.Errorf("timers are left: %v", left)
	}
}

func TestTakingOverManyStreams(t *testing.T) {
	s := newCommon(ledgertest.New(t).Store())
	c := newCell(t, s, s)
	b, id := c.talk()
	for range 1200 {
		c.open(c.second, b, "d")
	}
	c.elapse(16, c.second)
	c.wantHappened(id, "lost")
	c.view(func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(key.DevicesOf(b.User.Raw())) {
			t.Errorf("still noted: %q, %v", pair.Key, err)
		}
		return nil
	})
	c.elapse(5)
	c.wantHappened(id, "lost", "recovered")
}

func TestABrokerWithoutNewsWritesNothing(t *testing.T) {
	renewals := func(c *cell, s common) int64 {
		before := s.updates.Load()
		for range 4 {
			c.now = c.now.Add(5 * time.Second)
			c.must(c.second.Renew(c.ctx))
		}
		return s.updates.Load() - before
	}
	s := newCommon(ledgertest.New(t).Store())
	c := newCell(t, s, s)
	if n := renewals(c, s); n != 0 {
		t.Errorf("without a stream there are %d commits", n)
	}
	stream := c.open(c.second, c.user(1), "d")
	if n := renewals(c, s); n != 4 {
		t.Errorf("with a stream four renewals make %d commits", n)
	}
	stream.Close()
	if n := renewals(c, s); n != 1 {
		t.Errorf("after the last stream there are %d commits, and not the one that gives up the lease", n)
	}
	alone := newWorld(t)
	counted := newCommon(alone.ledger.Store())
	only := onlyBroker{counted}
	service := call.New(ledger.New(only, func() time.Time { return alone.now }), alone.hub, call.Options{})
	if _, err := service.Subscribe(t.Context(), alone.user(1), &callv1.SubscribeRequest{DeviceId: "d"}); err != nil {
		t.Fatal(err)
	}
	before := counted.updates.Load()
	alone.must(service.Renew(t.Context()))
	if n := counted.updates.Load() - before; before != 1 || n != 0 {
		t.Errorf("where the store is one broker's, a stream makes %d commits and a renewal %d", before, n)
	}
}

// onlyBroker is a store that no other broker can use.
type onlyBroker struct{ common }

func (onlyBroker) Broadcasts() <-chan []byte { return nil }

func TestWhatAFailingStoreWasNotToldItIsToldLater(t *testing.T) {
	s := newCommon(ledgertest.New(t).Store())
	c := newCell(t, s, s)
	b, id := c.talk()
	stream := c.open(c.second, b, "d")
	s.broken.Store(true)
	if _, err := c.second.Subscribe(c.ctx, b, &callv1.SubscribeRequest{DeviceId: "d"}); err == nil {
		t.Fatal("a stream opens though its device cannot be noted")
	}
	stream.Close()
	if err := c.second.Renew(c.ctx); err == nil {
		t.Error("nothing fails")
	}
	s.broken.Store(false)
	c.wantHappened(id)
	c.must(c.second.Renew(c.ctx))
	c.wantHappened(id, "lost")
}

func TestStreamsOfNoKnownBrokerAreForgotten(t *testing.T) {
	w := newWorld(t)
	b, id := w.talk()
	w.listen(b, "d")
	// The cell moves to a storage that brokers share: the lease of the only broker is none there.
	s := newCommon(w.ledger.Store())
	moved := call.New(ledger.New(s, func() time.Time { return w.now }), w.hub, call.Options{})
	w.must(moved.Recover(t.Context()))
	if got := w.happened(id); len(got) != 1 || got[0] != "lost" {
		t.Errorf("there happened %v", got)
	}
}
