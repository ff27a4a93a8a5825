package simulation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/store"
)

// at returns the position of the nth event of a log; 0 if there is none.
func at(log []committed, n int) store.Position {
	if n >= len(log) {
		return 0
	}
	return log[n].at
}

// post gives a message of the model its place in a thread.
func (s *simulation) post(t *thread, m *message, sent store.Position) *message {
	m.thread, m.sent = t, sent
	m.id = max(s.now().UnixMilli(), t.lastID+1)
	m.seq = int64(len(t.messages)) + 1
	t.lastID = m.id
	t.messages = append(t.messages, m)
	return m
}

// system is the fact of a system message.
func (s *simulation) system(t *thread, kind string, a *user, m *message, sent store.Position) *fact {
	m.initiator = a
	s.post(t, m, sent)
	return &fact{thread: t, kind: kind, actor: a, message: m, content: m.content}
}

// invited is somebody whom a request names, with the name and the history that it gives it.
type invited struct {
	who    *user
	name   string
	shared *time.Time
}

func (in invited) proto() *chatv1.Participant {
	p := &chatv1.Participant{Identifier: in.who.id.Proto(), DisplayName: in.name}
	if in.shared != nil {
		p.ShareHistoryTime = timestamppb.New(*in.shared)
	}
	return p
}

// admit makes the members of a thread, and the persons that the system message names.
func admit(t *thread, come []invited, from store.Position) (people []person) {
	for _, in := range come {
		m := t.members[in.who]
		if m == nil {
			m = &member{}
			t.members[in.who] = m
		}
		if m.name = in.name; m.name == "" {
			m.name = in.who.display
		}
		m.stays = append(m.stays, &stay{from: from, shared: in.shared})
		people = append(people, person{in.who, m.name})
	}
	return people
}

// sift splits those whom a request names into those who come and, for the answer, those who do not.
func sift(a actor, resource string, t *thread, named []invited) (come []invited, refused map[*user]refusals) {
	refused = map[*user]refusals{}
	for _, in := range named {
		if why := join(a, resource, t, in.who); len(why) > 0 {
			refused[in.who] = why
		} else {
			come = append(come, in)
		}
	}
	return come, refused
}

// sifted reads who was refused; one that is refused for a reason that the model has too reads as expected.
func (s *simulation) sifted(answered []*chatv1.RefusedParticipant, want map[*user]refusals) string {
	var out []string
	for _, r := range answered {
		u := s.byRaw[r.GetIdentifier().GetRawId()]
		fits := u != nil && slices.ContainsFunc(want[u], func(x reasonOf) bool { return strings.TrimPrefix(x.String(), "REASON_") == r.GetReason() })
		if fits {
			out = append(out, u.name)
		} else {
			out = append(out, fmt.Sprintf("%s for %s", r.GetIdentifier().GetRawId(), r.GetReason()))
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func namesOf(refused map[*user]refusals) string {
	var out []string
	for u := range refused {
		out = append(out, u.name)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func participants(named []invited) (out []*chatv1.Participant) {
	for _, in := range named {
		out = append(out, in.proto())
	}
	return out
}

// create starts a thread.
func (s *simulation) create(a actor, topic string, k keep, named []invited) *request {
	resource := a.resource
	if a.user.resource != "" {
		resource = a.user.resource
	} else if i := slices.IndexFunc(named, func(in invited) bool { return !in.who.teams() }); i >= 0 {
		resource = named[i].who.resource
	}
	ask := &chatv1.CreateThreadRequest{Topic: topic, RetentionPolicy: k.proto(), Participants: participants(named), Metadata: map[string]string{"note": "new"}}
	r := s.request(a, fmt.Sprintf("creates a thread %q of %s with %s", topic, ending(resource), namesIn(named)), &ask.IdempotencyKey)
	creator := invited{who: a.user}
	if i := slices.IndexFunc(named, func(in invited) bool { return in.who == a.user }); i >= 0 {
		creator.name = named[i].name
	}
	var refused map[*user]refusals
	var t *thread
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.CreateThread(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return start(a, resource) }
	r.perform = func(log []committed) []*fact {
		var come []invited
		come, refused = sift(a, resource, nil, slices.DeleteFunc(slices.Clone(named), func(in invited) bool { return in.who == a.user }))
		everything := time.Unix(0, 0)
		creator.shared = &everything
		for i := range come {
			come[i].shared = &everything
		}
		t = &thread{
			label: fmt.Sprintf("T%d", len(s.threads)+1), resource: resource, topic: topic, note: "new", keep: k, born: s.now(),
			members: map[*user]*member{}, receipts: map[*user]int64{},
		}
		if len(log) > 0 {
			t.id = log[0].event.GetThreadId()
		}
		s.threads = append(s.threads, t)
		facts := []*fact{{thread: t, kind: "created", actor: a.user, detail: strings.TrimSpace(topic + " new")}}
		people := admit(t, append([]invited{creator}, come...), at(log, 0))
		facts = append(facts, s.system(t, "added", a.user, &message{kind: "added", people: people}, at(log, 1)))
		if topic != "" {
			f := s.system(t, "updated", a.user, &message{kind: "topic", content: topic}, at(log, 2))
			f.detail = topic + " new"
			facts = append(facts, f)
		}
		return facts
	}
	r.answer = func(m proto.Message, _ bool) string {
		x, _ := m.(*chatv1.CreateThreadResponse)
		return fmt.Sprintf("%s %s last %d, refused %s", x.GetThread().GetThreadId(), topicAndNote(x.GetThread()), x.GetThread().GetLastSequenceId(), s.sifted(x.GetRefusedParticipants(), refused))
	}
	r.want = func(bool) string {
		last := 1
		if topic != "" {
			last = 2
		}
		return fmt.Sprintf("%s %s last %d, refused %s", t.id, strings.TrimSpace(topic+" new"), last, namesOf(refused))
	}
	return r
}

// ending tells resources apart in few letters.
func ending(resource string) string { return resource[max(0, len(resource)-1):] }

func namesIn(named []invited) string {
	var out []string
	for _, in := range named {
		n := in.who.name
		if in.shared != nil {
			n += " from " + in.shared.UTC().Format("02T15:04:05.000000")
		}
		out = append(out, n)
	}
	return strings.Join(out, ", ")
}

// add adds participants.
func (s *simulation) add(a actor, t *thread, named []invited) *request {
	ask := &chatv1.AddParticipantsRequest{ThreadId: t.id, Participants: participants(named)}
	r := s.request(a, fmt.Sprintf("adds %s to %s", namesIn(named), t.label), &ask.IdempotencyKey)
	var refused map[*user]refusals
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.AddParticipants(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return act(a, t) }
	r.perform = func(log []committed) []*fact {
		var come []invited
		if come, refused = sift(a, t.resource, t, named); len(come) == 0 {
			return nil
		}
		people := admit(t, come, at(log, 0))
		return []*fact{s.system(t, "added", a.user, &message{kind: "added", people: people}, at(log, 0))}
	}
	r.answer = func(m proto.Message, _ bool) string {
		x, _ := m.(*chatv1.AddParticipantsResponse)
		return s.sifted(x.GetRefusedParticipants(), refused)
	}
	r.want = func(bool) string { return namesOf(refused) }
	return r
}

// remove removes a participant.
func (s *simulation) remove(a actor, t *thread, who *user) *request {
	ask := &chatv1.RemoveParticipantRequest{ThreadId: t.id, Identifier: who.id.Proto()}
	r := s.request(a, fmt.Sprintf("removes %s from %s", who.name, t.label), &ask.IdempotencyKey)
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.RemoveParticipant(ctx, r.caller, ask)
	}
	r.refusals = func() refusals {
		out := act(a, t)
		if !strange(a, t) && !t.present(who) {
			out = append(out, reasonParticipantNotFound)
		}
		return out
	}
	r.perform = func(log []committed) []*fact {
		m := t.members[who]
		m.stays[len(m.stays)-1].to = at(log, 0)
		f := s.system(t, "removed", a.user, &message{kind: "removed", people: []person{{who, m.name}}}, at(log, 0))
		m.left = t.glance()
		return []*fact{f}
	}
	r.silent()
	return r
}

// update changes the topic, the note or the retention of a thread; what is nil stays.
func (s *simulation) update(a actor, t *thread, topic, note *string, k *keep) *request {
	ask := &chatv1.UpdateThreadRequest{ThreadId: t.id, Thread: &chatv1.Thread{}, UpdateMask: &fieldmaskpb.FieldMask{}}
	about := "changes " + t.label
	if topic != nil {
		ask.Thread.Topic, ask.UpdateMask.Paths, about = *topic, append(ask.UpdateMask.Paths, "topic"), about+" topic "+*topic
	}
	if note != nil {
		ask.Thread.Metadata, ask.UpdateMask.Paths, about = map[string]string{"note": *note}, append(ask.UpdateMask.Paths, "metadata"), about+" note "+*note
	}
	if k != nil {
		ask.Thread.RetentionPolicy, ask.UpdateMask.Paths = k.proto(), append(ask.UpdateMask.Paths, "retention_policy")
		about += fmt.Sprintf(" kept %d days of kind %d", k.days, k.kind)
	}
	r := s.request(a, about, &ask.IdempotencyKey)
	var want string
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.UpdateThread(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return act(a, t) }
	r.perform = func(log []committed) []*fact {
		if topic != nil {
			t.topic = *topic
		}
		if note != nil {
			t.note = *note
		}
		if k != nil {
			t.keep = *k
		}
		f := &fact{thread: t, kind: "updated", actor: a.user}
		if topic != nil {
			f = s.system(t, "updated", a.user, &message{kind: "topic", content: t.topic}, at(log, 0))
		}
		f.detail = strings.TrimSpace(t.topic + " " + t.note)
		want = fmt.Sprintf("%s last %d", f.detail, len(t.messages))
		return []*fact{f}
	}
	r.answer = func(m proto.Message, _ bool) string {
		x, _ := m.(*chatv1.UpdateThreadResponse)
		return fmt.Sprintf("%s last %d", topicAndNote(x.GetThread()), x.GetThread().GetLastSequenceId())
	}
	r.want = func(bool) string { return want }
	return r
}

// end deletes a thread.
func (s *simulation) end(a actor, t *thread) *request {
	ask := &chatv1.DeleteThreadRequest{ThreadId: t.id}
	r := s.request(a, "deletes "+t.label, &ask.IdempotencyKey)
	r.send = func(ctx context.Context) (proto.Message, error) {
		return s.broker.chat.DeleteThread(ctx, r.caller, ask)
	}
	r.refusals = func() refusals { return end(a, t) }
	r.perform = func(log []committed) []*fact {
		if t.dead() {
			return nil
		}
		return []*fact{s.bury(t, a.user, at(log, 0))}
	}
	r.silent()
	return r
}

// bury ends a thread of the model.
func (s *simulation) bury(t *thread, by *user, position store.Position) *fact {
	t.ended, t.endedAt, t.endedStep = s.now(), position, s.step
	for u := range t.members {
		if t.present(u) {
			t.left = append(t.left, u)
		}
	}
	for _, m := range t.messages {
		if m.sender != nil && !m.deleted {
			m.maybeGone = s.step
		}
	}
	return &fact{thread: t, kind: "ended", actor: by}
}

// silent says that the answer has nothing but the acknowledgement.
func (r *request) silent() {
	r.answer = func(proto.Message, bool) string { return "" }
	r.want = func(bool) string { return "" }
}
