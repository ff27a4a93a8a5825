package cluster_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// history is all that clients have seen of messages to some threads: what was sent, what the answers were, and what streams have
// brought. It knows nothing of brokers, and judges only by what the contract promises. The content of a message is its
// idempotency key, and is sent once only in all.
type history struct {
	t testing.TB

	mu   sync.Mutex
	sent map[string]*message
	// acknowledged are counted by the slot of the broker that has answered.
	acknowledged map[int]int
	durabilities map[typev1.Durability]int
	attempts     struct{ uncertain, refused, retried int }
	waiting      []*waiter
	ignored      map[string]bool // threads
	lost, double int
}

// message is what its sender knows of it.
type message struct {
	thread string
	// sequence is its place, once it was acknowledged; 0 before.
	sequence int64
	// possible says that an attempt may have had its effect, though its sender was not told so.
	possible bool
	attempts int
}

// waiter waits for acknowledgements of a slot, or of any for -1.
type waiter struct {
	slot, more int
	done       chan struct{}
}

func newHistory(t testing.TB) *history {
	return &history{t: t, sent: map[string]*message{}, acknowledged: map[int]int{}, durabilities: map[typev1.Durability]int{}}
}

// tried notes an attempt that was not acknowledged. It had no effect for sure, or may have had.
func (h *history) tried(thread, content string, possible bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	m := h.message(thread, content)
	m.possible = m.possible || possible
	if possible {
		h.attempts.uncertain++
	} else {
		h.attempts.refused++
	}
}

// answered notes an acknowledgement by the broker of a slot. A second one must say the same.
func (h *history) answered(slot int, thread, content string, sent *chatv1.SendMessageResponse) {
	sequence := sent.GetSequenceId()
	h.mu.Lock()
	defer h.mu.Unlock()
	m := h.message(thread, content)
	if m.sequence != 0 && m.sequence != sequence {
		h.t.Errorf("%s was acknowledged as message %d, and as %d", content, m.sequence, sequence)
		h.double++
	}
	m.sequence = sequence
	if m.attempts > 1 {
		h.attempts.retried++
	}
	h.acknowledged[slot]++
	h.durabilities[sent.GetCommit().GetDurability()]++
	for _, w := range h.waiting {
		if w.slot != slot && w.slot >= 0 {
			continue
		}
		w.more--
		if w.more == 0 {
			close(w.done)
		}
	}
}

// quiet tells the history that somebody else writes to a thread.
func (h *history) quiet(thread string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ignored == nil {
		h.ignored = map[string]bool{}
	}
	h.ignored[thread] = true
}

// message needs the lock.
func (h *history) message(thread, content string) *message {
	m := h.sent[content]
	if m == nil {
		m = &message{thread: thread}
		h.sent[content] = m
	}
	m.attempts++
	return m
}

// await waits until the broker of a slot has acknowledged so many more messages; -1 is any broker.
func (h *history) await(slot, more int) {
	h.t.Helper()
	w := &waiter{slot, more, make(chan struct{})}
	h.mu.Lock()
	h.waiting = append(h.waiting, w)
	h.mu.Unlock()
	select {
	case <-w.done:
	case <-time.After(patience):
		h.t.Fatalf("the broker in slot %d acknowledges nothing", slot)
	}
}

// check compares what was sent with the threads as streams have shown them. Each thread must end with a message that was sent
// after all the others.
func (h *history) check(readers []*reader) {
	h.t.Helper()
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, r := range readers {
		h.checkShown(r)
	}
	for content, m := range h.sent {
		for _, r := range readers {
			h.checkSent(r, content, m)
		}
	}
}

// checkShown checks that a reader was shown nothing twice, and nothing that nobody has sent.
func (h *history) checkShown(r *reader) {
	h.t.Helper()
	for thread, contents := range r.threads {
		if h.ignored[thread] {
			continue
		}
		seen := map[string]int{}
		for i, content := range contents {
			if content == "" {
				continue // of the broker itself
			}
			seen[content]++
			if seen[content] > 1 {
				h.double++
				h.t.Errorf("%s was shown %s %d times", r.name, content, seen[content])
			}
			m := h.sent[content]
			switch {
			case m == nil || m.thread != thread:
				h.t.Errorf("%s was shown %q in thread %s, which nobody has sent there", r.name, content, thread)
			case m.sequence != 0 && m.sequence != int64(i+1):
				h.t.Errorf("%s was shown %s as message %d, acknowledged was %d", r.name, content, i+1, m.sequence)
			case m.sequence == 0 && !m.possible:
				h.t.Errorf("%s was shown %s, of which the sender was told that nothing happened", r.name, content)
			}
		}
	}
}

// checkSent checks that a reader was shown what was acknowledged.
func (h *history) checkSent(r *reader, content string, m *message) {
	h.t.Helper()
	if m.sequence == 0 {
		return
	}
	contents := r.threads[m.thread]
	if m.sequence > int64(len(contents)) || contents[m.sequence-1] != content {
		h.lost++
		h.t.Errorf("%s was acknowledged as message %d of %s, and %s was not shown it there", content, m.sequence, m.thread, r.name)
	}
}

// outcome adds everything up.
func (h *history) outcome(scenario string, readers []*reader) outcome {
	h.mu.Lock()
	defer h.mu.Unlock()
	o := outcome{
		scenario: scenario, retried: h.attempts.retried, uncertain: h.attempts.uncertain, refused: h.attempts.refused,
		lost: h.lost, doubled: h.double,
	}
	for _, n := range h.acknowledged {
		o.acknowledged += n
	}
	for _, r := range readers {
		o.seen += r.events
		o.resumed += r.resumed
	}
	return o
}

// String describes it in a line.
func (o outcome) String() string {
	return fmt.Sprintf("%d acknowledged, %d of them retried, %d attempts uncertain, %d refused; %d events seen, %d streams resumed, %d lost, %d doubled",
		o.acknowledged, o.retried, o.uncertain, o.refused, o.seen, o.resumed, o.lost, o.doubled)
}
