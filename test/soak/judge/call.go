package judge

import (
	"slices"
	"strings"

	"github.com/parley-interop/parley/test/soak/journal"
)

// call is what its parties know of a call.
type call struct {
	id, caller, callee string
	// started is when its start was tried and acknowledged.
	started span
	acts    []journal.Entry
	// ended is when the first listener was told of its end; 0 before.
	ended int64
	// outcomes are those that anybody was told, with who was.
	outcomes map[string][]string
}

func (t *trial) call(id string) *call {
	c := t.calls[id]
	if c == nil {
		c = &call{id: id, outcomes: map[string][]string{}}
		t.calls[id] = c
	}
	return c
}

func (t *trial) takeCall(e journal.Entry) {
	switch e.Kind {
	case journal.Start:
		t.Checked[Clear]++
		t.Counts["attempts to call"]++
		if e.Result == journal.Refused && strings.HasPrefix(e.Reason, "INTEROP_") {
			t.refused = append(t.refused, e)
		}
		if e.Result == journal.Acknowledged {
			t.Counts["calls"]++
			c := t.call(e.Call)
			c.caller, c.callee, c.started = e.Who, e.Callee, span{e.Began, e.At}
		}
	case journal.Act:
		if e.Result == journal.Acknowledged {
			t.Counts["calls: "+e.Change]++
		}
		c := t.call(e.Call)
		c.acts = append(c.acts, e)
	default:
		t.call(e.Call).says(e.Outcome, "the answer to "+e.Who)
	}
}

func (c *call) says(outcome, who string) {
	if !slices.Contains(c.outcomes[outcome], who) {
		c.outcomes[outcome] = append(c.outcomes[outcome], who)
	}
}

// listening is what one device was told of its calls.
type listening struct {
	file, who string
	calls     map[string]*heard
	complete  bool
}

// heard is what a device was told of one call.
type heard struct {
	last  int64
	ended bool
}

func (l *listening) read(t *trial) error {
	for e, err := range journal.Read(l.file) {
		if err != nil {
			return err
		}
		t.Length = max(t.Length, e.At)
		switch e.Kind {
		case journal.Told:
			l.told(t, e)
		case journal.Resumed:
			t.Counts["streams of calls opened"]++
		case journal.Complete:
			l.complete = true
		case journal.Trouble:
			t.broken(Clear, "%s: %s", l.who, e.Text)
		default:
		}
	}
	return nil
}

func (l *listening) told(t *trial, e journal.Entry) {
	t.Counts["events of calls shown"]++
	h := l.calls[e.Call]
	if h == nil {
		h = &heard{last: e.Sequence - 1}
		l.calls[e.Call] = h
		first := e.Sequence == 1 && e.Change == "call_started" || e.Change == "leg_ringing"
		t.check(Gapless, first, "%s was told %s as the first event of call %s, number %d", l.who, e.Change, e.Call, e.Sequence)
	}
	t.check(Ended, !h.ended, "%s was told %s of call %s after its end", l.who, e.Change, e.Call)
	switch {
	case e.Sequence == h.last+1:
		t.Checked[Gapless]++
		t.Checked[Doubled]++
	case e.Sequence > h.last:
		t.broken(Gapless, "%s was told event %d of call %s after %d", l.who, e.Sequence, e.Call, h.last)
	default:
		t.broken(Doubled, "%s was told event %d of call %s after %d", l.who, e.Sequence, e.Call, h.last)
	}
	h.last = max(h.last, e.Sequence)
	if e.Change != "call_ended" {
		return
	}
	h.ended = true
	c := t.call(e.Call)
	c.says(e.Outcome, l.who)
	if c.ended == 0 || e.At < c.ended {
		c.ended = e.At
	}
}

// judgeCalls checks each call by itself.
func (t *trial) judgeCalls() {
	for _, l := range sortedValues(t.listeners) {
		t.check(CaughtUp, l.complete, "%s did not come to the end of its calls", l.who)
		for id, h := range l.calls {
			t.check(Ended, h.ended, "%s was not told of the end of call %s", l.who, id)
		}
	}
	for _, c := range sortedValues(t.calls) {
		if c.caller == "" {
			t.broken(Invented, "there is a call %s that nobody has started", c.id)
			continue
		}
		for _, who := range []string{c.caller, c.callee} {
			l := t.listeners[who]
			t.check(Lost, l != nil && l.calls[c.id] != nil, "%s was told nothing of call %s", who, c.id)
		}
		if t.check(Ended, len(c.outcomes) == 1, "call %s ended in %d ways: %v", c.id, len(c.outcomes), c.outcomes) {
			for outcome := range c.outcomes {
				t.Counts["calls ended: "+outcome]++
				t.check(Ended, c.right(t, outcome), "call %s of %s to %s ended with %s after %s", c.id, c.caller, c.callee, outcome, c.story())
			}
		}
		t.judgeCallAllowed(c)
	}
}

// acted returns the acts of a kind that were, or may have been, successful.
func (c *call) acted(sure bool, changes ...string) (out []journal.Entry) {
	for _, a := range c.acts {
		if slices.Contains(changes, a.Change) && (a.Result == journal.Acknowledged || !sure && a.Result == journal.Uncertain) {
			out = append(out, a)
		}
	}
	return out
}

// right reports whether an outcome is one that what was done to a call can lead to.
func (c *call) right(t *trial, outcome string) bool {
	life := span{c.started.from, max(c.ended, c.started.to)}
	answered, left := c.acted(false, "answer"), c.acted(false, "hang up")
	harmed := slices.ContainsFunc(t.faults, life.meets)
	switch outcome {
	case "COMPLETED":
		return len(answered) > 0 && len(left) > 0
	case "CANCELLED":
		return len(left) > 0 && len(c.acted(true, "answer")) == 0
	case "DECLINED":
		return len(c.acted(false, "reject")) > 0
	case "NO_ANSWER":
		return len(c.acted(true, "answer", "reject")) == 0
	case "UNREACHABLE":
		return len(c.acted(true, "answer", "reject")) == 0 && (harmed || t.maybeShut(c, life))
	case "FAILED":
		return harmed || t.maybeShut(c, life)
	case "POLICY_REVOKED":
		return t.maybeShut(c, life)
	default:
		return false
	}
}

// maybeShut reports whether a party of a call may have been shut out during a time.
func (t *trial) maybeShut(c *call, during span) bool {
	for _, who := range []string{c.caller, c.callee} {
		if t.parties[who] && !t.policy.open(who, during) {
			return true
		}
	}
	return false
}

// judgeCallAllowed checks that nobody who was shut out has started or answered a call, and that no call went on then.
func (t *trial) judgeCallAllowed(c *call) {
	for _, who := range []string{c.caller, c.callee} {
		if !t.parties[who] {
			continue
		}
		t.check(Forbidden, !t.policy.closed(who, c.started), "call %s was started while %s was shut out", c.id, who)
		for _, a := range c.acted(true, "answer", "hold", "resume") {
			t.check(Forbidden, !t.policy.closed(who, span{a.Began, a.At}), "%s could %s in call %s while %s was shut out", a.Who, a.Change, c.id, who)
		}
		for _, s := range slices.Concat(t.policy.times(""), t.policy.times(who)) {
			t.judgeCut(c, who, s)
		}
	}
}

// judgeCut checks that a closing of policy ended a call that had started before it, and that nobody else had begun to end until it
// was answered.
func (t *trial) judgeCut(c *call, who string, closing span) {
	ending := c.acted(false, "hang up", "reject")
	before := func(a journal.Entry) bool { return a.Began <= closing.to }
	if closing.from <= c.started.to || len(ending) == 0 || slices.ContainsFunc(ending, before) {
		return
	}
	for _, outcome := range []string{"COMPLETED", "CANCELLED", "DECLINED"} {
		t.check(Forbidden, len(c.outcomes[outcome]) == 0, "call %s was %s after %s was shut out", c.id, outcome, who)
	}
}

// times are how long the closings of a switch took.
func (p policy) times(who string) (out []span) {
	if p[who] == nil {
		return nil
	}
	for _, e := range p[who].flips {
		if e.Closed {
			out = append(out, span{e.Began, e.At})
		}
	}
	return out
}

func (c *call) story() string {
	var out []string
	for _, a := range c.acts {
		out = append(out, a.Who+": "+a.Change+" "+string(a.Result)+" "+a.Reason)
	}
	return "[" + strings.Join(out, "; ") + "]"
}
