package simulation

import (
	"fmt"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// tenant is an organisation, and what its administrator has decided.
type tenant struct {
	name, id string
	enabled  bool
	allowed  map[string]bool // by resource
	lifted   lifted
}

// lifted are the rules that a tenant has lifted.
type lifted struct{ start, attach, edit, add bool }

// user is somebody of either world.
type user struct {
	name, raw, display string
	id                 identifier.ID
	resource           string  // of a communication user
	tenant             *tenant // of a Teams user
	blocked            bool    // by a policy that is granted to it
	there              bool    // whether it exists
	// flips has, for each resource, when policy opened and closed it to a Teams user.
	flips map[string][]flip
}

// flip is a change of what policy says, from a position of the log on.
type flip struct {
	at   store.Position
	open bool
}

func (u *user) teams() bool { return u.tenant != nil }

// open reports whether policy lets a user see what is in a resource.
func (u *user) open(resource string) bool {
	return !u.teams() || u.tenant.enabled && u.tenant.allowed[resource] && !u.blocked
}

// wasOpen reports whether policy was open at any time from a position on.
func (u *user) wasOpen(resource string, from store.Position) bool {
	if u.open(resource) {
		return true
	}
	flips := u.flips[resource]
	for i, f := range flips {
		if f.open && (i+1 == len(flips) || flips[i+1].at > from) {
			return true
		}
	}
	return false
}

// caller returns the credential that a user comes with.
func (u *user) caller() access.Caller {
	c := access.Caller{
		Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: u.resource, User: u.id,
		Scopes: []typev1.Scope{typev1.Scope_SCOPE_CHAT}, ExpireTime: time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
	if u.teams() {
		c.Kind, c.TenantID = typev1.CallerKind_CALLER_KIND_TENANT_USER, u.tenant.id
	}
	return c
}

// backend returns the credential of a resource's backend, that acts as a user or as nobody.
func backend(resource string, as *user) access.Caller {
	c := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resource, KeyID: "key-of-" + resource}
	if as != nil {
		c.User = as.id
	}
	return c
}

// cast are all who act.
type cast struct {
	resources []string
	tenants   []*tenant
	users     []*user // those who exist
	nobody    []*user // those who do not
	byRaw     map[string]*user
}

func newCast() *cast {
	c := &cast{byRaw: map[string]*user{}}
	for r := range 2 {
		c.resources = append(c.resources, fmt.Sprintf("4e000000-0000-4000-8000-00000000000%d", r+1))
		for i := range 3 {
			c.addUser(fmt.Sprintf("r%d.u%d", r+1, i+1), r, fmt.Sprintf("0c000000-0000-4000-8000-0000000000%d%d", r+1, i+1))
		}
		t := &tenant{name: fmt.Sprintf("t%d", r+1), id: fmt.Sprintf("7e000000-0000-4000-8000-00000000000%d", r+1), allowed: map[string]bool{}}
		c.tenants = append(c.tenants, t)
		for i := range 2 {
			c.add(&user{
				name: fmt.Sprintf("%s.a%d", t.name, i+1), display: fmt.Sprintf("Teams %d%d", r+1, i+1), tenant: t, there: true,
				id: identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, fmt.Sprintf("05000000-0000-4000-8000-0000000000%d%d", r+1, i+1)),
			})
		}
	}
	c.add(&user{name: "ghost", resource: c.resources[0], id: identifier.NewCommunicationUser(c.resources[0], "0c000000-0000-4000-8000-0000000000ff")})
	c.add(&user{name: "stranger", tenant: c.tenants[0], id: identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, "05000000-0000-4000-8000-0000000000ff")})
	return c
}

// addUser makes a communication user; every other one has no name.
func (c *cast) addUser(name string, resource int, id string) {
	u := &user{name: name, resource: c.resources[resource], id: identifier.NewCommunicationUser(c.resources[resource], id), there: true}
	if len(c.users)%2 == 0 {
		u.display = "Name of " + name
	}
	c.add(u)
}

func (c *cast) add(u *user) {
	u.raw, u.flips = u.id.Raw(), map[string][]flip{}
	c.byRaw[u.raw] = u
	if u.there {
		c.users = append(c.users, u)
	} else {
		c.nobody = append(c.nobody, u)
	}
}

// enter writes the cast into the store.
func (c *cast) enter(b *broker) {
	set := func(k []byte, m proto.Message) {
		b.must(b.disk.Update(b.t.Context(), func(tx store.Tx) error { return record.Set(tx, k, m) }))
	}
	for _, r := range c.resources {
		set(key.Resource(r), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: r}})
		set(key.Key("key-of-"+r), &recordv1.Key{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, OwnerId: r})
	}
	for _, t := range c.tenants {
		set(key.Tenant(t.id), &recordv1.Tenant{Tenant: &adminv1.Tenant{TenantId: t.id}})
		_, err := b.policy.CreateExternalAccessPolicy(b.t.Context(), t.admin(), &policyv1.CreateExternalAccessPolicyRequest{
			Policy: &policyv1.ExternalAccessPolicy{Name: "No", EnableAcsFederationAccess: proto.Bool(false)},
		})
		b.must(err)
	}
	for _, u := range c.users {
		if !u.teams() {
			set(key.User(u.resource, u.id.Local()), &recordv1.User{User: &identityv1.User{Identifier: u.id.Proto(), DisplayName: u.display}})
			continue
		}
		set(key.TenantUser(u.tenant.id, u.id.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{UserId: u.id.Local(), DisplayName: u.display}})
		b.must(b.disk.Update(b.t.Context(), func(tx store.Tx) error {
			tx.Set(key.TenantOf(u.id.Local()), []byte(u.tenant.id))
			return nil
		}))
	}
}

func (b *broker) must(err error) {
	if err != nil {
		b.t.Helper()
		b.t.Fatal(err)
	}
}

func (t *tenant) admin() access.Caller {
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_ADMIN, TenantID: t.id, KeyID: "admin"}
}

// decree makes the broker take over what a tenant has decided.
func (t *tenant) decree(b *broker) {
	var allowed []string
	for r, ok := range t.allowed {
		if ok {
			allowed = append(allowed, r)
		}
	}
	_, err := b.policy.UpdateFederationConfiguration(b.t.Context(), t.admin(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{
			EnableAcsUsers: t.enabled, AllowedAcsResources: allowed,
			Capabilities: &policyv1.InteropCapabilities{
				TeamsUsersStartChats: t.lifted.start, Attachments: t.lifted.attach, TeamsUsersEdit: t.lifted.edit, TeamsUsersAddExternal: t.lifted.add,
			},
		},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources", "capabilities"}},
	})
	b.must(err)
}

// decree makes the broker take over whether a Teams user is blocked.
func (u *user) decree(b *broker) {
	if u.blocked {
		_, err := b.policy.GrantExternalAccessPolicy(b.t.Context(), u.tenant.admin(), &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
			PolicyName: "No", Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: u.id.Local()},
		}})
		b.must(err)
		return
	}
	_, err := b.policy.RevokeExternalAccessPolicyGrant(b.t.Context(), u.tenant.admin(), &policyv1.RevokeExternalAccessPolicyGrantRequest{
		Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: u.id.Local()},
	})
	b.must(err)
}
