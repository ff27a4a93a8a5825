package pebble

import (
	"cmp"
	"slices"

	"github.com/tidwall/btree"
)

// Bounds of what serves the next batch as well. To empty a hash table, or to walk through it, takes as long as it is large, however
// little there is in it.
const (
	maxSparePoints = 16 << 10
	spareShare     = 16 // one that has had this many times as many points before is too large
)

// point is a key that a batch has written, and its value; nil stands for a deleted key.
type point struct {
	key   string
	value []byte
}

// points are what a batch has written of single keys. Most closures get and set, which a hash table does soonest; the order of the keys
// is made when it is asked for, and kept from then on. The zero value is none.
type points struct {
	places  map[string]int // in all
	all     []point        // in no order
	most    int            // how many there were at the end of a batch, since the table was made
	order   btree.Map[string, []byte]
	ordered bool
}

// emptied returns no points. Those that there were are of no use any more, for their room serves again.
func (p *points) emptied() points {
	n := len(p.all)
	most := max(n, p.most)
	if n > maxSparePoints || n < most/spareShare {
		return points{}
	}
	clear(p.places)
	clear(p.all)
	return points{places: p.places, all: p.all[:0], most: most}
}

func (p *points) len() int { return len(p.all) }

func (p *points) get(key string) (value []byte, had bool) {
	if at, had := p.places[key]; had {
		return p.all[at].value, true
	}
	return nil, false
}

// set returns what it replaced.
func (p *points) set(key string, value []byte) (old []byte, had bool) {
	if p.places == nil {
		p.places = map[string]int{}
	}
	at, had := p.places[key]
	if had {
		old, p.all[at].value = p.all[at].value, value
	} else {
		p.places[key] = len(p.all)
		p.all = append(p.all, point{key, value})
	}
	if p.ordered {
		p.order.Set(key, value)
	}
	return old, had
}

// remove returns what there was. The last point takes the place of the removed one.
func (p *points) remove(key string) (old []byte, had bool) {
	at, had := p.places[key]
	if !had {
		return nil, false
	}
	old = p.all[at].value
	last := len(p.all) - 1
	p.all[at] = p.all[last]
	p.places[p.all[at].key] = at
	p.all[last] = point{}
	p.all = p.all[:last]
	delete(p.places, key)
	if p.ordered {
		p.order.Delete(key)
	}
	return old, true
}

// sorted returns the points in the order of their keys.
func (p *points) sorted() []point {
	if p.ordered {
		sorted := make([]point, 0, len(p.all))
		p.order.Scan(func(key string, value []byte) bool {
			sorted = append(sorted, point{key, value})
			return true
		})
		return sorted
	}
	sorted := slices.Clone(p.all)
	slices.SortFunc(sorted, func(a, b point) int { return cmp.Compare(a.key, b.key) })
	return sorted
}

// inOrder returns the points by their keys. It may be read until the next change.
func (p *points) inOrder() *btree.Map[string, []byte] {
	if !p.ordered {
		for _, point := range p.sorted() {
			p.order.Load(point.key, point.value)
		}
		p.ordered = true
	}
	return &p.order
}
