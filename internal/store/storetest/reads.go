package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"github.com/parley-interop/parley/internal/store"
)

var reads = []sentence{
	{"ViewSeesOneConsistentState", func(f *fixture) {
		f.set("a", "1")
		f.do(func(tx store.Tx) { tx.Append([]byte("1")) })
		f.look(func(tx store.ReadTx) error {
			err := async(func() error {
				return f.Update(context.Background(), func(tx store.Tx) error {
					tx.Set([]byte("a"), []byte("2"))
					tx.Set([]byte("b"), []byte("2"))
					tx.Rewrite(1, []byte("2"))
					tx.Append([]byte("2"))
					return nil
				})
			})()
			contents, readErr := entries(tx, 0, 0)
			if fmt.Sprint(contents) != "[1]" || tx.Head() != 1 {
				err = errors.Join(err, fmt.Errorf("the log has %q, head %d", contents, tx.Head()))
			}
			return errors.Join(err, readErr, wantIn(tx, "a", "1"), wantNoneIn(tx, "b"), wantKeysIn(tx, store.Range{}, "a"))
		})
		f.want("b", "2")
		f.wantLog("2", "2")
	}},
	{"ViewReturnsWhatItsClosureReturns", func(f *fixture) {
		f.wantError(f.View(f.Context(), func(store.ReadTx) error { return errRefused }), errRefused)
		reason := &closureError{"panic"}
		if got := panicOf(func() error {
			return f.View(f.Context(), func(store.ReadTx) error { panic(reason) })
		}); got != reason {
			f.Errorf("panic with %v, want %v", got, reason)
		}
	}},
	{"ViewSeesEveryUpdateThatReturnedBefore", func(f *fixture) {
		for i := range 50 {
			f.set("key", fmt.Sprint(i))
			f.want("key", fmt.Sprint(i))
		}
	}},
	{"ViewRunsWhileAnUpdateRuns", func(f *fixture) {
		f.set("key", "x")
		release := f.occupy()
		f.want("key", "x")
		release()
	}},
	{"GetReturnsNilForAnAbsentKeyAndAnEmptySliceForAnEmptyValue", func(f *fixture) {
		check := func(tx store.ReadTx) error {
			empty, err := tx.Get([]byte("empty"))
			if err != nil || empty == nil || len(empty) != 0 {
				return fmt.Errorf("an empty value is %#v: %w", empty, err)
			}
			return errors.Join(wantNoneIn(tx, "absent"), wantNoneIn(tx, ""), wantNoneIn(tx, string(make([]byte, store.MaxKeySize+1))))
		}
		err := f.Update(f.Context(), func(tx store.Tx) error {
			tx.Set([]byte("empty"), nil)
			return check(tx)
		})
		f.wantError(err, nil)
		f.look(check)
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return check(tx) }), nil)
	}},
	{"ScanYieldsTheKeysOfItsRangeInOrder", testScan},
	{"ScanSeesTheStateAtItsBeginning", func(f *fixture) {
		for _, key := range []string{"b", "d", "f"} {
			f.set(key, "old")
		}
		for _, reverse := range []bool{false, true} {
			err := f.Update(f.Context(), func(tx store.Tx) error {
				tx.Set([]byte("c"), []byte("old"))
				var seen []string
				for pair, err := range tx.Scan(store.Range{Reverse: reverse}) {
					if err != nil {
						return err
					}
					seen = append(seen, string(pair.Key)+string(pair.Value))
					for _, key := range []string{"a", "b", "c", "d", "dd", "f", "g"} {
						tx.Set([]byte(key), []byte("new"))
					}
					tx.DeleteRange([]byte("d"), []byte("e"))
				}
				if reverse {
					slices.Reverse(seen)
				}
				if fmt.Sprint(seen) != "[bold cold dold fold]" {
					return fmt.Errorf("scan yields %q", seen)
				}
				return errRefused
			})
			f.wantError(err, errRefused)
		}
	}},
	{"SliceOfAReadStaysValidUntilTheClosureReturns", func(f *fixture) {
		for i := range 200 {
			f.set(fmt.Sprintf("%03d", i), fmt.Sprintf("value %d", i))
		}
		f.look(func(tx store.ReadTx) error {
			first, err := tx.Get([]byte("000"))
			var all []store.Pair
			for pair, err := range tx.Scan(store.Range{}) {
				if err != nil {
					return err
				}
				all = append(all, pair)
			}
			for i, pair := range all {
				if string(pair.Key) != fmt.Sprintf("%03d", i) || string(pair.Value) != fmt.Sprintf("value %d", i) {
					return fmt.Errorf("pair %d became %q = %q", i, pair.Key, pair.Value)
				}
			}
			if len(all) != 200 || string(first) != "value 0" {
				return fmt.Errorf("%d pairs, first value %q", len(all), first)
			}
			return err
		})
	}},
	{"SoftValueIsTheLastOneOrNone", testSoft},
	{"DeriveReturnsWhatItsFunctionWould", testDerive},
	{"FreshIsTrueForAbsentKeysOnly", testFresh},
	{"SliceThatWasWrittenMayBeReused", func(f *fixture) {
		f.do(func(tx store.Tx) {
			buffer := []byte("x")
			for i := range 3 {
				buffer[0] = byte('a' + i)
				tx.Set(buffer, buffer)
				tx.Append(buffer)
			}
			buffer[0] = 'a'
			tx.Delete(buffer)
			buffer[0] = 'z'
		})
		f.wantKeys(store.Range{}, "b", "c")
		f.want("c", "c")
		f.wantLog("a", "b", "c")
	}},
}

func testScan(f *fixture) {
	keys := []string{"\x00", "a", "a\x00", "ab", "b", "\xfe", "\xff", "\xff\xff"}
	cases := []struct {
		name  string
		given store.Range
		want  []string
	}{
		{"all", store.Range{}, keys},
		{"from is inclusive", store.Range{From: []byte("ab")}, keys[3:]},
		{"to is exclusive", store.Range{To: []byte("ab")}, keys[:3]},
		{"both", store.Range{From: []byte("a"), To: []byte("b")}, keys[1:4]},
		{"between keys", store.Range{From: []byte("aa"), To: []byte("az")}, keys[3:4]},
		{"limit", store.Range{From: []byte("a"), Limit: 2}, keys[1:3]},
		{"limit above the number", store.Range{Limit: 100}, keys},
		{"last keys", store.Range{From: []byte("\xff")}, keys[6:]},
		{"empty range", store.Range{From: []byte("b"), To: []byte("b")}, nil},
		{"inverted range", store.Range{From: []byte("c"), To: []byte("a")}, nil},
		{"nothing there", store.Range{From: []byte("c"), To: []byte("d")}, nil},
	}
	write := func(tx store.Tx, from int) {
		for i := from; i < len(keys); i += 2 {
			tx.Set([]byte(keys[i]), []byte(keys[i]))
		}
	}
	check := func(tx store.ReadTx) error {
		var failures error
		for _, c := range cases {
			if err := wantKeysIn(tx, c.given, c.want...); err != nil {
				failures = errors.Join(failures, fmt.Errorf("%s: %w", c.name, err))
			}
			if c.given.Limit == 2 {
				continue
			}
			c.given.Reverse = true
			backwards := slices.Clone(c.want)
			slices.Reverse(backwards)
			if err := wantKeysIn(tx, c.given, backwards...); err != nil {
				failures = errors.Join(failures, fmt.Errorf("%s, reverse: %w", c.name, err))
			}
		}
		return errors.Join(failures, wantKeysIn(tx, store.Range{To: []byte("b"), Reverse: true, Limit: 2}, "ab", "a\x00"))
	}
	f.do(func(tx store.Tx) { write(tx, 0) })
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
		write(tx, 1) // half of the keys are the transaction's own
		tx.Set([]byte("aaa"), nil)
		tx.Delete([]byte("aaa"))
		return check(tx)
	}), nil)
	f.look(check)
	f.reopen()
	f.look(check)
}

// derived is the value of a key, by way of Derive.
func derived(tx store.ReadTx, key string) (string, error) {
	return store.Derived(tx, key, func(tx store.ReadTx, key string) (string, error) {
		value, err := tx.Get([]byte(key))
		return string(value), err
	})
}

// wantDerived checks that Derive agrees with a value that was written.
func wantDerived(tx store.ReadTx, key, value string) error {
	got, err := derived(tx, key)
	if err == nil && got != value {
		err = fmt.Errorf("derived of %q is %q, want %q", key, got, value)
	}
	return err
}

// wantDerivedLog checks what is derived from the log.
func wantDerivedLog(tx store.ReadTx, want string) error {
	type log struct{}
	got, err := store.Derived(tx, log{}, func(tx store.ReadTx, _ log) (string, error) {
		all, err := entries(tx, 0, 0)
		first, failed := tx.Entry(1)
		return fmt.Sprintf("%d %q %q", tx.Head(), first, all), errors.Join(err, failed)
	})
	if err == nil && got != want {
		err = fmt.Errorf("derived of the log is %s, want %s", got, want)
	}
	return err
}

func testDerive(f *fixture) {
	for _, want := range []string{`1 "a" ["a"]`, `2 "a" ["a" "a"]`} {
		f.do(func(tx store.Tx) { tx.Append([]byte("a")) })
		f.look(func(tx store.ReadTx) error { return wantDerivedLog(tx, want) })
	}
	f.do(func(tx store.Tx) { tx.Rewrite(1, []byte("b")) })
	f.look(func(tx store.ReadTx) error { return wantDerivedLog(tx, `2 "b" ["b" "a"]`) })
	f.set("k", "1")
	begun, changed, ended := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		ended <- f.View(f.Context(), func(tx store.ReadTx) error {
			_, err := tx.Get([]byte("k"))
			close(begun)
			<-changed
			return errors.Join(err, wantDerived(tx, "k", "1"), wantDerived(tx, "k", "1"))
		})
	}()
	<-begun
	f.set("k", "2")
	f.look(func(tx store.ReadTx) error { return wantDerived(tx, "k", "2") })
	close(changed)
	f.wantError(<-ended, nil)
	f.look(func(tx store.ReadTx) error { return wantDerived(tx, "k", "2") })
	f.set("other", "x")
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
		before := wantDerived(tx, "k", "2")
		tx.Set([]byte("k"), []byte("3"))
		return errors.Join(before, wantDerived(tx, "k", "3"), errRefused)
	}), errRefused)
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return wantDerived(tx, "k", "2") }), nil)
	f.do(func(tx store.Tx) { tx.DeleteRange([]byte("j"), []byte("l")) })
	f.look(func(tx store.ReadTx) error { return wantDerived(tx, "k", "") })
	f.wantError(f.View(f.Context(), func(tx store.ReadTx) error {
		_, err := store.Derived(tx, "refused", func(store.ReadTx, string) (int, error) { return 0, errRefused })
		return err
	}), errRefused)
}

func testFresh(f *fixture) {
	const shared = 2
	key := func(n int) []byte { return fmt.Appendf(nil, "k:%06d", n) }
	f.do(func(tx store.Tx) { tx.Set(key(10), []byte("x")) })
	check := func(tx store.Tx, written ...int) error {
		for _, n := range written {
			if tx.Fresh(key(n), shared) {
				return fmt.Errorf("%d was written, and is called fresh", n)
			}
		}
		return nil
	}
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
		err := check(tx, 10)
		tx.Set(key(11), nil)
		return errors.Join(err, check(tx, 10, 11))
	}), nil)
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
		tx.Set(key(12), nil)
		return errors.Join(check(tx, 10, 11, 12), errRefused)
	}), errRefused)
	for round := range 3 { // more than any engine keeps in mind
		f.do(func(tx store.Tx) {
			for n := range 100_000 {
				tx.Set(key(100+round*100_000+n), nil)
			}
		})
		f.wantError(f.Update(f.Context(), func(tx store.Tx) error {
			return check(tx, 10, 11, 100, 101, 50_000, 100+round*100_000, 100_099+round*100_000)
		}), nil)
	}
	f.reopen()
	f.wantError(f.Update(f.Context(), func(tx store.Tx) error { return check(tx, 10, 11, 100, 300_099) }), nil)
}

// softly is what a key has: a value, which may be soft. Without one it is nothing.
type softly struct {
	value string
	soft  bool
}

// check tells what is wrong with the value that a read has returned.
func (s softly) check(key string, got []byte, err error) error {
	if err != nil || string(got) == s.value && (got != nil) == (s.value != "") || s.soft && got == nil {
		return err
	}
	return fmt.Errorf("%s is %q, want %+v", key, got, s)
}

func testSoft(f *fixture) {
	random := rand.New(rand.NewPCG(1, 2))
	keys := []string{"sa", "sb", "t"}
	now := map[string]softly{}
	checkAll := func(tx store.ReadTx, want map[string]softly) error {
		var wrong error
		for _, key := range keys {
			got, err := tx.Get([]byte(key))
			wrong = errors.Join(wrong, want[key].check(key, got, err))
		}
		return wrong
	}
	for range 300 {
		fails := random.IntN(4) == 0
		then := maps.Clone(now)
		err := f.Update(f.Context(), func(tx store.Tx) error {
			wrong := checkAll(tx, then)
			for range random.IntN(4) {
				key, value := keys[random.IntN(len(keys))], fmt.Sprint(random.IntN(1000))
				switch random.IntN(6) {
				case 0:
					tx.Set([]byte(key), []byte(value))
					then[key] = softly{value: value}
				case 1:
					tx.Delete([]byte(key))
					delete(then, key)
				case 2:
					tx.DeleteRange([]byte("s"), []byte("sb"))
					delete(then, "sa")
				default:
					tx.SetSoft([]byte(key), []byte(value))
					then[key] = softly{value: value, soft: true}
				}
				wrong = errors.Join(wrong, checkAll(tx, then))
			}
			if wrong == nil && fails {
				return errRefused
			}
			return wrong
		})
		if fails {
			f.wantError(err, errRefused)
		} else {
			f.wantError(err, nil)
			now = then
		}
		if random.IntN(30) == 0 {
			f.reopen()
		}
		f.look(func(tx store.ReadTx) error { return checkAll(tx, now) })
	}
}
