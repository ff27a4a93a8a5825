package pebble

import (
	"github.com/cockroachdb/pebble/v2/vfs"
)

// vitalFile is what Pebble cannot do without: a file of its log, its manifest, a directory. It never reports an error: see
// gate.
type vitalFile struct {
	vfs.File
	gate *gate
}

// Write implements vfs.File.
func (f *vitalFile) Write(p []byte) (int, error) {
	f.gate.pass(func() error {
		_, err := f.File.Write(p)
		return err
	})
	return len(p), nil
}

// WriteAt implements vfs.File.
func (f *vitalFile) WriteAt(p []byte, offset int64) (int, error) {
	f.gate.pass(func() error {
		_, err := f.File.WriteAt(p, offset)
		return err
	})
	return len(p), nil
}

// Sync implements vfs.File.
func (f *vitalFile) Sync() error {
	f.gate.pass(f.File.Sync)
	return nil
}

// SyncData implements vfs.File.
func (f *vitalFile) SyncData() error {
	f.gate.pass(f.File.SyncData)
	return nil
}

// SyncTo implements vfs.File.
func (f *vitalFile) SyncTo(length int64) (full bool, _ error) {
	f.gate.pass(func() (err error) {
		full, err = f.File.SyncTo(length)
		return err
	})
	return full, nil
}

// Preallocate implements vfs.File. Pebble calls it for its log alone, and does without if it fails.
func (f *vitalFile) Preallocate(offset, length int64) error {
	if cause := f.gate.failure(); cause != nil {
		return cause
	}
	return extend(f.File, offset, length)
}

// Close implements vfs.File.
func (f *vitalFile) Close() error {
	if err := f.File.Close(); err != nil {
		f.gate.fail(err)
	}
	return nil
}

// tableFile is a table that a flush or a compaction writes.
type tableFile struct {
	vfs.File
	gate      *gate
	category  vfs.DiskWriteCategory
	unchecked int // bytes written since the last look at the free space
}

// Write implements vfs.File.
func (f *tableFile) Write(p []byte) (int, error) {
	if err := f.gate.failure(); err != nil {
		return 0, err
	}
	if f.unchecked += len(p); f.unchecked >= tableCheck {
		f.unchecked = 0
		if err := f.gate.spare(f.gate.reserve / 2); err != nil {
			return 0, f.gate.tableTrouble(f.category, err)
		}
	}
	n, err := f.File.Write(p)
	if err != nil {
		err = f.gate.tableTrouble(f.category, err)
	}
	return n, err
}

// Sync implements vfs.File.
func (f *tableFile) Sync() error { return f.sync(f.File.Sync) }

// SyncData implements vfs.File.
func (f *tableFile) SyncData() error { return f.sync(f.File.SyncData) }

// SyncTo implements vfs.File.
func (f *tableFile) SyncTo(length int64) (full bool, err error) {
	if full, err = f.File.SyncTo(length); err != nil {
		err = f.gate.tableTrouble(f.category, err)
	}
	return full, err
}

// sync ends a table: if it holds, room has been found.
func (f *tableFile) sync(sync func() error) error {
	if err := f.gate.failure(); err != nil {
		return err
	}
	if err := sync(); err != nil {
		return f.gate.tableTrouble(f.category, err)
	}
	if f.category == flushing {
		f.gate.starved.Store(false)
	}
	return nil
}
