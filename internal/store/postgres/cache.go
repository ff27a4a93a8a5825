package postgres

import (
	"bytes"
	"hash/fnv"
)

// cache holds values that were read, absent ones too, up to a number of bytes. It belongs to the committer, which uses it only
// while it holds the head and has forgotten what other brokers changed; so what it says is what the database has.
//
// Keys are known by a hash, which is all that other brokers tell of the keys they change. Of two keys with the same hash one is
// here at most, and forgetting either forgets it.
type cache struct {
	young, old map[uint64]cached // what was not used since a generation is dropped with the old one
	size       int               // of the young generation, in bytes
	limit      int               // of a generation
	ranges     *scanned
}

// cached is a value; nil stands for an absent key.
type cached struct {
	key, value []byte
	since      int64 // the batch in whose snapshot it was read, where that matters
}

// cachedOverhead is what an entry of the cache takes besides its key and its value, in bytes, by and large.
const cachedOverhead = 96

func newCache(limit int) *cache {
	c := &cache{limit: limit / 2, ranges: newScanned(limit / 4)}
	c.clear()
	return c
}

// get returns the value of key and whether it is known.
func (c *cache) get(key []byte) (value []byte, known bool) {
	found, known := c.find(key)
	return found.value, known
}

// find returns what is known of key, and whether it is.
func (c *cache) find(key []byte) (found cached, known bool) {
	h := hash(key)
	if found, ok := c.young[h]; ok {
		return found, bytes.Equal(found.key, key)
	}
	found, ok := c.old[h]
	if !ok || !bytes.Equal(found.key, key) {
		return cached{}, false
	}
	c.add(h, found)
	return found, true
}

// put notes the value of key. Nobody may change the slices.
func (c *cache) put(key, value []byte) { c.add(hash(key), cached{key: key, value: value}) }

// replace notes the new value of key if the former one was known, and forgets the ranges that it may be in.
func (c *cache) replace(key, value []byte) {
	c.ranges.forget(text(key))
	if _, known := c.get(key); known {
		c.put(key, value)
	}
}

func (c *cache) add(h uint64, entry cached) {
	if c.size > c.limit {
		c.old, c.young, c.size = c.young, make(map[uint64]cached), 0
	}
	delete(c.old, h)
	if former, ok := c.young[h]; ok {
		c.size -= former.size()
	}
	c.young[h] = entry
	c.size += entry.size()
}

func (c cached) size() int { return len(c.key) + len(c.value) + cachedOverhead }

// forget drops whatever has the hash.
func (c *cache) forget(h uint64) {
	delete(c.young, h)
	delete(c.old, h)
}

// forgetSpans drops the keys of ranges, and all that is known of ranges.
func (c *cache) forgetSpans(spans []span) {
	if len(spans) == 0 {
		return
	}
	c.ranges.clear()
	for _, generation := range []map[uint64]cached{c.young, c.old} {
		for h, entry := range generation {
			if covers(spans, entry.key) {
				delete(generation, h)
			}
		}
	}
}

func (c *cache) clear() {
	c.young, c.old, c.size = make(map[uint64]cached), make(map[uint64]cached), 0
	c.ranges.clear()
}

// hash is the same in every broker and every version of it.
func hash(key []byte) uint64 {
	h := fnv.New64a()
	_, _ = h.Write(key) // never fails
	return h.Sum64()
}
