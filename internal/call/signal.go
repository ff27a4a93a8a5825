package call

import (
	"context"
	"slices"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/timer"
)

// SendSignal sends an offer, an answer or a candidate to another leg.
func (s *Service) SendSignal(ctx context.Context, c access.Caller, r *callv1.SendSignalRequest) (*callv1.SendSignalResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_SendSignal_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.SendSignalResponse, error) {
		c, own, _, err := takeFor(tx, sendSignal, r.GetCallId(), "")
		if err != nil {
			return nil, err
		}
		to := c.leg(r.GetSignal().GetToLegId())
		if to == own {
			return nil, reason.New(typev1.Reason_REASON_CALL_TO_SELF, "leg %s is the caller's own: a signal is for another", own.GetLegId())
		}
		if _, err := c.ask(sendSignal, other, to); err != nil {
			return nil, err
		}
		sequence, err := c.signal(own, to, r.GetSignal())
		if err != nil {
			return nil, err
		}
		return &callv1.SendSignalResponse{SignalSequence: sequence, Commit: tx.Commit()}, nil
	})
}

// signal sends a signal from one leg to another, and commits what follows from it.
func (c *change) signal(from, to *callv1.Leg, asked *callv1.Signal) (int64, error) {
	pair, back, err := c.pairs(from, to)
	if err != nil {
		return 0, err
	}
	sent := &callv1.Signal{
		FromLegId: from.GetLegId(), ToLegId: to.GetLegId(), SignalSequence: pair.GetSequence() + 1, Content: asked.GetContent(),
	}
	if err := c.mayDescribe(from, to, sent); err != nil {
		return 0, err
	}
	if err := turn(from, to, pair, back, sent); err != nil {
		return 0, err
	}
	if pair.GetSequence() >= MaxSignals {
		return 0, reason.New(typev1.Reason_REASON_TOO_MANY_SIGNALS, "leg %s has sent %d signals to leg %s, as many as it may", from.GetLegId(), MaxSignals, to.GetLegId())
	}
	pair.Sequence++
	if err := c.keepPairs(from, to, pair, back); err != nil {
		return 0, err
	}
	c.whisper(&callv1.CallEvent{Event: &callv1.CallEvent_SignalReceived{SignalReceived: &callv1.SignalReceived{Signal: sent}}},
		&recordv1.Addressee{User: rawID(to), DeviceId: to.GetDeviceId()})
	if sent.GetMediaConnected() != nil {
		if _, err := c.apply(mediaConnected, broker, from); err != nil {
			return 0, err
		}
	}
	return sent.GetSignalSequence(), c.done()
}

// mayDescribe refuses offers and answers while media with either leg waits for an acknowledgement.
func (c *change) mayDescribe(from, to *callv1.Leg, s *callv1.Signal) error {
	if s.GetOffer() == nil && s.GetAnswer() == nil {
		return nil
	}
	for _, l := range []*callv1.Leg{from, to} {
		if l.GetMediaWaiting() {
			return reason.New(typev1.Reason_REASON_NOTICE_UNACKNOWLEDGED, "media with leg %s waits until the party has acknowledged its notices", l.GetLegId()).With("leg_id", l.GetLegId())
		}
	}
	return nil
}

// turn takes offers and answers in turn: the leg that answered earlier makes the first offer, one offer is open at a time,
// and only the open one is answered.
func turn(from, to *callv1.Leg, pair, back *recordv1.SignalPair, s *callv1.Signal) error {
	switch {
	case s.GetOffer() != nil:
		if back.GetOffer() != 0 {
			return outOfTurn("the offer %d of leg %s is open: answer it first", back.GetOffer(), to.GetLegId())
		}
		if !pair.GetOffered() && !back.GetOffered() && !earlier(from, to) {
			return outOfTurn("leg %s answered earlier and makes the first offer", to.GetLegId())
		}
		pair.Offer, pair.Offered = s.GetSignalSequence(), true
	case s.GetAnswer() != nil:
		if n := s.GetAnswer().GetOfferSequence(); back.GetOffer() == 0 || n != back.GetOffer() {
			return outOfTurn("%d is not the open offer of leg %s", n, to.GetLegId())
		}
		back.Offer = 0
	default:
	}
	return nil
}

func outOfTurn(format string, args ...any) error {
	return reason.New(typev1.Reason_REASON_SIGNAL_OUT_OF_TURN, format, args...)
}

// earlier reports whether a leg answered before another. Legs of one moment go by their order.
func earlier(a, b *callv1.Leg) bool {
	ta, tb := a.GetAnswerTime().AsTime(), b.GetAnswerTime().AsTime()
	if ta.Equal(tb) {
		return len(a.GetLegId()) < len(b.GetLegId()) || len(a.GetLegId()) == len(b.GetLegId()) && a.GetLegId() < b.GetLegId()
	}
	return ta.Before(tb)
}

// pairs reads what two legs have sent to each other.
func (c *change) pairs(from, to *callv1.Leg) (pair, back *recordv1.SignalPair, err error) {
	if pair, err = c.pair(from, to); err != nil {
		return nil, nil, err
	}
	back, err = c.pair(to, from)
	return pair, back, err
}

func (c *change) pair(from, to *callv1.Leg) (*recordv1.SignalPair, error) {
	p, err := record.Get[recordv1.SignalPair](c.tx, key.SignalPair(c.call.GetCallId(), from.GetLegId(), to.GetLegId()))
	if p == nil && err == nil {
		p = &recordv1.SignalPair{}
	}
	return p, err
}

func (c *change) keepPairs(from, to *callv1.Leg, pair, back *recordv1.SignalPair) error {
	callID := c.call.GetCallId()
	if err := record.Set(c.tx, key.SignalPair(callID, from.GetLegId(), to.GetLegId()), pair); err != nil {
		return err
	}
	return record.Set(c.tx, key.SignalPair(callID, to.GetLegId(), from.GetLegId()), back)
}

// lapse closes the open offers from and to a leg.
func (c *change) lapse(l *callv1.Leg) error {
	for _, o := range c.call.GetLegs() {
		if o == l {
			continue
		}
		pair, back, err := c.pairs(l, o)
		if err != nil {
			return err
		}
		if pair.GetOffer() == 0 && back.GetOffer() == 0 {
			continue
		}
		pair.Offer, back.Offer = 0, 0
		if err := c.keepPairs(l, o, pair, back); err != nil {
			return err
		}
	}
	return nil
}

// eraseBatch is how many signals are erased at once, so that the end of a call never exceeds what a transaction may write.
const eraseBatch = 1000

// erase takes the content of a call's signals and tones out of the log. What is left after one batch is done by a timer.
func erase(tx *ledger.Tx, callID string) error {
	r := key.Signals(callID)
	r.Limit = eraseBatch + 1
	var keys [][]byte
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return err
		}
		keys = append(keys, slices.Clone(pair.Key))
	}
	for i, k := range keys {
		if i == eraseBatch {
			timer.Set(tx.Tx, tx.Now, eraseTimer, callID)
			break
		}
		if err := blank(tx, store.Position(key.Number(k))); err != nil {
			return err
		}
		tx.Delete(k)
	}
	return nil
}

func blank(tx *ledger.Tx, at store.Position) error {
	e, err := event.Read(tx, at)
	if err != nil {
		return err
	}
	e.Event = nil
	return event.Rewrite(tx, at, e)
}

// SendDtmf sends tones to the others in a call, or to one of them.
func (s *Service) SendDtmf(ctx context.Context, c access.Caller, r *callv1.SendDtmfRequest) (*callv1.SendDtmfResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_SendDtmf_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.SendDtmfResponse, error) {
		c, own, _, err := takeFor(tx, sendTones, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		heard := &callv1.DtmfReceived{FromLegId: own.GetLegId(), Tones: r.GetTones()}
		for _, l := range c.livings() {
			if standing := standingOf(c.call, l); r.GetTarget() == nil && l != own && (standing == connected || standing == held) {
				c.sound(l, heard)
			}
		}
		if r.GetTarget() != nil {
			l, err := c.ofParty(r.GetTarget(), "target")
			if err != nil {
				return nil, err
			}
			if l == own {
				return nil, reason.New(typev1.Reason_REASON_CALL_STATE, "the caller does not send tones to itself").With("state", states[c.call.GetState()])
			}
			if _, err := c.ask(sendTones, other, l); err != nil {
				return nil, err
			}
			heard.ToLegId = l.GetLegId()
			c.sound(l, heard)
		}
		if err := c.commit(); err != nil {
			return nil, err
		}
		return &callv1.SendDtmfResponse{Commit: tx.Commit()}, nil
	})
}

// sound lets a leg hear tones.
func (c *change) sound(l *callv1.Leg, heard *callv1.DtmfReceived) {
	c.whisper(&callv1.CallEvent{Event: &callv1.CallEvent_DtmfReceived{DtmfReceived: heard}},
		&recordv1.Addressee{User: rawID(l), DeviceId: l.GetDeviceId()})
}
