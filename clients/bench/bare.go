package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// bareCommand serves the ceiling.
type bareCommand struct {
	History int `help:"How many messages to send to who asks for all."`
}

// Run serves until the context ends. It prints its address first.
func (c bareCommand) Run(ctx context.Context, out io.Writer) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s := grpc.NewServer()
	chatv1.RegisterChatServiceServer(s, &bareChat{history: c.History, threads: map[string]*bareThread{}})
	policyv1.RegisterPolicyServiceServer(s, &barePolicy{changes: make(chan *policyv1.ExternalAccessPolicy, 1)})
	callv1.RegisterCallServiceServer(s, newBareCalls())
	if _, err := fmt.Fprintln(out, l.Addr()); err != nil {
		return err
	}
	context.AfterFunc(ctx, s.Stop)
	if err := s.Serve(l); !errors.Is(err, grpc.ErrServerStopped) { // it may be told to stop before it has begun
		return err
	}
	return nil
}

// bareChat answers what the broker answers, and keeps nothing but a number for each thread.
type bareChat struct {
	chatv1.UnimplementedChatServiceServer

	history int

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

// followed is the thread whose listeners follow all others too. All messages pass through its lock only while there are some.
const followed = ""

// accept makes the answer to a message, and hands the message out.
func (s *bareChat) accept(r *chatv1.SendMessageRequest) *chatv1.SendMessageResponse {
	t := s.thread(r.GetThreadId())
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	answer := &chatv1.SendMessageResponse{
		MessageId: strconv.FormatInt(now.UnixMilli(), 10), SequenceId: t.sequence.Add(1), CreateTime: timestamppb.New(now.Truncate(time.Millisecond)),
		Commit: bareCommit(),
	}
	all := s.thread(followed)
	all.mu.Lock()
	defer all.mu.Unlock()
	if len(t.listeners) == 0 && len(all.listeners) == 0 {
		return answer
	}
	m := &chatv1.Message{
		MessageId: answer.GetMessageId(), ThreadId: r.GetThreadId(), SequenceId: answer.GetSequenceId(), Type: chatv1.MessageType_MESSAGE_TYPE_TEXT,
		Content: r.GetContent(), Sender: sender, SenderDisplayName: "Anna", CreateTime: answer.GetCreateTime(),
	}
	for _, l := range slices.Concat(t.listeners, all.listeners) {
		l <- m
	}
	return answer
}

// Identifiers that are as long as those of a user, its resource and its tenant.
const (
	bareID     = "00000000-0000-4000-8000-000000000000"
	bareSender = "8:acs:" + bareID + "_" + bareID
)

// bareIdentifier says of a user what the broker says of it.
func bareIdentifier(raw string) *typev1.CommunicationIdentifier {
	resource, user, _ := strings.Cut(strings.TrimPrefix(raw, "8:acs:"), "_")
	return &typev1.CommunicationIdentifier{RawId: raw, Kind: &typev1.CommunicationIdentifier_CommunicationUser{
		CommunicationUser: &typev1.CommunicationUser{ResourceId: resource, UserId: user},
	}}
}

// sender is who sends to the bare server.
var sender = bareIdentifier(bareSender)

// revision is as long as those of a broker that has a few million entries.
const revision = "00000"

func bareCommit() *typev1.Commit {
	return &typev1.Commit{Durability: typev1.Durability_DURABILITY_BUFFERED, Revision: revision}
}

// cursorOf is as long as the broker's cursors.
func cursorOf(n int64) []byte { return fmt.Appendf(nil, "%028d", n) }

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
	if r.GetStartPosition() == typev1.StartPosition_START_POSITION_BEGINNING {
		return replay(stream, s.history)
	}
	t := s.thread(append(r.GetThreadIds(), followed)[0])
	events := make(chan *chatv1.Message, 4096)
	t.mu.Lock()
	t.listeners = append(t.listeners, events)
	t.mu.Unlock()
	if err := stream.Send(bareHeartbeat); err != nil {
		return err
	}
	for {
		select {
		case m := <-events:
			if err := stream.Send(bareEvent(m)); err != nil {
				return err
			}
		case <-stream.Context().Done():
			t.leave(events)
			return nil
		}
	}
}

// bareHeartbeat says that there is nothing more to come at the moment.
var bareHeartbeat = &chatv1.SubscribeResponse{
	Payload: &chatv1.SubscribeResponse_Heartbeat{Heartbeat: &typev1.Heartbeat{CaughtUp: true}}, Cursor: cursorOf(0),
}

// bareEvent is made for each subscriber anew, as a server does that thinks of nothing else.
func bareEvent(m *chatv1.Message) *chatv1.SubscribeResponse {
	return &chatv1.SubscribeResponse{
		Payload: &chatv1.SubscribeResponse_Event{Event: &chatv1.ChatEvent{
			ThreadId: m.GetThreadId(), Time: timestamppb.Now(), Actor: m.GetSender(),
			Event: &chatv1.ChatEvent_MessageSent{MessageSent: &chatv1.MessageSent{Message: m}},
		}},
		Cursor: cursorOf(m.GetSequenceId()),
	}
}

// replay sends as many messages as a server has that keeps none.
func replay(stream grpc.ServerStreamingServer[chatv1.SubscribeResponse], n int) error {
	content := strings.Repeat("The roof leaks. ", 16)
	for i := range n {
		err := stream.Send(bareEvent(&chatv1.Message{
			MessageId: strconv.Itoa(1_700_000_000_000 + i), ThreadId: bareThreadID(0), SequenceId: int64(i + 1), Type: chatv1.MessageType_MESSAGE_TYPE_TEXT,
			Content: content, Sender: sender, SenderDisplayName: "Anna", CreateTime: timestamppb.New(time.Now().Truncate(time.Millisecond)),
		}))
		if err != nil {
			return err
		}
	}
	return stream.Send(bareHeartbeat)
}

func bareThreadID(i int) string { return fmt.Sprintf("19:%026d@thread.v2", i) }

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

	changes chan *policyv1.ExternalAccessPolicy
}

func (*barePolicy) EvaluateInterop(_ context.Context, r *policyv1.EvaluateInteropRequest) (*policyv1.EvaluateInteropResponse, error) {
	d := &policyv1.Decision{Enabled: true, Capabilities: &policyv1.InteropCapabilities{}, Revision: revision}
	for rule := policyv1.Rule(1); rule <= 6; rule++ {
		d.Steps = append(d.Steps, &policyv1.Step{Rule: rule, Passed: true})
	}
	d.Steps[0].Detail = "communication users are allowed here: enable_acs_users is true"
	d.Steps[1].Detail, d.Steps[1].Subject = "it is one of the allowed_acs_resources", r.GetResourceId()
	return &policyv1.EvaluateInteropResponse{Decision: d}, nil
}

func (s *barePolicy) UpdateExternalAccessPolicy(_ context.Context, r *policyv1.UpdateExternalAccessPolicyRequest) (*policyv1.UpdateExternalAccessPolicyResponse, error) {
	p, now := r.GetPolicy(), timestamppb.Now()
	p.TenantId, p.EnableAcsFederationAccess, p.Etag, p.CreateTime, p.UpdateTime = bareID, new(true), "0000000000000", now, now
	s.changes <- p
	return &policyv1.UpdateExternalAccessPolicyResponse{Policy: p, Commit: bareCommit()}, nil
}

func (s *barePolicy) WatchPolicy(_ *policyv1.WatchPolicyRequest, stream grpc.ServerStreamingServer[policyv1.WatchPolicyResponse]) error {
	r := &policyv1.WatchPolicyResponse{Payload: &policyv1.WatchPolicyResponse_Heartbeat{Heartbeat: &typev1.Heartbeat{}}, Cursor: cursorOf(0)}
	for {
		if err := stream.Send(r); err != nil {
			return err
		}
		select {
		case p := <-s.changes:
			r = &policyv1.WatchPolicyResponse{
				Payload: &policyv1.WatchPolicyResponse_Event{Event: &policyv1.PolicyEvent{
					TenantId: bareID, Time: timestamppb.Now(), Revision: revision, Event: &policyv1.PolicyEvent_PolicySet{PolicySet: p},
				}},
				Cursor: cursorOf(1),
			}
		case <-stream.Context().Done():
			return nil
		}
	}
}
