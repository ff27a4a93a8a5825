package main

import (
	"os"
	"runtime/debug"
	"strconv"
	"strings"
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
