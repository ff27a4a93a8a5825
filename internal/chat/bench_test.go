package chat_test

import (
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store/pebble"
)

// Sizes of the benchmarks of sending.
const (
	benchThreads = 500
	benchBatch   = 16 // messages of one call of SendMessages
)

// sender makes the requests of a benchmark: the nth is for the nth thread, with a key of its own.
type sender struct {
	threads []string
	content string
	sent    atomic.Int64
}

// newSender returns a sender with threads of person 0 and another, in a world on a real disk.
func newSender(b *testing.B) (*world, *sender) {
	b.Helper()
	s, err := pebble.Open(b.TempDir(), pebble.Options{Logger: slog.New(slog.DiscardHandler)})
	must(b, err)
	b.Cleanup(func() { must(b, s.Close()) })
	w := newWorldOn(b, ledger.New(s, time.Now))
	all := &sender{content: strings.Repeat("x", 256)}
	for range benchThreads {
		all.threads = append(all.threads, w.thread(person(1)))
	}
	return w, all
}

// address makes a request the next one.
func (s *sender) address(r *chatv1.SendMessageRequest) {
	r.ThreadId = s.threads[s.sent.Add(1)%benchThreads]
	r.Content, r.IdempotencyKey = s.content, uuid.Must(uuid.NewV7()).String()
}

// BenchmarkSendMessage sends single messages of many callers at a time.
func BenchmarkSendMessage(b *testing.B) {
	w, all := newSender(b)
	caller := as(person(0))
	benchSenders(b, 64, func(next func() bool) {
		r := &chatv1.SendMessageRequest{}
		for next() {
			all.address(r)
			if _, err := w.SendMessage(b.Context(), caller, r); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// BenchmarkSendMessages sends batches of messages, several at a time. One operation is a whole batch.
func BenchmarkSendMessages(b *testing.B) {
	w, all := newSender(b)
	caller := as(person(0))
	benchSenders(b, 4, func(next func() bool) {
		requests := make([]*chatv1.SendMessageRequest, benchBatch)
		for next() {
			for i := range requests {
				requests[i] = &chatv1.SendMessageRequest{}
				all.address(requests[i])
			}
			sent, err := w.SendMessages(b.Context(), caller, requests, func() {})
			if err != nil || sent[0].Refusal != nil {
				b.Error(err, sent)
				return
			}
		}
	})
}

// benchSenders runs some senders for each processor.
func benchSenders(b *testing.B, senders int, send func(next func() bool)) {
	b.Helper()
	b.SetParallelism(senders)
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) { send(pb.Next) })
}
