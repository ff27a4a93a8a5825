package pebble

import (
	"runtime/debug"
	"sync/atomic"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
)

// batch is a group of closures that commit together: they run one after the other on one overlay.
type batch struct {
	store   *Store
	overlay overlay
	taken   []*request // whose closures ran, or run now
	scratch []byte     // of the reader of the closure that runs
	refusal error      // of every closure that writes, if there is one

	commit   *lsm.Batch  // nil if nothing was written
	view     *view       // what is visible once it is durable
	err      error       // why its commit is in doubt, or nothing
	answered atomic.Bool // the callers know the outcome
}

// full tells whether the batch is large enough to be committed.
func (b *batch) full() bool {
	return len(b.taken) >= maxBatchRequests || b.overlay.size >= maxBatchBytes
}

// execute runs the closure of a request. Its writes stay in the overlay if it succeeds.
func (b *batch) execute(r *request) {
	b.taken = append(b.taken, r)
	b.overlay.begin()
	t := &tx{reader: reader{
		base: b.store.db, above: &b.overlay, arena: &b.overlay.arena,
		cache: b.store.cache, derived: &b.store.derived, state: b.store.batches, scratch: b.scratch,
	}, fresh: &b.store.fresh, soft: &b.store.soft}
	returned := false
	defer func() {
		if !returned {
			b.thrown(r, recover())
		}
		b.scratch, t.scratch = t.scratch, nil
		t.end()
		r.wrote = r.err == nil && returned && b.overlay.changed()
		if !r.wrote {
			b.rollback()
		}
	}()
	r.err = r.run(t)
	returned = true
	if r.err == nil {
		r.err = t.err
	}
	if r.err == nil && b.overlay.changed() {
		r.err = b.refusal
	}
}

// rollback undoes what the closure that ran last has written. Of soft values it is enough to forget them.
func (b *batch) rollback() {
	for _, key := range b.overlay.softened {
		b.store.soft.forget(key[1:])
	}
	b.overlay.rollback()
}

// thrown notes that a closure did not return: it panicked, or it ended its goroutine.
func (b *batch) thrown(r *request, reason any) {
	r.panics, r.exits = reason, reason == nil
	if reason != nil {
		b.store.logger.Error("a store transaction panicked", "reason", reason, "stack", string(debug.Stack()))
	}
}

// answer tells every caller the outcome: as its closure ended, or in doubt because of a cause. Only the first call counts.
func (b *batch) answer(cause error) {
	if b.answered.Swap(true) {
		return
	}
	for _, r := range b.taken {
		r.answer(cause)
	}
}

// drop gives up a batch that Pebble has not seen: none of its closures has an effect.
func (b *batch) drop() {
	for _, r := range b.taken {
		r.wrote = false
	}
}

// head is the position of the last entry once the batch has committed.
func (b *batch) head() store.Position { return b.overlay.head }
