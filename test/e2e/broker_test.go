package e2e_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// broker is a broker process that serves.
type broker struct {
	*program

	dir         string
	address     string
	credentials credentialsFile
	// transport are the arguments that let grpcurl connect.
	transport []string
}

// credentialsFile is the file that the first start writes, as an operator reads it.
type credentialsFile struct {
	OperatorKey    string    `json:"operator_key"`
	ResourceID     string    `json:"resource_id"`
	ResourceKeys   [2]string `json:"resource_keys"`
	TenantID       string    `json:"tenant_id"`
	TenantAdminKey string    `json:"tenant_admin_key"`
}

// databases has the database of each data directory, where tests run on databases.
var databases sync.Map

// storeOf returns the arguments that say where the store of a data directory is.
func storeOf(t testing.TB, dir string) []string {
	t.Helper()
	if !enginetest.Shared() {
		return nil
	}
	known, ok := databases.Load(dir)
	if !ok {
		known = enginetest.Database(t)
		databases.Store(dir, known)
	}
	return []string{fmt.Sprintf("--store=%s", known)}
}

// start starts a broker on a data directory, which may have been used before, and waits until it serves. Its store is of the
// engine that enginetest says, unless the arguments name one.
func start(t testing.TB, dir string, args ...string) *broker {
	t.Helper()
	args = append(storeOf(t, dir), args...)
	began := time.Now()
	b := &broker{dir: dir, transport: []string{"-plaintext"}}
	b.program = launch(t, parleyCommand(t.Context(), append([]string{"--listen", "127.0.0.1:0", "--data-dir", dir}, args...)...))
	for b.address == "" {
		l, ok := b.line()
		if !ok {
			t.Fatalf("the broker ended with %d: %s", b.exitCode(), b.stderr.String())
		}
		_, b.address, _ = strings.Cut(l, "serves gRPC on ")
	}
	t.Logf("the broker was ready after %s", time.Since(began).Round(time.Millisecond))
	b.hush()
	readJSON(t, b.credentialsPath(), &b.credentials)
	return b
}

// parleyCommand is the broker with arguments.
func parleyCommand(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, parley, args...)
	cmd.Env = cleanEnvironment()
	return cmd
}

// cleanEnvironment is the environment without the settings of a broker that the tests may have been started with.
func cleanEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "PARLEY_") })
}

func (b *broker) credentialsPath() string { return filepath.Join(b.dir, "credentials.json") }

func readJSON(t testing.TB, path string, v any) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// stop tells the broker to stop, and checks that it does so in good order.
func (b *broker) stop() {
	b.t.Helper()
	b.signal(syscall.SIGTERM)
	if code := b.exitCode(); code != 0 {
		b.t.Fatalf("the broker stopped with exit code %d: %s", code, b.stderr.String())
	}
}

// kill ends the broker as a loss of the machine would.
func (b *broker) kill() {
	b.t.Helper()
	b.signal(syscall.SIGKILL)
	b.exitCode()
}

// dial returns a connection of the Go stubs. The credential, unless it is empty, and further fields go with each call.
func (b *broker) dial(t testing.TB, credential string, fields ...string) *grpc.ClientConn {
	t.Helper()
	if credential != "" {
		fields = append(fields, "authorization", "Bearer "+credential)
	}
	conn, err := grpc.NewClient(b.address, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithUnaryInterceptor(func(ctx context.Context, method string, request, response any, c *grpc.ClientConn, next grpc.UnaryInvoker, opts ...grpc.CallOption) error {
			return next(metadata.AppendToOutgoingContext(ctx, fields...), method, request, response, c, opts...)
		}),
		grpc.WithStreamInterceptor(func(ctx context.Context, d *grpc.StreamDesc, c *grpc.ClientConn, method string, next grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
			return next(metadata.AppendToOutgoingContext(ctx, fields...), d, c, method, opts...)
		}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}
