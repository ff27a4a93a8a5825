package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// kind is what a load does.
type kind string

// The kinds of load.
const (
	unary     kind = "unary"      // SendMessage, one after the other from each caller
	pipeline  kind = "pipeline"   // SendMessages, many under way on each stream
	fill      kind = "fill"       // the same up to a number of messages
	fanOut    kind = "fan-out"    // one pipeline, many subscribers of its thread
	delay     kind = "delay"      // from SendMessage to the subscriber, one message at a time
	halfDelay kind = "half-delay" // the same while others send half as much as they could
	catchUp   kind = "catch-up"   // one subscriber reads everything
	idle      kind = "idle"       // many subscribers who hear nothing
	evaluate  kind = "evaluate"   // EvaluateInterop, one after the other from each caller
	watch     kind = "watch"      // from UpdateExternalAccessPolicy to the watcher, one change at a time
	talk      kind = "talk"       // pairs of users who call each other
)

// Target is a server, with what a load needs to know of it.
type Target struct {
	Address    string
	Token      string // of the user who sends and follows
	Key        string // of the resource
	AdminKey   string // of the tenant
	ThreadIDs  []string
	ResourceID string
	UserID     string // whose reachability is asked for
	TenantID   string
	Users      []user // who are idle, or call each other
}

// user is a communication user.
type user struct{ Token, RawID string }

// job tells the load generator what to do.
type job struct {
	Target

	Kind        kind
	Callers     int // callers, or streams that send, or pairs of users
	Each        int // how many messages a stream sends that fills
	Size        int // of the content, in bytes
	Subscribers int
	Share       int  // how many subscribers share a connection; 0 means as many as callers do
	Wide        bool // subscribers follow the whole resource
	Weigh       bool // see result
	WarmUp      time.Duration
	Duration    time.Duration
}

// result is what came of it.
type result struct {
	Count  int64         // of what the workload counts, after the warm-up
	All    int64         // the same with the warm-up
	Took   time.Duration // from the first to the last of them
	Median time.Duration // of what each took
	P99    time.Duration

	Sent, Received int64 // bytes of messages as they were on the wire, if they were to be weighed
}

// measured puts a result in the terms of a report, with the processor time that the server took for all.
func (r result) measured(processor time.Duration) measured {
	m := measured{Median: micros(r.Median), P99: micros(r.P99)}
	if r.Took > 0 {
		m.Rate = float64(r.Count) / r.Took.Seconds()
	}
	if r.All > 0 {
		m.CPU = micros(processor) / float64(r.All)
	}
	return m
}

// callersPerConnection is how many callers or subscribers share a connection.
const callersPerConnection = 16

// loadCommand puts load on a server.
type loadCommand struct{}

// Run reads a job from the standard input, does it, prints the result, and stays connected until the input ends.
func (loadCommand) Run(ctx context.Context, out io.Writer) error {
	in := bufio.NewReader(os.Stdin)
	line, err := in.ReadBytes('\n')
	if err != nil {
		return err
	}
	var j job
	if err := json.Unmarshal(line, &j); err != nil {
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
	r.Sent, r.Received = l.weight.sent.Load(), l.weight.received.Load()
	if err := json.NewEncoder(out).Encode(r); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, in)
	return err
}

// load is a job that is done.
type load struct {
	job

	conns   []*grpc.ClientConn
	content string
	noise   string // what stores are filled with parts of: it hardly compresses
	weight  weight

	mu     sync.Mutex
	begins time.Time // when the warm-up is over
	took   []time.Duration
	all    int64              // what was done, that of the warm-up too
	seen   map[string][]int64 // the sequence ids of the messages that were acknowledged, by thread
}

func newLoad(j job) (*load, error) {
	l := &load{job: j, content: strings.Repeat("The roof leaks. ", j.Size/16+1)[:j.Size], seen: map[string][]int64{}}
	if j.Kind == fill {
		l.noise = noise()
	}
	options := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	if j.Weigh {
		options = append(options, grpc.WithStatsHandler(&l.weight))
	}
	for range 1 + (l.ends()-1)/cmp.Or(j.Share, callersPerConnection) {
		conn, err := grpc.NewClient(j.Address, options...)
		if err != nil {
			return nil, err
		}
		l.conns = append(l.conns, conn)
	}
	return l, nil
}

// noise is a text of letters that follow each other without a rule, the same each time.
func noise() string {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // nothing is secret
	letters := make([]byte, 1<<20)
	for i := range letters {
		letters[i] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ."[random.IntN(64)]
	}
	return string(letters)
}

// ends is how many callers and subscribers there are to be connected.
func (l *load) ends() int {
	switch l.Kind {
	case catchUp:
		return 1
	case talk:
		return 2 * l.Callers
	default:
		return max(l.Callers, l.Subscribers)
	}
}

func (l *load) conn(i int) *grpc.ClientConn { return l.conns[i%len(l.conns)] }

func (l *load) chat(i int) chatv1.ChatServiceClient { return chatv1.NewChatServiceClient(l.conn(i)) }

func (l *load) run(ctx context.Context) (result, error) {
	switch l.Kind {
	case unary:
		return l.repeat(ctx, l.sendOne)
	case evaluate:
		return l.repeat(ctx, l.evaluateOne)
	case pipeline:
		return l.pipelines(ctx, func(int) bool { return time.Now().Before(l.begins.Add(l.Duration)) })
	case fill:
		return l.pipelines(ctx, func(n int) bool { return n < l.Each })
	case fanOut:
		return l.fanOut(ctx)
	case delay:
		return l.delays(ctx)
	case halfDelay:
		return l.halfDelays(ctx)
	case catchUp:
		return l.catchUp(ctx)
	case idle:
		return l.idle(ctx)
	case watch:
		return l.watch(ctx)
	case talk:
		return l.talk(ctx)
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
			n := 0
			for ; errs[caller] == nil; n++ {
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
			l.all += int64(n)
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
	return result{Count: int64(len(l.took)), All: l.all, Took: took, Median: l.took[len(l.took)/2], P99: l.took[len(l.took)*99/100]}
}

// request makes the n-th message of a caller.
func (l *load) request(caller, n int) *chatv1.SendMessageRequest {
	content := l.content
	if l.Kind == fill {
		content = l.noise[(caller*7919+n)*31%(len(l.noise)-l.Size):][:l.Size]
	}
	return &chatv1.SendMessageRequest{
		ThreadId: l.ThreadIDs[(caller*7919+n)%len(l.ThreadIDs)], Content: content,
		IdempotencyKey: uuid.Must(uuid.NewV7()).String(),
	}
}

func (l *load) sendOne(ctx context.Context, caller, n int) error {
	r := l.request(caller, n)
	answer, err := l.chat(caller).SendMessage(as(ctx, l.Token), r)
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
	answer, err := policyv1.NewPolicyServiceClient(l.conn(caller)).EvaluateInterop(as(ctx, l.Key),
		&policyv1.EvaluateInteropRequest{ResourceId: l.ResourceID, TenantId: l.TenantID, UserId: l.UserID})
	if err == nil && !answer.GetDecision().GetEnabled() {
		err = fmt.Errorf("the decision is %v", answer.GetDecision())
	}
	return err
}
