package relay

import (
	"context"
	"sync/atomic"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"
)

// Why an allocation is refused, and why a datagram is lost.
const (
	refusedCredential = iota
	refusedQuota
	refusedPorts
)

const (
	lostAddress = iota
	lostBandwidth
)

var (
	refusals = [...]string{"credential", "quota", "ports"}
	losses   = [...]string{"address", "bandwidth"}
)

// figures count what the relay does. They are read when they are collected, so that a datagram costs an addition.
type figures struct {
	made           atomic.Int64
	sent, received atomic.Int64
	refused        [len(refusals)]atomic.Int64
	lost           [len(losses)]atomic.Int64

	registration metric.Registration
}

func (f *figures) refuse(why int) { f.refused[why].Add(1) }

func (f *figures) lose(why int) { f.lost[why].Add(1) }

// register gives the figures to a meter; allocations says how many there are.
func (f *figures) register(m metric.Meter, allocations func() int64) error {
	if m == nil {
		m = noop.Meter{}
	}
	var failed error
	must := func(err error) {
		if failed == nil {
			failed = err
		}
	}
	there, err := m.Int64ObservableUpDownCounter("parley.relay.allocations", metric.WithUnit("{allocation}"), metric.WithDescription("Allocations that there are."))
	must(err)
	made, err := m.Int64ObservableCounter("parley.relay.allocations.made", metric.WithUnit("{allocation}"), metric.WithDescription("Allocations that were made."))
	must(err)
	refused, err := m.Int64ObservableCounter("parley.relay.refusals", metric.WithUnit("{request}"), metric.WithDescription("Requests that were refused, by reason."))
	must(err)
	carried, err := m.Int64ObservableCounter("parley.relay.bytes", metric.WithUnit("By"), metric.WithDescription("Bytes relayed, from clients to peers and back."))
	must(err)
	lost, err := m.Int64ObservableCounter("parley.relay.losses", metric.WithUnit("{datagram}"), metric.WithDescription("Datagrams that were not relayed, by reason."))
	must(err)
	if failed != nil {
		return failed
	}
	f.registration, err = m.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		o.ObserveInt64(there, allocations())
		o.ObserveInt64(made, f.made.Load())
		o.ObserveInt64(carried, f.sent.Load(), metric.WithAttributes(attribute.String("direction", "to_peer")))
		o.ObserveInt64(carried, f.received.Load(), metric.WithAttributes(attribute.String("direction", "to_client")))
		for i := range f.refused {
			o.ObserveInt64(refused, f.refused[i].Load(), metric.WithAttributes(attribute.String("reason", refusals[i])))
		}
		for i := range f.lost {
			o.ObserveInt64(lost, f.lost[i].Load(), metric.WithAttributes(attribute.String("reason", losses[i])))
		}
		return nil
	}, there, made, refused, carried, lost)
	return err
}

func (f *figures) unregister() error {
	if f.registration == nil {
		return nil
	}
	return f.registration.Unregister()
}
