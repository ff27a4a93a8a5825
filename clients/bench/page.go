package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"time"
)

// pageCommand writes figures into a page. Between a line `<!-- begin NAME -->` and the next line `<!-- end -->` comes what NAME
// stands for: the machine, the goals, or a table of the workloads whose names begin with it.
type pageCommand struct {
	JSON string `name:"json" help:"File that the figures are in." required:"" placeholder:"FILE"`
	Page string `help:"Page to write them into." required:"" placeholder:"FILE"`
}

// Run writes the page anew.
func (c pageCommand) Run() error {
	page, err := os.ReadFile(c.Page)
	if err != nil {
		return err
	}
	r, err := readReport(c.JSON)
	if err != nil {
		return err
	}
	filled, err := r.fill(string(page))
	if err != nil {
		return err
	}
	return os.WriteFile(c.Page, []byte(filled), 0o644) //nolint:gosec // it is for all
}

// place is where figures go.
var place = regexp.MustCompile(`(?s)<!-- begin (\S+) -->\n.*?<!-- end -->`)

// fill returns a page with the figures of the report.
func (r *report) fill(page string) (filled string, err error) {
	filled = place.ReplaceAllStringFunc(page, func(old string) string {
		name := place.FindStringSubmatch(old)[1]
		table := r.table(name)
		if table == "" {
			err = fmt.Errorf("there is no figure of %s: run the workloads %s", name, name)
		}
		return fmt.Sprintf("<!-- begin %s -->\n%s<!-- end -->", name, table)
	})
	return filled, err
}

func (r *report) table(name string) string {
	switch name {
	case "machine":
		return r.origin()
	case "goals":
		return r.goals()
	default:
		return r.rows(name)
	}
}

// machine says where was measured, and how.
func (r *report) machine() string {
	scale := ""
	if r.Scale != 1 {
		scale = fmt.Sprintf(", with %g of what the names say", r.Scale)
	}
	return fmt.Sprintf("%d processors (%s, %s), %s; each measurement took %s%s.", r.Processors, r.Processor, r.System, r.Go, r.Duration, scale)
}

// origin says where and when was measured.
func (r *report) origin() string {
	first, last := r.Figures[0].Time, r.Figures[0].Time
	for _, f := range r.Figures {
		if f.Time.Before(first) {
			first = f.Time
		}
		if f.Time.After(last) {
			last = f.Time
		}
	}
	return fmt.Sprintf("Measured from %s to %s (UTC) on %s\n", first.Format(time.DateTime), last.Format(time.DateTime), r.machine())
}

// goals is a table of what was to be reached and what was.
func (r *report) goals() string {
	var b strings.Builder
	b.WriteString("| workload | goal | reached | |\n| --- | --- | --: | --- |\n")
	for _, f := range r.Figures {
		for _, g := range f.Goals {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.Workload, g.bound(), brief(g.Value), g.verdict())
		}
	}
	return b.String()
}

// rows is a table of the workloads whose names begin with something; empty where there is none.
func (r *report) rows(prefix string) string {
	var b strings.Builder
	for _, f := range r.Figures {
		if !strings.HasPrefix(f.Workload, prefix) {
			continue
		}
		for i, s := range f.Series {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %d |\n", f.Workload, s.Subject, strings.Join(f.cells(s.Subject), ", "), f.share(i), len(s.Rounds))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "| workload | of | median of the rounds | to the first (least to most) | rounds |\n| --- | --- | --- | --- | --: |\n" + b.String()
}

// share is the rate of a subject as a share of that of the first.
func (f figures) share(i int) string {
	if !f.compared(i) {
		return ""
	}
	r := f.ratio(f.Series[i].Subject, rateOf, f.Series[0].Subject)
	return fmt.Sprintf("%.2f (%.2f to %.2f)", r.Median, r.Least, r.Most)
}
