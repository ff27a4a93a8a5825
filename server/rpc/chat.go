package rpc

import (
	"context"
	"log/slog"

	"google.golang.org/grpc"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/feed"
)

// chatServer serves ChatService; the contract says what its methods do.
type chatServer struct {
	chatv1.UnsafeChatServiceServer

	domain   *chat.Service
	draining <-chan struct{}
	logger   *slog.Logger
}

func (s chatServer) CreateThread(ctx context.Context, r *chatv1.CreateThreadRequest) (*chatv1.CreateThreadResponse, error) {
	return s.domain.CreateThread(ctx, access.FromContext(ctx), r)
}

func (s chatServer) GetThread(ctx context.Context, r *chatv1.GetThreadRequest) (*chatv1.GetThreadResponse, error) {
	return s.domain.GetThread(ctx, access.FromContext(ctx), r)
}

func (s chatServer) ListThreads(ctx context.Context, r *chatv1.ListThreadsRequest) (*chatv1.ListThreadsResponse, error) {
	return s.domain.ListThreads(ctx, access.FromContext(ctx), r)
}

func (s chatServer) AddParticipants(ctx context.Context, r *chatv1.AddParticipantsRequest) (*chatv1.AddParticipantsResponse, error) {
	return s.domain.AddParticipants(ctx, access.FromContext(ctx), r)
}

func (s chatServer) RemoveParticipant(ctx context.Context, r *chatv1.RemoveParticipantRequest) (*chatv1.RemoveParticipantResponse, error) {
	return s.domain.RemoveParticipant(ctx, access.FromContext(ctx), r)
}

func (s chatServer) ListParticipants(ctx context.Context, r *chatv1.ListParticipantsRequest) (*chatv1.ListParticipantsResponse, error) {
	return s.domain.ListParticipants(ctx, access.FromContext(ctx), r)
}

func (s chatServer) SendMessage(ctx context.Context, r *chatv1.SendMessageRequest) (*chatv1.SendMessageResponse, error) {
	return s.domain.SendMessage(ctx, access.FromContext(ctx), r)
}

func (s chatServer) GetMessage(ctx context.Context, r *chatv1.GetMessageRequest) (*chatv1.GetMessageResponse, error) {
	return s.domain.GetMessage(ctx, access.FromContext(ctx), r)
}

func (s chatServer) ListMessages(ctx context.Context, r *chatv1.ListMessagesRequest) (*chatv1.ListMessagesResponse, error) {
	return s.domain.ListMessages(ctx, access.FromContext(ctx), r)
}

func (s chatServer) UpdateThread(ctx context.Context, r *chatv1.UpdateThreadRequest) (*chatv1.UpdateThreadResponse, error) {
	return s.domain.UpdateThread(ctx, access.FromContext(ctx), r)
}

func (s chatServer) DeleteThread(ctx context.Context, r *chatv1.DeleteThreadRequest) (*chatv1.DeleteThreadResponse, error) {
	return s.domain.DeleteThread(ctx, access.FromContext(ctx), r)
}

func (s chatServer) UpdateMessage(ctx context.Context, r *chatv1.UpdateMessageRequest) (*chatv1.UpdateMessageResponse, error) {
	return s.domain.UpdateMessage(ctx, access.FromContext(ctx), r)
}

func (s chatServer) DeleteMessage(ctx context.Context, r *chatv1.DeleteMessageRequest) (*chatv1.DeleteMessageResponse, error) {
	return s.domain.DeleteMessage(ctx, access.FromContext(ctx), r)
}

func (s chatServer) SendTypingNotification(ctx context.Context, r *chatv1.SendTypingNotificationRequest) (*chatv1.SendTypingNotificationResponse, error) {
	return s.domain.SendTypingNotification(ctx, access.FromContext(ctx), r)
}

func (s chatServer) SendReadReceipt(ctx context.Context, r *chatv1.SendReadReceiptRequest) (*chatv1.SendReadReceiptResponse, error) {
	return s.domain.SendReadReceipt(ctx, access.FromContext(ctx), r)
}

func (s chatServer) ListReadReceipts(ctx context.Context, r *chatv1.ListReadReceiptsRequest) (*chatv1.ListReadReceiptsResponse, error) {
	return s.domain.ListReadReceipts(ctx, access.FromContext(ctx), r)
}

func (s chatServer) SendMessages(stream grpc.BidiStreamingServer[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse]) error {
	p := pipeline{stream: stream, domain: s.domain, caller: access.FromContext(stream.Context()), draining: s.draining, logger: s.logger}
	return p.run()
}

func (s chatServer) Subscribe(r *chatv1.SubscribeRequest, stream grpc.ServerStreamingServer[chatv1.SubscribeResponse]) error {
	ctx := stream.Context()
	subscription, err := aside(func() (*feed.Subscription, error) { return s.domain.Subscribe(ctx, access.FromContext(ctx), r) })
	if err != nil {
		return err
	}
	return follow(ctx, subscription, func(d feed.Delivery) error { return sendChat(stream, d) })
}

// sendChat sends a delivery as the subscriber sees it.
func sendChat(stream grpc.ServerStreamingServer[chatv1.SubscribeResponse], d feed.Delivery) error {
	c := access.FromContext(stream.Context())
	if typing, ok := d.Notice.(*chatv1.TypingNotification); ok {
		return sendTyping(stream, c, typing)
	}
	if d.Entry == nil {
		return stream.Send(&chatv1.SubscribeResponse{
			Payload: &chatv1.SubscribeResponse_Heartbeat{Heartbeat: heartbeat(d)}, Cursor: d.Cursor,
		})
	}
	event, err := chat.Render(c, d.Entry.Record.GetChat())
	if err != nil {
		return err
	}
	return stream.SendMsg(newEnvelope(event, d.Cursor, cursorField))
}

func sendTyping(stream grpc.ServerStreamingServer[chatv1.SubscribeResponse], c access.Caller, n *chatv1.TypingNotification) error {
	seen := chat.RenderTyping(c, n)
	if seen == nil {
		return nil
	}
	return stream.Send(&chatv1.SubscribeResponse{Payload: &chatv1.SubscribeResponse_Typing{Typing: seen}})
}
