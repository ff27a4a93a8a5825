// Package derive remembers what was derived from the state of a store, for the engines: what policy says of somebody, say, which takes
// a dozen reads and seldom changes. It is exact. While a value is derived, the kinds of the keys that are read are noted, and the
// value is used again only where no key of these kinds has changed.
package derive

import (
	"iter"
	"sync"
	"sync/atomic"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/recent"
)

// maxValues is how many values there are in each half of a memory; see recent.Map.
const maxValues = 128 << 10

// Memory is what was derived from the states of one store. States are numbered in their order, and a change has the number of the
// first state that shows it. The zero value is an empty memory. Any number of goroutines may use it.
type Memory struct {
	changed [256]atomic.Uint64 // the last change of a key of each kind

	mu     sync.Mutex
	values recent.Map[any, value]
}

// value was derived from a state, by reading keys of some kinds.
type value struct {
	derived any
	state   uint64
	kinds   Kinds
}

// Change notes that the state with a number, and those after it, differ from the earlier ones in keys of some kinds. It must be called
// before anybody reads such a state.
func (m *Memory) Change(kinds *Kinds, state uint64) {
	for kind := range kinds.all {
		m.changed[kind].Store(state)
	}
}

// Known returns what was derived for a key, if it is that of a transaction, which reads the state with a number, but for the kinds of
// keys that it has written itself; these may be nil.
func (m *Memory) Known(state uint64, written *Kinds, key any) (any, bool) {
	found, ok := m.get(key)
	if !ok || !m.holds(found, state, written) {
		return nil, false
	}
	return found.derived, true
}

// Derive returns what find returns for a key in such a transaction, and remembers it.
func (m *Memory) Derive(tx store.ReadTx, state uint64, written *Kinds, key any, find func(store.ReadTx) (any, error)) (any, error) {
	w := watch{ReadTx: tx}
	derived, err := find(&w)
	if err != nil {
		return nil, err
	}
	fresh := value{derived: derived, state: state, kinds: w.read}
	if !w.boundless && m.holds(fresh, state, written) {
		m.put(key, fresh)
	}
	return derived, nil
}

// holds tells whether a value is that of a state too, but for what a transaction has written: whether no key that it depends on has
// changed since the earlier of the two states.
func (m *Memory) holds(v value, state uint64, written *Kinds) bool {
	since := min(v.state, state)
	for kind := range v.kinds.all {
		if m.changed[kind].Load() > since || written != nil && written.has(kind) {
			return false
		}
	}
	return true
}

func (m *Memory) get(key any) (value, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.values.Get(key, maxValues)
}

func (m *Memory) put(key any, v value) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.values.Put(key, v, maxValues)
}

// watch is a transaction that notes what is read through it.
type watch struct {
	store.ReadTx
	read      Kinds
	boundless bool // something was read that changes with each commit
}

// Get implements store.ReadTx.
func (w *watch) Get(key []byte) ([]byte, error) {
	w.read.Add(key)
	return w.ReadTx.Get(key)
}

// Scan implements store.ReadTx.
func (w *watch) Scan(r store.Range) iter.Seq2[store.Pair, error] {
	w.read.AddRange(r.From, r.To)
	return w.ReadTx.Scan(r)
}

// Entry implements store.ReadTx.
func (w *watch) Entry(p store.Position) ([]byte, error) {
	w.boundless = true
	return w.ReadTx.Entry(p)
}

// Entries implements store.ReadTx.
func (w *watch) Entries(after store.Position, limit int) iter.Seq2[store.Entry, error] {
	w.boundless = true
	return w.ReadTx.Entries(after, limit)
}

// Head implements store.ReadTx.
func (w *watch) Head() store.Position {
	w.boundless = true
	return w.ReadTx.Head()
}

// Known implements store.ReadTx: what is derived from what is derived depends on all that is read for either.
func (w *watch) Known(any) (any, bool) { return nil, false }

// Derive implements store.ReadTx.
func (w *watch) Derive(_ any, find func(store.ReadTx) (any, error)) (any, error) { return find(w) }
