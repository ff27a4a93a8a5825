package pebble

import (
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/store"
)

// request is one call of Update on its way through a batch.
type request struct {
	run     func(store.Tx) error
	claimed atomic.Bool   // set once: by the batch that takes the request, or by the caller that gives it up
	done    chan struct{} // gets one value when the outcome is set

	err    error // what Update returns
	wrote  bool  // the closure has an effect if the batch commits
	panics any   // what the closure panicked with
	exits  bool  // the closure ended its goroutine, as a failing test does
}

func newRequest(fn func(store.Tx) error) *request {
	return &request{run: fn, done: make(chan struct{}, 1)}
}

// claim tells whether the caller is the first to claim the request.
func (r *request) claim() bool { return !r.claimed.Swap(true) }

// answer wakes the caller of Update. A cause says that the commit, or one before it, did not become durable for sure.
func (r *request) answer(cause error) {
	if cause != nil {
		r.spoil(cause)
	}
	r.done <- struct{}{}
}

// spoil replaces the outcome. The closure may have seen what is now in doubt, so even its own error says nothing any more; a
// panic stays a panic.
func (r *request) spoil(cause error) {
	if r.wrote {
		r.err = fmt.Errorf("%w: %w", store.ErrUncertain, cause)
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
