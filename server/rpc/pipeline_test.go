package rpc

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"google.golang.org/grpc"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// sender is a stream whose client sends whatever is taken, and takes answers only when it is told to.
type sender struct {
	grpc.BidiStreamingServer[chatv1.SendMessagesRequest, chatv1.SendMessagesResponse]

	ctx      context.Context
	threadID string
	took     atomic.Int64 // how many messages were taken from it
	takes    chan struct{}
	answers  []int64
}

func (s *sender) Context() context.Context { return s.ctx }

func (s *sender) RecvMsg(m any) error {
	if err := s.ctx.Err(); err != nil {
		return err
	}
	r, _ := m.(*chatv1.SendMessagesRequest)
	r.Tag = s.took.Add(1)
	r.Message = &chatv1.SendMessageRequest{ThreadId: s.threadID, Content: fmt.Sprint(r.GetTag())}
	return nil
}

func (s *sender) Send(r *chatv1.SendMessagesResponse) error {
	select {
	case <-s.takes:
		s.answers = append(s.answers, r.GetTag())
		return nil
	case <-s.ctx.Done():
		return s.ctx.Err()
	}
}

// TestAClientThatTakesNoAnswersIsNotReadFrom: what a client sends is taken only as fast as it takes the answers.
func TestAClientThatTakesNoAnswersIsNotReadFrom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := ledgertest.New(t)
		caller := newSender(t, l)
		service := chat.New(l, feed.NewHub(l.Store(), feed.Options{}), chat.Pace{PerSecond: 1e6, Burst: 1e6})
		thread, err := service.CreateThread(t.Context(), caller, &chatv1.CreateThreadRequest{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		s := &sender{ctx: ctx, threadID: thread.GetThread().GetThreadId(), takes: make(chan struct{})}
		p := pipeline{stream: s, domain: service, caller: caller, draining: make(chan struct{}), logger: slog.New(slog.DiscardHandler)}
		ended := make(chan error, 1)
		go func() { ended <- p.run() }()

		// Those that wait for a turn, two batches under way, and one that was read and does not fit.
		const most = maxPending + 2*maxBatch + 1
		for answered := int64(0); answered < 5*most; answered += maxBatch {
			synctest.Wait()
			if open := s.took.Load() - answered; open > most {
				t.Fatalf("%d messages are unanswered, at most %d may be", open, most)
			}
			for range maxBatch {
				s.takes <- struct{}{}
			}
		}
		synctest.Wait()
		for i, tag := range s.answers {
			if tag != int64(i)+1 {
				t.Fatalf("answer %d is of message %d", i+1, tag)
			}
		}
		got, err := service.GetThread(t.Context(), caller, &chatv1.GetThreadRequest{ThreadId: s.threadID})
		if err != nil {
			t.Fatal(err)
		}
		if sent := got.GetThread().GetLastSequenceId(); sent > int64(len(s.answers))+most {
			t.Errorf("%d messages were sent, %d were answered", sent, len(s.answers))
		}
		cancel()
		if err := <-ended; err == nil {
			t.Error("the stream ended well although the client was gone")
		}
	})
}

// newSender makes a communication user.
func newSender(t *testing.T, l *ledger.Ledger) access.Caller {
	t.Helper()
	id := identifier.NewCommunicationUser("4e000000-0000-4000-8000-000000000001", "0c000000-0000-4000-8000-000000000001")
	err := l.Store().Update(t.Context(), func(tx store.Tx) error {
		if err := record.Set(tx, key.Resource(id.Resource()), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: id.Resource()}}); err != nil {
			return err
		}
		return record.Set(tx, key.User(id.Resource(), id.Local()), &recordv1.User{User: &identityv1.User{Identifier: id.Proto()}})
	})
	if err != nil {
		t.Fatal(err)
	}
	return access.Caller{
		Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: id.Resource(), User: id,
		Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}, ExpireTime: time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
}
