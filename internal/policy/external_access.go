package policy

import (
	"context"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Global is the name of the policy that applies to everybody without a grant. It always exists.
const Global = "Global"

// maxPolicies is how many policies a tenant may have, Global included: as many as a document may have.
const maxPolicies = 1000

// defaultGlobal is Global as long as nobody has changed it.
func defaultGlobal(tenantID string) *policyv1.ExternalAccessPolicy {
	return &policyv1.ExternalAccessPolicy{TenantId: tenantID, Name: Global, EnableAcsFederationAccess: proto.Bool(true), Etag: etag.Initial}
}

// loadPolicy returns a policy, or nil if there is none.
func loadPolicy(tx store.ReadTx, tenantID, name string) (*policyv1.ExternalAccessPolicy, error) {
	stored, err := record.Get[recordv1.ExternalAccessPolicy](tx, key.Policy(tenantID, name))
	if stored == nil && err == nil && name == Global {
		return defaultGlobal(tenantID), nil
	}
	return stored.GetPolicy(), err
}

// mustPolicy is loadPolicy, with POLICY_NOT_FOUND if there is none.
func mustPolicy(tx store.ReadTx, tenantID, name string) (*policyv1.ExternalAccessPolicy, error) {
	p, err := loadPolicy(tx, tenantID, name)
	if p == nil && err == nil {
		return nil, noPolicy(name)
	}
	return p, err
}

func noPolicy(name string) *reason.Error {
	return reason.New(typev1.Reason_REASON_POLICY_NOT_FOUND, "the tenant has no external access policy %q: check the name, or create the policy", name)
}

// loadPolicies returns all policies of a tenant in the order of their names, Global included.
func loadPolicies(tx store.ReadTx, tenantID string) ([]*policyv1.ExternalAccessPolicy, error) {
	var policies []*policyv1.ExternalAccessPolicy
	err := record.Each(tx, key.Policies(tenantID), func(_ []byte, stored *recordv1.ExternalAccessPolicy) error {
		policies = append(policies, stored.GetPolicy())
		return nil
	})
	at, found := slices.BinarySearchFunc(policies, Global, func(p *policyv1.ExternalAccessPolicy, name string) int {
		return strings.Compare(p.GetName(), name)
	})
	if !found {
		policies = slices.Insert(policies, at, defaultGlobal(tenantID))
	}
	return policies, err
}

// storePolicy stores a policy under a new etag with its defaults filled in, and publishes it.
func storePolicy(tx *ledger.Tx, p *policyv1.ExternalAccessPolicy) error {
	p.Etag = etag.Next(tx)
	p.UpdateTime = timestamppb.New(tx.Now)
	if p.CreateTime == nil {
		p.CreateTime = p.GetUpdateTime()
	}
	if p.EnableAcsFederationAccess == nil {
		p.EnableAcsFederationAccess = proto.Bool(true)
	}
	if err := record.Set(tx, key.Policy(p.GetTenantId(), p.GetName()), &recordv1.ExternalAccessPolicy{Policy: p}); err != nil {
		return err
	}
	return Publish(tx, p.GetTenantId(), p.GetName(), &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_PolicySet{PolicySet: p}})
}

// removePolicy removes a policy that is not Global, and publishes that.
func removePolicy(tx *ledger.Tx, tenantID, name string) error {
	tx.Delete(key.Policy(tenantID, name))
	return Publish(tx, tenantID, name, &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_PolicyDeleted{PolicyDeleted: name}})
}

// CreateExternalAccessPolicy answers the RPC of that name.
func (e *Engine) CreateExternalAccessPolicy(ctx context.Context, c access.Caller, r *policyv1.CreateExternalAccessPolicyRequest) (*policyv1.CreateExternalAccessPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	name := r.GetPolicy().GetName()
	w := e.write(c, "CreateExternalAccessPolicy", r, key.Policy(tenantID, name))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.CreateExternalAccessPolicyResponse, error) {
		if err := checkNew(tx, tenantID, name); err != nil {
			return nil, err
		}
		p := &policyv1.ExternalAccessPolicy{
			TenantId: tenantID, Name: name,
			EnableAcsFederationAccess: r.GetPolicy().EnableAcsFederationAccess, Description: r.GetPolicy().GetDescription(),
		}
		if err := storePolicy(tx, p); err != nil {
			return nil, err
		}
		return &policyv1.CreateExternalAccessPolicyResponse{Policy: p, Commit: tx.Commit()}, nil
	})
}

// checkNew makes sure that a policy can be added.
func checkNew(tx store.ReadTx, tenantID, name string) error {
	policies, err := loadPolicies(tx, tenantID)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(policies, func(p *policyv1.ExternalAccessPolicy) bool { return p.GetName() == name }) {
		return reason.New(typev1.Reason_REASON_POLICY_EXISTS, "the tenant has an external access policy %q: update it, or take another name", name)
	}
	if len(policies) >= maxPolicies {
		return reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "the tenant has %d external access policies, %s included, and may have no more: delete one first", len(policies), Global).
			With("quota", "policies_per_tenant")
	}
	return nil
}

// GetExternalAccessPolicy answers the RPC of that name.
func (e *Engine) GetExternalAccessPolicy(ctx context.Context, c access.Caller, r *policyv1.GetExternalAccessPolicyRequest) (*policyv1.GetExternalAccessPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &policyv1.GetExternalAccessPolicyResponse{}
	err = e.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.Policy, err = mustPolicy(tx, tenantID, r.GetName())
		return err
	})
	return response, err
}

// ListExternalAccessPolicies answers the RPC of that name.
func (e *Engine) ListExternalAccessPolicies(ctx context.Context, c access.Caller, r *policyv1.ListExternalAccessPoliciesRequest) (*policyv1.ListExternalAccessPoliciesResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &policyv1.ListExternalAccessPoliciesResponse{}
	err = e.view(ctx, func(tx store.ReadTx) error {
		policies, err := loadPolicies(tx, tenantID)
		response.Policies, response.NextPageToken = cut(p, policies)
		return err
	})
	return response, err
}

// cut returns the page that p asks for, and the token of the next. Global may be in the list without being in the store,
// so the list is cut here rather than while it is scanned; the names tell the places.
func cut(p page.Page, policies []*policyv1.ExternalAccessPolicy) ([]*policyv1.ExternalAccessPolicy, string) {
	from, _ := slices.BinarySearchFunc(policies, string(p.Next()), func(p *policyv1.ExternalAccessPolicy, name string) int {
		return strings.Compare(p.GetName(), name)
	})
	policies = policies[from:]
	if len(policies) <= p.Size {
		return policies, ""
	}
	return policies[:p.Size], p.Token([]byte(policies[p.Size].GetName()))
}

// UpdateExternalAccessPolicy answers the RPC of that name.
func (e *Engine) UpdateExternalAccessPolicy(ctx context.Context, c access.Caller, r *policyv1.UpdateExternalAccessPolicyRequest) (*policyv1.UpdateExternalAccessPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	name := r.GetPolicy().GetName()
	w := e.write(c, "UpdateExternalAccessPolicy", r, key.Policy(tenantID, name))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.UpdateExternalAccessPolicyResponse, error) {
		p, err := mustPolicy(tx, tenantID, name)
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), p.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(p, r.GetPolicy(), r.GetUpdateMask(), "enable_acs_federation_access", "description"); err != nil {
			return nil, err
		}
		if err := storePolicy(tx, p); err != nil {
			return nil, err
		}
		return &policyv1.UpdateExternalAccessPolicyResponse{Policy: p, Commit: tx.Commit()}, nil
	})
}

// DeleteExternalAccessPolicy answers the RPC of that name.
func (e *Engine) DeleteExternalAccessPolicy(ctx context.Context, c access.Caller, r *policyv1.DeleteExternalAccessPolicyRequest) (*policyv1.DeleteExternalAccessPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	w := e.write(c, "DeleteExternalAccessPolicy", r, key.Policy(tenantID, r.GetName()))
	return change(ctx, e, w, tenantID, func(tx *ledger.Tx) (*policyv1.DeleteExternalAccessPolicyResponse, error) {
		p, err := mustPolicy(tx, tenantID, r.GetName())
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), p.GetEtag()); err != nil {
			return nil, err
		}
		if err := deletePolicy(tx, p); err != nil {
			return nil, err
		}
		return &policyv1.DeleteExternalAccessPolicyResponse{Commit: tx.Commit()}, nil
	})
}

// deletePolicy removes a policy that nobody is granted, or resets Global. A reset Global stays in the store, so that its
// etag differs from all it ever had.
func deletePolicy(tx *ledger.Tx, p *policyv1.ExternalAccessPolicy) error {
	if p.GetName() == Global {
		reset := defaultGlobal(p.GetTenantId())
		reset.CreateTime = p.GetCreateTime()
		return storePolicy(tx, reset)
	}
	granted := key.PolicyGrants(p.GetTenantId(), p.GetName())
	granted.Limit = 1
	for pair, err := range tx.Scan(granted) {
		if err != nil {
			return err
		}
		return reason.New(typev1.Reason_REASON_POLICY_GRANTED, "the policy %q is granted to %s, if not to more: revoke its grants first", p.GetName(), key.LastText(pair.Key))
	}
	return removePolicy(tx, p.GetTenantId(), p.GetName())
}
