package call

import (
	"slices"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/store/key"
)

// settle brings the call to where its legs are: it offers a queue's next agent, ends the call when nobody is left, and else
// moves its state and stops a recording that may not go on. Every change to a leg ends with it.
func (c *change) settle() error {
	if c.call.GetState() == callv1.CallState_CALL_STATE_ENDED {
		return nil
	}
	if err := c.offerNext(); err != nil {
		return err
	}
	if !lives(c.livings()) {
		return c.finish()
	}
	c.advance()
	return c.stopForbidden()
}

// lives reports whether a call goes on with these legs: there are two, and one of them is not only called.
func lives(legs []*callv1.Leg) bool {
	return len(legs) > 1 && slices.ContainsFunc(legs, hasAnswered)
}

// advance moves the state of a call that lives on.
func (c *change) advance() {
	if c.call.GetState() == callv1.CallState_CALL_STATE_RINGING && c.wasAnswered() {
		c.move(callv1.CallState_CALL_STATE_CONNECTING)
	}
	if c.call.GetState() != callv1.CallState_CALL_STATE_RINGING {
		c.connectAll()
	}
	active := 0
	for _, l := range c.livings() {
		if standingOf(c.call, l) == connected {
			active++
		}
	}
	switch c.call.GetState() {
	case callv1.CallState_CALL_STATE_CONNECTING, callv1.CallState_CALL_STATE_ON_HOLD:
		if active > 1 {
			c.connect()
		}
	case callv1.CallState_CALL_STATE_CONNECTED:
		if active < 2 {
			c.move(callv1.CallState_CALL_STATE_ON_HOLD)
		}
	default:
	}
}

// wasAnswered reports whether anybody who was called has ever answered.
func (c *change) wasAnswered() bool {
	return slices.ContainsFunc(c.call.GetLegs(), func(l *callv1.Leg) bool {
		return l.GetDirection() == callv1.LegDirection_LEG_DIRECTION_INCOMING && l.GetAnswerTime() != nil
	})
}

// connectAll connects the legs that need no signals, once there are two, and gives the others their time to connect.
func (c *change) connectAll() {
	legs := slices.DeleteFunc(c.livings(), func(l *callv1.Leg) bool { return !hasAnswered(l) })
	for _, l := range legs {
		if standingOf(c.call, l) != connecting {
			continue
		}
		if l.GetMediaMode() == callv1.MediaMode_MEDIA_MODE_EXTERNAL {
			if len(legs) > 1 {
				c.shift(l, next(mediaConnected, broker, connecting))
			}
		} else if !c.hasTimer(connectTimer, l.GetLegId()) {
			c.setTimer(connectTimer, l.GetLegId(), c.tx.Now.Add(orUsual(c.record.GetConnectTimeout(), usualTimes.Connect)))
		}
	}
}

// connect moves the call to CONNECTED; the first time, its duration begins.
func (c *change) connect() {
	if c.call.GetConnectTime() == nil {
		due := c.tx.Now.Add(c.call.GetMaxDuration().AsDuration())
		c.call.ConnectTime, c.call.ExpireTime = stamp(c.tx.Now), stamp(due)
		c.setTimer(durationTimer, "", due)
	}
	c.move(callv1.CallState_CALL_STATE_CONNECTED)
}

func (c *change) move(to callv1.CallState) {
	from := c.call.GetState()
	c.call.State = to
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_CallStateChanged{CallStateChanged: &callv1.CallStateChanged{State: to, PreviousState: from}}})
}

// finish ends the call: those who are left leave, and then it is over.
func (c *change) finish() error {
	first, outcome := c.first, c.outcome(c.first.GetOutcome())
	for _, l := range c.livings() {
		m := leave(cancelled, callv1.EndCause_END_CAUSE_ALONE)
		if l.GetConnectTime() != nil || roleOf(l) == source && c.call.GetConnectTime() == nil {
			m.outcome = outcome
		}
		if m.outcome == callv1.Outcome_OUTCOME_POLICY_REVOKED {
			l.EndReason = first.GetEndReason()
		}
		c.end(l, m)
	}
	c.call.State, c.call.Outcome, c.call.EndTime = callv1.CallState_CALL_STATE_ENDED, outcome, stamp(c.tx.Now)
	c.call.EndCause, c.call.EndReason, c.call.EndedBy = first.GetEndCause(), first.GetEndReason(), first.GetEndedBy()
	c.call.Transfers = nil
	for _, k := range c.call.GetCaptures() {
		if k.GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED {
			k.State, k.UpdateTime, k.StopTime = callv1.CaptureState_CAPTURE_STATE_STOPPED, stamp(c.tx.Now), stamp(c.tx.Now)
		}
	}
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_CallEnded{CallEnded: &callv1.CallEnded{Call: c.call}}})
	return c.forget()
}

// forget clears what a call has only while it lives.
func (c *change) forget() error {
	c.record.Queues = nil
	for len(c.record.GetTimers()) > 0 {
		t := c.record.GetTimers()[0]
		c.clearTimer(t.GetKind(), t.GetLegId())
	}
	callID := c.call.GetCallId()
	c.tx.Delete(key.LiveCall(c.call.GetResourceId(), callID))
	for _, l := range c.call.GetLegs() {
		c.tx.Delete(key.LiveCall(rawID(l), callID))
	}
	if err := c.forgetPairs(); err != nil {
		return err
	}
	return erase(c.tx, callID)
}

// forgetPairs deletes what the legs have sent to each other, one by one: most calls have few pairs, and a range that is deleted
// with every call would slow down all reads of an engine that keeps such ranges.
func (c *change) forgetPairs() error {
	var keys [][]byte
	for pair, err := range c.tx.Scan(key.SignalPairs(c.call.GetCallId())) {
		if err != nil {
			return err
		}
		keys = append(keys, slices.Clone(pair.Key))
	}
	for _, k := range keys {
		c.tx.Delete(k)
	}
	return nil
}

// worst are the outcomes of parties called that a call takes over, the first of them first.
var worst = []callv1.Outcome{
	callv1.Outcome_OUTCOME_POLICY_REVOKED, failed, declined, callv1.Outcome_OUTCOME_BUSY,
	callv1.Outcome_OUTCOME_NO_ANSWER, callv1.Outcome_OUTCOME_UNREACHABLE,
}

// outcome is how the call ends because a leg ends with an outcome.
func (c *change) outcome(first callv1.Outcome) callv1.Outcome {
	switch {
	case first == failed, first == callv1.Outcome_OUTCOME_POLICY_REVOKED:
		return first
	case c.call.GetConnectTime() != nil:
		return completed
	}
	for _, o := range worst {
		if slices.ContainsFunc(c.call.GetLegs(), func(l *callv1.Leg) bool { return roleOf(l) == callee && l.GetOutcome() == o && !passedOn(l) }) {
			return o
		}
	}
	return cancelled
}

// passedOn reports whether a leg ended because another took its place.
func passedOn(l *callv1.Leg) bool { return l.GetEndCause() == callv1.EndCause_END_CAUSE_REDIRECTED }
