package feed

import (
	"context"
	"errors"
	"sync"
	"time"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// queueSize is how many entries wait for a subscription before it goes back to reading the store.
const queueSize = 256

// Delivery is the next thing that a subscriber should know: an entry, a notice or, with neither, a heartbeat.
type Delivery struct {
	// Entry is a committed fact.
	Entry *Entry
	// Notice is what was given to Notify; it has no cursor.
	Notice any
	// Cursor is the position after it.
	Cursor []byte
	// CaughtUp says for a heartbeat whether everything that was committed before it was sent.
	CaughtUp bool
	// Oldest is for a heartbeat the oldest cursor that the subscriber could resume from.
	Oldest []byte
}

// Subscription is one subscriber's view of the log. Next and Close are for one goroutine.
type Subscription struct {
	hub        *Hub
	audience   Audience
	subscriber uint64
	heartbeat  time.Duration

	// topics is what the hub knows the subscription to listen for; the hub's lock guards it.
	topics map[string]role

	// mu guards what follows; wake is filled when there is something to look at.
	mu        sync.Mutex
	queue     []item
	overflown bool
	attaching bool
	moves     []move
	due       time.Time
	wake      chan struct{}

	// What follows belongs to the goroutine that calls Next.

	at       cursor
	greet    bool // a heartbeat is owed, whatever the time
	attached bool
	upTo     store.Position // the store is read up to here, the queue has what follows
	pending  []item
	ready    []Delivery
	reopened []string
	gates    map[string]error
	err      error
}

// item is an entry or a notice in the queue of a subscription.
type item struct {
	entry    *Entry
	notice   any
	resource string
	role     role
}

// move says that the subscriber came to a topic or left it.
type move struct {
	topic string
	at    store.Position
	in    bool
}

// push puts an entry into the queue; false means that it is full and was given up.
func (s *Subscription) push(it item) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.queue); n > 0 && s.queue[n-1].entry != nil && s.queue[n-1].entry == it.entry {
		s.queue[n-1].role |= it.role
		return true
	}
	if len(s.queue) >= queueSize {
		s.queue, s.overflown = nil, true
		s.signal()
		return false
	}
	s.queue = append(s.queue, it)
	s.signal()
	return true
}

// pushNotice puts a notice into the queue if there is room.
func (s *Subscription) pushNotice(it item) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) < queueSize/2 && !s.overflown {
		s.queue = append(s.queue, it)
		s.signal()
	}
}

// signal wakes Next. s.mu is held, or nothing else is to be seen.
func (s *Subscription) signal() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *Subscription) notify() { s.signal() }

func (s *Subscription) dueAt(now time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.due.IsZero() && !now.Before(s.due)
}

func (s *Subscription) setDue(t time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.due = t
}

// moved remembers that the subscriber came or left while it is being attached.
func (s *Subscription) moved(m move) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.attaching {
		s.moves = append(s.moves, m)
	}
}

// settle ends attaching and returns who came and left during it, in order.
func (s *Subscription) settle() []move {
	s.mu.Lock()
	defer s.mu.Unlock()
	moves := s.moves
	s.attaching, s.moves = false, nil
	return moves
}

func (s *Subscription) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue, s.overflown, s.attaching, s.moves = nil, false, true, nil
}

// lost reports whether the queue was given up, so that the store has to be read again.
func (s *Subscription) lost() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.overflown
}

func (s *Subscription) empty() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.queue) == 0 && !s.overflown
}

// take empties the queue.
func (s *Subscription) take() (items []item, overflown bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	items, s.queue = s.queue, nil
	return items, s.overflown
}

// Close ends the subscription. It may be called more than once.
func (s *Subscription) Close() { s.hub.remove(s) }

// Next returns the next delivery; it waits until there is one or a heartbeat is due. It ends with the context's error,
// STREAM_RESUMABLE or ACCESS_LOST, and then does so each time.
func (s *Subscription) Next(ctx context.Context) (Delivery, error) {
	for {
		if len(s.ready) > 0 {
			d := s.ready[0]
			s.ready = s.ready[1:]
			s.rest()
			return d, nil
		}
		if s.err == nil {
			s.err = s.advance(ctx)
		}
		if s.err != nil && len(s.ready) == 0 {
			return Delivery{}, s.err
		}
	}
}

// advance does the next piece of work: it makes something ready, or waits.
func (s *Subscription) advance(ctx context.Context) error {
	if s.hub.isDraining() {
		return resumable()
	}
	switch {
	case !s.attached:
		return s.attach(ctx)
	case s.greet:
		s.greet = false
		s.beat()
		return nil
	case len(s.reopened) > 0:
		return s.replay(ctx)
	case s.at.position < s.upTo:
		return s.catchUp(ctx)
	default:
		return s.follow(ctx)
	}
}

// attach starts to hear what comes, so that the store has to be read up to a known position only.
func (s *Subscription) attach(ctx context.Context) error {
	s.hub.attachMember(s)
	s.pending = nil
	var spans []Span
	var at store.Position
	err := s.ask(ctx, func(tx store.ReadTx) error {
		at = tx.Head()
		var err error
		spans, err = s.audience.Spans(tx)
		return err
	})
	if err != nil {
		return err
	}
	s.upTo = s.hub.attachSpans(s, spans, at)
	s.attached = true
	return nil
}

// ask reads a state in which the audience may still be here, and asks anew what is to be withheld.
func (s *Subscription) ask(ctx context.Context, fn func(tx store.ReadTx) error) error {
	return s.hub.store.View(ctx, func(tx store.ReadTx) error {
		if s.audience.Check != nil {
			if err := s.audience.Check(tx); err != nil {
				return accessLost(err)
			}
		}
		if err := s.askGates(tx); err != nil {
			return err
		}
		return fn(tx)
	})
}

// askGates asks anew which resources are withheld. A subscriber to whom all are closed has lost its access.
func (s *Subscription) askGates(tx store.ReadTx) error {
	if s.audience.Gate == nil {
		return nil
	}
	s.gates, s.reopened = map[string]error{}, nil
	for resource := range s.at.withheld {
		if s.gate(tx, resource) == nil {
			s.reopened = append(s.reopened, resource)
		}
	}
	spans, err := s.audience.Spans(tx)
	if err != nil {
		return err
	}
	var closed error
	for _, span := range spans {
		if !span.open() {
			continue
		}
		if closed = s.gate(tx, span.Resource); closed == nil {
			return nil
		}
	}
	if closed != nil {
		return accessLost(closed)
	}
	return nil
}

// gate returns why the entries of a resource are withheld, and nil if they are not.
func (s *Subscription) gate(tx store.ReadTx, resource string) error {
	if s.audience.Gate == nil {
		return nil
	}
	err, known := s.gates[resource]
	if !known {
		err = s.audience.Gate(tx, resource)
		s.gates[resource] = err
	}
	return err
}

// follow deals with the next items of the queue, and waits for some where there are none.
func (s *Subscription) follow(ctx context.Context) error {
	if len(s.pending) == 0 {
		items, overflown := s.take()
		if overflown {
			s.attached = false
			return nil
		}
		if len(items) == 0 {
			return s.wait(ctx)
		}
		s.pending = items
	}
	for len(s.pending) > 0 && len(s.reopened) == 0 {
		it := s.pending[0]
		s.pending = s.pending[1:]
		if err := s.deal(ctx, it); err != nil {
			return err
		}
	}
	return s.checkEnd()
}

// deal sends, withholds or acts on one item of the queue.
func (s *Subscription) deal(ctx context.Context, it item) error {
	if it.entry == nil {
		return s.dealNotice(ctx, it)
	}
	if it.entry.Position <= s.at.position {
		return nil
	}
	if it.role&control != 0 {
		if err := s.ask(ctx, func(store.ReadTx) error { return nil }); err != nil {
			return err
		}
	}
	if it.role&content == 0 || !s.audience.Selects(it.entry.Record) {
		s.at.position = it.entry.Position
		return nil
	}
	return s.known(ctx, it.entry.Record.GetResourceId(), func(gate error) error {
		return s.send(it.entry, gate)
	})
}

func (s *Subscription) dealNotice(ctx context.Context, it item) error {
	return s.known(ctx, it.resource, func(gate error) error {
		if _, withheld := s.at.withheld[it.resource]; gate == nil && !withheld {
			s.ready = append(s.ready, Delivery{Notice: it.notice})
		}
		return nil
	})
}

// known calls fn with the gate of a resource, read from the store only where it is not known yet.
func (s *Subscription) known(ctx context.Context, resource string, fn func(gate error) error) error {
	if s.audience.Gate == nil {
		return fn(nil)
	}
	if gate, ok := s.gates[resource]; ok {
		return fn(gate)
	}
	return s.hub.store.View(ctx, func(tx store.ReadTx) error { return fn(s.gate(tx, resource)) })
}

// send makes an entry ready, or withholds it.
func (s *Subscription) send(e *Entry, gate error) error {
	resource := e.Record.GetResourceId()
	_, withheld := s.at.withheld[resource]
	if gate != nil && !withheld {
		if len(s.at.withheld) == maxWithheld {
			return accessLost(gate)
		}
		s.at.withheld[resource] = e.Position - 1
		withheld = true
	}
	s.at.position = e.Position
	if !withheld {
		s.ready = append(s.ready, Delivery{Entry: e, Cursor: s.cursor()})
	}
	return nil
}

// checkEnd ends a stream of chosen topics when none is left.
func (s *Subscription) checkEnd() error {
	if !s.audience.Ends || len(s.pending) > 0 || s.hub.hears(s) > 0 || !s.empty() {
		return nil
	}
	return accessLost(reason.New(typev1.Reason_REASON_NOT_A_PARTICIPANT, "nothing of what was subscribed to is left"))
}

// wait blocks until there is something to look at, and makes a heartbeat ready when one is due.
func (s *Subscription) wait(ctx context.Context) error {
	if err := s.checkEnd(); err != nil {
		return err
	}
	select {
	case <-s.wake:
	case <-ctx.Done():
		return ctx.Err()
	}
	if !s.dueAt(s.hub.options.Clock()) {
		return nil
	}
	if err := s.ask(ctx, func(store.ReadTx) error { return nil }); err != nil {
		return err
	}
	s.beat()
	return nil
}

// beat makes a heartbeat ready.
func (s *Subscription) beat() {
	caughtUp := false
	if position, idle := s.hub.idle(s); idle && len(s.pending) == 0 && s.at.position >= s.upTo {
		s.at.position, caughtUp = max(s.at.position, position), true
	}
	oldest := cursor{}
	s.ready = append(s.ready, Delivery{
		Cursor: s.cursor(), CaughtUp: caughtUp, Oldest: oldest.encode(s.hub.store.Epoch(), s.subscriber),
	})
}

// rest puts the next heartbeat off: something was sent.
func (s *Subscription) rest() { s.setDue(s.hub.options.Clock().Add(s.heartbeat)) }

func (s *Subscription) cursor() []byte {
	return s.at.encode(s.hub.store.Epoch(), s.subscriber)
}

// messageOf returns what an error tells a person, without its reason.
func messageOf(err error) string {
	if e, ok := errors.AsType[*reason.Error](err); ok {
		return e.Message
	}
	return err.Error()
}
