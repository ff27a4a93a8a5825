package cluster_test

import (
	"strings"
	"testing"

	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// TestStartRefusesDatabases starts a broker on databases that it cannot or must not use. It ends with 1, says in one line what to
// do, and shows no password.
func TestStartRefusesDatabases(t *testing.T) {
	t.Parallel()
	const secret = "hunter2"
	server := pgtest.Shared(t)
	server.Exec(t, "postgres", "do $$ begin create role guest login; exception when duplicate_object then null; end $$")
	at := func(database string) string {
		return strings.Replace(server.DSN(database), "parley@", "parley:"+secret+"@", 1)
	}
	used := func(t *testing.T, change string) string {
		t.Helper()
		database := server.Database(t)
		if _, stderr, exit := finish(t, "migrate", "--store", server.DSN(database)); exit != 0 {
			t.Fatal(stderr)
		}
		server.Exec(t, database, change)
		return at(database)
	}
	for _, c := range []struct {
		name string
		dsn  func(t *testing.T) string
		want string
	}{
		{"a path", func(*testing.T) string { return "/var/lib/" + secret }, "must be a URL like postgres://user@host:5432/database"},
		{"another database's URL", func(*testing.T) string { return "mysql://root:" + secret + "@host/db" }, "must be a URL like postgres://user@host:5432/database"},
		{"a port that is no number", func(*testing.T) string { return "postgres://parley:" + secret + "@127.0.0.1:port/db" }, "must be a URL like postgres://user@host:5432/database"},
		{"a password with a sign that is none of a URL", func(*testing.T) string { return "postgres://parley:" + secret + "%zz@127.0.0.1/db" }, "must be a URL like postgres://user@host:5432/database"},
		{"nobody listens", func(*testing.T) string { return "postgres://parley:" + secret + "@127.0.0.1:1/db?sslmode=disable" }, "the server cannot be reached"},
		{"no server of several", func(*testing.T) string {
			return "postgres://parley:" + secret + "@127.0.0.1:1,127.0.0.1:2/db?sslmode=disable"
		}, "the server cannot be reached"},
		{"no such database", func(*testing.T) string { return at("absent") }, "create it with createdb"},
		{"no such user", func(*testing.T) string { return strings.Replace(at("postgres"), "parley:", "stranger:", 1) }, "the server refuses the user or the password"},
		{"no right to create tables", func(t *testing.T) string { return strings.Replace(at(server.Database(t)), "parley:", "guest:", 1) }, "GRANT CREATE"},
		{"no right to use the tables", func(t *testing.T) string { return strings.Replace(used(t, ""), "parley:", "guest:", 1) }, "GRANT USAGE"},
		{"no right to write", func(t *testing.T) string {
			return strings.Replace(used(t, "grant usage on schema parley to guest; grant select on all tables in schema parley to guest"), "parley:", "guest:", 1)
		}, "GRANT SELECT, INSERT"},
		{"another program's database", func(t *testing.T) string {
			database := server.Database(t)
			server.Exec(t, database, "create table orders ()")
			return at(database)
		}, "belongs to another program"},
		{"tables of a newer version", func(t *testing.T) string {
			return used(t, "insert into parley.migrations (version_id, is_applied) values (999, true)")
		}, "use a newer version"},
		{"contents of a newer version", func(t *testing.T) string { return used(t, "update parley.head set format = 999") }, "newer version of this program"},
		{"half a backup", func(t *testing.T) string { return used(t, "update parley.head set position = 5") }, "restore the database as a whole"},
		{"a database that is read-only", func(t *testing.T) string {
			return used(t, "do $$ begin execute 'alter database ' || current_database() || ' set default_transaction_read_only = on'; end $$")
		}, "the database is read-only"},
	} {
		t.Run(c.name, func(t *testing.T) { wantRefusal(t, secret, c.want, "--data-dir", t.TempDir(), "--store", c.dsn(t)) })
	}
}

// wantRefusal starts a broker, which must end at once.
func wantRefusal(t *testing.T, secret, want string, args ...string) {
	t.Helper()
	stdout, stderr, exit := finish(t, append([]string{"--listen", "127.0.0.1:0"}, args...)...)
	if exit != 1 || !strings.Contains(stderr, want) || stdout != "" {
		t.Errorf("exit code %d, standard error %q, output %q; want 1 and %q", exit, stderr, stdout, want)
	}
	if strings.Count(stderr, "\n") != 1 {
		t.Errorf("it says more than one line: %s", stderr)
	}
	if secret != "" && strings.Contains(stderr, secret) {
		t.Errorf("it shows the password: %s", stderr)
	}
	t.Log(strings.TrimSpace(stderr))
}

func TestStartRefusesAStandby(t *testing.T) {
	t.Parallel()
	primary := pgtest.New(t)
	database := primary.Database(t)
	standby := primary.Standby(t)
	wantRefusal(t, "", "the server is a read-only standby", "--data-dir", t.TempDir(), "--store", standby.DSN(database))
	wantRefusal(t, "", "read-only", "--data-dir", t.TempDir(), "--store", standby.DSN(database)+"&target_session_attrs=read-write")
	c := newCell(t, "")
	c.broker(0).stop()
	for _, command := range [][]string{
		{"migrate", "--store", standby.DSN(database)},
		{"new-epoch", "--store", standby.DSN(database)},
		{"copy", "--from", c.places[0].dir, "--to", standby.DSN(database)},
	} {
		if stdout, stderr, exit := finish(t, command...); exit != 1 || !strings.Contains(stderr, "the server is a read-only standby") || stdout != "" {
			t.Errorf("%v: exit code %d, standard error %q, output %q", command, exit, stderr, stdout)
		}
	}
}

// TestStartRefusesAnotherCell starts a broker with the data directory of one cell and the database of another.
func TestStartRefusesAnotherCell(t *testing.T) {
	t.Parallel()
	server := pgtest.Shared(t)
	c := newCell(t, server.DSN(server.Database(t)))
	c.broker(0).stop()
	wantRefusal(t, "", "belongs to", "--data-dir", c.places[0].dir, "--store", server.DSN(server.Database(t)))
	c.start(0)
}
