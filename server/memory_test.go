package main

import (
	"runtime"
	"testing"
)

func TestMemoryIsKnownOnLinux(t *testing.T) {
	got := memory()
	if runtime.GOOS == "linux" && (got < 64<<20 || got > 1<<50) {
		t.Errorf("the machine has %d bytes of memory", got)
	}
}
