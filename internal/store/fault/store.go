// Package fault wraps a store so that it fails now and then, by a schedule that a seed decides. Tests run the layers above on it
// to find what they do when a commit is refused, slow, or of unknown outcome.
package fault

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"sync"

	"github.com/parley-interop/parley/internal/store"
)

// Kind is what happens to one call of Update or View.
type Kind int

// The kinds of faults. Those that only Update can have pass a View through.
const (
	// None passes the call through.
	None Kind = iota
	// Refused fails the call before anything happened, with store.ErrUnavailable.
	Refused
	// Full fails an Update before anything happened, with store.ErrFull.
	Full
	// Cancelled ends the context before the call: nothing happens, and it returns context.Canceled.
	Cancelled
	// Delayed calls Schedule.Delay, and then passes the call through.
	Delayed
	// Doubtful performs an Update and then returns store.ErrUncertain, though it has happened.
	Doubtful
	// Lost does not perform an Update and returns store.ErrUncertain.
	Lost
)

var kindNames = [...]string{"none", "refused", "full", "cancelled", "delayed", "doubtful", "lost"}

// String names the kind.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("Kind(%d)", int(k))
	}
	return kindNames[k]
}

// ErrInjected is part of every error that this package makes up, next to the error of package store that it stands for.
var ErrInjected = errors.New("injected fault")

// Schedule says how often which fault strikes. The n-th call gets the same fault in every run with the same schedule; with
// concurrent callers it is up to the scheduler which call is the n-th.
type Schedule struct {
	// Seed decides everything.
	Seed uint64
	// Percent is the chance of each fault, 0 to 100 together; the rest is None.
	Percent map[Kind]int
	// Delay is what Delayed calls: a test blocks in it, or lets other goroutines go first. Default: nothing.
	Delay func(ctx context.Context)
	// Observe is told of every call, before it: its number from 1, and its fault. Default: nothing.
	Observe func(call int, kind Kind)
}

// Store is a store.Store that fails as its schedule says. Head, Epoch, Durability and Close are those of the inner store.
type Store struct {
	store.Store
	schedule Schedule

	mu     sync.Mutex
	random *rand.Rand
	calls  int
}

// Wrap returns a store that passes calls to the inner one, with faults. It panics if the chances exceed 100 percent.
func Wrap(inner store.Store, schedule Schedule) *Store {
	sum := 0
	for kind, percent := range schedule.Percent {
		if kind <= None || int(kind) >= len(kindNames) || percent < 0 {
			panic(fmt.Sprintf("fault: %d percent of %v", percent, kind))
		}
		sum += percent
	}
	if sum > 100 {
		panic(fmt.Sprintf("fault: chances add up to %d percent", sum))
	}
	return &Store{Store: inner, schedule: schedule, random: rand.New(rand.NewPCG(schedule.Seed, 0))}
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	switch kind := s.next(); kind {
	case Refused:
		return injected(store.ErrUnavailable)
	case Full:
		return injected(store.ErrFull)
	case Lost:
		return injected(store.ErrUncertain)
	case Doubtful:
		if err := s.Store.Update(ctx, fn, reads...); err != nil {
			return err
		}
		return injected(store.ErrUncertain)
	default:
		return s.Store.Update(s.before(ctx, kind), fn, reads...)
	}
}

// View implements store.Store.
func (s *Store) View(ctx context.Context, fn func(store.ReadTx) error) error {
	kind := s.next()
	if kind == Refused {
		return injected(store.ErrUnavailable)
	}
	return s.Store.View(s.before(ctx, kind), fn)
}

// before does what a fault does to a call that reaches the inner store, and returns the context of the call.
func (s *Store) before(ctx context.Context, kind Kind) context.Context {
	switch {
	case kind == Delayed && s.schedule.Delay != nil:
		s.schedule.Delay(ctx)
	case kind == Cancelled:
		ended, cancel := context.WithCancel(ctx)
		cancel()
		return ended
	}
	return ctx
}

// next draws the fault of the next call.
func (s *Store) next() Kind {
	s.mu.Lock()
	s.calls++
	call, kind := s.calls, s.draw()
	s.mu.Unlock()
	if s.schedule.Observe != nil {
		s.schedule.Observe(call, kind)
	}
	return kind
}

// draw goes through the kinds in their order, because that of a map changes from run to run.
func (s *Store) draw() Kind {
	drawn := s.random.IntN(100)
	for kind := Refused; int(kind) < len(kindNames); kind++ {
		if drawn -= s.schedule.Percent[kind]; drawn < 0 {
			return kind
		}
	}
	return None
}

func injected(as error) error { return fmt.Errorf("%w: %w", as, ErrInjected) }
