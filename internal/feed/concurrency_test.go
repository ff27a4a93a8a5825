package feed

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// run runs the hub until the test ends.
func (w *world) run() {
	ctx, stop := context.WithCancel(context.WithoutCancel(w.Context()))
	var hub sync.WaitGroup
	hub.Go(func() { w.hub.Run(ctx) })
	w.Cleanup(func() {
		stop()
		hub.Wait()
	})
}

// One subscriber of a thousand takes its greeting and then nothing any more: the others get everything, and it costs no
// more than its queue.
func TestAStuckSubscriberDelaysNobody(t *testing.T) {
	const subscribers, entries = 1000, 100
	w := newWorld(t, sizes{batch: 64, queue: 16, page: 64, pageBytes: 1 << 20, scan: 256})
	w.commit(admit("r1/a", "ann", "stuck"))
	w.run()
	stuck := w.subscribe(member("stuck"), Start{})
	next(t, stuck)
	var ready, done sync.WaitGroup
	ready.Add(subscribers)
	for range subscribers {
		s := w.subscribe(member("ann"), Start{Position: beginning})
		done.Go(func() {
			once := sync.OnceFunc(ready.Done)
			defer once()
			for want := store.Position(1); want <= entries+1; {
				d, err := s.Next(t.Context())
				if err != nil {
					t.Error(err)
					return
				}
				once()
				if d.Entry == nil {
					continue
				}
				if d.Entry.Position != want {
					t.Errorf("got %d, want %d", d.Entry.Position, want)
					return
				}
				want++
			}
		})
	}
	ready.Wait()
	for range entries {
		w.commit(say("r1/a"))
	}
	done.Wait()
	if !stuck.queue.overflown || stuck.queue.items != nil || w.hub.members["stuck"] != nil {
		t.Fatalf("the stuck one keeps %d items", len(stuck.queue.items))
	}
	got := positions(w.drain(stuck))
	if len(got) != entries || got[0] != 2 {
		t.Fatalf("the stuck one then got %v", got)
	}
}

// Writers, the hub and subscribers that come and go all run at once; in the end each subscriber must have been given what
// the log says. A topic that nobody leaves, and whose resource is never closed, tells each of them where the end is.
func TestEverythingAtOnce(t *testing.T) {
	w := newWorld(t, sizes{batch: 8, queue: 8, page: 4, pageBytes: 1 << 20, scan: 16})
	w.commit(admit("r3/end", simMembers...))
	w.run()
	var writers, readers sync.WaitGroup
	subscribers := everybody(w)
	for i, s := range subscribers {
		readers.Go(func() {
			if err := s.follow(t.Context(), rand.New(rand.NewPCG(uint64(i), 2))); err != nil {
				t.Error(err)
			}
		})
	}
	for i := range 4 {
		writers.Go(func() {
			if err := w.scribble(t.Context(), rand.New(rand.NewPCG(uint64(i), 3))); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	for _, r := range simResources {
		w.commit(lower(closed(r)))
	}
	w.commit(fact{topics: []string{"r3/end"}, resource: "r3", admits: []string{"end"}})
	readers.Wait()
	if t.Failed() {
		return
	}
	facts := factsOf(w)
	for _, s := range subscribers {
		s.simulation = &simulation{world: w, facts: facts}
		if want := s.expected(s.head()); !slices.Equal(s.sorted(), want) {
			s.fail("was given %v, and not %v", s.sorted(), want)
		}
	}
}

// everybody is two streams of each member and one of a backend.
func everybody(w *world) []*subscriber {
	all := func(string) bool { return true }
	var out []*subscriber
	for _, m := range simMembers {
		out = append(out,
			&subscriber{audience: gated(m), member: m, sees: all},
			&subscriber{audience: member(m), member: m, sees: all})
	}
	out = append(out, &subscriber{audience: backend("r3"), sees: func(topic string) bool { return resourceOf(topic) == "r3" }})
	for _, s := range out {
		s.simulation = &simulation{world: w}
	}
	return out
}

// scribble writes some facts.
func (w *world) scribble(ctx context.Context, r *rand.Rand) error {
	sim := &simulation{world: w, Rand: r}
	for range 150 {
		f := sim.fact()
		switch resource := pick(sim, simResources[:2]); r.IntN(20) {
		case 0:
			f = raise(closed(resource))
		case 1, 2:
			f = lower(closed(resource))
		case 3:
			w.hub.Notify(pick(sim, simTopics), "", "notice")
		case 4:
			w.time.Add(int64(beat) / 4)
			w.hub.Tick()
		}
		if _, err := w.write(ctx, []fact{f}); err != nil {
			return err
		}
	}
	return nil
}

// follow takes part of the stream at a time, until it has the end.
func (s *subscriber) follow(ctx context.Context, r *rand.Rand) error {
	from := Start{Position: beginning}
	for {
		stream, err := s.hub.Subscribe(ctx, s.audience, from, beat)
		if err != nil {
			return err
		}
		end, err := s.followSome(ctx, stream, 1+r.IntN(40), &from)
		stream.Close()
		if end || err != nil {
			return err
		}
	}
}

// followSome takes up to n deliveries.
func (s *subscriber) followSome(ctx context.Context, stream *Subscription, n int, from *Start) (end bool, err error) {
	for range n {
		d, err := stream.Next(ctx)
		if err != nil {
			return false, err
		}
		if d.Cursor != nil {
			from.Cursor = d.Cursor
		}
		if d.Entry != nil {
			s.got = append(s.got, d.Entry.Position)
			if slices.Contains(d.Entry.Record.GetAdmitted(), "end") {
				return true, nil
			}
		}
	}
	return false, nil
}

// factsOf reads the log back.
func factsOf(w *world) (facts []fact) {
	w.Helper()
	err := w.store.View(w.Context(), func(tx store.ReadTx) error {
		for e, err := range w.hub.entries(tx, 0, 0) {
			if err != nil {
				return err
			}
			facts = append(facts, factOf(e.Record))
		}
		return nil
	})
	if err != nil {
		w.Fatal(err)
	}
	return facts
}

func factOf(r *recordv1.Entry) fact {
	return fact{topics: r.GetTopics(), resource: r.GetResourceId(), admits: r.GetAdmitted(), dismisses: r.GetDismissed(), other: !selectsChat(r)}
}

// Subscriptions come and go while the hub drains: each ends, and the hub keeps none.
func TestComingAndGoingWhileDraining(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", simMembers...))
	w.run()
	var all sync.WaitGroup
	started := make(chan struct{}, 100)
	for i := range 20 {
		all.Go(func() {
			for {
				s, err := w.hub.Subscribe(t.Context(), member(simMembers[i%3]), Start{Position: beginning}, beat)
				for n := 0; err == nil && n < 2; n++ {
					_, err = s.Next(t.Context())
				}
				if s != nil {
					s.Close()
				}
				select {
				case started <- struct{}{}:
				default:
				}
				if reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) {
					return
				}
				if err != nil && !errors.Is(err, context.Canceled) {
					t.Error(err)
					return
				}
			}
		})
	}
	for range cap(started) {
		<-started
	}
	w.hub.Drain()
	all.Wait()
	if h := w.hub; len(h.all)+len(h.topics)+len(h.members) > 0 {
		t.Fatalf("the hub keeps %v, %v and %v", h.all, h.topics, h.members)
	}
}
