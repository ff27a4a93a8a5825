package postgres

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/store"
)

// request is one call of Update on its way through a batch.
type request struct {
	run     func(store.Tx) error
	reads   [][]byte      // keys that the closure will most likely read
	claimed atomic.Bool   // set once: by the batch that takes the request, or by the caller that gives it up
	done    chan struct{} // closed when the outcome is set

	err    error // what Update returns
	wrote  bool  // the closure has an effect if the batch commits
	panics any   // what the closure panicked with
	exits  bool  // the closure ended its goroutine, as a failing test does
}

func newRequest(fn func(store.Tx) error, reads []iter.Seq[[]byte]) *request {
	r := &request{run: fn, done: make(chan struct{})}
	for _, keys := range reads {
		r.reads = slices.AppendSeq(r.reads, keys)
	}
	return r
}

// claim tells whether the caller is the first to claim the request.
func (r *request) claim() bool { return !r.claimed.Swap(true) }

// answer wakes the caller of Update. A cause says why the batch of the request has not committed for sure.
func (r *request) answer(cause error) {
	if cause != nil {
		r.spoil(cause)
	}
	close(r.done)
}

// spoil replaces the outcome. The closure may have seen what never happened, so even its own error says nothing any more; a
// panic stays a panic.
func (r *request) spoil(cause error) {
	if r.wrote {
		r.err = cause
	} else {
		r.err = unavailable(cause)
	}
}

// outcome ends Update as the closure ended.
func (r *request) outcome() error {
	if r.panics != nil {
		panic(r.panics)
	}
	if r.exits {
		runtime.Goexit()
	}
	return r.err
}

// refuse answers a request that no batch has run.
func (r *request) refuse(cause error) {
	if r.claim() {
		r.err = cause
		close(r.done)
	}
}

// unavailable reports that nothing happened because of a cause.
func unavailable(cause error) error { return fmt.Errorf("%w: %w", store.ErrUnavailable, cause) }
