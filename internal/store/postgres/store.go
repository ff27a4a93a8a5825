// Package postgres keeps a store in a PostgreSQL database, which any number of brokers share.
//
// Each broker has one committer, which runs the closures of its callers one after the other, many of them in one batch; a batch is
// one transaction of the database. It begins with a lock on one row, the head, so brokers take turns batch by batch: closures are
// serialized across brokers, and the log has no gaps. A batch costs two exchanges with the database. The first one takes the lock,
// tells what other brokers have changed since this one's last turn, and reads the keys that callers have announced and the
// broker does not remember. The second one writes everything and commits.
//
// Views run beside it, in read-only transactions on connections of their own. Views that come at the same time share one, and
// what views have read is remembered as long as the changes that each transaction begins with say that it has not changed.
package postgres

import (
	"context"
	"iter"
	"sync"
	"sync/atomic"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/parley-interop/parley/internal/store"
)

// Store implements store.Store.
type Store struct {
	options Options
	dialer  *dialer
	readers *pgxpool.Pool
	epoch   store.Epoch
	cell    string
	writer  int64 // the name of this broker in the database, chosen at random

	queue      *queue
	door       door
	memory     *memory
	newest     newest
	durability atomic.Int64
	closed     atomic.Bool
	closing    sync.Once
	stopped    chan struct{} // closed when the last batch is answered
	silence    func()        // stops the listener and the crier, and waits for them

	outgoing chan string // what is to be broadcast
	incoming chan []byte // what others have broadcast
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	if s.closed.Load() {
		return store.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	r := newRequest(fn, reads)
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

// Head implements store.Store. The position is the last one that this broker has heard of; other brokers may be ahead.
func (s *Store) Head() (store.Position, <-chan struct{}) {
	h := s.newest.head.Load()
	return h.position, h.moved
}

// Epoch implements store.Store.
func (s *Store) Epoch() store.Epoch { return s.epoch }

// Cell returns the name of the cell, which is chosen at random when its database is set up and never changes.
func (s *Store) Cell() string { return s.cell }

// Durability implements store.Store. It follows the settings of the server: store.Replicated while commits wait for a standby,
// store.Buffered while the server does not force commits to its disk.
func (s *Store) Durability() store.Durability { return store.Durability(s.durability.Load()) }

// Close implements store.Store. It waits for updates and views in flight.
func (s *Store) Close() error {
	s.closing.Do(func() {
		s.closed.Store(true)
		s.queue.close()
		<-s.stopped
		s.silence()
		s.door.close()
		s.readers.Close()
	})
	return nil
}

var _ store.Store = (*Store)(nil)
