package postgres

import (
	"context"
	"errors"
	"iter"
	"math"
	"time"

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

// snapshot is one consistent state of the database: an open transaction. Its first failure is that of all later reads.
type snapshot struct {
	ctx     context.Context
	timeout time.Duration // of each read
	conn    *pgx.Conn
	err     error
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

func (s *snapshot) one(statement string, argument any) (found []byte, err error) {
	if s.err != nil {
		return nil, s.err
	}
	ctx, cancel := context.WithTimeout(s.ctx, s.timeout)
	defer cancel()
	err = s.conn.QueryRow(ctx, statement, argument).Scan(&found)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return found, s.fail(err)
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
	if s.err != nil {
		return nil, s.err
	}
	ctx, cancel := context.WithTimeout(s.ctx, s.timeout)
	defer cancel()
	rows, err := s.conn.Query(ctx, statement, arguments...)
	if err != nil {
		return nil, s.fail(err)
	}
	defer rows.Close()
	var found []T
	for rows.Next() {
		row, err := scan(rows)
		if err != nil {
			return nil, s.fail(err)
		}
		found = append(found, row)
	}
	return found, s.fail(rows.Err())
}

// fail notes the first failure and returns it.
func (s *snapshot) fail(err error) error {
	if err != nil && s.err == nil {
		s.err = unavailable(err)
	}
	return s.err
}
