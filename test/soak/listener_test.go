package soak_test

import (
	"context"
	"fmt"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// device is the name of the one device that each party has.
const device = "phone"

// listener follows the calls of somebody, as its device.
type listener struct {
	s      *soak
	who    *party
	log    *journal.Writer
	calls  callv1.CallServiceClient
	cursor []byte
	count  int
	told   bool // whether the stream has said, since the last call ended, that there is no more
	reason string

	mu    sync.Mutex
	known map[string]*progress
}

// progress is how far a call is for a device: the channels are closed when it rings for the device, and when it has ended.
type progress struct{ rings, ended chan struct{} }

func (s *soak) newListener(name string) *listener {
	l := &listener{
		s: s, who: s.world.parties[name], log: s.journal("calls of " + name), calls: callv1.NewCallServiceClient(s.broker.dial(s.t)), known: map[string]*progress{},
	}
	l.log.Write(journal.Entry{Kind: journal.Listener, Who: name})
	return l
}

// call returns how far a call is.
func (l *listener) call(id string) *progress {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known[id] == nil {
		l.known[id] = &progress{make(chan struct{}), make(chan struct{})}
	}
	return l.known[id]
}

// follow listens until everything is over and it was told so, or the context ends.
func (l *listener) follow(ctx context.Context) {
	for ctx.Err() == nil && !l.told {
		err := l.stream(ctx)
		if l.told {
			break
		}
		code, reason := codeAndReason(err)
		l.reason = code.String() + reason
		if code != codes.Unavailable && (reason != "ACCESS_LOST" || !l.who.teams) && reason != "STORAGE_FULL" && ctx.Err() == nil {
			l.log.Write(journal.Entry{Kind: journal.Trouble, Who: l.who.name, Text: fmt.Sprintf("the stream of calls ended: %v", err)})
		}
		pause(ctx, 50*time.Millisecond)
	}
	if l.told {
		l.log.Write(journal.Entry{Kind: journal.Complete})
	}
}

func (l *listener) stream(ctx context.Context) error {
	request := &callv1.SubscribeRequest{
		Start: &callv1.SubscribeRequest_StartPosition{StartPosition: beginning}, HeartbeatInterval: durationpb.New(time.Second), DeviceId: device,
	}
	if l.cursor != nil {
		request.Start = &callv1.SubscribeRequest_Cursor{Cursor: l.cursor}
	}
	ctx, cancel := context.WithCancel(l.who.in(ctx))
	defer cancel()
	stream, err := l.calls.Subscribe(ctx, request)
	if err != nil {
		return err
	}
	l.log.Write(journal.Entry{Kind: journal.Resumed, Count: l.count, Reason: l.reason})
	for !l.told {
		over := l.s.farewells.Load() != nil
		response, err := stream.Recv()
		if err != nil {
			return err
		}
		if c := response.GetCursor(); len(c) > 0 {
			l.cursor = c
		}
		l.told = over && response.GetHeartbeat().GetCaughtUp()
		l.take(response.GetEvent())
	}
	return nil
}

// take takes an event in. Those that have no number are of no account here.
func (l *listener) take(e *callv1.CallEvent) {
	if e.GetSequence() == 0 {
		return
	}
	l.count++
	l.log.Write(journal.Entry{
		Kind: journal.Told, Call: e.GetCallId(), Sequence: e.GetSequence(), Change: nameOf(e), Outcome: outcomeOf(e.GetCallEnded().GetCall().GetOutcome()),
	})
	p := l.call(e.GetCallId())
	if r := e.GetLegRinging().GetLeg(); r.GetIdentifier().GetRawId() == l.who.rawID {
		shut(p.rings)
	}
	if e.GetCallEnded() != nil {
		shut(p.ended)
	}
}

// shut closes a channel, once.
func shut(c chan struct{}) {
	select {
	case <-c:
	default:
		close(c)
	}
}

// nameOf is what the contract calls an event.
func nameOf(e *callv1.CallEvent) string {
	m := e.ProtoReflect()
	field := m.WhichOneof(m.Descriptor().Oneofs().ByName("event"))
	if field == nil {
		return "unknown"
	}
	return string(field.Name())
}

// outcomeOf is an outcome without its prefix; empty for none.
func outcomeOf(o callv1.Outcome) string {
	if o == callv1.Outcome_OUTCOME_UNSPECIFIED {
		return ""
	}
	return o.String()[len("OUTCOME_"):]
}
