package relay

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"
)

// retryDelay is how long the relay waits after it could not be told of the end of a leg.
const retryDelay = time.Second

// registry keeps the allocations of each leg, and ends them with it.
type registry struct {
	legs Legs
	log  *slog.Logger
	// watching are the goroutines that wait for ends.
	watching sync.WaitGroup

	mu     sync.Mutex
	closed bool
	held   map[string]*held
	count  int
	// none is closed while there are no allocations.
	none chan struct{}
}

// held is what a leg has allocated.
type held struct {
	allocations map[*allocation]bool
	forget      context.CancelFunc
}

func newRegistry(legs Legs, log *slog.Logger) *registry {
	r := &registry{legs: legs, log: log, held: map[string]*held{}, none: make(chan struct{})}
	close(r.none)
	return r
}

// add keeps an allocation; false where the registry is closed.
func (r *registry) add(a *allocation) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return false
	}
	h := r.held[a.holder.leg()]
	if h == nil {
		ctx, forget := context.WithCancel(context.Background())
		h = &held{allocations: map[*allocation]bool{}, forget: forget}
		r.held[a.holder.leg()] = h
		r.watching.Go(func() { r.watch(ctx, a.holder, h) })
	}
	a.held, h.allocations[a] = h, true
	r.count++
	if r.count == 1 {
		r.none = make(chan struct{})
	}
	return true
}

// remove forgets an allocation, and with its last one the leg.
func (r *registry) remove(a *allocation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	h := a.held
	if h == nil {
		return
	}
	delete(h.allocations, a)
	if len(h.allocations) == 0 {
		h.forget()
		r.leave(a.holder.leg(), h)
	}
	r.count--
	if r.count == 0 {
		close(r.none)
	}
}

// leave forgets a leg, unless it holds something else by now. r.mu is held.
func (r *registry) leave(leg string, h *held) {
	if r.held[leg] == h {
		delete(r.held, leg)
	}
}

// knows reports whether a leg has allocations, so that its end will be heard of.
func (r *registry) knows(h holder) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.held[h.leg()] != nil
}

// allocations returns how many there are.
func (r *registry) allocations() int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return int64(r.count)
}

// watch ends what a leg holds when the leg ends.
func (r *registry) watch(ctx context.Context, of holder, h *held) {
	for ctx.Err() == nil {
		err := r.legs.AwaitLegEnd(ctx, of.callID, of.legID)
		if err == nil {
			r.end(of.leg(), h)
			return
		}
		if ctx.Err() == nil {
			r.log.Debug("relay: the end of a leg cannot be waited for, and is asked for again", "call_id", of.callID, "leg_id", of.legID, "error", err)
		}
		select {
		case <-time.After(retryDelay):
		case <-ctx.Done():
		}
	}
}

// end closes the allocations of a leg. Nothing is added to them any more: what comes after is watched over anew.
func (r *registry) end(leg string, h *held) {
	r.mu.Lock()
	r.leave(leg, h)
	all := make([]*allocation, 0, len(h.allocations))
	for a := range h.allocations {
		all = append(all, a)
	}
	r.mu.Unlock()
	for _, a := range all {
		_ = a.Close() // the socket is gone, whatever it says
	}
}

// idle waits until there are no allocations or the context ends.
func (r *registry) idle(ctx context.Context) {
	r.mu.Lock()
	none := r.none
	r.mu.Unlock()
	select {
	case <-none:
	case <-ctx.Done():
	}
}

// close ends all allocations, and waits for the goroutines that watched over them.
func (r *registry) close() {
	r.mu.Lock()
	r.closed = true
	all := maps.Clone(r.held)
	r.mu.Unlock()
	for leg, h := range all {
		r.end(leg, h)
	}
	r.watching.Wait()
}
