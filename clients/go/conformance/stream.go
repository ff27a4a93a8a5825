package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	parley "github.com/parley-interop/parley/clients/go"
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// stream is a stream of the layer, whatever it carries.
type stream struct {
	next   func() (fields, error)
	cursor func() []byte
	close  func()
	// stop ends the context of the stream.
	stop context.CancelFunc

	mu       sync.Mutex
	incoming map[string]*parley.IncomingCall
}

func (d *driver) follow(ctx context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	s := &stream{stop: stop, incoming: map[string]*parley.IncomingCall{}}
	switch r.Service {
	case "chat":
		err = s.chat(ctx, c, r.Request)
	case "call":
		err = s.calls(ctx, c, r.Request)
	case "policy":
		err = s.policy(ctx, c, r.Request)
	default:
		err = protocolError("no service " + r.Service)
	}
	if err != nil {
		stop()
		return nil, err
	}
	d.with(func() { d.streams[r.Handle] = s })
	return nil, nil
}

func (s *stream) chat(ctx context.Context, c *client, raw json.RawMessage) error {
	request := &chatv1.SubscribeRequest{}
	if err := unmarshal(raw, request); err != nil {
		return err
	}
	events := c.Chat.FollowRequest(ctx, request)
	s.cursor, s.close = events.Cursor, events.Close
	s.next = func() (fields, error) {
		r, err := events.Next()
		if err != nil {
			return nil, err
		}
		if r.GetTyping() != nil {
			return fields{"typing": form(r.GetTyping())}, nil
		}
		return fields{"event": form(r.GetEvent()), "cursor": r.GetCursor()}, nil
	}
	return nil
}

func (s *stream) calls(ctx context.Context, c *client, raw json.RawMessage) error {
	request := &callv1.SubscribeRequest{}
	if err := unmarshal(raw, request); err != nil {
		return err
	}
	events := c.Calls.FollowRequest(ctx, request)
	s.cursor, s.close = events.Cursor, events.Close
	s.next = func() (fields, error) {
		r, err := events.Next()
		if err != nil {
			return nil, err
		}
		incoming, err := events.Incoming(r)
		if err != nil {
			return nil, err
		}
		if incoming != nil {
			s.mu.Lock()
			s.incoming[incoming.Call.GetCallId()] = incoming
			s.mu.Unlock()
		}
		return fields{"event": form(r.GetEvent()), "cursor": r.GetCursor()}, nil
	}
	return nil
}

func (s *stream) policy(ctx context.Context, c *client, raw json.RawMessage) error {
	request := &policyv1.WatchPolicyRequest{}
	if err := unmarshal(raw, request); err != nil {
		return err
	}
	events := c.Policy.WatchRequest(ctx, request)
	s.cursor, s.close = events.Cursor, events.Close
	s.next = func() (fields, error) {
		r, err := events.Next()
		if err != nil {
			return nil, err
		}
		return fields{"event": form(r.GetEvent()), "cursor": r.GetCursor()}, nil
	}
	return nil
}

func (d *driver) stream(handle string) (*stream, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s, ok := d.streams[handle]; ok {
		return s, nil
	}
	return nil, protocolError("no stream " + handle)
}

func (d *driver) next(ctx context.Context, r *request) (fields, error) {
	s, err := d.stream(r.Stream)
	if err != nil {
		return nil, err
	}
	// A stream of the Go client ends with its context.
	defer context.AfterFunc(ctx, s.stop)()
	result, err := s.next()
	if errors.Is(err, io.EOF) {
		return fields{"end": true}, nil
	}
	return result, err
}

func (d *driver) cursor(_ context.Context, r *request) (fields, error) {
	s, err := d.stream(r.Stream)
	if err != nil {
		return nil, err
	}
	return fields{"cursor": s.cursor()}, nil
}

func (d *driver) closeStream(_ context.Context, r *request) (fields, error) {
	s, err := d.stream(r.Stream)
	if err != nil {
		return nil, err
	}
	s.close()
	return nil, nil
}

// callAction uses the object of an incoming call.
func (d *driver) callAction(ctx context.Context, r *request) (fields, error) {
	s, err := d.stream(r.Stream)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	incoming, ok := s.incoming[r.CallID]
	s.mu.Unlock()
	if !ok {
		return nil, protocolError("no incoming call " + r.CallID)
	}
	var response proto.Message
	switch r.Action {
	case "answer":
		response, err = act(ctx, r.Request, &callv1.AnswerCallRequest{}, incoming.Answer)
	case "reject":
		response, err = act(ctx, r.Request, &callv1.RejectCallRequest{}, incoming.Reject)
	case "hang_up":
		response, err = act(ctx, r.Request, &callv1.HangUpRequest{}, incoming.HangUp)
	case "signal":
		response, err = act(ctx, r.Request, &callv1.SendSignalRequest{}, func(ctx context.Context, r *callv1.SendSignalRequest) (*callv1.SendSignalResponse, error) {
			return incoming.Signal(ctx, r.GetSignal())
		})
	default:
		err = protocolError("no action " + r.Action)
	}
	if err != nil {
		return nil, err
	}
	return fields{"response": form(response)}, nil
}

func act[Q, A proto.Message](ctx context.Context, raw json.RawMessage, request Q, do func(context.Context, Q) (A, error)) (proto.Message, error) {
	if err := unmarshal(raw, request); err != nil {
		return nil, err
	}
	return do(ctx, request)
}

func unmarshal(raw json.RawMessage, into proto.Message) error {
	if len(raw) == 0 {
		return nil
	}
	if err := protojson.Unmarshal(raw, into); err != nil {
		return protocolError(err.Error())
	}
	return nil
}
