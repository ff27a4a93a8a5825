package api_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

func TestCreateThreadDecidesEachParticipant(t *testing.T) {
	w := newWorld(t)
	creatorID, creator := w.user("Carol")
	otherID, _ := w.user("")
	foreign := "8:acs:99999999-0000-4000-8000-000000000000_99999999-0000-4000-8000-000000000001"
	missing := "8:acs:" + w.Credentials.ResourceID + "_99999999-0000-4000-8000-000000000001"
	r, err := creator.CreateThread(t.Context(), &chatv1.CreateThreadRequest{
		Topic: "Hello", Metadata: map[string]string{"case": "7"},
		Participants: participants(otherID, "8:orgid:"+teamsOID, "8:orgid:"+unknownOID, "8:gcch:"+teamsOID, foreign, missing, "4:+15551234567", "8:teamsvisitor:x", "28:orgid:"+unknownOID),
	})
	must(t, err)
	got := refusals(r.GetRefusedParticipants())
	want := map[string]string{
		"8:orgid:" + unknownOID: "TENANT_USER_NOT_FOUND", "8:gcch:" + teamsOID: "TENANT_USER_NOT_FOUND",
		foreign: "FOREIGN_OWNER", missing: "USER_NOT_FOUND", "4:+15551234567": "PHONE_NUMBER_UNSUPPORTED",
		"8:teamsvisitor:x": "PARTICIPANT_KIND_UNSUPPORTED", "28:orgid:" + unknownOID: "PARTICIPANT_KIND_UNSUPPORTED",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("refused %v, want %v", got, want)
	}
	if r.GetThread().GetParticipantCount() != 3 || r.GetThread().GetCreatedBy().GetRawId() != creatorID || r.GetThread().GetLastSequenceId() != 2 {
		t.Errorf("thread is %v", r.GetThread())
	}
	if r.GetCommit().GetDurability() != typev1.Durability_DURABILITY_FSYNCED {
		t.Errorf("durability is %v", r.GetCommit().GetDurability())
	}
	list, err := w.teamsUser(teamsOID).ListParticipants(t.Context(), &chatv1.ListParticipantsRequest{ThreadId: r.GetThread().GetThreadId()})
	must(t, err)
	names := map[string]string{}
	for _, p := range list.GetParticipants() {
		names[p.GetIdentifier().GetRawId()] = p.GetDisplayName()
	}
	if want := map[string]string{creatorID: "Carol", otherID: "External", "8:orgid:" + teamsOID: "Ada"}; fmt.Sprint(names) != fmt.Sprint(want) {
		t.Errorf("the Teams user sees %v, want %v", names, want)
	}
}

func TestPolicyRefusesParticipantsWithItsReason(t *testing.T) {
	w := newWorld(t)
	_, creator := w.user("")
	w.federate(false)
	r, err := creator.CreateThread(t.Context(), &chatv1.CreateThreadRequest{Participants: participants("8:orgid:" + teamsOID)})
	must(t, err)
	if got := refusals(r.GetRefusedParticipants())["8:orgid:"+teamsOID]; got != "INTEROP_TENANT_DISABLED" {
		t.Errorf("refused with %q", got)
	}
	added, err := creator.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: r.GetThread().GetThreadId(), Participants: participants("8:orgid:" + teamsOID)})
	must(t, err)
	if got := refusals(added.GetRefusedParticipants())["8:orgid:"+teamsOID]; got != "INTEROP_TENANT_DISABLED" {
		t.Errorf("added: refused with %q", got)
	}
	w.federate(true)
	added, err = creator.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: r.GetThread().GetThreadId(), Participants: participants("8:orgid:" + teamsOID)})
	must(t, err)
	if len(added.GetRefusedParticipants()) > 0 {
		t.Errorf("refused although allowed: %v", added.GetRefusedParticipants())
	}
}

func TestRevokedPolicyRefusesBothSides(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	send(t, a, id, "before")
	w.federate(false)
	_, err := a.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Content: "x"})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
	_, err = ada.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Content: "x"})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
	_, err = ada.ListMessages(t.Context(), &chatv1.ListMessagesRequest{ThreadId: id})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_TENANT_DISABLED")
	threads, err := ada.ListThreads(t.Context(), &chatv1.ListThreadsRequest{})
	must(t, err)
	if len(threads.GetThreads()) != 0 {
		t.Errorf("the Teams user still sees %v", threads.GetThreads())
	}
	if got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: id}); got[len(got)-1] != "before" {
		t.Errorf("the communication user sees %v", got)
	}
	w.federate(true)
	send(t, ada, id, "after")
	if got := contents(t, ada, &chatv1.ListMessagesRequest{ThreadId: id}); !slices.Equal(got, []string{"PARTICIPANT_ADDED", "TOPIC_UPDATED", "before", "after"}) {
		t.Errorf("the Teams user sees %v", got)
	}
}

func TestOneTeamsUserCutOffDoesNotSilenceTheOthers(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a, "8:orgid:"+teamsOID, "8:orgid:"+otherOID)
	p := policyv1.NewPolicyServiceClient(w.admin)
	_, err := p.CreateExternalAccessPolicy(t.Context(), &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: "No", EnableAcsFederationAccess: proto.Bool(false)},
	})
	must(t, err)
	_, err = p.GrantExternalAccessPolicy(t.Context(), &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
		PolicyName: "No", Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: teamsOID},
	}})
	must(t, err)
	send(t, a, id, "to Bob")
	_, err = w.teamsUser(teamsOID).GetThread(t.Context(), &chatv1.GetThreadRequest{ThreadId: id})
	wantReason(t, err, codes.PermissionDenied, "INTEROP_POLICY_DISABLED")
	send(t, w.teamsUser(otherOID), id, "from Bob")
}

func TestInteropRulesOfTeamsUsers(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	bID, _ := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, "8:orgid:"+teamsOID)
	text := send(t, a, id, "a link: https://example.org/cat.gif")
	html, err := a.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Type: chatv1.MessageType_MESSAGE_TYPE_HTML, Content: `<a href="https://example.org/cat.gif">a link</a>`})
	must(t, err)
	const cat = `<img src="https://example.org/cat.gif">`
	start := func() error {
		_, err := ada.CreateThread(t.Context(), &chatv1.CreateThreadRequest{Participants: participants(aID)})
		return err
	}
	add := func() string {
		r, err := ada.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: id, Participants: participants(bID, "8:orgid:"+otherOID)})
		must(t, err)
		return refusals(r.GetRefusedParticipants())[bID]
	}
	attach := func() error {
		_, err := a.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Content: "see", Attachments: []*chatv1.Attachment{
			{AttachmentId: "1", Type: chatv1.AttachmentType_ATTACHMENT_TYPE_IMAGE, Url: "https://example.org/cat.gif"},
		}})
		return err
	}
	picture := func() error {
		_, err := a.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Type: chatv1.MessageType_MESSAGE_TYPE_HTML, Content: cat})
		return err
	}
	later := func() error {
		_, err := edit(t, a, id, html.GetMessageId(), cat)
		return err
	}
	wantReason(t, start(), codes.PermissionDenied, "INTEROP_CHAT_INITIATION")
	wantReason(t, attach(), codes.PermissionDenied, "INTEROP_ATTACHMENT")
	wantReason(t, picture(), codes.PermissionDenied, "INTEROP_ATTACHMENT")
	wantReason(t, later(), codes.PermissionDenied, "INTEROP_ATTACHMENT")
	if _, err := edit(t, a, id, text.GetMessageId(), cat); err != nil {
		t.Errorf("text that only looks like a picture is refused: %v", err)
	}
	if got := add(); got != "INTEROP_ADD_PARTICIPANT" {
		t.Errorf("adding is refused with %q", got)
	}
	_, err = w.teamsUser(otherOID).GetThread(t.Context(), &chatv1.GetThreadRequest{ThreadId: id})
	must(t, err)
	w.federate(true, func(c *policyv1.InteropCapabilities) {
		c.TeamsUsersStartChats, c.TeamsUsersAddExternal, c.Attachments = true, true, true
	})
	for name, err := range map[string]error{"start": start(), "attach": attach(), "picture": picture(), "picture by an edit": later()} {
		if err != nil {
			t.Errorf("%s: refused although lifted: %v", name, err)
		}
	}
	if got := add(); got != "" {
		t.Errorf("adding is refused with %q although lifted", got)
	}
}

func TestHistoryOfThoseWhoComeAndGo(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	late, lateClient := w.user("")
	sharedID, sharedClient := w.user("")
	id := thread(t, a)
	first := send(t, a, id, "one")
	add := func(p *chatv1.Participant) {
		t.Helper()
		r, err := a.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: id, Participants: []*chatv1.Participant{p}})
		must(t, err)
		if len(r.GetRefusedParticipants()) > 0 {
			t.Fatal(r.GetRefusedParticipants())
		}
	}
	remove := func(rawID string) {
		t.Helper()
		_, err := a.RemoveParticipant(t.Context(), &chatv1.RemoveParticipantRequest{ThreadId: id, Identifier: raw(rawID)})
		must(t, err)
	}
	add(&chatv1.Participant{Identifier: raw(late)})
	send(t, a, id, "two")
	remove(late)
	send(t, a, id, "three")
	if got := contents(t, lateClient, &chatv1.ListMessagesRequest{ThreadId: id}); !slices.Equal(got, []string{"PARTICIPANT_ADDED", "two", "PARTICIPANT_REMOVED"}) {
		t.Errorf("who was removed sees %v", got)
	}
	_, err := lateClient.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: id, Content: "x"})
	wantReason(t, err, codes.PermissionDenied, "NOT_A_PARTICIPANT")
	add(&chatv1.Participant{Identifier: raw(late)})
	send(t, a, id, "four")
	if got := contents(t, lateClient, &chatv1.ListMessagesRequest{ThreadId: id, PageSize: 2}); !slices.Equal(got, []string{"PARTICIPANT_ADDED", "two", "PARTICIPANT_REMOVED", "PARTICIPANT_ADDED", "four"}) {
		t.Errorf("who came back sees %v", got)
	}
	add(&chatv1.Participant{Identifier: raw(sharedID), ShareHistoryTime: first.GetCreateTime()})
	if got := contents(t, sharedClient, &chatv1.ListMessagesRequest{ThreadId: id}); !slices.Equal(got, []string{"one", "PARTICIPANT_ADDED", "two", "PARTICIPANT_REMOVED", "three", "PARTICIPANT_ADDED", "four", "PARTICIPANT_ADDED"}) {
		t.Errorf("who shares the history sees %v", got)
	}
	add2, err := a.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: id, Participants: participants(sharedID)})
	must(t, err)
	if got := refusals(add2.GetRefusedParticipants())[sharedID]; got != "PARTICIPANT_EXISTS" {
		t.Errorf("adding again is refused with %q", got)
	}
}

func TestIdempotencyKeysRepeatTheFirstAnswer(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	otherID, other := w.user("")
	create := &chatv1.CreateThreadRequest{Topic: "once", Participants: participants(otherID), IdempotencyKey: "create"}
	one, err := a.CreateThread(t.Context(), create)
	must(t, err)
	two, err := a.CreateThread(t.Context(), create)
	must(t, err)
	if !proto.Equal(one, two) {
		t.Errorf("answers differ: %v and %v", one, two)
	}
	id := one.GetThread().GetThreadId()
	message := &chatv1.SendMessageRequest{ThreadId: id, Content: "once", IdempotencyKey: "send"}
	first, err := a.SendMessage(t.Context(), message)
	must(t, err)
	for range 3 {
		again, err := a.SendMessage(t.Context(), message)
		must(t, err)
		if !proto.Equal(first, again) {
			t.Errorf("answers differ: %v and %v", first, again)
		}
	}
	message.Content = "twice"
	_, err = a.SendMessage(t.Context(), message)
	wantReason(t, err, codes.InvalidArgument, "IDEMPOTENCY_KEY_REUSED")
	if _, err = other.SendMessage(t.Context(), message); err != nil {
		t.Errorf("the key of another caller is in the way: %v", err)
	}
	if got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: id}); !slices.Equal(got, []string{"PARTICIPANT_ADDED", "TOPIC_UPDATED", "once", "twice"}) {
		t.Errorf("the thread has %v", got)
	}
}

func TestBadRequests(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	_, stranger := w.user("")
	id := thread(t, a)
	send(t, a, id, "hello")
	otherMessage := send(t, a, thread(t, a), "in another thread").GetMessageId()
	page, err := a.ListMessages(t.Context(), &chatv1.ListMessagesRequest{ThreadId: id, PageSize: 1})
	must(t, err)
	token := page.GetNextPageToken()
	many := make([]*chatv1.Participant, 0, 200)
	for i := range 200 {
		many = append(many, &chatv1.Participant{Identifier: raw(fmt.Sprintf("8:orgid:bbbbbbbb-0000-4000-8000-%012d", i))})
	}
	listMessages := func(c chatv1.ChatServiceClient, r *chatv1.ListMessagesRequest) func() error {
		return func() error { _, err := c.ListMessages(t.Context(), r); return err }
	}
	sending := func(c chatv1.ChatServiceClient, r *chatv1.SendMessageRequest) func() error {
		return func() error { _, err := c.SendMessage(t.Context(), r); return err }
	}
	creating := func(r *chatv1.CreateThreadRequest) func() error {
		return func() error { _, err := a.CreateThread(t.Context(), r); return err }
	}
	adding := func(p ...*chatv1.Participant) func() error {
		return func() error {
			_, err := a.AddParticipants(t.Context(), &chatv1.AddParticipantsRequest{ThreadId: id, Participants: p})
			return err
		}
	}
	updating := func(th *chatv1.Thread, path string) func() error {
		return func() error {
			_, err := a.UpdateThread(t.Context(), &chatv1.UpdateThreadRequest{ThreadId: id, Thread: th, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{path}}})
			return err
		}
	}
	tooMuch := map[string]string{"k": strings.Repeat("v", 1024)}
	noDays := &chatv1.RetentionPolicy{Kind: chatv1.RetentionKind_RETENTION_KIND_LAST_MESSAGE}
	tests := []struct {
		name   string
		do     func() error
		code   codes.Code
		reason string
	}{
		{"a thread that is not there", sending(a, &chatv1.SendMessageRequest{ThreadId: "19:nope@thread.v2", Content: "x"}), codes.NotFound, "THREAD_NOT_FOUND"},
		{"a thread of others", sending(stranger, &chatv1.SendMessageRequest{ThreadId: id, Content: "x"}), codes.NotFound, "THREAD_NOT_FOUND"},
		{"messages of others", listMessages(stranger, &chatv1.ListMessagesRequest{ThreadId: id}), codes.NotFound, "THREAD_NOT_FOUND"},
		{"no content", sending(a, &chatv1.SendMessageRequest{ThreadId: id}), codes.InvalidArgument, "MESSAGE_EMPTY"},
		{"only spaces", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: " \n\t"}), codes.InvalidArgument, "MESSAGE_EMPTY"},
		{"HTML of which nothing is left", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Type: chatv1.MessageType_MESSAGE_TYPE_HTML, Content: "<script>x</script>"}), codes.InvalidArgument, "MESSAGE_EMPTY"},
		{"28 KiB and 1 byte", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: strings.Repeat("x", 28<<10+1)}), codes.InvalidArgument, "MESSAGE_TOO_LARGE"},
		{"more than 28 KiB in fewer characters", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: strings.Repeat("é", 14<<10+1)}), codes.InvalidArgument, "MESSAGE_TOO_LARGE"},
		{"metadata above 1 KiB", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: "x", Metadata: map[string]string{"k": strings.Repeat("v", 1024)}}), codes.InvalidArgument, "METADATA_TOO_LARGE"},
		{"a system message", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: "x", Type: chatv1.MessageType_MESSAGE_TYPE_TOPIC_UPDATED}), codes.InvalidArgument, "INVALID_FIELD"},
		{"an idempotency key with a space", sending(a, &chatv1.SendMessageRequest{ThreadId: id, Content: "x", IdempotencyKey: "a b"}), codes.InvalidArgument, "INVALID_FIELD"},
		{"no thread id", sending(a, &chatv1.SendMessageRequest{Content: "x"}), codes.InvalidArgument, "INVALID_FIELD"},
		{"a malformed raw id", creating(&chatv1.CreateThreadRequest{Participants: participants("8:acs:nobody")}), codes.InvalidArgument, "INVALID_IDENTIFIER"},
		{"a participant twice", creating(&chatv1.CreateThreadRequest{Participants: participants("8:orgid:"+teamsOID, "8:orgid:"+strings.ToUpper(teamsOID))}), codes.InvalidArgument, "PARTICIPANT_REPEATED"},
		{"a participant twice, to be added", adding(participants("8:orgid:"+teamsOID, "8:orgid:"+teamsOID)...), codes.InvalidArgument, "PARTICIPANT_REPEATED"},
		{"nobody to be added", adding(), codes.InvalidArgument, "INVALID_FIELD"},
		{"metadata of a participant above 1 KiB", adding(&chatv1.Participant{Identifier: raw("8:orgid:" + teamsOID), Metadata: tooMuch}), codes.InvalidArgument, "METADATA_TOO_LARGE"},
		{"metadata of a new thread above 1 KiB", creating(&chatv1.CreateThreadRequest{Metadata: tooMuch}), codes.InvalidArgument, "METADATA_TOO_LARGE"},
		{"a topic of 257 characters", creating(&chatv1.CreateThreadRequest{Topic: strings.Repeat("é", 257)}), codes.InvalidArgument, "INVALID_FIELD"},
		{"a new topic of 257 characters", updating(&chatv1.Thread{Topic: strings.Repeat("é", 257)}, "topic"), codes.InvalidArgument, "INVALID_FIELD"},
		{"retention without days", creating(&chatv1.CreateThreadRequest{RetentionPolicy: noDays}), codes.InvalidArgument, "INVALID_FIELD"},
		{"new retention without days", updating(&chatv1.Thread{RetentionPolicy: noDays}, "retention_policy"), codes.InvalidArgument, "INVALID_FIELD"},
		{"text that is not UTF-8", func() error { return sendRaw(t, w.As(t, aID), id, "\xff") }, codes.InvalidArgument, "INVALID_FIELD"},
		{"201 participants", creating(&chatv1.CreateThreadRequest{Participants: append(slices.Clone(many), participants(aID)...)}), codes.InvalidArgument, "INVALID_FIELD"},
		{"a damaged page token", listMessages(a, &chatv1.ListMessagesRequest{ThreadId: id, PageToken: token[:len(token)-2] + "AA"}), codes.InvalidArgument, "PAGE_TOKEN_INVALID"},
		{"a page token of another request", listMessages(a, &chatv1.ListMessagesRequest{ThreadId: id, PageToken: token, Order: chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST}), codes.InvalidArgument, "PAGE_TOKEN_INVALID"},
		{"a page token of somebody else", listMessages(w.backendChat(), &chatv1.ListMessagesRequest{ThreadId: id, PageToken: token}), codes.InvalidArgument, "PAGE_TOKEN_INVALID"},
		{"a negative page size", listMessages(a, &chatv1.ListMessagesRequest{ThreadId: id, PageSize: -1}), codes.InvalidArgument, "INVALID_FIELD"},
		{"a message of another thread", func() error {
			_, err := a.GetMessage(t.Context(), &chatv1.GetMessageRequest{ThreadId: id, MessageId: otherMessage})
			return err
		}, codes.NotFound, "MESSAGE_NOT_FOUND"},
		{"editing a message of another thread", func() error {
			_, err := edit(t, a, id, otherMessage, "x")
			return err
		}, codes.NotFound, "MESSAGE_NOT_FOUND"},
		{"deleting a message of another thread", func() error {
			_, err := a.DeleteMessage(t.Context(), &chatv1.DeleteMessageRequest{ThreadId: id, MessageId: otherMessage})
			return err
		}, codes.NotFound, "MESSAGE_NOT_FOUND"},
		{"having read a message of another thread", func() error {
			_, err := a.SendReadReceipt(t.Context(), &chatv1.SendReadReceiptRequest{ThreadId: id, MessageId: otherMessage})
			return err
		}, codes.NotFound, "MESSAGE_NOT_FOUND"},
		{"a message id that is none", func() error {
			_, err := a.GetMessage(t.Context(), &chatv1.GetMessageRequest{ThreadId: id, MessageId: "x"})
			return err
		}, codes.NotFound, "MESSAGE_NOT_FOUND"},
		{"removing who is not there", func() error {
			_, err := a.RemoveParticipant(t.Context(), &chatv1.RemoveParticipantRequest{ThreadId: id, Identifier: raw("8:orgid:" + teamsOID)})
			return err
		}, codes.NotFound, "PARTICIPANT_NOT_FOUND"},
		{"a key that acts as nobody", sending(w.backendChat(), &chatv1.SendMessageRequest{ThreadId: id, Content: "x"}), codes.FailedPrecondition, "ACT_AS_REQUIRED"},
		{"an unknown field", func() error {
			r := &chatv1.GetThreadRequest{ThreadId: id}
			r.ProtoReflect().SetUnknown([]byte{0xf8, 0x07, 0x01})
			_, err := a.GetThread(t.Context(), r)
			return err
		}, codes.InvalidArgument, "UNKNOWN_FIELD"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantReason(t, tt.do(), tt.code, tt.reason) })
	}
	if got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: id}); len(got) != 3 {
		t.Errorf("refused requests left something: %v", got)
	}
}

// bytesCodec sends bytes as they are, as a client may whose stubs do not check what they send.
type bytesCodec struct{}

func (bytesCodec) Name() string { return "proto" }

func (bytesCodec) Marshal(v any) ([]byte, error) {
	b, _ := v.([]byte)
	return b, nil
}

func (bytesCodec) Unmarshal([]byte, any) error { return nil }

// sendRaw sends a message without checking that its content is UTF-8.
func sendRaw(t *testing.T, conn *grpc.ClientConn, threadID, content string) error {
	t.Helper()
	wire := protowire.AppendString(protowire.AppendTag(nil, 1, protowire.BytesType), threadID)
	wire = protowire.AppendString(protowire.AppendTag(wire, 2, protowire.BytesType), content)
	return conn.Invoke(t.Context(), chatv1.ChatService_SendMessage_FullMethodName, wire, nil, grpc.ForceCodec(bytesCodec{}))
}

func TestStartTimeFiltersMessages(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	id := thread(t, a)
	send(t, a, id, "one")
	two := send(t, a, id, "two")
	got := contents(t, a, &chatv1.ListMessagesRequest{ThreadId: id, StartTime: messageTime(t, two.GetMessageId())})
	if !slices.Equal(got, []string{"two"}) {
		t.Errorf("from the second message on there is %v", got)
	}
}

func messageTime(t *testing.T, messageID string) *timestamppb.Timestamp {
	t.Helper()
	var millis int64
	if _, err := fmt.Sscan(messageID, &millis); err != nil {
		t.Fatal(err)
	}
	return &timestamppb.Timestamp{Seconds: millis / 1000, Nanos: int32(millis%1000) * 1e6}
}

func TestSubscribeDeliversAndResumes(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	ada := w.teamsUser(teamsOID)
	followers := map[string]*follower{
		"sender":  follow(t, a, &chatv1.SubscribeRequest{}).started(),
		"Teams":   follow(t, ada, &chatv1.SubscribeRequest{}).started(),
		"backend": follow(t, w.backendChat(), &chatv1.SubscribeRequest{}).started(),
		"acting":  follow(t, chatv1.NewChatServiceClient(w.As(t, aID)), &chatv1.SubscribeRequest{}).started(),
	}
	id := thread(t, a, "8:orgid:"+teamsOID)
	for i := range 400 {
		send(t, a, id, fmt.Sprint(i))
	}
	for name, f := range followers {
		if got := f.sent(150); !slices.Equal(got, numbered(0, 150)) {
			t.Fatalf("%s got %v", name, got)
		}
		f.cancel()
	}
	clients := map[string]chatv1.ChatServiceClient{"sender": a, "Teams": ada, "backend": w.backendChat(), "acting": chatv1.NewChatServiceClient(w.As(t, aID))}
	for name, f := range followers {
		again := follow(t, clients[name], &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: f.cursor}})
		if got := again.sent(250); !slices.Equal(got, numbered(150, 400)) {
			t.Errorf("%s resumed with %v", name, got)
		}
		send(t, a, id, "live "+name)
		if got := again.sent(1); !strings.HasPrefix(got[0], "live ") {
			t.Errorf("%s then got %v", name, got)
		}
		again.cancel()
	}
}

func TestSubscribeFromTheBeginning(t *testing.T) {
	w := newWorld(t)
	_, a := w.user("")
	_, stranger := w.user("")
	id := thread(t, a)
	send(t, a, id, "0")
	other := thread(t, a)
	send(t, a, other, "1")
	all := follow(t, a, &chatv1.SubscribeRequest{Start: beginning})
	if got := all.sent(2); !slices.Equal(got, numbered(0, 2)) {
		t.Errorf("all threads: %v", got)
	}
	chosen := follow(t, a, &chatv1.SubscribeRequest{Start: beginning, ThreadIds: []string{other}})
	if got := chosen.sent(1); !slices.Equal(got, []string{"1"}) {
		t.Errorf("one thread: %v", got)
	}
	_, err := follow(t, stranger, &chatv1.SubscribeRequest{ThreadIds: []string{id}}).next()
	wantReason(t, err, codes.NotFound, "THREAD_NOT_FOUND")
	cursor := all.cursor
	_, err = follow(t, stranger, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: cursor}}).next()
	wantReason(t, err, codes.InvalidArgument, "CURSOR_FOREIGN")
	_, err = follow(t, a, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: cursor}, ThreadIds: []string{id}}).next()
	wantReason(t, err, codes.InvalidArgument, "CURSOR_FOREIGN")
	_, err = follow(t, a, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: cursor[1:]}}).next()
	wantReason(t, err, codes.InvalidArgument, "CURSOR_INVALID")
}

var beginning = &chatv1.SubscribeRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_BEGINNING}

func TestSubscriptionEndsWithAccess(t *testing.T) {
	w := newWorld(t)
	aID, a := w.user("")
	bID, b := w.user("")
	ada := w.teamsUser(teamsOID)
	id := thread(t, a, bID, "8:orgid:"+teamsOID)
	removed := follow(t, b, &chatv1.SubscribeRequest{ThreadIds: []string{id}}).started()
	teams := follow(t, ada, &chatv1.SubscribeRequest{}).started()
	revoked := follow(t, a, &chatv1.SubscribeRequest{}).started()

	_, err := a.RemoveParticipant(t.Context(), &chatv1.RemoveParticipantRequest{ThreadId: id, Identifier: raw(bID)})
	must(t, err)
	if e, err := removed.next(); err != nil || e.GetParticipantsRemoved() == nil {
		t.Errorf("the last event is %v, %v", e, err)
	}
	_, err = removed.next()
	wantReason(t, err, codes.PermissionDenied, "ACCESS_LOST")

	send(t, a, id, "0")
	if got := teams.sent(1); !slices.Equal(got, numbered(0, 1)) {
		t.Errorf("the Teams user got %v", got)
	}
	w.federate(false)
	_, err = teams.next()
	wantReason(t, err, codes.PermissionDenied, "ACCESS_LOST")
	_, err = follow(t, ada, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: teams.cursor}}).next()
	wantReason(t, err, codes.PermissionDenied, "ACCESS_LOST")
	w.federate(true)
	send(t, a, id, "1")
	if got := follow(t, ada, &chatv1.SubscribeRequest{Start: &chatv1.SubscribeRequest_Cursor{Cursor: teams.cursor}}).sent(1); !slices.Equal(got, numbered(1, 2)) {
		t.Errorf("after it is enabled again the Teams user gets %v", got)
	}

	_, err = identityv1.NewIdentityServiceClient(w.backend).RevokeTokens(t.Context(), &identityv1.RevokeTokensRequest{Identifier: raw(aID)})
	must(t, err)
	for err == nil {
		_, err = revoked.next()
	}
	wantReason(t, err, codes.PermissionDenied, "ACCESS_LOST")
	_, err = a.ListThreads(t.Context(), &chatv1.ListThreadsRequest{})
	wantReason(t, err, codes.Unauthenticated, "TOKEN_REVOKED")
}
