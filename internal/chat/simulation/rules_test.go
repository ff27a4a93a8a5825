package simulation

import (
	"slices"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// refusals are the reasons for which a request may be refused; none means that it must work.
type refusals []typev1.Reason

func (r refusals) has(x typev1.Reason) bool { return slices.Contains(r, x) }

// actor is who asks: a user or, where that is nil, the backend of a resource.
type actor struct {
	user     *user
	resource string // of a backend; empty for a user on its own
}

func (a actor) String() string {
	switch {
	case a.user == nil:
		return "backend " + ending(a.resource)
	case a.resource != "":
		return "backend as " + a.user.name
	default:
		return a.user.name
	}
}

// closed are the reasons of policy that keep a user from a resource.
func closed(u *user, resource string) (out refusals) {
	if !u.teams() {
		return nil
	}
	if !u.tenant.enabled {
		out = append(out, typev1.Reason_REASON_INTEROP_TENANT_DISABLED)
	}
	if !u.tenant.allowed[resource] {
		out = append(out, typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED)
	}
	if u.blocked {
		out = append(out, typev1.Reason_REASON_INTEROP_POLICY_DISABLED)
	}
	return out
}

// strange reports whether somebody has nothing to do with a thread, and so must not even learn that it is there.
func strange(a actor, t *thread) bool {
	if a.user == nil {
		return t.resource != a.resource
	}
	return t.members[a.user] == nil
}

// see is why somebody may not look at a thread.
func see(a actor, t *thread) (out refusals) {
	if strange(a, t) {
		return refusals{typev1.Reason_REASON_THREAD_NOT_FOUND}
	}
	if a.user != nil {
		out = closed(a.user, t.resource)
	}
	if t.dead() {
		out = append(out, typev1.Reason_REASON_THREAD_DELETED)
	}
	return out
}

// act is why somebody may not change a thread.
func act(a actor, t *thread) refusals {
	out := see(a, t)
	if a.user != nil && !strange(a, t) && !t.present(a.user) {
		out = append(out, typev1.Reason_REASON_NOT_A_PARTICIPANT)
	}
	return out
}

// unreachable is why nobody of a tenant would hear somebody of a resource.
func unreachable(a actor, t *thread) (out refusals) {
	if a.user != nil && a.user.teams() {
		return nil
	}
	for _, u := range t.teams() {
		if u.open(t.resource) {
			return nil
		}
		out = append(out, closed(u, t.resource)...)
	}
	return out
}

// attach is why a message with images or files does not go through.
func attach(t *thread) refusals {
	for _, u := range t.teams() {
		if !u.tenant.lifted.attach {
			return refusals{typev1.Reason_REASON_INTEROP_ATTACHMENT}
		}
	}
	return nil
}

// talk is why somebody may not send a message.
func talk(a actor, t *thread, pictures bool) refusals {
	out := act(a, t)
	if strange(a, t) {
		return out
	}
	out = append(out, unreachable(a, t)...)
	if pictures {
		out = append(out, attach(t)...)
	}
	return out
}

// touch is why somebody may not do something with a message, which is nil if there is none.
func touch(a actor, t *thread, m *message) refusals {
	out := act(a, t)
	if !strange(a, t) && (m == nil || !t.shows(a.user, m)) {
		out = append(out, typev1.Reason_REASON_MESSAGE_NOT_FOUND)
	}
	return out
}

// own is why somebody may not change a message.
func own(a actor, t *thread, m *message) refusals {
	out := touch(a, t, m)
	switch {
	case strange(a, t) || out.has(typev1.Reason_REASON_MESSAGE_NOT_FOUND):
		return out
	case m.sender == nil:
		return append(out, typev1.Reason_REASON_SYSTEM_MESSAGE)
	case a.user != nil && m.sender != a.user:
		return append(out, typev1.Reason_REASON_NOT_THE_SENDER)
	default:
		return out
	}
}

// edit is why somebody may not edit a message.
func edit(a actor, t *thread, m *message) refusals {
	out := own(a, t, m)
	if strange(a, t) || m == nil {
		return out
	}
	if m.deleted {
		out = append(out, typev1.Reason_REASON_MESSAGE_DELETED)
	}
	if a.user.teams() && !a.user.tenant.lifted.edit {
		out = append(out, typev1.Reason_REASON_INTEROP_EDIT)
	}
	return append(out, unreachable(a, t)...)
}

// join is why somebody cannot become a participant of a thread, which is nil while it is being created.
func join(a actor, resource string, t *thread, who *user) (out refusals) {
	if !who.teams() && who.resource != resource {
		out = append(out, typev1.Reason_REASON_FOREIGN_OWNER)
	}
	if !who.there {
		missing := typev1.Reason_REASON_USER_NOT_FOUND
		if who.teams() {
			missing = typev1.Reason_REASON_TENANT_USER_NOT_FOUND
		}
		return append(out, missing)
	}
	out = append(out, closed(who, resource)...)
	if t == nil {
		return out
	}
	if t.present(who) {
		out = append(out, typev1.Reason_REASON_PARTICIPANT_EXISTS)
	}
	if a.user != nil && a.user.teams() && !who.teams() && !a.user.tenant.lifted.add {
		out = append(out, typev1.Reason_REASON_INTEROP_ADD_PARTICIPANT)
	}
	return out
}

// start is why somebody may not start a thread in a resource.
func start(a actor, resource string) (out refusals) {
	if a.user.teams() && !a.user.tenant.lifted.start {
		out = append(out, typev1.Reason_REASON_INTEROP_CHAT_INITIATION)
	}
	if resource == "" {
		return append(out, typev1.Reason_REASON_INVALID_FIELD)
	}
	return append(out, closed(a.user, resource)...)
}

// end is why somebody may not delete a thread. What is deleted can be deleted again.
func end(a actor, t *thread) refusals {
	if strange(a, t) {
		return refusals{typev1.Reason_REASON_THREAD_NOT_FOUND}
	}
	if t.dead() {
		if a.user != nil {
			return closed(a.user, t.resource)
		}
		return nil
	}
	out := act(a, t)
	if a.user != nil && a.user.teams() {
		out = append(out, typev1.Reason_REASON_CALLER_NOT_ALLOWED)
	}
	return out
}

// retention returns a retention policy as a request has it.
func (k keep) proto() *chatv1.RetentionPolicy {
	if k.kind == chatv1.RetentionKind_RETENTION_KIND_UNSPECIFIED {
		return nil
	}
	return &chatv1.RetentionPolicy{Kind: k.kind, DeleteThreadAfterDays: int32(k.days)}
}
