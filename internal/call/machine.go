package call

import (
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// standing is where a party stands in a call: the state of its leg, and of the call as far as it matters to the party.
type standing int

const (
	// absent has no leg in the call, and never had.
	absent standing = iota
	// ringing is called and has not answered.
	ringing
	// waiting has started the call, and nobody has answered yet.
	waiting
	// connecting has answered, or was answered, and has no media yet.
	connecting
	// connected has media.
	connected
	// held has media and has put the call on hold.
	held
	// left has no leg any more, and the call goes on.
	left
	// over is everybody's standing after the end of the call.
	over
)

// standings are all of them, in the order of their numbers.
var standings = []standing{absent, ringing, waiting, connecting, connected, held, left, over}

func (s standing) String() string {
	return [...]string{"absent", "ringing", "waiting", "connecting", "connected", "held", "left", "over"}[s]
}

// role is who makes an input, seen from the leg that it is about.
type role int

const (
	// source is the party that started the call, about its own leg.
	source role = iota
	// callee is a party that was called, about its own leg.
	callee
	// other is another party of the call, about a leg that is not its own.
	other
	// backend is an access key that acts as nobody, about the call.
	backend
	// broker is a timer, a stream or a change of policy, about a leg.
	broker
)

// roles are all of them, in the order of their numbers.
var roles = []role{source, callee, other, backend, broker}

func (r role) String() string {
	return [...]string{"source", "callee", "another party", "resource", "broker"}[r]
}

// input is what may happen to a leg.
type input int

// The inputs. Those of a party that concern another leg are looked up twice: for the leg of who asks, and, with the role
// other, for the leg that it is about.
const (
	answer input = iota
	reject
	rejectBusy
	redirect
	hangUp
	hangUpForEveryone
	addParticipants
	removeParticipant
	transfer
	hold
	resume
	mute
	unmute
	sendTones
	sendSignal
	relayMedia
	setCapture
	acknowledge
	mediaConnected
	deviceLost
	deviceBack
	ringTimeout
	ringTimeoutUnreached
	connectTimeout
	graceTimeout
	maxDuration
	replaced
	revoked
	deleted
)

// inputs are all of them with their names, in the order of their numbers.
var inputs = [...]string{
	"AnswerCall", "RejectCall", "RejectCall, busy", "RedirectCall", "HangUp, self", "HangUp, everyone", "AddParticipants",
	"RemoveParticipant", "TransferCall", "HoldCall", "ResumeCall", "MuteParticipant", "UnmuteParticipant", "SendDtmf",
	"SendSignal", "GetRelayConfiguration", "SetCaptureState", "AcknowledgeNotice", "media connected", "device lost",
	"device back", "ring timeout", "ring timeout, no device there", "connect timeout", "grace period over", "maximum duration", "replaced by transfer",
	"policy revoked", "party deleted",
}

func (i input) String() string { return inputs[i] }

// move is what an input does to a leg.
type move struct {
	// never says that the role cannot make the input at all.
	never bool
	// refusal is why nothing happens; unspecified where something may.
	refusal typev1.Reason
	// to is the standing afterwards.
	to standing
	// event tells of it; empty where nothing changes.
	event string
	// outcome and cause are how the leg ends, where to is left.
	outcome callv1.Outcome
	cause   callv1.EndCause
}

// rule says what an input does in some standings.
type rule struct {
	input     input
	roles     []role
	standings []standing
	// move is what happens; a to of absent leaves the standing as it is.
	move move
}

var (
	parties  = []role{source, callee}
	answered = []standing{waiting, connecting, connected, held}
	talking  = []standing{connecting, connected, held}
	media    = []standing{connected, held}
	unheard  = []standing{ringing, waiting, connecting}
	gone     = []standing{left, over}
)

func refuse(r typev1.Reason) move { return move{refusal: r} }

func tell(event string) move { return move{event: event} }

func become(to standing, event string) move { return move{to: to, event: event} }

func leave(outcome callv1.Outcome, cause callv1.EndCause) move {
	return move{to: left, event: "leg_ended", outcome: outcome, cause: cause}
}

// nothing happens, and that is no error.
var nothing = move{}

const (
	completed = callv1.Outcome_OUTCOME_COMPLETED
	cancelled = callv1.Outcome_OUTCOME_CANCELLED
	declined  = callv1.Outcome_OUTCOME_DECLINED
	failed    = callv1.Outcome_OUTCOME_FAILED
)

// ends are the rules of an input that ends a leg: CANCELLED before it has media and COMPLETED after.
func ends(in input, r []role, before []standing, cause callv1.EndCause) []rule {
	return []rule{
		{in, r, before, leave(cancelled, cause)},
		{in, r, media, leave(completed, cause)},
		{in, r, gone, nothing},
	}
}

// rules are the whole state machine. What they do not name is refused with the reason of the standing, and ignored where
// the broker makes the input.
var rules = concat(
	[]rule{
		{answer, []role{callee}, []standing{ringing}, become(connecting, "leg_answered")},
		{answer, []role{callee}, answered, refuse(typev1.Reason_REASON_CALL_ALREADY_ANSWERED)},
		{reject, []role{callee}, []standing{ringing}, leave(declined, callv1.EndCause_END_CAUSE_REJECTED)},
		{reject, []role{callee}, answered, refuse(typev1.Reason_REASON_CALL_ALREADY_ANSWERED)},
		{rejectBusy, []role{callee}, []standing{ringing}, leave(callv1.Outcome_OUTCOME_BUSY, callv1.EndCause_END_CAUSE_REJECTED)},
		{rejectBusy, []role{callee}, answered, refuse(typev1.Reason_REASON_CALL_ALREADY_ANSWERED)},
		{redirect, []role{callee}, []standing{ringing}, leave(declined, callv1.EndCause_END_CAUSE_REDIRECTED)},
		{redirect, []role{callee}, answered, refuse(typev1.Reason_REASON_CALL_ALREADY_ANSWERED)},
	},
	ends(hangUp, parties, []standing{waiting, connecting}, callv1.EndCause_END_CAUSE_HUNG_UP),
	ends(hangUpForEveryone, parties, []standing{waiting, connecting}, callv1.EndCause_END_CAUSE_HUNG_UP_FOR_EVERYONE),
	ends(hangUpForEveryone, []role{other, backend}, unheard, callv1.EndCause_END_CAUSE_HUNG_UP_FOR_EVERYONE),
	[]rule{
		{addParticipants, parties, talking, nothing},
		{removeParticipant, parties, answered, nothing},
	},
	ends(removeParticipant, []role{other}, unheard, callv1.EndCause_END_CAUSE_REMOVED)[:2],
	[]rule{
		{removeParticipant, []role{other}, []standing{left}, nothing},
		{transfer, parties, talking, nothing},
		{hold, parties, []standing{connected}, become(held, "leg_held")},
		{hold, parties, []standing{held}, nothing},
		{resume, parties, []standing{held}, become(connected, "leg_resumed")},
		{resume, parties, []standing{connected}, nothing},
		{mute, []role{source, callee, other}, answered, tell("leg_muted")},
		{unmute, parties, answered, tell("leg_unmuted")},
		{unmute, []role{other}, answered, refuse(typev1.Reason_REASON_NOT_THE_PARTY)},
		{sendTones, parties, media, nothing},
		{sendTones, []role{other}, media, tell("dtmf_received")},
		{sendSignal, parties, answered, nothing},
		{sendSignal, []role{other}, answered, tell("signal_received")},
		{relayMedia, parties, append([]standing{ringing}, answered...), nothing},
		{setCapture, []role{source, callee, backend}, answered, tell("capture_changed")},
		{setCapture, []role{backend}, []standing{ringing}, tell("capture_changed")},
		{acknowledge, parties, append([]standing{ringing}, answered...), tell("notice_acknowledged")},
		{mediaConnected, []role{broker}, []standing{connecting}, become(connected, "leg_connected")},
		{deviceLost, []role{broker}, answered, tell("leg_lost")},
		{deviceBack, []role{broker}, answered, tell("leg_recovered")},
		{ringTimeout, []role{broker}, []standing{ringing}, leave(callv1.Outcome_OUTCOME_NO_ANSWER, callv1.EndCause_END_CAUSE_RING_TIMEOUT)},
		{ringTimeoutUnreached, []role{broker}, []standing{ringing}, leave(callv1.Outcome_OUTCOME_UNREACHABLE, callv1.EndCause_END_CAUSE_RING_TIMEOUT)},
		{connectTimeout, []role{broker}, []standing{connecting}, leave(failed, callv1.EndCause_END_CAUSE_CONNECT_TIMEOUT)},
		{graceTimeout, []role{broker}, answered, leave(failed, callv1.EndCause_END_CAUSE_DEVICE_LOST)},
		{revoked, []role{broker}, append([]standing{ringing}, answered...), leave(callv1.Outcome_OUTCOME_POLICY_REVOKED, callv1.EndCause_END_CAUSE_POLICY)},
	},
	ends(maxDuration, []role{broker}, unheard, callv1.EndCause_END_CAUSE_MAX_DURATION),
	ends(replaced, []role{broker}, []standing{connecting}, callv1.EndCause_END_CAUSE_TRANSFERRED),
	ends(deleted, []role{broker}, unheard, callv1.EndCause_END_CAUSE_PARTY_DELETED),
)

func concat(sets ...[]rule) (all []rule) {
	for _, s := range sets {
		all = append(all, s...)
	}
	return all
}

// makers are the roles that can make each input.
func (i input) makers() []role {
	switch i {
	case mediaConnected, deviceLost, deviceBack, ringTimeout, ringTimeoutUnreached, connectTimeout, graceTimeout, maxDuration, replaced, revoked, deleted:
		return []role{broker}
	case hangUpForEveryone:
		return []role{source, callee, other, backend}
	case setCapture:
		return []role{source, callee, backend}
	case removeParticipant, mute, unmute, sendTones, sendSignal:
		return []role{source, callee, other}
	default:
		return parties
	}
}

// table is what each input does, by role and standing.
var table = fill()

func fill() (t [len(inputs)][5][8]move) {
	for i := range inputs {
		for _, r := range roles {
			for _, s := range standings {
				t[i][r][s] = usual(input(i), r, s)
			}
		}
	}
	for _, rl := range rules {
		for _, r := range rl.roles {
			for _, s := range rl.standings {
				m := rl.move
				if m.to == absent {
					m.to = s
				}
				if !t[rl.input][r][s].never {
					t[rl.input][r][s] = m
				}
			}
		}
	}
	return t
}

// usual is what an input does where no rule says anything else.
func usual(i input, r role, s standing) move {
	makes := false
	for _, maker := range i.makers() {
		makes = makes || maker == r
	}
	switch {
	case !makes, r == source && s == ringing, r == callee && s == waiting, r == backend && s == left,
		r == other && s == waiting, // nobody else has answered, and who rings may do nothing to others
		r == other && s == absent && i == hangUpForEveryone:
		return move{never: true, to: s}
	case r == broker:
		return move{to: s}
	}
	return move{to: s, refusal: reasonOf(r, s)}
}

// reasonOf is why a standing allows nothing.
func reasonOf(r role, s standing) typev1.Reason {
	switch s {
	case absent:
		if r == other {
			return typev1.Reason_REASON_LEG_NOT_FOUND
		}
		return typev1.Reason_REASON_CALL_NOT_FOUND
	case left:
		return typev1.Reason_REASON_LEG_ENDED
	case over:
		return typev1.Reason_REASON_CALL_ENDED
	default:
		return typev1.Reason_REASON_CALL_STATE
	}
}

// next looks up what an input of a role does in a standing.
func next(i input, r role, s standing) move { return table[i][r][s] }

// standingOf is where a leg stands in its call; a leg of nil is absent.
func standingOf(c *callv1.Call, l *callv1.Leg) standing {
	switch {
	case l == nil:
		return absent
	case c.GetState() == callv1.CallState_CALL_STATE_ENDED:
		return over
	}
	switch l.GetState() {
	case callv1.LegState_LEG_STATE_RINGING:
		return ringing
	case callv1.LegState_LEG_STATE_CONNECTED:
		if l.GetOnHold() {
			return held
		}
		return connected
	case callv1.LegState_LEG_STATE_ENDED:
		return left
	default:
		if c.GetState() == callv1.CallState_CALL_STATE_RINGING {
			return waiting
		}
		return connecting
	}
}

// roleOf is the role of a party about its own leg.
func roleOf(l *callv1.Leg) role {
	if l.GetDirection() == callv1.LegDirection_LEG_DIRECTION_OUTGOING {
		return source
	}
	return callee
}
