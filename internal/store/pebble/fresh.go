package pebble

import (
	"bytes"
	"hash/maphash"

	"github.com/parley-interop/parley/internal/store"
)

// Bounds of what is known of fresh keys.
const (
	maxFreshKeys   = 64 << 10 // in each half
	maxFreshGroups = 1 << 10
	// freshMarks is how many marks a half has room for; with so many, one new key in thirty meets the mark of another.
	freshMarks = 32 * maxFreshKeys
)

// fresh tells of keys that grow whether they are new: a key behind the last one of its group that there was when the group was first
// asked for, and that was not written since, has no value. What was written since has left a mark by its hash, so a new key may be taken
// for an old one, never the other way round. It holds two halves; when the young half is full the old one goes, and of its keys is
// known only that there is none behind the last of them.
//
// It belongs to the committer. Closures that fail and batches that are dropped may leave keys here that were never written.
type fresh struct {
	seed       maphash.Seed
	shared     [256]int // how many bytes the stored keys of a group have in common, by their kind; 0 if nobody has asked
	groups     map[string]*freshGroup
	refused    int // groups for which there was no room; when there are many, all begins anew
	keys       int // in the young half
	young, old marks
}

// marks are bits, by the hashes of keys.
type marks []uint64

func newMarks() marks { return make(marks, freshMarks/64) }

func (m marks) set(hash uint64)      { m[hash%freshMarks/64] |= 1 << (hash % 64) }
func (m marks) has(hash uint64) bool { return m[hash%freshMarks/64]&(1<<(hash%64)) != 0 }

// freshGroup is what is known of the keys with the same beginning.
type freshGroup struct {
	floor              []byte // no key behind it was written, but those in the halves
	lastYoung, lastOld []byte // the last keys of the halves
}

// isNew tells whether a stored key, of which the first bytes name its group, is certain to have no value.
func (f *fresh) isNew(tx *tx, key []byte, shared int) bool {
	g, known := f.groups[string(key[:shared])]
	if !known {
		if g = f.begin(tx, key[:shared]); g == nil {
			return false
		}
	}
	if bytes.Compare(key, g.floor) <= 0 {
		return false
	}
	h := maphash.Bytes(f.seed, key)
	return !f.young.has(h) && !f.old.has(h)
}

// begin looks for the last key of a group; nil if that fails or must wait, or there is no room for a group.
func (f *fresh) begin(tx *tx, prefix []byte) *freshGroup {
	kind := prefix[1]
	if f.groups == nil || f.shared[kind] != len(prefix) || f.refused >= maxFreshKeys {
		*f = fresh{seed: maphash.MakeSeed(), shared: f.shared, groups: map[string]*freshGroup{}, young: newMarks(), old: newMarks()}
		f.shared[kind] = len(prefix)
	}
	if len(f.groups) >= maxFreshGroups {
		f.refused++
		return nil
	}
	if tx.above.changed() {
		return nil // a key that this closure has deleted is there again if it fails
	}
	g := &freshGroup{floor: bytes.Clone(prefix)}
	group := store.Within(prefix[1:])
	group.Reverse, group.Limit = true, 1
	for last, err := range tx.Scan(group) {
		if err != nil {
			return nil
		}
		g.floor = appendDataKey(nil, last.Key)
	}
	f.groups[string(prefix)] = g
	return g
}

// note notes that a stored key is written.
func (f *fresh) note(key []byte) {
	shared := f.shared[key[1]]
	if shared == 0 || len(key) < shared {
		return
	}
	g, known := f.groups[string(key[:shared])]
	if !known || bytes.Compare(key, g.floor) <= 0 {
		return
	}
	f.keys++
	if f.keys > maxFreshKeys {
		f.turn()
	}
	f.young.set(maphash.Bytes(f.seed, key))
	if bytes.Compare(key, g.lastYoung) > 0 {
		g.lastYoung = append(g.lastYoung[:0], key...)
	}
}

// turn forgets the old half.
func (f *fresh) turn() {
	clear(f.old)
	f.old, f.young, f.keys = f.young, f.old, 1
	for _, g := range f.groups {
		if bytes.Compare(g.lastOld, g.floor) > 0 {
			g.floor = g.lastOld
		}
		g.lastOld, g.lastYoung = g.lastYoung, nil
	}
}
