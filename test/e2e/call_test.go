package e2e_test

import (
	"fmt"
	"slices"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// calling is a user that the backend acts as.
func (b *broker) calling(t testing.TB, who party) callv1.CallServiceClient {
	t.Helper()
	return callv1.NewCallServiceClient(b.dial(t, b.credentials.ResourceKeys[0], "parley-act-as", who.rawID))
}

// nextCallEvent returns the next event of a stream and the cursor after it.
func nextCallEvent(t *testing.T, stream grpc.ServerStreamingClient[callv1.SubscribeResponse]) (*callv1.CallEvent, []byte) {
	t.Helper()
	for {
		r, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		if r.GetEvent() != nil {
			return r.GetEvent(), r.GetCursor()
		}
	}
}

// A broker that is killed while a call rings and another is talked in goes on with both: the ringing ends in its time, and
// who was connected to the broker has some time to come back.
func TestCallsSurviveAKill(t *testing.T) {
	b := start(t, t.TempDir())
	anna, ben := communicationUser(t, b, "Anna"), communicationUser(t, b, "Ben")
	toBen := []*typev1.CommunicationIdentifier{{RawId: ben.rawID}}
	stream, err := b.calling(t, ben).Subscribe(t.Context(), &callv1.SubscribeRequest{DeviceId: "phone"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		t.Fatal(err)
	}
	talk, err := b.calling(t, anna).StartCall(t.Context(), &callv1.StartCallRequest{Targets: toBen, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
	if err != nil {
		t.Fatal(err)
	}
	_, err = b.calling(t, ben).AnswerCall(t.Context(), &callv1.AnswerCallRequest{CallId: talk.GetCall().GetCallId(), DeviceId: "phone", MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
	if err != nil {
		t.Fatal(err)
	}
	ring, err := b.calling(t, anna).StartCall(t.Context(), &callv1.StartCallRequest{Targets: toBen, RingTimeout: durationpb.New(5e9)})
	if err != nil {
		t.Fatal(err)
	}
	var cursor []byte
	for rings := 0; rings < 2; {
		var e *callv1.CallEvent
		if e, cursor = nextCallEvent(t, stream); e.GetLegRinging() != nil {
			rings++
		}
	}
	b.kill()

	b = start(t, b.dir)
	if stream, err = b.calling(t, ben).Subscribe(t.Context(), &callv1.SubscribeRequest{DeviceId: "phone", Start: &callv1.SubscribeRequest_Cursor{Cursor: cursor}}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for !slices.Contains(got, "OUTCOME_NO_ANSWER") {
		switch e, _ := nextCallEvent(t, stream); {
		case e.GetLegLost() != nil:
			got = append(got, "lost "+e.GetLegLost().GetLegId())
		case e.GetLegRecovered() != nil:
			got = append(got, "recovered "+e.GetLegRecovered().GetLegId())
		case e.GetCallEnded().GetCall().GetCallId() == ring.GetCall().GetCallId():
			got = append(got, e.GetCallEnded().GetCall().GetOutcome().String())
		}
	}
	// In a database, the next broker knows the first to be gone only when its lease lapses; a device that is back by then was never lost.
	want := []string{"[lost 2 recovered 2 OUTCOME_NO_ANSWER]"}
	if enginetest.Shared() {
		want = append(want, "[OUTCOME_NO_ANSWER]")
	}
	if !slices.Contains(want, fmt.Sprint(got)) {
		t.Errorf("after the restart there came %v, want one of %v", got, want)
	}
	r, err := b.calling(t, anna).GetCall(t.Context(), &callv1.GetCallRequest{CallId: talk.GetCall().GetCallId()})
	if err != nil || r.GetCall().GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("the call is %v, %v", r, err)
	}
}
