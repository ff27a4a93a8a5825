package cluster_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// TestDiskOfTheDatabaseFillsUp puts the log on a real file system that is too small, and makes room again: messages are refused
// meanwhile and nothing else happens, and brokers go on by themselves.
func TestDiskOfTheDatabaseFillsUp(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t)
	disk, ballast := smallDisk(t, server)
	database := server.Database(t)
	w := newWorld(t, newCell(t, three(server.DSN(database))...))
	server.Exec(t, "postgres", "create tablespace small location '"+disk+"'")
	server.Exec(t, database, "alter table parley.log set tablespace small; alter table parley.log alter column content set storage external")
	thread := w.thread(0, w.ben)
	l := startLoad(t, w)
	l.await(-1, enough()/5)
	fill := func(slot int) error {
		_, err := w.broker(slot).chat.SendMessage(w.anna.in(t.Context()), &chatv1.SendMessageRequest{ThreadId: thread, Content: strings.Repeat("x", 28<<10)})
		return err
	}
	l.quiet(thread)
	var err error
	for slot := 0; err == nil; slot++ {
		err = fill(slot)
	}
	for slot := range 3 {
		if reason, _ := reasonOf(err); status.Code(err) != codes.ResourceExhausted || reason != "STORAGE_FULL" {
			t.Errorf("broker %d on a full disk answers %v (%s)", slot, err, reason)
		}
		if _, err := w.broker(slot).chat.ListMessages(w.anna.in(t.Context()), &chatv1.ListMessagesRequest{ThreadId: thread}); err != nil {
			t.Errorf("broker %d on a full disk does not show what is there: %v", slot, err)
		}
		err = fill(slot + 1)
	}
	if err := os.Truncate(ballast, 0); err != nil {
		t.Fatal(err)
	}
	for slot := range 3 {
		l.await(slot, enough()/10)
	}
	l.finish("the database's disk is full")
}

// smallDisk mounts a small file system for a server, most of which a file takes up that can be truncated.
func smallDisk(t *testing.T, server *pgtest.Server) (disk, ballast string) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	disk = server.Directory(t)
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
	ballast = filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 16<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	return disk, ballast
}
