package call

import (
	"context"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store/key"
)

// AddParticipants calls more parties into a call that has been answered.
func (s *Service) AddParticipants(ctx context.Context, c access.Caller, r *callv1.AddParticipantsRequest) (*callv1.AddParticipantsResponse, error) {
	if err := checkContext(r.GetCustomContext()); err != nil {
		return nil, err
	}
	targets, err := readTargets(access.Caller{}, r.GetTargets())
	if err != nil {
		return nil, err
	}
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_AddParticipants_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.AddParticipantsResponse, error) {
		c, _, _, err := takeFor(tx, addParticipants, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		// Where the worlds meet already, nobody can be added unless all tenants have lifted that.
		if err := c.mayGrow(); err != nil {
			return nil, err
		}
		d, err := decide(tx, c.call.GetResourceId(), targets, c.mayAdd)
		if err != nil {
			return nil, err
		}
		response := &callv1.AddParticipantsResponse{RefusedTargets: d.refused}
		in := invitation{ring: orElse(r.GetRingTimeout(), s.times.Ring).AsDuration(), context: r.GetCustomContext(), by: tx.Caller.User.Proto()}
		for _, p := range d.admitted {
			l, err := c.invite(p, in)
			if err != nil {
				return nil, err
			}
			response.Legs = append(response.Legs, l)
		}
		if len(d.admitted) > 0 {
			if err := c.done(); err != nil {
				return nil, err
			}
		}
		response.Commit = tx.Commit()
		return response, nil
	})
}

// mayGrow refuses to add to a call with a tenant that has not lifted that.
func (c *change) mayGrow() error {
	return c.lifted(c.tenants(), (*policyv1.InteropCapabilities).GetGroupCalls, typev1.Reason_REASON_INTEROP_GROUP_CALL)
}

// mayAdd refuses a party whom the caller may not add, after some others.
func (c *change) mayAdd(p party, others int) error {
	if l := c.legOf(p.id.Raw()); l != nil && live(l) {
		return reason.New(typev1.Reason_REASON_PARTICIPANT_EXISTS, "%s is in the call, or rings already", p.id)
	}
	if err := c.checkRoom(others + 1); err != nil {
		return err
	}
	if err := mayGroup(c.tx, c.call.GetResourceId(), p.tenantID); err != nil {
		return err
	}
	if !c.tx.Caller.User.OfTenant() || p.tenantID != "" {
		return nil
	}
	capabilities, err := policy.Capabilities(c.tx, c.tx.Caller.TenantID)
	if err != nil || capabilities.GetTeamsUsersAddExternal() {
		return err
	}
	return policy.Refusal(typev1.Reason_REASON_INTEROP_ADD_PARTICIPANT, c.call.GetResourceId(), c.tx.Caller.TenantID, "")
}
