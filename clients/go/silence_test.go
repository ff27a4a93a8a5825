package parley

import (
	"testing"
	"testing/synctest"
	"time"

	"google.golang.org/protobuf/types/known/durationpb"
)

func TestSilence(t *testing.T) {
	const limit = 3 * time.Second
	tests := []struct {
		name string
		// live is what happens to the connection.
		live func(*silence)
		// ends is after how long it ends by itself; 0 if it does not within the hour.
		ends time.Duration
	}{
		{"nobody asks", func(*silence) {}, 0},
		{"no word at all", func(s *silence) { s.await() }, limit},
		{"words in time", func(s *silence) {
			for range 5 {
				s.await()
				pass(limit - time.Millisecond)
				s.heard()
			}
		}, 0},
		{"no word after some", func(s *silence) {
			s.await()
			pass(2 * time.Second)
			s.heard()
			s.await()
		}, 2*time.Second + limit},
		{"an application that takes its time", func(s *silence) {
			s.await()
			s.heard()
			pass(10 * limit)
			s.await()
		}, 10*limit + limit},
		{"stopped while a word is awaited", func(s *silence) {
			s.await()
			s.stop()
			s.stop()
		}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				began, ended := time.Now(), make(chan time.Duration, 2)
				s := &silence{limit: limit, end: func() { ended <- time.Since(began) }}
				tt.live(s)
				pass(time.Hour)
				s.mu.Lock()
				if s.alarm != nil {
					t.Error("the alarm stays set for nobody")
				}
				s.mu.Unlock()
				close(ended)
				if got := <-ended; got != tt.ends {
					t.Errorf("the connection ends after %v rather than %v", got, tt.ends)
				}
			})
		})
	}
}

func TestPatience(t *testing.T) {
	for _, tt := range []struct {
		name  string
		asked time.Duration
		want  time.Duration
	}{
		{"what the broker grants", 5 * time.Second, 15 * time.Second},
		{"less than the broker grants", time.Microsecond, 3 * time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := patienceAt(durationpb.New(tt.asked)); got != tt.want {
				t.Errorf("the patience is %v rather than %v", got, tt.want)
			}
		})
	}
}

// pass lets time pass.
func pass(d time.Duration) {
	time.Sleep(d) //nolint:forbidigo // in a bubble, sleeping is free
}
