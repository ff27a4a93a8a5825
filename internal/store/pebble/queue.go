package pebble

import (
	"runtime"
	"sync"
)

// queue holds the requests that no batch has taken. It has room for all: each waiting goroutine has at most one in it.
type queue struct {
	mu      sync.Mutex
	waiting []*request
	closed  bool
	wake    chan struct{} // holds a value when there may be something to take
}

func newQueue() *queue { return &queue{wake: make(chan struct{}, 1)} }

// put adds a request and tells whether the queue is open.
func (q *queue) put(r *request) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return false
	}
	q.waiting = append(q.waiting, r)
	if len(q.waiting) == 1 {
		q.signal()
	}
	return true
}

// take waits for requests and appends all of them to the slice. It tells whether more can come.
func (q *queue) take(to []*request) ([]*request, bool) {
	for {
		<-q.wake
		runtime.Gosched() // others who are about to update come along
		q.mu.Lock()
		to = append(to, q.waiting...)
		clear(q.waiting)
		q.waiting = q.waiting[:0]
		closed := q.closed
		if closed {
			q.signal() // whoever asks again learns it too
		}
		q.mu.Unlock()
		if len(to) > 0 || closed {
			return to, !closed
		}
	}
}

// close lets no more requests in.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.signal()
}

func (q *queue) signal() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}
