package storetest

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store"
)

// CrashStorage is storage that can lose its power.
type CrashStorage interface {
	Storage
	// Crash returns storage as the loss of power at this moment leaves it; random decides about what was not yet durable. The
	// store that is open here goes on undisturbed.
	Crash(random *rand.Rand) CrashStorage
}

// randomBudget bounds the time of each random test on a slow machine; it ends early, and still has seen many rounds.
const randomBudget = 12 * time.Second

// RunCrash proves that what was acknowledged, and what a View has shown, survives the loss of power; that everything else is
// there as a whole or not at all; and that the log has no gap. Each round has its seed, which a failure names.
func RunCrash(t *testing.T, rounds int, factory func(t testing.TB) CrashStorage) {
	base := rand.Uint64()
	begin := time.Now()
	for round := range rounds {
		if time.Since(begin) > randomBudget {
			t.Logf("stopped after %d of %d rounds", round, rounds)
			return
		}
		seed := base + uint64(round)
		t.Run(fmt.Sprintf("PowerLoss/seed=%d", seed), func(t *testing.T) {
			testCrash(t, factory(t), rand.New(rand.NewPCG(seed, 0)))
		})
	}
}

// testCrash cuts the power a few times while workers write, and looks at what each time left.
func testCrash(t *testing.T, storage CrashStorage, random *rand.Rand) {
	f := begin(t, storage)
	l := newLedger()
	workers := 1 + random.IntN(12)
	wait := async(func() error { l.run(f.Store, workers, 1000); return nil })
	for range 3 {
		l.await(l.operations() + 1 + random.IntN(150))
		known, seen := l.outcomes(), l.seen()
		crashed := storage.Crash(random)
		checkCrashed(t, l, crashed, known, seen)
		checkAgain(t, crashed, random)
	}
	l.halt()
	_ = wait()
	if err := l.check(f.Store, l.outcomes()); err != nil {
		t.Errorf("without a crash: %v", err)
	}
}

// checkCrashed opens storage after a crash and compares it with what was known just before.
func checkCrashed(t *testing.T, l *ledger, storage CrashStorage, known map[operation]fate, seen store.Position) {
	t.Helper()
	s, err := storage.Open()
	if err != nil {
		t.Fatalf("open after a crash: %v", err)
	}
	defer s.Close()
	if err := l.check(s, known); err != nil {
		t.Errorf("after a crash: %v", err)
	}
	if head, _ := s.Head(); head < seen {
		t.Errorf("after a crash: a view has shown entry %d, and now the head is %d", seen, head)
	}
}

// checkAgain lets the crashed storage run on and crash once more.
func checkAgain(t *testing.T, storage CrashStorage, random *rand.Rand) {
	t.Helper()
	s, err := storage.Open()
	if err != nil {
		t.Fatalf("open after a crash: %v", err)
	}
	defer s.Close()
	var written []string
	for i := range 1 + random.IntN(5) {
		key := fmt.Sprintf("later/%d", i)
		err := s.Update(t.Context(), func(tx store.Tx) error {
			tx.Set([]byte(key), []byte("x"))
			return nil
		})
		if err != nil {
			t.Fatalf("update after a crash: %v", err)
		}
		written = append(written, key)
	}
	again, err := storage.Crash(random).Open()
	if err != nil {
		t.Fatalf("open after a second crash: %v", err)
	}
	defer again.Close()
	err = again.View(t.Context(), func(tx store.ReadTx) error {
		return wantKeysIn(tx, store.Range{From: []byte("later/"), To: []byte("later0")}, written...)
	})
	if err != nil {
		t.Errorf("after a second crash: %v", err)
	}
}
