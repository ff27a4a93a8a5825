package chat

import (
	"context"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/timer"
)

// DeleteThread ends a thread.
func (s *Service) DeleteThread(ctx context.Context, c access.Caller, r *chatv1.DeleteThreadRequest) (*chatv1.DeleteThreadResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	w := write(c, chatv1.ChatService_DeleteThread_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), c.User.Raw()))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.DeleteThreadResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if reason.Is(err, typev1.Reason_REASON_THREAD_DELETED) {
			return &chatv1.DeleteThreadResponse{Commit: tx.Commit()}, nil
		}
		if err != nil {
			return nil, err
		}
		if c.User.OfTenant() {
			return nil, reason.New(typev1.Reason_REASON_CALLER_NOT_ALLOWED, "a Teams user may leave a chat, and communication users may delete it: use RemoveParticipant")
		}
		if err := end(tx, seat.copyThread()); err != nil {
			return nil, err
		}
		return &chatv1.DeleteThreadResponse{Commit: tx.Commit()}, nil
	})
}

// end deletes a thread: nobody sees it from the event on, which is the last that its participants get. Its content is
// erased soon after; that it was there, and who did what in it, stays in the audit trail.
func end(tx *ledger.Tx, thread *recordv1.Thread) error {
	t := thread.GetThread()
	present, err := presentIDs(tx, t.GetThreadId())
	if err != nil {
		return err
	}
	e := &chatv1.ChatEvent{
		ThreadId: t.GetThreadId(), Time: stamp(tx.Now), Actor: tx.Caller.User.Proto(),
		Event: &chatv1.ChatEvent_ThreadDeleted{ThreadDeleted: &chatv1.ThreadDeleted{DeleteTime: stamp(tx.Now)}},
	}
	content, err := encode(e)
	if err != nil {
		return err
	}
	at, err := tx.PublishAudited(&recordv1.Entry{
		ResourceId: t.GetResourceId(), Topics: []string{event.Thread(t.GetThreadId())},
		Dismissed: present, Event: &recordv1.Entry_Chat{Chat: content},
	}, t.GetThreadId())
	if err != nil {
		return err
	}
	thread.DeleteTime, thread.DeletedAt, thread.RetentionDue = tx.Now.UnixMicro(), uint64(at), 0
	t.DeleteTime = stamp(tx.Now)
	timer.Set(tx, tx.Now, PurgeTimer, t.GetThreadId())
	if err := countThread(tx, t.GetResourceId(), -1); err != nil {
		return err
	}
	return record.Set(tx, key.Thread(t.GetThreadId()), thread)
}

// presentIDs returns the raw ids of those who are in a thread now.
func presentIDs(tx store.ReadTx, threadID string) ([]string, error) {
	var ids []string
	err := record.Each(tx, key.Participants(threadID), func(_ []byte, p *recordv1.Participant) error {
		if present(p) {
			ids = append(ids, rawID(p))
		}
		return nil
	})
	return ids, err
}

// purgeStep is after how many entries of a deleted thread's messages a transaction erases no further message.
const purgeStep = 100

// purge erases the next messages of a deleted thread, and comes again while there are more.
func purge(tx *ledger.Tx, threadID string) error {
	messages := key.Messages(threadID)
	messages.Limit = purgeStep
	n := 0
	err := record.Each(tx, messages, func(k []byte, ref *recordv1.MessageRef) error {
		if n >= purgeStep {
			return record.ErrStop
		}
		for _, at := range entriesOf(ref) {
			n++
			if err := erase(tx, at, tx.Now); err != nil {
				return err
			}
		}
		tx.Delete(k)
		return nil
	})
	if err != nil {
		return err
	}
	if n >= purgeStep {
		timer.Set(tx, tx.Now, PurgeTimer, threadID)
		return nil
	}
	receipts := key.Receipts(threadID)
	tx.DeleteRange(receipts.From, receipts.To)
	return nil
}
