package parley_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"go.uber.org/goleak"

	parley "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
)

// root is the repository, seen from the folder that tests run in.
const root = "../.."

// broker is the one broker process of all tests here, with the credentials that its first start has written.
type broker struct {
	Address      string
	OperatorKey  string    `json:"operator_key"`
	ResourceID   string    `json:"resource_id"`
	ResourceKeys [2]string `json:"resource_keys"`
}

// folder is for what outlives a single test.
var folder string

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		// They need the broker.
		_ = flag.Set("test.skip", "^Example($|[^P])")
	}
	code, err := runTests(m)
	if err == nil {
		err = goleak.Find()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func runTests(m *testing.M) (code int, err error) {
	if folder, err = os.MkdirTemp("", "parley-go-*"); err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, stopBroker(), os.RemoveAll(folder)) }()
	return m.Run(), nil
}

var (
	process *exec.Cmd
	shared  = sync.OnceValues(startBroker)
)

// startBroker starts the program that PARLEY_BROKER names, or builds it.
func startBroker() (*broker, error) {
	program := os.Getenv("PARLEY_BROKER")
	if program == "" {
		program = filepath.Join(folder, "parley")
		build := exec.CommandContext(context.Background(), "go", "build", "-o", program, "./server")
		build.Dir = root
		if out, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%w\n%s", err, out)
		}
	}
	data := filepath.Join(folder, "data")
	process = exec.CommandContext(context.Background(), program, "--listen", "127.0.0.1:0", "--data-dir", data, "--log-level", "warn",
		"--messages-per-second", "1000000", "--message-burst", "1000000")
	// The settings of a broker in the environment are not for this one.
	process.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "PARLEY_") })
	process.Stderr = os.Stderr
	output, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(output)
	first, err := lines.ReadString('\n')
	if err != nil {
		return nil, err
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	b := &broker{}
	_, b.Address, _ = strings.Cut(strings.TrimSpace(first), "serves gRPC on ")
	content, err := os.ReadFile(filepath.Join(data, "credentials.json"))
	if err != nil {
		return nil, err
	}
	return b, json.Unmarshal(content, b)
}

func stopBroker() error {
	if process == nil {
		return nil
	}
	if err := process.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return process.Wait()
}

// needBroker returns the broker; with -short there is none.
func needBroker(t testing.TB) *broker {
	t.Helper()
	if testing.Short() {
		t.Skip("it needs the broker")
	}
	b, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// connect returns a client of the resource's backend.
func connect(t testing.TB, opts ...parley.Option) *parley.Client {
	t.Helper()
	b := needBroker(t)
	client, err := parley.Connect(b.Address, parley.Bearer(b.ResourceKeys[0]), opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// newUser makes a user and returns the client that acts as it, and its raw id.
func newUser(t testing.TB, backend *parley.Client, name string) (client *parley.Client, rawID string) {
	t.Helper()
	user, err := backend.Identity.CreateUser(t.Context(), &identityv1.CreateUserRequest{DisplayName: name})
	if err != nil {
		t.Fatal(err)
	}
	rawID = user.GetUser().GetIdentifier().GetRawId()
	return backend.AsUser(rawID), rawID
}

// newThread makes a thread and returns its id.
func newThread(t testing.TB, client *parley.Client) string {
	t.Helper()
	thread, err := client.Chat.CreateThread(t.Context(), &chatv1.CreateThreadRequest{Topic: "Test"})
	if err != nil {
		t.Fatal(err)
	}
	return thread.GetThread().GetThreadId()
}
