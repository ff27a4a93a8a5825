package call_test

import (
	"testing"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// queue makes a call queue with agents.
func (w *world) queue(agents ...access.Caller) access.Caller {
	w.t.Helper()
	id := identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, "07000000-0000-4000-8000-000000000001")
	a := &directoryv1.VoiceApplication{TenantId: tenantID, AppId: id.Local(), Identifier: id.Proto()}
	for _, agent := range agents {
		a.AgentUserIds = append(a.AgentUserIds, agent.User.Local())
	}
	w.set(key.VoiceApplication(tenantID, id.Local()), &recordv1.VoiceApplication{Application: a})
	w.must(w.ledger.Store().Update(w.ctx, func(tx store.Tx) error { tx.Set(key.TenantOf(id.Local()), []byte(tenantID)); return nil }))
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_USER, TenantID: tenantID, User: id}
}

func TestAgentsOfAQueueRingInTurnEachForItsTime(t *testing.T) {
	w := newWorld(t)
	a, one, two := w.user(1), w.teamsUser(1), w.teamsUser(2)
	id := w.start(a, external, w.queue(one, two)).GetCallId()
	for i, agent := range []access.Caller{one, two} {
		legs := w.stored(id).GetCall().GetLegs()
		if l := legs[len(legs)-1]; len(legs) != 3+i || l.GetIdentifier().GetRawId() != agent.User.Raw() || l.GetState() != callv1.LegState_LEG_STATE_RINGING {
			t.Fatalf("agent %d: the legs are %v", i, legs)
		}
		w.pass(time.Minute)
	}
	got := w.stored(id)
	if got.GetCall().GetOutcome() != callv1.Outcome_OUTCOME_UNREACHABLE || len(got.GetQueues()) > 0 || len(w.timers()) > 0 {
		t.Errorf("nobody answered: %v", got)
	}
}

func TestTransferToAQueueWaitsForTheAgentWhoAnswers(t *testing.T) {
	w := newWorld(t)
	w.federate(true, true)
	a, b, one, two := w.user(1), w.user(2), w.teamsUser(1), w.teamsUser(2)
	id := w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	_, err := w.TransferCall(w.ctx, a, &callv1.TransferCallRequest{CallId: id, Destination: &callv1.TransferCallRequest_Target{Target: w.queue(one, two).User.Proto()}})
	w.must(err)
	w.pass(time.Minute)
	w.answer(two, external, id)
	got := w.stored(id).GetCall()
	if l := got.GetLegs(); l[0].GetEndCause() != callv1.EndCause_END_CAUSE_TRANSFERRED || got.GetState() != callv1.CallState_CALL_STATE_CONNECTED || len(got.GetTransfers()) > 0 {
		t.Errorf("the call is %v", got)
	}
}

func TestTransferToAQueueFailsWithItsLastAgent(t *testing.T) {
	w := newWorld(t)
	w.federate(true, true)
	a, b, one, two := w.user(1), w.user(2), w.teamsUser(1), w.teamsUser(2)
	id := w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	_, err := w.TransferCall(w.ctx, a, &callv1.TransferCallRequest{CallId: id, Destination: &callv1.TransferCallRequest_Target{Target: w.queue(one, two).User.Proto()}})
	w.must(err)
	w.pass(time.Minute)
	w.pass(time.Minute)
	failures := 0
	for _, e := range w.events()[id] {
		if e.GetTransferFailed() != nil {
			failures++
		}
	}
	if got := w.stored(id).GetCall(); failures != 1 || len(got.GetTransfers()) > 0 || got.GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("%d failures, and the call is %v", failures, got)
	}
}

func TestAQueueDoesNotRingAnAgentWhoIsCalledAnyway(t *testing.T) {
	w := newWorld(t)
	w.federate(true, true)
	one, two := w.teamsUser(1), w.teamsUser(2)
	var names []string
	for _, l := range w.start(w.user(1), external, w.queue(one, two), one).GetLegs() {
		if l.GetState() == callv1.LegState_LEG_STATE_RINGING {
			names = append(names, l.GetIdentifier().GetRawId())
		}
	}
	if len(names) != 2 || names[0] != one.User.Raw() || names[1] != two.User.Raw() {
		t.Errorf("there ring %q", names)
	}
}

func TestRoutingMakesNoGroupThatIsNotLifted(t *testing.T) {
	tests := map[string]func(w *world, id string, b access.Caller, teams *typev1.CommunicationIdentifier) error{
		"by redirection": func(w *world, id string, b access.Caller, teams *typev1.CommunicationIdentifier) error {
			_, err := w.RedirectCall(w.ctx, b, &callv1.RedirectCallRequest{CallId: id, Target: teams})
			return err
		},
		"by transfer": func(w *world, id string, b access.Caller, teams *typev1.CommunicationIdentifier) error {
			w.answer(b, external, id)
			_, err := w.TransferCall(w.ctx, b, &callv1.TransferCallRequest{CallId: id, Destination: &callv1.TransferCallRequest_Target{Target: teams}})
			return err
		},
	}
	for name, bring := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			a, b, c, teams := w.user(1), w.user(2), w.user(3), w.teamsUser(1)
			w.lift(&policyv1.InteropCapabilities{Routing: true})
			pair, group := w.start(a, external, b).GetCallId(), w.start(a, external, b, c).GetCallId()
			if err := bring(w, group, b, teams.User.Proto()); !reason.Is(err, typev1.Reason_REASON_INTEROP_GROUP_CALL) {
				t.Errorf("into a call of three: %v", err)
			}
			if err := bring(w, pair, b, teams.User.Proto()); err != nil {
				t.Errorf("into a call of two: %v", err)
			}
		})
	}
}

func TestAQueueStopsOfferingWhereGroupsAreNotLiftedAnyMore(t *testing.T) {
	w := newWorld(t)
	w.federate(true, true)
	id := w.start(w.user(1), external, w.user(2), w.queue(w.teamsUser(1), w.teamsUser(2))).GetCallId()
	w.federate(true, false)
	for _, l := range w.stored(id).GetCall().GetLegs() {
		if l.GetState() == callv1.LegState_LEG_STATE_RINGING && l.GetIdentifier().GetTeamsUser() != nil {
			t.Errorf("there still rings %v", l)
		}
	}
}

// A queue that has nobody to offer the call to rings itself, and its connector answers as a principal of its own.
func TestAQueueWithNobodyToAskRingsItself(t *testing.T) {
	tests := []struct {
		name   string
		agents func(w *world) []access.Caller
	}{
		{"no agents", func(*world) []access.Caller { return nil }},
		{"an agent who cannot be called", func(w *world) []access.Caller {
			agent := w.teamsUser(1)
			w.set(key.TenantUser(tenantID, agent.User.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{
				TenantId: tenantID, UserId: agent.User.Local(), Cloud: typev1.Cloud_CLOUD_PUBLIC, Identifier: agent.User.Proto(),
				CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS,
			}})
			return []access.Caller{agent}
		}},
		{"an agent who is gone", func(*world) []access.Caller {
			return []access.Caller{{User: identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, "06000000-0000-4000-8000-000000000099")}}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			a, queue := w.user(1), w.queue(tt.agents(w)...)
			id := w.start(a, external, queue).GetCallId()
			w.answer(queue, external, id)
			if got := w.stored(id).GetCall(); got.GetState() != callv1.CallState_CALL_STATE_CONNECTED || len(got.GetLegs()) != 2 || got.GetLegs()[1].GetIdentifier().GetRawId() != queue.User.Raw() {
				t.Errorf("the call is %v", got)
			}
		})
	}
}
