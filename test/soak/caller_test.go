package soak_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// pairs are who calls whom: within the resource, and from each world into the other.
var pairs = [][2]string{{"Carl", "Dora"}, {"Cora", "Toni"}, {"Tara", "Dirk"}}

// Reasons for which starting a call, and acting in it, may be refused. What is done in a call may come too late.
var (
	startRefusals = []string{"CALLEE_UNREACHABLE"}
	actRefusals   = []string{"CALL_ENDED", "LEG_ENDED", "CALL_ALREADY_ANSWERED", "CALL_STATE"}
)

// caller is one who calls somebody, and what becomes of it.
type caller struct {
	s          *soak
	log        *journal.Writer
	calls      callv1.CallServiceClient
	from, to   *listener
	started    []string
	operations int
}

func (s *soak) newCaller(from, to *listener) *caller {
	return &caller{s: s, log: s.journal("caller " + from.who.name), calls: callv1.NewCallServiceClient(s.broker.dial(s.t)), from: from, to: to}
}

// key returns an idempotency key that nobody has used.
func (c *caller) key() string {
	c.operations++
	return fmt.Sprintf("call-%s-%d", c.from.who.name, c.operations)
}

// callAll makes one call after the other, until the fire is over.
func (c *caller) callAll(ctx context.Context) {
	for pause(ctx, rand.N(600*time.Millisecond)) {
		id := c.start(ctx)
		if id == "" {
			continue
		}
		c.started = append(c.started, id)
		c.converse(ctx, id)
		c.awaitEnd(ctx, id)
	}
}

// ringTime is how long calls are to ring, and tooLong when somebody who calls gives up by himself.
const (
	ringTime = 5 * time.Second
	tooLong  = 4 * ringTime
)

// awaitEnd waits until a call has ended. One that goes on ringing, since its end is a time on a clock that went back, is cancelled.
func (c *caller) awaitEnd(ctx context.Context, id string) {
	for _, d := range []time.Duration{tooLong, patience} {
		select {
		case <-c.from.call(id).ended:
			return
		case <-time.After(d): // after the second, the judge finds it without an end
			c.act(ctx, c.from, id, "give up", func(context.Context, string) error { return nil })
			c.hangUp(ctx, c.from, id)
		}
	}
}

// start starts a call, and returns its id; empty if it was refused.
func (c *caller) start(ctx context.Context) string {
	request := &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{c.to.who.identifier()}, DeviceId: device, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL,
		RingTimeout: durationpb.New(ringTime), IdempotencyKey: c.key(),
	}
	var started *callv1.StartCallResponse
	began, a := c.s.insist(ctx, c.log, c.from.who.name, startRefusals, func(ctx context.Context) (err error) {
		started, err = c.calls.StartCall(c.from.who.in(ctx), request)
		return err
	})
	e := journal.Entry{
		Kind: journal.Start, Who: c.from.who.name, Callee: c.to.who.name, Began: began, Result: a.result, Reason: a.reason, Call: started.GetCall().GetCallId(),
	}
	c.log.Write(e)
	return e.Call
}

// converse does with a call what people do.
func (c *caller) converse(ctx context.Context, id string) {
	if rand.IntN(6) == 0 { // the caller thinks better of it, perhaps before it has rung
		c.hangUp(ctx, c.from, id)
		return
	}
	select {
	case <-c.to.call(id).rings:
	case <-c.from.call(id).ended:
		return
	case <-time.After(patience):
		return
	}
	pause(ctx, rand.N(300*time.Millisecond))
	switch n := rand.IntN(12); {
	case n < 3:
		c.act(ctx, c.to, id, "reject", func(ctx context.Context, key string) error {
			_, err := c.calls.RejectCall(ctx, &callv1.RejectCallRequest{CallId: id, IdempotencyKey: key})
			return err
		})
	case n == 3: // it rings until its time is up
	default:
		c.talk(ctx, id, n)
	}
}

// talk answers, speaks for a while, and hangs up.
func (c *caller) talk(ctx context.Context, id string, n int) {
	c.act(ctx, c.to, id, "answer", func(ctx context.Context, key string) error {
		_, err := c.calls.AnswerCall(ctx, &callv1.AnswerCallRequest{CallId: id, DeviceId: device, MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL, IdempotencyKey: key})
		return err
	})
	if n%2 == 0 {
		c.act(ctx, c.to, id, "hold", func(ctx context.Context, key string) error {
			_, err := c.calls.HoldCall(ctx, &callv1.HoldCallRequest{CallId: id, IdempotencyKey: key})
			return err
		})
		c.act(ctx, c.to, id, "resume", func(ctx context.Context, key string) error {
			_, err := c.calls.ResumeCall(ctx, &callv1.ResumeCallRequest{CallId: id, IdempotencyKey: key})
			return err
		})
	}
	pause(ctx, rand.N(2*time.Second))
	c.hangUp(ctx, []*listener{c.from, c.to}[n%3%2], id)
}

func (c *caller) hangUp(ctx context.Context, l *listener, id string) {
	c.act(ctx, l, id, "hang up", func(ctx context.Context, key string) error {
		ended, err := c.calls.HangUp(ctx, &callv1.HangUpRequest{CallId: id, IdempotencyKey: key})
		c.outcome(l.who.name, ended.GetCall())
		return err
	})
}

// act does something in a call, until it is known what became of it.
func (c *caller) act(ctx context.Context, l *listener, id, change string, do func(ctx context.Context, key string) error) {
	key := c.key()
	began, a := c.s.insist(ctx, c.log, l.who.name, actRefusals, func(ctx context.Context) error { return do(l.who.in(ctx), key) })
	c.log.Write(journal.Entry{Kind: journal.Act, Who: l.who.name, Call: id, Change: change, Began: began, Result: a.result, Reason: a.reason})
}

// outcome notes how a call has ended, if it has.
func (c *caller) outcome(who string, call *callv1.Call) {
	if o := outcomeOf(call.GetOutcome()); o != "" {
		c.log.Write(journal.Entry{Kind: journal.Outcome, Who: who, Call: call.GetCallId(), Outcome: o})
	}
}

// ask asks for each call when all is over, as both parties.
func (c *caller) ask(ctx context.Context) {
	for _, id := range c.started {
		for _, l := range []*listener{c.from, c.to} {
			got, err := c.calls.GetCall(l.who.in(ctx), &callv1.GetCallRequest{CallId: id})
			if err != nil || got.GetCall().GetState() != callv1.CallState_CALL_STATE_ENDED {
				c.log.Write(journal.Entry{Kind: journal.Trouble, Who: l.who.name, Text: fmt.Sprintf("call %s, when all is over: %v, %v", id, got.GetCall().GetState(), err)})
			}
			c.outcome(l.who.name, got.GetCall())
		}
	}
}
