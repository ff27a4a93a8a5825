package call

import (
	"context"
	"slices"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store/key"
)

// RedirectCall sends an incoming call on to somebody else.
func (s *Service) RedirectCall(ctx context.Context, c access.Caller, r *callv1.RedirectCallRequest) (*callv1.RedirectCallResponse, error) {
	if err := checkContext(r.GetCustomContext()); err != nil {
		return nil, err
	}
	target, err := readTarget(c, r.GetTarget(), "target")
	if err != nil {
		return nil, err
	}
	if err := s.meter(c, r.GetCallId()); err != nil {
		return nil, err
	}
	w := write(c, callv1.CallService_RedirectCall_FullMethodName, r, key.Call(canonical(r.GetCallId())))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*callv1.RedirectCallResponse, error) {
		c, own, m, err := takeFor(tx, redirect, r.GetCallId(), r.GetOperationContext())
		if err != nil {
			return nil, err
		}
		if c.record.GetRedirections() >= MaxRedirections {
			return nil, reason.New(typev1.Reason_REASON_TOO_MANY_REDIRECTIONS, "the call was redirected %d times, as often as it may be", MaxRedirections)
		}
		p, err := c.newcomer(target, own)
		if err != nil {
			return nil, err
		}
		c.record.Redirections++
		c.passOn(own, p)
		l, err := c.invite(p, invitation{ring: orElse(r.GetRingTimeout(), s.times.Ring).AsDuration(), context: r.GetCustomContext(), by: tx.Caller.User.Proto()})
		if err != nil {
			return nil, err
		}
		c.dropQueue(own)
		c.end(own, m)
		c.first = nil // the one that rings instead decides
		if err := c.done(); err != nil {
			return nil, err
		}
		return &callv1.RedirectCallResponse{Leg: l, Commit: tx.Commit()}, nil
	})
}

// newcomer admits somebody to whom the caller sends the call on, or who takes the place of its leg.
func (c *change) newcomer(target identifier.ID, instead *callv1.Leg) (party, error) {
	if l := c.legOf(target.Raw()); l != nil && live(l) {
		return party{}, reason.New(typev1.Reason_REASON_PARTICIPANT_EXISTS, "%s is in the call, or rings already", target)
	}
	if err := c.checkRoom(1); err != nil {
		return party{}, err
	}
	p, err := admit(c.tx, c.call.GetResourceId(), target)
	if err != nil {
		return party{}, err
	}
	if err := c.mayRoute(p); err != nil {
		return party{}, err
	}
	return p, c.mayJoin(p, instead)
}

// mayJoin refuses to bring a party in, in the place of a leg, where that makes or leaves more than two and the worlds meet,
// unless all tenants have lifted that. Who waits to take another's place does not count.
func (c *change) mayJoin(p party, instead *callv1.Leg) error {
	others := slices.DeleteFunc(c.livings(), func(l *callv1.Leg) bool { return l == instead })
	if len(others)-len(c.call.GetTransfers()) < 2 {
		return nil
	}
	if err := c.mayGrow(); err != nil {
		return err
	}
	return mayGroup(c.tx, c.call.GetResourceId(), p.tenantID)
}

// mayRoute refuses to send a call on where the worlds meet, unless every tenant in it has lifted that, or a voice application
// sends it on within its own tenant.
func (c *change) mayRoute(p party) error {
	caller := c.tx.Caller
	if caller.User.Kind() == identifier.VoiceApplication && p.tenantID == caller.TenantID {
		return nil
	}
	tenants := c.tenants()
	if p.tenantID != "" {
		tenants = append(tenants, p.tenantID)
	}
	return c.lifted(tenants, (*policyv1.InteropCapabilities).GetRouting, typev1.Reason_REASON_INTEROP_ROUTING)
}

// lifted refuses with a reason unless all the tenants have lifted a rule.
func (c *change) lifted(tenants []string, capability func(*policyv1.InteropCapabilities) bool, why typev1.Reason) error {
	for _, t := range tenants {
		capabilities, err := policy.Capabilities(c.tx, t)
		if err != nil {
			return err
		}
		if !capability(capabilities) {
			return policy.Refusal(why, c.call.GetResourceId(), t, "")
		}
	}
	return nil
}

// retarget makes a transfer that waits for a leg wait for a party that is about to ring.
func (c *change) retarget(l *callv1.Leg, p party) {
	if t := c.waitingFor(l); t != nil {
		t.TargetLegId, t.Target = c.nextLegID(), p.id.Proto()
	}
}

// passOn tells that a party is about to ring in place of a leg.
func (c *change) passOn(l *callv1.Leg, p party) {
	c.retarget(l, p)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_CallRedirected{CallRedirected: &callv1.CallRedirected{
		LegId: l.GetLegId(), TargetLegId: c.nextLegID(),
	}}})
}
