package chat

import (
	"context"
	"crypto/rand"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// newThreadID makes an id in the form of the model system, with 130 random bits.
func newThreadID() string {
	return "19:" + strings.ToLower(rand.Text()) + "@thread.v2"
}

func stamp(t time.Time) *timestamppb.Timestamp { return timestamppb.New(t) }

// setStamp is stamp for a time that has its room already.
func setStamp(s *timestamppb.Timestamp, t time.Time) {
	s.Seconds, s.Nanos = t.Unix(), int32(t.Nanosecond())
}

// CreateThread starts a thread with the caller and those whom policy allows.
func (s *Service) CreateThread(ctx context.Context, c access.Caller, r *chatv1.CreateThreadRequest) (*chatv1.CreateThreadResponse, error) {
	if err := s.meter(ctx, c, ""); err != nil {
		return nil, err
	}
	if err := checkMetadata(r.GetMetadata()); err != nil {
		return nil, err
	}
	invitees, err := invite(r.GetParticipants())
	if err != nil {
		return nil, err
	}
	resourceID, err := home(c, invitees)
	if err != nil {
		return nil, err
	}
	threadID := newThreadID()
	w := write(c, chatv1.ChatService_CreateThread_FullMethodName, r, r.GetIdempotencyKey())
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.CreateThreadResponse, error) {
		if err := mayStart(tx, c); err != nil {
			return nil, err
		}
		j, err := decide(tx, resourceID, withCreator(c, r, invitees), func(identifier.ID) error { return nil })
		if err != nil {
			return nil, err
		}
		if err := creatorAdmitted(c, j); err != nil {
			return nil, err
		}
		if err := checkRoom(tx, resourceID, len(j.admitted)); err != nil {
			return nil, err
		}
		if err := countThread(tx, resourceID, 1); err != nil {
			return nil, err
		}
		thread, err := create(tx, &recordv1.Thread{Thread: &chatv1.Thread{
			ThreadId: threadID, ResourceId: resourceID, Topic: r.GetTopic(), Metadata: r.GetMetadata(),
			RetentionPolicy: r.GetRetentionPolicy(), CreateTime: stamp(tx.Now), CreatedBy: c.User.Proto(), UpdateTime: stamp(tx.Now),
		}}, j.admitted)
		if err != nil {
			return nil, err
		}
		return &chatv1.CreateThreadResponse{Thread: thread, RefusedParticipants: j.refused, Commit: tx.Commit()}, nil
	})
}

// home returns the resource that a new thread belongs to: the creator's or, where a Teams user starts it, the one of the
// communication users in it.
func home(c access.Caller, invitees []invitee) (string, error) {
	if c.ResourceID != "" {
		return c.ResourceID, nil
	}
	for _, in := range invitees {
		if in.id.Kind() == identifier.CommunicationUser {
			return in.id.Resource(), nil
		}
	}
	return "", reason.New(typev1.Reason_REASON_INVALID_FIELD, "a Teams user starts a chat with at least one communication user").
		Field("participants", "has no communication user")
}

// withCreator puts the creator first, with the name that the request gives it.
func withCreator(c access.Caller, r *chatv1.CreateThreadRequest, invitees []invitee) []invitee {
	creator := invitee{id: c.User, asked: &chatv1.Participant{}}
	all := []invitee{creator}
	for _, in := range invitees {
		if in.id == c.User {
			all[0].asked = in.asked
		} else {
			all = append(all, in)
		}
	}
	if r.GetCreatorDisplayName() != "" {
		all[0].asked = &chatv1.Participant{DisplayName: r.GetCreatorDisplayName(), Metadata: all[0].asked.GetMetadata()}
	}
	return all
}

// creatorAdmitted fails the request where its creator is the one who is refused.
func creatorAdmitted(c access.Caller, j joining) error {
	for _, r := range j.refused {
		if r.GetIdentifier().GetRawId() == c.User.Raw() {
			return reason.New(reason.Named(r.GetReason()), "%s", r.GetMessage())
		}
	}
	return nil
}

// create writes a new thread: the fact itself, then who is in it, then its topic.
func create(tx *ledger.Tx, thread *recordv1.Thread, participants []*recordv1.Participant) (*chatv1.Thread, error) {
	t := thread.GetThread()
	for _, p := range participants {
		p.GetParticipant().ShareHistoryTime = stamp(time.Unix(0, 0))
	}
	at, err := publish(tx, venueOf(thread), &chatv1.ChatEvent{Event: &chatv1.ChatEvent_ThreadCreated{ThreadCreated: &chatv1.ThreadCreated{Thread: t}}}, movement{admitted: rawIDs(participants)})
	if err != nil {
		return nil, err
	}
	if err := join(tx, thread, participants, at, 0); err != nil {
		return nil, err
	}
	added := systemMessage(tx, chatv1.MessageType_MESSAGE_TYPE_PARTICIPANT_ADDED, &chatv1.SystemContent{Participants: public(participants)})
	if _, err := post(tx, venueOf(thread), participantsAdded(added), movement{}); err != nil {
		return nil, err
	}
	if t.GetTopic() != "" {
		if err := announceTopic(tx, thread); err != nil {
			return nil, err
		}
	}
	tx.Set(key.ResourceThread(t.GetResourceId(), t.GetThreadId()), nil)
	if err := plan(tx, thread); err != nil {
		return nil, err
	}
	if err := record.Set(tx, key.Thread(t.GetThreadId()), thread); err != nil {
		return nil, err
	}
	return describe(tx, thread)
}

// announceTopic leaves the system message that a topic was set.
func announceTopic(tx *ledger.Tx, thread *recordv1.Thread) error {
	m := systemMessage(tx, chatv1.MessageType_MESSAGE_TYPE_TOPIC_UPDATED, &chatv1.SystemContent{Topic: thread.GetThread().GetTopic()})
	e := &chatv1.ChatEvent{Event: &chatv1.ChatEvent_ThreadUpdated{ThreadUpdated: &chatv1.ThreadUpdated{Thread: thread.GetThread(), Message: m}}}
	_, err := post(tx, venueOf(thread), e, movement{})
	return err
}

// describe returns a thread as the contract has it, with what its head knows.
func describe(tx store.ReadTx, thread *recordv1.Thread) (*chatv1.Thread, error) {
	t := thread.GetThread()
	last, err := lastPlace(tx, t.GetThreadId())
	if err != nil {
		return nil, err
	}
	t.LastSequenceId = last.head.GetSequence()
	if id := last.head.GetMessageId(); id != 0 {
		t.LastMessageTime = stamp(time.UnixMilli(int64(id)))
	}
	t.ParticipantCount = thread.GetParticipants()
	return t, nil
}

// GetThread returns a thread.
func (s *Service) GetThread(ctx context.Context, c access.Caller, r *chatv1.GetThreadRequest) (*chatv1.GetThreadResponse, error) {
	response := &chatv1.GetThreadResponse{}
	err := s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := take(tx, c, r.GetThreadId())
		if err != nil {
			return err
		}
		if left := seat.participant.GetLeft(); left != nil {
			response.Thread = proto.CloneOf(left)
			return nil
		}
		response.Thread, err = describe(tx, seat.copyThread())
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ListThreads lists the threads that the caller is in, or all of the resource for a backend that acts as nobody.
func (s *Service) ListThreads(ctx context.Context, c access.Caller, r *chatv1.ListThreadsRequest) (*chatv1.ListThreadsResponse, error) {
	pg, err := page.Open(c, r, 50, 200)
	if err != nil {
		return nil, err
	}
	response := &chatv1.ListThreadsResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = pg.Scan(tx, threadsOf(c), func(pair store.Pair) (bool, error) {
			seat, err := takePresent(tx, c, key.LastText(pair.Key))
			if err != nil {
				return false, unlessRefused(err)
			}
			t, err := describe(tx, seat.copyThread())
			response.Threads = append(response.Threads, t)
			return true, err
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

func threadsOf(c access.Caller) store.Range {
	if c.User.IsZero() {
		return key.ResourceThreads(c.ResourceID)
	}
	return key.UserThreads(c.User.Raw())
}

// unlessRefused passes on what is not a refusal: a list leaves out what the caller may not see.
func unlessRefused(err error) error {
	if reason.Of(err) != typev1.Reason_REASON_UNSPECIFIED {
		return nil
	}
	return err
}

// movement is who comes to a thread and who goes with an event, and who in it is not told of it.
type movement struct {
	admitted, dismissed, unseen []string
}

// chatEntry is an entry of the log with all that is in it, in one piece.
type chatEntry struct {
	entry  recordv1.Entry
	chat   recordv1.Entry_Chat
	topics [1]string
	time   timestamppb.Timestamp // of the event
}

// venue is where an event of a thread is published.
type venue struct{ threadID, resourceID string }

func venueOf(t *recordv1.Thread) venue {
	return venue{t.GetThread().GetThreadId(), t.GetThread().GetResourceId()}
}

// publish appends an event of a thread. It is the caller's, so an actor that it has already must be the caller.
func publish(tx *ledger.Tx, v venue, e *chatv1.ChatEvent, m movement) (at store.Position, err error) {
	into := &chatEntry{}
	setStamp(&into.time, tx.Now)
	e.ThreadId, e.Time = v.threadID, &into.time
	if e.GetActor() == nil {
		e.Actor = tx.Caller.User.Proto()
	}
	into.topics[0] = event.Thread(v.threadID)
	into.entry.ResourceId, into.entry.Topics, into.entry.Event = v.resourceID, into.topics[:], &into.chat
	into.entry.Admitted, into.entry.Dismissed, into.entry.Unseen = m.admitted, m.dismissed, m.unseen
	err = record.Encoded(e, func(content []byte) error {
		into.chat.Chat = content
		at, err = tx.Publish(&into.entry, v.threadID)
		return err
	})
	return at, err
}
