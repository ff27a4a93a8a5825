package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/store"
)

// thread is what the model knows of a thread.
type thread struct {
	label, id, resource string
	topic, note         string
	keep                keep
	born                time.Time
	members             map[*user]*member
	messages            []*message
	receipts            map[*user]int64
	lastID              int64

	ended     time.Time // zero while it lives
	endedAt   store.Position
	left      []*user // who was there at its end
	endedStep int
}

// keep is a retention policy.
type keep struct {
	kind chatv1.RetentionKind
	days int
}

// member is somebody who is or was in a thread.
type member struct {
	name  string
	stays []*stay
	left  glance // when its last stay ended
}

// glance is what a thread says of itself at a time.
type glance struct {
	about    string // topic and note
	messages int
	lastID   int64
	people   int
}

// stay is one time that somebody was in a thread.
type stay struct {
	from, to store.Position // to is 0 while it goes on
	shared   *time.Time     // from when on the history is shared
}

// message is one entry of a thread. Its content, its name and its kind are of the latest version.
type message struct {
	thread      *thread
	id, seq     int64
	sent        store.Position
	kind        string
	sender      *user // nil for the system
	initiator   *user
	name        string // of the sender
	content     string
	attachments int
	people      []person
	edited      bool
	deleted     bool
	versions    []*fact // that told of its content
	gone        int     // the step in which its content was erased; 0 before
	maybeGone   int     // the step from which on its content may be erased; 0 before
}

// person is a participant that a system message names.
type person struct {
	who  *user
	name string
}

func (t *thread) dead() bool { return !t.ended.IsZero() }

func (t *thread) present(u *user) bool {
	m := t.members[u]
	return m != nil && m.stays[len(m.stays)-1].to == 0
}

// glance is what a thread says of itself now.
func (t *thread) glance() glance {
	people := 0
	for u := range t.members {
		if t.present(u) {
			people++
		}
	}
	return glance{strings.TrimSpace(t.topic + " " + t.note), len(t.messages), t.lastID, people}
}

// glanceOf is what a thread says of itself to a user: to one who has left, what it said then. A nil user is the backend.
func (t *thread) glanceOf(u *user) glance {
	if u == nil || t.present(u) {
		return t.glance()
	}
	return t.members[u].left
}

// readBy is a message as a thread shows it to a user: to one who has left, as it was then. A nil user is the backend.
func (t *thread) readBy(u *user, m *message) *message {
	if u == nil || t.present(u) || len(m.versions) == 0 {
		return m
	}
	stays := t.members[u].stays
	then := *m
	for _, f := range m.versions {
		if f.at <= stays[len(stays)-1].to {
			then.content, then.attachments, then.edited = f.content, f.attachments, f.edited
		}
	}
	return &then
}

// blind are those in a thread to whom it does not show a message.
func (t *thread) blind(m *message) (out []*user) {
	for u := range t.members {
		if t.present(u) && !t.shows(u, m) {
			out = append(out, u)
		}
	}
	return out
}

// teams are the Teams users who are in a thread, in a fixed order.
func (t *thread) teams() []*user {
	var out []*user
	for u := range t.members {
		if u.teams() && t.present(u) {
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b *user) int { return strings.Compare(a.raw, b.raw) })
	return out
}

// shows reports whether a thread shows a message to a user; a nil user is the backend.
func (t *thread) shows(u *user, m *message) bool {
	if u == nil {
		return true
	}
	member := t.members[u]
	if member == nil {
		return false
	}
	for _, s := range member.stays {
		before := s.to == 0 || m.sent <= s.to
		if before && (m.sent >= s.from || s.shared != nil && !time.UnixMilli(m.id).Before(*s.shared)) {
			return true
		}
	}
	return false
}

// expires returns when a thread ends by itself; ok is false if it does not.
func (t *thread) expires() (at time.Time, ok bool) {
	since := t.born
	switch t.keep.kind {
	case chatv1.RetentionKind_RETENTION_KIND_THREAD_CREATION:
	case chatv1.RetentionKind_RETENTION_KIND_LAST_MESSAGE:
		since = time.UnixMilli(t.lastID)
	default:
		return time.Time{}, false
	}
	return since.AddDate(0, 0, t.keep.days), t.keep.days > 0
}

// fact is an event that the model expects.
type fact struct {
	at      store.Position
	thread  *thread
	kind    string // such as sent
	actor   *user
	message *message
	// What the message said then.
	content     string
	attachments int
	edited      bool
	// Who is in the thread and is not told, as the message is hidden from them.
	blind []*user
	// What else there is to say: a topic, or a receipt.
	detail string
}

// carries reports whether the entry of a fact has content that can be erased.
func (f *fact) carries() bool {
	return f.message != nil && f.message.sender != nil && (f.kind == "sent" || f.kind == "edited")
}

// text is how an event reads for a viewer, who is nil for a backend; gone says that its content is erased.
func (f *fact) text(viewer *user, gone bool) string {
	s := fmt.Sprintf("%s %s by %s", f.thread.label, f.kind, nameOf(f.actor))
	if f.detail != "" {
		s += " [" + f.detail + "]"
	}
	if f.message != nil {
		m := *f.message
		m.content, m.attachments, m.edited = f.content, f.attachments, f.edited
		m.deleted = gone || f.kind == "erased"
		s += " " + m.text(viewer)
	}
	return s
}

// text is how a message reads for a viewer.
func (m *message) text(viewer *user) string {
	s := fmt.Sprintf("#%d %d %s", m.seq, m.id, m.kind)
	if m.sender != nil {
		s += fmt.Sprintf(" from %s (%s)", m.sender.name, shown(viewer, m.sender, m.name))
	} else {
		s += " initiated by " + nameOf(m.initiator)
	}
	for _, p := range m.people {
		s += fmt.Sprintf(" %s (%s)", p.who.name, shown(viewer, p.who, p.name))
	}
	if m.edited {
		s += " edited"
	}
	if m.deleted {
		return s + " deleted"
	}
	return s + fmt.Sprintf(" %q +%d", m.content, m.attachments)
}

// shown is a name as a viewer sees it.
func shown(viewer, who *user, name string) string {
	if viewer != nil && viewer.teams() && !who.teams() && name == "" {
		return "External"
	}
	return name
}

func nameOf(u *user) string {
	if u == nil {
		return "nobody"
	}
	return u.name
}

// reader turns what the broker says into the words of the model.
type reader struct {
	cast    *cast
	threads map[string]*thread // by id
}

func (r reader) who(raw string) string {
	if raw == "" {
		return "nobody"
	}
	if u := r.cast.byRaw[raw]; u != nil {
		return u.name
	}
	return "unknown " + raw
}

func (r reader) label(threadID string) string {
	if t := r.threads[threadID]; t != nil {
		return t.label
	}
	return "unknown " + threadID
}

// event reads an event.
func (r reader) event(e *chatv1.ChatEvent) string {
	kind, detail := "", ""
	var m *chatv1.Message
	switch e := e.GetEvent().(type) {
	case *chatv1.ChatEvent_ThreadCreated:
		kind, detail = "created", topicAndNote(e.ThreadCreated.GetThread())
	case *chatv1.ChatEvent_ThreadUpdated:
		kind, detail, m = "updated", topicAndNote(e.ThreadUpdated.GetThread()), e.ThreadUpdated.GetMessage()
	case *chatv1.ChatEvent_ThreadDeleted:
		kind = "ended"
	case *chatv1.ChatEvent_ParticipantsAdded:
		kind, m = "added", e.ParticipantsAdded.GetMessage()
	case *chatv1.ChatEvent_ParticipantsRemoved:
		kind, m = "removed", e.ParticipantsRemoved.GetMessage()
	case *chatv1.ChatEvent_MessageSent:
		kind, m = "sent", e.MessageSent.GetMessage()
	case *chatv1.ChatEvent_MessageEdited:
		kind, m = "edited", e.MessageEdited.GetMessage()
	case *chatv1.ChatEvent_MessageDeleted:
		kind, m = "erased", e.MessageDeleted.GetMessage()
	case *chatv1.ChatEvent_MessagesRead:
		kind, detail = "read", r.receipt(e.MessagesRead.GetReceipt())
	}
	s := fmt.Sprintf("%s %s by %s", r.label(e.GetThreadId()), kind, r.who(e.GetActor().GetRawId()))
	if detail != "" {
		s += " [" + detail + "]"
	}
	if m != nil {
		s += " " + r.message(m)
		if m.GetThreadId() != e.GetThreadId() {
			s += " of another thread " + m.GetThreadId()
		}
	}
	return s
}

func topicAndNote(t *chatv1.Thread) string {
	return strings.TrimSpace(t.GetTopic() + " " + t.GetMetadata()["note"])
}

func (r reader) receipt(x *chatv1.ReadReceipt) string {
	return fmt.Sprintf("%s #%d %s", r.who(x.GetReader().GetRawId()), x.GetSequenceId(), x.GetMessageId())
}

var kinds = map[chatv1.MessageType]string{
	chatv1.MessageType_MESSAGE_TYPE_TEXT: "text", chatv1.MessageType_MESSAGE_TYPE_HTML: "html",
	chatv1.MessageType_MESSAGE_TYPE_PARTICIPANT_ADDED: "added", chatv1.MessageType_MESSAGE_TYPE_PARTICIPANT_REMOVED: "removed",
	chatv1.MessageType_MESSAGE_TYPE_TOPIC_UPDATED: "topic",
}

// message reads a message.
func (r reader) message(m *chatv1.Message) string {
	s := fmt.Sprintf("#%d %s %s", m.GetSequenceId(), m.GetMessageId(), kinds[m.GetType()])
	if m.GetSystem() == nil {
		s += fmt.Sprintf(" from %s (%s)", r.who(m.GetSender().GetRawId()), m.GetSenderDisplayName())
	} else {
		s += " initiated by " + r.who(m.GetSystem().GetInitiator().GetRawId())
	}
	for _, p := range m.GetSystem().GetParticipants() {
		s += fmt.Sprintf(" %s (%s)", r.who(p.GetIdentifier().GetRawId()), p.GetDisplayName())
	}
	if m.GetEditTime() != nil {
		s += " edited"
	}
	content, more := m.GetContent()+m.GetSystem().GetTopic(), len(m.GetAttachments())+len(m.GetMetadata())
	if m.GetDeleteTime() != nil && content == "" && more == 0 {
		return s + " deleted"
	}
	s += fmt.Sprintf(" %q +%d", content, more)
	if m.GetDeleteTime() != nil {
		s += " deleted, and yet there"
	}
	return s
}
