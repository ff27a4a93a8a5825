package judge

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
	"time"
)

// Print writes the page that says what was proved, and what not.
func (v *Verdict) Print(w io.Writer) error {
	p := &page{tabwriter.NewWriter(w, 0, 0, 2, ' ', 0), nil}
	p.line("A soak of %s, judged by what clients saw", time.Duration(v.Length).Round(time.Second))
	p.line("")
	for _, i := range invariants {
		p.line("%s\t%s\t%d checks", v.grade(i), i, v.Checked[i])
	}
	for _, i := range invariants {
		for _, example := range v.Examples[i] {
			p.line("  BROKEN (%s): %s", i, example)
		}
		if more := v.Broken[i] - len(v.Examples[i]); more > 0 {
			p.line("  BROKEN (%s): and %d more", i, more)
		}
	}
	p.line("")
	p.line("What happened")
	words := make([]string, 0, len(v.Counts))
	for word := range v.Counts {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		p.line("  %d\t%s", v.Counts[word], word)
	}
	for _, why := range v.Skipped {
		p.line("  SKIPPED\t%s", why)
	}
	p.line("")
	p.line("What the broker spent in its calm life, after the warm-up: medians of the first and the last third (%d samples)", v.Spent.Samples)
	p.change("live heap, MiB", v.Spent.Heap, 1<<20)
	p.change("resident memory, MiB", v.Spent.RSS, 1<<20)
	p.change("goroutines", v.Spent.Goroutines, 1)
	if p.err != nil {
		return p.err
	}
	return p.w.Flush()
}

func (v *Verdict) grade(i Invariant) string {
	switch {
	case v.Broken[i] > 0:
		return fmt.Sprintf("BROKEN %d times", v.Broken[i])
	case v.Checked[i] == 0:
		return "not tested"
	default:
		return "holds"
	}
}

// page keeps the first error of what is written to it.
type page struct {
	w   *tabwriter.Writer
	err error
}

func (p *page) line(format string, args ...any) {
	if _, err := fmt.Fprintf(p.w, format+"\n", args...); p.err == nil {
		p.err = err
	}
}

func (p *page) change(what string, c Change, unit int64) {
	if c == (Change{}) {
		p.line("  %s\ttoo few samples to say", what)
		return
	}
	p.line("  %s\t%d\tthen\t%d\t(at most %d)", what, c.First/unit, c.Last/unit, c.Bound/unit)
}
