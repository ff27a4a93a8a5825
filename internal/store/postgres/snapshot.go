package postgres

import (
	"context"
	"errors"
	"iter"
	"math"

	"github.com/jackc/pgx/v5"

	"github.com/parley-interop/parley/internal/store"
)

// The statements that read.
const (
	readKey      = `select value from parley.state where key = $1`
	readKeys     = `select key, value from parley.state where key = any($1)`
	readEntry    = `select content from parley.log where position = $1`
	readEntries  = `select position, content from parley.log where position > $1 order by position limit $2`
	readForward  = `select key, value from parley.state where key >= $1 and key < $2 order by key limit $3`
	readBackward = `select key, value from parley.state where key >= $1 and key < $2 order by key desc limit $3`
)

// Bounds of a page, which is what one exchange with the database reads of a range.
const (
	firstPage = 64
	lastPage  = 1024
	pageBytes = 1 << 20
)

// afterLastKey is above every key there can be: keys have at most store.MaxKeySize bytes.
var afterLastKey = func() []byte {
	key := make([]byte, store.MaxKeySize+1)
	for i := range key {
		key[i] = 0xff
	}
	return key
}()

// snapshot is one consistent state of the database: an open transaction, of its own or shared. Its first failure is that of all
// later reads.
type snapshot struct {
	ctx    context.Context
	conn   *pgx.Conn  // of its own
	shared *gathering // or nil
	within func(context.Context) (context.Context, context.CancelFunc)
	err    error
}

// answer is what came of an exchange.
type answer[T any] struct {
	value T
	err   error
}

// exchange asks the database something. A shared snapshot is asked by its own goroutine, which finishes even if the caller's
// context ends, so that the others can go on.
func exchange[T any](s *snapshot, ask func(ctx context.Context, conn *pgx.Conn) (T, error)) (T, error) {
	var none T
	if s.err != nil {
		return none, s.err
	}
	if s.shared == nil {
		ctx, cancel := s.within(s.ctx)
		defer cancel()
		value, err := ask(ctx, s.conn)
		return value, s.fail(err)
	}
	answers := make(chan answer[T], 1)
	read := func(conn *pgx.Conn) error {
		if err := s.shared.broken; err != nil {
			answers <- answer[T]{err: err}
			return err
		}
		ctx, cancel := s.within(context.WithoutCancel(s.ctx))
		defer cancel()
		value, err := ask(ctx, conn)
		answers <- answer[T]{value, err}
		return err
	}
	select {
	case s.shared.reads <- read:
	case <-s.ctx.Done():
		return none, s.fail(s.ctx.Err())
	}
	select {
	case a := <-answers:
		return a.value, s.fail(a.err)
	case <-s.ctx.Done():
		return none, s.fail(s.ctx.Err())
	}
}

// get reads the value of a key, or nil.
func (s *snapshot) get(key []byte) ([]byte, error) { return s.one(readKey, key) }

// entry reads the content of a log entry, or nil.
func (s *snapshot) entry(p store.Position) ([]byte, error) {
	if p > math.MaxInt64 {
		return nil, s.err
	}
	return s.one(readEntry, int64(p))
}

func (s *snapshot) one(statement string, argument any) ([]byte, error) {
	return exchange(s, func(ctx context.Context, conn *pgx.Conn) (found []byte, err error) {
		err = conn.QueryRow(ctx, statement, argument).Scan(&found)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil, nil
		}
		return found, err
	})
}

// pairs yields the pairs of a range in order, page by page, at most limit of them where limit is above zero. seen, if there is one,
// gets the first page, and whether it is all. The reader may read elsewhere meanwhile.
func (s *snapshot) pairs(r store.Range, limit int, seen func(first []store.Pair, whole bool)) iter.Seq2[store.Pair, error] {
	from, to, reverse := r.From, r.To, r.Reverse
	if to == nil {
		to = afterLastKey
	}
	if from == nil {
		from = []byte{}
	}
	return pages(limit, func(n int) (rows []store.Pair, err error) {
		if seen != nil {
			defer func() {
				if err == nil {
					seen(rows, len(rows) < n)
				}
				seen = nil
			}()
		}
		statement := readForward
		if reverse {
			statement = readBackward
		}
		return collect(s, func(rows pgx.Rows) (p store.Pair, err error) {
			return p, rows.Scan(&p.Key, &p.Value)
		}, statement, from, to, n)
	}, func(last store.Pair) int {
		if reverse {
			to = last.Key
		} else {
			from = append(append([]byte{}, last.Key...), 0)
		}
		return len(last.Key) + len(last.Value)
	})
}

// entries yields the entries after a position, page by page. The reader may read elsewhere meanwhile.
func (s *snapshot) entries(after store.Position, limit int) iter.Seq2[store.Entry, error] {
	next := int64(min(after, math.MaxInt64))
	return pages(limit, func(n int) ([]store.Entry, error) {
		return collect(s, func(rows pgx.Rows) (e store.Entry, err error) {
			return e, rows.Scan(&e.Position, &e.Content)
		}, readEntries, next, n)
	}, func(last store.Entry) int {
		next = int64(last.Position)
		return len(last.Content)
	})
}

// pages yields the rows that read returns, up to a limit above zero. read gets the largest number of rows to return, and
// passed each row that was yielded; it returns the size of the row.
func pages[T any](limit int, read func(n int) ([]T, error), passed func(T) int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		n := firstPage
		for left := limit; limit <= 0 || left > 0; {
			if limit > 0 {
				n = min(n, left)
			}
			rows, err := read(n)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			bytes := 1
			for _, row := range rows {
				bytes += passed(row)
				if !yield(row, nil) {
					return
				}
			}
			if len(rows) < n {
				return
			}
			left -= n
			n = max(1, min(lastPage, 4*n, pageBytes*n/bytes))
		}
	}
}

// collect reads all rows of a query.
func collect[T any](s *snapshot, scan func(pgx.Rows) (T, error), statement string, arguments ...any) ([]T, error) {
	return exchange(s, func(ctx context.Context, conn *pgx.Conn) ([]T, error) {
		rows, err := conn.Query(ctx, statement, arguments...)
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		var found []T
		for rows.Next() {
			row, err := scan(rows)
			if err != nil {
				return nil, err
			}
			found = append(found, row)
		}
		return found, rows.Err()
	})
}

// fail notes the first failure and returns it.
func (s *snapshot) fail(err error) error {
	if err != nil && s.err == nil {
		s.err = unavailable(err)
	}
	return s.err
}
