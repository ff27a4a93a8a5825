package key

import "github.com/parley-interop/parley/internal/store"

// TenantUser holds a user of a tenant, by object id.
func TenantUser(tenantID, objectID string) []byte { return build(tagTenantUser, tenantID, objectID) }

// TenantUsers are the users of a tenant, by object id.
func TenantUsers(tenantID string) store.Range { return within(build(tagTenantUser, tenantID)) }

// TenantOf holds the tenant that a user or a voice application is of.
func TenantOf(id string) []byte { return build(tagTenantOf, id) }

// PrincipalName holds the object id of the user with a user principal name, in lower case.
func PrincipalName(tenantID, name string) []byte { return build(tagPrincipalName, tenantID, name) }

// DisplayName marks that a user has a display name, in lower case.
func DisplayName(tenantID, name, objectID string) []byte {
	return build(tagDisplayName, tenantID, name, objectID)
}

// DisplayNames are the users of a tenant whose display name begins with prefix, by display name.
func DisplayNames(tenantID, prefix string) store.Range {
	return within(appendPrefix(build(tagDisplayName, tenantID), prefix))
}

// Group holds a group of a tenant.
func Group(tenantID, groupID string) []byte { return build(tagGroup, tenantID, groupID) }

// Groups are the groups of a tenant, by id.
func Groups(tenantID string) store.Range { return within(build(tagGroup, tenantID)) }

// GroupMember marks that a user is in a group.
func GroupMember(tenantID, groupID, objectID string) []byte {
	return build(tagGroupMember, tenantID, groupID, objectID)
}

// GroupMembers are the members of a group, by object id.
func GroupMembers(tenantID, groupID string) store.Range {
	return within(build(tagGroupMember, tenantID, groupID))
}

// MemberGroup marks that a group has a user.
func MemberGroup(tenantID, objectID, groupID string) []byte {
	return build(tagMemberGroup, tenantID, objectID, groupID)
}

// MemberGroups are the groups that a user is in, by id.
func MemberGroups(tenantID, objectID string) store.Range {
	return within(build(tagMemberGroup, tenantID, objectID))
}

// VoiceApplication holds a voice application of a tenant.
func VoiceApplication(tenantID, appID string) []byte {
	return build(tagVoiceApplication, tenantID, appID)
}

// VoiceApplications are the voice applications of a tenant, by id.
func VoiceApplications(tenantID string) store.Range {
	return within(build(tagVoiceApplication, tenantID))
}

// Federation holds the federation configuration of a tenant.
func Federation(tenantID string) []byte { return build(tagFederation, tenantID) }

// Policy holds an external access policy of a tenant.
func Policy(tenantID, name string) []byte { return build(tagPolicy, tenantID, name) }

// Policies are the external access policies of a tenant, by name.
func Policies(tenantID string) store.Range { return within(build(tagPolicy, tenantID)) }

// The kinds of assignee of a grant, in the order in which grants are listed.
const (
	// GroupAssignee is a group.
	GroupAssignee = "group"
	// UserAssignee is a user or a voice application.
	UserAssignee = "user"
)

// Grant holds the grant of a group or a user.
func Grant(tenantID, assigneeKind, assigneeID string) []byte {
	return build(tagGrant, tenantID, assigneeKind, assigneeID)
}

// Grants are the grants of a tenant: groups by id, then users by id.
func Grants(tenantID string) store.Range { return within(build(tagGrant, tenantID)) }

// PolicyGrant marks that a policy is granted to a group or a user.
func PolicyGrant(tenantID, name, assigneeKind, assigneeID string) []byte {
	return build(tagPolicyGrant, tenantID, name, assigneeKind, assigneeID)
}

// PolicyGrants are the grants of a policy.
func PolicyGrants(tenantID, name string) store.Range {
	return within(build(tagPolicyGrant, tenantID, name))
}

// GroupRank holds the id of the group whose grant has a rank.
func GroupRank(tenantID string, rank uint64) []byte {
	return number(build(tagGroupRank, tenantID), rank)
}

// GroupGrants holds how many groups of a tenant have a grant.
func GroupGrants(tenantID string) []byte { return build(tagGroupGrants, tenantID) }

// GroupRanks are the groups with a grant, by rank.
func GroupRanks(tenantID string) store.Range { return within(build(tagGroupRank, tenantID)) }
