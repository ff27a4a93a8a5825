package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ticksPerSecond is the unit in which Linux tells processor time, the same on all that run Go.
const ticksPerSecond = 100

// processorTime is what the server has used up so far; 0 where the system does not tell.
func (s *server) processorTime() time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	// The name of the program, in parentheses, may have spaces; what follows has none.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	ticks := int64(0)
	for _, field := range fields[11:13] { // in user mode, in the kernel
		n, _ := strconv.ParseInt(field, 10, 64)
		ticks += n
	}
	return time.Duration(ticks) * time.Second / ticksPerSecond
}

// memory is what the server has of the machine's memory, in bytes; 0 where the system does not tell.
func (s *server) memory() int64 {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	for line := range strings.Lines(string(status)) {
		if size, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kib, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(size), " kB"), 10, 64)
			return kib << 10
		}
	}
	return 0
}

const (
	// look is how often a server is looked at that should come to rest.
	look = 500 * time.Millisecond
	// restful is how much processor time a server at rest takes in that time.
	restful = 20 * time.Millisecond
	// restAtMost is how long to wait for it.
	restAtMost = 5 * time.Minute
)

// rest waits until a server has done what it does in the background.
func (s *server) rest(ctx context.Context) error {
	calm := 0
	for began := time.Now(); calm < 3; {
		if time.Since(began) > restAtMost {
			return fmt.Errorf("the server is busy %s after the last request", restAtMost)
		}
		before := s.processorTime()
		if err := pause(ctx, look); err != nil {
			return err
		}
		calm++
		if s.processorTime()-before > restful {
			calm = 0
		}
	}
	return nil
}

const (
	// memoryLook is how often it is looked whether a server still gives memory back.
	memoryLook = 5 * time.Second
	// memoryLooks is how many times in a row it must not have, at which share of what it has at most.
	memoryLooks, memoryShare = 5, 100
)

// settle waits until a server is at rest and has given back what memory it will.
func (s *server) settle(ctx context.Context) error {
	if err := s.rest(ctx); err != nil {
		return err
	}
	for least, steady := s.memory(), 0; steady < memoryLooks; steady++ {
		if err := pause(ctx, memoryLook); err != nil {
			return err
		}
		if m := s.memory(); m < least-least/memoryShare {
			least, steady = m, 0
		}
	}
	return nil
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// syncs is how often measureSync asks for one.
const syncs = 200

// measureSync measures how long it takes until as many bytes are on the disk of a directory, without anything else.
func measureSync(dir string, size int) (measured, error) {
	f, err := os.CreateTemp(dir, "sync-*")
	if err != nil {
		return measured{}, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	defer f.Close()
	content := make([]byte, size)
	var took []time.Duration
	for range syncs {
		began := time.Now()
		if _, err := f.Write(content); err != nil {
			return measured{}, err
		}
		if err := f.Sync(); err != nil {
			return measured{}, err
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	return measured{Median: micros(took[syncs/2]), P99: micros(took[syncs*99/100])}, nil
}

// sizeOf is how many bytes the files of a directory have.
func sizeOf(dir string) (size int64, err error) {
	return size, filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
}
