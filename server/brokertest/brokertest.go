// Package brokertest starts whole brokers for tests: the real store in a temporary directory or database, the real server on a
// port of its own.
package brokertest

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/server/broker"
)

// Broker is a broker that a test has started. It stops with the test.
type Broker struct {
	// Address is where it serves, as host and port.
	Address string
	// WebAddress is where it serves browsers, where its configuration has an HTTPListen.
	WebAddress string
	// Credentials are those of its first start.
	Credentials admin.Credentials

	running *broker.Broker
	serving sync.WaitGroup
	stopped sync.Once
}

// Start starts a broker with an empty store, of the engine that enginetest says. Each change is applied to its configuration.
func Start(t testing.TB, changes ...func(*broker.Config)) *Broker {
	t.Helper()
	database := enginetest.Database(t)
	inDatabase := func(c *broker.Config) { c.Store = database }
	return StartIn(t, t.TempDir(), append([]func(*broker.Config){inDatabase}, changes...)...)
}

// StartIn starts a broker on a data directory, which may have been used before.
func StartIn(t testing.TB, dir string, changes ...func(*broker.Config)) *Broker {
	t.Helper()
	config := broker.Config{
		Listen: "127.0.0.1:0", DataDir: dir, MaxStreams: 10_000, MessagesPerSecond: 100_000, MessageBurst: 100_000, StoreCacheMiB: 8, ReserveMiB: 1,
		RingTimeout: time.Minute, ConnectTimeout: time.Minute, LostGrace: 30 * time.Second,
	}
	for _, change := range changes {
		change(&config)
	}
	running, err := broker.Open(t.Context(), config, slog.New(slog.NewTextHandler(io.Discard, nil)), "test")
	if err != nil {
		t.Fatal(err)
	}
	b := &Broker{running: running, Credentials: readCredentials(t, dir)}
	b.Address = b.serve(t, config.Listen, running.Serve)
	if config.HTTPListen != "" {
		b.WebAddress = b.serve(t, config.HTTPListen, running.ServeWeb)
	}
	t.Cleanup(func() { b.Shutdown(t) })
	return b
}

// serve serves on an address, and returns which one it is.
func (b *Broker) serve(t testing.TB, address string, serve func(net.Listener) error) string {
	t.Helper()
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	b.serving.Go(func() {
		if err := serve(listener); err != nil {
			t.Errorf("serve: %v", err)
		}
	})
	return listener.Addr().String()
}

// Shutdown stops the broker before the test ends.
func (b *Broker) Shutdown(t testing.TB) {
	t.Helper()
	b.stopped.Do(func() {
		if err := b.running.Shutdown(); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		b.serving.Wait()
	})
}

func readCredentials(t testing.TB, dir string) admin.Credentials {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, broker.CredentialsFile))
	if err != nil {
		t.Fatal(err)
	}
	var c admin.Credentials
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// Conn returns a connection that sends a credential with every call; an empty one sends none.
func (b *Broker) Conn(t testing.TB, credential string, fields ...string) *grpc.ClientConn {
	t.Helper()
	if credential != "" {
		fields = append(fields, "authorization", "Bearer "+credential)
	}
	conn, err := grpc.NewClient(b.Address, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithChainUnaryInterceptor(func(ctx context.Context, method string, req, reply any, cc *grpc.ClientConn, invoke grpc.UnaryInvoker, opts ...grpc.CallOption) error {
			return invoke(metadata.AppendToOutgoingContext(ctx, fields...), method, req, reply, cc, opts...)
		}),
		grpc.WithChainStreamInterceptor(func(ctx context.Context, desc *grpc.StreamDesc, cc *grpc.ClientConn, method string, open grpc.Streamer, opts ...grpc.CallOption) (grpc.ClientStream, error) {
			return open(metadata.AppendToOutgoingContext(ctx, fields...), desc, cc, method, opts...)
		}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// As returns a connection of the first resource's backend that acts as one of its users.
func (b *Broker) As(t testing.TB, rawID string) *grpc.ClientConn {
	t.Helper()
	return b.Conn(t, b.Credentials.ResourceKeys[0], "parley-act-as", rawID)
}
