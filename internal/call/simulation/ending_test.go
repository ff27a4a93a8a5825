package simulation

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Outcomes, in short.
const (
	completed   = callv1.Outcome_OUTCOME_COMPLETED
	declined    = callv1.Outcome_OUTCOME_DECLINED
	busy        = callv1.Outcome_OUTCOME_BUSY
	noAnswer    = callv1.Outcome_OUTCOME_NO_ANSWER
	cancelled   = callv1.Outcome_OUTCOME_CANCELLED
	failed      = callv1.Outcome_OUTCOME_FAILED
	revoked     = callv1.Outcome_OUTCOME_POLICY_REVOKED
	unreachable = callv1.Outcome_OUTCOME_UNREACHABLE
)

// left replays the end of a leg, and checks that it can have ended so.
func (s *simulation) left(c *conversation, e *callv1.CallEvent, x *callv1.Leg) {
	l := c.leg(x.GetLegId())
	s.must(l.live(), c, e, "it has ended before")
	s.must(x.GetState() == ended && x.GetEndTime().AsTime().Equal(c.change.time), c, e, "half an end")
	talked := !l.connected.IsZero() && !c.connectedAt.IsZero()
	s.must(x.GetOutcome() != completed || !l.connected.IsZero(), c, e, "completed without media")
	s.must(!talked || slices.Contains([]callv1.Outcome{completed, failed, revoked}, x.GetOutcome()), c, e, "it has talked, and ends as if not")
	s.must(s.mayEnd(c, l, e, x), c, e, "it cannot end so")
	l.state, l.outcome, l.cause, l.reason, l.ended = ended, x.GetOutcome(), x.GetEndCause(), x.GetRejectReason(), c.change.time
	l.held, l.lostUntil, l.mediaDue, l.ringUntil = false, time.Time{}, time.Time{}, time.Time{}
	clear(l.unacked)
}

// mayEnd reports whether a leg can end for a cause, at this time and by that actor.
func (s *simulation) mayEnd(c *conversation, l *leg, e *callv1.CallEvent, x *callv1.Leg) bool {
	actor := s.byRaw[e.GetActor().GetRawId()]
	now := c.change.time
	early := x.GetOutcome() == completed || x.GetOutcome() == cancelled || l.source // the source takes over the outcome of the call
	switch x.GetEndCause() {
	case callv1.EndCause_END_CAUSE_HUNG_UP:
		return l.answers() && actor == l.party && early
	case callv1.EndCause_END_CAUSE_HUNG_UP_FOR_EVERYONE:
		own := c.leg("1")
		if actor != nil {
			own = c.of(actor)
		}
		return own != nil && early
	case callv1.EndCause_END_CAUSE_REMOVED:
		return actor != nil && actor != l.party && c.of(actor).answers() && early
	case callv1.EndCause_END_CAUSE_REJECTED:
		want := declined
		if x.GetRejectReason() == callv1.RejectReason_REJECT_REASON_BUSY {
			want = busy
		}
		return l.state == rings && actor == l.party && x.GetOutcome() == want
	case callv1.EndCause_END_CAUSE_REDIRECTED:
		return l.state == rings && x.GetOutcome() == declined && (actor == l.party || l.party == s.queue)
	case callv1.EndCause_END_CAUSE_RING_TIMEOUT:
		return l.state == rings && actor == nil && !now.Before(l.ringUntil) && (x.GetOutcome() == noAnswer || x.GetOutcome() == unreachable)
	case callv1.EndCause_END_CAUSE_CONNECT_TIMEOUT:
		return l.state == connecting && actor == nil && !l.mediaDue.IsZero() && !now.Before(l.mediaDue) && x.GetOutcome() == failed
	case callv1.EndCause_END_CAUSE_DEVICE_LOST:
		return actor == nil && !l.lostUntil.IsZero() && !now.Before(l.lostUntil) && x.GetOutcome() == failed
	case callv1.EndCause_END_CAUSE_MAX_DURATION:
		return actor == nil && !c.connectedAt.IsZero() && !now.Before(c.connectedAt.Add(c.duration)) && early
	case callv1.EndCause_END_CAUSE_POLICY:
		return actor == nil && l.party.tenant && x.GetOutcome() == revoked && x.GetEndReason() != "" && (!s.open(l.party) || !s.rules.groups)
	case callv1.EndCause_END_CAUSE_TRANSFERRED:
		return l.answers() && actor != nil && early
	case callv1.EndCause_END_CAUSE_ALONE:
		return slices.ContainsFunc(c.change.events, func(e *callv1.CallEvent) bool {
			return e.GetLegEnded() != nil && e.GetLegEnded().GetLeg().GetEndCause() != callv1.EndCause_END_CAUSE_ALONE
		})
	default:
		return false
	}
}

// finished replays the end of a call, and checks its outcome.
func (s *simulation) finished(c *conversation, e *callv1.CallEvent, x *callv1.Call) {
	s.must(len(c.living()) == 0 && len(x.GetLegs()) == len(c.legs), c, e, "legs live on")
	s.must(x.GetState() == callEnded && x.GetEndTime().AsTime().Equal(c.change.time) && x.GetLastSequence() == e.GetSequence(), c, e, "half an end")
	for i, l := range c.legs {
		s.must(x.GetLegs()[i].GetOutcome() == l.outcome && x.GetLegs()[i].GetEndCause() == l.cause, c, e, "it tells another end of leg "+l.id)
	}
	s.must(x.GetOutcome() == s.outcome(c), c, e, "the outcome should be "+s.outcome(c).String())
	s.must(slices.ContainsFunc(c.legs, func(l *leg) bool { return l.ended.Equal(c.change.time) && l.cause == x.GetEndCause() }), c, e, "no leg has ended so")
	if l := c.legs[0]; c.connectedAt.IsZero() && l.ended.Equal(c.change.time) {
		s.must(l.outcome == x.GetOutcome(), c, e, "its source ended in another way")
	}
	for _, k := range x.GetCaptures() {
		s.must(k.GetState() == callv1.CaptureState_CAPTURE_STATE_STOPPED, c, e, "a capture goes on")
	}
	s.must(len(x.GetTransfers()) == 0, c, e, "a transfer waits on")
	c.state, c.outcome = callEnded, x.GetOutcome()
}

// outcome is how a call has ended whose legs have all ended.
func (s *simulation) outcome(c *conversation) callv1.Outcome {
	var first *leg
	for _, e := range c.change.events {
		if x := e.GetLegEnded(); x != nil && first == nil && x.GetLeg().GetEndCause() != callv1.EndCause_END_CAUSE_REDIRECTED {
			first = c.leg(x.GetLeg().GetLegId())
		}
	}
	for _, o := range []callv1.Outcome{failed, revoked} {
		if first != nil && first.outcome == o && first.cause != callv1.EndCause_END_CAUSE_ALONE {
			return o
		}
	}
	if !c.connectedAt.IsZero() {
		return completed
	}
	for _, o := range []callv1.Outcome{revoked, failed, declined, busy, noAnswer, unreachable} {
		if slices.ContainsFunc(c.legs, func(l *leg) bool {
			return !l.source && l.outcome == o && l.cause != callv1.EndCause_END_CAUSE_REDIRECTED
		}) {
			return o
		}
	}
	return cancelled
}

// close checks what must hold after each commit.
func (s *simulation) close(c *conversation) {
	if c.change == nil {
		return
	}
	e := c.change.events[len(c.change.events)-1]
	for _, n := range c.change.owed { // who has left in the same commit needs to be told no more
		id, _, _ := strings.Cut(n, " ")
		s.must(!c.leg(id).live(), c, e, "a notice is missing: "+n)
	}
	living, answers, external := len(c.living()), 0, 0
	wasAnswered := slices.ContainsFunc(c.legs, func(l *leg) bool { return !l.source && !l.answered.IsZero() })
	for _, l := range c.living() {
		if l.answers() {
			answers++
		}
		if l.state == connecting && l.media == callv1.MediaMode_MEDIA_MODE_EXTERNAL {
			external++
		}
	}
	want := callConnects
	switch {
	case living < 2 || answers == 0:
		want = callEnded
	case !wasAnswered:
		want = callRings
	case c.active() > 1:
		want = callConnected
	case !c.connectedAt.IsZero():
		want = callOnHold
	}
	s.must(c.state == want, c, e, fmt.Sprint("the call is ", c.state, " and should be ", want))
	s.must(want == callRings || want == callEnded || external == 0 || answers < 2, c, e, "a leg without signals is not connected")
	s.must(living <= 32, c, e, "too many legs")
	s.checkStops(c)
	c.change = nil
}

// checkStops checks that the other devices hear of an answer, once.
func (s *simulation) checkStops(c *conversation) {
	answers, stops := 0, 0
	for _, e := range c.change.events {
		if x := e.GetLegAnswered(); x != nil && x.GetLeg().GetRingExpireTime() != nil {
			answers++
		}
		if x := e.GetRingingStopped(); x != nil {
			stops++
			s.must(x.GetOutcome() == callv1.Outcome_OUTCOME_ANSWERED_ELSEWHERE, c, e, "another outcome of the ringing")
		}
	}
	s.must(answers == stops, c, c.change.events[0], fmt.Sprintf("%d answers, and %d times ANSWERED_ELSEWHERE", answers, stops))
}

// inspect compares what the store has with the replay, after a step.
func (s *simulation) inspect() {
	s.cell.must(s.cell.disk.View(s.Context(), func(tx store.ReadTx) error {
		due, err := timersOf(tx)
		if err != nil {
			return err
		}
		for _, c := range s.calls {
			if s.inspected[c] {
				continue
			}
			if err := s.inspectCall(tx, c, due[c.id]); err != nil {
				return err
			}
			s.inspected[c] = c.over()
			delete(due, c.id)
		}
		for id := range due {
			if c := s.byID[id]; c != nil {
				s.fail("%s has ended and has timers: %v", c.label, due[id])
			}
		}
		return nil
	}))
}

// timersOf lists what is due, by the id of the call.
func timersOf(tx store.ReadTx) (map[string][]string, error) {
	due := map[string][]string{}
	for p, err := range tx.Scan(key.TimersUntil(1 << 62)) {
		if err != nil {
			return nil, err
		}
		at, kind, subject, _ := key.ReadTimer(p.Key)
		id, legID := subject, ""
		if len(subject) > 36 {
			id, legID = subject[:36], subject[37:]
		}
		due[id] = append(due[id], fmt.Sprint(kind, " ", legID, " ", at))
	}
	return due, nil
}

func (s *simulation) inspectCall(tx store.ReadTx, c *conversation, due []string) error {
	stored, err := record.Get[recordv1.Call](tx, key.Call(c.id))
	if err != nil {
		return err
	}
	x := stored.GetCall()
	if x.GetState() != c.state || x.GetOutcome() != c.outcome || x.GetLastSequence() != c.sequence || len(x.GetLegs()) != len(c.legs) {
		s.fail("%s is stored as %v, and is %v with %d legs", c.label, x, c.state, len(c.legs))
	}
	var want []string
	for i, l := range c.legs {
		s.inspectLeg(c, l, x.GetLegs()[i])
		want = append(want, s.dueOf(c, l)...)
	}
	if !c.connectedAt.IsZero() && !c.over() {
		want = append(want, fmt.Sprint("call.duration ", " ", c.connectedAt.Add(c.duration).UnixMicro()))
	}
	slices.Sort(want)
	slices.Sort(due)
	if !slices.Equal(want, due) {
		s.fail("%s has the timers %v, and should have %v", c.label, due, want)
	}
	if c.over() {
		return s.inspectEnd(tx, c)
	}
	s.inspectPolicy(c)
	return nil
}

func (s *simulation) inspectLeg(c *conversation, l *leg, x *callv1.Leg) {
	if x.GetState() != l.state || x.GetOutcome() != l.outcome || x.GetMuted() != l.muted && l.live() || x.GetOnHold() != l.held ||
		(x.GetLostExpireTime() != nil) == l.lostUntil.IsZero() || x.GetMediaWaiting() != (len(l.unacked) > 0 && l.live()) {
		s.fail("%s: the leg is stored as %v, and is %+v", c.label, x, *l)
	}
}

// dueOf is what must be due for a leg.
func (s *simulation) dueOf(c *conversation, l *leg) (due []string) {
	at := func(kind string, t time.Time) { due = append(due, fmt.Sprint(kind, " ", l.id, " ", t.UnixMicro())) }
	if l.state == rings {
		at("call.ring", l.ringUntil)
	}
	if l.state == connecting && c.state != callRings && l.media != callv1.MediaMode_MEDIA_MODE_EXTERNAL {
		at("call.connect", l.mediaDue)
	}
	if !l.lostUntil.IsZero() {
		at("call.lost", l.lostUntil)
	}
	return due
}

// inspectEnd checks that nothing of an ended call is left that only a live one has.
func (s *simulation) inspectEnd(tx store.ReadTx, c *conversation) error {
	ranges := map[string]store.Range{"signals": key.Signals(c.id), "numbers of signals": key.SignalPairs(c.id)}
	for what, r := range ranges {
		if left, err := record.Any(tx, r); err != nil || left {
			s.fail("%s has ended and has left its %s: %v", c.label, what, err)
		}
	}
	keys := [][]byte{key.LiveCall(resourceID, c.id), key.LiveCall(tenantID, c.id)}
	for _, l := range c.legs {
		keys = append(keys, key.LiveCall(l.party.raw, c.id), key.Ringing(l.party.raw, c.id))
	}
	for _, k := range keys {
		if left, err := record.Has(tx, k); err != nil || left {
			s.fail("%s has ended and is still found by %q, %v", c.label, k, err)
		}
	}
	for _, f := range s.facts {
		if f.call != c || f.event.GetSignalReceived() == nil && f.event.GetDtmfReceived() == nil {
			continue
		}
		if entry, err := readEntry(tx, f.at); err != nil || entry.GetCall() != nil {
			s.fail("%s has ended and the log still has %v, %v", c.label, f.event, err)
		}
	}
	return s.inspectNotices(tx, c)
}

// inspectPolicy checks that policy allows a live call as it is.
func (s *simulation) inspectPolicy(c *conversation) {
	tenants := 0
	for _, l := range c.living() {
		if !s.open(l.party) {
			s.fail("%s goes on with %s, whom policy forbids it", c.label, l.party.name)
		}
		if l.party.tenant {
			tenants++
		}
	}
	if tenants > 0 && len(c.living())-len(c.transfers) > 2 && !s.rules.groups {
		s.fail("%s is a group across the worlds, which is not lifted", c.label)
	}
	for kind, k := range c.captures {
		if k.GetState() == callv1.CaptureState_CAPTURE_STATE_ACTIVE && s.keepsFromRecording(c, kind) {
			s.fail("%s is recorded between two of different worlds, which is not lifted", c.label)
		}
	}
}

// overdue checks, after everything that is due was done, that nothing is.
func (s *simulation) overdue() {
	now := s.cell.now()
	for _, c := range s.calls {
		if !c.over() && !c.connectedAt.IsZero() && now.After(c.connectedAt.Add(c.duration)) {
			s.fail("%s lasts too long", c.label)
		}
		for _, l := range c.living() {
			for what, t := range map[string]time.Time{"rings": l.ringUntil, "is lost": l.lostUntil} {
				if !t.IsZero() && now.After(t) {
					s.fail("%s: leg %s still %s at %v", c.label, l.id, what, now)
				}
			}
			if l.state == connecting && l.media != callv1.MediaMode_MEDIA_MODE_EXTERNAL && !l.mediaDue.IsZero() && now.After(l.mediaDue) {
				s.fail("%s: leg %s still connects", c.label, l.id)
			}
		}
	}
}

func number(id string) uint64 {
	n, _ := strconv.ParseUint(id, 10, 64)
	return n
}

// nothingIsLeft checks that no device, lease or timer outlives those who made it.
func (s *simulation) nothingIsLeft(tx store.ReadTx) error {
	for what, r := range map[string]store.Range{"devices": key.Devices(), "streams": key.LeaseStreamsAfter(""), "leases": key.Leases()} {
		for p, err := range tx.Scan(r) {
			s.fail("%s are left: %q, %v", what, p.Key, err)
		}
	}
	due, err := timersOf(tx)
	for id := range due {
		if c := s.byID[id]; c == nil || c.over() {
			s.fail("timers are left: %v", due)
		}
	}
	return err
}
