package main

import (
	"fmt"
	"slices"
	"strings"
)

// workload is something to measure, on two or more subjects.
type workload struct {
	name, about string
	unit        string // what is counted
	job         job
	threads     int // how many threads the load is spread over
	subjects    func(st *stage, w workload) ([]subject, error)
	rounds      int // at most; 0 means as many as were asked for
	often       int // how many times as many, where a few percent are to be told; 0 means once
	goals       []goal
}

// units of what is counted.
const (
	messages   = "messages/s"
	deliveries = "deliveries/s"
	decisions  = "decisions/s"
	changes    = "changes/s"
	calls      = "calls/s"
	events     = "events/s"
)

// workloads returns all there are, in the order in which they run.
func workloads() []workload {
	return slices.Concat(unaries(), pipelines(), fanOuts(), delays(), decided(), called(), idlers(), restarts(), growths())
}

func unaries() []workload {
	var all []workload
	for _, callers := range []int{1, 16, 128} {
		for _, threads := range []int{1, 500, 50_000} {
			for _, size := range []int{256, 4096} {
				w := workload{
					name: fmt.Sprintf("unary/%d/%d/%d", callers, threads, size), unit: messages, threads: threads, subjects: againstBare,
					job:   job{Kind: unary, Callers: callers, Size: size},
					about: fmt.Sprintf("durable sends from %d callers to %d threads, %d bytes each", callers, threads, size),
				}
				if callers == 128 && threads == 500 && size == 256 {
					w.goals = []goal{ofBare(0.5)}
				}
				all = append(all, w)
			}
		}
	}
	return all
}

func pipelines() []workload {
	var all []workload
	for _, streams := range []int{1, 16} {
		w := workload{
			name: fmt.Sprintf("pipeline/%d", streams), unit: messages, threads: 500, subjects: againstBare,
			job:   job{Kind: pipeline, Callers: streams, Size: 256},
			about: fmt.Sprintf("durable sends on %d streams to 500 threads, 256 bytes each", streams),
		}
		if streams == 16 {
			w.goals = []goal{ofBare(0.3), rate(60_000)}
		}
		all = append(all, w)
	}
	return all
}

func fanOuts() []workload {
	var all []workload
	for _, subscribers := range []int{10, 100, 250} {
		w := workload{
			name: fmt.Sprintf("fan-out/%d", subscribers), unit: deliveries, threads: 1, subjects: againstBare,
			job:   job{Kind: fanOut, Callers: 1, Size: 256, Subscribers: subscribers},
			about: fmt.Sprintf("deliveries of durable messages of one thread to %d subscribers, 256 bytes each", subscribers),
			goals: []goal{ofBare(0.9)},
		}
		if subscribers == 100 {
			w.goals = append(w.goals, rate(80_000))
		}
		all = append(all, w)
	}
	return append(all, workload{
		name: "fan-out/followers", unit: deliveries, threads: 1, subjects: againstBare,
		job:   job{Kind: fanOut, Callers: 1, Size: 256, Subscribers: 1000, Wide: true},
		about: "deliveries of durable messages to 1,000 followers of the whole resource, 256 bytes each",
		goals: []goal{ofBare(0.9)},
	})
}

func delays() []workload {
	return []workload{
		{
			name: "delay/low", unit: messages, threads: 1, subjects: againstTripAndSync,
			job:   job{Kind: delay, Callers: 1, Size: 256},
			about: "from a durable send to its receipt by a subscriber, one at a time, 256 bytes each",
			goals: []goal{{text: "median, in bare round trips each with one fsync", most: 2, of: medianToFloor}},
		},
		{
			name: "delay/half", unit: messages, threads: 500, subjects: againstBare,
			job:   job{Kind: halfDelay, Callers: 16, Size: 256},
			about: "the same while 16 callers send half as much as they could",
		},
	}
}

func decided() []workload {
	return []workload{
		{
			name: "evaluate/128", unit: decisions, subjects: againstBare, job: job{Kind: evaluate, Callers: 128},
			about: "decisions of policy for 128 callers", goals: []goal{ofBare(0.7)},
		},
		{
			name: "watch", unit: changes, subjects: againstBare, job: job{Kind: watch, Callers: 1},
			about: "from a durable change of policy to its receipt by a watcher, one at a time",
			goals: []goal{{text: "median, in ms", most: 20, of: func(f figures) float64 { return f.median(parley, medianOf) / 1000 }}},
		},
	}
}

func called() []workload {
	var all []workload
	for _, pairs := range []int{1, 16, 64} {
		all = append(all, workload{
			name: fmt.Sprintf("calls/%d", pairs), unit: calls, subjects: againstBare, job: job{Kind: talk, Callers: pairs},
			about: fmt.Sprintf("calls set up, answered and ended by %d pairs, a stream for each party; the time is from the answer to the caller's stream", pairs),
		})
	}
	return all
}

func idlers() []workload {
	const subscribers = 10_000
	about := "memory of the server for each of 10,000 subscribers of as many users who hear nothing"
	return []workload{
		{
			name: "idle/shared", unit: "subscribers", rounds: 3, subjects: freshServers,
			job:   job{Kind: idle, Subscribers: subscribers, Share: 100},
			about: about + ", 100 on each connection", goals: []goal{kibibytes(12)},
		},
		{
			name: "idle/own", unit: "subscribers", rounds: 3, subjects: freshServers,
			job:   job{Kind: idle, Subscribers: subscribers, Share: 1},
			about: about + ", each on a connection of its own", goals: []goal{kibibytes(45)},
		},
	}
}

// million is how many messages there are in a store that is neither empty nor huge.
const million = 1_000_000

func restarts() []workload {
	return []workload{
		{
			name: "catch-up", unit: events, rounds: 3, subjects: fromTheBeginning, job: job{Kind: catchUp},
			about: "events to one subscriber who starts at the beginning of 1,000,000 messages",
			goals: []goal{{text: "events/s of a core of the broker", least: 150_000, of: func(f figures) float64 { return 1e6 / f.median(parley, cpuOf) }}},
		},
		{
			name: "start", unit: "starts", subjects: restarted,
			about: "from the start of the program to its first answer, with 1,000,000 messages on disk",
			goals: []goal{{text: "median, in s", most: 1, of: func(f figures) float64 { return f.median(parley, medianOf) / 1e6 }}},
		},
		{
			name: "disk", unit: "messages", rounds: 1, subjects: onDisk,
			about: "bytes on disk for each of 1,000,000 messages of 256 bytes, after a stop",
		},
	}
}

func growths() []workload {
	job := job{Kind: unary, Callers: 16, Size: 256}
	return []workload{
		{
			name: "growth/messages", unit: messages, threads: 500, often: 5, job: job, subjects: byMessages(1000, 100_000, million, 10*million),
			about: "durable sends from 16 callers to 500 threads, by how many messages there are", goals: []goal{flat()},
		},
		{
			name: "growth/threads", unit: messages, often: 5, job: job, subjects: byThreads(10, 1000, 100_000),
			about: "durable sends from 16 callers, by how many threads there are", goals: []goal{flat()},
		},
	}
}

// choose returns the workloads whose names begin with one of some words; all of them without words.
func choose(words []string) ([]workload, error) {
	all := workloads()
	if len(words) == 0 {
		return all, nil
	}
	chosen := slices.DeleteFunc(all, func(w workload) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(w.name, word) })
	})
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no workload begins with %s: bench --list has their names", strings.Join(words, " or "))
	}
	return chosen, nil
}
