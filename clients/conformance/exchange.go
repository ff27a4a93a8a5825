package main

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// exchange is the life of one call in the proxy.
type exchange struct {
	proxy    *proxy
	passage  *passage
	fault    *fault
	client   grpc.ServerStream
	upstream *grpc.ClientConn
	// output is the type of the answers; nil for methods that are not of the contract.
	output protoreflect.MessageDescriptor
}

var errCut = status.Error(codes.Unavailable, "the proxy cut the connection")

func (x *exchange) run() error {
	x.output = outputOf(x.passage.method)
	ctx, cancel := context.WithCancel(metadata.NewOutgoingContext(x.client.Context(), forwarded(x.passage.metadata)))
	defer cancel()
	up, err := x.upstream.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, x.passage.method)
	if err != nil {
		return err
	}
	go func() {
		if err := x.forward(up); err != nil {
			cancel()
		}
	}()
	return x.answer(up)
}

// outputOf finds the type of the answers of a method by its full name.
func outputOf(full string) protoreflect.MessageDescriptor {
	service, rpc, _ := strings.Cut(strings.TrimPrefix(full, "/"), "/")
	for short, name := range services {
		if name == service {
			if m, err := methodNamed(short + "." + rpc); err == nil {
				return m.Output()
			}
		}
	}
	return nil
}

// forwarded are the fields of the client that the broker gets: those that gRPC does not write by itself.
func forwarded(fields metadata.MD) metadata.MD {
	kept := metadata.MD{}
	for name, values := range fields {
		if !strings.HasPrefix(name, ":") && !strings.HasPrefix(name, "grpc-") && name != "content-type" && name != "user-agent" && name != "te" {
			kept[name] = values
		}
	}
	return kept
}

// forward passes what the client sends.
func (x *exchange) forward(up grpc.ClientStream) error {
	for {
		var frame []byte
		err := x.client.RecvMsg(&frame)
		if errors.Is(err, io.EOF) {
			return up.CloseSend()
		}
		if err != nil {
			return err
		}
		x.proxy.change(func() { x.passage.requested(frame) })
		if err := x.repeat(up.Context(), frame); err != nil {
			return err
		}
		if err := up.SendMsg(&frame); err != nil {
			return err
		}
	}
}

// repeat performs a unary call beside the one that is passed on.
func (x *exchange) repeat(ctx context.Context, frame []byte) error {
	if x.fault == nil || !x.fault.Duplicate && !x.fault.Exhaust {
		return nil
	}
	for {
		var ignored []byte
		err := x.upstream.Invoke(ctx, x.passage.method, &frame, &ignored)
		if x.fault.Duplicate {
			return err
		}
		if err != nil {
			return ctx.Err()
		}
	}
}

func (p *passage) requested(frame []byte) {
	p.requests = append(p.requests, frame)
	p.unanswered = max(p.unanswered, len(p.requests)-p.answers)
}

// answer passes what the broker answers, and its end.
func (x *exchange) answer(up grpc.ClientStream) error {
	for {
		var frame []byte
		err := up.RecvMsg(&frame)
		if err != nil {
			trailer := up.Trailer()
			delete(trailer, "grpc-status-details-bin")
			x.client.SetTrailer(trailer)
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		if err := x.passAnswer(frame); err != nil {
			return err
		}
	}
}

func (x *exchange) passAnswer(frame []byte) error {
	f := x.fault
	if f != nil {
		if err := f.after(x); err != nil {
			return err
		}
		if f.SilenceAfter > 0 && x.passage.answers >= f.SilenceAfter {
			return nil
		}
	}
	if x.output != nil {
		altered, err := f.alter(x.output, frame)
		if err != nil {
			return err
		}
		frame = altered
	}
	// It counts before it is sent: the client may act on it at once.
	x.proxy.change(func() {
		x.passage.waiting = time.Now()
		x.passage.answers++
	})
	err := x.client.SendMsg(&frame)
	x.proxy.change(func() { x.passage.waiting = time.Time{} })
	if err == nil && f != nil && f.CutAfter > 0 && x.passage.answers >= f.CutAfter {
		return x.cut()
	}
	return err
}

// cut breaks the connection. What was sent may be lost with it: then the client must get it again.
func (x *exchange) cut() error {
	x.proxy.cut(x.client.Context())
	return errCut
}

// after does what a fault does when the broker has answered.
func (f *fault) after(x *exchange) error {
	switch {
	case f.LoseAnswer:
		return x.cut()
	case f.Fail != nil && f.FailAfter > 0 && x.passage.answers >= f.FailAfter:
		return f.Fail.status()
	case f.HoldAnswers:
		select {
		case <-f.released:
		case <-x.client.Context().Done():
			return x.client.Context().Err()
		}
	}
	return nil
}
