package event_test

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/internal/store/fault"
)

func TestMain(m *testing.M) {
	code := enginetest.Run(m)
	if err := goleak.Find(); code == 0 && err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// topics are what entries of the tests are published under: one is the beginning of another, and two are of the audit trail.
var topics = []string{"a", "a:b", "b", "rare", event.Audit, event.AuditOf("a")}

func append1(tx store.Tx, topics ...string) error {
	_, err := event.Append(tx, &recordv1.Entry{Topics: topics, ResourceId: "r", Event: &recordv1.Entry_Chat{Chat: []byte("topics are no part of what is said")}})
	return err
}

// TestIndexFollowsTheLog lets several brokers index a log that grows, while some of what they ask of the store fails and some is done
// though they are not told. What is indexed is compared with the log.
func TestIndexFollowsTheLog(t *testing.T) {
	for seed := range uint64(20) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(seed, 1))
			s := open(t)
			published := map[string][]store.Position{}
			for p := store.Position(1); p < 400; {
				err := s.Update(t.Context(), func(tx store.Tx) error {
					for range random.IntN(8) {
						of := some(random)
						for _, topic := range slices.Compact(slices.Sorted(slices.Values(of))) {
							published[topic] = append(published[topic], p)
						}
						if err := append1(tx, of...); err != nil {
							return err
						}
						p++
					}
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				if random.IntN(5) == 0 {
					index(t, s, random)
					look(t, s, random, published)
				}
			}
			if indexed, err := event.Index(t.Context(), s, 1); err != nil {
				t.Fatal(err)
			} else if head, _ := s.Head(); indexed != head {
				t.Errorf("%d of %d entries are indexed", indexed, head)
			}
			look(t, s, random, published)
		})
	}
}

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := engine.Open(t.Context(), cmp.Or(enginetest.Database(t), t.TempDir()), engine.Options{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// some topics, now and then none, or one twice.
func some(random *rand.Rand) (of []string) {
	for range random.IntN(4) {
		of = append(of, topics[random.IntN(len(topics))])
	}
	return of
}

// index lets some brokers index at the same time.
func index(t *testing.T, s store.Store, random *rand.Rand) {
	t.Helper()
	var brokers sync.WaitGroup
	for range 1 + random.IntN(3) {
		broker := fault.Wrap(s, fault.Schedule{Seed: random.Uint64(), Percent: map[fault.Kind]int{fault.Refused: 10, fault.Doubtful: 10, fault.Lost: 10}})
		n := 1 + random.IntN(30)
		brokers.Go(func() { _, _ = event.Index(context.WithoutCancel(t.Context()), broker, n) })
	}
	brokers.Wait()
}

// look compares what is indexed of each topic with what was published, from here to there.
func look(t *testing.T, s store.Store, random *rand.Rand, published map[string][]store.Position) {
	t.Helper()
	err := s.View(t.Context(), func(tx store.ReadTx) error {
		indexed, err := event.Indexed(tx)
		if err != nil {
			return err
		}
		for _, topic := range topics {
			from, to, limit := 1+store.Position(random.IntN(400)), min(indexed, store.Position(random.IntN(400))), 1+random.IntN(50)
			got, err := event.Positions(tx, topic, from, to, limit)
			if err != nil {
				return err
			}
			var want []store.Position
			for _, p := range published[topic] {
				if topic != event.Audit && topic != event.AuditOf("a") && from <= p && p <= to && len(want) < limit {
					want = append(want, p)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s from %d to %d: got %v, want %v", topic, from, to, got, want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestManyTopics looks that entries of more topics than one transaction is for are indexed all the same.
func TestManyTopics(t *testing.T) {
	const entries = 1500
	s := open(t)
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for i := range entries {
			if err := append1(tx, fmt.Sprint(i), "all"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if indexed, err := event.Index(t.Context(), s, 600); err != nil || indexed <= entries-600 {
		t.Fatalf("%d entries are indexed: %v", indexed, err)
	}
	err = s.View(t.Context(), func(tx store.ReadTx) error {
		for i := range entries - 600 {
			if got, err := event.Positions(tx, fmt.Sprint(i), 1, entries, 9); err != nil || !slices.Equal(got, []store.Position{store.Position(i + 1)}) {
				t.Errorf("topic %d is at %v: %v", i, got, err)
			}
		}
		got, err := event.Positions(tx, "all", 1, entries, entries)
		if len(got) <= entries-600 || !slices.IsSorted(got) {
			t.Errorf("the topic of all is at %v", got)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKeepIndex looks that a log is indexed as it grows, and that nothing is written for a few entries.
func TestKeepIndex(t *testing.T) {
	disk := enginetest.NewDisk(t)
	synctest.Test(t, func(t *testing.T) {
		s, err := disk.Open()
		if err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		var running sync.WaitGroup
		running.Go(func() { event.KeepIndex(ctx, s, slog.New(slog.DiscardHandler)) })
		for _, tt := range []struct {
			appended int
			want     store.Position
		}{{4095, 0}, {1, 4096}, {10000, 12288}} {
			err := s.Update(ctx, func(tx store.Tx) error {
				for range tt.appended {
					if err := append1(tx, "a"); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second) //nolint:forbidigo // in a bubble, sleeping is free
			var indexed store.Position
			err = s.View(ctx, func(tx store.ReadTx) (err error) {
				indexed, err = event.Indexed(tx)
				return err
			})
			if err != nil || indexed != tt.want {
				t.Errorf("after %d more entries, %d are indexed: %v", tt.appended, indexed, err)
			}
		}
		stop()
		running.Wait()
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}
