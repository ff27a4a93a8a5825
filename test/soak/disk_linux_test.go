package soak_test

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// disk is a file system of the broker's own, whose size can be changed while it is used.
type disk struct{ path string }

// diskSize is more than a soak needs. It lies in memory, as far as it is used.
const diskSize = 8 << 30

// newDisk mounts a file system. An error says why there is none; then the path is a folder like any other.
func newDisk(t *testing.T) (*disk, error) {
	t.Helper()
	d := &disk{t.TempDir()}
	if enginetest.Shared() {
		return d, errors.New("the store is in a database; TestDiskOfTheDatabaseFillsUp of test/cluster fills the disk of that")
	}
	if os.Getuid() != 0 {
		return d, errors.New("only root can mount a small file system")
	}
	if err := syscall.Mount("tmpfs", d.path, "tmpfs", 0, options(diskSize)); err != nil {
		return d, fmt.Errorf("no small file system: %w", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(d.path, syscall.MNT_DETACH) })
	return d, nil
}

func options(size int64) string { return fmt.Sprintf("size=%d,mode=0700", size) }

// fill leaves so much room.
func (d *disk) fill(room int64) error {
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.path, &s); err != nil {
		return err
	}
	used := int64(s.Blocks-s.Bfree) * s.Bsize
	return d.resize(used + room)
}

// clear gives all the room back.
func (d *disk) clear() error { return d.resize(diskSize) }

func (d *disk) resize(size int64) error {
	return syscall.Mount("tmpfs", d.path, "tmpfs", syscall.MS_REMOUNT, options(size))
}
