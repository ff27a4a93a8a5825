package feed

import (
	"context"
	"testing"

	"google.golang.org/protobuf/types/known/wrapperspb"

	"github.com/parley-interop/parley/internal/store"
)

// brokers is a store that several brokers have open, as this one of them sees it.
type brokers struct {
	store.Store
	others []chan []byte
	own    chan []byte
}

func (b *brokers) Broadcast(m []byte) {
	for _, other := range b.others {
		other <- m
	}
}

func (b *brokers) Broadcasts() <-chan []byte { return b.own }

// A notice reaches those who listen at any broker; what another broker says that is no notice does no harm.
func TestNoticesReachOtherBrokers(t *testing.T) {
	shared := openStore(t)
	toHere, toThere := make(chan []byte, 10), make(chan []byte, 10)
	here := newWorldOn(t, small, &brokers{Store: shared, own: toHere, others: []chan []byte{toThere}})
	there := newWorldOn(t, small, &brokers{Store: shared, own: toThere, others: []chan []byte{toHere}})
	here.commit(admit("r1/a", "ann"))
	stream := there.subscribe(member("ann"), Start{})
	wantPositions(t, there.drain(stream))
	there.hub.relay([]byte{0xff})
	there.hub.relay([]byte{})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		there.hub.Run(ctx)
	}()
	here.hub.Notify("r1/a", "r1", "only here")
	here.hub.Notify("r1/a", "r1", wrapperspb.String("everywhere"))
	d := next(t, stream)
	if text, ok := d.Notice.(*wrapperspb.StringValue); !ok || text.GetValue() != "everywhere" {
		t.Errorf("the stream got %v", d)
	}
	stop()
	<-ended
	if len(toHere) > 0 {
		t.Error("the notice was sent on")
	}
}
