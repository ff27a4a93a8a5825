package feed

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

func metadata(err error) map[string]string {
	if e, ok := errors.AsType[*reason.Error](err); ok {
		return e.Metadata
	}
	return nil
}

func TestAStreamOfChosenTopicsEnds(t *testing.T) {
	for _, tt := range []struct {
		name  string
		facts []fact // after the subscription was taken
		want  []store.Position
		ends  bool
	}{
		{"not while one is left", []fact{dismiss("r1/a", "ann"), say("r1/b")}, []store.Position{3, 4}, false},
		{"after the last event", []fact{dismiss("r1/a", "ann"), say("r1/b"), dismiss("r1/b", "ann"), say("r1/b")}, []store.Position{3, 4, 5}, true},
		{"not for topics that were not chosen", []fact{admit("r1/c", "ann"), dismiss("r1/c", "ann")}, nil, false},
	} {
		for _, way := range []string{"live", "catching up"} {
			t.Run(tt.name+" "+way, func(t *testing.T) {
				w := newWorld(t, defaultSizes)
				w.commit(admit("r1/a", "ann"), admit("r1/b", "ann"))
				w.dispatch()
				s := w.subscribe(chosen("ann", "r1/a", "r1/b"), Start{})
				if way == "live" {
					w.drain(s)
				}
				w.commit(tt.facts...)
				w.dispatch()
				wantPositions(t, w.drain(s), tt.want...)
				if (s.err != nil) != tt.ends {
					t.Fatalf("ended with %v", s.err)
				}
				if tt.ends {
					wantEnd(t, s, typev1.Reason_REASON_ACCESS_LOST, "NOT_A_PARTICIPANT")
				}
			})
		}
	}
}

func TestAStreamIsNotOverWhileSomethingWaits(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	s := w.subscribe(chosen("ann", "r1/a"), Start{})
	w.drain(s)
	w.commit(dismiss("r1/a", "ann"))
	w.dispatch()
	if w.hub.over(s) {
		t.Fatal("over before the last entry was taken")
	}
	w.drain(s)
	if !w.hub.over(s) {
		t.Fatal("not over")
	}
}

func TestCheckEndsAStream(t *testing.T) {
	ban := func(w *world) { w.commit(raise(banned("ann"))) }
	for _, tt := range []struct {
		name string
		act  func(w *world)
	}{
		{"by a control entry", func(w *world) { ban(w); w.dispatch() }},
		{"by a heartbeat", func(w *world) { ban(w); w.time.Add(int64(beat)); w.hub.Tick() }},
		{"by falling behind", func(w *world) {
			for range 2 * small.queue {
				w.commit(say("r1/a"))
			}
			w.dispatch()
			ban(w)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t, small)
			w.commit(admit("r1/a", "ann"))
			w.dispatch()
			s := w.subscribe(gated("ann"), Start{})
			before := w.drain(s)
			tt.act(w)
			wantEnd(t, s, typev1.Reason_REASON_ACCESS_LOST, "INTEROP_RESOURCE_NOT_ALLOWED")
			w.commit(say("r1/a"), lower(banned("ann")))
			w.dispatch()
			head, _ := w.store.Head()
			got := positions(w.drain(w.subscribe(gated("ann"), last(before))))
			if len(got) != int(head)-1-2 {
				t.Fatalf("resumed with %v of %d", got, head)
			}
		})
	}
}

func TestDrainEndsStreams(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	s := w.subscribe(member("ann"), Start{})
	next(t, s)
	ended := make(chan error)
	go func() {
		_, err := s.Next(t.Context())
		ended <- err
	}()
	w.hub.Drain()
	if err := <-ended; !reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) {
		t.Fatal(err)
	}
	wantEnd(t, s, typev1.Reason_REASON_STREAM_RESUMABLE, "")
	if _, err := w.hub.Subscribe(t.Context(), member("ann"), Start{}, beat); !reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) {
		t.Fatal(err)
	}
}

// broken is a store whose reads fail.
type broken struct {
	store.Store
	err error
}

func (b *broken) View(ctx context.Context, fn func(store.ReadTx) error) error {
	if b.err != nil {
		return b.err
	}
	return b.Store.View(ctx, fn)
}

func TestAFailingStoreEndsStreams(t *testing.T) {
	other := errors.New("something else")
	for _, tt := range []struct {
		err       error
		resumable bool
	}{{store.ErrUnavailable, true}, {store.ErrClosed, true}, {other, false}} {
		t.Run(tt.err.Error(), func(t *testing.T) {
			b := &broken{Store: openStore(t)}
			w := newWorldOn(t, small, b)
			s := w.subscribe(member("ann"), Start{})
			b.err = tt.err
			_, err := s.Next(t.Context())
			if reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) != tt.resumable || !errors.Is(err, tt.err) {
				t.Fatal(err)
			}
		})
	}
}

func TestErrorsOfTheAudienceEndAStream(t *testing.T) {
	want := errors.New("no spans")
	w := newWorld(t, small)
	a := gated("ann")
	a.Spans = func(store.ReadTx) ([]Span, error) { return nil, want }
	s := w.subscribe(a, Start{})
	if _, err := s.Next(t.Context()); !errors.Is(err, want) {
		t.Fatal(err)
	}
}

// An entry that cannot be read is neither skipped nor does it hold back what is before it.
func TestADamagedEntryIsNotSkipped(t *testing.T) {
	for _, way := range []string{"live", "log", "index"} {
		t.Run(way, func(t *testing.T) {
			sizes := defaultSizes
			if way == "index" {
				sizes.scan = 1
			}
			w := newWorld(t, sizes)
			w.commit(admit("r1/a", "ann"))
			w.dispatch()
			w.listen()
			s := w.subscribe(member("ann"), Start{})
			if way == "live" {
				w.drain(s)
			}
			w.commit(say("r1/a"), say("r1/a"), say("r1/a"))
			err := w.store.Update(t.Context(), func(tx store.Tx) error {
				tx.Rewrite(3, []byte{0xff})
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if w.hub.advance(t.Context()) == nil || w.hub.Position() != 2 {
				t.Fatalf("the hub is at %d", w.hub.Position())
			}
			got := positions(w.drain(s))
			if way == "live" {
				if !slices.Equal(got, []store.Position{2}) {
					t.Fatalf("got %v", got)
				}
				s.attached = false // as after falling behind
				got = positions(w.drain(s))
			}
			if slices.Contains(got, 4) {
				t.Fatalf("got %v", got)
			}
			if s.err == nil || reason.Of(s.err) != 0 {
				t.Fatalf("ended with %v", s.err)
			}
		})
	}
}

// scripted is a store whose next reads go as told; the last answer stays.
type scripted struct {
	store.Store
	answers []func(ctx context.Context, fn func(store.ReadTx) error) error
}

func (s *scripted) View(ctx context.Context, fn func(store.ReadTx) error) error {
	answer := s.answers[0]
	if len(s.answers) > 1 {
		s.answers = s.answers[1:]
	}
	return answer(ctx, fn)
}

func TestRunOutlivesAFailureAndEndsWithTheStore(t *testing.T) {
	var log bytes.Buffer
	opened := openStore(t)
	script := &scripted{Store: opened}
	w := newWorldOn(t, small, script)
	w.hub.options.Log = slog.New(slog.NewTextHandler(&log, nil))
	script.answers = []func(context.Context, func(store.ReadTx) error) error{
		func(context.Context, func(store.ReadTx) error) error { return store.ErrUnavailable },
		func(ctx context.Context, fn func(store.ReadTx) error) error {
			err := opened.View(ctx, fn)
			_, more := w.write(ctx, []fact{say("r1/a")})
			return errors.Join(err, more)
		},
		func(context.Context, func(store.ReadTx) error) error { return store.ErrClosed },
	}
	w.commit(say("r1/a"))
	w.listen()
	w.hub.Run(t.Context())
	if w.hub.Position() != 1 || !strings.Contains(log.String(), store.ErrUnavailable.Error()) {
		t.Fatalf("the hub is at %d; its log is %q", w.hub.Position(), log.String())
	}
}

func TestRunEndsWithItsContext(t *testing.T) {
	for _, name := range []string{"while it waits", "while it fails", "while it reads"} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			script := &scripted{Store: openStore(t)}
			w := newWorldOn(t, small, script)
			w.hub.options.Log = slog.New(slog.DiscardHandler)
			script.answers = []func(context.Context, func(store.ReadTx) error) error{
				func(ctx context.Context, fn func(store.ReadTx) error) error {
					cancel()
					if name == "while it fails" {
						return store.ErrUnavailable
					}
					return script.Store.View(ctx, fn)
				},
			}
			if name == "while it waits" {
				cancel()
			} else {
				w.commit(say("r1/a"))
			}
			w.listen()
			w.hub.Run(ctx)
		})
	}
}

// listen makes somebody listen, for whom the hub reads the log.
func (w *world) listen() {
	w.hub.mu.Lock()
	defer w.hub.mu.Unlock()
	w.hub.listen(&Subscription{listening: listening{topics: map[string]role{}}}, "another topic", content)
}

func TestTheLogIsNotReadForNobody(t *testing.T) {
	script := &scripted{Store: openStore(t)}
	w := newWorldOn(t, small, script)
	w.commit(say("r1/a"), say("r1/b"))
	script.answers = []func(context.Context, func(store.ReadTx) error) error{
		func(context.Context, func(store.ReadTx) error) error {
			t.Error("it was read")
			return store.ErrClosed
		},
	}
	if err := w.hub.advance(t.Context()); err != nil || w.hub.Position() != 2 {
		t.Errorf("the hub is at %d, %v", w.hub.Position(), err)
	}
}
