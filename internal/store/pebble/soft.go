package pebble

// maxSoft is how many soft values are kept in each half.
const maxSoft = 64 << 10

// soft keeps the soft values, by their user keys. They belong to the committer, and are never written: what is forgotten can be found in
// another way. It holds two halves: what is used moves to the young half, and when that is full the old half goes.
type soft struct {
	kinds      [256]bool // of which there may be any
	young, old map[string]*softValue
}

// softValue is a value; the slice is never changed.
type softValue struct{ value []byte }

// get returns the soft value of a key, if there is one.
func (s *soft) get(key []byte) ([]byte, bool) {
	if v := s.find(key); v != nil {
		return v.value, true
	}
	return nil, false
}

func (s *soft) find(key []byte) *softValue {
	if len(key) == 0 || !s.kinds[key[0]] {
		return nil
	}
	if v := s.young[string(key)]; v != nil {
		return v
	}
	v := s.old[string(key)]
	if v != nil {
		s.add(string(key), v)
	}
	return v
}

// set keeps a copy of a value.
func (s *soft) set(key, value []byte) {
	kept := append(make([]byte, 0, len(value)), value...)
	if v := s.find(key); v != nil {
		v.value = kept
		return
	}
	s.kinds[key[0]] = true
	s.add(string(key), &softValue{kept})
}

func (s *soft) add(key string, v *softValue) {
	if s.young == nil || len(s.young) >= maxSoft {
		s.young, s.old = make(map[string]*softValue), s.young
	}
	s.young[key] = v
}

// forget forgets the soft value of a key.
func (s *soft) forget(key []byte) {
	if s.kinds[key[0]] {
		delete(s.young, string(key))
		delete(s.old, string(key))
	}
}

// clear forgets all of them.
func (s *soft) clear() { *s = soft{} }
