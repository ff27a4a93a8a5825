package media_test

import (
	"sync"
	"testing"
	"time"
)

// journal keeps what happens, in its order, and lets others wait for it.
type journal struct {
	mu      sync.Mutex
	entries []string
	more    chan struct{} // closed and made anew with each entry
}

func newJournal() *journal { return &journal{more: make(chan struct{})} }

func (j *journal) write(entry string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.entries = append(j.entries, entry)
	close(j.more)
	j.more = make(chan struct{})
}

// await waits until an entry is there.
func (j *journal) await(t *testing.T, entry string) {
	t.Helper()
	for late := time.After(patience); ; {
		j.mu.Lock()
		more := j.more
		j.mu.Unlock()
		if j.count(entry) > 0 {
			return
		}
		select {
		case <-more:
		case <-late:
			t.Fatalf("%q does not come; there are %q", entry, j.all())
		}
	}
}

func (j *journal) count(entry string) int {
	n := 0
	for _, e := range j.all() {
		if e == entry {
			n++
		}
	}
	return n
}

func (j *journal) all() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return append([]string(nil), j.entries...)
}
