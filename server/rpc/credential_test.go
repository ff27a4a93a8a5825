package rpc_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/grpc/status"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
)

func TestCredentialsInMetadata(t *testing.T) {
	w := newWorld(t)
	user, token := w.user(t, scopeChat)
	tests := []struct {
		name   string
		fields []string
		code   codes.Code
		want   string
	}{
		{"none", nil, codes.Unauthenticated, "CREDENTIAL_MISSING"},
		{"empty", []string{"authorization", ""}, codes.Unauthenticated, "CREDENTIAL_MISSING"},
		{"scheme only", []string{"authorization", "Bearer"}, codes.Unauthenticated, "CREDENTIAL_MISSING"},
		{"another scheme", []string{"authorization", "Basic b3A6"}, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"no scheme", []string{"authorization", token}, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"two", []string{"authorization", "Bearer " + token, "authorization", "Bearer " + token}, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"neither key nor token", []string{"authorization", "Bearer sesame"}, codes.Unauthenticated, "CREDENTIAL_MALFORMED"},
		{"token of another broker", []string{"authorization", "Bearer " + foreignToken(t)}, codes.Unauthenticated, "TOKEN_INVALID"},
		{"scheme in lower case", []string{"authorization", "bearer " + token}, codes.OK, ""},
		{"spaces around", []string{"authorization", "Bearer  " + token + " "}, codes.OK, ""},
		{"empty user to act as", []string{"authorization", "Bearer " + w.ResourceKeys[0], "parley-act-as", ""}, codes.InvalidArgument, "INVALID_IDENTIFIER"},
		{"malformed user to act as", []string{"authorization", "Bearer " + w.ResourceKeys[0], "parley-act-as", "me"}, codes.InvalidArgument, "INVALID_IDENTIFIER"},
		{"two users to act as", []string{"authorization", "Bearer " + w.ResourceKeys[0], "parley-act-as", user.GetRawId(), "parley-act-as", user.GetRawId()}, codes.InvalidArgument, "INVALID_IDENTIFIER"},
		{"token acting as a user", []string{"authorization", "Bearer " + token, "parley-act-as", user.GetRawId()}, codes.PermissionDenied, "ACT_AS_FORBIDDEN"},
		{"acting as a user", []string{"authorization", "Bearer " + w.ResourceKeys[0], "parley-act-as", user.GetRawId()}, codes.OK, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ctx := metadata.AppendToOutgoingContext(t.Context(), tt.fields...)
			_, err := w.identity().GetCaller(ctx, &identityv1.GetCallerRequest{})
			if status.Code(err) != tt.code {
				t.Errorf("the code is %s, want %s", status.Code(err), tt.code)
			}
			wantReason(t, err, tt.want)
		})
	}
}

func foreignToken(t *testing.T) string {
	t.Helper()
	_, token := newWorld(t).user(t, scopeChat)
	return token
}

func TestGetCallerTellsWhoOneIs(t *testing.T) {
	w := newWorld(t)
	user, token := w.user(t, scopeChat)
	got, err := w.identity().GetCaller(as(t.Context(), token, ""), &identityv1.GetCallerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if got.GetIdentifier().GetRawId() != user.GetRawId() || got.GetResourceId() != w.ResourceID || got.GetKeyId() != "" || len(got.GetScopes()) != 1 || got.GetExpireTime() == nil {
		t.Errorf("it is %v", got)
	}
	got, err = w.identity().GetCaller(w.asOperator(t), &identityv1.GetCallerRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if got.GetIdentifier() != nil || !strings.Contains(w.OperatorKey, got.GetKeyId()) || got.GetExpireTime() != nil {
		t.Errorf("it is %v", got)
	}
}

func TestRevocationsActAtOnce(t *testing.T) {
	tests := []struct {
		name   string
		change func(t *testing.T, w *world, user string)
		want   string
	}{
		{"tokens revoked", func(t *testing.T, w *world, user string) {
			_, err := w.identity().RevokeTokens(w.asBackend(t), &identityv1.RevokeTokensRequest{Identifier: raw(user)})
			must(t, err)
		}, "TOKEN_REVOKED"},
		{"user deleted", func(t *testing.T, w *world, user string) {
			_, err := w.identity().DeleteUser(w.asBackend(t), &identityv1.DeleteUserRequest{Identifier: raw(user)})
			must(t, err)
		}, "CALLER_DELETED"},
		{"resource deleted", func(t *testing.T, w *world, _ string) {
			_, err := w.admin().DeleteResource(w.asOperator(t), &adminv1.DeleteResourceRequest{ResourceId: w.ResourceID})
			must(t, err)
		}, "OWNER_DELETED"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			user, token := w.user(t, scopeChat)
			ctx := as(t.Context(), token, "")
			_, err := w.identity().GetCaller(ctx, &identityv1.GetCallerRequest{})
			must(t, err)
			tt.change(t, w, user.GetRawId())
			_, err = w.identity().GetCaller(ctx, &identityv1.GetCallerRequest{})
			wantReason(t, err, tt.want)
		})
	}
}

func TestARotatedKeyIsDeadAtOnce(t *testing.T) {
	w := newWorld(t)
	rotated, err := w.admin().RotateKey(w.asOperator(t), &adminv1.RotateKeyRequest{
		Owner: &adminv1.RotateKeyRequest_ResourceId{ResourceId: w.ResourceID}, Slot: adminv1.KeySlot_KEY_SLOT_SECONDARY,
	})
	must(t, err)
	for key, want := range map[string]string{w.ResourceKeys[0]: "", w.ResourceKeys[1]: "KEY_UNKNOWN", rotated.GetKey().GetSecret(): ""} {
		_, err := w.identity().GetCaller(as(t.Context(), key, ""), &identityv1.GetCallerRequest{})
		wantReason(t, err, want)
	}
}

func TestActingAsAUserIsAudited(t *testing.T) {
	w := newWorld(t)
	user, _ := w.user(t)
	created, err := w.identity().CreateUser(as(t.Context(), w.ResourceKeys[0], user.GetRawId()), &identityv1.CreateUserRequest{})
	must(t, err)
	records, err := w.admin().ListAuditRecords(w.asBackend(t), &adminv1.ListAuditRecordsRequest{PageSize: 1})
	must(t, err)
	got := records.GetRecords()[0]
	if got.GetUser().GetRawId() != user.GetRawId() || got.GetSubject() != created.GetUser().GetIdentifier().GetRawId() ||
		got.GetMethod() != "parley.identity.v1.IdentityService/CreateUser" || !strings.Contains(w.ResourceKeys[0], got.GetKeyId()) || got.GetResourceId() != w.ResourceID {
		t.Errorf("the latest record is %v", got)
	}
}

func TestHealthAndReflectionAreOpen(t *testing.T) {
	w := newWorld(t)
	if _, err := healthv1.NewHealthClient(w.conn).Check(t.Context(), &healthv1.HealthCheckRequest{}); err != nil {
		t.Error(err)
	}
	if got := listServices(t, w.conn); !strings.Contains(got, "parley.chat.v1.ChatService") {
		t.Errorf("reflection lists %s", got)
	}
}

func TestEveryAnswerHasARequestID(t *testing.T) {
	w := newWorld(t)
	tests := map[string]struct {
		given  string
		echoed bool
	}{
		"given":     {"trace-7", true},
		"long":      {strings.Repeat("x", 128), true},
		"too long":  {strings.Repeat("x", 129), false},
		"none":      {"", false},
		"malformed": {"a b", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			id := w.requestID(t, tt.given)
			if (id == tt.given) != tt.echoed || id == "" {
				t.Errorf("the trailer has %q", id)
			}
			if !strings.Contains(w.log.String(), id) {
				t.Error("the log does not have it")
			}
		})
	}
}

// The room that an id is told with serves the next call while the first one goes on.
func TestCallsAtOnceKeepTheirRequestIDs(t *testing.T) {
	w := newWorld(t)
	streams := map[string]reflectionv1.ServerReflection_ServerReflectionInfoClient{}
	for n := range 10 {
		id := fmt.Sprint("trace-", n)
		stream, err := reflectionv1.NewServerReflectionClient(w.conn).ServerReflectionInfo(metadata.AppendToOutgoingContext(t.Context(), "x-request-id", id))
		must(t, err)
		must(t, stream.Send(&reflectionv1.ServerReflectionRequest{MessageRequest: &reflectionv1.ServerReflectionRequest_ListServices{}}))
		_, err = stream.Recv()
		must(t, err)
		streams[id] = stream
	}
	for id, stream := range streams {
		must(t, stream.CloseSend())
		if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		if got := stream.Trailer().Get("x-request-id"); !slices.Equal(got, []string{id}) {
			t.Errorf("the call with the id %s ended with %q", id, got)
		}
	}
}

// requestID calls with a request id, unless it is empty, and returns the one of the answer.
func (w *world) requestID(t *testing.T, given string) string {
	t.Helper()
	ctx := t.Context()
	if given != "" {
		ctx = metadata.AppendToOutgoingContext(ctx, "x-request-id", given)
	}
	var trailer metadata.MD
	_, err := w.identity().GetCaller(ctx, &identityv1.GetCallerRequest{}, grpc.Trailer(&trailer))
	wantReason(t, err, "CREDENTIAL_MISSING")
	return strings.Join(trailer.Get("x-request-id"), ",")
}

func TestTheLogHasNoCredentials(t *testing.T) {
	w := newWorld(t)
	_, token := w.user(t, scopeChat)
	for _, credential := range []string{token, w.OperatorKey, w.ResourceKeys[0] + "x", "sesame-open"} {
		_, _ = w.identity().GetCaller(as(t.Context(), credential, ""), &identityv1.GetCallerRequest{})
		if strings.Contains(w.log.String(), credential) {
			t.Errorf("the log has %s…", credential[:8])
		}
	}
	if !strings.Contains(w.log.String(), "caller=operator") {
		t.Errorf("the log does not say who called:\n%s", w.log)
	}
}
