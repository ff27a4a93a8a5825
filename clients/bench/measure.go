package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"time"
)

// warmUp comes before each measurement.
const warmUp = 500 * time.Millisecond

// measure runs workloads on both servers and reports.
func (c runCommand) measure(ctx context.Context, chosen []workload, out io.Writer) error {
	bare, err := startBare(ctx)
	if err != nil {
		return err
	}
	defer bare.stop()
	broker, err := startBroker(ctx, c.Broker)
	if err != nil {
		return err
	}
	defer broker.stop()
	r := newReport(c)
	for _, w := range chosen {
		f := figures{Workload: w.name, About: w.about, Unit: w.unit()}
		for round := range c.Rounds {
			pair := []*server{bare, broker}
			if round%2 == 1 {
				slices.Reverse(pair)
			}
			for _, s := range pair {
				got, err := c.one(ctx, w, s)
				if err != nil {
					return fmt.Errorf("%s: %w\n%s", w.name, err, s.said.String())
				}
				if s == bare {
					f.Bare = append(f.Bare, got)
				} else {
					f.Parley = append(f.Parley, got)
				}
			}
		}
		r.add(f)
		if _, err := fmt.Fprintln(out, f.line()); err != nil {
			return err
		}
	}
	return r.write(c.JSON)
}

// one puts the load of a workload on a server, from a process of its own.
func (c runCommand) one(ctx context.Context, w workload, s *server) (measured, error) {
	own, err := os.Executable()
	if err != nil {
		return measured{}, err
	}
	j := s.job
	j.Kind, j.Callers, j.Size, j.Subscribers, j.ThreadIDs = w.kind, w.callers, w.size, w.subscribers, s.ThreadIDs[:w.threads]
	j.WarmUp, j.Duration = warmUp, c.Duration
	in, err := json.Marshal(j)
	if err != nil {
		return measured{}, err
	}
	cmd := exec.CommandContext(ctx, own, "load") //nolint:gosec // it is this program
	var out, failure bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(in), &out, &failure
	if err := cmd.Run(); err != nil {
		return measured{}, errors.Join(err, errors.New(failure.String()))
	}
	var r result
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		return measured{}, err
	}
	return measured{PerSecond: float64(r.Count) / r.Took.Seconds(), Median: micros(r.Median), P99: micros(r.P99)}, nil
}

func micros(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }
