package pebble

import (
	"bytes"
	"errors"
	"iter"

	lsm "github.com/cockroachdb/pebble/v2"
	"github.com/tidwall/btree"
)

// scan goes through the stored keys in [lower, upper) in order, over Pebble and the overlay of a batch merged.
type scan struct {
	lower, upper []byte
	reverse      bool
	limit        int   // zero for no limit
	err          error // why it ended early
}

// pairs yields the stored keys and their values as they were when the iteration began. When it ends by itself, s.err tells
// whether it is complete.
func (s *scan) pairs(r *reader) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		if bytes.Compare(s.lower, s.upper) >= 0 {
			return
		}
		below, err := s.below(r)
		if err != nil {
			s.err = err
			return
		}
		defer func() { s.err = errors.Join(s.err, below.iterator.Close()) }()
		s.merge(below, s.above(r), yield)
		s.err = errors.Join(s.err, below.iterator.Error())
	}
}

// merge yields the pairs of both cursors in order. Where both have a key, the one above hides the one below.
func (s *scan) merge(below *storedCursor, above *writtenCursor, yield func(key, value []byte) bool) {
	for n := 0; s.limit <= 0 || n < s.limit; {
		order := s.compare(below.key, above.key)
		var key, value []byte
		switch {
		case below.key == nil && above.key == nil:
			return
		case order < 0:
			key = below.key
			if value, s.err = below.value(); s.err != nil {
				return
			}
			below.next()
		default:
			key, value = above.key, above.value
			above.next()
			if order == 0 {
				below.next()
			}
		}
		if value == nil {
			continue // deleted
		}
		n++
		if !yield(key, value) {
			return
		}
	}
}

// compare orders two keys in the direction of the scan; nil, the end of a cursor, comes last.
func (s *scan) compare(a, b []byte) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	case s.reverse:
		return bytes.Compare(b, a)
	default:
		return bytes.Compare(a, b)
	}
}

// storedCursor goes through what Pebble has, without the keys that the batch has erased.
type storedCursor struct {
	iterator *lsm.Iterator
	arena    *arena
	erased   []span
	reverse  bool
	key      []byte // nil at the end
}

func (s *scan) below(r *reader) (*storedCursor, error) {
	iterator, err := r.base.NewIter(&lsm.IterOptions{LowerBound: s.lower, UpperBound: s.upper})
	if err != nil {
		return nil, err
	}
	c := &storedCursor{iterator: iterator, arena: r.arena, reverse: s.reverse}
	if r.above != nil {
		c.erased = r.above.erased
	}
	if s.reverse {
		c.settle(iterator.Last())
	} else {
		c.settle(iterator.First())
	}
	return c, nil
}

func (c *storedCursor) next() {
	if c.reverse {
		c.settle(c.iterator.Prev())
	} else {
		c.settle(c.iterator.Next())
	}
}

// settle moves on until the cursor stands on a key that is not erased.
func (c *storedCursor) settle(valid bool) {
	for valid && covers(c.erased, c.iterator.Key()) {
		if c.reverse {
			valid = c.iterator.Prev()
		} else {
			valid = c.iterator.Next()
		}
	}
	c.key = nil
	if valid {
		c.key = c.arena.copy(c.iterator.Key())
	}
}

func (c *storedCursor) value() ([]byte, error) {
	value, err := c.iterator.ValueAndErr()
	if err != nil {
		return nil, err
	}
	return c.arena.copy(value), nil
}

// writtenCursor goes through the overlay as it was when the scan began.
type writtenCursor struct {
	iterator     btree.MapIter[string, []byte]
	lower, upper []byte
	reverse      bool
	key, value   []byte // key is nil at the end; value is nil for a deleted key
}

func (s *scan) above(r *reader) *writtenCursor {
	c := &writtenCursor{lower: s.lower, upper: s.upper, reverse: s.reverse}
	if r.above == nil || r.above.points.len() == 0 {
		return c
	}
	c.iterator = r.above.points.inOrder().Copy().Iter()
	switch {
	case !s.reverse:
		c.settle(c.iterator.Seek(text(s.lower)))
	case c.iterator.Seek(text(s.upper)):
		c.settle(c.iterator.Prev())
	default:
		c.settle(c.iterator.Last())
	}
	return c
}

func (c *writtenCursor) next() {
	if c.reverse {
		c.settle(c.iterator.Prev())
	} else {
		c.settle(c.iterator.Next())
	}
}

func (c *writtenCursor) settle(valid bool) {
	c.key, c.value = nil, nil
	if !valid {
		return
	}
	key := c.iterator.Key()
	if key >= text(c.lower) && key < text(c.upper) {
		c.key, c.value = raw(key), c.iterator.Value()
	}
}
