package chat

import (
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// gate refuses a Teams user whom policy keeps from a resource. Every other caller passes.
func gate(tx store.ReadTx, c access.Caller, resourceID string) error {
	if !c.User.OfTenant() {
		return nil
	}
	return allowed(tx, resourceID, c.TenantID, c.User)
}

// allowed refuses a Teams user whom policy keeps from a resource, with the reason of the policy.
func allowed(tx store.ReadTx, resourceID, tenantID string, id identifier.ID) error {
	why, err := policy.Allowed(tx, resourceID, tenantID, id.Local())
	if err != nil {
		return err
	}
	if why != typev1.Reason_REASON_UNSPECIFIED {
		return policy.Refusal(why, resourceID, tenantID, id.Local())
	}
	return nil
}

// candidate is somebody who may become a participant.
type candidate struct {
	id       identifier.ID
	tenantID string
	// name is the name that the candidate's own side knows it by; empty if none.
	name string
}

// admit decides whether a party may be in a thread of a resource. A refusal is a *reason.Error that the caller is told.
func admit(tx store.ReadTx, resourceID string, id identifier.ID) (candidate, error) {
	switch id.Kind() {
	case identifier.CommunicationUser:
		return admitUser(tx, resourceID, id)
	case identifier.TeamsUser:
		party, err := directory.Locate(tx, id)
		if err != nil {
			return candidate{}, err
		}
		return candidate{id: id, tenantID: party.TenantID, name: party.DisplayName}, allowed(tx, resourceID, party.TenantID, id)
	case identifier.PhoneNumber:
		return candidate{}, reason.New(typev1.Reason_REASON_PHONE_NUMBER_UNSUPPORTED, "%s: no gateway serves telephone numbers", id)
	default:
		return candidate{}, reason.New(typev1.Reason_REASON_PARTICIPANT_KIND_UNSUPPORTED, "%s cannot take part in a chat: communication users and Teams users can", id)
	}
}

func admitUser(tx store.ReadTx, resourceID string, id identifier.ID) (candidate, error) {
	if id.Resource() != resourceID {
		return candidate{}, reason.New(typev1.Reason_REASON_FOREIGN_OWNER, "%s is a user of another resource", id)
	}
	user, err := record.Get[recordv1.User](tx, key.User(id.Resource(), id.Local()))
	if err != nil {
		return candidate{}, err
	}
	if user == nil || user.GetDeleteTime() != 0 {
		return candidate{}, reason.New(typev1.Reason_REASON_USER_NOT_FOUND, "no user %s: create it with IdentityService/CreateUser", id)
	}
	return candidate{id: id, name: user.GetUser().GetDisplayName()}, nil
}

// hasInterop reports whether there are Teams users in a thread.
func hasInterop(t *recordv1.Thread) bool { return t.GetTeamsUsers() > 0 }

// reachable refuses a message of a communication user that nobody of a tenant would get, although the thread has Teams
// users: one that is cut off does not silence the others, but when all are, the conversation is refused on both sides.
func reachable(tx store.ReadTx, s *seat) error {
	if !hasInterop(s.thread) || s.caller.User.OfTenant() {
		return nil
	}
	if ok, err := reaches(tx, s, s.thread.GetATeamsUser()); ok || err != nil {
		return err
	}
	var refusal error
	err := eachTeamsUser(tx, s.threadID(), func(id identifier.ID, tenantID string) error {
		if refusal = allowed(tx, s.resourceID(), tenantID, id); refusal == nil {
			return record.ErrStop
		}
		if reason.Of(refusal) == typev1.Reason_REASON_UNSPECIFIED {
			return refusal
		}
		return nil
	})
	if err != nil {
		return err
	}
	return refusal
}

// reaches tells whether a message of a seat reaches a Teams user who may be in the thread. One that it reaches is enough, so
// most messages need not go through all.
func reaches(tx store.ReadTx, s *seat, raw string) (bool, error) {
	p, err := record.Peek[recordv1.Participant](tx, key.Participant(s.threadID(), raw))
	if p == nil || err != nil || !present(p) {
		return false, err
	}
	id, err := identifier.Parse(raw)
	if err != nil {
		return false, err
	}
	why, err := policy.Allowed(tx, s.resourceID(), p.GetTenantId(), id.Local())
	return why == typev1.Reason_REASON_UNSPECIFIED, err
}

// eachTeamsUser calls fn with every Teams user who is in a thread now.
func eachTeamsUser(tx store.ReadTx, threadID string, fn func(id identifier.ID, tenantID string) error) error {
	r := key.Participants(threadID)
	r.From = key.Participant(threadID, firstTeamsUser)
	return record.Each(tx, r, func(_ []byte, p *recordv1.Participant) error {
		if p.GetTenantId() == "" || !present(p) {
			return nil
		}
		id, err := identifier.Parse(p.GetParticipant().GetIdentifier().GetRawId())
		if err != nil {
			return err
		}
		return fn(id, p.GetTenantId())
	})
}

// firstTeamsUser is behind every communication user and before every Teams user in the order of raw ids.
const firstTeamsUser = "8:acs:~"

// capability reads whether a tenant has lifted a rule.
type capability func(*policyv1.InteropCapabilities) bool

// lifted reports whether every tenant that has a user in the thread has lifted a rule.
func lifted(tx store.ReadTx, threadID string, c capability) (bool, error) {
	all := true
	asked := map[string]bool{}
	err := eachTeamsUser(tx, threadID, func(_ identifier.ID, tenantID string) error {
		if asked[tenantID] {
			return nil
		}
		asked[tenantID] = true
		capabilities, err := policy.Capabilities(tx, tenantID)
		if err != nil {
			return err
		}
		if !c(capabilities) {
			all = false
			return record.ErrStop
		}
		return nil
	})
	return all, err
}

// mayStart refuses a Teams user who starts a chat, unless its tenant has lifted that.
func mayStart(tx store.ReadTx, c access.Caller) error {
	if !c.User.OfTenant() {
		return nil
	}
	capabilities, err := policy.Capabilities(tx, c.TenantID)
	if err != nil || capabilities.GetTeamsUsersStartChats() {
		return err
	}
	return reason.New(typev1.Reason_REASON_INTEROP_CHAT_INITIATION, "only communication users start a chat: the tenant's administrator can lift that with capabilities.teams_users_start_chats")
}

// mayAdd refuses a Teams user who adds somebody from outside, unless its tenant has lifted that.
func mayAdd(tx store.ReadTx, c access.Caller, id identifier.ID) error {
	if !c.User.OfTenant() || id.OfTenant() {
		return nil
	}
	capabilities, err := policy.Capabilities(tx, c.TenantID)
	if err != nil || capabilities.GetTeamsUsersAddExternal() {
		return err
	}
	return reason.New(typev1.Reason_REASON_INTEROP_ADD_PARTICIPANT, "a Teams user may add Teams users only: the tenant's administrator can lift that with capabilities.teams_users_add_external")
}

// mayAttach refuses images and files in a thread where the worlds meet, as interop says, unless every tenant in the thread has lifted that.
func mayAttach(tx store.ReadTx, threadID string, interop bool) error {
	if !interop {
		return nil
	}
	ok, err := lifted(tx, threadID, (*policyv1.InteropCapabilities).GetAttachments)
	if err != nil || ok {
		return err
	}
	return reason.New(typev1.Reason_REASON_INTEROP_ATTACHMENT, "images and files do not go between the worlds: send a link, or have the tenant's administrator lift that with capabilities.attachments")
}
