package call_test

import (
	"testing"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/access"
)

const (
	signalled = callv1.MediaMode_MEDIA_MODE_SIGNALLED
	external  = callv1.MediaMode_MEDIA_MODE_EXTERNAL
)

func TestTimersEndCalls(t *testing.T) {
	tests := []struct {
		name    string
		play    func(w *world, a, b access.Caller) string
		after   time.Duration
		outcome callv1.Outcome
		cause   callv1.EndCause
	}{
		{"nobody is there", func(w *world, a, b access.Caller) string {
			return w.start(a, external, b).GetCallId()
		}, time.Minute, callv1.Outcome_OUTCOME_UNREACHABLE, callv1.EndCause_END_CAUSE_RING_TIMEOUT},
		{"nobody answers", func(w *world, a, b access.Caller) string {
			w.listen(b, "d").Close()
			defer w.listen(b, "d").Close()
			return w.start(a, external, b).GetCallId()
		}, time.Minute, callv1.Outcome_OUTCOME_NO_ANSWER, callv1.EndCause_END_CAUSE_RING_TIMEOUT},
		{"a device comes while it rings, and nobody answers", func(w *world, a, b access.Caller) string {
			id := w.start(a, external, b).GetCallId()
			w.now = w.now.Add(time.Second)
			w.listen(b, "other").Close()
			return id
		}, time.Minute - time.Second, callv1.Outcome_OUTCOME_NO_ANSWER, callv1.EndCause_END_CAUSE_RING_TIMEOUT},
		{"no media comes", func(w *world, a, b access.Caller) string {
			id := w.start(a, signalled, b).GetCallId()
			w.answer(b, signalled, id)
			return id
		}, time.Minute, callv1.Outcome_OUTCOME_FAILED, callv1.EndCause_END_CAUSE_CONNECT_TIMEOUT},
		{"the device is lost", func(w *world, a, b access.Caller) string {
			id := w.start(a, external, b).GetCallId()
			w.answer(b, external, id)
			w.listen(b, "d").Close()
			return id
		}, 30 * time.Second, callv1.Outcome_OUTCOME_FAILED, callv1.EndCause_END_CAUSE_DEVICE_LOST},
		{"the device is lost with the broker", func(w *world, a, b access.Caller) string {
			id := w.start(a, external, b).GetCallId()
			w.answer(b, external, id)
			w.listen(b, "d")
			w.restart()
			return id
		}, 30 * time.Second, callv1.Outcome_OUTCOME_FAILED, callv1.EndCause_END_CAUSE_DEVICE_LOST},
		{"the time is up", func(w *world, a, b access.Caller) string {
			id := w.start(a, external, b).GetCallId()
			w.answer(b, external, id)
			return id
		}, 24 * time.Hour, callv1.Outcome_OUTCOME_COMPLETED, callv1.EndCause_END_CAUSE_MAX_DURATION},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			id := tt.play(w, w.user(1), w.user(2))
			w.pass(tt.after - time.Microsecond)
			if got := w.stored(id).GetCall(); got.GetEndTime() != nil {
				t.Fatalf("the call ends too early: %v", got)
			}
			w.pass(time.Microsecond)
			got := w.stored(id).GetCall()
			if got.GetOutcome() != tt.outcome || got.GetEndCause() != tt.cause || got.GetEndedBy() != nil {
				t.Errorf("the call ended as %v, %v by %v", got.GetOutcome(), got.GetEndCause(), got.GetEndedBy())
			}
			if left := w.timers(); len(left) > 0 {
				t.Errorf("timers are left: %v", left)
			}
		})
	}
}

func TestDeviceThatComesBackKeepsTheCall(t *testing.T) {
	w := newWorld(t)
	a, b := w.user(1), w.user(2)
	id := w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	one, two := w.listen(b, "d"), w.listen(b, "d")
	one.Close()
	if l := w.stored(id).GetCall().GetLegs()[1]; l.GetLostExpireTime() != nil {
		t.Error("the leg is lost although its device has another stream")
	}
	two.Close()
	w.pass(29 * time.Second)
	w.listen(b, "other")
	if l := w.stored(id).GetCall().GetLegs()[1]; l.GetLostExpireTime() == nil {
		t.Error("the leg is back although another device came")
	}
	w.listen(b, "d")
	w.pass(time.Hour)
	if got := w.stored(id).GetCall(); got.GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		t.Errorf("the call is %v", got)
	}
}

func TestTimersAreDoneOnceThoughTwoRunnersFire(t *testing.T) {
	w := newWorld(t)
	id := w.start(w.user(1), external, w.user(2)).GetCallId()
	w.now = w.now.Add(time.Minute)
	done := make(chan error, 2)
	for range 2 {
		go func() { done <- w.runner.Fire(w.ctx) }()
	}
	w.must(<-done)
	w.must(<-done)
	ends := 0
	for _, e := range w.events()[id] {
		if e.GetCallEnded() != nil {
			ends++
		}
	}
	if ends != 1 {
		t.Errorf("the call ended %d times", ends)
	}
}
