package chat_test

import (
	"testing"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
)

// The event of a message tells who has sent it, in full, and so does the message itself.
func TestTheActorOfAMessageIsItsSender(t *testing.T) {
	w := newWorld(t)
	id := w.thread(colleague)
	backend := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "key"}
	asUser := backend
	asUser.User = person(0)
	for name, caller := range map[string]access.Caller{
		"a communication user": as(person(0)), "a Teams user": as(colleague), "a backend": backend, "a backend that acts as a user": asUser,
	} {
		t.Run(name, func(t *testing.T) {
			w.post(caller, id, "hello")
			e := &chatv1.ChatEvent{}
			must(t, w.store.View(t.Context(), func(tx store.ReadTx) error {
				entry, err := event.Read(tx, tx.Head())
				must(t, err)
				return proto.Unmarshal(entry.GetChat(), e)
			}))
			want, sender := caller.User.Proto(), e.GetMessageSent().GetMessage().GetSender()
			if !proto.Equal(e.GetActor(), want) || !proto.Equal(sender, want) {
				t.Errorf("the actor is %v and the sender %v, want %v", e.GetActor(), sender, want)
			}
		})
	}
}
