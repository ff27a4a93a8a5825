package call

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"google.golang.org/protobuf/types/known/emptypb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
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
	caller  access.Caller
	device  string
	id      string
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
	stream := &Stream{Subscription: subscription, service: s, caller: c, device: device, id: rand.Text()}
	// A store without room keeps no note of the device, but reads go on, and so do streams.
	if err := stream.open(ctx); err != nil && !errors.Is(err, store.ErrFull) {
		subscription.Close()
		return nil, err
	}
	return stream, nil
}

// open notes that the device is connected.
func (s *Stream) open(ctx context.Context) error {
	if s.caller.User.IsZero() {
		return nil
	}
	w := ledger.Write{Caller: s.caller, Method: presence}
	_, err := ledger.Do(ctx, s.service.ledger, w, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		if err := record.Set(tx, key.Device(s.caller.User.Raw(), s.device, s.id), &recordv1.Device{Broker: s.service.run}); err != nil {
			return nil, err
		}
		return &emptypb.Empty{}, eachLive(tx, s.caller.User.Raw(), func(c *change, l *callv1.Leg) error { return c.found(l, s.device) })
	})
	return err
}

// presence is what the log calls it when a device comes or goes.
const presence = "parley.call.v1.CallService/Subscribe"

// Next returns the next delivery, as the subscription does. Signals and tones of a call that has ended are passed over,
// even where they are not erased yet.
func (s *Stream) Next(ctx context.Context) (feed.Delivery, error) {
	for {
		d, err := s.Subscription.Next(ctx)
		if err != nil || d.Entry == nil {
			return d, err
		}
		to := d.Entry.Record.GetAddressee()
		if to == nil || to.GetOthers() {
			return d, nil
		}
		var lives bool
		err = s.service.ledger.Store().View(ctx, func(tx store.ReadTx) (err error) {
			lives, err = record.Has(tx, key.LiveCall(d.Entry.Record.GetResourceId(), to.GetCallId()))
			return err
		})
		if err != nil {
			return feed.Delivery{}, reason.StreamResumable().Because(err)
		}
		if lives {
			return d, nil
		}
	}
}

// Close ends the stream. Where it was the last of its device, the legs of the device are lost from now on.
func (s *Stream) Close() {
	s.Subscription.Close()
	if s.caller.User.IsZero() {
		return
	}
	// The stream is closed because its context has ended. What a store that fails does not note now, the next start of the
	// broker does.
	_ = s.service.gone(context.Background(), [][]byte{key.Device(s.caller.User.Raw(), s.device, s.id)})
}

// gone notes that streams of devices have ended.
func (s *Service) gone(ctx context.Context, streams [][]byte) error {
	_, err := ledger.Do(ctx, s.ledger, ledger.Write{Method: presence}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		for _, k := range streams {
			if err := leaveStream(tx, k); err != nil {
				return nil, err
			}
		}
		return &emptypb.Empty{}, nil
	})
	return err
}

// leaveStream forgets a stream. Where it was the last of its device, the legs of the device are lost.
func leaveStream(tx *ledger.Tx, k []byte) error {
	tx.Delete(k)
	names, ok := key.Texts(k)
	if !ok || len(names) != 3 {
		return fmt.Errorf("the key %q is none of a device", k)
	}
	raw, deviceID := names[0], names[1]
	there, err := record.Any(tx, key.StreamsOf(raw, deviceID))
	if there || err != nil {
		return err
	}
	return eachLive(tx, raw, func(c *change, l *callv1.Leg) error { return c.lose(l, deviceID) })
}

// recovered is how many streams of earlier runs are forgotten at once.
const recovered = 500

// Recover notes that the streams of earlier runs of the broker are gone. It is called once, before anything is served.
func (s *Service) Recover(ctx context.Context) error {
	var keys [][]byte
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(key.Devices()) {
			if err != nil {
				return err
			}
			keys = append(keys, slices.Clone(pair.Key))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for batch := range slices.Chunk(keys, recovered) {
		if err := s.gone(ctx, batch); err != nil {
			return err
		}
	}
	return nil
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
	due := c.tx.Now.Add(graceTime)
	l.LostExpireTime = stamp(due)
	c.setTimer(graceTimer, l.GetLegId(), due)
	if err := c.lapse(l); err != nil {
		return err
	}
	c.emit(&callv1.CallEvent{Event: &callv1.CallEvent_LegLost{LegLost: &callv1.LegLost{LegId: l.GetLegId(), ExpireTime: l.GetLostExpireTime()}}})
	return c.commit()
}
