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
