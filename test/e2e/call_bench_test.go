package e2e_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// BenchmarkIdleCall measures the memory of a broker process, as its operator sees it, for each call in which nothing happens.
// Without streams it is what the store buffers of recent writes, which is bounded; with them, both parties listen over gRPC,
// 50 streams on a connection. Garbage is collected at every occasion: usually it is left to lie about while there is room.
func BenchmarkIdleCall(b *testing.B) {
	const warm, calls = 250, 2000
	b.Setenv("GOGC", "5")
	for _, streams := range []bool{false, true} {
		b.Run(fmt.Sprintf("streams=%v", streams), func(b *testing.B) {
			for b.Loop() {
				broker := start(b, b.TempDir())
				broker.idle(b, warm, streams)
				before := broker.resident(b)
				broker.idle(b, calls, streams)
				b.ReportMetric(float64(broker.resident(b)-before)/calls, "B/call")
				broker.kill()
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// idle connects calls of users of their own, whose streams last as long as the broker.
func (b *broker) idle(t testing.TB, calls int, streams bool) {
	t.Helper()
	var group sync.WaitGroup
	for range calls / 25 {
		group.Go(func() {
			conn := b.dial(t, b.credentials.ResourceKeys[0])
			for range 25 {
				if err := connectCall(t, conn, streams); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

// connectCall lets one new user call another; with streams, both listen.
func connectCall(t testing.TB, conn *grpc.ClientConn, streams bool) error {
	t.Helper()
	calls := callv1.NewCallServiceClient(conn)
	var ids [2]string
	for i := range ids {
		r, err := identityv1.NewIdentityServiceClient(conn).CreateUser(t.Context(), &identityv1.CreateUserRequest{})
		if err != nil {
			return err
		}
		ids[i] = r.GetUser().GetIdentifier().GetRawId()
		if !streams {
			continue
		}
		stream, err := calls.Subscribe(as(t, ids[i]), &callv1.SubscribeRequest{DeviceId: "d"})
		if err == nil {
			_, err = stream.Recv()
		}
		if err != nil {
			return err
		}
	}
	const external = callv1.MediaMode_MEDIA_MODE_EXTERNAL
	started, err := calls.StartCall(as(t, ids[0]), &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{{RawId: ids[1]}}, DeviceId: "d", MediaMode: external,
	})
	if err != nil {
		return err
	}
	answered, err := calls.AnswerCall(as(t, ids[1]), &callv1.AnswerCallRequest{
		CallId: started.GetCall().GetCallId(), DeviceId: "d", MediaMode: external,
	})
	if err == nil && answered.GetCall().GetState() != callv1.CallState_CALL_STATE_CONNECTED {
		err = fmt.Errorf("the call is %v", answered.GetCall())
	}
	return err
}

// as acts as a user.
func as(t testing.TB, rawID string) context.Context {
	return metadata.AppendToOutgoingContext(t.Context(), "parley-act-as", rawID)
}

// resident is the memory that the process has, in bytes.
func (b *broker) resident(t testing.TB) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", b.cmd.Process.Pid))
	if err != nil {
		t.Skip("how much memory a process has is read on Linux only: ", err)
	}
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(size), " kB"), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return kib << 10
		}
	}
	t.Fatal("the process tells no memory")
	return 0
}
