package relay

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// users keeps what each user has in use.
type users struct {
	most, bytesPerSecond int

	mu  sync.Mutex
	all map[[16]byte]*share
}

// share is what one user has in use, as long as that is anything.
type share struct {
	allocations int
	bandwidth   *rate.Limiter
}

func newUsers(most, bytesPerSecond int) *users {
	return &users{most: most, bytesPerSecond: bytesPerSecond, all: map[[16]byte]*share{}}
}

func (u *users) hasRoom(user [16]byte) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	s := u.all[user]
	return s == nil || s.allocations < u.most
}

// take gives a user one allocation more; false where it has as many as it may.
func (u *users) take(user [16]byte) (*share, bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	s := u.all[user]
	if s == nil {
		s = &share{bandwidth: rate.NewLimiter(rate.Inf, 0)}
		if u.bytesPerSecond > 0 {
			s.bandwidth = rate.NewLimiter(rate.Limit(u.bytesPerSecond), max(u.bytesPerSecond, maxDatagram))
		}
		u.all[user] = s
	}
	if s.allocations >= u.most {
		return nil, false
	}
	s.allocations++
	return s, true
}

func (u *users) release(user [16]byte) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if s := u.all[user]; s != nil {
		s.allocations--
		if s.allocations == 0 {
			delete(u.all, user)
		}
	}
}

// carry reports whether n bytes more fit through the user's share of the line.
func (s *share) carry(n int) bool { return s.bandwidth.AllowN(time.Now(), n) }
