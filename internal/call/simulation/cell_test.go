package simulation

import (
	"context"
	"errors"
	"iter"
	"log/slog"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/internal/store/fault"
	"github.com/parley-interop/parley/internal/timer"
)

// cell is one store and the brokers on it, with the clock and the faults in the hands of a simulation.
type cell struct {
	t       testing.TB
	random  *rand.Rand
	shared  bool         // whether brokers share the store
	micros  atomic.Int64 // the clock, in microseconds since 1970
	files   enginetest.Disk
	disk    store.Store // without faults
	faults  *weather    // the same with faults
	policy  *policy.Engine
	timers  *timer.Runner
	brokers []*broker
}

// broker is one broker of the cell.
type broker struct {
	name    string
	hub     *feed.Hub
	calls   *call.Service
	permit  chan bool // lets the hub read the log once; false lets it fail
	stop    func()    // of the hub
	renewed time.Time // when it has surely renewed its lease
	dead    bool
}

var quiet = slog.New(slog.DiscardHandler)

func newCell(t testing.TB, random *rand.Rand, shared bool, start time.Time, empty enginetest.Disk) *cell {
	c := &cell{t: t, random: random, shared: shared, files: empty}
	c.micros.Store(start.UnixMicro())
	c.open()
	return c
}

func (c *cell) now() time.Time { return time.UnixMicro(c.micros.Load()).UTC() }

// tick is the clock of transactions: no two of them have the same time.
func (c *cell) tick() time.Time { return time.UnixMicro(c.micros.Add(1)).UTC() }

// open starts the cell on what its disk has.
func (c *cell) open() {
	disk, err := c.files.Open()
	c.must(err)
	c.disk = disk
	c.faults = newWeather(disk, c.random.Uint64(), c.shared)
	l := ledger.New(disk, c.tick)
	c.policy = policy.New(l, call.Revoke)
	c.timers = timer.NewRunner(ledger.New(c.faults, c.tick), call.Timers(), quiet)
	c.brokers = []*broker{c.start("one")}
	if c.shared {
		c.brokers = append(c.brokers, c.start("two"))
	}
}

// start starts a broker on the store.
func (c *cell) start(name string) *broker {
	b := &broker{name: name, permit: make(chan bool)}
	b.hub = feed.NewHub(c.faults, feed.Options{Clock: c.now, Log: quiet})
	b.calls = call.New(ledger.New(c.faults, c.tick), b.hub, call.Options{Log: quiet})
	c.must(b.calls.Recover(c.t.Context()))
	ctx, cancel := context.WithCancel(context.WithValue(c.t.Context(), ofHub{}, b))
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.hub.Run(ctx)
	}()
	b.stop = func() {
		cancel()
		<-done
	}
	return b
}

func (c *cell) close() {
	for _, b := range c.brokers {
		b.stop()
	}
	if err := c.disk.Close(); err != nil {
		c.t.Error(err)
	}
}

// crash takes the power away, and starts again with what had reached the disk.
func (c *cell) crash() {
	survived := c.files.AfterCrash(c.random)
	c.close()
	c.files = survived
	c.open()
}

// handOut lets a hub read the log once and hand out what it finds, or fail to; false if there is nothing.
func (b *broker) handOut(fails bool) bool {
	synctest.Wait()
	select {
	case b.permit <- !fails:
		time.Sleep(time.Second) //nolint:forbidigo // in a bubble, where sleeping is free; after a failure the hub waits a little
		synctest.Wait()
		return true
	default:
		return false
	}
}

func (c *cell) must(err error) {
	if err != nil {
		c.t.Helper()
		c.t.Fatal(err)
	}
}

// weather is a store whose faults can be switched on and off, and that lets a hub read only when it is allowed to.
type weather struct {
	store.Store // without faults
	faulty      store.Store
	bad         atomic.Bool
	commits     atomic.Int64 // how many transactions took effect, whatever was said of them
	others      chan []byte  // nil where no other broker can use the store
}

// ofHub marks the context of a hub with its broker.
type ofHub struct{}

func newWeather(disk store.Store, seed uint64, shared bool) *weather {
	w := &weather{}
	if shared {
		w.others = make(chan []byte)
	}
	w.Store = &witness{disk, &w.commits}
	w.faulty = fault.Wrap(w.Store, fault.Schedule{Seed: seed, Percent: map[fault.Kind]int{
		fault.Refused: 3, fault.Full: 2, fault.Cancelled: 3, fault.Doubtful: 12, fault.Lost: 6,
	}})
	return w
}

func (w *weather) today() store.Store {
	if w.bad.Load() {
		return w.faulty
	}
	return w.Store
}

func (w *weather) Broadcasts() <-chan []byte { return w.others }

func (w *weather) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	return w.today().Update(ctx, fn, reads...)
}

func (w *weather) View(ctx context.Context, fn func(store.ReadTx) error) error {
	b, hub := ctx.Value(ofHub{}).(*broker)
	if !hub {
		return w.today().View(ctx, fn)
	}
	select {
	case fine := <-b.permit:
		if !fine {
			return store.ErrUnavailable
		}
		return w.Store.View(ctx, fn)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// witness counts what took effect.
type witness struct {
	store.Store
	commits *atomic.Int64
}

func (w *witness) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	err := w.Store.Update(ctx, fn, reads...)
	if err == nil {
		w.commits.Add(1)
	}
	return err
}

// isFault reports whether an error is one after which a client tries again with the same key.
func isFault(err error) bool {
	for _, e := range []error{store.ErrUncertain, store.ErrUnavailable, store.ErrFull, context.Canceled} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
