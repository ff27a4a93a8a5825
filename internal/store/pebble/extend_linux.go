package pebble

import (
	"github.com/cockroachdb/pebble/v2/vfs"
	"golang.org/x/sys/unix"
)

// extend reserves room in a file and makes it that long at once. A sync that need not record a new length as well is a third
// faster, and a log that is not in heavy use spends months in a file that was not recycled.
func extend(file vfs.File, offset, length int64) error {
	fd := file.Fd()
	if fd == vfs.InvalidFd {
		return file.Preallocate(offset, length)
	}
	return unix.Fallocate(int(fd), 0, offset, length)
}
