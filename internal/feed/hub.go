package feed

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

const (
	// readBatch is how many entries the hub reads at once.
	readBatch = 512
	// retryDelay is how long the hub waits after the store has failed to answer.
	retryDelay = 100 * time.Millisecond
	// tickInterval is how finely heartbeats are told apart.
	tickInterval = time.Second
)

// Options configure a hub.
type Options struct {
	// Clock tells the time; nil is time.Now.
	Clock func() time.Time
	// MaxSubscriptions bounds the subscriptions at one time; 0 means 100000.
	MaxSubscriptions int
	// Log takes what goes wrong; nil is slog.Default.
	Log *slog.Logger
}

func (o Options) withDefaults() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.MaxSubscriptions == 0 {
		o.MaxSubscriptions = 100_000
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return o
}

// Hub reads the log and hands every entry to the subscriptions that listen for one of its topics. All methods may be
// called from any goroutine.
type Hub struct {
	store   store.Store
	options Options

	// mu guards what follows, and who listens for what. It is taken before the lock of a subscription.
	mu       sync.Mutex
	position store.Position
	topics   map[string]map[*Subscription]role
	members  map[string]map[*Subscription]bool
	all      map[*Subscription]bool
	draining bool
}

// role is what a subscription listens for a topic as.
type role uint8

const (
	// content entries may be sent.
	content role = 1 << iota
	// control entries make the subscription ask its audience again.
	control
)

// NewHub returns a hub on a store. It hands out nothing until Run runs.
func NewHub(s store.Store, o Options) *Hub {
	head, _ := s.Head()
	return &Hub{
		store: s, options: o.withDefaults(), position: head,
		topics: map[string]map[*Subscription]role{}, members: map[string]map[*Subscription]bool{}, all: map[*Subscription]bool{},
	}
}

// Run reads the log and hands it out until the context ends.
func (h *Hub) Run(ctx context.Context) {
	ticker := time.NewTicker(tickInterval)
	defer ticker.Stop()
	for {
		head, changed := h.store.Head()
		if head > h.Position() {
			if err := h.advance(ctx); err != nil && !h.pause(ctx, err) {
				return
			}
			continue
		}
		select {
		case <-changed:
		case <-ticker.C:
			h.Tick()
		case <-ctx.Done():
			return
		}
	}
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

// advance hands out the next batch of entries.
func (h *Hub) advance(ctx context.Context) error {
	var batch []*Entry
	err := h.store.View(ctx, func(tx store.ReadTx) error {
		var err error
		batch, err = readEntries(tx, h.Position(), readBatch)
		return err
	})
	if err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, e := range batch {
		h.dispatch(e)
	}
	return nil
}

func readEntries(tx store.ReadTx, after store.Position, limit int) ([]*Entry, error) {
	var entries []*Entry
	for raw, err := range tx.Entries(after, limit) {
		if err != nil {
			return nil, err
		}
		rec, err := event.Decode(raw.Content)
		if err != nil {
			return nil, err
		}
		entries = append(entries, &Entry{Position: raw.Position, Record: rec})
	}
	return entries, nil
}

// dispatch hands one entry to all who listen. h.mu is held.
func (h *Hub) dispatch(e *Entry) {
	topic := firstTopic(e.Record)
	for _, member := range e.Record.GetAdmitted() {
		for s := range h.members[member] {
			if s.audience.wants(topic) {
				s.moved(move{topic: topic, at: e.Position, in: true})
				h.listen(s, topic, content)
			}
		}
	}
	for _, t := range topicsOf(e.Record) {
		for s, as := range h.topics[t] {
			h.offer(s, item{entry: e, role: as})
		}
	}
	for _, member := range e.Record.GetDismissed() {
		for s := range h.members[member] {
			s.moved(move{topic: topic, at: e.Position})
			h.ignore(s, topic)
		}
	}
	h.position = e.Position
}

// topicsOf returns the topics of an entry and that of its resource.
func topicsOf(r *recordv1.Entry) []string {
	if r.GetResourceId() == "" {
		return r.GetTopics()
	}
	return append(slices.Clip(r.GetTopics()), Within(r.GetResourceId()))
}

// firstTopic is the topic that an entry admits to and dismisses from.
func firstTopic(r *recordv1.Entry) string {
	if len(r.GetTopics()) == 0 {
		return ""
	}
	return r.GetTopics()[0]
}

// offer puts an item into the queue of a subscription; one that is full goes back to reading the store. h.mu is held.
func (h *Hub) offer(s *Subscription, it item) {
	if !s.push(it) {
		h.detach(s)
	}
}

// Notify sends something that is never stored to those who listen for a topic at this moment. It may be dropped.
func (h *Hub) Notify(topic, resourceID string, notice any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, t := range []string{topic, Within(resourceID)} {
		for s, as := range h.topics[t] {
			if as&content != 0 {
				s.pushNotice(item{notice: notice, resource: resourceID, role: content})
			}
		}
	}
}

// Tick wakes the subscriptions whose heartbeat is due. Run calls it every second.
func (h *Hub) Tick() {
	now := h.options.Clock()
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.all {
		if s.dueAt(now) {
			s.notify()
		}
	}
}

// Drain ends all subscriptions, present and to come, with STREAM_RESUMABLE.
func (h *Hub) Drain() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.draining = true
	for s := range h.all {
		s.notify()
	}
}

func (h *Hub) isDraining() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.draining
}

// Start is where a subscription starts: after a cursor, or at a place that needs none.
type Start struct {
	// Cursor is a cursor of an earlier subscription of the same audience; empty for none.
	Cursor []byte
	// Position is where to start without a cursor.
	Position typev1.StartPosition
}

// Subscribe starts a subscription; Close must be called when it is done with. heartbeat is the longest silence.
// Errors: CURSOR_INVALID, CURSOR_FOREIGN, CURSOR_EPOCH, TOO_MANY_STREAMS, STREAM_RESUMABLE where the hub drains, and
// ACCESS_LOST with the first Next where the audience may see nothing.
func (h *Hub) Subscribe(a Audience, start Start, heartbeat time.Duration) (*Subscription, error) {
	head, _ := h.store.Head()
	s := &Subscription{
		hub: h, audience: a, heartbeat: heartbeat, subscriber: opaque.Hash(a.Name),
		wake: make(chan struct{}, 1), topics: map[string]role{}, greet: true,
		at: cursor{position: head, withheld: map[string]store.Position{}},
	}
	switch {
	case len(start.Cursor) > 0:
		at, err := decode(start.Cursor, h.store.Epoch(), head, s.subscriber)
		if err != nil {
			return nil, err
		}
		s.at = at
	case start.Position == typev1.StartPosition_START_POSITION_BEGINNING:
		s.at.position = 0
	}
	return s, h.add(s)
}

func (h *Hub) add(s *Subscription) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.draining {
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

// attachMember makes a subscription hear what it is admitted to from here on, and its control topics. h.mu is taken.
func (h *Hub) attachMember(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	s.reset()
	if m := s.audience.Member; m != "" {
		if h.members[m] == nil {
			h.members[m] = map[*Subscription]bool{}
		}
		h.members[m][s] = true
	}
	for _, t := range s.audience.Control {
		h.listen(s, t, control)
	}
}

// attachSpans makes a subscription hear the open spans that it had at a position, as changed by the entries that
// admitted and dismissed it since, and returns the position from which on it hears everything. h.mu is taken.
func (h *Hub) attachSpans(s *Subscription, spans []Span, at store.Position) store.Position {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s.lost() {
		return h.position
	}
	for _, span := range spans {
		if span.open() {
			h.listen(s, span.Topic, content)
		}
	}
	for _, m := range s.settle() {
		switch {
		case m.at <= at:
		case m.in:
			h.listen(s, m.topic, content)
		default:
			h.ignore(s, m.topic)
		}
	}
	return h.position
}

// listen makes a subscription hear a topic. h.mu is held.
func (h *Hub) listen(s *Subscription, topic string, as role) {
	if h.topics[topic] == nil {
		h.topics[topic] = map[*Subscription]role{}
	}
	h.topics[topic][s] |= as
	s.topics[topic] |= as
}

// ignore makes a subscription not be sent a topic any more. h.mu is held.
func (h *Hub) ignore(s *Subscription, topic string) {
	if left := s.topics[topic] &^ content; left != 0 {
		s.topics[topic], h.topics[topic][s] = left, left
		return
	}
	delete(s.topics, topic)
	h.forget(s, topic)
}

func (h *Hub) forget(s *Subscription, topic string) {
	delete(h.topics[topic], s)
	if len(h.topics[topic]) == 0 {
		delete(h.topics, topic)
	}
}

// detach makes a subscription hear nothing. h.mu is held.
func (h *Hub) detach(s *Subscription) {
	for topic := range s.topics {
		h.forget(s, topic)
	}
	clear(s.topics)
	if m := s.audience.Member; m != "" {
		delete(h.members[m], s)
		if len(h.members[m]) == 0 {
			delete(h.members, m)
		}
	}
}

// idle returns the position up to which a subscription has heard everything, if its queue is empty.
func (h *Hub) idle(s *Subscription) (store.Position, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.position, s.empty()
}

// hears counts the topics that a subscription is sent entries of.
func (h *Hub) hears(s *Subscription) int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, as := range s.topics {
		if as&content != 0 {
			n++
		}
	}
	return n
}
