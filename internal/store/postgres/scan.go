package postgres

import (
	"bytes"
	"iter"
	"slices"

	"github.com/parley-interop/parley/internal/store"
)

// scan goes through the keys of a range in order, over the database and the overlay of a batch merged. What the batch writes
// after newScan is not part of it.
type scan struct {
	store.Range
	below  *snapshot
	known  *scanned
	above  []store.Pair // in the order of the scan; a nil value stands for a deleted key
	erased []span
}

func newScan(r *reader, wanted store.Range) *scan {
	above := r.above.pairs(wanted.From, wanted.To)
	if wanted.Reverse {
		slices.Reverse(above)
	}
	return &scan{wanted, r.below, r.cache.ranges, above, slices.Clone(r.above.erased)}
}

// run yields the pairs of both sides. Where both have a key, the one above hides the one below.
func (s *scan) run(yield func(store.Pair, error) bool) {
	n := 0
	give := func(p store.Pair) bool {
		if p.Value == nil {
			return true // deleted
		}
		n++
		return yield(p, nil) && n != s.Limit
	}
	for pair, err := range s.stored() {
		if err != nil {
			yield(pair, err)
			return
		}
		hidden := covers(s.erased, pair.Key)
		for len(s.above) > 0 && s.order(s.above[0].Key, pair.Key) <= 0 {
			hidden = hidden || bytes.Equal(s.above[0].Key, pair.Key)
			if !give(s.take()) {
				return
			}
		}
		if !hidden && !give(pair) {
			return
		}
	}
	for len(s.above) > 0 {
		if !give(s.take()) {
			return
		}
	}
}

// stored yields the pairs of the database, from memory if they are known.
func (s *scan) stored() iter.Seq2[store.Pair, error] {
	limit := s.reach()
	if pairs, known := s.known.get(s.Range, limit); known && s.below.err == nil {
		return func(yield func(store.Pair, error) bool) {
			for _, pair := range pairs {
				if !yield(pair, nil) {
					return
				}
			}
		}
	}
	return s.below.pairs(s.Range, limit, func(first []store.Pair, whole bool) { s.known.put(s.Range, first, whole) })
}

// reach is how many pairs of the database decide about the first ones of the scan: each pair above can hide one of them. A range
// that was erased can hide any number.
func (s *scan) reach() int {
	if s.Limit <= 0 || len(s.erased) > 0 {
		return 0
	}
	return s.Limit + len(s.above)
}

// take removes the first pair above.
func (s *scan) take() store.Pair {
	first := s.above[0]
	s.above = s.above[1:]
	return first
}

// order compares two keys in the direction of the scan.
func (s *scan) order(a, b []byte) int {
	if s.Reverse {
		return bytes.Compare(b, a)
	}
	return bytes.Compare(a, b)
}
