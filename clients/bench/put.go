package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// put puts the load of a workload on a server, from a process of its own.
func (st *stage) put(ctx context.Context, s *server, w workload) (measured, error) {
	p, err := st.begin(ctx, s, w)
	if err != nil {
		return measured{}, err
	}
	processor, memory := s.processorTime(), s.memory()
	var taken <-chan error
	if w.job.Kind != idle {
		taken = st.profile(ctx, s, w)
	}
	r, err := p.result()
	if err != nil {
		return measured{}, errors.Join(err, p.end(), errors.New(s.said.String()))
	}
	m := r.measured(s.processorTime() - processor)
	if w.job.Kind == idle {
		if err := s.settle(ctx); err != nil {
			return measured{}, errors.Join(err, p.end())
		}
		m.Bytes = max(0, float64(s.memory()-memory)) / float64(r.Count)
		taken = st.profile(ctx, s, w)
	}
	return m, errors.Join(<-taken, p.end())
}

// process is a load generator that runs. It stays connected until it is told to end.
type process struct {
	cmd    *exec.Cmd
	in     interface{ Close() error }
	out    *json.Decoder
	failed strings.Builder
}

func (st *stage) begin(ctx context.Context, s *server, w workload) (*process, error) {
	own, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &process{cmd: exec.CommandContext(ctx, own, "load")} //nolint:gosec // it is this program
	p.cmd.Stderr = &p.failed
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.in, p.out = in, json.NewDecoder(out)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	return p, json.NewEncoder(in).Encode(st.job(s, w))
}

// job is the load of a workload with what it has to know of the server.
func (st *stage) job(s *server, w workload) job {
	j := w.job
	j.Target = s.Target
	j.ThreadIDs = s.ThreadIDs[:min(len(s.ThreadIDs), st.scaled(w.threads))]
	j.WarmUp, j.Duration = min(warmUp, st.duration), st.duration
	j.Subscribers = st.scaled(j.Subscribers)
	return j
}

func (p *process) result() (result, error) {
	var r result
	err := p.out.Decode(&r)
	return r, err
}

// end lets the load go, and waits until it has.
func (p *process) end() error {
	_ = p.in.Close()
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("%w: %s", err, p.failed.String())
	}
	return nil
}
