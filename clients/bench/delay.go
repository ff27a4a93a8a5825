package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// delays measures from the beginning of a send to the receipt, one message at a time.
func (l *load) delays(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := l.follow(ctx, 1)
	if err != nil {
		return result{}, err
	}
	return l.repeat(ctx, func(ctx context.Context, caller, n int) error {
		return l.sendAndHear(ctx, stream, caller, n)
	})
}

func (l *load) sendAndHear(ctx context.Context, stream grpc.ServerStreamingClient[chatv1.SubscribeResponse], caller, n int) error {
	if err := l.sendOne(ctx, caller, n); err != nil {
		return err
	}
	m, err := nextMessage(stream)
	if err == nil && m.GetContent() != l.content {
		err = fmt.Errorf("received %q", m.GetContent())
	}
	return err
}

// halfDelays finds out how much its callers can send, lets them send half as much, and measures delays in the first thread
// meanwhile, which is not theirs.
func (l *load) halfDelays(ctx context.Context) (result, error) {
	others := l.asideOf(l.ThreadIDs[min(1, len(l.ThreadIDs)-1):])
	free, err := others.repeat(ctx, others.sendOne)
	if err != nil {
		return result{}, err
	}
	pace := 2 * free.Took * time.Duration(l.Callers) / time.Duration(max(free.Count, 1)) // between two messages of one caller
	own := l.asideOf(l.ThreadIDs[:1])
	own.Callers = 1
	others = l.asideOf(others.ThreadIDs)
	var group sync.WaitGroup
	group.Go(func() { _, err = others.repeat(ctx, paced(pace, others.sendOne)) })
	r, ownErr := own.delays(ctx)
	group.Wait()
	r.All += free.All + others.all
	return r, errors.Join(err, ownErr)
}

// asideOf is the same load on some of the threads, with a memory of its own.
func (l *load) asideOf(threadIDs []string) *load {
	other := &load{job: l.job, conns: l.conns, content: l.content, seen: map[string][]int64{}}
	other.ThreadIDs = threadIDs
	return other
}

// paced lets each caller do something at most once in a time. Who is late goes on at once.
func paced(pace time.Duration, do func(ctx context.Context, caller, n int) error) func(ctx context.Context, caller, n int) error {
	began := time.Now()
	return func(ctx context.Context, caller, n int) error {
		if err := pause(ctx, time.Until(began.Add(pace*time.Duration(n)))); err != nil {
			return err
		}
		return do(ctx, caller, n)
	}
}

// watch measures from the beginning of a change of policy to its receipt by a watcher, one change at a time.
func (l *load) watch(ctx context.Context) (result, error) {
	ctx, cancel := context.WithCancel(as(ctx, l.AdminKey))
	defer cancel()
	client := policyv1.NewPolicyServiceClient(l.conn(0))
	stream, err := client.WatchPolicy(ctx, &policyv1.WatchPolicyRequest{})
	if err == nil {
		_, err = stream.Recv()
	}
	if err != nil {
		return result{}, err
	}
	return l.repeat(ctx, func(ctx context.Context, _, n int) error {
		policy := &policyv1.ExternalAccessPolicy{Name: "Global", Description: fmt.Sprintf("change %d", n)}
		_, err := client.UpdateExternalAccessPolicy(ctx, &policyv1.UpdateExternalAccessPolicyRequest{
			Policy: policy, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"description"}},
		})
		if err != nil {
			return err
		}
		return hearPolicy(stream, policy.GetDescription())
	})
}

// hearPolicy waits for the next event of a watcher, which must be a policy with a description.
func hearPolicy(stream grpc.ServerStreamingClient[policyv1.WatchPolicyResponse], description string) error {
	for {
		r, err := stream.Recv()
		if err != nil {
			return err
		}
		if r.GetEvent() == nil {
			continue
		}
		if heard := r.GetEvent().GetPolicySet().GetDescription(); heard != description {
			return fmt.Errorf("received %q after %q was set", heard, description)
		}
		return nil
	}
}
