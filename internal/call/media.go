package call

import (
	"context"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store/key"
)

// HoldCall puts a call on hold for the caller.
func (s *Service) HoldCall(ctx context.Context, c access.Caller, r *callv1.HoldCallRequest) (*callv1.HoldCallResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	return ledger.Do(ctx, s.ledger, write(c, callv1.CallService_HoldCall_FullMethodName, r, key.Call(canonical(r.GetCallId()))), func(tx *ledger.Tx) (*callv1.HoldCallResponse, error) {
		l, err := own(tx, hold, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		return &callv1.HoldCallResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}

// ResumeCall takes a call off hold for the caller.
func (s *Service) ResumeCall(ctx context.Context, c access.Caller, r *callv1.ResumeCallRequest) (*callv1.ResumeCallResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	return ledger.Do(ctx, s.ledger, write(c, callv1.CallService_ResumeCall_FullMethodName, r, key.Call(canonical(r.GetCallId()))), func(tx *ledger.Tx) (*callv1.ResumeCallResponse, error) {
		l, err := own(tx, resume, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		return &callv1.ResumeCallResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}

// own makes an input of the caller to its own leg.
func own(tx *ledger.Tx, i input, callID, operation string) (*callv1.Leg, error) {
	c, l, err := take(tx, callID, operation)
	if err != nil {
		return nil, err
	}
	return l, c.make(i, roleOf(l), l)
}

// MuteParticipant mutes the caller or another party.
func (s *Service) MuteParticipant(ctx context.Context, c access.Caller, r *callv1.MuteParticipantRequest) (*callv1.MuteParticipantResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_MuteParticipant_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.MuteParticipantResponse, error) {
		c, own, _, err := takeFor(tx, mute, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		l := own
		if r.GetIdentifier() != nil {
			if l, err = c.ofParty(r.GetIdentifier(), "identifier"); err != nil {
				return nil, err
			}
		}
		if l != own {
			if _, err := c.ask(mute, other, l); err != nil {
				return nil, err
			}
		}
		if !l.GetMuted() {
			l.Muted, l.MutedBy = true, tx.Caller.User.Proto()
			c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegMuted{LegMuted: &callv1.LegMuted{LegId: l.GetLegId()}}})
			if err := c.commit(); err != nil {
				return nil, err
			}
		}
		return &callv1.MuteParticipantResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}

// UnmuteParticipant unmutes the caller.
func (s *Service) UnmuteParticipant(ctx context.Context, c access.Caller, r *callv1.UnmuteParticipantRequest) (*callv1.UnmuteParticipantResponse, error) {
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_UnmuteParticipant_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.UnmuteParticipantResponse, error) {
		c, own, _, err := takeFor(tx, unmute, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if r.GetIdentifier() != nil {
			l, err := c.ofParty(r.GetIdentifier(), "identifier")
			if err != nil {
				return nil, err
			}
			if l != own {
				_, err := c.ask(unmute, other, l)
				return nil, err
			}
		}
		if own.GetMuted() {
			own.Muted, own.MutedBy = false, nil
			c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegUnmuted{LegUnmuted: &callv1.LegUnmuted{LegId: own.GetLegId()}}})
			if err := c.commit(); err != nil {
				return nil, err
			}
		}
		return &callv1.UnmuteParticipantResponse{Leg: own, Commit: tx.Commit()}, nil
	})
}
