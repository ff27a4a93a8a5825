package pebble

import (
	"hash/maphash"
	"sync"
	"sync/atomic"
)

// Shape of the cache.
const (
	cacheShards = 64
	// cacheSlots is how finely changes of keys are told apart from one another.
	cacheSlots = 1 << 16
	// cachedValue is the largest value that is kept, in bytes.
	cachedValue = 4 << 10
	// cachedOverhead is what a value costs beside its bytes and those of its key.
	cachedOverhead = 96
)

// cache keeps values of user keys that were read, so that what is read again and again costs no search in Pebble. It is
// exact: a reader gets what its own state has, or nothing. That a key has no value, which costs the longest search, is kept as
// well, but only if it was looked for before: most such keys are looked for once, to make sure that something is new.
//
// States are counted by the batches that they have seen. A value is kept with the number of a state that has it, and the
// committer replaces it when a later batch changes it; so every state from that number on has it too. A reader of an older
// state passes it over. What a reader puts in must not have changed since its state, which changed tells.
type cache struct {
	seed    maphash.Seed
	changed [cacheSlots]atomic.Uint64 // the last batch that changed a key of the slot
	cleared atomic.Uint64             // the last batch that erased a range
	kinds   [256]atomic.Bool          // of which kinds of keys any were ever kept
	missed  [cacheSlots]atomic.Uint32 // a part of the hash of the last key of the slot that had no value
	shards  [cacheShards]cacheShard
}

// cacheShard is a part of the keys. When the young ones fill half of the room, they become the old ones, and what was old and
// not read since is forgotten.
type cacheShard struct {
	mu         sync.Mutex
	young, old map[string]cached
	size, room int // of the young ones, in bytes
}

// cached is a value that states have from a number on; nil says that there is none. It is never changed.
type cached struct {
	value []byte
	from  uint64
}

// newCache returns a cache of a number of bytes.
func newCache(bytes int64) *cache {
	c := &cache{seed: maphash.MakeSeed()}
	for i := range c.shards {
		c.shards[i].young = map[string]cached{}
		c.shards[i].room = int(bytes / cacheShards / 2)
	}
	return c
}

func (c *cache) place(key []byte) (*cacheShard, *atomic.Uint64) {
	h := maphash.Bytes(c.seed, key)
	return &c.shards[h%cacheShards], &c.changed[h/cacheShards%cacheSlots]
}

// get returns the value that a key has in a state, nil for none, and whether that is known.
func (c *cache) get(key []byte, state uint64) (value []byte, known bool) {
	shard, _ := c.place(key)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	found, ok := shard.young[string(key)]
	if !ok {
		if found, ok = shard.old[string(key)]; ok {
			delete(shard.old, string(key))
			shard.keep(string(key), found)
		}
	}
	if !ok || found.from > state {
		return nil, false
	}
	return found.value, true
}

// put keeps the value that a key has in a state, nil for none, unless it is large or has changed since. The cache owns the
// value.
func (c *cache) put(key, value []byte, state uint64) {
	if len(value) > cachedValue || value == nil && !c.missedBefore(key) {
		return
	}
	c.kinds[key[1]].Store(true)
	shard, changed := c.place(key)
	shard.mu.Lock()
	defer shard.mu.Unlock()
	if changed.Load() <= state && c.cleared.Load() <= state {
		shard.keep(string(key), cached{value: value, from: state})
	}
}

// missedBefore tells whether a key without a value was looked for before, and notes that it is now.
func (c *cache) missedBefore(key []byte) bool {
	h := maphash.Bytes(c.seed, key)
	part := uint32(h >> 32)
	return c.missed[h/cacheShards%cacheSlots].Swap(part) == part
}

// keep stores a value among the young ones. The lock is held.
func (s *cacheShard) keep(key string, v cached) {
	s.young[key] = v
	if s.size += len(key) + len(v.value) + cachedOverhead; s.size > s.room {
		s.old, s.young, s.size = s.young, map[string]cached{}, 0
	}
}

// change tells the cache what a batch has written, before any reader can see it. Only the committer calls it.
func (c *cache) change(o *overlay, batch uint64) {
	if len(o.erased) > 0 {
		c.clear(batch)
	}
	for _, p := range o.points.all {
		if p.key[0] == dataSpace {
			c.replace(raw(p.key), p.value, batch)
		}
	}
}

// replace gives a key that is kept its new value, nil for none.
func (c *cache) replace(key, value []byte, batch uint64) {
	shard, changed := c.place(key)
	changed.Store(batch)
	if !c.kinds[key[1]].Load() {
		return // whoever keeps one from now on sees the change
	}
	shard.mu.Lock()
	defer shard.mu.Unlock()
	_, young := shard.young[string(key)]
	_, old := shard.old[string(key)]
	if !young && !old {
		return
	}
	delete(shard.old, string(key))
	if value != nil {
		value = append([]byte{}, value...)
	}
	shard.keep(string(key), cached{value: value, from: batch})
}

// clear forgets everything.
func (c *cache) clear(batch uint64) {
	c.cleared.Store(batch)
	for i := range c.shards {
		s := &c.shards[i]
		s.mu.Lock()
		s.young, s.old, s.size = map[string]cached{}, nil, 0
		s.mu.Unlock()
	}
}
