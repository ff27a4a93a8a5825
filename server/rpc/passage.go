package rpc

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"google.golang.org/grpc"

	"github.com/parley-interop/parley/internal/access"
)

// passage is what every call passes through, from the outside in: the journal, the conversion of errors, recovery from panics,
// the guard, validation. It is one interceptor rather than one for each: the frames of a stream that waits are memory for as long as
// somebody is connected.
type passage struct {
	journal  journal
	logger   *slog.Logger
	guard    *guard
	validate Validator
}

func (p *passage) unary(ctx context.Context, request any, info *grpc.UnaryServerInfo, next grpc.UnaryHandler) (response any, err error) {
	c := p.journal.open(ctx, info.FullMethod)
	defer func() {
		if err = p.answer(ctx, recover(), err); err != nil {
			response = nil
		}
		c.close(ctx, err)
	}()
	if ctx, err = p.enter(ctx, &c); err != nil {
		return nil, err
	}
	if err := p.validate.received(request); err != nil {
		return nil, err
	}
	return next(ctx, request)
}

func (p *passage) stream(server any, stream grpc.ServerStream, info *grpc.StreamServerInfo, next grpc.StreamHandler) (err error) {
	ctx := stream.Context()
	c := p.journal.open(ctx, info.FullMethod)
	defer func() {
		err = p.answer(ctx, recover(), err)
		c.close(ctx, err)
	}()
	inner, err := aside(func() (context.Context, error) { return p.enter(ctx, &c) })
	if err != nil {
		return err
	}
	return next(server, &passedStream{ServerStream: stream, ctx: inner, validate: p.validate, waits: !info.IsClientStream})
}

// enter returns a context with the caller, and notes who it is, or refuses the call.
func (p *passage) enter(ctx context.Context, c *call) (context.Context, error) {
	if isOpen(c.method) {
		return ctx, nil
	}
	caller, err := p.guard.admit(ctx, c)
	if err != nil {
		return nil, err
	}
	return access.NewContext(ctx, caller), nil
}

// answer turns what a call ended with into a status. A panic is a fault without a reason, so the answer is INTERNAL and the log
// has the stack.
func (p *passage) answer(ctx context.Context, thrown any, err error) error {
	if thrown != nil {
		err = fmt.Errorf("panic: %v\n%s", thrown, debug.Stack())
	}
	if err == nil {
		return nil
	}
	return toStatus(ctx, p.logger, err).Err()
}

// passedStream is a stream whose caller is known, and whose messages are checked.
type passedStream struct {
	grpc.ServerStream

	ctx      context.Context //nolint:containedctx // it is that of the stream
	validate Validator
	waits    bool // for what there is to be sent, after one request
}

// Context returns the context of the stream, with the caller.
func (s *passedStream) Context() context.Context { return s.ctx }

// RecvMsg receives a message and checks it.
func (s *passedStream) RecvMsg(m any) error {
	if !s.waits {
		return s.receive(m)
	}
	_, err := aside(func() (struct{}, error) { return struct{}{}, s.receive(m) })
	return err
}

func (s *passedStream) receive(m any) error {
	if err := s.ServerStream.RecvMsg(m); err != nil {
		return err
	}
	return s.validate.received(m)
}
