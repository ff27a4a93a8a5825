package rpc

import (
	"context"

	"google.golang.org/grpc"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/internal/access"
	calls "github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/feed"
)

// callServer serves CallService; the contract says what its methods do.
type callServer struct {
	callv1.UnimplementedCallServiceServer

	domain *calls.Service
}

func (s callServer) StartCall(ctx context.Context, r *callv1.StartCallRequest) (*callv1.StartCallResponse, error) {
	return s.domain.StartCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) AnswerCall(ctx context.Context, r *callv1.AnswerCallRequest) (*callv1.AnswerCallResponse, error) {
	return s.domain.AnswerCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) RejectCall(ctx context.Context, r *callv1.RejectCallRequest) (*callv1.RejectCallResponse, error) {
	return s.domain.RejectCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) RedirectCall(ctx context.Context, r *callv1.RedirectCallRequest) (*callv1.RedirectCallResponse, error) {
	return s.domain.RedirectCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) HangUp(ctx context.Context, r *callv1.HangUpRequest) (*callv1.HangUpResponse, error) {
	return s.domain.HangUp(ctx, access.FromContext(ctx), r)
}

func (s callServer) GetCall(ctx context.Context, r *callv1.GetCallRequest) (*callv1.GetCallResponse, error) {
	return s.domain.GetCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) ListCalls(ctx context.Context, r *callv1.ListCallsRequest) (*callv1.ListCallsResponse, error) {
	return s.domain.ListCalls(ctx, access.FromContext(ctx), r)
}

func (s callServer) AddParticipants(ctx context.Context, r *callv1.AddParticipantsRequest) (*callv1.AddParticipantsResponse, error) {
	return s.domain.AddParticipants(ctx, access.FromContext(ctx), r)
}

func (s callServer) RemoveParticipant(ctx context.Context, r *callv1.RemoveParticipantRequest) (*callv1.RemoveParticipantResponse, error) {
	return s.domain.RemoveParticipant(ctx, access.FromContext(ctx), r)
}

func (s callServer) TransferCall(ctx context.Context, r *callv1.TransferCallRequest) (*callv1.TransferCallResponse, error) {
	return s.domain.TransferCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) HoldCall(ctx context.Context, r *callv1.HoldCallRequest) (*callv1.HoldCallResponse, error) {
	return s.domain.HoldCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) ResumeCall(ctx context.Context, r *callv1.ResumeCallRequest) (*callv1.ResumeCallResponse, error) {
	return s.domain.ResumeCall(ctx, access.FromContext(ctx), r)
}

func (s callServer) MuteParticipant(ctx context.Context, r *callv1.MuteParticipantRequest) (*callv1.MuteParticipantResponse, error) {
	return s.domain.MuteParticipant(ctx, access.FromContext(ctx), r)
}

func (s callServer) UnmuteParticipant(ctx context.Context, r *callv1.UnmuteParticipantRequest) (*callv1.UnmuteParticipantResponse, error) {
	return s.domain.UnmuteParticipant(ctx, access.FromContext(ctx), r)
}

func (s callServer) SendDtmf(ctx context.Context, r *callv1.SendDtmfRequest) (*callv1.SendDtmfResponse, error) {
	return s.domain.SendDtmf(ctx, access.FromContext(ctx), r)
}

func (s callServer) SendSignal(ctx context.Context, r *callv1.SendSignalRequest) (*callv1.SendSignalResponse, error) {
	return s.domain.SendSignal(ctx, access.FromContext(ctx), r)
}

func (s callServer) GetRelayConfiguration(ctx context.Context, r *callv1.GetRelayConfigurationRequest) (*callv1.GetRelayConfigurationResponse, error) {
	return s.domain.GetRelayConfiguration(ctx, access.FromContext(ctx), r)
}

func (s callServer) SetCaptureState(ctx context.Context, r *callv1.SetCaptureStateRequest) (*callv1.SetCaptureStateResponse, error) {
	return s.domain.SetCaptureState(ctx, access.FromContext(ctx), r)
}

func (s callServer) AcknowledgeNotice(ctx context.Context, r *callv1.AcknowledgeNoticeRequest) (*callv1.AcknowledgeNoticeResponse, error) {
	return s.domain.AcknowledgeNotice(ctx, access.FromContext(ctx), r)
}

func (s callServer) ListNotices(ctx context.Context, r *callv1.ListNoticesRequest) (*callv1.ListNoticesResponse, error) {
	return s.domain.ListNotices(ctx, access.FromContext(ctx), r)
}

func (s callServer) Subscribe(r *callv1.SubscribeRequest, stream grpc.ServerStreamingServer[callv1.SubscribeResponse]) error {
	ctx := stream.Context()
	opened, err := aside(func() (*calls.Stream, error) { return s.domain.Subscribe(ctx, access.FromContext(ctx), r) })
	if err != nil {
		return err
	}
	return follow(ctx, opened, func(d feed.Delivery) error { return sendCall(stream, d) })
}

// sendCall sends a delivery; every subscriber sees an event as it was committed.
func sendCall(stream grpc.ServerStreamingServer[callv1.SubscribeResponse], d feed.Delivery) error {
	if d.Entry == nil {
		return stream.Send(&callv1.SubscribeResponse{
			Payload: &callv1.SubscribeResponse_Heartbeat{Heartbeat: heartbeat(d)}, Cursor: d.Cursor,
		})
	}
	return stream.SendMsg(newEnvelope(d.Entry.Record.GetCall(), d.Cursor, callCursorField))
}
