package pebble

import (
	"errors"
	"fmt"
	"iter"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/derive"
)

// reader reads one consistent state: what Pebble has, below the writes of a batch if there is one.
type reader struct {
	base    lsm.Reader
	above   *overlay // nil in a View
	cache   *cache
	derived *derive.Memory
	tail    *tail          // nil where base may have more than is durable
	head    store.Position // of what tail may show
	state   uint64         // how many batches base has seen
	arena   *arena         // of what was read
	scratch []byte         // for the key of a Get
}

// Get implements store.ReadTx.
func (r *reader) Get(key []byte) ([]byte, error) {
	if len(key) == 0 || len(key) > store.MaxKeySize {
		return nil, nil
	}
	r.scratch = appendDataKey(r.scratch[:0], key)
	if r.above != nil {
		if value, decided := r.above.get(r.scratch); decided {
			return value, nil
		}
	}
	if value, known := r.cache.get(r.scratch, r.state); known {
		return value, nil
	}
	// What may be kept stands alone: in an arena it would keep its neighbours.
	value, err := r.find(r.scratch, &arena{exact: true})
	if err == nil {
		r.cache.put(r.scratch, value, r.state)
	}
	return value, err
}

// Entry implements store.ReadTx.
func (r *reader) Entry(p store.Position) ([]byte, error) {
	if r.above != nil {
		if content, decided := r.above.entry(p); decided {
			return content, nil
		}
	}
	if r.tail != nil && p != 0 && p <= r.head {
		if content, kept := r.tail.entry(p); kept {
			return content, nil
		}
	}
	r.scratch = appendLogKey(r.scratch[:0], p)
	return r.find(r.scratch, r.arena)
}

// Known implements store.ReadTx.
func (r *reader) Known(key any) (any, bool) { return r.derived.Known(r.state, r.written(), key) }

// derive derives a value in the transaction that reads with r.
func (r *reader) derive(tx store.ReadTx, key any, find func(store.ReadTx) (any, error)) (any, error) {
	return r.derived.Derive(tx, r.state, r.written(), key, find)
}

// written are the kinds of the keys that are read from above; nil in a View.
func (r *reader) written() *derive.Kinds {
	if r.above == nil {
		return nil
	}
	return &r.above.kinds
}

// find returns a copy of what Pebble has under a stored key, in an arena.
func (r *reader) find(key []byte, copies *arena) ([]byte, error) {
	value, closer, err := r.base.Get(key)
	if errors.Is(err, lsm.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(err)
	}
	defer closer.Close()
	return copies.copy(value), nil
}

// Scan implements store.ReadTx.
func (r *reader) Scan(wanted store.Range) iter.Seq2[store.Pair, error] {
	return func(yield func(store.Pair, error) bool) {
		lower, upper := dataBounds(wanted)
		s := scan{lower: lower, upper: upper, reverse: wanted.Reverse, limit: wanted.Limit}
		for key, value := range s.pairs(r) {
			if !yield(store.Pair{Key: key[1:], Value: value}, nil) {
				return
			}
		}
		if s.err != nil {
			yield(store.Pair{}, unreadable(s.err))
		}
	}
}

// Entries implements store.ReadTx.
func (r *reader) Entries(after store.Position, limit int) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		if after+1 == 0 {
			return // nothing comes after the last number there is
		}
		if r.tail != nil {
			if kept := r.tail.after(after); len(kept) > 0 {
				r.recent(kept, after, limit, yield)
				return
			}
		}
		s := scan{lower: appendLogKey(nil, after+1), upper: logEnd, limit: limit}
		var first, head store.Position // of what the batch has appended
		if r.above != nil {
			first, head = r.above.first(), r.above.head
			s.upper = appendLogKey(nil, first)
		}
		n := 0
		for key, value := range s.pairs(r) {
			if !yield(store.Entry{Position: logPosition(key), Content: value}, nil) {
				return
			}
			n++
		}
		if s.err != nil {
			yield(store.Entry{}, unreadable(s.err))
			return
		}
		for p := max(first, after+1); p <= head && (limit <= 0 || n < limit); p++ {
			content, _ := r.above.entry(p)
			if !yield(store.Entry{Position: p, Content: content}, nil) {
				return
			}
			n++
		}
	}
}

// recent yields the entries after a position that the tail has.
func (r *reader) recent(kept []segment, after store.Position, limit int, yield func(store.Entry, error) bool) {
	n := 0
	for _, s := range kept {
		for i, content := range s.contents {
			p := s.first + store.Position(i)
			if p <= after {
				continue
			}
			if p > r.head || limit > 0 && n == limit || !yield(store.Entry{Position: p, Content: content}, nil) {
				return
			}
			n++
		}
	}
}

// end makes any further use of the transaction panic, in the goroutine that breaks the contract.
func (r *reader) end() { r.base, r.above, r.arena = nil, nil, nil }

// unreadable reports that Pebble could not read.
func unreadable(err error) error {
	return fmt.Errorf("%w: read: %w", store.ErrUnavailable, err)
}
