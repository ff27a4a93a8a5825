package call_test

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Ten thousand attempts to make one user ring leave sixteen calls that ring, and nothing of the others; what rings ends in
// its time.
func TestTenThousandRingAttempts(t *testing.T) {
	const attempts, most = 10_000, 16
	tests := []struct {
		name    string
		callers int
		want    map[typev1.Reason]int64
	}{
		{"of one user", 1, map[typev1.Reason]int64{0: most, typev1.Reason_REASON_TOO_MANY_CALLS: 5000 - most, typev1.Reason_REASON_RATE_LIMITED: attempts - 5000}},
		{"of many users", 50, map[typev1.Reason]int64{0: most, typev1.Reason_REASON_TOO_MANY_CALLS: attempts - most}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.Service = call.New(w.ledger, w.hub, call.Options{})
			callee := w.user(0)
			var callers []access.Caller
			for n := range tt.callers {
				callers = append(callers, w.user(n+1))
			}
			got := w.flood(callee, callers, attempts)
			for why, n := range tt.want {
				if got[why].Load() != n {
					t.Errorf("%v came %d times, want %d", why, got[why].Load(), n)
				}
			}
			var head store.Position
			w.view(func(tx store.ReadTx) error { head = tx.Head(); return nil })
			if len(w.timers()) != most || len(w.events()) != most || head > 4*most {
				t.Errorf("there are timers of %d calls, events of %d, and %d entries", len(w.timers()), len(w.events()), head)
			}
			w.pass(time.Minute)
			if left := w.timers(); len(left) > 0 {
				t.Errorf("timers are left: %v", left)
			}
			w.view(func(tx store.ReadTx) error {
				rings, err := record.Any(tx, key.RingingOf(callee.User.Raw()))
				if rings {
					t.Error("the callee still rings")
				}
				return err
			})
			if id := w.start(callers[0], external, callee).GetCallId(); id == "" {
				t.Error("the callee cannot be called afterwards")
			}
		})
	}
}

// flood makes attempts at one callee at the same time, and counts what becomes of them.
func (w *world) flood(callee access.Caller, callers []access.Caller, attempts int) map[typev1.Reason]*atomic.Int64 {
	w.t.Helper()
	got := map[typev1.Reason]*atomic.Int64{0: {}, typev1.Reason_REASON_TOO_MANY_CALLS: {}, typev1.Reason_REASON_RATE_LIMITED: {}}
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := worker; i < attempts; i += 8 {
				_, err := w.StartCall(w.ctx, callers[i%len(callers)], &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{callee.User.Proto()}})
				if n := got[reason.Of(err)]; n != nil && (err == nil || reason.Of(err) != 0) {
					n.Add(1)
				} else {
					w.t.Errorf("an attempt: %v", err)
				}
			}
		})
	}
	group.Wait()
	return got
}
