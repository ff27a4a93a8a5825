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
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/derive"
)

// Store implements store.Store. Its commits are store.Fsynced.
type Store struct {
	db       *lsm.DB
	gate     *gate
	pressure *pressure
	lock     *lsm.Lock
	epoch    store.Epoch
	logger   *slog.Logger

	queue   *queue
	cache   *cache
	tail    *tail
	derived derive.Memory
	closed  atomic.Bool
	closing sync.Once

	// Of the committer alone.
	pending []*request
	running *batch
	last    store.Position
	batches uint64 // applied so far
	spare   points // none, with the room of those of the last batch
	fresh   fresh
	soft    soft

	applying atomic.Pointer[batch] // what Pebble takes at this moment
	syncing  chan *batch           // applied, not yet durable
	stopped  chan struct{}         // closed when the last batch is answered

	newest newest
	views  sync.WaitGroup // snapshots that are not released
}

// closePatience is how long Close waits for storage that has failed.
const closePatience = 5 * time.Second

// maxSyncing is how many batches may wait behind the one that syncs. The next sync takes all of them together, so the committer
// need not wait for one to end before it runs the closures that come meanwhile.
const maxSyncing = 3

// Update implements store.Store. It does without the hints: what a closure reads is in memory or one block away.
func (s *Store) Update(ctx context.Context, fn func(store.Tx) error, _ ...iter.Seq[[]byte]) error {
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
	case <-s.gate.shut:
		if r.claim() {
			return unavailable(s.gate.failure())
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
	t := &readTx{reader: reader{base: v.snapshot, cache: s.cache, derived: &s.derived, tail: s.tail, head: v.head, state: v.state}}
	t.arena = &t.own
	defer t.end()
	return fn(t)
}

// Head implements store.Store.
func (s *Store) Head() (store.Position, <-chan struct{}) {
	return s.newest.head()
}

// Broadcast implements store.Store. No other store can have the same files open.
func (s *Store) Broadcast([]byte) {}

// Broadcasts implements store.Store.
func (s *Store) Broadcasts() <-chan []byte { return nil }

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
	released := make(chan error, 1)
	go func() { released <- s.release() }()
	select {
	case err := <-released:
		return err
	case <-s.gate.shut:
	}
	select {
	case err := <-released:
		return err
	case <-time.After(closePatience):
		return fmt.Errorf("close the store: it stays locked until the process ends, as the storage does not let go: %w", s.gate.failure())
	}
}

// release waits for updates and views in flight and gives the directory back.
func (s *Store) release() error {
	<-s.stopped
	s.newest.stop()
	s.views.Wait()
	err := s.db.Close()
	if s.gate.failure() != nil {
		err = nil // an engine that has failed leaves loose ends, which the next opening ties up
	}
	if err = errors.Join(err, s.lock.Close()); err != nil {
		return fmt.Errorf("close the store: %w", err)
	}
	return nil
}

// unavailable reports that the storage has failed and that nothing happened.
func unavailable(cause error) error { return fmt.Errorf("%w: %w", store.ErrUnavailable, cause) }
