package soak_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// party is somebody with a token, or the backend of a resource with its key.
type party struct {
	name, rawID, token string
	teams              bool
}

func (p *party) in(ctx context.Context) context.Context { return with(ctx, p.token) }

func (p *party) identifier() *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: p.rawID}
}

// Who there is. Those who call have one call at a time, and do not chat.
var (
	users      = []string{"Anna", "Ben", "Cleo", "Vic", "Stan", "Carl", "Dora", "Cora", "Dirk"}
	teamsUsers = []string{"Tess", "Theo", "Vera", "Noah", "Toni", "Tara"}
)

// apart is the name of a policy that keeps its users apart.
const apart = "Apart"

// world is who there is, and their threads.
type world struct {
	conn    *grpc.ClientConn
	admin   string // the key of the tenant's administrator
	parties map[string]*party
	names   map[string]string // by raw id
	objects map[string]string // ids of the tenant's users, by name
	// backend and foreign are the backends of the resource and of another one.
	backend, foreign *party
	resource         string
	threads          []*room
}

// room is a thread.
type room struct {
	id      string
	members []string
	guests  []string
}

// rooms are what the threads are like: of both worlds, of both with one Teams user, of the resource alone, and with guests.
func rooms() []*room {
	return []*room{
		{members: []string{"Anna", "Ben", "Cleo", "Tess", "Theo"}},
		{members: []string{"Ben", "Anna", "Cleo", "Tess", "Theo"}},
		{members: []string{"Cleo", "Anna", "Ben", "Tess"}},
		{members: []string{"Anna", "Ben", "Cleo"}},
		{members: []string{"Anna", "Ben"}, guests: []string{"Vic", "Vera"}},
	}
}

// dial connects to the broker, and again soon when the connection is lost.
func (b *broker) dial(t testing.TB) *grpc.ClientConn {
	t.Helper()
	conn, err := grpc.NewClient(b.address, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithConnectParams(grpc.ConnectParams{
		Backoff: backoff.Config{BaseDelay: 20 * time.Millisecond, Multiplier: 1.5, Jitter: 0.2, MaxDelay: 300 * time.Millisecond}, MinConnectTimeout: 5 * time.Second,
	}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// newWorld makes everybody and everything before the fire begins, and introduces it to the judge.
func newWorld(t *testing.T, b *broker, log *journal.Writer) *world {
	t.Helper()
	w := &world{
		conn: b.dial(t), admin: b.credentials.TenantAdminKey, parties: map[string]*party{}, names: map[string]string{}, objects: map[string]string{},
		backend: &party{name: "backend", token: b.credentials.ResourceKeys[0]}, resource: b.credentials.ResourceID, threads: rooms(),
	}
	w.foreign = w.otherResource(t, b.credentials.OperatorKey)
	for _, name := range users {
		w.addUser(t, name)
	}
	w.importTeams(t)
	must(t, w.allow(t.Context(), "", true, "begin"))
	for _, p := range w.parties {
		w.names[p.rawID] = p.name
		log.Write(journal.Entry{Kind: journal.Party, Who: p.name, Teams: p.teams})
	}
	for _, r := range w.threads {
		w.open(t, r)
		log.Write(journal.Entry{Kind: journal.Thread, Thread: r.id, Members: r.members, Guests: r.guests})
	}
	return w
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) otherResource(t *testing.T, operator string) *party {
	t.Helper()
	made, err := adminv1.NewAdminServiceClient(w.conn).CreateResource(with(t.Context(), operator),
		&adminv1.CreateResourceRequest{Resource: &adminv1.Resource{DisplayName: "Another"}})
	must(t, err)
	return &party{name: "foreign backend", token: made.GetKeys()[0].GetSecret()}
}

func scopes() []typev1.Scope { return []typev1.Scope{typev1.Scope_SCOPE_CHAT, typev1.Scope_SCOPE_VOIP} }

func (w *world) addUser(t *testing.T, name string) {
	t.Helper()
	made, err := identityv1.NewIdentityServiceClient(w.conn).CreateUser(w.backend.in(t.Context()), &identityv1.CreateUserRequest{DisplayName: name, TokenScopes: scopes()})
	must(t, err)
	w.parties[name] = &party{name: name, rawID: made.GetUser().GetIdentifier().GetRawId(), token: made.GetAccessToken().GetToken()}
}

// importTeams makes the users of the tenant, and the policy that keeps apart.
func (w *world) importTeams(t *testing.T) {
	t.Helper()
	admin := with(t.Context(), w.admin)
	stream, err := directoryv1.NewDirectoryServiceClient(w.conn).ImportTenantUsers(admin)
	must(t, err)
	request := &directoryv1.ImportTenantUsersRequest{}
	for i, name := range teamsUsers {
		w.objects[name] = fmt.Sprintf("11111111-1111-4111-8111-%012d", i+1)
		request.Users = append(request.Users, &directoryv1.TenantUser{UserId: w.objects[name], UserPrincipalName: name + "@contoso.example", DisplayName: name})
	}
	must(t, stream.Send(request))
	_, err = stream.CloseAndRecv()
	must(t, err)
	for _, name := range teamsUsers {
		p := &party{name: name, rawID: "8:orgid:" + w.objects[name], teams: true}
		made, err := identityv1.NewIdentityServiceClient(w.conn).IssueTenantUserToken(admin, &identityv1.IssueTenantUserTokenRequest{Identifier: p.identifier(), Scopes: scopes()})
		must(t, err)
		p.token = made.GetAccessToken().GetToken()
		w.parties[name] = p
	}
	closed := false
	_, err = w.policy().CreateExternalAccessPolicy(admin, &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: apart, EnableAcsFederationAccess: &closed},
	})
	must(t, err)
}

func (w *world) policy() policyv1.PolicyServiceClient { return policyv1.NewPolicyServiceClient(w.conn) }
func (w *world) chat() chatv1.ChatServiceClient       { return chatv1.NewChatServiceClient(w.conn) }

// allow opens or closes policy to the resource: the tenant's for an empty name, else that of a user.
func (w *world) allow(ctx context.Context, who string, open bool, key string) error {
	ctx = with(ctx, w.admin)
	if who == "" {
		_, err := w.policy().UpdateFederationConfiguration(ctx, &policyv1.UpdateFederationConfigurationRequest{
			Configuration:  &policyv1.FederationConfiguration{EnableAcsUsers: open, AllowedAcsResources: []string{w.resource}},
			UpdateMask:     &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
			IdempotencyKey: key,
		})
		return err
	}
	if open {
		_, err := w.policy().RevokeExternalAccessPolicyGrant(ctx, &policyv1.RevokeExternalAccessPolicyGrantRequest{
			Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: w.objects[who]}, IdempotencyKey: key,
		})
		return err
	}
	_, err := w.policy().GrantExternalAccessPolicy(ctx, &policyv1.GrantExternalAccessPolicyRequest{
		Grant: &policyv1.ExternalAccessPolicyGrant{
			PolicyName: apart, Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: w.objects[who]},
		},
		IdempotencyKey: key,
	})
	return err
}

// open creates a thread with its members.
func (w *world) open(t *testing.T, r *room) {
	t.Helper()
	request := &chatv1.CreateThreadRequest{Topic: "Roof"}
	for _, name := range r.members[1:] {
		request.Participants = append(request.Participants, &chatv1.Participant{Identifier: w.parties[name].identifier()})
	}
	made, err := w.chat().CreateThread(w.parties[r.members[0]].in(t.Context()), request)
	must(t, err)
	if len(made.GetRefusedParticipants()) > 0 {
		t.Fatal(made.GetRefusedParticipants())
	}
	r.id = made.GetThread().GetThreadId()
}
