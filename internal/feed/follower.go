package feed

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
)

// Follow hands the deliveries to send, one after the other, until send or the subscription fails, and returns the error; that is one of
// Next, or of send. It takes the place of calls of Next. The goroutine that calls it only waits: send is called from others, never
// from two at a time, and not after Follow has returned.
func (s *Subscription) Follow(ctx context.Context, send func(Delivery) error) error {
	f := &follower{subscription: s, ctx: ctx, send: send, ended: make(chan error, 1)}
	s.queue.follower.Store(f)
	f.wake()
	select {
	case err := <-f.ended:
		return err
	case <-ctx.Done():
		f.wake()
		return <-f.ended
	}
}

// follower sends what there is for one subscription whenever it is woken.
type follower struct {
	subscription *Subscription
	ctx          context.Context //nolint:containedctx // it is that of the call of Follow
	send         func(Delivery) error
	state        atomic.Int32
	ended        chan error
}

// States of a follower.
const (
	asleep  int32 = iota
	awake         // it runs, or is about to
	alarmed       // it runs, and was woken meanwhile: it must look once more
	over
)

// wake makes the follower look for deliveries, now or once more. It never waits.
func (f *follower) wake() {
	for {
		switch f.state.Load() {
		case asleep:
			if f.state.CompareAndSwap(asleep, awake) {
				f.subscription.hub.crew.serve(f)
				return
			}
		case awake:
			if f.state.CompareAndSwap(awake, alarmed) {
				return
			}
		default:
			return
		}
	}
}

// run sends what there is until there is nothing.
func (f *follower) run() {
	for {
		if err := f.drain(); err != nil {
			f.end(err)
			return
		}
		if f.state.CompareAndSwap(awake, asleep) {
			return
		}
		f.state.Store(awake)
	}
}

func (f *follower) end(err error) {
	f.state.Store(over)
	f.ended <- err
}

// errExited ends a follower whose send has ended its goroutine, as a test does that fails.
var errExited = errors.New("feed: a delivery ended its goroutine")

func (f *follower) drain() (err error) {
	returned := false
	defer func() {
		if thrown := recover(); thrown != nil {
			err = fmt.Errorf("panic: %v\n%s", thrown, debug.Stack())
		} else if !returned {
			f.end(errExited)
		}
	}()
	err = f.sendAll()
	returned = true
	return err
}

func (f *follower) sendAll() error {
	for {
		if err := f.ctx.Err(); err != nil {
			return err
		}
		d, ok := f.subscription.poll(f.ctx)
		if !ok {
			return f.subscription.err
		}
		if err := f.send(d); err != nil {
			return err
		}
	}
}
