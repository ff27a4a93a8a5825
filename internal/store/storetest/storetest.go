// Package storetest proves that an engine keeps the contract of package store. There is one named test for each sentence of
// the contract that speaks of the engine, a test of random operations against a model, and tests of concurrency.
//
// An engine's own test calls Run and RunModel, and those of RunRestore, RunCrash, RunFull and RunFailure for which it can make storage.
// The sentences that oblige the caller (closures without side effects, no use of a transaction after its end, no nesting)
// have no test.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/parley-interop/parley/internal/store"
)

// Storage is where one store lives. It outlives the stores that are opened in it, one after the other.
type Storage interface {
	// Open opens the store, or creates it the first time. The caller closes it before it opens it again.
	Open() (store.Store, error)
}

// Factory makes fresh, empty storage, and removes it when the test ends.
type Factory func(t testing.TB) Storage

// Run proves the contract for what every engine can show.
func Run(t *testing.T, factory Factory) {
	for _, group := range [][]sentence{transactions, cancellation, reads, log, concurrency} {
		for _, s := range group {
			t.Run(s.name, func(t *testing.T) { s.test(begin(t, factory(t))) })
		}
	}
}

// sentence is one promise and its test.
type sentence struct {
	name string
	test func(*fixture)
}

// fixture is an open store in a test. Its methods fail the test themselves.
type fixture struct {
	*testing.T
	store.Store
	storage Storage
}

// begin opens the store; it is closed when the test ends.
func begin(t *testing.T, storage Storage) *fixture {
	f := &fixture{T: t, storage: storage}
	f.open()
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return f
}

func (f *fixture) open() {
	f.Helper()
	opened, err := f.storage.Open()
	if err != nil {
		f.Fatalf("open: %v", err)
	}
	f.Store = opened
}

// reopen closes the store and opens it again.
func (f *fixture) reopen() {
	f.Helper()
	if err := f.Close(); err != nil {
		f.Fatalf("close: %v", err)
	}
	f.open()
}

// do runs an update that must succeed.
func (f *fixture) do(fn func(store.Tx)) {
	f.Helper()
	err := f.Update(f.Context(), func(tx store.Tx) error {
		fn(tx)
		return nil
	})
	if err != nil {
		f.Fatalf("update: %v", err)
	}
}

// look runs a view that must succeed.
func (f *fixture) look(fn func(store.ReadTx) error) {
	f.Helper()
	if err := f.View(f.Context(), fn); err != nil {
		f.Fatalf("view: %v", err)
	}
}

func (f *fixture) set(key, value string) {
	f.Helper()
	f.do(func(tx store.Tx) { tx.Set([]byte(key), []byte(value)) })
}

// want checks that a view sees the value of a key.
func (f *fixture) want(key, value string) {
	f.Helper()
	f.look(func(tx store.ReadTx) error { return wantIn(tx, key, value) })
}

// wantNone checks that a view sees no value of a key.
func (f *fixture) wantNone(key string) {
	f.Helper()
	f.look(func(tx store.ReadTx) error { return wantNoneIn(tx, key) })
}

// wantKeys checks the keys that a range yields in a view.
func (f *fixture) wantKeys(r store.Range, want ...string) {
	f.Helper()
	f.look(func(tx store.ReadTx) error { return wantKeysIn(tx, r, want...) })
}

// wantLog checks the whole log.
func (f *fixture) wantLog(want ...string) {
	f.Helper()
	f.look(func(tx store.ReadTx) error {
		got, err := entries(tx, 0, 0)
		if err != nil {
			return err
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			return fmt.Errorf("the log has %q, want %q", got, want)
		}
		if head := int(tx.Head()); head != len(want) {
			return fmt.Errorf("the head is %d, want %d", head, len(want))
		}
		return nil
	})
}

// wantError checks an error.
func (f *fixture) wantError(err, want error) {
	f.Helper()
	if !errors.Is(err, want) {
		f.Errorf("error is %v, want %v", err, want)
	}
}

// async runs fn in a goroutine and returns a function that waits for its result.
func async[T any](fn func() T) func() T {
	result := make(chan T, 1)
	go func() { result <- fn() }()
	return func() T { return <-result }
}

// occupy starts an update whose closure does not return before release is called. When occupy returns, the closure runs.
func (f *fixture) occupy() (release func()) {
	entered, leave := make(chan struct{}, 1), make(chan struct{})
	finish := async(func() error {
		return f.Update(context.Background(), func(store.Tx) error {
			select {
			case entered <- struct{}{}:
			default:
			}
			<-leave
			return nil
		})
	})
	<-entered
	return func() {
		close(leave)
		if err := finish(); err != nil {
			f.Errorf("update: %v", err)
		}
	}
}

func wantIn(tx store.ReadTx, key, value string) error {
	got, err := tx.Get([]byte(key))
	if err != nil {
		return err
	}
	if got == nil || string(got) != value {
		return fmt.Errorf("%q is %q, want %q", key, got, value)
	}
	return nil
}

func wantNoneIn(tx store.ReadTx, key string) error {
	got, err := tx.Get([]byte(key))
	if err != nil {
		return err
	}
	if got != nil {
		return fmt.Errorf("%q is %q, want nothing", key, got)
	}
	return nil
}

func wantKeysIn(tx store.ReadTx, r store.Range, want ...string) error {
	var got []string
	for pair, err := range tx.Scan(r) {
		if err != nil {
			return err
		}
		got = append(got, string(pair.Key))
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		return fmt.Errorf("scan yields %q, want %q", got, want)
	}
	return nil
}

// entries returns the contents of log entries, and fails if their positions have a gap.
func entries(tx store.ReadTx, after store.Position, limit int) ([]string, error) {
	var contents []string
	for entry, err := range tx.Entries(after, limit) {
		if err != nil {
			return nil, err
		}
		after++
		if entry.Position != after {
			return nil, fmt.Errorf("entry %d comes where %d should", entry.Position, after)
		}
		contents = append(contents, string(entry.Content))
	}
	return contents, nil
}
