package access_test

import (
	"fmt"
	"strings"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/reason"
)

const (
	operator    = typev1.CallerKind_CALLER_KIND_OPERATOR
	resource    = typev1.CallerKind_CALLER_KIND_RESOURCE
	tenantAdmin = typev1.CallerKind_CALLER_KIND_TENANT_ADMIN
)

func TestKeysReadBack(t *testing.T) {
	for kind, prefix := range map[typev1.CallerKind]string{operator: "parley_op_", resource: "parley_rk_", tenantAdmin: "parley_tk_"} {
		t.Run(prefix, func(t *testing.T) {
			k := access.NewKey(kind)
			if !strings.HasPrefix(k.Text(), prefix+k.ID+"_") {
				t.Errorf("the text form is %s…", k)
			}
			back, err := access.ParseKey(k.Text())
			if err != nil || back != k {
				t.Errorf("it came back as %v, %v", back, err)
			}
		})
	}
}

func TestKeysAreDifferent(t *testing.T) {
	a, b := access.NewKey(resource), access.NewKey(resource)
	if a.ID == b.ID || a.Text()[len(a.Text())-43:] == b.Text()[len(b.Text())-43:] {
		t.Error("two keys share their id or their secret")
	}
}

func TestKeysAreNotPrintedWhole(t *testing.T) {
	k := access.NewKey(operator)
	secret := k.Text()[len(k.Text())-43:]
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		if printed := fmt.Sprintf(verb, k); strings.Contains(printed, secret) {
			t.Errorf("%s prints the secret", verb)
		}
	}
}

func TestParseKeyRefuses(t *testing.T) {
	good := access.NewKey(resource).Text()
	tests := map[string]string{
		"nothing":              "",
		"a prefix only":        "parley_rk_",
		"an unknown prefix":    strings.Replace(good, "_rk_", "_xx_", 1),
		"no secret":            good[:len("parley_rk_")+26],
		"a short secret":       good[:len(good)-1],
		"a long secret":        good + "A",
		"a space at the end":   good + " ",
		"a line break":         good + "\n",
		"a line break inside":  good[:len(good)-2] + "\n" + good[len(good)-2:],
		"padding":              good + "=",
		"unused bits set":      good[:len(good)-1] + "_",
		"an upper-case id":     strings.ToUpper(good),
		"an id of other signs": "parley_rk_" + strings.Repeat("1", 26) + good[len("parley_rk_")+26:],
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := access.ParseKey(text)
			if !reason.Is(err, typev1.Reason_REASON_CREDENTIAL_MALFORMED) {
				t.Errorf("the error is %v", err)
			}
			if err != nil && len(text) > 20 && strings.Contains(err.Error(), text) {
				t.Error("the error shows the credential")
			}
		})
	}
}

func FuzzParseKey(f *testing.F) {
	f.Add(access.NewKey(operator).Text())
	f.Add(access.NewKey(tenantAdmin).Text() + "_")
	f.Add("parley_rk__")
	f.Fuzz(func(t *testing.T, text string) {
		k, err := access.ParseKey(text)
		if err == nil && k.Text() != text {
			t.Fatalf("%q came back as %q", text, k.Text())
		}
		if err != nil && !reason.Is(err, typev1.Reason_REASON_CREDENTIAL_MALFORMED) {
			t.Fatal(err)
		}
	})
}
