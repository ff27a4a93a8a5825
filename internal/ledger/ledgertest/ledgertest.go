// Package ledgertest gives tests a ledger on the real engine, without a disk.
package ledgertest

import (
	"io"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs" //nolint:depguard // it stands in for the disk, and no test depends on its kind

	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/store/pebble"
)

// New returns a ledger on an empty store in memory, which is closed with the test. Its clock moves on by a millisecond
// whenever it is read, so that every run of a test sees the same times.
func New(t testing.TB) *ledger.Ledger {
	t.Helper()
	s, err := pebble.Open("store", pebble.Options{
		FS: vfs.NewMem(), CacheSize: 1 << 20, MemTableSize: 4 << 20, Reserve: -1, Logger: slog.New(slog.NewTextHandler(io.Discard, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close the store: %v", err)
		}
	})
	return ledger.New(s, clock())
}

func clock() func() time.Time {
	var read atomic.Int64
	began := time.Date(2026, time.January, 5, 9, 0, 0, 0, time.UTC)
	return func() time.Time { return began.Add(time.Duration(read.Add(1)) * time.Millisecond) }
}
