package media_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// broker is a broker process that serves, and relays on loopback.
type broker struct {
	t *testing.T
	// address is where it serves gRPC, and web where it serves browsers, if it does.
	address, web string
	backend      string
}

// start starts a broker on the engine that enginetest says, and waits until it serves. Two relayed addresses of one relay reach each other, so nothing needs to
// be allowed for them to meet on loopback.
func start(t *testing.T, args ...string) *broker {
	t.Helper()
	dir := t.TempDir()
	usual := []string{"--listen", "127.0.0.1:0", "--data-dir", dir, "--relay-listen", "127.0.0.1:0", "--relay-only", "--drain-timeout", "1s", "--store", enginetest.Database(t)}
	cmd := exec.CommandContext(t.Context(), parley, append(usual, args...)...)
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "PARLEY_") })
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	var said bytes.Buffer
	cmd.Stderr = &said
	stdout, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	b := &broker{t: t}
	ready := make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			if _, address, ok := strings.Cut(lines.Text(), "serves gRPC on "); ok {
				b.address = address
			}
			if _, address, ok := strings.Cut(lines.Text(), "serves gRPC-Web and Connect on "); ok {
				b.web = "http://" + address
			}
			if lines.Text() == "Ctrl-C stops it." {
				close(ready)
			}
		}
		ended <- cmd.Wait()
	}()
	t.Cleanup(func() { // the context has told it to stop
		if err := <-ended; err != nil && !strings.Contains(err.Error(), "context canceled") {
			t.Errorf("the broker ended: %v", err)
		}
		if t.Failed() {
			t.Logf("the broker wrote to its standard error:\n%s", said.String())
		}
	})
	await(t, "the broker", ready)
	b.backend = readBackend(t, dir)
	return b
}

// readBackend returns a key of the first resource's backend.
func readBackend(t *testing.T, dir string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "credentials.json"))
	must(t, err)
	var c struct {
		ResourceKeys []string `json:"resource_keys"`
	}
	must(t, json.Unmarshal(content, &c))
	return c.ResourceKeys[0]
}

// user is a communication user with a token of its own.
type user struct {
	rawID, token string
}

func (b *broker) user(name string) user {
	b.t.Helper()
	conn := b.dial(b.backend)
	defer conn.Close()
	r, err := identityv1.NewIdentityServiceClient(conn).CreateUser(b.t.Context(), &identityv1.CreateUserRequest{
		DisplayName: name, TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_VOIP},
	})
	must(b.t, err)
	return user{rawID: r.GetUser().GetIdentifier().GetRawId(), token: r.GetAccessToken().GetToken()}
}

// relayAddress asks where the relay is over UDP, in a call that nobody answers.
func (b *broker) relayAddress() string {
	b.t.Helper()
	caller, callee := b.user("Cleo"), b.user("Dora")
	conn := b.dial(caller.token)
	defer conn.Close()
	calls := callv1.NewCallServiceClient(conn)
	started, err := calls.StartCall(b.t.Context(), &callv1.StartCallRequest{Targets: []*typev1.CommunicationIdentifier{{RawId: callee.rawID}}})
	must(b.t, err)
	g, err := calls.GetRelayConfiguration(b.t.Context(), &callv1.GetRelayConfigurationRequest{CallId: started.GetCall().GetCallId()})
	must(b.t, err)
	address, _, _ := strings.Cut(strings.TrimPrefix(g.GetUrls()[0], "turn:"), "?")
	return address
}

// dial returns a connection that sends a credential with every call.
func (b *broker) dial(credential string) *grpc.ClientConn {
	b.t.Helper()
	with := func(ctx context.Context) context.Context {
		return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
	}
	conn, err := grpc.NewClient(b.address, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithUnaryInterceptor(func(ctx context.Context, method string, request, response any, c *grpc.ClientConn, next grpc.UnaryInvoker, opts ...grpc.CallOption) error {
			return next(with(ctx), method, request, response, c, opts...)
		}),
		grpc.WithStreamInterceptor(func(ctx context.Context, d *grpc.StreamDesc, c *grpc.ClientConn, method string, next grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
			return next(with(ctx), d, c, method, opts...)
		}))
	must(b.t, err)
	return conn
}
