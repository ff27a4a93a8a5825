package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// catchUp reads everything from the beginning until the server says that there is no more. There must be as many messages as
// the job says at least; a thread's must have no gap.
func (l *load) catchUp(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(as(ctx, l.Token))
	defer cancel()
	began := time.Now()
	stream, err := l.chat(0).Subscribe(ctx, &chatv1.SubscribeRequest{
		Start: &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING},
	})
	if err != nil {
		return result{}, err
	}
	var events, messages int64
	last := map[string]int64{}
	for {
		r, err := stream.Recv()
		if err != nil {
			return result{}, err
		}
		if r.GetEvent() != nil {
			events++
		}
		if m := r.GetEvent().GetMessageSent().GetMessage(); m != nil {
			messages++
			if before, ok := last[m.GetThreadId()]; ok && m.GetSequenceId() != before+1 {
				return result{}, fmt.Errorf("message %d of a thread came after message %d", m.GetSequenceId(), before)
			}
			last[m.GetThreadId()] = m.GetSequenceId()
		}
		if r.GetHeartbeat().GetCaughtUp() {
			break
		}
	}
	if messages < int64(l.Each) {
		return result{}, fmt.Errorf("%d messages came, of %d", messages, l.Each)
	}
	return result{Count: events, All: events, Took: time.Since(began)}, nil
}

// opening is how many subscribers open their streams at the same time.
const opening = 64

// idle opens the streams of its subscribers and leaves them open.
func (l *load) idle(ctx context.Context) (result, error) {
	errs := make([]error, opening)
	var group sync.WaitGroup
	for worker := range opening {
		group.Go(func() {
			for i := worker; i < l.Subscribers && errs[worker] == nil; i += opening {
				_, errs[worker] = l.subscribe(as(ctx, l.Users[i].Token), i, &chatv1.SubscribeRequest{})
			}
		})
	}
	group.Wait()
	return result{Count: int64(l.Subscribers)}, errors.Join(errs...)
}
