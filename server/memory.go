package main

import (
	"context"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"
)

// garbagePercent is how much garbage may come for what lives before it is collected, in percent. Go's own choice is 100; with this
// one a send costs a fifth less processor time.
const garbagePercent = 300

// spendMemory trades memory for processor time, as long as there is memory: above half of what the machine or the container has,
// garbage is collected as often as it takes. GOGC and GOMEMLIMIT win.
func spendMemory() {
	total := memory()
	if total == 0 || os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(garbagePercent)
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(total / 2)
	}
}

// memory is what the machine or the container has, in bytes; 0 where that is not known.
func memory() int64 {
	total := int64(0)
	info, _ := os.ReadFile("/proc/meminfo") // there is none but on Linux
	for line := range strings.Lines(string(info)) {
		if size, ok := strings.CutPrefix(line, "MemTotal:"); ok {
			kib, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(size), " kB"), 10, 64)
			total = kib << 10
		}
	}
	bound, _ := os.ReadFile("/sys/fs/cgroup/memory.max") // a number, or the word max
	if most, err := strconv.ParseInt(strings.TrimSpace(string(bound)), 10, 64); err == nil && most > 0 && (total == 0 || most < total) {
		total = most
	}
	return total
}

const (
	// calmInterval is how often it is looked whether the broker is busy.
	calmInterval = 10 * time.Second
	// calmShare is the part of the heap that may be allocated in that time by a broker that is calm.
	calmShare = 8
	// calmCollections is how often garbage is collected after a busy time. Each lets a stack that grew for a request, and waits in a
	// stream now, shrink by half.
	calmCollections = 3
)

// giveBack returns memory to the system when a busy time is over, until the context ends. Otherwise the garbage of ten thousand
// subscribers who came at the same time, and the stacks that they grew when they came, would stay until as much garbage has come again.
func giveBack(ctx context.Context) {
	ticker := time.NewTicker(calmInterval)
	defer ticker.Stop()
	var c calm
	for {
		select {
		case <-ticker.C:
			if c.collect(heap()) {
				debug.FreeOSMemory()
			}
		case <-ctx.Done():
			return
		}
	}
}

// calm tells when a busy time is over.
type calm struct {
	allocated uint64 // as of the last look
	owed      int    // collections
}

// collect takes how many bytes were allocated since the start and how many are in use, and tells whether to collect garbage now.
func (c *calm) collect(allocated, used uint64) bool {
	busy := allocated-c.allocated > used/calmShare
	c.allocated = allocated
	switch {
	case busy:
		c.owed = calmCollections
		return false
	case c.owed > 0:
		c.owed--
		return true
	default:
		return false
	}
}

// heap returns how many bytes of the heap were allocated since the start, and how many are in use.
func heap() (allocated, used uint64) {
	samples := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64(), samples[1].Value.Uint64()
}
