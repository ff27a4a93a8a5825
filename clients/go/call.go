package parley

import (
	"context"
	"iter"
	"sync"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
)

// Calls carries calls. Beside the methods of the generated stub it has the ones below.
type Calls struct {
	callv1.CallServiceClient

	layer *layer
	self  *self
}

// self is who the caller is or acts as; it is asked for once.
type self struct {
	identity *Identity
	mu       sync.Mutex
	rawID    string
}

func (s *self) name(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.rawID != "" {
		return s.rawID, nil
	}
	caller, err := s.identity.GetCaller(ctx, &identityv1.GetCallerRequest{})
	if err != nil {
		return "", err
	}
	s.rawID = caller.GetIdentifier().GetRawId()
	return s.rawID, nil
}

// CallStream is a stream of the events of calls that knows which calls are incoming ones.
type CallStream struct {
	*Stream[*callv1.SubscribeResponse]

	calls  *Calls
	device string
}

// Follow streams the events of the calls of the user that the caller is or acts as, or of its whole resource. While a user
// follows, the device counts as connected: it rings.
func (c *Calls) Follow(ctx context.Context, opts ...FollowOption) *CallStream {
	f := following(opts)
	request := &callv1.SubscribeRequest{CallIds: f.only, DeviceId: f.device, HeartbeatInterval: f.heartbeat}
	if f.cursor != nil {
		request.Start = &callv1.SubscribeRequest_Cursor{Cursor: f.cursor}
	} else {
		request.Start = &callv1.SubscribeRequest_StartPosition{StartPosition: f.position}
	}
	return c.FollowRequest(ctx, request)
}

// FollowRequest is Follow with the request of the contract.
func (c *Calls) FollowRequest(ctx context.Context, request *callv1.SubscribeRequest) *CallStream {
	request = proto.CloneOf(request)
	s := newStream(ctx, c.layer, request.GetCursor(), request.GetHeartbeatInterval(), func(ctx context.Context, cursor []byte) (func() (*callv1.SubscribeResponse, error), error) {
		if len(cursor) > 0 {
			request.Start = &callv1.SubscribeRequest_Cursor{Cursor: cursor}
		}
		s, err := c.Subscribe(ctx, request)
		if err != nil {
			return nil, err
		}
		return s.Recv, nil
	})
	return &CallStream{Stream: s, calls: c, device: request.GetDeviceId()}
}

// Incoming returns the call that rings for the user of the stream, if that is what a response of the stream tells; else nil.
// To know the user it asks the broker once, so it may fail as a call does.
func (s *CallStream) Incoming(r *callv1.SubscribeResponse) (*IncomingCall, error) {
	ringing := r.GetEvent().GetLegRinging()
	if ringing == nil {
		return nil, nil //nolint:nilnil // No incoming call is the usual case, and no error.
	}
	self, err := s.calls.self.name(s.ctx)
	if err != nil {
		return nil, err
	}
	if self == "" || ringing.GetLeg().GetIdentifier().GetRawId() != self {
		return nil, nil //nolint:nilnil // Somebody else rings.
	}
	return &IncomingCall{Call: ringing.GetCall(), Ringing: ringing, calls: s.calls, device: s.device}, nil
}

// IncomingCall is a call that rings for a user.
type IncomingCall struct {
	// Call is the call with all its legs when it began to ring.
	Call *callv1.Call
	// Ringing is the event that told of it: the user's own leg, and when it stops ringing.
	Ringing *callv1.LegRinging

	calls  *Calls
	device string
}

// Answer takes the call on the device of the stream. The request may be nil; its call and device need not be set. Errors:
// CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED here or on another device, INTEROP_*.
func (i *IncomingCall) Answer(ctx context.Context, request *callv1.AnswerCallRequest) (*callv1.AnswerCallResponse, error) {
	request = orNew(request)
	request.CallId = i.Call.GetCallId()
	if request.GetDeviceId() == "" {
		request.DeviceId = i.device
	}
	return i.calls.AnswerCall(ctx, request)
}

// Reject refuses the call on all devices of the user. The request may be nil, which declines; its call need not be set. Errors:
// CALL_ENDED, LEG_ENDED, CALL_ALREADY_ANSWERED.
func (i *IncomingCall) Reject(ctx context.Context, request *callv1.RejectCallRequest) (*callv1.RejectCallResponse, error) {
	request = orNew(request)
	request.CallId = i.Call.GetCallId()
	return i.calls.RejectCall(ctx, request)
}

// Signal sends an offer, an answer or a candidate to another leg. Errors: LEG_NOT_FOUND, CALL_STATE, SIGNAL_OUT_OF_TURN,
// SIGNAL_TOO_LARGE, TOO_MANY_SIGNALS, NOTICE_UNACKNOWLEDGED.
func (i *IncomingCall) Signal(ctx context.Context, signal *callv1.Signal) (*callv1.SendSignalResponse, error) {
	return i.calls.SendSignal(ctx, &callv1.SendSignalRequest{CallId: i.Call.GetCallId(), Signal: signal})
}

// HangUp leaves the call after it was answered. The request may be nil; its call need not be set. Errors: CALL_STATE while
// it rings.
func (i *IncomingCall) HangUp(ctx context.Context, request *callv1.HangUpRequest) (*callv1.HangUpResponse, error) {
	request = orNew(request)
	request.CallId = i.Call.GetCallId()
	return i.calls.HangUp(ctx, request)
}

// orNew copies a request, or makes an empty one.
func orNew[M proto.Message](request M) M {
	if !request.ProtoReflect().IsValid() {
		return request.ProtoReflect().New().Interface().(M) //nolint:errcheck // A message of the same type.
	}
	return proto.CloneOf(request)
}

// All iterates over the calls of all pages, newest first.
func (c *Calls) All(ctx context.Context, request *callv1.ListCallsRequest) iter.Seq2[*callv1.Call, error] {
	return pages(ctx, request, c.ListCalls, (*callv1.ListCallsResponse).GetCalls)
}

// Notices iterates over the notices of a call, of all pages.
func (c *Calls) Notices(ctx context.Context, request *callv1.ListNoticesRequest) iter.Seq2[*callv1.Notice, error] {
	return pages(ctx, request, c.ListNotices, (*callv1.ListNoticesResponse).GetNotices)
}
