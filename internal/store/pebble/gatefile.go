package pebble

import (
	"github.com/cockroachdb/pebble/v2/vfs"
)

// logCategory is what Pebble calls the files of its log of commits.
const logCategory vfs.DiskWriteCategory = "pebble-wal"

// logFile is a file of Pebble's log. It never reports an error: see gate.
type logFile struct {
	vfs.File
	gate *gate
}

// createLog opens a file of the log. If that fails, the gate is shut, and Pebble gets a file that leads nowhere.
func (g *gate) createLog(open func() (vfs.File, error)) vfs.File {
	var file vfs.File
	err := g.pass(func() (err error) {
		file, err = open()
		return err
	})
	if err != nil {
		file = vfs.NewMemFile(nil)
	}
	return &logFile{file, g}
}

// Write implements vfs.File.
func (f *logFile) Write(p []byte) (int, error) {
	_ = f.gate.pass(func() error {
		_, err := f.File.Write(p)
		return err
	})
	return len(p), nil
}

// Sync implements vfs.File.
func (f *logFile) Sync() error {
	_ = f.gate.pass(f.File.Sync)
	return nil
}

// SyncData implements vfs.File.
func (f *logFile) SyncData() error {
	_ = f.gate.pass(f.File.SyncData)
	return nil
}

// SyncTo implements vfs.File.
func (f *logFile) SyncTo(length int64) (full bool, _ error) {
	_ = f.gate.pass(func() (err error) {
		full, err = f.File.SyncTo(length)
		return err
	})
	return full, nil
}

// Close implements vfs.File.
func (f *logFile) Close() error {
	if err := f.File.Close(); err != nil {
		f.gate.fail(err)
	}
	return nil
}

// directory is a directory whose entries must become durable. Like logFile, it never reports an error, because Pebble syncs
// the directory when it begins a file of its log.
type directory struct {
	vfs.File
	gate *gate
}

// Sync implements vfs.File.
func (d *directory) Sync() error {
	_ = d.gate.pass(d.File.Sync)
	return nil
}

// SyncData implements vfs.File.
func (d *directory) SyncData() error { return d.Sync() }

// vitalFile is a file that Pebble cannot do without, such as its manifest: an error is a failure, and Pebble learns of it.
type vitalFile struct {
	vfs.File
	gate *gate
}

// Write implements vfs.File.
func (f *vitalFile) Write(p []byte) (n int, err error) {
	err = f.gate.pass(func() (err error) {
		n, err = f.File.Write(p)
		return err
	})
	return n, err
}

// WriteAt implements vfs.File.
func (f *vitalFile) WriteAt(p []byte, offset int64) (n int, err error) {
	err = f.gate.pass(func() (err error) {
		n, err = f.File.WriteAt(p, offset)
		return err
	})
	return n, err
}

// Sync implements vfs.File.
func (f *vitalFile) Sync() error { return f.gate.pass(f.File.Sync) }

// SyncData implements vfs.File.
func (f *vitalFile) SyncData() error { return f.gate.pass(f.File.SyncData) }

// SyncTo implements vfs.File.
func (f *vitalFile) SyncTo(length int64) (full bool, err error) {
	err = f.gate.pass(func() (err error) {
		full, err = f.File.SyncTo(length)
		return err
	})
	return full, err
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
