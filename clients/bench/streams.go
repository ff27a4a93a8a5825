package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"google.golang.org/grpc"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// window is how many messages are under way on one stream.
const window = 256

// pipelines sends on every stream as fast as answers come, while more says so.
func (l *load) pipelines(ctx context.Context, more func(n int) bool) (result, error) {
	l.begins = time.Now().Add(l.WarmUp)
	var group sync.WaitGroup
	errs := make([]error, l.Callers)
	for caller := range l.Callers {
		group.Go(func() {
			errs[caller] = l.pipeline(ctx, caller, more)
		})
	}
	group.Wait()
	return l.result(time.Since(l.begins)), errors.Join(append(errs, l.check())...)
}

// sentAt is what is under way.
type sentAt struct {
	threadID string
	at       time.Time
}

// pipeline sends on one stream while more says so, and waits for all answers.
func (l *load) pipeline(ctx context.Context, caller int, more func(n int) bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := l.chat(caller).SendMessages(as(ctx, l.Token))
	if err != nil {
		return err
	}
	underWay := make(chan sentAt, window)
	answered := make(chan error, 1)
	go func() { answered <- l.answers(stream, underWay, cancel) }()
	for n := 0; more(n) && ctx.Err() == nil; n++ {
		r := l.request(caller, n)
		select {
		case underWay <- sentAt{r.GetThreadId(), time.Now()}:
		case <-ctx.Done():
			return <-answered
		}
		if err := stream.Send(&chatv1.SendMessagesRequest{Tag: int64(n), Message: r}); err != nil {
			break // the answers say why
		}
	}
	close(underWay)
	err = stream.CloseSend()
	return errors.Join(<-answered, err)
}

// answers reads the answers of a stream, which come in the order of the messages.
func (l *load) answers(stream grpc.BidiStreamingClient[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse], underWay <-chan sentAt, cancel func()) error {
	defer cancel()
	for n := int64(0); ; n++ {
		r, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			if _, open := <-underWay; open {
				return errors.New("the stream ended with messages under way")
			}
			return nil
		}
		if err != nil {
			return err
		}
		if r.GetSent() == nil || r.GetTag() != n {
			return fmt.Errorf("message %d was answered with %v", n, r)
		}
		s := <-underWay
		l.answered(s, r.GetSent())
	}
}

// answered remembers an answer on a stream.
func (l *load) answered(s sentAt, answer *chatv1.SendMessageResponse) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen[s.threadID] = append(l.seen[s.threadID], answer.GetSequenceId())
	l.all++
	if !s.at.Before(l.begins) {
		l.took = append(l.took, time.Since(s.at))
	}
}

// follow subscribes to the first thread, or to the whole resource, from now on. It returns when the subscription is there.
func (l *load) follow(ctx context.Context, i int) (grpc.ServerStreamingClient[chatv1.SubscribeResponse], error) {
	if l.Wide {
		return l.subscribe(as(ctx, l.Key), i, &chatv1.SubscribeRequest{})
	}
	return l.subscribe(as(ctx, l.Token), i, &chatv1.SubscribeRequest{ThreadIds: l.ThreadIDs[:1]})
}

// subscribe opens a stream, and returns when the server has said the first thing.
func (l *load) subscribe(ctx context.Context, i int, r *chatv1.SubscribeRequest) (grpc.ServerStreamingClient[chatv1.SubscribeResponse], error) {
	stream, err := l.chat(i).Subscribe(ctx, r)
	if err == nil {
		_, err = stream.Recv()
	}
	return stream, err
}

// nextMessage returns the next message of a stream.
func nextMessage(stream grpc.ServerStreamingClient[chatv1.SubscribeResponse]) (*chatv1.Message, error) {
	for {
		r, err := stream.Recv()
		if err != nil {
			return nil, err
		}
		if m := r.GetEvent().GetMessageSent().GetMessage(); m != nil {
			return m, nil
		}
	}
}

// lastContent ends what subscribers count.
const lastContent = "-- the end --"

// fanOut sends on one stream, and counts what all subscribers receive until each has everything.
func (l *load) fanOut(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	counts, errs := make([]int, l.Subscribers), make([]error, l.Subscribers)
	var group sync.WaitGroup
	for i := range l.Subscribers {
		stream, err := l.follow(ctx, i)
		if err != nil {
			return result{}, err
		}
		group.Go(func() { counts[i], errs[i] = count(stream) })
	}
	l.begins = time.Now()
	ends := l.begins.Add(l.WarmUp + l.Duration)
	sendErr := l.pipeline(ctx, 0, func(int) bool { return time.Now().Before(ends) })
	sent := len(l.seen[l.ThreadIDs[0]])
	if sendErr == nil {
		_, sendErr = l.chat(0).SendMessage(as(ctx, l.Token), &chatv1.SendMessageRequest{ThreadId: l.ThreadIDs[0], Content: lastContent})
	}
	if sendErr != nil {
		return result{}, sendErr
	}
	group.Wait()
	took := time.Since(l.begins)
	for i, n := range counts {
		if n != sent {
			errs = append(errs, fmt.Errorf("subscriber %d received %d messages of %d", i, n, sent))
		}
	}
	all := int64(sent) * int64(l.Subscribers)
	return result{Count: all, All: all, Took: took}, errors.Join(append(errs, l.check())...)
}

// count counts the messages of a stream up to the last. None may be missing or come twice.
func count(stream grpc.ServerStreamingClient[chatv1.SubscribeResponse]) (n int, err error) {
	for last := int64(0); ; n++ {
		m, err := nextMessage(stream)
		if err != nil {
			return n, err
		}
		if last != 0 && m.GetSequenceId() != last+1 {
			return n, fmt.Errorf("message %d came after message %d", m.GetSequenceId(), last)
		}
		if last = m.GetSequenceId(); m.GetContent() == lastContent {
			return n, nil
		}
	}
}
