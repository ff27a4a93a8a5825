package main

import (
	"context"
	"sync"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bareCalls tells the parties of a call what happens in it, as many events as the broker and as large ones, and keeps nothing but who they are.
type bareCalls struct {
	callv1.UnimplementedCallServiceServer

	mu      sync.Mutex
	streams map[string]chan *callv1.CallEvent // by raw id
	parties map[string][]string               // by call
}

func newBareCalls() *bareCalls {
	return &bareCalls{streams: map[string]chan *callv1.CallEvent{}, parties: map[string][]string{}}
}

// bareCaller is who calls: the token of a user of the bare server ends with the user's raw id.
func bareCaller(ctx context.Context) string {
	m, _ := metadata.FromIncomingContext(ctx)
	token := m.Get("authorization")[0]
	return token[len(token)-len(bareSender):]
}

func (s *bareCalls) Subscribe(_ *callv1.SubscribeRequest, stream grpc.ServerStreamingServer[callv1.SubscribeResponse]) error {
	events := make(chan *callv1.CallEvent, 64)
	s.mu.Lock()
	s.streams[bareCaller(stream.Context())] = events
	s.mu.Unlock()
	r := &callv1.SubscribeResponse{Payload: &callv1.SubscribeResponse_Heartbeat{Heartbeat: &typev1.Heartbeat{}}, Cursor: cursorOf(0)}
	for n := int64(1); ; n++ {
		if err := stream.Send(r); err != nil {
			return err
		}
		select {
		case e := <-events:
			r = &callv1.SubscribeResponse{Payload: &callv1.SubscribeResponse_Event{Event: e}, Cursor: cursorOf(n)}
		case <-stream.Context().Done():
			return nil
		}
	}
}

// tell sends events that somebody has caused to the parties.
func (s *bareCalls) tell(callID, actor string, happened ...*callv1.CallEvent) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, e := range happened {
		e.CallId, e.Time, e.Actor, e.Sequence = callID, timestamppb.Now(), bareIdentifier(actor), int64(i+1)
		for _, party := range s.parties[callID] {
			s.streams[party] <- e
		}
	}
}

// bareLeg is as large as the broker's: of who calls, or of whom somebody calls.
func bareLeg(id, of, invitedBy string) *callv1.Leg {
	now := timestamppb.Now()
	l := &callv1.Leg{
		LegId: id, Identifier: bareIdentifier(of), Direction: callv1.LegDirection_LEG_DIRECTION_OUTGOING, State: callv1.LegState_LEG_STATE_CONNECTING,
		MediaMode: callv1.MediaMode_MEDIA_MODE_EXTERNAL, CreateTime: now,
	}
	if invitedBy == "" {
		answer(l)
	} else {
		l.InvitedBy, l.RingExpireTime = bareIdentifier(invitedBy), now
	}
	return l
}

// answer makes a leg what it is when its party is there.
func answer(l *callv1.Leg) { l.DeviceId, l.AnswerTime = device, timestamppb.Now() }

// bareCall is a call of two parties.
func bareCall(id, caller, callee string) *callv1.Call {
	return &callv1.Call{
		CallId: id, ResourceId: bareID, State: callv1.CallState_CALL_STATE_RINGING, Source: bareIdentifier(caller),
		Legs:        []*callv1.Leg{bareLeg("1", caller, ""), bareLeg("2", callee, caller)},
		RingTimeout: durationpb.New(time.Minute), MaxDuration: durationpb.New(24 * time.Hour), CreateTime: timestamppb.Now(), LastSequence: 2,
	}
}

// connect makes a call what it is when it is answered.
func connect(c *callv1.Call) {
	now := timestamppb.Now()
	c.State, c.ConnectTime, c.ExpireTime = callv1.CallState_CALL_STATE_CONNECTED, now, now
	for _, l := range c.GetLegs() {
		answer(l)
		l.State, l.ConnectTime = callv1.LegState_LEG_STATE_CONNECTED, now
	}
}

// end makes a call what it is when somebody has hung up.
func end(c *callv1.Call, by string) {
	c.State, c.Outcome, c.EndCause = callv1.CallState_CALL_STATE_ENDED, callv1.Outcome_OUTCOME_COMPLETED, callv1.EndCause_END_CAUSE_HUNG_UP
	c.EndedBy, c.EndTime = bareIdentifier(by), timestamppb.Now()
	for _, l := range c.GetLegs() {
		l.State, l.Outcome, l.EndCause, l.EndedBy, l.EndTime = callv1.LegState_LEG_STATE_ENDED, c.GetOutcome(), c.GetEndCause(), c.GetEndedBy(), c.GetEndTime()
	}
}

func (s *bareCalls) StartCall(ctx context.Context, r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	id, caller, callee := uuid.NewString(), bareCaller(ctx), r.GetTargets()[0].GetRawId()
	call, alone := bareCall(id, caller, callee), bareCall(id, caller, callee)
	alone.Legs = alone.GetLegs()[:1]
	s.join(id, caller)
	s.tell(id, caller, &callv1.CallEvent{Event: &callv1.CallEvent_CallStarted{CallStarted: &callv1.CallStarted{Call: alone}}})
	s.join(id, callee)
	s.tell(id, caller, &callv1.CallEvent{Event: &callv1.CallEvent_LegRinging{LegRinging: &callv1.LegRinging{Leg: call.GetLegs()[1], Call: call}}})
	return &callv1.StartCallResponse{Call: call, LegId: "1", Commit: bareCommit()}, nil
}

// join makes a user a party to a call, who is told of what follows.
func (s *bareCalls) join(callID, raw string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.parties[callID] = append(s.parties[callID], raw)
}

// call makes a call anew from who is in it.
func (s *bareCalls) call(id string) *callv1.Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bareCall(id, s.parties[id][0], s.parties[id][1])
}

func (s *bareCalls) AnswerCall(ctx context.Context, r *callv1.AnswerCallRequest) (*callv1.AnswerCallResponse, error) {
	call, leg := s.call(r.GetCallId()), s.call(r.GetCallId()).GetLegs()[1]
	answer(leg)
	s.tell(r.GetCallId(), bareCaller(ctx), &callv1.CallEvent{Event: &callv1.CallEvent_LegAnswered{LegAnswered: &callv1.LegAnswered{Leg: leg}}},
		stateChanged(callv1.CallState_CALL_STATE_CONNECTING), legConnected("1"), legConnected("2"), stateChanged(callv1.CallState_CALL_STATE_CONNECTED))
	connect(call)
	return &callv1.AnswerCallResponse{Call: call, LegId: "2", Commit: bareCommit()}, nil
}

func legConnected(id string) *callv1.CallEvent {
	return &callv1.CallEvent{Event: &callv1.CallEvent_LegConnected{LegConnected: &callv1.LegConnected{LegId: id}}}
}

func stateChanged(to callv1.CallState) *callv1.CallEvent {
	return &callv1.CallEvent{Event: &callv1.CallEvent_CallStateChanged{CallStateChanged: &callv1.CallStateChanged{State: to, PreviousState: callv1.CallState_CALL_STATE_RINGING}}}
}

func (s *bareCalls) HangUp(ctx context.Context, r *callv1.HangUpRequest) (*callv1.HangUpResponse, error) {
	call, by := s.call(r.GetCallId()), bareCaller(ctx)
	connect(call)
	end(call, by)
	s.tell(r.GetCallId(), by, legEnded(call.GetLegs()[0]), legEnded(call.GetLegs()[1]),
		&callv1.CallEvent{Event: &callv1.CallEvent_CallEnded{CallEnded: &callv1.CallEnded{Call: call}}})
	s.mu.Lock()
	delete(s.parties, r.GetCallId())
	s.mu.Unlock()
	return &callv1.HangUpResponse{Call: call, Commit: bareCommit()}, nil
}

func legEnded(leg *callv1.Leg) *callv1.CallEvent {
	return &callv1.CallEvent{Event: &callv1.CallEvent_LegEnded{LegEnded: &callv1.LegEnded{Leg: leg}}}
}
