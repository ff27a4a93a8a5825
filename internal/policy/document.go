package policy

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// state is the whole policy of a tenant. Global is always among the policies.
type state struct {
	tenantID      string
	configuration *policyv1.FederationConfiguration
	policies      map[string]*policyv1.ExternalAccessPolicy
	grants        map[assignee]*policyv1.ExternalAccessPolicyGrant
}

// loadState reads the policy of a tenant.
func loadState(tx store.ReadTx, tenantID string) (*state, error) {
	s := &state{
		tenantID: tenantID,
		policies: map[string]*policyv1.ExternalAccessPolicy{},
		grants:   map[assignee]*policyv1.ExternalAccessPolicyGrant{},
	}
	var err error
	if s.configuration, err = loadConfiguration(tx, tenantID); err != nil {
		return nil, err
	}
	policies, err := loadPolicies(tx, tenantID)
	if err != nil {
		return nil, err
	}
	for _, p := range policies {
		s.policies[p.GetName()] = p
	}
	err = record.Each(tx, key.Grants(tenantID), func(_ []byte, stored *recordv1.ExternalAccessPolicyGrant) error {
		s.grants[assigneeOf(stored.GetGrant())] = stored.GetGrant()
		return nil
	})
	return s, err
}

// sortedPolicies returns the policies in the order of a document.
func (s *state) sortedPolicies() []*policyv1.ExternalAccessPolicy {
	return slices.SortedFunc(maps.Values(s.policies), func(a, b *policyv1.ExternalAccessPolicy) int {
		return strings.Compare(a.GetName(), b.GetName())
	})
}

// sortedGrants returns the grants in the order of a document: groups by rank, then users by id.
func (s *state) sortedGrants() []*policyv1.ExternalAccessPolicyGrant {
	return slices.SortedFunc(maps.Values(s.grants), func(a, b *policyv1.ExternalAccessPolicyGrant) int {
		x, y := assigneeOf(a), assigneeOf(b)
		return cmp.Or(strings.Compare(x.kind, y.kind), cmp.Compare(a.GetRank(), b.GetRank()), strings.Compare(x.id, y.id))
	})
}

func (s *state) document() *policyv1.PolicyDocument {
	return &policyv1.PolicyDocument{Configuration: s.configuration, Policies: s.sortedPolicies(), Grants: s.sortedGrants()}
}

// etag names the version of the whole. Etags and times are part of what it is made of, so it changes with every change.
func (s *state) etag() (string, error) {
	content, err := proto.MarshalOptions{Deterministic: true}.Marshal(s.document())
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:12]), err
}

// ExportPolicy answers the RPC of that name.
func (e *Engine) ExportPolicy(ctx context.Context, c access.Caller, r *policyv1.ExportPolicyRequest) (*policyv1.ExportPolicyResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &policyv1.ExportPolicyResponse{}
	err = e.view(ctx, func(tx store.ReadTx) error {
		s, err := loadState(tx, tenantID)
		if err != nil {
			return err
		}
		response.Document = s.document()
		response.Etag, err = s.etag()
		return err
	})
	return response, err
}
