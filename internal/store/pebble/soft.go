package pebble

import (
	"bytes"
	"hash/maphash"

	"github.com/parley-interop/parley/internal/store/recent"
)

// maxSoft is how many soft values are kept in each half; see recent.Map.
const maxSoft = 128 << 10

// soft keeps the soft values, by the hashes of their user keys: of two keys with the same hash the later takes the place of the other.
// They belong to the committer, and are never written: what is forgotten can be found in another way.
type soft struct {
	kinds  [256]bool // of which there may be any
	values recent.Map[uint64, softValue]
}

// softValue is a key and its value behind it, in one piece of memory.
type softValue struct {
	pair []byte
	key  int // the length of the key
}

func (v softValue) isOf(key []byte) bool { return bytes.Equal(v.pair[:v.key], key) }

var softSeed = maphash.MakeSeed()

// get returns the soft value of a key, if there is one. It is never changed.
func (s *soft) get(key []byte) ([]byte, bool) {
	if len(key) == 0 || !s.kinds[key[0]] {
		return nil, false
	}
	found, ok := s.values.Get(maphash.Bytes(softSeed, key), maxSoft)
	if !ok || !found.isOf(key) {
		return nil, false
	}
	return found.pair[found.key:], true
}

// set keeps a copy of a value.
func (s *soft) set(key, value []byte) {
	s.kinds[key[0]] = true
	pair := append(append(make([]byte, 0, len(key)+len(value)), key...), value...)
	s.values.Put(maphash.Bytes(softSeed, key), softValue{pair, len(key)}, maxSoft)
}

// forget forgets the soft value of a key.
func (s *soft) forget(key []byte) {
	if s.kinds[key[0]] {
		s.values.Delete(maphash.Bytes(softSeed, key))
	}
}

// clear forgets all of them.
func (s *soft) clear() { *s = soft{} }
