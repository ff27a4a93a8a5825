package call_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/emptypb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// TestEveryFieldOfTheTableHappens brings a party to each standing of docs/calls.md, lets each role make each input, and
// compares what happens with what the table says. Where the standing allows it, that is done in a call that connects, in one
// that is connected and in one on hold, and about a source and a callee.
func TestEveryFieldOfTheTableHappens(t *testing.T) {
	rows := readTable(t)
	for _, row := range rows {
		t.Run(row.input+" by "+row.role, func(t *testing.T) {
			w := newWorld(t)
			w.federate(true, true)
			for _, at := range row.scenes() {
				s := w.scene(row, at)
				s.perform(row.says[at.standing])
			}
		})
	}
}

// row is what the table says of an input of a role, by standing.
type row struct {
	input, role string
	says        map[string]string
}

// readTable reads the table of the documentation, which another test compares with the code.
func readTable(t *testing.T) (rows []row) {
	t.Helper()
	content, err := os.ReadFile("../../docs/calls.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(content), "<!-- table begins -->\n")
	table, _, _ = strings.Cut(table, "<!-- table ends -->")
	lines := strings.Split(strings.TrimSpace(table), "\n")
	head := cells(lines[0])
	for _, line := range lines[2:] {
		r := row{says: map[string]string{}}
		for i, c := range cells(line) {
			switch head[i] {
			case "input":
				r.input = c
			case "role":
				r.role = c
			default:
				r.says[head[i]] = c
			}
		}
		rows = append(rows, r)
	}
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.input] = true
	}
	if len(head) != 10 || len(seen) != len(acts) {
		t.Fatalf("the table has %d columns and %d inputs, and %d inputs can be made", len(head), len(seen), len(acts))
	}
	return rows
}

func cells(line string) (out []string) {
	for c := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
		out = append(out, strings.TrimSpace(c))
	}
	return out
}

// place is where a party is brought.
type place struct {
	standing string
	source   bool
	// company is how the others stand: connecting, connected or held. They ring where the party waits.
	company string
}

// scenes are the places in which an input of the row is made; with -short, in calls that are connected only.
func (r row) scenes() (out []place) {
	companies := []string{"connected", "connecting", "held"}
	if testing.Short() {
		companies = companies[:1]
	}
	for standing, says := range r.says {
		for _, source := range []bool{true, false} {
			impossible := standing == "ringing" && source || standing == "waiting" && !source || standing == "absent" && source
			if says == "" || impossible || r.role == "source" && !source && standing != "absent" || r.role == "callee" && source {
				continue
			}
			for _, company := range companies {
				deaf := r.input == "SendDtmf" && r.role == "another party" && company == "connecting" // who has no media sends no tones
				if !deaf && (standing != "waiting" || company == "connected") {
					out = append(out, place{standing, source, company})
				}
			}
		}
	}
	return out
}

// scene is a call in which a party stands somewhere.
type scene struct {
	*world
	row
	place

	id, leg string // of the call, and of the leg of the party
	subject access.Caller
	company []access.Caller
	fresh   access.Caller // is in no call
	notice  string        // addressed to the party
}

// scene makes a call of three, in which the party of a row stands somewhere and the two others have answered.
func (w *world) scene(r row, at place) *scene {
	w.t.Helper()
	w.people += 4
	s := &scene{world: w, row: r, place: at, leg: "99", notice: "1", fresh: w.user(w.people)}
	s.company = []access.Caller{w.user(w.people + 1), w.user(w.people + 2)}
	s.subject = w.user(w.people + 3)
	if r.input == "policy revoked" {
		s.subject = w.teamsUser(w.people)
	}
	s.begin()
	s.prepare()
	return s
}

// begin starts the call and brings everybody where they are to be.
func (s *scene) begin() {
	s.t.Helper()
	own, others := external, external
	if s.standing == "connecting" {
		own = signalled
	}
	if s.place.company == "connecting" {
		others = signalled
	}
	switch {
	case s.source:
		s.leg, s.id = "1", s.start(s.subject, own, s.company...).GetCallId()
	case s.standing == "absent":
		s.id = s.start(s.company[0], others, s.company[1]).GetCallId()
	default:
		s.leg, s.id = "2", s.start(s.company[0], others, s.subject, s.company[1]).GetCallId()
	}
	if s.standing == "waiting" {
		return
	}
	if s.source {
		s.answer(s.company[0], others, s.id)
	} else if s.standing != "ringing" && s.standing != "absent" {
		s.answer(s.subject, own, s.id)
	}
	s.answer(s.company[1], others, s.id)
	if s.place.company == "held" {
		for _, c := range s.company {
			_, err := s.HoldCall(s.ctx, c, &callv1.HoldCallRequest{CallId: s.id})
			s.must(err)
		}
	}
}

// prepare does what must have been before the input, and lets the party leave where that is its standing.
func (s *scene) prepare() {
	s.t.Helper()
	switch says := s.says[s.standing]; {
	case s.input == "AcknowledgeNotice" && strings.HasPrefix(says, "*"):
		s.informed()
	case s.input == "UnmuteParticipant" && says == "*leg_unmuted*":
		_, err := s.MuteParticipant(s.ctx, s.subject, &callv1.MuteParticipantRequest{CallId: s.id})
		s.must(err)
	case s.input == "ring timeout", s.input == "device back":
		s.listen(s.subject, "d").Close()
	default:
	}
	switch s.standing {
	case "held":
		_, err := s.HoldCall(s.ctx, s.subject, &callv1.HoldCallRequest{CallId: s.id})
		s.must(err)
	case "left":
		s.hangUp(s.subject, s.id)
	case "over":
		_, err := s.HangUp(s.ctx, s.company[0], &callv1.HangUpRequest{CallId: s.id, Scope: callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE})
		s.must(err)
	default:
	}
	if got := s.stands(); got != s.standing {
		s.t.Fatalf("%+v: the party stands %s", s.place, got)
	}
}

// informed gives the party a notice. Who rings has been in the call before.
func (s *scene) informed() {
	s.t.Helper()
	if s.standing == "ringing" {
		s.answer(s.subject, external, s.id)
	}
	who := s.subject
	r, err := s.SetCaptureState(s.ctx, who, &callv1.SetCaptureStateRequest{CallId: s.id, Kind: callv1.CaptureKind_CAPTURE_KIND_TRANSCRIPTION, State: callv1.CaptureState_CAPTURE_STATE_ACTIVE})
	s.must(err)
	for _, n := range r.GetNotices() {
		if n.GetLegId() == s.leg {
			s.notice = n.GetNoticeId()
		}
	}
	if s.standing != "ringing" {
		return
	}
	s.hangUp(s.subject, s.id)
	added, err := s.AddParticipants(s.ctx, s.company[0], &callv1.AddParticipantsRequest{CallId: s.id, Targets: []*typev1.CommunicationIdentifier{s.subject.User.Proto()}})
	s.must(err)
	s.leg = added.GetLegs()[0].GetLegId()
}

// stored is the leg of the party; nil if it has none.
func (s *scene) stored() (*callv1.Call, *callv1.Leg) {
	s.t.Helper()
	c := s.world.stored(s.id).GetCall()
	for _, l := range c.GetLegs() {
		if l.GetLegId() == s.leg {
			return c, l
		}
	}
	return c, nil
}

// stands is where the party stands, in the words of the documentation.
func (s *scene) stands() string {
	s.t.Helper()
	c, l := s.stored()
	switch {
	case l == nil:
		return "absent"
	case c.GetState() == callv1.CallState_CALL_STATE_ENDED:
		return "over"
	case l.GetOnHold():
		return "held"
	case l.GetState() == callv1.LegState_LEG_STATE_CONNECTING && c.GetState() == callv1.CallState_CALL_STATE_RINGING:
		return "waiting"
	case l.GetState() == callv1.LegState_LEG_STATE_ENDED:
		return "left"
	default:
		return strings.ToLower(strings.TrimPrefix(l.GetState().String(), "LEG_STATE_"))
	}
}

// perform makes the input, and compares what happens with what the table says.
func (s *scene) perform(says string) {
	s.t.Helper()
	head := s.head()
	err := acts[s.input](s, s.actor())
	all, own := s.happened(head)
	fail := func(what string) {
		s.t.Helper()
		_, l := s.stored()
		s.t.Errorf("%+v, where the table says %q: %s; error %v, events %q, of them about the leg %q, which is %v", s.place, says, what, err, all, own, l)
	}
	expected, to, ends := outcome(says)
	if says, ok := s.secondLookup(); ok {
		expected = says
	}
	switch {
	case strings.HasPrefix(expected, "`"):
		if reason.Name(reason.Of(err)) != strings.Trim(expected, "`") || len(all) > 0 {
			fail("it is not refused so")
		}
	case err != nil && s.role != "broker":
		fail("it is refused")
	case expected == "–":
		if len(own) > 0 || s.stands() != s.standing && s.stands() != "over" {
			fail("it changes something")
		}
	case ends:
		if _, l := s.stored(); !slices.Contains(own, "leg_ended") || !s.endedAs(expected) || l.GetEndTime() == nil {
			fail("it does not end so")
		}
	case !slices.Contains(own, strings.Trim(expected, "*")) || s.stands() != cmp.Or(to, s.standing):
		fail("it does not happen")
	}
}

// outcome takes a field of the table apart: what happens, the new standing, and whether that is an end.
func outcome(says string) (what, to string, ends bool) {
	to, what, moves := strings.Cut(says, ": ")
	if !moves {
		return says, "", false
	}
	to = strings.Trim(to, "*")
	return what, to, to == "left"
}

// endedAs reports whether the leg ended with an outcome and a cause. That of a source whose call was never connected has the
// outcome of the call, where the call ends with it.
func (s *scene) endedAs(what string) bool {
	s.t.Helper()
	c, l := s.stored()
	outcome, cause, _ := strings.Cut(what, ", ")
	got := strings.TrimPrefix(l.GetOutcome().String(), "OUTCOME_")
	alike := s.source && c.GetEndTime() != nil && c.GetConnectTime() == nil && l.GetOutcome() == c.GetOutcome()
	return (got == outcome || alike) && l.GetEndCause().String() == "END_CAUSE_"+cause
}

// secondLookup is what the table says of the other leg, where an input that the party may make is refused for that leg.
func (s *scene) secondLookup() (says string, ok bool) {
	if s.input == "SendSignal" && s.role == "source" && s.standing == "waiting" {
		return "`CALL_STATE`", true // all others ring
	}
	return "", false
}

// actor is who makes the input.
func (s *scene) actor() access.Caller {
	switch s.role {
	case "another party":
		return s.company[0]
	case "resource":
		owner := resourceID
		if s.standing == "absent" {
			owner = "4e000000-0000-4000-8000-000000000002"
		}
		return access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: owner, KeyID: "key"}
	default:
		return s.subject
	}
}

func (s *scene) head() (at store.Position) {
	s.t.Helper()
	s.view(func(tx store.ReadTx) error { at = tx.Head(); return nil })
	return at
}

// happened are the names of the events of the call after a position, and those that are about the leg of the party.
func (s *scene) happened(after store.Position) (all, own []string) {
	s.t.Helper()
	for _, e := range s.eventsAfter(after)[s.id] {
		m := e.ProtoReflect()
		what := m.WhichOneof(m.Descriptor().Oneofs().ByName("event"))
		all = append(all, string(what.Name()))
		// A capture is everybody's, and the notice may be to a leg that the party had before.
		if legIn(m.Get(what).Message()) == s.leg || what.Name() == "capture_changed" || what.Name() == "notice_acknowledged" {
			own = append(own, string(what.Name()))
		}
	}
	return all, own
}

// legIn is the leg that an event is about.
func legIn(m protoreflect.Message) string {
	for _, name := range []protoreflect.Name{"leg_id", "to_leg_id"} {
		if f := m.Descriptor().Fields().ByName(name); f != nil {
			return m.Get(f).String()
		}
	}
	for _, name := range []protoreflect.Name{"leg", "signal", "notice"} {
		if f := m.Descriptor().Fields().ByName(name); f != nil {
			return legIn(m.Get(f).Message())
		}
	}
	return ""
}

// due does what a timer does when it is due, whether it is set or not.
func (s *scene) due(kind, legID string) error {
	return s.commit(func(tx *ledger.Tx) error { return call.Timers()[kind](tx, s.id+" "+legID) })
}

func (s *scene) commit(do func(tx *ledger.Tx) error) error {
	_, err := ledger.Do(s.ctx, s.ledger, ledger.Write{Method: "test"}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		return &emptypb.Empty{}, do(tx)
	})
	return err
}

// about names the party, where the input is another party's.
func (s *scene) about() *typev1.CommunicationIdentifier {
	if s.role == "another party" {
		return s.subject.User.Proto()
	}
	return nil
}

// acts make each input of the table.
var acts = map[string]func(s *scene, who access.Caller) error{
	"AnswerCall": func(s *scene, who access.Caller) error {
		_, err := s.AnswerCall(s.ctx, who, &callv1.AnswerCallRequest{CallId: s.id, DeviceId: "d"})
		return err
	},
	"RejectCall":       func(s *scene, who access.Caller) error { return s.rejects(who, 0) },
	"RejectCall, busy": func(s *scene, who access.Caller) error { return s.rejects(who, callv1.RejectReason_REJECT_REASON_BUSY) },
	"RedirectCall": func(s *scene, who access.Caller) error {
		_, err := s.RedirectCall(s.ctx, who, &callv1.RedirectCallRequest{CallId: s.id, Target: s.fresh.User.Proto()})
		return err
	},
	"HangUp, self": func(s *scene, who access.Caller) error {
		_, err := s.HangUp(s.ctx, who, &callv1.HangUpRequest{CallId: s.id})
		return err
	},
	"HangUp, everyone": func(s *scene, who access.Caller) error {
		_, err := s.HangUp(s.ctx, who, &callv1.HangUpRequest{CallId: s.id, Scope: callv1.HangUpScope_HANG_UP_SCOPE_EVERYONE})
		return err
	},
	"AddParticipants": func(s *scene, who access.Caller) error {
		_, err := s.AddParticipants(s.ctx, who, &callv1.AddParticipantsRequest{CallId: s.id, Targets: []*typev1.CommunicationIdentifier{s.fresh.User.Proto()}})
		return err
	},
	"RemoveParticipant": func(s *scene, who access.Caller) error {
		whom := s.about()
		if whom == nil {
			whom = s.company[1].User.Proto()
		}
		_, err := s.RemoveParticipant(s.ctx, who, &callv1.RemoveParticipantRequest{CallId: s.id, Identifier: whom})
		return err
	},
	"TransferCall": func(s *scene, who access.Caller) error {
		_, err := s.TransferCall(s.ctx, who, &callv1.TransferCallRequest{CallId: s.id, Destination: &callv1.TransferCallRequest_Target{Target: s.fresh.User.Proto()}})
		return err
	},
	"HoldCall": func(s *scene, who access.Caller) error {
		_, err := s.HoldCall(s.ctx, who, &callv1.HoldCallRequest{CallId: s.id})
		return err
	},
	"ResumeCall": func(s *scene, who access.Caller) error {
		_, err := s.ResumeCall(s.ctx, who, &callv1.ResumeCallRequest{CallId: s.id})
		return err
	},
	"MuteParticipant": func(s *scene, who access.Caller) error {
		_, err := s.MuteParticipant(s.ctx, who, &callv1.MuteParticipantRequest{CallId: s.id, Identifier: s.about()})
		return err
	},
	"UnmuteParticipant": func(s *scene, who access.Caller) error {
		_, err := s.UnmuteParticipant(s.ctx, who, &callv1.UnmuteParticipantRequest{CallId: s.id, Identifier: s.about()})
		return err
	},
	"SendDtmf": func(s *scene, who access.Caller) error {
		_, err := s.SendDtmf(s.ctx, who, &callv1.SendDtmfRequest{CallId: s.id, Tones: []callv1.DtmfTone{1}, Target: s.about()})
		return err
	},
	"SendSignal": func(s *scene, who access.Caller) error {
		to := s.leg
		if s.about() == nil {
			to = s.companion()
		}
		return s.sends(who, &callv1.Signal{ToLegId: to, Content: &callv1.Signal_Candidate{Candidate: &callv1.IceCandidate{Candidate: "c"}}})
	},
	"GetRelayConfiguration": func(s *scene, who access.Caller) error {
		_, err := s.GetRelayConfiguration(s.ctx, who, &callv1.GetRelayConfigurationRequest{CallId: s.id})
		if reason.Is(err, typev1.Reason_REASON_RELAY_DISABLED) {
			return nil // there is no relay here: that is asked after the table has allowed it
		}
		return err
	},
	"SetCaptureState": func(s *scene, who access.Caller) error {
		_, err := s.SetCaptureState(s.ctx, who, &callv1.SetCaptureStateRequest{CallId: s.id, Kind: callv1.CaptureKind_CAPTURE_KIND_TRANSCRIPTION, State: callv1.CaptureState_CAPTURE_STATE_ACTIVE})
		return err
	},
	"AcknowledgeNotice": func(s *scene, who access.Caller) error {
		_, err := s.AcknowledgeNotice(s.ctx, who, &callv1.AcknowledgeNoticeRequest{CallId: s.id, NoticeId: s.notice})
		return err
	},
	"media connected": func(s *scene, who access.Caller) error {
		return s.sends(who, &callv1.Signal{ToLegId: s.companion(), Content: &callv1.Signal_MediaConnected{MediaConnected: &callv1.MediaConnected{}}})
	},
	"device lost": func(s *scene, who access.Caller) error {
		s.listen(who, "d").Close()
		return nil
	},
	"device back": func(s *scene, who access.Caller) error {
		s.listen(who, "d")
		return nil
	},
	"ring timeout":                  func(s *scene, _ access.Caller) error { return s.due("call.ring", s.leg) },
	"ring timeout, no device there": func(s *scene, _ access.Caller) error { return s.due("call.ring", s.leg) },
	"connect timeout":               func(s *scene, _ access.Caller) error { return s.due("call.connect", s.leg) },
	"grace period over":             func(s *scene, _ access.Caller) error { return s.due("call.lost", s.leg) },
	"maximum duration":              func(s *scene, _ access.Caller) error { return s.due("call.duration", "") },
	"replaced by transfer": func(s *scene, who access.Caller) error {
		_, err := s.TransferCall(s.ctx, who, &callv1.TransferCallRequest{CallId: s.id, Destination: &callv1.TransferCallRequest_Target{Target: s.fresh.User.Proto()}})
		if err == nil {
			s.answer(s.fresh, external, s.id)
		}
		return err
	},
	"policy revoked": func(s *scene, _ access.Caller) error {
		s.federate(false, true)
		s.federate(true, true)
		return nil
	},
	"party deleted": func(s *scene, who access.Caller) error {
		return s.commit(func(tx *ledger.Tx) error { return call.Depart(tx, who.User) })
	},
}

func (s *scene) rejects(who access.Caller, why callv1.RejectReason) error {
	_, err := s.RejectCall(s.ctx, who, &callv1.RejectCallRequest{CallId: s.id, RejectReason: why})
	return err
}

func (s *scene) sends(who access.Caller, signal *callv1.Signal) error {
	_, err := s.SendSignal(s.ctx, who, &callv1.SendSignalRequest{CallId: s.id, Signal: signal})
	return err
}

// companion is the leg of the first of the others.
func (s *scene) companion() string {
	for _, l := range s.world.stored(s.id).GetCall().GetLegs() {
		if l.GetIdentifier().GetRawId() == s.company[0].User.Raw() {
			return l.GetLegId()
		}
	}
	return fmt.Sprint("none of ", s.company[0].User)
}
