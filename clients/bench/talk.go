package main

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// pair is two users who call each other.
type pair struct {
	caller, callee party
	delays         []time.Duration // from the answer to the stream of the caller
}

// party is a user with a stream of calls.
type party struct {
	user

	client callv1.CallServiceClient
	stream grpc.ServerStreamingClient[callv1.SubscribeResponse]
}

// talk lets every pair call, answer and hang up again and again. What each takes is the delay of the answer.
func (l *load) talk(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	pairs := make([]*pair, l.Callers)
	for i := range pairs {
		caller, err := l.party(ctx, 2*i)
		if err != nil {
			return result{}, err
		}
		callee, err := l.party(ctx, 2*i+1)
		if err != nil {
			return result{}, err
		}
		pairs[i] = &pair{caller: caller, callee: callee}
	}
	r, err := l.repeat(ctx, func(ctx context.Context, caller, _ int) error { return l.call(ctx, pairs[caller]) })
	l.took = nil
	for _, p := range pairs {
		l.took = append(l.took, p.delays...)
	}
	delays := l.result(r.Took)
	r.Median, r.P99 = delays.Median, delays.P99
	return r, err
}

// device is the device of every user.
const device = "d"

func (l *load) party(ctx context.Context, i int) (party, error) {
	p := party{user: l.Users[i], client: callv1.NewCallServiceClient(l.conn(i))}
	var err error
	if p.stream, err = p.client.Subscribe(as(ctx, p.Token), &callv1.SubscribeRequest{DeviceId: device}); err == nil {
		_, err = p.stream.Recv()
	}
	return p, err
}

// call is one whole call: it rings, is answered, connected, and ended by the caller.
func (l *load) call(ctx context.Context, p *pair) error {
	const external = callv1.MediaMode_MEDIA_MODE_EXTERNAL
	started, err := p.caller.client.StartCall(as(ctx, p.caller.Token), &callv1.StartCallRequest{
		Targets: []*typev1.CommunicationIdentifier{{RawId: p.callee.RawID}}, MediaMode: external, DeviceId: device,
	})
	if err != nil {
		return err
	}
	id := started.GetCall().GetCallId()
	if err := p.callee.hear(id, func(e *callv1.CallEvent) bool { return e.GetLegRinging() != nil }); err != nil {
		return err
	}
	began := time.Now()
	if _, err := p.callee.client.AnswerCall(as(ctx, p.callee.Token), &callv1.AnswerCallRequest{CallId: id, MediaMode: external, DeviceId: device}); err != nil {
		return err
	}
	if err := p.caller.hear(id, func(e *callv1.CallEvent) bool { return e.GetLegAnswered() != nil }); err != nil {
		return err
	}
	if !began.Before(l.begins) {
		p.delays = append(p.delays, time.Since(began))
	}
	if err := p.caller.hear(id, func(e *callv1.CallEvent) bool {
		return e.GetCallStateChanged().GetState() == callv1.CallState_CALL_STATE_CONNECTED
	}); err != nil {
		return err
	}
	if _, err := p.caller.client.HangUp(as(ctx, p.caller.Token), &callv1.HangUpRequest{CallId: id}); err != nil {
		return err
	}
	for _, one := range []party{p.caller, p.callee} {
		if err := one.hear(id, func(e *callv1.CallEvent) bool { return e.GetCallEnded() != nil }); err != nil {
			return err
		}
	}
	return nil
}

// hear reads events up to one that fits. All must be of the call.
func (p party) hear(callID string, fits func(*callv1.CallEvent) bool) error {
	for {
		r, err := p.stream.Recv()
		if err != nil {
			return err
		}
		if r.GetEvent() == nil {
			continue
		}
		if r.GetEvent().GetCallId() != callID {
			return fmt.Errorf("an event of call %s came in call %s", r.GetEvent().GetCallId(), callID)
		}
		if fits(r.GetEvent()) {
			return nil
		}
	}
}
