package call_test

import (
	"testing"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/reason"
)

// A party demands that its media waits for its acknowledgement, though who captures does not.
func TestMediaWaitsForThePartyThatDemandsIt(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.user(1), w.user(2), w.user(3)
	id := w.start(a, signalled, b, c).GetCallId()
	for _, p := range []access.Caller{b, c} {
		_, err := w.AnswerCall(w.ctx, p, &callv1.AnswerCallRequest{CallId: id, DeviceId: "d", RequireAcknowledgement: p.User == b.User})
		w.must(err)
	}
	capture := func(state callv1.CaptureState) *callv1.SetCaptureStateResponse {
		r, err := w.SetCaptureState(w.ctx, a, &callv1.SetCaptureStateRequest{CallId: id, Kind: callv1.CaptureKind_CAPTURE_KIND_TRANSCRIPTION, State: state})
		w.must(err)
		return r
	}
	offer := func(to string) error {
		_, err := w.SendSignal(w.ctx, a, &callv1.SendSignalRequest{CallId: id, Signal: &callv1.Signal{ToLegId: to, Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}}})
		return err
	}
	notice := capture(callv1.CaptureState_CAPTURE_STATE_ACTIVE).GetNotices()[1]
	if legs := w.stored(id).GetCall().GetLegs(); !legs[1].GetMediaWaiting() || legs[2].GetMediaWaiting() || !notice.GetRequireAcknowledgement() {
		t.Errorf("media waits with %v", legs)
	}
	if err := offer("2"); !reason.Is(err, typev1.Reason_REASON_NOTICE_UNACKNOWLEDGED) {
		t.Errorf("an offer while media waits: %v", err)
	}
	w.must(offer("3"))
	_, err := w.AcknowledgeNotice(w.ctx, b, &callv1.AcknowledgeNoticeRequest{CallId: id, NoticeId: notice.GetNoticeId()})
	w.must(err)
	w.must(offer("2"))
	for _, state := range []callv1.CaptureState{callv1.CaptureState_CAPTURE_STATE_PAUSED, callv1.CaptureState_CAPTURE_STATE_STOPPED} {
		told := capture(state).GetNotices()
		if len(told) != 3 || told[1].GetRequireAcknowledgement() || told[1].GetState() != state {
			t.Errorf("of %v are told %v", state, told)
		}
	}
	if legs := w.stored(id).GetCall().GetLegs(); legs[1].GetMediaWaiting() {
		t.Error("media waits after the stop")
	}
}

// A recording that was allowed stops in the commit that makes the call one between two of different worlds.
func TestARecordingStopsWhereTheCallBecomesOneOfTwoWorlds(t *testing.T) {
	tests := []struct {
		name   string
		begin  func(w *world, a, b, teams access.Caller) (id string)
		become func(w *world, a, b, teams access.Caller, id string)
	}{
		{"one of a group leaves", func(w *world, a, b, teams access.Caller) string {
			id := w.start(a, external, b, teams).GetCallId()
			w.answer(b, external, id)
			w.answer(teams, external, id)
			return id
		}, func(w *world, _, b, _ access.Caller, id string) { w.hangUp(b, id) }},
		{"one who was called declines", func(w *world, a, b, teams access.Caller) string {
			id := w.start(a, external, b, teams).GetCallId()
			w.answer(teams, external, id)
			return id
		}, func(w *world, _, b, _ access.Caller, id string) {
			_, err := w.RejectCall(w.ctx, b, &callv1.RejectCallRequest{CallId: id})
			w.must(err)
		}},
		{"a transfer into the other world", func(w *world, a, b, _ access.Caller) string {
			id := w.start(a, external, b).GetCallId()
			w.answer(b, external, id)
			return id
		}, func(w *world, _, b, teams access.Caller, id string) {
			_, err := w.TransferCall(w.ctx, b, &callv1.TransferCallRequest{CallId: id, Destination: &callv1.TransferCallRequest_Target{Target: teams.User.Proto()}})
			w.must(err)
			w.answer(teams, external, id)
		}},
		{"a redirection into the other world", func(w *world, a, b, _ access.Caller) string {
			return w.start(a, external, b).GetCallId()
		}, func(w *world, _, b, teams access.Caller, id string) {
			_, err := w.RedirectCall(w.ctx, b, &callv1.RedirectCallRequest{CallId: id, Target: teams.User.Proto()})
			w.must(err)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.federate(true, true)
			a, b, teams := w.user(1), w.user(2), w.teamsUser(1)
			id := tt.begin(w, a, b, teams)
			for _, kind := range []callv1.CaptureKind{callv1.CaptureKind_CAPTURE_KIND_RECORDING, callv1.CaptureKind_CAPTURE_KIND_TRANSCRIPTION} {
				_, err := w.SetCaptureState(w.ctx, a, &callv1.SetCaptureStateRequest{CallId: id, Kind: kind, State: callv1.CaptureState_CAPTURE_STATE_ACTIVE})
				w.must(err)
			}
			tt.become(w, a, b, teams, id)
			got := w.stored(id).GetCall()
			if k := got.GetCaptures(); k[0].GetState() != callv1.CaptureState_CAPTURE_STATE_STOPPED || k[1].GetState() != callv1.CaptureState_CAPTURE_STATE_ACTIVE || got.GetEndTime() != nil {
				t.Errorf("there is captured %v", k)
			}
			list, err := w.ListNotices(w.ctx, a, &callv1.ListNoticesRequest{CallId: id})
			w.must(err)
			told := 0
			for _, n := range list.GetNotices() {
				if n.GetKind() == callv1.CaptureKind_CAPTURE_KIND_RECORDING && n.GetState() == callv1.CaptureState_CAPTURE_STATE_STOPPED && n.GetLegId() == "1" {
					told++
				}
			}
			if told != 1 {
				t.Errorf("who stays is told %d times that the recording is over", told)
			}
		})
	}
}
