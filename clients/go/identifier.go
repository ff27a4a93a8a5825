package parley

import (
	"regexp"
	"strings"

	"google.golang.org/grpc/codes"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

// Identifier is one party of either world: a [CommunicationUser], a [TeamsUser], a [TeamsVoiceApplication], a [PhoneNumber] or an
// [UnknownIdentifier]. Identifiers are comparable, and equal exactly if they are the same party.
type Identifier interface {
	// RawID returns the canonical text.
	RawID() string
	// Proto returns the form that requests take.
	Proto() *typev1.CommunicationIdentifier
}

// Cloud is one of the separate clouds that Teams users live in.
type Cloud string

// The clouds.
const (
	// Public is the public cloud, also written as the empty Cloud.
	Public Cloud = "public"
	// GCCH is the GCC High cloud.
	GCCH Cloud = "gcch"
	// DoD is the DoD cloud.
	DoD Cloud = "dod"
)

// prefix is the word of a cloud in raw ids.
func (c Cloud) prefix() string {
	if c == "" || c == Public {
		return "orgid:"
	}
	return string(c) + ":"
}

// CommunicationUser is a user of a resource. Both ids are GUIDs in lower case.
type CommunicationUser struct{ ResourceID, UserID string }

// TeamsUser is a user of a tenant.
type TeamsUser struct {
	// UserID is the object id, a GUID in lower case; of an anonymous user 1 to 128 letters, digits and . _ ~ : -
	UserID string
	// Cloud is where the user lives.
	Cloud Cloud
	// Anonymous is whether it is a visitor without an account.
	Anonymous bool
}

// TeamsVoiceApplication is a call queue or an auto attendant of a tenant. The id is a GUID in lower case.
type TeamsVoiceApplication struct {
	AppID string
	// Cloud is where the application lives.
	Cloud Cloud
}

// PhoneNumber is a telephone number in E.164 form, such as +15551234567.
type PhoneNumber string

// UnknownIdentifier is a raw id of a kind that this version does not know.
type UnknownIdentifier string

// RawID returns `8:acs:<resource>_<user>`.
func (u CommunicationUser) RawID() string { return "8:acs:" + u.ResourceID + "_" + u.UserID }

// RawID returns `8:orgid:<user>`, `8:gcch:<user>`, `8:dod:<user>` or `8:teamsvisitor:<user>`.
func (u TeamsUser) RawID() string {
	if u.Anonymous {
		return "8:teamsvisitor:" + u.UserID
	}
	return "8:" + u.Cloud.prefix() + u.UserID
}

// RawID returns `28:orgid:<application>`, `28:gcch:<application>` or `28:dod:<application>`.
func (a TeamsVoiceApplication) RawID() string { return "28:" + a.Cloud.prefix() + a.AppID }

// RawID returns `4:<number>`.
func (p PhoneNumber) RawID() string { return "4:" + string(p) }

// RawID returns the text as it was.
func (u UnknownIdentifier) RawID() string { return string(u) }

// Proto returns the form that requests take.
func (u CommunicationUser) Proto() *typev1.CommunicationIdentifier { return raw(u) }

// Proto returns the form that requests take.
func (u TeamsUser) Proto() *typev1.CommunicationIdentifier { return raw(u) }

// Proto returns the form that requests take.
func (a TeamsVoiceApplication) Proto() *typev1.CommunicationIdentifier { return raw(a) }

// Proto returns the form that requests take.
func (p PhoneNumber) Proto() *typev1.CommunicationIdentifier { return raw(p) }

// Proto returns the form that requests take.
func (u UnknownIdentifier) Proto() *typev1.CommunicationIdentifier { return raw(u) }

func raw(i Identifier) *typev1.CommunicationIdentifier {
	return &typev1.CommunicationIdentifier{RawId: i.RawID()}
}

// maxRawID is the largest raw id in bytes.
const maxRawID = 256

const guidForm = `[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}`

// form is how one kind of identifier is written after its prefix.
type form struct {
	prefix string
	rest   *regexp.Regexp
	wanted string
	parse  func(groups []string) Identifier
}

var (
	guidRest = regexp.MustCompile(`^(` + guidForm + `)$`)
	forms    = []form{
		{"8:acs:", regexp.MustCompile(`^(` + guidForm + `)_(` + guidForm + `)$`), "<resource GUID>_<user GUID>", func(g []string) Identifier {
			return CommunicationUser{ResourceID: strings.ToLower(g[1]), UserID: strings.ToLower(g[2])}
		}},
		{"8:teamsvisitor:", regexp.MustCompile(`^([A-Za-z0-9._~:-]{1,128})$`), "1 to 128 letters, digits and . _ ~ : -", func(g []string) Identifier {
			return TeamsUser{UserID: g[1], Cloud: Public, Anonymous: true}
		}},
		{"4:", regexp.MustCompile(`^(\+[1-9]\d{1,14})$`), "a number in E.164 form, such as +15551234567", func(g []string) Identifier {
			return PhoneNumber(g[1])
		}},
		teamsUser(Public), teamsUser(GCCH), teamsUser(DoD),
		voiceApplication(Public), voiceApplication(GCCH), voiceApplication(DoD),
	}
)

func teamsUser(c Cloud) form {
	return form{"8:" + c.prefix(), guidRest, "the object id, a GUID", func(g []string) Identifier {
		return TeamsUser{UserID: strings.ToLower(g[1]), Cloud: c}
	}}
}

func voiceApplication(c Cloud) form {
	return form{"28:" + c.prefix(), guidRest, "the application id, a GUID", func(g []string) Identifier {
		return TeamsVoiceApplication{AppID: strings.ToLower(g[1]), Cloud: c}
	}}
}

// ParseIdentifier reads a raw id. A text with a prefix that this version does not know is an [UnknownIdentifier]; one that is
// malformed, empty or longer than 256 bytes is an error of kind [ErrInvalidIdentifier].
func ParseIdentifier(rawID string) (Identifier, error) {
	if rawID == "" {
		return nil, invalidIdentifier("a raw id is missing")
	}
	if len(rawID) > maxRawID {
		return nil, invalidIdentifier("a raw id has at most 256 bytes")
	}
	for _, f := range forms {
		rest, ok := strings.CutPrefix(rawID, f.prefix)
		if !ok {
			continue
		}
		groups := f.rest.FindStringSubmatch(rest)
		if groups == nil {
			return nil, invalidIdentifier("the raw id " + rawID + " is malformed: after " + f.prefix + " comes " + f.wanted)
		}
		return f.parse(groups), nil
	}
	return UnknownIdentifier(rawID), nil
}

// IdentifierOf reads the identifier of a response. What is malformed is an [UnknownIdentifier].
func IdentifierOf(p *typev1.CommunicationIdentifier) Identifier {
	i, err := ParseIdentifier(p.GetRawId())
	if err != nil {
		return UnknownIdentifier(p.GetRawId())
	}
	return i
}

func invalidIdentifier(message string) error {
	return &Error{Code: codes.InvalidArgument, Reason: "INVALID_IDENTIFIER", Message: message}
}
