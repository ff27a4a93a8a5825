package feed

import (
	"sync"
	"sync/atomic"
)

// queue has what waits for a subscription. The hub puts in, the subscription takes out.
type queue struct {
	mu        sync.Mutex
	items     []item
	overflown bool
	// wake is filled when there is something to look at, unless there is a follower to be woken.
	wake     chan struct{}
	follower atomic.Pointer[follower]
}

// item is an entry or a notice, and what it is to the subscription.
type item struct {
	entry  *Entry
	notice *notice
	role   role
}

// notice is what was given to Notify.
type notice struct {
	value    any
	resource string
}

// push adds an item, unless there are as many as may be; the queue is then given up.
func (q *queue) push(it item, limit int) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) >= limit {
		q.items, q.overflown = nil, true
	} else {
		q.items = append(q.items, it)
	}
	q.signal()
	return !q.overflown
}

// offer adds an item, or drops it if there are as many as may be.
func (q *queue) offer(it item, limit int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) < limit {
		q.items = append(q.items, it)
		q.signal()
	}
}

// pop takes the next item out, if there is one, and reports whether the queue was given up.
func (q *queue) pop() (it item, ok, overflown bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		return item{}, false, q.overflown
	}
	it = q.items[0]
	q.items[0] = item{}
	if q.items = q.items[1:]; len(q.items) == 0 {
		q.items = nil // an idle subscription keeps no room
	}
	return it, true, false
}

// empty reports whether everything was taken out and nothing was given up.
func (q *queue) empty() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items) == 0 && !q.overflown
}

// reset makes a queue that was given up usable again.
func (q *queue) reset() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.items, q.overflown = nil, false
}

// signal wakes who waits for the queue, now or when it comes to wait.
func (q *queue) signal() {
	if f := q.follower.Load(); f != nil {
		f.wake()
		return
	}
	select {
	case q.wake <- struct{}{}:
	default:
	}
}
