package soak_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/test/soak/journal"
)

// shutOut are whom policy shuts out now and then; the empty name is everybody of the tenant.
var shutOut = []string{"", "Tess", "Toni"}

// flip closes and opens policy to somebody, again and again, and leaves it open.
func (s *soak) flip(ctx context.Context, who string) {
	log := s.journal("policy of " + orTenant(who))
	for n := 0; pause(ctx, time.Second+rand.N(4*time.Second)); n++ {
		s.allow(ctx, log, who, false, n)
		pause(ctx, rand.N(1500*time.Millisecond))
		s.allow(ctx, log, who, true, n)
	}
}

func orTenant(who string) string {
	if who == "" {
		return "the tenant"
	}
	return who
}

// allow changes policy, for sure.
func (s *soak) allow(ctx context.Context, log *journal.Writer, who string, open bool, n int) {
	key := fmt.Sprintf("flip-%s-%d-%v", who, n, open)
	began, a := s.insist(ctx, log, "the administrator", nil, func(ctx context.Context) error { return s.world.allow(ctx, who, open, key) })
	if a.result != journal.Acknowledged {
		log.Write(journal.Entry{Kind: journal.Trouble, Who: "the administrator", Text: "a change of policy was refused: " + a.reason})
		return
	}
	log.Write(journal.Entry{Kind: journal.Flip, Who: who, Closed: !open, Began: began})
}

// Reasons for which removing a guest may be refused: policy had not let it in.
var guestRefusals = []string{"PARTICIPANT_NOT_FOUND"}

var errRefusedGuest = errors.New("the guest was refused")

// visit adds a guest to a thread and removes it, again and again, and leaves it there.
func (s *soak) visit(ctx context.Context, r *room, guest string) {
	log := s.journal("visits of " + guest)
	for n := 0; ; n++ {
		s.add(ctx, log, r, guest, n)
		if !pause(ctx, rand.N(4*time.Second)) {
			s.add(context.WithoutCancel(ctx), log, r, guest, n+1) // policy may have been closed to it before
			return
		}
		key := fmt.Sprintf("remove-%s-%d", guest, n)
		s.insist(ctx, log, guest, guestRefusals, func(ctx context.Context) error {
			_, err := s.world.chat().RemoveParticipant(s.host(r).in(ctx), &chatv1.RemoveParticipantRequest{
				ThreadId: r.id, Identifier: s.world.parties[guest].identifier(), IdempotencyKey: key,
			})
			return err
		})
		pause(ctx, rand.N(2*time.Second))
	}
}

func (s *soak) host(r *room) *party { return s.world.parties[r.members[0]] }

// add adds a guest, and again while policy forbids it. Only what streams show of that counts.
func (s *soak) add(ctx context.Context, log *journal.Writer, r *room, guest string, n int) {
	for try := 0; try == 0 || try < 100 && pause(ctx, 200*time.Millisecond); try++ {
		var made *chatv1.AddParticipantsResponse
		_, a := s.insist(ctx, log, guest, guestRefusals, func(ctx context.Context) (err error) {
			made, err = s.world.chat().AddParticipants(s.host(r).in(ctx), &chatv1.AddParticipantsRequest{
				ThreadId: r.id, Participants: []*chatv1.Participant{{Identifier: s.world.parties[guest].identifier()}}, IdempotencyKey: fmt.Sprintf("add-%s-%d-%d", guest, n, try),
			})
			return err
		})
		if a.result == journal.Acknowledged && isIn(made) {
			return
		}
	}
	if ctx.Err() == nil {
		log.Write(journal.Entry{Kind: journal.Trouble, Who: guest, Text: errRefusedGuest.Error()})
	}
}

// isIn reports whether the guest that was added is in the thread now.
func isIn(made *chatv1.AddParticipantsResponse) bool {
	for _, refused := range made.GetRefusedParticipants() {
		if refused.GetReason() != "PARTICIPANT_EXISTS" {
			return false
		}
	}
	return true
}
