package access_test

import (
	"crypto/ed25519"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	chat = typev1.Scope_SCOPE_CHAT
	voip = typev1.Scope_SCOPE_VOIP
)

func TestCredentialsProveTheirCallers(t *testing.T) {
	c := newCell(t)
	end := c.now.Add(time.Hour)
	tests := []struct {
		name, bearer, actAs string
		want                access.Caller
	}{
		{"operator key", c.operator.Text(), "", access.Caller{Kind: operator, KeyID: c.operator.ID}},
		{"access key", c.resource.Text(), "", access.Caller{Kind: resource, KeyID: c.resource.ID, ResourceID: c.resourceID}},
		{"access key as a user", c.resource.Text(), c.user.Raw(), access.Caller{Kind: resource, KeyID: c.resource.ID, ResourceID: c.resourceID, User: c.user}},
		{"admin key", c.adm.Text(), "", access.Caller{Kind: tenantAdmin, KeyID: c.adm.ID, TenantID: c.tenantID}},
		{"token of a communication user", c.token(t, c.user, voip, chat), "", access.Caller{
			Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: c.resourceID, User: c.user, Scopes: []typev1.Scope{chat, voip}, ExpireTime: end,
		}},
		{"token of a Teams user", c.token(t, c.teamsUser, chat), "", access.Caller{
			Kind: typev1.CallerKind_CALLER_KIND_TENANT_USER, TenantID: c.tenantID, User: c.teamsUser, Scopes: []typev1.Scope{chat}, ExpireTime: end,
		}},
		{"token of a voice application", c.token(t, c.app, voip), "", access.Caller{
			Kind: typev1.CallerKind_CALLER_KIND_TENANT_USER, TenantID: c.tenantID, User: c.app, Scopes: []typev1.Scope{voip}, ExpireTime: end,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, attempt := range []string{"first", "remembered"} {
				got, err := c.authenticate(t, tt.bearer, tt.actAs)
				if err != nil {
					t.Fatalf("%s: %v", attempt, err)
				}
				if !slices.Equal(got.Scopes, tt.want.Scopes) || !got.ExpireTime.Equal(tt.want.ExpireTime) {
					t.Errorf("%s: scopes %v until %v", attempt, got.Scopes, got.ExpireTime)
				}
				got.Scopes, got.ExpireTime = nil, time.Time{}
				want := tt.want
				want.Scopes, want.ExpireTime = nil, time.Time{}
				if got.Name() != want.Name() || got.Kind != want.Kind || got.KeyID != want.KeyID || got.ResourceID != want.ResourceID || got.TenantID != want.TenantID || got.User != want.User {
					t.Errorf("%s: the caller is %+v, want %+v", attempt, got, want)
				}
			}
		})
	}
}

// forge signs claims with a key of the cell.
func forge(t *testing.T, k *recordv1.SigningKey, method jwt.SigningMethod, signer any, claims jwt.MapClaims) string {
	t.Helper()
	token := jwt.NewWithClaims(method, claims)
	token.Header["kid"] = k.GetKeyId()
	text, err := token.SignedString(signer)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestCredentialsAreRefused(t *testing.T) {
	c, other := newCell(t), newCell(t)
	signing := c.signingKeys(t)[0]
	private := ed25519.NewKeyFromSeed(signing.GetSeed())
	public := []byte(private[ed25519.SeedSize:])
	claims := func(change func(jwt.MapClaims)) jwt.MapClaims {
		m := jwt.MapClaims{"iss": "parley", "sub": c.user.Raw(), "rid": c.resourceID, "scp": []string{"chat"}, "gen": 0, "exp": c.now.Add(time.Hour).Unix()}
		change(m)
		return m
	}
	signed := func(change func(jwt.MapClaims)) string {
		return forge(t, signing, jwt.SigningMethodEdDSA, private, claims(change))
	}
	good := signed(func(jwt.MapClaims) {})
	if _, err := c.authenticate(t, good, ""); err != nil {
		t.Fatalf("the token that the others differ from: %v", err)
	}
	parts := strings.Split(good, ".")
	stranger := access.NewKey(resource)
	disguised := "parley_op_" + strings.TrimPrefix(c.resource.Text(), "parley_rk_")
	wrongSecret := c.resource.Text()[:len(c.resource.Text())-43] + stranger.Text()[len(stranger.Text())-43:]
	nobody := identifier.NewCommunicationUser(c.resourceID, uuid.NewString()).Raw()

	tests := []struct {
		name, bearer, actAs string
		want                typev1.Reason
	}{
		{"none", "", "", typev1.Reason_REASON_CREDENTIAL_MISSING},
		{"neither key nor token", "secret", "", typev1.Reason_REASON_CREDENTIAL_MALFORMED},
		{"damaged key", "parley_rk_x", "", typev1.Reason_REASON_CREDENTIAL_MALFORMED},
		{"unknown key", stranger.Text(), "", typev1.Reason_REASON_KEY_UNKNOWN},
		{"wrong secret", wrongSecret, "", typev1.Reason_REASON_KEY_UNKNOWN},
		{"access key in the guise of an operator key", disguised, "", typev1.Reason_REASON_KEY_UNKNOWN},
		{"three parts that are no token", "a.b.c", "", typev1.Reason_REASON_CREDENTIAL_MALFORMED},
		{"token above 8 KiB", good + strings.Repeat("A", 8<<10), "", typev1.Reason_REASON_CREDENTIAL_MALFORMED},
		{"token of another broker", other.token(t, c.user, chat), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"claims changed", parts[0] + "." + strings.Split(signed(func(m jwt.MapClaims) { m["gen"] = 7 }), ".")[1] + "." + parts[2], "", typev1.Reason_REASON_TOKEN_INVALID},
		{"no signature", parts[0] + "." + parts[1] + ".", "", typev1.Reason_REASON_TOKEN_INVALID},
		{"algorithm none", forge(t, signing, jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, claims(func(jwt.MapClaims) {})), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"signed with the public key as a secret", forge(t, signing, jwt.SigningMethodHS256, public, claims(func(jwt.MapClaims) {})), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"no key named", forge(t, &recordv1.SigningKey{}, jwt.SigningMethodEdDSA, private, claims(func(jwt.MapClaims) {})), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"a key of any length named", forge(t, &recordv1.SigningKey{KeyId: strings.Repeat("k", 3000)}, jwt.SigningMethodEdDSA, private, claims(func(jwt.MapClaims) {})), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"another issuer", signed(func(m jwt.MapClaims) { m["iss"] = "evil" }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"no expiry", signed(func(m jwt.MapClaims) { delete(m, "exp") }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"subject of another resource", signed(func(m jwt.MapClaims) { m["rid"] = other.resourceID }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"subject with resource and tenant", signed(func(m jwt.MapClaims) { m["tid"] = c.tenantID }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"Teams user without a tenant", signed(func(m jwt.MapClaims) { m["sub"] = c.teamsUser.Raw(); delete(m, "rid") }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"telephone number", signed(func(m jwt.MapClaims) { m["sub"] = "4:+15551234567"; delete(m, "rid") }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"malformed subject", signed(func(m jwt.MapClaims) { m["sub"] = "8:acs:x" }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"expired", signed(func(m jwt.MapClaims) { m["exp"] = c.now.Unix() }), "", typev1.Reason_REASON_TOKEN_EXPIRED},
		{"expired and of another issuer", signed(func(m jwt.MapClaims) { m["exp"] = c.now.Unix(); m["iss"] = "evil" }), "", typev1.Reason_REASON_TOKEN_INVALID},
		{"user that never was", signed(func(m jwt.MapClaims) { m["sub"] = nobody }), "", typev1.Reason_REASON_CALLER_DELETED},
		{"token acting as a user", good, c.user.Raw(), typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"operator acting as a user", c.operator.Text(), c.user.Raw(), typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"tenant administrator acting as a user", c.adm.Text(), c.teamsUser.Raw(), typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"acting as a user of another resource", c.resource.Text(), c.neighbour.Raw(), typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"acting as a Teams user", c.resource.Text(), c.teamsUser.Raw(), typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"acting as nobody", c.resource.Text(), nobody, typev1.Reason_REASON_ACT_AS_FORBIDDEN},
		{"acting as a malformed id", c.resource.Text(), "8:acs:me", typev1.Reason_REASON_INVALID_IDENTIFIER},
		{"unknown key acting as a malformed id", stranger.Text(), "8:acs:me", typev1.Reason_REASON_KEY_UNKNOWN},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.authenticate(t, tt.bearer, tt.actAs)
			if !reason.Is(err, tt.want) {
				t.Errorf("the error is %v, want %s", err, reason.Name(tt.want))
			}
			if got.Kind != 0 {
				t.Errorf("there is a caller: %+v", got)
			}
		})
	}
}

// TestChangesActAtOnce proves that what a caller lost is gone with the next request, and for streams that are open, although the
// token was checked before.
func TestChangesActAtOnce(t *testing.T) {
	deleted := int64(1)
	tests := []struct {
		name          string
		who           func(t *testing.T, c *cell) (bearer, actAs string)
		change        func(t *testing.T, c *cell, tx store.Tx)
		refused, open typev1.Reason
	}{
		{
			"tokens revoked", bearerOf(func(c *cell) identifier.ID { return c.user }),
			func(t *testing.T, c *cell, tx store.Tx) { must(t, access.Revoke(tx, c.user)) },
			typev1.Reason_REASON_TOKEN_REVOKED, typev1.Reason_REASON_TOKEN_REVOKED,
		},
		{
			"user deleted", bearerOf(func(c *cell) identifier.ID { return c.user }),
			func(t *testing.T, c *cell, tx store.Tx) {
				set(t, tx, key.User(c.resourceID, c.user.Local()), &recordv1.User{DeleteTime: deleted})
			},
			typev1.Reason_REASON_CALLER_DELETED, typev1.Reason_REASON_CALLER_DELETED,
		},
		{
			"Teams user removed", bearerOf(func(c *cell) identifier.ID { return c.teamsUser }),
			func(_ *testing.T, c *cell, tx store.Tx) { tx.Delete(key.TenantUser(c.tenantID, c.teamsUser.Local())) },
			typev1.Reason_REASON_CALLER_DELETED, typev1.Reason_REASON_CALLER_DELETED,
		},
		{
			"Teams user moved to another cloud", bearerOf(func(c *cell) identifier.ID { return c.teamsUser }),
			func(t *testing.T, c *cell, tx store.Tx) {
				set(t, tx, key.TenantUser(c.tenantID, c.teamsUser.Local()), &recordv1.TenantUser{})
			},
			typev1.Reason_REASON_CALLER_DELETED, typev1.Reason_REASON_CALLER_DELETED,
		},
		{
			"voice application removed", bearerOf(func(c *cell) identifier.ID { return c.app }),
			func(_ *testing.T, c *cell, tx store.Tx) { tx.Delete(key.VoiceApplication(c.tenantID, c.app.Local())) },
			typev1.Reason_REASON_CALLER_DELETED, typev1.Reason_REASON_CALLER_DELETED,
		},
		{
			"resource deleted, token", bearerOf(func(c *cell) identifier.ID { return c.user }), deleteResource,
			typev1.Reason_REASON_OWNER_DELETED, typev1.Reason_REASON_OWNER_DELETED,
		},
		{
			"resource deleted, key", func(_ *testing.T, c *cell) (string, string) { return c.resource.Text(), "" }, deleteResource,
			typev1.Reason_REASON_OWNER_DELETED, typev1.Reason_REASON_OWNER_DELETED,
		},
		{
			"tenant deleted, token", bearerOf(func(c *cell) identifier.ID { return c.teamsUser }), deleteTenant,
			typev1.Reason_REASON_OWNER_DELETED, typev1.Reason_REASON_OWNER_DELETED,
		},
		{
			"tenant deleted, key", func(_ *testing.T, c *cell) (string, string) { return c.adm.Text(), "" }, deleteTenant,
			typev1.Reason_REASON_OWNER_DELETED, typev1.Reason_REASON_OWNER_DELETED,
		},
		{
			"key rotated", func(_ *testing.T, c *cell) (string, string) { return c.resource.Text(), "" },
			func(t *testing.T, c *cell, tx store.Tx) {
				must(t, access.PutKey(tx, c.resourceID, access.NewKey(resource), primary, c.now))
			},
			typev1.Reason_REASON_KEY_UNKNOWN, typev1.Reason_REASON_KEY_UNKNOWN,
		},
		{
			"user that a key acts as deleted", func(_ *testing.T, c *cell) (string, string) { return c.resource.Text(), c.user.Raw() },
			func(t *testing.T, c *cell, tx store.Tx) {
				set(t, tx, key.User(c.resourceID, c.user.Local()), &recordv1.User{DeleteTime: deleted})
			},
			typev1.Reason_REASON_ACT_AS_FORBIDDEN, typev1.Reason_REASON_ACT_AS_FORBIDDEN,
		},
		{
			"token expired", bearerOf(func(c *cell) identifier.ID { return c.user }),
			func(_ *testing.T, c *cell, _ store.Tx) { c.now = c.now.Add(time.Hour) },
			typev1.Reason_REASON_TOKEN_EXPIRED, typev1.Reason_REASON_TOKEN_EXPIRED,
		},
		{
			"signing key withdrawn", bearerOf(func(c *cell) identifier.ID { return c.user }),
			func(_ *testing.T, _ *cell, tx store.Tx) { tx.DeleteRange(key.SigningKeys().From, key.SigningKeys().To) },
			// A stream that is open stays: its caller has proven who it is.
			typev1.Reason_REASON_TOKEN_INVALID, typev1.Reason_REASON_UNSPECIFIED,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCell(t)
			bearer, actAs := tt.who(t, c)
			caller, err := c.authenticate(t, bearer, actAs)
			if err != nil {
				t.Fatalf("before: %v", err)
			}
			if err := c.check(t, caller); err != nil {
				t.Fatalf("before, on a stream: %v", err)
			}
			tx := func(tx store.Tx) error { tt.change(t, c, tx); return nil }
			c.update(t, tx)
			if _, err := c.authenticate(t, bearer, actAs); !reason.Is(err, tt.refused) {
				t.Errorf("the next request: %v, want %s", err, reason.Name(tt.refused))
			}
			if err := c.check(t, caller); reason.Of(err) != tt.open {
				t.Errorf("a stream: %v, want %s", err, reason.Name(tt.open))
			}
		})
	}
}

func bearerOf(who func(c *cell) identifier.ID) func(t *testing.T, c *cell) (string, string) {
	return func(t *testing.T, c *cell) (string, string) {
		t.Helper()
		return c.token(t, who(c), chat), ""
	}
}

func deleteResource(t *testing.T, c *cell, tx store.Tx) {
	t.Helper()
	set(t, tx, key.Resource(c.resourceID), &recordv1.Resource{DeleteTime: 1})
}

func deleteTenant(t *testing.T, c *cell, tx store.Tx) {
	t.Helper()
	set(t, tx, key.Tenant(c.tenantID), &recordv1.Tenant{DeleteTime: 1})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTokensAfterARevocationAreGood(t *testing.T) {
	c := newCell(t)
	c.update(t, func(tx store.Tx) error { return access.Revoke(tx, c.user) })
	if _, err := c.authenticate(t, c.token(t, c.user, chat), ""); err != nil {
		t.Error(err)
	}
}

func TestTheNewestKeySignsAndTheOlderOnesVerify(t *testing.T) {
	c := newCell(t)
	before := c.token(t, c.user, chat)
	c.now = c.now.Add(time.Minute)
	c.update(t, func(tx store.Tx) error { return access.AddSigningKey(tx, c.now) })
	after := c.token(t, c.user, chat)
	if strings.Split(before, ".")[0] == strings.Split(after, ".")[0] {
		t.Error("both tokens name the same key")
	}
	for name, token := range map[string]string{"before": before, "after": after} {
		if _, err := c.authenticate(t, token, ""); err != nil {
			t.Errorf("token of %s the new key: %v", name, err)
		}
	}
}

func TestTokenLifetimeIsKeptWithinItsBounds(t *testing.T) {
	c := newCell(t)
	tests := map[string]struct{ asked, want time.Duration }{
		"none":      {0, 24 * time.Hour},
		"too short": {time.Second, time.Hour},
		"two hours": {2 * time.Hour, 2 * time.Hour},
		"too long":  {48 * time.Hour, 24 * time.Hour},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := c.store.View(t.Context(), func(tx store.ReadTx) error {
				token, err := access.Issue(tx, access.Grant{User: c.user, Scopes: []typev1.Scope{chat}, Lifetime: tt.asked}, c.now)
				if got := token.GetExpireTime().AsTime().Sub(c.now); err == nil && got != tt.want {
					t.Errorf("it is valid for %v, want %v", got, tt.want)
				}
				return err
			})
			must(t, err)
		})
	}
}

func FuzzAuthenticate(f *testing.F) {
	c := newCell(f)
	good := c.token(f, c.user, chat)
	f.Add(good, "")
	f.Add(good+"A", c.user.Raw())
	f.Add(c.resource.Text()+"x", c.user.Raw())
	f.Add("a.b.c", "8:acs:")
	f.Add("eyJhbGciOiJub25lIn0.e30.", "")
	f.Fuzz(func(t *testing.T, bearer, actAs string) {
		caller, err := c.authenticate(t, bearer, actAs)
		if bearer == good && actAs == "" {
			return
		}
		if err == nil {
			t.Fatalf("%q lets in %+v", bearer, caller)
		}
		if reason.Of(err) == typev1.Reason_REASON_UNSPECIFIED {
			t.Fatalf("no reason: %v", err)
		}
	})
}
