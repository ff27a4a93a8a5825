package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bareCommand serves the ceiling.
type bareCommand struct{}

// Run serves until the context ends. It prints its address first.
func (bareCommand) Run(ctx context.Context, out io.Writer) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s := grpc.NewServer()
	chatv1.RegisterChatServiceServer(s, &bareChat{threads: map[string]*bareThread{}})
	policyv1.RegisterPolicyServiceServer(s, barePolicy{})
	if _, err := fmt.Fprintln(out, l.Addr()); err != nil {
		return err
	}
	context.AfterFunc(ctx, s.Stop)
	return s.Serve(l)
}

// bareChat answers what the broker answers, and keeps nothing but a number for each thread.
type bareChat struct {
	chatv1.UnimplementedChatServiceServer

	mu      sync.Mutex
	threads map[string]*bareThread
}

// bareThread numbers messages, and hands them to those who listen.
type bareThread struct {
	sequence  atomic.Int64
	mu        sync.Mutex
	listeners []chan *chatv1.Message
}

func (s *bareChat) thread(id string) *bareThread {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.threads[id]
	if t == nil {
		t = &bareThread{}
		s.threads[id] = t
	}
	return t
}

// accept makes the answer to a message, and hands the message out.
func (s *bareChat) accept(r *chatv1.SendMessageRequest) *chatv1.SendMessageResponse {
	t := s.thread(r.GetThreadId())
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	answer := &chatv1.SendMessageResponse{
		MessageId: strconv.FormatInt(now.UnixMilli(), 10), SequenceId: t.sequence.Add(1), CreateTime: timestamppb.New(now),
		Commit: &typev1.Commit{Durability: typev1.Durability_DURABILITY_BUFFERED, Revision: revision},
	}
	if len(t.listeners) == 0 {
		return answer
	}
	m := &chatv1.Message{
		MessageId: answer.GetMessageId(), ThreadId: r.GetThreadId(), SequenceId: answer.GetSequenceId(), Type: chatv1.MessageType_MESSAGE_TYPE_TEXT,
		Content: r.GetContent(), Sender: &typev1.CommunicationIdentifier{RawId: bareSender}, SenderDisplayName: "Anna", CreateTime: answer.GetCreateTime(),
	}
	for _, l := range t.listeners {
		l <- m
	}
	return answer
}

// bareSender is as long as the id of a user.
const bareSender = "8:acs:00000000-0000-4000-8000-000000000000_00000000-0000-4000-8000-000000000000"

// revision is as long as the broker's.
const revision = "00000000000000000000"

// cursorOf is as long as the broker's cursors.
func cursorOf(n int64) []byte { return fmt.Appendf(nil, "%024d", n) }

func (s *bareChat) SendMessage(_ context.Context, r *chatv1.SendMessageRequest) (*chatv1.SendMessageResponse, error) {
	return s.accept(r), nil
}

func (s *bareChat) SendMessages(stream grpc.BidiStreamingServer[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse]) error {
	for {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		answer := &chatv1.SendMessagesResponse{Tag: r.GetTag(), Result: &chatv1.SendMessagesResponse_Sent{Sent: s.accept(r.GetMessage())}}
		if err := stream.Send(answer); err != nil {
			return err
		}
	}
}

func (s *bareChat) Subscribe(r *chatv1.SubscribeRequest, stream grpc.ServerStreamingServer[chatv1.SubscribeResponse]) error {
	t := s.thread(r.GetThreadIds()[0])
	events := make(chan *chatv1.Message, 4096)
	t.mu.Lock()
	t.listeners = append(t.listeners, events)
	t.mu.Unlock()
	first := &chatv1.SubscribeResponse{Payload: &chatv1.SubscribeResponse_Heartbeat{Heartbeat: &typev1.Heartbeat{}}, Cursor: cursorOf(0)}
	if err := stream.Send(first); err != nil {
		return err
	}
	for {
		select {
		case m := <-events:
			err := stream.Send(&chatv1.SubscribeResponse{
				Payload: &chatv1.SubscribeResponse_Event{Event: &chatv1.ChatEvent{
					ThreadId: m.GetThreadId(), Time: m.GetCreateTime(), Actor: m.GetSender(),
					Event: &chatv1.ChatEvent_MessageSent{MessageSent: &chatv1.MessageSent{Message: m}},
				}},
				Cursor: cursorOf(m.GetSequenceId()),
			})
			if err != nil {
				return err
			}
		case <-stream.Context().Done():
			t.leave(events)
			return nil
		}
	}
}

// leave takes a listener away. What it was handed and did not take must not keep the thread.
func (t *bareThread) leave(events chan *chatv1.Message) {
	go func() {
		for range events {
		}
	}()
	t.mu.Lock()
	defer t.mu.Unlock()
	for i, l := range t.listeners {
		if l == events {
			t.listeners = append(t.listeners[:i], t.listeners[i+1:]...)
			close(events)
			return
		}
	}
}

// barePolicy answers with a decision like the broker's.
type barePolicy struct {
	policyv1.UnimplementedPolicyServiceServer
}

func (barePolicy) EvaluateInterop(_ context.Context, r *policyv1.EvaluateInteropRequest) (*policyv1.EvaluateInteropResponse, error) {
	d := &policyv1.Decision{Enabled: true, Capabilities: &policyv1.InteropCapabilities{}, Revision: revision}
	for rule := policyv1.Rule(1); rule <= 6; rule++ {
		d.Steps = append(d.Steps, &policyv1.Step{Rule: rule, Passed: true, Detail: "no policy is granted to the user itself, or so", Subject: r.GetResourceId()})
	}
	return &policyv1.EvaluateInteropResponse{Decision: d}, nil
}
