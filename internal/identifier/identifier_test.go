package identifier_test

import (
	"strings"
	"testing"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
)

const (
	guidA = "11111111-2222-4333-8444-555555555555"
	guidB = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name, raw, want string
		kind            identifier.Kind
		cloud           typev1.Cloud
	}{
		{"communication user", "8:acs:" + guidA + "_" + guidB, "", identifier.CommunicationUser, typev1.Cloud_CLOUD_PUBLIC},
		{"upper case is lowered", "8:acs:" + guidA + "_" + strings.ToUpper(guidB), "8:acs:" + guidA + "_" + guidB, identifier.CommunicationUser, typev1.Cloud_CLOUD_PUBLIC},
		{"Teams user", "8:orgid:" + guidA, "", identifier.TeamsUser, typev1.Cloud_CLOUD_PUBLIC},
		{"Teams user of GCC High", "8:gcch:" + guidA, "", identifier.TeamsUser, typev1.Cloud_CLOUD_GCCH},
		{"Teams user of DoD", "8:dod:" + guidA, "", identifier.TeamsUser, typev1.Cloud_CLOUD_DOD},
		{"visitor", "8:teamsvisitor:Ab-1.2_3", "", identifier.TeamsVisitor, typev1.Cloud_CLOUD_PUBLIC},
		{"voice application", "28:orgid:" + guidA, "", identifier.VoiceApplication, typev1.Cloud_CLOUD_PUBLIC},
		{"voice application of DoD", "28:dod:" + guidA, "", identifier.VoiceApplication, typev1.Cloud_CLOUD_DOD},
		{"telephone number", "4:+15551234567", "", identifier.PhoneNumber, typev1.Cloud_CLOUD_PUBLIC},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, err := identifier.Parse(tt.raw)
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if want == "" {
				want = tt.raw
			}
			if id.Raw() != want || id.Kind() != tt.kind || id.Cloud() != tt.cloud {
				t.Errorf("got %q of kind %v in %v", id.Raw(), id.Kind(), id.Cloud())
			}
			back, err := identifier.FromProto(id.Proto())
			if err != nil || back != id {
				t.Errorf("through the contract it becomes %v, %v", back, err)
			}
			kindOnly := id.Proto()
			kindOnly.RawId = ""
			if back, err = identifier.FromProto(kindOnly); err != nil || back != id {
				t.Errorf("from its kind alone it becomes %v, %v", back, err)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := map[string]string{
		"nothing":                 "",
		"no prefix":               guidA,
		"unknown prefix":          "9:acs:" + guidA,
		"no user":                 "8:acs:" + guidA,
		"empty user":              "8:acs:" + guidA + "_",
		"three parts":             "8:acs:" + guidA + "_" + guidB + "_" + guidB,
		"no GUID":                 "8:orgid:ada",
		"GUID in braces":          "8:orgid:{" + guidA + "}",
		"GUID without hyphens":    "8:orgid:" + strings.ReplaceAll(guidA, "-", ""),
		"number without plus":     "4:15551234567",
		"number too long":         "4:+1234567890123456",
		"visitor with space":      "8:teamsvisitor:a b",
		"visitor with NUL":        "8:teamsvisitor:a\x00",
		"more than 256 bytes":     "8:teamsvisitor:" + strings.Repeat("a", 256),
		"trailing line break":     "8:orgid:" + guidA + "\n",
		"number with line break":  "4:+15551234567\n",
		"visitor with line break": "8:teamsvisitor:a\n",
	}
	for name, raw := range tests {
		t.Run(name, func(t *testing.T) {
			if id, err := identifier.Parse(raw); !reason.Is(err, typev1.Reason_REASON_INVALID_IDENTIFIER) {
				t.Errorf("got %v, %v", id, err)
			}
		})
	}
}

func TestFromProtoRefuses(t *testing.T) {
	teams := func(user string) *typev1.CommunicationIdentifier_TeamsUser {
		return &typev1.CommunicationIdentifier_TeamsUser{TeamsUser: &typev1.TeamsUser{UserId: user}}
	}
	tests := map[string]*typev1.CommunicationIdentifier{
		"nil":                   nil,
		"empty":                 {},
		"kind without id":       {Kind: teams("")},
		"raw id and kind apart": {RawId: "8:orgid:" + guidA, Kind: teams(guidB)},
		"cloud apart": {RawId: "8:orgid:" + guidA, Kind: &typev1.CommunicationIdentifier_TeamsUser{
			TeamsUser: &typev1.TeamsUser{UserId: guidA, Cloud: typev1.Cloud_CLOUD_DOD},
		}},
		"unknown cloud": {Kind: &typev1.CommunicationIdentifier_TeamsUser{TeamsUser: &typev1.TeamsUser{UserId: guidA, Cloud: 99}}},
	}
	for name, p := range tests {
		t.Run(name, func(t *testing.T) {
			if id, err := identifier.FromProto(p); !reason.Is(err, typev1.Reason_REASON_INVALID_IDENTIFIER) {
				t.Errorf("got %v, %v", id, err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, raw := range []string{"", "8:acs:" + guidA + "_" + guidB, "8:orgid:" + guidA, "28:orgid:" + guidA, "4:+15551234567", "8:teamsvisitor:x", "8:acs:_"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		id, err := identifier.Parse(raw)
		if err != nil {
			if !reason.Is(err, typev1.Reason_REASON_INVALID_IDENTIFIER) {
				t.Fatalf("%q: wrong reason: %v", raw, err)
			}
			return
		}
		again, err := identifier.Parse(id.Raw())
		if err != nil || again != id {
			t.Fatalf("%q is %q, which parses to %v, %v", raw, id.Raw(), again, err)
		}
	})
}
