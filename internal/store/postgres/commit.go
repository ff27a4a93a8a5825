package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/parley-interop/parley/internal/store"
)

// attempts is how often a batch is tried when others get in its way.
const attempts = 5

// redialPause is how long callers are refused at once after the database could not be reached.
const redialPause = 100 * time.Millisecond

// committer runs closures in batches, each in one transaction of the database. It is one goroutine.
type committer struct {
	*Store
	conn    *pgx.Conn // nil, closed, or between two transactions when no batch runs
	warning string    // the last one that the connection brought
	cache   *cache
	known   version // the batch that the cache is exact for
	pending []*request

	redial time.Time // not earlier
	cause  error     // why not
}

// loop is the committer. It ends when the queue is closed and empty.
func (c *committer) loop() {
	defer close(c.stopped)
	for {
		if len(c.pending) == 0 {
			if c.pending = c.queue.take(); len(c.pending) == 0 {
				break
			}
		}
		c.next()
	}
	if c.conn != nil {
		disconnect(c.conn)
	}
}

// next takes a batch from the queue and answers its callers.
func (c *committer) next() {
	b := &batch{cache: c.cache, logger: c.options.Logger}
	var err error
	for range attempts {
		if err = c.try(b); err == nil {
			break
		}
		c.abandon()
		if errors.Is(err, store.ErrUncertain) {
			break
		}
		if full(err) && b.refusal == nil {
			b.refusal = fmt.Errorf("%w: %w", store.ErrFull, err)
		} else if !passing(err) {
			break
		}
	}
	if err != nil && !errors.Is(err, store.ErrUncertain) && !errors.Is(err, store.ErrUnavailable) {
		err = unavailable(err)
	}
	if err != nil && len(b.taken) == 0 {
		c.refuse(err)
	}
	b.answer(err)
}

// refuse answers all who wait.
func (c *committer) refuse(err error) {
	for _, r := range c.pending {
		r.refuse(err)
	}
	c.pending = nil
}

// try runs the closures of a batch in one transaction and commits it. Those that a former attempt has taken run again first.
func (c *committer) try(b *batch) error {
	if err := c.connect(); err != nil {
		return err
	}
	t, err := c.begin(hints(b.taken, c.pending))
	if err != nil {
		return c.lost(err)
	}
	// Closures put it into their answers, so it must be that of the commit they end with, and not of the one before.
	c.durability.Store(int64(c.options.durability(t)))
	b.restart(t, &snapshot{ctx: context.Background(), conn: c.conn, within: c.options.within})
	if err := c.fill(b); err != nil {
		return c.lost(err)
	}
	if b.overlay.empty() {
		return c.end()
	}
	return c.write(b)
}

// fill runs closures until the batch is full or no more are waiting.
func (c *committer) fill(b *batch) error {
	again := b.taken
	b.run(func() *request {
		if len(again) == 0 || b.below.err != nil {
			return nil
		}
		r := again[0]
		again = again[1:]
		return r
	})
	for b.below.err == nil && !b.full() {
		if len(c.pending) == 0 {
			c.pending = c.queue.poll()
			if err := c.fetch(c.unknown(hints(c.pending))); err != nil {
				return err
			}
		}
		if len(c.pending) == 0 {
			break
		}
		b.run(func() *request { return c.take(b) })
	}
	return b.below.err
}

// take moves a request from those that wait into the batch, or returns nil.
func (c *committer) take(b *batch) *request {
	for len(c.pending) > 0 && !b.full() && b.below.err == nil {
		r := c.pending[0]
		c.pending = c.pending[1:]
		if r.claim() {
			b.taken = append(b.taken, r)
			return r
		}
	}
	return nil
}

// hints returns the keys that requests will read.
func hints(groups ...[]*request) [][]byte {
	var keys [][]byte
	n := 0
	for _, group := range groups {
		for _, r := range group {
			n++
			if n > maxBatchRequests {
				return keys
			}
			keys = append(keys, r.reads...)
		}
	}
	return keys
}

// connect makes sure that there is a connection.
func (c *committer) connect() error {
	if c.conn != nil && !c.conn.IsClosed() {
		return nil
	}
	if time.Now().Before(c.redial) {
		return c.cause
	}
	conn, err := c.dial(context.Background())
	if err != nil {
		c.redial, c.cause = time.Now().Add(redialPause), err
		return err
	}
	c.conn = conn
	return nil
}

// dial makes a connection and prepares its statements.
func (c *committer) dial(ctx context.Context) (*pgx.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, c.options.ConnectTimeout)
	defer cancel()
	config := c.dialer.config(writer)
	config.OnNotice = c.notice
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	for _, statement := range statements {
		if _, err := conn.Prepare(ctx, statement, statement); err != nil {
			disconnect(conn)
			return nil, err
		}
	}
	return conn, nil
}

// notice keeps the warnings of the server.
func (c *committer) notice(_ *pgconn.PgConn, n *pgconn.Notice) {
	if n.SeverityUnlocalized == "WARNING" {
		c.warning = n.Message
	}
}

// end ends a transaction that has written nothing. If that fails, the connection is given up, and nothing is lost.
func (c *committer) end() error {
	ctx, cancel := c.options.within(context.Background())
	defer cancel()
	if _, err := c.conn.Exec(ctx, rollback); err != nil {
		disconnect(c.conn)
	}
	return nil
}

// abandon ends a transaction that has failed. A server that is no longer the primary is left.
func (c *committer) abandon() {
	if c.conn == nil || c.conn.IsClosed() {
		return
	}
	_ = c.end() // never fails
}

// lost marks an error that came with the end of the connection, before a commit. A database that was waited for in vain is not
// asked again at once.
func (c *committer) lost(err error) error {
	if c.conn.IsClosed() && !pgconn.Timeout(err) {
		return fmt.Errorf("%w: %w", errLost, err)
	}
	if sqlState(err) == readOnlyTransaction {
		disconnect(c.conn)
	}
	return err
}
