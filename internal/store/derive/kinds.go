package derive

import "math/bits"

// Kinds is a set of kinds of keys. A key is of the kind of its first byte.
type Kinds [4]uint64

// Add adds the kind of a key, if there is any key at all.
func (k *Kinds) Add(key []byte) {
	if len(key) > 0 {
		k.set(key[0])
	}
}

// AddRange adds the kinds that may have keys in [from, to). Without a from they begin with the first, and a nil to is behind all.
func (k *Kinds) AddRange(from, to []byte) {
	first, last := 0, 255
	if len(from) > 0 {
		first = int(from[0])
	}
	if len(to) > 0 {
		last = int(to[0])
	}
	for kind := first; kind <= last; kind++ {
		k.set(byte(kind))
	}
}

func (k *Kinds) has(kind byte) bool { return k[kind/64]&(1<<(kind%64)) != 0 }

func (k *Kinds) set(kind byte) { k[kind/64] |= 1 << (kind % 64) }

// all yields the kinds in their order.
func (k *Kinds) all(yield func(kind byte) bool) {
	for i, some := range k {
		for ; some != 0; some &= some - 1 {
			if !yield(byte(64*i + bits.TrailingZeros64(some))) {
				return
			}
		}
	}
}
