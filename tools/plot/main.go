// Plot draws the figures of a benchmark: `plot FIGURES FOLDER` reads the file that `make bench` writes, and writes
// throughput.svg, how many messages are sent in a second by how many callers, and growth.svg, what a message costs by how many
// there are already.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
)

// report is what is used of the file of figures.
type report struct {
	Figures []figures `json:"figures"`
}

type figures struct {
	Workload string `json:"workload"`
	Series   []struct {
		Subject string `json:"subject"`
		Rounds  []struct {
			Rate float64 `json:"rate"`
			CPU  float64 `json:"cpu_us"`
		} `json:"rounds"`
	} `json:"series"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "plot:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: plot FIGURES FOLDER")
	}
	content, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var r report
	if err := json.Unmarshal(content, &r); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	if err := r.throughput().Save(16*vg.Centimeter, 9*vg.Centimeter, filepath.Join(args[1], "throughput.svg")); err != nil {
		return err
	}
	return r.growth().Save(16*vg.Centimeter, 9*vg.Centimeter, filepath.Join(args[1], "growth.svg"))
}

// logarithmic makes a plot whose horizontal axis has a decade, or an octave, at each step.
func logarithmic(title, x, y string) *plot.Plot {
	p := plot.New()
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = title, x, y
	p.X.Scale, p.X.Tick.Marker = plot.LogScale{}, plot.LogTicks{Prec: -1}
	p.Y.Min = 0
	p.Legend.Top, p.Legend.Left = true, true
	p.Add(plotter.NewGrid())
	return p
}

// throughput is of sends of 256 bytes to 500 threads.
func (r report) throughput() *plot.Plot {
	p := logarithmic("Durable sends of 256 bytes to 500 threads", "callers", "messages in a second")
	lines := map[string]plotter.XYs{}
	for _, f := range r.Figures {
		callers, ok := strings.CutPrefix(f.Workload, "unary/")
		if callers, ok = strings.CutSuffix(callers, "/500/256"); !ok {
			continue
		}
		n, err := strconv.ParseFloat(callers, 64)
		if err != nil {
			continue
		}
		for _, s := range f.Series {
			var rates []float64
			for _, m := range s.Rounds {
				rates = append(rates, m.Rate)
			}
			lines[s.Subject] = append(lines[s.Subject], plotter.XY{X: n, Y: median(rates)})
		}
	}
	add(p, lines)
	return p
}

// amount is the number at the beginning of the name of a subject, such as 1,000,000 messages.
var amount = regexp.MustCompile(`^[\d,]+`)

// growth is of the processor time of a message.
func (r report) growth() *plot.Plot {
	p := logarithmic("Processor time of the broker for a message", "messages, or threads, in the store", "µs")
	p.Legend.Top = false
	lines := map[string]plotter.XYs{}
	for _, f := range r.Figures {
		by, ok := strings.CutPrefix(f.Workload, "growth/")
		if !ok {
			continue
		}
		for _, s := range f.Series {
			n, err := strconv.ParseFloat(strings.ReplaceAll(amount.FindString(s.Subject), ",", ""), 64)
			if err != nil {
				continue
			}
			var times []float64
			for _, m := range s.Rounds {
				times = append(times, m.CPU)
			}
			lines["by "+by] = append(lines["by "+by], plotter.XY{X: n, Y: median(times)})
		}
	}
	add(p, lines)
	return p
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// add draws lines with a point for each figure, in the order of their names.
func add(p *plot.Plot, lines map[string]plotter.XYs) {
	var arguments []any
	for _, name := range sortedNames(lines) {
		arguments = append(arguments, name, lines[name])
	}
	if err := plotutil.AddLinePoints(p, arguments...); err != nil {
		panic(err) // it is given names and points only
	}
}

func sortedNames(lines map[string]plotter.XYs) []string {
	var names []string
	for name := range lines {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
