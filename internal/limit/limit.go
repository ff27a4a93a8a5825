// Package limit bounds how often things are done. Each name has a bucket of its own, and only the names that are in use
// take memory.
package limit

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// most is how many buckets are kept before those that are full again, and so as good as new, are dropped.
const most = 1 << 16

// Limiter lets each name do a number of things per second, and more at once after a pause. It may be used by any number of
// goroutines.
type Limiter struct {
	clock func() time.Time

	mu      sync.Mutex
	buckets map[Name]*rate.Limiter
}

// Name names a bucket: what is counted, of whom, and of what.
type Name struct{ Kind, Of, In string }

// New returns a limiter that tells the time by a clock.
func New(clock func() time.Time) *Limiter {
	return &Limiter{clock: clock, buckets: map[Name]*rate.Limiter{}}
}

// Take takes n for a name that may do perSecond, and up to burst of them at once. It returns 0 if they were taken, and
// otherwise takes none and returns how long to wait. n above burst can never be taken: the wait is then that of a full
// bucket.
func (l *Limiter) Take(name Name, n, perSecond, burst int) time.Duration {
	now := l.clock()
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.bucket(name, now, perSecond, burst)
	if b.AllowN(now, n) {
		return 0
	}
	missing := min(float64(n), float64(burst)) - b.TokensAt(now)
	return max(time.Duration(missing/float64(perSecond)*float64(time.Second)), time.Millisecond)
}

// bucket returns the bucket of a name; one whose limits have changed starts full. l.mu is held.
func (l *Limiter) bucket(name Name, now time.Time, perSecond, burst int) *rate.Limiter {
	b, ok := l.buckets[name]
	if ok && b.Limit() == rate.Limit(perSecond) && b.Burst() == burst {
		return b
	}
	if !ok && len(l.buckets) >= most {
		l.dropFull(now)
	}
	b = rate.NewLimiter(rate.Limit(perSecond), burst)
	l.buckets[name] = b
	return b
}

func (l *Limiter) dropFull(now time.Time) {
	for name, b := range l.buckets {
		if b.TokensAt(now) >= float64(b.Burst()) {
			delete(l.buckets, name)
		}
	}
}

// Names returns how many names take memory now.
func (l *Limiter) Names() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.buckets)
}
