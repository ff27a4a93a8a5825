//go:build !linux

package pebble

import "github.com/cockroachdb/pebble/v2/vfs"

// extend reserves room in a file as Pebble would.
func extend(file vfs.File, offset, length int64) error { return file.Preallocate(offset, length) }
