package postgres

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

// TestBrokersTakeTurns lets brokers increment counters, with and without hints, and reset them; each closure logs what it saw.
// Replayed in the order of the log, every counter must take the values that the closures read: closures are serializable across
// brokers, caches are exact, and the log has no gap.
func TestBrokersTakeTurns(t *testing.T) {
	t.Parallel()
	const workers, rounds, counters = 12, 60, 4
	p := newPlace(t)
	brokers := []*Store{mustOpen(t, p), mustOpen(t, p)}
	p.options.CacheSize = 4 * counters * cachedOverhead // small enough to forget something
	brokers = append(brokers, mustOpen(t, p))
	var group sync.WaitGroup
	for worker := range workers {
		group.Go(func() {
			random := rand.New(rand.NewPCG(uint64(worker), 0))
			for range rounds {
				counter, reset, hint := byte(random.IntN(counters)), random.IntN(10) == 0, random.IntN(2) == 0
				key := []byte{'c', counter}
				var hints [][]byte
				if hint {
					hints = [][]byte{key, {'c', byte(random.IntN(counters))}}
				}
				err := brokers[worker%len(brokers)].Update(t.Context(), func(tx store.Tx) error {
					return count(tx, counter, reset)
				}, slices.Values(hints))
				if err != nil {
					t.Errorf("update: %v", err)
				}
			}
		})
	}
	group.Wait()
	for i, s := range brokers {
		if err := s.View(t.Context(), func(tx store.ReadTx) error { return replay(tx, workers*rounds) }); err != nil {
			t.Errorf("broker %d: %v", i, err)
		}
	}
}

// count adds one to a counter, or removes it, and logs what it saw.
func count(tx store.Tx, counter byte, reset bool) error {
	key := []byte{'c', counter}
	old, err := tx.Get(key)
	if err != nil {
		return err
	}
	if err := scanAgrees(tx, key, old); err != nil {
		return err
	}
	seen := uint64(0)
	if old != nil {
		seen = binary.BigEndian.Uint64(old)
	}
	entry := []byte{counter, 0}
	if reset {
		entry[1] = 1
		tx.DeleteRange(key, []byte{'c', counter, 0})
	} else {
		tx.Set(key, binary.BigEndian.AppendUint64(nil, seen+1))
	}
	tx.Append(binary.BigEndian.AppendUint64(entry, seen))
	return nil
}

// scanAgrees checks that scans find what Get has found.
func scanAgrees(tx store.Tx, key, value []byte) error {
	for _, r := range []store.Range{
		{From: key, To: append(bytes.Clone(key), 0)},
		{From: key, Limit: 1},
		{From: key[:1], To: []byte{key[0] + 1}},
		{To: append(bytes.Clone(key), 0), Limit: 1, Reverse: true},
	} {
		var found []byte
		for pair, err := range tx.Scan(r) {
			if err != nil {
				return err
			}
			if bytes.Equal(pair.Key, key) {
				found = pair.Value
			}
		}
		if !bytes.Equal(found, value) || (found == nil) != (value == nil) {
			return fmt.Errorf("scan of %+v finds %x where Get finds %x", r, found, value)
		}
	}
	return nil
}

// replay follows the log and compares what every closure saw.
func replay(tx store.ReadTx, want int) error {
	counted := make(map[byte]uint64)
	next := store.Position(1)
	for entry, err := range tx.Entries(0, 0) {
		if err != nil {
			return err
		}
		counter, reset, saw := entry.Content[0], entry.Content[1] == 1, binary.BigEndian.Uint64(entry.Content[2:])
		if entry.Position != next || saw != counted[counter] {
			return fmt.Errorf("entry %d, where %d should be, saw %d and should have seen %d", entry.Position, next, saw, counted[counter])
		}
		counted[counter]++
		if reset {
			counted[counter] = 0
		}
		next++
	}
	if int(tx.Head()) != want || int(next) != want+1 {
		return fmt.Errorf("head is %d, the log ends before %d, want %d entries", tx.Head(), next, want)
	}
	return nil
}

// TestCacheForgetsWhatOthersChange changes a key through one broker in ways that another one learns of differently.
func TestCacheForgetsWhatOthersChange(t *testing.T) {
	t.Parallel()
	key := []byte("key")
	set := func(tx store.Tx) { tx.Set(key, fmt.Append(nil, rand.Uint64())) }
	for _, c := range []struct {
		name   string
		change func(*testing.T, place, func(func(store.Tx)))
	}{
		{"one batch", func(_ *testing.T, _ place, do func(func(store.Tx))) { do(set) }},
		{"some batches", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			for range 5 {
				do(set)
			}
		}},
		{"more batches than are looked at", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			do(set)
			for range maxMissed + 5 {
				do(func(tx store.Tx) { tx.Set([]byte("other"), nil) })
			}
		}},
		{"more batches than are kept", func(t *testing.T, p place, do func(func(store.Tx))) {
			do(set)
			p.server.Exec(t, p.database, "truncate parley.changes")
			do(func(tx store.Tx) { tx.Set([]byte("other"), nil) })
		}},
		{"too many keys to list", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			do(func(tx store.Tx) {
				set(tx)
				for i := range maxListed + 1 {
					tx.Set(fmt.Append(nil, "other", i), nil)
				}
			})
		}},
		{"a deleted range", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			do(func(tx store.Tx) { tx.DeleteRange([]byte("k"), []byte("l")) })
		}},
		{"a deleted key", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			do(func(tx store.Tx) { tx.Delete(key) })
		}},
		{"a range from the first key on", func(_ *testing.T, _ place, do func(func(store.Tx))) {
			do(func(tx store.Tx) { tx.DeleteRange(nil, []byte("l")) })
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			changes, reads := mustOpen(t, p), mustOpen(t, p)
			do := func(fn func(store.Tx)) {
				if err := changes.Update(t.Context(), func(tx store.Tx) error { fn(tx); return nil }); err != nil {
					t.Fatal(err)
				}
			}
			do(set)
			compare(t, changes, reads, key)
			c.change(t, p, do)
			compare(t, changes, reads, key)
		})
	}
}

// compare checks that an update through one broker reads what a view through another one sees.
func compare(t *testing.T, viewed, updated *Store, key []byte) {
	t.Helper()
	var want, got []byte
	view := viewed.View(t.Context(), func(tx store.ReadTx) (err error) { want, err = tx.Get(key); return err })
	update := updated.Update(t.Context(), func(tx store.Tx) (err error) {
		if got, err = tx.Get(key); err != nil {
			return err
		}
		return scanAgrees(tx, key, got)
	})
	if view != nil || update != nil || !bytes.Equal(want, got) || (want == nil) != (got == nil) {
		t.Errorf("an update reads %q, %v where a view has %q, %v", got, update, want, view)
	}
}

func TestBrokersHearOfEachOther(t *testing.T) {
	t.Parallel()
	appendEntry := func(t *testing.T, s *Store) {
		if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append([]byte("x")); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		poll time.Duration
		make func(*testing.T, place, *Store)
	}{
		{"by a notification", time.Hour, func(t *testing.T, _ place, other *Store) { appendEntry(t, other) }},
		{"by polling when a notification is lost", time.Millisecond, func(t *testing.T, p place, _ *Store) {
			p.server.Exec(t, p.database, "insert into parley.log values (1, 'x'); update parley.head set position = 1, batch = 1, writer = 1")
		}},
		{"after the connection was lost", time.Hour, func(t *testing.T, p place, other *Store) {
			p.server.Exec(t, p.database, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley listener' and datname = current_database()")
			appendEntry(t, other)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			p.options.Poll = c.poll
			hears, other := mustOpen(t, p), mustOpen(t, p)
			_, moved := hears.Head()
			c.make(t, p, other)
			<-moved
			if head, _ := hears.Head(); head != 1 {
				t.Errorf("head is %d, want 1", head)
			}
			err := hears.View(t.Context(), func(tx store.ReadTx) error {
				if x, err := tx.Entry(1); err != nil || string(x) != "x" {
					return fmt.Errorf("entry is %q, %w", x, err)
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

func TestBroadcastsReachTheOthersOnly(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	a, b, c := mustOpen(t, p), mustOpen(t, p), mustOpen(t, p)
	for _, s := range []*Store{a, b, c} {
		awaitListener(t, s)
	}
	a.Broadcast(make([]byte, store.MaxBroadcastSize+1))
	for i := range 300 {
		a.Broadcast(binary.BigEndian.AppendUint16([]byte("a"), uint16(i)))
	}
	largest := make([]byte, store.MaxBroadcastSize)
	a.Broadcast(largest)
	for name, s := range map[string]*Store{"b": b, "c": c} {
		for i := range 300 {
			want := binary.BigEndian.AppendUint16([]byte("a"), uint16(i))
			if got := nextBroadcast(s); !bytes.Equal(got, want) {
				t.Fatalf("%s heard %q, want %q", name, got, want)
			}
		}
		if got := nextBroadcast(s); !bytes.Equal(got, largest) {
			t.Fatalf("%s heard %d bytes, want %d", name, len(got), len(largest))
		}
	}
	b.Broadcast([]byte("b"))
	if got := nextBroadcast(a); string(got) != "b" {
		t.Errorf("a heard %q, want what b said, and nothing of its own", got)
	}
}

// nextBroadcast returns what a store hears next, but for what awaitListener has sent.
func nextBroadcast(s *Store) []byte {
	for {
		if m := <-s.Broadcasts(); string(m) != "probe" {
			return m
		}
	}
}

// awaitListener waits until a store hears what others broadcast.
func awaitListener(t *testing.T, s *Store) {
	t.Helper()
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	for {
		probe := seal(s.writer+2, []byte("probe"))
		if err := s.send(t.Context(), []string{probe}); err != nil {
			t.Fatal(err)
		}
		select {
		case <-s.Broadcasts():
			return
		case <-ticker.C:
		}
	}
}

func TestBrokersThatStartTogetherOpenTheSameStore(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	var (
		group  sync.WaitGroup
		stores [6]*Store
	)
	for i := range stores {
		group.Go(func() {
			s, err := Open(t.Context(), p.server.DSN(p.database), p.options)
			if err != nil {
				t.Error(err)
				return
			}
			stores[i] = s
		})
	}
	group.Wait()
	for _, s := range stores {
		if s == nil {
			continue
		}
		if s.Epoch() != stores[0].Epoch() || s.Cell() != stores[0].Cell() || s.Epoch() == 0 || s.Cell() == "" {
			t.Errorf("epoch %d and cell %q, another has %d and %q", s.Epoch(), s.Cell(), stores[0].Epoch(), stores[0].Cell())
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestDatabaseThatChangesItsHistoryIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, change, want string }{
		{"another epoch", "update parley.head set epoch = epoch + 1", "another epoch"},
		{"entries are lost", "delete from parley.log where position = 2; update parley.head set position = 1", "lost commits"},
		{"batches are lost", "update parley.head set batch = batch - 1", "lost commits"},
		{"another broker wrote the last batch", "update parley.head set writer = writer + 1", "lost commits"},
		{
			"another broker wrote a batch before",
			"update parley.head set batch = batch + 1, writer = 5; update parley.changes set writer = writer + 1", "lost commits",
		},
		{"a newer version has changed the tables", "update parley.head set format = format + 1", "newer version"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := newPlace(t)
			s := mustOpen(t, p)
			for range 2 {
				if err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil }); err != nil {
					t.Fatal(err)
				}
			}
			p.server.Exec(t, p.database, c.change)
			err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil })
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), store.ErrUnavailable.Error()) {
				t.Errorf("error is %v, want unavailable because of %q", err, c.want)
			}
		})
	}
}
