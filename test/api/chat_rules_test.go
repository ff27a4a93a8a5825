package api_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

func edit(t *testing.T, c chatv1.ChatServiceClient, threadID, messageID, content string) (*chatv1.UpdateMessageResponse, error) {
	t.Helper()
	return c.UpdateMessage(t.Context(), &chatv1.UpdateMessageRequest{
		ThreadId: threadID, MessageId: messageID, Content: content, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}},
	})
}

func TestEditAndDelete(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	bID, b := w.user("")
	id := thread(t, a, bID)
	m := send(t, a, id, "first")
	update := func(c chatv1.ChatServiceClient, content string) (*chatv1.UpdateMessageResponse, error) {
		return c.UpdateMessage(t.Context(), &chatv1.UpdateMessageRequest{
			ThreadId: id, MessageId: m.GetMessageId(), Content: content, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"content"}},
			IdempotencyKey: "edit-" + content,
		})
	}
	_, err := update(b, "x")
	wantReason(t, err, codes.PermissionDenied, "NOT_THE_SENDER")
	_, err = update(a, "")
	wantReason(t, err, codes.InvalidArgument, "MESSAGE_EMPTY")
	one, err := update(a, "second")
	must(t, err)
	again, err := update(a, "second")
	must(t, err)
	if !proto.Equal(one, again) || one.GetMessage().GetContent() != "second" || one.GetMessage().GetEditTime() == nil {
		t.Errorf("the edit answers %v, and again %v", one, again)
	}
	got, err := b.GetMessage(t.Context(), &chatv1.GetMessageRequest{ThreadId: id, MessageId: m.GetMessageId()})
	must(t, err)
	if !proto.Equal(got.GetMessage(), one.GetMessage()) {
		t.Errorf("the other reads %v", got.GetMessage())
	}

	remove := func(c chatv1.ChatServiceClient, messageID string) error {
		_, err := c.DeleteMessage(t.Context(), &chatv1.DeleteMessageRequest{ThreadId: id, MessageId: messageID})
		return err
	}
	wantReason(t, remove(b, m.GetMessageId()), codes.PermissionDenied, "NOT_THE_SENDER")
	must(t, remove(a, m.GetMessageId()))
	must(t, remove(a, m.GetMessageId()))
	_, err = update(a, "third")
	wantReason(t, err, codes.FailedPrecondition, "MESSAGE_DELETED")
	got, err = b.GetMessage(t.Context(), &chatv1.GetMessageRequest{ThreadId: id, MessageId: m.GetMessageId()})
	must(t, err)
	if got.GetMessage().GetContent() != "" || got.GetMessage().GetDeleteTime() == nil || got.GetMessage().GetSequenceId() != m.GetSequenceId() {
		t.Errorf("what is left is %v", got.GetMessage())
	}
	assertContentGone(t, b, id)

	list, err := a.ListMessages(t.Context(), &chatv1.ListMessagesRequest{ThreadId: id, Order: chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST})
	must(t, err)
	wantReason(t, remove(a, list.GetMessages()[0].GetMessageId()), codes.FailedPrecondition, "SYSTEM_MESSAGE")
	must(t, remove(w.backendChat(), send(t, a, id, "spam").GetMessageId()))
}

// assertContentGone reads the thread's events from the beginning: no deleted content may be in any of them.
func assertContentGone(t *testing.T, c chatv1.ChatServiceClient, threadID string) {
	t.Helper()
	f := follow(t, c, &chatv1.SubscribeRequest{Start: beginning, ThreadIds: []string{threadID}})
	for {
		e, err := f.next()
		must(t, err)
		if content := e.GetMessageSent().GetMessage().GetContent() + e.GetMessageEdited().GetMessage().GetContent(); content != "" {
			t.Errorf("deleted content is still in %v", e)
		}
		if e.GetMessageDeleted() != nil {
			return
		}
	}
}

func TestTeamsUserEditsOnlyWhereLifted(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	m := send(t, ada, id, "first")
	_, err := edit(t, ada, id, m.GetMessageId(), "second")
	wantReason(t, err, codes.PermissionDenied, "INTEROP_EDIT")
	w.federate(true, func(c *policyv1.InteropCapabilities) { c.TeamsUsersEdit = true })
	_, err = edit(t, ada, id, m.GetMessageId(), "second")
	must(t, err)
	if got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: id}); got[len(got)-1] != "second" {
		t.Errorf("the thread has %v", got)
	}
}

func TestUpdateThread(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a)
	update := func(th *chatv1.Thread, paths ...string) (*chatv1.UpdateThreadResponse, error) {
		return a.UpdateThread(t.Context(), &chatv1.UpdateThreadRequest{ThreadId: id, Thread: th, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
	}
	r, err := update(&chatv1.Thread{Topic: "New", Metadata: map[string]string{"a": "b"}}, "topic", "metadata")
	must(t, err)
	if r.GetThread().GetTopic() != "New" || r.GetThread().GetMetadata()["a"] != "b" || r.GetThread().GetLastSequenceId() != 3 {
		t.Errorf("the thread is %v", r.GetThread())
	}
	r, err = update(&chatv1.Thread{Topic: "ignored"}, "metadata")
	must(t, err)
	if r.GetThread().GetTopic() != "New" || len(r.GetThread().GetMetadata()) != 0 || r.GetThread().GetLastSequenceId() != 3 {
		t.Errorf("the thread is %v", r.GetThread())
	}
	_, err = update(&chatv1.Thread{}, "thread_id")
	wantReason(t, err, codes.InvalidArgument, "UPDATE_MASK_INVALID")
	_, err = update(&chatv1.Thread{Metadata: map[string]string{"k": strings.Repeat("v", 1024)}}, "metadata")
	wantReason(t, err, codes.InvalidArgument, "METADATA_TOO_LARGE")
}

func TestDeleteThread(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	live := follow(t, ada, &chatv1.SubscribeRequest{}).started()
	send(t, a, id, "secret")
	if got := live.sent(1); got[0] != "secret" {
		t.Fatal(got)
	}
	offline := live.cursor
	_, err := ada.DeleteThread(t.Context(), &chatv1.DeleteThreadRequest{ThreadId: id})
	wantReason(t, err, codes.PermissionDenied, "CALLER_NOT_ALLOWED")
	for range 2 {
		_, err = a.DeleteThread(t.Context(), &chatv1.DeleteThreadRequest{ThreadId: id})
		must(t, err)
	}
	for name, f := range map[string]*follower{
		"live": live, "resumed": follow(t, ada, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: offline}}),
		"from the beginning": follow(t, ada, &chatv1.SubscribeRequest{Start: beginning}),
	} {
		if e, err := f.next(); err != nil || e.GetThreadDeleted() == nil {
			t.Errorf("%s: the next event is %v, %v", name, e, err)
		}
	}
	_, err = ada.ListMessages(t.Context(), &chatv1.ListMessagesRequest{ThreadId: id})
	wantReason(t, err, codes.NotFound, "THREAD_DELETED")
	_, err = a.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Content: "x"})
	wantReason(t, err, codes.NotFound, "THREAD_DELETED")
	threads, err := a.ListThreads(t.Context(), &chatv1.ListThreadsRequest{})
	must(t, err)
	if len(threads.GetThreads()) > 0 {
		t.Errorf("it is still listed: %v", threads.GetThreads())
	}
	records, err := adminv1.NewAdminServiceClient(w.backend).ListAuditRecords(t.Context(), &adminv1.ListAuditRecordsRequest{})
	must(t, err)
	if !slices.ContainsFunc(records.GetRecords(), func(r *adminv1.AuditRecord) bool {
		return r.GetSubject() == id && strings.HasSuffix(r.GetMethod(), "/DeleteThread")
	}) {
		t.Errorf("the resource has no audit record of it: %v", records.GetRecords())
	}
}

func TestReadReceiptsGoForwards(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	bID, b := w.user("")
	id := thread(t, a, bID)
	one, two := send(t, a, id, "one"), send(t, a, id, "two")
	f := follow(t, a, &chatv1.SubscribeRequest{}).started()
	read := func(c chatv1.ChatServiceClient, messageID string) error {
		_, err := c.SendReadReceipt(t.Context(), &chatv1.SendReadReceiptRequest{ThreadId: id, MessageId: messageID})
		return err
	}
	must(t, read(b, two.GetMessageId()))
	must(t, read(b, one.GetMessageId()))
	must(t, read(a, one.GetMessageId()))
	wantReason(t, read(b, "12345"), codes.NotFound, "MESSAGE_NOT_FOUND")
	list, err := a.ListReadReceipts(t.Context(), &chatv1.ListReadReceiptsRequest{ThreadId: id})
	must(t, err)
	got := map[string]int64{}
	for _, r := range list.GetReceipts() {
		got[r.GetReader().GetRawId()] = r.GetSequenceId()
	}
	if want := map[string]int64{aID: one.GetSequenceId(), bID: two.GetSequenceId()}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("receipts are %v, want %v", got, want)
	}
	for _, reader := range []string{bID, aID} {
		e, err := f.next()
		must(t, err)
		if e.GetMessagesRead().GetReceipt().GetReader().GetRawId() != reader {
			t.Errorf("the event is %v, want one of %s", e, reader)
		}
	}
}

func TestTypingIsSeenByTheOthersAndNeverStored(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	teams := follow(t, ada, &chatv1.SubscribeRequest{}).started()
	self := follow(t, a, &chatv1.SubscribeRequest{}).started()
	for range 10 {
		_, err := a.SendTypingNotification(t.Context(), &chatv1.SendTypingNotificationRequest{ThreadId: id})
		must(t, err)
	}
	send(t, a, id, "done")
	typing := 0
	for {
		r, err := teams.stream.Recv()
		must(t, err)
		if n := r.GetTyping(); n != nil {
			typing++
			if n.GetSenderDisplayName() != "External" || len(r.GetCursor()) > 0 {
				t.Errorf("the notification is %v", r)
			}
		}
		if r.GetEvent() != nil {
			break
		}
	}
	if typing < 1 || typing > 3 {
		t.Errorf("10 notifications at once came through as %d", typing)
	}
	r, err := self.stream.Recv()
	must(t, err)
	if r.GetTyping() != nil {
		t.Error("the one who types is told of it")
	}
	again := follow(t, ada, &chatv1.SubscribeRequest{Start: beginning})
	for {
		r, err := again.stream.Recv()
		must(t, err)
		if r.GetTyping() != nil {
			t.Fatal("a typing notification was stored")
		}
		if r.GetEvent().GetMessageSent() != nil {
			return
		}
	}
}

func TestSendMessagesAnswersEach(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	one, two := thread(t, a), thread(t, a)
	stream, err := a.SendMessages(t.Context())
	must(t, err)
	const n = 1000
	bad := map[int64]string{7: "MESSAGE_EMPTY", 8: "THREAD_NOT_FOUND", 9: "MESSAGE_TOO_LARGE", 10: "INVALID_FIELD"}
	go func() {
		for i := range int64(n) {
			m := &chatv1.SendMessageRequest{ThreadId: []string{one, two}[i%2], Content: fmt.Sprint(i), IdempotencyKey: fmt.Sprint(i / 3 * 3)}
			if i%3 != 0 {
				m.IdempotencyKey = ""
			}
			switch i {
			case 7:
				m.Content = ""
			case 8:
				m.ThreadId = "19:nope@thread.v2"
			case 9:
				m.Content = strings.Repeat("x", 28<<10+1)
			case 10:
				m.ThreadId = ""
			}
			if stream.Send(&chatv1.SendMessagesRequest{Tag: i, Message: m}) != nil {
				return
			}
		}
		_ = stream.CloseSend()
	}()
	last := map[string]int64{}
	for i := range int64(n) {
		r, err := stream.Recv()
		must(t, err)
		if r.GetTag() != i {
			t.Fatalf("answer %d is to %d", i, r.GetTag())
		}
		if want := bad[i]; want != "" {
			if got := reasonOf(status.FromProto(r.GetError()).Err()); !strings.HasSuffix(got, " "+want) {
				t.Errorf("message %d: %s, want %s", i, got, want)
			}
			continue
		}
		id := []string{one, two}[i%2]
		if r.GetSent().GetSequenceId() <= last[id] {
			t.Fatalf("message %d has sequence id %d after %d", i, r.GetSent().GetSequenceId(), last[id])
		}
		last[id] = r.GetSent().GetSequenceId()
	}
	if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
		t.Errorf("the stream ends with %v", err)
	}
	var want []string
	for i := range n {
		if i%2 == 0 && bad[int64(i)] == "" {
			want = append(want, fmt.Sprint(i))
		}
	}
	if got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: one}); !slices.Equal(got[2:], want) {
		t.Errorf("the thread has %v", got)
	}
}

func TestSendMessagesEndsWhenTheTokenIsRevoked(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	id := thread(t, a)
	stream, err := a.SendMessages(t.Context())
	must(t, err)
	message := &chatv1.SendMessagesRequest{Message: &chatv1.SendMessageRequest{ThreadId: id, Content: "x"}}
	must(t, stream.Send(message))
	_, err = stream.Recv()
	must(t, err)
	_, err = identityv1.NewIdentityServiceClient(w.backend).RevokeTokens(t.Context(), &identityv1.RevokeTokensRequest{Identifier: raw(aID)})
	must(t, err)
	must(t, stream.Send(message))
	_, err = stream.Recv()
	wantReason(t, err, codes.PermissionDenied, "ACCESS_LOST")
}

func TestThreadOf250Participants(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a)
	var ids []string
	for range 250 {
		r, err := identityv1.NewIdentityServiceClient(w.backend).CreateUser(t.Context(), &identityv1.CreateUserRequest{})
		must(t, err)
		ids = append(ids, r.GetUser().GetIdentifier().GetRawId())
	}
	add := func(ids ...string) error {
		_, err := a.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: id, Participants: participants(ids...)})
		return err
	}
	must(t, add(ids[:200]...))
	wantReason(t, add(ids[200:]...), codes.FailedPrecondition, "TOO_MANY_PARTICIPANTS")
	must(t, add(ids[200:249]...))
	wantReason(t, add(ids[249]), codes.FailedPrecondition, "TOO_MANY_PARTICIPANTS")
	_, err := adminv1.NewAdminServiceClient(w.Conn(t, w.Credentials.OperatorKey)).UpdateResource(t.Context(), &adminv1.UpdateResourceRequest{
		Resource:   &adminv1.Resource{ResourceId: w.Credentials.ResourceID, Quotas: &adminv1.Quotas{MaxParticipantsPerThread: 300}},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"quotas"}},
	})
	must(t, err)
	must(t, add(ids[249]))
}
