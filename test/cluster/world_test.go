package cluster_test

import (
	"context"
	"testing"

	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// tessID is the object id of the tenant's user.
const tessID = "11111111-1111-4111-8111-111111111111"

// beginning is where streams start without a cursor.
const beginning = typev1.StartPosition_START_POSITION_BEGINNING

// party is somebody with a token.
type party struct{ rawID, token string }

func (p party) in(ctx context.Context) context.Context { return with(ctx, p.token) }

// world is whom the tests know: two users of the resource and one of the tenant, who may meet.
type world struct {
	*cell

	anna, ben, tess party
}

func newWorld(t testing.TB, c *cell) *world {
	t.Helper()
	w := &world{cell: c, anna: c.user(t, "Anna"), ben: c.user(t, "Ben")}
	conn := c.broker(0).conn
	admin := with(t.Context(), c.credentials.TenantAdminKey)
	stream, err := directoryv1.NewDirectoryServiceClient(conn).ImportTenantUsers(admin)
	if err == nil {
		err = stream.Send(&directoryv1.ImportTenantUsersRequest{Users: []*directoryv1.TenantUser{
			{UserId: tessID, UserPrincipalName: "tess@contoso.example", DisplayName: "Tess"},
		}})
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.CloseAndRecv(); err != nil {
		t.Fatal(err)
	}
	w.allow(0, true)
	w.tess.rawID = "8:orgid:" + tessID
	token, err := identityv1.NewIdentityServiceClient(conn).IssueTenantUserToken(admin, &identityv1.IssueTenantUserTokenRequest{
		Identifier: &typev1.CommunicationIdentifier{RawId: w.tess.rawID}, Scopes: scopes(),
	})
	if err != nil {
		t.Fatal(err)
	}
	w.tess.token = token.GetAccessToken().GetToken()
	return w
}

func scopes() []typev1.Scope { return []typev1.Scope{typev1.Scope_SCOPE_CHAT, typev1.Scope_SCOPE_VOIP} }

// user makes a user of the resource.
func (c *cell) user(t testing.TB, name string) party {
	t.Helper()
	made, err := identityv1.NewIdentityServiceClient(c.broker(0).conn).CreateUser(with(t.Context(), c.credentials.ResourceKeys[0]),
		&identityv1.CreateUserRequest{DisplayName: name, TokenScopes: scopes()})
	if err != nil {
		t.Fatal(err)
	}
	return party{made.GetUser().GetIdentifier().GetRawId(), made.GetAccessToken().GetToken()}
}

// allow opens or closes the tenant to the resource, through the broker of a slot.
func (w *world) allow(slot int, enabled bool) {
	w.t.Helper()
	_, err := w.broker(slot).policy.UpdateFederationConfiguration(with(w.t.Context(), w.credentials.TenantAdminKey),
		&policyv1.UpdateFederationConfigurationRequest{
			Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: enabled, AllowedAcsResources: []string{w.credentials.ResourceID}},
			UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
		})
	if err != nil {
		w.t.Fatal(err)
	}
}

// thread makes a thread of Anna with others, and returns its id.
func (w *world) thread(slot int, others ...party) string {
	w.t.Helper()
	request := &chatv1.CreateThreadRequest{Topic: "Roof"}
	for _, p := range others {
		request.Participants = append(request.Participants, &chatv1.Participant{Identifier: &typev1.CommunicationIdentifier{RawId: p.rawID}})
	}
	made, err := w.broker(slot).chat.CreateThread(w.anna.in(w.t.Context()), request)
	if err != nil || len(made.GetRefusedParticipants()) > 0 {
		w.t.Fatalf("thread: %v, %v", made, err)
	}
	return made.GetThread().GetThreadId()
}

// revoke makes the tokens of a user worthless, through the broker of a slot.
func (w *world) revoke(slot int, who party) {
	w.t.Helper()
	_, err := identityv1.NewIdentityServiceClient(w.broker(slot).conn).RevokeTokens(with(w.t.Context(), w.credentials.ResourceKeys[0]),
		&identityv1.RevokeTokensRequest{Identifier: &typev1.CommunicationIdentifier{RawId: who.rawID}})
	if err != nil {
		w.t.Fatal(err)
	}
}
