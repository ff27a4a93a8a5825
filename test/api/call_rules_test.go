package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

const (
	ada = "8:orgid:" + teamsOID
	bob = "8:orgid:" + otherOID
)

func (c *caller) try(targets ...string) error {
	r := &callv1.StartCallRequest{}
	for _, id := range targets {
		r.Targets = append(r.Targets, raw(id))
	}
	_, err := c.StartCall(c.ctx(), r)
	return err
}

func (c *caller) add(call *callv1.Call, ids ...string) (*callv1.AddParticipantsResponse, error) {
	r := &callv1.AddParticipantsRequest{CallId: call.GetCallId()}
	for _, id := range ids {
		r.Targets = append(r.Targets, raw(id))
	}
	return c.AddParticipants(c.ctx(), r)
}

func TestCallsThatAreRefused(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	missing := "8:acs:" + w.Credentials.ResourceID + "_99999999-0000-4000-8000-000000000001"
	foreign := "8:acs:99999999-0000-4000-8000-000000000000_99999999-0000-4000-8000-000000000001"
	teams := w.ofTenant(ada)
	tests := []struct {
		name   string
		err    error
		code   codes.Code
		reason string
	}{
		{"nobody", a.try(), codes.InvalidArgument, "INVALID_FIELD"},
		{"oneself", a.try(a.id), codes.InvalidArgument, "CALL_TO_SELF"},
		{"one twice", a.try(b.id, b.id), codes.InvalidArgument, "PARTICIPANT_REPEATED"},
		{"an unknown user", a.try(missing), codes.FailedPrecondition, "CALLEE_UNREACHABLE"},
		{"an unknown Teams user", a.try("8:orgid:" + unknownOID), codes.FailedPrecondition, "CALLEE_UNREACHABLE"},
		{"an unknown application", a.try("28:orgid:" + unknownOID), codes.FailedPrecondition, "CALLEE_UNREACHABLE"},
		{"a user of another resource", a.try(foreign), codes.PermissionDenied, "FOREIGN_OWNER"},
		{"a telephone", a.try("4:+15551234567"), codes.FailedPrecondition, "PHONE_NUMBER_UNSUPPORTED"},
		{"a visitor", a.try("8:teamsvisitor:x"), codes.InvalidArgument, "PARTICIPANT_KIND_UNSUPPORTED"},
		{"Teams users among themselves", teams.try(bob), codes.InvalidArgument, "PARTICIPANT_KIND_UNSUPPORTED"},
		{"two from a Teams user", teams.try(a.id, b.id), codes.PermissionDenied, "INTEROP_GROUP_CALL"},
		{"two Teams users", a.try(ada, bob), codes.PermissionDenied, "INTEROP_GROUP_CALL"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantReason(t, tt.err, tt.code, tt.reason) })
	}
	_, err := a.StartCall(t.Context(), &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{raw(b.id)}, CustomContext: map[string]string{"k": strings.Repeat("x", 4096)},
	})
	wantReason(t, err, codes.InvalidArgument, "CUSTOM_CONTEXT_TOO_LARGE")
	r, err := a.StartCall(t.Context(), &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{raw(b.id), raw(missing)}})
	must(t, err)
	if len(r.GetRefusedTargets()) != 1 || r.GetRefusedTargets()[0].GetReason() != "CALLEE_UNREACHABLE" || len(r.GetCall().GetLegs()) != 2 {
		t.Errorf("of two targets, one unknown: %v", r)
	}
	w.federate(false)
	wantReason(t, a.try(ada), codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
	wantReason(t, teams.try(a.id), codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
}

func TestCallsThatDoNotExistForTheCaller(t *testing.T) {
	w := newWorld(t)
	a, b, stranger := w.caller(), w.caller(), w.caller()
	call := a.call(b)
	id := call.GetCallId()
	_, err := stranger.GetCall(t.Context(), &callv1.GetCallRequest{CallId: id})
	wantReason(t, err, codes.NotFound, "CALL_NOT_FOUND")
	_, err = stranger.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: id})
	wantReason(t, err, codes.NotFound, "CALL_NOT_FOUND")
	stream, err := stranger.Subscribe(t.Context(), &callv1.SubscribeRequest{CallIds: []string{id}})
	must(t, err)
	_, err = stream.Recv()
	wantReason(t, err, codes.NotFound, "CALL_NOT_FOUND")
	_, err = a.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: id})
	wantReason(t, err, codes.FailedPrecondition, "CALL_STATE")
	_, err = b.HangUp(t.Context(), &callv1.HangUpRequest{CallId: id})
	wantReason(t, err, codes.FailedPrecondition, "CALL_STATE")
	b.answer(call)
	_, err = b.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: id})
	wantReason(t, err, codes.FailedPrecondition, "CALL_ALREADY_ANSWERED")
	a.hangUp(call)
	_, err = b.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: id})
	wantReason(t, err, codes.FailedPrecondition, "CALL_ENDED")
	_, err = b.RejectCall(t.Context(), &callv1.RejectCallRequest{CallId: id})
	wantReason(t, err, codes.FailedPrecondition, "CALL_ENDED")
}

func TestRingingIsBounded(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	for range 16 {
		must(t, a.try(b.id))
	}
	for range 50 {
		wantReason(t, a.try(b.id), codes.ResourceExhausted, "TOO_MANY_CALLS")
	}
	list, err := a.ListCalls(t.Context(), &callv1.ListCallsRequest{PageSize: 200})
	must(t, err)
	ids := make([]string, 0, 16)
	for _, c := range list.GetCalls() {
		ids = append(ids, c.GetCallId())
	}
	if len(ids) != 16 || !slices.IsSortedFunc(ids, func(x, y string) int { return strings.Compare(y, x) }) {
		t.Errorf("listed %q", ids)
	}
	a.hangUp(list.GetCalls()[0])
	must(t, a.try(b.id))
}

func TestSignalsTakeTurnsAndAreBounded(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.caller(), w.caller(), w.caller()
	call := a.call(b, c)
	send := func(from *caller, to string, s *callv1.Signal) error {
		s.ToLegId = to
		_, err := from.SendSignal(t.Context(), &callv1.SendSignalRequest{CallId: call.GetCallId(), Signal: s})
		return err
	}
	offer := func() *callv1.Signal {
		return &callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}}
	}
	answer := func(n int64) *callv1.Signal {
		return &callv1.Signal{Content: &callv1.Signal_Answer{Answer: &callv1.SessionAnswer{Sdp: "a", OfferSequence: n}}}
	}
	candidate := func() *callv1.Signal {
		return &callv1.Signal{Content: &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: "c"}}}
	}
	wantReason(t, send(a, "2", offer()), codes.FailedPrecondition, "CALL_STATE")
	b.answer(call)
	wantReason(t, send(b, "1", offer()), codes.FailedPrecondition, "SIGNAL_OUT_OF_TURN")
	wantReason(t, send(b, "1", answer(1)), codes.FailedPrecondition, "SIGNAL_OUT_OF_TURN")
	must(t, send(a, "2", offer()))
	wantReason(t, send(b, "1", offer()), codes.FailedPrecondition, "SIGNAL_OUT_OF_TURN")
	must(t, send(a, "2", offer()))
	wantReason(t, send(b, "1", answer(1)), codes.FailedPrecondition, "SIGNAL_OUT_OF_TURN")
	must(t, send(b, "1", answer(2)))
	must(t, send(b, "1", offer()))
	wantReason(t, send(a, "1", offer()), codes.InvalidArgument, "CALL_TO_SELF")
	wantReason(t, send(a, "9", offer()), codes.NotFound, "LEG_NOT_FOUND")
	wantReason(t, send(a, "3", candidate()), codes.FailedPrecondition, "CALL_STATE")
	large := &callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: strings.Repeat("x", 65537)}}}
	wantReason(t, send(a, "2", large), codes.InvalidArgument, "SIGNAL_TOO_LARGE")
	for range 998 {
		must(t, send(a, "2", candidate()))
	}
	wantReason(t, send(a, "2", candidate()), codes.ResourceExhausted, "TOO_MANY_SIGNALS")
	c.answer(call)
	c.hangUp(call)
	wantReason(t, send(a, "3", candidate()), codes.FailedPrecondition, "LEG_ENDED")
	a.hangUp(call)
	wantReason(t, send(b, "1", candidate()), codes.FailedPrecondition, "CALL_ENDED")
	stream := b.subscribe(&callv1.SubscribeRequest{Start: &callv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}})
	for _, e := range stream.until("ended COMPLETED") {
		if strings.HasPrefix(e, "signal") {
			t.Fatalf("after the end there is still %s", e)
		}
	}
}

func TestHoldMuteAndTones(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	fromB := b.listen("")
	call := a.call(b)
	b.answer(call)
	id := call.GetCallId()
	for range 2 {
		_, err := a.HoldCall(t.Context(), &callv1.HoldCallRequest{CallId: id})
		must(t, err)
		_, err = a.MuteParticipant(t.Context(), &callv1.MuteParticipantRequest{CallId: id, Identifier: raw(b.id)})
		must(t, err)
	}
	if got := a.get(call); got.GetState() != callv1.CallState_CALL_STATE_ON_HOLD || got.GetLegs()[1].GetMutedBy().GetRawId() != a.id {
		t.Errorf("held and muted: %v", got)
	}
	_, err := a.UnmuteParticipant(t.Context(), &callv1.UnmuteParticipantRequest{CallId: id, Identifier: raw(b.id)})
	wantReason(t, err, codes.PermissionDenied, "NOT_THE_PARTY")
	_, err = b.UnmuteParticipant(t.Context(), &callv1.UnmuteParticipantRequest{CallId: id})
	must(t, err)
	_, err = a.ResumeCall(t.Context(), &callv1.ResumeCallRequest{CallId: id})
	must(t, err)
	_, err = a.SendDtmf(t.Context(), &callv1.SendDtmfRequest{CallId: id, Tones: []callv1.DtmfTone{callv1.DtmfTone_DTMF_TONE_POUND}})
	must(t, err)
	// Tones are heard while there is a call: its end erases them.
	wantEvents(t, "the callee", fromB.until("dtmf_received"), "ringing 2, answered 2, CONNECTING, connected 1, connected 2, CONNECTED, leg_held, ON_HOLD, leg_muted, leg_unmuted, leg_resumed, CONNECTED, dtmf_received")
	a.hangUp(call)
	wantEvents(t, "the callee", fromB.until("ended COMPLETED"), "left 1 COMPLETED HUNG_UP, left 2 COMPLETED ALONE, ended COMPLETED")
}

func TestGroupCallGrowsAndShrinks(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.caller(), w.caller(), w.caller()
	fromC := c.listen("")
	call := a.call(b)
	_, err := a.add(call, c.id)
	wantReason(t, err, codes.FailedPrecondition, "CALL_STATE")
	b.answer(call)
	added, err := b.add(call, c.id, a.id)
	must(t, err)
	if len(added.GetLegs()) != 1 || added.GetRefusedTargets()[0].GetReason() != "PARTICIPANT_EXISTS" {
		t.Errorf("added %v", added)
	}
	c.answer(call)
	a.hangUp(call)
	_, err = a.add(call, a.id)
	wantReason(t, err, codes.FailedPrecondition, "LEG_ENDED")
	for range 2 {
		r, err := b.RemoveParticipant(t.Context(), &callv1.RemoveParticipantRequest{CallId: call.GetCallId(), Identifier: raw(a.id)})
		must(t, err)
		if r.GetLeg().GetEndCause() != callv1.EndCause_END_CAUSE_HUNG_UP {
			t.Errorf("removing who has left changes its leg: %v", r.GetLeg())
		}
	}
	_, err = b.RemoveParticipant(t.Context(), &callv1.RemoveParticipantRequest{CallId: call.GetCallId(), Identifier: raw(c.id)})
	must(t, err)
	wantEvents(t, "who was added", fromC.until("ended COMPLETED"), "ringing 3, answered 3, connected 3, left 1 COMPLETED HUNG_UP, left 3 COMPLETED REMOVED, left 2 COMPLETED ALONE, ended COMPLETED")
}

func TestInteropCallStaysBetweenTwoUnlessLifted(t *testing.T) {
	w := newWorld(t)
	a, b, teams := w.caller(), w.caller(), w.ofTenant(ada)
	call := a.call(teams)
	if legs := call.GetLegs(); legs[0].GetDisplayName() != "External" || legs[1].GetDisplayName() != "Ada" {
		t.Errorf("the names are %v", legs)
	}
	teams.answer(call)
	_, err := a.add(call, b.id)
	wantReason(t, err, codes.PermissionDenied, "INTEROP_GROUP_CALL")
	_, err = a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_Target{Target: raw(b.id)}})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_ROUTING")
	w.federate(true, func(c *policyv1.InteropCapabilities) { c.GroupCalls, c.Routing = true, true })
	_, err = a.add(call, b.id)
	must(t, err)
	added, err := teams.add(call, w.caller().id)
	must(t, err)
	if len(added.GetRefusedTargets()) != 1 || added.GetRefusedTargets()[0].GetReason() != "INTEROP_ADD_PARTICIPANT" {
		t.Errorf("a Teams user adds %v", added)
	}
	b.answer(call)
	w.federate(true)
	if got := a.get(call); got.GetLegs()[1].GetEndReason() != "INTEROP_GROUP_CALL" || got.GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("after the capability is withdrawn: %v", got)
	}
}

func TestRevocationEndsLiveCallsAtOnce(t *testing.T) {
	revocations := map[string]struct {
		revoke func(w *world)
		reason string
	}{
		"the tenant closes": {func(w *world) { w.federate(false) }, "INTEROP_TENANT_DISABLED"},
		"the resource is taken off the list": {func(w *world) {
			_, err := policyv1.NewPolicyServiceClient(w.admin).UpdateFederationConfiguration(w.t.Context(), &policyv1.UpdateFederationConfigurationRequest{
				Configuration: &policyv1.FederationConfiguration{}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"allowed_acs_resources"}},
			})
			must(w.t, err)
		}, "INTEROP_RESOURCE_NOT_ALLOWED"},
		"the user gets a policy that forbids it": {func(w *world) {
			p := policyv1.NewPolicyServiceClient(w.admin)
			_, err := p.CreateExternalAccessPolicy(w.t.Context(), &policyv1.CreateExternalAccessPolicyRequest{
				Policy: &policyv1.ExternalAccessPolicy{Name: "No", EnableAcsFederationAccess: proto.Bool(false)},
			})
			must(w.t, err)
			_, err = p.GrantExternalAccessPolicy(w.t.Context(), &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
				PolicyName: "No", Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: teamsOID},
			}})
			must(w.t, err)
		}, "INTEROP_POLICY_DISABLED"},
	}
	for name, tt := range revocations {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			a, teams := w.caller(), w.ofTenant(ada)
			fromA, fromTeams := a.listen(""), teams.listen("")
			talking, ringing := a.call(teams), a.call(teams)
			teams.answer(talking)
			tt.revoke(w)
			for _, call := range []*callv1.Call{talking, ringing} {
				got := a.get(call)
				if got.GetOutcome() != callv1.Outcome_OUTCOME_POLICY_REVOKED || got.GetEndReason() != tt.reason || got.GetEndedBy() != nil {
					t.Errorf("the call ended as %v", got)
				}
			}
			for who, l := range map[string]*listener{"the caller": fromA, "the Teams user": fromTeams} {
				l.until("ended POLICY_REVOKED")
				if got := l.until("ended POLICY_REVOKED"); len(got) == 0 {
					t.Errorf("%s sees %v", who, got)
				}
			}
			wantReason(t, a.try(ada), codes.PermissionDenied, tt.reason)
		})
	}
}

func TestCallsEndWithThoseWhoAreDeleted(t *testing.T) {
	w := newWorld(t)
	a, b, teams := w.caller(), w.caller(), w.ofTenant(ada)
	one, two := a.call(b), a.call(teams)
	b.answer(one)
	teams.answer(two)
	_, err := identityv1.NewIdentityServiceClient(w.backend).DeleteUser(t.Context(), &identityv1.DeleteUserRequest{Identifier: raw(b.id)})
	must(t, err)
	_, err = directoryv1.NewDirectoryServiceClient(w.admin).DeleteTenantUser(t.Context(), &directoryv1.DeleteTenantUserRequest{UserId: teamsOID})
	must(t, err)
	for _, call := range []*callv1.Call{one, two} {
		if got := a.get(call); got.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED || got.GetEndCause() != callv1.EndCause_END_CAUSE_PARTY_DELETED {
			t.Errorf("the call ended as %v", got)
		}
	}
}

func TestCoexistenceMode(t *testing.T) {
	w := newWorld(t)
	a := w.caller()
	_, err := directoryv1.NewDirectoryServiceClient(w.admin).UpdateTenantUser(t.Context(), &directoryv1.UpdateTenantUserRequest{
		User:       &directoryv1.TenantUser{UserId: teamsOID, CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"coexistence_mode"}},
	})
	must(t, err)
	wantReason(t, a.try(ada), codes.FailedPrecondition, "INTEROP_COEXISTENCE_MODE")
	must(t, a.try(bob))
}

func TestNoticesAreEvidence(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.caller(), w.caller(), w.caller()
	call := a.call(b)
	id := call.GetCallId()
	b.answer(call)
	set := func(state callv1.CaptureState) (*callv1.SetCaptureStateResponse, error) {
		return a.SetCaptureState(t.Context(), &callv1.SetCaptureStateRequest{
			CallId: id, Kind: callv1.CaptureKind_CAPTURE_KIND_RECORDING, State: state, RequireAcknowledgement: true,
		})
	}
	_, err := set(callv1.CaptureState_CAPTURE_STATE_PAUSED)
	wantReason(t, err, codes.FailedPrecondition, "CALL_STATE")
	started, err := set(callv1.CaptureState_CAPTURE_STATE_ACTIVE)
	must(t, err)
	if again, err := set(callv1.CaptureState_CAPTURE_STATE_ACTIVE); err != nil || len(again.GetNotices()) != 0 || len(started.GetNotices()) != 2 {
		t.Errorf("told %v, then %v, %v", started, again, err)
	}
	offer := &callv1.Signal{ToLegId: "2", Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}}
	_, err = a.SendSignal(t.Context(), &callv1.SendSignalRequest{CallId: id, Signal: offer})
	wantReason(t, err, codes.FailedPrecondition, "NOTICE_UNACKNOWLEDGED")
	_, err = a.AcknowledgeNotice(t.Context(), &callv1.AcknowledgeNoticeRequest{CallId: id, NoticeId: "2"})
	wantReason(t, err, codes.NotFound, "NOTICE_NOT_FOUND")
	for i, who := range []*caller{a, b} {
		r, err := who.AcknowledgeNotice(t.Context(), &callv1.AcknowledgeNoticeRequest{CallId: id, NoticeId: fmt.Sprint(i + 1)})
		must(t, err)
		if r.GetMediaWaiting() || r.GetNotice().GetAcknowledgeSequence() <= r.GetNotice().GetTellSequence() {
			t.Errorf("acknowledged as %v", r)
		}
	}
	_, err = a.SendSignal(t.Context(), &callv1.SendSignalRequest{CallId: id, Signal: offer})
	must(t, err)
	_, err = a.add(call, c.id)
	must(t, err)
	joined, err := c.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: id})
	must(t, err)
	if len(joined.GetNotices()) != 1 || !joined.GetCall().GetLegs()[2].GetMediaWaiting() {
		t.Errorf("who joins later is told %v", joined.GetNotices())
	}
	a.hangUp(call)
	b.hangUp(call)
	var all []*callv1.Notice
	r := &callv1.ListNoticesRequest{CallId: id, PageSize: 2}
	for {
		list, err := c.ListNotices(t.Context(), r)
		must(t, err)
		all = append(all, list.GetNotices()...)
		if r.PageToken = list.GetNextPageToken(); r.PageToken == "" {
			break
		}
	}
	if len(all) != 3 || all[2].GetAcknowledgeTime() != nil || all[2].GetTellSequence() <= all[1].GetTellSequence() || all[0].GetAcknowledgeTime() == nil {
		t.Errorf("listed %v", all)
	}
	if captures := c.get(call).GetCaptures(); captures[0].GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED {
		t.Errorf("the end of the call leaves %v", captures)
	}
}

func TestRecordingOfAnInteropCall(t *testing.T) {
	w := newWorld(t)
	a, teams := w.caller(), w.ofTenant(ada)
	call := a.call(teams)
	teams.answer(call)
	record := func() error {
		_, err := a.SetCaptureState(t.Context(), &callv1.SetCaptureStateRequest{
			CallId: call.GetCallId(), Kind: callv1.CaptureKind_CAPTURE_KIND_RECORDING, State: callv1.CaptureState_CAPTURE_STATE_ACTIVE,
		})
		return err
	}
	wantReason(t, record(), codes.PermissionDenied, "INTEROP_RECORDING")
	w.federate(true, func(c *policyv1.InteropCapabilities) { c.Recording = true })
	must(t, record())
	w.federate(true, func(c *policyv1.InteropCapabilities) { c.Recording = false })
	if k := a.get(call).GetCaptures()[0]; k.GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED || k.GetStopTime() == nil {
		t.Errorf("the tenant forbids recording, and the recording is %v", k)
	}
	wantReason(t, record(), codes.PermissionDenied, "INTEROP_RECORDING")
	if got := a.get(call).GetState(); got != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("the call itself is %v", got)
	}
}

func TestLostDeviceComesBack(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	fromA := a.listen("")
	call := a.call(b)
	fromB := b.listen("")
	b.answer(call)
	fromB.cancel()
	fromA.until("leg_lost")
	if got := a.get(call).GetLegs()[1].GetLostExpireTime(); got == nil {
		t.Error("the leg has no time by which its device must be back")
	}
	b.listen("")
	fromA.until("leg_recovered")
	if got := a.get(call).GetLegs()[1].GetLostExpireTime(); got != nil {
		t.Errorf("the leg still ends at %v", got)
	}
}

func TestCallsEndWithATenantAResourceAndAMembership(t *testing.T) {
	tests := map[string]struct {
		act   func(w *world) error
		cause callv1.EndCause
	}{
		"the tenant is deleted": {func(w *world) error {
			_, err := adminv1.NewAdminServiceClient(w.Conn(w.t, w.Credentials.OperatorKey)).DeleteTenant(w.t.Context(), &adminv1.DeleteTenantRequest{TenantId: w.Credentials.TenantID})
			return err
		}, callv1.EndCause_END_CAUSE_PARTY_DELETED},
		"the resource is deleted": {func(w *world) error {
			_, err := adminv1.NewAdminServiceClient(w.Conn(w.t, w.Credentials.OperatorKey)).DeleteResource(w.t.Context(), &adminv1.DeleteResourceRequest{ResourceId: w.Credentials.ResourceID})
			return err
		}, callv1.EndCause_END_CAUSE_PARTY_DELETED},
		"the user joins a group with a policy that forbids it": {func(w *world) error {
			groups := directoryv1.NewDirectoryServiceClient(w.admin)
			g, err := groups.CreateGroup(w.t.Context(), &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{DisplayName: "Quiet"}})
			must(w.t, err)
			p := policyv1.NewPolicyServiceClient(w.admin)
			_, err = p.CreateExternalAccessPolicy(w.t.Context(), &policyv1.CreateExternalAccessPolicyRequest{
				Policy: &policyv1.ExternalAccessPolicy{Name: "No", EnableAcsFederationAccess: proto.Bool(false)},
			})
			must(w.t, err)
			_, err = p.GrantExternalAccessPolicy(w.t.Context(), &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
				PolicyName: "No", Rank: 1, Assignee: &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: g.GetGroup().GetGroupId()},
			}})
			must(w.t, err)
			_, err = groups.AddGroupMembers(w.t.Context(), &directoryv1.AddGroupMembersRequest{GroupId: g.GetGroup().GetGroupId(), UserIds: []string{teamsOID}})
			return err
		}, callv1.EndCause_END_CAUSE_POLICY},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			a, teams := w.caller(), w.ofTenant(ada)
			call := a.call(teams)
			teams.answer(call)
			must(t, tt.act(w))
			// One side may have lost its credential; the other sees the end.
			r, err := a.GetCall(t.Context(), &callv1.GetCallRequest{CallId: call.GetCallId()})
			if err != nil {
				r, err = teams.GetCall(t.Context(), &callv1.GetCallRequest{CallId: call.GetCallId()})
			}
			must(t, err)
			if got := r.GetCall(); got.GetEndCause() != tt.cause || got.GetEndTime() == nil {
				t.Errorf("the call is %v", got)
			}
		})
	}
}
