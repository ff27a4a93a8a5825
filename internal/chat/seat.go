package chat

import (
	"bytes"
	"slices"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// seat is a caller's place in a thread. Its records are shared: see record.Peek.
type seat struct {
	caller access.Caller
	thread *recordv1.Thread
	// participant is the caller's record; nil for a backend that acts as nobody, which sees all of its resource.
	participant *recordv1.Participant
}

// take finds the caller's seat in a thread, which it may have left. A thread that the caller has nothing to do with is
// THREAD_NOT_FOUND, and one that policy has closed to it is refused with the reason of the policy.
func take(tx store.ReadTx, c access.Caller, threadID string) (*seat, error) {
	thread, err := record.Peek[recordv1.Thread](tx, key.Thread(threadID))
	if err != nil {
		return nil, err
	}
	if thread == nil {
		return nil, notFound(threadID)
	}
	s := &seat{caller: c, thread: thread}
	if err := s.sit(tx, threadID); err != nil {
		return nil, err
	}
	if thread.GetDeleteTime() != 0 {
		return nil, reason.New(typev1.Reason_REASON_THREAD_DELETED, "thread %s was deleted", threadID)
	}
	return s, nil
}

func (s *seat) sit(tx store.ReadTx, threadID string) (err error) {
	if s.caller.User.IsZero() {
		if s.thread.GetThread().GetResourceId() != s.caller.ResourceID {
			return notFound(threadID)
		}
		return nil
	}
	s.participant, err = record.Peek[recordv1.Participant](tx, key.Participant(threadID, s.caller.User.Raw()))
	if err != nil {
		return err
	}
	if s.participant == nil {
		return notFound(threadID)
	}
	return gate(tx, s.caller, s.thread.GetThread().GetResourceId())
}

func notFound(threadID string) error {
	return reason.New(typev1.Reason_REASON_THREAD_NOT_FOUND, "no thread %q, or the caller was never in it", threadID)
}

// takePresent is take for what only a present participant may do, or the backend of the resource.
func takePresent(tx store.ReadTx, c access.Caller, threadID string) (*seat, error) {
	s, err := take(tx, c, threadID)
	if err != nil {
		return nil, err
	}
	if s.participant != nil && !present(s.participant) {
		return nil, reason.New(typev1.Reason_REASON_NOT_A_PARTICIPANT, "%s is no longer in thread %s: what was there before can still be read", c.User, threadID)
	}
	return s, nil
}

// sender names somebody who sends to a thread, among what is derived from the state.
type sender struct{ user, resourceID, tenantID, threadID string }

// speaker is what sending needs to know of a sender's seat. There is one for each sender and thread that has been busy lately, so it is
// small: what is the same for all threads of a sender is shared, or comes from the caller.
type speaker struct {
	venue
	displayName string
	// interop says that there are Teams users in the thread.
	interop bool
}

// takeSender is takePresent for who wants to send a message that somebody gets, see reachable. What it returns is shared: nobody may
// change it.
func takeSender(tx store.ReadTx, c access.Caller, threadID string) (*speaker, error) {
	return store.Derived(tx, sender{c.User.Raw(), c.ResourceID, c.TenantID, threadID}, findSender)
}

func findSender(tx store.ReadTx, s sender) (*speaker, error) {
	c := access.Caller{ResourceID: s.resourceID, TenantID: s.tenantID}
	if s.user != "" {
		var err error
		if c.User, err = identifier.Parse(s.user); err != nil {
			return nil, err
		}
	}
	found, err := takePresent(tx, c, s.threadID)
	if err != nil {
		return nil, err
	}
	if err := reachable(tx, found); err != nil {
		return nil, err
	}
	at := venue{s.threadID, found.resourceID()}
	if at.resourceID == s.resourceID {
		at.resourceID = s.resourceID // which its other threads have too
	}
	return &speaker{at, found.participant.GetParticipant().GetDisplayName(), hasInterop(found.thread)}, nil
}

// present reports whether a participant is in the thread now.
func present(p *recordv1.Participant) bool {
	n := len(p.GetStays())
	return n > 0 && p.GetStays()[n-1].GetTo() == 0
}

// sees reports whether the seat shows the message that was sent at a position with an id.
func (s *seat) sees(sent, messageID uint64) bool {
	return s.participant == nil || sees(s.participant, sent, messageID)
}

// span narrows a range of messages to those that the seat may show, so that who sees little of a long thread need not look
// through all of it. Some in between may still be hidden.
func (s *seat) span(messages store.Range) store.Range {
	stays := s.participant.GetStays()
	if len(stays) == 0 {
		return messages
	}
	first := stays[0].GetFirstMessage()
	for _, stay := range stays {
		if first = min(first, stay.GetFirstMessage()); stay.History != nil {
			first = min(first, uint64(max(0, ceilMilli(stay.GetHistory()))))
		}
	}
	if from := key.Message(s.threadID(), first); bytes.Compare(from, messages.From) > 0 {
		messages.From = from
	}
	if last := stays[len(stays)-1].GetLastMessage(); last != 0 {
		messages.To = key.Message(s.threadID(), last+1)
	}
	if bytes.Compare(messages.From, messages.To) > 0 {
		messages.From = messages.To // nothing
	}
	return messages
}

// version returns the position of the entry with a message as the seat shows it: as it is now or, to who has left, as it was
// then.
func (s *seat) version(ref *recordv1.MessageRef) store.Position {
	stays := s.participant.GetStays()
	if s.participant == nil || present(s.participant) || ref.GetPosition() <= stays[len(stays)-1].GetTo() {
		return store.Position(ref.GetPosition())
	}
	for _, earlier := range slices.Backward(ref.GetEarlier()) {
		if earlier <= stays[len(stays)-1].GetTo() {
			return store.Position(earlier)
		}
	}
	return store.Position(ref.GetSent())
}

// sees reports whether a participant is shown the message that was sent at a position with an id.
func sees(p *recordv1.Participant, sent, messageID uint64) bool {
	for _, stay := range p.GetStays() {
		if stay.GetTo() != 0 && sent > stay.GetTo() {
			continue
		}
		if sent >= stay.GetFrom() || shared(stay, messageID) {
			return true
		}
	}
	return false
}

// shared reports whether a message from before a stay is shared with it. The id of a message is its time.
func shared(stay *recordv1.Stay, messageID uint64) bool {
	return stay.History != nil && int64(messageID)*1000 >= stay.GetHistory()
}

// copyThread returns the thread for a change.
func (s *seat) copyThread() *recordv1.Thread { return proto.CloneOf(s.thread) }

func (s *seat) threadID() string { return s.thread.GetThread().GetThreadId() }

func (s *seat) resourceID() string { return s.thread.GetThread().GetResourceId() }
