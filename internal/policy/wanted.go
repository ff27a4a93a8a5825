package policy

import (
	"fmt"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// wanted reads a document into the state that it asks for, and refuses one that cannot be. What the document leaves out has
// its defaults. It changes nothing of the document.
func wanted(tx store.ReadTx, tenantID string, d *policyv1.PolicyDocument) (*state, error) {
	s := &state{
		tenantID: tenantID,
		configuration: &policyv1.FederationConfiguration{
			TenantId: tenantID, EnableAcsUsers: d.GetConfiguration().GetEnableAcsUsers(),
			AllowedAcsResources: d.GetConfiguration().GetAllowedAcsResources(),
			Capabilities:        proto.CloneOf(d.GetConfiguration().GetCapabilities()),
		},
		policies: map[string]*policyv1.ExternalAccessPolicy{},
		grants:   map[assignee]*policyv1.ExternalAccessPolicyGrant{},
	}
	canonical(s.configuration)
	if err := s.takePolicies(d.GetPolicies()); err != nil {
		return nil, err
	}
	if err := s.takeGrants(tx, d.GetGrants()); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *state) takePolicies(policies []*policyv1.ExternalAccessPolicy) error {
	for i, p := range policies {
		if s.policies[p.GetName()] != nil {
			return twice(fmt.Sprintf("document.policies[%d].name", i), fmt.Sprintf("policy %q", p.GetName()))
		}
		enabled := p.EnableAcsFederationAccess == nil || p.GetEnableAcsFederationAccess()
		s.policies[p.GetName()] = &policyv1.ExternalAccessPolicy{
			TenantId: s.tenantID, Name: p.GetName(), EnableAcsFederationAccess: proto.Bool(enabled), Description: p.GetDescription(),
		}
	}
	if s.policies[Global] == nil {
		s.policies[Global] = defaultGlobal(s.tenantID)
	}
	if len(s.policies) > maxPolicies {
		return reason.New(typev1.Reason_REASON_INVALID_FIELD, "the document has %d policies, %s included, and may have %d: leave some out", len(s.policies), Global, maxPolicies).
			Field("document.policies", "too many")
	}
	return nil
}

// takeGrants reads the grants. Groups whose rank is 0 get those after the highest that the document names, in its order, so
// that applying it again changes nothing.
func (s *state) takeGrants(tx store.ReadTx, grants []*policyv1.ExternalAccessPolicyGrant) error {
	var unranked []*policyv1.ExternalAccessPolicyGrant
	holders := map[int32]string{}
	highest := int32(0)
	for i, asked := range grants {
		path := fmt.Sprintf("document.grants[%d]", i)
		g, err := s.takeGrant(tx, path, asked)
		if err != nil {
			return err
		}
		switch a := assigneeOf(g); {
		case !a.isGroup():
		case g.GetRank() == 0:
			unranked = append(unranked, g)
		case holders[g.GetRank()] != "":
			return rankTaken(g.GetRank(), holders[g.GetRank()]).With("field", path+".rank")
		default:
			holders[g.GetRank()] = a.id
			highest = max(highest, g.GetRank())
		}
	}
	for _, g := range unranked {
		if highest == maxRank {
			return rankTaken(maxRank, holders[maxRank])
		}
		highest++
		g.Rank = highest
	}
	return nil
}

// takeGrant reads one grant. path is where it stands in the request.
func (s *state) takeGrant(tx store.ReadTx, path string, asked *policyv1.ExternalAccessPolicyGrant) (*policyv1.ExternalAccessPolicyGrant, error) {
	a := assigneeOf(asked)
	if s.grants[a] != nil {
		return nil, twice(path, a.String())
	}
	if asked.GetPolicyName() == Global {
		return nil, globalApplies().With("field", path)
	}
	if s.policies[asked.GetPolicyName()] == nil {
		return nil, reason.New(typev1.Reason_REASON_POLICY_NOT_FOUND, "%s is of the policy %q, which the document does not have: add the policy, or leave the grant out", path, asked.GetPolicyName()).
			With("field", path)
	}
	if !a.isGroup() {
		if err := checkUserRank(path+".rank", asked.GetRank()); err != nil {
			return nil, err
		}
	}
	if err := checkAssignee(tx, s.tenantID, a); err != nil {
		return nil, err
	}
	s.grants[a] = newGrant(s.tenantID, a, asked.GetPolicyName(), asked.GetRank())
	return s.grants[a], nil
}

func twice(path, what string) *reason.Error {
	return reason.New(typev1.Reason_REASON_INVALID_FIELD, "the document has %s twice: leave one out", what).
		Field(path, "is there twice")
}
