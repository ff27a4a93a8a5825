package cluster_test

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// BenchmarkCell compares a broker on the embedded engine, one on PostgreSQL and three on PostgreSQL, all driven over gRPC.
func BenchmarkCell(b *testing.B) {
	for _, kind := range []struct {
		name    string
		brokers int
		shared  bool
	}{{"pebble=1", 1, false}, {"postgres=1", 1, true}, {"postgres=3", 3, true}} {
		b.Run(kind.name, func(b *testing.B) {
			stores := make([]string, kind.brokers)
			if kind.shared {
				// The tests' servers have 32 MB of shared buffers, as small ones do; a benchmark is for a real one.
				server := pgtest.New(b, "shared_buffers=256MB", "wal_buffers=16MB")
				stores = slices.Repeat([]string{server.DSN(server.Database(b))}, kind.brokers)
			}
			w := newWorld(b, newCell(b, stores...))
			for _, callers := range []int{1, 16, 128} {
				b.Run(fmt.Sprintf("sends/callers=%d", callers), func(b *testing.B) { benchmarkSends(b, w, callers) })
			}
			b.Run("delay", func(b *testing.B) { benchmarkDelay(b, w) })
			b.Run("fanout", func(b *testing.B) { benchmarkFanOut(b, w) })
		})
	}
}

// callersPerConnection is how many callers, or subscribers, share a connection.
const callersPerConnection = 16

// benchmarkSends sends from many callers, each to a thread of its own, spread over the brokers.
func benchmarkSends(b *testing.B, w *world, callers int) {
	var clients []chatv1.ChatServiceClient
	var threads []string
	for caller := range callers {
		threads = append(threads, w.thread(0, w.ben))
		if caller%callersPerConnection == 0 {
			for slot := range w.brokers {
				clients = append(clients, chatv1.NewChatServiceClient(dial(b, w.broker(slot).address)))
			}
		}
	}
	var sent atomic.Int64
	var group sync.WaitGroup
	run, before := time.Now().UnixNano(), spent()
	b.ResetTimer()
	for caller, thread := range threads {
		group.Go(func() {
			ctx := w.ben.in(b.Context())
			for n := sent.Add(1); n <= int64(b.N); n = sent.Add(1) {
				_, err := clients[caller%len(clients)].SendMessage(ctx, &chatv1.SendMessageRequest{
					ThreadId: thread, Content: "the roof is done, and the sun is out", IdempotencyKey: fmt.Sprint(run, "-", n),
				})
				if err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "sends/s")
	reportCost(b, before)
}

// benchmarkDelay measures from the moment in which a message is sent to the first broker to that in which a subscriber of the
// last one has it, which may be before the sender has its answer. There is one message at a time. The largest delay tells whether
// one had to wait until the log was polled.
func benchmarkDelay(b *testing.B, w *world) {
	thread := w.thread(0, w.ben)
	stream, err := w.broker(len(w.brokers)-1).chat.Subscribe(w.anna.in(b.Context()),
		&chatv1.SubscribeRequest{ThreadIds: []string{thread}, Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_NOW}})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		b.Fatal(err)
	}
	arrivals := make(chan time.Time, 1)
	go func() {
		defer close(arrivals)
		for r, err := stream.Recv(); err == nil; r, err = stream.Recv() {
			if r.GetEvent() != nil {
				arrivals <- time.Now()
			}
		}
	}()
	var delays []time.Duration
	for b.Loop() {
		began := time.Now()
		if _, err := w.broker(0).chat.SendMessage(w.ben.in(b.Context()), &chatv1.SendMessageRequest{ThreadId: thread, Content: "now"}); err != nil {
			b.Fatal(err)
		}
		arrived, ok := <-arrivals
		if !ok {
			b.Fatal("the stream has ended")
		}
		delays = append(delays, arrived.Sub(began))
	}
	slices.Sort(delays)
	b.ReportMetric(milliseconds(delays[len(delays)/2]), "ms-median")
	b.ReportMetric(milliseconds(delays[len(delays)*99/100]), "ms-p99")
	b.ReportMetric(milliseconds(delays[len(delays)-1]), "ms-max")
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// audience is how many subscribers follow the thread of benchmarkFanOut, spread over the brokers.
const audience = 96

// benchmarkFanOut counts what the subscribers of all brokers receive of a thread that one pipeline writes to. However many brokers
// there are, as many subscribers share a connection.
func benchmarkFanOut(b *testing.B, w *world) {
	thread := w.thread(0, w.ben)
	brokers := len(w.brokers)
	conns := make([]chatv1.ChatServiceClient, brokers)
	var ready, done sync.WaitGroup
	for i := range audience {
		slot := i % brokers
		if i/brokers%callersPerConnection == 0 {
			conns[slot] = chatv1.NewChatServiceClient(dial(b, w.broker(slot).address))
		}
		at := conns[slot]
		ready.Add(1)
		done.Go(func() { w.receive(b, at, thread, b.N, ready.Done) })
	}
	ready.Wait()
	stream, err := w.broker(0).chat.SendMessages(w.ben.in(b.Context()))
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	const window = 64 // messages that wait for their acknowledgement
	for n := range b.N + window {
		if n < b.N {
			m := &chatv1.SendMessageRequest{ThreadId: thread, Content: "to all"}
			if err := stream.Send(&chatv1.SendMessagesRequest{Tag: int64(n), Message: m}); err != nil {
				b.Fatal(err)
			}
		}
		if n >= window {
			if r, err := stream.Recv(); err != nil || r.GetError() != nil {
				b.Fatal(err, r.GetError())
			}
		}
	}
	done.Wait()
	b.ReportMetric(float64(b.N*audience)/b.Elapsed().Seconds(), "deliveries/s")
}

// receive subscribes to a thread and reads so many events.
func (w *world) receive(b *testing.B, at chatv1.ChatServiceClient, thread string, events int, ready func()) {
	ready = sync.OnceFunc(ready)
	defer ready()
	stream, err := at.Subscribe(w.anna.in(b.Context()),
		&chatv1.SubscribeRequest{ThreadIds: []string{thread}, Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_NOW}})
	for err == nil && events > 0 {
		var r *chatv1.SubscribeResponse
		if r, err = stream.Recv(); r.GetEvent() != nil {
			events--
		}
		ready()
	}
	if err != nil {
		b.Error(err)
	}
}
