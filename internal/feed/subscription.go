package feed

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// Delivery is the next thing that a subscriber should know: an entry, a notice or, with neither, a heartbeat.
type Delivery struct {
	// Entry is a committed fact.
	Entry *Entry
	// Notice is what was given to Notify; it has no cursor.
	Notice any
	// Cursor is the position after it.
	Cursor []byte
	// CaughtUp says for a heartbeat whether everything that was committed before it was sent, but for what is withheld.
	CaughtUp bool
	// Oldest is for a heartbeat the oldest cursor that the subscriber could resume from.
	Oldest []byte
}

// Subscription is one subscriber's view of the log. Next, Follow and Close are for one goroutine.
type Subscription struct {
	hub        *Hub
	audience   Audience
	subscriber uint64
	heartbeat  time.Duration

	queue queue
	due   atomic.Int64 // when the next heartbeat is, in nanoseconds since 1970; 0 while none is

	listening

	// What follows belongs to the goroutine that calls Next or, at its time, the one that sends for Follow.

	at       cursor
	greet    bool // a heartbeat is owed: the first, or the one that says that a late start has caught up
	late     bool // it has not caught up since its start
	attached bool
	thick    bool           // of what was last read of the log, much was for this subscription
	upTo     store.Position // the store is read up to here, the queue has what follows
	ready    []Delivery
	taken    int              // of what is ready
	sight    *sight           // while it catches up: what it was last told that it may see
	gates    map[string]error // as they were when the audience was last asked; nil is open
	reopened []string         // the resources that are not withheld any more, with something to be sent
	err      error
}

// errClosed ends a subscription that was closed.
var errClosed = errors.New("feed: the subscription is closed")

// Close ends the subscription. It may be called more than once.
func (s *Subscription) Close() {
	s.ready, s.taken, s.err = nil, 0, errClosed
	s.hub.remove(s)
}

// Next returns the next delivery; it waits until there is one or a heartbeat is due. It ends with the context's error,
// STREAM_RESUMABLE or ACCESS_LOST, or what is wrong with the stored data, and then does so each time.
func (s *Subscription) Next(ctx context.Context) (Delivery, error) {
	for {
		if d, ok := s.poll(ctx); ok {
			return d, nil
		}
		if s.err != nil {
			return Delivery{}, s.err
		}
		s.wait(ctx)
	}
}

// poll returns the next delivery, if there is one now.
func (s *Subscription) poll(ctx context.Context) (d Delivery, ok bool) {
	for idle := false; s.taken == len(s.ready); {
		s.ready, s.taken = s.ready[:0], 0
		if s.err == nil {
			idle, s.err = s.work(ctx)
		}
		if len(s.ready) == 0 && (idle || s.err != nil) {
			s.ready = nil // an idle subscription keeps no room
			return Delivery{}, false
		}
	}
	d, s.ready[s.taken] = s.ready[s.taken], Delivery{}
	s.taken++
	s.due.Store(s.hub.ticked.Load() + int64(s.heartbeat))
	return d, true
}

// wait waits until there may be something to do.
func (s *Subscription) wait(ctx context.Context) {
	select {
	case <-s.queue.wake:
	case <-ctx.Done():
		s.err = ctx.Err()
	}
}

// isDue reports whether nothing was sent for so long that a heartbeat is due. Time goes on in ticks: who is sent much asks often.
func (s *Subscription) isDue() bool {
	due := s.due.Load()
	return due != 0 && s.hub.ticked.Load() >= due
}

// work does the next piece of work, which may make something ready; idle says that there is nothing to do.
func (s *Subscription) work(ctx context.Context) (idle bool, err error) {
	switch {
	case s.hub.draining.Load():
		err = resumable()
	case !s.attached:
		err = s.attach(ctx)
	case s.greet:
		s.greet = false
		s.beat()
	case s.isDue():
		if err = s.ask(ctx, nil); err == nil {
			s.beat()
		}
	case len(s.reopened) > 0:
		err = s.replay(ctx)
	case s.at.position < s.upTo:
		err = s.catchUp(ctx)
	default:
		idle, err = s.follow(ctx)
	}
	if errors.Is(err, store.ErrUnavailable) || errors.Is(err, store.ErrClosed) {
		err = resumable().Because(err)
	}
	return idle, err
}

// attach starts to hear what comes, so that the store has to be read up to a known position only.
func (s *Subscription) attach(ctx context.Context) error {
	s.hub.prepare(s)
	var seen []Span
	var at store.Position
	err := s.ask(ctx, func(tx store.ReadTx, may *sight) error {
		seen, at = may.spans, tx.Head()
		return nil
	})
	if err == nil {
		s.upTo, s.attached = s.hub.attach(s, seen, at)
	}
	return err
}

// follow deals with the next item of the queue.
func (s *Subscription) follow(ctx context.Context) (idle bool, err error) {
	it, ok, overflown := s.queue.pop()
	switch {
	case overflown:
		s.attached = false
		return false, nil
	case !ok:
		return true, s.checkEnd()
	case it.entry == nil:
		return false, s.dealNotice(ctx, it.notice)
	default:
		return false, s.deal(ctx, it)
	}
}

// deal sends, withholds or acts on an entry.
func (s *Subscription) deal(ctx context.Context, it item) error {
	if it.role&control != 0 {
		if err := s.ask(ctx, nil); err != nil {
			return err
		}
	}
	if it.role&content == 0 || !s.audience.Selects(it.entry.Record) {
		s.at.position = it.entry.Position
		return nil
	}
	gate, err := s.known(ctx, it.entry.Record.GetResourceId())
	if err != nil {
		return err
	}
	return s.send(it.entry, gate)
}

// dealNotice sends a notice, unless its resource is withheld: it would come before what happened earlier.
func (s *Subscription) dealNotice(ctx context.Context, n *notice) error {
	gate, err := s.known(ctx, n.resource)
	if _, withheld := s.at.withheld[n.resource]; err == nil && gate == nil && !withheld {
		s.ready = append(s.ready, Delivery{Notice: n.value})
	}
	return err
}

// checkEnd ends a stream of chosen topics when none is left.
func (s *Subscription) checkEnd() error {
	if !s.audience.Ends || !s.hub.over(s) {
		return nil
	}
	return accessLost(reason.New(typev1.Reason_REASON_NOT_A_PARTICIPANT, "nothing of what was subscribed to is left"))
}

// beat makes a heartbeat ready. Its cursor passes by what is none of the subscriber's business.
func (s *Subscription) beat() {
	head, _ := s.hub.store.Head()
	upTo, idle := s.hub.idle(s)
	if idle = idle && s.at.position >= s.upTo; idle {
		s.at.position = max(s.at.position, upTo)
	}
	s.ready = append(s.ready, Delivery{
		Cursor:   s.cursor(),
		CaughtUp: idle && s.at.position >= head && len(s.reopened) == 0,
		Oldest:   cursor{}.encode(s.hub.store.Epoch(), s.subscriber),
	})
}

func (s *Subscription) cursor() []byte { return s.at.encode(s.hub.store.Epoch(), s.subscriber) }
