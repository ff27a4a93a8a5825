package enginetest

import (
	"context"
	"iter"
	"log/slog"
	"sync"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
)

// Keeper opens the stores of one database for tests that run in a bubble of testing/synctest. A database is reached over a network,
// and whoever waits for that keeps the time of a bubble from passing, so everything that a store does is done outside.
type Keeper struct {
	address string
	tickets chan chan struct{}
	work    chan job
}

// job is something to be done outside of the bubble; done is closed afterwards. Both are made outside, as it must be.
type job struct {
	do   func()
	done chan struct{}
}

// NewKeeper returns a keeper of a new, empty database. It is made outside of the bubble, and lasts as long as the test.
func NewKeeper(t testing.TB) *Keeper {
	k := &Keeper{address: Database(t), tickets: make(chan chan struct{}), work: make(chan job)}
	ended := make(chan struct{})
	t.Cleanup(func() { close(ended) })
	go k.run(ended)
	return k
}

func (k *Keeper) run(ended <-chan struct{}) {
	ticket := make(chan struct{})
	for {
		select {
		case k.tickets <- ticket:
			ticket = make(chan struct{})
		case j := <-k.work:
			go func() {
				defer close(j.done)
				j.do()
			}()
		case <-ended:
			return
		}
	}
}

// outside does something outside of the bubble and waits for it.
func (k *Keeper) outside(do func()) {
	done := <-k.tickets
	k.work <- job{do, done}
	<-done
}

// Open opens the store, from within the bubble.
func (k *Keeper) Open() (store.Store, error) {
	var s store.Store
	var err error
	k.outside(func() {
		s, err = engine.Open(context.Background(), k.address, engine.Options{Logger: slog.New(slog.DiscardHandler)})
	})
	if err != nil {
		return nil, err
	}
	kept := &kept{Store: s, keeper: k}
	kept.head, _ = s.Head()
	kept.moved = make(chan struct{})
	return kept, nil
}

// kept is a store outside of the bubble, as one sees it from within. It tells of what is committed through it.
type kept struct {
	store.Store
	keeper *Keeper

	mu    sync.Mutex
	head  store.Position
	moved chan struct{}
}

// Update implements store.Store.
func (k *kept) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	return k.run(ctx, func(ctx context.Context) error { return k.Store.Update(ctx, fn, reads...) })
}

// View implements store.Store.
func (k *kept) View(ctx context.Context, fn func(store.ReadTx) error) error {
	return k.run(ctx, func(ctx context.Context) error { return k.Store.View(ctx, fn) })
}

func (k *kept) run(ctx context.Context, do func(context.Context) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	// The context's channel belongs to the bubble.
	k.keeper.outside(func() { err = do(context.WithoutCancel(ctx)) })
	k.look()
	return err
}

// look notes where the log ends now.
func (k *kept) look() {
	head, _ := k.Store.Head()
	k.mu.Lock()
	defer k.mu.Unlock()
	if head > k.head {
		k.head = head
		close(k.moved)
		k.moved = make(chan struct{})
	}
}

// Head implements store.Store.
func (k *kept) Head() (store.Position, <-chan struct{}) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.head, k.moved
}

// Broadcasts implements store.Store. Others would keep the time of the bubble from passing.
func (k *kept) Broadcasts() <-chan []byte { return nil }

// Close implements store.Store.
func (k *kept) Close() (err error) {
	k.keeper.outside(func() { err = k.Store.Close() })
	return err
}
