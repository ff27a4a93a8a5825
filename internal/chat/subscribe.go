package chat

import (
	"context"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/store"
)

// Subscribe starts a subscription to what the caller may see; the caller of this method closes it.
// Errors: those of feed.Hub.Subscribe and, without a cursor, THREAD_NOT_FOUND, THREAD_DELETED or INTEROP_* for a thread of
// the filter. Who comes back with a cursor was let in before; what has become of each thread meanwhile the stream tells.
func (s *Service) Subscribe(ctx context.Context, c access.Caller, r *chatv1.SubscribeRequest) (*feed.Subscription, error) {
	if len(r.GetCursor()) == 0 {
		err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error { return checkThreads(tx, c, r.GetThreadIds()) })
		if err != nil {
			return nil, err
		}
	}
	audience := newAudience(c, r.GetThreadIds())
	audience.Check = func(tx store.ReadTx) error { return access.Check(tx, c, s.ledger.Now()) }
	start := feed.Start{Cursor: r.GetCursor(), Position: r.GetStartPosition()}
	return s.hub.Subscribe(ctx, audience, start, feed.Heartbeat(r.GetHeartbeatInterval()))
}

// Render returns the bytes of an event as a caller sees it: for most they are those that were committed, untouched.
func Render(c access.Caller, event []byte) ([]byte, error) {
	if !c.User.OfTenant() {
		return event, nil
	}
	e := &chatv1.ChatEvent{}
	if err := proto.Unmarshal(event, e); err != nil {
		return nil, err
	}
	m := messageOf(e)
	if m == nil || !anonymous(m) {
		return event, nil
	}
	render(c, m)
	return encode(e)
}

// anonymous reports whether a message shows a communication user without a name.
func anonymous(m *chatv1.Message) bool {
	if m.GetSender().GetCommunicationUser() != nil && m.GetSenderDisplayName() == "" {
		return true
	}
	for _, p := range m.GetSystem().GetParticipants() {
		if p.GetIdentifier().GetCommunicationUser() != nil && p.GetDisplayName() == "" {
			return true
		}
	}
	return false
}
