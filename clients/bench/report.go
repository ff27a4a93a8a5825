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

// measured is what one round has found.
type measured struct {
	// PerSecond is how many of the workload's unit there were.
	PerSecond float64 `json:"per_second"`
	// Median and P99 are of what each took, in microseconds; 0 where that is not measured.
	Median float64 `json:"median_us,omitempty"`
	P99    float64 `json:"p99_us,omitempty"`
}

// figures are all rounds of a workload.
type figures struct {
	Workload string     `json:"workload"`
	About    string     `json:"about"`
	Unit     string     `json:"unit"`
	Bare     []measured `json:"bare"`
	Parley   []measured `json:"parley"`
}

// report is what a run has found, and where.
type report struct {
	Time       time.Time `json:"time"`
	System     string    `json:"system"`
	Processor  string    `json:"processor"`
	Processors int       `json:"processors"`
	Go         string    `json:"go"`
	Rounds     int       `json:"rounds"`
	Duration   string    `json:"duration"`
	Figures    []figures `json:"figures"`
}

func newReport(c runCommand) *report {
	return &report{
		Time: time.Now().UTC().Truncate(time.Second), System: runtime.GOOS + "/" + runtime.GOARCH, Processor: processor(), Processors: runtime.NumCPU(),
		Go: runtime.Version(), Rounds: c.Rounds, Duration: c.Duration.String(),
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

func (r *report) add(f figures) { r.Figures = append(r.Figures, f) }

// write writes the report to a file, unless there is no name.
func (r *report) write(path string) error {
	if path == "" {
		return nil
	}
	b, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(b, '\n'), 0o644) //nolint:gosec // figures are for all
}

// line is what is printed of a workload: the medians, and the median and the spread of the ratios of the rounds.
func (f figures) line() string {
	ratios := make([]float64, len(f.Bare))
	for i := range ratios {
		ratios[i] = f.Parley[i].PerSecond / f.Bare[i].PerSecond
	}
	slices.Sort(ratios)
	line := fmt.Sprintf("%-20s %-13s parley %9.0f   bare %9.0f   ratio %.2f (%.2f to %.2f)", f.Workload, f.Unit,
		median(f.Parley, perSecond), median(f.Bare, perSecond), ratios[len(ratios)/2], ratios[0], ratios[len(ratios)-1])
	if m := median(f.Parley, func(m measured) float64 { return m.Median }); m > 0 {
		line += fmt.Sprintf("   each %5.0f µs, p99 %6.0f µs (bare %5.0f, %6.0f)", m, median(f.Parley, func(m measured) float64 { return m.P99 }),
			median(f.Bare, func(m measured) float64 { return m.Median }), median(f.Bare, func(m measured) float64 { return m.P99 }))
	}
	return line
}

func perSecond(m measured) float64 { return m.PerSecond }

func median(rounds []measured, of func(measured) float64) float64 {
	values := make([]float64, len(rounds))
	for i, m := range rounds {
		values[i] = of(m)
	}
	slices.Sort(values)
	return values[len(values)/2]
}
