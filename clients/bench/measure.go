package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"
)

// warmUp comes before each measurement.
const warmUp = 500 * time.Millisecond

// measure runs workloads and reports.
func (c runCommand) measure(ctx context.Context, chosen []workload, out io.Writer) error {
	st := &stage{ctx: ctx, program: c.Broker, profiles: c.Profiles, duration: c.Duration, scale: c.Scale, cells: map[population]*server{}}
	defer st.close()
	r := newReport(c)
	for _, w := range chosen {
		f, err := c.figures(ctx, st, w)
		if err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
		r.Figures = append(r.Figures, f)
		if _, err := fmt.Fprintln(out, f.text()); err != nil {
			return err
		}
	}
	return r.write(c.JSON)
}

// figures measures one workload. Each round measures all subjects, one after the other, every second one in the other order.
func (c runCommand) figures(ctx context.Context, st *stage, w workload) (figures, error) {
	f := figures{Time: time.Now().UTC().Truncate(time.Second), Workload: w.name, About: w.about, Unit: w.unit}
	subjects, err := w.subjects(st, w)
	if err != nil {
		return f, err
	}
	for _, s := range subjects {
		f.Series = append(f.Series, series{Subject: s.name})
	}
	rounds := c.Rounds * max(w.often, 1)
	if w.rounds > 0 {
		rounds = min(rounds, w.rounds)
	}
	for round := range rounds {
		st.profiling = c.Profiles != "" && round == rounds-1
		for _, i := range order(len(subjects), round) {
			got, err := subjects[i].measure(ctx)
			if err != nil {
				return f, fmt.Errorf("%s: %w", subjects[i].name, err)
			}
			f.Series[i].Rounds = append(f.Series[i].Rounds, got)
		}
	}
	for _, g := range w.goals {
		if r, ok := g.judge(f); ok {
			f.Goals = append(f.Goals, r)
		}
	}
	return f, nil
}

// order is the order of n subjects in a round.
func order(n, round int) []int {
	var all []int
	for i := range n {
		all = append(all, i)
	}
	if round%2 == 1 {
		slices.Reverse(all)
	}
	return all
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }
