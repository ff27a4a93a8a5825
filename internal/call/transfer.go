package call

import (
	"context"
	"slices"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store/key"
)

// TransferCall lets somebody else take the caller's place in a call.
func (s *Service) TransferCall(ctx context.Context, c access.Caller, r *callv1.TransferCallRequest) (*callv1.TransferCallResponse, error) {
	if err := checkContext(r.GetCustomContext()); err != nil {
		return nil, err
	}
	var target identifier.ID
	if r.GetTarget() != nil {
		var err error
		if target, err = readTarget(c, r.GetTarget(), "target"); err != nil {
			return nil, err
		}
	}
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_TransferCall_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.TransferCallResponse, error) {
		c, own, err := takeForTransfer(tx, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(c.call.GetTransfers(), func(t *callv1.Transfer) bool { return t.GetTransferorLegId() == own.GetLegId() }) {
			return nil, reason.New(typev1.Reason_REASON_CALL_STATE, "a transfer of the caller waits for its target already").With("state", states[c.call.GetState()])
		}
		var t *callv1.Transfer
		if target.IsZero() {
			t, err = c.consultative(own, r.GetConsultationCallId())
		} else {
			t, err = c.blind(own, target, invitation{
				ring: orElse(r.GetRingTimeout(), s.times.Ring).AsDuration(), context: r.GetCustomContext(), by: own.GetIdentifier(),
			})
		}
		if err != nil {
			return nil, err
		}
		return &callv1.TransferCallResponse{Transfer: t, Commit: tx.Commit()}, nil
	})
}

// takeForTransfer finds a call that the caller talks in, and its leg.
func takeForTransfer(tx *ledger.Tx, callID, operation string) (*change, *callv1.Leg, error) {
	c, own, _, err := takeFor(tx, transfer, callID, operation)
	return c, own, err
}

// blind makes the target ring.
func (c *change) blind(own *callv1.Leg, target identifier.ID, in invitation) (*callv1.Transfer, error) {
	p, err := c.newcomer(target, own)
	if err != nil {
		return nil, err
	}
	t := c.begin(own, p, "")
	if _, err := c.invite(p, in); err != nil {
		return nil, err
	}
	return t, c.done()
}

// begin tells of a transfer whose target gets the next leg. With a consultation, that is the call in which the two have talked.
func (c *change) begin(own *callv1.Leg, p party, consultationID string) *callv1.Transfer {
	n := c.nextLegID()
	t := &callv1.Transfer{
		TransferId: "t" + n, TransferorLegId: own.GetLegId(), TargetLegId: n, Target: p.id.Proto(),
		ConsultationCallId: consultationID, CreateTime: stamp(c.tx.Now),
	}
	c.call.Transfers = append(c.call.Transfers, t)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_TransferStarted{TransferStarted: &callv1.TransferStarted{Transfer: t}}})
	return t
}

// waitingFor is the transfer that waits for a leg to answer; nil if none does.
func (c *change) waitingFor(l *callv1.Leg) *callv1.Transfer {
	i := slices.IndexFunc(c.call.GetTransfers(), func(t *callv1.Transfer) bool { return t.GetTargetLegId() == l.GetLegId() })
	if i < 0 {
		return nil
	}
	return c.call.GetTransfers()[i]
}

func (c *change) dropTransfer(t *callv1.Transfer) {
	c.call.Transfers = slices.DeleteFunc(c.call.GetTransfers(), func(x *callv1.Transfer) bool { return x == t })
}

// completeTransfer lets a leg that has answered take the place that it was asked into.
func (c *change) completeTransfer(l *callv1.Leg) error {
	t := c.waitingFor(l)
	if t == nil {
		return nil
	}
	c.dropTransfer(t)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_TransferCompleted{TransferCompleted: &callv1.TransferCompleted{Transfer: t}}})
	_, err := c.apply(replaced, broker, c.leg(t.GetTransferorLegId()))
	return err
}

// failTransfer gives up the transfer that waited for a leg which ends.
func (c *change) failTransfer(l *callv1.Leg) {
	t := c.waitingFor(l)
	if t == nil || c.offered(l) {
		return
	}
	c.dropTransfer(t)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_TransferFailed{TransferFailed: &callv1.TransferFailed{Transfer: t, Outcome: l.GetOutcome()}}})
}

// consultative puts the other party of a second call into this one, and ends the second.
func (c *change) consultative(own *callv1.Leg, consultationID string) (*callv1.Transfer, error) {
	if canonical(consultationID) == c.call.GetCallId() {
		return nil, reason.New(typev1.Reason_REASON_INVALID_FIELD, "the consultation is another call than the one to transfer").
			Field("consultation_call_id", "must not be call_id")
	}
	second, ownThere, err := takeForTransfer(c.tx, consultationID, c.context)
	if err != nil {
		return nil, err
	}
	partner, err := second.partner(ownThere)
	if err != nil {
		return nil, err
	}
	target, err := identifier.Parse(rawID(partner))
	if err != nil {
		return nil, err
	}
	if second.call.GetResourceId() != c.call.GetResourceId() {
		return nil, reason.New(typev1.Reason_REASON_FOREIGN_OWNER, "the two calls belong to different resources")
	}
	p, err := c.newcomer(target, own)
	if err != nil {
		return nil, err
	}
	joining := proto.CloneOf(partner)
	for _, l := range second.livings() {
		if _, err := second.apply(replaced, broker, l); err != nil {
			return nil, err
		}
	}
	if err := second.done(); err != nil {
		return nil, err
	}
	return c.replace(own, p, joining, second.call.GetCallId())
}

// partner is the one with whom a leg is alone in a call, both having answered.
func (c *change) partner(own *callv1.Leg) (*callv1.Leg, error) {
	legs := c.livings()
	if len(legs) != 2 || !hasAnswered(legs[0]) || !hasAnswered(legs[1]) {
		return nil, reason.New(typev1.Reason_REASON_CALL_STATE, "call %s is no conversation of two who have both answered", c.call.GetCallId()).
			With("state", states[c.call.GetState()]).With("call_id", c.call.GetCallId())
	}
	if legs[0] == own {
		return legs[1], nil
	}
	return legs[0], nil
}

// replace puts a party that need not ring in the place of a leg.
func (c *change) replace(own *callv1.Leg, p party, joining *callv1.Leg, consultationID string) (*callv1.Transfer, error) {
	t := c.begin(own, p, consultationID)
	l := c.join(p, &callv1.Leg{
		Direction: callv1.LegDirection_LEG_DIRECTION_INCOMING, InvitedBy: own.GetIdentifier(), DisplayName: joining.GetDisplayName(),
		MediaMode: joining.GetMediaMode(), RequireAcknowledgement: joining.GetRequireAcknowledgement(),
		Muted: joining.GetMuted(), MutedBy: joining.GetMutedBy(),
	})
	c.pickUp(l, joining.GetDeviceId(), p.id.Raw())
	if err := c.completeTransfer(l); err != nil {
		return nil, err
	}
	if err := c.settle(); err != nil {
		return nil, err
	}
	c.inform(l)
	return t, c.commit()
}
