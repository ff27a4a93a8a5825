package directory_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// find returns the display names of all pages.
func (w *world) find(prefix string, size int32) []string {
	w.t.Helper()
	return w.findWhile(prefix, size, func() {})
}

// findWhile is find, with something that happens between pages.
func (w *world) findWhile(prefix string, size int32, between func()) []string {
	w.t.Helper()
	var names []string
	request := &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: prefix, PageSize: size}
	for {
		answer, err := w.FindTenantUsers(w.t.Context(), w.admin, request)
		w.must(err)
		for _, u := range answer.GetUsers() {
			names = append(names, u.GetDisplayName())
		}
		if answer.GetNextPageToken() == "" {
			return names
		}
		request.PageToken = answer.GetNextPageToken()
		between()
	}
}

func TestFindByPrefix(t *testing.T) {
	long := strings.Repeat("ÿ", 250)
	all := []string{"Ada", "ada b", "ÅSA", "Åsa B", "Élodie", "E\u0301tienne", "ΣΊΣΥΦΟΣ", "Straße", "STRASSE 2", "张伟", "%_*", long + " a", long + " b", "", "a\x00b"}
	w := newWorld(t)
	for n, name := range all {
		w.add(person(n, name))
	}
	w.importBy(w.other, []*directoryv1.TenantUser{person(99, "Ada of another tenant")})
	tests := []struct {
		name, prefix string
		want         []string
	}{
		{"lower case finds upper", "ada", []string{"Ada", "ada b"}},
		{"upper case finds lower", "ADA B", []string{"ada b"}},
		{"beyond ASCII", "åS", []string{"ÅSA", "Åsa B"}},
		{"a composed accent finds a combined one", "é", []string{"Élodie", "E\u0301tienne"}},
		{"a combined accent finds a composed one", "e\u0301L", []string{"Élodie"}},
		{"the letter that has no upper case of its own", "strass", []string{"Straße", "STRASSE 2"}},
		{"the same, as itself", "STRAß", []string{"Straße", "STRASSE 2"}},
		{"a final sigma is a sigma", "σίσυφος", []string{"ΣΊΣΥΦΟΣ"}},
		{"without case", "张", []string{"张伟"}},
		{"no wildcards", "%", []string{"%_*"}},
		{"nothing", "nobody", nil},
		{"longer than what is indexed", long + " B", []string{long + " b"}},
		{"with a zero byte", "A\x00", []string{"a\x00b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, size := range []int32{0, 1} {
				if got := w.find(tt.prefix, size); !slices.Equal(got, tt.want) {
					t.Errorf("in pages of %d: %q", size, got)
				}
			}
		})
	}
	if got := w.find("", 4); len(got) != len(all) {
		t.Errorf("an empty prefix finds %d of %d: %q", len(got), len(all), got)
	}
}

func TestFoundInTheOrderOfTheirNames(t *testing.T) {
	w := newWorld(t)
	want := []string{"alpha", "Beta", "beta", "Gamma", "gamma ray"}
	for n, at := range []int{3, 1, 4, 0, 2} {
		w.add(person(n, want[at]))
	}
	// Those whose names differ in case only are in the order of their ids.
	for size := range int32(6) {
		if got := w.find("", size); !slices.Equal(got, want) {
			t.Errorf("in pages of %d: %q", size, got)
		}
	}
}

func TestPagesStandWhileOthersWrite(t *testing.T) {
	w := newWorld(t)
	var stays []string
	for n := range 20 {
		name := fmt.Sprintf("User %02d", n)
		w.add(person(n, name))
		if n%4 != 0 {
			stays = append(stays, name)
		}
	}
	round := 0
	got := w.findWhile("user", 3, func() {
		if n := round * 4; n < 20 {
			w.delete(n)
		}
		w.add(person(100+round, fmt.Sprintf("User %02d and a half", round)))
		round++
	})
	for _, name := range stays {
		if n := count(got, name); n != 1 {
			t.Errorf("%q was there all the time, and is found %d times", name, n)
		}
	}
	if !slices.IsSorted(got) {
		t.Errorf("the order is %q", got)
	}
}

func count(names []string, name string) int {
	n := 0
	for _, other := range names {
		if other == name {
			n++
		}
	}
	return n
}

func TestPageTokenOfAnotherSearchIsRefused(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Adam"))
	first, err := w.FindTenantUsers(t.Context(), w.admin, &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: "ada", PageSize: 1})
	w.must(err)
	for _, prefix := range []string{"", "adam"} {
		_, err = w.FindTenantUsers(t.Context(), w.admin, &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: prefix, PageSize: 1, PageToken: first.GetNextPageToken()})
		refused(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
	}
	_, err = w.FindTenantUsers(t.Context(), w.other, &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: "ada", PageSize: 1, PageToken: first.GetNextPageToken()})
	refused(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
}
