package chat

import (
	"context"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/store"
)

// typingPerSecond is how often typing is told to the others in a thread, for each user and thread; what comes sooner adds
// nothing to what they see and is dropped without an error.
const typingPerSecond = 1

// SendTypingNotification tells those who follow a thread right now that the caller types. It is never stored.
func (s *Service) SendTypingNotification(ctx context.Context, c access.Caller, r *chatv1.SendTypingNotificationRequest) (*chatv1.SendTypingNotificationResponse, error) {
	var notice *chatv1.TypingNotification
	var resourceID string
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return err
		}
		if err := reachable(tx, seat); err != nil {
			return err
		}
		resourceID = seat.resourceID()
		notice = &chatv1.TypingNotification{
			ThreadId: r.GetThreadId(), Sender: c.User.Proto(), SenderDisplayName: r.GetSenderDisplayName(), Time: stamp(s.ledger.Now()),
		}
		if notice.GetSenderDisplayName() == "" {
			notice.SenderDisplayName = seat.participant.GetParticipant().GetDisplayName()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if s.limiter.Take(limit.Name{Kind: "typing", Of: c.Name(), In: r.GetThreadId()}, 1, typingPerSecond, 1) == 0 {
		s.hub.Notify(event.Thread(r.GetThreadId()), resourceID, notice)
	}
	return &chatv1.SendTypingNotificationResponse{}, nil
}

// RenderTyping returns a typing notification as a caller sees it; nil for the one who types.
func RenderTyping(c access.Caller, n *chatv1.TypingNotification) *chatv1.TypingNotification {
	if n.GetSender().GetRawId() == c.User.Raw() {
		return nil
	}
	if c.User.OfTenant() && n.GetSenderDisplayName() == "" && n.GetSender().GetCommunicationUser() != nil {
		return &chatv1.TypingNotification{ThreadId: n.GetThreadId(), Sender: n.GetSender(), SenderDisplayName: external, Time: n.GetTime()}
	}
	return n
}
