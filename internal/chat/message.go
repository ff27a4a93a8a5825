package chat

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

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

// post gives the message of an event its place in a thread, and appends the event.
func post(tx *ledger.Tx, v venue, e *chatv1.ChatEvent, who movement) (store.Position, error) {
	p, err := lastPlace(tx, v.threadID)
	if err != nil {
		return 0, err
	}
	p.advance(tx.Now)
	m, id := messageOf(e), p.head.GetMessageId()
	m.MessageId, m.ThreadId, m.SequenceId, m.CreateTime = strconv.FormatUint(id, 10), v.threadID, p.head.GetSequence(), &p.time
	at, err := publish(tx, v, e, who)
	if err != nil {
		return 0, err
	}
	if err := record.SetSoft(tx, p.key, &p.head); err != nil {
		return 0, err
	}
	p.ref.Position, p.ref.Sent, p.ref.Sequence = uint64(at), uint64(at), p.head.GetSequence()
	return at, record.Set(tx, key.Message(v.threadID, id), &p.ref)
}

// place is where a message is in its thread, with what is written of it: all in one piece, for every message takes one.
type place struct {
	key  []byte // of the head
	head recordv1.ThreadHead
	ref  recordv1.MessageRef
	time timestamppb.Timestamp
}

// lastPlace returns the place of the latest message of a thread that was not deleted, of which only the head is known; a head of zeros if
// there is no message yet. The record of it saves the look for the last message.
func lastPlace(tx store.ReadTx, threadID string) (*place, error) {
	p := &place{key: key.ThreadHead(threadID)}
	if found, err := record.Read(tx, p.key, &p.head); found || err != nil {
		return p, err
	}
	last := key.Messages(threadID)
	last.Reverse, last.Limit = true, 1
	return p, record.Each(tx, last, func(k []byte, ref *recordv1.MessageRef) error {
		p.head.Sequence, p.head.MessageId = ref.GetSequence(), key.Number(k)
		return nil
	})
}

// advance makes a place the next one. The time of a message is that of its id, so that lists, shared history and start times all cut at
// the same place.
func (p *place) advance(now time.Time) {
	p.head.Sequence++
	p.head.MessageId = max(uint64(now.UnixMilli()), p.head.GetMessageId()+1)
	setStamp(&p.time, time.UnixMilli(int64(p.head.GetMessageId())))
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
	return ledger.Do(ctx, s.ledger, sending(c, r), draft.send)
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
	request *chatv1.SendMessageRequest
	kind    chatv1.MessageType
	content string
	// pictures says that there is an image or a file in it.
	pictures bool
}

// send gives a draft its sender and its place in its thread, if the sender may. A refusal has written nothing.
func (d draft) send(tx *ledger.Tx) (*chatv1.SendMessageResponse, error) {
	s, err := takeSender(tx, tx.Caller, d.request.GetThreadId())
	if err != nil {
		return nil, err
	}
	if d.pictures {
		if err := mayAttach(tx, s.threadID, s.interop); err != nil {
			return nil, err
		}
	}
	e := d.sign(tx.Caller, s)
	if _, err := post(tx, s.venue, e, movement{}); err != nil {
		return nil, err
	}
	m := messageOf(e)
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
		request: r, kind: kind, content: content,
		pictures: len(r.GetAttachments()) > 0 || kind == chatv1.MessageType_MESSAGE_TYPE_HTML && hasImage(content),
	}, nil
}

// sentEvent is the event that a message was sent, with all that is in it, in one piece.
type sentEvent struct {
	event   chatv1.ChatEvent
	kind    chatv1.ChatEvent_MessageSent
	sent    chatv1.MessageSent
	message chatv1.Message
}

// sign makes the event that a caller has sent a draft. A draft may be signed more than once.
func (d draft) sign(c access.Caller, s *speaker) *chatv1.ChatEvent {
	t := &sentEvent{}
	m := &t.message
	m.Type, m.Content, m.Metadata, m.Attachments = d.kind, d.content, d.request.GetMetadata(), d.request.GetAttachments()
	m.Sender, m.SenderDisplayName = c.User.Proto(), cmp.Or(d.request.GetSenderDisplayName(), s.displayName)
	t.event.Actor, t.event.Event = m.GetSender(), &t.kind
	t.kind.MessageSent, t.sent.Message = &t.sent, m
	return &t.event
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
