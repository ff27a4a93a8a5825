package pebble

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/parley-interop/parley/internal/store"
)

// gate is the file system below Pebble. All that Pebble writes goes through it, and it alone decides whether a commit can be
// trusted, because Pebble itself answers a failed write of its log with a panic, and of its manifest with the end of the
// process.
//
// After the first failure of such a write the gate is shut for good: nothing more reaches the storage, so the files stay as
// a crash at that moment would have left them, and opening them again recovers as after a crash. Pebble is told that all is
// well, which keeps it from panicking with its locks held, and lets it close; what it flushes from then on goes to memory. The
// store asks the gate after every sync and acknowledges nothing once it is shut.
//
// Tables, which flushes and compactions write, are another matter: Pebble gives up a table that it cannot finish and tries
// again later. So want of room is no failure there.
type gate struct {
	vfs.FS
	dir     string
	reserve uint64 // free space that updates leave alone, in bytes
	logger  *slog.Logger

	shut    chan struct{} // closed by the first failure
	once    sync.Once
	cause   error       // of the first failure; read it only when shut is closed
	ghost   *vfs.MemFS  // what Pebble writes when the gate is shut
	starved atomic.Bool // the last flush found no room
}

// tablePause slows down Pebble, which tries again at once what has failed.
const tablePause = 50 * time.Millisecond

// tableCheck is how many bytes of a table are written between two looks at the free space.
const tableCheck = 1 << 20

// flushing is the category of tables that hold what was only in memory and in the log of commits.
const flushing vfs.DiskWriteCategory = "pebble-memtable-flush"

func newGate(dir string, o Options) *gate {
	return &gate{FS: o.FS, dir: dir, reserve: uint64(max(o.Reserve, 0)), logger: o.Logger, shut: make(chan struct{}), ghost: vfs.NewMem()}
}

// fail shuts the gate. Only the first cause counts.
func (g *gate) fail(cause error) {
	g.once.Do(func() {
		g.cause = cause
		close(g.shut)
		g.logger.Error("the storage has failed: the store stays readable, and takes no more updates until it is opened again",
			"dir", g.dir, "cause", cause)
	})
}

// failure returns why the gate is shut, or nil.
func (g *gate) failure() error {
	select {
	case <-g.shut:
		return g.cause
	default:
		return nil
	}
}

func (g *gate) isShut() bool { return g.failure() != nil }

// pass runs a write that must not fail, and shuts the gate if it does. It tells whether the write reached the storage.
func (g *gate) pass(write func() error) bool {
	if g.failure() != nil {
		return false
	}
	err := write()
	if err != nil {
		g.fail(err)
	}
	return err == nil
}

// room returns store.ErrFull if updates must wait for room.
func (g *gate) room() error {
	if g.starved.Load() {
		return fmt.Errorf("%w: what is in memory finds no room on disk", store.ErrFull)
	}
	return g.spare(g.reserve)
}

// spare returns store.ErrFull if the free space is below a number of bytes. A file system that cannot tell has room.
func (g *gate) spare(bytes uint64) error {
	if bytes == 0 {
		return nil
	}
	usage, err := g.FS.GetDiskUsage(g.dir)
	if err == nil && usage.AvailBytes < bytes {
		return fmt.Errorf("%w: %d bytes are free, %d are held in reserve", store.ErrFull, usage.AvailBytes, bytes)
	}
	return nil
}

// tableTrouble notes that a table could not be written. Want of room passes, in a while; anything else is a failure.
func (g *gate) tableTrouble(category vfs.DiskWriteCategory, err error) error {
	if !wantsRoom(err) {
		g.fail(err)
		return err
	}
	if category == flushing {
		g.starved.Store(true)
	}
	time.Sleep(tablePause)
	return err
}

// wantsRoom tells whether an error is the end of the disk, or of what may be used of it.
func wantsRoom(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, store.ErrFull)
}

// Create implements vfs.FS.
func (g *gate) Create(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if category == flushing || category == "pebble-compaction" || category == "pebble-blob-file-rewrite" {
		return g.createTable(name, category)
	}
	return g.vital(name, func() (vfs.File, error) { return g.FS.Create(name, category) })
}

// ReuseForWrite implements vfs.FS.
func (g *gate) ReuseForWrite(from, to string, category vfs.DiskWriteCategory) (vfs.File, error) {
	return g.vital(to, func() (vfs.File, error) { return g.FS.ReuseForWrite(from, to, category) })
}

// OpenReadWrite implements vfs.FS.
func (g *gate) OpenReadWrite(name string, category vfs.DiskWriteCategory, options ...vfs.OpenOption) (vfs.File, error) {
	return g.vital(name, func() (vfs.File, error) { return g.FS.OpenReadWrite(name, category, options...) })
}

// OpenDir implements vfs.FS. A directory is opened to sync its entries.
func (g *gate) OpenDir(name string) (vfs.File, error) {
	dir, err := g.FS.OpenDir(name)
	if err != nil {
		return nil, err
	}
	return &vitalFile{dir, g}, nil
}

// Open implements vfs.FS.
func (g *gate) Open(name string, options ...vfs.OpenOption) (vfs.File, error) {
	if g.failure() != nil {
		if file, err := g.ghost.Open(g.PathBase(name), options...); err == nil {
			return file, nil
		}
	}
	return g.FS.Open(name, options...)
}

// Rename implements vfs.FS.
func (g *gate) Rename(from, to string) error {
	g.pass(func() error { return g.FS.Rename(from, to) })
	return nil
}

// Link implements vfs.FS.
func (g *gate) Link(from, to string) error {
	g.pass(func() error { return g.FS.Link(from, to) })
	return nil
}

// Remove implements vfs.FS. A file that stays is a nuisance, no failure.
func (g *gate) Remove(name string) error {
	if g.isShut() {
		return nil
	}
	return g.FS.Remove(name)
}

// RemoveAll implements vfs.FS.
func (g *gate) RemoveAll(name string) error {
	if g.isShut() {
		return nil
	}
	return g.FS.RemoveAll(name)
}

// Unwrap implements vfs.FS.
func (g *gate) Unwrap() vfs.FS { return g.FS }

// vital opens a file that must not fail. If it does, Pebble gets a file in memory.
func (g *gate) vital(name string, open func() (vfs.File, error)) (file vfs.File, err error) {
	opened := g.pass(func() (err error) {
		file, err = open()
		return err
	})
	if !opened {
		return g.ghost.Create(g.PathBase(name), vfs.WriteCategoryUnspecified)
	}
	return &vitalFile{file, g}, nil
}

// createTable creates a table if there is room for it.
func (g *gate) createTable(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if cause := g.failure(); cause != nil {
		return g.createGhost(name, category, cause)
	}
	if err := g.spare(g.reserve / 2); err != nil {
		return nil, g.tableTrouble(category, err)
	}
	file, err := g.FS.Create(name, category)
	if err != nil {
		return nil, g.tableTrouble(category, err)
	}
	return &tableFile{File: file, gate: g, category: category}, nil
}

// createGhost creates a table behind the shut gate. Flushes must go on, or a commit that waits for room in memory would wait
// for ever; they are few. Compactions need not.
func (g *gate) createGhost(name string, category vfs.DiskWriteCategory, cause error) (vfs.File, error) {
	if category == flushing {
		return g.ghost.Create(g.PathBase(name), category)
	}
	time.Sleep(tablePause)
	return nil, cause
}
