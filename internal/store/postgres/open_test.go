package postgres

import (
	"strings"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

func TestOpenRefusesAnAddressThatLeadsNowhere(t *testing.T) {
	t.Parallel()
	server := pgtest.Shared(t)
	there := server.DSN("postgres")
	for _, c := range []struct{ name, dsn, want string }{
		{"no address", "", "must be a URL"},
		{"a path", "/var/lib/store", "must be a URL"},
		{"another scheme", "mysql://host/database", "must be a URL"},
		{"a port that is no number", "postgres://127.0.0.1:x/database", "must be a URL"},
		{"nobody listens", "postgres://127.0.0.1:1/database?sslmode=disable", "cannot be reached"},
		{"no such database", server.DSN("absent"), "createdb"},
		{"no such user", strings.Replace(there, "parley@", "stranger@", 1), "pg_hba.conf"},
	} {
		t.Run(c.name, func(t *testing.T) { wantRefusal(t, c.dsn, Options{}, c.want) })
	}
}

// wantRefusal opens a store, twice because the first refusal must leave nothing behind.
func wantRefusal(t *testing.T, dsn string, o Options, want string) {
	t.Helper()
	o.Logger = quiet
	for range 2 {
		s, err := Open(t.Context(), dsn, o)
		if err == nil {
			_ = s.Close()
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want one about %q", err, want)
		}
	}
}

func TestOpenRefusesADatabaseThatItCannotUse(t *testing.T) {
	t.Parallel()
	guest := func(p place) string { return strings.Replace(p.server.DSN(p.database), "parley@", "guest@", 1) }
	makeRole(t, "guest")
	for _, c := range []struct {
		name    string
		opened  bool // it holds a store
		change  string
		dsn     func(place) string
		options Options
		want    string
	}{
		{name: "another program's tables", change: "create table public.orders ()", want: "public.orders"},
		{name: "another program's schema of our name", change: "create schema parley; create table parley.users ()", want: "parley.users"},
		{
			name: "newer tables", opened: true, change: "insert into parley.migrations (version_id, is_applied) values (999, true)",
			want: "newer version",
		},
		{name: "a newer format", opened: true, change: "update parley.head set format = 999", want: "newer version"},
		{name: "no head", opened: true, change: "delete from parley.head", want: "restore the database"},
		{name: "a log without its end", opened: true, change: "delete from parley.log", want: "restore the database"},
		{
			name: "read-only", change: "do $$ begin execute 'alter database ' || current_database() || ' set default_transaction_read_only = on'; end $$",
			want: "read-only",
		},
		{name: "no right to create tables", dsn: guest, want: "GRANT CREATE"},
		{name: "no right to use the schema", opened: true, dsn: guest, want: "GRANT USAGE"},
		{
			name: "no right to write", opened: true, change: "grant usage on schema parley to guest; grant select on all tables in schema parley to guest",
			dsn: guest, want: "GRANT SELECT, INSERT",
		},
		{name: "another cell", opened: true, options: Options{Cell: "another"}, want: "and not another"},
		{name: "no such setting", options: Options{SynchronousCommit: "perhaps"}, want: "synchronous_commit cannot be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			if c.opened {
				fill(t, p)
			}
			p.server.Exec(t, p.database, c.change)
			dsn := p.server.DSN(p.database)
			if c.dsn != nil {
				dsn = c.dsn(p)
			}
			wantRefusal(t, dsn, c.options, c.want)
		})
	}
}

// makeRole makes a user of the shared server, unless a former run of the test has.
func makeRole(t *testing.T, name string) {
	t.Helper()
	pgtest.Shared(t).Exec(t, "postgres", "do $$ begin create role "+name+" login; exception when duplicate_object then null; end $$")
}

// fill makes a store with one entry.
func fill(t *testing.T, p place) {
	t.Helper()
	s := mustOpen(t, p)
	if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append([]byte("x")); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpenLeavesAForeignDatabaseAsItIs(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.server.Exec(t, p.database, "create table public.orders ()")
	wantRefusal(t, p.server.DSN(p.database), Options{}, "another program")
	p.server.Exec(t, p.database, "create schema parley") // fails if there is one
}

func TestOpenRefusesAStandby(t *testing.T) {
	t.Parallel()
	primary := pgtest.New(t)
	database := primary.Database(t)
	standby := primary.Standby(t)
	wantRefusal(t, standby.DSN(database), Options{}, "read-only standby")
}

func TestUserWithoutTheRightToCreateTablesUsesThoseThatAreThere(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	if err := Migrate(t.Context(), p.server.DSN(p.database), Options{}); err != nil {
		t.Fatal(err)
	}
	makeRole(t, "clerk")
	p.server.Exec(t, p.database, `grant usage on schema parley to clerk;
		grant select, insert, update, delete on all tables in schema parley to clerk`)
	s, err := Open(t.Context(), strings.Replace(p.server.DSN(p.database), "parley@", "clerk@", 1), Options{Logger: quiet})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }); err != nil {
		t.Error(err)
	}
	if err := Migrate(t.Context(), p.server.DSN(p.database), Options{}); err != nil {
		t.Errorf("the second migration: %v", err)
	}
	p.options.Cell = s.Cell()
	mustOpen(t, p)
}

// TestOwnerOfTheDatabaseNeedsNoOtherRight opens a database as the documentation makes it: createdb --owner.
func TestOwnerOfTheDatabaseNeedsNoOtherRight(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	makeRole(t, "owner")
	p.server.Exec(t, "postgres", "alter database "+p.database+" owner to owner")
	dsn := strings.Replace(p.server.DSN(p.database), "parley@", "owner@", 1)
	for range 2 { // it makes the tables, and finds them
		s, err := Open(t.Context(), dsn, Options{Logger: quiet})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestDurabilityFollowsTheSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		setting string
		want    store.Durability
	}{
		{"", store.Fsynced}, {"on", store.Fsynced}, {"remote_apply", store.Fsynced}, {"local", store.Fsynced}, {"off", store.Buffered},
	} {
		t.Run("synchronous_commit="+c.setting, func(t *testing.T) {
			p := newPlace(t)
			// What the database says by default must make no difference.
			p.server.Exec(t, p.database, "do $$ begin execute 'alter database ' || current_database() || ' set synchronous_commit = off'; end $$")
			p.options.SynchronousCommit = c.setting
			s := mustOpen(t, p)
			if d := s.Durability(); d != c.want {
				t.Errorf("durability is %d, want %d", d, c.want)
			}
		})
	}
}

// TestClosuresKnowHowDurableTheirOwnCommitIs lets a server come back with weaker settings. The first closure that runs then must not
// promise what held for the commit before.
func TestClosuresKnowHowDurableTheirOwnCommitIs(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t)
	s := mustOpen(t, place{t, server, server.Database(t), Options{Logger: quiet}})
	var said store.Durability
	ask := func(tx store.Tx) error { said = s.Durability(); tx.Append(nil); return nil }
	eventually(t, s, ask)
	if said != store.Fsynced {
		t.Errorf("durability is %d, want fsynced", said)
	}
	server.Exec(t, "postgres", "alter system set fsync = off")
	server.Halt()
	server.Start(t)
	eventually(t, s, ask)
	if said != store.Buffered {
		t.Errorf("durability is %d after the restart without fsync, want buffered", said)
	}
}
