package postgres

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/parley-interop/parley/internal/store"
)

// The statements that end a batch.
const (
	eraseSpans = `delete from parley.state s using unnest($1::bytea[], $2::bytea[]) as r(lower, upper)
		where s.key >= r.lower and s.key < r.upper`
	deleteKeys = `delete from parley.state where key = any($1)`
	writeKeys  = `insert into parley.state (key, value) select * from unnest($1::bytea[], $2::bytea[])
		on conflict (key) do update set value = excluded.value`
	rewriteEntries = `update parley.log l set content = r.content
		from unnest($1::bigint[], $2::bytea[]) as r(position, content) where l.position = r.position`
	appendEntries = `insert into parley.log (position, content)
		select $1 + e.n, e.content from unnest($2::bytea[]) with ordinality as e(content, n)`
	noteChanges = `insert into parley.changes (batch, writer, keys, spans) values ($1, $2, $3, $4)
		on conflict (batch) do update set writer = excluded.writer, keys = excluded.keys, spans = excluded.spans`
	pruneChanges = `delete from parley.changes where batch <= $1`
	moveHead     = `update parley.head set position = $1, batch = $2, writer = $3`
	notify       = `select pg_notify('` + channel + `', $1)`
)

// channel is where brokers tell each other of new entries.
const channel = "parley"

// Bounds of the list of changes.
const (
	keptChanges = 1024 // batches
	pruneEvery  = 128  // batches
	maxListed   = 8192 // keys of a batch; a batch that changes more clears the caches of the others
	maxSpans    = 256
)

// statements are prepared on the connection of the committer as soon as it is made.
var statements = []string{
	begin, rollback, commit, lockHead, readChanges, readKey, readKeys, readEntry, readEntries, readForward, readBackward,
	eraseSpans, deleteKeys, writeKeys, rewriteEntries, appendEntries, noteChanges, pruneChanges, moveHead, notify,
}

// write sends all that the batch has written, and commits: one exchange with the database. The error is store.ErrUncertain if
// the commit may have happened.
func (c *committer) write(b *batch) error {
	next := version{b.turn.batch + 1, c.writer}
	w := &pgx.Batch{}
	queueState(w, &b.overlay)
	queueLog(w, &b.overlay)
	c.queueHead(w, &b.overlay, next)
	w.Queue(commit)
	if err := c.send(w); err != nil {
		return err
	}
	c.remember(&b.overlay, next)
	c.newest.publish(b.overlay.head)
	return nil
}

// queueState adds what changes the keys, in the order of the keys.
func queueState(w *pgx.Batch, o *overlay) {
	if len(o.erased) > 0 {
		var lower, upper [][]byte
		for _, s := range o.erased {
			lower, upper = append(lower, clone(s.from)), append(upper, s.to)
		}
		w.Queue(eraseSpans, lower, upper)
	}
	var gone, keys, values [][]byte
	o.points.Scan(func(key string, value []byte) bool {
		if value == nil {
			gone = append(gone, raw(key))
		} else {
			keys, values = append(keys, raw(key)), append(values, value)
		}
		return true
	})
	if len(gone) > 0 {
		w.Queue(deleteKeys, gone)
	}
	if len(keys) > 0 {
		w.Queue(writeKeys, keys, values)
	}
}

// queueLog adds what changes the log.
func queueLog(w *pgx.Batch, o *overlay) {
	var (
		positions         []int64
		rewritten, behind [][]byte
	)
	o.entries.Scan(func(p store.Position, content []byte) bool {
		if p <= o.base {
			positions, rewritten = append(positions, int64(p)), append(rewritten, content)
		} else {
			behind = append(behind, content)
		}
		return true
	})
	if len(rewritten) > 0 {
		w.Queue(rewriteEntries, positions, rewritten)
	}
	if len(behind) > 0 {
		w.Queue(appendEntries, int64(o.base), behind)
	}
}

// queueHead adds what tells the other brokers.
func (c *committer) queueHead(w *pgx.Batch, o *overlay, next version) {
	keys, spans := o.changes()
	w.Queue(noteChanges, next.batch, next.writer, keys, spans)
	if next.batch%pruneEvery == 0 {
		w.Queue(pruneChanges, next.batch-keptChanges)
	}
	w.Queue(moveHead, int64(o.head), next.batch, next.writer)
	if o.head > o.base {
		w.Queue(notify, strconv.FormatUint(uint64(o.head), 10))
	}
}

// changes lists the hashes of the changed keys and the bounds of the erased ranges. The hashes are nil if it were too many.
func (o *overlay) changes() (keys []byte, spans [][]byte) {
	if o.points.Len() > maxListed || len(o.erased) > maxSpans {
		return nil, nil
	}
	keys = make([]byte, 0, 8*o.points.Len())
	o.points.Scan(func(key string, _ []byte) bool {
		keys = binary.BigEndian.AppendUint64(keys, hash(raw(key)))
		return true
	})
	for _, s := range o.erased {
		spans = append(spans, clone(s.from), s.to)
	}
	return keys, spans
}

// send runs statements of which the last is the commit.
func (c *committer) send(w *pgx.Batch) error {
	ctx, cancel := c.options.within(context.Background())
	defer cancel()
	c.warning = ""
	answers := c.conn.SendBatch(ctx, w)
	var (
		tag pgconn.CommandTag
		err error
	)
	answered := 0
	for ; err == nil && answered < w.Len(); answered++ {
		tag, err = answers.Exec()
	}
	if err != nil {
		_ = answers.Close() // reports the same error
		return doubt(err, answered < w.Len())
	}
	if err := answers.Close(); err != nil {
		disconnect(c.conn) // the commit has happened; what comes after it does not matter
	}
	switch {
	case tag.String() != "COMMIT":
		return fmt.Errorf("the database ended a commit with %s", tag)
	case c.warning != "":
		// It says that the commit has not reached the standby that it waited for.
		return uncertain(errors.New(c.warning))
	}
	return nil
}

// doubt tells what a failure on the way to a commit means. early says that a statement before the commit has failed: when the
// server itself says so, it did not go on. It does not go on after an error of the commit itself, either, unless the session ends
// with it.
func doubt(err error, early bool) error {
	reported := (*pgconn.PgError)(nil)
	if errors.As(err, &reported) && (early || reported.SeverityUnlocalized == "ERROR") || pgconn.SafeToRetry(err) {
		return err
	}
	return uncertain(err)
}

// remember brings the cache up to a batch of this broker that has committed.
func (c *committer) remember(o *overlay, next version) {
	c.cache.forgetSpans(o.erased)
	o.points.Scan(func(key string, value []byte) bool {
		c.cache.replace(raw(key), value)
		return true
	})
	c.known = next
}

// durability says what commits survive.
func (o Options) durability(t turn) store.Durability {
	switch {
	case o.SynchronousCommit == "off" || !t.fsync:
		return store.Buffered
	case t.replicated && (o.SynchronousCommit == "on" || o.SynchronousCommit == "remote_apply"):
		return store.Replicated
	default:
		return store.Fsynced
	}
}
