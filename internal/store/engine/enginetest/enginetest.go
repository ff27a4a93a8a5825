// Package enginetest lets the tests of what stands above the store run on any engine: on the embedded one, or, with the
// environment variable TEST_STORE set to postgres, on a PostgreSQL that they start for themselves.
package enginetest

import (
	"os"
	"testing"

	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// Variable is the environment variable that names the engine.
const Variable = "TEST_STORE"

// Shared reports whether tests run on a database. A word that names no engine makes it panic.
func Shared() bool {
	switch engine := os.Getenv(Variable); engine {
	case "", "pebble":
		return false
	case "postgres":
		return true
	default:
		panic(Variable + "=" + engine + ": there are pebble and postgres")
	}
}

// Run runs the tests of a package and stops the database that they have used. It returns the exit code, for TestMain.
func Run(m *testing.M) int {
	defer pgtest.Stop()
	return m.Run()
}

// Database returns the address of a new, empty database, or nothing where tests run on the embedded engine.
func Database(t testing.TB) string {
	t.Helper()
	if !Shared() {
		return ""
	}
	server := pgtest.Shared(t)
	return server.DSN(server.Database(t))
}
