package broker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/transfer"
)

// cellFile is the file in the data directory that has the name of the cell in the database that was used with it.
const cellFile = "cell"

// OpenStore opens the store of a configuration. It refuses one that is an unfinished copy, and a database with another cell than
// the data directory was used with before.
func OpenStore(ctx context.Context, c Config, log *slog.Logger) (store.Store, error) {
	s, err := engine.Open(ctx, c.StoreAddress(), c.storeOptions(log))
	if err != nil {
		return nil, err
	}
	if err := errors.Join(checkCell(c, s), transfer.Check(ctx, s)); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (c Config) storeOptions(log *slog.Logger) engine.Options {
	return engine.Options{
		CacheSize: int64(c.StoreCacheMiB) << 20, Reserve: int64(c.ReserveMiB) << 20, SynchronousCommit: c.SynchronousCommit, Logger: log,
	}
}

// checkCell remembers which cell a data directory is used with, so that a wrong address is noticed before anything is written.
func checkCell(c Config, s store.Store) error {
	cell, named := engine.Cell(s)
	if !named {
		return nil
	}
	path := filepath.Join(c.DataDir, cellFile)
	known, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(c.DataDir, 0o700); err != nil {
			return err
		}
		return os.WriteFile(path, []byte(cell+"\n"), 0o600)
	case err != nil:
		return err
	case strings.TrimSpace(string(known)) != cell:
		return fmt.Errorf("the database holds the cell %s, and the data directory %s belongs to %s: correct --store, or use another --data-dir",
			cell, c.DataDir, strings.TrimSpace(string(known)))
	}
	return nil
}
