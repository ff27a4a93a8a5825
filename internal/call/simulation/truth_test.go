package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
)

// The states of legs and calls, in short.
const (
	rings      = callv1.LegState_LEG_STATE_RINGING
	connecting = callv1.LegState_LEG_STATE_CONNECTING
	connected  = callv1.LegState_LEG_STATE_CONNECTED
	ended      = callv1.LegState_LEG_STATE_ENDED

	callRings     = callv1.CallState_CALL_STATE_RINGING
	callConnects  = callv1.CallState_CALL_STATE_CONNECTING
	callConnected = callv1.CallState_CALL_STATE_CONNECTED
	callOnHold    = callv1.CallState_CALL_STATE_ON_HOLD
	callEnded     = callv1.CallState_CALL_STATE_ENDED
)

// leg is a leg as the replay of the log knows it.
type leg struct {
	id        string
	party     *party
	source    bool
	state     callv1.LegState
	device    string
	media     callv1.MediaMode
	demands   bool
	answered  time.Time
	connected time.Time
	ended     time.Time
	ringUntil time.Time
	mediaDue  time.Time // until when it must have media
	lostUntil time.Time
	held      bool
	muted     bool
	outcome   callv1.Outcome
	cause     callv1.EndCause
	reason    callv1.RejectReason
	unacked   map[string]bool // notices that it has to acknowledge
	watched   bool            // whether a stream of its device was surely noted since it answered
}

func (l *leg) live() bool     { return l.state != ended }
func (l *leg) answers() bool  { return l.live() && l.state != rings }
func (l *leg) hasMedia() bool { return l.state == connected }

// conversation is a call as the replay of the log knows it.
type conversation struct {
	label, id   string
	state       callv1.CallState
	legs        []*leg
	sequence    int64
	born        time.Time
	connectedAt time.Time
	duration    time.Duration
	outcome     callv1.Outcome
	captures    map[callv1.CaptureKind]*callv1.Capture
	notices     []*callv1.Notice
	transfers   []*callv1.Transfer
	signals     map[pair]int64 // how many were sent
	offers      map[pair]int64 // the open ones
	offered     map[pair]bool
	change      *change
}

// pair is one leg and another, by their ids.
type pair struct{ from, to string }

func (p pair) back() pair { return pair{p.to, p.from} }

// change is what one commit does to a call.
type change struct {
	time     time.Time
	audience []*party
	events   []*callv1.CallEvent
	owed     []string // notices that must follow, as leg and state
}

// fact is an event in the log.
type fact struct {
	at       store.Position
	event    *callv1.CallEvent
	call     *conversation
	audience []*party // of a numbered event
	to       *recordv1.Addressee
}

func (c *conversation) over() bool { return c.state == callEnded }

// of returns the latest leg of a party.
func (c *conversation) of(p *party) *leg {
	for _, l := range slices.Backward(c.legs) {
		if l.party == p {
			return l
		}
	}
	return nil
}

func (c *conversation) leg(id string) *leg {
	for _, l := range c.legs {
		if l.id == id {
			return l
		}
	}
	return nil
}

func (c *conversation) living() (out []*leg) {
	for _, l := range c.legs {
		if l.live() {
			out = append(out, l)
		}
	}
	return out
}

// active is how many legs are connected and not on hold.
func (c *conversation) active() (n int) {
	for _, l := range c.living() {
		if l.hasMedia() && !l.held {
			n++
		}
	}
	return n
}

// sync takes over what the log has that is new, and checks that it can be true.
func (s *simulation) sync() (news []*fact) {
	s.Helper()
	err := s.cell.disk.View(s.Context(), func(tx store.ReadTx) error {
		for raw, err := range tx.Entries(s.head, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(raw.Content)
			if err != nil {
				return err
			}
			s.head = raw.Position
			if f := s.read(raw.Position, entry); f != nil {
				news = append(news, f)
			}
		}
		return nil
	})
	s.cell.must(err)
	for _, c := range s.calls {
		s.close(c)
	}
	s.facts = append(s.facts, news...)
	return news
}

// read replays one entry. What the end of its call has erased already leaves no fact.
func (s *simulation) read(at store.Position, entry *recordv1.Entry) *fact {
	if entry.GetCall() == nil {
		return nil
	}
	e := &callv1.CallEvent{}
	s.cell.must(proto.Unmarshal(entry.GetCall(), e))
	c := s.byID[e.GetCallId()]
	if c == nil {
		if e.GetCallStarted() == nil {
			s.fail("a call begins with %v", e)
		}
		c = &conversation{
			label: fmt.Sprintf("C%d", len(s.calls)+1), id: e.GetCallId(), captures: map[callv1.CaptureKind]*callv1.Capture{},
			signals: map[pair]int64{}, offers: map[pair]int64{}, offered: map[pair]bool{},
		}
		s.calls = append(s.calls, c)
		s.byID[c.id] = c
	}
	if c.change != nil && !c.change.time.Equal(e.GetTime().AsTime()) {
		s.close(c)
	}
	if c.change == nil {
		c.change = &change{time: e.GetTime().AsTime()}
		for _, l := range c.living() {
			c.change.audience = append(c.change.audience, l.party)
		}
	}
	c.change.events = append(c.change.events, e)
	f := &fact{at: at, event: e, call: c, to: entry.GetAddressee()}
	s.number(c, e, f)
	s.apply(c, e)
	if f.to == nil {
		f.audience = slices.Clone(c.change.audience)
	}
	s.tell("  %d %s: %s", at, c.label, s.describe(e))
	return f
}

// number checks the number of an event.
func (s *simulation) number(c *conversation, e *callv1.CallEvent, f *fact) {
	whispered := e.GetSignalReceived() != nil || e.GetDtmfReceived() != nil || e.GetRingingStopped() != nil
	if whispered != (f.to != nil) || whispered != (e.GetSequence() == 0) {
		s.fail("%s: %v has the number %d and is for %v", c.label, e, e.GetSequence(), f.to)
	}
	if c.over() {
		s.fail("%s: after its end comes %v", c.label, e)
	}
	if !whispered {
		c.sequence++
		if e.GetSequence() != c.sequence {
			s.fail("%s: number %d comes after %d", c.label, e.GetSequence(), c.sequence-1)
		}
	}
}

// describe reads an event for the history.
func (s *simulation) describe(e *callv1.CallEvent) string {
	m := e.ProtoReflect()
	what := string(m.WhichOneof(m.Descriptor().Oneofs().ByName("event")).Name())
	by := "nobody"
	if p := s.byRaw[e.GetActor().GetRawId()]; p != nil {
		by = p.name
	}
	for _, l := range []*callv1.Leg{e.GetLegRinging().GetLeg(), e.GetLegAnswered().GetLeg(), e.GetLegEnded().GetLeg()} {
		if l != nil {
			what += fmt.Sprintf(" %s (%s) %v %v", l.GetLegId(), s.byRaw[l.GetIdentifier().GetRawId()].name, l.GetOutcome(), l.GetEndCause())
		}
	}
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CallStateChanged:
		what += fmt.Sprint(" ", x.CallStateChanged.GetState())
	case *callv1.CallEvent_CallEnded:
		what += fmt.Sprint(" ", x.CallEnded.GetCall().GetOutcome(), " ", x.CallEnded.GetCall().GetEndCause())
	case *callv1.CallEvent_LegLost:
		what += " " + x.LegLost.GetLegId()
	case *callv1.CallEvent_LegRecovered:
		what += " " + x.LegRecovered.GetLegId()
	case *callv1.CallEvent_LegConnected:
		what += " " + x.LegConnected.GetLegId()
	case *callv1.CallEvent_SignalReceived:
		g := x.SignalReceived.GetSignal()
		what += fmt.Sprintf(" %s to %s: %d", g.GetFromLegId(), g.GetToLegId(), g.GetSignalSequence())
	default:
	}
	return strings.ReplaceAll(what, "OUTCOME_UNSPECIFIED END_CAUSE_UNSPECIFIED", "") + " by " + by
}

// must fails unless something is as it should be.
func (s *simulation) must(ok bool, c *conversation, e *callv1.CallEvent, why string) {
	if !ok {
		s.Helper()
		s.fail("%s: %s: %v", c.label, why, e)
	}
}

// apply replays what an event says of a call.
func (s *simulation) apply(c *conversation, e *callv1.CallEvent) {
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CallStarted:
		s.started(c, e, x.CallStarted.GetCall())
	case *callv1.CallEvent_CallStateChanged:
		s.moved(c, e, x.CallStateChanged)
	case *callv1.CallEvent_CallEnded:
		s.finished(c, e, x.CallEnded.GetCall())
	case *callv1.CallEvent_LegRinging:
		s.ringing(c, e, x.LegRinging)
	case *callv1.CallEvent_LegAnswered:
		s.answered(c, e, x.LegAnswered.GetLeg())
	case *callv1.CallEvent_LegEnded:
		s.left(c, e, x.LegEnded.GetLeg())
	case *callv1.CallEvent_LegConnected:
		l := c.leg(x.LegConnected.GetLegId())
		s.must(l.state == connecting && c.state != callRings, c, e, "it has not answered, or is connected already")
		l.state, l.connected, l.mediaDue = connected, c.change.time, time.Time{}
	case *callv1.CallEvent_LegLost, *callv1.CallEvent_LegRecovered:
		s.wandered(c, e)
	case *callv1.CallEvent_SignalReceived:
		s.signalled(c, e, x.SignalReceived.GetSignal())
	case *callv1.CallEvent_CaptureChanged, *callv1.CallEvent_NoticesIssued, *callv1.CallEvent_NoticeAcknowledged:
		s.captured(c, e)
	case *callv1.CallEvent_TransferStarted, *callv1.CallEvent_TransferCompleted, *callv1.CallEvent_TransferFailed:
		s.transferred(c, e)
	default:
		s.toggled(c, e)
	}
}

func (s *simulation) started(c *conversation, e *callv1.CallEvent, started *callv1.Call) {
	s.must(e.GetSequence() == 1 && len(started.GetLegs()) == 1, c, e, "no start")
	l := started.GetLegs()[0]
	who := s.byRaw[l.GetIdentifier().GetRawId()]
	s.must(s.open(who), c, e, "policy keeps its source from calling")
	c.state, c.born, c.duration = callRings, c.change.time, started.GetMaxDuration().AsDuration()
	c.legs = []*leg{{
		id: l.GetLegId(), party: who, source: true, state: connecting, device: l.GetDeviceId(), media: l.GetMediaMode(),
		demands: l.GetRequireAcknowledgement(), answered: c.change.time, unacked: map[string]bool{}, watched: s.watched(who, l.GetDeviceId()),
	}}
	c.change.audience = append(c.change.audience, who)
}

func (s *simulation) moved(c *conversation, e *callv1.CallEvent, x *callv1.CallStateChanged) {
	legal := map[callv1.CallState][]callv1.CallState{
		callRings: {callConnects}, callConnects: {callConnected}, callConnected: {callOnHold}, callOnHold: {callConnected},
	}
	s.must(x.GetPreviousState() == c.state && slices.Contains(legal[c.state], x.GetState()), c, e, "no legal move of the call")
	c.state = x.GetState()
	if c.state == callConnected && c.connectedAt.IsZero() {
		c.connectedAt = c.change.time
	}
	if c.state == callConnects {
		for _, l := range c.living() {
			if l.answers() && l.mediaDue.IsZero() {
				l.mediaDue = c.change.time.Add(time.Minute)
			}
		}
	}
}

func (s *simulation) ringing(c *conversation, e *callv1.CallEvent, x *callv1.LegRinging) {
	who := s.byRaw[x.GetLeg().GetIdentifier().GetRawId()]
	before := c.of(who)
	s.must(before == nil || !before.live(), c, e, "it is in the call already")
	s.must(s.callable(who), c, e, "it may not be called")
	s.must(x.GetLeg().GetLegId() == fmt.Sprint(len(c.legs)+1), c, e, "legs are numbered in another way")
	s.must(x.GetCall().GetLastSequence() == e.GetSequence() && len(x.GetCall().GetLegs()) == len(c.legs)+1, c, e, "the call in it is another")
	for i, l := range c.legs {
		shown := x.GetCall().GetLegs()[i]
		s.must(shown.GetOutcome() == l.outcome && shown.GetState() == l.state, c, e, "the call in it is not as it was: "+l.id)
	}
	c.legs = append(c.legs, &leg{
		id: x.GetLeg().GetLegId(), party: who, state: rings, ringUntil: x.GetExpireTime().AsTime(), unacked: map[string]bool{},
	})
	s.welcome(c, who)
}

// welcome lets a party see a call from now on.
func (s *simulation) welcome(c *conversation, who *party) {
	if !slices.Contains(c.change.audience, who) {
		c.change.audience = append(c.change.audience, who)
	}
}

func (s *simulation) answered(c *conversation, e *callv1.CallEvent, x *callv1.Leg) {
	l := c.leg(x.GetLegId())
	who := s.byRaw[x.GetIdentifier().GetRawId()]
	if l == nil { // it comes by transfer, without ringing
		l = &leg{id: x.GetLegId(), party: who, unacked: map[string]bool{}}
		s.must(len(c.transfers) > 0 && c.transfers[len(c.transfers)-1].GetTargetLegId() == l.id, c, e, "nobody asked for it")
		c.legs = append(c.legs, l)
		s.welcome(c, who)
	} else {
		s.must(l.state == rings, c, e, "it does not ring")
		s.must(e.GetActor().GetRawId() == who.raw, c, e, "another has answered for it")
	}
	l.state, l.answered, l.device, l.media, l.demands = connecting, c.change.time, x.GetDeviceId(), x.GetMediaMode(), x.GetRequireAcknowledgement()
	l.muted, l.ringUntil, l.watched = x.GetMuted(), time.Time{}, s.watched(who, l.device)
	if c.state != callRings {
		l.mediaDue = c.change.time.Add(time.Minute)
	}
	for _, k := range c.captures {
		if k.GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED {
			c.change.owed = append(c.change.owed, owed(l, k))
		}
	}
}

// wandered replays that a device was lost or is back.
func (s *simulation) wandered(c *conversation, e *callv1.CallEvent) {
	if x := e.GetLegLost(); x != nil {
		l := c.leg(x.GetLegId())
		s.must(l.answers() && l.lostUntil.IsZero(), c, e, "it cannot be lost")
		s.must(!s.certain(l.party, l.device), c, e, "its device is there")
		s.must(x.GetExpireTime().AsTime().Equal(c.change.time.Add(30*time.Second)), c, e, "it has another time to come back")
		l.lostUntil = x.GetExpireTime().AsTime()
		for _, o := range c.legs {
			delete(c.offers, pair{l.id, o.id})
			delete(c.offers, pair{o.id, l.id})
		}
		return
	}
	l := c.leg(e.GetLegRecovered().GetLegId())
	s.must(l.answers() && !l.lostUntil.IsZero(), c, e, "it was not lost")
	l.lostUntil = time.Time{}
}

func (s *simulation) signalled(c *conversation, e *callv1.CallEvent, x *callv1.Signal) {
	p := pair{x.GetFromLegId(), x.GetToLegId()}
	from, to := c.leg(p.from), c.leg(p.to)
	s.must(from.answers() && to.answers() && from != to, c, e, "no two who could signal")
	s.must(e.GetActor().GetRawId() == from.party.raw, c, e, "another has signalled")
	c.signals[p]++
	s.must(x.GetSignalSequence() == c.signals[p] && c.signals[p] <= 1000, c, e, "it has another number")
	switch {
	case x.GetOffer() != nil:
		s.must(s.offer(c, from, to) == "", c, e, "the offer was not in turn")
		c.offers[p], c.offered[p] = x.GetSignalSequence(), true
	case x.GetAnswer() != nil:
		s.must(c.offers[p.back()] == x.GetAnswer().GetOfferSequence(), c, e, "the answer was not in turn")
		delete(c.offers, p.back())
	}
	if x.GetOffer() != nil || x.GetAnswer() != nil {
		s.must(len(from.unacked) == 0 && len(to.unacked) == 0, c, e, "media waits")
	}
}

// offer is why a leg may not make an offer now; empty if it may.
func (s *simulation) offer(c *conversation, from, to *leg) string {
	p := pair{from.id, to.id}
	first := !c.offered[p] && !c.offered[p.back()]
	later := from.answered.After(to.answered) || from.answered.Equal(to.answered) && slices.Index(c.legs, from) > slices.Index(c.legs, to)
	switch {
	case len(from.unacked) > 0 || len(to.unacked) > 0:
		return "NOTICE_UNACKNOWLEDGED"
	case c.offers[p.back()] != 0 || first && later:
		return "SIGNAL_OUT_OF_TURN"
	}
	return ""
}

func (s *simulation) transferred(c *conversation, e *callv1.CallEvent) {
	if t := e.GetTransferStarted().GetTransfer(); t != nil {
		from := c.leg(t.GetTransferorLegId())
		s.must(from.answers() && e.GetActor().GetRawId() == from.party.raw, c, e, "it cannot transfer")
		s.must(t.GetTargetLegId() == fmt.Sprint(len(c.legs)+1), c, e, "another leg is to come")
		c.transfers = append(c.transfers, t)
		return
	}
	done := e.GetTransferCompleted().GetTransfer()
	t := done
	if done == nil {
		t = e.GetTransferFailed().GetTransfer()
	}
	i := slices.IndexFunc(c.transfers, func(x *callv1.Transfer) bool { return x.GetTransferId() == t.GetTransferId() })
	s.must(i >= 0, c, e, "no such transfer waits")
	c.transfers = slices.Delete(c.transfers, i, i+1)
	target := c.leg(t.GetTargetLegId())
	s.must((done != nil) == target.answers(), c, e, "its target says otherwise")
}

// toggled replays the events that turn something on and off.
func (s *simulation) toggled(c *conversation, e *callv1.CallEvent) {
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_LegHeld:
		l := c.leg(x.LegHeld.GetLegId())
		s.must(l.hasMedia() && !l.held && e.GetActor().GetRawId() == l.party.raw, c, e, "it cannot hold")
		l.held = true
	case *callv1.CallEvent_LegResumed:
		l := c.leg(x.LegResumed.GetLegId())
		s.must(l.hasMedia() && l.held && e.GetActor().GetRawId() == l.party.raw, c, e, "it cannot resume")
		l.held = false
	case *callv1.CallEvent_LegMuted:
		l := c.leg(x.LegMuted.GetLegId())
		s.must(l.answers() && !l.muted, c, e, "it cannot be muted")
		l.muted = true
	case *callv1.CallEvent_LegUnmuted:
		l := c.leg(x.LegUnmuted.GetLegId())
		s.must(l.answers() && l.muted && e.GetActor().GetRawId() == l.party.raw, c, e, "it cannot be unmuted")
		l.muted = false
	case *callv1.CallEvent_DtmfReceived:
		l := c.leg(x.DtmfReceived.GetFromLegId())
		s.must(l.hasMedia() && e.GetActor().GetRawId() == l.party.raw, c, e, "it cannot send tones")
	case *callv1.CallEvent_CallRedirected:
		s.must(x.CallRedirected.GetTargetLegId() == fmt.Sprint(len(c.legs)+1), c, e, "another leg is to ring")
	case *callv1.CallEvent_RingingStopped:
		l := c.leg(x.RingingStopped.GetLegId())
		s.must(l.state == connecting && l.device == x.RingingStopped.GetAnsweringDeviceId(), c, e, "it has not answered")
	default:
		s.must(false, c, e, "unknown")
	}
}
