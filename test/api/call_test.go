package api_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc/codes"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

func wantEvents(t *testing.T, who string, got []string, want string) {
	t.Helper()
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("%s sees\n %s, want\n %s", who, s, want)
	}
}

func TestCallFromRingToHangUp(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	fromA, fromB := a.listen("a1"), b.listen("b1")
	started, err := a.StartCall(t.Context(), &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{raw(b.id)}, DeviceId: "a1", DisplayName: "Ann", CustomContext: map[string]string{"case": "7"},
		OperationContext: "op",
	})
	must(t, err)
	call := started.GetCall()
	if call.GetState() != callv1.CallState_CALL_STATE_RINGING || len(call.GetLegs()) != 2 || call.GetLastSequence() != 2 {
		t.Errorf("the call starts as %v", call)
	}
	ring := fromB.next()
	invited := ring.GetLegRinging()
	if invited.GetCustomContext()["case"] != "7" || invited.GetCall().GetLegs()[0].GetDisplayName() != "Ann" || ring.GetOperationContext() != "op" {
		t.Errorf("the callee sees %v", ring)
	}
	if left := invited.GetExpireTime().AsTime().Sub(ring.GetTime().AsTime()); left != time.Minute {
		t.Errorf("%v are left to answer", left)
	}
	_, err = b.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: call.GetCallId(), DeviceId: "b1"})
	must(t, err)
	signal(t, a, call, "2", &callv1.Signal{Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "offer"}}})
	signal(t, b, call, "1", &callv1.Signal{Content: &callv1.Signal_Answer{Answer: &callv1.SessionAnswer{Sdp: "answer", OfferSequence: 1}}})
	signal(t, a, call, "2", &callv1.Signal{Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}})
	signal(t, b, call, "1", &callv1.Signal{Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}})
	// The signals are gone with the call, so they are read before.
	const answered = "answered 2, CONNECTING, "
	const joined = "connected 1, %connected 2, CONNECTED"
	wantEvents(t, "the caller", fromA.until("CONNECTED"), "started, ringing 2, "+answered+"signal 2 1, "+strings.Replace(joined, "%", "signal 2 2, ", 1))
	wantEvents(t, "the callee", fromB.until("CONNECTED"), answered+"signal 1 1, signal 1 2, "+strings.Replace(joined, "%", "", 1))
	ended := b.hangUp(call)
	if ended.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED || ended.GetEndCause() != callv1.EndCause_END_CAUSE_HUNG_UP || ended.GetEndedBy().GetRawId() != b.id {
		t.Errorf("the call ended as %v", ended)
	}
	for who, from := range map[string]*listener{"the caller": fromA, "the callee": fromB} {
		wantEvents(t, who, from.until("ended COMPLETED"), "left 2 COMPLETED HUNG_UP, left 1 COMPLETED ALONE, ended COMPLETED")
	}
	if got := b.hangUp(call); got.GetLastSequence() != ended.GetLastSequence() {
		t.Error("hanging up again changes something")
	}
}

func signal(t *testing.T, from *caller, call *callv1.Call, to string, s *callv1.Signal) {
	t.Helper()
	s.ToLegId = to
	_, err := from.SendSignal(t.Context(), &callv1.SendSignalRequest{CallId: call.GetCallId(), Signal: s})
	must(t, err)
}

func TestCallIsDeclined(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	fromA := a.listen("")
	for why, want := range map[callv1.RejectReason]string{
		callv1.RejectReason_REJECT_REASON_UNSPECIFIED: "DECLINED", callv1.RejectReason_REJECT_REASON_BUSY: "BUSY",
		callv1.RejectReason_REJECT_REASON_FORBIDDEN: "DECLINED",
	} {
		call := a.call(b)
		for range 2 {
			r, err := b.RejectCall(t.Context(), &callv1.RejectCallRequest{CallId: call.GetCallId(), RejectReason: why})
			must(t, err)
			if r.GetLeg().GetOutcome().String() != "OUTCOME_"+want {
				t.Errorf("the leg ended as %v", r.GetLeg())
			}
		}
		wantEvents(t, "the caller", fromA.until("ended "+want), "started, ringing 2, left 2 "+want+" REJECTED, left 1 "+want+" ALONE, ended "+want)
	}
}

func TestCallIsCancelledByItsSource(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	fromB := b.listen("")
	a.hangUp(a.call(b))
	wantEvents(t, "the callee", fromB.until("ended CANCELLED"), "ringing 2, left 1 CANCELLED HUNG_UP, left 2 CANCELLED ALONE, ended CANCELLED")
}

func TestFirstDeviceWins(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	devices := []string{"one", "two", "three", "four"}
	streams := map[string]*listener{}
	for _, d := range devices {
		streams[d] = b.listen(d)
	}
	call := a.call(b)
	results := make([]error, len(devices))
	var race sync.WaitGroup
	for i, d := range devices {
		race.Go(func() {
			_, results[i] = b.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: call.GetCallId(), DeviceId: d, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
		})
	}
	race.Wait()
	winner := a.get(call).GetLegs()[1].GetDeviceId()
	a.hangUp(call)
	for i, d := range devices {
		events := streams[d].until("ended COMPLETED")
		if d == winner {
			must(t, results[i])
		} else {
			wantReason(t, results[i], codes.FailedPrecondition, "CALL_ALREADY_ANSWERED")
		}
		if stopped := slices.Contains(events, "stopped ANSWERED_ELSEWHERE"); stopped != (d != winner) {
			t.Errorf("device %s, the winner is %s: %v", d, winner, events)
		}
	}
}

func TestGlareAnswersTheEarlierCall(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	call := a.call(b)
	r, err := b.StartCall(t.Context(), &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{raw(a.id)}, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
	must(t, err)
	if !r.GetAnsweredExisting() || r.GetCall().GetCallId() != call.GetCallId() || r.GetLegId() != "2" || r.GetCall().GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("the second call is %v", r)
	}
	list, err := a.ListCalls(t.Context(), &callv1.ListCallsRequest{})
	must(t, err)
	if len(list.GetCalls()) != 1 {
		t.Errorf("there are %d calls", len(list.GetCalls()))
	}
}

func TestIncomingCallIsSeenOnResume(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	before := b.listen("b1")
	before.cancel()
	call := a.call(b)
	after := b.subscribe(&callv1.SubscribeRequest{DeviceId: "b1", Start: &callv1.SubscribeRequest_Cursor{Cursor: before.cursor}})
	e := after.next()
	if e.GetLegRinging().GetCall().GetCallId() != call.GetCallId() {
		t.Errorf("on resume comes %v", e)
	}
	// A device takes the time left from the heartbeat at the start of its stream, so its own clock does not matter.
	if left := e.GetLegRinging().GetExpireTime().AsTime().Sub(after.began); left <= 0 || left > time.Minute {
		t.Errorf("%v are left to answer", left)
	}
	a.hangUp(call)
	after.until("ended CANCELLED")
	beginning := b.subscribe(&callv1.SubscribeRequest{DeviceId: "b1", Start: &callv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}})
	wantEvents(t, "the callee from the beginning", beginning.until("ended CANCELLED"), "ringing 2, left 1 CANCELLED HUNG_UP, left 2 CANCELLED ALONE, ended CANCELLED")
}

func TestBackendSeesNumberedEventsOnly(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	backend := &caller{t: t, CallServiceClient: callv1.NewCallServiceClient(w.backend)}
	stream := backend.listen("")
	call := a.call(b)
	b.answer(call)
	_, err := backend.HangUp(t.Context(), &callv1.HangUpRequest{CallId: call.GetCallId()})
	wantReason(t, err, codes.FailedPrecondition, "ACT_AS_REQUIRED")
	_, err = backend.HangUp(t.Context(), &callv1.HangUpRequest{CallId: call.GetCallId(), Scope: callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE})
	must(t, err)
	wantEvents(t, "the backend", stream.until("ended COMPLETED"),
		"started, ringing 2, answered 2, CONNECTING, connected 1, connected 2, CONNECTED, left 1 COMPLETED HUNG_UP_FOR_EVERYONE, left 2 COMPLETED HUNG_UP_FOR_EVERYONE, ended COMPLETED")
	list, err := backend.ListCalls(t.Context(), &callv1.ListCallsRequest{States: []callv1.CallState{callv1.CallState_CALL_STATE_ENDED}, Participant: raw(b.id)})
	must(t, err)
	if len(list.GetCalls()) != 1 || list.GetCalls()[0].GetEndedBy() != nil {
		t.Errorf("listed %v", list.GetCalls())
	}
}

func TestSignalsReachTheAnsweringDeviceAndChosenCallsOnly(t *testing.T) {
	w := newWorld(t)
	a, b := w.caller(), w.caller()
	phone, desk := b.listen("phone"), b.listen("desk")
	first, second := a.call(b), a.call(b)
	chosen := b.subscribe(&callv1.SubscribeRequest{DeviceId: "phone", CallIds: []string{strings.ToUpper(second.GetCallId())}})
	for _, call := range []*callv1.Call{first, second} {
		_, err := b.AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: call.GetCallId(), DeviceId: "phone", MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
		must(t, err)
		signal(t, a, call, "2", &callv1.Signal{Content: &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: "c"}}})
	}
	// The signals are gone with the call, so they are read before.
	const answered = "answered 2, CONNECTING, connected 1, connected 2, CONNECTED"
	wantEvents(t, "the stream of one call", chosen.until("signal 1 1"), answered+", signal 1 1")
	wantEvents(t, "the phone", append(phone.until("signal 1 1"), phone.until("signal 1 1")...), "ringing 2, ringing 2, "+answered+", signal 1 1, "+answered+", signal 1 1")
	a.hangUp(first)
	const stopped = "answered 2, stopped ANSWERED_ELSEWHERE, CONNECTING, connected 1, connected 2, CONNECTED, "
	wantEvents(t, "the desk", desk.until("ended COMPLETED"), "ringing 2, ringing 2, "+stopped+stopped+"left 1 COMPLETED HUNG_UP, left 2 COMPLETED ALONE, ended COMPLETED")
}
