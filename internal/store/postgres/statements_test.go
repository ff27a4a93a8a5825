package postgres

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// TestBatchIsAFewStatements lets the server count what it is asked for when a hundred callers, each with keys of its own that the
// broker does not remember, wait for one turn.
func TestBatchIsAFewStatements(t *testing.T) {
	t.Parallel()
	const callers = 100
	server := pgtest.New(t, "shared_preload_libraries=pg_stat_statements")
	server.Exec(t, "postgres", "create extension pg_stat_statements")
	p := place{t, server, server.Database(t), Options{Logger: quiet}}
	name := func(caller int) []byte { return fmt.Appendf(nil, "key %d", caller) }
	update := func(s *Store, caller int) {
		err := s.Update(t.Context(), func(tx store.Tx) error {
			_, err := tx.Get(name(caller))
			tx.Set(name(caller), []byte("x"))
			tx.Append([]byte("x"))
			return err
		}, slices.Values([][]byte{name(caller)}))
		if err != nil {
			t.Error(err)
		}
	}
	update(mustOpen(t, p), 0)
	s := mustOpen(t, p)
	release := holdHead(t, p)
	var group sync.WaitGroup
	group.Go(func() { update(s, 0) })
	server.Exec(t, "postgres", `do $$ begin
			while not exists (select from pg_stat_activity where application_name = 'parley writer' and wait_event_type = 'Lock') loop
				perform pg_sleep(0.001), pg_stat_clear_snapshot();
			end loop;
		end $$`)
	for caller := range callers {
		group.Go(func() { update(s, caller+1) })
	}
	for waiting(s) < callers {
		runtime.Gosched()
	}
	server.Exec(t, "postgres", "select pg_stat_statements_reset()")
	release()
	group.Wait()
	asked := calls(t, server)
	for statement, most := range map[string]int{
		lockHead: 1, readChanges: 1, readKeys: 2, // of the caller that began the batch, and of those who came meanwhile
		writeKeys: 1, appendEntries: 1, moveHead: 1, commit: 1, readKey: 0,
	} {
		if n := asked[statement]; n > most || most == 1 && n == 0 {
			t.Errorf("%d times, want at most %d: %s", n, most, statement)
		}
	}
}

// waiting is how many requests wait for a batch.
func waiting(s *Store) int {
	s.queue.mu.Lock()
	defer s.queue.mu.Unlock()
	return len(s.queue.waiting)
}

// calls returns how often each statement was executed.
func calls(t *testing.T, server *pgtest.Server) map[string]int {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), server.DSN("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	found := map[string]int{}
	rows, err := conn.Query(t.Context(), "select query, calls from pg_stat_statements")
	if err != nil {
		t.Fatal(err)
	}
	var query string
	var n int
	if _, err := pgx.ForEachRow(rows, []any{&query, &n}, func() error { found[query] += n; return nil }); err != nil {
		t.Fatal(err)
	}
	return found
}
