package policy

import (
	"fmt"
	"slices"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

const allowed = typev1.Reason_REASON_UNSPECIFIED

// Allowed decides whether the users of a resource and a user or voice application of a tenant may meet: unspecified means
// that they may, and any other reason is why not. What does not exist, or was deleted, may meet nobody. All ids are in
// canonical form. It always agrees with Evaluate, and reads less.
func Allowed(tx store.ReadTx, resourceID, tenantID, objectID string) (typev1.Reason, error) {
	if r, err := missing(tx, resourceID, tenantID, objectID); r != allowed || err != nil {
		return r, err
	}
	f, err := glance(tx, tenantID, resourceID)
	switch {
	case err != nil:
		return allowed, err
	case !f.enabled:
		return typev1.Reason_REASON_INTEROP_TENANT_DISABLED, nil
	case !f.listed:
		return typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED, nil
	}
	direct, err := loadGrant(tx, tenantID, assignee{key.UserAssignee, objectID})
	if err != nil {
		return allowed, err
	}
	group := (*policyv1.ExternalAccessPolicyGrant)(nil)
	if direct == nil {
		if group, err = groupGrant(tx, tenantID, objectID); err != nil {
			return allowed, err
		}
	}
	p, err := effectivePolicy(tx, tenantID, direct, group)
	if err != nil || p.GetEnableAcsFederationAccess() {
		return allowed, err
	}
	return typev1.Reason_REASON_INTEROP_POLICY_DISABLED, nil
}

// Evaluate decides as Allowed does, and returns every rule that it looked at. Errors: RESOURCE_NOT_FOUND, TENANT_NOT_FOUND
// and TENANT_USER_NOT_FOUND where there is nothing to decide.
func Evaluate(tx store.ReadTx, resourceID, tenantID, objectID string) (*policyv1.Decision, error) {
	if r, err := missing(tx, resourceID, tenantID, objectID); err != nil {
		return nil, err
	} else if r != allowed {
		return nil, Refusal(r, resourceID, tenantID, objectID)
	}
	f, err := loadConfiguration(tx, tenantID)
	if err != nil {
		return nil, err
	}
	direct, err := loadGrant(tx, tenantID, assignee{key.UserAssignee, objectID})
	if err != nil {
		return nil, err
	}
	group, err := groupGrant(tx, tenantID, objectID)
	if err != nil {
		return nil, err
	}
	p, err := effectivePolicy(tx, tenantID, direct, group)
	if err != nil {
		return nil, err
	}
	steps := slices.Concat(federationSteps(f, resourceID), choiceSteps(direct, group), []*policyv1.Step{accessStep(p)})
	refusal := firstRefusal(steps)
	return &policyv1.Decision{
		Enabled: refusal == allowed, Reason: refusal, Steps: steps,
		Capabilities: f.GetCapabilities(), Revision: ledger.Revision(tx.Head()),
	}, nil
}

// Capabilities returns which of the interop rules a tenant has lifted; never nil.
func Capabilities(tx store.ReadTx, tenantID string) (*policyv1.InteropCapabilities, error) {
	f, err := glance(tx, tenantID, "")
	if err != nil {
		return nil, err
	}
	c := &policyv1.InteropCapabilities{}
	return c, proto.Unmarshal(f.capabilities, c)
}

// missing returns the reason why there is nothing to decide.
func missing(tx store.ReadTx, resourceID, tenantID, objectID string) (typev1.Reason, error) {
	resource, err := record.Peek[recordv1.Resource](tx, key.Resource(resourceID))
	if err != nil {
		return allowed, err
	}
	if resource == nil || resource.GetDeleteTime() != 0 {
		return typev1.Reason_REASON_RESOURCE_NOT_FOUND, nil
	}
	tenant, err := record.Peek[recordv1.Tenant](tx, key.Tenant(tenantID))
	if err != nil {
		return allowed, err
	}
	if tenant == nil || tenant.GetDeleteTime() != 0 {
		return typev1.Reason_REASON_TENANT_NOT_FOUND, nil
	}
	if found, err := inDirectory(tx, tenantID, objectID); found || err != nil {
		return allowed, err
	}
	return typev1.Reason_REASON_TENANT_USER_NOT_FOUND, nil
}

// fewGroups is how many of the groups with a grant are asked for a user one by one. Most tenants grant to no more; where there
// are more, the groups of the user are gone through instead, of which there is a limit.
const fewGroups = 16

// groupGrant returns the grant of the user's group with the lowest rank; nil if no group of the user has one.
func groupGrant(tx store.ReadTx, tenantID, objectID string) (*policyv1.ExternalAccessPolicyGrant, error) {
	grants, err := record.Peek[recordv1.GroupGrants](tx, key.GroupGrants(tenantID))
	if err != nil || grants.GetCount() == 0 {
		return nil, err
	}
	ranks := key.GroupRanks(tenantID)
	ranks.Limit = fewGroups
	asked := 0
	for pair, err := range tx.Scan(ranks) {
		if err != nil {
			return nil, err
		}
		groupID := string(pair.Value)
		member, err := record.Has(tx, key.GroupMember(tenantID, groupID, objectID))
		if err != nil {
			return nil, err
		}
		if member {
			return loadGrant(tx, tenantID, assignee{key.GroupAssignee, groupID})
		}
		asked++
	}
	if asked < fewGroups {
		return nil, nil
	}
	return lowestGrant(tx, tenantID, objectID)
}

// lowestGrant is groupGrant by way of the groups of the user.
func lowestGrant(tx store.ReadTx, tenantID, objectID string) (*policyv1.ExternalAccessPolicyGrant, error) {
	var lowest *policyv1.ExternalAccessPolicyGrant
	for pair, err := range tx.Scan(key.MemberGroups(tenantID, objectID)) {
		if err != nil {
			return nil, err
		}
		g, err := loadGrant(tx, tenantID, assignee{key.GroupAssignee, key.LastText(pair.Key)})
		if err != nil {
			return nil, err
		}
		if g != nil && (lowest == nil || g.GetRank() < lowest.GetRank()) {
			lowest = g
		}
	}
	return lowest, nil
}

// effectivePolicy returns the policy that applies to a user with these grants, either of which may be nil.
func effectivePolicy(tx store.ReadTx, tenantID string, direct, group *policyv1.ExternalAccessPolicyGrant) (*policyv1.ExternalAccessPolicy, error) {
	name := Global
	for _, g := range []*policyv1.ExternalAccessPolicyGrant{group, direct} {
		if g != nil {
			name = g.GetPolicyName()
		}
	}
	p, err := loadPolicy(tx, tenantID, name)
	if p == nil && err == nil {
		return nil, fmt.Errorf("the policy %q of tenant %s is granted, and does not exist", name, tenantID)
	}
	return p, err
}

func firstRefusal(steps []*policyv1.Step) typev1.Reason {
	for _, s := range steps {
		if !s.GetPassed() {
			return s.GetReason()
		}
	}
	return allowed
}

// step makes the step of a rule that may refuse.
func step(rule policyv1.Rule, passed bool, refusal typev1.Reason, subject, yes, no string) *policyv1.Step {
	if passed {
		return &policyv1.Step{Rule: rule, Passed: true, Subject: subject, Detail: yes}
	}
	return &policyv1.Step{Rule: rule, Reason: refusal, Subject: subject, Detail: no}
}

// federationSteps are the rules of the tenant's configuration.
func federationSteps(f *policyv1.FederationConfiguration, resourceID string) []*policyv1.Step {
	_, listed := slices.BinarySearch(f.GetAllowedAcsResources(), resourceID)
	return []*policyv1.Step{
		step(policyv1.Rule_RULE_TENANT_ENABLED, f.GetEnableAcsUsers(), typev1.Reason_REASON_INTEROP_TENANT_DISABLED, "",
			"the tenant allows communication users: enable_acs_users is true",
			"the tenant does not allow communication users: enable_acs_users is false"),
		step(policyv1.Rule_RULE_RESOURCE_ALLOWED, listed, typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED, resourceID,
			"the resource is in allowed_acs_resources",
			"the resource is not in allowed_acs_resources"),
	}
}

// choiceSteps are the rules that choose the policy. They refuse nobody.
func choiceSteps(direct, group *policyv1.ExternalAccessPolicyGrant) []*policyv1.Step {
	ofUser := &policyv1.Step{Rule: policyv1.Rule_RULE_DIRECT_GRANT, Passed: true, Detail: "no policy is granted to the user itself"}
	ofGroup := &policyv1.Step{Rule: policyv1.Rule_RULE_GROUP_GRANT, Passed: true, Detail: "no policy is granted to a group of the user"}
	global := &policyv1.Step{Rule: policyv1.Rule_RULE_GLOBAL, Passed: true, Subject: Global, Detail: "it applies, as no grant does"}
	if group != nil {
		ofGroup.Subject = group.GetGroupId()
		ofGroup.Detail = fmt.Sprintf("the policy %q is granted to this group at rank %d, the lowest of the user's groups: it applies", group.GetPolicyName(), group.GetRank())
		global.Detail = "a grant comes before it"
	}
	if direct != nil {
		ofUser.Subject = direct.GetPolicyName()
		ofUser.Detail = "this policy is granted to the user itself: it applies"
		global.Detail = "a grant comes before it"
		if group != nil {
			ofGroup.Detail = fmt.Sprintf("the policy %q is granted to this group at rank %d, but the grant to the user itself comes before it", group.GetPolicyName(), group.GetRank())
		}
	}
	return []*policyv1.Step{ofUser, ofGroup, global}
}

// accessStep is the rule of the policy that applies.
func accessStep(p *policyv1.ExternalAccessPolicy) *policyv1.Step {
	return step(policyv1.Rule_RULE_FEDERATION_ACCESS, p.GetEnableAcsFederationAccess(), typev1.Reason_REASON_INTEROP_POLICY_DISABLED, p.GetName(),
		"the policy allows it: enable_acs_federation_access is true",
		"the policy does not allow it: enable_acs_federation_access is false")
}
