package postgres

import (
	"context"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/parley-interop/parley/internal/store"
)

// The statements around a snapshot. The first read takes it for all of them.
const (
	beginView = `begin read only, isolation level repeatable read`
	readHead  = `select position, epoch, batch, writer from parley.head`
)

// Bounds of the views that share a snapshot, and of how long they wait for more to come while another one is being taken.
const (
	maxGathering  = 64
	gatheringTime = 50 * time.Millisecond
)

// gathering is one snapshot that any number of views share: a transaction on a connection of its own, which one goroutine reads
// for all of them. Views that come while a snapshot is being taken gather for the next one, so the more there are, the less each
// costs; and a view that is alone waits for nobody.
type gathering struct {
	begun chan struct{} // closed when the snapshot is taken, or could not be
	err   error         // why it could not be
	head  store.Position
	at    version
	known *memory

	reads   chan func(*pgx.Conn) error
	broken  error           // the first failure of a read; for the goroutine that reads
	wanted  context.Context // ends when the last view has left
	desert  context.CancelFunc
	members int // guarded by the door
}

func newGathering(m *memory) *gathering {
	g := &gathering{begun: make(chan struct{}), known: m, reads: make(chan func(*pgx.Conn) error)}
	g.wanted, g.desert = context.WithCancel(context.Background())
	return g
}

// door is where views gather.
type door struct {
	mu      sync.Mutex
	next    *gathering // which views may join; nil for none
	closed  bool
	taking  chan struct{} // holds a value while a snapshot is being taken
	running sync.WaitGroup
}

// join returns a snapshot that is taken after the call.
func (s *Store) join(ctx context.Context) (*gathering, error) {
	g := s.enter()
	if g == nil {
		return nil, store.ErrClosed
	}
	select {
	case <-g.begun:
	case <-ctx.Done():
		s.leave(g)
		return nil, ctx.Err()
	}
	if g.err != nil {
		s.leave(g)
		return nil, g.err
	}
	return g, nil
}

// enter joins the views that wait for the next snapshot; nil after Close.
func (s *Store) enter() *gathering {
	d := &s.door
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	g := d.next
	if g == nil {
		g = newGathering(s.memory)
		d.next = g
		d.running.Go(func() { s.host(g) })
	}
	g.members++
	if g.members == maxGathering {
		d.next = nil
	}
	return g
}

// leave ends the part of one view.
func (s *Store) leave(g *gathering) {
	s.door.mu.Lock()
	defer s.door.mu.Unlock()
	g.members--
	if g.members > 0 {
		return
	}
	g.desert()
	if s.door.next == g {
		s.door.next = nil
	}
}

// shut lets no more views join.
func (d *door) shut(g *gathering) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.next == g {
		d.next = nil
	}
}

// close lets no more views in, and waits for those that are there.
func (d *door) close() {
	d.mu.Lock()
	d.closed = true
	d.mu.Unlock()
	d.running.Wait()
}

// host takes the snapshot and reads it until the last view has left.
func (s *Store) host(g *gathering) {
	taken := s.queueUp(g)
	conn, err := s.take(g)
	taken()
	g.err = err
	s.door.shut(g) // where it was not taken
	close(g.begun)
	if err != nil {
		return
	}
	g.serve(conn.Conn())
	s.release(conn)
}

// queueUp waits while another snapshot is being taken, but not for long: one that hangs must not keep the others.
func (s *Store) queueUp(g *gathering) (done func()) {
	patience := time.NewTimer(gatheringTime)
	defer patience.Stop()
	select {
	case s.door.taking <- struct{}{}:
		return func() { <-s.door.taking }
	case <-g.wanted.Done():
	case <-patience.C:
	}
	return func() {}
}

// take takes the snapshot. A connection that turns out to be broken is replaced once, and with it all the others: most likely the
// server has been restarted.
func (s *Store) take(g *gathering) (*pgxpool.Conn, error) {
	conn, err := s.tryTake(g)
	if err != nil && !s.closed.Load() && sqlState(err) == "" && g.wanted.Err() == nil {
		s.readers.Reset()
		conn, err = s.tryTake(g)
	}
	return conn, err
}

func (s *Store) tryTake(g *gathering) (*pgxpool.Conn, error) {
	conn, err := s.readers.Acquire(g.wanted)
	if err != nil {
		return nil, err
	}
	s.door.shut(g)
	if err := s.beginView(g, conn.Conn()); err != nil {
		s.release(conn)
		return nil, err
	}
	return conn, nil
}

// beginView takes the snapshot, and refuses a database that is not the one it was.
func (s *Store) beginView(g *gathering, conn *pgx.Conn) error {
	ctx, cancel := s.options.within(context.Background())
	defer cancel()
	last, known := s.newest.position(), s.memory.version()
	questions := &pgx.Batch{}
	questions.Queue(beginView)
	questions.Queue(readHead)
	questions.Queue(readChanges, known.asksFrom(), maxMissed+2)
	answers := conn.SendBatch(ctx, questions)
	defer answers.Close()
	if _, err := answers.Exec(); err != nil {
		return err
	}
	var epoch int64
	if err := answers.QueryRow().Scan(&g.head, &epoch, &g.at.batch, &g.at.writer); err != nil {
		return err
	}
	rows, _ := answers.Query()
	others, err := collectMissed(rows)
	switch {
	case err != nil:
		return err
	case store.Epoch(epoch) != s.epoch:
		return errEpoch
	case g.head < last, !s.memory.follow(known, g.at, others):
		return errWentBack
	}
	s.newest.publish(g.head)
	return answers.Close()
}

// serve reads for the views until the last of them has left. The first failure is that of all later reads: the transaction has
// ended with it.
func (g *gathering) serve(conn *pgx.Conn) {
	for {
		select {
		case read := <-g.reads:
			if err := read(conn); err != nil && g.broken == nil {
				g.broken = err
			}
		case <-g.wanted.Done():
			return
		}
	}
}

// release ends the transaction of a connection. The pool drops one that did not end it.
func (s *Store) release(conn *pgxpool.Conn) {
	if !conn.Conn().IsClosed() {
		ctx, cancel := s.options.within(context.Background())
		_, _ = conn.Exec(ctx, rollback) // a connection that breaks now is of no more use, and the pool sees that
		cancel()
	}
	conn.Release()
}
