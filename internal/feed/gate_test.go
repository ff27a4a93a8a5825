package feed

import (
	"fmt"
	"slices"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// gateWorld is a world in which ann is in a topic of each of two resources, follows both, and has seen her admission.
func gateWorld(t *testing.T, s sizes) (*world, *Subscription) {
	t.Helper()
	w := newWorld(t, s)
	w.commit(admit("r1/a", "ann"), admit("r2/b", "ann"))
	w.dispatch()
	stream := w.subscribe(gated("ann"), Start{Position: beginning})
	wantPositions(t, w.drain(stream), 1, 2)
	return w, stream
}

// roomy has a queue that does not overflow, and small pages.
var roomy = sizes{batch: 100, queue: 100, page: 3, pageBytes: 1 << 20, scan: 5}

func TestAClosedResourceIsWithheldAndSentWhenItOpens(t *testing.T) {
	for _, way := range []string{"live", "catching up", "by a cursor"} {
		t.Run(way, func(t *testing.T) {
			w, s := gateWorld(t, roomy)
			w.commit(say("r1/a"), raise(closed("r1")), say("r1/a"), say("r2/b"), say("r1/a"), say("r2/b"))
			w.dispatch()
			if way == "catching up" { // all is closed before any of it was taken
				s.Close()
				s = w.subscribe(gated("ann"), Start{Position: beginning})
				wantPositions(t, w.drain(s), 2, 6, 8)
			} else {
				wantPositions(t, w.drain(s), 3, 6, 8)
			}
			w.commit(say("r1/a"), lower(closed("r1")), say("r1/a"), say("r2/b"))
			if way == "by a cursor" {
				cursor := Start{Cursor: s.cursor()}
				s.Close()
				s = w.subscribe(gated("ann"), cursor)
			}
			w.dispatch()
			want := []store.Position{5, 7, 9, 11, 12}
			if way == "catching up" {
				want = slices.Concat([]store.Position{1, 3}, want)
			}
			wantPositions(t, w.drain(s), want...)
		})
	}
}

// withheldWorld has ten entries of r1 withheld from ann.
func withheldWorld(t *testing.T) (*world, *Subscription, []Delivery) {
	t.Helper()
	w, s := gateWorld(t, roomy)
	w.commit(raise(closed("r1")))
	for range 10 {
		w.commit(say("r1/a"), say("r2/b"))
	}
	w.dispatch()
	before := w.drain(s)
	if len(positions(before)) != 10 {
		t.Fatalf("got %v", positions(before))
	}
	return w, s, before
}

var withheldPositions = []store.Position{4, 6, 8, 10, 12, 14, 16, 18, 20, 22}

// Wherever a stream is cut in the middle of a replay, the next one goes on there.
func TestAReplayIsResumed(t *testing.T) {
	w, s, before := withheldWorld(t)
	w.commit(lower(closed("r1")), say("r1/a"))
	w.dispatch()
	s.Close()
	want := append(slices.Clone(withheldPositions), 25)
	for cut := range want {
		s := w.subscribe(gated("ann"), last(before))
		var got []Delivery
		for len(positions(got)) < cut {
			got = append(got, next(t, s))
		}
		s.Close()
		if cut > 0 {
			s = w.subscribe(gated("ann"), last(got))
		} else {
			s = w.subscribe(gated("ann"), last(before))
		}
		rest := w.drain(s)
		s.Close()
		wantPositions(t, slices.Concat(got, rest), want...)
	}
}

func TestAReplayStopsWhenItIsClosedAgain(t *testing.T) {
	w, s, _ := withheldWorld(t)
	w.commit(lower(closed("r1")))
	w.dispatch()
	first := next(t, s)
	w.commit(raise(closed("r1")))
	w.dispatch()
	page := len(s.ready) // was read before it was closed
	got := append([]Delivery{first}, w.drain(s)...)
	if n := len(positions(got)) - 1; n > page {
		t.Fatalf("%d entries were sent after it was closed, %d were ready", n, page)
	}
	w.commit(lower(closed("r1")))
	w.dispatch()
	wantPositions(t, append(got, w.drain(s)...), withheldPositions...)
}

func TestNoHeartbeatIsCaughtUpBeforeTheReplay(t *testing.T) {
	w, s, _ := withheldWorld(t)
	w.commit(lower(closed("r1")))
	head, _ := w.store.Head()
	at := cursor{position: head, withheld: map[string]store.Position{"r1": 3}}
	s = w.subscribe(gated("ann"), Start{Cursor: at.encode(w.store.Epoch(), s.subscriber)})
	w.dispatch()
	if d := next(t, s); d.Entry != nil || d.CaughtUp {
		t.Fatalf("got %+v, and everything was not sent", d)
	}
	wantPositions(t, w.drain(s), withheldPositions...)
}

func TestWithheldOfATopicThatWasLeft(t *testing.T) {
	w, s := gateWorld(t, roomy)
	w.commit(raise(closed("r1")), say("r1/a"), dismiss("r1/a", "ann"), say("r1/a"), lower(closed("r1")), say("r1/a"))
	w.dispatch()
	wantPositions(t, w.drain(s), 4, 5)
}

func TestAllClosedEndsTheStream(t *testing.T) {
	for _, live := range []bool{true, false} {
		t.Run(fmt.Sprintf("live %v", live), func(t *testing.T) {
			w, s := gateWorld(t, roomy)
			w.commit(say("r1/a"), raise(closed("r1")), say("r1/a"), say("r2/b"), raise(closed("r2")), say("r1/a"))
			from := Start{Cursor: s.cursor()}
			var got []Delivery
			if live {
				w.dispatch()
				got = w.drain(s)
				from = last(got)
				wantPositions(t, got, 3)
			} else {
				s.Close()
				s = w.subscribe(gated("ann"), from)
				w.drain(s)
			}
			wantEnd(t, s, typev1.Reason_REASON_ACCESS_LOST, "INTEROP_RESOURCE_NOT_ALLOWED")
			w.dispatch()
			w.commit(say("r2/b"), lower(closed("r2")))
			w.dispatch()
			s = w.subscribe(gated("ann"), from)
			got = append(got, w.drain(s)...)
			w.commit(lower(closed("r1")))
			w.dispatch()
			got = append(got, w.drain(s)...)
			if all := slices.Sorted(slices.Values(positions(got))); !slices.Equal(all, []store.Position{3, 5, 6, 8, 9}) {
				t.Fatalf("got %v", all)
			}
		})
	}
}

func TestTooManyClosedResourcesEndTheStream(t *testing.T) {
	w := newWorld(t, defaultSizes)
	w.commit(admit("open/a", "ann"))
	for i := range maxWithheld + 1 {
		topic := fmt.Sprintf("closed%d/a", i)
		w.commit(admit(topic, "ann"), raise(closed(resourceOf(topic))))
	}
	w.dispatch()
	s := w.subscribe(gated("ann"), Start{Position: beginning})
	got := w.drain(s)
	wantPositions(t, got, 1)
	wantEnd(t, s, typev1.Reason_REASON_ACCESS_LOST, "INTEROP_RESOURCE_NOT_ALLOWED")
	w.commit(lower(closed("closed7")))
	w.dispatch()
	s = w.subscribe(gated("ann"), last(got))
	wantPositions(t, w.drain(s), 16)
	if s.err != nil || len(s.at.withheld) != maxWithheld {
		t.Fatalf("ended with %v, %d withheld", s.err, len(s.at.withheld))
	}
	if _, err := w.hub.Subscribe(t.Context(), gated("ann"), Start{Cursor: s.cursor()}, beat); err != nil {
		t.Fatal(err)
	}
}

func TestNoticesOfAClosedResourceAreDropped(t *testing.T) {
	w, s := gateWorld(t, roomy)
	w.commit(raise(closed("r1")))
	w.dispatch()
	w.hub.Notify("r1/a", "r1", "closed")
	w.hub.Notify("r2/b", "r2", "open")
	if got := w.drain(s); len(got) != 1 || got[0].Notice != "open" {
		t.Fatalf("got %+v", got)
	}
}

// A topic that is content and control goes on to be control when the member leaves it.
func TestControlOutlivesContent(t *testing.T) {
	w := newWorld(t, roomy)
	w.commit(admit("r1/a", "ann"))
	w.dispatch()
	a := gated("ann")
	a.Control = []string{"r1/a"}
	s := w.subscribe(a, Start{})
	w.drain(s)
	w.commit(say("r1/a"), dismiss("r1/a", "ann"), say("r1/a"))
	w.dispatch()
	wantPositions(t, w.drain(s), 2, 3)
	f := raise(banned("ann"))
	f.topics = []string{"r1/a"}
	w.commit(f)
	w.dispatch()
	w.drain(s)
	if !reason.Is(s.err, typev1.Reason_REASON_ACCESS_LOST) {
		t.Fatalf("ended with %v", s.err)
	}
}
