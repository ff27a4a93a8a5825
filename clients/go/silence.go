package parley

import (
	"context"
	"sync"
	"time"
)

// silence calls end when the broker says nothing for as long as limit while a word of it is awaited, once at most. Its alarm is not set
// with each word, for that costs more than receiving the word: it stays set for the words that follow, and lapses when none is awaited.
// Its methods may be called by any goroutine.
type silence struct {
	limit time.Duration
	end   context.CancelFunc

	mu sync.Mutex
	// asked is when the word that is awaited was asked for; zero while none is.
	asked time.Time
	// alarm goes off when a word may be overdue; nil while it is not set.
	alarm *time.Timer
}

// await says that a word is awaited from now on.
func (s *silence) await() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = time.Now()
	if s.alarm == nil {
		s.alarm = time.AfterFunc(s.limit, s.look)
	}
}

// heard says that the word has come.
func (s *silence) heard() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = time.Time{}
}

// stop says that no more words are awaited.
func (s *silence) stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = time.Time{}
	if s.alarm != nil {
		s.alarm.Stop()
		s.alarm = nil
	}
}

// look ends the connection, or sets the alarm for when the word that is awaited now would be overdue.
func (s *silence) look() {
	s.mu.Lock()
	defer s.mu.Unlock()
	left := s.limit - time.Since(s.asked)
	switch {
	case s.asked.IsZero():
		s.alarm = nil
	case left > 0:
		s.alarm.Reset(left)
	default:
		s.alarm = nil
		s.end()
	}
}
