package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/parley-interop/parley/internal/store"
)

// model is what a store should hold.
type model struct {
	pairs map[string]string
	log   []string
}

func (m *model) clone() *model { return &model{maps.Clone(m.pairs), slices.Clone(m.log)} }

// keys returns the keys of a range in its order.
func (m *model) keys(r store.Range) []string {
	keys := slices.Sorted(maps.Keys(m.pairs))
	keys = slices.DeleteFunc(keys, func(key string) bool {
		return key < string(r.From) || r.To != nil && key >= string(r.To)
	})
	if r.Reverse {
		slices.Reverse(keys)
	}
	if r.Limit > 0 && len(keys) > r.Limit {
		keys = keys[:r.Limit]
	}
	return keys
}

// Generators of random operations: few keys, so that they meet.
var (
	kinds    = []byte{0, 'a', 'b', 0xff}
	anyKey   = rapid.SliceOfN(rapid.SampledFrom(kinds), 1, 3)
	anyBound = rapid.OneOf(rapid.Just([]byte(nil)), anyKey)
	anyValue = rapid.SliceOfN(rapid.Byte(), 0, 4)
	anyRange = rapid.Custom(func(t *rapid.T) store.Range {
		return store.Range{
			From: anyBound.Draw(t, "from"), To: anyBound.Draw(t, "to"),
			Reverse: rapid.Bool().Draw(t, "reverse"), Limit: rapid.IntRange(0, 4).Draw(t, "limit"),
		}
	})
)

// RunModel runs random operations on a store and on a model, and compares all that can be read. It opens a hundred stores, so
// storage in memory is best.
func RunModel(t *testing.T, factory Factory) {
	begin := time.Now()
	update := func(m **model, s *store.Store) func(*rapid.T) { return func(r *rapid.T) { *m = updateBoth(r, *s, *m) } }
	rapid.Check(t, func(r *rapid.T) {
		if time.Since(begin) > randomBudget {
			return
		}
		storage := factory(t)
		s, err := storage.Open()
		if err != nil {
			r.Fatalf("open: %v", err)
		}
		defer func() { _ = s.Close() }()
		m := &model{pairs: make(map[string]string)}
		r.Repeat(map[string]func(*rapid.T){
			"update": update(&m, &s), "update more": update(&m, &s), "update again": update(&m, &s),
			"view": func(r *rapid.T) {
				if err := s.View(t.Context(), func(tx store.ReadTx) error { return compare(r, tx, m) }); err != nil {
					r.Fatalf("view: %v", err)
				}
			},
			"reopen": func(r *rapid.T) {
				epoch := s.Epoch()
				if err := s.Close(); err != nil {
					r.Fatalf("close: %v", err)
				}
				if s, err = storage.Open(); err != nil {
					r.Fatalf("open: %v", err)
				}
				if s.Epoch() != epoch {
					r.Fatalf("the epoch changed")
				}
			},
			"": func(r *rapid.T) {
				if head, _ := s.Head(); int(head) != len(m.log) {
					r.Fatalf("head is %d, want %d", head, len(m.log))
				}
			},
		})
	})
}

// updateBoth runs one update on the store and on a copy of the model, and returns the model that holds afterwards.
func updateBoth(r *rapid.T, s store.Store, before *model) *model {
	end := rapid.SampledFrom([]string{"commit", "commit", "commit", "fail", "panic", "no entry"}).Draw(r, "end")
	steps := rapid.SliceOfN(anyStep, 0, 8).Draw(r, "steps")
	looks := rapid.SliceOfN(anyRange, 2, 2).Draw(r, "looks")
	var after *model
	update := func() error {
		return s.Update(context.Background(), func(tx store.Tx) error {
			after = before.clone()
			for _, step := range steps {
				step.apply(tx, after)
				if err := errors.Join(compareDerived(tx, after), compareFresh(tx, after)); err != nil {
					return err
				}
			}
			for _, look := range looks {
				if err := compareRange(tx, after, look); err != nil {
					return err
				}
			}
			return endAs(tx, after, end)
		})
	}
	var err error
	reason := panicOf(func() error { err = update(); return nil })
	want := map[string]error{"commit": nil, "fail": errRefused, "no entry": store.ErrNoEntry}[end]
	if (reason != nil) != (end == "panic") || end != "panic" && !errors.Is(err, want) {
		r.Fatalf("update that should end with %q: %v, panic %v", end, err, reason)
	}
	if end == "commit" {
		return after
	}
	return before
}

// endAs ends a closure as it was drawn.
func endAs(tx store.Tx, m *model, end string) error {
	if int(tx.Head()) != len(m.log) {
		return fmt.Errorf("the head is %d, want %d", tx.Head(), len(m.log))
	}
	switch end {
	case "fail":
		return errRefused
	case "panic":
		panic(errRefused)
	case "no entry":
		tx.Rewrite(tx.Head()+1, nil)
	}
	return nil
}

// step is one write.
type step struct {
	kind     string
	key, end []byte
	value    []byte
	position int
}

var anyStep = rapid.Custom(func(t *rapid.T) step {
	return step{
		kind: rapid.SampledFrom([]string{"set", "set", "set", "delete", "delete range", "append", "rewrite"}).Draw(t, "kind"),
		key:  anyKey.Draw(t, "key"), end: anyKey.Draw(t, "end"), value: anyValue.Draw(t, "value"),
		position: rapid.IntRange(1, 12).Draw(t, "position"),
	}
})

// apply does the write in both.
func (s step) apply(tx store.Tx, m *model) {
	switch s.kind {
	case "set":
		tx.Set(s.key, s.value)
		m.pairs[string(s.key)] = string(s.value)
	case "delete":
		tx.Delete(s.key)
		delete(m.pairs, string(s.key))
	case "delete range":
		tx.DeleteRange(s.key, s.end)
		maps.DeleteFunc(m.pairs, func(key, _ string) bool { return key >= string(s.key) && key < string(s.end) })
	case "append":
		tx.Append(s.value)
		m.log = append(m.log, string(s.value))
	case "rewrite":
		if s.position <= len(m.log) {
			tx.Rewrite(store.Position(s.position), s.value)
			m.log[s.position-1] = string(s.value)
		}
	}
}

// compare checks all that a transaction can read.
func compare(r *rapid.T, tx store.ReadTx, m *model) error {
	if err := compareDerived(tx, m); err != nil {
		return err
	}
	for _, look := range append(rapid.SliceOfN(anyRange, 2, 2).Draw(r, "looks"), store.Range{}) {
		if err := compareRange(tx, m, look); err != nil {
			return err
		}
	}
	after, limit := rapid.IntRange(0, 10).Draw(r, "after"), rapid.IntRange(0, 3).Draw(r, "limit")
	want := m.log[min(after, len(m.log)):]
	if limit > 0 {
		want = want[:min(limit, len(want))]
	}
	got, err := entries(tx, store.Position(after), limit)
	if err == nil && fmt.Sprintf("%q", got) != fmt.Sprintf("%q", want) {
		err = fmt.Errorf("entries after %d are %q, want %q", after, got, want)
	}
	return err
}

// kind names what is derived from all keys of a kind.
type kind byte

// compareDerived checks what is derived from the keys of each kind.
func compareDerived(tx store.ReadTx, m *model) error {
	for _, k := range kinds {
		r := store.Range{From: []byte{k}, To: []byte{k + 1}}
		if k == 0xff {
			r.To = nil
		}
		got, err := store.Derived(tx, kind(k), func(tx store.ReadTx, _ kind) (string, error) { return everything(tx, r) })
		if err != nil {
			return err
		}
		var want string
		for _, key := range m.keys(r) {
			want += fmt.Sprintf("%q=%q ", key, m.pairs[key])
		}
		if got != want {
			return fmt.Errorf("derived is %s, want %s", got, want)
		}
	}
	return nil
}

func everything(tx store.ReadTx, r store.Range) (all string, err error) {
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return "", err
		}
		all += fmt.Sprintf("%q=%q ", pair.Key, pair.Value)
	}
	return all, nil
}

// compareFresh checks that no key is called fresh that has a value.
func compareFresh(tx store.Tx, m *model) error {
	for key := range m.pairs {
		if tx.Fresh([]byte(key), 1) {
			return fmt.Errorf("%q has the value %q, and is called fresh", key, m.pairs[key])
		}
	}
	for _, k := range kinds { // so that something is known of each
		tx.Fresh([]byte{k, 'a'}, 1)
	}
	return nil
}

// compareRange checks one scan and a Get of each of its keys.
func compareRange(tx store.ReadTx, m *model, look store.Range) error {
	var got []string
	for pair, err := range tx.Scan(look) {
		if err != nil {
			return err
		}
		if string(pair.Value) != m.pairs[string(pair.Key)] {
			return fmt.Errorf("scan yields %q = %q, want %q", pair.Key, pair.Value, m.pairs[string(pair.Key)])
		}
		if err := wantIn(tx, string(pair.Key), string(pair.Value)); err != nil {
			return err
		}
		got = append(got, string(pair.Key))
	}
	if want := m.keys(look); !slices.Equal(got, want) {
		return fmt.Errorf("scan of %+v yields %q, want %q", look, got, want)
	}
	if look.From != nil {
		value, there := m.pairs[string(look.From)]
		if !there {
			return wantNoneIn(tx, string(look.From))
		}
		return wantIn(tx, string(look.From), value)
	}
	return nil
}
