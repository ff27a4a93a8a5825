package simulation

import (
	"context"
	"fmt"
	"strconv"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

type reasonOf = typev1.Reason

const (
	reasonParticipantNotFound = typev1.Reason_REASON_PARTICIPANT_NOT_FOUND
	reasonMessageEmpty        = typev1.Reason_REASON_MESSAGE_EMPTY
	reasonMessageNotFound     = typev1.Reason_REASON_MESSAGE_NOT_FOUND
)

// request makes a request with a fresh key, which goes where the contract has it.
func (s *simulation) request(a actor, about string, key *string) *request {
	r := &request{actor: a, about: about, since: s.now()}
	if a.resource != "" {
		r.caller = backend(a.resource, a.user)
	} else {
		r.caller = a.user.caller()
	}
	if key != nil {
		s.keys++
		*key = fmt.Sprintf("key-%d", s.keys)
		r.key = *key
	}
	return r
}

// send sends a message. The request is returned too, for those who send several together.
func (s *simulation) send(a actor, t *thread, content string, html bool, name string, pictures int) (*request, *chatv1.SendMessageRequest) {
	ask := &chatv1.SendMessageRequest{ThreadId: t.id, Content: content, SenderDisplayName: name, Metadata: map[string]string{"of": content}}
	kind := "text"
	if html {
		ask.Type, kind = chatv1.MessageType_MESSAGE_TYPE_HTML, "html"
	}
	for i := range pictures {
		ask.Attachments = append(ask.Attachments, &chatv1.Attachment{
			AttachmentId: strconv.Itoa(i), Type: chatv1.AttachmentType_ATTACHMENT_TYPE_IMAGE, Url: "https://example.org/" + content,
		})
	}
	r := s.request(a, fmt.Sprintf("sends %q to %s", content, t.label), &ask.IdempotencyKey)
	var m *message
	r.send = func(ctx context.Context) (proto.Message, error) { return s.broker.chat.SendMessage(ctx, r.caller, ask) }
	r.refusals = func() refusals {
		out := talk(a, t, pictures > 0)
		if content == "" {
			out = append(out, reasonMessageEmpty)
		}
		return out
	}
	r.perform = func(log []committed) []*fact {
		if name == "" {
			name = t.members[a.user].name
		}
		m = s.post(t, &message{kind: kind, sender: a.user, name: name, content: content, attachments: pictures + 1}, at(log, 0))
		return []*fact{m.fact("sent", a.user)}
	}
	r.answer = func(x proto.Message, _ bool) string {
		sent, _ := x.(*chatv1.SendMessageResponse)
		return fmt.Sprintf("#%d %s at %d", sent.GetSequenceId(), sent.GetMessageId(), sent.GetCreateTime().AsTime().UnixMilli())
	}
	r.want = func(bool) string { return fmt.Sprintf("#%d %d at %d", m.seq, m.id, m.id) }
	return r, ask
}

// fact is the fact that a message is as it is now.
func (m *message) fact(kind string, by *user) *fact {
	f := &fact{thread: m.thread, kind: kind, actor: by, message: m, content: m.content, attachments: m.attachments, edited: m.edited}
	if kind != "sent" {
		f.blind = m.thread.blind(m)
	}
	if kind != "erased" {
		m.versions = append(m.versions, f)
	}
	return f
}

// edit edits a message, which is nil if there is none.
func (s *simulation) edit(a actor, t *thread, m *message, content string) *request {
	ask := &chatv1.UpdateMessageRequest{ThreadId: t.id, MessageId: idOf(m), Content: content, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}}}
	r := s.request(a, fmt.Sprintf("edits %s of %s to %q", seqOf(m), t.label, content), &ask.IdempotencyKey)
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.UpdateMessage(ctx, r.caller, ask)
	}
	r.refusals = func() refusals {
		out := edit(a, t, m)
		if content == "" {
			out = append(out, reasonMessageEmpty)
		}
		return out
	}
	r.perform = func([]committed) []*fact {
		m.content, m.edited = content, true
		return []*fact{m.fact("edited", a.user)}
	}
	r.answer = func(x proto.Message, again bool) string {
		edited, _ := x.(*chatv1.UpdateMessageResponse)
		if again && len(see(a, t)) > 0 {
			return edited.GetMessage().GetThreadId() + " " + edited.GetMessage().GetMessageId() + edited.GetMessage().GetContent()
		}
		return s.reader().message(edited.GetMessage())
	}
	// A repeated edit is answered with the message as it is by then: content is not kept for the sake of an answer.
	r.want = func(again bool) string {
		if again && len(see(a, t)) > 0 {
			return t.id + " " + idOf(m)
		}
		return m.text(a.user)
	}
	return r
}

// erase deletes a message, which is nil if there is none.
func (s *simulation) erase(a actor, t *thread, m *message) *request {
	ask := &chatv1.DeleteMessageRequest{ThreadId: t.id, MessageId: idOf(m)}
	r := s.request(a, fmt.Sprintf("deletes %s of %s", seqOf(m), t.label), &ask.IdempotencyKey)
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.DeleteMessage(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return own(a, t, m) }
	r.perform = func([]committed) []*fact {
		if m.deleted {
			return nil
		}
		m.deleted, m.gone = true, s.step
		return []*fact{m.fact("erased", a.user)}
	}
	r.silent()
	return r
}

// read says how far somebody has read. It has no key: receipts go forwards only, so repeating one does nothing.
func (s *simulation) read(a actor, t *thread, m *message) *request {
	ask := &chatv1.SendReadReceiptRequest{ThreadId: t.id, MessageId: idOf(m)}
	r := s.request(a, fmt.Sprintf("has read %s of %s", seqOf(m), t.label), nil)
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.SendReadReceipt(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return touch(a, t, m) }
	r.perform = func([]committed) []*fact {
		if m.seq <= t.receipts[a.user] {
			return nil
		}
		t.receipts[a.user] = m.seq
		return []*fact{{thread: t, kind: "read", actor: a.user, detail: fmt.Sprintf("%s #%d %d", a.user.name, m.seq, m.id)}}
	}
	r.silent()
	return r
}

func idOf(m *message) string {
	if m == nil {
		return "1"
	}
	return strconv.FormatInt(m.id, 10)
}

func seqOf(m *message) string {
	if m == nil {
		return "a message that is not there"
	}
	return fmt.Sprintf("#%d", m.seq)
}
