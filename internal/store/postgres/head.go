package postgres

import (
	"sync"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/store"
)

// newest is the position of the last durable entry that this broker knows of. It never goes back.
type newest struct {
	mu   sync.Mutex // of publish
	head atomic.Pointer[head]
}

// head is a position and the channel that is closed when there is a later one.
type head struct {
	position store.Position
	moved    chan struct{}
}

// start sets the first position.
func (n *newest) start(p store.Position) {
	n.head.Store(&head{position: p, moved: make(chan struct{})})
}

// publish tells of a position; one that is known is no news.
func (n *newest) publish(p store.Position) {
	if p <= n.position() {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if last := n.head.Load(); p > last.position {
		n.head.Store(&head{position: p, moved: make(chan struct{})})
		close(last.moved)
	}
}

func (n *newest) position() store.Position { return n.head.Load().position }
