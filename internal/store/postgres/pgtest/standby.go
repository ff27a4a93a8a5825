package pgtest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Standby starts a server that follows this one, and makes this one wait for it with every commit. It ends with the test.
func (s *Server) Standby(t testing.TB) *Server {
	t.Helper()
	standby := s.clone(t)
	standby.settings = append(slices.Clone(s.settings),
		fmt.Sprintf("primary_conninfo=host=127.0.0.1 port=%d user=%s application_name=standby", s.port, superuser))
	signalFile := filepath.Join(standby.dir, "standby.signal")
	if err := os.WriteFile(signalFile, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := own(signalFile); err != nil {
		t.Fatal(err)
	}
	standby.Start(t)
	s.Exec(t, "postgres", "alter system set synchronous_standby_names = '*'")
	s.Exec(t, "postgres", "select pg_reload_conf()")
	return standby
}

// Promote makes a standby a server that can be written to.
func (s *Server) Promote(t testing.TB) {
	t.Helper()
	s.Exec(t, "postgres", "select pg_promote()")
	s.Exec(t, "postgres", "alter system set synchronous_standby_names = ''")
	s.Exec(t, "postgres", "select pg_reload_conf()")
}

// Both returns the address of a database on this server, or on another one if this one cannot be written to.
func (s *Server) Both(other *Server, database string) string {
	return fmt.Sprintf("postgres://%s@%s,%s/%s?sslmode=disable", superuser, s.address(), other.address(), database)
}
