package call

import (
	"slices"
	"strconv"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store/key"
)

// invitation is what makes a party ring.
type invitation struct {
	ring    time.Duration
	context map[string]string
	// by is the raw id of who called or added the party; empty for the source.
	by *typev1.CommunicationIdentifier
}

// join gives a party a leg, which no event tells of yet.
func (c *change) join(p party, l *callv1.Leg) *callv1.Leg {
	l.LegId, l.Identifier, l.CreateTime = c.nextLegID(), p.id.Proto(), stamp(c.tx.Now)
	if l.GetDisplayName() == "" {
		l.DisplayName = p.name
	}
	if l.GetMediaMode() == callv1.MediaMode_MEDIA_MODE_UNSPECIFIED {
		l.MediaMode = callv1.MediaMode_MEDIA_MODE_SIGNALLED
	}
	c.call.Legs = append(c.call.Legs, l)
	c.record.Legs = append(c.record.Legs, &recordv1.LegState{TenantId: p.tenantID})
	callID := c.call.GetCallId()
	for _, owner := range []string{p.id.Raw(), p.tenantID} {
		if owner != "" {
			c.tx.Set(key.LiveCall(owner, callID), nil)
		}
	}
	c.nameExternals()
	return l
}

// nextLegID is the id of the leg that comes next.
func (c *change) nextLegID() string { return strconv.Itoa(len(c.call.GetLegs()) + 1) }

// nameExternals gives the communication users of an interop call who have no name the one that the other world knows
// them by.
func (c *change) nameExternals() {
	if !c.interop() {
		return
	}
	for _, l := range c.call.GetLegs() {
		if l.GetDisplayName() == "" && l.GetIdentifier().GetCommunicationUser() != nil {
			l.DisplayName = external
		}
	}
}

const external = "External"

// interop reports whether a party of a tenant is in the call or called to it.
func (c *change) interop() bool { return len(c.tenants()) > 0 }

// tenants are those that have a live leg, each once.
func (c *change) tenants() []string {
	var out []string
	for _, l := range c.livings() {
		if t := c.state(l).GetTenantId(); t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// ring makes a party ring.
func (c *change) ring(p party, in invitation) (*callv1.Leg, error) {
	due := c.tx.Now.Add(in.ring)
	l := c.join(p, &callv1.Leg{
		Direction: callv1.LegDirection_LEG_DIRECTION_INCOMING, State: callv1.LegState_LEG_STATE_RINGING,
		InvitedBy: in.by, RingExpireTime: stamp(due),
	})
	reached, err := record.Any(c.tx, key.DevicesOf(p.id.Raw()))
	if err != nil {
		return nil, err
	}
	c.state(l).Reached = reached
	c.tx.Set(key.Ringing(p.id.Raw(), c.call.GetCallId()), nil)
	c.setTimer(ringTimer, l.GetLegId(), due)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegRinging{LegRinging: &callv1.LegRinging{
		Leg: l, Call: c.call, ExpireTime: l.GetRingExpireTime(), CustomContext: in.context,
	}}}, p.id.Raw())
	return l, nil
}

// checkRoom refuses more legs than a call may have.
func (c *change) checkRoom(more int) error {
	if n := len(c.livings()) + more; n > MaxLiveLegs {
		return reason.New(typev1.Reason_REASON_TOO_MANY_LEGS, "the call would have %d parties at one time, at most %d are allowed", n, MaxLiveLegs)
	}
	if n := len(c.call.GetLegs()) + more; n > MaxLegs {
		return reason.New(typev1.Reason_REASON_TOO_MANY_LEGS, "the call would have had %d parties over its life, at most %d are allowed", n, MaxLegs)
	}
	return nil
}

// apply makes an input to a leg. It returns the refusal of the table, and otherwise does what the table says; what needs
// more than the table knows is done by who calls it.
func (c *change) apply(i input, r role, l *callv1.Leg) (move, error) {
	m, err := c.ask(i, r, l)
	if err != nil || m.event == "" {
		return m, err
	}
	switch m.to {
	case left:
		c.end(l, m)
	case held, connected:
		c.shift(l, m)
	default:
	}
	return m, nil
}

// ask looks an input up without making it.
func (c *change) ask(i input, r role, l *callv1.Leg) (move, error) {
	s := standingOf(c.call, l)
	m := next(i, r, s)
	if m.refusal != typev1.Reason_REASON_UNSPECIFIED {
		return m, c.refused(i, m.refusal, s)
	}
	return m, nil
}

// shift moves a leg between the states in which it has media.
func (c *change) shift(l *callv1.Leg, m move) {
	e := &callv1.CallEvent{}
	switch m.event {
	case "leg_connected":
		l.State, l.ConnectTime = callv1.LegState_LEG_STATE_CONNECTED, stamp(c.tx.Now)
		c.clearTimer(connectTimer, l.GetLegId())
		e.Event = &callv1.CallEvent_LegConnected{LegConnected: &callv1.LegConnected{LegId: l.GetLegId()}}
	case "leg_held":
		l.OnHold = true
		e.Event = &callv1.CallEvent_LegHeld{LegHeld: &callv1.LegHeld{LegId: l.GetLegId()}}
	case "leg_resumed":
		l.OnHold = false
		e.Event = &callv1.CallEvent_LegResumed{LegResumed: &callv1.LegResumed{LegId: l.GetLegId()}}
	default:
		return
	}
	c.emit(e)
}

// end ends a leg, as a move of the table says.
func (c *change) end(l *callv1.Leg, m move) {
	if c.first == nil {
		c.first = l
	}
	if c.takesAlong(l, m) {
		m.outcome = c.outcome(m.outcome)
	}
	l.State, l.EndTime = callv1.LegState_LEG_STATE_ENDED, stamp(c.tx.Now)
	l.Outcome, l.EndCause, l.EndedBy = m.outcome, m.cause, c.tx.Caller.User.Proto()
	l.OnHold, l.MediaWaiting, l.LostExpireTime = false, false, nil
	c.clearTimers(l.GetLegId())
	raw, callID := rawID(l), c.call.GetCallId()
	c.tx.Delete(key.Ringing(raw, callID))
	if t := c.state(l).GetTenantId(); t != "" && !slices.Contains(c.tenants(), t) {
		c.tx.Delete(key.LiveCall(t, callID))
	}
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegEnded{LegEnded: &callv1.LegEnded{Leg: l}}})
	c.failTransfer(l)
}

// takesAlong reports whether the call ends with the leg of its source before it was ever connected. The outcome of both is
// then the same.
func (c *change) takesAlong(l *callv1.Leg, m move) bool {
	if roleOf(l) != source || c.call.GetConnectTime() != nil {
		return false
	}
	rest := slices.DeleteFunc(c.livings(), func(x *callv1.Leg) bool { return x == l })
	return m.cause == callv1.EndCause_END_CAUSE_HUNG_UP_FOR_EVERYONE || !lives(rest)
}

var states = map[callv1.CallState]string{
	callv1.CallState_CALL_STATE_RINGING: "RINGING", callv1.CallState_CALL_STATE_CONNECTING: "CONNECTING",
	callv1.CallState_CALL_STATE_CONNECTED: "CONNECTED", callv1.CallState_CALL_STATE_ON_HOLD: "ON_HOLD",
	callv1.CallState_CALL_STATE_ENDED: "ENDED",
}

// refused makes the error of a refusal of the table.
func (c *change) refused(i input, r typev1.Reason, s standing) error {
	callID := c.call.GetCallId()
	switch r {
	case typev1.Reason_REASON_CALL_NOT_FOUND:
		return notFound(callID)
	case typev1.Reason_REASON_CALL_ENDED:
		return reason.New(r, "call %s has ended", callID).With("call_id", callID)
	case typev1.Reason_REASON_LEG_ENDED:
		return reason.New(r, "the party has left call %s", callID).With("call_id", callID)
	case typev1.Reason_REASON_LEG_NOT_FOUND:
		return reason.New(r, "nobody of that name is or was in call %s", callID).With("call_id", callID)
	case typev1.Reason_REASON_CALL_ALREADY_ANSWERED:
		return reason.New(r, "call %s was answered already, here or on another device", callID).With("call_id", callID)
	case typev1.Reason_REASON_NOT_THE_PARTY:
		return reason.New(r, "nobody is unmuted by another: the party can do it itself")
	default:
		return reason.New(r, "%s is not possible while the party is %s and the call is %s", i, s, states[c.call.GetState()]).
			With("state", states[c.call.GetState()]).With("call_id", callID)
	}
}

func notFound(callID string) *reason.Error {
	return reason.New(typev1.Reason_REASON_CALL_NOT_FOUND, "no call %q, or the caller was never in it", callID).With("call_id", callID)
}
