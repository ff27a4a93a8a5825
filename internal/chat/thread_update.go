package chat

import (
	"context"
	"slices"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store/key"
)

// UpdateThread changes the topic, the metadata or the retention of a thread.
func (s *Service) UpdateThread(ctx context.Context, c access.Caller, r *chatv1.UpdateThreadRequest) (*chatv1.UpdateThreadResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	if err := checkMetadata(r.GetThread().GetMetadata()); err != nil {
		return nil, err
	}
	w := write(c, chatv1.ChatService_UpdateThread_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), c.User.Raw()))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.UpdateThreadResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return nil, err
		}
		changed := seat.copyThread()
		if err := mask.Apply(changed.GetThread(), r.GetThread(), r.GetUpdateMask(), "topic", "metadata", "retention_policy"); err != nil {
			return nil, err
		}
		thread, err := change(tx, changed, slices.Contains(r.GetUpdateMask().GetPaths(), "topic"))
		if err != nil {
			return nil, err
		}
		return &chatv1.UpdateThreadResponse{Thread: thread, Commit: tx.Commit()}, nil
	})
}

// change writes the new properties of a thread and tells of them; a new topic leaves a system message.
func change(tx *ledger.Tx, thread *recordv1.Thread, topic bool) (*chatv1.Thread, error) {
	thread.GetThread().UpdateTime = stamp(tx.Now)
	if err := plan(tx, thread); err != nil {
		return nil, err
	}
	if err := record.Set(tx, key.Thread(thread.GetThread().GetThreadId()), thread); err != nil {
		return nil, err
	}
	if err := announce(tx, thread, topic); err != nil {
		return nil, err
	}
	return describe(tx, thread)
}

func announce(tx *ledger.Tx, thread *recordv1.Thread, topic bool) error {
	if topic {
		return announceTopic(tx, thread)
	}
	_, err := publish(tx, venueOf(thread), &chatv1.ChatEvent{Event: &chatv1.ChatEvent_ThreadUpdated{ThreadUpdated: &chatv1.ThreadUpdated{Thread: thread.GetThread()}}}, movement{})
	return err
}
