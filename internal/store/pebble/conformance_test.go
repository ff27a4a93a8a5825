package pebble

import (
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/storetest"
)

// quiet is for tests in which the storage fails on purpose.
var quiet = slog.New(slog.DiscardHandler)

// place is a directory with the options that open it.
type place struct {
	dir     string
	options Options
}

// Open implements storetest.Storage.
func (p place) Open() (store.Store, error) {
	s, err := Open(p.dir, p.options)
	if err != nil {
		return nil, err
	}
	return s, nil
}

func TestContractOnDisk(t *testing.T) {
	storetest.Run(t, func(t testing.TB) storetest.Storage {
		return place{t.TempDir(), Options{Logger: quiet}}
	})
}

// TestContractWithSmallTables makes Pebble flush and compact all the time, and keeps little of the log in memory.
func TestContractWithSmallTables(t *testing.T) {
	factory := func(testing.TB) storetest.Storage {
		return place{"store", Options{FS: vfs.NewMem(), MemTableSize: smallestMemTable, TailSize: 1 << 10, Logger: quiet}}
	}
	storetest.Run(t, factory)
	t.Run("RandomOperationsAgreeWithAModel", func(t *testing.T) { storetest.RunModel(t, factory) })
}

func TestRestore(t *testing.T) {
	storetest.RunRestore(t, func(t testing.TB) storetest.BackupStorage {
		return backupPlace{place{t.TempDir(), Options{Logger: quiet}}, t}
	})
}

// backupPlace is restored by a copy of its directory.
type backupPlace struct {
	place
	t testing.TB
}

// Restore implements storetest.BackupStorage.
func (p backupPlace) Restore() storetest.Storage {
	to := filepath.Join(p.t.TempDir(), "restored")
	if err := os.CopyFS(to, os.DirFS(p.dir)); err != nil {
		p.t.Fatal(err)
	}
	restored := place{to, p.options}
	restored.options.Epoch = store.NewEpoch()
	return restored
}

func TestPowerLoss(t *testing.T) {
	storetest.RunCrash(t, 40, func(testing.TB) storetest.CrashStorage {
		return newCrashPlace(vfs.NewCrashableMem())
	})
}

// crashPlace is a directory of a file system that can lose what was not synced.
type crashPlace struct {
	place
	files *vfs.MemFS
}

// logCategory is what Pebble calls the files of its log of commits.
const logCategory vfs.DiskWriteCategory = "pebble-wal"

func newCrashPlace(files *vfs.MemFS) crashPlace {
	return crashPlace{place{"store", Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet}}, files}
}

// Crash implements storetest.CrashStorage.
func (p crashPlace) Crash(random *rand.Rand) storetest.CrashStorage {
	return newCrashPlace(p.files.CrashClone(vfs.CrashCloneCfg{
		UnsyncedDataPercent: []int{0, 20, 80, 100}[random.IntN(4)], RNG: random,
	}))
}

func TestFullDisk(t *testing.T) {
	storetest.RunFull(t, func(testing.TB) storetest.FullStorage {
		files := vfs.NewMem()
		p := fullPlace{place{"store", Options{FS: files, MemTableSize: smallestMemTable, Reserve: 1 << 20, Logger: quiet}}, files}
		p.Free()
		return p
	})
}

// fullPlace is a directory of a file system that reports as much free space as the test wants.
type fullPlace struct {
	place
	files *vfs.MemFS
}

// Fill implements storetest.FullStorage: not even tables find room.
func (p fullPlace) Fill() {
	p.files.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1, TotalBytes: 1 << 30})
}

// Free implements storetest.FullStorage.
func (p fullPlace) Free() {
	p.files.TestingSetDiskUsage(vfs.DiskUsage{AvailBytes: 1 << 29, TotalBytes: 1 << 30})
}

func TestFailingDisk(t *testing.T) {
	for _, broken := range []struct {
		name string
		hits func(category vfs.DiskWriteCategory, op string) bool
	}{
		{"every write", func(_ vfs.DiskWriteCategory, op string) bool { return op != "read" }},
		{"writes of the log", func(c vfs.DiskWriteCategory, op string) bool { return c == logCategory && op == "write" }},
		{"syncs of the log", func(c vfs.DiskWriteCategory, op string) bool { return c == logCategory && op == "sync" }},
	} {
		t.Run(broken.name, func(t *testing.T) {
			storetest.RunFailure(t, func(testing.TB) storetest.FailingStorage {
				files := &brokenFS{FS: vfs.NewCrashableMem(), hits: broken.hits}
				return failingPlace{place{"store", Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet}}, files}
			})
		})
	}
}

// failingPlace is a directory of a file system that breaks on demand.
type failingPlace struct {
	place
	files *brokenFS
}

// Break implements storetest.FailingStorage.
func (p failingPlace) Break() { p.files.broken.Store(true) }

// Repair implements storetest.FailingStorage.
func (p failingPlace) Repair() { p.files.broken.Store(false) }

// brokenFS is a file system whose writes fail while it is broken.
type brokenFS struct {
	vfs.FS
	hits   func(category vfs.DiskWriteCategory, op string) bool
	cause  error // default: EIO
	broken atomic.Bool
}

func (b *brokenFS) check(category vfs.DiskWriteCategory, op string) error {
	switch {
	case !b.broken.Load() || !b.hits(category, op):
		return nil
	case b.cause != nil:
		return b.cause
	}
	return syscall.EIO
}

func (b *brokenFS) file(file vfs.File, category vfs.DiskWriteCategory, err error) (vfs.File, error) {
	if err != nil {
		return nil, err
	}
	return &brokenFile{file, category, b}, nil
}

// Create implements vfs.FS.
func (b *brokenFS) Create(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if err := b.check(category, "create"); err != nil {
		return nil, err
	}
	file, err := b.FS.Create(name, category)
	return b.file(file, category, err)
}

// ReuseForWrite implements vfs.FS.
func (b *brokenFS) ReuseForWrite(from, to string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if err := b.check(category, "create"); err != nil {
		return nil, err
	}
	file, err := b.FS.ReuseForWrite(from, to, category)
	return b.file(file, category, err)
}

// Open implements vfs.FS.
func (b *brokenFS) Open(name string, options ...vfs.OpenOption) (vfs.File, error) {
	file, err := b.FS.Open(name, options...)
	return b.file(file, "read", err)
}

// OpenDir implements vfs.FS.
func (b *brokenFS) OpenDir(name string) (vfs.File, error) {
	file, err := b.FS.OpenDir(name)
	return b.file(file, "directory", err)
}

// Rename implements vfs.FS.
func (b *brokenFS) Rename(from, to string) error {
	if err := b.check("directory", "rename"); err != nil {
		return err
	}
	return b.FS.Rename(from, to)
}

// brokenFile is a file of a brokenFS.
type brokenFile struct {
	vfs.File
	category vfs.DiskWriteCategory
	fs       *brokenFS
}

// Write implements vfs.File.
func (f *brokenFile) Write(p []byte) (int, error) {
	if err := f.fs.check(f.category, "write"); err != nil {
		return 0, err
	}
	return f.File.Write(p)
}

// ReadAt implements vfs.File.
func (f *brokenFile) ReadAt(p []byte, offset int64) (int, error) {
	if err := f.fs.check(f.category, "read"); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, offset)
}

// Sync implements vfs.File.
func (f *brokenFile) Sync() error {
	if err := f.fs.check(f.category, "sync"); err != nil {
		return err
	}
	return f.File.Sync()
}

// SyncData implements vfs.File.
func (f *brokenFile) SyncData() error {
	if err := f.fs.check(f.category, "sync"); err != nil {
		return err
	}
	return f.File.SyncData()
}
