package feed

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs" //nolint:depguard // the real engine, in memory
	"go.uber.org/goleak"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/pebble"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const (
	// beat is the heartbeat of the tests' subscriptions, by the clock of their world.
	beat = time.Minute
	// rules is the topic of the entries that flip flags.
	rules = "rules"

	beginning = typev1.StartPosition_START_POSITION_BEGINNING
)

// small makes every path run in a short log.
var small = sizes{batch: 3, queue: 4, page: 3, pageBytes: 1 << 20, scan: 5}

// world is a store with a hub, a clock that stands still, and a little domain: who was in which topic from when to when,
// and flags.
type world struct {
	testing.TB
	store store.Store
	hub   *Hub
	time  atomic.Int64
}

func newWorld(t testing.TB, s sizes) *world {
	t.Helper()
	return newWorldOn(t, s, openStore(t))
}

func newWorldOn(t testing.TB, s sizes, opened store.Store) *world {
	t.Helper()
	w := &world{TB: t, store: opened}
	w.time.Store(time.Hour.Nanoseconds())
	w.hub = NewHub(opened, Options{Clock: func() time.Time { return time.Unix(0, w.time.Load()) }, sizes: s})
	return w
}

func openStore(t testing.TB) store.Store {
	t.Helper()
	s, err := pebble.Open("feed", pebble.Options{
		FS: vfs.NewMem(), Reserve: -1, MemTableSize: 1 << 20, Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
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

// interleaved is a store in which something else happens after each read, before the reader acts on what it has read.
type interleaved struct {
	store.Store
	between func()
	busy    bool
}

// View implements store.Store.
func (i *interleaved) View(ctx context.Context, fn func(store.ReadTx) error) error {
	err := i.Store.View(ctx, fn)
	if !i.busy {
		i.busy = true
		i.between()
		i.busy = false
	}
	return err
}

// fact is an entry in short, and the flags that are set and cleared with it.
type fact struct {
	topics            []string
	resource          string
	admits, dismisses []string
	other             bool // it is not for streams of chats
	raises, lowers    string
	position          store.Position
}

func (f fact) record() *recordv1.Entry {
	e := &recordv1.Entry{Topics: f.topics, ResourceId: f.resource, Admitted: f.admits, Dismissed: f.dismisses}
	if f.other {
		e.Event = &recordv1.Entry_Call{Call: []byte("call")}
	} else {
		e.Event = &recordv1.Entry_Chat{Chat: []byte(strings.Join(f.topics, " "))}
	}
	return e
}

// say is a chat entry of a topic, whose resource is what its name begins with: "r1/a" is of r1.
func say(topic string) fact { return fact{topics: []string{topic}, resource: resourceOf(topic)} }

func admit(topic string, members ...string) fact {
	f := say(topic)
	f.admits = members
	return f
}

func dismiss(topic string, members ...string) fact {
	f := say(topic)
	f.dismisses = members
	return f
}

func raise(flag string) fact { return fact{topics: []string{rules}, raises: flag} }

func lower(flag string) fact { return fact{topics: []string{rules}, lowers: flag} }

// closed is the flag that withholds a resource, banned the one that shuts a member out.
func closed(resource string) string { return "closed " + resource }
func banned(member string) string   { return "banned " + member }

func resourceOf(topic string) string {
	resource, _, _ := strings.Cut(topic, "/")
	return resource
}

// commit writes facts in one transaction and returns the position of the last one.
func (w *world) commit(facts ...fact) store.Position {
	w.Helper()
	last, err := w.write(context.WithoutCancel(w.Context()), facts)
	if err != nil {
		w.Fatal(err)
	}
	return last
}

func (w *world) write(ctx context.Context, facts []fact) (last store.Position, err error) {
	err = w.store.Update(ctx, func(tx store.Tx) error {
		for i := range facts {
			if last, err = facts[i].apply(tx); err != nil {
				return err
			}
			facts[i].position = last
		}
		return nil
	})
	return last, err
}

// index indexes the log, n entries at a time.
func (w *world) index(n int) {
	w.Helper()
	if _, err := event.Index(w.Context(), w.store, n); err != nil {
		w.Fatal(err)
	}
}

func (f fact) apply(tx store.Tx) (store.Position, error) {
	p, err := event.Append(tx, f.record())
	if err != nil {
		return 0, err
	}
	for _, m := range f.admits {
		if err := changeStay(tx, m, f.topics[0], func(stays []store.Position) []store.Position {
			if len(stays)%2 == 0 {
				stays = append(stays, p)
			}
			return stays
		}); err != nil {
			return 0, err
		}
	}
	for _, m := range f.dismisses {
		if err := changeStay(tx, m, f.topics[0], func(stays []store.Position) []store.Position {
			if len(stays)%2 == 1 {
				stays = append(stays, p)
			}
			return stays
		}); err != nil {
			return 0, err
		}
	}
	if f.raises != "" {
		tx.Set([]byte("flag/"+f.raises), []byte{1})
	}
	if f.lowers != "" {
		tx.Delete([]byte("flag/" + f.lowers))
	}
	return p, nil
}

// A stay is kept as the positions at which it began and ended, in turn.

func stayKey(member, topic string) []byte { return []byte("stay/" + member + "/" + topic) }

func changeStay(tx store.Tx, member, topic string, change func([]store.Position) []store.Position) error {
	b, err := tx.Get(stayKey(member, topic))
	if err != nil {
		return err
	}
	var out []byte
	for _, p := range change(decodeStays(b)) {
		out = binary.BigEndian.AppendUint64(out, uint64(p))
	}
	tx.Set(stayKey(member, topic), out)
	return nil
}

func decodeStays(b []byte) (stays []store.Position) {
	for ; len(b) > 0; b = b[8:] {
		stays = append(stays, store.Position(binary.BigEndian.Uint64(b)))
	}
	return stays
}

func spansOf(tx store.ReadTx, member string) ([]Span, error) {
	var spans []Span
	prefix := stayKey(member, "")
	for pair, err := range tx.Scan(store.Range{From: prefix, To: append(slices.Clone(prefix), 0xff)}) {
		if err != nil {
			return nil, err
		}
		topic := string(pair.Key[len(prefix):])
		for stay := range slices.Chunk(decodeStays(pair.Value), 2) {
			span := Span{Topic: topic, From: stay[0], Resource: resourceOf(topic)}
			if len(stay) == 2 {
				span.To = stay[1]
			}
			spans = append(spans, span)
		}
	}
	return spans, nil
}

func flagged(tx store.ReadTx, flag string) error {
	b, err := tx.Get([]byte("flag/" + flag))
	if err != nil || b == nil {
		return err
	}
	return reason.New(typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED, "%s", flag)
}

// member is the audience of one who follows all topics that it is admitted to.
func member(name string) Audience {
	return Audience{
		Name: name, Member: name, Control: []string{rules},
		Spans:   func(tx store.ReadTx) ([]Span, error) { return spansOf(tx, name) },
		Selects: selectsChat,
	}
}

// gated is member, from whom closed resources are withheld, and who may be banned.
func gated(name string) Audience {
	a := member(name)
	a.Check = func(tx store.ReadTx) error { return flagged(tx, banned(name)) }
	a.Gate = func(tx store.ReadTx, resource string) error { return flagged(tx, closed(resource)) }
	return a
}

// chosen is the audience of one who follows some of its topics.
func chosen(name string, topics ...string) Audience {
	a := member(name)
	a.Name += " " + strings.Join(topics, " ")
	a.Wants = func(topic string) bool { return slices.Contains(topics, topic) }
	a.Spans = func(tx store.ReadTx) ([]Span, error) {
		spans, err := spansOf(tx, name)
		return slices.DeleteFunc(spans, func(s Span) bool { return !a.Wants(s.Topic) }), err
	}
	a.Ends = true
	return a
}

// backend is the audience of one who follows whole resources.
func backend(resources ...string) Audience {
	return Audience{
		Name: fmt.Sprint(resources),
		Spans: func(store.ReadTx) (spans []Span, _ error) {
			for _, r := range resources {
				spans = append(spans, Span{Topic: Within(r), From: 1, Resource: r})
			}
			return spans, nil
		},
		Selects: selectsChat,
	}
}

func selectsChat(e *recordv1.Entry) bool { return len(e.GetChat()) > 0 }

// subscribe opens a subscription, which is closed with the test.
func (w *world) subscribe(a Audience, start Start) *Subscription {
	w.Helper()
	s, err := w.hub.Subscribe(w.Context(), a, start, beat)
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(s.Close)
	return s
}

// dispatch lets the hub hand out all that is there.
func (w *world) dispatch() {
	w.Helper()
	for head, _ := w.store.Head(); w.hub.Position() < head; {
		w.advance()
	}
}

// advance lets the hub hand out one batch.
func (w *world) advance() {
	w.Helper()
	if err := w.hub.advance(context.WithoutCancel(w.Context())); err != nil {
		w.Fatal(err)
	}
}

// drain takes what a subscription has ready, without waiting.
func (w *world) drain(s *Subscription) (all []Delivery) {
	w.Helper()
	for {
		d, ok := s.poll(context.WithoutCancel(w.Context()))
		if !ok {
			return all
		}
		all = append(all, d)
	}
}

// positions are those of the entries among deliveries.
func positions(all []Delivery) (out []store.Position) {
	for _, d := range all {
		if d.Entry != nil {
			out = append(out, d.Entry.Position)
		}
	}
	return out
}

// last is the cursor of the last delivery that has one.
func last(all []Delivery) Start {
	for _, d := range slices.Backward(all) {
		if d.Cursor != nil {
			return Start{Cursor: d.Cursor}
		}
	}
	return Start{}
}
