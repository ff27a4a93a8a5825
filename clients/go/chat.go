package parley

import (
	"context"
	"iter"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// Chat carries threads and messages. Beside the methods of the generated stub it has the ones below; Follow and Sender are
// what Subscribe and SendMessages of the stub lack: they go on after a broken connection.
type Chat struct {
	chatv1.ChatServiceClient

	layer *layer
}

// Send sends a text to a thread, and returns the id and the place of the message when it is durable. For HTML, metadata or
// attachments use SendMessage. Errors: THREAD_NOT_FOUND, NOT_A_PARTICIPANT, MESSAGE_TOO_LARGE (above 28 KiB), INTEROP_*
// and others that the contract names at SendMessage.
func (c *Chat) Send(ctx context.Context, threadID, text string) (*chatv1.SendMessageResponse, error) {
	return c.SendMessage(ctx, &chatv1.SendMessageRequest{ThreadId: threadID, Content: text})
}

// Sender opens a sender of many messages, whose life is that of the context. At most window messages are unanswered at a
// time; 0 means 256.
func (c *Chat) Sender(ctx context.Context, window int) *Sender {
	return newSender(ctx, c.layer, window, func(ctx context.Context) (pipe, error) { return c.SendMessages(ctx) })
}

// Follow streams the events of the threads of the user that the caller is or acts as, or of its whole resource.
func (c *Chat) Follow(ctx context.Context, opts ...FollowOption) *Stream[*chatv1.SubscribeResponse] {
	f := following(opts)
	request := &chatv1.SubscribeRequest{ThreadIds: f.only, HeartbeatInterval: f.heartbeat}
	if f.cursor != nil {
		request.Start = &chatv1.SubscribeRequest_Cursor{Cursor: f.cursor}
	} else {
		request.Start = &chatv1.SubscribeRequest_StartPosition{StartPosition: f.position}
	}
	return c.FollowRequest(ctx, request)
}

// FollowRequest is Follow with the request of the contract.
func (c *Chat) FollowRequest(ctx context.Context, request *chatv1.SubscribeRequest) *Stream[*chatv1.SubscribeResponse] {
	request = proto.CloneOf(request)
	return newStream(ctx, c.layer, request.GetCursor(), request.GetHeartbeatInterval(), func(ctx context.Context, cursor []byte) (func() (*chatv1.SubscribeResponse, error), error) {
		if len(cursor) > 0 {
			request.Start = &chatv1.SubscribeRequest_Cursor{Cursor: cursor}
		}
		s, err := c.Subscribe(ctx, request)
		if err != nil {
			return nil, err
		}
		return s.Recv, nil
	})
}

// Threads iterates over the threads of all pages.
func (c *Chat) Threads(ctx context.Context, request *chatv1.ListThreadsRequest) iter.Seq2[*chatv1.Thread, error] {
	return pages(ctx, request, c.ListThreads, (*chatv1.ListThreadsResponse).GetThreads)
}

// Participants iterates over the participants of all pages.
func (c *Chat) Participants(ctx context.Context, request *chatv1.ListParticipantsRequest) iter.Seq2[*chatv1.Participant, error] {
	return pages(ctx, request, c.ListParticipants, (*chatv1.ListParticipantsResponse).GetParticipants)
}

// Messages iterates over the messages of all pages.
func (c *Chat) Messages(ctx context.Context, request *chatv1.ListMessagesRequest) iter.Seq2[*chatv1.Message, error] {
	return pages(ctx, request, c.ListMessages, (*chatv1.ListMessagesResponse).GetMessages)
}

// ReadReceipts iterates over the receipts of all pages.
func (c *Chat) ReadReceipts(ctx context.Context, request *chatv1.ListReadReceiptsRequest) iter.Seq2[*chatv1.ReadReceipt, error] {
	return pages(ctx, request, c.ListReadReceipts, (*chatv1.ListReadReceiptsResponse).GetReceipts)
}

// FollowOption says where a stream starts and what it carries. Without any, a stream starts now and carries everything that
// the caller may see.
type FollowOption func(*followOptions)

type followOptions struct {
	cursor    []byte
	position  typev1.StartPosition
	only      []string
	device    string
	heartbeat *durationpb.Duration
}

func following(opts []FollowOption) followOptions {
	var f followOptions
	for _, o := range opts {
		o(&f)
	}
	return f
}

// FromCursor starts after the event that the cursor belongs to; see [Stream.Cursor]. An empty cursor starts now.
func FromCursor(cursor []byte) FollowOption { return func(f *followOptions) { f.cursor = cursor } }

// FromBeginning starts with the oldest event that is kept and that the caller may see.
func FromBeginning() FollowOption {
	return func(f *followOptions) { f.position = typev1.StartPosition_START_POSITION_BEGINNING }
}

// Only carries these threads, or these calls: at most 1000 ids. Watch of Policy takes the id of one tenant.
func Only(ids ...string) FollowOption { return func(f *followOptions) { f.only = ids } }

// OnDevice names the device that follows calls: 0 to 64 printable ASCII characters that it keeps. A user with one device
// needs none.
func OnDevice(id string) FollowOption { return func(f *followOptions) { f.device = id } }

// Heartbeat sets how long the broker may be silent, 1 s to 10 min; 30 s unless set. A stream that has heard nothing for
// three times as long reconnects.
func Heartbeat(d time.Duration) FollowOption {
	return func(f *followOptions) { f.heartbeat = durationpb.New(d) }
}
