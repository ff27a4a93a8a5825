package parley_test

import (
	"context"
	"fmt"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	parley "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bare returns the generated stub without any layer, and a context with the metadata of a user.
func bare(b *testing.B, user string) (context.Context, chatv1.ChatServiceClient) {
	b.Helper()
	broker := needBroker(b)
	conn, err := grpc.NewClient(broker.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = conn.Close() })
	ctx := metadata.AppendToOutgoingContext(b.Context(), "authorization", "Bearer "+broker.ResourceKeys[0], "parley-act-as", user)
	return ctx, chatv1.NewChatServiceClient(conn)
}

// What the layer costs a loop of unary calls.
func BenchmarkRead(b *testing.B) {
	anna, user := newUser(b, connect(b), "Anna")
	thread := newThread(b, anna)
	b.Run("bare", func(b *testing.B) {
		ctx, chat := bare(b, user)
		for b.Loop() {
			if _, err := chat.GetThread(ctx, &chatv1.GetThreadRequest{ThreadId: thread}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("layer", func(b *testing.B) {
		for b.Loop() {
			if _, err := anna.Chat.GetThread(b.Context(), &chatv1.GetThreadRequest{ThreadId: thread}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// What the layer costs a pipeline of messages. The store of the broker grows meanwhile, so compare runs on fresh brokers:
// `-bench Send/bare`, then `-bench Send/layer`.
func BenchmarkSend(b *testing.B) {
	anna, user := newUser(b, connect(b), "Anna")
	b.Run("bare", func(b *testing.B) {
		ctx, chat := bare(b, user)
		thread := newThread(b, anna)
		stream, err := chat.SendMessages(ctx)
		if err != nil {
			b.Fatal(err)
		}
		slots, done := make(chan struct{}, 256), make(chan error, 1)
		go func() {
			for range b.N {
				if _, err := stream.Recv(); err != nil {
					done <- err
					return
				}
				<-slots
			}
			done <- nil
		}()
		for i := range b.N {
			slots <- struct{}{}
			m := &chatv1.SendMessageRequest{ThreadId: thread, Content: "The roof leaks.", IdempotencyKey: fmt.Sprintf("%s-%d-%d", b.Name(), b.N, i)}
			if err := stream.Send(&chatv1.SendMessagesRequest{Tag: int64(i), Message: m}); err != nil {
				b.Fatal(err)
			}
		}
		if err := <-done; err != nil {
			b.Fatal(err)
		}
	})
	b.Run("layer", func(b *testing.B) {
		message := &chatv1.SendMessageRequest{ThreadId: newThread(b, anna), Content: "The roof leaks."}
		sender := anna.Chat.Sender(b.Context(), 256)
		for range b.N {
			if _, err := sender.Send(b.Context(), message); err != nil {
				b.Fatal(err)
			}
		}
		if err := sender.Close(); err != nil {
			b.Fatal(err)
		}
	})
}

// What the layer costs a loop over a stream.
func BenchmarkFollow(b *testing.B) {
	const events = 10_000
	anna, user := newUser(b, connect(b), "Anna")
	thread := newThread(b, anna)
	sender := anna.Chat.Sender(b.Context(), 0)
	for range events {
		if _, err := sender.Send(b.Context(), &chatv1.SendMessageRequest{ThreadId: thread, Content: "The roof leaks."}); err != nil {
			b.Fatal(err)
		}
	}
	if err := sender.Close(); err != nil {
		b.Fatal(err)
	}
	b.Run("bare", func(b *testing.B) {
		ctx, chat := bare(b, user)
		for b.Loop() {
			ctx, cancel := context.WithCancel(ctx)
			request := &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}}
			stream, err := chat.Subscribe(ctx, request)
			if err != nil {
				b.Fatal(err)
			}
			for seen := 0; seen < events; {
				r, err := stream.Recv()
				if err != nil {
					b.Fatal(err)
				}
				if r.GetEvent() != nil {
					seen++
				}
			}
			cancel()
		}
	})
	b.Run("layer", func(b *testing.B) {
		for b.Loop() {
			stream := anna.Chat.Follow(b.Context(), parley.FromBeginning())
			for range events {
				if _, err := stream.Next(); err != nil {
					b.Fatal(err)
				}
			}
			stream.Close()
		}
	})
}
