// Package judge says whether a broker has kept its promises, from the journals of those who used it and from nothing else. It knows
// the contract and no line of the broker.
//
// What it relies on: the content of each message is sent in one message only; clients share one clock; every journal of a reader is
// of one stream that was resumed from cursors.
package judge

import (
	"fmt"
	"slices"
	"sort"

	"github.com/parley-interop/parley/test/soak/journal"
)

// Invariant is a promise.
type Invariant string

// The promises, in the order in which the report has them.
const (
	Lost      Invariant = "nothing acknowledged is lost"
	Doubled   Invariant = "nothing is doubled"
	Ordered   Invariant = "order is kept in each thread and in each stream"
	Gapless   Invariant = "sequences have no gaps"
	Invented  Invariant = "nothing is shown that nobody has sent"
	Forbidden Invariant = "nothing is seen or done that is not allowed"
	Denied    Invariant = "nothing is denied that is allowed"
	Ended     Invariant = "each call has one final outcome, and it is the right one"
	CaughtUp  Invariant = "every reader catches up"
	Flat      Invariant = "memory and goroutines are flat"
	Clear     Invariant = "every answer is one that the contract allows"
)

var invariants = []Invariant{Lost, Doubled, Ordered, Gapless, Invented, Forbidden, Denied, Ended, CaughtUp, Flat, Clear}

// Verdict is what the journals prove.
type Verdict struct {
	// Checked is how often each invariant was put to the test. One that was never tested is not proved.
	Checked map[Invariant]int
	// Broken is how often each invariant was broken, and Examples the first cases.
	Broken   map[Invariant]int
	Examples map[Invariant][]string
	// Counts are what happened, by words for the report.
	Counts map[string]int
	// Skipped is harm that could not be done, and why.
	Skipped []string
	// Spent is what the broker's process spent in its calm life.
	Spent Spent
	// Length is how long the soak was, in nanoseconds.
	Length int64
}

// maxExamples bounds what the report shows of one broken invariant.
const maxExamples = 8

// Sound reports whether no invariant was broken.
func (v *Verdict) Sound() bool { return len(v.Broken) == 0 }

// Untested returns the invariants that nothing was compared with, of which nothing is proved.
func (v *Verdict) Untested() (out []Invariant) {
	for _, i := range invariants {
		if v.Checked[i] == 0 {
			out = append(out, i)
		}
	}
	return out
}

func (v *Verdict) broken(i Invariant, format string, args ...any) {
	v.Broken[i]++
	if len(v.Examples[i]) < maxExamples {
		v.Examples[i] = append(v.Examples[i], fmt.Sprintf(format, args...))
	}
}

// check counts a test of an invariant, and notes it as broken unless it holds.
func (v *Verdict) check(i Invariant, holds bool, format string, args ...any) bool {
	v.Checked[i]++
	if !holds {
		v.broken(i, format, args...)
	}
	return holds
}

// trial is the state of a judgement.
type trial struct {
	*Verdict
	parties map[string]bool // whether they are of the tenant
	threads map[string]*thread
	sent    map[string]*message
	pipes   map[string][]piped // by journal and thread
	policy  policy
	faults  []span
	calls   map[string]*call
	refused []journal.Entry
	samples []journal.Entry
	// readings are the journals of readers, as far as they still count.
	readings  []*reading
	listeners map[string]*listening
}

// Judge reads all journals of a folder. An error means that they cannot be read, and nothing is known.
func Judge(folder string) (*Verdict, error) {
	files, err := journal.Files(folder)
	if err != nil {
		return nil, err
	}
	t := &trial{
		Verdict: &Verdict{Checked: map[Invariant]int{}, Broken: map[Invariant]int{}, Examples: map[Invariant][]string{}, Counts: map[string]int{}},
		parties: map[string]bool{}, threads: map[string]*thread{}, sent: map[string]*message{}, pipes: map[string][]piped{},
		policy: policy{}, calls: map[string]*call{}, listeners: map[string]*listening{},
	}
	for _, file := range files {
		if err := t.read(file); err != nil {
			return nil, err
		}
	}
	t.policy.sort()
	// Who sees everything comes first: it says how the threads interleave.
	slices.SortStableFunc(t.readings, func(a, b *reading) int { return a.rank() - b.rank() })
	for _, r := range t.readings {
		if err := r.read(t); err != nil {
			return nil, err
		}
	}
	for _, l := range sortedValues(t.listeners) {
		if err := l.read(t); err != nil {
			return nil, err
		}
	}
	t.judge()
	return t.Verdict, nil
}

func (t *trial) judge() {
	for _, th := range sortedValues(t.threads) {
		th.judge(t)
	}
	t.judgeAcknowledged()
	t.judgePipes()
	t.judgeRefused()
	for _, r := range t.readings {
		r.judge(t)
	}
	t.judgeCalls()
	t.judgeSamples()
}

// read takes a journal in; those of streams are only noted.
func (t *trial) read(file string) error {
	for e, err := range journal.Read(file) {
		if err != nil {
			return err
		}
		t.Length = max(t.Length, e.At)
		switch e.Kind {
		case journal.Reader:
			t.readings = append(t.readings, newReading(file, e))
			return nil
		case journal.Listener:
			t.listeners[e.Who] = &listening{file: file, who: e.Who, calls: map[string]*heard{}}
			return nil
		default:
			if err := t.take(file, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *trial) take(file string, e journal.Entry) error {
	switch e.Kind {
	case journal.Party:
		t.parties[e.Who] = e.Teams
	case journal.Thread:
		t.threads[e.Thread] = newThread(e)
	case journal.Send:
		t.takeSend(file, e)
	case journal.Flip:
		t.Counts["policy flips"]++
		t.policy.flip(e)
	case journal.Start, journal.Act, journal.Outcome:
		t.takeCall(e)
	case journal.Fault:
		t.Counts["faults: "+e.Change]++
		t.faults = append(t.faults, span{e.Began, e.At})
	case journal.Sample:
		t.samples = append(t.samples, e)
	case journal.Trouble:
		t.broken(Clear, "%s: %s", e.Who, e.Text)
	case journal.Skipped:
		t.Skipped = append(t.Skipped, e.Change+": "+e.Text)
	default:
		return fmt.Errorf("%s has an entry of the kind %q, which does not belong there", file, e.Kind)
	}
	return nil
}

// span is a time, from one moment to another.
type span struct{ from, to int64 }

// meets reports whether two times have a moment in common.
func (s span) meets(o span) bool { return s.from <= o.to && o.from <= s.to }

func sortedValues[V any](m map[string]V) []V {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	out := make([]V, 0, len(m))
	for _, k := range keys {
		out = append(out, m[k])
	}
	return out
}
