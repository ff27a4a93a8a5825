package chat_test

import (
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/reason"
)

// follow subscribes to chosen threads, from a cursor or from the beginning.
func (w *world) follow(c access.Caller, cursor []byte, threadIDs ...string) (*feed.Subscription, error) {
	r := &chatv1.SubscribeRequest{ThreadIds: threadIDs, HeartbeatInterval: durationpb.New(time.Hour)}
	r.Start = &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}
	if cursor != nil {
		r.Start = &chatv1.SubscribeRequest_Cursor{Cursor: cursor}
	}
	return w.Subscribe(w.t.Context(), c, r)
}

// untilNamed reads events until one has a name, and returns the cursor after it.
func (w *world) untilNamed(s *feed.Subscription, name string) []byte {
	w.t.Helper()
	for {
		d, err := s.Next(w.t.Context())
		must(w.t, err)
		if d.Entry == nil {
			continue
		}
		e := &chatv1.ChatEvent{}
		must(w.t, proto.Unmarshal(d.Entry.Record.GetChat(), e))
		if nameOf(e) == name {
			return d.Cursor
		}
	}
}

// nameOf is what is set in an event: the thread's end, or the content of a message.
func nameOf(e *chatv1.ChatEvent) string {
	if e.GetThreadDeleted() != nil {
		return "the end"
	}
	return e.GetMessageSent().GetMessage().GetContent()
}

// TestAStreamOfChosenThreadsResumesAfterOneWasDeleted: a cursor of several threads must not be lost with one of them.
func TestAStreamOfChosenThreadsResumesAfterOneWasDeleted(t *testing.T) {
	w := newWorld(t)
	doomed, other := w.thread(person(1)), w.thread(person(1))
	s, err := w.follow(as(person(1)), nil, doomed, other)
	must(t, err)
	w.post(as(person(0)), other, "before")
	cursor := w.untilNamed(s, "before")
	s.Close()
	_, err = w.DeleteThread(t.Context(), as(person(0)), &chatv1.DeleteThreadRequest{ThreadId: doomed})
	must(t, err)
	w.post(as(person(0)), other, "after")
	s, err = w.follow(as(person(1)), cursor, doomed, other)
	must(t, err)
	defer s.Close()
	w.untilNamed(s, "the end")
	w.untilNamed(s, "after")
	if _, err := w.follow(as(person(1)), nil, doomed, other); !reason.Is(err, typev1.Reason_REASON_THREAD_DELETED) {
		t.Errorf("without a cursor: %v", err)
	}
}

// TestAStreamOfChosenThreadsResumesWhilePolicyClosesThem: the stream itself says that access is lost, and its cursor stays good.
func TestAStreamOfChosenThreadsResumesWhilePolicyClosesThem(t *testing.T) {
	w := newWorld(t)
	id := w.thread(colleague)
	s, err := w.follow(as(colleague), nil, id)
	must(t, err)
	w.post(as(person(0)), id, "before")
	cursor := w.untilNamed(s, "before")
	s.Close()
	w.federate(false)
	s, err = w.follow(as(colleague), cursor, id)
	must(t, err)
	if _, err := s.Next(t.Context()); !reason.Is(err, typev1.Reason_REASON_ACCESS_LOST) {
		t.Errorf("closed: %v", err)
	}
	s.Close()
	w.federate(true)
	w.post(as(person(0)), id, "after")
	s, err = w.follow(as(colleague), cursor, id)
	must(t, err)
	defer s.Close()
	w.untilNamed(s, "after")
}

// TestARepeatedEditIsAnsweredWhateverHappenedSince: it was done, so it is not refused.
func TestARepeatedEditIsAnsweredWhateverHappenedSince(t *testing.T) {
	tests := []struct {
		name string
		then func(w *world, threadID, messageID string)
		want string // of the message
	}{
		{"nothing", func(*world, string, string) {}, "new"},
		{"the message was deleted", func(w *world, threadID, messageID string) {
			_, err := w.DeleteMessage(w.t.Context(), as(colleague), &chatv1.DeleteMessageRequest{ThreadId: threadID, MessageId: messageID})
			must(w.t, err)
		}, ""},
		{"the sender was removed", func(w *world, threadID, _ string) {
			_, err := w.RemoveParticipant(w.t.Context(), as(person(0)), &chatv1.RemoveParticipantRequest{ThreadId: threadID, Identifier: colleague.Proto()})
			must(w.t, err)
		}, "new"},
		{"policy was closed", func(w *world, _, _ string) { w.federate(false) }, ""},
		{"the thread was deleted", func(w *world, threadID, _ string) {
			_, err := w.DeleteThread(w.t.Context(), as(person(0)), &chatv1.DeleteThreadRequest{ThreadId: threadID})
			must(w.t, err)
		}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			threadID := w.thread(colleague)
			messageID := w.post(as(colleague), threadID, "old")
			ask := &chatv1.UpdateMessageRequest{
				ThreadId: threadID, MessageId: messageID, Content: "new", UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}}, IdempotencyKey: "edit",
			}
			first, err := w.UpdateMessage(t.Context(), as(colleague), ask)
			must(t, err)
			tt.then(w, threadID, messageID)
			again, err := w.UpdateMessage(t.Context(), as(colleague), ask)
			must(t, err)
			m := again.GetMessage()
			if m.GetContent() != tt.want || m.GetThreadId() != threadID || m.GetMessageId() != messageID {
				t.Errorf("the message is %v", m)
			}
			if !proto.Equal(again.GetCommit(), first.GetCommit()) {
				t.Errorf("the commit is %v, and was %v", again.GetCommit(), first.GetCommit())
			}
			ask.IdempotencyKey = "another"
			if _, err := w.UpdateMessage(t.Context(), as(colleague), ask); (err == nil) != (tt.name == "nothing") {
				t.Errorf("with a new key: %v", err)
			}
		})
	}
}
