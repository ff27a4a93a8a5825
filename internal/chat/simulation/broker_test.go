package simulation

import (
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/internal/store/fault"
	"github.com/parley-interop/parley/internal/timer"
)

// broker is the real domain on the real store, with its clock and its faults in the hands of a simulation.
type broker struct {
	t      testing.TB
	random *rand.Rand
	micros atomic.Int64 // the clock, in microseconds since 1970
	files  enginetest.Disk
	disk   store.Store // without faults
	faults *weather    // the same with faults

	hub    *feed.Hub
	chat   *chat.Service
	policy *policy.Engine
	ledger *ledger.Ledger // for what is done without faults
	timers *timer.Runner
	stop   func() // of the hub
}

var quiet = slog.New(slog.NewTextHandler(io.Discard, nil))

func newBroker(t testing.TB, random *rand.Rand, start time.Time, empty enginetest.Disk) *broker {
	b := &broker{t: t, random: random, files: empty}
	b.micros.Store(start.UnixMicro())
	b.open()
	return b
}

func (b *broker) now() time.Time { return time.UnixMicro(b.micros.Load()).UTC() }

// open starts the broker on what its disk has.
func (b *broker) open() {
	disk, err := b.files.Open()
	if err != nil {
		b.t.Fatal(err)
	}
	b.disk = disk
	b.faults = newWeather(disk, b.random.Uint64())
	l := ledger.New(b.faults, b.now)
	b.hub = feed.NewHub(b.faults, feed.Options{Clock: b.now, Log: quiet})
	b.chat = chat.New(l, b.hub, chat.Pace{})
	b.ledger = ledger.New(disk, b.now)
	b.policy = policy.New(b.ledger)
	b.timers = timer.NewRunner(b.ledger, chat.Timers(), quiet)
	ctx, cancel := context.WithCancel(context.WithValue(b.t.Context(), ofHub{}, true))
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.hub.Run(ctx)
	}()
	b.stop = func() {
		cancel()
		<-done
	}
}

// close stops the broker in good order.
func (b *broker) close() {
	b.stop()
	if err := b.disk.Close(); err != nil {
		b.t.Error(err)
	}
}

// restart stops the broker in good order and starts it again.
func (b *broker) restart() {
	b.close()
	b.open()
}

// crash takes the power away, and starts again with what had reached the disk.
func (b *broker) crash() {
	survived := b.files.AfterCrash(b.random)
	b.close()
	b.files = survived
	b.open()
}

// handOut lets the hub read the log once and hand out what it finds, or fail to; false if there is nothing.
func (b *broker) handOut(fails bool) bool {
	synctest.Wait()
	select {
	case b.faults.permit <- !fails:
		time.Sleep(time.Second) //nolint:forbidigo // in a bubble, where sleeping is free; after a failure the hub waits a little
		synctest.Wait()
		return true
	default:
		return false
	}
}

// committed is an event of chat in the log.
type committed struct {
	at    store.Position
	event *chatv1.ChatEvent
}

// log returns the events of chat after a position, and where the log ends.
func (b *broker) log(after store.Position) (events []committed, head store.Position) {
	err := b.disk.View(b.t.Context(), func(tx store.ReadTx) error {
		events, head = nil, tx.Head()
		for raw, err := range tx.Entries(after, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(raw.Content)
			if err != nil {
				return err
			}
			if entry.GetChat() == nil {
				continue
			}
			e := &chatv1.ChatEvent{}
			if err := proto.Unmarshal(entry.GetChat(), e); err != nil {
				return err
			}
			events = append(events, committed{raw.Position, e})
		}
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return events, head
}

// weather is a store whose faults can be switched on and off, and that lets a hub read only when it is allowed to.
type weather struct {
	store.Store // without faults
	faulty      store.Store
	bad         atomic.Bool
	commits     atomic.Int64 // how many transactions took effect, whatever was said of them
	permit      chan bool    // false lets the hub fail
}

// ofHub marks the context of a hub.
type ofHub struct{}

func newWeather(disk store.Store, seed uint64) *weather {
	w := &weather{permit: make(chan bool)}
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

func (w *weather) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	return w.today().Update(ctx, fn, reads...)
}

func (w *weather) View(ctx context.Context, fn func(store.ReadTx) error) error {
	if ctx.Value(ofHub{}) == nil {
		return w.today().View(ctx, fn)
	}
	select {
	case fine := <-w.permit:
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
