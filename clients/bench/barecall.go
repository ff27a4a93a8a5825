package main

import (
	"context"
	"sync"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bareCalls tells both parties of a call what happens in it, as many events as the broker, and keeps nothing but who they are.
type bareCalls struct {
	callv1.UnimplementedCallServiceServer

	mu      sync.Mutex
	streams map[string]chan *callv1.CallEvent // by raw id
	parties map[string][2]string              // by call
}

func newBareCalls() *bareCalls {
	return &bareCalls{streams: map[string]chan *callv1.CallEvent{}, parties: map[string][2]string{}}
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

// tell sends events to both parties.
func (s *bareCalls) tell(callID string, happened ...*callv1.CallEvent) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range happened {
		e.CallId, e.Time = callID, timestamppb.Now()
		for _, party := range s.parties[callID] {
			s.streams[party] <- e
		}
	}
}

// bareLeg is about as large as the broker's.
func bareLeg(of string) *callv1.Leg {
	return &callv1.Leg{LegId: uuid.NewString(), Identifier: &typev1.CommunicationIdentifier{RawId: of}, DeviceId: device, DisplayName: "Anna"}
}

func (s *bareCalls) StartCall(ctx context.Context, r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	id, caller, callee := uuid.NewString(), bareCaller(ctx), r.GetTargets()[0].GetRawId()
	s.mu.Lock()
	s.parties[id] = [2]string{caller, callee}
	s.mu.Unlock()
	call := &callv1.Call{CallId: id, Legs: []*callv1.Leg{bareLeg(caller), bareLeg(callee)}, CreateTime: timestamppb.Now()}
	s.tell(id, &callv1.CallEvent{Event: &callv1.CallEvent_CallStarted{CallStarted: &callv1.CallStarted{Call: call}}},
		&callv1.CallEvent{Event: &callv1.CallEvent_LegRinging{LegRinging: &callv1.LegRinging{Leg: call.GetLegs()[1], Call: call}}})
	return &callv1.StartCallResponse{Call: call, LegId: call.GetLegs()[0].GetLegId()}, nil
}

func (s *bareCalls) AnswerCall(ctx context.Context, r *callv1.AnswerCallRequest) (*callv1.AnswerCallResponse, error) {
	leg := bareLeg(bareCaller(ctx))
	s.tell(r.GetCallId(), &callv1.CallEvent{Event: &callv1.CallEvent_LegAnswered{LegAnswered: &callv1.LegAnswered{Leg: leg}}},
		stateChanged(callv1.CallState_CALL_STATE_CONNECTING), legConnected(leg), legConnected(leg), stateChanged(callv1.CallState_CALL_STATE_CONNECTED))
	return &callv1.AnswerCallResponse{Call: &callv1.Call{CallId: r.GetCallId(), Legs: []*callv1.Leg{leg, leg}}}, nil
}

func legConnected(leg *callv1.Leg) *callv1.CallEvent {
	return &callv1.CallEvent{Event: &callv1.CallEvent_LegConnected{LegConnected: &callv1.LegConnected{LegId: leg.GetLegId()}}}
}

func stateChanged(to callv1.CallState) *callv1.CallEvent {
	return &callv1.CallEvent{Event: &callv1.CallEvent_CallStateChanged{CallStateChanged: &callv1.CallStateChanged{State: to}}}
}

func (s *bareCalls) HangUp(ctx context.Context, r *callv1.HangUpRequest) (*callv1.HangUpResponse, error) {
	leg := bareLeg(bareCaller(ctx))
	ended := &callv1.CallEvent{Event: &callv1.CallEvent_LegEnded{LegEnded: &callv1.LegEnded{Leg: leg}}}
	call := &callv1.Call{CallId: r.GetCallId(), Legs: []*callv1.Leg{leg, leg}}
	s.tell(r.GetCallId(), ended, &callv1.CallEvent{Event: &callv1.CallEvent_LegEnded{LegEnded: &callv1.LegEnded{Leg: leg}}},
		&callv1.CallEvent{Event: &callv1.CallEvent_CallEnded{CallEnded: &callv1.CallEnded{Call: call}}})
	s.mu.Lock()
	delete(s.parties, r.GetCallId())
	s.mu.Unlock()
	return &callv1.HangUpResponse{}, nil
}
