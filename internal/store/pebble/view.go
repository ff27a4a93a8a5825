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
	state    uint64       // how many batches it has seen
	refs     atomic.Int64 // one for being the newest, one for each reader
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
	head store.Position
}

// Head implements store.ReadTx.
func (t *readTx) Head() store.Position { return t.head }

// newest is the view that readers get, and the head that goes with it.
type newest struct {
	view atomic.Pointer[view]
	head atomic.Pointer[head]
}

// head is the position of the last durable entry, and the channel that is closed when there is a later one.
type head struct {
	position store.Position
	moved    chan struct{}
}

// start sets the first view.
func (n *newest) start(v *view) {
	n.view.Store(v)
	n.head.Store(&head{position: v.head, moved: make(chan struct{})})
}

// publish replaces the view by a later one. Only one goroutine does so at a time.
func (n *newest) publish(v *view) {
	n.view.Swap(v).release()
	if last := n.head.Load(); v.head > last.position {
		n.head.Store(&head{position: v.head, moved: make(chan struct{})})
		close(last.moved)
	}
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
	if v := n.view.Swap(nil); v != nil {
		v.release()
	}
}
