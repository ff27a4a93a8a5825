package chat

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// placed is a message and where it is.
type placed struct {
	key     []byte
	ref     *recordv1.MessageRef
	message *chatv1.Message
}

// find returns a message of a thread that a seat shows. Any other is MESSAGE_NOT_FOUND.
func (s *seat) find(tx store.ReadTx, messageID string) (*placed, error) {
	id, err := strconv.ParseUint(messageID, 10, 64)
	if err != nil {
		return nil, noMessage(messageID)
	}
	k := key.Message(s.threadID(), id)
	ref, err := record.Get[recordv1.MessageRef](tx, k)
	if err != nil {
		return nil, err
	}
	if ref == nil || !s.sees(ref.GetSent(), id) {
		return nil, noMessage(messageID)
	}
	m, err := load(tx, store.Position(ref.GetPosition()))
	if err != nil {
		return nil, err
	}
	return &placed{key: k, ref: ref, message: m}, nil
}

// own makes sure that a seat may change a message: a backend that acts as nobody may any, others their own.
func (s *seat) own(m *chatv1.Message) error {
	switch {
	case m.GetSystem() != nil:
		return reason.New(typev1.Reason_REASON_SYSTEM_MESSAGE, "message %s is of the system and cannot be changed", m.GetMessageId())
	case s.participant != nil && m.GetSender().GetRawId() != s.caller.User.Raw():
		return reason.New(typev1.Reason_REASON_NOT_THE_SENDER, "message %s was sent by %s: only its sender may change it", m.GetMessageId(), m.GetSender().GetRawId())
	default:
		return nil
	}
}

// replace appends the event with the new form of a message and lets the index point at it.
func (p *placed) replace(tx *ledger.Tx, s *seat, e *chatv1.ChatEvent) error {
	unseen, err := p.unseen(tx, s)
	if err != nil {
		return err
	}
	at, err := publish(tx, venueOf(s.thread), e, movement{unseen: unseen})
	if err != nil {
		return err
	}
	if p.ref.GetPosition() != p.ref.GetSent() {
		p.ref.Earlier = append(p.ref.Earlier, p.ref.GetPosition())
	}
	p.ref.Position = uint64(at)
	return record.Set(tx, p.key, p.ref)
}

// unseen are those in the thread to whom the message is not shown. They are not told either what becomes of it.
func (p *placed) unseen(tx store.ReadTx, s *seat) (ids []string, err error) {
	messageID := key.Number(p.key)
	err = record.Each(tx, key.Participants(s.threadID()), func(_ []byte, other *recordv1.Participant) error {
		if present(other) && !sees(other, p.ref.GetSent(), messageID) {
			ids = append(ids, rawID(other))
		}
		return nil
	})
	return ids, err
}

// UpdateMessage edits a message.
func (s *Service) UpdateMessage(ctx context.Context, c access.Caller, r *chatv1.UpdateMessageRequest) (*chatv1.UpdateMessageResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	change, err := s.revise(ctx, c, r)
	if err != nil {
		return nil, err
	}
	w := write(c, chatv1.ChatService_UpdateMessage_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), c.User.Raw()))
	var edited *chatv1.Message
	var first *chatv1.UpdateMessageResponse
	// What is kept to answer a repeated request must not outlive the content, so it has none.
	kept, err := ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.UpdateMessageResponse, error) {
		m, err := revised(tx, c, r, change)
		if err != nil {
			return nil, err
		}
		edited = m
		first = &chatv1.UpdateMessageResponse{Commit: tx.Commit()}
		return first, nil
	})
	if err != nil {
		return nil, err
	}
	if kept != first {
		if edited, err = s.asItIs(ctx, c, r); err != nil {
			return nil, err
		}
	}
	return &chatv1.UpdateMessageResponse{Message: edited, Commit: kept.GetCommit()}, nil
}

// revised makes a change in a transaction and returns the message after it.
func revised(tx *ledger.Tx, c access.Caller, r *chatv1.UpdateMessageRequest, change revision) (*chatv1.Message, error) {
	seat, err := takePresent(tx, c, r.GetThreadId())
	if err != nil {
		return nil, err
	}
	p, err := seat.find(tx, r.GetMessageId())
	if err != nil {
		return nil, err
	}
	if change.refusal != nil {
		return nil, change.refusal
	}
	if err := mayEdit(tx, seat, p, change); err != nil {
		return nil, err
	}
	change.apply(tx, p.message)
	return p.message, p.replace(tx, seat, &chatv1.ChatEvent{Event: &chatv1.ChatEvent_MessageEdited{MessageEdited: &chatv1.MessageEdited{Message: p.message}}})
}

// asItIs returns a message that was edited before. The edit has happened even where the caller may not see the message any
// more: then there is nothing to show but its place.
func (s *Service) asItIs(ctx context.Context, c access.Caller, r *chatv1.UpdateMessageRequest) (*chatv1.Message, error) {
	now, err := s.GetMessage(ctx, c, &chatv1.GetMessageRequest{ThreadId: r.GetThreadId(), MessageId: r.GetMessageId()})
	if reason.Of(err) != typev1.Reason_REASON_UNSPECIFIED {
		return &chatv1.Message{ThreadId: r.GetThreadId(), MessageId: r.GetMessageId()}, nil
	}
	return now.GetMessage(), err
}

// revision is a change of a message.
type revision struct {
	fields   []string
	content  string
	metadata map[string]string
	pictures bool
	// refusal is why the change cannot be made, unless it was made before.
	refusal error
}

// revise checks and cleans a change before its transaction, for that is the costly part. The type of a message never
// changes, so it may be read ahead; whoever may not read it may still repeat an edit, so that is refused later.
func (s *Service) revise(ctx context.Context, c access.Caller, r *chatv1.UpdateMessageRequest) (revision, error) {
	change := revision{fields: r.GetUpdateMask().GetPaths(), metadata: r.GetMetadata()}
	if err := mask.Apply(&chatv1.Message{}, &chatv1.Message{}, r.GetUpdateMask(), "content", "metadata"); err != nil {
		return change, err
	}
	if slices.Contains(change.fields, "metadata") {
		if err := checkMetadata(r.GetMetadata()); err != nil {
			return change, err
		}
	}
	if !slices.Contains(change.fields, "content") {
		return change, nil
	}
	now, err := s.GetMessage(ctx, c, &chatv1.GetMessageRequest{ThreadId: r.GetThreadId(), MessageId: r.GetMessageId()})
	if reason.Of(err) != typev1.Reason_REASON_UNSPECIFIED {
		change.refusal = err
		return change, nil
	}
	if err != nil {
		return change, err
	}
	kind, content, err := clean(now.GetMessage().GetType(), r.GetContent())
	change.content, change.pictures = content, kind == chatv1.MessageType_MESSAGE_TYPE_HTML && hasImage(content)
	return change, err
}

func (v revision) apply(tx *ledger.Tx, m *chatv1.Message) {
	if slices.Contains(v.fields, "content") {
		m.Content = v.content
	}
	if slices.Contains(v.fields, "metadata") {
		m.Metadata = v.metadata
	}
	m.EditTime = stamp(tx.Now)
}

// mayEdit applies the rules of an edit.
func mayEdit(tx store.ReadTx, s *seat, p *placed, v revision) error {
	m := p.message
	if err := s.own(m); err != nil {
		return err
	}
	if m.GetDeleteTime() != nil {
		return reason.New(typev1.Reason_REASON_MESSAGE_DELETED, "message %s was deleted", m.GetMessageId())
	}
	if len(p.ref.GetEarlier())+1 >= MaxEdits {
		return reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "message %s was edited %d times, as often as it may be: send a new one", m.GetMessageId(), MaxEdits)
	}
	if s.caller.User.OfTenant() {
		capabilities, err := policy.Capabilities(tx, s.caller.TenantID)
		if err != nil {
			return err
		}
		if !capabilities.GetTeamsUsersEdit() {
			return reason.New(typev1.Reason_REASON_INTEROP_EDIT, "a Teams user cannot edit messages: the tenant's administrator can lift that with capabilities.teams_users_edit")
		}
	}
	if err := reachable(tx, s); err != nil {
		return err
	}
	if v.pictures {
		return mayAttach(tx, s.threadID(), hasInterop(s.thread))
	}
	return nil
}

// DeleteMessage takes the content out of a message.
func (s *Service) DeleteMessage(ctx context.Context, c access.Caller, r *chatv1.DeleteMessageRequest) (*chatv1.DeleteMessageResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	w := write(c, chatv1.ChatService_DeleteMessage_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), c.User.Raw()))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.DeleteMessageResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return nil, err
		}
		p, err := seat.find(tx, r.GetMessageId())
		if err != nil {
			return nil, err
		}
		if err := seat.own(p.message); err != nil {
			return nil, err
		}
		if p.message.GetDeleteTime() == nil {
			err = p.bury(tx, seat)
		}
		return &chatv1.DeleteMessageResponse{Commit: tx.Commit()}, err
	})
}

// bury takes the content of a message out of every entry that has it, and tells of it.
func (p *placed) bury(tx *ledger.Tx, s *seat) error {
	deleted := stamp(tx.Now)
	for _, at := range entriesOf(p.ref) {
		if err := erase(tx, at, tx.Now); err != nil {
			return err
		}
	}
	tombstone := bare(p.message)
	tombstone.DeleteTime = deleted
	return p.replace(tx, s, &chatv1.ChatEvent{Event: &chatv1.ChatEvent_MessageDeleted{MessageDeleted: &chatv1.MessageDeleted{Message: tombstone}}})
}

// entriesOf are the positions of the entries that may have content of a message, each once.
func entriesOf(ref *recordv1.MessageRef) []store.Position {
	all := []store.Position{store.Position(ref.GetSent())}
	for _, at := range ref.GetEarlier() {
		all = append(all, store.Position(at))
	}
	if ref.GetPosition() != ref.GetSent() {
		all = append(all, store.Position(ref.GetPosition()))
	}
	return all
}

// bare returns what stays of a message: its place, its sender and its times.
func bare(m *chatv1.Message) *chatv1.Message {
	return &chatv1.Message{
		MessageId: m.GetMessageId(), ThreadId: m.GetThreadId(), SequenceId: m.GetSequenceId(), Type: m.GetType(),
		Sender: m.GetSender(), SenderDisplayName: m.GetSenderDisplayName(),
		CreateTime: m.GetCreateTime(), EditTime: m.GetEditTime(), DeleteTime: m.GetDeleteTime(),
	}
}

// erase takes the content of the message out of the entry at a position, which keeps its place in every stream.
func erase(tx store.Tx, at store.Position, deleted time.Time) error {
	entry, err := event.Read(tx, at)
	if err != nil {
		return err
	}
	e := &chatv1.ChatEvent{}
	if err := proto.Unmarshal(entry.GetChat(), e); err != nil {
		return fmt.Errorf("decode chat event %d: %w", at, err)
	}
	m := messageOf(e)
	if m == nil || m.GetSystem() != nil {
		return nil
	}
	tombstone := bare(m)
	tombstone.DeleteTime = stamp(deleted)
	proto.Reset(m)
	proto.Merge(m, tombstone)
	content, err := encode(e)
	if err != nil {
		return err
	}
	entry.Event = &recordv1.Entry_Chat{Chat: content}
	return event.Rewrite(tx, at, entry)
}
