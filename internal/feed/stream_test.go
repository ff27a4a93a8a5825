package feed

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// next is the next delivery; it waits.
func next(t *testing.T, s *Subscription) Delivery {
	t.Helper()
	d, err := s.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wantPositions compares the entries among deliveries.
func wantPositions(t testing.TB, got []Delivery, want ...store.Position) {
	t.Helper()
	if !slices.Equal(positions(got), want) {
		t.Fatalf("got %v, want %v", positions(got), want)
	}
}

// wantEnd makes sure that a stream has ended, and does so each time it is asked.
func wantEnd(t *testing.T, s *Subscription, r typev1.Reason, cause string) {
	t.Helper()
	for range 2 {
		_, err := s.Next(t.Context())
		if !reason.Is(err, r) {
			t.Fatalf("ended with %v, want %v", err, r)
		}
		if got := metadata(err)["cause"]; got != cause {
			t.Fatalf("cause is %q, want %q", got, cause)
		}
	}
}

func TestAStreamBeginsWithAHeartbeat(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"), say("r1/a"))
	for _, tt := range []struct {
		name     string
		start    Start
		caughtUp bool
	}{
		{"now", Start{}, true},
		{"beginning", Start{Position: beginning}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w.dispatch()
			d := next(t, w.subscribe(member("ann"), tt.start))
			if d.Entry != nil || d.Notice != nil || d.Cursor == nil || d.Oldest == nil || d.CaughtUp != tt.caughtUp {
				t.Fatalf("began with %+v", d)
			}
		})
	}
}

func TestWhereAStreamStarts(t *testing.T) {
	w := newWorld(t, small)
	w.commit(say("r1/a"), admit("r1/a", "ann"), say("r1/a"), say("r2/b"), say("r1/a"))
	w.dispatch()
	fromBeginning := w.drain(w.subscribe(member("ann"), Start{Position: beginning}))
	wantPositions(t, fromBeginning, 2, 3, 5)
	streams := map[string]struct {
		start Start
		want  []store.Position
	}{
		"now":                        {Start{}, []store.Position{6}},
		"beginning":                  {Start{Position: beginning}, []store.Position{2, 3, 5, 6}},
		"after the first heartbeat":  {Start{Cursor: fromBeginning[0].Cursor}, []store.Position{2, 3, 5, 6}},
		"after the first entry":      {Start{Cursor: fromBeginning[1].Cursor}, []store.Position{3, 5, 6}},
		"after the last entry":       {Start{Cursor: fromBeginning[3].Cursor}, []store.Position{6}},
		"from the oldest cursor":     {Start{Cursor: fromBeginning[0].Oldest}, []store.Position{2, 3, 5, 6}},
		"a cursor before a position": {Start{Cursor: fromBeginning[3].Cursor, Position: beginning}, []store.Position{6}},
	}
	open := map[string]*Subscription{}
	for name, tt := range streams {
		open[name] = w.subscribe(member("ann"), tt.start)
	}
	w.commit(say("r1/a"))
	w.dispatch()
	for name, tt := range streams {
		t.Run(name, func(t *testing.T) { wantPositions(t, w.drain(open[name]), tt.want...) })
	}
}

// The hub may be behind the store when a subscription comes; it must not hand out what was read from the store, nor what
// the spans of the later state do not hold.
func TestTheHubIsBehindTheStore(t *testing.T) {
	w := newWorld(t, small)
	w.commit(say("r1/a"), admit("r1/a", "ann"), say("r1/a"), dismiss("r1/a", "ann"), say("r1/a"), admit("r1/a", "ann"))
	s := w.subscribe(member("ann"), Start{Position: beginning})
	early := w.drain(s)
	wantPositions(t, early, 2, 3, 4, 6)
	if early[0].CaughtUp {
		t.Fatal("says that it has caught up before it has sent anything")
	}
	w.commit(say("r1/a"), dismiss("r1/a", "ann"), say("r1/a"))
	w.dispatch()
	wantPositions(t, w.drain(s), 7, 8)
}

func TestLiveDelivery(t *testing.T) {
	for _, tt := range []struct {
		name     string
		audience Audience
		facts    []fact
		want     []store.Position
	}{
		{"a member sees what it is in", member("ann"), []fact{admit("r1/a", "ann", "bob"), say("r1/a"), say("r1/b"), say("r1/a")}, []store.Position{1, 2, 4}},
		{
			"from the entry that admits to the one that dismisses", member("ann"),
			[]fact{say("r1/a"), admit("r1/a", "ann"), dismiss("r1/a", "ann"), say("r1/a"), admit("r1/a", "ann"), say("r1/a")},
			[]store.Position{2, 3, 5, 6},
		},
		{"an entry in two topics is sent once", member("ann"), []fact{admit("r1/a", "ann"), admit("r1/b", "ann"), {topics: []string{"r1/a", "r1/b"}, resource: "r1"}}, []store.Position{1, 2, 3}},
		{"other kinds of entries are not sent", member("ann"), []fact{admit("r1/a", "ann"), {topics: []string{"r1/a"}, other: true}, say("r1/a")}, []store.Position{1, 3}},
		{"control entries are not sent", member("ann"), []fact{admit("r1/a", "ann"), raise("x"), say("r1/a")}, []store.Position{1, 3}},
		{"a chosen topic is sent, another is not", chosen("ann", "r1/a", "r1/c"), []fact{admit("r1/b", "ann"), admit("r1/a", "ann"), say("r1/b"), say("r1/a")}, []store.Position{2, 4}},
		{"a backend sees all of its resource", backend("r1"), []fact{say("r1/a"), say("r2/a"), {resource: "r1"}, say("r1/b")}, []store.Position{1, 4}},
	} {
		for _, way := range []string{"live", "by the log", "by the index"} {
			t.Run(tt.name+" "+way, func(t *testing.T) {
				sizes := defaultSizes
				if way == "by the index" {
					sizes.scan = 1
				}
				w := newWorld(t, sizes)
				if tt.audience.Ends { // it would end at once
					tt.audience.Ends = false
				}
				s := w.subscribe(tt.audience, Start{Position: beginning})
				if way == "live" {
					w.drain(s)
				}
				w.commit(tt.facts...)
				w.dispatch()
				if way == "live" && s.upTo != 0 {
					t.Fatal("it did not follow")
				}
				wantPositions(t, w.drain(s), tt.want...)
			})
		}
	}
}

func TestOverflowLosesNothing(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	s := w.subscribe(member("ann"), Start{Position: beginning})
	w.drain(s)
	for range 40 {
		w.commit(say("r1/a"))
	}
	w.dispatch()
	if got := len(s.queue.items); got != 0 || !s.queue.overflown {
		t.Fatalf("%d items wait, overflown is %v", got, s.queue.overflown)
	}
	if len(w.hub.topics)+len(w.hub.members) > 0 {
		t.Fatalf("the hub still knows %v and %v", w.hub.topics, w.hub.members)
	}
	got := positions(w.drain(s))
	if len(got) != 40 || got[0] != 2 || got[39] != 41 {
		t.Fatalf("got %v", got)
	}
	w.commit(say("r1/a"))
	w.dispatch()
	wantPositions(t, w.drain(s), 42)
}

// A change to what may be seen between the read of it and the attaching makes the subscription read it again.
func TestMovedWhileAttaching(t *testing.T) {
	for _, tt := range []struct {
		name  string
		facts []fact
		want  []store.Position
		then  []store.Position
	}{
		{"dismissed", []fact{say("r1/a"), dismiss("r1/a", "ann"), say("r1/a")}, []store.Position{2, 3}, nil},
		{"admitted", []fact{admit("r1/b", "ann"), say("r1/b")}, []store.Position{2, 3}, []store.Position{4, 5}},
		{"dismissed and admitted", []fact{dismiss("r1/a", "ann"), say("r1/a"), admit("r1/a", "ann"), say("r1/a")}, []store.Position{2, 4, 5}, []store.Position{6}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			reads := &interleaved{Store: openStore(t), busy: true}
			w := newWorldOn(t, small, reads)
			w.commit(admit("r1/a", "ann"))
			w.dispatch()
			s := w.subscribe(member("ann"), Start{})
			reads.busy, reads.between = false, func() {
				w.commit(tt.facts...)
				w.dispatch()
				reads.between = func() {}
			}
			wantPositions(t, w.drain(s), tt.want...)
			w.commit(say("r1/a"), say("r1/b"))
			w.dispatch()
			wantPositions(t, w.drain(s), tt.then...)
		})
	}
}

func TestHeartbeatsPassBy(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	s := w.subscribe(member("ann"), Start{})
	next(t, s)
	for range 10 {
		w.commit(say("r2/b"))
	}
	w.dispatch()
	w.time.Add(int64(beat) - 1)
	w.hub.Tick()
	if d, ok := s.poll(t.Context()); ok {
		t.Fatalf("%+v came too early", d)
	}
	w.time.Add(1)
	w.hub.Tick()
	d := next(t, s)
	at, err := decode(d.Cursor, w.store.Epoch(), 11, s.subscriber)
	if err != nil || at.position != 11 || !d.CaughtUp {
		t.Fatalf("cursor is at %d: %v; caught up is %v", at.position, err, d.CaughtUp)
	}
	w.commit(say("r1/a"))
	w.dispatch()
	wantPositions(t, w.drain(w.subscribe(member("ann"), Start{Cursor: d.Cursor})), 12)
}

// What is sent puts the heartbeat off; a long search without a find does not. The last one says that it has caught up.
func TestHeartbeatsOfABusyStream(t *testing.T) {
	w := newWorld(t, sizes{batch: 1, queue: 1, page: 1, pageBytes: 1 << 20, scan: 1})
	w.commit(say("r2/b"), say("r2/b"), say("r2/b"), say("r2/b"), say("r1/a"))
	w.dispatch()
	a := backend("r1")
	a.Check = func(store.ReadTx) error {
		w.time.Add(int64(beat) / 2)
		w.hub.Tick()
		return nil
	}
	var kinds []string
	for _, d := range w.drain(w.subscribe(a, Start{Position: beginning})) {
		kind := "heartbeat"
		if d.Entry != nil {
			kind = "entry"
		}
		kinds = append(kinds, kind)
	}
	if want := []string{"heartbeat", "heartbeat", "heartbeat", "entry", "heartbeat"}; !slices.Equal(kinds, want) {
		t.Fatalf("got %v, want %v", kinds, want)
	}
}

func TestNotices(t *testing.T) {
	w := newWorld(t, small)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	ann, all, bob := w.subscribe(member("ann"), Start{}), w.subscribe(backend("r1"), Start{}), w.subscribe(member("bob"), Start{})
	both := backend("r1")
	both.Spans = func(store.ReadTx) ([]Span, error) {
		return []Span{{Topic: "r1/a", From: 1, Resource: "r1"}, {Topic: Within("r1"), From: 1, Resource: "r1"}}, nil
	}
	double := w.subscribe(both, Start{})
	for _, s := range []*Subscription{ann, all, bob, double} {
		next(t, s)
	}
	for i := range 100 {
		w.hub.Notify("r1/a", "r1", i)
	}
	w.commit(say("r1/a"))
	w.dispatch()
	for name, tt := range map[string]struct {
		s    *Subscription
		want int
	}{
		"who is in the topic":    {ann, small.queue / 2},
		"who has the resource":   {all, small.queue / 2},
		"who has both, gets one": {double, small.queue / 2},
		"who is elsewhere":       {bob, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := w.drain(tt.s)
			for i := range tt.want {
				if got[i].Notice != i || got[i].Cursor != nil {
					t.Fatalf("notice %d is %+v", i, got[i])
				}
			}
			if rest := len(got) - tt.want; tt.want > 0 && (rest != 1 || got[tt.want].Entry == nil) || tt.want == 0 && rest != 0 {
				t.Fatalf("got %+v: notices must leave room for the entry", got)
			}
		})
	}
}

func TestHeartbeatHasADefault(t *testing.T) {
	if got := Heartbeat(nil); got != usualHeartbeat {
		t.Errorf("nothing asked: %v", got)
	}
	if got := Heartbeat(durationpb.New(5 * time.Second)); got != 5*time.Second {
		t.Errorf("5 s asked: %v", got)
	}
}

func TestSubscriptionsAreBounded(t *testing.T) {
	w := newWorld(t, small)
	w.hub.options.MaxSubscriptions = 1
	s := w.subscribe(member("ann"), Start{})
	if _, err := w.hub.Subscribe(t.Context(), member("bob"), Start{}, beat); !reason.Is(err, typev1.Reason_REASON_TOO_MANY_STREAMS) {
		t.Fatal(err)
	}
	s.Close()
	s.Close()
	if _, err := s.Next(t.Context()); err == nil {
		t.Fatal("a closed subscription goes on")
	}
	w.subscribe(member("bob"), Start{})
}

func TestACancelledContextEndsAStream(t *testing.T) {
	w := newWorld(t, small)
	s := w.subscribe(member("ann"), Start{})
	next(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(time.Microsecond, cancel)
	if _, err := s.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}
