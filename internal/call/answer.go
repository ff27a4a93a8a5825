package call

import (
	"context"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store/key"
)

// device is the device that takes a call, and what the party says when it does.
type device struct {
	id, name            string
	media               callv1.MediaMode
	acknowledges, muted bool
}

// AnswerCall takes an incoming call on one device.
func (s *Service) AnswerCall(ctx context.Context, c access.Caller, r *callv1.AnswerCallRequest) (*callv1.AnswerCallResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_AnswerCall_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.AnswerCallResponse, error) {
		c, l, _, err := takeFor(tx, answer, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if err := c.answer(l, device{
			id: r.GetDeviceId(), name: r.GetDisplayName(), media: r.GetMediaMode(),
			acknowledges: r.GetRequireAcknowledgement(), muted: r.GetMuted(),
		}); err != nil {
			return nil, err
		}
		return &callv1.AnswerCallResponse{Call: c.call, LegId: l.GetLegId(), Notices: c.notices, Commit: tx.Commit()}, nil
	})
}

// answer answers for a party that rings, and commits.
func (c *change) answer(l *callv1.Leg, d device) error {
	if _, err := c.ask(answer, callee, l); err != nil {
		return err
	}
	if d.name != "" {
		l.DisplayName = d.name
	}
	l.RequireAcknowledgement = d.acknowledges
	if d.muted {
		l.Muted, l.MutedBy = true, l.GetIdentifier()
	}
	if d.media != callv1.MediaMode_MEDIA_MODE_UNSPECIFIED {
		l.MediaMode = d.media
	}
	c.pickUp(l, d.id)
	c.whisper(&callv1.CallEvent{Event: &callv1.CallEvent_RingingStopped{RingingStopped: &callv1.RingingStopped{
		LegId: l.GetLegId(), AnsweringDeviceId: d.id, Outcome: callv1.Outcome_OUTCOME_ANSWERED_ELSEWHERE,
	}}}, &recordv1.Addressee{User: rawID(l), DeviceId: d.id, Others: true})
	if err := c.completeTransfer(l); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	c.inform(l)
	return c.commit()
}

// pickUp moves a leg to CONNECTING on a device.
func (c *change) pickUp(l *callv1.Leg, deviceID string, admitted ...string) {
	l.State, l.AnswerTime, l.DeviceId = callv1.LegState_LEG_STATE_CONNECTING, stamp(c.tx.Now), deviceID
	c.clearTimer(ringTimer, l.GetLegId())
	c.tx.Delete(key.Ringing(rawID(l), c.call.GetCallId()))
	c.dropQueue(l)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegAnswered{LegAnswered: &callv1.LegAnswered{Leg: l}}}, admitted...)
}

// RejectCall refuses an incoming call on all devices of the caller.
func (s *Service) RejectCall(ctx context.Context, c access.Caller, r *callv1.RejectCallRequest) (*callv1.RejectCallResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	why, i := r.GetRejectReason(), reject
	switch why {
	case callv1.RejectReason_REJECT_REASON_UNSPECIFIED:
		why = callv1.RejectReason_REJECT_REASON_DECLINED
	case callv1.RejectReason_REJECT_REASON_BUSY:
		i = rejectBusy
	default:
	}
	w := write(c, callv1.CallService_RejectCall_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.RejectCallResponse, error) {
		c, l, err := take(tx, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if l.GetEndCause() == callv1.EndCause_END_CAUSE_REJECTED {
			return &callv1.RejectCallResponse{Leg: l, Commit: tx.Commit()}, nil
		}
		if _, err := c.ask(i, roleOf(l), l); err != nil {
			return nil, err
		}
		l.RejectReason = why
		if err := c.make(i, roleOf(l), l); err != nil {
			return nil, err
		}
		return &callv1.RejectCallResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}

// make makes an input to a leg, and commits what follows from it.
func (c *change) make(i input, r role, l *callv1.Leg) error {
	m, err := c.apply(i, r, l)
	if err != nil || m.event == "" {
		return err
	}
	return c.done()
}

// HangUp leaves a call, or ends it for everyone.
func (s *Service) HangUp(ctx context.Context, c access.Caller, r *callv1.HangUpRequest) (*callv1.HangUpResponse, error) {
	everyone := r.GetScope() == callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE
	if c.User.IsZero() && !everyone {
		return nil, actAsRequired()
	}
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_HangUp_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.HangUpResponse, error) {
		c, l, err := take(tx, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if everyone {
			err = c.hangUpForAll(l)
		} else {
			err = c.make(hangUp, roleOf(l), l)
		}
		if err != nil {
			return nil, err
		}
		return &callv1.HangUpResponse{Call: c.call, Commit: tx.Commit()}, nil
	})
}

// hangUpForAll ends all legs; own is that of who asks, nil for a backend that acts as nobody.
func (c *change) hangUpForAll(own *callv1.Leg) error {
	if own != nil {
		m, err := c.apply(hangUpForEveryone, roleOf(own), own)
		if err != nil || m.event == "" {
			return err
		}
	}
	others := other
	if own == nil {
		others = backend
	}
	for _, l := range c.livings() {
		if _, err := c.apply(hangUpForEveryone, others, l); err != nil {
			return err
		}
	}
	if len(c.events) == 0 {
		return nil
	}
	return c.done()
}

// RemoveParticipant takes a party out of a call, or withdraws its invitation.
func (s *Service) RemoveParticipant(ctx context.Context, c access.Caller, r *callv1.RemoveParticipantRequest) (*callv1.RemoveParticipantResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_RemoveParticipant_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.RemoveParticipantResponse, error) {
		c, own, _, err := takeFor(tx, removeParticipant, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		l, err := c.ofParty(r.GetIdentifier(), "identifier")
		if err != nil {
			return nil, err
		}
		if l != nil && l == own {
			err = c.make(hangUp, roleOf(l), l)
		} else {
			err = c.make(removeParticipant, other, l)
		}
		if err != nil {
			return nil, err
		}
		return &callv1.RemoveParticipantResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}
