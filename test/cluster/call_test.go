package cluster_test

import (
	"context"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// device is a device of somebody, whose stream is at one broker.
type device struct {
	t      *testing.T
	who    party
	name   string
	at     *broker
	stream grpc.ServerStreamingClient[callv1.SubscribeResponse]
	// sequences are the numbers of the last events of calls.
	sequences map[string]int64
}

// connect opens the stream of a device at the broker of a slot. The stream begins before it returns.
func (w *world) connect(t *testing.T, slot int, who party, name string) *device {
	t.Helper()
	ctx, cancel := context.WithTimeout(who.in(t.Context()), patience)
	t.Cleanup(cancel)
	d := &device{t: t, who: who, name: name, at: w.broker(slot), sequences: map[string]int64{}}
	var err error
	if d.stream, err = d.at.call.Subscribe(ctx, &callv1.SubscribeRequest{DeviceId: name}); err == nil {
		_, err = d.stream.Recv()
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// next returns the next event that is wanted, and checks that those of each call come in order.
func (d *device) next(wanted func(*callv1.CallEvent) bool) *callv1.CallEvent {
	d.t.Helper()
	for {
		r, err := d.stream.Recv()
		if err != nil {
			d.t.Fatalf("%s: %v", d.who.rawID, err)
		}
		e := r.GetEvent()
		if e == nil {
			continue
		}
		if n := e.GetSequence(); n != 0 { // signals have none
			if before := d.sequences[e.GetCallId()]; n <= before {
				d.t.Fatalf("%s got event %d of a call after %d", d.who.rawID, n, before)
			}
			d.sequences[e.GetCallId()] = n
		}
		if wanted(e) {
			return e
		}
	}
}

func (d *device) ctx() context.Context { return d.who.in(d.t.Context()) }

// start starts a call to somebody.
func (d *device) start(to party, mode callv1.MediaMode) *callv1.StartCallResponse {
	d.t.Helper()
	started, err := d.at.call.StartCall(d.ctx(), &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{{RawId: to.rawID}}, DeviceId: d.name, MediaMode: mode, RingTimeout: durationpb.New(5 * time.Second),
	})
	if err != nil || len(started.GetRefusedTargets()) > 0 {
		d.t.Fatal(started.GetRefusedTargets(), err)
	}
	return started
}

// answer waits for a call and answers it.
func (d *device) answer(mode callv1.MediaMode) *callv1.AnswerCallResponse {
	d.t.Helper()
	rings := d.next(func(e *callv1.CallEvent) bool { return e.GetLegRinging() != nil })
	answered, err := d.at.call.AnswerCall(d.ctx(), &callv1.AnswerCallRequest{CallId: rings.GetCallId(), DeviceId: d.name, MediaMode: mode})
	if err != nil {
		d.t.Fatal(err)
	}
	return answered
}

// signal sends a signal to a leg.
func (d *device) signal(callID string, s *callv1.Signal) {
	d.t.Helper()
	if _, err := d.at.call.SendSignal(d.ctx(), &callv1.SendSignalRequest{CallId: callID, Signal: s}); err != nil {
		d.t.Fatal(err)
	}
}

func ended(e *callv1.CallEvent) bool        { return e.GetCallEnded() != nil }
func signalled(e *callv1.CallEvent) bool    { return e.GetSignalReceived() != nil }
func connectedLeg(e *callv1.CallEvent) bool { return e.GetLegConnected() != nil }

func TestCallBetweenUsersOfDifferentBrokers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	anna, tess := w.connect(t, 0, w.anna, "laptop"), w.connect(t, 2, w.tess, "phone")
	started := anna.start(w.tess, callv1.MediaMode_MEDIA_MODE_SIGNALLED)
	callID := started.GetCall().GetCallId()
	answered := tess.answer(callv1.MediaMode_MEDIA_MODE_SIGNALLED)
	if answered.GetCall().GetCallId() != callID {
		t.Fatalf("answered another call: %v", answered.GetCall())
	}
	anna.next(func(e *callv1.CallEvent) bool { return e.GetLegAnswered() != nil })

	anna.signal(callID, &callv1.Signal{ToLegId: answered.GetLegId(), Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "offer"}}})
	offer := tess.next(signalled).GetSignalReceived().GetSignal()
	tess.signal(callID, &callv1.Signal{ToLegId: offer.GetFromLegId(), Content: &callv1.Signal_Answer{
		Answer: &callv1.SessionAnswer{Sdp: "answer", OfferSequence: offer.GetSignalSequence()},
	}})
	if got := anna.next(signalled).GetSignalReceived().GetSignal().GetAnswer().GetSdp(); got != "answer" {
		t.Errorf("Anna got %q", got)
	}
	for _, d := range []*device{anna, tess} {
		to := answered.GetLegId()
		if d == tess {
			to = offer.GetFromLegId()
		}
		d.signal(callID, &callv1.Signal{ToLegId: to, Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}})
	}
	anna.next(connectedLeg)
	tess.next(connectedLeg)
	if _, err := w.broker(1).call.HangUp(tess.ctx(), &callv1.HangUpRequest{CallId: callID}); err != nil {
		t.Fatal(err)
	}
	for _, d := range []*device{anna, tess} {
		if outcome := d.next(ended).GetCallEnded().GetCall().GetOutcome(); outcome != callv1.Outcome_OUTCOME_COMPLETED {
			t.Errorf("the call ended with %v", outcome)
		}
	}
}

// TestRevocationEndsCallsAtOtherBrokers ends a call by a change of policy that a third broker is told.
func TestRevocationEndsCallsAtOtherBrokers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	anna, tess := w.connect(t, 0, w.anna, "laptop"), w.connect(t, 2, w.tess, "phone")
	anna.start(w.tess, callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	tess.answer(callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	w.allow(1, false)
	if outcome := anna.next(ended).GetCallEnded().GetCall().GetOutcome(); outcome != callv1.Outcome_OUTCOME_POLICY_REVOKED {
		t.Errorf("the call ended with %v", outcome)
	}
}

// TestRingingEndsOnce lets calls ring until their time is up: all brokers watch the clock, and one of them ends each call.
func TestRingingEndsOnce(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	anna, ben := w.connect(t, 0, w.anna, "laptop"), w.connect(t, 1, w.ben, "phone")
	const calls = 10
	for range calls {
		anna.start(w.ben, callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	}
	for _, d := range []*device{anna, ben} {
		legs, over := map[string]int{}, map[string]int{}
		for len(over) < calls {
			e := d.next(func(*callv1.CallEvent) bool { return true })
			if leg := e.GetLegEnded().GetLeg(); leg.GetEndCause() == callv1.EndCause_END_CAUSE_RING_TIMEOUT {
				legs[e.GetCallId()+" "+leg.GetLegId()]++
			}
			if c := e.GetCallEnded().GetCall(); c != nil {
				over[c.GetCallId()]++
				if c.GetOutcome() != callv1.Outcome_OUTCOME_NO_ANSWER {
					t.Errorf("a call ended with %v", c.GetOutcome())
				}
			}
		}
		for leg, times := range legs {
			if times != 1 {
				t.Errorf("%s saw leg %s end %d times", d.who.rawID, leg, times)
			}
		}
		if d == anna && len(legs) != calls {
			t.Errorf("%d legs ended by their ring timeout, want %d", len(legs), calls)
		}
	}
	// What is not to come would come now, before the end of another call.
	last := anna.start(w.ben, callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	if _, err := w.broker(2).call.HangUp(anna.ctx(), &callv1.HangUpRequest{CallId: last.GetCall().GetCallId()}); err != nil {
		t.Fatal(err)
	}
	if e := anna.next(ended); e.GetCallId() != last.GetCall().GetCallId() {
		t.Errorf("call %s ended twice", e.GetCallId())
	}
}

// TestDeviceOfAKilledBrokerIsLost kills the broker that a device in a call is connected to: the others notice when its lease lapses,
// and end the call as the device does not come back.
func TestDeviceOfAKilledBrokerIsLost(t *testing.T) {
	t.Parallel()
	if !*long {
		t.Skip("a lease lapses after 15 s: make faults waits for that")
	}
	w := newSharedWorld(t)
	anna, ben := w.connect(t, 0, w.anna, "laptop"), w.connect(t, 2, w.ben, "phone")
	started := anna.start(w.ben, callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	answered := ben.answer(callv1.MediaMode_MEDIA_MODE_EXTERNAL)
	w.broker(2).kill()
	lost := anna.next(func(e *callv1.CallEvent) bool { return e.GetLegLost() != nil })
	if leg := lost.GetLegLost().GetLegId(); leg != answered.GetLegId() {
		t.Errorf("leg %s was lost, want %s", leg, answered.GetLegId())
	}
	over := anna.next(ended)
	if over.GetCallId() != started.GetCall().GetCallId() {
		t.Errorf("call %s ended", over.GetCallId())
	}
	for _, leg := range over.GetCallEnded().GetCall().GetLegs() {
		if leg.GetLegId() == answered.GetLegId() && leg.GetEndCause() != callv1.EndCause_END_CAUSE_DEVICE_LOST {
			t.Errorf("the leg of the lost device ended by %v", leg.GetEndCause())
		}
	}
}
