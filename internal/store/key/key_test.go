package key_test

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

func TestKeysSortAsTheirComponents(t *testing.T) {
	texts := []string{"", "\x00", "\x00\x00", "\x00\x01", "\x00\xff", "\x01", "a", "a\x00", "a\x00b", "a\x01", "ab", "b", "\xff", "\xff\xff"}
	for _, a := range texts {
		for _, b := range texts {
			if got, want := bytes.Compare(key.Thread(a), key.Thread(b)), cmp.Compare(a, b); got != want {
				t.Errorf("keys of %q and %q compare %d, the texts %d", a, b, got, want)
			}
		}
	}
}

func TestRangesHoldTheirKeysOnly(t *testing.T) {
	tests := []struct {
		name    string
		r       store.Range
		in, out [][]byte
	}{
		{"participants", key.Participants("t"), [][]byte{key.Participant("t", ""), key.Participant("t", "\xff\xff")}, [][]byte{key.Participant("t\x00", "a"), key.Participant("s", "a"), key.Participant("tt", "a"), key.Thread("t")}},
		{"messages", key.Messages("t"), [][]byte{key.Message("t", 0), key.Message("t", ^uint64(0))}, [][]byte{key.Message("u", 0), key.Message("", 1)}},
		{"display names", key.DisplayNames("x", "ad"), [][]byte{key.DisplayName("x", "ad", "1"), key.DisplayName("x", "ada", "1"), key.DisplayName("x", "ad\xff", "1")}, [][]byte{key.DisplayName("x", "ae", "1"), key.DisplayName("x", "a", "1"), key.DisplayName("y", "ad", "1")}},
		{"trail", key.TrailUntil("t", 5), [][]byte{key.Trail("t", 1), key.Trail("t", 5)}, [][]byte{key.Trail("t", 6), key.Trail("s", 4), key.Trail("u", 4)}},
		{"topic", key.TopicParts("t", 4, 5), [][]byte{key.TopicPart("t", 4), key.TopicPart("t", 5)}, [][]byte{key.TopicPart("t", 3), key.TopicPart("t", 6), key.TopicPart("s", 4)}},
		{"old idempotency", key.IdempotencyBefore(7), [][]byte{answer(6, "\xff", "\xff"), answer(0, "", "")}, [][]byte{key.Idempotency(7, nil), answer(8, "a", "b")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			holds := func(k []byte) bool { return bytes.Compare(k, tt.r.From) >= 0 && bytes.Compare(k, tt.r.To) < 0 }
			for _, k := range tt.in {
				if !holds(k) {
					t.Errorf("%q is not in the range", k)
				}
			}
			for _, k := range tt.out {
				if holds(k) {
					t.Errorf("%q is in the range", k)
				}
			}
		})
	}
}

// answer is the key of the first answer to a request.
func answer(day uint64, scope, idempotencyKey string) []byte {
	name := key.RequestName(scope, idempotencyKey)
	return key.Idempotency(day, name[:])
}

func TestTextsAndNumberReadKeysBack(t *testing.T) {
	texts, ok := key.Texts(key.DisplayName("a\x00b", "", "\xff"))
	if !ok || !slices.Equal(texts, []string{"a\x00b", "", "\xff"}) {
		t.Errorf("texts are %q, %v", texts, ok)
	}
	if got := key.LastText(key.UserThread("u", "t")); got != "t" {
		t.Errorf("last text is %q", got)
	}
	if got := key.Number(key.Message("t", 1<<40)); got != 1<<40 {
		t.Errorf("number is %d", got)
	}
}

func TestRequestName(t *testing.T) {
	earlier, later := key.RequestName("z", "01993a54-87c0-7abc-8000-ffffffffffff"), key.RequestName("a", "01993a54-87c1-7abc-8000-000000000000")
	if bytes.Compare(earlier[:], later[:]) >= 0 {
		t.Errorf("keys by the time are not in their order: %x, %x", earlier, later)
	}
	names := map[[key.RequestNameSize]byte]string{}
	for _, of := range [][2]string{{"", ""}, {"a", ""}, {"", "a"}, {"a\x00", "b"}, {"a", "\x00b"}, {"a", "b"}, {"ab", ""}, {"a", "0123456789abcdef"}, {"a", "0123456789abcdefg"}} {
		name := key.RequestName(of[0], of[1])
		if other, taken := names[name]; taken {
			t.Errorf("%q and %q have one name", of, other)
		}
		names[name] = strings.Join(of[:], "|")
	}
}

func FuzzTexts(f *testing.F) {
	f.Add(key.Participant("a", "b\x00"), "a", "b")
	f.Fuzz(func(t *testing.T, k []byte, a, b string) {
		key.Texts(k)
		if texts, ok := key.Texts(key.Participant(a, b)); !ok || !slices.Equal(texts, []string{a, b}) {
			t.Fatalf("%q, %q came back as %q, %v", a, b, texts, ok)
		}
	})
}
