package chat_test

import (
	"testing"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// The record of the latest message is soft: where it was forgotten, messages are numbered on all the same, and a thread tells of its
// last one.
func TestNumbersGoOnWithoutTheHead(t *testing.T) {
	w := newWorld(t)
	caller := as(person(0))
	thread, err := w.CreateThread(t.Context(), caller, &chatv1.CreateThreadRequest{})
	if err != nil {
		t.Fatal(err)
	}
	id := thread.GetThread().GetThreadId()
	last := thread.GetThread().GetLastSequenceId()
	lastMessage := ""
	for range 5 {
		w.update(func(tx store.Tx) error {
			tx.Delete(key.ThreadHead(id))
			return nil
		})
		sent, err := w.SendMessage(t.Context(), caller, &chatv1.SendMessageRequest{ThreadId: id, Content: "hello"})
		if err != nil {
			t.Fatal(err)
		}
		if sent.GetSequenceId() != last+1 || sent.GetMessageId() <= lastMessage {
			t.Errorf("message %s has number %d after message %s with number %d", sent.GetMessageId(), sent.GetSequenceId(), lastMessage, last)
		}
		last, lastMessage = sent.GetSequenceId(), sent.GetMessageId()
		got, err := w.GetThread(t.Context(), caller, &chatv1.GetThreadRequest{ThreadId: id})
		if err != nil {
			t.Fatal(err)
		}
		if got := got.GetThread(); got.GetLastSequenceId() != last || !got.GetLastMessageTime().AsTime().Equal(sent.GetCreateTime().AsTime()) {
			t.Errorf("the thread's last message has number %d and time %v, want %d and %v", got.GetLastSequenceId(), got.GetLastMessageTime().AsTime(), last, sent.GetCreateTime().AsTime())
		}
	}
}
