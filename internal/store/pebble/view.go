package pebble

import (
	"sync"
	"sync/atomic"

	lsm "github.com/cockroachdb/pebble/v2"

	"github.com/parley-interop/parley/internal/store"
)

// view is one durable state that any number of readers share. It is released with its last reference.
type view struct {
	snapshot *lsm.Snapshot
	head     store.Position
	state    uint64        // how many batches it has seen
	moved    chan struct{} // closed when there is a view with a later head
	refs     atomic.Int64  // one for being the newest, one for each reader
	live     *sync.WaitGroup
}

// newView takes the state that Pebble shows at this moment. The caller holds a reference.
func newView(db *lsm.DB, head store.Position, state uint64, live *sync.WaitGroup) *view {
	v := &view{snapshot: db.NewSnapshot(), head: head, state: state, live: live}
	v.refs.Store(1)
	live.Add(1)
	return v
}

// acquire adds a reference, unless the view was released already.
func (v *view) acquire() bool {
	for {
		n := v.refs.Load()
		if n == 0 {
			return false
		}
		if v.refs.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (v *view) release() {
	if v.refs.Add(-1) == 0 {
		_ = v.snapshot.Close() // never fails
		v.live.Done()
	}
}

// readTx reads a view.
type readTx struct {
	reader
	own arena
}

// Head implements store.ReadTx.
func (t *readTx) Head() store.Position { return t.head }

// Derive implements store.ReadTx.
func (t *readTx) Derive(key any, find func(store.ReadTx) (any, error)) (any, error) {
	return t.derive(t, key, find)
}

// newest is the view that readers get. The head is that of the view, so neither is ever ahead of the other.
type newest struct {
	view atomic.Pointer[view]
	last atomic.Pointer[view] // the view at the end, which only tells the head
}

// start sets the first view.
func (n *newest) start(v *view) {
	v.moved = make(chan struct{})
	n.view.Store(v)
}

// publish replaces the view by a later one. Only one goroutine does so at a time.
func (n *newest) publish(v *view) {
	before := n.view.Load()
	v.moved = before.moved
	if v.head > before.head {
		v.moved = make(chan struct{})
	}
	n.view.Store(v)
	if v.head > before.head {
		close(before.moved)
	}
	before.release()
}

// head returns the position of the last durable entry, and the channel that is closed when there is a later one.
func (n *newest) head() (store.Position, <-chan struct{}) {
	v := n.view.Load()
	if v == nil {
		v = n.last.Load()
	}
	return v.head, v.moved
}

// acquire returns the newest view with a reference for the caller, or nil after stop.
func (n *newest) acquire() *view {
	for {
		v := n.view.Load()
		if v == nil || v.acquire() {
			return v
		}
	}
}

// stop lets no more readers in.
func (n *newest) stop() {
	if v := n.view.Load(); v != nil {
		n.last.Store(v)
		n.view.Store(nil)
		v.release()
	}
}
