package cluster_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// spent returns the processor time that the processes which this one has started have used, by the names of their programs, and
// its own under "clients". Unlike time on the clock, it says what something costs also where other programs keep the machine busy.
func spent() map[string]time.Duration {
	parents, names, times := map[string]string{}, map[string]string{}, map[string]time.Duration{}
	files, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, file := range files {
		content, _ := os.ReadFile(file) // of a process that has ended there is nothing
		before, after, ok := strings.Cut(string(content), ") ")
		fields := strings.Fields(after)
		if !ok || len(fields) < 13 {
			continue
		}
		id, name, _ := strings.Cut(before, " (")
		user, _ := strconv.Atoi(fields[11])
		system, _ := strconv.Atoi(fields[12])
		parents[id], names[id], times[id] = fields[1], name, time.Duration(user+system)*10*time.Millisecond
	}
	self, sum := strconv.Itoa(os.Getpid()), map[string]time.Duration{}
	sum["clients"] = times[self]
	for id := range names {
		for up := parents[id]; up != ""; up = parents[up] {
			if up == self {
				sum[names[id]] += times[id]
			}
		}
	}
	return sum
}

// reportCost reports what each operation has cost since a moment.
func reportCost(b *testing.B, since map[string]time.Duration) {
	for name, now := range spent() {
		b.ReportMetric(float64((now-since[name]).Microseconds())/float64(b.N), fmt.Sprintf("µs-%s/op", name))
	}
}
