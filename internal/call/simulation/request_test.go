package simulation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/reason"
)

// request is something that a client wants done, until it knows what became of it.
type request struct {
	about string // for the history
	since time.Time
	send  func(ctx context.Context, to *call.Service) (proto.Message, error)
	// verdict says what must become of it now: done, or one of the reasons. With may, one of these reasons is fine, too.
	verdict func() (refusals []string, may []string)
	// effect checks what it has done; made are the events that it has made.
	effect func(made []*fact) string

	keyed     bool
	performed bool
	at        time.Time     // when it was performed
	answer    proto.Message // the first
}

// attempt sends a request once, to any broker that lives, and checks what becomes of it. It reports whether the client knows.
func (s *simulation) attempt(r *request) (known bool) {
	b := pick(s, s.living())
	again := r.performed && r.keyed
	refusals, may := r.verdict()
	before := s.cell.faults.commits.Load()
	s.cell.faults.bad.Store(s.stormy)
	answer, err := r.send(s.Context(), b.calls)
	s.cell.faults.bad.Store(false)
	took := s.cell.faults.commits.Load() > before
	s.tell("%s, at broker %s: %s", r.about, b.name, outcomeOf(err, took))
	made := s.sync()
	why := reason.Of(err)
	if err != nil {
		answer = nil
	}
	switch {
	case err != nil && why == typev1.Reason_REASON_UNSPECIFIED && !isFault(err):
		s.fail("%s: failed: %v", r.about, err)
	case again:
		s.repeated(r, answer, why, made)
	case why != typev1.Reason_REASON_UNSPECIFIED:
		if name := reason.Name(why); !slices.Contains(refusals, name) && !slices.Contains(may, name) {
			s.fail("%s: refused with %s, and not one of %v, %v", r.about, name, refusals, may)
		}
		if len(made) > 0 {
			s.fail("%s: refused, and has made %v", r.about, made[0].event)
		}
	case !took:
		if err == nil || len(made) > 0 {
			s.fail("%s: answered %v though nothing was committed; there is %v", r.about, answer, made)
		}
	default:
		s.perform(r, refusals, made)
	}
	if err == nil && r.answer == nil {
		r.answer = answer
	}
	return err == nil || why != typev1.Reason_REASON_UNSPECIFIED
}

// perform checks what a request has done, of which the client may know nothing.
func (s *simulation) perform(r *request, refusals []string, made []*fact) {
	if len(refusals) > 0 {
		s.fail("%s: done, although %v", r.about, refusals)
	}
	r.performed, r.at = true, s.cell.now()
	if wrong := r.effect(made); wrong != "" {
		s.fail("%s: done, and %s", r.about, wrong)
	}
}

// repeated checks that a request that was done before is not done again, and has its first answer.
func (s *simulation) repeated(r *request, answer proto.Message, why typev1.Reason, made []*fact) {
	if len(made) > 0 {
		s.fail("%s: repeated, and done again: %v", r.about, made[0].event)
	}
	if why != typev1.Reason_REASON_UNSPECIFIED {
		s.fail("%s: repeated, and refused with %v", r.about, why)
	}
	if answer != nil && r.answer != nil && !proto.Equal(answer, r.answer) {
		s.fail("%s: repeated, and answered\n\t%v, after\n\t%v", r.about, answer, r.answer)
	}
}

func outcomeOf(err error, took bool) string {
	switch why := reason.Of(err); {
	case err == nil:
		return "ok"
	case why != typev1.Reason_REASON_UNSPECIFIED:
		return reason.Name(why)
	default:
		name, _, _ := strings.Cut(err.Error(), ": injected")
		if took {
			name += " (and yet done)"
		}
		return name
	}
}

// ask sends a request, and keeps it if there may be reason to send it again.
func (s *simulation) ask(r *request) {
	known := s.attempt(r)
	switch {
	case !known && r.keyed:
		s.pending = append(s.pending, r)
	case known && r.performed && r.keyed:
		s.done = append(s.done, r)
	}
}

// request begins a request of a party, or of the backend where it is nil.
func (s *simulation) request(p *party, about string, key *string) *request {
	who := "the backend"
	if p != nil {
		who = p.name
	}
	r := &request{about: who + " " + about, since: s.cell.now(), effect: func([]*fact) string { return "" }}
	if s.IntN(5) > 0 {
		s.keys++
		*key, r.keyed = fmt.Sprintf("key-%d", s.keys), true
	}
	return r
}

// standing is where a party stands in a call, as the documentation has it.
func standing(c *conversation, p *party) string {
	l := c.of(p)
	switch {
	case l == nil:
		return "absent"
	case c.over():
		return "over"
	case !l.live():
		return "left"
	case l.state == rings:
		return "ringing"
	case l.state == connected && l.held:
		return "held"
	case l.state == connected:
		return "connected"
	case c.state == callRings:
		return "waiting"
	}
	return "connecting"
}

// unless is what keeps a party from something that is allowed where it stands in one of these ways.
func unless(c *conversation, p *party, allowed ...string) []string {
	at := standing(c, p)
	if slices.Contains(allowed, at) {
		return nil
	}
	return []string{map[string]string{"absent": "CALL_NOT_FOUND", "left": "LEG_ENDED", "over": "CALL_ENDED"}[at] + map[string]string{
		"ringing": "CALL_STATE", "waiting": "CALL_STATE", "connecting": "CALL_STATE", "connected": "CALL_STATE", "held": "CALL_STATE",
	}[at]}
}

// unlessRinging is unless for what only a party does that rings.
func unlessRinging(c *conversation, p *party) []string {
	why := unless(c, p, "ringing")
	if l := c.of(p); l != nil && !l.source && len(why) > 0 && why[0] == "CALL_STATE" {
		return []string{"CALL_ALREADY_ANSWERED"}
	}
	return why
}

// madeOf finds the first event of a request that fits.
func madeOf(made []*fact, fits func(e *callv1.CallEvent) bool) *callv1.CallEvent {
	for _, f := range made {
		if fits(f.event) {
			return f.event
		}
	}
	return nil
}
