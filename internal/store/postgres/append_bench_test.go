package postgres

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// benchThreads is how many threads the messages of a benchmark go to.
const benchThreads = 500

// BenchmarkAppend measures durable commits through one broker, on a server with the settings of tests. "full" is what sending a message does; "plain" only appends the
// body and indexes it.
func BenchmarkAppend(b *testing.B) {
	for _, writers := range []int{128, 1} {
		for name, send := range map[string]func(store.Tx, *message) error{"full": sendFull, "plain": sendPlain} {
			b.Run(fmt.Sprintf("writers=%d/%s", writers, name), func(b *testing.B) { benchAppend(b, writers, send) })
		}
	}
}

// message is what one operation of a benchmark sends.
type message struct {
	number uint64
	body   []byte
	key    []byte
	value  []byte
}

func sendFull(tx store.Tx, m *message) error {
	thread := m.number * 2654435761 % benchThreads
	head := headKey(m)
	old, err := tx.Get(head)
	if err != nil {
		return err
	}
	sequence := uint64(1)
	if old != nil {
		sequence = binary.BigEndian.Uint64(old) + 1
	}
	tx.Append(m.body)
	m.value = binary.BigEndian.AppendUint64(m.value[:0], sequence)
	tx.Set(head, m.value)
	tx.Set(indexKey(m, "thread/messages/by-sequence", thread, sequence), m.value)
	tx.Set(indexKey(m, "thread/messages/by-identifier", thread, m.number), m.value)
	tx.Set(indexKey(m, "idempotency", m.number*0x9E3779B97F4A7C15, m.number), m.value)
	return nil
}

// headKey is the key that sendFull reads.
func headKey(m *message) []byte {
	return indexKey(m, "head", m.number*2654435761%benchThreads, 0)
}

func sendPlain(tx store.Tx, m *message) error {
	tx.Append(m.body)
	tx.Set(indexKey(m, "thread/messages/by-sequence", m.number*2654435761%benchThreads, m.number), m.body[:8])
	return nil
}

// indexKey builds a key of about 60 bytes.
func indexKey(m *message, kind string, thread, n uint64) []byte {
	m.key = append(append(m.key[:0], "0123456789abcdef/"...), kind...)
	m.key = binary.BigEndian.AppendUint64(m.key, thread)
	return binary.BigEndian.AppendUint64(m.key, n)
}

func benchAppend(b *testing.B, writers int, send func(store.Tx, *message) error) {
	s := mustOpen(b, benchPlace(b))
	var sent atomic.Uint64
	latencies := make([]time.Duration, 0, b.N)
	b.SetParallelism((writers + 1) / 2)
	b.ReportAllocs()
	b.ResetTimer()
	work := func(next func() bool) {
		m := &message{body: make([]byte, 256)}
		for next() {
			m.number = sent.Add(1)
			begin := time.Now()
			if err := s.Update(b.Context(), func(tx store.Tx) error { return send(tx, m) }); err != nil {
				b.Error(err)
				return
			}
			if writers == 1 {
				latencies = append(latencies, time.Since(begin))
			}
		}
	}
	if writers == 1 {
		n := 0
		work(func() bool { n++; return n <= b.N })
		slices.Sort(latencies)
		b.ReportMetric(float64(latencies[len(latencies)/2].Microseconds()), "µs/median")
	} else {
		b.RunParallel(func(pb *testing.PB) { work(pb.Next) })
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "ops/s")
}

// benchPlace is a database on a server with room for its write-ahead log, so that checkpoints come by time.
func benchPlace(b *testing.B) place {
	server := pgtest.New(b, "max_wal_size=4GB", "shared_buffers=256MB")
	return place{b, server, server.Database(b), Options{Logger: quiet}}
}
