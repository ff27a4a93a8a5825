package api_test

import (
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bring is a way to bring somebody into a call: callID rings at the caller, or is talked in by it, as answered says.
type bring struct {
	answered bool
	do       func(by *caller, callID, target string, context map[string]string) error
}

// ways are all of them but StartCall. Those who are refused one by one are told as errors here.
var ways = map[string]bring{
	"AddParticipants": {true, func(by *caller, callID, target string, context map[string]string) error {
		r, err := by.AddParticipants(by.ctx(), &callv1.AddParticipantsRequest{CallId: callID, Targets: []*typev1.CommunicationIdentifier{raw(target)}, CustomContext: context})
		if refused := r.GetRefusedTargets(); len(refused) > 0 {
			return status.Error(codes.Unknown, refused[0].GetReason())
		}
		return err
	}},
	"RedirectCall": {false, func(by *caller, callID, target string, context map[string]string) error {
		_, err := by.RedirectCall(by.ctx(), &callv1.RedirectCallRequest{CallId: callID, Target: raw(target), CustomContext: context})
		return err
	}},
	"TransferCall": {true, func(by *caller, callID, target string, context map[string]string) error {
		_, err := by.TransferCall(by.ctx(), &callv1.TransferCallRequest{CallId: callID, Destination: &callv1.TransferCallRequest_Target{Target: raw(target)}, CustomContext: context})
		return err
	}},
}

// wantRefusal is wantReason for what may come as an error or as a refused target.
func wantRefusal(t *testing.T, err error, why string) {
	t.Helper()
	if status.Code(err) == codes.Unknown && status.Convert(err).Message() == why {
		return
	}
	wantReason(t, err, status.Code(err), why)
}

// islands lets a Teams user be one whom nobody outside can call.
func (w *world) islands(userID string) {
	w.t.Helper()
	_, err := directoryv1.NewDirectoryServiceClient(w.admin).UpdateTenantUser(w.t.Context(), &directoryv1.UpdateTenantUserRequest{
		User:       &directoryv1.TenantUser{UserId: userID, CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"coexistence_mode"}},
	})
	must(w.t, err)
}

// Policy and coexistence mode are looked at whenever somebody is brought in, and nothing is left of who is refused.
func TestWhoeverIsBroughtInIsJudged(t *testing.T) {
	lift := func(c *policyv1.InteropCapabilities) { c.GroupCalls, c.Routing = true, true }
	rules := map[string]func(w *world){
		"INTEROP_TENANT_DISABLED":  func(w *world) { w.federate(false, lift) },
		"INTEROP_COEXISTENCE_MODE": func(w *world) { w.islands(teamsOID) },
	}
	for why, forbid := range rules {
		for name, way := range ways {
			t.Run(name+" "+why, func(t *testing.T) {
				w := newWorld(t)
				w.federate(true, lift)
				a, b := w.caller(), w.caller()
				call := a.call(b)
				if way.answered {
					b.answer(call)
				}
				forbid(w)
				wantRefusal(t, way.do(b, call.GetCallId(), ada, nil), why)
				if got := a.get(call); len(got.GetLegs()) != 2 || got.GetEndTime() != nil || len(got.GetTransfers()) > 0 {
					t.Errorf("the call is %v", got)
				}
			})
		}
	}
	t.Run("a consultation", func(t *testing.T) {
		w := newWorld(t)
		w.federate(true, lift)
		a, b, teams := w.caller(), w.caller(), w.ofTenant(ada)
		call, second := a.call(b), a.call(teams)
		b.answer(call)
		teams.answer(second)
		w.islands(teamsOID)
		_, err := a.TransferCall(t.Context(), &callv1.TransferCallRequest{CallId: call.GetCallId(), Destination: &callv1.TransferCallRequest_ConsultationCallId{ConsultationCallId: second.GetCallId()}})
		wantReason(t, err, codes.FailedPrecondition, "INTEROP_COEXISTENCE_MODE")
		if a.get(call).GetEndTime() != nil || a.get(second).GetEndTime() != nil {
			t.Error("a refused transfer has ended a call")
		}
	})
}

// What is wrong with a newcomer is said in the same words whichever way it is brought in.
func TestNewcomersThatAreRefused(t *testing.T) {
	w := newWorld(t)
	missing := "8:acs:" + w.Credentials.ResourceID + "_99999999-0000-4000-8000-000000000001"
	limit := map[string]string{"k": strings.Repeat("x", 4095)}
	over := map[string]string{"k": strings.Repeat("x", 4096)}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			a, b := w.caller(), w.caller()
			call := a.call(b)
			if way.answered {
				b.answer(call)
			}
			id := call.GetCallId()
			wantRefusal(t, way.do(b, id, w.caller().id, over), "CUSTOM_CONTEXT_TOO_LARGE")
			wantRefusal(t, way.do(b, id, missing, nil), "CALLEE_UNREACHABLE")
			wantRefusal(t, way.do(b, id, "8:orgid:"+unknownOID, nil), "CALLEE_UNREACHABLE")
			wantRefusal(t, way.do(b, id, "8:acs:99999999-0000-4000-8000-000000000000_99999999-0000-4000-8000-000000000001", nil), "FOREIGN_OWNER")
			wantRefusal(t, way.do(b, id, "4:+15551234567", nil), "PHONE_NUMBER_UNSUPPORTED")
			wantRefusal(t, way.do(b, id, "nobody", nil), "INVALID_IDENTIFIER")
			wantRefusal(t, way.do(b, id, a.id, nil), "PARTICIPANT_EXISTS")
			self := "CALL_TO_SELF"
			if name == "AddParticipants" {
				self = "PARTICIPANT_EXISTS"
			}
			wantRefusal(t, way.do(b, id, b.id, nil), self)
			must(t, way.do(b, id, w.caller().id, limit))
			a.hangUp(call)
			b.end(call)
			wantRefusal(t, way.do(b, id, w.caller().id, nil), "CALL_ENDED")
		})
	}
}

// end ends a call for everyone, if it has not ended.
func (c *caller) end(call *callv1.Call) {
	c.t.Helper()
	_, err := c.HangUp(c.ctx(), &callv1.HangUpRequest{CallId: call.GetCallId(), Scope: callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE})
	must(c.t, err)
}

// Two who call each other in the same instant are in one call, whoever was first.
func TestGlareInTheSameInstant(t *testing.T) {
	w := newWorld(t)
	both := [2]*caller{w.caller(), w.caller()}
	for range 20 {
		var answers [2]*callv1.StartCallResponse
		var results [2]error
		var race sync.WaitGroup
		for i, c := range both {
			race.Go(func() {
				answers[i], results[i] = c.StartCall(t.Context(), &callv1.StartCallRequest{
					Targets: []*typev1.CommunicationIdentifier{raw(both[1-i].id)}, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL,
				})
			})
		}
		race.Wait()
		must(t, results[0])
		must(t, results[1])
		one, other := answers[0], answers[1]
		if one.GetCall().GetCallId() != other.GetCall().GetCallId() || one.GetAnsweredExisting() == other.GetAnsweredExisting() || one.GetLegId() == other.GetLegId() {
			t.Fatalf("they were answered\n %v and\n %v", one, other)
		}
		if got := both[0].get(one.GetCall()); got.GetState() != callv1.CallState_CALL_STATE_CONNECTED || len(got.GetLegs()) != 2 {
			t.Fatalf("the call is %v", got)
		}
		both[0].hangUp(one.GetCall())
	}
}
