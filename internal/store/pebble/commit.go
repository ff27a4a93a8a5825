package pebble

import (
	"errors"
	"fmt"

	lsm "github.com/cockroachdb/pebble/v2"
)

// Bounds of a batch. What is above them waits for the next one.
const (
	maxBatchRequests = 1024
	maxBatchBytes    = 4 << 20
)

// commitLoop is the committer: it runs closures in batches and hands each batch to Pebble, which begins to sync it. While
// one batch syncs, the next one runs; its closures see the writes of the former.
func (s *Store) commitLoop() {
	var open bool
	defer func() {
		if s.running != nil { // a closure ended this goroutine
			go s.commitLoop()
			return
		}
		close(s.syncing)
	}()
	for {
		if s.running == nil && len(s.pending) == 0 {
			if s.pending, open = s.queue.take(s.pending[:0]); !open && len(s.pending) == 0 {
				return
			}
		}
		if s.running == nil {
			s.running = s.newBatch()
		}
		s.fill(s.running)
		b := s.running
		s.running = nil
		s.apply(b)
	}
}

// newBatch starts a batch at the end of the log, when the engine keeps up. Without room it refuses every closure that writes.
func (s *Store) newBatch() *batch {
	b := &batch{store: s, refusal: s.room()}
	b.overlay.head = s.last
	b.overlay.points, s.spare = s.spare, points{}
	return b
}

// fill runs closures until the batch is full or no more are waiting. After a failure it runs none.
func (s *Store) fill(b *batch) {
	for len(s.pending) > 0 && !b.full() {
		r := s.pending[0]
		s.pending = s.pending[1:]
		if !r.claim() {
			continue
		}
		if cause := s.gate.failure(); cause != nil {
			r.answer(unavailable(cause))
			continue
		}
		b.execute(r)
	}
}

// apply hands the batch to Pebble, and then to the syncer.
func (s *Store) apply(b *batch) {
	if !b.overlay.empty() {
		if b.err = s.gate.failure(); b.err != nil {
			b.drop()
		} else {
			s.applying.Store(b)
			b.err = s.write(b)
			s.applying.Store(nil)
		}
	}
	s.spare = b.overlay.points.emptied()
	s.syncing <- b
}

// write hands the batch to Pebble, which begins to sync it, and takes the snapshot that will show it. Pebble shows a batch
// before it is durable, so the snapshot must be taken now, before the next batch, and be published only after the sync.
func (s *Store) write(b *batch) (err error) {
	if cause := s.gate.failure(); cause != nil {
		return cause // rescue may have come too early to see this batch
	}
	defer func() {
		if reason := recover(); reason != nil {
			s.gate.fail(fmt.Errorf("storage engine: %v", reason))
			err = s.gate.failure()
		}
	}()
	b.commit = s.db.NewBatchWithSize(b.overlay.size+b.overlay.size/4, lsm.WithMaxRetainedSizeBytes(2*maxBatchBytes))
	if err = b.overlay.copyTo(b.commit); err == nil {
		err = s.db.ApplyNoSyncWait(b.commit, lsm.Sync)
	}
	if err != nil {
		s.gate.fail(err)
		return err
	}
	s.tail.add(&b.overlay, s.last)
	s.last = b.head()
	s.batches++
	s.pressure.applied += uint64(b.overlay.size)
	s.cache.change(&b.overlay, s.batches)
	s.derived.Change(&b.overlay.kinds, s.batches)
	b.view = newView(s.db, s.last, s.batches, &s.views)
	return nil
}

// syncLoop waits until batches are durable, in order, and answers their callers. Also callers that wrote nothing wait here:
// what they have seen may still be on its way to the disk.
func (s *Store) syncLoop() {
	defer close(s.stopped)
	for b := range s.syncing {
		b.answer(s.sync(b))
	}
}

// sync waits until the batch is durable and publishes it, or returns why that is in doubt. The gate has the last word.
func (s *Store) sync(b *batch) error {
	if b.err != nil || b.commit == nil {
		return errors.Join(b.err, s.gate.failure())
	}
	err := b.commit.SyncWait()
	if err = errors.Join(err, s.gate.failure()); err != nil {
		b.view.release()
		return err
	}
	_ = b.commit.Close() // never fails
	s.newest.publish(b.view)
	return nil
}

// rescue answers the callers of a batch that Pebble does not take because the storage has failed: a flush that can never
// succeed stalls it for good.
func (s *Store) rescue() {
	select {
	case <-s.stopped:
	case <-s.gate.shut:
		if b := s.applying.Load(); b != nil {
			b.answer(s.gate.failure())
		}
	}
}
