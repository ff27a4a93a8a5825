package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/transfer"
	"github.com/parley-interop/parley/server/broker"
)

// storeAddress names a store as serve does.
type storeAddress struct {
	DataDir string `help:"Data directory, unless --store names a database." default:"./parley-data" env:"PARLEY_DATA_DIR"`
	Store   string `help:"PostgreSQL database." env:"PARLEY_STORE" placeholder:"postgres://USER@HOST/DATABASE"`
}

func (a storeAddress) address() string {
	return broker.Config{DataDir: a.DataDir, Store: a.Store}.StoreAddress()
}

type migrateCommand struct{ storeAddress }

// Run brings the tables of a database up to date.
func (c migrateCommand) Run(ctx context.Context, to streams) error {
	if err := engine.Migrate(ctx, c.address(), engine.Options{Logger: logTo(to.err)}); err != nil {
		return err
	}
	_, err := fmt.Fprintln(to.out, "the tables are up to date")
	return err
}

type newEpochCommand struct{ storeAddress }

// Run gives the log of a store another epoch.
func (c newEpochCommand) Run(ctx context.Context, to streams) error {
	if err := mustExist(c.address()); err != nil {
		return err
	}
	s, err := engine.Open(ctx, c.address(), engine.Options{Epoch: store.NewEpoch(), Logger: logTo(to.err)})
	if err != nil {
		return err
	}
	_, printed := fmt.Fprintf(to.out, "the log has a new epoch: who resumes from a cursor of before is told CURSOR_EPOCH\n")
	return errors.Join(printed, s.Close())
}

type copyCommand struct {
	From string `help:"Where the cell is: a data directory or a postgres:// URL." required:"" placeholder:"STORE"`
	To   string `help:"Where it goes: an empty data directory or database." required:"" placeholder:"STORE"`
}

// Run copies a cell and proves that it is all there.
func (c copyCommand) Run(ctx context.Context, to streams) (err error) {
	if err := mustExist(c.From); err != nil {
		return err
	}
	from, err := engine.Open(ctx, c.From, engine.Options{Logger: logTo(to.err)})
	if err != nil {
		return fmt.Errorf("--from %s: %w", engine.Redact(c.From), err)
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if err := transfer.CheckSource(ctx, from); err != nil {
		return fmt.Errorf("--from %s: %w", engine.Redact(c.From), err)
	}
	target, err := openTarget(ctx, c.To, from.Epoch(), to.err)
	if err != nil {
		return fmt.Errorf("--to %s: %w", engine.Redact(c.To), err)
	}
	copied, err := transfer.Copy(ctx, from, target, func(what string, done int64) { _, _ = fmt.Fprintf(to.err, "%d %s\n", done, what) })
	if err := errors.Join(err, target.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(to.out, "copied and compared: %v\nCursors stay valid. Serve one of the two from now on, never both.\n", copied)
	return err
}

// openTarget opens an empty store, marks it as an unfinished copy, and only then gives it the epoch of the source.
func openTarget(ctx context.Context, address string, epoch store.Epoch, stderr io.Writer) (store.Store, error) {
	s, err := engine.Open(ctx, address, engine.Options{Logger: logTo(stderr)})
	if err != nil {
		return nil, err
	}
	err = transfer.Prepare(ctx, s)
	if errors.Is(err, transfer.ErrNotEmpty) && s.Epoch() == epoch {
		return s, nil // it may be a copy that was finished before
	}
	if err := errors.Join(err, s.Close()); err != nil {
		return nil, err
	}
	return engine.Open(ctx, address, engine.Options{Epoch: epoch, Logger: logTo(stderr)})
}

// mustExist refuses a directory without a store: opening it would make one.
func mustExist(address string) error {
	if strings.Contains(address, "://") || engine.Exists(address) {
		return nil // opening a URL of another kind is refused
	}
	return fmt.Errorf("there is no store in %s", filepath.Clean(address))
}

func logTo(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
