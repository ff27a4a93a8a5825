package rpc_test

import (
	"context"
	"iter"
	"sync/atomic"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/store"
)

// held is a store that holds one update between its closure and its commit, when it is told to.
type held struct {
	store.Store

	armed          atomic.Bool
	entered, leave chan struct{}
}

// Update runs an update, and may hold it.
func (h *held) Update(ctx context.Context, fn func(store.Tx) error, reads ...iter.Seq[[]byte]) error {
	return h.Store.Update(ctx, func(tx store.Tx) error {
		err := fn(tx)
		if h.armed.CompareAndSwap(true, false) {
			close(h.entered)
			<-h.leave
		}
		return err
	}, reads...)
}

// A request that is cancelled while it is committed loses nothing: what it sent is there once, and who sends it again is told so.
func TestCancelledInMidCommit(t *testing.T) {
	l := ledgertest.New(t)
	h := &held{Store: l.Store(), entered: make(chan struct{}), leave: make(chan struct{})}
	w := newWorldOn(t, ledger.New(h, l.Now))
	_, token := w.user(t, scopeChat)
	client, caller := chatv1.NewChatServiceClient(w.conn), as(t.Context(), token, "")
	thread, err := client.CreateThread(caller, &chatv1.CreateThreadRequest{})
	must(t, err)
	send := &chatv1.SendMessageRequest{ThreadId: thread.GetThread().GetThreadId(), Content: "hello", IdempotencyKey: "hello"}

	ctx, cancel := context.WithCancel(caller)
	defer cancel()
	outcome := make(chan error, 1)
	h.armed.Store(true)
	go func() {
		_, err := client.SendMessage(ctx, send)
		outcome <- err
	}()
	<-h.entered
	cancel()
	if err := <-outcome; status.Code(err) != codes.Canceled {
		t.Errorf("the caller that cancelled got %v", err)
	}
	close(h.leave)

	again, err := client.SendMessage(caller, send)
	must(t, err)
	list, err := client.ListMessages(caller, &chatv1.ListMessagesRequest{ThreadId: send.GetThreadId()})
	must(t, err)
	var ids []string
	for _, m := range list.GetMessages() {
		if m.GetContent() == send.GetContent() {
			ids = append(ids, m.GetMessageId())
		}
	}
	if len(ids) != 1 || ids[0] != again.GetMessageId() {
		t.Errorf("the thread has the messages %q, want %q only", ids, again.GetMessageId())
	}
}
