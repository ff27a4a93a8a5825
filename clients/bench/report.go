package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// measured is what one round has found. A zero is what was not measured.
type measured struct {
	// Rate is how many of the workload's unit there were in a second.
	Rate float64 `json:"rate,omitempty"`
	// Median and P99 are of what each took, in microseconds.
	Median float64 `json:"median_us,omitempty"`
	P99    float64 `json:"p99_us,omitempty"`
	// CPU is the processor time of the server for each, in microseconds.
	CPU float64 `json:"cpu_us,omitempty"`
	// Bytes is the memory or the disk space for each.
	Bytes float64 `json:"bytes,omitempty"`
}

func rateOf(m measured) float64   { return m.Rate }
func medianOf(m measured) float64 { return m.Median }
func p99Of(m measured) float64    { return m.P99 }
func cpuOf(m measured) float64    { return m.CPU }
func bytesOf(m measured) float64  { return m.Bytes }

// series are all rounds of one subject.
type series struct {
	Subject string     `json:"subject"`
	Rounds  []measured `json:"rounds"`
}

// figures are what was found of a workload.
type figures struct {
	Time     time.Time `json:"time"`
	Workload string    `json:"workload"`
	About    string    `json:"about"`
	Unit     string    `json:"unit"`
	Series   []series  `json:"series"`
	Goals    []reached `json:"goals,omitempty"`
}

// report is what a run has found, and where.
type report struct {
	System     string    `json:"system"`
	Processor  string    `json:"processor"`
	Processors int       `json:"processors"`
	Go         string    `json:"go"`
	Duration   string    `json:"duration"`
	Scale      float64   `json:"scale"`
	Figures    []figures `json:"figures"`
}

func newReport(c runCommand) *report {
	return &report{
		System: runtime.GOOS + "/" + runtime.GOARCH, Processor: processor(), Processors: runtime.NumCPU(),
		Go: runtime.Version(), Duration: c.Duration.String(), Scale: c.Scale,
	}
}

// processor names the machine's processor, as far as the system tells.
func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(info)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// readReport reads what write has written.
func readReport(path string) (*report, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r := &report{}
	return r, json.Unmarshal(b, r)
}

// write writes the report to a file, unless there is no name. What the file has of other workloads stays there if it was measured in
// the same way on the same machine.
func (r *report) write(path string) error {
	if path == "" {
		return nil
	}
	if before, err := readReport(path); err == nil {
		r.keep(before)
	}
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644) //nolint:gosec // figures are for all
}

// keep takes over what an earlier report has of workloads that were not measured now. The order is that of the workloads.
func (r *report) keep(before *report) {
	if r.machine() != before.machine() {
		return
	}
	known := map[string]figures{}
	for _, f := range append(before.Figures, r.Figures...) {
		known[f.Workload] = f
	}
	r.Figures = nil
	for _, w := range workloads() {
		if f, ok := known[w.name]; ok {
			r.Figures = append(r.Figures, f)
		}
	}
}

// spread is the middle of some values, with the least and the most.
type spread struct{ Median, Least, Most float64 }

func spreadOf(values []float64) spread {
	values = slices.Sorted(slices.Values(values))
	return spread{values[len(values)/2], values[0], values[len(values)-1]}
}

func (f figures) rounds(subject string) []measured {
	for _, s := range f.Series {
		if s.Subject == subject {
			return s.Rounds
		}
	}
	return nil
}

// spread returns what a subject's rounds say of something.
func (f figures) spread(subject string, of func(measured) float64) spread {
	var values []float64
	for _, m := range f.rounds(subject) {
		values = append(values, of(m))
	}
	return spreadOf(values)
}

func (f figures) median(subject string, of func(measured) float64) float64 {
	return f.spread(subject, of).Median
}

// ratio returns something of one subject as a share of the sum of that of others, round by round.
func (f figures) ratio(subject string, of func(measured) float64, references ...string) spread {
	var ratios []float64
	for i, m := range f.rounds(subject) {
		sum := 0.0
		for _, reference := range references {
			sum += of(f.rounds(reference)[i])
		}
		ratios = append(ratios, of(m)/sum)
	}
	return spreadOf(ratios)
}

// compared reports whether a subject's rate may be compared with that of the first.
func (f figures) compared(i int) bool {
	return i > 0 && f.Series[i].Rounds[0].Rate > 0 && f.Series[0].Rounds[0].Rate > 0
}

// text is what is printed of a workload.
func (f figures) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", f.Workload, f.About)
	for i, s := range f.Series {
		fmt.Fprintf(&b, "  %-22s %s", s.Subject, strings.Join(f.cells(s.Subject), "   "))
		if share := f.share(i); share != "" {
			fmt.Fprintf(&b, "   ratio %s", share)
		}
		b.WriteString("\n")
	}
	for _, g := range f.Goals {
		fmt.Fprintf(&b, "  %s: %s, %s\n", g.bound(), brief(g.Value), g.verdict())
	}
	return b.String()
}

// cells are what was measured of a subject, in words.
func (f figures) cells(subject string) []string {
	var cells []string
	for _, c := range []struct {
		of     func(measured) float64
		format string
	}{{rateOf, "%s " + f.Unit}, {medianOf, "median %s µs"}, {p99Of, "p99 %s µs"}, {cpuOf, "%s µs of processor time"}, {bytesOf, "%s bytes"}} {
		if v := f.median(subject, c.of); v > 0 {
			cells = append(cells, fmt.Sprintf(c.format, brief(v)))
		}
	}
	return cells
}

// brief writes a number with three digits that matter, or all of a larger one.
func brief(v float64) string {
	switch {
	case v >= 100:
		return thousands(fmt.Sprintf("%.0f", v))
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	default:
		return fmt.Sprintf("%.2f", v)
	}
}

// thousands sets commas between the digits of a whole number.
func thousands(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
