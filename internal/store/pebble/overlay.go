package pebble

import (
	"bytes"
	"unsafe"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/derive"
)

// overlay holds what the closures of one batch have written so far, above what Pebble has. Of each key it keeps the last
// value only, so a key that a batch writes often costs Pebble one write.
//
// An erased range lies below the points: it hides what Pebble has, and a point that is written later shows through. So the
// batch for Pebble is: first the ranges, then the points.
type overlay struct {
	arena    arena
	points   points // of user keys, and of entries that were rewritten
	erased   []span
	appended [][]byte // the entries up to head
	head     store.Position
	size     int // bytes written, by and large
	// kinds are those of the keys that closures have written, even if they failed in the end.
	kinds derive.Kinds
	// rewritten says that a closure has rewritten an entry, even if it failed in the end.
	rewritten bool

	undo     []change // of the closure that runs
	softened [][]byte // the stored keys that it has given soft values
	mark     mark
}

// span is the range of stored keys [from, to).
type span struct{ from, to []byte }

// change is what a write replaced.
type change struct {
	key   string
	value []byte
	had   bool
}

// mark is the state of the overlay before a closure, but for the points.
type mark struct {
	erased int
	head   store.Position
	size   int
}

// begin starts a closure: rollback returns to this state.
func (o *overlay) begin() {
	o.undo, o.softened = o.undo[:0], o.softened[:0]
	o.mark = mark{erased: len(o.erased), head: o.head, size: o.size}
}

// rollback undoes what was written since begin.
func (o *overlay) rollback() {
	o.appended = o.appended[:len(o.appended)-int(o.head-o.mark.head)]
	for i := len(o.undo) - 1; i >= 0; i-- {
		c := &o.undo[i]
		if c.had {
			o.points.set(c.key, c.value)
		} else {
			o.points.remove(c.key)
		}
	}
	o.undo = o.undo[:0]
	o.erased, o.head, o.size = o.erased[:o.mark.erased], o.mark.head, o.mark.size
}

// written is how many bytes were written since begin.
func (o *overlay) written() int { return o.size - o.mark.size }

// changed tells whether the closure has written anything.
func (o *overlay) changed() bool {
	return len(o.undo) > 0 || len(o.erased) > o.mark.erased || o.head > o.mark.head
}

// empty tells whether there is nothing to commit.
func (o *overlay) empty() bool {
	return o.points.len() == 0 && len(o.erased) == 0 && len(o.appended) == 0
}

// soften notes that a closure gives a key a soft value; the key must be in the arena.
func (o *overlay) soften(key []byte) {
	o.kinds.Add(key[1:])
	o.softened = append(o.softened, key)
}

// append adds an entry to the log; its content must be in the arena.
func (o *overlay) append(content []byte) {
	o.head++
	o.appended = append(o.appended, content)
}

// first is the position of the first entry that the batch appends.
func (o *overlay) first() store.Position { return o.head + 1 - store.Position(len(o.appended)) }

// entry returns the content of an entry and whether the overlay decides about it.
func (o *overlay) entry(p store.Position) (content []byte, decided bool) {
	var key [logKeySize]byte
	if content, decided = o.points.get(text(appendLogKey(key[:0], p))); decided || p < o.first() || p > o.head {
		return content, decided
	}
	return o.appended[p-o.first()], true
}

// put stores value under key; both must be in the arena. A nil value deletes.
func (o *overlay) put(key, value []byte) {
	if key[0] == dataSpace {
		o.kinds.Add(key[1:])
	}
	k := text(key)
	old, had := o.points.set(k, value)
	o.undo = append(o.undo, change{key: k, value: old, had: had})
}

// erase deletes the stored keys in [from, to), which must be in the arena.
func (o *overlay) erase(from, to []byte) {
	var inside []string
	o.points.inOrder().Ascend(text(from), func(key string, _ []byte) bool {
		if key >= text(to) {
			return false
		}
		inside = append(inside, key)
		return true
	})
	for _, key := range inside {
		old, had := o.points.remove(key)
		o.undo = append(o.undo, change{key: key, value: old, had: had})
	}
	o.erased = append(o.erased, span{from, to})
	o.kinds.AddRange(from[1:], to[1:])
}

// get returns the value of key and whether the overlay decides about it. A nil value means that the key is deleted.
func (o *overlay) get(key []byte) (value []byte, decided bool) {
	if value, decided = o.points.get(text(key)); decided {
		return value, true
	}
	return nil, covers(o.erased, key)
}

// copyTo writes the overlay into a batch for Pebble.
func (o *overlay) copyTo(b *lsm.Batch) error {
	for _, s := range o.erased {
		if err := b.DeleteRange(s.from, s.to, nil); err != nil {
			return err
		}
	}
	var key [logKeySize]byte
	for i, content := range o.appended {
		if err := b.Set(appendLogKey(key[:0], o.first()+store.Position(i)), content, nil); err != nil {
			return err
		}
	}
	for _, p := range o.points.sorted() {
		var err error
		if p.value == nil {
			err = b.Delete(raw(p.key), nil)
		} else {
			err = b.Set(raw(p.key), p.value, nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
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
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) } //nolint:gosec // the arena never changes what it holds

// raw views s as bytes without a copy; they must not be changed.
func raw(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) } //nolint:gosec // Pebble only reads keys
