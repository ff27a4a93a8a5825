package cluster_test

import (
	"fmt"
	"io"
	"os"
	"sync"
	"text/tabwriter"
)

// report is what make faults prints.
var report reports

// reports collects what became of scenarios.
type reports struct {
	mu   sync.Mutex
	rows []outcome
}

// outcome is what clients saw of one scenario.
type outcome struct {
	scenario string
	// acknowledged are messages, retried those of them that took more than one attempt.
	acknowledged, retried int
	// uncertain are attempts of which the client was not told what became; refused those that were told that nothing happened.
	uncertain, refused int
	// seen are events that streams have brought, resumed how often streams went on elsewhere.
	seen, resumed int
	// lost and doubled should be none.
	lost, doubled int
}

func (r *reports) add(o outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rows = append(r.rows, o)
	if *long { // so that who interrupts it knows something
		fmt.Fprintf(os.Stderr, "%s: %v\n", o.scenario, o)
	}
}

// print writes the page.
func (r *reports) print(w io.Writer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(t, "acknowledged\tretried\tuncertain\trefused\tevents seen\tresumed\tlost\tdoubled\t  scenario")
	for _, o := range r.rows {
		_, _ = fmt.Fprintf(t, "%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t  %s\n",
			o.acknowledged, o.retried, o.uncertain, o.refused, o.seen, o.resumed, o.lost, o.doubled, o.scenario)
	}
	_ = t.Flush() // there is nobody to tell
}
