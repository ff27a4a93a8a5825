package simulation

import (
	"context"
	"fmt"
	"slices"
	"testing/synctest"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// subscriber follows what it may see, across all the streams that it takes.
type subscriber struct {
	*simulation
	name   string
	actor  actor
	few    bool      // whether it follows chosen threads
	chosen []*thread // once it has chosen

	stream *stream // nil while it is away
	from   store.Position
	got    []store.Position
	marks  []mark
}

// mark is a cursor, and how much was given before it.
type mark struct {
	cursor []byte
	given  int
}

// stream is one subscription, which is read by a goroutine of its own.
type stream struct {
	subscription *feed.Subscription
	cancel       context.CancelFunc
	asked        chan bool
	came         chan came
	waiting      bool // for what it asked for
	since        int  // the step in which it began
	idle         int  // the last step in which it had nothing to give
}

// came is what Next returned.
type came struct {
	delivery feed.Delivery
	err      error
}

func (s *subscriber) caller() (c chatCaller) {
	if s.actor.user == nil {
		return backend(s.actor.resource, nil)
	}
	return s.actor.user.caller()
}

// come subscribes: from the last mark, or at a place that needs none. It reports whether it could.
func (s *subscriber) come() bool {
	if s.few && len(s.chosen) == 0 && !s.choose() {
		return false
	}
	ask := &chatv1.SubscribeRequest{HeartbeatInterval: durationpb.New(time.Duration(1+s.IntN(30)) * time.Second)}
	for _, t := range s.chosen {
		ask.ThreadIds = append(ask.ThreadIds, t.id)
	}
	given := len(s.got)
	from := s.from
	switch {
	case len(s.marks) > 0:
		m := s.marks[len(s.marks)-1]
		ask.Start, given = &chatv1.SubscribeRequest_Cursor{Cursor: m.cursor}, m.given
	case s.IntN(2) == 0:
		ask.Start, from = &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}, 0
	default:
		from = s.head
	}
	s.broker.faults.bad.Store(s.stormy)
	subscription, err := s.broker.chat.Subscribe(s.Context(), s.caller(), ask)
	s.broker.faults.bad.Store(false)
	s.tell("%s subscribes, %d given: %v", s.name, given, err)
	if err != nil {
		s.refused(err, len(ask.GetCursor()) > 0)
		return false
	}
	s.got, s.from = s.got[:given], from
	s.stream = s.read(subscription)
	return true
}

// refused checks that a subscription was refused for a reason.
func (s *subscriber) refused(err error, resumes bool) {
	if isFault(err) {
		return
	}
	for _, t := range s.chosen {
		if why := see(s.actor, t); !resumes && slices.Contains(why, reason.Of(err)) {
			if t.dead() {
				s.chosen = nil // it would be refused for good
			}
			return
		}
	}
	s.fail("%s: cannot subscribe: %v", s.name, err)
}

// choose picks threads that the subscriber may see now.
func (s *subscriber) choose() bool {
	var mine []*thread
	for _, t := range s.threads {
		if len(see(s.actor, t)) == 0 {
			mine = append(mine, t)
		}
	}
	for range min(1+s.IntN(3), len(mine)) {
		i := s.IntN(len(mine))
		s.chosen, mine = append(s.chosen, mine[i]), slices.Delete(mine, i, i+1)
	}
	return len(s.chosen) > 0
}

// read starts to read a subscription.
func (s *subscriber) read(subscription *feed.Subscription) *stream {
	ctx, cancel := context.WithCancel(s.Context())
	st := &stream{subscription: subscription, cancel: cancel, asked: make(chan bool), came: make(chan came, 1), since: s.step}
	go func() {
		defer subscription.Close()
		for range st.asked {
			d, err := subscription.Next(ctx)
			st.came <- came{d, err}
			if err != nil {
				return
			}
		}
	}()
	return st
}

// leave goes away, now and then without having kept the latest cursors.
func (s *subscriber) leave() {
	s.hangUp()
	if len(s.marks) > 0 && s.IntN(3) == 0 {
		s.marks = s.marks[:1+s.IntN(len(s.marks))]
	}
}

func (s *subscriber) hangUp() {
	st := s.stream
	if st == nil {
		return
	}
	s.stream = nil
	st.cancel()
	if st.waiting {
		<-st.came
	} else {
		close(st.asked)
	}
	synctest.Wait()
}

// take takes up to n deliveries, or what there is.
func (s *subscriber) take(n int) {
	if s.stream == nil && !s.come() {
		return
	}
	for range n {
		if !s.stream.waiting {
			s.broker.faults.bad.Store(s.stormy && s.IntN(4) == 0)
			s.stream.asked <- true
			s.stream.waiting = true
		}
		synctest.Wait()
		s.broker.faults.bad.Store(false)
		s.collect()
		if s.stream == nil || s.stream.waiting {
			return
		}
	}
}

// collect takes what has come meanwhile.
func (s *subscriber) collect() {
	if s.stream == nil || !s.stream.waiting {
		return
	}
	select {
	case c := <-s.stream.came:
		s.stream.waiting = false
		if c.err != nil {
			s.ended(c.err)
		} else {
			s.deliver(c.delivery)
		}
	default:
		s.stream.idle = s.step
		if s.few && s.actor.user != nil && s.broker.hub.Position() == s.head && len(s.openThreads(s.head)) == 0 {
			s.fail("%s goes on, although nothing is left of what it follows", s.name)
		}
	}
}

func (s *subscriber) deliver(d feed.Delivery) {
	switch {
	case d.Entry != nil:
		s.event(d)
	case d.Notice != nil:
		s.notice(d.Notice)
	default:
		s.marks = append(s.marks, mark{d.Cursor, len(s.got)})
		s.tell("%s: heartbeat, caught up %v", s.name, d.CaughtUp)
		if d.CaughtUp {
			s.complete(true)
			if why := s.lost(); why != "" {
				s.fail("%s goes on, although it has lost everything: %s", s.name, why)
			}
		}
	}
}

// event checks an event that was given.
func (s *subscriber) event(d feed.Delivery) {
	p := d.Entry.Position
	raw, err := chat.Render(s.caller(), d.Entry.Record.GetChat())
	if err != nil {
		s.fail("%s: render: %v", s.name, err)
	}
	e := &chatv1.ChatEvent{}
	if err := proto.Unmarshal(raw, e); err != nil {
		s.fail("%s: decode: %v", s.name, err)
	}
	got := s.reader().event(e)
	s.tell("%s is given %d: %s", s.name, p, got)
	f := s.factAt(p)
	if f == nil {
		s.fail("%s was given %d, which is none", s.name, p)
	}
	s.mayHave(f)
	s.inTurn(f)
	if !slices.Contains(s.readings(f), got) {
		s.fail("%s: the event at %d reads\n\t%s, and not one of\n\t%q", s.name, p, got, s.readings(f))
	}
	s.got = append(s.got, p)
	s.marks = append(s.marks, mark{d.Cursor, len(s.got)})
}

// mayHave checks that a subscriber may have an event.
func (s *subscriber) mayHave(f *fact) {
	if !s.sees(f) {
		s.fail("%s may not see %d: %s", s.name, f.at, f.text(nil, false))
	}
	if u := s.actor.user; u != nil && !u.wasOpen(f.thread.resource, f.at) {
		s.fail("%s was given %d, and policy was never open since", s.name, f.at)
	}
	if s.hidden(f) && s.stream.since > f.thread.endedStep {
		s.fail("%s was given %d of %s, which was deleted before the stream began", s.name, f.at, f.thread.label)
	}
}

// sees reports whether a fact is in what a subscriber follows, policy and deletion aside.
func (s *subscriber) sees(f *fact) bool {
	if f.at <= s.from || s.few && !slices.Contains(s.chosen, f.thread) {
		return false
	}
	if s.actor.user == nil {
		return f.thread.resource == s.actor.resource
	}
	m := f.thread.members[s.actor.user]
	if m == nil {
		return false
	}
	if slices.Contains(f.blind, s.actor.user) {
		return false
	}
	return slices.ContainsFunc(m.stays, func(y *stay) bool { return f.at >= y.from && (y.to == 0 || f.at <= y.to) })
}

// hidden reports whether a fact is hidden from a user since the thread was deleted.
func (s *subscriber) hidden(f *fact) bool {
	return s.actor.user != nil && f.thread.dead() && f.at != f.thread.endedAt
}

// inTurn checks that nothing was given twice, or before what has to come first. What policy withholds keeps back its own
// resource only.
func (s *subscriber) inTurn(f *fact) {
	for _, p := range s.got {
		before := s.factAt(p)
		if p == f.at {
			s.fail("%s was given %d twice", s.name, p)
		}
		if p > f.at && (before.thread.resource == f.thread.resource || !s.policies) {
			s.fail("%s was given %d after %d", s.name, f.at, p)
		}
	}
	for _, other := range s.facts {
		if other.at < f.at && other.thread.resource == f.thread.resource && s.sees(other) && !s.hidden(other) && !slices.Contains(s.got, other.at) {
			s.fail("%s was given %d before %d", s.name, f.at, other.at)
		}
	}
}

// readings are the ways in which an event may read now.
func (s *subscriber) readings(f *fact) []string {
	full, erased := f.text(s.actor.user, false), f.text(s.actor.user, true)
	if !f.carries() {
		return []string{full}
	}
	m := f.message
	gone := m.gone
	if gone == 0 && m.maybeGone > 0 {
		return []string{full, erased}
	}
	switch {
	case gone == 0:
		return []string{full}
	case s.stream.since <= gone && s.stream.idle <= gone:
		// What was on its way to the stream before the deletion may still have its content.
		return []string{full, erased}
	default:
		return []string{erased}
	}
}

// notice checks a typing notification: it is heard by those who are in the thread, as far as the hub knows or by now.
func (s *subscriber) notice(value any) {
	n, _ := value.(*chatv1.TypingNotification)
	typist := s.byRaw[n.GetSender().GetRawId()]
	switch heard := chat.RenderTyping(s.caller(), n); {
	case heard == nil && s.actor.user != typist:
		s.fail("%s does not hear of the typing of %s", s.name, nameOf(typist))
	case heard != nil && s.actor.user == typist:
		s.fail("%s hears of its own typing", s.name)
	}
	s.tell("%s: %s types", s.name, s.reader().who(n.GetSender().GetRawId()))
	for at := s.typed[n.GetTime().AsTime().UnixMicro()]; at <= s.head; at++ {
		if slices.ContainsFunc(s.openThreads(at), func(t *thread) bool { return t.id == n.GetThreadId() }) {
			return
		}
	}
	s.fail("%s hears of typing in %s", s.name, s.reader().label(n.GetThreadId()))
}

// complete checks that nothing is missing but what policy withholds now.
func (s *subscriber) complete(withheld bool) {
	for _, f := range s.facts {
		u := s.actor.user
		kept := withheld && u != nil && !u.open(f.thread.resource)
		if s.sees(f) && !s.hidden(f) && !kept && !slices.Contains(s.got, f.at) {
			s.fail("%s has caught up and was not given %d: %s", s.name, f.at, f.text(nil, false))
		}
	}
}

// openThreads are the threads that a subscriber is to be sent something of, after a position.
func (s *subscriber) openThreads(after store.Position) (out []*thread) {
	for _, t := range s.threads {
		m := t.members[s.actor.user]
		switch {
		case s.few && !slices.Contains(s.chosen, t):
			continue
		case s.actor.user == nil && t.resource == s.actor.resource:
			out = append(out, t)
			continue
		case m == nil || t.dead() && t.endedAt <= after:
			continue
		}
		if slices.ContainsFunc(m.stays, func(y *stay) bool { return y.from <= after && (y.to == 0 || y.to > after) }) {
			out = append(out, t)
		}
	}
	return out
}

// lost returns why policy keeps everything from a subscriber; empty if it does not.
func (s *subscriber) lost() string {
	u := s.actor.user
	if u == nil {
		return ""
	}
	why := ""
	for _, t := range s.openThreads(s.head) {
		if u.open(t.resource) {
			return ""
		}
		why = fmt.Sprint(closed(u, t.resource))
	}
	return why
}

// ended checks that a stream has ended for a good reason.
func (s *subscriber) ended(err error) {
	s.tell("%s: the stream ends: %v", s.name, err)
	s.stream.cancel()
	s.stream = nil
	switch {
	case reason.Is(err, typev1.Reason_REASON_STREAM_RESUMABLE) || isFault(err):
	case !reason.Is(err, typev1.Reason_REASON_ACCESS_LOST):
		s.fail("%s: the stream ended with %v", s.name, err)
	case s.lost() != "" || s.over():
	default:
		s.fail("%s has not lost its access: %v", s.name, err)
	}
}

// over reports whether nothing was left of chosen threads, as far as the hub knows or by now.
func (s *subscriber) over() bool {
	if !s.few {
		return false
	}
	if s.actor.user == nil {
		return !slices.ContainsFunc(s.chosen, func(t *thread) bool { return !t.dead() })
	}
	for at := s.broker.hub.Position(); at <= s.head; at++ {
		if len(s.openThreads(at)) == 0 {
			return true
		}
	}
	return false
}

func (s *simulation) factAt(p store.Position) *fact {
	i, ok := slices.BinarySearchFunc(s.facts, p, func(f *fact, p store.Position) int { return int(f.at) - int(p) })
	if !ok {
		return nil
	}
	return s.facts[i]
}
