package chat_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/fault"
)

// storm is one mutating method, asked again and again with one request.
type storm struct {
	method string
	// events are what its one effect leaves in the log.
	events []string
	// ask sends the request once. The scene is a thread of persons 0 and 1 and of the Teams user, with two messages of person 0.
	ask func(w *world, s scene) (proto.Message, error)
}

// scene is what is there before a storm.
type scene struct{ threadID, first, second string }

const stormKey = "storm"

var storms = []storm{
	{"CreateThread", []string{"thread_created", "participants_added", "thread_updated"}, func(w *world, _ scene) (proto.Message, error) {
		return w.CreateThread(w.t.Context(), as(person(0)), &chatv1.CreateThreadRequest{Topic: "storm", Participants: participants(person(1), colleague), IdempotencyKey: stormKey})
	}},
	{"UpdateThread", []string{"thread_updated"}, func(w *world, s scene) (proto.Message, error) {
		return w.UpdateThread(w.t.Context(), as(person(0)), &chatv1.UpdateThreadRequest{
			ThreadId: s.threadID, Thread: &chatv1.Thread{Topic: "storm"}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"topic"}}, IdempotencyKey: stormKey,
		})
	}},
	{"DeleteThread", []string{"thread_deleted"}, func(w *world, s scene) (proto.Message, error) {
		return w.DeleteThread(w.t.Context(), as(person(0)), &chatv1.DeleteThreadRequest{ThreadId: s.threadID, IdempotencyKey: stormKey})
	}},
	// One of those who are added is refused, and stays refused in every answer.
	{"AddParticipants", []string{"participants_added"}, func(w *world, s scene) (proto.Message, error) {
		return w.AddParticipants(w.t.Context(), as(person(0)), &chatv1.AddParticipantsRequest{ThreadId: s.threadID, Participants: participants(person(1), person(2)), IdempotencyKey: stormKey})
	}},
	{"RemoveParticipant", []string{"participants_removed"}, func(w *world, s scene) (proto.Message, error) {
		return w.RemoveParticipant(w.t.Context(), as(person(0)), &chatv1.RemoveParticipantRequest{ThreadId: s.threadID, Identifier: person(1).Proto(), IdempotencyKey: stormKey})
	}},
	// Who has left is answered still: the request was done while it was there.
	{"RemoveParticipant", []string{"participants_removed"}, func(w *world, s scene) (proto.Message, error) {
		return w.RemoveParticipant(w.t.Context(), as(colleague), &chatv1.RemoveParticipantRequest{ThreadId: s.threadID, Identifier: colleague.Proto(), IdempotencyKey: stormKey})
	}},
	{"SendMessage", []string{"message_sent"}, func(w *world, s scene) (proto.Message, error) {
		return w.SendMessage(w.t.Context(), as(colleague), &chatv1.SendMessageRequest{ThreadId: s.threadID, Content: "storm", IdempotencyKey: stormKey})
	}},
	{"SendMessages", []string{"message_sent", "message_sent"}, func(w *world, s scene) (proto.Message, error) {
		return w.sendSeveral(s)
	}},
	{"UpdateMessage", []string{"message_edited"}, func(w *world, s scene) (proto.Message, error) {
		return w.UpdateMessage(w.t.Context(), as(person(0)), &chatv1.UpdateMessageRequest{
			ThreadId: s.threadID, MessageId: s.first, Content: "storm", UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}}, IdempotencyKey: stormKey,
		})
	}},
	{"DeleteMessage", []string{"message_deleted"}, func(w *world, s scene) (proto.Message, error) {
		return w.DeleteMessage(w.t.Context(), as(person(0)), &chatv1.DeleteMessageRequest{ThreadId: s.threadID, MessageId: s.first, IdempotencyKey: stormKey})
	}},
	// It has no key: a receipt goes forwards only, so that repeating it does nothing. Its answer is equal for as long as nothing
	// else is committed, for the revision in it is that of the log.
	{"SendReadReceipt", []string{"messages_read"}, func(w *world, s scene) (proto.Message, error) {
		return w.SendReadReceipt(w.t.Context(), as(person(1)), &chatv1.SendReadReceiptRequest{ThreadId: s.threadID, MessageId: s.second})
	}},
	// It has no key and leaves nothing: typing is not stored.
	{"SendTypingNotification", nil, func(w *world, s scene) (proto.Message, error) {
		return w.SendTypingNotification(w.t.Context(), as(person(1)), &chatv1.SendTypingNotificationRequest{ThreadId: s.threadID})
	}},
}

// sendSeveral sends two messages together, and a third that is refused each time. Its answer is that of the last one that
// was sent, with the ids of both.
func (w *world) sendSeveral(s scene) (proto.Message, error) {
	var requests []*chatv1.SendMessageRequest
	for i, content := range []string{"one", "", "two"} {
		requests = append(requests, &chatv1.SendMessageRequest{ThreadId: s.threadID, Content: content, IdempotencyKey: stormKey + fmt.Sprint(i)})
	}
	sent, err := w.SendMessages(w.t.Context(), as(person(0)), requests, func() {})
	if err != nil {
		return nil, err
	}
	if sent[1].Refusal == nil || sent[0].Response == nil || sent[2].Response == nil {
		return nil, fmt.Errorf("the answers are %v", sent)
	}
	both := proto.CloneOf(sent[2].Response)
	both.MessageId = sent[0].Response.GetMessageId() + " " + both.GetMessageId()
	return both, nil
}

// TestStormsAreOfEveryMutation keeps the table complete: a new method is either read-only or in it.
func TestStormsAreOfEveryMutation(t *testing.T) {
	methods := chatv1.File_parley_chat_v1_chat_service_proto.Services().ByName("ChatService").Methods()
	for i := range methods.Len() {
		m := methods.Get(i)
		options, _ := m.Options().(*descriptorpb.MethodOptions)
		mutates := options.GetIdempotencyLevel() != descriptorpb.MethodOptions_NO_SIDE_EFFECTS
		if in := slices.ContainsFunc(storms, func(s storm) bool { return s.method == string(m.Name()) }); in != mutates {
			t.Errorf("%s: mutates %v, has a storm %v", m.Name(), mutates, in)
		}
	}
}

// TestRetryStorms asks for each mutation fifty times, on storage that performs and then does not know, or fails before: there
// is one effect, and there is one answer.
func TestRetryStorms(t *testing.T) {
	weathers := []struct {
		name    string
		percent map[fault.Kind]int
	}{
		{"performed, then uncertain", map[fault.Kind]int{fault.Doubtful: 80}},
		{"failed before", map[fault.Kind]int{fault.Refused: 30, fault.Full: 15, fault.Cancelled: 15}},
		{"uncertain and lost", map[fault.Kind]int{fault.Lost: 80}},
		{"anything", map[fault.Kind]int{fault.Doubtful: 25, fault.Lost: 25, fault.Refused: 10, fault.Cancelled: 10}},
	}
	for i, s := range storms {
		for j, weather := range weathers {
			for _, storming := range []int{1, 10} {
				t.Run(fmt.Sprintf("%s %d/%s/%d at once", s.method, i, weather.name, storming), func(t *testing.T) {
					s.run(t, fault.Schedule{Seed: uint64(10*i + j), Percent: weather.percent}, storming)
				})
			}
		}
	}
}

// run asks fifty times, by several callers at once.
func (s storm) run(t *testing.T, schedule fault.Schedule, storming int) {
	calm := newWorld(t)
	scene := scene{threadID: calm.thread(person(1), colleague)}
	scene.first, scene.second = calm.post(as(person(0)), scene.threadID, "1"), calm.post(as(person(0)), scene.threadID, "2")
	before, _ := calm.store.Head()
	stormy := calm.under(func(inner store.Store) store.Store { return fault.Wrap(inner, schedule) })

	var mu sync.Mutex
	var answers []proto.Message
	var wg sync.WaitGroup
	for range storming {
		wg.Go(func() {
			for range 50 / storming {
				answer, err := s.ask(stormy, scene)
				mu.Lock()
				switch {
				case err == nil:
					answers = append(answers, answer)
				case !errors.Is(err, fault.ErrInjected) && !errors.Is(err, context.Canceled):
					t.Errorf("failed with %v", err)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	// The last one is in fine weather, so that there is an effect even if all the others were lost.
	answer, err := s.ask(calm, scene)
	must(t, err)
	for _, a := range answers {
		if !proto.Equal(a, answer) {
			t.Errorf("one answer is %v, and another %v", a, answer)
		}
	}
	if got := calm.events(before); !slices.Equal(got, s.events) {
		t.Errorf("there are the events %v, and not %v", got, s.events)
	}
	if len(answers) == 0 {
		t.Error("no answer came through the storm: the test shows nothing")
	}
}

// events are the names of the events of chat after a position.
func (w *world) events(after store.Position) (names []string) {
	w.t.Helper()
	must(w.t, w.store.View(w.t.Context(), func(tx store.ReadTx) error {
		names = nil
		for raw, err := range tx.Entries(after, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(raw.Content)
			if err != nil {
				return err
			}
			e := &chatv1.ChatEvent{}
			if err := proto.Unmarshal(entry.GetChat(), e); err != nil {
				return err
			}
			m := e.ProtoReflect()
			names = append(names, string(m.WhichOneof(m.Descriptor().Oneofs().ByName("event")).Name()))
		}
		return nil
	}))
	return names
}
