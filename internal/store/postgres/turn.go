package postgres

import (
	"context"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/jackc/pgx/v5"

	"github.com/parley-interop/parley/internal/store"
)

// The statements that begin a batch. The head is locked first; what the later statements read is at least as new, because each
// has a snapshot of its own.
const (
	begin    = `begin isolation level read committed`
	rollback = `rollback`
	commit   = `commit`
	lockHead = `select position, batch, writer, epoch, format,
		current_setting('fsync') = 'on', current_setting('synchronous_standby_names') <> ''
		from parley.head for update`
	readChanges = `select batch, writer, case when batch > $1 then keys end, case when batch > $1 then spans end
		from parley.changes where batch >= $1 order by batch limit $2`
)

// maxMissed is how many batches of other brokers are looked at one by one. After more of them the cache is cleared.
const maxMissed = 256

// version names a committed batch: its number, and who wrote it. In one history of the log a number has one writer.
type version struct{ batch, writer int64 }

// turn is what the database says when it is this broker's turn to write.
type turn struct {
	version
	position   store.Position
	epoch      int64
	format     int
	fsync      bool // the server forces commits to its disk
	replicated bool // commits wait for a standby
}

// missed is a batch that another broker has committed.
type missed struct {
	version
	keys  []byte
	spans [][]byte
}

// begin opens a transaction, waits for this broker's turn, brings the cache up to date and reads keys into it: one exchange with
// the database, unless another broker has changed a key that the cache had.
func (c *committer) begin(wanted [][]byte) (turn, error) {
	ctx, cancel := c.options.within(context.Background())
	defer cancel()
	unknown := c.unknown(wanted)
	questions := &pgx.Batch{}
	questions.Queue(begin)
	questions.Queue(lockHead)
	questions.Queue(readChanges, c.known.asksFrom(), maxMissed+2)
	if len(unknown) > 0 {
		questions.Queue(readKeys, unknown)
	}
	answers := c.conn.SendBatch(ctx, questions)
	t, err := c.readTurn(answers, unknown)
	if closed := answers.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return t, err
	}
	return t, c.fetch(c.unknown(wanted))
}

func (c *committer) readTurn(answers pgx.BatchResults, unknown [][]byte) (t turn, err error) {
	if _, err = answers.Exec(); err != nil {
		return t, err
	}
	err = answers.QueryRow().Scan(&t.position, &t.batch, &t.writer, &t.epoch, &t.format, &t.fsync, &t.replicated)
	if err != nil {
		return t, err
	}
	rows, _ := answers.Query()
	others, err := collectMissed(rows)
	if err != nil {
		return t, err
	}
	if err := c.follow(t, others); err != nil {
		return t, err
	}
	if len(unknown) > 0 {
		rows, _ := answers.Query()
		return t, c.learn(rows, unknown)
	}
	return t, nil
}

func collectMissed(rows pgx.Rows) ([]missed, error) {
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (m missed, err error) {
		return m, row.Scan(&m.batch, &m.writer, &m.keys, &m.spans)
	})
}

// asksFrom is the batch from which on changes are of interest to who knows a version.
func (v version) asksFrom() int64 {
	if v.batch == 0 {
		return math.MaxInt64 // nothing is known that could be wrong
	}
	return v.batch
}

// follow makes the cache forget what other brokers have changed since this broker's last turn, and refuses a database that is not
// the one it was. others begins with the last batch that the cache knows, if the database still remembers it.
func (c *committer) follow(t turn, others []missed) error {
	remembered := len(others) > 0 && others[0].batch == c.known.batch
	switch {
	case t.epoch != int64(c.epoch):
		return errEpoch
	case t.format > format:
		return errFormat
	case t.batch < c.known.batch, t.position < c.newest.position(),
		t.batch == c.known.batch && t.batch > 0 && t.writer != c.known.writer,
		remembered && others[0].writer != c.known.writer:
		return errWentBack
	}
	exact := c.known == t.version || remembered && c.forget(t, others[1:])
	if !exact {
		c.cache.clear()
	}
	c.known = t.version
	c.newest.publish(t.position)
	return nil
}

// forget drops from the cache what some batches have changed. It tells whether they are all there are and say what they changed.
func (c *committer) forget(t turn, others []missed) bool {
	if int64(len(others)) != t.batch-c.known.batch {
		return false
	}
	c.cache.ranges.clear()
	for i, m := range others {
		if m.batch != c.known.batch+int64(i)+1 || m.keys == nil {
			return false
		}
		for keys := m.keys; len(keys) >= 8; keys = keys[8:] {
			c.cache.forget(binary.BigEndian.Uint64(keys))
		}
		c.cache.forgetSpans(pairUp(m.spans))
	}
	return true
}

// pairUp turns bounds into ranges.
func pairUp(bounds [][]byte) []span {
	var spans []span
	for i := 0; i+1 < len(bounds); i += 2 {
		spans = append(spans, span{bounds[i], bounds[i+1]})
	}
	return spans
}

// unknown returns the keys that are not in the cache, each once.
func (c *committer) unknown(keys [][]byte) [][]byte {
	var unknown [][]byte
	seen := make(map[string]struct{})
	for _, key := range keys {
		if _, twice := seen[text(key)]; twice || len(key) == 0 || len(key) > store.MaxKeySize {
			continue
		}
		seen[text(key)] = struct{}{}
		if _, known := c.cache.get(key); !known {
			unknown = append(unknown, key)
		}
	}
	return unknown
}

// fetch reads keys into the cache.
func (c *committer) fetch(unknown [][]byte) error {
	if len(unknown) == 0 {
		return nil
	}
	ctx, cancel := c.options.within(context.Background())
	defer cancel()
	rows, err := c.conn.Query(ctx, readKeys, unknown)
	if err != nil {
		return err
	}
	return c.learn(rows, unknown)
}

// learn notes the keys that were found, and that the others are absent: once all of the answer is there, for of half an answer
// nobody can tell what is absent.
func (c *committer) learn(rows pgx.Rows, asked [][]byte) error {
	found, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (p store.Pair, err error) {
		return p, row.Scan(&p.Key, &p.Value)
	})
	if err != nil {
		return fmt.Errorf("read keys: %w", err)
	}
	for _, key := range asked {
		c.cache.put(clone(key), nil)
	}
	for _, p := range found {
		c.cache.put(p.Key, p.Value)
	}
	return nil
}
