package policy_test

import (
	"context"
	"fmt"
	"testing"

	"buf.build/go/protovalidate"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const (
	tenantID   = "7e000000-0000-4000-8000-000000000001"
	resourceID = "4e000000-0000-4000-8000-000000000001"
)

// user returns the object id of the nth user, and group the id of the nth group.
func user(n int) string  { return fmt.Sprintf("05000000-0000-4000-8000-%012d", n) }
func group(n int) string { return fmt.Sprintf("06000000-0000-4000-8000-%012d", n) }

// test is a test, or one run of a property.
type test interface {
	Helper()
	Context() context.Context
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// world is a tenant and a resource, with everything that policy needs.
type world struct {
	*policy.Engine

	t         test
	ledger    *ledger.Ledger
	directory *directory.Directory
	tenantID  string
	admin     access.Caller
	resource  access.Caller
}

func newWorld(t testing.TB) *world {
	t.Helper()
	l := ledgertest.New(t)
	w := &world{
		Engine: policy.New(l), t: t, ledger: l, tenantID: tenantID,
		directory: directory.New(l, func(m proto.Message) error { return protovalidate.Validate(m) }),
		admin:     access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_ADMIN, TenantID: tenantID, KeyID: "admin"},
		resource:  access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "resource"},
	}
	w.set(key.Resource(resourceID), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: resourceID}})
	w.set(key.Tenant(tenantID), &recordv1.Tenant{Tenant: &adminv1.Tenant{TenantId: tenantID}})
	return w
}

func (w *world) set(k []byte, m proto.Message) {
	w.t.Helper()
	w.must(w.ledger.Store().Update(w.t.Context(), func(tx store.Tx) error { return record.Set(tx, k, m) }))
}

func (w *world) view(fn func(tx store.ReadTx) error) {
	w.t.Helper()
	w.must(w.ledger.Store().View(w.t.Context(), fn))
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// addUsers imports users 1 to n.
func (w *world) addUsers(n int) {
	w.t.Helper()
	for from := 1; from <= n; from += 1000 {
		batch := &directoryv1.ImportTenantUsersRequest{}
		for i := from; i < min(from+1000, n+1); i++ {
			batch.Users = append(batch.Users, &directoryv1.TenantUser{UserId: user(i), UserPrincipalName: fmt.Sprintf("user%d@contoso.example", i)})
		}
		answer, err := w.directory.ImportTenantUsers(w.t.Context(), w.admin, func(yield func(*directoryv1.ImportTenantUsersRequest, error) bool) { yield(batch, nil) })
		w.must(err)
		if answer.GetCreatedCount() != int64(len(batch.GetUsers())) {
			w.t.Fatalf("import: %v", answer)
		}
	}
}

// addGroup creates the nth group with members.
func (w *world) addGroup(n int, members ...int) {
	w.t.Helper()
	_, err := w.directory.CreateGroup(w.t.Context(), w.admin, &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: group(n), DisplayName: "group"}})
	w.must(err)
	var ids []string
	for _, m := range members {
		ids = append(ids, user(m))
	}
	if len(ids) > 0 {
		_, err = w.directory.AddGroupMembers(w.t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(n), UserIds: ids})
		w.must(err)
	}
}

// configure sets the configuration.
func (w *world) configure(enabled bool, resources ...string) *policyv1.FederationConfiguration {
	w.t.Helper()
	answer, err := w.UpdateFederationConfiguration(w.t.Context(), w.admin, &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: enabled, AllowedAcsResources: resources},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
	})
	w.must(err)
	return answer.GetConfiguration()
}

func (w *world) create(name string, enabled bool) *policyv1.ExternalAccessPolicy {
	w.t.Helper()
	answer, err := w.CreateExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: name, EnableAcsFederationAccess: proto.Bool(enabled)},
	})
	w.must(err)
	return answer.GetPolicy()
}

func (w *world) update(name string, enabled bool) {
	w.t.Helper()
	_, err := w.UpdateExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.UpdateExternalAccessPolicyRequest{
		Policy:     &policyv1.ExternalAccessPolicy{Name: name, EnableAcsFederationAccess: proto.Bool(enabled)},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_federation_access"}},
	})
	w.must(err)
}

func toUser(name string, n int) *policyv1.ExternalAccessPolicyGrant {
	return &policyv1.ExternalAccessPolicyGrant{PolicyName: name, Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: user(n)}}
}

func toGroup(name string, n int, rank int32) *policyv1.ExternalAccessPolicyGrant {
	return &policyv1.ExternalAccessPolicyGrant{PolicyName: name, Assignee: &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: group(n)}, Rank: rank}
}

func (w *world) tryGrant(g *policyv1.ExternalAccessPolicyGrant) (*policyv1.ExternalAccessPolicyGrant, error) {
	answer, err := w.GrantExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.GrantExternalAccessPolicyRequest{Grant: g})
	return answer.GetGrant(), err
}

func (w *world) grant(g *policyv1.ExternalAccessPolicyGrant) *policyv1.ExternalAccessPolicyGrant {
	w.t.Helper()
	granted, err := w.tryGrant(g)
	w.must(err)
	return granted
}

// decide evaluates, and makes sure that both forms of the decision agree.
func (w *world) decide(n int) *policyv1.Decision {
	w.t.Helper()
	var d *policyv1.Decision
	w.view(func(tx store.ReadTx) error {
		var err error
		if d, err = policy.Evaluate(tx, resourceID, w.tenantID, user(n)); err != nil {
			return err
		}
		short, err := policy.Allowed(tx, resourceID, w.tenantID, user(n))
		if short != d.GetReason() || d.GetEnabled() != (short == typev1.Reason_REASON_UNSPECIFIED) {
			w.t.Errorf("Allowed says %v, and Evaluate %v", short, d)
		}
		return err
	})
	return d
}

func (w *world) export() (*policyv1.PolicyDocument, string) {
	w.t.Helper()
	answer, err := w.ExportPolicy(w.t.Context(), w.admin, &policyv1.ExportPolicyRequest{})
	w.must(err)
	return answer.GetDocument(), answer.GetEtag()
}

// head is the position of the last entry of the log.
func (w *world) head() store.Position {
	head, _ := w.ledger.Store().Head()
	return head
}

// events returns the policy events after a position, and makes sure that each tells its tenant, its time and its revision,
// and that it is in the tenant's topic first and in the audit trail.
func (w *world) events(after store.Position) []*policyv1.PolicyEvent {
	w.t.Helper()
	var events []*policyv1.PolicyEvent
	w.view(func(tx store.ReadTx) error {
		for stored, err := range tx.Entries(after, 0) {
			if err != nil {
				return err
			}
			entry, err := event.Decode(stored.Content)
			if err != nil {
				return err
			}
			if entry.GetPolicy() == nil {
				continue
			}
			e := &policyv1.PolicyEvent{}
			if err := proto.Unmarshal(entry.GetPolicy(), e); err != nil {
				return err
			}
			if e.GetRevision() != ledger.Revision(stored.Position) || e.GetTenantId() != w.tenantID || e.GetTime().AsTime().UnixMicro() != entry.GetTime() {
				w.t.Errorf("the event at %d says %v", stored.Position, e)
			}
			topics := entry.GetTopics()
			if len(topics) != 3 || topics[0] != event.Tenant(w.tenantID) || topics[1] != event.Audit || topics[2] != event.AuditOf(w.tenantID) {
				w.t.Errorf("the topics at %d are %q", stored.Position, topics)
			}
			events = append(events, e)
		}
		return nil
	})
	return events
}

// refused makes sure that err has a reason.
func refused(t testing.TB, err error, want typev1.Reason) {
	t.Helper()
	if got := reason.Of(err); got != want {
		t.Errorf("the answer is %v (%v), want %v", got, err, want)
	}
}
