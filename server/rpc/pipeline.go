package rpc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"sync"

	"google.golang.org/grpc"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/reason"
)

const (
	// maxPending is how many messages of a stream wait for their commit; further ones are not read, so the sender waits.
	maxPending = 256
	// maxBatch is how many of them go into one commit.
	maxBatch = 128
)

// pipeline serves one stream of messages to send. What has come while a batch waited for its turn in the store makes up the
// next one, so a slow disk makes larger batches and an idle one no delay. A batch gets its turn while the one before it becomes
// durable and is answered, so two are under way. Answers go out in the order of the requests.
type pipeline struct {
	stream   grpc.BidiStreamingServer[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse]
	domain   *chat.Service
	caller   access.Caller
	draining <-chan struct{}
	logger   *slog.Logger

	pending chan pending
	// broken is why reading ended; it is set before pending is closed.
	broken error
}

// pending is a request, or why it cannot be one.
type pending struct {
	request *chatv1.SendMessagesRequest
	refusal *reason.Error
}

// flight is a batch on its way through the store.
type flight struct {
	batch []pending
	// begun is closed when its turn has come, or never will: what is sent from then on comes after it.
	begun chan struct{}
	// done is closed when sent and err are what became of it.
	done chan struct{}
	sent []chat.Sent
	err  error
}

// run serves the stream until the client has closed its side and has all its answers.
func (p *pipeline) run() error {
	ctx, cancel := context.WithCancel(p.stream.Context())
	defer cancel()
	p.pending = make(chan pending, maxPending)
	go p.read()
	flights, answered := make(chan *flight), make(chan error, 1)
	go func() { answered <- p.answerAll(flights, cancel) }()
	err := p.sendAll(ctx, flights)
	close(flights)
	if broken := <-answered; broken != nil {
		return broken
	}
	return err
}

// sendAll sends batch after batch, each in flight before the one before it is answered.
func (p *pipeline) sendAll(ctx context.Context, flights chan<- *flight) error {
	for {
		batch, err := p.next(ctx)
		if err != nil || len(batch) == 0 {
			return err
		}
		if err := p.domain.Stands(ctx, p.caller); err != nil {
			return err
		}
		f := p.launch(ctx, batch)
		select {
		case flights <- f:
		case <-ctx.Done():
			<-f.done
			return ctx.Err()
		}
		<-f.begun
	}
}

// answerAll answers the flights in their order. When that fails, it ends the stream.
func (p *pipeline) answerAll(flights <-chan *flight, end func()) (err error) {
	for f := range flights {
		<-f.done
		if err != nil {
			continue
		}
		if err = p.answerFlight(f); err != nil {
			end()
		}
	}
	return err
}

// launch begins to send the messages of a batch.
func (p *pipeline) launch(ctx context.Context, batch []pending) *flight {
	f := &flight{batch: batch, begun: make(chan struct{}), done: make(chan struct{})}
	begin := sync.OnceFunc(func() { close(f.begun) })
	requests := make([]*chatv1.SendMessageRequest, 0, len(batch))
	for _, b := range batch {
		if b.refusal == nil {
			requests = append(requests, b.request.GetMessage())
		}
	}
	go func() {
		defer close(f.done)
		defer begin()
		defer func() {
			if thrown := recover(); thrown != nil {
				f.err = fmt.Errorf("panic: %v\n%s", thrown, debug.Stack())
			}
		}()
		f.sent, f.err = p.domain.SendMessages(ctx, p.caller, requests, begin)
	}()
	return f
}

// read takes requests off the stream while there is room for them.
func (p *pipeline) read() {
	defer close(p.pending)
	for {
		next := pending{request: &chatv1.SendMessagesRequest{}}
		err := p.stream.RecvMsg(next.request)
		if refusal, ok := errors.AsType[*reason.Error](err); ok {
			next.refusal = refusal
		} else if err != nil {
			p.broken = err
			return
		}
		select {
		case p.pending <- next:
		case <-p.stream.Context().Done():
			return
		}
	}
}

// next waits for a request and returns it with those that have come since; none at the end of the stream.
func (p *pipeline) next(ctx context.Context) ([]pending, error) {
	var batch []pending
	select {
	case first, ok := <-p.pending:
		if !ok {
			return nil, p.end()
		}
		batch = append(batch, first)
	case <-p.draining:
		return nil, reason.StreamResumable()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for len(batch) < maxBatch {
		select {
		case another, ok := <-p.pending:
			if !ok {
				return batch, nil
			}
			batch = append(batch, another)
		default:
			return batch, nil
		}
	}
	return batch, nil
}

func (p *pipeline) end() error {
	if errors.Is(p.broken, io.EOF) {
		return nil
	}
	return p.broken
}

// answerFlight answers each message of a flight.
func (p *pipeline) answerFlight(f *flight) error {
	sent := f.sent
	for _, b := range f.batch {
		answer := &chatv1.SendMessagesResponse{Tag: b.request.GetTag()}
		switch {
		case b.refusal != nil:
			p.refuse(answer, b.refusal)
		case f.err != nil:
			p.refuse(answer, f.err)
		default:
			p.answer(answer, sent[0])
			sent = sent[1:]
		}
		if err := p.stream.Send(answer); err != nil {
			return err
		}
	}
	return nil
}

func (p *pipeline) answer(to *chatv1.SendMessagesResponse, sent chat.Sent) {
	if sent.Refusal != nil {
		p.refuse(to, sent.Refusal)
		return
	}
	to.Result = &chatv1.SendMessagesResponse_Sent{Sent: sent.Response}
}

func (p *pipeline) refuse(to *chatv1.SendMessagesResponse, err error) {
	status := toStatus(context.WithoutCancel(p.stream.Context()), p.logger, err)
	to.Result = &chatv1.SendMessagesResponse_Error{Error: status.Proto()}
}
