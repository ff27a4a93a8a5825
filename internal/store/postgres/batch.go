package postgres

import (
	"log/slog"
	"runtime/debug"
)

// Bounds of a batch. What is above them waits for the next one.
const (
	maxBatchRequests = 1024
	maxBatchBytes    = 4 << 20
)

// batch is a group of closures that commit together: they run one after the other on one overlay.
type batch struct {
	turn    turn
	below   *snapshot
	cache   *cache
	overlay overlay
	taken   []*request // whose closures ran, or run now
	refusal error      // of every closure that writes, if there is one
	logger  *slog.Logger
}

// restart forgets what the closures did, so that they can run again in another transaction.
func (b *batch) restart(t turn, below *snapshot) {
	b.turn, b.below = t, below
	b.overlay = overlay{base: t.position, head: t.position}
}

// full tells whether the batch is large enough to be committed.
func (b *batch) full() bool {
	return len(b.taken) >= maxBatchRequests || b.overlay.size >= maxBatchBytes
}

// run executes closures until next has no more. A closure may end its goroutine, so they have one of their own; if one does, the
// others get another.
func (b *batch) run(next func() *request) {
	for more := true; more; {
		ended := make(chan bool, 1)
		go func() {
			cut := true
			defer func() { ended <- cut }()
			for r := next(); r != nil; r = next() {
				b.execute(r)
			}
			cut = false
		}()
		more = <-ended
	}
}

// execute runs the closure of a request. Its writes stay in the overlay if it succeeds.
func (b *batch) execute(r *request) {
	r.err, r.wrote, r.panics, r.exits = nil, false, nil, false
	b.overlay.begin()
	t := &tx{reader: reader{below: b.below, above: &b.overlay, cache: b.cache}}
	returned := false
	defer func() {
		if !returned {
			b.thrown(r, recover())
		}
		t.end()
		r.wrote = r.err == nil && returned && b.overlay.changed()
		if !r.wrote {
			b.overlay.rollback()
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

// thrown notes that a closure did not return: it panicked, or it ended its goroutine.
func (b *batch) thrown(r *request, reason any) {
	r.panics, r.exits = reason, reason == nil
	if reason != nil {
		b.logger.Error("a store transaction panicked", "reason", reason, "stack", string(debug.Stack()))
	}
}

// answer tells every caller the outcome: as its closure ended, or a cause why the batch has not committed for sure.
func (b *batch) answer(cause error) {
	for _, r := range b.taken {
		r.answer(cause)
	}
}
