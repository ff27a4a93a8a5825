package api_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/server/broker"
	"github.com/parley-interop/parley/server/brokertest"
)

const (
	teamsOID   = "aaaaaaaa-0000-4000-8000-000000000001"
	otherOID   = "aaaaaaaa-0000-4000-8000-000000000002"
	unknownOID = "aaaaaaaa-0000-4000-8000-00000000000f"
)

// world is a broker with a resource and a tenant that may meet.
type world struct {
	*brokertest.Broker
	t *testing.T
	// backend is the resource's, admin the tenant's.
	backend, admin *grpc.ClientConn
}

func newWorld(t *testing.T, changes ...func(*broker.Config)) *world {
	t.Helper()
	b := brokertest.Start(t, changes...)
	w := &world{Broker: b, t: t, backend: b.Conn(t, b.Credentials.ResourceKeys[0]), admin: b.Conn(t, b.Credentials.TenantAdminKey)}
	stream, err := directoryv1.NewDirectoryServiceClient(w.admin).ImportTenantUsers(t.Context())
	must(t, err)
	must(t, stream.Send(&directoryv1.ImportTenantUsersRequest{Users: []*directoryv1.TenantUser{
		{UserId: teamsOID, UserPrincipalName: "ada@contoso.example", DisplayName: "Ada"},
		{UserId: otherOID, UserPrincipalName: "bob@contoso.example", DisplayName: "Bob"},
	}}))
	imported, err := stream.CloseAndRecv()
	must(t, err)
	if imported.GetCreatedCount() != 2 {
		t.Fatalf("imported %v", imported)
	}
	w.federate(true)
	return w
}

// federate opens or closes the tenant for the resource.
func (w *world) federate(enabled bool, lifted ...func(*policyv1.InteropCapabilities)) {
	w.t.Helper()
	capabilities := &policyv1.InteropCapabilities{}
	for _, lift := range lifted {
		lift(capabilities)
	}
	_, err := policyv1.NewPolicyServiceClient(w.admin).UpdateFederationConfiguration(w.t.Context(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{
			EnableAcsUsers: enabled, AllowedAcsResources: []string{w.Credentials.ResourceID}, Capabilities: capabilities,
		},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources", "capabilities"}},
	})
	must(w.t, err)
}

// user makes a communication user and returns its raw id and a client with a token of its own.
func (w *world) user(name string) (string, chatv1.ChatServiceClient) {
	w.t.Helper()
	r, err := identityv1.NewIdentityServiceClient(w.backend).CreateUser(w.t.Context(), &identityv1.CreateUserRequest{
		DisplayName: name, TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT},
	})
	must(w.t, err)
	return r.GetUser().GetIdentifier().GetRawId(), chatv1.NewChatServiceClient(w.Conn(w.t, r.GetAccessToken().GetToken()))
}

// anotherResource makes a second resource, and returns its id and a client of a user of it.
func (w *world) anotherResource() (resourceID string, user chatv1.ChatServiceClient) {
	w.t.Helper()
	r, err := adminv1.NewAdminServiceClient(w.Conn(w.t, w.Credentials.OperatorKey)).CreateResource(w.t.Context(), &adminv1.CreateResourceRequest{Resource: &adminv1.Resource{DisplayName: "Another"}})
	must(w.t, err)
	u, err := identityv1.NewIdentityServiceClient(w.Conn(w.t, r.GetKeys()[0].GetSecret())).CreateUser(w.t.Context(), &identityv1.CreateUserRequest{
		TokenScopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT},
	})
	must(w.t, err)
	return r.GetResource().GetResourceId(), chatv1.NewChatServiceClient(w.Conn(w.t, u.GetAccessToken().GetToken()))
}

// allowOnly lets the tenant be reached from some resources only.
func (w *world) allowOnly(resourceIDs ...string) {
	w.t.Helper()
	_, err := policyv1.NewPolicyServiceClient(w.admin).UpdateFederationConfiguration(w.t.Context(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{AllowedAcsResources: resourceIDs},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"allowed_acs_resources"}},
	})
	must(w.t, err)
}

// teamsUser returns a client of a user of the tenant.
func (w *world) teamsUser(oid string) chatv1.ChatServiceClient {
	w.t.Helper()
	r, err := identityv1.NewIdentityServiceClient(w.admin).IssueTenantUserToken(w.t.Context(), &identityv1.IssueTenantUserTokenRequest{
		Identifier: raw("8:orgid:" + oid), Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT},
	})
	must(w.t, err)
	return chatv1.NewChatServiceClient(w.Conn(w.t, r.GetAccessToken().GetToken()))
}

func raw(id string) *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: id}
}

func participants(ids ...string) []*chatv1.Participant {
	var out []*chatv1.Participant
	for _, id := range ids {
		out = append(out, &chatv1.Participant{Identifier: raw(id)})
	}
	return out
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// reasonOf returns the code and the reason of an error.
func reasonOf(err error) string {
	s := status.Convert(err)
	for _, d := range s.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			return s.Code().String() + " " + info.GetReason()
		}
	}
	return s.Code().String() + " without a reason: " + s.Message()
}

func wantReason(t *testing.T, err error, code codes.Code, reason string) {
	t.Helper()
	if got, want := reasonOf(err), code.String()+" "+reason; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func refusals(refused []*chatv1.RefusedParticipant) map[string]string {
	out := map[string]string{}
	for _, r := range refused {
		out[r.GetIdentifier().GetRawId()] = r.GetReason()
	}
	return out
}

// thread makes a thread of a creator with others and returns its id.
func thread(t *testing.T, creator chatv1.ChatServiceClient, others ...string) string {
	t.Helper()
	r, err := creator.CreateThread(t.Context(), &chatv1.CreateThreadRequest{Topic: "Hello", Participants: participants(others...)})
	must(t, err)
	if len(r.GetRefusedParticipants()) > 0 {
		t.Fatalf("refused: %v", r.GetRefusedParticipants())
	}
	return r.GetThread().GetThreadId()
}

func send(t *testing.T, c chatv1.ChatServiceClient, threadID, content string) *chatv1.SendMessageResponse {
	t.Helper()
	r, err := c.SendMessage(t.Context(), &chatv1.SendMessageRequest{ThreadId: threadID, Content: content})
	must(t, err)
	return r
}

// contents lists what a caller sees of a thread, oldest first; system messages by their type.
func contents(t *testing.T, c chatv1.ChatServiceClient, r *chatv1.ListMessagesRequest) []string {
	t.Helper()
	r.Order = chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST
	var out []string
	for {
		p, err := c.ListMessages(t.Context(), r)
		must(t, err)
		for _, m := range p.GetMessages() {
			out = append(out, label(m))
		}
		if r.PageToken = p.GetNextPageToken(); r.PageToken == "" {
			return out
		}
	}
}

func label(m *chatv1.Message) string {
	if m.GetSystem() != nil {
		return strings.TrimPrefix(m.GetType().String(), "MESSAGE_TYPE_")
	}
	return m.GetContent()
}

// follower reads a subscription.
type follower struct {
	t      *testing.T
	stream grpc.ServerStreamingClient[chatv1.SubscribeResponse]
	cancel context.CancelFunc
	cursor []byte
}

func follow(t *testing.T, c chatv1.ChatServiceClient, r *chatv1.SubscribeRequest) *follower {
	t.Helper()
	// What never comes must not keep the whole run waiting.
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	stream, err := c.Subscribe(ctx, r)
	must(t, err)
	return &follower{t: t, stream: stream, cancel: cancel}
}

// started waits until the subscription is there.
func (f *follower) started() *follower {
	f.t.Helper()
	r, err := f.stream.Recv()
	must(f.t, err)
	if r.GetHeartbeat() == nil {
		f.t.Fatalf("the stream starts with %v", r)
	}
	f.cursor = r.GetCursor()
	return f
}

// next returns the next event, past heartbeats.
func (f *follower) next() (*chatv1.ChatEvent, error) {
	for {
		r, err := f.stream.Recv()
		if err != nil {
			return nil, err
		}
		if len(r.GetCursor()) > 0 {
			f.cursor = r.GetCursor()
		}
		if r.GetEvent() != nil {
			return r.GetEvent(), nil
		}
	}
}

// sent returns the contents of the next n messages of users.
func (f *follower) sent(n int) []string {
	f.t.Helper()
	var out []string
	for len(out) < n {
		e, err := f.next()
		must(f.t, err)
		if m := e.GetMessageSent().GetMessage(); m != nil {
			out = append(out, m.GetContent())
		}
	}
	return out
}

func numbered(from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		out = append(out, fmt.Sprint(i))
	}
	return out
}

// backendChat is a client of the resource that acts as nobody.
func (w *world) backendChat() chatv1.ChatServiceClient { return chatv1.NewChatServiceClient(w.backend) }
