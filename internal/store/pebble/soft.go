package pebble

import "github.com/parley-interop/parley/internal/store/recent"

// maxSoft is how many soft values are kept in each half; see recent.Map.
const maxSoft = 64 << 10

// soft keeps the soft values, by their user keys. They belong to the committer, and are never written: what is forgotten can be found in
// another way.
type soft struct {
	kinds  [256]bool // of which there may be any
	values recent.Map[string, []byte]
}

// get returns the soft value of a key, if there is one. It is never changed.
func (s *soft) get(key []byte) ([]byte, bool) {
	if len(key) == 0 || !s.kinds[key[0]] {
		return nil, false
	}
	return s.values.Get(string(key), maxSoft)
}

// set keeps a copy of a value.
func (s *soft) set(key, value []byte) {
	s.kinds[key[0]] = true
	s.values.Put(string(key), append([]byte{}, value...), maxSoft)
}

// forget forgets the soft value of a key.
func (s *soft) forget(key []byte) {
	if s.kinds[key[0]] {
		s.values.Delete(string(key))
	}
}

// clear forgets all of them.
func (s *soft) clear() { *s = soft{} }
