package postgres

import (
	"bytes"
	"iter"

	"github.com/parley-interop/parley/internal/store"
)

// reader reads one consistent state: what the database has, below the writes of a batch if there is one.
type reader struct {
	below *snapshot
	above *overlay // nil in a View
	cache *cache   // nil in a View
}

// Get implements store.ReadTx.
func (r *reader) Get(key []byte) ([]byte, error) {
	if len(key) == 0 || len(key) > store.MaxKeySize {
		return nil, nil
	}
	if r.above == nil {
		return r.below.recall(key)
	}
	if value, decided := r.above.get(key); decided {
		return value, nil
	}
	if value, known := r.cache.get(key); known {
		return value, r.below.err
	}
	value, err := r.below.get(key)
	if err == nil {
		r.cache.put(bytes.Clone(key), value)
	}
	return value, err
}

// Entry implements store.ReadTx.
func (r *reader) Entry(p store.Position) ([]byte, error) {
	if r.above != nil {
		if content, written := r.above.entries.Get(p); written {
			return content, nil
		}
	}
	return r.below.entry(p)
}

// Scan implements store.ReadTx.
func (r *reader) Scan(wanted store.Range) iter.Seq2[store.Pair, error] {
	if wanted.To != nil && bytes.Compare(wanted.From, wanted.To) >= 0 {
		return func(func(store.Pair, error) bool) {}
	}
	return func(yield func(store.Pair, error) bool) {
		if r.above == nil {
			r.below.pairs(wanted, wanted.Limit, nil)(yield)
			return
		}
		newScan(r, wanted).run(yield)
	}
}

// Entries implements store.ReadTx.
func (r *reader) Entries(after store.Position, limit int) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		if r.above == nil {
			r.below.entries(after, limit)(yield)
			return
		}
		if after >= r.above.head {
			return
		}
		n := 0
		for entry, err := range r.mergedEntries(after, limit) {
			if limit > 0 && n == limit || !yield(entry, err) {
				return
			}
			n++
		}
	}
}

// mergedEntries yields the entries of the database, those that the batch has rewritten as they are now, and then the new ones.
func (r *reader) mergedEntries(after store.Position, limit int) iter.Seq2[store.Entry, error] {
	written := r.above.entriesAfter(after)
	return func(yield func(store.Entry, error) bool) {
		if after < r.above.base {
			for entry, err := range r.below.entries(after, limit) {
				if len(written) > 0 && err == nil && written[0].Position == entry.Position {
					entry, written = written[0], written[1:]
				}
				if !yield(entry, err) || err != nil {
					return
				}
			}
		}
		for _, entry := range written {
			if !yield(entry, nil) {
				return
			}
		}
	}
}

// end makes any further use of the transaction panic, in the goroutine that breaks the contract.
func (r *reader) end() { r.below, r.above, r.cache = nil, nil, nil }
