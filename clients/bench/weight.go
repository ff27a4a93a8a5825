package main

import (
	"context"
	"sync/atomic"

	"google.golang.org/grpc/stats"
)

// weight sums up what is sent and received, in bytes of messages.
type weight struct{ sent, received atomic.Int64 }

// HandleRPC implements stats.Handler.
func (w *weight) HandleRPC(_ context.Context, s stats.RPCStats) {
	switch s := s.(type) {
	case *stats.OutPayload:
		w.sent.Add(int64(s.Length))
	case *stats.InPayload:
		w.received.Add(int64(s.Length))
	}
}

// TagRPC implements stats.Handler.
func (w *weight) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context { return ctx }

// HandleConn implements stats.Handler.
func (w *weight) HandleConn(context.Context, stats.ConnStats) {}

// TagConn implements stats.Handler.
func (w *weight) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }
