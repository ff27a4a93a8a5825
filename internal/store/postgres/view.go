package postgres

import (
	"context"

	"github.com/parley-interop/parley/internal/store"
)

// view reads a snapshot that it shares with other views.
type view struct {
	reader
	head store.Position
}

// Head implements store.ReadTx.
func (v *view) Head() store.Position { return v.head }

// Known implements store.ReadTx. Other brokers tell which keys they change, but not in time for each view.
func (v *view) Known(any) (any, bool) { return nil, false }

// Derive implements store.ReadTx.
func (v *view) Derive(_ any, find func(store.ReadTx) (any, error)) (any, error) { return find(v) }

// View implements store.Store. When ctx ends, what the closure reads fails. Close waits for views that run.
func (s *Store) View(ctx context.Context, fn func(store.ReadTx) error) error {
	if s.closed.Load() {
		return store.ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	g, err := s.join(ctx)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return ctx.Err()
	case s.closed.Load():
		return store.ErrClosed
	default:
		return unavailable(err)
	}
	defer s.leave(g)
	v := &view{reader{below: &snapshot{ctx: ctx, shared: g, within: s.options.within}}, g.head}
	defer v.end()
	return fn(v)
}
