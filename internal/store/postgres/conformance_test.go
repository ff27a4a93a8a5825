package postgres

import (
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"testing"

	"go.uber.org/goleak"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
	"github.com/parley-interop/parley/internal/store/storetest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	pgtest.Stop()
	if code == 0 {
		if err := goleak.Find(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// quiet is for tests in which something fails on purpose.
var quiet = slog.New(slog.DiscardHandler)

// place is a database with the options that open it.
type place struct {
	t        testing.TB
	server   *pgtest.Server
	database string
	options  Options
}

func newPlace(t testing.TB) place {
	server := pgtest.Shared(t)
	return place{t, server, server.Database(t), Options{Logger: quiet}}
}

// Open implements storetest.Storage.
func (p place) Open() (store.Store, error) {
	s, err := Open(p.t.Context(), p.server.DSN(p.database), p.options)
	if err != nil {
		return nil, err
	}
	return s, nil
}

func TestContract(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t testing.TB) storetest.Storage { return newPlace(t) })
}

// TestRandomOperationsAgreeWithAModel empties one database again and again, because making one takes longer.
func TestRandomOperationsAgreeWithAModel(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes its time")
	}
	p := newPlace(t)
	storetest.RunModel(t, func(testing.TB) storetest.Storage {
		p.server.Exec(t, p.database, "drop schema if exists parley cascade")
		return p
	})
}

func TestRestore(t *testing.T) {
	t.Parallel()
	storetest.RunRestore(t, func(t testing.TB) storetest.BackupStorage { return backupPlace{newPlace(t)} })
}

// backupPlace is restored with the programs of PostgreSQL.
type backupPlace struct{ place }

// Restore implements storetest.BackupStorage.
func (p backupPlace) Restore() storetest.Storage {
	restored := p.place
	restored.database = p.server.Database(p.t)
	restored.options.Epoch = store.NewEpoch()
	file := p.t.TempDir() + "/backup"
	for _, command := range [][]string{
		{"pg_dump", "--format=custom", "--file=" + file, p.server.DSN(p.database)},
		{"pg_restore", "--dbname=" + p.server.DSN(restored.database), file},
	} {
		program, err := pgtest.Program(command[0])
		if err != nil {
			p.t.Fatal(err)
		}
		if said, err := exec.CommandContext(p.t.Context(), program, command[1:]...).CombinedOutput(); err != nil {
			p.t.Fatalf("%s: %v: %s", command[0], err, said)
		}
	}
	return restored
}

// mustOpen opens a store that is closed when the test ends.
func mustOpen(t testing.TB, p place) *Store {
	t.Helper()
	s, err := Open(t.Context(), p.server.DSN(p.database), p.options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}
