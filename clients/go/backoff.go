package parley

import (
	"context"
	"math/rand/v2"
	"time"
)

// How long to wait before trying again: at random up to a bound that grows with each failure.
const (
	firstDelay  = 100 * time.Millisecond
	delayGrowth = 1.6
	maxDelay    = 5 * time.Second
)

// backoffPause counts failures in a row. The zero value has seen none.
type backoffPause struct{ bound time.Duration }

// next returns how long to wait, at least what the broker asked for.
func (p *backoffPause) next(least time.Duration) time.Duration {
	if p.bound == 0 {
		p.bound = firstDelay
	}
	d := least + rand.N(p.bound) //nolint:gosec // Guessing a pause gains nothing.
	p.bound = min(time.Duration(float64(p.bound)*delayGrowth), maxDelay)
	return d
}

// wait pauses, and reports whether there is still time for a try. It does not begin a pause that outlasts the deadline.
func (p *backoffPause) wait(ctx context.Context, least time.Duration) bool {
	d := p.next(least)
	if end, ok := ctx.Deadline(); ok && time.Until(end) <= d {
		return false
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
