package media_test

import (
	"testing"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
)

// enough is how many packets each side must hear: four seconds of sound.
const enough = 200

// Two peers that nobody here wrote talk through broker and relay, whichever way each of them reaches the relay.
func TestTwoPeersTalk(t *testing.T) {
	tests := []struct{ name, one, other string }{
		{"over UDP", "udp", "udp"},
		{"over TCP", "tcp", "tcp"},
		{"over both", "udp", "tcp"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := start(t)
			anna, ben := newPeer(t, b, "Anna", tt.one), newPeer(t, b, "Ben", tt.other)
			began := time.Now()
			anna.start(ben.rawID)
			anna.ear.await(t, 1)
			ben.ear.await(t, 1)
			setUp := time.Since(began)
			for _, p := range []*peer{anna, ben} {
				p.ear.await(t, enough)
				p.events.await(t, "CONNECTED")
				p.relayed()
			}
			anna.hangUp()
			for name, p := range map[string]*peer{"Anna": anna, "Ben": ben} {
				p.events.await(t, "call ended COMPLETED")
				packets, lost, disorder := p.ear.heard()
				t.Logf("%s heard sound %s after the start of the call: %d packets, %d lost", name, setUp.Round(time.Millisecond), packets, lost)
				if disorder > 0 || lost > enough/10 {
					t.Errorf("%s: of %d packets, %d came out of order and %d not at all", name, packets, disorder, lost)
				}
			}
			// Neither peer has closed its media. It ends because the relay ends it with the legs.
			anna.ice.await(t, "disconnected")
			ben.ice.await(t, "disconnected")
			finished(t, anna)
		})
	}
}

// finished makes sure that a call has the one outcome that it was told to have.
func finished(t *testing.T, p *peer) {
	t.Helper()
	r, err := p.calls.GetCall(t.Context(), &callv1.GetCallRequest{CallId: p.call.GetCallId()})
	must(t, err)
	if c := r.GetCall(); c.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED || len(c.GetLegs()) != 2 {
		t.Errorf("the call is %v", c)
	}
	for _, l := range r.GetCall().GetLegs() {
		if l.GetOutcome() != callv1.Outcome_OUTCOME_COMPLETED {
			t.Errorf("a leg is %v", l)
		}
	}
	if n := p.events.count("call ended COMPLETED"); n != 1 {
		t.Errorf("the call ended %d times", n)
	}
}
