package transfer

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/engine"
	"github.com/parley-interop/parley/internal/store/fault"
	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	pgtest.Stop()
	os.Exit(code)
}

// engines are the kinds of stores, each with the address of an empty one.
var engines = map[string]func(t *testing.T) string{
	"directory": func(t *testing.T) string { return t.TempDir() },
	"database": func(t *testing.T) string {
		server := pgtest.Shared(t)
		return server.DSN(server.Database(t))
	},
}

func open(t *testing.T, address string, epoch store.Epoch) store.Store {
	t.Helper()
	s, err := engine.Open(t.Context(), address, engine.Options{Reserve: -1, Epoch: epoch, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

// fill writes what takes several transactions to copy: keys and entries of all sizes, some of them rewritten or deleted.
func fill(t *testing.T, s store.Store, random *rand.Rand) {
	t.Helper()
	for range 40 {
		err := s.Update(t.Context(), func(tx store.Tx) error {
			for range 40 {
				k := fmt.Appendf(nil, "%c key %d", 1+random.IntN(255), random.IntN(500))
				tx.Set(k, bytes.Repeat([]byte("v"), random.IntN(4000)))
				tx.Append(bytes.Repeat([]byte("e"), random.IntN(4000)))
				if random.IntN(4) == 0 {
					tx.Delete(k)
					tx.Rewrite(1+store.Position(random.IntN(int(tx.Head()))), nil)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func summary(t *testing.T, s store.Store) (got Summary) {
	t.Helper()
	err := s.View(t.Context(), func(tx store.ReadTx) (err error) {
		got, err = summarize(tx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestCopy(t *testing.T) {
	for _, tt := range []struct{ from, to string }{
		{"directory", "directory"}, {"directory", "database"}, {"database", "directory"}, {"database", "database"},
	} {
		t.Run(tt.from+" to "+tt.to, func(t *testing.T) {
			if testing.Short() && tt.from == tt.to {
				t.Skip("the other pairs show it")
			}
			from := open(t, engines[tt.from](t), 0)
			fill(t, from, rand.New(rand.NewPCG(1, 0)))
			to := open(t, engines[tt.to](t), from.Epoch())
			told := map[string]int64{}
			got, err := Copy(t.Context(), from, to, func(what string, done int64) { told[what] = done })
			if err != nil {
				t.Fatal(err)
			}
			want := summary(t, from)
			if there := summary(t, to); got != want || there != want {
				t.Errorf("copied %v, found %v, want %v", got, there, want)
			}
			if want.Entries != 1600 || told["log entries"] != want.Entries || told["keys"] != want.Keys {
				t.Errorf("%v, but the progress was %v", want, told)
			}
			if to.Epoch() != from.Epoch() {
				t.Errorf("the epoch is %d, want %d", to.Epoch(), from.Epoch())
			}
			if err := Check(t.Context(), to); err != nil {
				t.Error(err)
			}
			if again, err := Copy(t.Context(), from, to, nil); err != nil || again != want {
				t.Errorf("a second copy of the same: %v, %v", again, err)
			}
			fill(t, from, rand.New(rand.NewPCG(3, 0)))
			if _, err := Copy(t.Context(), from, to, nil); !errors.Is(err, ErrNotEmpty) {
				t.Errorf("a copy of something else: %v", err)
			}
		})
	}
}

// A copy may be broken off anywhere, and its answers may be lost: it goes on, and until it is whole nobody works on it.
func TestCopyThatIsBrokenOffGoesOn(t *testing.T) {
	from := open(t, t.TempDir(), 0)
	fill(t, from, rand.New(rand.NewPCG(2, 0)))
	for seed := range uint64(10) {
		inner := open(t, t.TempDir(), from.Epoch())
		to := fault.Wrap(inner, fault.Schedule{Seed: seed, Percent: map[fault.Kind]int{fault.Refused: 20, fault.Doubtful: 20, fault.Lost: 20}})
		broken := 0
		for {
			_, err := Copy(t.Context(), from, to, nil)
			if err == nil {
				break
			}
			broken++
			if !errors.Is(err, fault.ErrInjected) {
				t.Fatal(err)
			}
		}
		if broken == 0 && seed == 0 {
			t.Error("nothing was broken off")
		}
		if got, want := summary(t, inner), summary(t, from); got != want {
			t.Errorf("seed %d: got %v, want %v", seed, got, want)
		}
		if err := Check(t.Context(), inner); err != nil {
			t.Error(err)
		}
	}
}

func TestUnfinishedCopiesAreRefused(t *testing.T) {
	to := open(t, t.TempDir(), 0)
	if err := Prepare(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	if err := Check(t.Context(), to); !errors.Is(err, ErrUnfinished) {
		t.Errorf("check: %v", err)
	}
	if _, err := Copy(t.Context(), to, open(t, t.TempDir(), 0), nil); !errors.Is(err, ErrUnfinished) {
		t.Errorf("as a source: %v", err)
	}
}

func TestEmptySourcesAreRefused(t *testing.T) {
	from, to := open(t, t.TempDir(), 0), open(t, t.TempDir(), 0)
	for range 2 {
		if _, err := Copy(t.Context(), from, to, nil); !errors.Is(err, ErrEmpty) {
			t.Errorf("copy: %v", err)
		}
	}
	if err := Check(t.Context(), to); err != nil {
		t.Errorf("it has left something: %v", err)
	}
}

// What the target holds that the source does not is found.
func TestDifferencesAreFound(t *testing.T) {
	for name, change := range map[string]func(tx store.Tx){
		"a key more":      func(tx store.Tx) { tx.Set([]byte("\xf0more"), nil) },
		"a key less":      func(tx store.Tx) { tx.Delete([]byte("k")) },
		"another value":   func(tx store.Tx) { tx.Set([]byte("k"), []byte("w")) },
		"an entry more":   func(tx store.Tx) { tx.Append(nil) },
		"another entry":   func(tx store.Tx) { tx.Rewrite(1, []byte("x")) },
		"a moved border":  func(tx store.Tx) { tx.Delete([]byte("k")); tx.Set([]byte("kv"), nil) },
		"an empty value":  func(tx store.Tx) { tx.Set([]byte("k"), nil) },
		"nothing (equal)": func(store.Tx) {},
	} {
		t.Run(name, func(t *testing.T) {
			from, to := open(t, t.TempDir(), 0), open(t, t.TempDir(), 0)
			for _, s := range []store.Store{from, to} {
				if err := s.Update(t.Context(), func(tx store.Tx) error {
					tx.Set([]byte("k"), []byte("v"))
					tx.Append([]byte("e"))
					return nil
				}); err != nil {
					t.Fatal(err)
				}
			}
			if err := to.Update(t.Context(), func(tx store.Tx) error { change(tx); return nil }); err != nil {
				t.Fatal(err)
			}
			if err := confirm(t.Context(), to, summary(t, from)); (err == nil) != (name == "nothing (equal)") {
				t.Errorf("got %v", err)
			}
		})
	}
}
