package chat_test

import (
	"context"
	"iter"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

func (w *world) edit(who identifier.ID, threadID, messageID, content string) {
	w.t.Helper()
	_, err := w.UpdateMessage(w.t.Context(), as(who), &chatv1.UpdateMessageRequest{
		ThreadId: threadID, MessageId: messageID, Content: content, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}},
	})
	must(w.t, err)
}

func (w *world) add(threadID string, p *chatv1.Participant) {
	w.t.Helper()
	r, err := w.AddParticipants(w.t.Context(), as(person(0)), &chatv1.AddParticipantsRequest{ThreadId: threadID, Participants: []*chatv1.Participant{p}})
	must(w.t, err)
	if len(r.GetRefusedParticipants()) > 0 {
		w.t.Fatalf("refused: %v", r.GetRefusedParticipants())
	}
}

func (w *world) remove(threadID string, who identifier.ID) {
	w.t.Helper()
	_, err := w.RemoveParticipant(w.t.Context(), as(person(0)), &chatv1.RemoveParticipantRequest{ThreadId: threadID, Identifier: who.Proto()})
	must(w.t, err)
}

func (w *world) rename(threadID, topic string) {
	w.t.Helper()
	_, err := w.UpdateThread(w.t.Context(), as(person(0)), &chatv1.UpdateThreadRequest{
		ThreadId: threadID, Thread: &chatv1.Thread{Topic: topic}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"topic"}},
	})
	must(w.t, err)
}

// streamed are the contents of the messages that a stream of one thread tells of, up to one that is sent to end it.
func (w *world) streamed(c access.Caller, threadID string, cursor []byte) (contents []string) {
	w.t.Helper()
	w.post(as(person(0)), threadID, "the last")
	s, err := w.follow(c, cursor, threadID)
	must(w.t, err)
	defer s.Close()
	for {
		d, err := s.Next(w.t.Context())
		must(w.t, err)
		if d.Entry == nil {
			continue
		}
		e := &chatv1.ChatEvent{}
		must(w.t, proto.Unmarshal(d.Entry.Record.GetChat(), e))
		switch {
		case e.GetMessageEdited() != nil:
			contents = append(contents, "edited "+e.GetMessageEdited().GetMessage().GetContent())
		case e.GetMessageDeleted() != nil:
			contents = append(contents, "deleted "+e.GetMessageDeleted().GetMessage().GetMessageId())
		case e.GetMessageSent().GetMessage().GetContent() == "the last":
			return contents
		}
	}
}

// TestAnEditIsNotToldToThoseWhoMayNotSeeTheMessage: what is hidden from somebody stays so when it is changed, on every way that
// a stream reads the log.
func TestAnEditIsNotToldToThoseWhoMayNotSeeTheMessage(t *testing.T) {
	w := newWorld(t)
	id := w.thread()
	first, second := w.post(as(person(0)), id, "first"), w.post(as(person(0)), id, "second")
	third := w.post(as(person(0)), id, "third")
	w.add(id, &chatv1.Participant{Identifier: person(1).Proto()})
	w.add(id, &chatv1.Participant{Identifier: person(2).Proto(), ShareHistoryTime: w.message(person(0), id, second).GetCreateTime()})
	live, err := w.follow(as(person(1)), nil, id)
	must(t, err)
	defer live.Close()
	w.post(as(person(0)), id, "before")
	w.untilNamed(live, "before")
	w.edit(person(0), id, first, "first, edited")
	w.edit(person(0), id, second, "second, edited")
	_, err = w.DeleteMessage(t.Context(), as(person(0)), &chatv1.DeleteMessageRequest{ThreadId: id, MessageId: third})
	must(t, err)
	tests := []struct {
		name string
		who  access.Caller
		want []string
	}{
		{"who sees all", as(person(0)), []string{"edited first, edited", "edited second, edited", "deleted " + third}},
		{"who was added without history", as(person(1)), nil},
		{"who was added with some history", as(person(2)), []string{"edited second, edited", "deleted " + third}},
		{"the backend", access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "key"}, []string{"edited first, edited", "edited second, edited", "deleted " + third}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := w.streamed(tt.who, id, nil); !slices.Equal(got, tt.want) {
				t.Errorf("the stream tells of %q, want %q", got, tt.want)
			}
		})
	}
	for {
		d, err := live.Next(t.Context())
		must(t, err)
		if d.Entry == nil {
			continue
		}
		e := &chatv1.ChatEvent{}
		must(t, proto.Unmarshal(d.Entry.Record.GetChat(), e))
		if e.GetMessageSent() == nil {
			t.Errorf("a live stream tells of %v", e)
		} else if nameOf(e) == "the last" {
			break
		}
	}
}

func (w *world) message(who identifier.ID, threadID, messageID string) *chatv1.Message {
	w.t.Helper()
	r, err := w.GetMessage(w.t.Context(), as(who), &chatv1.GetMessageRequest{ThreadId: threadID, MessageId: messageID})
	must(w.t, err)
	return r.GetMessage()
}

// TestWhoHasLeftKeepsWhatWasThere: what was written after somebody left is not for it, whatever it was written over.
func TestWhoHasLeftKeepsWhatWasThere(t *testing.T) {
	w := newWorld(t)
	id := w.thread(person(1))
	w.rename(id, "then")
	edited, untouched, deleted := w.post(as(person(0)), id, "1"), w.post(as(person(0)), id, "2"), w.post(as(person(0)), id, "3")
	w.edit(person(0), id, edited, "1, edited once")
	w.remove(id, person(1))
	for _, content := range []string{"1, edited twice", "1, edited thrice"} {
		w.edit(person(0), id, edited, content)
	}
	_, err := w.DeleteMessage(t.Context(), as(person(0)), &chatv1.DeleteMessageRequest{ThreadId: id, MessageId: deleted})
	must(t, err)
	w.rename(id, "now")
	w.add(id, &chatv1.Participant{Identifier: person(2).Proto()})

	for messageID, want := range map[string]string{edited: "1, edited once", untouched: "2", deleted: ""} {
		if got := w.message(person(1), id, messageID).GetContent(); got != want {
			t.Errorf("who has left reads %q, want %q", got, want)
		}
	}
	list, err := w.ListMessages(t.Context(), as(person(1)), &chatv1.ListMessagesRequest{ThreadId: id})
	must(t, err)
	if got := list.GetMessages()[3].GetContent(); got != "1, edited once" {
		t.Errorf("who has left is shown %q", got)
	}
	w.wantThread(person(1), id, "then", 6, 1)
	w.wantThread(person(0), id, "now", 8, 2)
	_, who := w.ListParticipants(t.Context(), as(person(1)), &chatv1.ListParticipantsRequest{ThreadId: id})
	_, read := w.ListReadReceipts(t.Context(), as(person(1)), &chatv1.ListReadReceiptsRequest{ThreadId: id})
	for _, err := range []error{who, read} {
		if !reason.Is(err, typev1.Reason_REASON_NOT_A_PARTICIPANT) {
			t.Errorf("who has left is told who is there, or who has read what: %v", err)
		}
	}

	w.add(id, &chatv1.Participant{Identifier: person(1).Proto()})
	if got := w.message(person(1), id, edited).GetContent(); got != "1, edited thrice" {
		t.Errorf("who came back reads %q", got)
	}
	w.wantThread(person(1), id, "now", 9, 3)
}

func (w *world) wantThread(who identifier.ID, threadID, topic string, last int64, participants int32) {
	w.t.Helper()
	r, err := w.GetThread(w.t.Context(), as(who), &chatv1.GetThreadRequest{ThreadId: threadID})
	must(w.t, err)
	if th := r.GetThread(); th.GetTopic() != topic || th.GetLastSequenceId() != last || th.GetParticipantCount() != participants {
		w.t.Errorf("%s sees %v, want topic %s, message %d and %d participants", who, th, topic, last, participants)
	}
}

// counted is a store that counts what is scanned.
type counted struct {
	store.Store

	scanned int
}

type countedTx struct {
	store.ReadTx

	store *counted
}

func (s *counted) View(ctx context.Context, fn func(store.ReadTx) error) error {
	return s.Store.View(ctx, func(tx store.ReadTx) error { return fn(countedTx{tx, s}) })
}

func (tx countedTx) Scan(r store.Range) iter.Seq2[store.Pair, error] {
	return func(yield func(store.Pair, error) bool) {
		for pair, err := range tx.ReadTx.Scan(r) {
			tx.store.scanned++
			if !yield(pair, err) {
				return
			}
		}
	}
}

// TestWhoSeesLittleLooksThroughLittle: listing costs what may be seen, and not what the thread has.
func TestWhoSeesLittleLooksThroughLittle(t *testing.T) {
	w := newWorld(t)
	id := w.thread(person(1), person(2))
	w.remove(id, person(1))
	for range 300 {
		w.post(as(person(0)), id, "x")
	}
	tail := w.post(as(person(0)), id, "y")
	w.add(id, &chatv1.Participant{Identifier: person(3).Proto()})
	w.add(id, &chatv1.Participant{Identifier: colleague.Proto(), ShareHistoryTime: w.message(person(0), id, tail).GetCreateTime()})
	tests := []struct {
		name  string
		who   identifier.ID
		order chatv1.MessageOrder
		start *timestamppb.Timestamp
		want  int
	}{
		{"who left, newest first", person(1), chatv1.MessageOrder_MESSAGE_ORDER_NEWEST_FIRST, nil, 2},
		{"who left, oldest first", person(1), chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST, nil, 2},
		{"who left, from later on", person(1), chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST, w.message(person(0), id, tail).GetCreateTime(), 0},
		{"who came late, newest first", person(3), chatv1.MessageOrder_MESSAGE_ORDER_NEWEST_FIRST, nil, 2},
		{"who came late, oldest first", person(3), chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST, nil, 2},
		{"who came late with some history", colleague, chatv1.MessageOrder_MESSAGE_ORDER_NEWEST_FIRST, nil, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &counted{}
			under := w.under(func(inner store.Store) store.Store { s.Store = inner; return s })
			r, err := under.ListMessages(t.Context(), as(tt.who), &chatv1.ListMessagesRequest{ThreadId: id, Order: tt.order, StartTime: tt.start})
			must(t, err)
			if got := len(r.GetMessages()); got != tt.want || s.scanned > tt.want || r.GetNextPageToken() != "" {
				t.Errorf("%d messages, want %d; looked through %d", got, tt.want, s.scanned)
			}
		})
	}
}
