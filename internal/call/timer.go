package call

import (
	"slices"
	"strings"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/timer"
)

// The kinds of timer that this package sets. The subject is the id of the call and, after a space, that of the leg; that of
// a lease is its name.
const (
	ringTimer     = "call.ring"
	connectTimer  = "call.connect"
	graceTimer    = "call.lost"
	durationTimer = "call.duration"
	eraseTimer    = "call.erase"
	leaseTimer    = "call.lease"
)

// Timers are the handlers of the timers that this package sets.
func Timers() map[string]timer.Handler {
	return map[string]timer.Handler{
		ringTimer:     onLeg(ringTimer, rang),
		connectTimer:  onLeg(connectTimer, func(*change, *callv1.Leg) input { return connectTimeout }),
		graceTimer:    onLeg(graceTimer, func(*change, *callv1.Leg) input { return graceTimeout }),
		durationTimer: expire,
		eraseTimer:    erase,
		leaseTimer:    lapsed,
	}
}

// rang is what the end of the ringing means.
func rang(c *change, l *callv1.Leg) input {
	if c.state(l).GetReached() {
		return ringTimeout
	}
	return ringTimeoutUnreached
}

func subject(callID, legID string) string { return callID + " " + legID }

// onLeg is the handler of a timer of a leg.
func onLeg(kind string, which func(*change, *callv1.Leg) input) timer.Handler {
	return func(tx *ledger.Tx, subject string) error {
		callID, legID, _ := strings.Cut(subject, " ")
		c, err := load(tx, callID)
		if c == nil || err != nil {
			return err
		}
		l := c.leg(legID)
		c.clearTimer(kind, legID)
		if l == nil {
			return nil
		}
		if _, err := c.apply(which(c, l), broker, l); err != nil {
			return err
		}
		return c.done()
	}
}

// expire ends a call that has lasted as long as it may.
func expire(tx *ledger.Tx, subject string) error {
	callID, _, _ := strings.Cut(subject, " ")
	c, err := load(tx, callID)
	if c == nil || err != nil {
		return err
	}
	c.clearTimer(durationTimer, "")
	for _, l := range c.livings() {
		if _, err := c.apply(maxDuration, broker, l); err != nil {
			return err
		}
	}
	return c.done()
}

// done settles and commits a change.
func (c *change) done() error {
	if err := c.settle(); err != nil {
		return err
	}
	return c.commit()
}

// setTimer makes something due for a leg, or for the call where legID is empty.
func (c *change) setTimer(kind, legID string, due time.Time) {
	c.clearTimer(kind, legID)
	c.record.Timers = append(c.record.Timers, &recordv1.CallTimer{Kind: kind, LegId: legID, Due: due.UnixMicro()})
	timer.Set(c.tx, due, kind, subject(c.call.GetCallId(), legID))
}

// clearTimer takes back what setTimer did, if it did.
func (c *change) clearTimer(kind, legID string) {
	c.record.Timers = slices.DeleteFunc(c.record.GetTimers(), func(t *recordv1.CallTimer) bool {
		found := t.GetKind() == kind && t.GetLegId() == legID
		if found {
			timer.Clear(c.tx, time.UnixMicro(t.GetDue()), kind, subject(c.call.GetCallId(), legID))
		}
		return found
	})
}

// clearTimers clears all that is due for a leg.
func (c *change) clearTimers(legID string) {
	for _, kind := range []string{ringTimer, connectTimer, graceTimer} {
		c.clearTimer(kind, legID)
	}
}

func (c *change) hasTimer(kind, legID string) bool {
	return slices.ContainsFunc(c.record.GetTimers(), func(t *recordv1.CallTimer) bool { return t.GetKind() == kind && t.GetLegId() == legID })
}
