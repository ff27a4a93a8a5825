package e2e_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

const (
	getCaller       = "/parley.identity.v1.IdentityService/GetCaller"
	getUser         = "/parley.identity.v1.IdentityService/GetUser"
	sendMessagePath = "/" + sendMessage
	listMessages    = "/parley.chat.v1.ChatService/ListMessages"
)

// Each refusal has its code and its reason, and changes nothing.
func TestBadInput(t *testing.T) {
	b := start(t, t.TempDir())
	w := newWorld(t, b)
	anna := w.anna.token
	hello := &chatv1.SendMessageRequest{ThreadId: w.threadID, Content: "hello", IdempotencyKey: "hello"}
	if f := b.invoke(t, anna, sendMessagePath, hello, &chatv1.SendMessageResponse{}); f != nil {
		t.Fatal(f)
	}
	before := lastSequence(t, b, w)
	rotated, stranger := b.credentials.ResourceKeys[1], strangerToken(t, b)
	rotateSecondaryKey(t, b)

	message := func(change func(*chatv1.SendMessageRequest)) proto.Message {
		r := &chatv1.SendMessageRequest{ThreadId: w.threadID, Content: "bad"}
		change(r)
		return r
	}
	page := func(token string) proto.Message {
		return &chatv1.ListMessagesRequest{ThreadId: w.threadID, PageSize: 1, PageToken: token}
	}
	user := func(rawID string) proto.Message {
		return &identityv1.GetUserRequest{Identifier: &typev1.CommunicationIdentifier{RawId: rawID}}
	}
	nobody := &identityv1.GetCallerRequest{}
	tests := []struct {
		name, credential, method string
		request                  proto.Message
		code                     codes.Code
		reason                   string
	}{
		{"no credential", "", getCaller, nobody, codes.Unauthenticated, "CREDENTIAL_MISSING"},
		{"an empty token", " ", getCaller, nobody, codes.Unauthenticated, "CREDENTIAL_MISSING"},
		{"garbage", "garbage", getCaller, nobody, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"a key without its end", b.credentials.OperatorKey[:20], getCaller, nobody, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"a key that was rotated away", rotated, getCaller, nobody, codes.Unauthenticated, "KEY_UNKNOWN"},
		{"a token with another signature", forge(anna, stranger), getCaller, nobody, codes.Unauthenticated, "TOKEN_INVALID"},
		{"a revoked token", revokedToken(t, b), getCaller, nobody, codes.Unauthenticated, "TOKEN_REVOKED"},
		{"a key of the wrong kind", b.credentials.TenantAdminKey, getUser, user(w.anna.rawID), codes.PermissionDenied, "CALLER_NOT_ALLOWED"},
		{"a token of another resource, writing", stranger, sendMessagePath, message(func(*chatv1.SendMessageRequest) {}), codes.NotFound, "THREAD_NOT_FOUND"},
		{"a token of another resource, reading", stranger, listMessages, page(""), codes.NotFound, "THREAD_NOT_FOUND"},
		{"a malformed raw id", b.credentials.ResourceKeys[0], getUser, user("8:acs:nonsense"), codes.InvalidArgument, "INVALID_IDENTIFIER"},
		{"an empty message", anna, sendMessagePath, message(func(r *chatv1.SendMessageRequest) { r.Content = "" }), codes.InvalidArgument, "MESSAGE_EMPTY"},
		{"a message of 28 KiB and one byte", anna, sendMessagePath, message(func(r *chatv1.SendMessageRequest) { r.Content = strings.Repeat("x", 28<<10+1) }), codes.InvalidArgument, "MESSAGE_TOO_LARGE"},
		{"metadata above 1 KiB", anna, sendMessagePath, message(func(r *chatv1.SendMessageRequest) { r.Metadata = map[string]string{"k": strings.Repeat("x", 1<<10)} }), codes.InvalidArgument, "METADATA_TOO_LARGE"},
		{"a broken rule of a field", anna, sendMessagePath, message(func(r *chatv1.SendMessageRequest) { r.ThreadId = "" }), codes.InvalidArgument, "INVALID_FIELD"},
		{"an unknown field", anna, sendMessagePath, message(addUnknownField), codes.InvalidArgument, "UNKNOWN_FIELD"},
		{"a key of another request", anna, sendMessagePath, message(func(r *chatv1.SendMessageRequest) { r.IdempotencyKey = hello.GetIdempotencyKey() }), codes.InvalidArgument, "IDEMPOTENCY_KEY_REUSED"},
		{"a damaged page token", anna, listMessages, page("x" + pageToken(t, b, anna, w)), codes.InvalidArgument, "PAGE_TOKEN_INVALID"},
		{"somebody else's page token", anna, listMessages, page(pageToken(t, b, w.ben.token, w)), codes.InvalidArgument, "PAGE_TOKEN_INVALID"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantFailure(t, test.method, b.invoke(t, test.credential, test.method, test.request, &identityv1.GetCallerResponse{}), test.code, test.reason)
		})
	}
	t.Run("acting as a malformed raw id", func(t *testing.T) {
		conn := b.dial(t, b.credentials.ResourceKeys[0], "parley-act-as", "nonsense")
		wantFailure(t, getCaller, invoke(t.Context(), conn, getCaller, nobody, &identityv1.GetCallerResponse{}), codes.InvalidArgument, "INVALID_IDENTIFIER")
	})
	if after := lastSequence(t, b, w); after != before {
		t.Errorf("the thread ends with message %d, want %d as before", after, before)
	}
}

func TestBadCursor(t *testing.T) {
	b := start(t, t.TempDir())
	w := newWorld(t, b)
	cursor := firstCursor(t, b, w.anna, nil)
	damaged := bytes.Clone(cursor)
	damaged[len(damaged)-1] ^= 1
	tests := []struct {
		name      string
		who       party
		cursor    []byte
		threadIDs []string
		reason    string
	}{
		{"garbage", w.anna, []byte("garbage"), nil, "CURSOR_INVALID"},
		{"one bit is wrong", w.anna, damaged, nil, "CURSOR_INVALID"},
		{"its end is missing", w.anna, cursor[:len(cursor)/2], nil, "CURSOR_INVALID"},
		{"somebody else's", w.ben, cursor, nil, "CURSOR_FOREIGN"},
		{"of the other world", w.tess, cursor, nil, "CURSOR_FOREIGN"},
		{"of another filter", w.anna, cursor, []string{w.threadID}, "CURSOR_FOREIGN"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := &chatv1.SubscribeRequest_Cursor{Cursor: test.cursor}
			_, f := b.firstResponse(t, test.who, &chatv1.SubscribeRequest{Start: start, ThreadIds: test.threadIDs})
			wantFailure(t, "Subscribe", f, codes.InvalidArgument, test.reason)
		})
	}
}

// firstCursor returns the cursor of the first response of a new stream.
func firstCursor(t *testing.T, b *broker, who party, threadIDs []string) []byte {
	t.Helper()
	r, f := b.firstResponse(t, who, &chatv1.SubscribeRequest{ThreadIds: threadIDs})
	if f != nil {
		t.Fatal(f)
	}
	return r.GetCursor()
}

// firstResponse opens a stream and returns its first response.
func (b *broker) firstResponse(t *testing.T, who party, r *chatv1.SubscribeRequest) (*chatv1.SubscribeResponse, *failure) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stream, err := chatv1.NewChatServiceClient(b.dial(t, who.token)).Subscribe(ctx, r)
	if err != nil {
		t.Fatal(err)
	}
	response, err := stream.Recv()
	return response, failureOf(status.Convert(err))
}

// invoke calls a method with the Go stubs.
func (b *broker) invoke(t testing.TB, credential, method string, request, response proto.Message) *failure {
	t.Helper()
	return invoke(t.Context(), b.dial(t, credential), method, request, response)
}

func invoke(ctx context.Context, conn *grpc.ClientConn, method string, request, response proto.Message) *failure {
	return failureOf(status.Convert(conn.Invoke(ctx, method, request, response)))
}

// strangerToken returns the token of a user of another resource.
func strangerToken(t *testing.T, b *broker) string {
	t.Helper()
	resource := &adminv1.CreateResourceResponse{}
	b.must(t, b.credentials.OperatorKey, "parley.admin.v1.AdminService/CreateResource", `{"resource": {"displayName": "Other"}}`, resource)
	user := &identityv1.CreateUserResponse{}
	b.must(t, resource.GetKeys()[0].GetSecret(), "parley.identity.v1.IdentityService/CreateUser", `{"tokenScopes": ["SCOPE_CHAT"]}`, user)
	return user.GetAccessToken().GetToken()
}

func rotateSecondaryKey(t *testing.T, b *broker) {
	t.Helper()
	b.must(t, b.credentials.OperatorKey, "parley.admin.v1.AdminService/RotateKey",
		fmt.Sprintf(`{"resourceId": %q, "slot": "KEY_SLOT_SECONDARY"}`, b.credentials.ResourceID), &adminv1.RotateKeyResponse{})
}

// revokedToken returns a token of a user whose tokens were revoked after it was issued.
func revokedToken(t *testing.T, b *broker) string {
	t.Helper()
	p := communicationUser(t, b, "Rex")
	b.must(t, b.credentials.ResourceKeys[0], "parley.identity.v1.IdentityService/RevokeTokens",
		fmt.Sprintf(`{"identifier": {"rawId": %q}}`, p.rawID), &identityv1.RevokeTokensResponse{})
	return p.token
}

// forge returns what one token says with the signature of another.
func forge(says, signed string) string {
	return says[:strings.LastIndex(says, ".")] + signed[strings.LastIndex(signed, "."):]
}

func addUnknownField(r *chatv1.SendMessageRequest) {
	r.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, 999, protowire.VarintType), 1))
}

// pageToken returns the token of the second page of the thread.
func pageToken(t *testing.T, b *broker, token string, w *world) string {
	t.Helper()
	answer := &chatv1.ListMessagesResponse{}
	request := &chatv1.ListMessagesRequest{ThreadId: w.threadID, PageSize: 1}
	if f := b.invoke(t, token, listMessages, request, answer); f != nil || answer.GetNextPageToken() == "" {
		t.Fatalf("list messages: %s, next page %q", f, answer.GetNextPageToken())
	}
	return answer.GetNextPageToken()
}
