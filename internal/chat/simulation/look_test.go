package simulation

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// look lets somebody read something, and checks every word of it.
func (s *simulation) look() {
	if len(s.threads) == 0 {
		return
	}
	t := pick(s, s.threads)
	a := s.someActor(t)
	s.broker.faults.bad.Store(s.stormy && s.IntN(3) == 0)
	defer s.broker.faults.bad.Store(false)
	switch s.IntN(5) {
	case 0:
		s.lookAt(a, t, s.someMessage(t, a.user))
	case 1:
		s.lookAround(a, t)
	case 2:
		s.listThreads(a)
	default:
		s.lookThrough(a, t)
	}
}

// types lets somebody type, which those hear who follow the thread, and which leaves nothing.
func (s *simulation) types() {
	if len(s.threads) == 0 {
		return
	}
	t := pick(s, s.threads)
	a := s.someUser(t)
	s.typed[s.now().UnixMicro()] = s.broker.hub.Position()
	_, err := s.broker.chat.SendTypingNotification(s.Context(), a.caller(), &chatv1.SendTypingNotificationRequest{ThreadId: t.id})
	why := act(a, t)
	if !strange(a, t) {
		why = append(why, unreachable(a, t)...)
	}
	if !s.denied("types in "+t.label, a, err, why) {
		s.tell("%s types in %s", a, t.label)
	}
	s.sync()
}

// lookAll reads everything of a thread, from both ends.
func (s *simulation) lookAll(a actor, t *thread) {
	for _, order := range []chatv1.MessageOrder{chatv1.MessageOrder_MESSAGE_ORDER_NEWEST_FIRST, chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST} {
		s.page(a, t, &chatv1.ListMessagesRequest{ThreadId: t.id, Order: order, PageSize: int32(3 + s.IntN(198))}, false)
	}
	s.lookAround(a, t)
}

func (a actor) caller() chatCaller {
	if a.resource != "" {
		return backend(a.resource, a.user)
	}
	return a.user.caller()
}

// denied checks the error of a read; it returns false if there was none.
func (s *simulation) denied(about string, a actor, err error, why refusals) bool {
	switch {
	case err == nil && len(why) > 0:
		s.fail("%s %s, although %v", a, about, why)
	case err == nil:
		return false
	case isFault(err):
	case !why.has(reason.Of(err)):
		s.fail("%s %s: refused with %v, and not %v", a, about, err, why)
	}
	return true
}

// lookAt reads one message, which is nil if there is none.
func (s *simulation) lookAt(a actor, t *thread, m *message) {
	got, err := s.broker.chat.GetMessage(s.Context(), a.caller(), &chatv1.GetMessageRequest{ThreadId: t.id, MessageId: idOf(m)})
	why := see(a, t)
	if !strange(a, t) && (m == nil || !t.shows(a.user, m)) {
		why = append(why, reasonMessageNotFound)
	}
	if s.denied("reads "+seqOf(m)+" of "+t.label, a, err, why) {
		return
	}
	if got, want := s.reader().message(got.GetMessage()), t.readBy(a.user, m).text(a.user); got != want {
		s.fail("%s reads\n\t%s, and not\n\t%s", a, got, want)
	}
}

// lookThrough reads the messages of a thread page by page, while others go on.
func (s *simulation) lookThrough(a actor, t *thread) {
	ask := &chatv1.ListMessagesRequest{ThreadId: t.id, PageSize: int32(1 + s.IntN(7))}
	if s.IntN(2) == 0 {
		ask.Order = chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST
	}
	if s.IntN(3) == 0 {
		ask.StartTime = timestamppb.New(*s.someTime(t))
	}
	s.page(a, t, ask, true)
}

func (s *simulation) page(a actor, t *thread, ask *chatv1.ListMessagesRequest, meanwhile bool) {
	reverse := ask.GetOrder() != chatv1.MessageOrder_MESSAGE_ORDER_OLDEST_FIRST
	var last *message
	for n := 1; ; n++ {
		got, err := s.broker.chat.ListMessages(s.Context(), a.caller(), ask)
		if s.denied("lists "+t.label, a, err, see(a, t)) {
			return
		}
		want := t.pageAfter(a.user, last, reverse, ask)
		s.compare(a, t, got.GetMessages(), want)
		if len(want) > 0 {
			last = want[len(want)-1]
		}
		if ask.PageToken = got.GetNextPageToken(); ask.PageToken == "" {
			if rest := t.pageAfter(a.user, last, reverse, ask); len(rest) > 0 {
				s.fail("%s is told that there is no page of %s after #%d", a, t.label, last.seq)
			}
			return
		}
		if meanwhile && s.IntN(2) == 0 {
			s.broker.faults.bad.Store(false)
			s.clientActs()
		}
	}
}

// pageAfter is the page that comes after a message.
func (t *thread) pageAfter(u *user, last *message, reverse bool, ask *chatv1.ListMessagesRequest) (out []*message) {
	from := time.Time{}
	if ask.GetStartTime() != nil {
		from = ask.GetStartTime().AsTime()
	}
	for _, m := range t.messages {
		behind := last == nil || reverse && m.id < last.id || !reverse && m.id > last.id
		if behind && t.shows(u, m) && !time.UnixMilli(m.id).Before(from) {
			out = append(out, m)
		}
	}
	if reverse {
		slices.Reverse(out)
	}
	return out[:min(len(out), int(ask.GetPageSize()))]
}

func (s *simulation) compare(a actor, t *thread, got []*chatv1.Message, want []*message) {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			s.fail("%s is not shown %s of %s", a, t.readBy(a.user, want[i]).text(a.user), t.label)
		case i >= len(want):
			s.fail("%s is shown %s of %s", a, s.reader().message(got[i]), t.label)
		}
		if got, want := s.reader().message(got[i]), t.readBy(a.user, want[i]).text(a.user); got != want {
			s.fail("%s is shown of %s\n\t%s, and not\n\t%s", a, t.label, got, want)
		}
	}
}

// lookAround reads a thread itself, who is in it and how far they have read.
func (s *simulation) lookAround(a actor, t *thread) {
	got, err := s.broker.chat.GetThread(s.Context(), a.caller(), &chatv1.GetThreadRequest{ThreadId: t.id})
	if !s.denied("gets "+t.label, a, err, see(a, t)) {
		x := got.GetThread()
		shown := glance{topicAndNote(x), int(x.GetLastSequenceId()), x.GetLastMessageTime().AsTime().UnixMilli(), int(x.GetParticipantCount())}
		if want := t.glanceOf(a.user); shown != want {
			s.fail("%s gets %+v, and not %+v", a, shown, want)
		}
	}
	in, err := s.broker.chat.ListParticipants(s.Context(), a.caller(), &chatv1.ListParticipantsRequest{ThreadId: t.id})
	if !s.denied("lists who is in "+t.label, a, err, act(a, t)) {
		var got, want []string
		for _, p := range in.GetParticipants() {
			got = append(got, s.reader().who(p.GetIdentifier().GetRawId())+" "+p.GetDisplayName())
		}
		for _, u := range s.inOrder(t) {
			if t.present(u) {
				want = append(want, u.name+" "+shown(a.user, u, t.members[u].name))
			}
		}
		s.same(a, "who is in "+t.label, got, want)
	}
	read, err := s.broker.chat.ListReadReceipts(s.Context(), a.caller(), &chatv1.ListReadReceiptsRequest{ThreadId: t.id})
	if !s.denied("lists the receipts of "+t.label, a, err, act(a, t)) {
		var got, want []string
		for _, x := range read.GetReceipts() {
			got = append(got, s.reader().receipt(x))
		}
		for _, u := range s.inOrder(t) {
			if seq := t.receipts[u]; seq > 0 {
				want = append(want, s.reader().receipt(&chatv1.ReadReceipt{Reader: u.id.Proto(), SequenceId: seq, MessageId: idOf(t.messages[seq-1])}))
			}
		}
		s.same(a, "the receipts of "+t.label, got, want)
	}
}

// inOrder are the users in the order of their raw ids.
func (s *simulation) inOrder(*thread) []*user {
	return slices.SortedFunc(slices.Values(s.users), func(a, b *user) int { return strings.Compare(a.raw, b.raw) })
}

func (s *simulation) same(a actor, what string, got, want []string) {
	if !slices.Equal(got, want) {
		s.fail("%s sees of %s\n\t%q, and not\n\t%q", a, what, got, want)
	}
}

// listThreads lists the threads of somebody.
func (s *simulation) listThreads(a actor) {
	var got, want []string
	ask := &chatv1.ListThreadsRequest{PageSize: int32(1 + s.IntN(4))}
	for {
		r, err := s.broker.chat.ListThreads(s.Context(), a.caller(), ask)
		if s.denied("lists threads", a, err, nil) {
			return
		}
		for _, t := range r.GetThreads() {
			got = append(got, s.reader().label(t.GetThreadId()))
		}
		if ask.PageToken = r.GetNextPageToken(); ask.PageToken == "" {
			break
		}
	}
	for _, t := range s.threads {
		if len(act(a, t)) == 0 {
			want = append(want, t.label)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	s.same(a, "its threads", got, want)
}

var text = regexp.MustCompile(`text-\d+\.`)

// searchForWhatIsGone goes through everything that the store has, for content that was deleted.
func (s *simulation) searchForWhatIsGone() {
	gone := map[string]*fact{}
	for _, f := range s.facts {
		if f.carries() && f.message.gone > 0 && f.content != "" {
			gone[f.content] = f
		}
	}
	search := func(where string, content []byte) {
		for _, found := range text.FindAll(content, -1) {
			if f := gone[string(found)]; f != nil {
				s.fail("%s is left in %s: %s", found, where, f.text(nil, false))
			}
		}
	}
	s.broker.must(s.broker.disk.View(s.Context(), func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(store.Range{}) {
			if err != nil {
				return err
			}
			search(fmt.Sprintf("key %q", pair.Key), pair.Value)
		}
		for e, err := range tx.Entries(0, 0) {
			if err != nil {
				return err
			}
			search(fmt.Sprintf("entry %d", e.Position), e.Content)
		}
		return nil
	}))
}
