package pebble

import (
	"slices"

	"github.com/tidwall/btree"
)

// maxSparePoints is how many keys a table may have had that serves the next batch as well.
const maxSparePoints = 16 << 10

// points are keys that a batch has written, and their values; nil stands for a deleted key. Most closures get and set single keys,
// which a hash table does soonest; the order of the keys is made when it is asked for, and kept from then on.
type points struct {
	table   map[string][]byte
	order   btree.Map[string, []byte]
	ordered bool
}

// newPoints returns no points. The table of earlier ones, which are of no use any more, may serve again; it may be nil.
func newPoints(earlier map[string][]byte) points {
	if earlier == nil || len(earlier) > maxSparePoints {
		return points{table: map[string][]byte{}}
	}
	clear(earlier)
	return points{table: earlier}
}

func (p *points) len() int { return len(p.table) }

func (p *points) get(key string) (value []byte, had bool) {
	value, had = p.table[key]
	return value, had
}

// set returns what it replaced.
func (p *points) set(key string, value []byte) (old []byte, had bool) {
	old, had = p.table[key]
	p.table[key] = value
	if p.ordered {
		p.order.Set(key, value)
	}
	return old, had
}

// remove returns what there was.
func (p *points) remove(key string) (old []byte, had bool) {
	old, had = p.table[key]
	delete(p.table, key)
	if p.ordered {
		p.order.Delete(key)
	}
	return old, had
}

// keys returns the keys in order.
func (p *points) keys() []string {
	if p.ordered {
		return p.order.Keys()
	}
	keys := make([]string, 0, len(p.table))
	for key := range p.table {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// inOrder returns the points by their keys. It may be read until the next change.
func (p *points) inOrder() *btree.Map[string, []byte] {
	if !p.ordered {
		for _, key := range p.keys() {
			p.order.Load(key, p.table[key])
		}
		p.ordered = true
	}
	return &p.order
}
