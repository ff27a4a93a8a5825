package postgres

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/parley-interop/parley/internal/store"
)

// format is the version of what this package writes into its tables. A migration raises it only if older versions of this program
// would misread or damage what is there.
const format = 1

// Open opens the store in a database, given as a URL, and sets it up there if the database is empty. Tables of an older version are
// migrated; several brokers may do that at once. The caller must Close the store. An error says what an operator can do; it is
// store.ErrUnavailable if the same may work later. The context is for opening only.
func Open(ctx context.Context, dsn string, options Options) (*Store, error) {
	s, err := open(ctx, dsn, options)
	if err != nil {
		return nil, fmt.Errorf("open the store in PostgreSQL: %w", err)
	}
	return s, nil
}

func open(ctx context.Context, dsn string, options Options) (*Store, error) {
	o, err := options.withDefaults()
	if err != nil {
		return nil, err
	}
	d, err := newDialer(dsn, o)
	if err != nil {
		return nil, err
	}
	if err := d.migrate(ctx); err != nil {
		return nil, err
	}
	s := &Store{
		options: o, dialer: d, writer: randomName(), memory: newMemory(o.CacheSize / 4),
		door:  door{taking: make(chan struct{}, 1)},
		queue: newQueue(), stopped: make(chan struct{}),
		outgoing: make(chan string, maxOutgoing), incoming: make(chan []byte, maxIncoming),
	}
	c := &committer{Store: s, cache: newCache(o.CacheSize / 4 * 3)}
	if c.conn, err = c.dial(ctx); err != nil {
		return nil, advise(err)
	}
	err = s.load(ctx, c.conn)
	if err == nil {
		s.readers, err = pgxpool.NewWithConfig(context.WithoutCancel(ctx), d.pool)
	}
	if err != nil {
		disconnect(c.conn)
		return nil, err
	}
	s.start(c)
	return s, nil
}

// start begins to serve.
func (s *Store) start(c *committer) {
	speaking, stop := context.WithCancel(context.Background())
	var talk sync.WaitGroup
	s.silence = func() { stop(); talk.Wait() }
	talk.Go(func() { s.listen(speaking) })
	talk.Go(func() { s.cry(speaking) })
	go c.loop()
}

// load reads the description of the store, and renews it if that is wanted.
func (s *Store) load(ctx context.Context, conn *pgx.Conn) error {
	ctx, cancel := s.options.within(ctx)
	defer cancel()
	if s.options.Epoch != 0 {
		if err := renew(ctx, conn, s.options.Epoch); err != nil {
			return err
		}
	}
	return s.describe(ctx, conn)
}

// renew gives the log another epoch.
func renew(ctx context.Context, conn *pgx.Conn, epoch store.Epoch) error {
	if _, err := conn.Exec(ctx, `update parley.head set epoch = $1`, int64(epoch)); err != nil {
		return fmt.Errorf("give the log another epoch: %w", err)
	}
	return nil
}

// randomName names an epoch or a broker. It is never zero.
func randomName() int64 { return int64(store.NewEpoch()) }

// describe reads the head, and refuses tables that do not fit together.
func (s *Store) describe(ctx context.Context, conn *pgx.Conn) error {
	var (
		t     turn
		last  store.Position
		epoch int64
	)
	err := conn.QueryRow(ctx, `select position, epoch, format, cell, current_setting('fsync') = 'on',
		current_setting('synchronous_standby_names') <> '',
		coalesce((select position from parley.log order by position desc limit 1), 0) from parley.head`).
		Scan(&t.position, &epoch, &t.format, &s.cell, &t.fsync, &t.replicated, &last)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return errors.New("the table parley.head is empty: restore the database as a whole")
	case err != nil:
		return fmt.Errorf("read the head: %w", err)
	case t.format > format:
		return errFormat
	case last != t.position:
		return fmt.Errorf("the log ends with %d where the head says %d: restore the database as a whole", last, t.position)
	case s.options.Cell != "" && s.options.Cell != s.cell:
		return fmt.Errorf("the database holds the cell %s, and not %s: correct the address, or start without the other cell's data",
			s.cell, s.options.Cell)
	}
	s.epoch = store.Epoch(epoch)
	s.newest.start(t.position)
	s.durability.Store(int64(s.options.durability(t)))
	return nil
}
