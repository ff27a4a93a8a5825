package pebble

import (
	"fmt"

	"github.com/parley-interop/parley/internal/store"
)

// tx is the transaction of one closure. It writes to the overlay of its batch.
type tx struct {
	reader
	fresh *fresh
	soft  *soft
	err   error // why it cannot commit
}

// Get implements store.ReadTx.
func (t *tx) Get(key []byte) ([]byte, error) {
	if value, kept := t.soft.get(key); kept {
		return value, nil
	}
	return t.reader.Get(key)
}

// SetSoft implements store.Tx. The first soft value of a key takes the place of what is stored, which must not come back when it is
// forgotten.
func (t *tx) SetSoft(key, value []byte) {
	if !t.admit(key, len(value)) {
		return
	}
	if _, kept := t.soft.get(key); !kept {
		if stored, err := t.reader.Get(key); err != nil {
			t.fail(err)
			return
		} else if stored != nil {
			t.above.put(t.storedKey(key), nil)
		}
	}
	t.above.soften(t.storedKey(key))
	t.soft.set(key, value)
}

// Set implements store.Tx.
func (t *tx) Set(key, value []byte) {
	if !t.admit(key, len(value)) {
		return
	}
	t.soft.forget(key)
	o, stored := t.above, t.storedKey(key)
	o.put(stored, o.arena.copy(value))
	t.fresh.note(stored)
}

// Delete implements store.Tx.
func (t *tx) Delete(key []byte) {
	if !t.admit(key, 0) {
		return
	}
	t.soft.forget(key)
	t.above.put(t.storedKey(key), nil)
}

// DeleteRange implements store.Tx.
func (t *tx) DeleteRange(from, to []byte) {
	if string(from) >= string(to) {
		return
	}
	if !t.spend(len(from) + len(to)) {
		return
	}
	t.soft.clear()
	t.above.erase(t.storedKey(from), t.storedKey(to))
}

// Append implements store.Tx.
func (t *tx) Append(entry []byte) store.Position {
	o := t.above
	if t.admitEntry(entry) {
		o.append(o.arena.copy(entry))
	}
	return o.head
}

// Rewrite implements store.Tx.
func (t *tx) Rewrite(p store.Position, entry []byte) {
	if p == 0 || p > t.above.head {
		t.fail(fmt.Errorf("%w: rewrite %d, the last is %d", store.ErrNoEntry, p, t.above.head))
		return
	}
	if o := t.above; t.admitEntry(entry) {
		o.rewritten = true
		o.put(appendLogKey(o.arena.take(logKeySize), p), o.arena.copy(entry))
	}
}

// Derive implements store.ReadTx.
func (t *tx) Derive(key any, find func(store.ReadTx) (any, error)) (any, error) {
	return t.derive(t, key, find)
}

// Fresh implements store.Tx.
func (t *tx) Fresh(key []byte, shared int) bool {
	if len(key) == 0 || len(key) > store.MaxKeySize || shared < 1 || shared > len(key) {
		return false
	}
	t.scratch = appendDataKey(t.scratch[:0], key)
	return t.fresh.isNew(t, t.scratch, shared+1)
}

// Head implements store.ReadTx.
func (t *tx) Head() store.Position { return t.above.head }

// admitEntry tells whether an entry may be written, and notes why not.
func (t *tx) admitEntry(entry []byte) bool {
	if len(entry) > store.MaxValueSize {
		t.fail(fmt.Errorf("%w: log entry of %d bytes", store.ErrTooLarge, len(entry)))
		return false
	}
	return t.spend(len(entry))
}

// storedKey copies a user key into the arena as it is stored.
func (t *tx) storedKey(key []byte) []byte {
	return appendDataKey(t.above.arena.take(len(key)+1), key)
}

// admit tells whether a pair may be written, and notes why not.
func (t *tx) admit(key []byte, value int) bool {
	switch {
	case len(key) == 0 || len(key) > store.MaxKeySize:
		t.fail(fmt.Errorf("%w: key of %d bytes", store.ErrTooLarge, len(key)))
		return false
	case value > store.MaxValueSize:
		t.fail(fmt.Errorf("%w: value of %d bytes", store.ErrTooLarge, value))
		return false
	}
	return t.spend(len(key) + value)
}

// spend counts n written bytes and tells whether the transaction stays within its limit.
func (t *tx) spend(n int) bool {
	if t.above.written()+n > store.MaxTxSize {
		t.fail(fmt.Errorf("%w: transaction of more than %d bytes", store.ErrTooLarge, store.MaxTxSize))
		return false
	}
	t.above.size += n
	return true
}

// fail notes the first reason why the transaction cannot commit.
func (t *tx) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}
