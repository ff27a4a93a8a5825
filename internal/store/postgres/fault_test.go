package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/store/storetest"
)

func TestFullDatabase(t *testing.T) {
	t.Parallel()
	storetest.RunFull(t, func(t testing.TB) storetest.FullStorage { return fullPlace{newPlace(t)} })
}

// fullPlace is a database that says it has no room, with the error of a server whose disk is full.
type fullPlace struct{ place }

// Fill implements storetest.FullStorage.
func (p fullPlace) Fill() {
	p.server.Exec(p.t, p.database, `create or replace function parley.refuse() returns trigger language plpgsql as
		$$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
		create trigger refuse before insert or update or delete on parley.state execute function parley.refuse();
		create trigger refuse before insert or update or delete on parley.log execute function parley.refuse()`)
}

// Free implements storetest.FullStorage.
func (p fullPlace) Free() {
	p.server.Exec(p.t, p.database, `drop function parley.refuse cascade`)
}

func TestFailingConnections(t *testing.T) {
	t.Parallel()
	storetest.RunFailure(t, func(t testing.TB) storetest.FailingStorage {
		p := newPlace(t)
		return failingPlace{p, pgtest.NewProxy(t, p.server)}
	})
}

// failingPlace is a database to which no commit gets through when it is broken.
type failingPlace struct {
	place
	proxy *pgtest.Proxy
}

// Open implements storetest.Storage.
func (p failingPlace) Open() (store.Store, error) {
	s, err := Open(p.t.Context(), p.proxy.DSN(p.database), p.options)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Break implements storetest.FailingStorage.
func (p failingPlace) Break() { p.proxy.Judge(againstWriters(pgtest.Cut)) }

// Repair implements storetest.FailingStorage.
func (p failingPlace) Repair() { p.proxy.Judge(allPass) }

// shortTimeout ends what these tests let hang. A machine that is busy with other tests must still connect and commit in it.
const shortTimeout = 4 * time.Second

func allPass(string, pgtest.Step) pgtest.Verdict { return pgtest.Pass }

// againstWriters lets no new writer in, and does something to every commit of those that are there.
func againstWriters(commits pgtest.Verdict) func(string, pgtest.Step) pgtest.Verdict {
	return func(application string, step pgtest.Step) pgtest.Verdict {
		switch {
		case application != "parley writer":
			return pgtest.Pass
		case step == pgtest.Connect:
			return pgtest.Cut
		default:
			return commits
		}
	}
}

// behind opens a store behind a proxy.
func behind(t *testing.T, o Options) (*Store, *pgtest.Proxy, place) {
	t.Helper()
	p := newPlace(t)
	p.options = o
	p.options.Logger = quiet
	proxy := pgtest.NewProxy(t, p.server)
	s, err := Open(t.Context(), proxy.DSN(p.database), p.options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, proxy, p
}

// once is a closure as callers with an idempotency key write it: it appends, unless that has happened already.
func once(happened *bool) func(store.Tx) error {
	return func(tx store.Tx) error {
		*happened = false
		former, err := tx.Get([]byte("once"))
		if err != nil || former != nil {
			*happened = true
			return err
		}
		tx.Set([]byte("once"), []byte("x"))
		tx.Append([]byte("once"))
		return nil
	}
}

// eventually repeats an update until it is not refused.
func eventually(t *testing.T, s *Store, fn func(store.Tx) error) {
	t.Helper()
	err := store.ErrUnavailable
	for errors.Is(err, store.ErrUnavailable) {
		err = s.Update(t.Context(), fn, slices.Values([][]byte{[]byte("once")}))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestCommitWhoseAnswerIsLost(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		verdict  pgtest.Verdict
		happened bool
	}{
		{"before it reaches the server", pgtest.Cut, false},
		{"after it has happened", pgtest.Swallow, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, proxy, p := behind(t, Options{})
			other := mustOpen(t, p)
			var happened bool
			if err := other.Update(t.Context(), func(tx store.Tx) error { // both have it in their caches
				_, err := tx.Get([]byte("once"))
				return err
			}); err != nil {
				t.Fatal(err)
			}
			proxy.Judge(againstWriters(c.verdict))
			if err := s.Update(t.Context(), once(&happened), slices.Values([][]byte{[]byte("once")})); !errors.Is(err, store.ErrUncertain) {
				t.Fatalf("error is %v, want uncertain", err)
			}
			if err := s.Update(t.Context(), once(&happened)); !errors.Is(err, store.ErrUnavailable) {
				t.Fatalf("error is %v, want unavailable", err)
			}
			proxy.Judge(allPass)
			for _, broker := range []*Store{s, other} {
				eventually(t, broker, once(&happened))
				if c.happened != happened && broker == s || broker == other && !happened {
					t.Errorf("it has happened: %v", happened)
				}
			}
			if head, _ := other.Head(); head != 1 {
				t.Errorf("it has happened %d times", head)
			}
		})
	}
}

func TestConnectionsThatBreakWhileTheyAreIdleAreReplaced(t *testing.T) {
	t.Parallel()
	s, proxy, _ := behind(t, Options{})
	for i := range 5 {
		if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }); err != nil {
			t.Fatal(err)
		}
		err := s.View(t.Context(), func(tx store.ReadTx) error {
			if int(tx.Head()) != i+1 {
				return fmt.Errorf("head is %d", tx.Head())
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		proxy.CutAll()
	}
}

func TestDatabaseThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	s, proxy, _ := behind(t, Options{Timeout: shortTimeout, ConnectTimeout: shortTimeout})
	var happened bool
	eventually(t, s, once(&happened))
	release := proxy.Hold()
	defer release()
	if err := s.Update(t.Context(), once(&happened)); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("error of an update is %v, want unavailable", err)
	}
	if err := s.View(t.Context(), func(store.ReadTx) error { return nil }); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("error of a view is %v, want unavailable", err)
	}
	release()
	eventually(t, s, once(&happened))
	if !happened {
		t.Error("it is not there any more")
	}
	if err := s.View(t.Context(), func(tx store.ReadTx) error { _, err := tx.Get([]byte("once")); return err }); err != nil {
		t.Error(err)
	}
}

// holdHead takes the turn of all brokers until the function that it returns is called.
func holdHead(t *testing.T, p place) (release func()) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), p.server.DSN(p.database))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.PgConn().Exec(t.Context(), "begin; select from parley.head for update").ReadAll(); err != nil {
		t.Fatal(err)
	}
	return func() { _ = conn.Close(t.Context()) }
}

func TestTurnThatDoesNotCome(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.options.Timeout = shortTimeout
	s := mustOpen(t, p)
	release := holdHead(t, p)
	var happened bool
	if err := s.Update(t.Context(), once(&happened)); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("error is %v, want unavailable", err)
	}
	release()
	eventually(t, s, once(&happened))
	if happened {
		t.Error("it had happened")
	}
}

func TestContextThatEndsWhileTheDatabaseIsWaitedFor(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	s := mustOpen(t, p)
	release := holdHead(t, p)
	ctx, cancel := context.WithCancel(t.Context())
	outcome := make(chan error)
	go func() {
		var happened bool
		outcome <- s.Update(ctx, once(&happened))
	}()
	cancel()
	if err := <-outcome; !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want canceled", err)
	}
	release()
	var happened bool
	eventually(t, s, once(&happened))
	if happened {
		t.Error("it had happened")
	}
}

// TestBrokerThatHangsLosesItsTurn lets a closure wait until another broker has committed.
func TestBrokerThatHangsLosesItsTurn(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.options.Timeout = shortTimeout
	hangs, goes := mustOpen(t, p), mustOpen(t, p)
	begun, committed, outcome := make(chan struct{}, 1), make(chan struct{}), make(chan error)
	go func() {
		outcome <- hangs.Update(t.Context(), func(tx store.Tx) error {
			select {
			case begun <- struct{}{}:
			default:
			}
			<-committed
			tx.Append([]byte("late"))
			return nil
		})
	}()
	<-begun
	eventually(t, goes, func(tx store.Tx) error { tx.Append([]byte("in time")); return nil })
	close(committed)
	if err := <-outcome; !errors.Is(err, store.ErrUnavailable) && !errors.Is(err, store.ErrUncertain) {
		t.Errorf("error of the broker that hung is %v", err)
	}
	eventually(t, hangs, func(tx store.Tx) error { tx.Append([]byte("again")); return nil })
	err := goes.View(t.Context(), func(tx store.ReadTx) error {
		if second, err := tx.Entry(2); err != nil || string(second) != "again" || tx.Head() != 2 {
			return fmt.Errorf("entry 2 of %d is %q, %w", tx.Head(), second, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestBatchThatOthersInterruptRunsAgain(t *testing.T) {
	t.Parallel()
	for _, code := range []string{serializationFailure, deadlockDetected} {
		t.Run(code, func(t *testing.T) {
			p := newPlace(t)
			s := mustOpen(t, p)
			p.server.Exec(t, p.database, `create sequence parley.tries;
				create function parley.interrupt() returns trigger language plpgsql as
				$$ begin if nextval('parley.tries') < 3 then raise exception 'interrupted' using errcode = '`+code+`'; end if; return null; end $$;
				create trigger interrupt after insert on parley.log execute function parley.interrupt()`)
			runs := 0
			err := s.Update(t.Context(), func(tx store.Tx) error { runs++; tx.Append(nil); return nil })
			if head, _ := s.Head(); err != nil || runs != 3 || head != 1 {
				t.Errorf("%d runs, head %d, %v", runs, head, err)
			}
		})
	}
}
