package main

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"time"
)

// Names of subjects that workloads compare.
const (
	bare   = "bare"   // a gRPC server that does nothing
	parley = "parley" // the broker
	synced = "fsync"  // the disk
)

// subject is what a workload is measured on.
type subject struct {
	name    string
	measure func(ctx context.Context) (measured, error)
}

// stage has the servers of a run. They start when they are needed, and stay for the workloads that follow.
type stage struct {
	ctx      context.Context //nolint:containedctx // it is that of the run, which ends all servers
	program  string          // of the broker
	profiles string          // the directory for profiles; empty for none
	duration time.Duration
	scale    float64
	// profiling says whether profiles are taken of what is measured now.
	profiling bool

	bareServer, brokerServer *server
	cells                    map[population]*server
}

// close stops all servers.
func (st *stage) close() {
	for _, s := range append(slices.Collect(maps.Values(st.cells)), st.bareServer, st.brokerServer) {
		if s != nil {
			s.stop()
		}
	}
}

// scaled makes a number of things smaller in a trial, but never one of several.
func (st *stage) scaled(n int) int { return min(n, max(2, int(float64(n)*st.scale))) }

// bare returns the ceiling, ready for a workload.
func (st *stage) bare(w workload) (_ *server, err error) {
	if st.bareServer == nil {
		if st.bareServer, err = startBare(st.ctx, st.scaled(million)); err != nil {
			return nil, err
		}
	}
	return st.bareServer, st.prepare(st.bareServer, w)
}

// broker returns a broker, ready for a workload: it has done with what it does in the background for those before.
func (st *stage) broker(w workload) (_ *server, err error) {
	if st.brokerServer == nil {
		if st.brokerServer, err = startBroker(st.ctx, st.program, st.profiles != ""); err != nil {
			return nil, err
		}
	}
	if err = st.prepare(st.brokerServer, w); err == nil {
		err = st.brokerServer.rest(st.ctx)
	}
	return st.brokerServer, err
}

// prepare makes what a workload needs.
func (st *stage) prepare(s *server, w workload) error {
	if err := s.makeThreads(st.ctx, st.scaled(w.threads)); err != nil || w.job.Kind != talk {
		return err
	}
	return s.makeUsers(st.ctx, 2*w.job.Callers)
}

// againstBare measures the broker and the ceiling.
func againstBare(st *stage, w workload) ([]subject, error) {
	ceiling, err := st.bare(w)
	if err != nil {
		return nil, err
	}
	broker, err := st.broker(w)
	if err != nil {
		return nil, err
	}
	return []subject{st.loaded(bare, ceiling, w), st.loaded(parley, broker, w)}, nil
}

// loaded is a server that bears a load.
func (st *stage) loaded(name string, s *server, w workload) subject {
	return subject{name: name, measure: func(ctx context.Context) (measured, error) { return st.put(ctx, s, w) }}
}

// againstTripAndSync measures the broker, and the two things that no durable answer can do without: a round trip, and a sync of
// the disk.
func againstTripAndSync(st *stage, w workload) ([]subject, error) {
	subjects, err := againstBare(st, w)
	if err != nil {
		return nil, err
	}
	trip := w
	trip.job.Kind = unary
	disk := func(context.Context) (measured, error) { return measureSync(st.brokerServer.dir, w.job.Size) }
	return []subject{st.loaded(bare, st.bareServer, trip), {synced, disk}, subjects[1]}, nil
}

// freshServers measures servers that nobody has used yet.
func freshServers(st *stage, w workload) ([]subject, error) {
	fresh := func(start func() (*server, error)) func(context.Context) (measured, error) {
		return func(ctx context.Context) (measured, error) {
			s, err := start()
			if err != nil {
				return measured{}, err
			}
			defer s.stop()
			if err := s.makeUsers(ctx, st.scaled(w.job.Subscribers)); err != nil {
				return measured{}, err
			}
			return st.put(ctx, s, w)
		}
	}
	return []subject{
		{bare, fresh(func() (*server, error) { return startBare(st.ctx, 0) })},
		{parley, fresh(func() (*server, error) { return startBroker(st.ctx, st.program, st.profiles != "") })},
	}, nil
}

// fromTheBeginning measures what reads everything that there is.
func fromTheBeginning(st *stage, w workload) ([]subject, error) {
	ceiling, err := st.bare(w)
	if err != nil {
		return nil, err
	}
	broker, err := st.cell(aMillion)
	if err != nil {
		return nil, err
	}
	w.job.Each = st.scaled(million)
	return []subject{st.loaded(bare, ceiling, w), st.loaded(parley, broker, w)}, nil
}

// restarted measures how long a broker takes to come back.
func restarted(st *stage, _ workload) ([]subject, error) {
	broker, err := st.cell(aMillion)
	if err != nil {
		return nil, err
	}
	return []subject{{parley, func(ctx context.Context) (measured, error) {
		if err := broker.halt(); err != nil {
			return measured{}, err
		}
		began := time.Now()
		if err := broker.startProgram(ctx, st.program); err != nil {
			return measured{}, err
		}
		err := broker.answers(ctx)
		return measured{Median: micros(time.Since(began))}, err
	}}}, nil
}

// onDisk measures how much room messages take.
func onDisk(st *stage, _ workload) ([]subject, error) {
	n := st.scaled(million)
	broker, err := st.cell(aMillion)
	if err != nil {
		return nil, err
	}
	return []subject{{parley, func(ctx context.Context) (measured, error) {
		if err := broker.halt(); err != nil {
			return measured{}, err
		}
		size, err := sizeOf(broker.dir)
		if err != nil {
			return measured{}, err
		}
		return measured{Bytes: float64(size) / float64(n)}, broker.startProgram(ctx, st.program)
	}}}, nil
}

// byMessages measures brokers that have more and more messages. All of them run at the same time, and are measured in turn.
func byMessages(counts ...int) func(*stage, workload) ([]subject, error) {
	return func(st *stage, w workload) ([]subject, error) {
		var subjects []subject
		for _, n := range counts {
			s, err := st.cell(population{threads: w.threads, messages: n})
			if err != nil {
				return nil, err
			}
			subjects = append(subjects, st.loaded(thousands(strconv.Itoa(n))+" messages", s, w))
		}
		return subjects, nil
	}
}

// byThreads is byMessages for threads; the load goes to all of them.
func byThreads(counts ...int) func(*stage, workload) ([]subject, error) {
	return func(st *stage, w workload) ([]subject, error) {
		var subjects []subject
		for _, n := range counts {
			s, err := st.cell(population{threads: n, messages: 100_000})
			if err != nil {
				return nil, err
			}
			w.threads = n
			subjects = append(subjects, st.loaded(thousands(strconv.Itoa(n))+" threads", s, w))
		}
		return subjects, nil
	}
}

// population is what a cell is filled with.
type population struct{ threads, messages int }

// aMillion is what the workloads of restarts and of reading everything share.
var aMillion = population{threads: 500, messages: million}

// cell returns a broker that has a population. It is filled through the contract, like any other, and has come to rest.
func (st *stage) cell(p population) (*server, error) {
	if s := st.cells[p]; s != nil {
		return s, nil
	}
	s, err := startBroker(st.ctx, st.program, st.profiles != "")
	if err != nil {
		return nil, err
	}
	st.cells[p] = s
	if err := s.makeThreads(st.ctx, st.scaled(p.threads)); err != nil {
		return nil, err
	}
	const streams = 16
	each := (st.scaled(p.messages) + streams - 1) / streams
	_, err = st.put(st.ctx, s, workload{threads: p.threads, job: job{Kind: fill, Callers: streams, Size: 256, Each: each}})
	if err != nil {
		return nil, err
	}
	err = s.rest(st.ctx)
	return s, err
}
