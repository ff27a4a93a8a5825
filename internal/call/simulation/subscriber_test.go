package simulation

import (
	"context"
	"slices"
	"testing/synctest"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// subscriber follows calls on a device of a party or, without one, as the backend; over several streams, one after the other.
type subscriber struct {
	*simulation

	name   string
	party  *party
	device string
	chosen []*conversation // with some, only these
	stream *stream
	begun  bool
	cursor []byte
	after  store.Position // what comes next is after it
}

// stream is one connection of a subscriber.
type stream struct {
	*call.Stream

	broker  *broker
	ctx     context.Context
	cancel  context.CancelFunc
	waiting chan taken // of a call of Next that has not returned
	sure    bool       // whether the store was surely told that the device is there
}

type taken struct {
	delivery feed.Delivery
	err      error
}

// connect opens a stream at any broker, from where the subscriber stands.
func (s *subscriber) connect() {
	r := &callv1.SubscribeRequest{DeviceId: s.device, HeartbeatInterval: durationpb.New(time.Duration(1+s.IntN(20)) * time.Second)}
	for _, c := range s.chosen {
		r.CallIds = append(r.CallIds, c.id)
	}
	after := s.head
	switch {
	case s.begun:
		r.Start, after = &callv1.SubscribeRequest_Cursor{Cursor: s.cursor}, s.after
	case s.IntN(2) == 0:
		r.Start, after = &callv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}, 0
	}
	who := backend()
	if s.party != nil {
		who = s.party.caller()
	}
	b := pick(s.simulation, s.living())
	ctx, cancel := context.WithCancel(s.Context())
	s.cell.faults.bad.Store(s.stormy && s.IntN(4) == 0)
	sure := !s.cell.faults.bad.Load()
	opened, err := b.calls.Subscribe(ctx, who, r)
	s.cell.faults.bad.Store(false)
	s.tell("%s connects to broker %s: %s", s.name, b.name, outcomeOf(err, false))
	if err != nil {
		cancel()
		if !isFault(err) && !reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) {
			s.fail("%s cannot subscribe: %v", s.name, err)
		}
		s.sync()
		return
	}
	s.stream = &stream{Stream: opened, broker: b, ctx: ctx, cancel: cancel, sure: sure}
	if !s.begun {
		s.after = after
	}
	s.notice()
	s.sync()
}

// notice marks the legs of the device as watched, where that is sure.
func (s *subscriber) notice() {
	if s.party == nil || s.stream == nil || !s.stream.sure {
		return
	}
	for _, c := range s.calls {
		if l := c.of(s.party); l != nil && l.answers() && l.device == s.device {
			l.watched = true
		}
	}
}

// watched reports whether a device is surely noted as there.
func (s *simulation) watched(p *party, device string) bool {
	return slices.ContainsFunc(s.subscribers, func(x *subscriber) bool {
		return x.party == p && x.device == device && x.stream != nil && x.stream.sure && !x.stream.broker.dead
	})
}

// certain reports whether a device is noted as there under a lease that holds for sure.
func (s *simulation) certain(p *party, device string) bool {
	return slices.ContainsFunc(s.subscribers, func(x *subscriber) bool {
		holds := x.stream != nil && (!s.cell.shared || s.cell.now().Sub(x.stream.broker.renewed) < 14*time.Second)
		return holds && x.party == p && x.device == device && x.stream.sure && !x.stream.broker.dead
	})
}

// take takes some deliveries; it connects first where there is no stream.
func (s *subscriber) take(n int) {
	if s.stream == nil {
		s.connect()
	}
	for range n {
		if s.stream == nil || !s.next() {
			return
		}
	}
}

// next takes one delivery, if there is one now.
func (s *subscriber) next() bool {
	x := s.stream
	if x.waiting == nil {
		x.waiting = make(chan taken, 1)
		go func() {
			d, err := x.Next(x.ctx)
			x.waiting <- taken{d, err}
		}()
	}
	synctest.Wait()
	return s.collect()
}

// collect deals with what a stream that waits was given meanwhile.
func (s *subscriber) collect() bool {
	if s.stream == nil || s.stream.waiting == nil {
		return false
	}
	select {
	case got := <-s.stream.waiting:
		s.stream.waiting = nil
		if got.err != nil {
			s.ended(got.err)
			return false
		}
		s.given(got.delivery)
		return true
	default:
		return false
	}
}

func (s *subscriber) ended(err error) {
	s.tell("%s: the stream ends: %v", s.name, err)
	if !reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) && !isFault(err) {
		s.fail("%s: the stream ended with %v", s.name, err)
	}
	s.leave()
}

// leave ends the stream: the network breaks. Where its broker is dead already, the broker does not notice.
func (s *subscriber) leave() {
	x := s.stream
	if x == nil {
		return
	}
	s.hangUp()
	s.tell("%s leaves broker %s", s.name, x.broker.name)
	if x.broker.dead {
		return
	}
	s.cell.faults.bad.Store(s.stormy && s.IntN(3) == 0)
	x.Close()
	s.cell.faults.bad.Store(false)
	s.sync()
}

// hangUp waits until the stream has noticed that its connection is gone.
func (s *subscriber) hangUp() {
	x := s.stream
	s.stream = nil
	x.cancel()
	synctest.Wait()
	if x.waiting != nil {
		<-x.waiting
	}
	x.Subscription.Close()
}

// given checks that a delivery is the next thing that the subscriber has to be sent.
func (s *subscriber) given(d feed.Delivery) {
	s.begun, s.cursor = true, d.Cursor
	if d.Entry == nil {
		return
	}
	e := &callv1.CallEvent{}
	s.cell.must(proto.Unmarshal(d.Entry.Record.GetCall(), e))
	if d.Entry.Position <= s.after {
		s.fail("%s is given %d again: %v", s.name, d.Entry.Position, e)
	}
	var f *fact
	for _, x := range s.facts {
		switch {
		case x.at == d.Entry.Position:
			f = x
		case x.at > s.after && x.at < d.Entry.Position:
			s.missing(x)
		}
	}
	if f == nil || !s.sees(f) {
		s.fail("%s is given %d, which it has no part in: %v", s.name, d.Entry.Position, e)
	}
	if f.to != nil && !f.to.GetOthers() && f.call.over() {
		s.fail("%s is given a signal of %s, which has ended: %v", s.name, f.call.label, e)
	}
	if !proto.Equal(e, f.event) {
		s.fail("%s is given\n\t%v, and the log has\n\t%v", s.name, e, f.event)
	}
	s.after = d.Entry.Position
	s.tell("%s is given %d", s.name, s.after)
}

// missing fails for an event that should have been given. Signals of a call that has ended are gone.
func (s *subscriber) missing(f *fact) {
	if s.sees(f) && (f.to == nil || f.to.GetOthers() || !f.call.over()) {
		s.fail("%s was not given %d: %s of %s", s.name, f.at, s.describe(f.event), f.call.label)
	}
}

// sees reports whether an event is for a subscriber.
func (s *subscriber) sees(f *fact) bool {
	switch {
	case len(s.chosen) > 0 && !slices.Contains(s.chosen, f.call):
		return false
	case s.party == nil:
		return f.to == nil
	case f.to == nil:
		return slices.Contains(f.audience, s.party)
	default:
		return f.to.GetUser() == s.party.raw && (f.to.GetDeviceId() == s.device) != f.to.GetOthers()
	}
}

// complete checks that a subscriber that has caught up was given everything.
func (s *subscriber) complete() {
	if !s.begun {
		return
	}
	for _, f := range s.facts {
		if f.at > s.after {
			s.missing(f)
		}
	}
}
