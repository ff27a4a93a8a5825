package directory_test

import (
	"fmt"
	"testing"

	"buf.build/go/protovalidate"
	"google.golang.org/protobuf/proto"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const tenantID = "7e000000-0000-4000-8000-000000000001"

// object returns the nth object id.
func object(n int) string { return fmt.Sprintf("05000000-0000-4000-8000-%012d", n) }

// group returns the id of the nth group.
func group(n int) string { return fmt.Sprintf("06000000-0000-4000-8000-%012d", n) }

// world is a directory on a ledger, its administrator and that of another tenant, and who has left it.
type world struct {
	*directory.Directory

	t            testing.TB
	ledger       *ledger.Ledger
	admin, other access.Caller
	left         *[]identifier.ID
}

func newWorld(t testing.TB) *world {
	t.Helper()
	l := ledgertest.New(t)
	caller := func(tenant string) access.Caller {
		return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_TENANT_ADMIN, TenantID: tenant, KeyID: "key"}
	}
	left := &[]identifier.ID{}
	return &world{
		Directory: directory.New(l, func(m proto.Message) error { return protovalidate.Validate(m) }, func(_ *ledger.Tx, _ string, id identifier.ID) error {
			*left = append(*left, id)
			return nil
		}),
		t: t, ledger: l, left: left, admin: caller(tenantID), other: caller("7e000000-0000-4000-8000-000000000002"),
	}
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) view(fn func(tx store.ReadTx) error) {
	w.t.Helper()
	w.must(w.ledger.Store().View(w.t.Context(), fn))
}

// importBy imports batches as a caller.
func (w *world) importBy(c access.Caller, batches ...[]*directoryv1.TenantUser) *directoryv1.ImportTenantUsersResponse {
	w.t.Helper()
	answer, err := w.ImportTenantUsers(w.t.Context(), c, func(yield func(*directoryv1.ImportTenantUsersRequest, error) bool) {
		for _, users := range batches {
			if !yield(&directoryv1.ImportTenantUsersRequest{Users: users}, nil) {
				return
			}
		}
	})
	w.must(err)
	return answer
}

// add imports users that must all be new.
func (w *world) add(users ...*directoryv1.TenantUser) {
	w.t.Helper()
	if answer := w.importBy(w.admin, users); answer.GetCreatedCount() != int64(len(users)) {
		w.t.Fatalf("import: %v", answer)
	}
}

// person is the nth user, with a display name.
func person(n int, name string) *directoryv1.TenantUser {
	return &directoryv1.TenantUser{UserId: object(n), UserPrincipalName: fmt.Sprintf("user%d@contoso.example", n), DisplayName: name}
}

// ada returns the first user.
func (w *world) ada() (*directoryv1.TenantUser, error) {
	answer, err := w.GetTenantUser(w.t.Context(), w.admin, &directoryv1.GetTenantUserRequest{By: &directoryv1.GetTenantUserRequest_UserId{UserId: object(1)}})
	return answer.GetUser(), err
}

func (w *world) byName(c access.Caller, name string) (*directoryv1.TenantUser, error) {
	answer, err := w.GetTenantUser(w.t.Context(), c, &directoryv1.GetTenantUserRequest{By: &directoryv1.GetTenantUserRequest_UserPrincipalName{UserPrincipalName: name}})
	return answer.GetUser(), err
}

func (w *world) delete(n int) {
	w.t.Helper()
	_, err := w.DeleteTenantUser(w.t.Context(), w.admin, &directoryv1.DeleteTenantUserRequest{UserId: object(n)})
	w.must(err)
}

// addGroup creates the nth group with members.
func (w *world) addGroup(n int, members ...int) {
	w.t.Helper()
	_, err := w.CreateGroup(w.t.Context(), w.admin, &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: group(n), DisplayName: fmt.Sprint("Group ", n)}})
	w.must(err)
	if len(members) > 0 {
		_, err = w.AddGroupMembers(w.t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(n), UserIds: objects(members...)})
		w.must(err)
	}
}

func objects(numbers ...int) []string {
	var ids []string
	for _, n := range numbers {
		ids = append(ids, object(n))
	}
	return ids
}

// usage returns how many users the tenant is counted to have.
func (w *world) usage() (n int64) {
	w.t.Helper()
	w.view(func(tx store.ReadTx) error {
		counters, err := record.Get[recordv1.Counters](tx, key.Counters(tenantID))
		n = counters.GetTenantUsers()
		return err
	})
	return n
}

// generation returns how often the tokens of an identifier were revoked.
func (w *world) generation(id identifier.ID) (n uint64) {
	w.t.Helper()
	w.view(func(tx store.ReadTx) error {
		state, err := record.Get[recordv1.TokenState](tx, key.TokenState(id.Raw()))
		n = state.GetGeneration()
		return err
	})
	return n
}

func (w *world) head() store.Position {
	head, _ := w.ledger.Store().Head()
	return head
}

// entries returns the entries after a position, and makes sure that each is in the audit trail of the tenant.
func (w *world) entries(after store.Position) []*recordv1.Entry {
	w.t.Helper()
	var entries []*recordv1.Entry
	w.view(func(tx store.ReadTx) error {
		for stored, err := range tx.Entries(after, 0) {
			if err != nil {
				return err
			}
			e, err := event.Decode(stored.Content)
			if err != nil {
				return err
			}
			audited, err := record.Has(tx, key.Trail(event.AuditOf(tenantID), stored.Position))
			if !audited || err != nil || e.GetActor().GetMethod() == "" || e.GetActor().GetSubject() == "" {
				w.t.Errorf("the entry at %d is not on the record: %v", stored.Position, e)
			}
			entries = append(entries, e)
		}
		return nil
	})
	return entries
}

// adaID is the identifier of the first user.
var adaID = identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, object(1))

// refused makes sure that err has a reason.
func refused(t testing.TB, err error, want typev1.Reason) {
	t.Helper()
	if got := reason.Of(err); got != want {
		t.Errorf("the answer is %v (%v), want %v", got, err, want)
	}
}
