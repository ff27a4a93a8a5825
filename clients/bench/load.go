package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// job tells the load generator what to do.
type job struct {
	Kind        kind
	Address     string
	Token       string // of the user who sends and follows
	Key         string // of the resource
	ThreadIDs   []string
	ResourceID  string
	UserID      string // whose reachability is asked for
	TenantID    string
	Callers     int
	Size        int
	Subscribers int
	WarmUp      time.Duration
	Duration    time.Duration
}

// result is what came of it.
type result struct {
	Count  int64         // of what the workload counts, after the warm-up
	Took   time.Duration // from the first to the last of them
	Median time.Duration // of what each took
	P99    time.Duration
}

// callersPerConnection is how many callers or subscribers share a connection.
const callersPerConnection = 16

// loadCommand puts load on a server.
type loadCommand struct{}

// Run reads a job from the standard input, does it, and prints the result.
func (loadCommand) Run(ctx context.Context, out io.Writer) error {
	var j job
	if err := json.NewDecoder(os.Stdin).Decode(&j); err != nil {
		return err
	}
	l, err := newLoad(j)
	if err != nil {
		return err
	}
	r, err := l.run(ctx)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(r)
}

// load is a job that is done.
type load struct {
	job

	conns   []*grpc.ClientConn
	content string

	mu     sync.Mutex
	begins time.Time // when the warm-up is over
	took   []time.Duration
	seen   map[string][]int64 // the sequence ids of the messages that were acknowledged, by thread
}

func newLoad(j job) (*load, error) {
	l := &load{job: j, content: strings.Repeat("The roof leaks. ", j.Size/16+1)[:j.Size], seen: map[string][]int64{}}
	for range 1 + (max(j.Callers, j.Subscribers)-1)/callersPerConnection {
		conn, err := grpc.NewClient(j.Address, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			return nil, err
		}
		l.conns = append(l.conns, conn)
	}
	return l, nil
}

func (l *load) conn(i int) *grpc.ClientConn { return l.conns[i%len(l.conns)] }

func (l *load) chat(i int) chatv1.ChatServiceClient { return chatv1.NewChatServiceClient(l.conn(i)) }

func (l *load) as(ctx context.Context, credential string) context.Context {
	return metadata.AppendToOutgoingContext(ctx, "authorization", "Bearer "+credential)
}

func (l *load) run(ctx context.Context) (result, error) {
	switch l.Kind {
	case unary:
		return l.repeat(ctx, l.sendOne)
	case evaluate:
		return l.repeat(ctx, l.evaluateOne)
	case pipeline:
		return l.pipelines(ctx)
	case fanOut:
		return l.fanOut(ctx)
	case delay:
		return l.delays(ctx)
	default:
		return result{}, fmt.Errorf("there is no load of the kind %q", l.Kind)
	}
}

// repeat lets every caller do something again and again.
func (l *load) repeat(ctx context.Context, do func(ctx context.Context, caller, n int) error) (result, error) {
	l.begins = time.Now().Add(l.WarmUp)
	ends := l.begins.Add(l.Duration)
	var group sync.WaitGroup
	errs := make([]error, l.Callers)
	for caller := range l.Callers {
		group.Go(func() {
			var took []time.Duration
			for n := 0; errs[caller] == nil; n++ {
				began := time.Now()
				if began.After(ends) {
					break
				}
				errs[caller] = do(ctx, caller, n)
				if !began.Before(l.begins) {
					took = append(took, time.Since(began))
				}
			}
			l.mu.Lock()
			defer l.mu.Unlock()
			l.took = append(l.took, took...)
		})
	}
	group.Wait()
	return l.result(time.Since(l.begins)), errors.Join(append(errs, l.check())...)
}

// result sums up what was measured.
func (l *load) result(took time.Duration) result {
	if len(l.took) == 0 {
		return result{Took: took}
	}
	slices.Sort(l.took)
	return result{Count: int64(len(l.took)), Took: took, Median: l.took[len(l.took)/2], P99: l.took[len(l.took)*99/100]}
}

// request makes the n-th message of a caller.
func (l *load) request(caller, n int) *chatv1.SendMessageRequest {
	return &chatv1.SendMessageRequest{
		ThreadId: l.ThreadIDs[(caller*7919+n)%len(l.ThreadIDs)], Content: l.content,
		IdempotencyKey: fmt.Sprintf("%x-%x-%x", l.begins.UnixNano(), caller, n),
	}
}

func (l *load) sendOne(ctx context.Context, caller, n int) error {
	r := l.request(caller, n)
	answer, err := l.chat(caller).SendMessage(l.as(ctx, l.Token), r)
	if err != nil {
		return err
	}
	l.note(r.GetThreadId(), answer)
	return nil
}

// note remembers an acknowledgement.
func (l *load) note(threadID string, answer *chatv1.SendMessageResponse) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen[threadID] = append(l.seen[threadID], answer.GetSequenceId())
}

// check fails if messages of a thread have the same place, or left one out.
func (l *load) check() error {
	for threadID, ids := range l.seen {
		slices.Sort(ids)
		for i := range ids {
			if ids[i] != ids[0]+int64(i) {
				return fmt.Errorf("thread %s: message %d follows message %d", threadID, ids[i], ids[max(i-1, 0)])
			}
		}
	}
	return nil
}

func (l *load) evaluateOne(ctx context.Context, caller, _ int) error {
	answer, err := policyv1.NewPolicyServiceClient(l.conn(caller)).EvaluateInterop(l.as(ctx, l.Key),
		&policyv1.EvaluateInteropRequest{ResourceId: l.ResourceID, TenantId: l.TenantID, UserId: l.UserID})
	if err == nil && !answer.GetDecision().GetEnabled() {
		err = fmt.Errorf("the decision is %v", answer.GetDecision())
	}
	return err
}
