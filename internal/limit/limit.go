// Package limit bounds how often things are done. Each name has a bucket of its own, and only the names that are in use
// take memory.
package limit

import (
	"hash/maphash"
	"maps"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// enough is how many buckets are kept before those that are full again, and so as good as new, are dropped.
const enough = 1 << 16

// Limiter lets each name do a number of things per second, and more at once after a pause. It may be used by any number of
// goroutines.
type Limiter struct {
	clock func() time.Time

	seed maphash.Seed

	mu sync.Mutex
	// buckets are by the hashes of their names, which takes a third of the room: names with the same hash, which nobody can bring about,
	// would share a bucket.
	buckets map[uint64]*rate.Limiter
	most    int // how many of them there may be until some are dropped
}

// Name names a bucket: what is counted, of whom, and of what.
type Name struct{ Kind, Of, In string }

// New returns a limiter that tells the time by a clock.
func New(clock func() time.Time) *Limiter {
	return &Limiter{clock: clock, seed: maphash.MakeSeed(), buckets: map[uint64]*rate.Limiter{}, most: enough}
}

// Take takes n for a name that may do perSecond, and up to burst of them at once. It returns 0 if they were taken, and
// otherwise takes none and returns how long to wait. n above burst can never be taken: the wait is then that of a full
// bucket.
func (l *Limiter) Take(name Name, n, perSecond, burst int) time.Duration {
	now, hash := l.clock(), maphash.Comparable(l.seed, name)
	l.mu.Lock()
	defer l.mu.Unlock()
	b := l.bucket(hash, now, perSecond, burst)
	if b.AllowN(now, n) {
		return 0
	}
	missing := min(float64(n), float64(burst)) - b.TokensAt(now)
	return max(time.Duration(missing/float64(perSecond)*float64(time.Second)), time.Millisecond)
}

// bucket returns the bucket of the name with a hash; one whose limits have changed starts full. l.mu is held.
func (l *Limiter) bucket(hash uint64, now time.Time, perSecond, burst int) *rate.Limiter {
	b, ok := l.buckets[hash]
	if ok && b.Limit() == rate.Limit(perSecond) && b.Burst() == burst {
		return b
	}
	if !ok && len(l.buckets) >= l.most {
		l.dropFull(now)
	}
	b = rate.NewLimiter(rate.Limit(perSecond), burst)
	l.buckets[hash] = b
	return b
}

// dropFull drops the buckets that are full. The next time is when there are twice as many as it leaves, so where most are in use it is
// not done for each new one.
func (l *Limiter) dropFull(now time.Time) {
	maps.DeleteFunc(l.buckets, func(_ uint64, b *rate.Limiter) bool { return b.TokensAt(now) >= float64(b.Burst()) })
	l.most = max(enough, 2*len(l.buckets))
}

// Names returns how many names take memory now.
func (l *Limiter) Names() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.buckets)
}
