// Package recent keeps what was used lately, up to a number of values.
package recent

// Map is a map that forgets. It holds two halves: what is used moves to the young half, and when that is full the old half goes. So it
// has the values that were used last, at least as many as a half holds. The zero value is empty. It has no lock.
type Map[K comparable, V any] struct{ young, old map[K]V }

// Get returns the value of a key, which counts as used, and whether there is one. most is how many values a half holds.
func (m *Map[K, V]) Get(key K, most int) (V, bool) {
	if v, ok := m.young[key]; ok {
		return v, true
	}
	v, ok := m.old[key]
	if ok {
		m.Put(key, v, most)
	}
	return v, ok
}

// Put gives a key a value. most is how many values a half holds.
func (m *Map[K, V]) Put(key K, value V, most int) {
	if m.young == nil || len(m.young) >= most {
		m.young, m.old = make(map[K]V), m.young
	}
	m.young[key] = value
}

// Delete forgets the value of a key.
func (m *Map[K, V]) Delete(key K) {
	delete(m.young, key)
	delete(m.old, key)
}

// Len returns how many values there are; one that moved from half to half counts twice.
func (m *Map[K, V]) Len() int { return len(m.young) + len(m.old) }
