package relay

import (
	"strings"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store/pebble"
)

var testKey = []byte(strings.Repeat("k", keySize))

func TestUserNames(t *testing.T) {
	for _, leg := range []string{"1", "a-b", strings.Repeat("9", maxLegID)} {
		h, err := newHolder(callID, leg, "8:acs:anna")
		must(t, err)
		n := userName{holder: h, expire: time.Unix(1_800_000_000, 0)}
		text := n.encode(testKey)
		if len(text) > 508 { // as RFC 8489 has it
			t.Errorf("a user name has %d bytes", len(text))
		}
		if got, err := decode(testKey, text); err != nil || got != n {
			t.Errorf("got %v, %v, want %v", got, err, n)
		}
		if got, ok := parseHolder(h.name()); !ok || got != h {
			t.Errorf("%q is read as %v", h.name(), got)
		}
		for i := range text {
			other := text[:i] + string(rune('A'+('a'-text[i])&1)) + text[i+1:]
			if other != text {
				if _, err := decode(testKey, other); err == nil {
					t.Fatalf("%s is taken for %s", other, text)
				}
			}
		}
	}
}

func TestHoldersThatCannotBe(t *testing.T) {
	for name, leg := range map[string]string{"no leg": "", "a long one": strings.Repeat("9", maxLegID+1)} {
		if _, err := newHolder(callID, leg, "anna"); err == nil {
			t.Errorf("%s has a credential", name)
		}
	}
	if _, err := newHolder("call", "1", "anna"); err == nil {
		t.Error("no call has a credential")
	}
	for _, name := range []string{"", callID, callID + " 00 1", callID + " " + strings.Repeat("z", 32) + " 1"} {
		if h, ok := parseHolder(name); ok {
			t.Errorf("%q is read as %v", name, h)
		}
	}
}

// The key is made once, and kept.
func TestKey(t *testing.T) {
	dir := t.TempDir()
	var before string
	for range 2 {
		s, err := pebble.Open(dir, pebble.Options{})
		must(t, err)
		for range 2 {
			k, err := Key(t.Context(), s)
			must(t, err)
			if len(k) != keySize || before != "" && string(k) != before {
				t.Errorf("the key is %x, and was %x", k, before)
			}
			before = string(k)
		}
		must(t, s.Close())
	}
}

func FuzzUserName(f *testing.F) {
	h, err := newHolder(callID, "1", "anna")
	if err != nil {
		f.Fatal(err)
	}
	good := userName{holder: h, expire: time.Unix(1_800_000_000, 0)}.encode(testKey)
	for _, s := range []string{"", good, good + "=", good[1:], "1800000000:anna", strings.Repeat("A", 1000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := decode(testKey, s)
		if err != nil {
			return
		}
		if again := n.encode(testKey); again != s {
			t.Errorf("%q is read as %v, which is %q", s, n, again)
		}
		if got, ok := parseHolder(n.name()); !ok || got != n.holder {
			t.Errorf("%q is read as %v", n.name(), got)
		}
	})
}
