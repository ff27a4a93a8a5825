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

func TestCalm(t *testing.T) {
	const used = 80 << 20
	type look struct {
		allocated uint64 // since the last one
		collect   bool
	}
	tests := []struct {
		name  string
		looks []look
	}{
		{"a broker that does nothing", []look{{0, false}, {0, false}}},
		{"a broker that does little", []look{{10 << 20, false}, {10 << 20, false}}},
		{"a busy broker", []look{{200 << 20, false}, {200 << 20, false}}},
		{"the end of a busy time", []look{{200 << 20, false}, {1 << 20, true}, {1 << 20, true}, {1 << 20, true}, {1 << 20, false}}},
		{"an interrupted calm", []look{{200 << 20, false}, {0, true}, {200 << 20, false}, {0, true}, {0, true}, {0, true}, {0, false}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var c calm
			all := uint64(0)
			for i, l := range tt.looks {
				all += l.allocated
				if got := c.collect(all, used); got != l.collect {
					t.Errorf("look %d: %v, want %v", i, got, l.collect)
				}
			}
		})
	}
}
