package soak_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"syscall"
	"time"

	"github.com/parley-interop/parley/test/soak/journal"
)

// The fire has three parts: kills, then a calm life of one process, in which memory is watched and everything goes on but kills, and
// kills again.
const (
	stormShare = 0.35
	calmShare  = 0.55
)

// harm does to the broker what may happen to one, for as long as the fire lasts.
func (s *soak) harm(ctx context.Context) {
	storm, calm := time.Duration(stormShare*float64(*length)), time.Duration(calmShare*float64(*length))
	s.during(ctx, storm, s.killNow, s.jump, s.fillDisk)
	s.broker.calm.Store(true)
	s.during(ctx, calm, s.jump, s.fillDisk)
	s.broker.calm.Store(false)
	s.during(ctx, *length-storm-calm, s.killNow)
}

// during does one harm after the other, with pauses, until a time is up.
func (s *soak) during(ctx context.Context, d time.Duration, harms ...func(context.Context)) {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	for n := 0; pause(ctx, min(d/10, 5*time.Second)+rand.N(min(d/10, 10*time.Second))); n++ {
		harms[n%len(harms)](ctx)
	}
}

// killNow ends the broker as a loss of the machine would, and starts it again.
func (s *soak) killNow(context.Context) {
	began := s.folder.Now()
	s.broker.end(syscall.SIGKILL)
	if err := s.broker.start(); err != nil {
		s.t.Errorf("after a kill: %v", err)
		s.endFire()
	}
	s.log.Write(journal.Entry{Kind: journal.Fault, Change: "kill", Began: began})
}

// roomsLeft is how much room a disk has left that is taken away, in bytes: none, less than the broker's reserve, and a little more, so that
// it fills up while it is used.
var roomsLeft = []int64{0, 64 << 10, 5 << 18, 2 << 20}

// fillDisk takes the broker's disk away for a while: sometimes all of it at once, sometimes so that it fills up.
func (s *soak) fillDisk(ctx context.Context) {
	if s.noDisk != nil {
		return
	}
	began := s.folder.Now()
	room := roomsLeft[s.fillings%len(roomsLeft)]
	s.fillings++
	if err := s.disk.fill(room); err != nil {
		s.t.Errorf("the disk cannot be filled: %v", err)
		return
	}
	pause(ctx, time.Second+rand.N(2*time.Second))
	if err := s.disk.clear(); err != nil {
		s.t.Errorf("the disk cannot be given back: %v", err)
	}
	s.log.Write(journal.Entry{Kind: journal.Fault, Change: "disk full", Text: fmt.Sprint(room), Began: began})
}
