package chat

import (
	"context"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// SendReadReceipt says that the caller has read up to a message. Receipts go forwards only: an earlier message, or the
// same again, changes nothing and tells nobody.
func (s *Service) SendReadReceipt(ctx context.Context, c access.Caller, r *chatv1.SendReadReceiptRequest) (*chatv1.SendReadReceiptResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	k := key.Receipt(r.GetThreadId(), c.User.Raw())
	w := write(c, chatv1.ChatService_SendReadReceipt_FullMethodName, r, "", key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), c.User.Raw()), k)
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.SendReadReceiptResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return nil, err
		}
		p, err := seat.find(tx, r.GetMessageId())
		if err != nil {
			return nil, err
		}
		before, err := record.Get[chatv1.ReadReceipt](tx, k)
		if err != nil {
			return nil, err
		}
		if p.message.GetSequenceId() > before.GetSequenceId() {
			err = acknowledge(tx, seat, k, p.message)
		}
		return &chatv1.SendReadReceiptResponse{Commit: tx.Commit()}, err
	})
}

func acknowledge(tx *ledger.Tx, s *seat, k []byte, m *chatv1.Message) error {
	receipt := &chatv1.ReadReceipt{
		Reader: s.caller.User.Proto(), MessageId: m.GetMessageId(), SequenceId: m.GetSequenceId(), ReadTime: stamp(tx.Now),
	}
	if _, err := publish(tx, venueOf(s.thread), &chatv1.ChatEvent{Event: &chatv1.ChatEvent_MessagesRead{MessagesRead: &chatv1.MessagesRead{Receipt: receipt}}}, movement{}); err != nil {
		return err
	}
	return record.Set(tx, k, receipt)
}

// ListReadReceipts lists how far those in a thread have read.
func (s *Service) ListReadReceipts(ctx context.Context, c access.Caller, r *chatv1.ListReadReceiptsRequest) (*chatv1.ListReadReceiptsResponse, error) {
	pg, err := page.Open(c, r, 100, 250)
	if err != nil {
		return nil, err
	}
	response := &chatv1.ListReadReceiptsResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		if _, err := takePresent(tx, c, r.GetThreadId()); err != nil {
			return err
		}
		response.NextPageToken, err = pg.Scan(tx, key.Receipts(r.GetThreadId()), func(pair store.Pair) (bool, error) {
			receipt, err := record.Decode[chatv1.ReadReceipt](pair.Value)
			response.Receipts = append(response.Receipts, receipt)
			return true, err
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}
