package identity_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/identity"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

var chat = []typev1.Scope{typev1.Scope_SCOPE_CHAT}

// cell is a ledger after its first start, with the callers of its keys.
type cell struct {
	*identity.Service

	ledger                   *ledger.Ledger
	operator, backend, admin access.Caller
	departed                 []identifier.ID
	hold                     error
}

func newCell(t *testing.T) *cell {
	t.Helper()
	c := &cell{ledger: ledgertest.New(t)}
	credentials, err := admin.Bootstrap(t.Context(), c.ledger, filepath.Join(t.TempDir(), "credentials.json"))
	if err != nil {
		t.Fatal(err)
	}
	c.Service = identity.New(c.ledger, func(_ *ledger.Tx, id identifier.ID) error {
		c.departed = append(c.departed, id)
		return c.hold
	})
	c.operator = c.authenticated(t, credentials.OperatorKey)
	c.backend = c.authenticated(t, credentials.ResourceKeys[0])
	c.admin = c.authenticated(t, credentials.TenantAdminKey)
	return c
}

func (c *cell) authenticate(t *testing.T, bearer string) (caller access.Caller, err error) {
	t.Helper()
	err = c.ledger.Store().View(t.Context(), func(tx store.ReadTx) error {
		found, err := access.NewAuthenticator(c.ledger.Now).Authenticate(tx, bearer, "")
		if err == nil {
			caller = *found
		}
		return err
	})
	return caller, err
}

func (c *cell) authenticated(t *testing.T, bearer string) access.Caller {
	t.Helper()
	caller, err := c.authenticate(t, bearer)
	if err != nil {
		t.Fatal(err)
	}
	return caller
}

func (c *cell) create(t *testing.T, r *identityv1.CreateUserRequest) *identityv1.CreateUserResponse {
	t.Helper()
	response, err := c.CreateUser(t.Context(), c.backend, r)
	if err != nil {
		t.Fatal(err)
	}
	return response
}

// put stores a message as another domain does.
func (c *cell) put(t *testing.T, k []byte, m proto.Message) {
	t.Helper()
	if err := c.ledger.Store().Update(t.Context(), func(tx store.Tx) error { return record.Set(tx, k, m) }); err != nil {
		t.Fatal(err)
	}
}

// party puts a user and a voice application into the directory of a tenant.
func (c *cell) party(t *testing.T, tenantID string) (user, application identifier.ID) {
	t.Helper()
	user = identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, uuid.NewString())
	application = identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, uuid.NewString())
	c.put(t, key.TenantUser(tenantID, user.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{TenantId: tenantID, UserId: user.Local()}})
	c.put(t, key.VoiceApplication(tenantID, application.Local()), &recordv1.VoiceApplication{Application: &directoryv1.VoiceApplication{TenantId: tenantID, AppId: application.Local()}})
	err := c.ledger.Store().Update(t.Context(), func(tx store.Tx) error {
		tx.Set(key.TenantOf(user.Local()), []byte(tenantID))
		tx.Set(key.TenantOf(application.Local()), []byte(tenantID))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return user, application
}

func wantReason(t *testing.T, err error, want typev1.Reason) {
	t.Helper()
	if reason.Of(err) != want {
		t.Errorf("the error is %v, want %s", err, reason.Name(want))
	}
}

func raw(id string) *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: id}
}

func TestCreateUser(t *testing.T) {
	c := newCell(t)
	u := c.create(t, &identityv1.CreateUserRequest{DisplayName: "Ada", CustomId: "ada"}).GetUser()
	if u.GetIdentifier().GetCommunicationUser().GetResourceId() != c.backend.ResourceID || u.GetDisplayName() != "Ada" || u.GetCustomId() != "ada" || u.GetCreateTime() == nil {
		t.Errorf("it is %v", u)
	}
	got, err := c.GetUser(t.Context(), c.backend, &identityv1.GetUserRequest{Identifier: u.GetIdentifier()})
	if err != nil || !proto.Equal(got.GetUser(), u) {
		t.Errorf("it reads back as %v, %v", got, err)
	}
}

func TestACustomIDIsOneUser(t *testing.T) {
	c := newCell(t)
	long := strings.Repeat("\U0001F600", 256) // 1 KiB, more than a key holds with what stands before it
	for _, custom := range []string{"ada", long} {
		first := c.create(t, &identityv1.CreateUserRequest{CustomId: custom}).GetUser()
		again := c.create(t, &identityv1.CreateUserRequest{CustomId: custom, DisplayName: "Other"}).GetUser()
		if !proto.Equal(first, again) {
			t.Errorf("it is %v and then %v", first, again)
		}
		if _, err := c.DeleteUser(t.Context(), c.backend, &identityv1.DeleteUserRequest{Identifier: first.GetIdentifier()}); err != nil {
			t.Fatal(err)
		}
		anew := c.create(t, &identityv1.CreateUserRequest{CustomId: custom}).GetUser()
		if anew.GetIdentifier().GetRawId() == first.GetIdentifier().GetRawId() {
			t.Error("a deleted user is back")
		}
	}
	if nobody, none := c.create(t, &identityv1.CreateUserRequest{}), c.create(t, &identityv1.CreateUserRequest{}); nobody.GetUser().GetIdentifier().GetRawId() == none.GetUser().GetIdentifier().GetRawId() {
		t.Error("two users without a custom id are one")
	}
}

func TestARepeatedRequestMakesOneUserAndAFreshToken(t *testing.T) {
	c := newCell(t)
	r := &identityv1.CreateUserRequest{IdempotencyKey: "k", TokenScopes: chat}
	first, again := c.create(t, r), c.create(t, r)
	if first.GetUser().GetIdentifier().GetRawId() != again.GetUser().GetIdentifier().GetRawId() {
		t.Error("there are two users")
	}
	if first.GetAccessToken().GetToken() == again.GetAccessToken().GetToken() {
		t.Error("the token was kept")
	}
	for _, token := range []string{first.GetAccessToken().GetToken(), again.GetAccessToken().GetToken()} {
		if caller := c.authenticated(t, token); caller.User.Raw() != first.GetUser().GetIdentifier().GetRawId() || !slices.Equal(caller.Scopes, chat) {
			t.Errorf("the token is of %+v", caller)
		}
	}
	_, err := c.CreateUser(t.Context(), c.backend, &identityv1.CreateUserRequest{IdempotencyKey: "k", DisplayName: "Ada"})
	wantReason(t, err, typev1.Reason_REASON_IDEMPOTENCY_KEY_REUSED)
}

func TestTheQuotaOfUsers(t *testing.T) {
	c := newCell(t)
	_, err := admin.New(c.ledger).UpdateResource(t.Context(), c.operator, &adminv1.UpdateResourceRequest{
		Resource: &adminv1.Resource{ResourceId: c.backend.ResourceID, Quotas: &adminv1.Quotas{MaxUsers: 2}}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"quotas"}},
	})
	wantReason(t, err, typev1.Reason_REASON_UNSPECIFIED)
	first := c.create(t, &identityv1.CreateUserRequest{CustomId: "first"})
	c.create(t, &identityv1.CreateUserRequest{})
	_, err = c.CreateUser(t.Context(), c.backend, &identityv1.CreateUserRequest{})
	wantReason(t, err, typev1.Reason_REASON_QUOTA_EXCEEDED)
	if refused, ok := errors.AsType[*reason.Error](err); !ok || refused.Metadata["quota"] != "max_users" {
		t.Errorf("it does not name the quota: %v", err)
	}
	c.create(t, &identityv1.CreateUserRequest{CustomId: "first"}) // is there already
	if _, err := c.DeleteUser(t.Context(), c.backend, &identityv1.DeleteUserRequest{Identifier: first.GetUser().GetIdentifier()}); err != nil {
		t.Fatal(err)
	}
	c.create(t, &identityv1.CreateUserRequest{})
}

func TestUsersAreNamedPrecisely(t *testing.T) {
	c := newCell(t)
	tests := map[string]struct {
		id   *typev1.CommunicationIdentifier
		want typev1.Reason
	}{
		"unknown":             {identifier.NewCommunicationUser(c.backend.ResourceID, uuid.NewString()).Proto(), typev1.Reason_REASON_USER_NOT_FOUND},
		"of another resource": {identifier.NewCommunicationUser(uuid.NewString(), uuid.NewString()).Proto(), typev1.Reason_REASON_FOREIGN_OWNER},
		"malformed":           {raw("8:acs:me"), typev1.Reason_REASON_INVALID_IDENTIFIER},
		"a Teams user":        {raw("8:orgid:" + uuid.NewString()), typev1.Reason_REASON_INVALID_IDENTIFIER},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			_, err := c.GetUser(ctx, c.backend, &identityv1.GetUserRequest{Identifier: tt.id})
			wantReason(t, err, tt.want)
			_, err = c.DeleteUser(ctx, c.backend, &identityv1.DeleteUserRequest{Identifier: tt.id})
			wantReason(t, err, tt.want)
			_, err = c.IssueToken(ctx, c.backend, &identityv1.IssueTokenRequest{Identifier: tt.id, Scopes: chat})
			wantReason(t, err, tt.want)
			_, err = c.RevokeTokens(ctx, c.backend, &identityv1.RevokeTokensRequest{Identifier: tt.id})
			wantReason(t, err, tt.want)
		})
	}
}

func TestListUsersPagesThroughThoseThatLive(t *testing.T) {
	c := newCell(t)
	var want []string
	for i := range 7 {
		id := c.create(t, &identityv1.CreateUserRequest{}).GetUser().GetIdentifier()
		if i == 3 {
			if _, err := c.DeleteUser(t.Context(), c.backend, &identityv1.DeleteUserRequest{Identifier: id}); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want = append(want, id.GetRawId())
	}
	slices.Sort(want)
	var got []string
	r := &identityv1.ListUsersRequest{PageSize: 4}
	for {
		page, err := c.ListUsers(t.Context(), c.backend, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range page.GetUsers() {
			got = append(got, u.GetIdentifier().GetRawId())
		}
		if r.PageToken = page.GetNextPageToken(); r.GetPageToken() == "" {
			break
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("it lists %v, want %v", got, want)
	}
}

func TestDeleteUser(t *testing.T) {
	c := newCell(t)
	made := c.create(t, &identityv1.CreateUserRequest{DisplayName: "Ada", TokenScopes: chat})
	id := made.GetUser().GetIdentifier()
	c.hold = errors.New("not now")
	_, err := c.DeleteUser(t.Context(), c.backend, &identityv1.DeleteUserRequest{Identifier: id})
	if !errors.Is(err, c.hold) {
		t.Fatalf("the error is %v", err)
	}
	c.authenticated(t, made.GetAccessToken().GetToken())

	c.hold, c.departed = nil, nil
	for range 2 { // again succeeds
		if _, err := c.DeleteUser(t.Context(), c.backend, &identityv1.DeleteUserRequest{Identifier: id}); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.departed) != 1 || c.departed[0].Raw() != id.GetRawId() {
		t.Errorf("those who departed are %v", c.departed)
	}
	_, err = c.authenticate(t, made.GetAccessToken().GetToken())
	wantReason(t, err, typev1.Reason_REASON_CALLER_DELETED)
	_, err = c.GetUser(t.Context(), c.backend, &identityv1.GetUserRequest{Identifier: id})
	wantReason(t, err, typev1.Reason_REASON_USER_NOT_FOUND)
	if n := c.published(t, event.User(id.GetRawId())); n != 2 {
		t.Errorf("there are %d entries about the user, want that it came and that it went", n)
	}
}

// published counts the entries of a topic.
func (c *cell) published(t *testing.T, topic string) (n int) {
	t.Helper()
	err := c.ledger.Store().View(t.Context(), func(tx store.ReadTx) error {
		for e, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(e.Content)
			if err != nil {
				return err
			}
			if slices.Contains(entry.GetTopics(), topic) {
				n++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestRevokeTokens(t *testing.T) {
	c := newCell(t)
	made := c.create(t, &identityv1.CreateUserRequest{TokenScopes: chat})
	id := made.GetUser().GetIdentifier()
	other := c.create(t, &identityv1.CreateUserRequest{TokenScopes: chat}).GetAccessToken().GetToken()
	before := c.published(t, event.AuditOf(c.backend.ResourceID))
	if _, err := c.RevokeTokens(t.Context(), c.backend, &identityv1.RevokeTokensRequest{Identifier: id}); err != nil {
		t.Fatal(err)
	}
	_, err := c.authenticate(t, made.GetAccessToken().GetToken())
	wantReason(t, err, typev1.Reason_REASON_TOKEN_REVOKED)
	c.authenticated(t, other)
	fresh, err := c.IssueToken(t.Context(), c.backend, &identityv1.IssueTokenRequest{Identifier: id, Scopes: chat, Lifetime: durationpb.New(access.MinTokenLifetime)})
	if err != nil {
		t.Fatal(err)
	}
	c.authenticated(t, fresh.GetAccessToken().GetToken())
	if n := c.published(t, event.User(id.GetRawId())); n != 2 {
		t.Errorf("there are %d entries about the user", n)
	}
	if n := c.published(t, event.AuditOf(c.backend.ResourceID)) - before; n != 1 {
		t.Errorf("there are %d audit records", n)
	}
}

func TestTokensOfATenant(t *testing.T) {
	c := newCell(t)
	user, application := c.party(t, c.admin.TenantID)
	foreignUser, foreignApplication := c.party(t, uuid.NewString())
	mine := c.create(t, &identityv1.CreateUserRequest{}).GetUser().GetIdentifier()
	tests := []struct {
		name string
		id   *typev1.CommunicationIdentifier
		want typev1.Reason
	}{
		{"user", user.Proto(), typev1.Reason_REASON_UNSPECIFIED},
		{"voice application", application.Proto(), typev1.Reason_REASON_UNSPECIFIED},
		{"user in another cloud", raw("8:dod:" + user.Local()), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"unknown user", raw("8:orgid:" + uuid.NewString()), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"unknown application", raw("28:orgid:" + uuid.NewString()), typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND},
		{"user of another tenant", foreignUser.Proto(), typev1.Reason_REASON_FOREIGN_OWNER},
		{"application of another tenant", foreignApplication.Proto(), typev1.Reason_REASON_FOREIGN_OWNER},
		{"communication user", mine, typev1.Reason_REASON_INVALID_IDENTIFIER},
		{"visitor", raw("8:teamsvisitor:v"), typev1.Reason_REASON_INVALID_IDENTIFIER},
		{"malformed", raw("8:orgid:me"), typev1.Reason_REASON_INVALID_IDENTIFIER},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			issued, err := c.IssueTenantUserToken(t.Context(), c.admin, &identityv1.IssueTenantUserTokenRequest{Identifier: tt.id, Scopes: chat})
			wantReason(t, err, tt.want)
			_, revokeErr := c.RevokeTokens(t.Context(), c.admin, &identityv1.RevokeTokensRequest{Identifier: tt.id})
			wantReason(t, revokeErr, tt.want)
			if err != nil {
				return
			}
			_, err = c.authenticate(t, issued.GetAccessToken().GetToken())
			wantReason(t, err, typev1.Reason_REASON_TOKEN_REVOKED)
		})
	}
}

func TestExchangeTokenIsNotServedYet(t *testing.T) {
	c := newCell(t)
	_, err := c.ExchangeToken(t.Context(), c.backend, &identityv1.ExchangeTokenRequest{})
	wantReason(t, err, typev1.Reason_REASON_NOT_IMPLEMENTED)
}
