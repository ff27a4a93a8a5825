package api_test

import (
	"strings"
	"testing"

	"google.golang.org/grpc/codes"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

func TestTransfers(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.caller(), w.caller(), w.caller()
	fromB := b.listen("")
	call := a.call(b)
	b.answer(call)
	transfer := func() error {
		_, err := a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_Target{Target: raw(c.id)}})
		return err
	}
	must(t, transfer())
	wantReason(t, transfer(), codes.FailedPrecondition, "CALL_STATE")
	_, err := c.RejectCall(t.Context(), &callv1.RejectCallRequest{CallId: call.GetCallId()})
	must(t, err)
	must(t, transfer())
	c.answer(call)
	b.hangUp(call)
	wantEvents(t, "the party that stays", fromB.until("ended COMPLETED"), "ringing 2, answered 2, CONNECTING, connected 1, connected 2, CONNECTED, "+
		"transfer_started, ringing 3, left 3 DECLINED REJECTED, transfer_failed, "+
		"transfer_started, ringing 4, answered 4, transfer_completed, left 1 COMPLETED TRANSFERRED, connected 4, left 2 COMPLETED HUNG_UP, left 4 COMPLETED ALONE, ended COMPLETED")
}

func TestConsultativeTransfer(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.caller(), w.caller(), w.caller()
	fromC := c.listen("")
	call := a.call(b)
	b.answer(call)
	second := a.call(c)
	_, err := a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_ConsultationCallId{ConsultationCallId: second.GetCallId()}})
	wantReason(t, err, codes.FailedPrecondition, "CALL_STATE")
	c.answer(second)
	r, err := a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_ConsultationCallId{ConsultationCallId: strings.ToUpper(second.GetCallId())}})
	must(t, err)
	if r.GetTransfer().GetConsultationCallId() != second.GetCallId() {
		t.Errorf("the transfer is %v", r.GetTransfer())
	}
	got := a.get(call)
	if got.GetState() != callv1.CallState_CALL_STATE_CONNECTED || got.GetLegs()[0].GetEndCause() != callv1.EndCause_END_CAUSE_TRANSFERRED || rawOf(got.GetLegs()[2]) != c.id {
		t.Errorf("the call is %v", got)
	}
	if got := a.get(second); got.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED || got.GetEndCause() != callv1.EndCause_END_CAUSE_TRANSFERRED {
		t.Errorf("the second call is %v", got)
	}
	b.hangUp(call)
	fromC.until("ended COMPLETED")
	wantEvents(t, "the target", fromC.until("ended COMPLETED"), "answered 3, transfer_completed, left 1 COMPLETED TRANSFERRED, connected 3, left 2 COMPLETED HUNG_UP, left 3 COMPLETED ALONE, ended COMPLETED")
}

func rawOf(l *callv1.Leg) string { return l.GetIdentifier().GetRawId() }

func TestRedirection(t *testing.T) {
	w := newWorld(t)
	a := w.caller()
	at := w.caller()
	call := a.call(at)
	redirect := func(to *caller) error {
		_, err := at.RedirectCall(t.Context(), &callv1.RedirectCallRequest{CallId: call.GetCallId(), Target: raw(to.id)})
		return err
	}
	wantReason(t, redirect(a), codes.AlreadyExists, "PARTICIPANT_EXISTS")
	for range 5 {
		next := w.caller()
		must(t, redirect(next))
		at = next
	}
	wantReason(t, redirect(w.caller()), codes.FailedPrecondition, "TOO_MANY_REDIRECTIONS")
	at.answer(call)
	wantReason(t, redirect(w.caller()), codes.FailedPrecondition, "CALL_ALREADY_ANSWERED")
	if got := a.hangUp(call); got.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED || got.GetLegs()[1].GetEndCause() != callv1.EndCause_END_CAUSE_REDIRECTED {
		t.Errorf("the call ended as %v", got)
	}
}

// application makes a voice application of the tenant.
func (w *world) application(kind directoryv1.VoiceApplicationType, agents ...string) string {
	w.t.Helper()
	r, err := directoryv1.NewDirectoryServiceClient(w.admin).CreateVoiceApplication(w.t.Context(), &directoryv1.CreateVoiceApplicationRequest{
		Application: &directoryv1.VoiceApplication{Type: kind, DisplayName: "Line", AgentUserIds: agents},
	})
	must(w.t, err)
	return r.GetApplication().GetIdentifier().GetRawId()
}

func TestCallQueueOffersToItsAgentsInTurn(t *testing.T) {
	w := newWorld(t)
	queue := w.application(directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE, otherOID, teamsOID)
	a, first, second := w.caller(), w.ofTenant(bob), w.ofTenant(ada)
	fromA := a.listen("")
	call := a.call(&caller{id: queue})
	_, err := first.RejectCall(t.Context(), &callv1.RejectCallRequest{CallId: call.GetCallId(), RejectReason: callv1.RejectReason_REJECT_REASON_BUSY})
	must(t, err)
	second.answer(call)
	a.hangUp(call)
	wantEvents(t, "the caller", fromA.until("ended COMPLETED"), "started, ringing 2, call_redirected, ringing 3, left 2 DECLINED REDIRECTED, left 3 BUSY REJECTED, ringing 4, "+
		"answered 4, CONNECTING, connected 1, connected 4, CONNECTED, left 1 COMPLETED HUNG_UP, left 4 COMPLETED ALONE, ended COMPLETED")
	call = a.call(&caller{id: queue})
	for _, agent := range []*caller{first, second} {
		_, err := agent.RejectCall(t.Context(), &callv1.RejectCallRequest{CallId: call.GetCallId(), RejectReason: callv1.RejectReason_REJECT_REASON_BUSY})
		must(t, err)
	}
	if got := a.get(call); got.GetOutcome() != callv1.Outcome_OUTCOME_BUSY {
		t.Errorf("with nobody left the call ends as %v", got)
	}
}

func TestAutoAttendantAnswersAndSendsTheCallOn(t *testing.T) {
	w := newWorld(t)
	id := w.application(directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_AUTO_ATTENDANT)
	a, attendant, teams := w.caller(), w.ofTenant(id), w.ofTenant(ada)
	call := a.call(attendant)
	attendant.answer(call)
	_, err := attendant.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_Target{Target: raw(ada)}})
	must(t, err)
	attendant.hangUp(call)
	teams.answer(call)
	if got := a.get(call); got.GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("the call is %v", got)
	}
}

// TestRoutingOfInteropCallsOnlyWhereLifted: neither a transfer nor a redirection between the worlds, unless the tenant lifts that.
func TestRoutingOfInteropCallsOnlyWhereLifted(t *testing.T) {
	tests := []struct {
		name  string
		route func(a, teams, other *caller, call *callv1.Call) error
	}{
		{"a transfer", func(a, _, other *caller, call *callv1.Call) error {
			_, err := a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_Target{Target: raw(other.id)}})
			return err
		}},
		{"a redirection", func(_, teams, other *caller, call *callv1.Call) error {
			_, err := teams.RedirectCall(t.Context(), &callv1.RedirectCallRequest{CallId: call.GetCallId(), Target: raw(other.id)})
			return err
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			a, teams, other := w.caller(), w.ofTenant(ada), w.ofTenant(bob)
			call := a.call(teams)
			if tt.name == "a transfer" {
				teams.answer(call)
			}
			wantReason(t, tt.route(a, teams, other, call), codes.PermissionDenied, "INTEROP_ROUTING")
			w.federate(true, func(c *policyv1.InteropCapabilities) { c.Routing = true })
			must(t, tt.route(a, teams, other, call))
			other.answer(call)
			if got := other.get(call); got.GetState() != callv1.CallState_CALL_STATE_CONNECTING && got.GetState() != callv1.CallState_CALL_STATE_CONNECTED {
				t.Errorf("the call that was sent on is %v", got)
			}
		})
	}
}
