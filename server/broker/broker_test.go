package broker_test

import (
	"log/slog"
	"net"
	"testing"
	"time"

	"github.com/parley-interop/parley/server/broker"
)

// A broker that is told to stop before it has begun to serve stops in good order.
func TestShutdownBeforeServe(t *testing.T) {
	b, err := broker.Open(t.Context(), broker.Config{
		Listen: "127.0.0.1:0", DataDir: t.TempDir(), MaxStreams: 10, MessagesPerSecond: 10, MessageBurst: 10, StoreCacheMiB: 8, ReserveMiB: 1,
		RingTimeout: time.Minute, ConnectTimeout: time.Minute, LostGrace: time.Minute,
	}, slog.New(slog.DiscardHandler), "test")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Shutdown(); err != nil {
		t.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Serve(l); err != nil {
		t.Errorf("serve: %v", err)
	}
}
