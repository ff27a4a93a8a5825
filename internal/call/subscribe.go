package call

import (
	"context"
	"crypto/rand"
	"errors"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Stream is a subscription that says that its device is connected, as long as it is open.
type Stream struct {
	*feed.Subscription

	service *Service
	// device is what the store knows the stream as; empty for a backend that acts as nobody.
	device connection
}

// Subscribe starts a stream of what the caller may see; Close must be called when it is done with.
// Errors: those of feed.Hub.Subscribe, and CALL_NOT_FOUND for a call of the filter.
func (s *Service) Subscribe(ctx context.Context, c access.Caller, r *callv1.SubscribeRequest) (*Stream, error) {
	var callIDs []string
	for _, id := range r.GetCallIds() {
		callIDs = append(callIDs, canonical(id))
	}
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		for _, id := range callIDs {
			if _, err := look(tx, c, id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	device := r.GetDeviceId()
	if c.User.IsZero() {
		device = ""
	}
	audience := newAudience(c, device, callIDs)
	audience.Check = func(tx store.ReadTx) error { return access.Check(tx, c, s.ledger.Now()) }
	start := feed.Start{Cursor: r.GetCursor(), Position: r.GetStartPosition()}
	subscription, err := s.hub.Subscribe(ctx, audience, start, feed.Heartbeat(r.GetHeartbeatInterval()))
	if err != nil {
		return nil, err
	}
	stream := &Stream{Subscription: subscription, service: s}
	if c.User.IsZero() {
		return stream, nil
	}
	stream.device = connection{user: c.User.Raw(), device: device, stream: rand.Text()}
	s.devices.enter(stream.device)
	// A store without room takes no note of the device for now, but reads go on, and so do streams.
	if err := s.note(ctx, []connection{stream.device}); err != nil && !errors.Is(err, store.ErrFull) {
		stream.Close() //nolint:contextcheck // it is closed where the context has ended, too
		return nil, err
	}
	return stream, nil
}

// Next returns the next delivery, as the subscription does. Signals and tones of a call that has ended are passed over,
// even where they are not erased yet.
func (s *Stream) Next(ctx context.Context) (feed.Delivery, error) {
	for {
		d, err := s.Subscription.Next(ctx)
		if err != nil {
			return d, err
		}
		if lives, err := s.lives(ctx, d); lives || err != nil {
			return d, err
		}
	}
}

// Follow hands what Next returns to send, as the subscription does.
func (s *Stream) Follow(ctx context.Context, send func(feed.Delivery) error) error {
	return s.Subscription.Follow(ctx, func(d feed.Delivery) error {
		if lives, err := s.lives(ctx, d); !lives || err != nil {
			return err
		}
		return send(d)
	})
}

// lives reports whether a delivery is neither a signal nor a tone of a call that has ended.
func (s *Stream) lives(ctx context.Context, d feed.Delivery) (lives bool, err error) {
	if d.Entry == nil {
		return true, nil
	}
	to := d.Entry.Record.GetAddressee()
	if to == nil || to.GetOthers() {
		return true, nil
	}
	err = s.service.ledger.Store().View(ctx, func(tx store.ReadTx) (err error) {
		lives, err = record.Has(tx, key.LiveCall(d.Entry.Record.GetResourceId(), to.GetCallId()))
		return err
	})
	if err != nil {
		return false, reason.StreamResumable().Because(err)
	}
	return lives, nil
}

// Close ends the stream. Where it was the last of its device, the legs of the device are lost from now on.
func (s *Stream) Close() {
	s.Subscription.Close()
	if s.device == (connection{}) || !s.service.devices.leave(s.device) {
		return
	}
	// The stream is closed because its context has ended. What a store that fails is not told now, it is told with the
	// next renewal.
	_ = s.service.note(context.Background(), []connection{s.device})
}

// eachLive calls fn with every live leg of a party.
func eachLive(tx *ledger.Tx, raw string, fn func(*change, *callv1.Leg) error) error {
	var ids []string
	for pair, err := range tx.Scan(key.LiveCalls(raw)) {
		if err != nil {
			return err
		}
		ids = append(ids, key.LastText(pair.Key))
	}
	for _, id := range ids {
		c, err := load(tx, id)
		if err != nil {
			return err
		}
		if l := c.legOf(raw); l != nil && live(l) {
			if err := fn(c, l); err != nil {
				return err
			}
		}
	}
	return nil
}

// found notes that a device of a party is there: one at which the leg rings, or the one that was lost.
func (c *change) found(l *callv1.Leg, deviceID string) error {
	if l.GetState() == callv1.LegState_LEG_STATE_RINGING {
		if c.state(l).GetReached() {
			return nil
		}
		c.state(l).Reached = true
		return c.commit()
	}
	if l.GetLostExpireTime() == nil || l.GetDeviceId() != deviceID {
		return nil
	}
	if _, err := c.ask(deviceBack, broker, l); err != nil {
		return err
	}
	l.LostExpireTime = nil
	c.clearTimer(graceTimer, l.GetLegId())
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegRecovered{LegRecovered: &callv1.LegRecovered{LegId: l.GetLegId()}}})
	return c.commit()
}

// lose gives a leg whose device has gone the grace period to come back.
func (c *change) lose(l *callv1.Leg, deviceID string) error {
	m, err := c.ask(deviceLost, broker, l)
	if err != nil || m.event == "" || l.GetDeviceId() != deviceID || l.GetLostExpireTime() != nil {
		return err
	}
	due := c.tx.Now.Add(orUsual(c.record.GetLostGrace(), usualTimes.LostGrace))
	l.LostExpireTime = stamp(due)
	c.setTimer(graceTimer, l.GetLegId(), due)
	if err := c.lapse(l); err != nil {
		return err
	}
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegLost{LegLost: &callv1.LegLost{LegId: l.GetLegId(), ExpireTime: l.GetLostExpireTime()}}})
	return c.commit()
}
