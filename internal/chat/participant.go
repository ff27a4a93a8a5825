package chat

import (
	"context"
	"fmt"

	"google.golang.org/protobuf/proto"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// invitee is somebody whom a request wants in a thread.
type invitee struct {
	id    identifier.ID
	asked *chatv1.Participant
}

// invite reads the participants of a request. A malformed one fails the whole request, as does one that is named twice.
func invite(participants []*chatv1.Participant) ([]invitee, error) {
	invitees := make([]invitee, 0, len(participants))
	named := map[identifier.ID]bool{}
	for i, p := range participants {
		id, err := identifier.FromProto(p.GetIdentifier())
		if err != nil {
			return nil, fieldError(err, fmt.Sprintf("participants[%d].identifier", i))
		}
		if named[id] {
			return nil, reason.New(typev1.Reason_REASON_PARTICIPANT_REPEATED, "%s is named twice", id)
		}
		named[id] = true
		if err := checkMetadata(p.GetMetadata()); err != nil {
			return nil, fieldError(err, fmt.Sprintf("participants[%d].metadata", i))
		}
		invitees = append(invitees, invitee{id: id, asked: p})
	}
	return invitees, nil
}

// fieldError names the field that an error is about.
func fieldError(err error, path string) error {
	if e, ok := err.(*reason.Error); ok { //nolint:errorlint // the error was made just now, not wrapped
		return e.Field(path, "%s", e.Message)
	}
	return err
}

// refused describes somebody who could not be added. An error that is no refusal is returned as it is.
func refused(id identifier.ID, err error) (*chatv1.RefusedParticipant, error) {
	e, ok := err.(*reason.Error) //nolint:errorlint // refusals come unwrapped from admit
	if !ok {
		return nil, err
	}
	return &chatv1.RefusedParticipant{Identifier: id.Proto(), Reason: reason.Name(e.Reason), Message: e.Message}, nil
}

// joining is what becomes of a set of invitees.
type joining struct {
	admitted []*recordv1.Participant
	refused  []*chatv1.RefusedParticipant
}

// decide admits or refuses each invitee on its own.
func decide(tx *ledger.Tx, resourceID string, invitees []invitee, also func(identifier.ID) error) (joining, error) {
	var j joining
	for _, in := range invitees {
		c, err := admit(tx, resourceID, in.id)
		if err == nil {
			err = also(in.id)
		}
		if err != nil {
			r, err := refused(in.id, err)
			if err != nil {
				return joining{}, err
			}
			j.refused = append(j.refused, r)
			continue
		}
		j.admitted = append(j.admitted, c.participant(tx, in.asked))
	}
	return j, nil
}

// participant makes the record of a new participant, who has no stay yet.
func (c candidate) participant(tx *ledger.Tx, asked *chatv1.Participant) *recordv1.Participant {
	p := &chatv1.Participant{
		Identifier: c.id.Proto(), DisplayName: asked.GetDisplayName(), Metadata: asked.GetMetadata(),
		ShareHistoryTime: asked.GetShareHistoryTime(), JoinTime: stamp(tx.Now),
	}
	if p.GetDisplayName() == "" {
		p.DisplayName = c.name
	}
	return &recordv1.Participant{Participant: p, TenantId: c.tenantID}
}

func rawID(p *recordv1.Participant) string { return p.GetParticipant().GetIdentifier().GetRawId() }

func rawIDs(participants []*recordv1.Participant) []string {
	ids := make([]string, len(participants))
	for i, p := range participants {
		ids[i] = rawID(p)
	}
	return ids
}

// join writes the records of those who come with the entry at a position. first is the id of the message that tells of it; 0
// for those who see all.
func join(tx *ledger.Tx, thread *recordv1.Thread, participants []*recordv1.Participant, at store.Position, first uint64) error {
	threadID := thread.GetThread().GetThreadId()
	for _, p := range participants {
		earlier, err := record.Get[recordv1.Participant](tx, key.Participant(threadID, rawID(p)))
		if err != nil {
			return err
		}
		stay := &recordv1.Stay{From: uint64(at), FirstMessage: first}
		if t := p.GetParticipant().GetShareHistoryTime(); t != nil {
			stay.History = proto.Int64(t.AsTime().UnixMicro())
		}
		p.Stays = append(earlier.GetStays(), stay)
		if err := record.Set(tx, key.Participant(threadID, rawID(p)), p); err != nil {
			return err
		}
		tx.Set(key.UserThread(rawID(p), threadID), nil)
		thread.Participants++
		if p.GetTenantId() != "" {
			thread.TeamsUsers++
			thread.ATeamsUser = rawID(p)
		}
	}
	return nil
}

// AddParticipants adds those whom policy and the thread allow.
func (s *Service) AddParticipants(ctx context.Context, c access.Caller, r *chatv1.AddParticipantsRequest) (*chatv1.AddParticipantsResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	invitees, err := invite(r.GetParticipants())
	if err != nil {
		return nil, err
	}
	w := write(c, chatv1.ChatService_AddParticipants_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.AddParticipantsResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return nil, err
		}
		j, err := decide(tx, seat.resourceID(), invitees, func(id identifier.ID) error {
			return mayJoin(tx, seat, id)
		})
		if err != nil {
			return nil, err
		}
		if err := add(tx, seat, j.admitted); err != nil {
			return nil, err
		}
		return &chatv1.AddParticipantsResponse{RefusedParticipants: j.refused, Commit: tx.Commit()}, nil
	})
}

// mayJoin refuses who is in the thread already, and whom the caller may not add.
func mayJoin(tx store.ReadTx, s *seat, id identifier.ID) error {
	p, err := record.Get[recordv1.Participant](tx, key.Participant(s.threadID(), id.Raw()))
	if err != nil {
		return err
	}
	if p != nil && present(p) {
		return reason.New(typev1.Reason_REASON_PARTICIPANT_EXISTS, "%s is in the thread already", id)
	}
	return mayAdd(tx, s.caller, id)
}

// add lets participants into the thread of a seat, with a system message.
func add(tx *ledger.Tx, s *seat, admitted []*recordv1.Participant) error {
	if len(admitted) == 0 {
		return nil
	}
	if err := checkRoom(tx, s.resourceID(), int(s.thread.GetParticipants())+len(admitted)); err != nil {
		return err
	}
	thread := s.copyThread()
	added := systemMessage(tx, chatv1.MessageType_MESSAGE_TYPE_PARTICIPANT_ADDED, &chatv1.SystemContent{Participants: public(admitted)})
	at, err := post(tx, venueOf(thread), participantsAdded(added), movement{admitted: rawIDs(admitted)})
	if err != nil {
		return err
	}
	if err := join(tx, thread, admitted, at, numberOf(added)); err != nil {
		return err
	}
	return record.Set(tx, key.Thread(s.threadID()), thread)
}

// participantsAdded is the event that a system message tells of those who come.
func participantsAdded(m *chatv1.Message) *chatv1.ChatEvent {
	return &chatv1.ChatEvent{Event: &chatv1.ChatEvent_ParticipantsAdded{ParticipantsAdded: &chatv1.ParticipantsAdded{Message: m}}}
}

// checkRoom refuses more participants than a thread of the resource may have.
func checkRoom(tx store.ReadTx, resourceID string, count int) error {
	quotas, err := admin.Quotas(tx, resourceID)
	if err != nil {
		return err
	}
	if most := int(quotas.GetMaxParticipantsPerThread()); count > most {
		return reason.New(typev1.Reason_REASON_TOO_MANY_PARTICIPANTS, "the thread would have %d participants, at most %d are allowed: add fewer, or ask the operator for a higher quota", count, most)
	}
	return nil
}

// public returns participants as others see them.
func public(participants []*recordv1.Participant) []*chatv1.Participant {
	out := make([]*chatv1.Participant, len(participants))
	for i, p := range participants {
		out[i] = p.GetParticipant()
	}
	return out
}

// RemoveParticipant removes somebody, or lets the caller leave.
func (s *Service) RemoveParticipant(ctx context.Context, c access.Caller, r *chatv1.RemoveParticipantRequest) (*chatv1.RemoveParticipantResponse, error) {
	if err := s.meter(ctx, c, r.GetThreadId()); err != nil {
		return nil, err
	}
	id, err := identifier.FromProto(r.GetIdentifier())
	if err != nil {
		return nil, fieldError(err, "identifier")
	}
	w := write(c, chatv1.ChatService_RemoveParticipant_FullMethodName, r, r.GetIdempotencyKey(), key.Thread(r.GetThreadId()), key.Participant(r.GetThreadId(), id.Raw()))
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*chatv1.RemoveParticipantResponse, error) {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return nil, err
		}
		p, err := record.Get[recordv1.Participant](tx, key.Participant(r.GetThreadId(), id.Raw()))
		if err != nil {
			return nil, err
		}
		if p == nil || !present(p) {
			return nil, reason.New(typev1.Reason_REASON_PARTICIPANT_NOT_FOUND, "%s is not in the thread", id)
		}
		if err := remove(tx, seat.copyThread(), p); err != nil {
			return nil, err
		}
		return &chatv1.RemoveParticipantResponse{Commit: tx.Commit()}, nil
	})
}

// remove ends the stay of a participant, with a system message that is the last it sees.
func remove(tx *ledger.Tx, thread *recordv1.Thread, p *recordv1.Participant) error {
	threadID := thread.GetThread().GetThreadId()
	content := &chatv1.SystemContent{Participants: []*chatv1.Participant{p.GetParticipant()}}
	removed := systemMessage(tx, chatv1.MessageType_MESSAGE_TYPE_PARTICIPANT_REMOVED, content)
	e := &chatv1.ChatEvent{Event: &chatv1.ChatEvent_ParticipantsRemoved{ParticipantsRemoved: &chatv1.ParticipantsRemoved{Message: removed}}}
	at, err := post(tx, venueOf(thread), e, movement{dismissed: []string{rawID(p)}})
	if err != nil {
		return err
	}
	stay := p.GetStays()[len(p.GetStays())-1]
	stay.To, stay.LastMessage = uint64(at), numberOf(removed)
	thread.Participants--
	if p.GetTenantId() != "" {
		thread.TeamsUsers--
	}
	if p.Left, err = describe(tx, proto.CloneOf(thread)); err != nil {
		return err
	}
	if err := record.Set(tx, key.Participant(threadID, rawID(p)), p); err != nil {
		return err
	}
	if thread.GetATeamsUser() == rawID(p) {
		if err := replaceTeamsUser(tx, thread); err != nil {
			return err
		}
	}
	return record.Set(tx, key.Thread(threadID), thread)
}

// replaceTeamsUser notes another Teams user of a thread than the one who has left.
func replaceTeamsUser(tx store.ReadTx, thread *recordv1.Thread) error {
	thread.ATeamsUser = ""
	return eachTeamsUser(tx, thread.GetThread().GetThreadId(), func(id identifier.ID, _ string) error {
		thread.ATeamsUser = id.Raw()
		return record.ErrStop
	})
}

// ListParticipants lists who is in a thread now.
func (s *Service) ListParticipants(ctx context.Context, c access.Caller, r *chatv1.ListParticipantsRequest) (*chatv1.ListParticipantsResponse, error) {
	pg, err := page.Open(c, r, 100, 250)
	if err != nil {
		return nil, err
	}
	response := &chatv1.ListParticipantsResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := takePresent(tx, c, r.GetThreadId())
		if err != nil {
			return err
		}
		response.NextPageToken, err = pg.Scan(tx, key.Participants(r.GetThreadId()), func(pair store.Pair) (bool, error) {
			p, err := record.Decode[recordv1.Participant](pair.Value)
			if err != nil || !present(p) {
				return false, err
			}
			response.Participants = append(response.Participants, seat.shows(p.GetParticipant()))
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// external is how a Teams user sees a communication user without a name.
const external = "External"

// shows returns a participant as the caller sees it.
func (s *seat) shows(p *chatv1.Participant) *chatv1.Participant {
	if s.caller.User.OfTenant() && p.GetDisplayName() == "" && p.GetIdentifier().GetCommunicationUser() != nil {
		p.DisplayName = external
	}
	return p
}

// Depart takes a user who is being deleted out of all of its threads, in the transaction of the deletion.
func Depart(tx *ledger.Tx, id identifier.ID) error {
	for pair, err := range tx.Scan(key.UserThreads(id.Raw())) {
		if err != nil {
			return err
		}
		if err := depart(tx, key.LastText(pair.Key), id); err != nil {
			return err
		}
	}
	return nil
}

func depart(tx *ledger.Tx, threadID string, id identifier.ID) error {
	thread, err := record.Get[recordv1.Thread](tx, key.Thread(threadID))
	if err != nil {
		return err
	}
	p, err := record.Get[recordv1.Participant](tx, key.Participant(threadID, id.Raw()))
	if err != nil || thread == nil || p == nil || !present(p) {
		return err
	}
	return remove(tx, thread, p)
}
