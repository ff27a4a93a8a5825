package feed

import (
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/opaque"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// cursorVersion is the form of the cursors.
const cursorVersion = 1

// maxWithheld bounds the resources whose entries one subscription may have withheld, and so the size of its cursor.
const maxWithheld = 64

// cursor is where a subscription is.
type cursor struct {
	// position is the last one that was dealt with: sent, not for this subscriber, or withheld.
	position store.Position
	// withheld has, for each resource that is kept from the subscriber, the last position of it that was sent.
	withheld map[string]store.Position
}

// withhold notes that a resource is kept from the subscriber, and what it has seen of it.
func (c *cursor) withhold(resource string, seen store.Position) {
	if c.withheld == nil {
		c.withheld = map[string]store.Position{}
	}
	c.withheld[resource] = seen
}

// resources are those that are withheld, in order.
func (c cursor) resources() []string {
	if len(c.withheld) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(c.withheld))
}

// forms are cursors to encode with: one is made with each delivery, and needed no longer than that.
var forms = sync.Pool{New: func() any { return &recordv1.Cursor{Version: cursorVersion} }}

func (c cursor) encode(epoch store.Epoch, subscriber uint64) []byte {
	m, _ := forms.Get().(*recordv1.Cursor)
	defer forms.Put(m)
	m.Epoch, m.Position, m.Subscriber, m.Withheld = uint64(epoch), uint64(c.position), subscriber, nil
	for _, resource := range c.resources() {
		m.Withheld = append(m.Withheld, &recordv1.Withheld{ResourceId: resource, After: uint64(c.withheld[resource])})
	}
	return opaque.Encode(m)
}

// decode reads what encode made, for the same subscriber and history. A damaged cursor is CURSOR_INVALID, another
// subscriber's CURSOR_FOREIGN, one of another history, or of a position that is not reached, CURSOR_EPOCH.
func decode(b []byte, epoch store.Epoch, head store.Position, subscriber uint64) (cursor, error) {
	m := &recordv1.Cursor{}
	if opaque.Decode(b, m) != nil || m.GetVersion() != cursorVersion || len(m.GetWithheld()) > maxWithheld {
		return cursor{}, reason.New(typev1.Reason_REASON_CURSOR_INVALID, "the cursor is damaged: send the bytes of a response unchanged, or start anew")
	}
	if m.GetEpoch() != uint64(epoch) || store.Position(m.GetPosition()) > head {
		return cursor{}, reason.New(typev1.Reason_REASON_CURSOR_EPOCH, "the cursor is of another history of the log, such as before a restore: read what you need, and start anew")
	}
	if m.GetSubscriber() != subscriber {
		return cursor{}, reason.New(typev1.Reason_REASON_CURSOR_FOREIGN, "the cursor belongs to another caller or to a stream with another filter: subscribe as it was made, or start anew")
	}
	c := cursor{position: store.Position(m.GetPosition())}
	for _, w := range m.GetWithheld() {
		c.withhold(w.GetResourceId(), store.Position(w.GetAfter()))
	}
	return c, nil
}

// resumable is the end of a stream that goes on elsewhere or later.
func resumable() *reason.Error {
	return reason.New(typev1.Reason_REASON_STREAM_RESUMABLE, "the broker cannot go on with the stream: subscribe again from the last cursor, nothing is lost").Retry(time.Second)
}

// accessLost is the end of a stream that its subscriber may not see any more.
func accessLost(cause error) *reason.Error {
	const lost, format = typev1.Reason_REASON_ACCESS_LOST, "the subscriber may no longer see this: %s"
	if c, ok := errors.AsType[*reason.Error](cause); ok {
		return reason.New(lost, format, c.Message).With("cause", reason.Name(c.Reason)).Because(cause)
	}
	return reason.New(lost, format, cause).Because(cause)
}
