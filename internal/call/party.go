package call

import (
	"cmp"
	"fmt"
	"slices"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
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

// How many calls may ring at one party at one time. A voice application takes calls for many.
const (
	maxRinging            = 16
	maxRingingApplication = 1000
)

// party is somebody who may be in a call.
type party struct {
	id       identifier.ID
	tenantID string
	// name is what the party is called until it says so itself.
	name string
}

// isApplication is 1 for a voice application.
func (p party) isApplication() int {
	if p.id.Kind() == identifier.VoiceApplication {
		return 1
	}
	return 0
}

// readTargets reads whom a request calls. A malformed one fails the whole request, as does one that is named twice, and the
// caller itself.
func readTargets(c access.Caller, targets []*typev1.CommunicationIdentifier) ([]identifier.ID, error) {
	ids := make([]identifier.ID, 0, len(targets))
	named := map[identifier.ID]bool{}
	for i, t := range targets {
		id, err := readTarget(c, t, fmt.Sprintf("targets[%d]", i))
		if err != nil {
			return nil, err
		}
		if named[id] {
			return nil, reason.New(typev1.Reason_REASON_PARTICIPANT_REPEATED, "%s is named twice", id)
		}
		named[id] = true
		ids = append(ids, id)
	}
	return ids, nil
}

func readTarget(c access.Caller, t *typev1.CommunicationIdentifier, path string) (identifier.ID, error) {
	id, err := identifier.FromProto(t)
	if err != nil {
		return id, fieldError(err, path)
	}
	if id == c.User {
		return id, reason.New(typev1.Reason_REASON_CALL_TO_SELF, "%s cannot call itself", id)
	}
	return id, nil
}

// admit decides whether a party may be called into a call of a resource. A refusal is a *reason.Error that the caller is told.
func admit(tx store.ReadTx, resourceID string, id identifier.ID) (party, error) {
	var p party
	var err error
	switch id.Kind() {
	case identifier.CommunicationUser:
		p, err = admitUser(tx, resourceID, id)
	case identifier.TeamsUser, identifier.VoiceApplication:
		p, err = admitOfTenant(tx, resourceID, id)
	case identifier.PhoneNumber:
		return p, reason.New(typev1.Reason_REASON_PHONE_NUMBER_UNSUPPORTED, "%s: no gateway serves telephone numbers", id)
	default:
		return p, reason.New(typev1.Reason_REASON_PARTICIPANT_KIND_UNSUPPORTED, "%s cannot be called: communication users, Teams users and voice applications can", id)
	}
	if err != nil {
		return p, err
	}
	return p, checkRinging(tx, id)
}

func admitUser(tx store.ReadTx, resourceID string, id identifier.ID) (party, error) {
	if id.Resource() != resourceID {
		return party{}, reason.New(typev1.Reason_REASON_FOREIGN_OWNER, "%s is a user of another resource", id)
	}
	user, err := record.Get[recordv1.User](tx, key.User(id.Resource(), id.Local()))
	if err != nil {
		return party{}, err
	}
	if user == nil || user.GetDeleteTime() != 0 {
		return party{}, unreachable(id)
	}
	return party{id: id}, nil
}

func admitOfTenant(tx store.ReadTx, resourceID string, id identifier.ID) (party, error) {
	found, err := directory.Locate(tx, id)
	if r := reason.Of(err); r == typev1.Reason_REASON_TENANT_USER_NOT_FOUND || r == typev1.Reason_REASON_VOICE_APPLICATION_NOT_FOUND {
		return party{}, unreachable(id)
	}
	if err != nil {
		return party{}, err
	}
	if err := allowed(tx, resourceID, found.TenantID, id); err != nil {
		return party{}, err
	}
	if found.CoexistenceMode != directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY {
		return party{}, policy.Refusal(typev1.Reason_REASON_INTEROP_COEXISTENCE_MODE, resourceID, found.TenantID, id.Local())
	}
	return party{id: id, tenantID: found.TenantID, name: found.DisplayName}, nil
}

func unreachable(id identifier.ID) error {
	return reason.New(typev1.Reason_REASON_CALLEE_UNREACHABLE, "%s does not exist, or cannot be reached: check the id", id)
}

// allowed refuses a party of a tenant whom policy keeps from a resource, with the reason of the policy.
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

// checkRinging refuses one more call at a party at whom many ring already.
func checkRinging(tx store.ReadTx, id identifier.ID) error {
	most := maxRinging
	if id.Kind() == identifier.VoiceApplication {
		most = maxRingingApplication
	}
	r := key.RingingOf(id.Raw())
	r.Limit = most
	n := 0
	for _, err := range tx.Scan(r) {
		if err != nil {
			return err
		}
		n++
	}
	if n == most {
		return reason.New(typev1.Reason_REASON_TOO_MANY_CALLS, "%d calls ring at %s, as many as may: try again later", most, id)
	}
	return nil
}

// decision is what becomes of a set of targets.
type decision struct {
	admitted []party
	refused  []*callv1.RefusedTarget
	// first is the first refusal.
	first error
}

// decide admits or refuses each target on its own; also may refuse one that policy admits.
func decide(tx store.ReadTx, resourceID string, targets []identifier.ID, also func(party, int) error) (decision, error) {
	var d decision
	for _, id := range targets {
		p, err := admit(tx, resourceID, id)
		if err == nil {
			err = also(p, len(d.admitted))
		}
		if err == nil {
			d.admitted = append(d.admitted, p)
			continue
		}
		e, ok := err.(*reason.Error) //nolint:errorlint // refusals come unwrapped from admit
		if !ok {
			return decision{}, err
		}
		if d.first == nil {
			d.first = err
		}
		d.refused = append(d.refused, &callv1.RefusedTarget{Identifier: id.Proto(), Reason: reason.Name(e.Reason), Message: e.Message})
	}
	// Queues come last: they do not offer the call to an agent who is called anyway.
	slices.SortStableFunc(d.admitted, func(a, b party) int { return cmp.Compare(a.isApplication(), b.isApplication()) })
	return d, nil
}

// mayGroup refuses a group call with a tenant that has not lifted that.
func mayGroup(tx store.ReadTx, resourceID, tenantID string) error {
	if tenantID == "" {
		return nil
	}
	capabilities, err := policy.Capabilities(tx, tenantID)
	if err != nil || capabilities.GetGroupCalls() {
		return err
	}
	return policy.Refusal(typev1.Reason_REASON_INTEROP_GROUP_CALL, resourceID, tenantID, "")
}
