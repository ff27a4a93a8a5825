package cluster_test

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// Clients that know the address of the load balancer only, with the configuration that docs shows, reach all brokers, and go on when
// one of them is killed.
func TestLoadBalancer(t *testing.T) {
	server := pgtest.Shared(t)
	w := newWorld(t, newCell(t, three(server.DSN(server.Database(t)))...))
	threadID := w.thread(0, w.ben)
	chat := chatv1.NewChatServiceClient(dial(t, balance(t, w.cell)))

	ben := &resumer{world: w, chat: chat}
	sent := 0
	for _, last := range []int{-1, 1, 0} {
		if last >= 0 {
			w.broker(last).kill()
		}
		for range 60 {
			sent++
			sendUntilDone(t, w, chat, threadID, fmt.Sprint(sent))
		}
		ben.read(t, sent)
	}
	for i, content := range ben.seen {
		if content != fmt.Sprint(i+1) {
			t.Fatalf("event %d is %q", i+1, content)
		}
	}
}

// resumer follows Ben's threads, and subscribes again from its cursor when a stream breaks.
type resumer struct {
	*world

	chat   chatv1.ChatServiceClient
	stream chatv1.ChatService_SubscribeClient
	cursor []byte
	seen   []string // the contents of the messages
}

// read reads until so many messages were seen.
func (r *resumer) read(t *testing.T, enough int) {
	t.Helper()
	for len(r.seen) < enough {
		next, err := r.next()
		if isLost(err) {
			r.stream = nil
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		r.cursor = next.GetCursor()
		if m := next.GetEvent().GetMessageSent().GetMessage(); m != nil {
			r.seen = append(r.seen, m.GetContent())
		}
	}
}

// isLost reports whether an answer never came: a broker says UNAVAILABLE, and a balancer whose broker has gone in the middle of a
// stream says what it likes, but gives no reason.
func isLost(err error) bool {
	reason, _ := reasonOf(err)
	return err != nil && (reason == "" || status.Code(err) == codes.Unavailable)
}

func (r *resumer) next() (*chatv1.SubscribeResponse, error) {
	if r.stream == nil {
		stream, err := r.chat.Subscribe(r.ben.in(r.t.Context()), startAt(r.cursor))
		if err != nil {
			return nil, err
		}
		r.stream = stream
	}
	return r.stream.Recv()
}

// startAt asks for everything after a cursor, or all there is.
func startAt(cursor []byte) *chatv1.SubscribeRequest {
	if cursor == nil {
		return &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}}
	}
	return &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: cursor}}
}

// sendUntilDone sends a message with its content as the key, as often as it takes.
func sendUntilDone(t *testing.T, w *world, chat chatv1.ChatServiceClient, threadID, content string) {
	t.Helper()
	for began := time.Now(); ; {
		_, err := chat.SendMessage(w.anna.in(t.Context()), &chatv1.SendMessageRequest{ThreadId: threadID, Content: content, IdempotencyKey: content})
		if err == nil {
			return
		}
		if !isLost(err) || time.Since(began) > patience {
			t.Fatal(err)
		}
	}
}

// balance starts HAProxy in front of the brokers with the example of the documentation, and returns its address.
func balance(t *testing.T, c *cell) string {
	t.Helper()
	example, err := os.ReadFile(filepath.Join(root, "docs", "haproxy.cfg"))
	if err != nil {
		t.Fatal(err)
	}
	address := freeAddress(t)
	replace := []string{"127.0.0.1:7755", address}
	for slot := range 3 {
		replace = append(replace, fmt.Sprintf("127.0.0.1:%d", 7761+slot), c.broker(slot).address)
	}
	config := filepath.Join(t.TempDir(), "haproxy.cfg")
	if err := os.WriteFile(config, []byte(strings.NewReplacer(replace...).Replace(string(example))), 0o600); err != nil {
		t.Fatal(err)
	}
	balancer := exec.CommandContext(t.Context(), "haproxy", "-db", "-f", config)
	var said bytes.Buffer
	balancer.Stdout, balancer.Stderr = &said, &said
	if err := balancer.Start(); err != nil {
		t.Fatalf("%v: make haproxy installs it", err)
	}
	t.Cleanup(func() {
		_ = balancer.Wait() // it was killed when the test's context ended
		if t.Failed() {
			t.Logf("haproxy: %s", said.String())
		}
	})
	return address
}

// freeAddress returns an address on which nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
