package call_test

import (
	"testing"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/reason"
)

// More signals than the end of a call erases at once are erased a little later.
func TestEverySignalIsErasedAfterTheEnd(t *testing.T) {
	w := newWorld(t)
	a, b := w.user(1), w.user(2)
	id := w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	candidate := &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: "c"}}
	for range 700 {
		for to, from := range map[string]access.Caller{"2": a, "1": b} {
			_, err := w.SendSignal(w.ctx, from, &callv1.SendSignalRequest{CallId: id, Signal: &callv1.Signal{ToLegId: to, Content: candidate}})
			w.must(err)
		}
	}
	_, err := w.HangUp(w.ctx, a, &callv1.HangUpRequest{CallId: id})
	w.must(err)
	left := func() (n int) {
		for _, e := range w.events()[id] {
			if e.GetSignalReceived() != nil {
				n++
			}
		}
		return n
	}
	if n := left(); n != 400 {
		t.Errorf("the end leaves %d signals", n)
	}
	w.pass(0)
	if n := left(); n != 0 || len(w.timers()) > 0 {
		t.Errorf("%d signals are left, and %v is due", n, w.timers())
	}
}

func TestAnOpenOfferLapsesWhenItsLegIsLost(t *testing.T) {
	w := newWorld(t)
	a, b := w.user(1), w.user(2)
	id := w.start(a, external, b).GetCallId()
	w.answer(b, external, id)
	stream := w.listen(a, "d")
	offer := func(from access.Caller, to string) error {
		_, err := w.SendSignal(w.ctx, from, &callv1.SendSignalRequest{CallId: id, Signal: &callv1.Signal{ToLegId: to, Content: &callv1.Signal_Offer{Offer: &callv1.SessionOffer{Sdp: "o"}}}})
		return err
	}
	w.must(offer(a, "2"))
	if err := offer(b, "1"); !reason.Is(err, typev1.Reason_REASON_SIGNAL_OUT_OF_TURN) {
		t.Errorf("an offer while another is open: %v", err)
	}
	stream.Close()
	w.listen(a, "d")
	w.must(offer(b, "1"))
}
