package postgres

import "sync"

// queue holds the requests that no batch has taken. It has room for all: each waiting goroutine has at most one in it.
type queue struct {
	mu      sync.Mutex
	filled  sync.Cond // there is something to take, or never will be
	waiting []*request
	closed  bool
}

func newQueue() *queue {
	q := &queue{}
	q.filled.L = &q.mu
	return q
}

// put adds a request and tells whether the queue is open.
func (q *queue) put(r *request) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return false
	}
	q.waiting = append(q.waiting, r)
	q.filled.Signal()
	return true
}

// take waits for requests and returns all of them, or none when the queue is closed and empty.
func (q *queue) take() []*request {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.waiting) == 0 && !q.closed {
		q.filled.Wait()
	}
	return q.empty()
}

// poll returns the requests that are there.
func (q *queue) poll() []*request {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.empty()
}

// empty needs the lock.
func (q *queue) empty() []*request {
	taken := q.waiting
	q.waiting = nil
	return taken
}

// close lets no more requests in.
func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}
