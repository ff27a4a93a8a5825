// Package identifier reads and writes the identifiers of both worlds. The text form, the raw id, is canonical: two
// identifiers are the same party exactly if their raw ids are equal.
//
// The forms are those of the model system's public client libraries.
package identifier

import (
	"regexp"
	"strings"

	"github.com/google/uuid"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

// Kind is a kind of party.
type Kind int

// The kinds of party.
const (
	// CommunicationUser is a user of a resource.
	CommunicationUser Kind = iota + 1
	// TeamsUser is a user of a tenant.
	TeamsUser
	// TeamsVisitor is a user without an account.
	TeamsVisitor
	// VoiceApplication is a call queue or an auto attendant of a tenant.
	VoiceApplication
	// PhoneNumber is a number of the public telephone network.
	PhoneNumber
)

// ID is a party. The zero value is nobody. IDs are comparable.
type ID struct {
	kind  Kind
	cloud typev1.Cloud
	// owner is the resource of a communication user, and empty for any other.
	owner string
	// local is the user, object, visitor or application id, or the telephone number.
	local string
	// raw is the raw id, which follows from the rest: it is asked for all the time.
	raw string
}

// maxSize is the largest raw id in bytes, as the contract has it.
const maxSize = 256

var (
	e164    = regexp.MustCompile(`^\+[1-9]\d{1,14}$`)
	visitor = regexp.MustCompile(`^[A-Za-z0-9._~:-]{1,128}$`)
)

type form struct {
	prefix string
	kind   Kind
	cloud  typev1.Cloud
}

var forms = []form{
	{"8:acs:", CommunicationUser, typev1.Cloud_CLOUD_PUBLIC},
	{"8:orgid:", TeamsUser, typev1.Cloud_CLOUD_PUBLIC},
	{"8:gcch:", TeamsUser, typev1.Cloud_CLOUD_GCCH},
	{"8:dod:", TeamsUser, typev1.Cloud_CLOUD_DOD},
	{"8:teamsvisitor:", TeamsVisitor, typev1.Cloud_CLOUD_PUBLIC},
	{"28:orgid:", VoiceApplication, typev1.Cloud_CLOUD_PUBLIC},
	{"28:gcch:", VoiceApplication, typev1.Cloud_CLOUD_GCCH},
	{"28:dod:", VoiceApplication, typev1.Cloud_CLOUD_DOD},
	{"4:", PhoneNumber, typev1.Cloud_CLOUD_PUBLIC},
}

// Parse reads a raw id. An error has the reason INVALID_IDENTIFIER.
func Parse(raw string) (ID, error) {
	if len(raw) > maxSize {
		return ID{}, invalid("a raw id has at most %d bytes, this one has %d", maxSize, len(raw))
	}
	for _, f := range forms {
		if rest, ok := strings.CutPrefix(raw, f.prefix); ok {
			return f.parse(raw, rest)
		}
	}
	return ID{}, invalid("%q is no raw id: it begins with 8:acs:, 8:orgid:, 8:gcch:, 8:dod:, 8:teamsvisitor:, 28:orgid: or 4:", raw)
}

func (f form) parse(raw, rest string) (ID, error) {
	id := ID{kind: f.kind, cloud: f.cloud}
	ok := false
	switch f.kind {
	case CommunicationUser:
		owner, user, _ := strings.Cut(rest, "_")
		var ownerOK, userOK bool
		id.owner, ownerOK = guid(owner)
		id.local, userOK = guid(user)
		ok = ownerOK && userOK
	case TeamsUser, VoiceApplication:
		id.local, ok = guid(rest)
	case TeamsVisitor:
		id.local, ok = rest, visitor.MatchString(rest)
	case PhoneNumber:
		id.local, ok = rest, e164.MatchString(rest)
	}
	if !ok {
		return ID{}, invalid("%q is malformed: after %s comes %s", raw, f.prefix, wanted[f.kind])
	}
	return id.sealed(), nil
}

var wanted = map[Kind]string{
	CommunicationUser: "<resource GUID>_<user GUID>",
	TeamsUser:         "the object id, a GUID",
	TeamsVisitor:      "an id of 1 to 128 letters, digits and . _ ~ : -",
	VoiceApplication:  "the application id, a GUID",
	PhoneNumber:       "a number in E.164 form, such as +15551234567",
}

// guid returns s in the canonical form of a GUID, and whether it is one in the usual form of 36 characters.
func guid(s string) (string, bool) {
	if len(s) != 36 {
		return "", false
	}
	u, err := uuid.Parse(s)
	return u.String(), err == nil
}

// NewCommunicationUser returns the user of a resource; both are GUIDs in canonical form.
func NewCommunicationUser(resourceID, userID string) ID {
	return ID{kind: CommunicationUser, cloud: typev1.Cloud_CLOUD_PUBLIC, owner: resourceID, local: userID}.sealed()
}

// NewTeamsUser returns the user with an object id, a GUID in canonical form.
func NewTeamsUser(cloud typev1.Cloud, objectID string) ID {
	return ID{kind: TeamsUser, cloud: orPublic(cloud), local: objectID}.sealed()
}

// NewVoiceApplication returns the application with an id, a GUID in canonical form.
func NewVoiceApplication(cloud typev1.Cloud, appID string) ID {
	return ID{kind: VoiceApplication, cloud: orPublic(cloud), local: appID}.sealed()
}

func orPublic(c typev1.Cloud) typev1.Cloud {
	if c == typev1.Cloud_CLOUD_UNSPECIFIED {
		return typev1.Cloud_CLOUD_PUBLIC
	}
	return c
}

// FromProto reads an identifier of a request, where the raw id or the kind is enough. An error has the reason
// INVALID_IDENTIFIER.
func FromProto(p *typev1.CommunicationIdentifier) (ID, error) {
	fromKind, err := parseKind(p)
	if err != nil {
		return ID{}, err
	}
	if p.GetRawId() == "" {
		if fromKind == (ID{}) {
			return ID{}, invalid("an identifier needs its raw_id or its kind")
		}
		return fromKind, nil
	}
	fromRaw, err := Parse(p.GetRawId())
	if err != nil {
		return ID{}, err
	}
	if fromKind != (ID{}) && fromKind != fromRaw {
		return ID{}, invalid("raw_id %q and kind %q disagree: send one of them", fromRaw, fromKind)
	}
	return fromRaw, nil
}

// parseKind reads the kind alone; nobody if it is unset.
func parseKind(p *typev1.CommunicationIdentifier) (ID, error) {
	switch k := p.GetKind().(type) {
	case *typev1.CommunicationIdentifier_CommunicationUser:
		return Parse("8:acs:" + k.CommunicationUser.GetResourceId() + "_" + k.CommunicationUser.GetUserId())
	case *typev1.CommunicationIdentifier_TeamsUser:
		if k.TeamsUser.GetIsAnonymous() {
			return Parse("8:teamsvisitor:" + k.TeamsUser.GetUserId())
		}
		return Parse(prefix(TeamsUser, k.TeamsUser.GetCloud()) + k.TeamsUser.GetUserId())
	case *typev1.CommunicationIdentifier_TeamsVoiceApplication:
		return Parse(prefix(VoiceApplication, k.TeamsVoiceApplication.GetCloud()) + k.TeamsVoiceApplication.GetAppId())
	case *typev1.CommunicationIdentifier_PhoneNumber:
		return Parse("4:" + k.PhoneNumber.GetValue())
	default:
		return ID{}, nil
	}
}

func prefix(kind Kind, cloud typev1.Cloud) string {
	cloud = orPublic(cloud)
	for _, f := range forms {
		if f.kind == kind && f.cloud == cloud {
			return f.prefix
		}
	}
	return "?"
}

// sealed returns the id with its raw id.
func (id ID) sealed() ID {
	if id.kind == CommunicationUser {
		id.raw = "8:acs:" + id.owner + "_" + id.local
	} else {
		id.raw = prefix(id.kind, id.cloud) + id.local
	}
	return id
}

// Raw returns the raw id, and the empty text for nobody.
func (id ID) Raw() string { return id.raw }

// String returns the raw id.
func (id ID) String() string { return id.Raw() }

// IsZero reports whether id is nobody.
func (id ID) IsZero() bool { return id == ID{} }

// Kind returns the kind of party.
func (id ID) Kind() Kind { return id.kind }

// Cloud returns the cloud that the party lives in.
func (id ID) Cloud() typev1.Cloud { return id.cloud }

// Resource returns the resource of a communication user, and the empty text for any other.
func (id ID) Resource() string { return id.owner }

// Local returns the user id, object id, visitor id, application id or telephone number.
func (id ID) Local() string { return id.local }

// OfTenant reports whether the party is in a tenant's directory.
func (id ID) OfTenant() bool { return id.kind == TeamsUser || id.kind == VoiceApplication }

// Proto returns the identifier with its raw id and its kind; nil for nobody.
func (id ID) Proto() *typev1.CommunicationIdentifier {
	if id.kind == CommunicationUser {
		return id.communicationUser()
	}
	p := &typev1.CommunicationIdentifier{RawId: id.Raw()}
	switch id.kind {
	case TeamsUser, TeamsVisitor:
		p.Kind = &typev1.CommunicationIdentifier_TeamsUser{TeamsUser: &typev1.TeamsUser{UserId: id.local, Cloud: id.cloud, IsAnonymous: id.kind == TeamsVisitor}}
	case VoiceApplication:
		p.Kind = &typev1.CommunicationIdentifier_TeamsVoiceApplication{TeamsVoiceApplication: &typev1.TeamsVoiceApplication{AppId: id.local, Cloud: id.cloud}}
	case PhoneNumber:
		p.Kind = &typev1.CommunicationIdentifier_PhoneNumber{PhoneNumber: &typev1.PhoneNumber{Value: id.local}}
	default:
		return nil
	}
	return p
}

// communicationUser is Proto for the kind that there is most of: it makes one object, for every message has one.
func (id ID) communicationUser() *typev1.CommunicationIdentifier {
	p := &struct {
		id   typev1.CommunicationIdentifier
		kind typev1.CommunicationIdentifier_CommunicationUser
		user typev1.CommunicationUser
	}{}
	p.user.ResourceId, p.user.UserId = id.owner, id.local
	p.kind.CommunicationUser = &p.user
	p.id.RawId, p.id.Kind = id.raw, &p.kind
	return &p.id
}

func invalid(format string, args ...any) error {
	return reason.New(typev1.Reason_REASON_INVALID_IDENTIFIER, format, args...)
}
