// Package pebble keeps a store in one directory of one machine, with the embedded engine Pebble.
//
// One goroutine, the committer, runs the closures of all callers one after the other, many of them in one batch; a batch is
// one write and one sync of Pebble's log. So closures are serialized by construction, and a commit costs a share of a sync.
// Readers run beside it on snapshots of what is durable.
//
// Only one process can have a directory open.
package pebble

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
)

// Store implements store.Store. Its commits are store.Fsynced.
type Store struct {
	db     *lsm.DB
	lock   *lsm.Lock
	epoch  store.Epoch
	logger *slog.Logger

	queue   *queue
	closed  atomic.Bool
	closing sync.Once

	// Of the committer alone.
	pending []*request
	running *batch
	last    store.Position

	syncing chan *batch   // applied, not yet durable
	stopped chan struct{} // closed when the last batch is answered

	newest newest
	views  sync.WaitGroup // snapshots that are not released
}

// maxSyncing is how many batches may wait for their sync, beside the one that syncs.
const maxSyncing = 1

// Update implements store.Store. It does without the hints: what a closure reads is in memory or one block away.
func (s *Store) Update(ctx context.Context, fn func(store.Tx) error, _ ...[]byte) error {
	if s.closed.Load() {
		return store.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	r := newRequest(fn)
	if !s.queue.put(r) {
		return store.ErrClosed
	}
	select {
	case <-r.done:
	case <-ctx.Done():
		if r.claim() {
			return ctx.Err()
		}
		<-r.done
	}
	return r.outcome()
}

// View implements store.Store. Close waits for views that run.
func (s *Store) View(ctx context.Context, fn func(store.ReadTx) error) error {
	v := s.newest.acquire()
	if v == nil {
		return store.ErrClosed
	}
	defer v.release()
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &readTx{reader: reader{base: v.snapshot, arena: &arena{}}, head: v.head}
	defer t.end()
	return fn(t)
}

// Head implements store.Store.
func (s *Store) Head() (store.Position, <-chan struct{}) {
	h := s.newest.head.Load()
	return h.position, h.moved
}

// Epoch implements store.Store.
func (s *Store) Epoch() store.Epoch { return s.epoch }

// Durability implements store.Store: a returned Update is fsynced.
func (s *Store) Durability() store.Durability { return store.Fsynced }

// Close implements store.Store. It waits for updates and views in flight.
func (s *Store) Close() error {
	var err error
	s.closing.Do(func() { err = s.close() })
	return err
}

func (s *Store) close() error {
	s.closed.Store(true)
	s.queue.close()
	<-s.stopped
	s.newest.stop()
	s.views.Wait()
	err := s.db.Close()
	if unlock := s.lock.Close(); err == nil {
		err = unlock
	}
	if err != nil {
		return fmt.Errorf("close the store: %w", err)
	}
	return nil
}

// uncertain reports that the outcome of a commit is unknown.
func uncertain(cause error) error { return fmt.Errorf("%w: %w", store.ErrUncertain, cause) }

// unavailable reports that the storage has failed and that nothing happened.
func unavailable(cause error) error { return fmt.Errorf("%w: %w", store.ErrUnavailable, cause) }
