package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// doFault asks the proxy for a fault of the next calls of a method.
func (r *run) doFault(s *step) error {
	method, err := methodNamed(s.subject.Value)
	if err != nil {
		return err
	}
	fields := object{}
	for name := range s.fields {
		if fields[name], err = r.field(s, name); err != nil {
			return err
		}
	}
	f, err := newFault(method, fields)
	if err != nil {
		return err
	}
	r.proxy.change(func() { r.proxy.faults = append(r.proxy.faults, f) })
	return nil
}

// doRelease lets the answers go that faults hold back.
func (r *run) doRelease(*step) error {
	r.proxy.change(func() {
		for _, f := range r.proxy.faults {
			select {
			case <-f.released:
			default:
				close(f.released)
			}
		}
	})
	return nil
}

// doNetwork breaks all connections (cut), and refuses new ones (down) until it is mended (up).
func (r *run) doNetwork(s *step) error {
	switch s.subject.Value {
	case "cut":
		r.proxy.listener.cutAll()
	case "down":
		r.proxy.listener.setOpen(false)
		r.proxy.listener.cutAll()
	case "up":
		r.proxy.listener.setOpen(true)
	default:
		return errors.New("the network is cut, down or up")
	}
	return nil
}

// doGateway puts a load balancer in front of the proxy (open), at $gateway_address, and lets it break the calls that it passes on (reset,
// or end without a status).
func (r *run) doGateway(s *step) error {
	if s.subject.Value == "open" {
		g, err := startGateway(r.ctx, r.proxy.address())
		if err != nil {
			return err
		}
		r.gateway, r.vars["gateway_address"] = g, g.address
		return nil
	}
	if r.gateway == nil {
		return errors.New("there is no gateway yet: open it")
	}
	ctx, cancel := r.within()
	defer cancel()
	switch s.subject.Value {
	case "reset":
		return r.gateway.end(ctx, errReset)
	case "end":
		return r.gateway.end(ctx, io.EOF)
	default:
		return errors.New("a gateway is to open, to reset or to end calls")
	}
}

var errReset = errors.New("the gateway resets the stream")

// doBroker ends and starts the broker of the scenario.
func (r *run) doBroker(s *step) error {
	if !r.scenario.broker.own {
		return errors.New("the scenario needs a broker of its own for that: `broker: {own: true}`")
	}
	switch s.subject.Value {
	case "stop":
		return r.broker.stop()
	case "kill":
		return r.broker.kill()
	case "start":
		if err := r.broker.start(r.ctx); err != nil {
			return err
		}
		r.vars["broker_address"] = r.broker.address
		return r.proxy.connect(r.broker.address)
	default:
		return errors.New("the broker is to stop, be killed (kill) or start")
	}
}

// doWaitFor waits until the proxy has seen so many calls of a method, or so many answers in the latest of them.
func (r *run) doWaitFor(s *step) error {
	method, err := methodNamed(s.subject.Value)
	if err != nil {
		return err
	}
	calls, answers := s.number("calls", 1), s.number("answers", 0)
	ended, stalled := s.name("ended", "") == "true", s.name("stalled", "") == "true"
	ctx, cancel := r.within()
	defer cancel()
	if stalled {
		stop := r.proxy.tick(ctx)
		defer stop()
	}
	return r.proxy.until(ctx, func() error {
		seen := r.proxy.seen(fullName(method))
		if len(seen) < calls {
			return fmt.Errorf("the proxy has seen %d calls, not %d", len(seen), calls)
		}
		latest := seen[len(seen)-1]
		if latest.answers < answers {
			return fmt.Errorf("the latest call has %d answers, not %d", latest.answers, answers)
		}
		if ended && !latest.ended {
			return errors.New("the latest call goes on")
		}
		if stalled && (latest.waiting.IsZero() || time.Since(latest.waiting) < time.Second) {
			return fmt.Errorf("the client has taken %d answers and does not stop", latest.answers)
		}
		return nil
	})
}

// number is a field that is a number; the default if it is not there.
func (s *step) number(field string, otherwise int) int {
	if n, err := strconv.Atoi(s.name(field, "")); err == nil {
		return n
	}
	return otherwise
}

// tick lets those who wait look again from time to time.
func (p *proxy) tick(ctx context.Context) (stop func()) {
	ctx, stop = context.WithCancel(ctx)
	ticker := time.NewTicker(100 * time.Millisecond)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				p.change(func() {})
			case <-ctx.Done():
				return
			}
		}
	}()
	return stop
}

// doSaw compares the calls that the proxy has seen.
func (r *run) doSaw(s *step) error {
	method, err := methodNamed(s.subject.Value)
	if err != nil {
		return err
	}
	seen, gaps, err := r.passages(method)
	if err != nil {
		return err
	}
	if n := s.fields["calls"]; n != nil {
		if err := r.vars.match(n, len(seen), "the number of calls"); err != nil {
			return err
		}
	}
	if n := s.fields["each"]; n != nil {
		for i, one := range seen {
			if err := r.vars.match(n, one, fmt.Sprintf("call %d", i+1)); err != nil {
				return err
			}
		}
	}
	if n := s.fields["first"]; n != nil && len(seen) > 0 {
		if err := r.vars.match(n, seen[0], "the first call"); err != nil {
			return err
		}
	}
	if n := s.fields["gap_ms"]; n != nil {
		for i, gap := range gaps {
			if err := r.vars.match(n, gap, fmt.Sprintf("the pause after call %d", i+1)); err != nil {
				return err
			}
		}
	}
	return compareCalls(s, seen)
}

// passages are the calls of a method as JSON values, and the pauses between them in milliseconds.
func (r *run) passages(method protoreflect.MethodDescriptor) (seen []any, gaps []int64, err error) {
	r.proxy.mu.Lock()
	defer r.proxy.mu.Unlock()
	var before time.Time
	for _, c := range r.proxy.seen(fullName(method)) {
		if !before.IsZero() {
			gaps = append(gaps, c.began.Sub(before).Milliseconds())
		}
		before = c.began
		one, err := c.value(method)
		if err != nil {
			return nil, nil, err
		}
		seen = append(seen, one)
	}
	return seen, gaps, nil
}

// value is a call as a JSON value.
func (p *passage) value(method protoreflect.MethodDescriptor) (any, error) {
	fields := object{}
	for name, values := range p.metadata {
		fields[name] = values[0]
	}
	requests := []any{}
	for _, frame := range p.requests {
		m, err := newMessage(method.Input())
		if err != nil {
			return nil, err
		}
		if err := proto.Unmarshal(frame, m); err != nil {
			return nil, err
		}
		value, err := plain(m)
		if err != nil {
			return nil, err
		}
		requests = append(requests, value)
	}
	value := object{"metadata": fields, "requests": requests, "answers": p.answers, "unanswered": p.unanswered, "code": p.code.String(), "deadline_ms": int(p.deadline.Milliseconds())}
	if len(requests) > 0 {
		value["request"] = requests[0]
	}
	return value, nil
}

// compareCalls checks that calls agree (`same`) or differ (`differ`) in what is at some paths.
func compareCalls(s *step, seen []any) error {
	for _, kind := range []string{"same", "differ"} {
		n := s.fields[kind]
		if n == nil {
			continue
		}
		for _, path := range n.Content {
			values := map[string]bool{}
			for _, one := range seen {
				value, ok := find(one, path.Value)
				if !ok {
					return fmt.Errorf("line %d: a call has no %s: %s", path.Line, path.Value, short(one))
				}
				values[fmt.Sprint(value)] = true
			}
			if kind == "same" && len(values) > 1 || kind == "differ" && len(values) < len(seen) {
				return fmt.Errorf("line %d: %s has the values %v in %d calls", path.Line, path.Value, values, len(seen))
			}
		}
	}
	return nil
}

// doFill sends messages without the client: `fill: $thread` with `by`, `messages`, and their `size` in bytes. They are numbered from 1.
func (r *run) doFill(s *step) error {
	thread, err := r.vars.value(s.subject)
	if err != nil {
		return err
	}
	transport, err := transportOf(r.broker)
	if err != nil {
		return err
	}
	conn, err := grpc.NewClient(r.broker.address, grpc.WithTransportCredentials(transport))
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	ctx := as(r.ctx, r.vars["key"], "parley-act-as", fmt.Sprint(r.vars[s.name("by", "")]))
	stream, err := chatv1.NewChatServiceClient(conn).SendMessages(ctx)
	if err != nil {
		return err
	}
	count, size := s.number("messages", 1), s.number("size", 0)
	go func() {
		for i := range count {
			content := fmt.Sprintf("%-*d", size, i+1)
			if stream.Send(&chatv1.SendMessagesRequest{Tag: int64(i), Message: &chatv1.SendMessageRequest{ThreadId: fmt.Sprint(thread), Content: content}}) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	for range count {
		answer, err := stream.Recv()
		if err != nil {
			return err
		}
		if answer.GetError() != nil {
			return fmt.Errorf("a message is refused: %v", answer.GetError())
		}
	}
	return nil
}
