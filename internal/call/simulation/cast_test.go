package simulation

import (
	"fmt"
	"slices"
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

const (
	tenantID   = "7e000000-0000-4000-8000-000000000001"
	resourceID = "4e000000-0000-4000-8000-000000000001"
	otherID    = "4e000000-0000-4000-8000-000000000002"
)

// party is somebody of either world.
type party struct {
	name, raw string
	id        identifier.ID
	resource  string // of a communication user
	tenant    bool
	blocked   bool // by a policy that is granted to it
	islands   bool // not in the mode in which it can be called
}

// caller returns the credential that a party comes with.
func (p *party) caller() access.Caller {
	c := access.Caller{
		Kind: typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER, ResourceID: p.resource, User: p.id,
		Scopes: []typev1.Scope{typev1.Scope_SCOPE_VOIP}, ExpireTime: time.Date(2100, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
	if p.tenant {
		c.Kind, c.TenantID = typev1.CallerKind_CALLER_KIND_TENANT_USER, tenantID
	}
	return c
}

func backend() access.Caller {
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "key"}
}

// rules are what the tenant's administrator has decided.
type rules struct{ enabled, allowed, groups, routing, recording, external bool }

// cast are all who act, and what policy says of them.
type cast struct {
	parties []*party // those who call and are called; the others of the cast are called only
	queue   *party
	strange *party // of another resource
	byRaw   map[string]*party
	rules   rules
}

func newCast() *cast {
	c := &cast{byRaw: map[string]*party{}}
	add := func(p *party) *party {
		p.raw = p.id.Raw()
		c.byRaw[p.raw] = p
		return p
	}
	for n := range 4 {
		c.parties = append(c.parties, add(&party{name: fmt.Sprintf("u%d", n+1), resource: resourceID, id: identifier.NewCommunicationUser(resourceID, fmt.Sprintf("0c000000-0000-4000-8000-00000000000%d", n+1))}))
	}
	for n := range 3 {
		c.parties = append(c.parties, add(&party{name: fmt.Sprintf("t%d", n+1), tenant: true, islands: n == 2, id: identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, fmt.Sprintf("05000000-0000-4000-8000-00000000000%d", n+1))}))
	}
	c.queue = add(&party{name: "queue", tenant: true, id: identifier.NewVoiceApplication(typev1.Cloud_CLOUD_PUBLIC, "06000000-0000-4000-8000-000000000001")})
	c.strange = add(&party{name: "stranger", resource: otherID, id: identifier.NewCommunicationUser(otherID, "0c000000-0000-4000-8000-000000000009")})
	return c
}

// enter writes the cast into the store.
func (c *cast) enter(to *cell) {
	set := func(k []byte, m proto.Message) {
		to.must(to.disk.Update(to.t.Context(), func(tx store.Tx) error { return record.Set(tx, k, m) }))
	}
	for _, r := range []string{resourceID, otherID} {
		set(key.Resource(r), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: r}})
	}
	set(key.Key("key"), &recordv1.Key{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, OwnerId: resourceID})
	set(key.Tenant(tenantID), &recordv1.Tenant{Tenant: &adminv1.Tenant{TenantId: tenantID}})
	_, err := to.policy.CreateExternalAccessPolicy(to.t.Context(), admin(), &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: "No", EnableAcsFederationAccess: proto.Bool(false)},
	})
	to.must(err)
	var agents []string
	for _, p := range append(slices.Clone(c.parties), c.strange) {
		if !p.tenant {
			set(key.User(p.resource, p.id.Local()), &recordv1.User{User: &identityv1.User{Identifier: p.id.Proto()}})
			continue
		}
		agents = append(agents, p.id.Local())
		mode := directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY
		if p.islands {
			mode = directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS
		}
		set(key.TenantUser(tenantID, p.id.Local()), &recordv1.TenantUser{User: &directoryv1.TenantUser{
			TenantId: tenantID, UserId: p.id.Local(), Cloud: typev1.Cloud_CLOUD_PUBLIC, Identifier: p.id.Proto(), CoexistenceMode: mode,
		}})
	}
	set(key.VoiceApplication(tenantID, c.queue.id.Local()), &recordv1.VoiceApplication{Application: &directoryv1.VoiceApplication{
		TenantId: tenantID, AppId: c.queue.id.Local(), Identifier: c.queue.id.Proto(), AgentUserIds: agents,
	}})
	for _, local := range append(agents, c.queue.id.Local()) {
		to.must(to.disk.Update(to.t.Context(), func(tx store.Tx) error { tx.Set(key.TenantOf(local), []byte(tenantID)); return nil }))
	}
}

func admin() access.Caller {
	return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_ADMIN, TenantID: tenantID, KeyID: "admin"}
}

// decree makes the cell take over what the tenant has decided.
func (r rules) decree(to *cell) {
	f := &policyv1.FederationConfiguration{
		EnableAcsUsers: r.enabled, Capabilities: &policyv1.InteropCapabilities{
			GroupCalls: r.groups, Routing: r.routing, Recording: r.recording, TeamsUsersAddExternal: r.external,
		},
	}
	if r.allowed {
		f.AllowedAcsResources = []string{resourceID}
	}
	_, err := to.policy.UpdateFederationConfiguration(to.t.Context(), admin(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: f, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources", "capabilities"}},
	})
	to.must(err)
}

// decree makes the cell take over whether a Teams user is blocked.
func (p *party) decree(to *cell) {
	var err error
	if p.blocked {
		_, err = to.policy.GrantExternalAccessPolicy(to.t.Context(), admin(), &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
			PolicyName: "No", Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: p.id.Local()},
		}})
	} else {
		_, err = to.policy.RevokeExternalAccessPolicyGrant(to.t.Context(), admin(), &policyv1.RevokeExternalAccessPolicyGrantRequest{
			Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: p.id.Local()},
		})
	}
	to.must(err)
}

// open reports whether policy lets a party be in a call of the resource.
func (c *cast) open(p *party) bool {
	return !p.tenant || c.rules.enabled && c.rules.allowed && !p.blocked
}

// callable reports whether a party may be made to ring.
func (c *cast) callable(p *party) bool { return c.open(p) && !p.islands && p != c.strange }
