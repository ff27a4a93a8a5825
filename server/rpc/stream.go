package rpc

import (
	"context"

	"google.golang.org/protobuf/types/known/timestamppb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/feed"
)

// deliveries are what a subscription delivers, one after the other.
type deliveries interface {
	Next(ctx context.Context) (feed.Delivery, error)
	Close()
}

// follow sends what a subscription delivers until one of them ends, and closes the subscription.
func follow(ctx context.Context, s deliveries, send func(feed.Delivery) error) error {
	defer s.Close()
	for {
		d, err := s.Next(ctx)
		if err != nil {
			return err
		}
		if err := send(d); err != nil {
			return err
		}
	}
}

// heartbeat returns the contract's form of a delivery that is one.
func heartbeat(d feed.Delivery) *typev1.Heartbeat {
	return &typev1.Heartbeat{Time: timestamppb.Now(), OldestCursor: d.Oldest, CaughtUp: d.CaughtUp}
}
