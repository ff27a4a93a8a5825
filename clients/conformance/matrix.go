package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
)

// matrix is what became of each scenario with each client.
type matrix struct {
	scenarios []*scenario
	languages []string
	results   map[string]error
	done      map[string]int
	notes     map[string]error
}

func newMatrix(scenarios []*scenario, languages []string) *matrix {
	return &matrix{scenarios: scenarios, languages: languages, results: map[string]error{}, done: map[string]int{}, notes: map[string]error{}}
}

func cell(s *scenario, language string) string { return language + " " + s.name }

// record keeps a result; one failure among several times counts.
func (m *matrix) record(s *scenario, language string, err error) {
	m.done[cell(s, language)]++
	if err != nil {
		m.results[cell(s, language)] = err
	}
	word := "ok"
	if err != nil {
		word = "FAILS"
	}
	fmt.Fprintf(os.Stderr, "%-12s %-48s %s\n", language, s.name, word)
}

// note keeps a failure that is of no scenario.
func (m *matrix) note(language string, err error) { m.notes[language] = err }

func (m *matrix) failed() bool { return len(m.results) > 0 || len(m.notes) > 0 }

// write writes the matrix: a line for each scenario, a column for each language.
func (m *matrix) write(w io.Writer) {
	line := func(name string, cells []string) {
		var b strings.Builder
		fmt.Fprintf(&b, "%-48s", name)
		for _, c := range cells {
			fmt.Fprintf(&b, " %-11s", c)
		}
		_, _ = fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
	_, _ = fmt.Fprintln(w)
	line("scenario", m.languages)
	passed := make([]int, len(m.languages))
	for _, s := range m.scenarios {
		cells := make([]string, len(m.languages))
		for i, language := range m.languages {
			switch {
			case m.done[cell(s, language)] == 0:
				cells[i] = "-"
			case m.results[cell(s, language)] != nil:
				cells[i] = "FAILS"
			default:
				cells[i] = "ok"
				passed[i]++
			}
		}
		line(s.name, cells)
	}
	sums := make([]string, len(passed))
	for i, n := range passed {
		sums[i] = fmt.Sprintf("%d/%d", n, len(m.scenarios))
	}
	line("", sums)
	for language, err := range m.notes {
		_, _ = fmt.Fprintf(w, "%s: %v\n", language, err)
	}
}

// conversation keeps the latest lines between the runner and a driver, to be shown where a scenario fails.
type conversation struct {
	echo bool

	mu    sync.Mutex
	lines []string
}

// show adds a line; a long one is cut.
func (c *conversation) show(direction, line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(line) > 1000 {
		line = line[:1000] + "…"
	}
	line = direction + " " + line
	if c.echo {
		fmt.Fprintln(os.Stderr, line)
	}
	c.lines = append(c.lines[max(len(c.lines)-39, 0):], line)
}

func (c *conversation) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lines = nil
}

// String returns the latest lines.
func (c *conversation) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.Join(c.lines, "\n")
}
