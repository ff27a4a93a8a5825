package call_test

import (
	"fmt"
	"runtime"
	"sync"
	"testing"

	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
)

// BenchmarkHistory reads what a user and a backend read, after few and after very many past calls of the user. What must not
// grow with them: to open a stream and hear that it has caught up, from now and from a cursor, and each page of a list.
func BenchmarkHistory(b *testing.B) {
	for _, past := range []int{10, 1000, 100_000} {
		w := newWorld(b)
		a, other := w.user(1), w.user(2)
		cursor := w.live(a, other, past)
		w.now = w.now.Add(1e9)
		since := timestamppb.New(w.now)
		running := w.start(a, external, other)
		w.answer(other, external, running.GetCallId())
		backend := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "key"}
		lists := []struct {
			name string
			who  access.Caller
			r    *callv1.ListCallsRequest
		}{
			{"list", a, &callv1.ListCallsRequest{}},
			{"list by state", a, &callv1.ListCallsRequest{States: []callv1.CallState{callv1.CallState_CALL_STATE_CONNECTED}}},
			{"list by time", a, &callv1.ListCallsRequest{StartTime: since}},
			{"list by time, resource", backend, &callv1.ListCallsRequest{StartTime: since}},
			{"list by state, resource", backend, &callv1.ListCallsRequest{States: []callv1.CallState{callv1.CallState_CALL_STATE_CONNECTED}}},
			{"list by participant, resource", backend, &callv1.ListCallsRequest{Participant: w.user(3).User.Proto()}},
		}
		for _, l := range lists {
			b.Run(fmt.Sprintf("%s/past=%d", l.name, past), func(b *testing.B) {
				for b.Loop() {
					if _, err := w.ListCalls(w.ctx, l.who, l.r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		b.Run(fmt.Sprintf("subscribe/past=%d", past), func(b *testing.B) {
			for b.Loop() {
				w.hear(b, a, &callv1.SubscribeRequest{})
			}
		})
		b.Run(fmt.Sprintf("resume/past=%d", past), func(b *testing.B) {
			for b.Loop() {
				w.hear(b, a, &callv1.SubscribeRequest{Start: &callv1.SubscribeRequest_Cursor{Cursor: cursor}})
			}
		})
		b.Run(fmt.Sprintf("subscribe to one/past=%d", past), func(b *testing.B) {
			beginning := &callv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}
			for b.Loop() {
				w.hear(b, a, &callv1.SubscribeRequest{CallIds: []string{running.GetCallId()}, Start: beginning})
			}
		})
	}
}

// live lets a user make calls that end, and returns a cursor from just before the last of them.
func (w *world) live(a, b access.Caller, calls int) (cursor []byte) {
	w.t.Helper()
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := worker; i < calls-1; i += 8 {
				w.hangUp(a, w.start(a, external, b).GetCallId())
			}
		})
	}
	group.Wait()
	s := w.listen(a, "d")
	d, err := s.Next(w.ctx)
	w.must(err)
	s.Close()
	w.hangUp(a, w.start(a, external, b).GetCallId())
	return d.Cursor
}

func (w *world) hangUp(c access.Caller, callID string) {
	w.t.Helper()
	_, err := w.HangUp(w.ctx, c, &callv1.HangUpRequest{CallId: callID})
	w.must(err)
}

// hear opens a stream and reads it until it has caught up.
func (w *world) hear(b *testing.B, c access.Caller, r *callv1.SubscribeRequest) {
	b.Helper()
	s, err := w.Subscribe(w.ctx, c, r)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for {
		d, err := s.Next(w.ctx)
		if err != nil {
			b.Fatal(err)
		}
		if d.Entry == nil && d.CaughtUp {
			return
		}
	}
}

// BenchmarkIdleCall measures the memory of calls in which nothing happens: what the broker keeps for each, and what it keeps
// with two open streams besides.
func BenchmarkIdleCall(b *testing.B) {
	for _, streams := range []bool{false, true} {
		b.Run(fmt.Sprintf("streams=%v", streams), func(b *testing.B) {
			const calls = 2000
			var bytes float64
			for b.Loop() {
				b.StopTimer()
				w := newWorld(b)
				var open []*call.Stream
				before := heap()
				for n := range calls {
					a, other := w.user(2*n), w.user(2*n+1)
					if streams {
						open = append(open, w.listen(a, "d"), w.listen(other, "d"))
					}
					id := w.start(a, external, other).GetCallId()
					w.answer(other, external, id)
				}
				bytes = float64(heap()-before) / calls
				for _, s := range open {
					s.Close()
				}
				b.StartTimer()
			}
			b.ReportMetric(bytes, "B/call")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
