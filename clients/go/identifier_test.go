package parley_test

import (
	"encoding/json"
	"errors"
	"os"
	"testing"

	parley "github.com/parley-interop/parley/clients/go"
)

// vector is one raw id and what every client makes of it.
type vector struct {
	Name        string `json:"name"`
	RawID       string `json:"raw_id"`
	Printed     string `json:"printed"`
	Kind        string `json:"kind"`
	ResourceID  string `json:"resource_id"`
	UserID      string `json:"user_id"`
	Cloud       string `json:"cloud"`
	IsAnonymous bool   `json:"is_anonymous"`
	AppID       string `json:"app_id"`
	Value       string `json:"value"`
}

// identifier is what the vector says, as the package has it.
func (v vector) identifier() parley.Identifier {
	switch v.Kind {
	case "communication_user":
		return parley.CommunicationUser{ResourceID: v.ResourceID, UserID: v.UserID}
	case "teams_user":
		return parley.TeamsUser{UserID: v.UserID, Cloud: parley.Cloud(v.Cloud), Anonymous: v.IsAnonymous}
	case "teams_voice_application":
		return parley.TeamsVoiceApplication{AppID: v.AppID, Cloud: parley.Cloud(v.Cloud)}
	case "phone_number":
		return parley.PhoneNumber(v.Value)
	default:
		return parley.UnknownIdentifier(v.RawID)
	}
}

func TestIdentifiers(t *testing.T) {
	content, err := os.ReadFile("../conformance/testdata/identifiers.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct{ Valid, Unknown, Malformed []vector }
	if err := json.Unmarshal(content, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, v := range append(vectors.Valid, vectors.Unknown...) {
		t.Run(v.Name, func(t *testing.T) {
			got, err := parley.ParseIdentifier(v.RawID)
			if err != nil || got != v.identifier() {
				t.Fatalf("%q is %#v, %v", v.RawID, got, err)
			}
			printed := v.RawID
			if v.Printed != "" {
				printed = v.Printed
			}
			if got.RawID() != printed || got.Proto().GetRawId() != printed || parley.IdentifierOf(got.Proto()) != got {
				t.Errorf("%#v is printed as %q", got, got.RawID())
			}
		})
	}
	for _, v := range vectors.Malformed {
		t.Run(v.Name, func(t *testing.T) {
			if got, err := parley.ParseIdentifier(v.RawID); !errors.Is(err, parley.ErrInvalidIdentifier) {
				t.Errorf("%q is %#v, %v", v.RawID, got, err)
			}
		})
	}
}
