package soak_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/parley-interop/parley/test/soak/journal"
)

// meter reads the standard error of the broker: what the runtime of Go says of memory and goroutines becomes samples, and all else goes
// on to the next.
type meter struct {
	broker *broker
	next   *tail
	rest   []byte
	gauge  gauge
}

// Write takes a part of the standard error. It never fails.
func (m *meter) Write(b []byte) (int, error) {
	m.rest = append(m.rest, b...)
	for {
		line, rest, whole := bytes.Cut(m.rest, []byte("\n"))
		if !whole {
			m.rest = bytes.Clone(m.rest)
			return len(b), nil
		}
		m.rest = rest
		sample, known := m.gauge.take(string(line))
		if !known {
			m.next.add(string(line))
		}
		if sample.Heap == 0 && sample.Goroutines == 0 || m.broker == nil || !m.broker.calm.Load() {
			continue
		}
		sample.Kind = journal.Sample
		if sample.Goroutines > 0 {
			sample.RSS = m.broker.current().resident()
		}
		m.broker.log.Write(sample)
	}
}

// gauge understands the traces of the runtime: GODEBUG=gctrace=1,schedtrace=1000,scheddetail=1.
type gauge struct {
	// goroutines are those of the listing so far.
	goroutines int
	listing    bool
}

var collection = regexp.MustCompile(`^gc \d+ @.*, \d+->\d+->(\d+) MB,`)

// dead is the status of a goroutine that has ended, whose memory the runtime keeps.
const dead = "status=6("

// take takes a line, and returns a sample where one is whole, and whether it was a line of a trace.
func (g *gauge) take(line string) (sample journal.Entry, known bool) {
	if match := collection.FindStringSubmatch(line); match != nil {
		mib, _ := strconv.ParseInt(match[1], 10, 64) // digits
		return journal.Entry{Heap: max(mib, 1) << 20}, true
	}
	switch {
	case strings.HasPrefix(line, "SCHED "):
		if g.listing {
			sample.Goroutines = g.goroutines
		}
		*g = gauge{listing: true}
		return sample, true
	case strings.HasPrefix(line, "  G"):
		if !strings.Contains(line, dead) {
			g.goroutines++
		}
		return sample, true
	default:
		return sample, strings.HasPrefix(line, "  P") || strings.HasPrefix(line, "  M")
	}
}

// resident returns the memory that a process has, in bytes; 0 where that is not known.
func (p *process) resident() int64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid)) // none but on Linux
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(size), " kB"), 10, 64)
			return kib << 10
		}
	}
	return 0
}

func TestGauge(t *testing.T) {
	t.Parallel()
	var g gauge
	var got []journal.Entry
	strange := 0
	for _, line := range []string{
		"SCHED 1003ms: gomaxprocs=2 idleprocs=1 threads=7",
		"  P0: status=0 schedtick=1",
		"  M0: p=nil curg=nil",
		"  G1: status=4(IO wait) m=nil lockedm=nil",
		"  G2: status=6() m=nil lockedm=nil",
		"  G3: status=2() m=1 lockedm=nil",
		"gc 12 @3.4s 1%: 0.1+2.3+0.01 ms clock, 0.2+0.1/1/0+0.02 ms cpu, 40->41->17 MB, 60 MB goal, 0 MB stacks, 0 MB globals, 2 P",
		`time=2026-01-01T00:00:00Z level=WARN msg="storage is full"`,
		"SCHED 2003ms: gomaxprocs=2 idleprocs=1 threads=7",
	} {
		sample, known := g.take(line)
		if sample.Heap+int64(sample.Goroutines) > 0 {
			got = append(got, sample)
		}
		if !known {
			strange++
		}
	}
	if len(got) != 2 || got[0].Heap != 17<<20 || got[1].Goroutines != 2 || strange != 1 {
		t.Errorf("samples %+v, %d lines of something else; want 17 MiB, 2 goroutines, and 1 line", got, strange)
	}
}
