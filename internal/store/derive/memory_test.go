package derive

import (
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// nothing is a transaction that reads no value anywhere.
type nothing struct{ store.ReadTx }

func (nothing) Get([]byte) ([]byte, error) { return nil, nil }

func TestMemoryIsBounded(t *testing.T) {
	var m Memory
	find := func(tx store.ReadTx) (any, error) { return tx.Get([]byte("k")) }
	for key := range 10 * maxValues {
		for range 2 {
			if _, err := m.Derive(nothing{}, 1, nil, key, find); err != nil {
				t.Fatal(err)
			}
		}
		if _, known := m.Known(1, nil, key); !known {
			t.Fatalf("%d is forgotten at once", key)
		}
		if _, known := m.Known(1, nil, 0); !known {
			t.Fatalf("what is used all the time is forgotten after %d others", key)
		}
	}
	if n := m.values.Len(); n > 2*maxValues {
		t.Errorf("it remembers %d values, at most %d", n, 2*maxValues)
	}
}

func TestAValueIsThatOfStatesWithTheSameKeysOnly(t *testing.T) {
	var m Memory
	var kinds, others Kinds
	kinds.Add([]byte("kind"))
	others.AddRange([]byte("l"), nil)
	others.AddRange(nil, []byte("j"))
	if _, err := m.Derive(nothing{}, 5, nil, "x", func(tx store.ReadTx) (any, error) { return tx.Get([]byte("k")) }); err != nil {
		t.Fatal(err)
	}
	m.Change(&others, 6)
	steps := []struct {
		name    string
		state   uint64
		written *Kinds
		change  uint64 // of the kind, before; 0 for none
		want    bool
	}{
		{name: "the state it is of", state: 5, want: true},
		{name: "an earlier state", state: 4, want: true},
		{name: "a later state", state: 7, want: true},
		{name: "a transaction that has written others", state: 7, written: &others, want: true},
		{name: "a transaction that has written such keys", state: 7, written: &kinds},
		{name: "a state after a change", change: 8, state: 8},
		{name: "a state before a change, which cannot be told from one after it", state: 7},
	}
	for _, tt := range steps {
		t.Run(tt.name, func(t *testing.T) {
			if tt.change != 0 {
				m.Change(&kinds, tt.change)
			}
			if _, known := m.Known(tt.state, tt.written, "x"); known != tt.want {
				t.Errorf("known is %v, want %v", known, tt.want)
			}
		})
	}
}
