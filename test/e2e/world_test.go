package e2e_test

import (
	"fmt"
	"testing"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// Object ids of the tenant's users: one that may be reached from outside, and one that a policy keeps apart.
const (
	tessID = "11111111-1111-4111-8111-111111111111"
	noahID = "22222222-2222-4222-8222-222222222222"
)

// party is somebody with a token.
type party struct {
	rawID, token string
}

// world is what the tests start from: both sides, a policy that lets them meet, and a thread.
type world struct {
	anna, ben, tess party
	threadID        string
}

// populate makes both sides with grpcurl, as the operators of both would.
func populate(t testing.TB, b *broker) *world {
	t.Helper()
	w := &world{anna: communicationUser(t, b, "Anna"), ben: communicationUser(t, b, "Ben")}
	importTenantUsers(t, b)
	enableInterop(t, b, true)
	w.tess = teamsUser(t, b, tessID)
	return w
}

// newWorld is populate with a thread of all three, which Anna has started.
func newWorld(t testing.TB, b *broker) *world {
	t.Helper()
	w := populate(t, b)
	thread := &chatv1.CreateThreadResponse{}
	b.must(t, w.anna.token, "parley.chat.v1.ChatService/CreateThread", fmt.Sprintf(
		`{"topic": "Roof", "participants": [{"identifier": {"rawId": %q}}, {"identifier": {"rawId": %q}}]}`, w.ben.rawID, w.tess.rawID), thread)
	if len(thread.GetRefusedParticipants()) > 0 {
		t.Fatalf("refused: %v", thread.GetRefusedParticipants())
	}
	w.threadID = thread.GetThread().GetThreadId()
	return w
}

func communicationUser(t testing.TB, b *broker, name string) party {
	t.Helper()
	backend := b.credentials.ResourceKeys[0]
	user := &identityv1.CreateUserResponse{}
	b.must(t, backend, "parley.identity.v1.IdentityService/CreateUser", fmt.Sprintf(`{"displayName": %q}`, name), user)
	p := party{rawID: user.GetUser().GetIdentifier().GetRawId()}
	token := &identityv1.IssueTokenResponse{}
	b.must(t, backend, "parley.identity.v1.IdentityService/IssueToken",
		fmt.Sprintf(`{"identifier": {"rawId": %q}, "scopes": ["SCOPE_CHAT"]}`, p.rawID), token)
	p.token = token.GetAccessToken().GetToken()
	return p
}

// importTenantUsers sends two requests on one client stream.
func importTenantUsers(t testing.TB, b *broker) {
	t.Helper()
	imported := &directoryv1.ImportTenantUsersResponse{}
	b.must(t, b.credentials.TenantAdminKey, "parley.directory.v1.DirectoryService/ImportTenantUsers", fmt.Sprintf(`
		{"users": [{"userId": %q, "userPrincipalName": "tess@contoso.example", "displayName": "Tess"}]}
		{"users": [{"userId": %q, "userPrincipalName": "noah@contoso.example", "displayName": "Noah"}]}`, tessID, noahID), imported)
	if imported.GetCreatedCount() != 2 || imported.GetRefusedCount() != 0 {
		t.Fatalf("import: got %v, want 2 created", imported)
	}
}

// enableInterop opens or closes the tenant to the resource. grpcurl wants an update mask as the message that it is.
func enableInterop(t testing.TB, b *broker, enabled bool) {
	t.Helper()
	b.must(t, b.credentials.TenantAdminKey, "parley.policy.v1.PolicyService/UpdateFederationConfiguration", fmt.Sprintf(
		`{"configuration": {"enableAcsUsers": %t, "allowedAcsResources": [%q]}, "updateMask": {"paths": ["enable_acs_users", "allowed_acs_resources"]}}`,
		enabled, b.credentials.ResourceID), &policyv1.UpdateFederationConfigurationResponse{})
}

func teamsUser(t testing.TB, b *broker, objectID string) party {
	t.Helper()
	p := party{rawID: "8:orgid:" + objectID}
	token := &identityv1.IssueTenantUserTokenResponse{}
	b.must(t, b.credentials.TenantAdminKey, "parley.identity.v1.IdentityService/IssueTenantUserToken",
		fmt.Sprintf(`{"identifier": {"rawId": %q}, "scopes": ["SCOPE_CHAT"]}`, p.rawID), token)
	p.token = token.GetAccessToken().GetToken()
	return p
}
