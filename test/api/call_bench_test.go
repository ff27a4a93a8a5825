package api_test

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/server/brokertest"
)

// BenchmarkCallSetUp makes whole calls over gRPC on a real disk: start, ring, answer, connected, hang up. Each pair of users calls
// again and again, both with a stream that sees everything. The delay is from before the answer is sent to when the
// caller's stream has it.
func BenchmarkCallSetUp(b *testing.B) {
	for _, pairs := range []int{1, 16, 64} {
		b.Run(fmt.Sprintf("pairs=%d", pairs), func(b *testing.B) {
			broker := brokertest.Start(b)
			all := make([]*talkers, pairs)
			for i := range all {
				all[i] = newTalkers(b, broker)
			}
			var left atomic.Int64
			left.Store(int64(b.N))
			b.ResetTimer()
			var group sync.WaitGroup
			for _, p := range all {
				group.Go(func() {
					for left.Add(-1) >= 0 {
						p.talk(b)
					}
				})
			}
			group.Wait()
			b.StopTimer()
			var delays []time.Duration
			for _, p := range all {
				delays = append(delays, p.delays...)
			}
			slices.Sort(delays)
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "calls/s")
			b.ReportMetric(float64(delays[len(delays)/2].Microseconds()), "µs-median-delay")
			b.ReportMetric(float64(delays[len(delays)*99/100].Microseconds()), "µs-p99-delay")
		})
	}
}

// talkers are two users who call each other.
type talkers struct {
	caller, callee             callv1.CallServiceClient
	calleeID                   *typev1.CommunicationIdentifier
	callerEvents, calleeEvents chan heard
	delays                     []time.Duration
}

// heard is an event with the time at which a stream had it.
type heard struct {
	event *callv1.CallEvent
	at    time.Time
}

func newTalkers(b *testing.B, broker *brokertest.Broker) *talkers {
	b.Helper()
	p := &talkers{}
	p.caller, _ = talker(b, broker)
	var id string
	p.callee, id = talker(b, broker)
	p.calleeID = raw(id)
	p.callerEvents, p.calleeEvents = streamOf(b, p.caller), streamOf(b, p.callee)
	return p
}

func talker(b *testing.B, broker *brokertest.Broker) (callv1.CallServiceClient, string) {
	b.Helper()
	r, err := identityv1.NewIdentityServiceClient(broker.Conn(b, broker.Credentials.ResourceKeys[0])).CreateUser(b.Context(), &identityv1.CreateUserRequest{
		TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_VOIP},
	})
	if err != nil {
		b.Fatal(err)
	}
	return callv1.NewCallServiceClient(broker.Conn(b, r.GetAccessToken().GetToken())), r.GetUser().GetIdentifier().GetRawId()
}

// streamOf opens a stream, and reads it as it comes.
func streamOf(b *testing.B, c callv1.CallServiceClient) chan heard {
	b.Helper()
	stream, err := c.Subscribe(b.Context(), &callv1.SubscribeRequest{DeviceId: "d"})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil {
		b.Fatal(err)
	}
	events := make(chan heard, 100)
	go read(stream, events)
	return events
}

func read(stream grpc.ServerStreamingClient[callv1.SubscribeResponse], events chan<- heard) {
	defer close(events)
	for {
		r, err := stream.Recv()
		if err != nil {
			return
		}
		if r.GetEvent() != nil {
			events <- heard{r.GetEvent(), time.Now()}
		}
	}
}

// talk makes one call.
func (p *talkers) talk(b *testing.B) {
	b.Helper()
	const external = callv1.MediaMode_MEDIA_MODE_EXTERNAL
	r, err := p.caller.StartCall(b.Context(), &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{p.calleeID}, MediaMode: external, DeviceId: "d"})
	if err != nil {
		b.Error(err)
		return
	}
	callID := r.GetCall().GetCallId()
	await(p.calleeEvents, func(e *callv1.CallEvent) bool { return e.GetLegRinging() != nil })
	before := time.Now()
	if _, err := p.callee.AnswerCall(b.Context(), &callv1.AnswerCallRequest{CallId: callID, MediaMode: external, DeviceId: "d"}); err != nil {
		b.Error(err)
		return
	}
	p.delays = append(p.delays, await(p.callerEvents, func(e *callv1.CallEvent) bool { return e.GetLegAnswered() != nil }).Sub(before))
	await(p.callerEvents, func(e *callv1.CallEvent) bool {
		return e.GetCallStateChanged().GetState() == callv1.CallState_CALL_STATE_CONNECTED
	})
	if _, err := p.caller.HangUp(b.Context(), &callv1.HangUpRequest{CallId: callID}); err != nil {
		b.Error(err)
		return
	}
	for _, events := range []chan heard{p.callerEvents, p.calleeEvents} {
		await(events, func(e *callv1.CallEvent) bool { return e.GetCallEnded() != nil })
	}
}

// await reads events up to one that fits, and returns when that was there; the zero time if the stream has ended.
func await(events <-chan heard, fits func(*callv1.CallEvent) bool) time.Time {
	for h := range events {
		if fits(h.event) {
			return h.at
		}
	}
	return time.Time{}
}
