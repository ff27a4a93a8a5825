package postgres

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/store/storetest"
)

// TestCrashOfTheServer opens what the files of a server hold when all its processes stop at once.
func TestCrashOfTheServer(t *testing.T) {
	t.Parallel()
	rounds := 2
	if testing.Short() {
		rounds = 1
	}
	storetest.RunCrash(t, rounds, func(t testing.TB) storetest.CrashStorage {
		server := pgtest.New(t)
		return crashPlace{place{t, server, server.Database(t), Options{Logger: quiet}}}
	})
}

// crashPlace is a database on a server of its own.
type crashPlace struct{ place }

// Crash implements storetest.CrashStorage.
func (p crashPlace) Crash(*rand.Rand) storetest.CrashStorage {
	crashed := p
	crashed.server = p.server.Clone(p.t)
	return crashed
}

// diary notes what became of appends, each of which has its own name.
type diary struct {
	mu       sync.Mutex
	done     map[string]bool // what was acknowledged
	doubtful map[string]bool
	noted    chan struct{} // gets a value after each acknowledgement
}

func newDiary() *diary {
	return &diary{done: make(map[string]bool), doubtful: make(map[string]bool), noted: make(chan struct{}, 1)}
}

// write appends entries until stop, and notes the outcomes.
func (d *diary) write(s store.Store, worker int, stop *atomic.Bool) {
	for n := 0; !stop.Load(); n++ {
		name := fmt.Sprintf("%d/%d", worker, n)
		err := s.Update(context.Background(), func(tx store.Tx) error {
			tx.Set([]byte(name), fmt.Append(nil, tx.Append([]byte(name))))
			return nil
		}, slices.Values([][]byte{[]byte(name)}))
		d.mu.Lock()
		switch {
		case err == nil:
			d.done[name] = true
		case errors.Is(err, store.ErrUncertain):
			d.doubtful[name] = true
		}
		d.mu.Unlock()
		if err == nil {
			select {
			case d.noted <- struct{}{}:
			default:
			}
		}
	}
}

// await waits for a few acknowledgements that come from now on.
func (d *diary) await() {
	select {
	case <-d.noted:
	default:
	}
	for range 20 {
		<-d.noted
	}
}

// check compares a store with what was noted.
func (d *diary) check(t *testing.T, s store.Store) {
	t.Helper()
	err := s.View(t.Context(), func(tx store.ReadTx) error {
		found, next := make(map[string]bool), store.Position(1)
		for entry, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			name := string(entry.Content)
			if entry.Position != next || found[name] || !d.done[name] && !d.doubtful[name] {
				t.Errorf("entry %d is %q where %d should be: seen %v, acknowledged %v, in doubt %v",
					entry.Position, name, next, found[name], d.done[name], d.doubtful[name])
			}
			if at, err := tx.Get([]byte(name)); err != nil || string(at) != fmt.Sprint(entry.Position) {
				t.Errorf("entry %d: key %q is %q, %v", entry.Position, name, at, err)
			}
			found[name] = true
			next++
		}
		for name := range d.done {
			if !found[name] {
				t.Errorf("%q was acknowledged and is lost", name)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestServerThatIsKilledAndRestarted lets two brokers write while the server dies and comes back: they go on by themselves.
func TestServerThatIsKilledAndRestarted(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t)
	p := place{t, server, server.Database(t), Options{Logger: quiet}}
	brokers := []*Store{mustOpen(t, p), mustOpen(t, p)}
	d := newDiary()
	var (
		stop  atomic.Bool
		group sync.WaitGroup
	)
	for worker := range 8 {
		group.Go(func() { d.write(brokers[worker%2], worker, &stop) })
	}
	for _, end := range []func(){server.Kill, server.Halt, server.Kill} {
		d.await()
		end()
		server.Start(t)
	}
	d.await()
	stop.Store(true)
	group.Wait()
	for _, s := range append(brokers, mustOpen(t, p)) {
		d.check(t, s)
	}
	t.Logf("%d acknowledged, %d in doubt", len(d.done), len(d.doubtful))
}

// TestCommitThatDoesNotReachTheStandby cancels the wait for a standby that is gone: the server then says that it has committed, and
// warns that nobody else has.
func TestCommitThatDoesNotReachTheStandby(t *testing.T) {
	t.Parallel()
	primary := pgtest.New(t)
	p := place{t, primary, primary.Database(t), Options{Logger: quiet}}
	s := mustOpen(t, p)
	primary.Standby(t).Kill()
	outcome := make(chan error)
	go func() {
		outcome <- s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil })
	}()
	primary.Exec(t, p.database, `do $$ begin
			while not exists (select from pg_stat_activity where wait_event = 'SyncRep') loop
				perform pg_sleep(0.001), pg_stat_clear_snapshot();
			end loop;
		end $$;
		select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`)
	if err := <-outcome; !errors.Is(err, store.ErrUncertain) {
		t.Errorf("error is %v, want uncertain", err)
	}
}

// TestFailoverToASynchronousStandby kills the primary and promotes the standby: all that was acknowledged is there, and the
// brokers find it by themselves.
func TestFailoverToASynchronousStandby(t *testing.T) {
	t.Parallel()
	primary := pgtest.New(t)
	database := primary.Database(t)
	standby := primary.Standby(t)
	open := func() *Store {
		s, err := Open(t.Context(), primary.Both(standby, database), Options{Logger: quiet})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	brokers := []*Store{open(), open()}
	if d := brokers[0].Durability(); d != store.Replicated {
		t.Errorf("durability is %d, want replicated", d)
	}
	d := newDiary()
	var (
		stop  atomic.Bool
		group sync.WaitGroup
	)
	for worker := range 4 {
		group.Go(func() { d.write(brokers[worker%2], worker, &stop) })
	}
	d.await()
	primary.Kill()
	standby.Promote(t)
	d.await()
	stop.Store(true)
	group.Wait()
	for _, s := range append(brokers, open()) {
		d.check(t, s)
	}
	if d := brokers[0].Durability(); d != store.Fsynced {
		t.Errorf("durability is %d after the failover, want fsynced", d)
	}
	t.Logf("%d acknowledged, %d in doubt", len(d.done), len(d.doubtful))
}
