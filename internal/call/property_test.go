package call_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"pgregory.net/rapid"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// TestWhateverHappensTheTruthHolds lets some parties of both worlds do whatever comes to their minds, while time passes,
// devices come and go and policy changes; after every step all calls and their events must be sound.
func TestWhateverHappensTheTruthHolds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := &play{world: newWorld(t), rt: rt}
		p.world.t, p.tick = rt, time.Microsecond
		for n := range 3 {
			p.cast = append(p.cast, p.user(n+1))
		}
		p.cast = append(p.cast, p.teamsUser(1), p.teamsUser(2))
		rt.Repeat(map[string]func(*rapid.T){
			"start": p.startAny, "start another": p.startAny, "answer": p.answerAny, "answer another": p.answerAny, "connect": p.connectAll, "reject": p.rejectAny, "hang up": p.hangUpAny, "redirect": p.redirectAny,
			"add": p.addAny, "remove": p.removeAny, "transfer": p.transferAny, "hold": p.holdAny, "resume": p.resumeAny, "mute": p.muteAny,
			"tones": p.tonesAny, "media": p.mediaAny, "offer": p.offerAny, "capture": p.captureAny, "acknowledge": p.acknowledgeAny,
			"device comes": p.deviceComes, "device goes": p.deviceGoes, "time": p.timePasses, "policy": p.policyChanges,
			"restart": func(*rapid.T) { p.streams = nil; p.restart() },
			"":        func(*rapid.T) { p.check() },
		})
		for _, s := range p.streams {
			s.Close()
		}
	})
}

// play is one run.
type play struct {
	*world

	rt      *rapid.T
	cast    []access.Caller
	calls   []string
	streams []*call.Stream
	// latest is the call that the step is about.
	latest string
}

// party draws a call and, most of the time, somebody who has a live leg in it.
func (p *play) party(rt *rapid.T) access.Caller {
	p.latest = p.which(rt)
	states := p.leg(p.latest, p.cast)
	living := slices.DeleteFunc(slices.Clone(p.cast), func(c access.Caller) bool {
		s := states[c.User.Raw()]
		return s == 0 || s == callv1.LegState_LEG_STATE_ENDED
	})
	if len(living) == 0 || rapid.IntRange(0, 9).Draw(rt, "stranger") == 0 {
		return p.who("party")
	}
	return rapid.SampledFrom(living).Draw(rt, "party")
}

func (p *play) who(label string) access.Caller { return rapid.SampledFrom(p.cast).Draw(p.rt, label) }

// which draws one of the latest calls; the test is skipped where there is none.
func (p *play) which(rt *rapid.T) string {
	if len(p.calls) == 0 {
		rt.Skip()
	}
	return rapid.SampledFrom(p.calls[max(0, len(p.calls)-4):]).Draw(rt, "call")
}

func (p *play) media() callv1.MediaMode {
	return rapid.SampledFrom([]callv1.MediaMode{signalled, external}).Draw(p.rt, "media")
}

func (p *play) targets(n int) []*typev1.CommunicationIdentifier {
	var out []*typev1.CommunicationIdentifier
	for _, c := range rapid.SliceOfNDistinct(rapid.SampledFrom(p.cast), 1, n, func(c access.Caller) string { return c.User.Raw() }).Draw(p.rt, "targets") {
		out = append(out, c.User.Proto())
	}
	return out
}

// fine makes sure that what failed was refused with a reason.
func (p *play) fine(err error) bool {
	if err != nil && reason.Of(err) == typev1.Reason_REASON_UNSPECIFIED {
		p.rt.Fatalf("not a refusal: %v", err)
	}
	return err == nil
}

func (p *play) startAny(*rapid.T) {
	r, err := p.StartCall(p.ctx, p.who("caller"), &callv1.StartCallRequest{Targets: p.targets(rapid.SampledFrom([]int{1, 1, 3}).Draw(p.rt, "many")), MediaMode: p.media(), DeviceId: "d", RequireAcknowledgement: rapid.Bool().Draw(p.rt, "demands")})
	if p.fine(err) && !r.GetAnsweredExisting() {
		p.calls = append(p.calls, r.GetCall().GetCallId())
	}
}

func (p *play) answerAny(rt *rapid.T) {
	id := p.which(rt)
	before := p.leg(id, p.cast)
	for _, c := range p.cast {
		r, err := p.AnswerCall(p.ctx, c, &callv1.AnswerCallRequest{CallId: id, MediaMode: p.media(), DeviceId: rapid.SampledFrom([]string{"d", "e"}).Draw(rt, "device")})
		if p.fine(err) != (before[c.User.Raw()] == callv1.LegState_LEG_STATE_RINGING) {
			rt.Fatalf("%s answered while %v: %v, %v", c.User, before[c.User.Raw()], r, err)
		}
		if err == nil {
			return
		}
	}
}

// leg is the state of the latest leg of each party.
func (p *play) leg(id string, cast []access.Caller) map[string]callv1.LegState {
	out := map[string]callv1.LegState{}
	for _, l := range p.stored(id).GetCall().GetLegs() {
		for _, c := range cast {
			if l.GetIdentifier().GetRawId() == c.User.Raw() {
				out[c.User.Raw()] = l.GetState()
			}
		}
	}
	return out
}

func (p *play) rejectAny(rt *rapid.T) {
	why := callv1.RejectReason(rapid.IntRange(0, 3).Draw(rt, "why"))
	c := p.party(rt)
	_, err := p.RejectCall(p.ctx, c, &callv1.RejectCallRequest{CallId: p.latest, RejectReason: why})
	p.fine(err)
}

func (p *play) hangUpAny(rt *rapid.T) {
	scope := callv1.HangUpScope(rapid.IntRange(0, 2).Draw(rt, "scope"))
	c := p.party(rt)
	_, err := p.HangUp(p.ctx, c, &callv1.HangUpRequest{CallId: p.latest, Scope: scope})
	p.fine(err)
}

func (p *play) redirectAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.RedirectCall(p.ctx, c, &callv1.RedirectCallRequest{CallId: p.latest, Target: p.targets(1)[0]})
	p.fine(err)
}

func (p *play) addAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.AddParticipants(p.ctx, c, &callv1.AddParticipantsRequest{CallId: p.latest, Targets: p.targets(3)})
	p.fine(err)
}

func (p *play) removeAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.RemoveParticipant(p.ctx, c, &callv1.RemoveParticipantRequest{CallId: p.latest, Identifier: p.targets(1)[0]})
	p.fine(err)
}

func (p *play) transferAny(rt *rapid.T) {
	r := &callv1.TransferCallRequest{CallId: p.which(rt)}
	if rapid.Bool().Draw(rt, "blind") {
		r.Destination = &callv1.TransferCallRequest_Target{Target: p.targets(1)[0]}
	} else {
		r.Destination = &callv1.TransferCallRequest_ConsultationCallId{ConsultationCallId: p.latest}
	}
	for _, c := range p.cast {
		if _, err := p.TransferCall(p.ctx, c, r); p.fine(err) {
			return
		}
	}
}

func (p *play) holdAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.HoldCall(p.ctx, c, &callv1.HoldCallRequest{CallId: p.latest})
	p.fine(err)
}

func (p *play) resumeAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.ResumeCall(p.ctx, c, &callv1.ResumeCallRequest{CallId: p.latest})
	p.fine(err)
}

func (p *play) muteAny(rt *rapid.T) {
	c, id, target := p.party(rt), p.latest, p.targets(1)[0]
	if _, err := p.MuteParticipant(p.ctx, c, &callv1.MuteParticipantRequest{CallId: id, Identifier: target}); !p.fine(err) {
		_, err = p.UnmuteParticipant(p.ctx, c, &callv1.UnmuteParticipantRequest{CallId: id})
		p.fine(err)
	}
}

func (p *play) tonesAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.SendDtmf(p.ctx, c, &callv1.SendDtmfRequest{CallId: p.latest, Tones: []callv1.DtmfTone{1}})
	p.fine(err)
}

// connectAll lets media flow between all who have answered a call.
func (p *play) connectAll(rt *rapid.T) {
	p.latest = p.which(rt)
	for _, l := range p.stored(p.latest).GetCall().GetLegs() {
		for _, c := range p.cast {
			if c.User.Raw() != l.GetIdentifier().GetRawId() {
				continue
			}
			for to := range 4 {
				_, err := p.SendSignal(p.ctx, c, &callv1.SendSignalRequest{CallId: p.latest, Signal: &callv1.Signal{
					ToLegId: strconv.Itoa(to + 1), Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}},
				}})
				p.fine(err)
			}
		}
	}
}

func (p *play) send(rt *rapid.T, s *callv1.Signal) {
	s.ToLegId = strconv.Itoa(rapid.IntRange(1, 4).Draw(rt, "leg"))
	c := p.party(rt)
	_, err := p.SendSignal(p.ctx, c, &callv1.SendSignalRequest{CallId: p.latest, Signal: s})
	p.fine(err)
}

func (p *play) mediaAny(rt *rapid.T) {
	p.send(rt, &callv1.Signal{Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}})
}

func (p *play) offerAny(rt *rapid.T) {
	if rapid.Bool().Draw(rt, "answer") {
		p.send(rt, &callv1.Signal{Content: &callv1.Signal_Answer{Answer: &callv1.SessionAnswer{Sdp: "a", OfferSequence: 1}}})
		return
	}
	p.send(rt, &callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}})
}

func (p *play) captureAny(rt *rapid.T) {
	c := p.party(rt)
	r := &callv1.SetCaptureStateRequest{CallId: p.latest, Kind: 1, State: callv1.CaptureState(rapid.IntRange(1, 3).Draw(rt, "state")), RequireAcknowledgement: rapid.Bool().Draw(rt, "demands")}
	_, err := p.SetCaptureState(p.ctx, c, r)
	p.fine(err)
}

func (p *play) acknowledgeAny(rt *rapid.T) {
	c := p.party(rt)
	_, err := p.AcknowledgeNotice(p.ctx, c, &callv1.AcknowledgeNoticeRequest{CallId: p.latest, NoticeId: strconv.Itoa(rapid.IntRange(1, 5).Draw(rt, "notice"))})
	p.fine(err)
}

func (p *play) deviceComes(rt *rapid.T) {
	p.streams = append(p.streams, p.listen(p.who("party"), rapid.SampledFrom([]string{"d", "e"}).Draw(rt, "device")))
}

func (p *play) deviceGoes(rt *rapid.T) {
	if len(p.streams) == 0 {
		rt.Skip()
	}
	p.streams[0].Close()
	p.streams = p.streams[1:]
}

func (p *play) timePasses(rt *rapid.T) {
	p.pass(time.Duration(rapid.SampledFrom([]int{1, 1, 1000, 1000, 1000, 29_000, 31_000, 61_000, 86_400_000}).Draw(rt, "milliseconds")) * time.Millisecond)
}

func (p *play) policyChanges(rt *rapid.T) {
	p.federate(rapid.IntRange(0, 3).Draw(rt, "enabled") > 0, rapid.Bool().Draw(rt, "groups"))
}

// check makes sure that everything is sound.
func (p *play) check() {
	events, timers := p.events(), p.timers()
	p.checkViews(events)
	for _, id := range p.calls {
		stored := p.stored(id)
		p.checkEvents(stored.GetCall(), events[id])
		p.checkCall(stored.GetCall())
		p.checkTimers(stored, timers[id])
		p.checkIndexes(stored)
	}
}

func (p *play) checkTimers(stored *recordv1.Call, due []string) {
	if len(due) != len(stored.GetTimers()) || stored.GetCall().GetEndTime() != nil && len(due) > 0 {
		p.rt.Fatalf("of call %v there is due %v", stored, due)
	}
	for _, t := range stored.GetTimers() {
		var l *callv1.Leg
		if n, err := strconv.Atoi(t.GetLegId()); err == nil {
			l = stored.GetCall().GetLegs()[n-1]
		}
		wanted := map[string]bool{
			"call.ring": l.GetState() == callv1.LegState_LEG_STATE_RINGING, "call.connect": l.GetState() == callv1.LegState_LEG_STATE_CONNECTING,
			"call.lost": l.GetLostExpireTime() != nil, "call.duration": l == nil && stored.GetCall().GetConnectTime() != nil,
		}
		if !wanted[t.GetKind()] {
			p.rt.Fatalf("%v is due without need: %v", t, stored)
		}
	}
}

// checkCall checks what the state of a call says of itself.
func (p *play) checkCall(c *callv1.Call) {
	over := c.GetState() == callv1.CallState_CALL_STATE_ENDED
	if over != (c.GetOutcome() != 0) || over != (c.GetEndTime() != nil) || over != (c.GetEndCause() != 0) {
		p.rt.Fatalf("half an end: %v", c)
	}
	if c.GetOutcome() == callv1.Outcome_OUTCOME_COMPLETED && c.GetConnectTime() == nil {
		p.rt.Fatalf("completed without a connection: %v", c)
	}
	living, active := 0, 0
	for _, l := range c.GetLegs() {
		ended := l.GetState() == callv1.LegState_LEG_STATE_ENDED
		if ended != (l.GetOutcome() != 0) || ended != (l.GetEndTime() != nil) || l.GetOutcome() == callv1.Outcome_OUTCOME_COMPLETED && l.GetConnectTime() == nil {
			p.rt.Fatalf("half an end of leg %v", l)
		}
		if ended {
			continue
		}
		living++
		if l.GetState() == callv1.LegState_LEG_STATE_CONNECTED && !l.GetOnHold() {
			active++
		}
	}
	if over != (living < 2) {
		p.rt.Fatalf("%d legs live: %v", living, c)
	}
	if (c.GetState() == callv1.CallState_CALL_STATE_CONNECTED) != (active > 1) {
		p.rt.Fatalf("%d legs are active: %v", active, c)
	}
	if source := c.GetLegs()[0]; over && c.GetConnectTime() == nil && source.GetEndTime().AsTime().Equal(c.GetEndTime().AsTime()) && source.GetOutcome() != c.GetOutcome() {
		p.rt.Fatalf("the source ended in another way: %v", c)
	}
}

// checkEvents replays the events of a call against an independent idea of what may follow what.
func (p *play) checkEvents(c *callv1.Call, events []*callv1.CallEvent) {
	var number int64
	stands := map[string]callv1.LegState{}
	for _, e := range events {
		if number == 0 && e.GetCallStarted() == nil {
			p.rt.Fatalf("the first event is %v", e)
		}
		if e.GetSequence() != 0 {
			number++
			if e.GetSequence() != number {
				p.rt.Fatalf("number %d instead of %d", e.GetSequence(), number)
			}
		}
		p.checkEvent(stands, e)
	}
	if number != c.GetLastSequence() {
		p.rt.Fatalf("the last number is %d: %v", number, c)
	}
	if over := events[len(events)-1].GetCallEnded() != nil; over != (c.GetState() == callv1.CallState_CALL_STATE_ENDED) {
		p.rt.Fatalf("the last event is %v", events[len(events)-1])
	}
	if i := slices.IndexFunc(events, func(e *callv1.CallEvent) bool { return e.GetCallEnded() != nil }); i >= 0 {
		if i != len(events)-1 || slices.ContainsFunc(events, func(e *callv1.CallEvent) bool { return e.GetSignalReceived() != nil || e.GetDtmfReceived() != nil }) {
			p.rt.Fatalf("the end of %s is not its last event, or has left its signals", c.GetCallId())
		}
	}
}

func (p *play) checkEvent(stands map[string]callv1.LegState, e *callv1.CallEvent) {
	const none, rings, answered, ended = callv1.LegState_LEG_STATE_UNSPECIFIED, callv1.LegState_LEG_STATE_RINGING, callv1.LegState_LEG_STATE_CONNECTING, callv1.LegState_LEG_STATE_ENDED
	step := func(leg string, to callv1.LegState, from ...callv1.LegState) {
		if !slices.Contains(from, stands[leg]) {
			p.rt.Fatalf("leg %s was %v before %v", leg, stands[leg], e)
		}
		stands[leg] = to
	}
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CallStarted:
		step("1", answered, none)
	case *callv1.CallEvent_LegRinging:
		step(x.LegRinging.GetLeg().GetLegId(), rings, none)
	case *callv1.CallEvent_LegAnswered:
		step(x.LegAnswered.GetLeg().GetLegId(), answered, none, rings)
	case *callv1.CallEvent_LegConnected:
		step(x.LegConnected.GetLegId(), callv1.LegState_LEG_STATE_CONNECTED, answered)
	case *callv1.CallEvent_LegEnded:
		step(x.LegEnded.GetLeg().GetLegId(), ended, rings, answered, callv1.LegState_LEG_STATE_CONNECTED)
	case *callv1.CallEvent_CallEnded:
		for leg, s := range stands {
			if s != ended {
				p.rt.Fatalf("leg %s is %v at the end", leg, s)
			}
		}
	default:
	}
}

// checkViews checks what each party sees of each call: from the event that makes it ring to the last of the change that ends
// its leg. No two changes have the same time.
func (p *play) checkViews(events map[string][]*callv1.CallEvent) {
	for _, party := range p.cast {
		raw := party.User.Raw()
		for _, id := range p.calls {
			var want []int64
			var since, until time.Time
			for _, e := range events[id] {
				t := e.GetTime().AsTime()
				if !since.IsZero() && !until.IsZero() && t.After(until) {
					since, until = time.Time{}, time.Time{}
				}
				if comes(e, raw) {
					since, until = t, time.Time{}
				}
				if !since.IsZero() && e.GetSequence() != 0 {
					want = append(want, e.GetSequence())
				}
				if e.GetLegEnded().GetLeg().GetIdentifier().GetRawId() == raw {
					until = t
				}
			}
			if got := p.seen(raw, id); !slices.Equal(got, want) {
				p.rt.Fatalf("%s sees %v of %s, and should see %v", raw, got, id, want)
			}
		}
	}
}

// comes reports whether an event brings a party into a call.
func comes(e *callv1.CallEvent, raw string) bool {
	switch {
	case e.GetCallStarted() != nil:
		return e.GetCallStarted().GetCall().GetSource().GetRawId() == raw
	case e.GetLegRinging() != nil:
		return e.GetLegRinging().GetLeg().GetIdentifier().GetRawId() == raw
	default:
		l := e.GetLegAnswered().GetLeg()
		return l.GetIdentifier().GetRawId() == raw && l.GetRingExpireTime() == nil
	}
}

// seen are the numbers of the events of a call that a party may see.
func (p *play) seen(raw, id string) []int64 {
	var out []int64
	p.view(func(tx store.ReadTx) error {
		for stored, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(stored.Content)
			if err != nil {
				return err
			}
			if !slices.Contains(entry.GetTopics(), event.Party(raw)) {
				continue
			}
			e := &callv1.CallEvent{}
			if err := proto.Unmarshal(entry.GetCall(), e); err != nil {
				return err
			}
			if e.GetCallId() == id && e.GetSequence() != 0 {
				out = append(out, e.GetSequence())
			}
		}
		return nil
	})
	return out
}

// checkIndexes checks that what finds live calls finds those, and that who sees a call is in it.
func (p *play) checkIndexes(stored *recordv1.Call) {
	c := stored.GetCall()
	p.view(func(tx store.ReadTx) error {
		for _, party := range p.cast {
			raw := party.User.Raw()
			state := p.leg(c.GetCallId(), p.cast)[raw]
			there, err := record.Has(tx, key.CallParty(raw, c.GetCallId()))
			if err != nil {
				return err
			}
			lives, err := record.Has(tx, key.LiveCall(raw, c.GetCallId()))
			if err != nil {
				return err
			}
			rings, err := record.Has(tx, key.Ringing(raw, c.GetCallId()))
			if err != nil {
				return err
			}
			if there != (state != 0) || lives != (state != 0 && c.GetEndTime() == nil) || rings != (state == callv1.LegState_LEG_STATE_RINGING) {
				p.rt.Fatalf("%s is %v: sees the call %v, index %v, rings %v", raw, state, there, lives, rings)
			}
		}
		lives, err := record.Has(tx, key.LiveCall(resourceID, c.GetCallId()))
		if lives != (c.GetEndTime() == nil) {
			p.rt.Fatalf("the resource finds the call: %v, and it is %v", lives, c)
		}
		return err
	})
}
