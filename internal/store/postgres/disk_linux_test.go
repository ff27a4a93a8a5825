package postgres

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// TestDiskOfTheServerFillsUp puts the tables on a real file system that is too small.
func TestDiskOfTheServerFillsUp(t *testing.T) {
	t.Parallel()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	server := pgtest.New(t)
	disk := server.Directory(t)
	owner, err := os.Stat(disk)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=24m,mode=0700"); err != nil {
		t.Skipf("no small file system: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, syscall.MNT_DETACH) })
	if is, ok := owner.Sys().(*syscall.Stat_t); !ok || os.Chown(disk, int(is.Uid), int(is.Gid)) != nil {
		t.Fatal("the small file system cannot be given to the server")
	}
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 12<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	p := place{t, server, server.Database(t), Options{Logger: quiet}}
	s := mustOpen(t, p)
	server.Exec(t, "postgres", "create tablespace small location '"+disk+"'")
	server.Exec(t, p.database, "alter table parley.log set tablespace small; alter table parley.log alter column content set storage external")
	write := func() error {
		return s.Update(t.Context(), func(tx store.Tx) error { tx.Append(make([]byte, 1<<18)); return nil })
	}
	written := 0
	for range 2 {
		err := write()
		for ; err == nil; err = write() {
			written++
		}
		if !errors.Is(err, store.ErrFull) {
			t.Fatalf("error is %v, want full", err)
		}
		if err := s.View(t.Context(), func(tx store.ReadTx) error { _, err := tx.Entry(tx.Head()); return err }); err != nil {
			t.Errorf("a view of a full database: %v", err)
		}
		if err := os.Truncate(ballast, 0); err != nil {
			t.Fatal(err)
		}
	}
	if head, _ := s.Head(); int(head) != written || written < 16 {
		t.Errorf("head is %d, %d were acknowledged", head, written)
	}
}
