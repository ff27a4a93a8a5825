package pebble

import (
	"context"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

func TestATableHasKeysOfOneKind(t *testing.T) {
	s, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, round := range []byte{1, 2, 3} {
		err := s.Update(t.Context(), func(tx store.Tx) error {
			for _, kind := range []byte{0, 7, 8, 255} {
				tx.Append([]byte{kind})
				tx.Set([]byte{kind, round}, []byte{kind})
			}
			tx.DeleteRange([]byte{7, round - 1}, []byte{8, round})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.db.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	kindOf := func(key []byte) [2]byte {
		if key[0] == dataSpace {
			return [2]byte(key)
		}
		return [2]byte{key[0]}
	}
	check := func(when string) {
		t.Helper()
		levels, err := s.db.SSTables()
		if err != nil {
			t.Fatal(err)
		}
		tables := 0
		for _, level := range levels {
			for _, table := range level {
				tables++
				first, last := table.Smallest.UserKey, table.Largest.UserKey
				if kindOf(first) != kindOf(last) && !table.Largest.IsExclusiveSentinel() {
					t.Errorf("%s, a table has %x to %x", when, first, last)
				}
			}
		}
		if tables < 5 {
			t.Errorf("%s there are %d tables", when, tables)
		}
	}
	check("after the flushes")
	if err := s.db.Compact(t.Context(), dataBegin, dataEnd, false); err != nil {
		t.Fatal(err)
	}
	check("after the compaction")
}

// Young tables of keys that nearly grow overlap like the steps of a stair: many sublevels, nowhere deep, and nothing to merge.
func TestAStairOfTablesHoldsNobodyUp(t *testing.T) {
	s, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for n := range byte(2 * waitDepth) {
		s.pressure.applied = s.pressure.limit // it looks before each batch
		err := s.Update(ctx, func(tx store.Tx) error {
			tx.Set([]byte{30, n}, nil)
			tx.Set([]byte{30, n + 1}, nil)
			return nil
		})
		if err != nil {
			t.Fatalf("step %d: %v", n, err)
		}
		if err := s.db.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	if n := s.db.Metrics().Levels[0].Sublevels; n < waitDepth {
		t.Errorf("the stair has %d steps, which proves nothing", n)
	}
}
