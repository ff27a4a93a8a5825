package simulation

import (
	"context"
	"fmt"
	"slices"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/call"
)

const (
	external  = callv1.MediaMode_MEDIA_MODE_EXTERNAL
	signalled = callv1.MediaMode_MEDIA_MODE_SIGNALLED
)

var devices = []string{"phone", "desk"}

// clientActs lets somebody do something.
func (s *simulation) clientActs() {
	c := s.someCall()
	if c == nil {
		s.begins()
		return
	}
	p := s.someParty(c)
	switch n := s.IntN(100); {
	case n < 22:
		s.picksUp(c)
	case n < 38:
		s.signals(c)
	case n < 43:
		s.ask(s.reject(c, p))
	case n < 50:
		s.ask(s.hangUp(c, p))
	case n < 55:
		s.ask(s.add(c, p, s.some(1+s.IntN(2))))
	case n < 58:
		s.ask(s.remove(c, p, pick(s, s.parties)))
	case n < 62:
		s.ask(s.redirect(c, p, s.target()))
	case n < 68:
		s.ask(s.transfer(c, p))
	case n < 76:
		s.ask(s.hold(c, p, s.IntN(3) > 0))
	case n < 81:
		s.ask(s.mute(c, p, pick(s, s.parties)))
	case n < 84:
		s.ask(s.tones(c, p))
	case n < 92:
		s.ask(s.record(c, p))
	default:
		for _, l := range c.living() {
			if len(l.unacked) > 0 && slices.Contains(s.parties, l.party) {
				p = l.party
			}
		}
		s.ask(s.acknowledge(c, p))
	}
}

// begins starts a call; now and then the one who is called calls back in the same instant.
func (s *simulation) begins() {
	p, targets := pick(s, s.parties), s.some(pick(s, []int{1, 1, 1, 2, 3}))
	s.ask(s.start(p, targets))
	if s.IntN(4) == 0 && slices.Contains(s.parties, targets[0]) {
		s.ask(s.start(targets[0], []*party{p}))
	}
}

// picksUp lets those who ring answer, some on two devices in the same instant.
func (s *simulation) picksUp(c *conversation) {
	for _, l := range c.living() {
		if l.state != rings || !slices.Contains(s.parties, l.party) {
			continue
		}
		first := s.IntN(2)
		s.ask(s.answer(c, l.party, devices[first]))
		if s.IntN(2) == 0 {
			s.ask(s.answer(c, l.party, devices[1-first]))
		}
	}
	if s.IntN(6) == 0 {
		s.ask(s.answer(c, s.someParty(c), pick(s, devices)))
	}
}

// someCall is mostly a call that lives; nil for a new one.
func (s *simulation) someCall() *conversation {
	var living []*conversation
	for _, c := range s.calls {
		if !c.over() {
			living = append(living, c)
		}
	}
	switch {
	case len(s.calls) == 0 || len(s.calls) < 30 && s.IntN(4+8*len(living)) < 3:
		return nil
	case len(living) == 0 || s.IntN(25) == 0:
		return pick(s, s.calls)
	}
	return pick(s, living)
}

// someParty is mostly somebody who is in a call.
func (s *simulation) someParty(c *conversation) *party {
	var in []*party
	for _, l := range c.living() {
		if slices.Contains(s.parties, l.party) {
			in = append(in, l.party)
		}
	}
	if len(in) == 0 || s.IntN(12) == 0 {
		return pick(s, s.parties)
	}
	return pick(s, in)
}

// target is somebody to be called.
func (s *simulation) target() *party {
	switch n := s.IntN(20); n {
	case 0:
		return s.strange
	case 1, 2, 3:
		return s.queue
	default:
		return pick(s, s.parties)
	}
}

// some are parties to be called, each once.
func (s *simulation) some(n int) (out []*party) {
	for len(out) < n {
		if p := s.target(); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func (s *simulation) media() callv1.MediaMode {
	return pick(s, []callv1.MediaMode{external, external, signalled})
}

func identify(parties []*party) (out []*typev1.CommunicationIdentifier) {
	for _, p := range parties {
		out = append(out, p.id.Proto())
	}
	return out
}

func names(parties []*party) (out []string) {
	for _, p := range parties {
		out = append(out, p.name)
	}
	return out
}

// policyReasons are why a party may not be brought in, beside what is checked elsewhere.
var policyReasons = []string{
	"INTEROP_TENANT_DISABLED", "INTEROP_RESOURCE_NOT_ALLOWED", "INTEROP_POLICY_DISABLED", "INTEROP_COEXISTENCE_MODE", "INTEROP_GROUP_CALL",
	"INTEROP_ROUTING", "INTEROP_ADD_PARTICIPANT", "FOREIGN_OWNER", "TOO_MANY_CALLS", "TOO_MANY_LEGS", "PARTICIPANT_EXISTS", "CALL_TO_SELF",
	"PARTICIPANT_KIND_UNSUPPORTED", "TOO_MANY_REDIRECTIONS",
}

// start starts a call.
func (s *simulation) start(p *party, targets []*party) *request {
	ask := &callv1.StartCallRequest{
		Targets: identify(targets), DeviceId: pick(s, devices), MediaMode: s.media(), RequireAcknowledgement: s.IntN(4) == 0,
		RingTimeout: durationpb.New(pick(s, ringTimes)), MaxDuration: durationpb.New(pick(s, durations)),
	}
	r := s.request(p, fmt.Sprint("calls ", names(targets)), &ask.IdempotencyKey)
	var glare *conversation
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.StartCall(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		glare = s.callsBack(p, targets)
		possible := slices.ContainsFunc(targets, func(t *party) bool { return s.callable(t) && t != p })
		if glare == nil && (!s.open(p) || !possible || slices.Contains(targets, p)) {
			return policyReasons, nil
		}
		return nil, policyReasons
	}
	r.effect = func(made []*fact) string {
		started := madeOf(made, func(e *callv1.CallEvent) bool { return e.GetCallStarted() != nil })
		switch {
		case glare != nil && (started != nil || len(made) == 0 || made[0].call != glare || glare.of(p).state == rings):
			return "it does not answer " + glare.label
		case glare == nil && started == nil:
			return "there is no call"
		}
		return ""
	}
	return r
}

// callsBack is the call that a new one answers: the earliest in which the one target calls the party alone.
func (s *simulation) callsBack(p *party, targets []*party) *conversation {
	if len(targets) > 1 {
		return nil
	}
	for _, c := range s.calls {
		if len(c.legs) == 2 && !c.over() && c.legs[0].party == targets[0] && c.legs[0].live() && c.legs[1].party == p && c.legs[1].state == rings {
			return c
		}
	}
	return nil
}

// answer answers a call on a device.
func (s *simulation) answer(c *conversation, p *party, device string) *request {
	ask := &callv1.AnswerCallRequest{
		CallId: c.id, DeviceId: device, MediaMode: s.media(), RequireAcknowledgement: s.IntN(4) == 0, Muted: s.IntN(6) == 0,
	}
	r := s.request(p, fmt.Sprintf("answers %s on the %s", c.label, device), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.AnswerCall(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) { return unlessRinging(c, p), nil }
	r.effect = func(made []*fact) string {
		e := madeOf(made, func(e *callv1.CallEvent) bool { return e.GetLegAnswered() != nil })
		if e.GetLegAnswered().GetLeg().GetDeviceId() != device || e.GetLegAnswered().GetLeg().GetMuted() != ask.GetMuted() {
			return fmt.Sprint("the answer is ", e)
		}
		return ""
	}
	return r
}

// reject declines a call, or says that the party is busy.
func (s *simulation) reject(c *conversation, p *party) *request {
	ask := &callv1.RejectCallRequest{CallId: c.id, RejectReason: callv1.RejectReason(s.IntN(4))}
	r := s.request(p, "rejects "+c.label, &ask.IdempotencyKey)
	var done bool
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.RejectCall(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		if done = c.of(p) != nil && c.of(p).cause == callv1.EndCause_END_CAUSE_REJECTED; done {
			return nil, nil
		}
		return unlessRinging(c, p), nil
	}
	r.effect = func(made []*fact) string {
		l := c.of(p)
		switch {
		case done && len(made) > 0:
			return "it is rejected twice"
		case l.cause != callv1.EndCause_END_CAUSE_REJECTED || l.outcome != declined && l.outcome != busy:
			return fmt.Sprint("the leg is ", *l)
		case c.over() && c.connectedAt.IsZero() && c.outcome == completed:
			return "the call is a success"
		}
		return ""
	}
	return r
}

// hangUp leaves a call or ends it for everyone; now and then the backend does.
func (s *simulation) hangUp(c *conversation, p *party) *request {
	ask := &callv1.HangUpRequest{CallId: c.id, Scope: pick(s, []callv1.HangUpScope{1, 1, 2})}
	who := p.caller()
	everyone := ask.GetScope() == callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE
	if s.IntN(12) == 0 && everyone {
		p, who = nil, backend()
	}
	r := s.request(p, fmt.Sprintf("hangs up %s, for everyone: %v", c.label, everyone), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) { return to.HangUp(ctx, who, ask) }
	r.verdict = func() ([]string, []string) {
		if p == nil {
			return nil, nil
		}
		return unless(c, p, "waiting", "connecting", "connected", "held", "left", "over"), nil
	}
	r.effect = func(made []*fact) string {
		if p == nil && !c.over() || p != nil && c.of(p).live() || everyone && !c.over() && len(made) > 0 {
			return "it is still there"
		}
		return ""
	}
	return r
}

// add calls more parties in.
func (s *simulation) add(c *conversation, p *party, targets []*party) *request {
	ask := &callv1.AddParticipantsRequest{CallId: c.id, Targets: identify(targets)}
	r := s.request(p, fmt.Sprintf("adds %v to %s", names(targets), c.label), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.AddParticipants(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		why := unless(c, p, "connecting", "connected", "held")
		if len(why) == 0 && !s.rules.groups && slices.ContainsFunc(c.living(), func(l *leg) bool { return l.party.tenant }) {
			return []string{"INTEROP_GROUP_CALL"}, nil
		}
		return why, nil
	}
	r.effect = func(made []*fact) string {
		for _, f := range made {
			who := s.byRaw[f.event.GetLegRinging().GetLeg().GetIdentifier().GetRawId()]
			if who != nil && p.tenant && !who.tenant && !s.rules.external {
				return "a Teams user has added " + who.name
			}
		}
		return ""
	}
	return r
}

// remove takes a party out.
func (s *simulation) remove(c *conversation, p, who *party) *request {
	ask := &callv1.RemoveParticipantRequest{CallId: c.id, Identifier: who.id.Proto()}
	r := s.request(p, fmt.Sprintf("removes %s from %s", who.name, c.label), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.RemoveParticipant(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		if why := unless(c, p, "waiting", "connecting", "connected", "held"); len(why) > 0 {
			return why, nil
		}
		if c.of(who) == nil {
			return []string{"LEG_NOT_FOUND"}, nil
		}
		return nil, nil
	}
	r.effect = func([]*fact) string {
		if c.of(who).live() {
			return "it is still there"
		}
		return ""
	}
	return r
}

// redirect sends a call on.
func (s *simulation) redirect(c *conversation, p, to *party) *request {
	ask := &callv1.RedirectCallRequest{CallId: c.id, Target: to.id.Proto()}
	r := s.request(p, fmt.Sprintf("redirects %s to %s", c.label, to.name), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, at *call.Service) (proto.Message, error) {
		return at.RedirectCall(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) { return s.mayBring(c, p, to, unlessRinging(c, p)) }
	r.effect = func([]*fact) string {
		if l := c.of(p); l.cause != callv1.EndCause_END_CAUSE_REDIRECTED || c.over() || c.of(to) == nil {
			return fmt.Sprint("the leg is ", *l)
		}
		return ""
	}
	return r
}

// mayBring is what keeps a party from bringing another one in instead of itself.
func (s *simulation) mayBring(c *conversation, p, to *party, why []string) (must, may []string) {
	tenant := to.tenant || slices.ContainsFunc(c.living(), func(l *leg) bool { return l.party.tenant })
	l := c.of(to)
	switch {
	case p == to:
		return append(why, "CALL_TO_SELF"), nil
	case len(why) > 0:
		return why, nil
	case !s.callable(to), l != nil && l.live(), tenant && !s.rules.routing:
		return policyReasons, nil
	}
	return nil, policyReasons
}

// transfer lets somebody else take the place of a party, blindly or after a consultation.
func (s *simulation) transfer(c *conversation, p *party) *request {
	to := s.target()
	second := pick(s, s.calls)
	for _, x := range s.calls {
		if l := x.of(p); x != c && !x.over() && l != nil && l.answers() && len(x.living()) == 2 {
			second = x
		}
	}
	ask := &callv1.TransferCallRequest{CallId: c.id, Destination: &callv1.TransferCallRequest_Target{Target: to.id.Proto()}}
	blind := second == c || s.IntN(3) == 0
	about := fmt.Sprintf("transfers %s to %s", c.label, to.name)
	if !blind {
		ask.Destination = &callv1.TransferCallRequest_ConsultationCallId{ConsultationCallId: second.id}
		about = fmt.Sprintf("transfers %s to whom it talks to in %s", c.label, second.label)
	}
	r := s.request(p, about, &ask.IdempotencyKey)
	r.send = func(ctx context.Context, at *call.Service) (proto.Message, error) {
		return at.TransferCall(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		why := unless(c, p, "connecting", "connected", "held")
		if len(why) == 0 && slices.ContainsFunc(c.transfers, func(t *callv1.Transfer) bool { return t.GetTransferorLegId() == c.of(p).id }) {
			why = []string{"CALL_STATE"}
		}
		if blind {
			return s.mayBring(c, p, to, why)
		}
		if len(why) == 0 {
			why = unless(second, p, "connecting", "connected", "held")
		}
		if len(why) == 0 && len(second.living()) != 2 {
			why = []string{"CALL_STATE"}
		}
		return why, append([]string{"CALL_STATE"}, policyReasons...)
	}
	r.effect = func([]*fact) string {
		if !blind && (!second.over() || c.of(p).live() || second.outcome == declined) {
			return "the second call goes on, or the party is still there"
		}
		if blind && (c.of(to) == nil || !c.of(p).live()) {
			return "nobody rings, or the party has left"
		}
		return ""
	}
	return r
}

// hold puts a call on hold, or takes it off.
func (s *simulation) hold(c *conversation, p *party, on bool) *request {
	hold, resume := &callv1.HoldCallRequest{CallId: c.id}, &callv1.ResumeCallRequest{CallId: c.id}
	r := s.request(p, fmt.Sprintf("holds %s: %v", c.label, on), &hold.IdempotencyKey)
	resume.IdempotencyKey = hold.GetIdempotencyKey()
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		if on {
			return to.HoldCall(ctx, p.caller(), hold)
		}
		return to.ResumeCall(ctx, p.caller(), resume)
	}
	r.verdict = func() ([]string, []string) { return unless(c, p, "connected", "held"), nil }
	r.effect = func([]*fact) string {
		if c.of(p).held != on {
			return "it is as before"
		}
		return ""
	}
	return r
}

// mute mutes a party, or unmutes the one who asks.
func (s *simulation) mute(c *conversation, p, who *party) *request {
	if s.IntN(3) == 0 {
		who = p
	}
	mute, unmute := &callv1.MuteParticipantRequest{CallId: c.id, Identifier: who.id.Proto()}, &callv1.UnmuteParticipantRequest{CallId: c.id}
	off := who == p && s.IntN(2) == 0
	r := s.request(p, fmt.Sprintf("mutes %s in %s, off: %v", who.name, c.label, off), &mute.IdempotencyKey)
	unmute.IdempotencyKey = mute.GetIdempotencyKey()
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		if off {
			return to.UnmuteParticipant(ctx, p.caller(), unmute)
		}
		return to.MuteParticipant(ctx, p.caller(), mute)
	}
	r.verdict = func() ([]string, []string) {
		why := unless(c, p, "waiting", "connecting", "connected", "held")
		if len(why) == 0 {
			why = unless(c, who, "waiting", "connecting", "connected", "held")
		}
		if len(why) > 0 && why[0] == "CALL_NOT_FOUND" && who != p && c.of(p) != nil {
			return []string{"LEG_NOT_FOUND"}, nil
		}
		return why, nil
	}
	r.effect = func([]*fact) string {
		if c.of(who).muted == off {
			return "it is as before"
		}
		return ""
	}
	return r
}

// tones sends tones to everybody.
func (s *simulation) tones(c *conversation, p *party) *request {
	ask := &callv1.SendDtmfRequest{CallId: c.id, Tones: []callv1.DtmfTone{callv1.DtmfTone(1 + s.IntN(16))}}
	r := s.request(p, "sends tones in "+c.label, &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.SendDtmf(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) { return unless(c, p, "connected", "held"), nil }
	r.effect = func(made []*fact) string {
		var want, got []string
		for _, l := range c.living() {
			if l.hasMedia() && l.party != p {
				want = append(want, l.party.raw+l.device)
			}
		}
		for _, f := range made {
			got = append(got, f.to.GetUser()+f.to.GetDeviceId())
		}
		if !slices.Equal(want, got) {
			return fmt.Sprint("heard by ", got, " and not ", want)
		}
		return ""
	}
	return r
}

// record declares the state of a capture; now and then the backend does.
func (s *simulation) record(c *conversation, p *party) *request {
	ask := &callv1.SetCaptureStateRequest{
		CallId: c.id, Kind: callv1.CaptureKind(1 + s.IntN(2)), State: callv1.CaptureState(pick(s, []int{1, 1, 1, 2, 3})), RequireAcknowledgement: s.IntN(3) == 0,
	}
	who := p.caller()
	if s.IntN(5) == 0 {
		p, who = nil, backend()
	}
	r := s.request(p, fmt.Sprintf("captures %s: %v %v", c.label, ask.GetKind(), ask.GetState()), &ask.IdempotencyKey)
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.SetCaptureState(ctx, who, ask)
	}
	r.verdict = func() ([]string, []string) {
		if p != nil {
			if why := unless(c, p, "waiting", "connecting", "connected", "held"); len(why) > 0 {
				return why, nil
			}
		}
		k := c.captures[ask.GetKind()]
		runs := k != nil && k.GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED
		switch {
		case c.over():
			return []string{"CALL_ENDED"}, nil
		case k.GetState() == ask.GetState():
			return nil, nil
		case !runs && ask.GetState() != callv1.CaptureState_CAPTURE_STATE_ACTIVE:
			return []string{"CALL_STATE"}, nil
		case ask.GetState() == callv1.CaptureState_CAPTURE_STATE_ACTIVE && s.keepsFromRecording(c, ask.GetKind()):
			return []string{"INTEROP_RECORDING"}, nil
		}
		return nil, nil
	}
	r.effect = func([]*fact) string {
		if c.captures[ask.GetKind()].GetState() != ask.GetState() {
			return "it is as before"
		}
		return ""
	}
	return r
}

// acknowledge acknowledges a notice, mostly one of the party's own.
func (s *simulation) acknowledge(c *conversation, p *party) *request {
	ask := &callv1.AcknowledgeNoticeRequest{CallId: c.id, NoticeId: fmt.Sprint(1 + s.IntN(4))}
	for _, n := range c.notices {
		if n.GetRecipient().GetRawId() == p.raw && n.GetAcknowledgeTime() == nil {
			ask.NoticeId = n.GetNoticeId()
		}
	}
	r := s.request(p, fmt.Sprintf("acknowledges notice %s of %s", ask.GetNoticeId(), c.label), &ask.IdempotencyKey)
	kept := func() *callv1.Notice {
		i := int(number(ask.GetNoticeId())) - 1
		if i >= len(c.notices) || c.notices[i].GetRecipient().GetRawId() != p.raw {
			return nil
		}
		return c.notices[i]
	}
	r.send = func(ctx context.Context, to *call.Service) (proto.Message, error) {
		return to.AcknowledgeNotice(ctx, p.caller(), ask)
	}
	r.verdict = func() ([]string, []string) {
		why := unless(c, p, "ringing", "waiting", "connecting", "connected", "held")
		if len(why) == 0 && kept() == nil {
			return []string{"NOTICE_NOT_FOUND"}, nil
		}
		return why, nil
	}
	r.effect = func([]*fact) string {
		if kept().GetAcknowledgeTime() == nil {
			return "it is not kept"
		}
		return ""
	}
	return r
}
