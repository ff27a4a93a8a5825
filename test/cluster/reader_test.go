package cluster_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// reader follows all threads of somebody, on whatever broker there is: when a stream ends, it goes on at the next one with its
// cursor.
type reader struct {
	t    testing.TB
	w    *world
	who  party
	name string
	slot int

	// threads have what was shown, in the order of the sequence ids from 1 on: contents, or nothing for messages of the broker.
	threads map[string][]string
	cursor  []byte
	events  int
	resumed int
	err     error
}

func (w *world) reader(name string, who party, slot int) *reader {
	return &reader{t: w.t, w: w, who: who, name: name, slot: slot, threads: map[string][]string{}}
}

// follow reads until done says that it has seen enough. It returns why it cannot go on, if so.
func (r *reader) follow(ctx context.Context, done func() bool) {
	for !done() {
		err := r.stream(ctx, done)
		switch status.Code(err) {
		case codes.OK:
			continue
		case codes.Unavailable, codes.ResourceExhausted:
		default:
			r.err = err
			return
		}
		r.resumed++
		r.slot++
		if pause(ctx) != nil {
			r.err = ctx.Err()
			return
		}
	}
}

// pause is how long clients wait before they try again: much less than they are told, so that tests are short.
func pause(ctx context.Context) error {
	select {
	case <-time.After(20 * time.Millisecond):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// stream reads one stream.
func (r *reader) stream(ctx context.Context, done func() bool) error {
	ctx, cancel := context.WithCancel(r.who.in(ctx))
	defer cancel()
	request := &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: beginning}}
	if r.cursor != nil {
		request.Start = &chatv1.SubscribeRequest_Cursor{Cursor: r.cursor}
	}
	stream, err := r.w.broker(r.slot).chat.Subscribe(ctx, request)
	if err != nil {
		return err
	}
	for !done() {
		response, err := stream.Recv()
		if err != nil {
			return err
		}
		if err := r.take(response); err != nil {
			return err
		}
	}
	return nil
}

var errOrder = errors.New("not the next message")

// take takes a response in. A message must be the next one of its thread.
func (r *reader) take(response *chatv1.SubscribeResponse) error {
	if c := response.GetCursor(); len(c) > 0 {
		r.cursor = c
	}
	m := messageOf(response.GetEvent())
	if m == nil {
		return nil
	}
	r.events++
	contents := r.threads[m.GetThreadId()]
	if want := int64(len(contents) + 1); m.GetSequenceId() != want {
		r.t.Errorf("%s was shown message %d of %s, the next one is %d", r.name, m.GetSequenceId(), m.GetThreadId(), want)
		return errOrder
	}
	r.threads[m.GetThreadId()] = append(contents, m.GetContent())
	return nil
}

// messageOf returns the message that an event adds to a thread; nil if none.
func messageOf(e *chatv1.ChatEvent) *chatv1.Message {
	switch e := e.GetEvent().(type) {
	case *chatv1.ChatEvent_MessageSent:
		return e.MessageSent.GetMessage()
	case *chatv1.ChatEvent_ParticipantsAdded:
		return e.ParticipantsAdded.GetMessage()
	case *chatv1.ChatEvent_ParticipantsRemoved:
		return e.ParticipantsRemoved.GetMessage()
	case *chatv1.ChatEvent_ThreadUpdated:
		return e.ThreadUpdated.GetMessage()
	default:
		return nil
	}
}

// has tells whether the last message of each thread is its farewell.
func (r *reader) has(farewells map[string]string) bool {
	for thread, farewell := range farewells {
		contents := r.threads[thread]
		if len(contents) == 0 || contents[len(contents)-1] != farewell {
			return false
		}
	}
	return true
}
