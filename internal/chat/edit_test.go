package chat_test

import (
	"testing"

	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
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
