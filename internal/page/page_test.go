package page_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"testing"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger/ledgertest"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

var caller = access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: "r", KeyID: "k"}

// list is a store with some participants.
type list struct {
	t *testing.T
	s store.Store
}

func newList(t *testing.T) *list {
	t.Helper()
	l := &list{t: t, s: ledgertest.New(t).Store()}
	for i := range 10 {
		l.set(fmt.Sprint(i))
	}
	return l
}

func (l *list) set(name string) {
	l.t.Helper()
	err := l.s.Update(l.t.Context(), func(tx store.Tx) error { tx.Set(key.Participant("t", name), []byte(name)); return nil })
	if err != nil {
		l.t.Fatal(err)
	}
}

// page returns one page of the participants that are taken, and the next token.
func (l *list) page(c access.Caller, r *chatv1.ListParticipantsRequest, reverse bool, taken func(string) bool) (names []string, next string, err error) {
	p, err := page.Open(c, r, 3, 5)
	if err != nil {
		return nil, "", err
	}
	all := key.Participants("t")
	all.Reverse = reverse
	err = l.s.View(l.t.Context(), func(tx store.ReadTx) error {
		next, err = p.Scan(tx, all, func(pair store.Pair) (bool, error) {
			if !taken(string(pair.Value)) {
				return false, nil
			}
			names = append(names, string(pair.Value))
			return true, nil
		})
		return err
	})
	return names, next, err
}

func every(string) bool { return true }

func TestPagesGoThroughTheList(t *testing.T) {
	even := func(name string) bool { return name[0]%2 == 0 }
	tests := []struct {
		name    string
		size    int32
		reverse bool
		taken   func(string) bool
		want    [][]string
	}{
		{"the usual size", 0, false, every, [][]string{{"0", "1", "2"}, {"3", "4", "5"}, {"6", "7", "8"}, {"9"}}},
		{"the largest size", 100, false, every, [][]string{{"0", "1", "2", "3", "4"}, {"5", "6", "7", "8", "9"}}},
		{"reverse", 4, true, every, [][]string{{"9", "8", "7", "6"}, {"5", "4", "3", "2"}, {"1", "0"}}},
		{"what is left out does not count", 2, false, even, [][]string{{"0", "2"}, {"4", "6"}, {"8"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := newList(t)
			r := &chatv1.ListParticipantsRequest{PageSize: tt.size}
			for i, want := range tt.want {
				got, next, err := l.page(caller, r, tt.reverse, tt.taken)
				if err != nil || !slices.Equal(got, want) {
					t.Fatalf("page %d is %v, %v, want %v", i, got, err, want)
				}
				if last := i == len(tt.want)-1; (next == "") != last {
					t.Errorf("page %d has the next token %q", i, next)
				}
				r.PageToken = next
			}
		})
	}
}

func TestPagesAreStableWhileOthersWrite(t *testing.T) {
	l := newList(t)
	r := &chatv1.ListParticipantsRequest{PageSize: 4}
	var got []string
	for i := 0; ; i++ {
		names, next, err := l.page(caller, r, false, every)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, names...)
		l.set(fmt.Sprintf("0-new-%d", i))
		l.set(fmt.Sprintf("9-new-%d", i))
		if r.PageToken = next; next == "" || i > 10 {
			break
		}
	}
	if old := slices.DeleteFunc(slices.Clone(got), func(s string) bool { return len(s) > 1 }); !slices.Equal(old, []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
		t.Errorf("what stayed in the list came as %v", got)
	}
}

func TestTokensOfOthersAreRefused(t *testing.T) {
	l := newList(t)
	r := &chatv1.ListParticipantsRequest{ThreadId: "t"}
	_, token, err := l.page(caller, r, false, every)
	if err != nil {
		t.Fatal(err)
	}
	other := caller
	other.ResourceID = "other"
	tests := []struct {
		name   string
		caller access.Caller
		r      *chatv1.ListParticipantsRequest
	}{
		{"another caller", other, &chatv1.ListParticipantsRequest{ThreadId: "t", PageToken: token}},
		{"another request", caller, &chatv1.ListParticipantsRequest{ThreadId: "u", PageToken: token}},
		{"damaged", caller, &chatv1.ListParticipantsRequest{ThreadId: "t", PageToken: token[:len(token)-1]}},
		{"no token at all", caller, &chatv1.ListParticipantsRequest{ThreadId: "t", PageToken: "!"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := l.page(tt.caller, tt.r, false, every); !reason.Is(err, typev1.Reason_REASON_PAGE_TOKEN_INVALID) {
				t.Errorf("got %v", err)
			}
		})
	}
	if _, _, err := l.page(caller, &chatv1.ListParticipantsRequest{ThreadId: "t", PageToken: token, PageSize: 1}, false, every); err != nil {
		t.Errorf("another size is refused: %v", err)
	}
}

func TestATokenReachesNothingOutsideItsList(t *testing.T) {
	l := newList(t)
	p, err := page.Open(caller, &chatv1.ListParticipantsRequest{}, 3, 5)
	if err != nil {
		t.Fatal(err)
	}
	for name, k := range map[string][]byte{"before": key.Participant("s", "x"), "behind": key.Participant("u", "x")} {
		t.Run(name, func(t *testing.T) {
			r := &chatv1.ListParticipantsRequest{PageToken: p.Token(k)}
			if _, _, err := l.page(caller, r, false, every); !reason.Is(err, typev1.Reason_REASON_PAGE_TOKEN_INVALID) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func FuzzOpen(f *testing.F) {
	p, err := page.Open(caller, &chatv1.ListParticipantsRequest{}, 3, 5)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(p.Token([]byte("key")))
	f.Add(base64.RawURLEncoding.EncodeToString([]byte("x")))
	f.Fuzz(func(t *testing.T, token string) {
		_, err := page.Open(caller, &chatv1.ListParticipantsRequest{PageToken: token}, 3, 5)
		if err != nil && !reason.Is(err, typev1.Reason_REASON_PAGE_TOKEN_INVALID) {
			t.Fatalf("%q: %v", token, err)
		}
	})
}

func TestAPageMayHaveFewerWhereFewFit(t *testing.T) {
	l := newList(t)
	r := &chatv1.ListParticipantsRequest{}
	var got []string
	pages := 0
	for more := true; more; pages++ {
		p, err := page.Open(caller, r, 3, 5)
		if err != nil {
			t.Fatal(err)
		}
		err = l.s.View(t.Context(), func(tx store.ReadTx) error {
			r.PageToken, err = p.ScanSome(tx, key.Participants("t"), 4, func(pair store.Pair) (bool, error) {
				fits := string(pair.Value) == "0" || string(pair.Value) == "9"
				if fits {
					got = append(got, string(pair.Value))
				}
				return fits, nil
			})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		more = r.GetPageToken() != ""
	}
	if !slices.Equal(got, []string{"0", "9"}) || pages != 3 {
		t.Errorf("%d pages have %q", pages, got)
	}
}
