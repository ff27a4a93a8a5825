package cluster_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// Sizes of a load.
const (
	loadThreads = 4
	senders     = 12
	// attemptTime bounds an attempt; after it, the sender does not know what has happened.
	attemptTime = 15 * time.Second
)

// load is senders who write to some threads through all brokers, and one reader at each, while a test does harm. Messages that
// are not acknowledged are tried again at the next broker, with the same key, or given up for good.
type load struct {
	*history

	w       *world
	name    string // of no other load
	threads []string
	readers []*reader

	stop    atomic.Bool
	sending sync.WaitGroup
	reading sync.WaitGroup
	cancel  context.CancelFunc
	// farewells are the last messages of the threads, once all others are sent.
	farewells atomic.Pointer[map[string]string]
}

var loads atomic.Int64

// startLoad begins to send and to read. finish must be called.
func startLoad(t testing.TB, w *world) *load {
	t.Helper()
	l := &load{history: newHistory(t), w: w, name: fmt.Sprint(loads.Add(1))}
	for range loadThreads {
		l.threads = append(l.threads, w.thread(len(l.threads), w.ben, w.tess))
	}
	// Not the test's context: a message that is under way when the test fails must not look like an answer.
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	l.cancel = cancel
	for slot, who := range []party{w.anna, w.tess, w.ben} {
		r := w.reader(fmt.Sprint("reader ", slot), who, slot)
		l.readers = append(l.readers, r)
		l.reading.Go(func() { r.follow(ctx, func() bool { last := l.farewells.Load(); return last != nil && r.has(*last) }) })
	}
	for sender := range senders {
		l.sending.Go(func() { l.write(ctx, sender) })
	}
	t.Cleanup(func() {
		l.stop.Store(true)
		cancel()
		l.sending.Wait()
		l.reading.Wait()
	})
	return l
}

// abandons is how many messages that were not acknowledged are given up: one of so many.
const abandons = 4

// write sends one message after the other, until the test stops it.
func (l *load) write(ctx context.Context, sender int) {
	random := rand.New(rand.NewPCG(uint64(sender), uint64(time.Now().UnixNano())))
	for n := 0; !l.stop.Load(); n++ {
		slot := random.IntN(3)
		thread, content := l.threads[random.IntN(loadThreads)], fmt.Sprintf("%s-%d-%d", l.name, sender, n)
		for !l.send(ctx, slot, l.author(sender), thread, content) {
			if ctx.Err() != nil || random.IntN(abandons) == 0 {
				break
			}
			slot++
			_ = pause(ctx) // the next attempt sees that it has ended
		}
	}
}

// author is who sends: one of both sides.
func (l *load) author(sender int) party {
	if sender%3 == 0 {
		return l.w.tess
	}
	return l.w.ben
}

// send makes one attempt, and tells whether it was acknowledged.
func (l *load) send(ctx context.Context, slot int, who party, thread, content string) bool {
	ctx, cancel := context.WithTimeout(who.in(ctx), attemptTime)
	defer cancel()
	b := l.w.broker(slot)
	sent, err := b.chat.SendMessage(ctx, &chatv1.SendMessageRequest{ThreadId: thread, Content: content, IdempotencyKey: content})
	if err == nil {
		l.answered(b.slot, thread, content, sent)
		return true
	}
	l.tried(thread, content, possible(l.t, content, err))
	return false
}

// possible tells whether an attempt that has failed may have had its effect. What else than a fault it was told of is a fault of
// the broker.
func possible(t testing.TB, content string, err error) bool {
	reason, retry := reasonOf(err)
	code := status.Code(err)
	switch {
	case code == codes.Unavailable && (reason == "STORAGE_UNAVAILABLE" || reason == "DRAINING"):
		if !retry {
			t.Errorf("%s: the refusal does not say when to try again: %v", content, err)
		}
		return false
	case code == codes.ResourceExhausted && reason == "STORAGE_FULL":
		return false
	case code == codes.Unavailable && (reason == "OUTCOME_UNKNOWN" || reason == ""), code == codes.DeadlineExceeded, code == codes.Canceled:
		return true // the broker does not know, or has not answered at all
	default:
		t.Errorf("%s: %v (%s)", content, err, reason)
		return true
	}
}

// finish stops the senders, ends each thread with a farewell, waits until all readers have it, and judges.
func (l *load) finish(scenario string) outcome {
	l.t.Helper()
	l.stop.Store(true)
	l.sending.Wait()
	last := map[string]string{}
	for i, thread := range l.threads {
		last[thread] = fmt.Sprintf("%s-farewell-%d", l.name, i)
	}
	// Before they are sent: a reader that has the last one before it knows so would wait for the next heartbeat.
	l.farewells.Store(&last)
	for _, thread := range l.threads {
		for slot := 0; !l.send(context.Background(), slot, l.w.ben, thread, last[thread]); slot++ {
			if slot > 1000 {
				l.t.Fatal("no broker takes the last message")
			}
			_ = pause(context.Background()) // it does not end
		}
	}
	late := time.AfterFunc(patience, l.cancel)
	defer late.Stop()
	l.reading.Wait()
	for _, r := range l.readers {
		if r.err != nil {
			l.t.Errorf("%s: the stream ended: %v", r.name, r.err)
		}
	}
	l.check(l.readers)
	o := l.outcome(scenario, l.readers)
	report.add(o)
	l.t.Logf("%s: %v", scenario, o)
	return o
}

// expect lets a load know what another one has sent: its readers see what is left of that, too.
func (l *load) expect(other *load) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for content, m := range other.sent {
		if l.sent[content] == nil {
			l.sent[content] = &message{thread: m.thread, possible: true}
		}
	}
}
