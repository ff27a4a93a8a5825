package judge

import (
	"cmp"
	"slices"

	"github.com/parley-interop/parley/test/soak/journal"
)

// Spent compares what the broker's process spent in the first and in the last third of its calm life, which begins after a warm-up.
type Spent struct {
	Samples               int
	Heap, RSS, Goroutines Change
}

// Change is a median at the beginning, one at the end, and how far the latter may go. It is zero where there were too few samples.
type Change struct{ First, Last, Bound int64 }

// How much the last third may be above the first. Heap is what lives after a collection: caches fill to their bounds, and what one
// collection finds depends on what was under way. RSS has more: the garbage of one cycle, up to three times the heap by the broker's
// setting, and what the store has outside the heap, above all the 64 MiB in which it collects writes, which fill up in the minutes after a start.
// Goroutines come and go with streams, of which the readers who come and go have a dozen.
const (
	minSamples  = 9
	warmUp      = 0.2
	heapFactor  = 1.25
	heapRoom    = 24 << 20
	rssFactor   = 1.35
	rssRoom     = 64 << 20
	goFactor    = 1.1
	goRoom      = 40
	lastOfThree = 3
)

// judgeSamples checks that memory and goroutines stayed where they were.
func (t *trial) judgeSamples() {
	t.Spent.Samples = len(t.samples)
	if len(t.samples) == 0 {
		return
	}
	slices.SortFunc(t.samples, func(a, b journal.Entry) int { return cmp.Compare(a.At, b.At) })
	first, last := t.samples[0].At, t.samples[len(t.samples)-1].At
	from := first + int64(warmUp*float64(last-first))
	warm := slices.DeleteFunc(slices.Clone(t.samples), func(e journal.Entry) bool { return e.At < from })
	t.Spent.Heap = compare(warm, func(e journal.Entry) int64 { return e.Heap }, heapFactor, heapRoom)
	t.Spent.RSS = compare(warm, func(e journal.Entry) int64 { return e.RSS }, rssFactor, rssRoom)
	t.Spent.Goroutines = compare(warm, func(e journal.Entry) int64 { return int64(e.Goroutines) }, goFactor, goRoom)
	for what, c := range map[string]Change{"live heap": t.Spent.Heap, "resident memory": t.Spent.RSS, "goroutines": t.Spent.Goroutines} {
		if c != (Change{}) {
			t.check(Flat, c.Last <= c.Bound, "%s grew from %d to %d, which is above %d", what, c.First, c.Last, c.Bound)
		}
	}
}

// compare takes the samples that have a value.
func compare(samples []journal.Entry, value func(journal.Entry) int64, factor float64, room int64) Change {
	var values []int64
	for _, e := range samples {
		if v := value(e); v > 0 {
			values = append(values, v)
		}
	}
	if len(values) < minSamples {
		return Change{}
	}
	third := len(values) / lastOfThree
	first, last := median(values[:third]), median(values[len(values)-third:])
	return Change{first, last, int64(factor*float64(first)) + room}
}

func median(values []int64) int64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
