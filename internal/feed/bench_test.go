package feed

import (
	"context"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

// BenchmarkDispatch hands one entry to many subscribers, each of which takes it.
func BenchmarkDispatch(b *testing.B) {
	for _, n := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("subscribers=%d", n), func(b *testing.B) {
			w := newWorld(b, defaultSizes)
			w.commit(admit("r1/a", "ann"))
			w.dispatch()
			subscribers := make([]*Subscription, n)
			for i := range subscribers {
				subscribers[i] = w.subscribe(member("ann"), Start{})
				w.drain(subscribers[i])
			}
			record := say("r1/a").record()
			position := w.hub.Position()
			b.ReportAllocs()
			for b.Loop() {
				position++
				w.hub.dispatch(&Entry{Position: position, Record: record})
				for _, s := range subscribers {
					if d, ok := s.poll(b.Context()); !ok || d.Entry == nil {
						b.Fatalf("got %+v", d)
					}
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "deliveries/s")
		})
	}
}

// BenchmarkCatchUp reads what one subscriber missed: a tenth of the log, or all of it.
func BenchmarkCatchUp(b *testing.B) {
	const entries, topics = 20_000, 10
	w := newWorld(b, defaultSizes)
	w.commit(admit("r1/0", "one"))
	for i := range topics {
		w.commit(admit(fmt.Sprintf("r1/%d", i), "all"))
	}
	for range entries / topics / 10 {
		var facts []fact
		for i := range 10 * topics {
			facts = append(facts, say(fmt.Sprintf("r1/%d", i%topics)))
		}
		w.commit(facts...)
	}
	w.dispatch()
	for _, tt := range []struct {
		name string
		scan int
	}{{"log", 1 << 30}, {"log in parts", 4096}, {"index", 2048}} {
		for _, who := range []string{"one", "all"} {
			audience := member(who)
			if tt.name == "log in parts" {
				audience.Spans = func(tx store.ReadTx) ([]Span, error) {
					spans, err := spansOf(tx, who)
					return append(spans, Span{Topic: Within("nothing"), From: 1}), err
				}
			}
			b.Run(fmt.Sprintf("by=%s/topics=%s", tt.name, who), func(b *testing.B) {
				sizes := defaultSizes
				sizes.scan = tt.scan
				hub := NewHub(w.store, Options{sizes: sizes})
				events := 0
				b.ReportAllocs()
				for b.Loop() {
					events += catchUpAll(b, hub, audience)
				}
				b.ReportMetric(float64(events)/b.Elapsed().Seconds(), "events/s")
			})
		}
	}
}

func catchUpAll(b *testing.B, hub *Hub, a Audience) (events int) {
	b.Helper()
	s, err := hub.Subscribe(b.Context(), a, Start{Position: beginning}, time.Hour)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for {
		d, ok := s.poll(b.Context())
		if !ok {
			return events
		}
		if d.Entry != nil {
			events++
		}
	}
}

// BenchmarkIdle measures the memory of a subscription that waits, without its goroutine and its transport.
func BenchmarkIdle(b *testing.B) {
	const n = 10_000
	w := newWorld(b, defaultSizes)
	for i := range 100 {
		w.commit(admit("r1/a", fmt.Sprintf("member%d", i)))
	}
	w.dispatch()
	for b.Loop() {
		before := heap()
		subscribers := make([]*Subscription, n)
		for i := range subscribers {
			s, err := w.hub.Subscribe(b.Context(), member(fmt.Sprintf("member%d", i%100)), Start{}, beat)
			if err != nil {
				b.Fatal(err)
			}
			for ok := true; ok; {
				_, ok = s.poll(context.Background()) //nolint:usetesting // a context of the test would be counted
			}
			subscribers[i] = s
		}
		b.ReportMetric(float64(heap()-before)/n, "B/subscription")
		for _, s := range subscribers {
			s.Close()
		}
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
