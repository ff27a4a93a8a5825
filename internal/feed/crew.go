package feed

import "sync"

// maxResting is how many goroutines of a crew may rest. With more subscriptions awake at once, further ones come and go.
const maxResting = 1024

// crew are the goroutines that send to subscribers what there is, one subscriber after the other. A subscriber that hears nothing for now
// takes none, and so keeps no stack that has grown with sending; one that has to wait for its network takes one for as long. The zero
// value is ready.
type crew struct {
	mu      sync.Mutex
	resting []chan *follower // of each its next follower; the last came to rest last, so its stack is warm
	closed  bool
}

// serve runs a follower in a goroutine of the crew. It never waits.
func (c *crew) serve(f *follower) {
	c.mu.Lock()
	last := len(c.resting) - 1
	if last < 0 {
		c.mu.Unlock()
		go c.work(f)
		return
	}
	next := c.resting[last]
	c.resting = c.resting[:last]
	c.mu.Unlock()
	next <- f
}

// work runs followers until the goroutine may not rest.
func (c *crew) work(f *follower) {
	next := make(chan *follower, 1)
	for f != nil {
		f.run()
		if !c.rest(next) {
			return
		}
		f = <-next
	}
}

// rest makes a goroutine wait for its next follower, if it may.
func (c *crew) rest(next chan *follower) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed || len(c.resting) == maxResting {
		return false
	}
	c.resting = append(c.resting, next)
	return true
}

// close sends those home who rest, and the others when they are done. A follower that comes later is still served.
func (c *crew) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	for _, next := range c.resting {
		close(next)
	}
	c.resting = nil
}
