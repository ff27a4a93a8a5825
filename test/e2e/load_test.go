package e2e_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// senders is how many messages of a load are under way at one time.
const senders = 16

// load is many messages to one thread. Each has an idempotency key, which is its content.
type load struct {
	t        testing.TB
	threadID string

	mu sync.Mutex
	// acknowledged are the contents that were acknowledged, by their sequence ids.
	acknowledged map[int]string
	// unanswered are the contents of which the sender does not know what became.
	unanswered []string
	rounds     int
}

func newLoad(t testing.TB, threadID string) *load {
	return &load{t: t, threadID: threadID, acknowledged: map[int]string{}}
}

// run sends until the broker is gone, which it is told to be once so many more messages are acknowledged.
func (l *load) run(b *broker, who party, enough int, end func()) {
	l.t.Helper()
	l.rounds++
	client := chatv1.NewChatServiceClient(b.dial(l.t, who.token))
	enough += len(l.acknowledged)
	ended := sync.OnceFunc(end)
	var group sync.WaitGroup
	for sender := range senders {
		group.Go(func() {
			for n := 0; ; n++ {
				count, ok := l.send(client, fmt.Sprintf("%d-%d-%d", l.rounds, sender, n))
				if !ok {
					return
				}
				if count >= enough {
					ended()
				}
			}
		})
	}
	group.Wait()
}

// send sends one message and returns how many are acknowledged; false if the broker is gone.
func (l *load) send(client chatv1.ChatServiceClient, content string) (acknowledged int, ok bool) {
	// Not the test's context: a message that is under way when the test fails must not look like an answer.
	sent, err := client.SendMessage(context.Background(),
		&chatv1.SendMessageRequest{ThreadId: l.threadID, Content: content, IdempotencyKey: content})
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil {
		if status.Code(err) != codes.Unavailable {
			l.t.Errorf("send %s: %v", content, err)
		}
		l.unanswered = append(l.unanswered, content)
		return 0, false
	}
	if other, taken := l.acknowledged[int(sent.GetSequenceId())]; taken {
		l.t.Errorf("%s and %s were both acknowledged as message %d", other, content, sent.GetSequenceId())
	}
	l.acknowledged[int(sent.GetSequenceId())] = content
	return len(l.acknowledged), true
}

// retry sends what was not answered again, with the same keys.
func (l *load) retry(b *broker, who party) {
	l.t.Helper()
	client := chatv1.NewChatServiceClient(b.dial(l.t, who.token))
	open := l.unanswered
	l.unanswered = nil
	for _, content := range open {
		l.send(client, content)
	}
	if len(l.unanswered) > 0 {
		l.t.Fatalf("%d messages were refused after the restart", len(l.unanswered))
	}
}

// check reads the thread, and checks that each message that was acknowledged is there, once and in its place, and that
// nothing else is.
func (l *load) check(b *broker, who party) {
	l.t.Helper()
	client := chatv1.NewChatServiceClient(b.dial(l.t, who.token))
	request := &chatv1.ListMessagesRequest{ThreadId: l.threadID, Order: chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST, PageSize: 200}
	sequence, found := 0, 0
	for {
		page, err := client.ListMessages(l.t.Context(), request)
		if err != nil {
			l.t.Fatal(err)
		}
		for _, m := range page.GetMessages() {
			sequence++
			if int(m.GetSequenceId()) != sequence {
				l.t.Fatalf("message %d is in place %d", m.GetSequenceId(), sequence)
			}
			if m.GetSystem() != nil {
				continue
			}
			found++
			if want := l.acknowledged[sequence]; m.GetContent() != want {
				l.t.Errorf("message %d is %q, acknowledged was %q", sequence, m.GetContent(), want)
			}
		}
		if request.PageToken = page.GetNextPageToken(); request.GetPageToken() == "" {
			break
		}
	}
	if found != len(l.acknowledged) {
		l.t.Errorf("the thread has %d messages, %d were acknowledged", found, len(l.acknowledged))
	}
}
