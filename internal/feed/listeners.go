package feed

import (
	"slices"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/store"
)

// role is what a subscription listens for a topic as.
type role uint8

const (
	// content entries may be sent.
	content role = 1 << iota
	// control entries make the subscription ask its audience again.
	control
)

// listening is what the hub knows of a subscription. The hub's lock guards it.
type listening struct {
	// topics are what the subscription listens for.
	topics map[string]role
	// after is the position after which it is handed entries; it reads what is before from the store.
	after store.Position
	// attaching says that the subscription reads what it may see; moved is the last entry that changes that meanwhile.
	attaching bool
	moved     store.Position
	// hears collects the roles for the entry that is handed out.
	hears role
}

// topicsOf returns the topics of an entry and that of its resource.
func topicsOf(r *recordv1.Entry) []string {
	if r.GetResourceId() == "" {
		return r.GetTopics()
	}
	return append(slices.Clip(r.GetTopics()), Within(r.GetResourceId()))
}

// firstTopic is the topic that an entry admits to and dismisses from.
func firstTopic(r *recordv1.Entry) string {
	if len(r.GetTopics()) == 0 {
		return ""
	}
	return r.GetTopics()[0]
}

// prepare makes the hub notice when what a subscription may see changes, before the subscription reads it.
func (h *Hub) prepare(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	s.queue.reset()
	s.topics, s.attaching, s.moved = map[string]role{}, true, 0
	if m := s.audience.Member; m != "" {
		h.members.set(m, s, content)
	}
}

// attach makes a subscription listen for the open ones of the spans that it had at a position. Afterwards it is handed
// what comes after the position that is returned, and has to read the store up to there. ok is false if the spans have
// changed already: they must be read again.
func (h *Hub) attach(s *Subscription, spans []Span, at store.Position) (upTo store.Position, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if s.moved > at {
		return 0, false
	}
	for _, span := range spans {
		if span.open() {
			h.listen(s, span.Topic, content)
		}
	}
	for _, t := range s.audience.Control {
		h.listen(s, t, control)
	}
	// The hub may be behind the state that was read, or ahead of it.
	s.attaching, s.after = false, max(h.position, at)
	h.read = max(h.read, at)
	return s.after, true
}

// admit makes those whom an entry admits listen for its first topic. h.mu is held.
func (h *Hub) admit(e *Entry) {
	topic := firstTopic(e.Record)
	for _, member := range e.Record.GetAdmitted() {
		for s := range h.members[member].all() {
			if s.follows(e) && s.audience.wants(topic) {
				h.listen(s, topic, content)
			}
		}
	}
}

// dismiss makes those whom an entry dismisses not hear its first topic any more. h.mu is held.
func (h *Hub) dismiss(e *Entry) {
	topic := firstTopic(e.Record)
	for _, member := range e.Record.GetDismissed() {
		for s := range h.members[member].all() {
			if s.follows(e) {
				h.ignore(s, topic)
			}
		}
	}
}

// follows reports whether a change to what the subscription may see is news to it. h.mu is held.
func (s *Subscription) follows(e *Entry) bool {
	if s.attaching {
		s.moved = e.Position
		return false
	}
	return e.Position > s.after
}

// listeners returns who listens for any of the topics, each once. Their hears says as what, and must be cleared. h.mu is held.
func (h *Hub) listeners(topics []string) []*Subscription {
	clear(h.hearers)
	h.hearers = h.hearers[:0]
	for _, t := range topics {
		for s, as := range h.topics[t].all() {
			if s.hears == 0 {
				h.hearers = append(h.hearers, s)
			}
			s.hears |= as
		}
	}
	return h.hearers
}

// listen makes a subscription hear a topic. h.mu is held.
func (h *Hub) listen(s *Subscription, topic string, as role) {
	s.topics[topic] |= as
	h.topics.set(topic, s, s.topics[topic])
}

// ignore makes a subscription not be sent a topic any more. h.mu is held.
func (h *Hub) ignore(s *Subscription, topic string) {
	if left := s.topics[topic] &^ content; left != 0 {
		s.topics[topic] = left
		h.topics.set(topic, s, left)
		return
	}
	delete(s.topics, topic)
	h.topics.remove(topic, s)
}

// detach makes a subscription hear nothing. h.mu is held.
func (h *Hub) detach(s *Subscription) {
	for topic := range s.topics {
		h.topics.remove(topic, s)
	}
	clear(s.topics)
	h.members.remove(s.audience.Member, s)
}

// idle reports whether a subscription has taken all that was handed out to it, and returns up to where entries were.
func (h *Hub) idle(s *Subscription) (store.Position, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.position, s.queue.empty()
}

// over reports whether nothing is left for a subscription to be sent, now or later.
func (h *Hub) over(s *Subscription) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, as := range s.topics {
		if as&content != 0 {
			return false
		}
	}
	return s.queue.empty()
}
