package engine

import (
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

func TestAddresses(t *testing.T) {
	for _, tt := range []struct {
		name, address, wantError string
	}{
		{"a directory", t.TempDir(), ""},
		{"another database's scheme", "mysql://localhost/parley", "mysql:// is no address of a store"},
		{"a database that is not there", "postgres://127.0.0.1:1/parley", "PostgreSQL"},
		{"a damaged URL", "postgres://127.0.0.1:port/parley", "postgres://user@host:5432/database"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := Open(t.Context(), tt.address, Options{Reserve: -1, Logger: slog.New(slog.DiscardHandler)})
			if err == nil {
				defer func() {
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				}()
			}
			if (err == nil) != (tt.wantError == "") || err != nil && !strings.Contains(err.Error(), tt.wantError) {
				t.Errorf("got %v, want %q", err, tt.wantError)
			}
		})
	}
}

func TestOneProcessHasADirectory(t *testing.T) {
	dir := t.TempDir()
	options := Options{Reserve: -1, Logger: slog.New(slog.DiscardHandler)}
	first, err := Open(t.Context(), dir, options)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	_, err = Open(t.Context(), dir, options)
	if !errors.Is(err, store.ErrLocked) || !strings.Contains(err.Error(), dir) {
		t.Errorf("the second opening: %v", err)
	}
}

func TestRedact(t *testing.T) {
	for address, want := range map[string]string{
		"./parley-data": "./parley-data",
		"postgres://parley:secret@db:5432/parley?sslmode=verify-full": "postgres://parley:xxxxx@db:5432/parley?sslmode=verify-full",
		"postgres://parley@db/parley":                                 "postgres://parley@db/parley",
		"postgres://parley:secret@db1:5432,db2:5432/parley":           "postgres://parley:xxxxx@db1:5432,db2:5432/parley",
		"postgres://db/parley?user=parley&password=secret":            "postgres://db/parley?password=xxxxx&user=parley",
		"postgres://db/parley?sslpassword=secret&sslkey=k.pem":        "postgres://db/parley?sslkey=k.pem&sslpassword=xxxxx",
		"postgres://parley:secret%zz@db/parley":                       "postgres://…",
		"postgres://parley:secret@db:port/parley":                     "postgres://…",
		"mysql://root:secret@db/parley":                               "mysql://root:xxxxx@db/parley",
	} {
		if got := Redact(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}
