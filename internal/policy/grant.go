package policy

import (
	"context"
	"fmt"
	"strings"

	"google.golang.org/protobuf/types/known/timestamppb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// maxRank is the highest rank of a group.
const maxRank = 1000000

// assignee is a group or a user: a kind of package key, and an id.
type assignee struct{ kind, id string }

// assigneeOf reads the assignee of a grant or of a request, in canonical form.
func assigneeOf(m interface {
	GetUserId() string
	GetGroupId() string
},
) assignee {
	if m.GetGroupId() != "" {
		return assignee{key.GroupAssignee, strings.ToLower(m.GetGroupId())}
	}
	return assignee{key.UserAssignee, strings.ToLower(m.GetUserId())}
}

func (a assignee) String() string { return a.kind + " " + a.id }

func (a assignee) isGroup() bool { return a.kind == key.GroupAssignee }

// newGrant makes a grant without its time.
func newGrant(tenantID string, a assignee, policyName string, rank int32) *policyv1.ExternalAccessPolicyGrant {
	g := &policyv1.ExternalAccessPolicyGrant{TenantId: tenantID, PolicyName: policyName, Rank: rank}
	if a.isGroup() {
		g.Assignee = &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: a.id}
	} else {
		g.Assignee = &policyv1.ExternalAccessPolicyGrant_UserId{UserId: a.id}
	}
	return g
}

// loadGrant returns the grant of an assignee, or nil if there is none.
func loadGrant(tx store.ReadTx, tenantID string, a assignee) (*policyv1.ExternalAccessPolicyGrant, error) {
	stored, err := record.Get[recordv1.ExternalAccessPolicyGrant](tx, key.Grant(tenantID, a.kind, a.id))
	return stored.GetGrant(), err
}

// storeGrant stores a grant in place of the assignee's earlier one, and publishes it.
func storeGrant(tx *ledger.Tx, g *policyv1.ExternalAccessPolicyGrant) error {
	tenantID, a := g.GetTenantId(), assigneeOf(g)
	if err := eraseGrant(tx, tenantID, a); err != nil {
		return err
	}
	g.GrantTime = timestamppb.New(tx.Now)
	tx.Set(key.PolicyGrant(tenantID, g.GetPolicyName(), a.kind, a.id), nil)
	if a.isGroup() {
		tx.Set(key.GroupRank(tenantID, uint64(g.GetRank())), []byte(a.id))
		if err := countGroupGrants(tx, tenantID, 1); err != nil {
			return err
		}
	}
	if err := record.Set(tx, key.Grant(tenantID, a.kind, a.id), &recordv1.ExternalAccessPolicyGrant{Grant: g}); err != nil {
		return err
	}
	return Publish(tx, tenantID, a.id, &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_Granted{Granted: g}})
}

// removeGrant removes the grant of an assignee, and publishes that. It does nothing where there is none.
func removeGrant(tx *ledger.Tx, tenantID string, a assignee) error {
	g, err := loadGrant(tx, tenantID, a)
	if g == nil || err != nil {
		return err
	}
	if err := eraseGrant(tx, tenantID, a); err != nil {
		return err
	}
	return Publish(tx, tenantID, a.id, &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_Revoked{Revoked: g}})
}

// eraseGrant removes the grant of an assignee, if any, with its indexes.
func eraseGrant(tx *ledger.Tx, tenantID string, a assignee) error {
	g, err := loadGrant(tx, tenantID, a)
	if g == nil || err != nil {
		return err
	}
	tx.Delete(key.Grant(tenantID, a.kind, a.id))
	tx.Delete(key.PolicyGrant(tenantID, g.GetPolicyName(), a.kind, a.id))
	if !a.isGroup() {
		return nil
	}
	if err := countGroupGrants(tx, tenantID, -1); err != nil {
		return err
	}
	rank := key.GroupRank(tenantID, uint64(g.GetRank()))
	// Where ranks are exchanged in one transaction, another group may have it already.
	holder, err := tx.Get(rank)
	if string(holder) == a.id {
		tx.Delete(rank)
	}
	return err
}

// countGroupGrants keeps how many groups have a grant.
func countGroupGrants(tx *ledger.Tx, tenantID string, change int64) error {
	grants, err := record.Peek[recordv1.GroupGrants](tx, key.GroupGrants(tenantID))
	if err != nil {
		return err
	}
	return record.Set(tx, key.GroupGrants(tenantID), &recordv1.GroupGrants{Count: grants.GetCount() + change})
}

// Forget removes the grant of a user or a voice application that leaves the directory.
func Forget(tx *ledger.Tx, tenantID, objectID string) error {
	return removeGrant(tx, tenantID, assignee{key.UserAssignee, objectID})
}

// GrantExternalAccessPolicy answers the RPC of that name.
func (e *Engine) GrantExternalAccessPolicy(ctx context.Context, c access.Caller, r *policyv1.GrantExternalAccessPolicyRequest) (*policyv1.GrantExternalAccessPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	a, name := assigneeOf(r.GetGrant()), r.GetGrant().GetPolicyName()
	w := e.write(c, "GrantExternalAccessPolicy", r, key.Policy(tenantID, name), key.Grant(tenantID, a.kind, a.id))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.GrantExternalAccessPolicyResponse, error) {
		if err := grantable(tx, tenantID, name); err != nil {
			return nil, err
		}
		if err := checkAssignee(tx, tenantID, a); err != nil {
			return nil, err
		}
		rank, err := chooseRank(tx, tenantID, a, r.GetGrant().GetRank())
		if err != nil {
			return nil, err
		}
		g := newGrant(tenantID, a, name, rank)
		if err := storeGrant(tx, g); err != nil {
			return nil, err
		}
		return &policyv1.GrantExternalAccessPolicyResponse{Grant: g, Commit: tx.Commit()}, nil
	})
}

// grantable makes sure that a policy exists and can be granted.
func grantable(tx store.ReadTx, tenantID, name string) error {
	if name == Global {
		return globalApplies()
	}
	_, err := mustPolicy(tx, tenantID, name)
	return err
}

func globalApplies() *reason.Error {
	return reason.New(typev1.Reason_REASON_POLICY_GLOBAL, "%s applies to everybody who has no grant, and cannot be granted: revoke the grant instead", Global)
}

// checkAssignee makes sure that whom a policy is granted to is in the tenant's directory.
func checkAssignee(tx store.ReadTx, tenantID string, a assignee) error {
	if a.isGroup() {
		found, err := record.Has(tx, key.Group(tenantID, a.id))
		if !found && err == nil {
			return reason.New(typev1.Reason_REASON_GROUP_NOT_FOUND, "the tenant has no group %s: check the id, or create the group", a.id)
		}
		return err
	}
	found, err := inDirectory(tx, tenantID, a.id)
	if !found && err == nil {
		return reason.New(typev1.Reason_REASON_TENANT_USER_NOT_FOUND, "the tenant has no user or voice application %s: check the id, or import the user", a.id)
	}
	return err
}

// inDirectory reports whether a user or a voice application is of the tenant.
func inDirectory(tx store.ReadTx, tenantID, objectID string) (bool, error) {
	owner, err := tx.Get(key.TenantOf(objectID))
	return owner != nil && string(owner) == tenantID, err
}

// chooseRank returns the rank of a new grant: the one that is asked for, or the one after the highest for 0.
func chooseRank(tx store.ReadTx, tenantID string, a assignee, asked int32) (int32, error) {
	if !a.isGroup() {
		return 0, checkUserRank("grant.rank", asked)
	}
	if asked == 0 {
		return rankAfter(tx, tenantID, a.id)
	}
	holder, err := tx.Get(key.GroupRank(tenantID, uint64(asked)))
	if err == nil && holder != nil && string(holder) != a.id {
		return 0, rankTaken(asked, string(holder))
	}
	return asked, err
}

func checkUserRank(path string, rank int32) error {
	if rank == 0 {
		return nil
	}
	return reason.New(typev1.Reason_REASON_INVALID_FIELD, "only the grant of a group has a rank: leave it 0 for a user").
		Field(path, "must be 0 for a user")
}

func rankTaken(rank int32, groupID string) *reason.Error {
	return reason.New(typev1.Reason_REASON_RANK_TAKEN, "group %s has the rank %d: give another one, or 0 for the one after the highest", groupID, rank).
		With("group_id", groupID)
}

// rankAfter returns the rank after the highest that any other group has.
func rankAfter(tx store.ReadTx, tenantID, groupID string) (int32, error) {
	ranks := key.GroupRanks(tenantID)
	ranks.Reverse, ranks.Limit = true, 2
	for pair, err := range tx.Scan(ranks) {
		if err != nil {
			return 0, err
		}
		if string(pair.Value) == groupID {
			continue
		}
		highest := int32(key.Number(pair.Key))
		if highest == maxRank {
			return 0, rankTaken(maxRank, string(pair.Value))
		}
		return highest + 1, nil
	}
	return 1, nil
}

// RevokeExternalAccessPolicyGrant answers the RPC of that name.
func (e *Engine) RevokeExternalAccessPolicyGrant(ctx context.Context, c access.Caller, r *policyv1.RevokeExternalAccessPolicyGrantRequest) (*policyv1.RevokeExternalAccessPolicyGrantResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	a := assigneeOf(r)
	w := e.write(c, "RevokeExternalAccessPolicyGrant", r, key.Grant(tenantID, a.kind, a.id))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.RevokeExternalAccessPolicyGrantResponse, error) {
		g, err := loadGrant(tx, tenantID, a)
		if err != nil {
			return nil, err
		}
		if g == nil {
			return nil, reason.New(typev1.Reason_REASON_GRANT_NOT_FOUND, "no policy is granted to %s itself: %s or the grant of a group applies", a, Global)
		}
		if err := removeGrant(tx, tenantID, a); err != nil {
			return nil, err
		}
		return &policyv1.RevokeExternalAccessPolicyGrantResponse{Commit: tx.Commit()}, nil
	})
}

// ListExternalAccessPolicyGrants answers the RPC of that name.
func (e *Engine) ListExternalAccessPolicyGrants(ctx context.Context, c access.Caller, r *policyv1.ListExternalAccessPolicyGrantsRequest) (*policyv1.ListExternalAccessPolicyGrantsResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	grants := key.Grants(tenantID)
	if r.GetPolicyName() != "" {
		grants = key.PolicyGrants(tenantID, r.GetPolicyName())
	}
	response := &policyv1.ListExternalAccessPolicyGrantsResponse{}
	err = e.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.NextPageToken, err = p.Scan(tx, grants, func(pair store.Pair) (bool, error) {
			g, err := grantUnder(tx, tenantID, pair.Key)
			response.Grants = append(response.Grants, g)
			return true, err
		})
		return err
	})
	return response, err
}

// grantUnder returns the grant that a key of either index names: its last texts are the kind and the id of the assignee.
func grantUnder(tx store.ReadTx, tenantID string, k []byte) (*policyv1.ExternalAccessPolicyGrant, error) {
	texts, ok := key.Texts(k)
	if !ok || len(texts) < 2 {
		return nil, fmt.Errorf("malformed key of a grant %q", k)
	}
	a := assignee{texts[len(texts)-2], texts[len(texts)-1]}
	g, err := loadGrant(tx, tenantID, a)
	if g == nil && err == nil {
		return nil, fmt.Errorf("the index names a grant of %s, and there is none", a)
	}
	return g, err
}
