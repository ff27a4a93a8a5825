package parley

import (
	"context"
	"sync"
	"time"
)

// silence ends a connection when the broker says nothing for too long while a word of it is awaited. Its alarm is set again when it goes
// off, not with each word: setting one costs more than receiving the word. Its methods may be called by any goroutine.
type silence struct {
	limit time.Duration
	end   context.CancelFunc

	mu sync.Mutex
	// asked is when the word that is awaited was asked for; zero while none is.
	asked time.Time
	// alarm is nil when the connection is not watched any more.
	alarm *time.Timer
}

// watch returns a silence that calls end, once at most, until it is stopped.
func watch(limit time.Duration, end context.CancelFunc) *silence {
	s := &silence{limit: limit, end: end}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.alarm = time.AfterFunc(limit, s.look)
	return s
}

// await says that a word is awaited from now on.
func (s *silence) await() { s.set(time.Now()) }

// heard says that the word has come.
func (s *silence) heard() { s.set(time.Time{}) }

func (s *silence) set(asked time.Time) {
	s.mu.Lock()
	s.asked = asked
	s.mu.Unlock()
}

func (s *silence) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.alarm != nil {
		s.alarm.Stop()
		s.alarm = nil
	}
}

// look ends the connection, or looks again when it might have been silent for too long.
func (s *silence) look() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.alarm == nil {
		return
	}
	left := s.limit
	if !s.asked.IsZero() {
		left -= time.Since(s.asked)
	}
	if left > 0 {
		s.alarm.Reset(left)
		return
	}
	s.alarm = nil
	s.end()
}
