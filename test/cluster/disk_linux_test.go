package cluster_test

import (
	"fmt"
	"os"
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
	disk := smallDisk(t, server)
	database := server.Database(t)
	w := newWorld(t, newCell(t, three(server.DSN(database))...))
	server.Exec(t, "postgres", "create tablespace small location '"+disk.path+"'")
	server.Exec(t, database, "alter table parley.log set tablespace small; alter table parley.log alter column content set storage external")
	l := startLoad(t, w)
	l.await(-1, enough()/5)
	disk.leave(t, 4<<20)
	thread, err := l.fill()
	for slot := range 3 {
		if reason, _ := reasonOf(err); status.Code(err) != codes.ResourceExhausted || reason != "STORAGE_FULL" {
			t.Errorf("broker %d on a full disk answers %v (%s)", slot, err, reason)
		}
		if _, err := w.broker(slot).chat.ListMessages(w.anna.in(t.Context()), &chatv1.ListMessagesRequest{ThreadId: thread}); err != nil {
			t.Errorf("broker %d on a full disk does not show what is there: %v", slot, err)
		}
		err = w.fill(slot+1, thread)
	}
	disk.clear(t)
	for slot := range 3 {
		l.await(slot, enough()/10)
	}
	l.finish("the database's disk is full")
}

// TestWriteAheadLogOfTheDatabaseFillsUp takes away the disk that PostgreSQL cannot live without: the server dies in the middle of
// commits, and may not come up again before there is room.
func TestWriteAheadLogOfTheDatabaseFillsUp(t *testing.T) {
	t.Parallel()
	server := pgtest.New(t, "checkpoint_timeout=1h") // none makes room
	disk := smallDisk(t, server)
	server.MoveLog(t, disk.path)
	w := newWorld(t, newCell(t, three(server.DSN(server.Database(t)))...))
	l := startLoad(t, w)
	for range rounds(3) {
		l.await(-1, enough()/5)
		disk.leave(t, 1<<20)
		_, err := l.fill()
		if !possible(t, "a message for which there is no room", err) && status.Code(err) != codes.Unavailable {
			t.Errorf("a broker whose database has died answers %v", err)
		}
		disk.clear(t)
		server.Revive(t)
		for slot := range 3 {
			l.await(slot, enough()/10)
		}
	}
	l.finish("the disk of PostgreSQL's write-ahead log is full")
}

// fill writes large messages to a thread of its own, through one broker after the other, until one is refused.
func (l *load) fill() (thread string, refusal error) {
	thread = l.w.thread(0, l.w.ben)
	l.quiet(thread)
	for slot := 0; refusal == nil; slot++ {
		refusal = l.w.fill(slot, thread)
	}
	return thread, refusal
}

// fill sends a large message.
func (w *world) fill(slot int, thread string) error {
	_, err := w.broker(slot).chat.SendMessage(w.anna.in(w.t.Context()), &chatv1.SendMessageRequest{ThreadId: thread, Content: strings.Repeat("x", 28<<10)})
	return err
}

// disk is a small file system, whose size can be changed while it is used.
type disk struct{ path string }

// diskSize is more than a test needs. It lies in memory, as far as it is used.
const diskSize = 512 << 20

// smallDisk mounts a file system for a server.
func smallDisk(t *testing.T, server *pgtest.Server) *disk {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a small file system")
	}
	d := &disk{server.Directory(t)}
	owner, err := os.Stat(d.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", d.path, "tmpfs", 0, sized(diskSize)); err != nil {
		t.Skipf("no small file system: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(d.path, syscall.MNT_DETACH) })
	if is, ok := owner.Sys().(*syscall.Stat_t); !ok || os.Chown(d.path, int(is.Uid), int(is.Gid)) != nil {
		t.Fatal("the small file system cannot be given to the server")
	}
	return d
}

func sized(bytes int64) string { return fmt.Sprintf("size=%d,mode=0700", bytes) }

// leave takes away all room but so many bytes.
func (d *disk) leave(t *testing.T, room int64) {
	t.Helper()
	var s syscall.Statfs_t
	err := syscall.Statfs(d.path, &s)
	if err == nil {
		err = syscall.Mount("tmpfs", d.path, "tmpfs", syscall.MS_REMOUNT, sized(int64(s.Blocks-s.Bfree)*s.Bsize+room))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// clear gives all the room back.
func (d *disk) clear(t *testing.T) {
	t.Helper()
	if err := syscall.Mount("tmpfs", d.path, "tmpfs", syscall.MS_REMOUNT, sized(diskSize)); err != nil {
		t.Fatal(err)
	}
}
