package postgres

import (
	"fmt"

	"github.com/parley-interop/parley/internal/store"
)

// tx is the transaction of one closure. It writes to the overlay of its batch.
type tx struct {
	reader
	err error // why it cannot commit
}

// Set implements store.Tx.
func (t *tx) Set(key, value []byte) {
	if t.admit(key, len(value)) {
		t.above.put(key, clone(value))
	}
}

// SetSoft implements store.Tx. Other brokers must find the value, so it is stored as any other.
func (t *tx) SetSoft(key, value []byte) { t.Set(key, value) }

// Delete implements store.Tx.
func (t *tx) Delete(key []byte) {
	if t.admit(key, 0) {
		t.above.put(key, nil)
	}
}

// DeleteRange implements store.Tx.
func (t *tx) DeleteRange(from, to []byte) {
	if string(from) < string(to) && t.spend(len(from)+len(to)) {
		t.above.erase(from, to)
	}
}

// Append implements store.Tx.
func (t *tx) Append(entry []byte) store.Position {
	t.above.head++
	t.writeEntry(t.above.head, entry)
	return t.above.head
}

// Rewrite implements store.Tx.
func (t *tx) Rewrite(p store.Position, entry []byte) {
	if p == 0 || p > t.above.head {
		t.fail(fmt.Errorf("%w: rewrite %d, the last is %d", store.ErrNoEntry, p, t.above.head))
		return
	}
	t.writeEntry(p, entry)
}

// Fresh implements store.Tx. Other brokers write too, so what this one has written tells nothing.
func (t *tx) Fresh([]byte, int) bool { return false }

// Known implements store.ReadTx. What was derived is remembered until the end of the batch, whose state no other broker changes.
func (t *tx) Known(key any) (any, bool) { return t.above.derived.Known(0, &t.above.kinds, key) }

// Derive implements store.ReadTx.
func (t *tx) Derive(key any, find func(store.ReadTx) (any, error)) (any, error) {
	return t.above.derived.Derive(t, 0, &t.above.kinds, key, find)
}

// Head implements store.ReadTx.
func (t *tx) Head() store.Position { return t.above.head }

func (t *tx) writeEntry(p store.Position, entry []byte) {
	if len(entry) > store.MaxValueSize {
		t.fail(fmt.Errorf("%w: log entry of %d bytes", store.ErrTooLarge, len(entry)))
		return
	}
	if t.spend(len(entry)) {
		t.above.putEntry(p, clone(entry))
	}
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

// clone returns a copy of b that is never nil.
func clone(b []byte) []byte { return append(make([]byte, 0, len(b)), b...) }
