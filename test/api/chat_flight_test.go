package api_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// revision is where a commit is in the log.
func revision(t *testing.T, c *typev1.Commit) uint64 {
	t.Helper()
	p, err := strconv.ParseUint(c.GetRevision(), 36, 64)
	must(t, err)
	return p
}

// decree opens or closes the tenant for communication users, and returns where in the log it did.
func (w *world) decree(enabled bool) uint64 {
	w.t.Helper()
	r, err := policyv1.NewPolicyServiceClient(w.admin).UpdateFederationConfiguration(w.t.Context(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: enabled},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users"}},
	})
	must(w.t, err)
	return revision(w.t, r.GetCommit())
}

// flow is a stream of messages that goes on and on.
type flow struct {
	t  *testing.T
	mu sync.Mutex
	// sent are where in the log messages were sent, by their contents.
	sent map[string]uint64
	// changed is told when a message is sent after others were refused, or the other way around.
	changed chan bool
}

// run sends messages, many of them in flight at each time, until the context ends.
func (f *flow) run(ctx context.Context, c chatv1.ChatServiceClient, name, threadID string) {
	stream, err := c.SendMessages(ctx)
	if err != nil {
		f.t.Error(err)
		return
	}
	go func() {
		for tag := int64(0); stream.Send(&chatv1.SendMessagesRequest{Tag: tag, Message: &chatv1.SendMessageRequest{ThreadId: threadID, Content: fmt.Sprint(name, tag)}}) == nil; {
			tag++
		}
	}()
	for works := true; ; {
		r, err := stream.Recv()
		if err != nil {
			return
		}
		sent := r.GetSent()
		if reason := reasonOf(status.FromProto(r.GetError()).Err()); sent == nil && reason != "PermissionDenied INTEROP_TENANT_DISABLED" {
			f.t.Errorf("a message is refused with %s", reason)
			return
		}
		if sent != nil {
			f.mu.Lock()
			f.sent[fmt.Sprint(name, r.GetTag())] = revision(f.t, sent.GetCommit())
			f.mu.Unlock()
		}
		if works != (sent != nil) {
			works = sent != nil
			select {
			case f.changed <- works:
			case <-ctx.Done():
				return
			}
		}
	}
}

// TestPolicyActsOnSendsInFlight closes and opens the tenant while both sides send without a pause: between the commit that closes
// and the one that opens, nothing is sent, whenever it was asked for; and the Teams user is told of all that was, in its order.
func TestPolicyActsOnSendsInFlight(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	flows := map[string]chatv1.ChatServiceClient{"a": a, "ada": ada}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	f := &flow{t: t, sent: map[string]uint64{}, changed: make(chan bool)}
	var running sync.WaitGroup
	for name, c := range flows {
		running.Go(func() { f.run(ctx, c, name, id) })
	}
	type gap struct{ closed, opened uint64 }
	var gaps []gap
	rounds := 10
	if testing.Short() {
		rounds = 3
	}
	for range rounds {
		var g gap
		g.closed = w.decree(false)
		for range flows {
			if works := <-f.changed; works {
				t.Fatal("a message was sent while the tenant is closed")
			}
		}
		g.opened = w.decree(true)
		for range flows {
			if works := <-f.changed; !works {
				t.Fatal("a message was refused while the tenant is open")
			}
		}
		gaps = append(gaps, g)
	}
	cancel()
	running.Wait()
	for content, at := range f.sent {
		if slices.ContainsFunc(gaps, func(g gap) bool { return g.closed < at && at < g.opened }) {
			t.Errorf("%s was sent at %d, between closing and opening: %v", content, at, gaps)
		}
	}
	send(t, a, id, "the last")
	told := follow(t, ada, &chatv1.SubscribeRequest{Start: beginning})
	last := uint64(0)
	for left := len(f.sent); ; {
		e, err := told.next()
		must(t, err)
		content := e.GetMessageSent().GetMessage().GetContent()
		if content == "the last" {
			if left > 0 {
				t.Errorf("the Teams user was not told of %d messages", left)
			}
			return
		}
		if at, acknowledged := f.sent[content]; acknowledged {
			left--
			if at < last {
				t.Errorf("the Teams user was told of %s at %d after %d", content, at, last)
			}
			last = at
		}
	}
}

// TestAStuckStreamAmongAThousand: of a thousand streams one is not read. The others are sent everything meanwhile, and so is that
// one when it goes on.
func TestAStuckStreamAmongAThousand(t *testing.T) {
	streams := 1000
	if testing.Short() {
		streams = 100
	}
	const messages, connections = 100, 10
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a)
	reader := func() chatv1.ChatServiceClient {
		return chatv1.NewChatServiceClient(w.Conn(t, w.Credentials.ResourceKeys[0]))
	}
	stuck := follow(t, reader(), &chatv1.SubscribeRequest{}).started()
	var others []*follower
	for range connections {
		c := reader()
		for range (streams - 1) / connections {
			others = append(others, follow(t, c, &chatv1.SubscribeRequest{}).started())
		}
	}
	// Several times what the window of the connection has room for.
	filler := strings.Repeat("x", 4<<10)
	want := make([]string, messages)
	for i := range want {
		want[i] = fmt.Sprint(i, filler)
	}
	var reading sync.WaitGroup
	for _, f := range others {
		reading.Go(func() { f.wantSent(want) })
	}
	for _, content := range want {
		send(t, a, id, content)
	}
	reading.Wait()
	stuck.wantSent(want)
}

// wantSent reads as many messages as are wanted, from whatever goroutine.
func (f *follower) wantSent(want []string) {
	for i := range want {
		e, err := f.next()
		if err != nil || e.GetMessageSent().GetMessage().GetContent() != want[i] {
			f.t.Errorf("instead of message %d came %.40q, %v", i, e.GetMessageSent().GetMessage().GetContent(), err)
			return
		}
	}
}

// TestAStreamOfATeamsUserSpansResources: one stream has what happens in every resource that may reach the user, and one that is
// closed to it keeps back its own only.
func TestAStreamOfATeamsUserSpansResources(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	other, b := w.anotherResource()
	w.allowOnly(w.Credentials.ResourceID, other)
	ada := w.teamsUser(teamsOID)
	one, two := thread(t, a, "8:orgid:"+teamsOID), thread(t, b, "8:orgid:"+teamsOID)
	f := follow(t, ada, &chatv1.SubscribeRequest{}).started()
	send(t, a, one, "a0")
	send(t, b, two, "b0")
	if got := f.sent(2); !slices.Equal(got, []string{"a0", "b0"}) {
		t.Errorf("the stream has %v", got)
	}
	w.allowOnly(w.Credentials.ResourceID)
	_, err := b.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: two, Content: "b1"})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_RESOURCE_NOT_ALLOWED")
	_, err = b.UpdateThread(t.Context(), &chatv1.UpdateThreadRequest{ThreadId: two, Thread: &chatv1.Thread{Topic: "withheld"}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"topic"}}})
	must(t, err)
	send(t, a, one, "a1")
	if e, err := f.next(); err != nil || e.GetMessageSent().GetMessage().GetContent() != "a1" {
		t.Errorf("while one resource is closed the stream has %v, %v", e, err)
	}
	w.allowOnly(w.Credentials.ResourceID, other)
	if e, err := f.next(); err != nil || e.GetThreadUpdated().GetThread().GetTopic() != "withheld" {
		t.Errorf("when it opens again the stream has %v, %v", e, err)
	}
	send(t, b, two, "b2")
	if got := f.sent(1); !slices.Equal(got, []string{"b2"}) {
		t.Errorf("then the stream has %v", got)
	}
}
