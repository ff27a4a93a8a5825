package postgres

import (
	"bytes"
	"encoding/binary"
	"sync"
)

// maxChanged is how many changed keys half of a memory remembers.
const maxChanged = 1 << 15

// memory holds values that views have read, up to a number of bytes, and knows of which snapshots each is true. Every snapshot
// brings what was changed since the one before, by this broker or another; so what a view gets from memory is what the database
// has in the view's own snapshot, and never what it had before.
//
// A value that was read in the snapshot of one batch, and that no batch up to the newest known one has changed since, is that of
// every snapshot between the two.
type memory struct {
	mu     sync.Mutex
	known  version // the newest batch; each value here is true of it
	values *cache

	// Which keys were changed lately, by their hashes, and in which batch last: a view of an older snapshot must not bring
	// back what was changed since. young has all changes after the batch from, both have all after oldFrom.
	young, old    map[uint64]int64
	from, oldFrom int64
}

func newMemory(limit int) *memory {
	m := &memory{values: newCache(limit)}
	m.clear(version{})
	return m
}

// version returns the newest batch that is known.
func (m *memory) version() version {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known
}

// get returns the value that a key has in a snapshot, and whether it is known.
func (m *memory) get(at version, key []byte) (value []byte, known bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found, known := m.values.find(key)
	if !known || found.since > at.batch || at.batch > m.known.batch {
		return nil, false
	}
	return found.value, true
}

// put notes the value that a key has in a snapshot, unless it may have changed since. Nobody may change the slices.
func (m *memory) put(at version, key, value []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	h := hash(key)
	if at.batch < m.oldFrom || at.batch > m.known.batch || m.young[h] > at.batch || m.old[h] > at.batch {
		return
	}
	m.values.add(h, cached{key, value, at.batch})
}

// follow takes in a snapshot, with the batches from before on, which was known before the snapshot was taken. It tells whether
// the snapshot continues what is known.
func (m *memory) follow(before, at version, batches []missed) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	remembered := len(batches) > 0 && batches[0].batch == before.batch
	switch {
	case at.batch < before.batch,
		at.batch == before.batch && at.batch > 0 && at.writer != before.writer,
		remembered && batches[0].writer != before.writer:
		return false
	case at.batch <= m.known.batch:
	case !remembered || !m.forget(at, batches):
		m.clear(at)
	}
	return true
}

// forget drops what was changed after the newest batch that is known. It tells whether the batches say all of it.
func (m *memory) forget(at version, batches []missed) bool {
	for len(batches) > 0 && batches[0].batch <= m.known.batch {
		batches = batches[1:]
	}
	if int64(len(batches)) != at.batch-m.known.batch {
		return false
	}
	for _, b := range batches {
		if b.batch != m.known.batch+1 || b.keys == nil || len(b.spans) > 0 {
			return false
		}
		for keys := b.keys; len(keys) >= 8; keys = keys[8:] {
			h := binary.BigEndian.Uint64(keys)
			m.values.forget(h)
			m.young[h] = b.batch
		}
		m.known = b.version
		if len(m.young) > maxChanged {
			m.young, m.old = make(map[uint64]int64), m.young
			m.from, m.oldFrom = b.batch, m.from
		}
	}
	return true
}

// clear forgets everything.
func (m *memory) clear(at version) {
	m.values.clear()
	m.known, m.from, m.oldFrom = at, at.batch, at.batch
	m.young, m.old = make(map[uint64]int64), nil
}

// recall returns the value of a key from memory, or reads it.
func (s *snapshot) recall(key []byte) ([]byte, error) {
	if s.err == nil && s.ctx.Err() != nil {
		return nil, s.fail(s.ctx.Err())
	}
	g := s.shared
	if value, known := g.known.get(g.at, key); known {
		return value, s.err
	}
	value, err := s.get(key)
	if err == nil {
		g.known.put(g.at, bytes.Clone(key), value)
	}
	return value, err
}
