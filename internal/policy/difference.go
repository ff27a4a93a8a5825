package policy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// differences lists what differs from one state to another, in the order of the paths.
func differences(before, after *state) []*policyv1.PolicyChange {
	facts, later := before.facts(), after.facts()
	var changes []*policyv1.PolicyChange
	for path, value := range facts {
		if now, stays := later[path]; !stays {
			changes = append(changes, &policyv1.PolicyChange{Kind: policyv1.ChangeKind_CHANGE_KIND_REMOVED, Path: path, Before: value})
		} else if now != value {
			changes = append(changes, &policyv1.PolicyChange{Kind: policyv1.ChangeKind_CHANGE_KIND_MODIFIED, Path: path, Before: value, After: now})
		}
	}
	for path, value := range later {
		if _, there := facts[path]; !there {
			changes = append(changes, &policyv1.PolicyChange{Kind: policyv1.ChangeKind_CHANGE_KIND_ADDED, Path: path, After: value})
		}
	}
	slices.SortFunc(changes, func(a, b *policyv1.PolicyChange) int { return strings.Compare(a.GetPath(), b.GetPath()) })
	return changes
}

// facts are all that an administrator has decided, as texts by their paths.
func (s *state) facts() map[string]string {
	facts := map[string]string{"configuration.enable_acs_users": strconv.FormatBool(s.configuration.GetEnableAcsUsers())}
	for _, resourceID := range s.configuration.GetAllowedAcsResources() {
		facts["configuration.allowed_acs_resources["+resourceID+"]"] = "allowed"
	}
	capabilities := s.configuration.GetCapabilities().ProtoReflect()
	fields := capabilities.Descriptor().Fields()
	for i := range fields.Len() {
		facts["configuration.capabilities."+string(fields.Get(i).Name())] = strconv.FormatBool(capabilities.Get(fields.Get(i)).Bool())
	}
	for name, p := range s.policies {
		facts["policies["+name+"].enable_acs_federation_access"] = strconv.FormatBool(p.GetEnableAcsFederationAccess())
		if p.GetDescription() != "" {
			facts["policies["+name+"].description"] = strconv.Quote(p.GetDescription())
		}
	}
	for a, g := range s.grants {
		facts["grants["+a.String()+"]"] = grantText(a, g)
	}
	return facts
}

func grantText(a assignee, g *policyv1.ExternalAccessPolicyGrant) string {
	if a.isGroup() {
		return fmt.Sprintf("%s at rank %d", g.GetPolicyName(), g.GetRank())
	}
	return g.GetPolicyName()
}

// readable writes changes for a person, one to a line.
func readable(changes []*policyv1.PolicyChange) string {
	var b strings.Builder
	for _, c := range changes {
		switch c.GetKind() {
		case policyv1.ChangeKind_CHANGE_KIND_ADDED:
			fmt.Fprintf(&b, "+ %s: %s\n", c.GetPath(), c.GetAfter())
		case policyv1.ChangeKind_CHANGE_KIND_REMOVED:
			fmt.Fprintf(&b, "- %s: %s\n", c.GetPath(), c.GetBefore())
		default:
			fmt.Fprintf(&b, "~ %s: %s -> %s\n", c.GetPath(), c.GetBefore(), c.GetAfter())
		}
	}
	return b.String()
}

func sameConfiguration(a, b *policyv1.FederationConfiguration) bool {
	return a.GetEnableAcsUsers() == b.GetEnableAcsUsers() &&
		slices.Equal(a.GetAllowedAcsResources(), b.GetAllowedAcsResources()) &&
		proto.Equal(a.GetCapabilities(), b.GetCapabilities())
}

func samePolicy(a, b *policyv1.ExternalAccessPolicy) bool {
	return a != nil && b != nil && a.GetEnableAcsFederationAccess() == b.GetEnableAcsFederationAccess() && a.GetDescription() == b.GetDescription()
}

func sameGrant(a, b *policyv1.ExternalAccessPolicyGrant) bool {
	return a != nil && b != nil && a.GetPolicyName() == b.GetPolicyName() && a.GetRank() == b.GetRank()
}
