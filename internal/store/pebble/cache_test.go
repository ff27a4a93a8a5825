package pebble

import (
	"fmt"
	"strconv"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/parley-interop/parley/internal/store"
)

// TestTheCacheNeverMixesStates lets readers compare keys that every commit sets to one number: a value of another state
// would differ from the rest.
func TestTheCacheNeverMixesStates(t *testing.T) {
	for name, size := range map[string]int64{"large": 1 << 20, "so small that all is forgotten at once": 64} {
		t.Run(name, func(t *testing.T) {
			s, err := Open("store", Options{FS: vfs.NewMem(), ReadCacheSize: size, Reserve: -1, MemTableSize: 1 << 20})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = s.Close() })
			const commits = 600
			setAll(t, s, 0)
			var readers sync.WaitGroup
			done := make(chan struct{})
			for range 4 {
				readers.Go(func() { compareUntil(t, s, done) })
			}
			for n := 1; n <= commits; n++ {
				setAll(t, s, n)
			}
			close(done)
			readers.Wait()
		})
	}
}

const sameKeys = 12

func sameKey(i int) []byte { return fmt.Appendf(nil, "same %02d", i) }

func setAll(t *testing.T, s store.Store, n int) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		if err := compare(tx, n-1); n > 0 && err != nil {
			return err
		}
		if n%50 == 49 {
			tx.DeleteRange(sameKey(0), sameKey(sameKeys))
		}
		for i := range sameKeys {
			tx.Set(sameKey(i), strconv.AppendInt(nil, int64(n), 10))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func compareUntil(t *testing.T, s store.Store, done <-chan struct{}) {
	last := 0
	for {
		select {
		case <-done:
			return
		default:
		}
		err := s.View(t.Context(), func(tx store.ReadTx) error {
			first, err := tx.Get(sameKey(0))
			if err != nil {
				return err
			}
			n, err := strconv.Atoi(string(first))
			if err != nil || n < last {
				return fmt.Errorf("after %d comes %q: %w", last, first, err)
			}
			last = n
			return compare(tx, n)
		})
		if err != nil {
			t.Error(err)
			return
		}
	}
}

// compare makes sure that all keys have a number.
func compare(tx store.ReadTx, n int) error {
	for i := range sameKeys {
		value, err := tx.Get(sameKey(i))
		if err != nil {
			return err
		}
		if string(value) != strconv.Itoa(n) {
			return fmt.Errorf("key %d has %q, not %d", i, value, n)
		}
	}
	return nil
}

func TestTheCacheIsBounded(t *testing.T) {
	const size = 1 << 20
	c := newCache(size)
	value := make([]byte, 100)
	for i := range 100_000 {
		c.put(fmt.Appendf([]byte{dataSpace}, "%d", i), value, 1)
	}
	held := 0
	for i := range c.shards {
		for _, kept := range []map[string]cached{c.shards[i].young, c.shards[i].old} {
			for k, v := range kept {
				held += len(k) + len(v.value) + cachedOverhead
			}
		}
	}
	if held == 0 || held > size+cacheShards*2*(cachedValue+cachedOverhead) {
		t.Errorf("%d bytes are held, %d are allowed", held, size)
	}
	if _, known := c.get(append([]byte{dataSpace}, "99999"...), 1); !known {
		t.Error("the latest value is forgotten")
	}
}

func TestTheCacheKnowsStates(t *testing.T) {
	k := []byte{dataSpace, 'k'}
	c := newCache(1 << 20)
	want := func(state uint64, value string, known bool) {
		t.Helper()
		if got, ok := c.get(k, state); string(got) != value || ok != known {
			t.Errorf("state %d reads %q, %v, want %q, %v", state, got, ok, value, known)
		}
	}
	c.put(k, nil, 3)
	want(3, "", false) // it may never be looked for again
	c.put(k, nil, 3)
	want(3, "", true)
	want(2, "", false)
	c.replace(k, []byte("one"), 5)
	want(4, "", false)
	want(7, "one", true)
	c.replace(k, []byte("two"), 8)
	want(7, "", false)
	want(8, "two", true)
	c.replace(k, nil, 9)
	c.put(k, []byte("two"), 8)
	want(8, "", false)
	want(9, "", true)
	c.replace(k, []byte("three"), 10)
	c.put(k, nil, 9)
	want(10, "three", true)
	c.clear(11)
	c.put(k, []byte("old"), 10)
	want(11, "", false)
}
