package parley_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	parley "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

var overhead = flag.Int("overhead", 0, "measure what the layer costs over the bare stubs, in so many rounds of each stream")

// How much a round of each loop does, and how many messages a pipeline has under way. Rounds of the loop that waits for each answer are
// short and many, so that what else the machine does meets both ways alike.
const (
	unaryMessages  = 20
	streamMessages = 5000
	pipelineWindow = 256
)

// loop does the same work in two ways.
type loop struct {
	name          string
	rounds, count int
	bare, layer   func(context.Context) error
}

// TestOverhead prints what the layer costs each loop over the bare stubs of gRPC: rounds of both in turns, with one broker, with the same
// messages, metadata, keys and deadlines. A line has the median rates, and how much longer the layer takes.
func TestOverhead(t *testing.T) {
	if *overhead == 0 {
		t.Skip("make bench-go measures")
	}
	for _, l := range newSetting(t).loops() {
		var bare, layer []time.Duration
		for round := range l.rounds + 1 {
			ways := []func(){
				func() { bare = append(bare, timed(t, l.bare)) },
				func() { layer = append(layer, timed(t, l.layer)) },
			}
			// Whoever goes first may meet what the round before has left behind, so they take turns.
			ways[round%2]()
			ways[1-round%2]()
			if round == 0 {
				bare, layer = nil, nil // That was for warming up.
			}
		}
		b, m := median(bare), median(layer)
		_, _ = fmt.Fprintf(os.Stdout, "%-12s %-10s %8.0f/s %8.0f/s %+6.1f %%\n", "go", l.name, rate(l.count, b), rate(l.count, m), 100*(m.Seconds()/b.Seconds()-1))
	}
}

func timed(t *testing.T, do func(context.Context) error) time.Duration {
	t.Helper()
	began := time.Now()
	if err := do(t.Context()); err != nil {
		t.Fatal(err)
	}
	return time.Since(began)
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

func rate(count int, d time.Duration) float64 { return float64(count) / d.Seconds() }

// setting is a user with two threads: one to send to, and one whose events are followed.
type setting struct {
	stub          chatv1.ChatServiceClient
	chat          *parley.Chat
	metadata      metadata.MD
	sending, sent string
}

func newSetting(t *testing.T) *setting {
	t.Helper()
	b := needBroker(t)
	anna, rawID := newUser(t, connect(t), "Anna")
	conn, err := grpc.NewClient(b.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	s := &setting{
		stub: chatv1.NewChatServiceClient(conn), chat: anna.Chat, sending: newThread(t, anna), sent: newThread(t, anna),
		metadata: metadata.Pairs("authorization", "Bearer "+b.ResourceKeys[0], "parley-act-as", rawID),
	}
	if err := s.pipe(t.Context(), s.sent); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s *setting) loops() []loop {
	return []loop{
		{"send", 20 * *overhead, unaryMessages, s.sendBare, s.sendLayer},
		{"pipeline", *overhead, streamMessages, s.pipeBare, func(ctx context.Context) error { return s.pipe(ctx, s.sending) }},
		{"stream", 4 * *overhead, streamMessages, s.followBare, s.followLayer},
	}
}

// message returns a message with a key of its own, of the kind that the layer makes: whoever has the bare stubs has to make one as well.
func (s *setting) message() *chatv1.SendMessageRequest {
	return &chatv1.SendMessageRequest{ThreadId: s.sending, Content: "The roof leaks.", IdempotencyKey: uuid.Must(uuid.NewV7()).String()}
}

func (s *setting) sendBare(ctx context.Context) error {
	ctx = metadata.NewOutgoingContext(ctx, s.metadata)
	for range unaryMessages {
		call, cancel := context.WithTimeout(ctx, 10*time.Second)
		_, err := s.stub.SendMessage(call, s.message())
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *setting) sendLayer(ctx context.Context) error {
	for range unaryMessages {
		if _, err := s.chat.Send(ctx, s.sending, "The roof leaks."); err != nil {
			return err
		}
	}
	return nil
}

func (s *setting) pipeBare(ctx context.Context) error {
	ctx, cancel := context.WithCancel(metadata.NewOutgoingContext(ctx, s.metadata))
	defer cancel()
	stream, err := s.stub.SendMessages(ctx)
	if err != nil {
		return err
	}
	room, failed := make(chan struct{}, pipelineWindow), make(chan error, 1)
	go func() {
		for tag := range streamMessages {
			room <- struct{}{}
			if err := stream.Send(&chatv1.SendMessagesRequest{Tag: int64(tag), Message: s.message()}); err != nil {
				failed <- err
				return
			}
		}
		failed <- stream.CloseSend()
	}()
	for {
		if _, err := stream.Recv(); err == io.EOF { //nolint:errorlint // gRPC returns it as it is.
			return <-failed
		} else if err != nil {
			return err
		}
		<-room
	}
}

func (s *setting) pipe(ctx context.Context, thread string) error {
	sender := s.chat.Sender(ctx, pipelineWindow)
	for range streamMessages {
		if _, err := sender.Send(ctx, &chatv1.SendMessageRequest{ThreadId: thread, Content: "The roof leaks."}); err != nil {
			return err
		}
	}
	return sender.Close()
}

func (s *setting) followBare(ctx context.Context) error {
	ctx, cancel := context.WithCancel(metadata.NewOutgoingContext(ctx, s.metadata))
	defer cancel()
	start := &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}
	stream, err := s.stub.Subscribe(ctx, &chatv1.SubscribeRequest{Start: start, ThreadIds: []string{s.sent}})
	for seen := 0; err == nil && seen < streamMessages; {
		var r *chatv1.SubscribeResponse
		if r, err = stream.Recv(); r.GetEvent() != nil {
			seen++
		}
	}
	return err
}

func (s *setting) followLayer(ctx context.Context) error {
	stream := s.chat.Follow(ctx, parley.FromBeginning(), parley.Only(s.sent))
	defer stream.Close()
	for range streamMessages {
		if _, err := stream.Next(); err != nil {
			return err
		}
	}
	return nil
}
