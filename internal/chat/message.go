package chat

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// post gives a message its place in a thread and appends the event that tells of it.
func post(tx *ledger.Tx, thread *recordv1.Thread, m *chatv1.Message, tell func(*chatv1.Message) *chatv1.ChatEvent, who movement) (store.Position, error) {
	threadID := thread.GetThread().GetThreadId()
	head, err := headOf(tx, threadID)
	if err != nil {
		return 0, err
	}
	next := &recordv1.ThreadHead{
		Sequence:  head.GetSequence() + 1,
		MessageId: max(uint64(tx.Now.UnixMilli()), head.GetMessageId()+1),
	}
	// The time of a message is that of its id, so that lists, shared history and start times all cut at the same place.
	m.CreateTime = stamp(time.UnixMilli(int64(next.GetMessageId())))
	m.MessageId, m.ThreadId, m.SequenceId = strconv.FormatUint(next.GetMessageId(), 10), threadID, next.GetSequence()
	at, err := publish(tx, thread, tell(m), who)
	if err != nil {
		return 0, err
	}
	if err := record.SetSoft(tx, key.ThreadHead(threadID), next); err != nil {
		return 0, err
	}
	ref := &recordv1.MessageRef{Position: uint64(at), Sent: uint64(at), Sequence: next.GetSequence()}
	return at, record.Set(tx, key.Message(threadID, next.GetMessageId()), ref)
}

// headOf returns the latest of a thread that was not deleted; nil if there is no message yet. The record of it saves the look for the
// last message.
func headOf(tx store.ReadTx, threadID string) (*recordv1.ThreadHead, error) {
	head, err := record.Get[recordv1.ThreadHead](tx, key.ThreadHead(threadID))
	if head != nil || err != nil {
		return head, err
	}
	last := key.Messages(threadID)
	last.Reverse, last.Limit = true, 1
	err = record.Each(tx, last, func(k []byte, ref *recordv1.MessageRef) error {
		head = &recordv1.ThreadHead{Sequence: ref.GetSequence(), MessageId: key.Number(k)}
		return nil
	})
	return head, err
}

// numberOf is the id of a message that has its place.
func numberOf(m *chatv1.Message) uint64 {
	return uint64(m.GetCreateTime().AsTime().UnixMilli()) // which is the time of its id
}

// systemMessage makes a message of the broker itself.
func systemMessage(tx *ledger.Tx, t chatv1.MessageType, content *chatv1.SystemContent) *chatv1.Message {
	content.Initiator = tx.Caller.User.Proto()
	return &chatv1.Message{Type: t, System: content}
}

// SendMessage sends a message.
func (s *Service) SendMessage(ctx context.Context, c access.Caller, r *chatv1.SendMessageRequest) (*chatv1.SendMessageResponse, error) {
	draft, err := compose(r)
	if err != nil {
		return nil, err
	}
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	return ledger.Do(ctx, s.ledger, sending(c, r), func(tx *ledger.Tx) (*chatv1.SendMessageResponse, error) {
		return draft.send(tx, r.GetThreadId())
	})
}

// sending describes the mutation that sends a message.
func sending(c access.Caller, r *chatv1.SendMessageRequest) ledger.Write {
	w := write(c, chatv1.ChatService_SendMessage_FullMethodName, r, r.GetIdempotencyKey())
	threadID, rawID := r.GetThreadId(), c.User.Raw()
	w.Reads = func(yield func([]byte) bool) {
		_ = yield(key.Thread(threadID)) && yield(key.ThreadHead(threadID)) && yield(key.Participant(threadID, rawID))
	}
	return w
}

// draft is a message before it has a sender and a place.
type draft struct {
	message *chatv1.Message
	// pictures says that there is an image or a file in it.
	pictures bool
}

// send gives a draft its sender and its place in a thread, if the sender may. A refusal has written nothing.
func (d draft) send(tx *ledger.Tx, threadID string) (*chatv1.SendMessageResponse, error) {
	seat, err := takeSender(tx, tx.Caller, threadID)
	if err != nil {
		return nil, err
	}
	if d.pictures {
		if err := mayAttach(tx, seat); err != nil {
			return nil, err
		}
	}
	m := d.sign(seat)
	if _, err := post(tx, seat.thread, m, func(m *chatv1.Message) *chatv1.ChatEvent {
		return &chatv1.ChatEvent{Event: &chatv1.ChatEvent_MessageSent{MessageSent: &chatv1.MessageSent{Message: m}}}
	}, movement{}); err != nil {
		return nil, err
	}
	return &chatv1.SendMessageResponse{MessageId: m.GetMessageId(), SequenceId: m.GetSequenceId(), CreateTime: m.GetCreateTime(), Commit: tx.Commit()}, nil
}

// compose checks and cleans what is to be sent. It is done before the transaction, for it is the costly part.
func compose(r *chatv1.SendMessageRequest) (draft, error) {
	if err := checkMetadata(r.GetMetadata()); err != nil {
		return draft{}, err
	}
	kind, content, err := clean(r.GetType(), r.GetContent())
	if err != nil {
		return draft{}, err
	}
	return draft{
		message: &chatv1.Message{
			Type: kind, Content: content, SenderDisplayName: r.GetSenderDisplayName(),
			Metadata: r.GetMetadata(), Attachments: r.GetAttachments(),
		},
		pictures: len(r.GetAttachments()) > 0 || kind == chatv1.MessageType_MESSAGE_TYPE_HTML && hasImage(content),
	}, nil
}

// sign makes the message of a draft that the seat's participant sends. A draft may be signed more than once.
func (d draft) sign(s *seat) *chatv1.Message {
	m := &chatv1.Message{
		Type: d.message.GetType(), Content: d.message.GetContent(), Metadata: d.message.GetMetadata(), Attachments: d.message.GetAttachments(),
		Sender: s.participant.GetParticipant().GetIdentifier(), SenderDisplayName: d.message.GetSenderDisplayName(),
	}
	if m.GetSenderDisplayName() == "" {
		m.SenderDisplayName = s.participant.GetParticipant().GetDisplayName()
	}
	return m
}

// ListMessages lists the messages of a thread that the caller may see.
func (s *Service) ListMessages(ctx context.Context, c access.Caller, r *chatv1.ListMessagesRequest) (*chatv1.ListMessagesResponse, error) {
	pg, err := page.Open(c, r, 50, 200)
	if err != nil {
		return nil, err
	}
	messages := key.Messages(r.GetThreadId())
	messages.Reverse = r.GetOrder() != chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST
	if t := r.GetStartTime(); t != nil {
		messages.From = key.Message(r.GetThreadId(), uint64(max(0, ceilMilli(t.AsTime().UnixMicro()))))
	}
	response := &chatv1.ListMessagesResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := take(tx, c, r.GetThreadId())
		if err != nil {
			return err
		}
		response.NextPageToken, err = pg.Scan(tx, seat.span(messages), func(pair store.Pair) (bool, error) {
			m, err := seat.read(tx, pair)
			if m != nil {
				response.Messages = append(response.Messages, m)
			}
			return m != nil, err
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ceilMilli returns the first whole millisecond that is not before a time in microseconds.
func ceilMilli(micros int64) int64 { return (micros + 999) / 1000 }

// read returns the message that a pair of the message index points at; nil if the seat does not show it.
func (s *seat) read(tx store.ReadTx, pair store.Pair) (*chatv1.Message, error) {
	ref, err := record.Decode[recordv1.MessageRef](pair.Value)
	if err != nil || !s.sees(ref.GetSent(), key.Number(pair.Key)) {
		return nil, err
	}
	m, err := load(tx, s.version(ref))
	if err != nil {
		return nil, err
	}
	return render(s.caller, m), nil
}

// render returns a message as a caller sees it: a Teams user sees communication users without a name as External.
func render(c access.Caller, m *chatv1.Message) *chatv1.Message {
	if !c.User.OfTenant() {
		return m
	}
	if m.GetSender().GetCommunicationUser() != nil && m.GetSenderDisplayName() == "" {
		m.SenderDisplayName = external
	}
	for _, p := range m.GetSystem().GetParticipants() {
		if p.GetIdentifier().GetCommunicationUser() != nil && p.GetDisplayName() == "" {
			p.DisplayName = external
		}
	}
	return m
}

// load reads the message of the entry at a position.
func load(tx store.ReadTx, at store.Position) (*chatv1.Message, error) {
	entry, err := event.Read(tx, at)
	if err != nil {
		return nil, err
	}
	e := &chatv1.ChatEvent{}
	if err := proto.Unmarshal(entry.GetChat(), e); err != nil {
		return nil, fmt.Errorf("decode chat event %d: %w", at, err)
	}
	if m := messageOf(e); m != nil {
		return m, nil
	}
	return nil, fmt.Errorf("entry %d has no message", at)
}

// messageOf returns the message that an event carries; nil if it carries none.
func messageOf(e *chatv1.ChatEvent) *chatv1.Message {
	switch e := e.GetEvent().(type) {
	case *chatv1.ChatEvent_MessageSent:
		return e.MessageSent.GetMessage()
	case *chatv1.ChatEvent_MessageEdited:
		return e.MessageEdited.GetMessage()
	case *chatv1.ChatEvent_MessageDeleted:
		return e.MessageDeleted.GetMessage()
	case *chatv1.ChatEvent_ParticipantsAdded:
		return e.ParticipantsAdded.GetMessage()
	case *chatv1.ChatEvent_ParticipantsRemoved:
		return e.ParticipantsRemoved.GetMessage()
	case *chatv1.ChatEvent_ThreadUpdated:
		return e.ThreadUpdated.GetMessage()
	default:
		return nil
	}
}

// GetMessage returns one message.
func (s *Service) GetMessage(ctx context.Context, c access.Caller, r *chatv1.GetMessageRequest) (*chatv1.GetMessageResponse, error) {
	response := &chatv1.GetMessageResponse{}
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := take(tx, c, r.GetThreadId())
		if err != nil {
			return err
		}
		id, err := strconv.ParseUint(r.GetMessageId(), 10, 64)
		if err != nil {
			return noMessage(r.GetMessageId())
		}
		k := key.Message(r.GetThreadId(), id)
		value, err := tx.Get(k)
		if err != nil {
			return err
		}
		if value != nil {
			response.Message, err = seat.read(tx, store.Pair{Key: k, Value: value})
		}
		if err == nil && response.GetMessage() == nil {
			return noMessage(r.GetMessageId())
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

func noMessage(id string) error {
	return reason.New(typev1.Reason_REASON_MESSAGE_NOT_FOUND, "no message %q in the thread, or the caller may not see it", id)
}
