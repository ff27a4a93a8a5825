package pebble

import (
	"crypto/rand"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/parley-interop/parley/internal/store"
)

// TestWritersFillASmallDisk fills a real accounting of bytes until the guard refuses, gives room, and goes on: the store must
// never fail, because its own writes must never meet the end of the disk.
func TestWritersFillASmallDisk(t *testing.T) {
	disk := &smallDisk{FS: vfs.NewMem()}
	disk.free.Store(12 << 20)
	s := mustOpen(t, "store", Options{FS: disk, MemTableSize: 1 << 20, Reserve: 8 << 20, Logger: quiet})
	var committed atomic.Int64
	write := func(worker int) (err error) {
		for i := 0; err == nil; i++ {
			err = s.Update(t.Context(), func(tx store.Tx) error {
				tx.Append(noise(4096))
				tx.Set(fmt.Appendf(nil, "%d/%d", worker, i), noise(4096))
				return nil
			})
			if err == nil {
				committed.Add(1)
			}
		}
		return err
	}
	for round := range 3 {
		var group sync.WaitGroup
		for worker := range 4 {
			group.Go(func() {
				if err := write(round*4 + worker); !errors.Is(err, store.ErrFull) {
					t.Errorf("update: %v", err)
				}
			})
		}
		group.Wait()
		if cause := s.gate.failure(); cause != nil {
			t.Fatalf("the store has failed: %v", cause)
		}
		if head, _ := s.Head(); int64(head) != committed.Load() {
			t.Errorf("head is %d, %d were committed", head, committed.Load())
		}
		disk.free.Add(8 << 20)
	}
}

// TestTheDiskEndsUnderTheLog takes the reserve away behind the store's back: it fails, and loses nothing.
func TestTheDiskEndsUnderTheLog(t *testing.T) {
	disk := &smallDisk{FS: vfs.NewMem()}
	disk.free.Store(4 << 20)
	o := Options{FS: disk, MemTableSize: 256 << 10, Reserve: -1, Logger: quiet}
	s, err := Open("store", o)
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for err == nil {
		if err = s.Update(t.Context(), func(tx store.Tx) error { tx.Append(noise(8192)); return nil }); err == nil {
			acknowledged++
		}
	}
	if !errors.Is(err, store.ErrUncertain) && !errors.Is(err, store.ErrUnavailable) && !errors.Is(err, store.ErrFull) {
		t.Errorf("update: %v", err)
	}
	if head, _ := s.Head(); int(head) != acknowledged {
		t.Errorf("head is %d, %d were acknowledged", head, acknowledged)
	}
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
	disk.free.Add(64 << 20)
	if head, _ := mustOpen(t, "store", o).Head(); int(head) < acknowledged || int(head) > acknowledged+1 {
		t.Errorf("head is %d after reopening, %d were acknowledged", head, acknowledged)
	}
}

// TestTablesFindNoRoom lets only flushes meet the end of the disk: updates are refused before memory runs out, and work again
// without a restart.
func TestTablesFindNoRoom(t *testing.T) {
	files := &brokenFS{FS: vfs.NewMem(), cause: syscall.ENOSPC}
	files.hits = func(category vfs.DiskWriteCategory, _ string) bool { return category == flushing }
	s := mustOpen(t, "store", Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet})
	write := func() error {
		return s.Update(t.Context(), func(tx store.Tx) error { tx.Append(make([]byte, 100)); return nil })
	}
	files.broken.Store(true)
	var err error
	for err == nil {
		err = write()
	}
	head, _ := s.Head()
	if !errors.Is(err, store.ErrFull) {
		t.Errorf("update: %v", err)
	}
	if err := s.View(t.Context(), func(tx store.ReadTx) error { _, err := tx.Entry(head); return err }); err != nil {
		t.Errorf("view: %v", err)
	}
	files.broken.Store(false)
	for err = write(); errors.Is(err, store.ErrFull); { // until the next flush
		err = write()
	}
	if now, _ := s.Head(); err != nil || now != head+1 {
		t.Errorf("head is %d after %d, %v", now, head, err)
	}
}

// TestTablesLearnLateThatThereIsNoRoom holds the flush that finds no room back until memory is full and the writer waits: then
// the writer is refused, as it could wait for ever.
func TestTablesLearnLateThatThereIsNoRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		flush := make(chan struct{})
		files := &brokenFS{FS: vfs.NewMem(), cause: syscall.ENOSPC}
		files.hits = func(category vfs.DiskWriteCategory, _ string) bool {
			if category == flushing {
				<-flush
			}
			return category == flushing
		}
		s := mustOpen(t, "store", Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet})
		files.broken.Store(true)
		refused := make(chan error, 1)
		go func() {
			var err error
			for err == nil {
				err = s.Update(t.Context(), func(tx store.Tx) error { tx.Append(make([]byte, 100)); return nil })
			}
			refused <- err
		}()
		synctest.Wait()
		close(flush)
		select {
		case err := <-refused:
			if !errors.Is(err, store.ErrFull) {
				t.Errorf("update: %v", err)
			}
		case <-time.After(time.Hour):
			t.Error("the writer still waits")
		}
		files.broken.Store(false)
	})
}

// TestCompactionsFindNoRoom lets tables pile up because nothing can be compacted: updates are refused before Pebble holds them
// back, and work again without a restart.
func TestCompactionsFindNoRoom(t *testing.T) {
	files := &brokenFS{FS: vfs.NewMem(), cause: syscall.ENOSPC}
	files.hits = func(category vfs.DiskWriteCategory, _ string) bool { return category == "pebble-compaction" }
	s := mustOpen(t, "store", Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet})
	n := 0
	write := func() error {
		n++
		return s.Update(t.Context(), func(tx store.Tx) error {
			tx.Append(nil)
			tx.Set(fmt.Appendf(nil, "%d", n%100), noise(8192))
			return nil
		})
	}
	files.broken.Store(true)
	var err error
	for err == nil {
		err = write()
	}
	if !errors.Is(err, store.ErrFull) {
		t.Errorf("update: %v", err)
	}
	files.broken.Store(false)
	for err = write(); errors.Is(err, store.ErrFull); { // until the next compaction
		err = write()
	}
	if err != nil {
		t.Error(err)
	}
}

// TestReadsMayFail breaks reading: whoever reads learns it, nothing else happens, and it passes.
func TestReadsMayFail(t *testing.T) {
	files := &brokenFS{FS: vfs.NewMem(), hits: func(_ vfs.DiskWriteCategory, op string) bool { return op == "read" }}
	o := Options{FS: files, CacheSize: 1, TailSize: 1, MemTableSize: smallestMemTable, Logger: quiet}
	s := mustOpen(t, "store", o)
	for range 200 {
		if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(make([]byte, 2048)); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	one := func(tx store.ReadTx) error { _, err := tx.Entry(1); return err }
	all := func(tx store.ReadTx) error {
		for _, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
		}
		return nil
	}
	for _, read := range []func(store.ReadTx) error{one, all} {
		files.broken.Store(true)
		if err := s.View(t.Context(), read); !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("view: %v", err)
		}
		if err := s.Update(t.Context(), func(tx store.Tx) error { return read(tx) }); !errors.Is(err, store.ErrUnavailable) {
			t.Errorf("update: %v", err)
		}
		files.broken.Store(false)
		if err := s.View(t.Context(), read); err != nil {
			t.Errorf("view: %v", err)
		}
	}
}

// TestEveryWriteMayFail breaks the n-th write of any kind, for every n: nothing that was acknowledged may be lost, and
// neither the process nor Close may hang.
func TestEveryWriteMayFail(t *testing.T) {
	for n := int64(1); n < 400; n += 7 {
		var writes atomic.Int64
		files := &brokenFS{FS: vfs.NewMem(), hits: func(_ vfs.DiskWriteCategory, op string) bool {
			return op != "read" && writes.Add(1) >= n
		}}
		o := Options{FS: files, MemTableSize: smallestMemTable, Logger: quiet}
		s := mustOpenOnce(t, o)
		files.broken.Store(true)
		acknowledged, possible := 0, 0
		for i := range 300 {
			err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(make([]byte, 2048)); return nil })
			if err == nil {
				acknowledged, possible = i+1, i+1
			} else if errors.Is(err, store.ErrUncertain) {
				possible++
			}
		}
		if err := s.Close(); err != nil {
			t.Errorf("write %d fails: close: %v", n, err)
		}
		files.broken.Store(false)
		s = mustOpenOnce(t, o)
		if head, _ := s.Head(); int(head) < acknowledged || int(head) > possible {
			t.Errorf("write %d fails: head is %d, %d were acknowledged and %d possible", n, head, acknowledged, possible)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func mustOpenOnce(t *testing.T, o Options) *Store {
	t.Helper()
	s, err := Open("store", o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// noise returns bytes that no compression makes fewer.
func noise(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

// smallDisk is a file system that counts what is written to it, and has an end.
type smallDisk struct {
	vfs.FS
	free atomic.Int64
}

// GetDiskUsage implements vfs.FS.
func (d *smallDisk) GetDiskUsage(string) (vfs.DiskUsage, error) {
	return vfs.DiskUsage{AvailBytes: uint64(max(d.free.Load(), 0)), TotalBytes: 1 << 30}, nil
}

// Create implements vfs.FS.
func (d *smallDisk) Create(name string, category vfs.DiskWriteCategory) (vfs.File, error) {
	file, err := d.FS.Create(name, category)
	return &smallDiskFile{file, d}, err
}

// ReuseForWrite implements vfs.FS, without reuse: what is written to the new file counts.
func (d *smallDisk) ReuseForWrite(from, to string, category vfs.DiskWriteCategory) (vfs.File, error) {
	if err := d.Remove(from); err != nil {
		return nil, err
	}
	return d.Create(to, category)
}

// Remove implements vfs.FS.
func (d *smallDisk) Remove(name string) error {
	info, err := d.Stat(name)
	if err == nil {
		err = d.FS.Remove(name)
	}
	if err == nil {
		d.free.Add(info.Size())
	}
	return err
}

// smallDiskFile is a file of a smallDisk.
type smallDiskFile struct {
	vfs.File
	disk *smallDisk
}

// Write implements vfs.File.
func (f *smallDiskFile) Write(p []byte) (int, error) {
	if f.disk.free.Add(-int64(len(p))) < 0 {
		f.disk.free.Add(int64(len(p)))
		return 0, syscall.ENOSPC
	}
	return f.File.Write(p)
}
