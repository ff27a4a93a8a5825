package feed

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

const (
	// retryDelay is how long the hub waits after the store has failed to answer.
	retryDelay = 100 * time.Millisecond
	// tickInterval is how finely heartbeats are told apart.
	tickInterval = time.Second
)

// Hub reads the log and hands every entry to the subscriptions that listen for one of its topics. All methods may be
// called from any goroutine; Run by one.
type Hub struct {
	store    store.Store
	options  Options
	decoded  decoded
	draining atomic.Bool
	crew     crew
	ticked   atomic.Int64 // when the last tick was, in nanoseconds since 1970

	// mu guards what follows, and who listens for what. It is taken before the lock of a queue.
	mu       sync.Mutex
	position store.Position // up to here, entries were handed out
	read     store.Position // up to here, some subscription has read the store
	all      map[*Subscription]bool
	topics   sets
	members  sets
	hearers  []*Subscription // of the entry that is handed out
}

// NewHub returns a hub on a store. It hands out nothing until Run runs.
func NewHub(s store.Store, o Options) *Hub {
	head, _ := s.Head()
	h := &Hub{
		store: s, options: o.withDefaults(), position: head, all: map[*Subscription]bool{},
		topics: sets{}, members: sets{},
	}
	h.ticked.Store(h.options.Clock().UnixNano())
	return h
}

// Run reads the log and hands it out until the context ends.
func (h *Hub) Run(ctx context.Context) {
	ticker := time.NewTicker(tickInterval)
	defer ticker.Stop()
	defer h.crew.close()
	for {
		select {
		case <-h.more():
			if err := h.advance(ctx); err != nil && !h.pause(ctx, err) {
				return
			}
		case b := <-h.store.Broadcasts():
			h.relay(b)
		case <-ticker.C:
			h.Tick()
		case <-ctx.Done():
			return
		}
	}
}

// now is always ready.
var now = func() <-chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}()

// more is ready when the log goes further than what was handed out.
func (h *Hub) more() <-chan struct{} {
	head, changed := h.store.Head()
	if head > h.Position() {
		return now
	}
	return changed
}

// pause waits after a failure, and reports whether to go on.
func (h *Hub) pause(ctx context.Context, err error) bool {
	if ctx.Err() != nil || errors.Is(err, store.ErrClosed) {
		return false
	}
	h.options.Log.Error("feed: reading the log failed", "error", err)
	select {
	case <-time.After(retryDelay):
		return true
	case <-ctx.Done():
		return false
	}
}

// Position returns the position up to which entries were handed out.
func (h *Hub) Position() store.Position {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.position
}

// head returns the position of the last entry that a cursor can be of. A read may see more than Head says that there is.
func (h *Hub) head() store.Position {
	head, _ := h.store.Head()
	h.mu.Lock()
	defer h.mu.Unlock()
	return max(head, h.position, h.read)
}

// reach returns the position of the last entry that a cursor can be of. A cursor that another broker has given may be ahead
// of what this one has heard of; then the store is asked.
func (h *Hub) reach(ctx context.Context, c []byte) (store.Position, error) {
	head := h.head()
	m := &recordv1.Cursor{}
	if opaque.Decode(c, m) != nil || store.Position(m.GetPosition()) <= head {
		return head, nil
	}
	err := h.store.View(ctx, func(tx store.ReadTx) error {
		head = tx.Head()
		return nil
	})
	h.mu.Lock()
	defer h.mu.Unlock()
	h.read = max(h.read, head)
	return head, err
}

// advance hands out the next batch of entries.
func (h *Hub) advance(ctx context.Context) error {
	if h.skip() {
		return nil
	}
	var batch []*Entry
	err := h.store.View(ctx, func(tx store.ReadTx) error {
		batch = batch[:0]
		for e, err := range h.entries(tx, h.Position(), h.options.sizes.batch) {
			if err != nil {
				return err
			}
			batch = append(batch, e)
		}
		return nil
	})
	// What could be read goes out, even if what follows could not.
	for _, e := range batch {
		h.dispatch(e)
	}
	return err
}

// skip goes on to the end of the log if nobody would hear of what is there, and reports whether it has gone on.
func (h *Hub) skip() bool {
	head, _ := h.store.Head()
	h.mu.Lock()
	defer h.mu.Unlock()
	if head <= h.position || len(h.topics) > 0 || len(h.members) > 0 {
		return false
	}
	h.position = head
	return true
}

// dispatch hands out one entry.
func (h *Hub) dispatch(e *Entry) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.admit(e)
	for _, s := range h.listeners(topicsOf(e.Record)) {
		as := s.hears
		s.hears = 0
		if e.Position > s.after && !s.queue.push(item{entry: e, role: as}, h.options.sizes.queue) {
			h.detach(s)
		}
	}
	h.dismiss(e)
	h.position = e.Position
}

// Notify sends something that is never stored to those who listen for a topic at this moment, at every broker of the cell.
// It may be dropped. What is no message reaches the streams of this broker only.
func (h *Hub) Notify(topic, resourceID string, value any) {
	h.notify(topic, resourceID, value)
	if m, ok := value.(proto.Message); ok {
		h.share(topic, resourceID, m)
	}
}

// share tells the other brokers of a notice.
func (h *Hub) share(topic, resourceID string, value proto.Message) {
	wrapped, err := anypb.New(value)
	if err != nil {
		h.options.Log.Error("feed: a notice cannot be encoded", "error", err)
		return
	}
	b, err := proto.Marshal(&recordv1.Notice{Topic: topic, ResourceId: resourceID, Value: wrapped})
	if err != nil {
		h.options.Log.Error("feed: a notice cannot be encoded", "error", err)
		return
	}
	h.store.Broadcast(b)
}

// relay passes on a notice of another broker. One that a newer version has sent may not be understood.
func (h *Hub) relay(b []byte) {
	m := &recordv1.Notice{}
	if err := proto.Unmarshal(b, m); err != nil {
		h.options.Log.Warn("feed: a notice of another broker is damaged", "error", err)
		return
	}
	value, err := m.GetValue().UnmarshalNew()
	if err != nil {
		h.options.Log.Debug("feed: a notice of another broker is not known", "error", err)
		return
	}
	h.notify(m.GetTopic(), m.GetResourceId(), value)
}

// notify hands a notice to those who listen here.
func (h *Hub) notify(topic, resourceID string, value any) {
	n := &notice{value: value, resource: resourceID}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.listeners([]string{topic, Within(resourceID)}) {
		if s.hears&content != 0 {
			// Notices leave room for entries.
			s.queue.offer(item{notice: n}, h.options.sizes.queue/2)
		}
		s.hears = 0
	}
}

// Tick wakes the subscriptions whose heartbeat is due, and forgets what is of no use any more. Run calls it every second.
func (h *Hub) Tick() {
	h.ticked.Store(h.options.Clock().UnixNano())
	h.decoded.tick()
	for i, s := range h.overdue() {
		s.queue.signal()
		if i%wakeful == wakeful-1 {
			runtime.Gosched()
		}
	}
}

// wakeful is how many subscriptions are woken for a heartbeat before they have a chance to send it. Those who came together are due
// together, and few goroutines can serve many of them one after the other.
const wakeful = 64

func (h *Hub) overdue() (due []*Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.all {
		if s.isDue() {
			due = append(due, s)
		}
	}
	return due
}

// Drain ends all subscriptions, present and to come, with STREAM_RESUMABLE.
func (h *Hub) Drain() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.draining.Store(true)
	for s := range h.all {
		s.queue.signal()
	}
}

// Start is where a subscription starts: after a cursor, or at a place that needs none.
type Start struct {
	// Cursor is a cursor of an earlier subscription of the same audience; empty for none.
	Cursor []byte
	// Position is where to start without a cursor.
	Position typev1.StartPosition
}

// Subscribe starts a subscription; Close must be called when it is done with. heartbeat is the longest silence, and above
// zero. Errors: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EPOCH, TOO_MANY_STREAMS, and STREAM_RESUMABLE where the hub drains.
func (h *Hub) Subscribe(ctx context.Context, a Audience, start Start, heartbeat time.Duration) (*Subscription, error) {
	head, err := h.reach(ctx, start.Cursor)
	if err != nil {
		return nil, err
	}
	s := &Subscription{
		hub: h, audience: a, heartbeat: heartbeat, subscriber: opaque.Hash(a.Name),
		queue: queue{wake: make(chan struct{}, 1)}, greet: true, late: true,
	}
	switch {
	case len(start.Cursor) > 0:
		at, err := decode(start.Cursor, h.store.Epoch(), head, s.subscriber)
		if err != nil {
			return nil, err
		}
		s.at = at
	case start.Position != typev1.StartPosition_START_POSITION_BEGINNING:
		s.at.position = head
	}
	if err := h.add(s); err != nil {
		return nil, err
	}
	return s, nil
}

func (h *Hub) add(s *Subscription) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.draining.Load() {
		return resumable()
	}
	if len(h.all) >= h.options.MaxSubscriptions {
		return reason.New(typev1.Reason_REASON_TOO_MANY_STREAMS, "the broker serves %d streams, as many as it may: try again later", len(h.all)).Retry(5 * time.Second)
	}
	h.all[s] = true
	return nil
}

func (h *Hub) remove(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.detach(s)
	delete(h.all, s)
}

// entries yields the entries of the log after a position, at most limit of them.
func (h *Hub) entries(tx store.ReadTx, after store.Position, limit int) iter.Seq2[*Entry, error] {
	return func(yield func(*Entry, error) bool) {
		for raw, err := range tx.Entries(after, limit) {
			var e *Entry
			if err == nil {
				e, err = h.decoded.entry(raw)
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}
