package chat_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"testing"

	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/fault"
	"github.com/parley-interop/parley/internal/timer"
)

// TestAnEditIsRefusedLikeADeletion: the same caller and the same message have the same cause, though an edit looks ahead.
func TestAnEditIsRefusedLikeADeletion(t *testing.T) {
	w := newWorld(t)
	threadID := w.thread(person(1))
	_, err := w.RemoveParticipant(t.Context(), as(person(1)), &chatv1.RemoveParticipantRequest{ThreadId: threadID, Identifier: person(1).Proto()})
	must(t, err)
	unseen := w.post(as(person(0)), threadID, "unseen")
	tests := []struct {
		name, messageID string
		who             int
		want            typev1.Reason
	}{
		{"who has left, of a message that came later", unseen, 1, typev1.Reason_REASON_NOT_A_PARTICIPANT},
		{"who has left, of no message", "1", 1, typev1.Reason_REASON_NOT_A_PARTICIPANT},
		{"who was never there", unseen, 2, typev1.Reason_REASON_THREAD_NOT_FOUND},
		{"who is there, of no message", "1", 0, typev1.Reason_REASON_MESSAGE_NOT_FOUND},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, edit := w.UpdateMessage(t.Context(), as(person(tt.who)), &chatv1.UpdateMessageRequest{
				ThreadId: threadID, MessageId: tt.messageID, Content: "x", UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}},
			})
			_, deletion := w.DeleteMessage(t.Context(), as(person(tt.who)), &chatv1.DeleteMessageRequest{ThreadId: threadID, MessageId: tt.messageID})
			if !reason.Is(edit, tt.want) || !reason.Is(deletion, tt.want) {
				t.Errorf("the edit is refused with %v, the deletion with %v, want %v", edit, deletion, tt.want)
			}
		})
	}
}

// TestEditsOfOneMessageAreBounded: each is an event that a deletion has to erase, in one transaction.
func TestEditsOfOneMessageAreBounded(t *testing.T) {
	w := newWorld(t)
	threadID := w.thread()
	messageID := w.post(as(person(0)), threadID, "0")
	for n := range chat.MaxEdits {
		w.edit(person(0), threadID, messageID, fmt.Sprint(n+1))
	}
	_, err := w.UpdateMessage(t.Context(), as(person(0)), &chatv1.UpdateMessageRequest{
		ThreadId: threadID, MessageId: messageID, Content: "x", UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}},
	})
	if !reason.Is(err, typev1.Reason_REASON_QUOTA_EXCEEDED) {
		t.Errorf("one edit more: %v", err)
	}
	if got := w.message(person(0), threadID, messageID).GetContent(); got != fmt.Sprint(chat.MaxEdits) {
		t.Errorf("the message is %q", got)
	}
	_, err = w.DeleteMessage(t.Context(), as(person(0)), &chatv1.DeleteMessageRequest{ThreadId: threadID, MessageId: messageID})
	must(t, err)
	for _, told := range w.streamed(as(person(0)), threadID, nil) {
		if told != "edited " && told != "deleted "+messageID {
			t.Errorf("after the deletion a stream tells of %q", told)
		}
	}
}

// TestADeletedThreadIsErasedStepByStep: however many messages and edits it has, nothing of their content stays.
func TestADeletedThreadIsErasedStepByStep(t *testing.T) {
	w := newWorld(t)
	threadID := w.thread()
	edited := w.post(as(person(0)), threadID, "secret")
	for range 250 {
		w.edit(person(0), threadID, edited, "secret")
		w.post(as(person(0)), threadID, "secret")
	}
	_, err := w.DeleteThread(t.Context(), as(person(0)), &chatv1.DeleteThreadRequest{ThreadId: threadID})
	must(t, err)
	calls := 0
	counted := fault.Wrap(w.store, fault.Schedule{Observe: func(int, fault.Kind) { calls++ }})
	runner := timer.NewRunner(ledger.New(counted, w.ledger.Now), chat.Timers(), slog.New(slog.DiscardHandler))
	for range 10 {
		must(t, runner.Fire(t.Context()))
	}
	if w.holds("secret") {
		t.Error("content is left")
	}
	// One step for the message that was edited, and one for each hundred others.
	if idle := 10; calls < idle+4 {
		t.Errorf("all was erased in %d transactions", calls-idle)
	}
}

// holds reports whether a text is anywhere in the store.
func (w *world) holds(text string) (found bool) {
	w.t.Helper()
	must(w.t, w.store.View(w.t.Context(), func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(store.Range{}) {
			if err != nil {
				return err
			}
			found = found || bytes.Contains(pair.Value, []byte(text))
		}
		for e, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			found = found || bytes.Contains(e.Content, []byte(text))
		}
		return nil
	}))
	return found
}
