package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/parley-interop/parley/internal/store"
)

// The statements around a view. The first read takes the snapshot for all of them.
const (
	beginView = `begin read only, isolation level repeatable read`
	readHead  = `select position, epoch from parley.head`
)

// view reads a snapshot on a connection of its own.
type view struct {
	reader
	conn *pgxpool.Conn
	head store.Position
}

// Head implements store.ReadTx.
func (v *view) Head() store.Position { return v.head }

// newView takes a snapshot. A connection that turns out to be broken is replaced once, and with it all the others: most likely the
// server has been restarted.
func (s *Store) newView(ctx context.Context) (*view, error) {
	v, err := s.tryView(ctx)
	if err != nil && ctx.Err() == nil && !s.closed.Load() && sqlState(err) == "" {
		s.readers.Reset()
		v, err = s.tryView(ctx)
	}
	return v, err
}

func (s *Store) tryView(ctx context.Context) (*view, error) {
	conn, err := s.readers.Acquire(ctx)
	if err != nil {
		return nil, err
	}
	v := &view{conn: conn}
	v.below = &snapshot{ctx: ctx, timeout: s.options.Timeout, conn: conn.Conn()}
	if err := s.beginView(ctx, v); err != nil {
		v.release()
		return nil, err
	}
	return v, nil
}

// beginView takes the snapshot, and refuses a database that is not the one it was.
func (s *Store) beginView(ctx context.Context, v *view) error {
	ctx, cancel := s.options.within(ctx)
	defer cancel()
	last := s.newest.position()
	questions := &pgx.Batch{}
	questions.Queue(beginView)
	questions.Queue(readHead)
	answers := v.conn.SendBatch(ctx, questions)
	defer answers.Close()
	if _, err := answers.Exec(); err != nil {
		return err
	}
	var epoch int64
	if err := answers.QueryRow().Scan(&v.head, &epoch); err != nil {
		return err
	}
	switch {
	case store.Epoch(epoch) != s.epoch:
		return errEpoch
	case v.head < last:
		return errWentBack
	}
	s.newest.publish(v.head)
	return answers.Close()
}

// release ends the snapshot. The pool drops a connection that did not end its transaction.
func (v *view) release() {
	if v.conn == nil {
		return
	}
	if !v.conn.Conn().IsClosed() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(v.below.ctx), v.below.timeout)
		_, _ = v.conn.Exec(ctx, rollback) // a connection that breaks now is of no more use, and the pool sees that
		cancel()
	}
	v.conn.Release()
	v.conn = nil
	v.end()
}
