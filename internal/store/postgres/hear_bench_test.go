package postgres

import (
	"bytes"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

// BenchmarkHear measures how long it takes from the call of Update at one broker until another one knows of the entry.
func BenchmarkHear(b *testing.B) {
	p := benchPlace(b)
	p.options.Poll = time.Hour
	sends, hears := mustOpen(b, p), mustOpen(b, p)
	delays := make([]time.Duration, 0, b.N)
	for b.Loop() {
		_, moved := hears.Head()
		begin := time.Now()
		if err := sends.Update(b.Context(), func(tx store.Tx) error { tx.Append([]byte("x")); return nil }); err != nil {
			b.Fatal(err)
		}
		<-moved
		delays = append(delays, time.Since(begin))
	}
	slices.Sort(delays)
	b.ReportMetric(float64(delays[len(delays)/2].Microseconds()), "µs/median")
	b.ReportMetric(float64(delays[len(delays)*99/100].Microseconds()), "µs/p99")
}

// BenchmarkBrokers measures durable commits through three brokers together, as BenchmarkAppend does through one.
func BenchmarkBrokers(b *testing.B) {
	p := benchPlace(b)
	brokers := []*Store{mustOpen(b, p), mustOpen(b, p), mustOpen(b, p)}
	var sent, workers atomic.Uint64
	b.SetParallelism(64)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		s, m := brokers[workers.Add(1)%3], &message{body: make([]byte, 256)}
		for pb.Next() {
			m.number = sent.Add(1)
			head := bytes.Clone(headKey(m))
			if err := s.Update(b.Context(), func(tx store.Tx) error { return sendFull(tx, m) }, slices.Values([][]byte{head})); err != nil {
				b.Error(err)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "ops/s")
}
