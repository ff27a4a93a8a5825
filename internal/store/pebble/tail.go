package pebble

import (
	"sort"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/store"
)

// tail keeps the last entries of the log in memory. Whoever follows the log wants just these, moments after they were written, and a
// search in Pebble would cost more than all else that is done with them. It is exact: it has what each entry was appended
// with, and forgets all of them when one is rewritten.
//
// The committer alone adds to it, and before the view of the batch can be acquired. A reader must not look further than the head of
// its view, for there may be entries here that are not durable.
type tail struct {
	segments atomic.Pointer[[]segment] // in the order of the log, without a gap; what is in them never changes
	size     int                       // of their batches, in bytes
	room     int                       // for them
}

// segment is what one batch has appended.
type segment struct {
	first    store.Position
	contents [][]byte
	size     int
}

// end is the position after the last entry of the segment.
func (s segment) end() store.Position { return s.first + store.Position(len(s.contents)) }

func newTail(room int) *tail {
	t := &tail{room: room}
	t.segments.Store(&[]segment{})
	return t
}

// add keeps what a batch has appended behind a position.
func (t *tail) add(o *overlay, before store.Position) {
	s := segment{first: before + 1, size: o.size, contents: o.appended}
	if o.rewritten {
		s.contents = nil
		for p := s.first; p <= o.head; p++ {
			content, _ := o.entry(p)
			s.contents = append(s.contents, content)
		}
	}
	kept := *t.segments.Load()
	if o.rewritten {
		kept, t.size = nil, 0
	}
	if len(s.contents) > 0 {
		kept = append(kept, s)
		t.size += s.size
	}
	for t.size > t.room {
		t.size -= kept[0].size
		kept = kept[1:]
	}
	t.segments.Store(&kept)
}

// after returns the segments that have the entry behind a position and all that follow; none if it is not kept.
func (t *tail) after(p store.Position) []segment {
	kept := *t.segments.Load()
	if len(kept) == 0 || p+1 < kept[0].first {
		return nil
	}
	return kept[sort.Search(len(kept), func(i int) bool { return kept[i].end() > p+1 }):]
}

// entry returns an entry, if it is kept.
func (t *tail) entry(p store.Position) ([]byte, bool) {
	found := t.after(p - 1)
	if len(found) == 0 {
		return nil, false
	}
	return found[0].contents[p-found[0].first], true
}
