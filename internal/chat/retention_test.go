package chat_test

import (
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/timer"
)

// TestRetentionRunsOnceWhereBrokersShareAStore lets three brokers on one database end threads at the same time.
func TestRetentionRunsOnceWhereBrokersShareAStore(t *testing.T) {
	const brokers, threads = 3, 20
	server := pgtest.Shared(t)
	address := server.DSN(server.Database(t))
	var micros atomic.Int64
	micros.Store(time.Date(2026, time.January, 5, 9, 0, 0, 0, time.UTC).UnixMicro())
	now := func() time.Time { return time.UnixMicro(micros.Add(1)) }
	var worlds []*world
	for range brokers {
		s, err := engine.Open(t.Context(), address, engine.Options{Logger: slog.New(slog.DiscardHandler)})
		must(t, err)
		t.Cleanup(func() { must(t, s.Close()) })
		worlds = append(worlds, newWorldOn(t, ledger.New(s, now)))
	}
	w := worlds[0]
	for n := range threads {
		r, err := w.CreateThread(t.Context(), as(person(0)), &chatv1.CreateThreadRequest{
			Participants:    participants(person(1), colleague),
			RetentionPolicy: &chatv1.RetentionPolicy{Kind: chatv1.RetentionKind_RETENTION_KIND_THREAD_CREATION, DeleteThreadAfterDays: 1},
		})
		must(t, err)
		w.post(as(colleague), r.GetThread().GetThreadId(), fmt.Sprint(n))
	}
	before, _ := w.store.Head()
	micros.Add((25 * time.Hour).Microseconds())
	for range 2 { // what ends a thread makes its content due
		var group sync.WaitGroup
		for _, w := range worlds {
			r := timer.NewRunner(w.ledger, chat.Timers(), slog.New(slog.DiscardHandler))
			group.Go(func() {
				if err := r.Fire(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
	}
	if got, want := w.events(before), slices.Repeat([]string{"thread_deleted"}, threads); !slices.Equal(got, want) {
		t.Errorf("retention made the events %v, want %v", got, want)
	}
	must(t, w.store.View(t.Context(), func(tx store.ReadTx) error {
		counters, err := record.Get[recordv1.Counters](tx, key.Counters(resourceID))
		if left := counters.GetThreads(); left != 0 {
			t.Errorf("the resource is said to have %d threads", left)
		}
		return err
	}))
}
