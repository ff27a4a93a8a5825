package chat_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	resourceID = "4e000000-0000-4000-8000-000000000001"
	tenantID   = "7e000000-0000-4000-8000-000000000001"
)

// world is the chat domain with a resource and a tenant that may meet.
type world struct {
	*chat.Service

	t      testing.TB
	store  store.Store
	ledger *ledger.Ledger
	hub    *feed.Hub
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return newWorldOn(t, ledgertest.New(t))
}

// newWorldOn is one broker's world on a ledger, which others may share.
func newWorldOn(t testing.TB, l *ledger.Ledger) *world {
	t.Helper()
	w := &world{t: t, store: l.Store(), ledger: l}
	w.hub = feed.NewHub(w.store, feed.Options{Clock: l.Now})
	w.Service = chat.New(l, w.hub, chat.Pace{})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.hub.Run(ctx)
	}()
	t.Cleanup(func() {
		cancel()
		<-done
	})
	w.set(key.Resource(resourceID), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: resourceID}})
	w.set(key.Tenant(tenantID), &recordv1.Tenant{Tenant: &adminv1.Tenant{TenantId: tenantID}})
	w.set(key.Key("key"), &recordv1.Key{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, OwnerId: resourceID})
	for n := range 4 {
		w.set(key.User(resourceID, person(n).Local()), &recordv1.User{User: &identityv1.User{Identifier: person(n).Proto()}})
	}
	w.set(key.TenantUser(tenantID, colleague.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{UserId: colleague.Local(), DisplayName: "Ada"}})
	w.update(func(tx store.Tx) error {
		tx.Set(key.TenantOf(colleague.Local()), []byte(tenantID))
		return nil
	})
	w.federate(true)
	return w
}

// under is the same world with its domain on a store that is wrapped.
func (w *world) under(wrap func(store.Store) store.Store) *world {
	other := *w
	other.Service = chat.New(ledger.New(wrap(w.store), w.ledger.Now), w.hub, chat.Pace{})
	return &other
}

// person is the nth communication user.
func person(n int) identifier.ID {
	return identifier.NewCommunicationUser(resourceID, fmt.Sprintf("0c000000-0000-4000-8000-00000000000%d", n))
}

// colleague is the Teams user.
var colleague = identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, "05000000-0000-4000-8000-000000000001")

// as returns the caller that a user is.
func as(id identifier.ID) access.Caller {
	c := access.Caller{
		Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: resourceID, User: id,
		Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}, ExpireTime: time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
	if id.OfTenant() {
		c.Kind, c.ResourceID, c.TenantID = typev1.CallerKind_CALLER_KIND_TENANT_USER, "", tenantID
	}
	return c
}

// federate opens or closes the tenant for the resource.
func (w *world) federate(enabled bool) {
	w.t.Helper()
	w.set(key.Federation(tenantID), &recordv1.FederationConfiguration{Configuration: &policyv1.FederationConfiguration{
		EnableAcsUsers: enabled, AllowedAcsResources: []string{resourceID}, Capabilities: &policyv1.InteropCapabilities{TeamsUsersEdit: true},
	}})
}

func (w *world) update(fn func(tx store.Tx) error) {
	w.t.Helper()
	must(w.t, w.store.Update(w.t.Context(), fn))
}

func (w *world) set(k []byte, m proto.Message) {
	w.t.Helper()
	w.update(func(tx store.Tx) error { return record.Set(tx, k, m) })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func participants(ids ...identifier.ID) (out []*chatv1.Participant) {
	for _, id := range ids {
		out = append(out, &chatv1.Participant{Identifier: id.Proto()})
	}
	return out
}

// thread makes a thread of person 0 with others and returns its id.
func (w *world) thread(others ...identifier.ID) string {
	w.t.Helper()
	r, err := w.CreateThread(w.t.Context(), as(person(0)), &chatv1.CreateThreadRequest{Participants: participants(others...)})
	must(w.t, err)
	if len(r.GetRefusedParticipants()) > 0 {
		w.t.Fatalf("refused: %v", r.GetRefusedParticipants())
	}
	return r.GetThread().GetThreadId()
}

// post sends a message and returns its id.
func (w *world) post(c access.Caller, threadID, content string) string {
	w.t.Helper()
	r, err := w.SendMessage(w.t.Context(), c, &chatv1.SendMessageRequest{ThreadId: threadID, Content: content})
	must(w.t, err)
	return r.GetMessageId()
}
