package access_test

import (
	"log/slog"
	"testing"
	"time"

	"github.com/google/uuid"
	"google.golang.org/protobuf/proto"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
	"github.com/parley-interop/parley/internal/store/pebble"
)

const primary = adminv1.KeySlot_KEY_SLOT_PRIMARY

// cell is a store with a resource, a tenant, a user of each kind and a key of each kind, and a clock that tests move.
type cell struct {
	store                   store.Store
	authenticator           *access.Authenticator
	now                     time.Time
	resourceID, tenantID    string
	user, teamsUser, app    identifier.ID
	neighbour               identifier.ID // of another resource
	operator, resource, adm access.Key
}

func newCell(t testing.TB) *cell {
	t.Helper()
	s, err := pebble.Open(t.TempDir(), pebble.Options{Logger: slog.New(slog.DiscardHandler), MemTableSize: 1 << 20, Reserve: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	c := &cell{store: s, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC), resourceID: uuid.NewString(), tenantID: uuid.NewString()}
	c.authenticator = access.NewAuthenticator(func() time.Time { return c.now })
	c.user = identifier.NewCommunicationUser(c.resourceID, uuid.NewString())
	c.neighbour = identifier.NewCommunicationUser(uuid.NewString(), uuid.NewString())
	c.teamsUser = identifier.NewTeamsUser(typev1.Cloud_CLOUD_GCCH, uuid.NewString())
	c.app = identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, uuid.NewString())
	c.operator, c.resource, c.adm = access.NewKey(operator), access.NewKey(resource), access.NewKey(tenantAdmin)
	c.update(t, func(tx store.Tx) error { return c.fill(t, tx) })
	return c
}

func (c *cell) fill(t testing.TB, tx store.Tx) error {
	t.Helper()
	set(t, tx, key.Resource(c.resourceID), &recordv1.Resource{})
	set(t, tx, key.Tenant(c.tenantID), &recordv1.Tenant{})
	set(t, tx, key.User(c.resourceID, c.user.Local()), &recordv1.User{User: &identityv1.User{}})
	set(t, tx, key.Resource(c.neighbour.Resource()), &recordv1.Resource{})
	set(t, tx, key.User(c.neighbour.Resource(), c.neighbour.Local()), &recordv1.User{User: &identityv1.User{}})
	set(t, tx, key.TenantUser(c.tenantID, c.teamsUser.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{Cloud: typev1.Cloud_CLOUD_GCCH}})
	set(t, tx, key.VoiceApplication(c.tenantID, c.app.Local()), &recordv1.VoiceApplication{})
	for owner, k := range map[string]access.Key{"": c.operator, c.resourceID: c.resource, c.tenantID: c.adm} {
		if err := access.PutKey(tx, owner, k, primary, c.now); err != nil {
			return err
		}
	}
	return access.AddSigningKey(tx, c.now)
}

func set(t testing.TB, tx store.Tx, k []byte, m proto.Message) {
	t.Helper()
	if err := record.Set(tx, k, m); err != nil {
		t.Fatal(err)
	}
}

func (c *cell) update(t testing.TB, fn func(tx store.Tx) error) {
	t.Helper()
	if err := c.store.Update(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

// authenticate asks who has a credential.
func (c *cell) authenticate(t testing.TB, bearer, actAs string) (caller access.Caller, err error) {
	t.Helper()
	err = c.store.View(t.Context(), func(tx store.ReadTx) error {
		found, err := c.authenticator.Authenticate(tx, bearer, actAs)
		if err == nil {
			caller = *found
		}
		return err
	})
	return caller, err
}

// check asks whether a caller still stands.
func (c *cell) check(t testing.TB, caller access.Caller) error {
	t.Helper()
	return c.store.View(t.Context(), func(tx store.ReadTx) error { return access.Check(tx, caller, c.now) })
}

// token issues a token for a user of the cell, valid for an hour.
func (c *cell) token(t testing.TB, user identifier.ID, scopes ...typev1.Scope) string {
	t.Helper()
	g := access.Grant{User: user, Scopes: scopes, Lifetime: time.Hour}
	if user.OfTenant() {
		g.TenantID = c.tenantID
	}
	var token *identityv1.AccessToken
	err := c.store.View(t.Context(), func(tx store.ReadTx) (err error) {
		token, err = access.Issue(tx, g, c.now)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return token.GetToken()
}

// signingKeys returns the keys that sign tokens.
func (c *cell) signingKeys(t testing.TB) []*recordv1.SigningKey {
	t.Helper()
	var keys []*recordv1.SigningKey
	err := c.store.View(t.Context(), func(tx store.ReadTx) error {
		return record.Each[recordv1.SigningKey](tx, key.SigningKeys(), func(_ []byte, k *recordv1.SigningKey) error {
			keys = append(keys, k)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return keys
}
