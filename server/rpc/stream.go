package rpc

import (
	"context"
	"fmt"
	"runtime/debug"

	"google.golang.org/protobuf/types/known/timestamppb"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/feed"
)

// deliveries are what a subscription delivers, one after the other.
type deliveries interface {
	Follow(ctx context.Context, send func(feed.Delivery) error) error
	Close()
}

// follow sends what a subscription delivers until one of them ends, and closes the subscription.
func follow(ctx context.Context, s deliveries, send func(feed.Delivery) error) error {
	defer s.Close()
	return s.Follow(ctx, send)
}

// aside returns what fn returns, which runs on a goroutine of its own: the stack that it needs is gone while the stream waits, which may
// be for days. A panic goes on in the caller.
func aside[T any](fn func() (T, error)) (result T, err error) {
	thrown := make(chan any, 1)
	go func() {
		defer func() {
			reason := recover()
			if reason != nil {
				reason = fmt.Sprintf("%v\n%s", reason, debug.Stack())
			}
			thrown <- reason
		}()
		result, err = fn()
	}()
	if reason := <-thrown; reason != nil {
		panic(reason)
	}
	return result, err
}

// heartbeat returns the contract's form of a delivery that is one.
func heartbeat(d feed.Delivery) *typev1.Heartbeat {
	return &typev1.Heartbeat{Time: timestamppb.Now(), OldestCursor: d.Oldest, CaughtUp: d.CaughtUp}
}
