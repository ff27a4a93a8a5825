package pebble

import (
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

// answer sets the outcome of the commit and wakes the caller of Update.
func (r *request) answer(commit error) {
	if commit != nil {
		r.spoil(commit)
	}
	r.done <- struct{}{}
}

// spoil replaces the outcome because the commit, or one before it, did not become durable. The closure may have seen what is
// now in doubt, so even its own error says nothing any more; a panic stays a panic.
func (r *request) spoil(commit error) {
	if !r.wrote {
		commit = unavailable(commit)
	}
	r.err = commit
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
