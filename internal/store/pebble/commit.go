package pebble

import (
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

// newBatch starts a batch at the end of the log.
func (s *Store) newBatch() *batch {
	b := &batch{store: s}
	b.overlay.head = s.last
	return b
}

// fill runs closures until the batch is full or no more are waiting.
func (s *Store) fill(b *batch) {
	for len(s.pending) > 0 && !b.full() {
		r := s.pending[0]
		s.pending = s.pending[1:]
		b.execute(r)
	}
}

// apply hands the batch to Pebble and takes the snapshot that will show it. Pebble shows a batch before it is durable, so
// the snapshot must be taken now, before the next batch is applied, and published only after the sync.
func (s *Store) apply(b *batch) {
	if !b.overlay.empty() {
		b.commit = s.db.NewBatchWithSize(b.overlay.size + b.overlay.size/4)
		if err := b.overlay.copyTo(b.commit); err != nil {
			panic(err) // cannot happen: the batch is our own
		}
		if err := s.db.ApplyNoSyncWait(b.commit, lsm.Sync); err != nil {
			panic(err)
		}
		s.last = b.head()
		b.view = newView(s.db, s.last, &s.views)
	}
	s.syncing <- b
}

// syncLoop waits until batches are durable, in order, and answers their callers. Also callers that wrote nothing wait here:
// what they have seen may be on its way to the disk.
func (s *Store) syncLoop() {
	defer close(s.stopped)
	for b := range s.syncing {
		b.answer(s.sync(b))
	}
}

func (s *Store) sync(b *batch) error {
	if b.commit == nil {
		return nil
	}
	if err := b.commit.SyncWait(); err != nil {
		return uncertain(err)
	}
	_ = b.commit.Close()
	s.newest.publish(b.view)
	return nil
}
