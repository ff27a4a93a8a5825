package feed

import (
	"bytes"
	"fmt"
	"maps"
	"testing"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

const (
	testEpoch      store.Epoch    = 7
	testHead       store.Position = 100
	testSubscriber uint64         = 11
)

func TestCursorsAreChecked(t *testing.T) {
	good := cursor{position: 50, withheld: map[string]store.Position{"r1": 3, "r2": 50}}
	bytesOf := func(change func(m *recordv1.Cursor)) []byte {
		m := &recordv1.Cursor{}
		if err := opaque.Decode(good.encode(testEpoch, testSubscriber), m); err != nil {
			t.Fatal(err)
		}
		change(m)
		return opaque.Encode(m)
	}
	const invalid, foreign, epoch = typev1.Reason_REASON_CURSOR_INVALID, typev1.Reason_REASON_CURSOR_FOREIGN, typev1.Reason_REASON_CURSOR_EPOCH
	for _, tt := range []struct {
		name   string
		cursor []byte
		want   typev1.Reason
	}{
		{"unchanged", good.encode(testEpoch, testSubscriber), 0},
		{"at the head", bytesOf(func(m *recordv1.Cursor) { m.Position = uint64(testHead) }), 0},
		{"beyond the head", bytesOf(func(m *recordv1.Cursor) { m.Position = uint64(testHead) + 1 }), epoch},
		{"of another history", good.encode(testEpoch+1, testSubscriber), epoch},
		{"of another subscriber", good.encode(testEpoch, testSubscriber+1), foreign},
		{"of another version", bytesOf(func(m *recordv1.Cursor) { m.Version++ }), invalid},
		{"cut short", good.encode(testEpoch, testSubscriber)[1:], invalid},
		{"of nothing", []byte{0}, invalid},
		{"with too much withheld", bytesOf(func(m *recordv1.Cursor) {
			for i := range maxWithheld {
				m.Withheld = append(m.Withheld, &recordv1.Withheld{ResourceId: fmt.Sprint(i)})
			}
		}), invalid},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := decode(tt.cursor, testEpoch, testHead, testSubscriber)
			if reason.Of(err) != tt.want {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if err == nil && !maps.Equal(c.withheld, good.withheld) {
				t.Fatalf("got %v", c)
			}
		})
	}
}

func TestAnyFlippedBitIsDamage(t *testing.T) {
	good := cursor{position: 50, withheld: map[string]store.Position{"r1": 3}}.encode(testEpoch, testSubscriber)
	for i := range len(good) * 8 {
		bad := bytes.Clone(good)
		bad[i/8] ^= 1 << (i % 8)
		if _, err := decode(bad, testEpoch, testHead, testSubscriber); !reason.Is(err, typev1.Reason_REASON_CURSOR_INVALID) {
			t.Fatalf("bit %d: %v", i, err)
		}
	}
}

func TestSubscribeChecksTheCursor(t *testing.T) {
	w := newWorld(t, small)
	w.commit(say("r1/a"))
	w.dispatch()
	cursor := next(t, w.subscribe(member("ann"), Start{})).Cursor
	other := newWorld(t, small)
	other.commit(say("r1/a"))
	for _, tt := range []struct {
		name     string
		world    *world
		audience Audience
		cursor   []byte
		want     typev1.Reason
	}{
		{"its own", w, member("ann"), cursor, 0},
		{"damaged", w, member("ann"), cursor[1:], typev1.Reason_REASON_CURSOR_INVALID},
		{"of another member", w, member("bob"), cursor, typev1.Reason_REASON_CURSOR_FOREIGN},
		{"of another filter", w, chosen("ann", "r1/a"), cursor, typev1.Reason_REASON_CURSOR_FOREIGN},
		{"of another store", other, member("ann"), cursor, typev1.Reason_REASON_CURSOR_EPOCH},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := tt.world.hub.Subscribe(t.Context(), tt.audience, Start{Cursor: tt.cursor}, beat)
			if reason.Of(err) != tt.want || (s == nil) != (err != nil) {
				t.Fatalf("got %v, %v; want %v", s, err, tt.want)
			}
			if s != nil {
				s.Close()
			}
		})
	}
}

// late is a store whose Head is behind what its reads see, as it may be for a moment.
type late struct {
	store.Store
	head store.Position
}

func (l *late) Head() (store.Position, <-chan struct{}) { return l.head, nil }

func TestACursorOfWhatWasReadIsKnown(t *testing.T) {
	w := newWorldOn(t, small, &late{Store: openStore(t)})
	w.commit(admit("r1/a", "ann"), say("r1/a"))
	got := w.drain(w.subscribe(member("ann"), Start{Position: beginning}))
	wantPositions(t, got, 1, 2)
	w.commit(say("r1/a"))
	wantPositions(t, w.drain(w.subscribe(member("ann"), last(got))), 3)
}

func TestACursorOfAnotherBrokerMayBeAhead(t *testing.T) {
	here := newWorld(t, small)
	here.commit(admit("r1/a", "ann"), say("r1/a"))
	got := here.drain(here.subscribe(member("ann"), Start{Position: beginning}))
	there := newWorldOn(t, small, &late{Store: here.store})
	wantPositions(t, there.drain(there.subscribe(member("ann"), last(got))))
	here.commit(say("r1/a"))
	wantPositions(t, there.drain(there.subscribe(member("ann"), last(got))), 3)
	beyond := cursor{position: 4}.encode(here.store.Epoch(), opaque.Hash("ann"))
	if _, err := there.hub.Subscribe(t.Context(), member("ann"), Start{Cursor: beyond}, beat); !reason.Is(err, typev1.Reason_REASON_CURSOR_EPOCH) {
		t.Errorf("a cursor beyond the log: %v", err)
	}
}

func FuzzCursor(f *testing.F) {
	f.Add([]byte{}, uint64(0), "", uint64(0))
	f.Add(cursor{position: 5}.encode(testEpoch, testSubscriber), uint64(1), "r1", uint64(1))
	f.Fuzz(func(t *testing.T, b []byte, position uint64, resource string, seen uint64) {
		// Whatever is decoded comes back from its own bytes, in any epoch and for any subscriber that takes them.
		m := &recordv1.Cursor{}
		if opaque.Decode(b, m) == nil {
			checkCursor(t, b, store.Epoch(m.GetEpoch()), m.GetSubscriber())
		}
		checkCursor(t, b, testEpoch, testSubscriber)
		made := cursor{position: store.Position(position)}
		made.withhold(resource, store.Position(seen))
		checkCursor(t, made.encode(testEpoch, testSubscriber), testEpoch, testSubscriber)
	})
}

func checkCursor(t *testing.T, b []byte, epoch store.Epoch, subscriber uint64) {
	t.Helper()
	c, err := decode(b, epoch, testHead, subscriber)
	if err != nil {
		if reason.Of(err) == typev1.Reason_REASON_UNSPECIFIED {
			t.Fatalf("an error without a reason: %v", err)
		}
		return
	}
	again, err := decode(c.encode(epoch, subscriber), epoch, testHead, subscriber)
	if err != nil || again.position != c.position || !maps.Equal(again.withheld, c.withheld) {
		t.Fatalf("%v came back as %v: %v", c, again, err)
	}
}
