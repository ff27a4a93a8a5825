package simulation

import (
	"context"
	"fmt"
	"slices"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/call"
)

// signals lets legs of a call send signals: all of them say that they have media, or one says something to another.
func (s *simulation) signals(c *conversation) {
	said := false
	for _, l := range c.living() {
		for _, o := range c.living() {
			if l != o && l.answers() && o.answers() && l.state == connecting && s.IntN(4) > 0 {
				said = true
				s.ask(s.signal(c, l.party, o.id, &callv1.Signal{Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}}))
			}
		}
	}
	if said && s.IntN(2) == 0 {
		return
	}
	for range 1 + s.IntN(5) {
		s.signalAny(c)
	}
}

// signalAny lets a leg say something to another; mostly two who have answered.
func (s *simulation) signalAny(c *conversation) {
	p, to := s.someParty(c), pick(s, c.legs).id
	var answered []*leg
	for _, l := range c.living() {
		if l.answers() && slices.Contains(s.parties, l.party) {
			answered = append(answered, l)
		}
	}
	if len(answered) > 1 && s.IntN(10) > 0 {
		s.Shuffle(len(answered), func(i, j int) { answered[i], answered[j] = answered[j], answered[i] })
		p, to = answered[0].party, answered[1].id
	}
	switch s.IntN(4) {
	case 0:
		s.ask(s.signal(c, p, to, &callv1.Signal{Content: &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: "c"}}}))
	case 1:
		n := int64(1)
		if l := c.of(p); l != nil {
			n = max(1, c.offers[pair{to, l.id}])
		}
		s.ask(s.signal(c, p, to, &callv1.Signal{Content: &callv1.Signal_Answer{Answer: &callv1.SessionAnswer{Sdp: "a", OfferSequence: n}}}))
	default:
		s.ask(s.signal(c, p, to, &callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}}))
	}
}

// signal sends a signal to a leg.
func (s *simulation) signal(c *conversation, p *party, to string, content *callv1.Signal) *request {
	content.ToLegId = to
	ask := &callv1.SendSignalRequest{CallId: c.id, Signal: content}
	r := s.request(p, fmt.Sprintf("sends leg %s of %s %T", to, c.label, content.GetContent()), &ask.IdempotencyKey)
	var sent int64
	r.send = func(ctx context.Context, at *call.Service) (proto.Message, error) {
		answer, err := at.SendSignal(ctx, p.caller(), ask)
		if err == nil {
			sent = answer.GetSignalSequence()
		}
		return answer, err
	}
	r.verdict = func() ([]string, []string) { return s.maySignal(c, p, to, content), nil }
	r.effect = func(made []*fact) string {
		l := c.leg(to)
		if len(made) == 0 || made[0].to.GetUser() != l.party.raw || made[0].to.GetDeviceId() != l.device || made[0].to.GetOthers() {
			return fmt.Sprint("it is not sent to the device of the leg: ", made)
		}
		if g := made[0].event.GetSignalReceived().GetSignal(); sent != 0 && g.GetSignalSequence() != sent {
			return "it was answered with another number"
		}
		return ""
	}
	return r
}

// maySignal is what keeps a party from sending a signal to a leg.
func (s *simulation) maySignal(c *conversation, p *party, to string, content *callv1.Signal) []string {
	if why := unless(c, p, "waiting", "connecting", "connected", "held"); len(why) > 0 {
		return why
	}
	from, other := c.of(p), c.leg(to)
	switch {
	case from == other:
		return []string{"CALL_TO_SELF"}
	case !other.live():
		return []string{"LEG_ENDED"}
	case !other.answers():
		return []string{"CALL_STATE"}
	case content.GetOffer() != nil:
		if why := s.offer(c, from, other); why != "" {
			return []string{why}
		}
	case content.GetAnswer() != nil && (len(from.unacked) > 0 || len(other.unacked) > 0):
		return []string{"NOTICE_UNACKNOWLEDGED"}
	case content.GetAnswer() != nil && (c.offers[pair{to, from.id}] == 0 || c.offers[pair{to, from.id}] != content.GetAnswer().GetOfferSequence()):
		return []string{"SIGNAL_OUT_OF_TURN"}
	}
	return nil
}
