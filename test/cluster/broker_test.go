package cluster_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// broker is a broker process that serves, and the connection of the tests to it.
type broker struct {
	*program

	slot    int
	address string
	conn    *grpc.ClientConn
	chat    chatv1.ChatServiceClient
	call    callv1.CallServiceClient
	policy  policyv1.PolicyServiceClient
}

// startBroker starts a broker and waits until it serves.
func startBroker(t testing.TB, slot int, args ...string) *broker {
	t.Helper()
	b := &broker{slot: slot, program: launch(t, append([]string{"--listen", "127.0.0.1:0"}, args...)...)}
	for b.address == "" {
		l, ok := b.line()
		if !ok {
			t.Fatalf("the broker ended with %d: %s", b.exitCode(), b.stderr.String())
		}
		_, b.address, _ = strings.Cut(l, "serves gRPC on ")
	}
	b.hush()
	b.conn = dial(t, b.address)
	b.chat, b.call = chatv1.NewChatServiceClient(b.conn), callv1.NewCallServiceClient(b.conn)
	b.policy = policyv1.NewPolicyServiceClient(b.conn)
	return b
}

func dial(t testing.TB, address string) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// stop tells the broker to stop, and checks that it does so in good order.
func (b *broker) stop() {
	b.t.Helper()
	b.signal(syscall.SIGTERM)
	if code := b.exitCode(); code != 0 {
		b.t.Errorf("the broker stopped with exit code %d: %s", code, b.stderr.String())
	}
}

// kill ends the broker as a loss of the machine would.
func (b *broker) kill() {
	b.t.Helper()
	b.signal(syscall.SIGKILL)
	b.exitCode()
}

// with returns a context whose requests have a credential.
func with(ctx context.Context, credential string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
}

// reasonOf returns the reason that a status names, and whether it says when to try again.
func reasonOf(err error) (reason string, retry bool) {
	for _, d := range status.Convert(err).Details() {
		switch d := d.(type) {
		case *errdetails.ErrorInfo:
			reason = d.GetReason()
		case *errdetails.RetryInfo:
			retry = d.GetRetryDelay().AsDuration() > 0
		}
	}
	return reason, retry
}

// credentialsFile is what the first start writes, as an operator reads it.
type credentialsFile struct {
	ResourceID     string    `json:"resource_id"`
	ResourceKeys   [2]string `json:"resource_keys"`
	TenantAdminKey string    `json:"tenant_admin_key"`
}

// cell is some brokers on one store. Each has a slot and a data directory of its own, which a new process takes over.
type cell struct {
	t           testing.TB
	credentials credentialsFile
	places      []place

	mu      sync.Mutex
	brokers []*broker
}

// place is what a broker is started with.
type place struct{ dir, store string }

// newCell starts brokers, one for each address of the store; an empty one is the embedded engine.
func newCell(t testing.TB, stores ...string) *cell {
	t.Helper()
	c := &cell{t: t, brokers: make([]*broker, len(stores))}
	for slot, store := range stores {
		c.places = append(c.places, place{t.TempDir(), store})
		c.start(slot)
	}
	content, err := os.ReadFile(filepath.Join(c.places[0].dir, "credentials.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &c.credentials); err != nil {
		t.Fatal(err)
	}
	return c
}

// three returns an address three times.
func three(dsn string) []string { return []string{dsn, dsn, dsn} }

// start starts a broker in a slot whose broker has ended, or never was.
func (c *cell) start(slot int) {
	c.t.Helper()
	p := c.places[slot]
	b := startBroker(c.t, slot, append([]string{
		"--data-dir", p.dir, "--store", p.store, "--reserve-mib", "1", "--messages-per-second", "1000000", "--message-burst", "1000000",
		"--lost-grace", "1s",
	}, profiling...)...)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.brokers[slot] = b
}

// profiling are further arguments of every broker.
var profiling []string

// broker returns the latest broker of a slot.
func (c *cell) broker(slot int) *broker {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.brokers[slot%len(c.brokers)]
}
