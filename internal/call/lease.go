package call

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"time"

	"google.golang.org/protobuf/types/known/emptypb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/timer"
)

// How long a lease holds, and how often a broker renews it. Clocks of brokers may differ by what is between the two, less
// the time that a commit takes.
const (
	leaseTime  = 15 * time.Second
	renewEvery = 5 * time.Second
)

// leaseBatch is how many streams are noted or forgotten in one transaction.
const leaseBatch = 500

// presence is what the log calls it when a device comes or goes.
const presence = "parley.call.v1.CallService/Subscribe"

// errLeaseLost says that the lease that a stream was to be noted under has ended.
var errLeaseLost = errors.New("the lease of the connected devices has ended")

// lease returns the name under which the devices that are connected to this broker are noted. They are taken to be there as
// long as the lease holds; who loses one takes another of a new name. Where no other broker can use the store, the name is
// enough: what any other has noted is of an earlier run.
func (s *Service) lease(ctx context.Context) (string, error) {
	s.leasing.Lock()
	defer s.leasing.Unlock()
	if lease, _ := s.devices.current(); lease != "" {
		return lease, nil
	}
	lease := rand.Text()
	if s.shared {
		_, err := ledger.Do(ctx, s.ledger, ledger.Write{Method: presence}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
			timer.Set(tx, tx.Now.Add(leaseTime), leaseTimer, lease)
			return &emptypb.Empty{}, prolong(tx, lease)
		})
		if err != nil {
			return "", err
		}
	}
	s.devices.take(lease)
	return lease, nil
}

func prolong(tx *ledger.Tx, lease string) error {
	return record.Set(tx, key.Lease(lease), &recordv1.Lease{ExpireTime: tx.Now.Add(leaseTime).UnixMicro()})
}

// Run keeps the lease of this broker, and notes what could not be noted in time, until the context ends. Then it lets go of
// what is left.
func (s *Service) Run(ctx context.Context) {
	ticker := time.NewTicker(renewEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			if err := s.Renew(ctx); err != nil && ctx.Err() == nil {
				s.log.Error("renewing the lease of the connected devices failed", "error", err)
			}
		case <-ctx.Done():
			s.release(context.WithoutCancel(ctx))
			return
		}
	}
}

// Renew keeps the lease for another while, in one small commit, and lets go of it where no stream is open; it writes nothing
// where no other broker could take it. A broker that was away for so long that its lease has ended notes its streams under
// another one. Run calls it every 5 seconds.
func (s *Service) Renew(ctx context.Context) error {
	if err := s.catchUp(ctx); err != nil {
		return err
	}
	lease, open := s.devices.current()
	switch {
	case !s.shared, lease == "":
		return nil
	case open == 0:
		s.devices.renounce(lease)
		return s.forget(ctx, lease)
	}
	lost, err := s.extend(ctx, lease)
	if err != nil || !lost {
		return err
	}
	s.log.Warn("the lease of the connected devices has ended: they are noted anew", "streams", open)
	s.devices.renounce(lease)
	return s.catchUp(ctx)
}

// extend renews a lease, and reports whether it was lost. Its timer stays where it is, and finds out when it is due.
func (s *Service) extend(ctx context.Context, lease string) (lost bool, err error) {
	_, err = ledger.Do(ctx, s.ledger, ledger.Write{Method: presence}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		there, err := record.Has(tx, key.Lease(lease))
		if lost = !there; lost || err != nil {
			return &emptypb.Empty{}, err
		}
		return &emptypb.Empty{}, prolong(tx, lease)
	})
	return lost, err
}

// catchUp notes the streams that have come and gone and are not noted yet.
func (s *Service) catchUp(ctx context.Context) error {
	for {
		batch := s.devices.unnoted(leaseBatch)
		if len(batch) == 0 {
			return nil
		}
		if err := s.note(ctx, batch); err != nil {
			return err
		}
	}
}

// note brings the store up to date with some streams.
func (s *Service) note(ctx context.Context, streams []connection) error {
	for {
		lease, err := s.lease(ctx)
		if err != nil {
			return err
		}
		news := s.devices.news(streams, lease)
		_, err = ledger.Do(ctx, s.ledger, ledger.Write{Method: presence}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
			return &emptypb.Empty{}, s.tell(tx, news)
		})
		if !errors.Is(err, errLeaseLost) {
			if err == nil {
				s.devices.noted(news)
			}
			return err
		}
		s.devices.renounce(lease)
	}
}

// tell writes down who has come and gone.
func (s *Service) tell(tx *ledger.Tx, news []news) error {
	for _, n := range news {
		var err error
		if n.gone {
			err = leaveStream(tx, n.lease, n.connection)
		} else {
			err = s.enterStream(tx, n.lease, n.connection)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// release gives up the lease of a broker that stops.
func (s *Service) release(ctx context.Context) {
	lease, _ := s.devices.current()
	if lease == "" {
		return
	}
	s.devices.renounce(lease)
	ctx, cancel := context.WithTimeout(ctx, renewEvery)
	defer cancel()
	if err := s.forget(ctx, lease); err != nil {
		s.log.Error("giving up the lease of the connected devices failed", "error", err)
	}
}

// Recover forgets the streams of brokers that cannot be alive: of earlier runs where no other broker uses the store, else
// of those whose lease is unknown. It is called once, before anything is served.
func (s *Service) Recover(ctx context.Context) error {
	for lease := ""; ; {
		var dead bool
		err := s.ledger.Store().View(ctx, func(tx store.ReadTx) (err error) {
			if lease, err = nextLease(tx, lease); lease == "" || err != nil {
				return err
			}
			lives, err := record.Has(tx, key.Lease(lease))
			dead = !s.shared || !lives
			return err
		})
		if err != nil || lease == "" {
			return err
		}
		if dead {
			if err := s.forget(ctx, lease); err != nil {
				return err
			}
		}
	}
}

// nextLease is the first lease after another that streams are noted under; empty if there is none.
func nextLease(tx store.ReadTx, after string) (string, error) {
	r := key.LeaseStreamsAfter(after)
	r.Limit = 1
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return "", err
		}
		names, ok := key.Texts(pair.Key)
		if !ok || len(names) != 4 {
			return "", fmt.Errorf("the key %q is none of a stream", pair.Key)
		}
		return names[0], nil
	}
	return "", nil
}

// forget ends a lease and all its streams, in as many transactions as that takes.
func (s *Service) forget(ctx context.Context, lease string) error {
	for more := true; more; {
		_, err := ledger.Do(ctx, s.ledger, ledger.Write{Method: presence}, func(tx *ledger.Tx) (_ *emptypb.Empty, err error) {
			more, err = takeOver(tx, lease)
			return &emptypb.Empty{}, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// lapsed takes over from a broker whose lease has ended, whichever broker notices first.
func lapsed(tx *ledger.Tx, lease string) error {
	stored, err := record.Get[recordv1.Lease](tx, key.Lease(lease))
	if err != nil {
		return err
	}
	if due := time.UnixMicro(stored.GetExpireTime()); stored != nil && due.After(tx.Now) {
		timer.Set(tx, due, leaseTimer, lease)
		return nil
	}
	more, err := takeOver(tx, lease)
	if more {
		timer.Set(tx, tx.Now, leaseTimer, lease)
	}
	return err
}

// takeOver ends a lease and a batch of its streams, and reports whether there are more. The legs of devices that have no other
// stream are lost from now on.
func takeOver(tx *ledger.Tx, lease string) (more bool, err error) {
	tx.Delete(key.Lease(lease))
	r := key.LeaseStreams(lease)
	r.Limit = leaseBatch + 1
	var keys [][]byte
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return false, err
		}
		keys = append(keys, slices.Clone(pair.Key))
	}
	for _, k := range keys[:min(len(keys), leaseBatch)] {
		names, ok := key.Texts(k)
		if !ok || len(names) != 4 {
			return false, fmt.Errorf("the key %q is none of a stream", k)
		}
		if err := leaveStream(tx, lease, connection{user: names[1], device: names[2], stream: names[3]}); err != nil {
			return false, err
		}
	}
	return len(keys) > leaseBatch, nil
}

// enterStream notes a stream: its device is there.
func (s *Service) enterStream(tx *ledger.Tx, lease string, d connection) error {
	if there, err := record.Has(tx, key.Lease(lease)); err != nil || s.shared && !there {
		return errors.Join(err, errLeaseLost)
	}
	tx.Set(key.LeaseStream(lease, d.user, d.device, d.stream), nil)
	if err := record.Set(tx, key.Device(d.user, d.device, d.stream), &recordv1.Device{Lease: lease}); err != nil {
		return err
	}
	return eachLive(tx, d.user, func(c *change, l *callv1.Leg) error { return c.found(l, d.device) })
}

// leaveStream forgets a stream that was noted under a lease. Where it was the last of its device, the legs of the device are lost.
func leaveStream(tx *ledger.Tx, lease string, d connection) error {
	tx.Delete(key.LeaseStream(lease, d.user, d.device, d.stream))
	k := key.Device(d.user, d.device, d.stream)
	stored, err := record.Get[recordv1.Device](tx, k)
	if stored.GetLease() != lease || err != nil {
		return err // its broker has noted it under another
	}
	tx.Delete(k)
	there, err := record.Any(tx, key.StreamsOf(d.user, d.device))
	if there || err != nil {
		return err
	}
	return eachLive(tx, d.user, func(c *change, l *callv1.Leg) error { return c.lose(l, d.device) })
}
