package judge

import (
	"slices"
	"strings"

	"github.com/parley-interop/parley/test/soak/journal"
)

// message is what its sender knows of it.
type message struct {
	who, thread string
	// began is when it was first tried, and acknowledged when it was answered; 0 unless it was.
	began, acknowledged int64
	sequence            int64
	id                  string
	// possible says that an attempt may have had its effect, though its sender was not told so.
	possible bool
	// answer is the attempt that was acknowledged.
	answer span
}

// piped is a message of a pipeline that was acknowledged.
type piped struct {
	place    int
	sequence int64
	text     string
}

func (t *trial) takeSend(file string, e journal.Entry) {
	t.Checked[Clear]++
	t.Counts["attempts to send"]++
	m := t.sent[e.Text]
	if m == nil {
		m = &message{who: e.Who, thread: e.Thread, began: e.Began}
		t.sent[e.Text] = m
	}
	m.began = min(m.began, e.Began)
	switch e.Result {
	case journal.Acknowledged:
		t.acknowledge(m, e)
		if e.Pipe > 0 {
			key := file + " " + e.Thread
			t.pipes[key] = append(t.pipes[key], piped{e.Pipe, e.Sequence, e.Text})
		}
	case journal.Uncertain:
		t.Counts["attempts of which nobody knows"]++
		m.possible = true
	case journal.Refused:
		t.Counts["attempts refused: "+e.Reason]++
		if strings.HasPrefix(e.Reason, "INTEROP_") {
			t.refused = append(t.refused, e)
		}
	}
}

func (t *trial) acknowledge(m *message, e journal.Entry) {
	t.Counts["messages acknowledged"]++
	if m.sequence != 0 {
		t.check(Doubled, m.sequence == e.Sequence && m.id == e.Message, "%s was acknowledged as message %d, and as %d", e.Text, m.sequence, e.Sequence)
	}
	if m.possible {
		t.Counts["messages acknowledged after an attempt of which nobody knows"]++
	}
	m.sequence, m.id, m.acknowledged, m.answer = e.Sequence, e.Message, e.At, span{e.Began, e.At}
}

// thread is what readers were shown of a thread, all together.
type thread struct {
	id              string
	members, guests []string
	// entries are by sequence, from 1; nil for what nobody was shown.
	entries []*entry
}

// entry is one entry of a thread. All readers must be shown the same.
type entry struct {
	text, id, change string
	subjects         []string
	// place is where it stands among the entries of all threads, as a backend was shown them; 0 if not known.
	place int
}

func newThread(e journal.Entry) *thread {
	return &thread{id: e.Thread, members: e.Members, guests: e.Guests}
}

func (th *thread) at(sequence int64) *entry {
	if sequence < 1 || sequence > int64(len(th.entries)) {
		return nil
	}
	return th.entries[sequence-1]
}

// show takes in what a reader was shown, and returns the entry; nil if it differs from what another was shown.
func (th *thread) show(t *trial, reader string, e journal.Entry) *entry {
	if e.Sequence < 1 {
		t.broken(Gapless, "%s was shown %q of %s without a sequence", reader, e.Text, th.id)
		return nil
	}
	for int64(len(th.entries)) < e.Sequence {
		th.entries = append(th.entries, nil)
	}
	known := th.entries[e.Sequence-1]
	if known == nil {
		known = &entry{text: e.Text, id: e.Message, change: e.Change, subjects: e.Subjects}
		th.entries[e.Sequence-1] = known
		return known
	}
	if known.text != e.Text || known.id != e.Message || known.change != e.Change || !slices.Equal(known.subjects, e.Subjects) {
		t.broken(Ordered, "%s was shown %q as message %d of %s, another reader %q", reader, e.Text, e.Sequence, th.id, known.text)
		return nil
	}
	return known
}

// judge checks a thread by itself: its numbers, its ids, and that each message is there once, of one who has sent it.
func (th *thread) judge(t *trial) {
	places := map[string]int{}
	last := ""
	latest := int64(0) // the latest beginning of a message so far
	for i, e := range th.entries {
		sequence := int64(i + 1)
		if !t.check(Gapless, e != nil, "nobody was shown message %d of %s, which goes on until %d", sequence, th.id, len(th.entries)) {
			continue
		}
		t.check(Ordered, len(last) < len(e.id) || len(last) == len(e.id) && last < e.id, "message %d of %s has the id %s after %s", sequence, th.id, e.id, last)
		last = e.id
		if e.change != "" {
			continue
		}
		places[e.text]++
		t.check(Doubled, places[e.text] == 1, "%s is %d times in %s", e.text, places[e.text], th.id)
		m := t.sent[e.text]
		if !t.check(Invented, m != nil && m.thread == th.id, "%q is message %d of %s, and nobody has sent it there", e.text, sequence, th.id) {
			continue
		}
		t.check(Invented, m.sequence != 0 || m.possible, "%s is message %d of %s, and its sender was told that nothing happened", e.text, sequence, th.id)
		if m.acknowledged != 0 {
			t.check(Ordered, m.acknowledged >= latest, "%s was acknowledged before a message was sent that stands before it in %s", e.text, th.id)
		}
		latest = max(latest, m.began)
	}
}

// judgeAcknowledged checks that what was acknowledged is where the acknowledgement says, and was allowed.
func (t *trial) judgeAcknowledged() {
	for text, m := range t.sent {
		if m.sequence == 0 {
			continue
		}
		th := t.threads[m.thread]
		if th == nil {
			t.broken(Invented, "%s was acknowledged in %s, which is no thread", text, m.thread)
			continue
		}
		e := th.at(m.sequence)
		t.check(Lost, e != nil && e.text == text && e.id == m.id, "%s was acknowledged as message %d of %s, and is not there", text, m.sequence, th.id)
		t.judgeAllowed(text, m, th)
	}
}

// judgeAllowed checks that policy let a message through: a Teams user that is shut out sends nothing, and nobody sends where all
// Teams users are shut out.
func (t *trial) judgeAllowed(text string, m *message, th *thread) {
	during := m.answer
	if t.parties[m.who] {
		t.Counts["messages acknowledged, of Teams users"]++
	}
	if m.possible {
		return // it may have had its effect in an attempt before
	}
	if t.parties[m.who] {
		t.check(Forbidden, !t.policy.closed(m.who, during), "%s was acknowledged although %s was shut out", text, m.who)
		return
	}
	some, all := false, true
	for _, who := range th.members {
		if t.parties[who] {
			some, all = true, all && t.policy.closed(who, during)
		}
	}
	for _, who := range th.guests {
		if t.parties[who] {
			all = all && t.policy.closed(who, during)
		}
	}
	if some {
		t.check(Forbidden, !all, "%s was acknowledged in %s although all its Teams users were shut out", text, th.id)
	}
}

// judgePipes checks that messages of one pipeline to one thread are in the order in which they went in.
func (t *trial) judgePipes() {
	for key, pipe := range t.pipes {
		slices.SortFunc(pipe, func(a, b piped) int { return a.place - b.place })
		for i := 1; i < len(pipe); i++ {
			t.check(Ordered, pipe[i-1].sequence < pipe[i].sequence, "%s: %s went into the pipeline after %s, and is before it", key, pipe[i].text, pipe[i-1].text)
		}
	}
}

// judgeRefused checks that policy refused nothing while it was open to everybody.
func (t *trial) judgeRefused() {
	for _, e := range t.refused {
		during := span{e.Began, e.At}
		shut := false
		for who, teams := range t.parties {
			shut = shut || teams && !t.policy.open(who, during)
		}
		t.check(Denied, shut, "%s was refused %s with %s, and nobody was shut out", e.Who, e.Text, e.Reason)
	}
}
