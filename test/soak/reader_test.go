package soak_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/durationpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// beginning is where streams start without a cursor.
const beginning = typev1.StartPosition_START_POSITION_BEGINNING

// pace is how a reader behaves until the fire is over. Then all read as fast as they can.
type pace string

const (
	// steady reads what there is.
	steady pace = "steady"
	// fickle comes and goes, and now and then goes back to an older cursor.
	fickle pace = "fickle"
	// slow processes less than is sent.
	slow pace = "slow"
	// stuck reads a little, and then nothing for a while, over a stream that stays open.
	stuck pace = "stuck"
)

// follower is a reader: whose stream, and at what pace.
type follower struct {
	who  string
	pace pace
}

// followers are the readers. Stan and Noah have no thread, nor has the foreign backend, so they are to see nothing.
var followers = []follower{
	{"backend", steady},
	{"foreign backend", steady},
	{"Anna", steady},
	{"Tess", steady},
	{"Stan", steady},
	{"Noah", steady},
	{"Vic", steady},
	{"Vera", steady},
	{"Ben", fickle},
	{"Theo", fickle},
	{"Vera", fickle},
	{"Vic", fickle},
	{"Cleo", slow},
	{"Tess", slow},
	{"Anna", stuck},
	{"Theo", stuck},
}

// reader follows all threads of somebody. When a stream ends, it goes on with its cursor.
type reader struct {
	s    *soak
	who  *party
	pace pace
	log  *journal.Writer
	chat chatv1.ChatServiceClient

	cursor []byte
	count  int // of events that were processed
	marks  []mark
	last   map[string]string // the last message of each thread
	told   bool              // whether the stream has said, since the farewells, that there is no more
	reason string            // why the last stream ended
}

// mark is a cursor of before, and how much was processed at it.
type mark struct {
	cursor []byte
	count  int
}

// maxMarks is how many cursors a reader may go back.
const maxMarks = 100

func (s *soak) newReader(name, who string, p pace) *reader {
	r := &reader{
		s: s, who: s.world.party(who), pace: p, log: s.journal("reader " + name),
		chat: chatv1.NewChatServiceClient(s.broker.dial(s.t)), last: map[string]string{},
	}
	r.log.Write(journal.Entry{Kind: journal.Reader, Who: who, All: who == "backend"})
	return r
}

// party returns somebody by name, backends included.
func (w *world) party(name string) *party {
	for _, p := range []*party{w.backend, w.foreign} {
		if p.name == name {
			return p
		}
	}
	return w.parties[name]
}

// follow reads until everything was read, or the context ends.
func (r *reader) follow(ctx context.Context) {
	for ctx.Err() == nil {
		visit, leave := r.visit(ctx)
		err := r.stream(visit)
		left := visit.Err() != nil
		leave()
		if r.complete() {
			r.log.Write(journal.Entry{Kind: journal.Complete})
			return
		}
		r.judge(err, left)
		if left {
			r.away(ctx)
		}
		pause(ctx, 50*time.Millisecond)
	}
}

// visit returns the context of a stream: of those who come and go it ends soon.
func (r *reader) visit(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if r.pace != fickle || r.s.farewells.Load() != nil {
		return ctx, cancel
	}
	// Not a deadline, which the broker would be told of: readers go without a word.
	timer := time.AfterFunc(200*time.Millisecond+rand.N(3*time.Second), cancel)
	return ctx, func() { timer.Stop(); cancel() }
}

// away is what those who come and go do meanwhile: some forget the latest cursors.
func (r *reader) away(ctx context.Context) {
	if len(r.marks) > 0 && rand.IntN(3) == 0 {
		at := rand.IntN(len(r.marks))
		r.cursor, r.count, r.marks = r.marks[at].cursor, r.marks[at].count, r.marks[:at]
		clear(r.last)
	}
	pause(ctx, rand.N(time.Second))
}

// judge notes why a stream has ended, and whether it may.
func (r *reader) judge(err error, left bool) {
	code, reason := codeAndReason(err)
	switch {
	case left:
		r.reason = "left"
	case code == codes.Unavailable:
		r.reason = "UNAVAILABLE " + reason
	case reason == "ACCESS_LOST" && r.who.teams, reason == "STORAGE_FULL":
		r.reason = reason
	default:
		r.reason = fmt.Sprint(err)
		r.log.Write(journal.Entry{Kind: journal.Trouble, Who: r.who.name, Text: fmt.Sprintf("the stream ended: %v", err)})
	}
}

var errComplete = errors.New("everything was read")

// stream reads one stream.
func (r *reader) stream(ctx context.Context) error {
	request := &chatv1.SubscribeRequest{
		Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: beginning}, HeartbeatInterval: durationpb.New(time.Second),
	}
	if r.cursor != nil {
		request.Start = &chatv1.SubscribeRequest_Cursor{Cursor: r.cursor}
	}
	ctx, cancel := context.WithCancel(r.who.in(ctx))
	defer cancel()
	stream, err := r.chat.Subscribe(ctx, request)
	if err != nil {
		return err
	}
	r.log.Write(journal.Entry{Kind: journal.Resumed, Count: r.count, Reason: r.reason})
	for patient := 50 + rand.IntN(200); ; patient-- {
		over := r.s.farewells.Load() != nil
		response, err := stream.Recv()
		if err != nil {
			return err
		}
		r.take(response, over)
		if r.complete() {
			return errComplete
		}
		r.dawdle(ctx, &patient)
	}
}

// dawdle waits as the pace says.
func (r *reader) dawdle(ctx context.Context, patient *int) {
	fire := r.s.fire
	switch {
	case fire.Err() != nil:
	case r.pace == slow:
		either(ctx, fire, 30*time.Millisecond)
	case r.pace == stuck && *patient < 0:
		*patient = 50 + rand.IntN(200)
		either(ctx, fire, *length/10+rand.N(*length/10))
	}
}

// either waits until one of two contexts ends, or the time is up.
func either(a, b context.Context, d time.Duration) {
	both, cancel := context.WithCancel(a)
	defer cancel()
	defer context.AfterFunc(b, cancel)()
	pause(both, d)
}

// take takes a response in. over says that it came after the farewells were sent.
func (r *reader) take(response *chatv1.SubscribeResponse, over bool) {
	if c := response.GetCursor(); len(c) > 0 {
		if r.pace == fickle && r.cursor != nil {
			r.marks = append(r.marks, mark{r.cursor, r.count})
			r.marks = r.marks[max(0, len(r.marks)-maxMarks):]
		}
		r.cursor = c
	}
	r.told = r.told || over && response.GetHeartbeat().GetCaughtUp()
	m, change := messageOf(response.GetEvent())
	if m == nil {
		return
	}
	e := journal.Entry{
		Kind: journal.Shown, Thread: m.GetThreadId(), Text: firstWord(m.GetContent()), Sequence: m.GetSequenceId(), Message: m.GetMessageId(), Change: change,
	}
	for _, p := range m.GetSystem().GetParticipants() {
		e.Subjects = append(e.Subjects, r.s.world.names[p.GetIdentifier().GetRawId()])
	}
	slices.Sort(e.Subjects)
	r.log.Write(e)
	r.count++
	r.last[m.GetThreadId()] = e.Text
}

// messageOf returns the message that an event adds to a thread, and what the broker says by it; nil if none.
func messageOf(e *chatv1.ChatEvent) (m *chatv1.Message, change string) {
	switch e := e.GetEvent().(type) {
	case *chatv1.ChatEvent_MessageSent:
		return e.MessageSent.GetMessage(), ""
	case *chatv1.ChatEvent_ParticipantsAdded:
		return e.ParticipantsAdded.GetMessage(), "added"
	case *chatv1.ChatEvent_ParticipantsRemoved:
		return e.ParticipantsRemoved.GetMessage(), "removed"
	case *chatv1.ChatEvent_ThreadUpdated:
		return e.ThreadUpdated.GetMessage(), "updated"
	default:
		return nil, ""
	}
}

// complete reports whether the farewells of all threads were read, or, by those who have none, the word that there is no more.
func (r *reader) complete() bool {
	farewells := r.s.farewells.Load()
	if farewells == nil {
		return false
	}
	for _, room := range r.s.world.threads {
		all := r.who == r.s.world.backend || slices.Contains(room.members, r.who.name) || slices.Contains(room.guests, r.who.name)
		if all && r.last[room.id] != (*farewells)[room.id] {
			return false
		}
	}
	return r.who == r.s.world.backend || len(r.s.world.roomsOf(r.who.name)) > 0 || r.told
}
