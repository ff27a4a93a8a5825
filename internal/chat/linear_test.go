package chat_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/fault"
)

// TestLinearizable lets several clients work on one thread at the same time, and looks for an order, one after the other, that
// explains all their answers. Storage fails now and then: most clients ask again with the same key until they know, and some
// give up, so that what they asked for may have happened at any later time or never.
func TestLinearizable(t *testing.T) {
	runs := 60
	if testing.Short() {
		runs = 12
	}
	for seed := range uint64(runs) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			h := work(t, seed)
			result, info := porcupine.CheckOperationsVerbose(linear, h, 30*time.Second)
			if result != porcupine.Ok {
				t.Fatalf("the history is %s: see %s", result, picture(t, info))
			}
		})
	}
}

// picture draws a history that no order explains, in a file that outlives the test.
func picture(t *testing.T, info porcupine.LinearizationInfo) string {
	t.Helper()
	f, err := os.CreateTemp("", "parley-history-*.html") //nolint:usetesting // it is looked at after the test
	must(t, err)
	must(t, porcupine.Visualize(linear, info, f))
	must(t, f.Close())
	return f.Name()
}

// input is what a client asks for.
type input struct {
	who  int // a person
	what string
	whom int    // a person who is added or removed
	id   string // of a message
	text string
}

// output is what a client learns.
type output struct {
	unknown bool
	refusal string
	id      string
	seq     int64
	list    []string // the contents that are shown, or the kinds of system messages
}

// entry is a message of the model.
type entry struct {
	id     string // empty where nobody was told
	sender int    // -1 for the system
	text   string
	gone   bool
	seen   uint8     // by whom: a bit for each person
	then   [4]string // the text when each person left
}

// state is the thread of the model. It is never changed in place.
type state struct {
	entries      []entry
	ever, inside uint8 // who was there at any time, and who is
}

var linear = (&porcupine.NondeterministicModel{
	Init: func() []any {
		return []any{state{entries: []entry{{sender: -1, text: "added", seen: 0b11}}, ever: 0b11, inside: 0b11}}
	},
	Step: func(s, in, out any) []any {
		before, _ := s.(state)
		ask, _ := in.(input)
		got, _ := out.(output)
		after, want := before.do(ask)
		switch {
		case got.unknown:
			return []any{before, after}
		case got.fits(want):
			if want.seq > 0 {
				after.entries[want.seq-1].id = got.id
			}
			return []any{after}
		default:
			return nil
		}
	},
	Equal: func(a, b any) bool {
		x, _ := a.(state)
		y, _ := b.(state)
		return x.ever == y.ever && x.inside == y.inside && slices.Equal(x.entries, y.entries)
	},
	DescribeOperation: func(in, out any) string { return fmt.Sprintf("%+v: %+v", in, out) },
}).ToModel()

// fits reports whether an answer is the one that the model gives, the id of a new message aside.
func (o output) fits(want output) bool {
	return o.refusal == want.refusal && o.seq == want.seq && slices.Equal(o.list, want.list)
}

// do returns the state after a request, and its answer.
func (s state) do(ask input) (state, output) {
	me := uint8(1) << ask.who
	switch {
	case s.ever&me == 0:
		return s, refuse(typev1.Reason_REASON_THREAD_NOT_FOUND)
	case ask.what == "list":
		return s, output{list: s.shown(ask.who)}
	case s.inside&me == 0:
		return s, refuse(typev1.Reason_REASON_NOT_A_PARTICIPANT)
	case ask.what == "send":
		after := s.post(entry{sender: ask.who, text: ask.text}, 0)
		return after, output{seq: int64(len(after.entries))}
	case ask.what == "add":
		return s.add(uint8(1) << ask.whom)
	case ask.what == "remove":
		return s.remove(ask.whom)
	default:
		return s.change(ask, me)
	}
}

func refuse(r typev1.Reason) output { return output{refusal: reason.Name(r)} }

// post adds a message that those inside see, and some others too.
func (s state) post(e entry, others uint8) state {
	e.seen = s.inside | others
	s.entries = append(slices.Clip(s.entries), e)
	return s
}

func (s state) add(whom uint8) (state, output) {
	if s.inside&whom != 0 {
		return s, refuse(typev1.Reason_REASON_PARTICIPANT_EXISTS)
	}
	s.inside |= whom
	s.ever |= whom
	return s.post(entry{sender: -1, text: "added"}, 0), output{}
}

func (s state) remove(who int) (state, output) {
	whom := uint8(1) << who
	if s.inside&whom == 0 {
		return s, refuse(typev1.Reason_REASON_PARTICIPANT_NOT_FOUND)
	}
	s.inside &^= whom
	s = s.post(entry{sender: -1, text: "removed"}, whom)
	s.entries = slices.Clone(s.entries)
	for i := range s.entries {
		s.entries[i].then[who] = s.entries[i].text
	}
	return s, output{}
}

// change edits or deletes a message.
func (s state) change(ask input, me uint8) (state, output) {
	i := slices.IndexFunc(s.entries, func(e entry) bool { return e.id == ask.id && ask.id != "" })
	switch {
	case i < 0 || s.entries[i].seen&me == 0:
		return s, refuse(typev1.Reason_REASON_MESSAGE_NOT_FOUND)
	case s.entries[i].sender != ask.who:
		return s, refuse(typev1.Reason_REASON_NOT_THE_SENDER)
	case s.entries[i].gone && ask.what == "edit":
		return s, refuse(typev1.Reason_REASON_MESSAGE_DELETED)
	}
	s.entries = slices.Clone(s.entries)
	if s.entries[i].text = ask.text; ask.what == "delete" {
		s.entries[i].gone, s.entries[i].text, s.entries[i].then = true, "", [4]string{}
	}
	return s, output{}
}

// shown is what a person is shown of the thread; one who has left, as it was then.
func (s state) shown(who int) (list []string) {
	me := uint8(1) << who
	for i, e := range s.entries {
		text := e.text
		if s.inside&me == 0 {
			text = e.then[who]
		}
		if e.seen&me != 0 {
			list = append(list, fmt.Sprintf("%d %s", i+1, text))
		}
	}
	return list
}

// history is what clients did, as they saw it.
type history struct {
	*world
	threadID string
	stamps   atomic.Int64

	mu         sync.Mutex
	operations []porcupine.Operation
	ids        []string // of messages that were sent
}

// work lets clients work on a thread, and returns what they did.
func work(t *testing.T, seed uint64) []porcupine.Operation {
	w := newWorld(t)
	h := &history{threadID: w.thread(person(1))}
	h.world = w.under(func(inner store.Store) store.Store {
		return fault.Wrap(inner, fault.Schedule{Seed: seed, Percent: map[fault.Kind]int{fault.Doubtful: 6, fault.Lost: 4, fault.Refused: 2, fault.Cancelled: 2}})
	})
	var wg sync.WaitGroup
	for client := range 5 {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(seed, uint64(client)))
			for n := range 14 {
				h.operate(client, h.invent(random, fmt.Sprintf("%d.%d", client, n)), random.IntN(6) == 0)
			}
		})
	}
	wg.Wait()
	h.world = w
	for who := range 4 {
		h.operate(who, input{who: who, what: "list"}, false)
	}
	return h.operations
}

// invent draws what a client asks for next. Persons 0 and 1 stay; 2 and 3 come and go.
func (h *history) invent(random *rand.Rand, text string) input {
	ask := input{who: random.IntN(4), text: text}
	switch n := random.IntN(20); {
	case n < 7:
		ask.what = "send"
	case n < 10:
		ask.what, ask.id = "edit", h.someID(random)
	case n < 12:
		ask.what, ask.id = "delete", h.someID(random)
	case n < 14:
		ask.what, ask.whom = "add", 2+random.IntN(2)
	case n < 16:
		ask.what, ask.whom = "remove", 2+random.IntN(2)
	default:
		ask.what = "list"
	}
	return ask
}

func (h *history) someID(random *rand.Rand) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.ids) == 0 {
		return "1"
	}
	return h.ids[random.IntN(len(h.ids))]
}

// operate does one thing until it is known what became of it, or gives up after the first failure.
func (h *history) operate(client int, ask input, givesUp bool) {
	idempotencyKey := fmt.Sprintf("%d", h.stamps.Add(1))
	operation := porcupine.Operation{ClientId: client, Input: ask, Call: h.stamps.Add(1)}
	got, err := h.ask(ask, idempotencyKey)
	for err != nil && !givesUp {
		got, err = h.ask(ask, idempotencyKey)
	}
	operation.Return = h.stamps.Add(1)
	if err != nil && ask.what == "list" {
		return // it has learnt nothing, and done nothing
	}
	if err != nil {
		got, operation.Return = output{unknown: true}, math.MaxInt64
	}
	operation.Output = got
	h.mu.Lock()
	defer h.mu.Unlock()
	h.operations = append(h.operations, operation)
	if got.id != "" {
		h.ids = append(h.ids, got.id)
	}
}

// ask asks the domain once. An error says that the outcome is not known.
func (h *history) ask(ask input, idempotencyKey string) (output, error) {
	got, err := h.call(ask, idempotencyKey)
	switch {
	case err == nil:
		return got, nil
	case errors.Is(err, fault.ErrInjected) || errors.Is(err, context.Canceled):
		return output{}, err
	case reason.Of(err) == typev1.Reason_REASON_UNSPECIFIED:
		h.t.Errorf("%+v failed: %v", ask, err)
	}
	return refuse(reason.Of(err)), nil
}

func (h *history) call(ask input, idempotencyKey string) (output, error) {
	ctx, c := h.t.Context(), as(person(ask.who))
	switch ask.what {
	case "send":
		r, err := h.SendMessage(ctx, c, &chatv1.SendMessageRequest{ThreadId: h.threadID, Content: ask.text, IdempotencyKey: idempotencyKey})
		return output{id: r.GetMessageId(), seq: r.GetSequenceId()}, err
	case "edit":
		_, err := h.UpdateMessage(ctx, c, &chatv1.UpdateMessageRequest{
			ThreadId: h.threadID, MessageId: ask.id, Content: ask.text, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}}, IdempotencyKey: idempotencyKey,
		})
		return output{}, err
	case "delete":
		_, err := h.DeleteMessage(ctx, c, &chatv1.DeleteMessageRequest{ThreadId: h.threadID, MessageId: ask.id, IdempotencyKey: idempotencyKey})
		return output{}, err
	case "add":
		r, err := h.AddParticipants(ctx, c, &chatv1.AddParticipantsRequest{ThreadId: h.threadID, Participants: participants(person(ask.whom)), IdempotencyKey: idempotencyKey})
		if refused := r.GetRefusedParticipants(); len(refused) > 0 {
			return output{refusal: refused[0].GetReason()}, err
		}
		return output{}, err
	case "remove":
		_, err := h.RemoveParticipant(ctx, c, &chatv1.RemoveParticipantRequest{ThreadId: h.threadID, Identifier: person(ask.whom).Proto(), IdempotencyKey: idempotencyKey})
		return output{}, err
	default:
		r, err := h.ListMessages(ctx, c, &chatv1.ListMessagesRequest{ThreadId: h.threadID, Order: chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST, PageSize: 200})
		return output{list: contents(r.GetMessages())}, err
	}
}

// contents are what a list shows: the numbers of messages and their contents, or what system messages are about.
func contents(messages []*chatv1.Message) (list []string) {
	for _, m := range messages {
		text := m.GetContent()
		if m.GetSystem() != nil {
			text = strings.ToLower(strings.TrimPrefix(m.GetType().String(), "MESSAGE_TYPE_PARTICIPANT_"))
		}
		list = append(list, fmt.Sprintf("%d %s", m.GetSequenceId(), text))
	}
	return list
}
