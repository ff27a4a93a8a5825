package main

import (
	"fmt"
	"strings"
)

// kind is what a load does.
type kind string

// The kinds of load.
const (
	unary    kind = "unary"    // SendMessage, one after the other from each caller
	pipeline kind = "pipeline" // SendMessages, many under way on each stream
	fanOut   kind = "fan-out"  // one pipeline, many subscribers of its thread
	delay    kind = "delay"    // from SendMessage to the subscriber, one message at a time
	evaluate kind = "evaluate" // EvaluateInterop, one after the other from each caller
)

// workload is something to measure.
type workload struct {
	name, about string
	kind        kind
	callers     int // callers, or streams that send
	threads     int
	size        int // of the content, in bytes
	subscribers int
}

// unit is what is counted.
func (w workload) unit() string {
	switch w.kind {
	case fanOut:
		return "deliveries/s"
	case delay:
		return "messages/s"
	case evaluate:
		return "decisions/s"
	case unary, pipeline:
		return "messages/s"
	default:
		return ""
	}
}

// workloads are all there are, in the order in which they run.
var workloads = func() []workload {
	var all []workload
	for _, callers := range []int{1, 16, 128} {
		for _, threads := range []int{1, 500} {
			for _, size := range []int{256, 4096} {
				all = append(all, workload{
					name: fmt.Sprintf("unary/%d/%d/%d", callers, threads, size), kind: unary, callers: callers, threads: threads, size: size,
					about: fmt.Sprintf("durable sends from %d callers to %d threads, %d bytes each", callers, threads, size),
				})
			}
		}
	}
	for _, streams := range []int{1, 16} {
		all = append(all, workload{
			name: fmt.Sprintf("pipeline/%d", streams), kind: pipeline, callers: streams, threads: 500, size: 256,
			about: fmt.Sprintf("durable sends on %d streams to 500 threads, 256 bytes each", streams),
		})
	}
	for _, subscribers := range []int{1, 10, 100, 250} {
		all = append(all, workload{
			name: fmt.Sprintf("fan-out/%d", subscribers), kind: fanOut, callers: 1, threads: 1, size: 256, subscribers: subscribers,
			about: fmt.Sprintf("deliveries of durable messages of one thread to %d subscribers, 256 bytes each", subscribers),
		})
	}
	return append(all,
		workload{name: "delay", kind: delay, callers: 1, threads: 1, size: 256, subscribers: 1, about: "from a durable send to its receipt, one at a time"},
		workload{name: "evaluate/128", kind: evaluate, callers: 128, threads: 1, about: "decisions of policy for 128 callers"})
}()

// choose returns the workloads whose names begin with one of some words; all of them without words.
func choose(words []string) ([]workload, error) {
	if len(words) == 0 {
		return workloads, nil
	}
	var chosen []workload
	for _, w := range workloads {
		for _, word := range words {
			if strings.HasPrefix(w.name, word) {
				chosen = append(chosen, w)
				break
			}
		}
	}
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no workload begins with %s: bench --list has their names", strings.Join(words, " or "))
	}
	return chosen, nil
}
