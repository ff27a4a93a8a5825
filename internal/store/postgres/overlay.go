package postgres

import (
	"bytes"
	"slices"
	"unsafe"

	"github.com/tidwall/btree"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/derive"
)

// overlay holds what the closures of one batch have written so far, above what the database has. Of each key and each entry it
// keeps the last value only, so a key that a batch writes often is sent once.
//
// An erased range lies below the points: it hides what the database has, and a point that is written later shows through.
type overlay struct {
	points  btree.Map[string, []byte] // nil stands for a deleted key
	entries btree.Map[store.Position, []byte]
	erased  []span
	base    store.Position // the last entry that the database has
	head    store.Position
	size    int // bytes written, by and large

	derived derive.Memory // from the state below
	kinds   derive.Kinds  // of the keys that closures have written, even if they failed in the end

	undo []change // of the closure that runs
	mark mark
}

// span is the range of keys [from, to).
type span struct{ from, to []byte }

// change is what a write replaced: the value of a key, or the content of an entry.
type change struct {
	key      string
	position store.Position // zero for a key
	value    []byte
	had      bool
}

// mark is the state of the overlay before a closure, but for points and entries.
type mark struct {
	erased int
	head   store.Position
	size   int
}

// begin starts a closure: rollback returns to this state.
func (o *overlay) begin() {
	o.undo = o.undo[:0]
	o.mark = mark{erased: len(o.erased), head: o.head, size: o.size}
}

// rollback undoes what was written since begin.
func (o *overlay) rollback() {
	for _, c := range slices.Backward(o.undo) {
		switch {
		case c.position > 0 && c.had:
			o.entries.Set(c.position, c.value)
		case c.position > 0:
			o.entries.Delete(c.position)
		case c.had:
			o.points.Set(c.key, c.value)
		default:
			o.points.Delete(c.key)
		}
	}
	o.undo = o.undo[:0]
	o.erased, o.head, o.size = o.erased[:o.mark.erased], o.mark.head, o.mark.size
}

// written is how many bytes were written since begin.
func (o *overlay) written() int { return o.size - o.mark.size }

// changed tells whether the closure has written anything.
func (o *overlay) changed() bool { return len(o.undo) > 0 || len(o.erased) > o.mark.erased }

// empty tells whether there is nothing to commit.
func (o *overlay) empty() bool {
	return o.points.Len() == 0 && o.entries.Len() == 0 && len(o.erased) == 0
}

// put stores a value that nobody else changes under key. A nil value deletes.
func (o *overlay) put(key, value []byte) {
	o.kinds.Add(key)
	k := string(key)
	old, had := o.points.Set(k, value)
	o.undo = append(o.undo, change{key: k, value: old, had: had})
}

// putEntry stores the content of an entry; nobody else changes it.
func (o *overlay) putEntry(p store.Position, content []byte) {
	old, had := o.entries.Set(p, content)
	o.undo = append(o.undo, change{position: p, value: old, had: had})
}

// erase deletes the keys in [from, to).
func (o *overlay) erase(from, to []byte) {
	for _, inside := range o.pairs(from, to) {
		key := text(inside.Key)
		old, had := o.points.Delete(key)
		o.undo = append(o.undo, change{key: key, value: old, had: had})
	}
	o.erased = append(o.erased, span{bytes.Clone(from), bytes.Clone(to)})
	o.kinds.AddRange(from, to)
}

// get returns the value of key and whether the overlay decides about it. A nil value means that the key is deleted.
func (o *overlay) get(key []byte) (value []byte, decided bool) {
	if value, decided = o.points.Get(text(key)); decided {
		return value, true
	}
	return nil, covers(o.erased, key)
}

// pairs returns the points in [from, to) in order; a nil bound is open. A nil value stands for a deleted key.
func (o *overlay) pairs(from, to []byte) []store.Pair {
	var found []store.Pair
	o.points.Ascend(text(from), func(key string, value []byte) bool {
		if to != nil && key >= text(to) {
			return false
		}
		found = append(found, store.Pair{Key: raw(key), Value: value})
		return true
	})
	return found
}

// entriesAfter returns the entries after a position in order: first those that were rewritten, then those that are new.
func (o *overlay) entriesAfter(p store.Position) []store.Entry {
	var found []store.Entry
	o.entries.Ascend(p+1, func(p store.Position, content []byte) bool {
		found = append(found, store.Entry{Position: p, Content: content})
		return true
	})
	return found
}

// covers tells whether key lies in one of the spans.
func covers(spans []span, key []byte) bool {
	for _, s := range spans {
		if bytes.Compare(s.from, key) <= 0 && bytes.Compare(key, s.to) < 0 {
			return true
		}
	}
	return false
}

// text views b as a string without a copy; b must not change while the string is in use.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) } //nolint:gosec // for lookups only

// raw views s as bytes without a copy; they must not be changed.
func raw(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) } //nolint:gosec // whoever gets a key only reads it
