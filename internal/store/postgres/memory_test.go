package postgres

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// changed is a batch that has changed keys, and is by writer 1.
func changed(batch int64, keys ...string) missed {
	m := missed{version: version{batch, 1}, keys: []byte{}}
	for _, k := range keys {
		m.keys = binary.BigEndian.AppendUint64(m.keys, hash([]byte(k)))
	}
	return m
}

func TestMemoryIsTrueOfASnapshot(t *testing.T) {
	t.Parallel()
	key, at := []byte("k"), func(batch int64) version { return version{batch, 1} }
	for _, c := range []struct {
		name    string
		then    func(m *memory) // after the key was read in the snapshot of batch 10
		asked   int64
		unknown bool
	}{
		{name: "the same snapshot", asked: 10},
		{name: "a later one without changes", asked: 12, then: func(m *memory) { m.follow(at(10), at(12), []missed{changed(10), changed(11), changed(12)}) }},
		{name: "a later one with changes of others", asked: 11, then: func(m *memory) { m.follow(at(10), at(11), []missed{changed(10), changed(11, "other")}) }},
		{name: "an older one", asked: 9, unknown: true},
		{name: "one that is not followed yet", asked: 11, unknown: true},
		{name: "the key has changed", asked: 11, unknown: true, then: func(m *memory) { m.follow(at(10), at(11), []missed{changed(10), changed(11, "k")}) }},
		{
			name: "the key has changed in the first of two", asked: 12, unknown: true,
			then: func(m *memory) { m.follow(at(10), at(12), []missed{changed(10), changed(11, "k"), changed(12)}) },
		},
		{name: "a batch is missing", asked: 12, unknown: true, then: func(m *memory) { m.follow(at(10), at(12), []missed{changed(10), changed(12)}) }},
		{name: "nothing is remembered", asked: 12, unknown: true, then: func(m *memory) { m.follow(at(10), at(12), nil) }},
		{name: "the known batch is forgotten", asked: 12, unknown: true, then: func(m *memory) { m.follow(at(10), at(12), []missed{changed(11), changed(12)}) }},
		{
			name: "too many keys to be listed", asked: 11, unknown: true,
			then: func(m *memory) { m.follow(at(10), at(11), []missed{changed(10), {version: at(11)}}) },
		},
		{
			name: "a range was erased", asked: 11, unknown: true,
			then: func(m *memory) {
				m.follow(at(10), at(11), []missed{changed(10), {version: at(11), keys: []byte{}, spans: [][]byte{key, []byte("l")}}})
			},
		},
		{
			name: "it was changed, and a view of the older snapshot brings it back", asked: 11, unknown: true,
			then: func(m *memory) {
				m.follow(at(10), at(11), []missed{changed(10), changed(11, "k")})
				m.put(at(10), key, []byte("old"))
			},
		},
		{
			name: "a view of a snapshot before all that is remembered brings it back", asked: 12, unknown: true,
			then: func(m *memory) {
				m.follow(at(10), at(12), nil)
				m.put(at(10), key, []byte("old"))
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMemory(1 << 20)
			if !m.follow(version{}, at(10), nil) {
				t.Fatal("the first snapshot is refused")
			}
			m.put(at(10), key, []byte("v"))
			if c.then != nil {
				c.then(m)
			}
			value, known := m.get(at(c.asked), key)
			if known == c.unknown || known && string(value) != "v" {
				t.Errorf("got %q, %v", value, known)
			}
		})
	}
}

func TestMemoryRefusesAnotherHistory(t *testing.T) {
	t.Parallel()
	known := version{10, 1}
	for _, c := range []struct {
		name    string
		at      version
		batches []missed
		ok      bool
	}{
		{"the same", known, []missed{changed(10)}, true},
		{"later", version{11, 1}, []missed{changed(10), changed(11)}, true},
		{"earlier", version{9, 1}, nil, false},
		{"another wrote the batch", version{10, 2}, nil, false},
		{"another wrote the batch, and one more", version{11, 1}, []missed{{version: version{10, 2}}, changed(11)}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := newMemory(1 << 20)
			m.follow(version{}, known, nil)
			if ok := m.follow(known, c.at, c.batches); ok != c.ok {
				t.Errorf("got %v", ok)
			}
		})
	}
}

func TestMemoryForgetsChangesInTheirOrder(t *testing.T) {
	t.Parallel()
	m := newMemory(1 << 20)
	m.follow(version{}, version{1, 1}, nil)
	many := changed(2)
	for i := range maxChanged + 1 {
		many.keys = binary.BigEndian.AppendUint64(many.keys, hash(strconv.AppendInt(nil, int64(i), 10)))
	}
	m.follow(version{1, 1}, version{2, 1}, []missed{changed(1), many})
	m.put(version{1, 1}, []byte("0"), []byte("old"))
	m.put(version{1, 1}, []byte("unchanged"), []byte("v"))
	if _, known := m.get(version{2, 1}, []byte("0")); known {
		t.Error("a value came back that was changed since")
	}
	if _, known := m.get(version{2, 1}, []byte("unchanged")); !known {
		t.Error("a value is refused that is as it was")
	}
	again := many
	again.version = version{3, 1}
	m.follow(version{2, 1}, version{3, 1}, []missed{{version: version{2, 1}}, again})
	m.put(version{1, 1}, []byte("new"), []byte("v"))
	if _, known := m.get(version{3, 1}, []byte("new")); known {
		t.Error("a value was taken of which nobody knows any more whether it has changed")
	}
}

// TestViewsOfAllBrokersAreNeverStale writes through any of three brokers and reads through any other: who was told of a write sees
// it, or a later one, whatever is remembered.
func TestViewsOfAllBrokersAreNeverStale(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	brokers := []*Store{mustOpen(t, p), mustOpen(t, p), mustOpen(t, p)}
	var told [4]atomic.Int64
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			r := rand.New(rand.NewPCG(uint64(worker), 1))
			for range 150 {
				i := r.IntN(len(told))
				key := fmt.Append(nil, "k", i)
				if r.IntN(4) == 0 {
					note(t, brokers[r.IntN(3)], key, &told[i])
				}
				want := told[i].Load()
				if got := counter(t, brokers[r.IntN(3)], key); got < want {
					t.Errorf("key %d is %d, and somebody was told of %d", i, got, want)
				}
			}
		})
	}
	group.Wait()
}

// note counts a key up, and then says how far.
func note(t *testing.T, s *Store, key []byte, told *atomic.Int64) {
	var n int64
	err := s.Update(t.Context(), func(tx store.Tx) error {
		value, err := tx.Get(key)
		if err != nil {
			return err
		}
		n, _ = strconv.ParseInt(string(value), 10, 64)
		n++
		tx.Set(key, strconv.AppendInt(nil, n, 10))
		return nil
	}, slices.Values([][]byte{key}))
	if err != nil {
		t.Error(err)
		return
	}
	for last := told.Load(); last < n && !told.CompareAndSwap(last, n); last = told.Load() {
	}
}

// counter reads a key, twice as a view must not change its mind.
func counter(t *testing.T, s *Store, key []byte) (n int64) {
	err := s.View(t.Context(), func(tx store.ReadTx) error {
		first, err := tx.Get(key)
		if err != nil {
			return err
		}
		n, _ = strconv.ParseInt(string(first), 10, 64)
		for pair, err := range tx.Scan(store.Range{From: key, Limit: 1}) {
			if err != nil {
				return err
			}
			if bytes.Equal(pair.Key, key) && !bytes.Equal(pair.Value, first) {
				t.Errorf("%s is %s, and %s in a scan of the same view", key, first, pair.Value)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return n
}

// TestViewsThatShareASnapshotDoNotDisturbEachOther ends the context of one view while others read.
func TestViewsThatShareASnapshotDoNotDisturbEachOther(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, newPlace(t))
	var group sync.WaitGroup
	for i := range 200 {
		group.Go(func() {
			ctx, cancel := contextOf(t, i%3 == 0)
			defer cancel()
			err := s.View(ctx, func(tx store.ReadTx) error {
				if i%3 == 0 {
					cancel()
				}
				_, err := tx.Get(fmt.Append(nil, "absent", i))
				return err
			})
			if failed := err != nil; failed != (i%3 == 0) {
				t.Errorf("view %d: %v", i, err)
			}
		})
	}
	group.Wait()
}

// contextOf returns the test's context, which can be cancelled where that is wanted.
func contextOf(t *testing.T, cancellable bool) (context.Context, context.CancelFunc) {
	t.Helper()
	if cancellable {
		return context.WithCancel(t.Context())
	}
	return t.Context(), func() {}
}
