package call

import (
	"context"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// StartCall calls one party or several, or answers the call that the one party is making to the caller.
func (s *Service) StartCall(ctx context.Context, c access.Caller, r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	if err := checkContext(r.GetCustomContext()); err != nil {
		return nil, err
	}
	targets, err := readTargets(c, r.GetTargets())
	if err != nil {
		return nil, err
	}
	resourceID, err := home(c, targets)
	if err != nil {
		return nil, err
	}
	if err := s.meter(c, ""); err != nil {
		return nil, err
	}
	return ledger.Do(ctx, s.ledger, write(c, callv1.CallService_StartCall_FullMethodName, r), func(tx *ledger.Tx) (*callv1.StartCallResponse, error) {
		caller, err := callerParty(tx, resourceID)
		if err != nil {
			return nil, err
		}
		if len(targets) == 1 {
			existing, err := glare(tx, targets[0])
			if err != nil {
				return nil, err
			}
			if existing != nil {
				return existing.answerInstead(r)
			}
		}
		d, err := decide(tx, resourceID, targets, func(p party, _ int) error { return mayStartGroup(tx, resourceID, len(targets), caller, p) })
		if err != nil {
			return nil, err
		}
		if len(d.admitted) == 0 {
			return nil, d.first
		}
		return s.start(tx, resourceID, caller, d, r)
	})
}

// home returns the resource that a new call belongs to: the caller's or, where a party of a tenant calls, the one of the
// communication users that it calls.
func home(c access.Caller, targets []identifier.ID) (string, error) {
	if c.ResourceID != "" {
		return c.ResourceID, nil
	}
	for _, id := range targets {
		if id.Kind() == identifier.CommunicationUser {
			return id.Resource(), nil
		}
	}
	return "", reason.New(typev1.Reason_REASON_PARTICIPANT_KIND_UNSUPPORTED, "a Teams user calls at least one communication user: calls within a tenant are none of this broker's")
}

// callerParty is the caller as a party, if policy lets it call at all.
func callerParty(tx *ledger.Tx, resourceID string) (party, error) {
	p := party{id: tx.Caller.User, tenantID: tx.Caller.TenantID}
	if !p.id.OfTenant() {
		return p, nil
	}
	err := allowed(tx, resourceID, p.tenantID, p.id)
	if reason.Is(err, typev1.Reason_REASON_RESOURCE_NOT_FOUND) {
		return p, reason.New(typev1.Reason_REASON_CALLEE_UNREACHABLE, "there is no resource %s, or it was deleted: check the ids", resourceID)
	}
	if err != nil {
		return p, err
	}
	found, err := directory.Locate(tx, p.id)
	if err != nil {
		return p, err
	}
	p.name = found.DisplayName
	return p, nil
}

// mayStartGroup refuses a target of a call to several where the worlds meet, unless that is lifted.
func mayStartGroup(tx store.ReadTx, resourceID string, targets int, caller, p party) error {
	if targets == 1 {
		return nil
	}
	if err := mayGroup(tx, resourceID, caller.tenantID); err != nil {
		return err
	}
	return mayGroup(tx, resourceID, p.tenantID)
}

// glare finds the call in which a target calls the caller, and only the caller.
func glare(tx *ledger.Tx, target identifier.ID) (*change, error) {
	for pair, err := range tx.Scan(key.RingingOf(tx.Caller.User.Raw())) {
		if err != nil {
			return nil, err
		}
		c, err := load(tx, key.LastText(pair.Key))
		if err != nil {
			return nil, err
		}
		if legs := c.call.GetLegs(); len(legs) == 2 && live(legs[0]) && rawID(legs[0]) == target.Raw() {
			return c, nil
		}
	}
	return nil, nil
}

// answerInstead answers a call rather than starting another.
func (c *change) answerInstead(r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	c.context = r.GetOperationContext()
	l := c.legOf(c.tx.Caller.User.Raw())
	if err := c.answer(l, device{
		id: r.GetDeviceId(), name: r.GetDisplayName(), media: r.GetMediaMode(), acknowledges: r.GetRequireAcknowledgement(),
	}); err != nil {
		return nil, err
	}
	return &callv1.StartCallResponse{Call: c.call, LegId: l.GetLegId(), AnsweredExisting: true, Notices: c.notices, Commit: c.tx.Commit()}, nil
}

// start writes a new call: the fact itself, then who rings.
func (s *Service) start(tx *ledger.Tx, resourceID string, caller party, d decision, r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	callID, err := newID(tx)
	if err != nil {
		return nil, err
	}
	c := &change{tx: tx, context: r.GetOperationContext(), record: &recordv1.Call{
		ConnectTimeout: s.times.Connect.Microseconds(), LostGrace: s.times.LostGrace.Microseconds(),
	}, call: &callv1.Call{
		CallId: callID, ResourceId: resourceID, State: callv1.CallState_CALL_STATE_RINGING, Source: caller.id.Proto(),
		CustomContext: r.GetCustomContext(), OperationContext: r.GetOperationContext(), CreateTime: stamp(tx.Now),
		RingTimeout: orElse(r.GetRingTimeout(), s.times.Ring), MaxDuration: orElse(r.GetMaxDuration(), defaultDuration),
	}}
	c.record.Call = c.call
	tx.Set(key.ResourceCall(resourceID, callID), nil)
	tx.Set(key.LiveCall(resourceID, callID), nil)
	own := c.source(caller, d.admitted, r)
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_CallStarted{CallStarted: &callv1.CallStarted{Call: c.call}}}, caller.id.Raw())
	in := invitation{ring: c.call.GetRingTimeout().AsDuration(), context: r.GetCustomContext(), by: caller.id.Proto()}
	for _, p := range d.admitted {
		if _, err := c.invite(p, in); err != nil {
			return nil, err
		}
	}
	if err := c.done(); err != nil {
		return nil, err
	}
	return &callv1.StartCallResponse{Call: c.call, LegId: own.GetLegId(), RefusedTargets: d.refused, Commit: tx.Commit()}, nil
}

// source gives the caller of a new call its leg.
func (c *change) source(caller party, targets []party, r *callv1.StartCallRequest) *callv1.Leg {
	name := r.GetDisplayName()
	for _, p := range targets {
		if name == "" && p.tenantID != "" && !caller.id.OfTenant() {
			name = external
		}
	}
	return c.join(caller, &callv1.Leg{
		Direction: callv1.LegDirection_LEG_DIRECTION_OUTGOING, State: callv1.LegState_LEG_STATE_CONNECTING,
		DisplayName: name, DeviceId: r.GetDeviceId(), MediaMode: r.GetMediaMode(),
		RequireAcknowledgement: r.GetRequireAcknowledgement(), AnswerTime: stamp(c.tx.Now),
	})
}

func orElse(d *durationpb.Duration, usual time.Duration) *durationpb.Duration {
	if d == nil {
		return durationpb.New(usual)
	}
	return d
}

// GetCall returns a call that the caller is or was in.
func (s *Service) GetCall(ctx context.Context, c access.Caller, r *callv1.GetCallRequest) (*callv1.GetCallResponse, error) {
	response := &callv1.GetCallResponse{}
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		stored, err := look(tx, c, r.GetCallId())
		response.Call = stored.GetCall()
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// exists reads a call that an index names.
func exists(tx store.ReadTx, pair store.Pair) (*callv1.Call, error) {
	stored, err := record.Get[recordv1.Call](tx, key.Call(key.LastText(pair.Key)))
	return stored.GetCall(), err
}
