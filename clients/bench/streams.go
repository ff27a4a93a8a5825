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
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// window is how many messages are under way on one stream.
const window = 256

// pipelines sends on every stream as fast as answers come.
func (l *load) pipelines(ctx context.Context) (result, error) {
	l.begins = time.Now().Add(l.WarmUp)
	ends := l.begins.Add(l.Duration)
	var group sync.WaitGroup
	errs := make([]error, l.Callers)
	for caller := range l.Callers {
		group.Go(func() {
			errs[caller] = l.pipeline(ctx, caller, func(int) bool { return time.Now().Before(ends) })
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
	stream, err := l.chat(caller).SendMessages(l.as(ctx, l.Token))
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
		l.note(s.threadID, r.GetSent())
		if !s.at.Before(l.begins) {
			l.mu.Lock()
			l.took = append(l.took, time.Since(s.at))
			l.mu.Unlock()
		}
	}
}

// follow subscribes to the first thread from now on. It returns when the subscription is there.
func (l *load) follow(ctx context.Context, i int) (grpc.ServerStreamingClient[chatv1.SubscribeResponse], error) {
	stream, err := l.chat(i).Subscribe(l.as(ctx, l.Token), &chatv1.SubscribeRequest{
		ThreadIds: l.ThreadIDs[:1], Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_NOW},
	})
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
		_, sendErr = l.chat(0).SendMessage(l.as(ctx, l.Token), &chatv1.SendMessageRequest{ThreadId: l.ThreadIDs[0], Content: lastContent})
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
	return result{Count: int64(sent) * int64(l.Subscribers), Took: took}, errors.Join(append(errs, l.check())...)
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

// delays measures from the beginning of a send to the receipt, one message at a time.
func (l *load) delays(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := l.follow(ctx, 1)
	if err != nil {
		return result{}, err
	}
	return l.repeat(ctx, func(ctx context.Context, caller, n int) error {
		if err := l.sendOne(ctx, caller, n); err != nil {
			return err
		}
		m, err := nextMessage(stream)
		if err == nil && m.GetContent() != l.content {
			err = fmt.Errorf("received %q", m.GetContent())
		}
		return err
	})
}
