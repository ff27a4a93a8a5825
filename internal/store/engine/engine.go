// Package engine opens a store by its address, and is the one place that knows which engines there are.
package engine

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/pebble"
	"github.com/parley-interop/parley/internal/store/postgres"
)

// folder is where in a data directory the embedded store is.
const folder = "store"

// Options of a store. Zero values stand for the engine's defaults.
type Options struct {
	// CacheSize bounds the memory for what was read, in bytes.
	CacheSize int64
	// Reserve is the free disk space below which the embedded store refuses updates, in bytes.
	Reserve int64
	// SynchronousCommit is PostgreSQL's setting of that name, for the store's commits: on, remote_apply, remote_write, local
	// or off. Below on, acknowledged commits may be lost with a server, and Durability says so.
	SynchronousCommit string
	// Epoch gives the log another epoch, once. Zero leaves it.
	Epoch store.Epoch
	// Logger gets what an operator should know.
	Logger *slog.Logger
}

// IsShared reports whether an address names a database that several brokers may use, and not a data directory.
func IsShared(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// Exists reports whether there is a store in a data directory.
func Exists(directory string) bool {
	_, err := os.Stat(filepath.Join(directory, folder))
	return err == nil
}

// Open opens the store at an address, and makes it if there is none: a URL that begins with postgres://, or else the path of
// a data directory. The caller must Close it. An error says what an operator can do.
func Open(ctx context.Context, address string, o Options) (store.Store, error) {
	if IsShared(address) {
		return postgres.Open(ctx, address, o.postgres())
	}
	if scheme, _, ok := strings.Cut(address, "://"); ok {
		return nil, fmt.Errorf("%s:// is no address of a store: use a URL like postgres://user@host:5432/database, or a directory", scheme)
	}
	s, err := pebble.Open(filepath.Join(address, folder), pebble.Options{
		CacheSize: o.CacheSize, Reserve: o.Reserve, Epoch: o.Epoch, Logger: o.Logger,
	})
	if errors.Is(err, store.ErrLocked) {
		return nil, fmt.Errorf("another broker uses the data directory %s: stop it, or choose another directory (%w)", address, err)
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Migrate sets up the database at an address, or brings its tables up to date. Opening does the same.
func Migrate(ctx context.Context, address string, o Options) error {
	if !IsShared(address) {
		return fmt.Errorf("%s is no database: only a postgres:// address has tables to migrate, a data directory is brought up to date by itself", Redact(address))
	}
	return postgres.Migrate(ctx, address, o.postgres())
}

func (o Options) postgres() postgres.Options {
	return postgres.Options{CacheSize: int(o.CacheSize), SynchronousCommit: o.SynchronousCommit, Epoch: o.Epoch, Logger: o.Logger}
}

// Cell returns the name of the cell that a shared store holds; false for one that has no name.
func Cell(s store.Store) (string, bool) {
	shared, ok := s.(*postgres.Store)
	if !ok {
		return "", false
	}
	return shared.Cell(), true
}

// Redact returns an address without its passwords. Of a URL that is none, which may have them anywhere, hardly anything is left.
func Redact(address string) string {
	scheme, _, isURL := strings.Cut(address, "://")
	if !isURL {
		return address
	}
	u, err := url.Parse(address)
	if err != nil {
		return scheme + "://…"
	}
	if query := u.Query(); hide(query) {
		u.RawQuery = query.Encode()
	}
	return u.Redacted()
}

// hide replaces the passwords among the parameters of a URL, and tells whether there were any.
func hide(query url.Values) (hidden bool) {
	for name := range query {
		if strings.Contains(strings.ToLower(name), "password") {
			query.Set(name, "xxxxx")
			hidden = true
		}
	}
	return hidden
}
