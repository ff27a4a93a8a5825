package call_test

import (
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"testing"

	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/store/pebble"
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

// BenchmarkIdleCall measures the memory of calls in which nothing happens, with the store on a disk: what the broker keeps
// for each, and what it keeps with two open streams besides. What their transport takes is measured by the benchmark of the
// same name in test/e2e.
func BenchmarkIdleCall(b *testing.B) {
	const warm, calls = 500, 5000
	for _, streams := range []bool{false, true} {
		b.Run(fmt.Sprintf("streams=%v", streams), func(b *testing.B) {
			for b.Loop() {
				s, err := pebble.Open(b.TempDir(), pebble.Options{CacheSize: 1 << 20, ReadCacheSize: 1 << 20, MemTableSize: 1 << 20, Reserve: -1, Logger: slog.New(slog.DiscardHandler)})
				if err != nil {
					b.Fatal(err)
				}
				w := newWorldOn(b, s)
				open := w.idle(0, warm, streams) // what a store takes at first is not counted
				before := heap()
				open = append(open, w.idle(warm, warm+calls, streams)...)
				b.ReportMetric(float64(heap()-before)/calls, "B/call")
				for _, stream := range open {
					stream.Close()
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// idle connects as many calls as there are numbers, each of two users of its own, and returns their streams.
func (w *world) idle(from, to int, streams bool) (open []*call.Stream) {
	w.t.Helper()
	var group sync.WaitGroup
	var mu sync.Mutex
	for worker := range 16 {
		group.Go(func() {
			for n := from + worker; n < to; n += 16 {
				a, other := w.user(2*n), w.user(2*n+1)
				if streams {
					mu.Lock()
					open = append(open, w.listen(a, "d"), w.listen(other, "d"))
					mu.Unlock()
				}
				w.answer(other, external, w.start(a, external, other).GetCallId())
			}
		})
	}
	group.Wait()
	return open
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
