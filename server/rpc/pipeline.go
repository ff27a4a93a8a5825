package rpc

import (
	"context"
	"errors"
	"io"
	"log/slog"

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

// pipeline serves one stream of messages to send. What has come while a batch was being committed makes up the next one,
// so a slow disk makes larger batches and an idle one no delay. Answers go out in the order of the requests.
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

// run serves the stream until the client has closed its side and has all its answers.
func (p *pipeline) run() error {
	p.pending = make(chan pending, maxPending)
	go p.read()
	for {
		batch, err := p.next()
		if err != nil || len(batch) == 0 {
			return err
		}
		if err := p.domain.Stands(p.stream.Context(), p.caller); err != nil {
			return err
		}
		if err := p.send(batch); err != nil {
			return err
		}
	}
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
func (p *pipeline) next() ([]pending, error) {
	var batch []pending
	select {
	case first, ok := <-p.pending:
		if !ok {
			return nil, p.end()
		}
		batch = append(batch, first)
	case <-p.draining:
		return nil, reason.StreamResumable()
	case <-p.stream.Context().Done():
		return nil, p.stream.Context().Err()
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

// send sends the messages of a batch and answers each.
func (p *pipeline) send(batch []pending) error {
	requests := make([]*chatv1.SendMessageRequest, 0, len(batch))
	for _, b := range batch {
		if b.refusal == nil {
			requests = append(requests, b.request.GetMessage())
		}
	}
	sent, err := p.domain.SendMessages(p.stream.Context(), p.caller, requests)
	for _, b := range batch {
		answer := &chatv1.SendMessagesResponse{Tag: b.request.GetTag()}
		switch {
		case b.refusal != nil:
			p.refuse(answer, b.refusal)
		case err != nil:
			p.refuse(answer, err)
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
