package main

import (
	"context"
	"sync"

	parley "github.com/parley-interop/parley/clients/go"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// sender is a sender of the layer, and the order in which it is used.
type sender struct {
	*parley.Sender

	// turns has what is to be sent, one after the other.
	turns *queue
	// answers has what waits for its acknowledgement, in the same order.
	answers *queue
}

// queue runs functions one after the other. Adding one never waits.
type queue struct {
	mu    sync.Mutex
	tasks []func()
	busy  bool
}

func (q *queue) add(task func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.tasks = append(q.tasks, task)
	if !q.busy {
		q.busy = true
		go q.run()
	}
}

func (q *queue) run() {
	for {
		q.mu.Lock()
		if len(q.tasks) == 0 {
			q.busy = false
			q.mu.Unlock()
			return
		}
		task := q.tasks[0]
		q.tasks = q.tasks[1:]
		q.mu.Unlock()
		task()
	}
}

func (d *driver) openSender(ctx context.Context, r *request) (fields, error) {
	c, err := d.client(r.Connection)
	if err != nil {
		return nil, err
	}
	s := &sender{Sender: c.Chat.Sender(context.WithoutCancel(ctx), r.Window), turns: &queue{}, answers: &queue{}}
	d.with(func() { d.senders[r.Handle] = s })
	return nil, nil
}

// send queues a message, so that the sends of one sender keep their order.
func (d *driver) send(ctx context.Context, r *request) {
	var s *sender
	d.with(func() { s = d.senders[r.Sender] })
	message := &chatv1.SendMessageRequest{}
	if s == nil {
		d.finish(r, nil, protocolError("no sender "+r.Sender))
		return
	}
	if err := unmarshal(r.Request, message); err != nil {
		d.finish(r, nil, err)
		return
	}
	s.turns.add(func() {
		pending, err := s.Send(ctx, message)
		s.answers.add(func() {
			if err != nil {
				d.finish(r, nil, err)
				return
			}
			response, err := pending.Wait(ctx)
			if err != nil {
				d.finish(r, nil, err)
				return
			}
			d.finish(r, fields{"response": form(response)}, nil)
		})
	})
}

func (d *driver) closeSender(_ context.Context, r *request) (fields, error) {
	var s *sender
	d.with(func() { s = d.senders[r.Sender] })
	if s == nil {
		return nil, protocolError("no sender " + r.Sender)
	}
	closed := make(chan error, 1)
	s.turns.add(func() {
		err := s.Close()
		s.answers.add(func() { closed <- err })
	})
	return nil, <-closed
}
