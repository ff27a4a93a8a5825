package cluster_test

import (
	"fmt"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// newSharedWorld starts three brokers on a database of the server that tests share.
func newSharedWorld(t *testing.T) *world {
	t.Helper()
	server := pgtest.Shared(t)
	return newWorld(t, newCell(t, three(server.DSN(server.Database(t)))...))
}

// rounds is how often a fault comes: once, or again and again with -faults.
func rounds(n int) int {
	if *long {
		return n
	}
	return 1
}

// enough is how many acknowledgements a test waits for between two faults.
func enough() int {
	if *long {
		return 300
	}
	return 150
}

func TestSubscribersSeeWhatIsSentToAnyBroker(t *testing.T) {
	t.Parallel()
	l := startLoad(t, newSharedWorld(t))
	for slot := range 3 {
		l.await(slot, enough())
	}
	if o := l.finish("no fault"); o.uncertain+o.refused+o.resumed > 0 {
		t.Errorf("there was no fault: %v", o)
	}
}

func TestTypingCrossesBrokers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	thread := w.thread(0, w.ben)
	stream, err := w.broker(2).chat.Subscribe(w.anna.in(t.Context()), fromNow(thread))
	if err != nil {
		t.Fatal(err)
	}
	// Typing may be lost, for instance before the stream has begun, so Ben goes on typing.
	typing := time.NewTicker(100 * time.Millisecond)
	defer typing.Stop()
	heard := make(chan error, 1)
	go func() {
		for {
			r, err := stream.Recv()
			if n := r.GetTyping(); n != nil && n.GetSender().GetRawId() != w.ben.rawID {
				err = fmt.Errorf("typing of %v", n)
			}
			if err != nil || r.GetTyping() != nil {
				heard <- err
				return
			}
		}
	}()
	for {
		_, err := w.broker(1).chat.SendTypingNotification(w.ben.in(t.Context()), &chatv1.SendTypingNotificationRequest{ThreadId: thread})
		if err != nil && status.Code(err) != codes.ResourceExhausted {
			t.Fatal(err)
		}
		select {
		case err := <-heard:
			if err != nil {
				t.Error(err)
			}
			return
		case <-typing.C:
		}
	}
}

// fromNow asks for what happens in a thread from now on.
func fromNow(thread string) *chatv1.SubscribeRequest {
	return &chatv1.SubscribeRequest{
		ThreadIds: []string{thread}, Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_NOW},
	}
}

// TestRevocationThroughOneBrokerActsAtTheOthers closes and opens the tenant through one broker, and sends through another one as
// soon as that is answered.
func TestRevocationThroughOneBrokerActsAtTheOthers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	thread := w.thread(0, w.tess)
	send := func(slot int, who party, content string) error {
		_, err := w.broker(slot).chat.SendMessage(who.in(t.Context()), &chatv1.SendMessageRequest{ThreadId: thread, Content: content})
		return err
	}
	tess := w.reader("Tess", w.tess, 2)
	for round := range 15 {
		content := fmt.Sprint("open ", round)
		if err := send(round+2, w.tess, content); err != nil {
			t.Fatalf("round %d, before the revocation: %v", round, err)
		}
		w.allow(round, false)
		for slot := range 3 {
			for _, who := range []party{w.tess, w.anna} {
				err := send(slot, who, "after the revocation")
				if reason, _ := reasonOf(err); reason != "INTEROP_TENANT_DISABLED" {
					t.Errorf("round %d: a send through broker %d after the revocation through %d: %v", round, slot, round%3, err)
				}
			}
		}
		w.allow(round+1, true)
		tess.follow(t.Context(), func() bool { return tess.has(map[string]string{thread: content}) })
		if tess.err != nil {
			t.Fatalf("round %d: %v", round, tess.err)
		}
	}
}

// TestRevokedTokensAreWorthNothingAtOtherBrokers is the same for what authentication reads: a token that has just been used at a
// broker is worth nothing there once another broker has revoked it.
func TestRevokedTokensAreWorthNothingAtOtherBrokers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	for round := range 10 {
		visitor := w.user(t, "Visitor")
		for slot := range 3 {
			if _, err := w.broker(slot).chat.ListThreads(visitor.in(t.Context()), &chatv1.ListThreadsRequest{}); err != nil {
				t.Fatal(err)
			}
		}
		w.revoke(round, visitor)
		for slot := range 3 {
			_, err := w.broker(slot).chat.ListThreads(visitor.in(t.Context()), &chatv1.ListThreadsRequest{})
			if reason, _ := reasonOf(err); reason != "TOKEN_REVOKED" {
				t.Errorf("a request to broker %d after the revocation through %d: %v", slot, round%3, err)
			}
		}
	}
}

// TestIdempotencyKeysHoldAcrossBrokers sends each message through all brokers at the same time.
func TestIdempotencyKeysHoldAcrossBrokers(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	thread := w.thread(0, w.ben)
	before := int64(0)
	for n := range 30 {
		request := &chatv1.SendMessageRequest{ThreadId: thread, Content: "once", IdempotencyKey: fmt.Sprint(n)}
		type result struct {
			response *chatv1.SendMessageResponse
			err      error
		}
		results := make(chan result, 3)
		for slot := range 3 {
			go func() {
				response, err := w.broker(slot).chat.SendMessage(w.ben.in(t.Context()), request)
				results <- result{response, err}
			}()
		}
		first := <-results
		for range 2 {
			if other := <-results; first.err != nil || other.err != nil || !proto.Equal(first.response, other.response) {
				t.Fatalf("message %d: %v, %v; %v, %v", n, first.response, first.err, other.response, other.err)
			}
		}
		if sequence := first.response.GetSequenceId(); n > 0 && sequence != before+1 {
			t.Fatalf("message %d has the number %d after %d", n, sequence, before)
		}
		before = first.response.GetSequenceId()
	}
	_, err := w.broker(1).chat.SendMessage(w.ben.in(t.Context()), &chatv1.SendMessageRequest{ThreadId: thread, Content: "another", IdempotencyKey: "3"})
	if reason, _ := reasonOf(err); reason != "IDEMPOTENCY_KEY_REUSED" {
		t.Errorf("another message with the same key: %v", err)
	}
}

func TestRollingRestartUnderLoad(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	l := startLoad(t, w)
	for range rounds(3) {
		for slot := range 3 {
			l.await(-1, enough())
			w.broker(slot).stop()
			w.start(slot)
			l.await(slot, enough()/5)
		}
	}
	if o := l.finish("rolling restart"); o.resumed < 2 {
		t.Errorf("no stream was resumed: %v", o)
	}
}

func TestBrokerIsKilledUnderLoad(t *testing.T) {
	t.Parallel()
	w := newSharedWorld(t)
	l := startLoad(t, w)
	for round := range rounds(6) {
		slot := (round + 1) % 3
		l.await(slot, enough())
		w.broker(slot).kill()
		l.await(-1, enough())
		w.start(slot)
		l.await(slot, enough()/5)
	}
	l.finish("kill -9 of a broker")
}
