package policy

import (
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// remedies say, for each reason why the users of a resource and those of a tenant may not meet, or not in that way, what is
// wrong and who can change it.
var remedies = map[typev1.Reason]string{
	typev1.Reason_REASON_RESOURCE_NOT_FOUND:           "there is no such resource, or it was deleted: ask the operator",
	typev1.Reason_REASON_TENANT_NOT_FOUND:             "there is no such tenant, or it was deleted: ask the operator",
	typev1.Reason_REASON_TENANT_USER_NOT_FOUND:        "the tenant has no such user or voice application: check the id, or ask the tenant's administrator to import the user",
	typev1.Reason_REASON_INTEROP_TENANT_DISABLED:      "the tenant does not allow communication users: ask its administrator to set enable_acs_users",
	typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED: "the resource is not on the tenant's allow list: ask the tenant's administrator to add it to allowed_acs_resources",
	typev1.Reason_REASON_INTEROP_POLICY_DISABLED:      "the external access policy that applies to the user does not allow communication users: ask the tenant's administrator to set its enable_acs_federation_access, or to grant another policy",
	typev1.Reason_REASON_INTEROP_CHAT_INITIATION:      "only communication users start a chat: " + lifted("teams_users_start_chats"),
	typev1.Reason_REASON_INTEROP_ATTACHMENT:           "no GIF, image or file goes between the worlds, but a link may: " + lifted("attachments"),
	typev1.Reason_REASON_INTEROP_EDIT:                 "a Teams user cannot edit messages: " + lifted("teams_users_edit"),
	typev1.Reason_REASON_INTEROP_ADD_PARTICIPANT:      "a Teams user may add Teams users only: " + lifted("teams_users_add_external"),
	typev1.Reason_REASON_INTEROP_GROUP_CALL:           "a call between the worlds is between two: " + lifted("group_calls"),
	typev1.Reason_REASON_INTEROP_RECORDING:            "a call between the worlds is not recorded: " + lifted("recording"),
	typev1.Reason_REASON_INTEROP_ROUTING:              "a call is not forwarded, transferred or redirected between the worlds: " + lifted("routing"),
	typev1.Reason_REASON_INTEROP_COEXISTENCE_MODE:     "the user's coexistence mode is not TEAMS_ONLY, so the user cannot be called: ask the tenant's administrator to change it",
}

func lifted(capability string) string {
	return "the tenant's administrator can lift this with the capability " + capability
}

// Refusal makes the error of a reason that Allowed gave, or of an interop rule that the tenant has not lifted. Its message
// tells whom to ask, and its metadata have those of the ids that are not empty.
func Refusal(r typev1.Reason, resourceID, tenantID, objectID string) *reason.Error {
	remedy, ok := remedies[r]
	if !ok {
		remedy = "the tenant does not allow it: ask its administrator"
	}
	e := reason.New(r, "%s", remedy)
	for _, fact := range []struct{ name, value string }{{"resource_id", resourceID}, {"tenant_id", tenantID}, {"user_id", objectID}} {
		if fact.value != "" {
			e = e.With(fact.name, fact.value)
		}
	}
	return e
}
