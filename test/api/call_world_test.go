package api_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// caller is somebody who can call and be called.
type caller struct {
	callv1.CallServiceClient

	t  *testing.T
	id string
}

// caller makes a communication user with a token of its own.
func (w *world) caller() *caller {
	w.t.Helper()
	r, err := identityv1.NewIdentityServiceClient(w.backend).CreateUser(w.t.Context(), &identityv1.CreateUserRequest{
		TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_VOIP},
	})
	must(w.t, err)
	return &caller{t: w.t, id: r.GetUser().GetIdentifier().GetRawId(), CallServiceClient: callv1.NewCallServiceClient(w.Conn(w.t, r.GetAccessToken().GetToken()))}
}

// ofTenant returns a user or a voice application of the tenant.
func (w *world) ofTenant(rawID string) *caller {
	w.t.Helper()
	r, err := identityv1.NewIdentityServiceClient(w.admin).IssueTenantUserToken(w.t.Context(), &identityv1.IssueTenantUserTokenRequest{
		Identifier: raw(rawID), Scopes: []typev1.Scope{typev1.Scope_SCOPE_VOIP},
	})
	must(w.t, err)
	return &caller{t: w.t, id: rawID, CallServiceClient: callv1.NewCallServiceClient(w.Conn(w.t, r.GetAccessToken().GetToken()))}
}

func (c *caller) ctx() context.Context { return c.t.Context() }

// call starts a call with media that needs no signals.
func (c *caller) call(targets ...*caller) *callv1.Call {
	c.t.Helper()
	r := &callv1.StartCallRequest{MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL}
	for _, o := range targets {
		r.Targets = append(r.Targets, raw(o.id))
	}
	started, err := c.StartCall(c.ctx(), r)
	must(c.t, err)
	if len(started.GetRefusedTargets()) > 0 {
		c.t.Fatalf("refused: %v", started.GetRefusedTargets())
	}
	return started.GetCall()
}

// answer takes a call with media that needs no signals.
func (c *caller) answer(call *callv1.Call) {
	c.t.Helper()
	_, err := c.AnswerCall(c.ctx(), &callv1.AnswerCallRequest{CallId: call.GetCallId(), MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL})
	must(c.t, err)
}

func (c *caller) get(call *callv1.Call) *callv1.Call {
	c.t.Helper()
	r, err := c.GetCall(c.ctx(), &callv1.GetCallRequest{CallId: call.GetCallId()})
	must(c.t, err)
	return r.GetCall()
}

func (c *caller) hangUp(call *callv1.Call) *callv1.Call {
	c.t.Helper()
	r, err := c.HangUp(c.ctx(), &callv1.HangUpRequest{CallId: call.GetCallId()})
	must(c.t, err)
	return r.GetCall()
}

// listener reads a subscription.
type listener struct {
	t      *testing.T
	stream grpc.ServerStreamingClient[callv1.SubscribeResponse]
	cancel context.CancelFunc
	cursor []byte
	// began is the broker's time at the start.
	began time.Time
}

// listen subscribes as a device, and waits until the subscription is there.
func (c *caller) listen(deviceID string) *listener {
	c.t.Helper()
	return c.subscribe(&callv1.SubscribeRequest{DeviceId: deviceID})
}

func (c *caller) subscribe(r *callv1.SubscribeRequest) *listener {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.ctx(), time.Minute)
	c.t.Cleanup(cancel)
	stream, err := c.Subscribe(ctx, r)
	must(c.t, err)
	first, err := stream.Recv()
	must(c.t, err)
	l := &listener{t: c.t, stream: stream, cancel: cancel, began: first.GetHeartbeat().GetTime().AsTime()}
	if first.GetHeartbeat() == nil {
		c.t.Fatalf("the stream starts with %v", first)
	}
	l.cursor = first.GetCursor()
	return l
}

// next returns the next event, past heartbeats.
func (l *listener) next() *callv1.CallEvent {
	l.t.Helper()
	for {
		r, err := l.stream.Recv()
		must(l.t, err)
		l.cursor = r.GetCursor()
		if r.GetEvent() != nil {
			return r.GetEvent()
		}
	}
}

// until returns the labels of the events up to the first with a label, and makes sure that their numbers have no gaps.
func (l *listener) until(last string) []string {
	l.t.Helper()
	var out []string
	numbers := map[string]int64{}
	for {
		e := l.next()
		if n := e.GetSequence(); n != 0 {
			if before, seen := numbers[e.GetCallId()]; seen && n != before+1 {
				l.t.Errorf("number %d follows %d", n, before)
			}
			numbers[e.GetCallId()] = n
		}
		out = append(out, told(e))
		if out[len(out)-1] == last {
			return out
		}
	}
}

// told is an event in short.
func told(e *callv1.CallEvent) string {
	short := func(prefix string, v fmt.Stringer) string { return strings.TrimPrefix(v.String(), prefix) }
	switch x := e.GetEvent().(type) {
	case *callv1.CallEvent_CallStarted:
		return "started"
	case *callv1.CallEvent_CallStateChanged:
		return short("CALL_STATE_", x.CallStateChanged.GetState())
	case *callv1.CallEvent_CallEnded:
		return "ended " + short("OUTCOME_", x.CallEnded.GetCall().GetOutcome())
	case *callv1.CallEvent_LegRinging:
		return "ringing " + x.LegRinging.GetLeg().GetLegId()
	case *callv1.CallEvent_LegAnswered:
		return "answered " + x.LegAnswered.GetLeg().GetLegId()
	case *callv1.CallEvent_LegConnected:
		return "connected " + x.LegConnected.GetLegId()
	case *callv1.CallEvent_LegEnded:
		l := x.LegEnded.GetLeg()
		return "left " + l.GetLegId() + " " + short("OUTCOME_", l.GetOutcome()) + " " + short("END_CAUSE_", l.GetEndCause())
	case *callv1.CallEvent_RingingStopped:
		return "stopped " + short("OUTCOME_", x.RingingStopped.GetOutcome())
	case *callv1.CallEvent_SignalReceived:
		return fmt.Sprintf("signal %s %d", x.SignalReceived.GetSignal().GetFromLegId(), x.SignalReceived.GetSignal().GetSignalSequence())
	default:
		m := e.ProtoReflect()
		return string(m.WhichOneof(m.Descriptor().Oneofs().ByName("event")).Name())
	}
}
