package simulation

import (
	"context"
	"fmt"
	"slices"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
)

// asking sends requests once.
type asking func(ctx context.Context) ([]outcome, error)

// clientActs lets somebody do something.
func (s *simulation) clientActs() {
	if len(s.threads) == 0 || s.IntN(15) == 0 && len(s.threads) < 8 {
		r := s.create(s.someUser(nil), pick(s, []string{"", "tea", "work"}), s.someKeep(), s.some(pick(s, s.users).resource, nil, 1+s.IntN(5)))
		s.ask([]*request{r}, single(r))
		return
	}
	t := pick(s, s.threads)
	if s.IntN(3) > 0 { // mostly of the latest
		t = s.threads[len(s.threads)-1]
	}
	if s.IntN(8) == 0 {
		s.sendSeveral(t)
		return
	}
	r := s.something(t)
	s.ask([]*request{r}, single(r))
}

// something is one request about a thread.
func (s *simulation) something(t *thread) *request {
	u := s.someUser(t)
	who := s.someActor(t)
	m := s.someMessage(t, u.user)
	switch n := s.IntN(100); {
	case n < 40:
		r, _ := s.someSend(u, t)
		return r
	case n < 47:
		return s.edit(u, t, m, s.text(20))
	case n < 51:
		return s.erase(who, t, s.someMessage(t, who.user))
	case n < 60:
		return s.rework(t, m)
	case n < 69:
		return s.read(u, t, m)
	case n < 80:
		return s.add(who, t, s.some(t.resource, t, 1+s.IntN(3)))
	case n < 89:
		return s.remove(who, t, s.someMember(t))
	case n < 97:
		return s.someUpdate(who, t)
	default:
		return s.end(who, t)
	}
}

// rework lets the sender of a message edit it again, or delete it: of those that are there, one that was edited if any was.
func (s *simulation) rework(t *thread, m *message) *request {
	for _, other := range t.messages {
		if other.sender != nil && !other.deleted && (m == nil || m.sender == nil || m.deleted || other.edited) {
			m = other
		}
	}
	if m == nil || m.sender == nil {
		return s.read(s.someUser(t), t, m)
	}
	if s.IntN(4) == 0 {
		return s.erase(actor{user: m.sender}, t, m)
	}
	return s.edit(actor{user: m.sender}, t, m, s.text(20))
}

func (s *simulation) sendSeveral(t *thread) {
	u := s.someUser(t)
	n := 1 + s.IntN(6)
	if s.IntN(20) == 0 {
		n = 130
	}
	var requests []*request
	var messages []*chatv1.SendMessageRequest
	for range n {
		if s.IntN(6) == 0 {
			t = pick(s, s.threads)
		}
		r, m := s.someSend(u, t)
		r.batched = true
		requests, messages = append(requests, r), append(messages, m)
	}
	s.ask(requests, s.batch(requests, messages))
}

func (s *simulation) someSend(a actor, t *thread) (*request, *chatv1.SendMessageRequest) {
	name, pictures := "", 0
	if s.IntN(5) == 0 {
		name = "Nick"
	}
	if s.IntN(8) == 0 {
		pictures = 1 + s.IntN(2)
	}
	return s.send(a, t, s.text(30), s.IntN(3) == 0, name, pictures)
}

// text is a content that was never there before; once in so many times none at all.
func (s *simulation) text(none int) string {
	if s.IntN(none) == 0 {
		return ""
	}
	s.texts++
	return fmt.Sprintf("text-%d.", s.texts)
}

func (s *simulation) someUpdate(a actor, t *thread) *request {
	var topic, note *string
	var k *keep
	pickOne := s.IntN(3)
	if pickOne == 0 || s.IntN(4) == 0 {
		x := fmt.Sprintf("topic-%d", s.keys)
		topic = &x
	}
	if pickOne == 1 || s.IntN(4) == 0 {
		x := fmt.Sprintf("note-%d", s.keys)
		note = &x
	}
	if pickOne == 2 {
		x := s.someKeep()
		k = &x
	}
	return s.update(a, t, topic, note, k)
}

func (s *simulation) someKeep() keep {
	switch s.IntN(5) {
	case 0:
		return keep{chatv1.RetentionKind_RETENTION_KIND_THREAD_CREATION, 1 + s.IntN(8)}
	case 1:
		return keep{chatv1.RetentionKind_RETENTION_KIND_LAST_MESSAGE, 1 + s.IntN(4)}
	case 2:
		return keep{chatv1.RetentionKind_RETENTION_KIND_NONE, s.IntN(3)}
	default:
		return keep{}
	}
}

// someUser is a user, mostly one who is in the thread, now and then with the help of its backend.
func (s *simulation) someUser(t *thread) actor {
	u := pick(s, s.users)
	if t != nil && s.IntN(10) > 0 {
		u = s.someMember(t)
		if !u.there {
			u = pick(s, s.users)
		}
	}
	if !u.teams() && s.IntN(8) == 0 {
		return actor{user: u, resource: u.resource}
	}
	return actor{user: u}
}

// someActor is a user or, now and then, a backend.
func (s *simulation) someActor(t *thread) actor {
	if s.IntN(8) == 0 {
		return actor{resource: pick(s, append([]string{t.resource, t.resource}, s.resources...))}
	}
	return s.someUser(t)
}

// someMember is mostly somebody who is or was in a thread.
func (s *simulation) someMember(t *thread) *user {
	if s.IntN(12) == 0 {
		return pick(s, append(slices.Clone(s.users), s.nobody...))
	}
	var in []*user
	for _, u := range s.users {
		if t.members[u] != nil {
			in = append(in, u)
		}
	}
	return pick(s, in)
}

// someMessage is mostly a message of a thread that a user has sent; nil for one that is not there.
func (s *simulation) someMessage(t *thread, u *user) *message {
	if s.IntN(20) == 0 {
		return nil
	}
	if s.IntN(4) > 0 {
		var own []*message
		for _, m := range t.messages {
			if m.sender == u && u != nil {
				own = append(own, m)
			}
		}
		if len(own) > 0 {
			return pick(s, own[max(0, len(own)-4):])
		}
	}
	return pick(s, t.messages)
}

// some are users who are named in a request, each once, mostly of one resource or of a tenant.
func (s *simulation) some(resource string, t *thread, n int) (named []invited) {
	for range n {
		u := pick(s, s.users)
		switch {
		case s.IntN(25) == 0:
			u = pick(s, s.nobody)
		case !u.teams() && u.resource != resource && s.IntN(6) > 0:
			continue
		}
		if slices.ContainsFunc(named, func(in invited) bool { return in.who == u }) {
			continue
		}
		in := invited{who: u}
		if s.IntN(4) == 0 {
			in.name = "As " + u.name
		}
		if t != nil && s.IntN(2) == 0 {
			in.shared = s.someTime(t)
		}
		named = append(named, in)
	}
	if len(named) == 0 {
		named = []invited{{who: s.users[0]}}
	}
	return named
}

// someTime is a time at which the history of a thread may be cut: at a message, just beside it, or at the epoch.
func (s *simulation) someTime(t *thread) *time.Time {
	at := time.UnixMilli(pick(s, t.messages).id).Add(time.Duration(s.IntN(5)-2) * 500 * time.Microsecond)
	if s.IntN(4) == 0 {
		at = time.Unix(0, 0)
	}
	return &at
}
