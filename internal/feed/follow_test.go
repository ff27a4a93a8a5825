package feed

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// follow follows a subscription until the function that is returned is called, which returns the error.
func (w *world) follow(s *Subscription, send func(Delivery) error) (end func() error) {
	ctx, cancel := context.WithCancel(w.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Follow(ctx, send) }()
	end = func() error {
		cancel()
		return <-ended
	}
	w.Cleanup(cancel)
	return end
}

// running is a world whose hub runs until the test ends.
func running(t *testing.T) *world {
	w := newWorld(t, small)
	w.run()
	return w
}

func TestFollowersGetEverythingInOrderAndOneByOne(t *testing.T) {
	w := running(t)
	w.commit(admit("r1/a", "ann", "bob", "cyd"))
	var followers sync.WaitGroup
	const last = 301
	for _, name := range []string{"ann", "bob", "cyd"} {
		s := w.subscribe(member(name), Start{Position: beginning})
		followers.Go(func() {
			var got []store.Position
			var sending atomic.Int32
			done := errors.New("done")
			err := s.Follow(t.Context(), func(d Delivery) error {
				if sending.Add(1) != 1 {
					t.Error("two deliveries are sent at a time")
				}
				defer sending.Add(-1)
				if len(got)%7 == 0 {
					runtime.Gosched()
				}
				if d.Entry != nil {
					got = append(got, d.Entry.Position)
				}
				if len(got) == last {
					return done
				}
				return nil
			})
			if !errors.Is(err, done) {
				t.Errorf("%s ends with %v", name, err)
			}
			for i, p := range got {
				if p != store.Position(i+1) {
					t.Errorf("%s got %v", name, got)
					return
				}
			}
		})
	}
	for range last - 1 {
		w.commit(say("r1/a"))
	}
	followers.Wait()
}

func TestHowAFollowerEnds(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name string
		send func(cancel func()) error
		says string
	}{
		{"the send fails", func(func()) error { return broken }, "broken"},
		{"the send panics", func(func()) error { panic("ouch") }, "ouch"},
		{"the send ends its goroutine", func(func()) error { runtime.Goexit(); return nil }, errExited.Error()},
		{"the context ends while it sends", func(cancel func()) error { cancel(); return nil }, context.Canceled.Error()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := running(t)
			s := w.subscribe(backend("r1"), Start{})
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			sent := 0
			err := s.Follow(ctx, func(Delivery) error {
				sent++
				return tt.send(cancel)
			})
			if err == nil || !strings.Contains(err.Error(), tt.says) || sent != 1 {
				t.Errorf("after %d deliveries it ends with %v", sent, err)
			}
		})
	}
}

func TestASleepingFollowerEndsWithItsContext(t *testing.T) {
	w := running(t)
	asleep := make(chan struct{})
	end := w.follow(w.subscribe(backend("r1"), Start{}), func(Delivery) error {
		close(asleep)
		return nil
	})
	<-asleep
	if err := end(); !errors.Is(err, context.Canceled) {
		t.Errorf("it ends with %v", err)
	}
}

// Who waits for its network holds a goroutine of the crew, and nobody up.
func TestAFollowerThatCannotSendDelaysNobody(t *testing.T) {
	w := running(t)
	stuck := make(chan struct{})
	var ends []func() error
	for range 40 {
		ends = append(ends, w.follow(w.subscribe(backend("r1"), Start{}), func(d Delivery) error {
			if d.Entry != nil {
				<-stuck
			}
			return nil
		}))
	}
	got := make(chan store.Position, 100)
	ends = append(ends, w.follow(w.subscribe(backend("r1"), Start{Position: beginning}), func(d Delivery) error {
		if d.Entry != nil {
			got <- d.Entry.Position
		}
		return nil
	}))
	for range 20 {
		at := w.commit(say("r1/a"))
		if p := <-got; p != at {
			t.Fatalf("got %d instead of %d", p, at)
		}
	}
	close(stuck)
	for _, end := range ends {
		if err := end(); !errors.Is(err, context.Canceled) {
			t.Errorf("one ends with %v", err)
		}
	}
}

func TestDrainEndsFollowers(t *testing.T) {
	w := running(t)
	s := w.subscribe(backend("r1"), Start{})
	ended := make(chan error, 1)
	greeted := make(chan struct{})
	go func() {
		ended <- s.Follow(t.Context(), func(Delivery) error {
			close(greeted)
			return nil
		})
	}()
	<-greeted
	w.hub.Drain()
	if err := <-ended; !reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) {
		t.Errorf("it ends with %v", err)
	}
}

func TestACrewKeepsFewWhoRest(t *testing.T) {
	var c crew
	gate := make(chan struct{})
	var served atomic.Int32
	f := func() *follower {
		return &follower{
			subscription: &Subscription{ready: make([]Delivery, 1), hub: &Hub{options: Options{}.withDefaults()}},
			ctx:          t.Context(), ended: make(chan error, 1),
			send: func(Delivery) error { <-gate; served.Add(1); return errClosed },
		}
	}
	var all []*follower
	for range maxResting + 100 {
		one := f()
		all = append(all, one)
		one.state.Store(awake)
		c.serve(one)
	}
	close(gate)
	for _, one := range all {
		if err := <-one.ended; !errors.Is(err, errClosed) {
			t.Fatal(err)
		}
	}
	deadline := time.Now().Add(time.Minute)
	resting := func() int {
		c.mu.Lock()
		defer c.mu.Unlock()
		return len(c.resting)
	}
	for resting() < maxResting && time.Now().Before(deadline) {
		runtime.Gosched()
	}
	if n := resting(); n != maxResting {
		t.Errorf("%d rest", n)
	}
	before := runtime.NumGoroutine()
	one := f()
	c.serve(one)
	if err := <-one.ended; !errors.Is(err, errClosed) {
		t.Fatal(err)
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("one more follower makes %d goroutines of %d", n, before)
	}
	c.close()
	late := f()
	c.serve(late)
	if err := <-late.ended; !errors.Is(err, errClosed) {
		t.Fatal(err)
	}
	if !slices.Equal(c.resting, nil) || served.Load() != maxResting+102 {
		t.Errorf("%d were served", served.Load())
	}
}
