package fault_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs" //nolint:depguard // it stands in for the disk

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/fault"
	"github.com/parley-interop/parley/internal/store/pebble"
	"github.com/parley-interop/parley/internal/store/storetest"
)

// memory is a store in memory.
type memory struct{ files *vfs.MemFS }

func (m memory) Open() (store.Store, error) {
	s, err := pebble.Open("store", pebble.Options{FS: m.files, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := memory{vfs.NewMem()}.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// faultless is a store whose faults never strike.
type faultless struct{ memory }

func (f faultless) Open() (store.Store, error) {
	s, err := f.memory.Open()
	if err != nil {
		return nil, err
	}
	return fault.Wrap(s, fault.Schedule{}), nil
}

func TestWithoutFaultsTheContractHolds(t *testing.T) {
	storetest.Run(t, func(testing.TB) storetest.Storage { return faultless{memory{vfs.NewMem()}} })
}

func TestEachFault(t *testing.T) {
	for _, c := range []struct {
		kind     fault.Kind
		update   error
		happened bool
		view     error
	}{
		{fault.Refused, store.ErrUnavailable, false, store.ErrUnavailable},
		{fault.Full, store.ErrFull, false, nil},
		{fault.Cancelled, context.Canceled, false, context.Canceled},
		{fault.Delayed, nil, true, nil},
		{fault.Doubtful, store.ErrUncertain, true, nil},
		{fault.Lost, store.ErrUncertain, false, nil},
	} {
		t.Run(c.kind.String(), func(t *testing.T) {
			inner, delays := open(t), 0
			s := fault.Wrap(inner, fault.Schedule{
				Percent: map[fault.Kind]int{c.kind: 100}, Delay: func(context.Context) { delays++ },
			})
			err := s.Update(t.Context(), func(tx store.Tx) error { tx.Append(nil); return nil })
			if !errors.Is(err, c.update) {
				t.Errorf("update: %v", err)
			}
			if made := c.update != nil && !errors.Is(c.update, context.Canceled); errors.Is(err, fault.ErrInjected) != made {
				t.Errorf("update: %v", err)
			}
			if head, _ := inner.Head(); (head == 1) != c.happened {
				t.Errorf("head is %d", head)
			}
			if err := s.View(t.Context(), func(store.ReadTx) error { return nil }); !errors.Is(err, c.view) {
				t.Errorf("view: %v", err)
			}
			if want := map[bool]int{true: 2}[c.kind == fault.Delayed]; delays != want {
				t.Errorf("%d delays, want %d", delays, want)
			}
		})
	}
}

func TestClosureThatFailsIsNotDoubtful(t *testing.T) {
	s := fault.Wrap(open(t), fault.Schedule{Percent: map[fault.Kind]int{fault.Doubtful: 100}})
	refusal := errors.New("refused")
	if err := s.Update(t.Context(), func(store.Tx) error { return refusal }); !errors.Is(err, refusal) || errors.Is(err, store.ErrUncertain) {
		t.Errorf("update: %v", err)
	}
}

func TestSeedDecidesTheFaults(t *testing.T) {
	run := func(seed uint64) (kinds []fault.Kind) {
		s := fault.Wrap(open(t), fault.Schedule{
			Seed: seed,
			Percent: map[fault.Kind]int{
				fault.Refused: 10, fault.Full: 10, fault.Cancelled: 10, fault.Delayed: 10, fault.Doubtful: 10, fault.Lost: 10,
			},
			Observe: func(call int, kind fault.Kind) {
				if kinds = append(kinds, kind); len(kinds) != call {
					t.Errorf("call %d is the %dth", call, len(kinds))
				}
			},
		})
		for range 100 {
			_ = s.Update(t.Context(), func(store.Tx) error { return nil })
			_ = s.View(t.Context(), func(store.ReadTx) error { return nil })
		}
		return kinds
	}
	first := run(1)
	if !slices.Equal(first, run(1)) {
		t.Error("one seed gives two schedules")
	}
	if slices.Equal(first, run(2)) {
		t.Error("two seeds give one schedule")
	}
	for kind := fault.None; kind <= fault.Lost; kind++ {
		if !slices.Contains(first, kind) {
			t.Errorf("%v never strikes", kind)
		}
	}
}

func TestWrapRefusesImpossibleChances(t *testing.T) {
	for name, percent := range map[string]map[fault.Kind]int{
		"add up to": {fault.Full: 60, fault.Lost: 41},
		"none":      {fault.None: 1},
		"refused":   {fault.Refused: -1},
		"Kind(99)":  {99: 1},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if reason, _ := recover().(string); !strings.Contains(reason, name) {
					t.Errorf("panic with %q", reason)
				}
			}()
			fault.Wrap(nil, fault.Schedule{Percent: percent})
		})
	}
}
