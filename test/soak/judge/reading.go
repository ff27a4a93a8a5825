package judge

import (
	"path/filepath"
	"slices"

	"github.com/parley-interop/parley/test/soak/journal"
)

// reading is what one reader was shown, in its order.
type reading struct {
	file, who string
	all       bool
	seen      []place
	complete  bool
}

// place is an entry of a thread.
type place struct {
	thread   *thread
	sequence int64
}

func newReading(file string, e journal.Entry) *reading {
	return &reading{file: file, who: e.Who, all: e.All}
}

func (r *reading) rank() int {
	if r.all {
		return 0
	}
	return 1
}

func (r *reading) name() string {
	base := filepath.Base(r.file)
	return base[:len(base)-len(filepath.Ext(base))]
}

// read reads the journal, and checks what can be checked at once.
func (r *reading) read(t *trial) error {
	t.Counts["readers"]++
	for e, err := range journal.Read(r.file) {
		if err != nil {
			return err
		}
		t.Length = max(t.Length, e.At)
		switch e.Kind {
		case journal.Shown:
			r.shown(t, e)
		case journal.Resumed:
			r.resumed(t, e)
		case journal.Complete:
			r.complete = true
		case journal.Trouble:
			t.broken(Clear, "%s: %s", r.name(), e.Text)
		default:
		}
	}
	return nil
}

func (r *reading) resumed(t *trial, e journal.Entry) {
	t.Counts["streams of chat opened"]++
	if e.Reason == "ACCESS_LOST" {
		t.Counts["streams of chat that policy ended"]++
	}
	if e.Count < len(r.seen) {
		t.Counts["streams of chat resumed from an older cursor"]++
		r.seen = r.seen[:e.Count]
	}
	t.check(Gapless, e.Count == len(r.seen), "%s resumed after %d events, and was shown %d only", r.name(), e.Count, len(r.seen))
}

func (r *reading) shown(t *trial, e journal.Entry) {
	t.Counts["events shown"]++
	th := t.threads[e.Thread]
	if !t.check(Forbidden, th != nil && !r.stranger(th), "%s, who has nothing to do with %s, was shown %q of it", r.name(), e.Thread, e.Text) {
		return
	}
	known := th.show(t, r.name(), e)
	r.seen = append(r.seen, place{th, e.Sequence})
	if known != nil && r.all && known.place == 0 {
		known.place = len(r.seen)
	}
	m := t.sent[e.Text]
	if t.parties[r.who] && m != nil {
		if t.policy.closed(r.who, span{m.began, m.began}) {
			t.Counts["events shown to somebody who was shut out when they were sent"]++
		}
		t.check(Forbidden, !t.policy.closed(r.who, span{m.began, e.At}), "%s was shown %s, which was sent and shown while policy shut it out", r.name(), e.Text)
	}
}

// stranger reports whether a reader is to see nothing of a thread.
func (r *reading) stranger(th *thread) bool {
	return !r.all && !slices.Contains(th.members, r.who) && !slices.Contains(th.guests, r.who)
}

// judge checks the whole of what a reader was shown, when all is known.
func (r *reading) judge(t *trial) {
	t.check(CaughtUp, r.complete, "%s did not come to the end", r.name())
	seen := map[*thread]*tally{}
	before := 0
	for _, p := range r.seen {
		if seen[p.thread] == nil {
			seen[p.thread] = &tally{allowed: p.thread.allowed(r), got: map[int64]bool{}}
		}
		seen[p.thread].take(t, r, p)
		e := p.thread.at(p.sequence)
		if e == nil || e.place == 0 {
			continue
		}
		t.check(Ordered, e.place > before, "%s was shown %q out of the order of the log", r.name(), e.text)
		before = e.place
	}
	for _, th := range sortedValues(t.threads) {
		if r.stranger(th) {
			continue
		}
		got := seen[th]
		if got == nil {
			got = &tally{allowed: th.allowed(r)}
		}
		got.missing(t, r, th)
	}
}

// tally is what a reader was shown of one thread.
type tally struct {
	allowed []bool // by sequence, from 1
	got     map[int64]bool
	last    int64
}

func (y *tally) take(t *trial, r *reading, p place) {
	e := p.thread.at(p.sequence)
	what := ""
	if e != nil {
		what = e.text + e.change
	}
	t.check(Forbidden, p.sequence >= 1 && p.sequence <= int64(len(y.allowed)) && y.allowed[p.sequence-1], "%s was shown message %d of %s (%s), when it was not in the thread", r.name(), p.sequence, p.thread.id, what)
	if !t.check(Doubled, !y.got[p.sequence], "%s was shown message %d of %s (%s) twice", r.name(), p.sequence, p.thread.id, what) {
		return
	}
	y.got[p.sequence] = true
	t.check(Ordered, p.sequence > y.last, "%s was shown message %d of %s (%s) after %d", r.name(), p.sequence, p.thread.id, what, y.last)
	y.last = max(y.last, p.sequence)
}

// missing checks that a reader was shown everything that it is to see.
func (y *tally) missing(t *trial, r *reading, th *thread) {
	for i, allowed := range y.allowed {
		if !allowed || th.entries[i] == nil {
			continue // what nobody was shown is a gap already
		}
		t.check(Lost, y.got[int64(i+1)], "%s was never shown message %d of %s (%s%s), which others were", r.name(), i+1, th.id, th.entries[i].text, th.entries[i].change)
	}
}

// allowed says which entries of a thread a reader is to see: all of them, or for guests those from each addition to the next removal.
func (th *thread) allowed(r *reading) []bool {
	out := make([]bool, len(th.entries))
	in := r.all || slices.Contains(th.members, r.who)
	for i, e := range th.entries {
		about := e != nil && !r.all && slices.Contains(th.guests, r.who) && slices.Contains(e.subjects, r.who)
		in = in || about && e.change == "added"
		out[i] = in
		in = in && (!about || e.change != "removed")
	}
	return out
}
