package access

import (
	"strings"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Authenticator turns credentials into callers. It remembers which signatures it has checked; all else follows the state of the
// transaction, so what was revoked, rotated or deleted is refused from the next request on. It may be used by any number of
// goroutines.
type Authenticator struct {
	clock    func() time.Time
	verified verifiedTokens
}

// NewAuthenticator returns an authenticator that tells the time by a clock.
func NewAuthenticator(clock func() time.Time) *Authenticator {
	return &Authenticator{clock: clock}
}

// Authenticate returns the caller that a bearer credential proves, acting as the user with the raw id actAs unless that is
// empty. An error of the credential is one of CREDENTIAL_MISSING, CREDENTIAL_MALFORMED, KEY_UNKNOWN, TOKEN_INVALID,
// TOKEN_EXPIRED, TOKEN_REVOKED, CALLER_DELETED and OWNER_DELETED; one of actAs is INVALID_IDENTIFIER or ACT_AS_FORBIDDEN.
//
// The caller is shared by its requests: nobody may change it.
func (a *Authenticator) Authenticate(tx store.ReadTx, bearer, actAs string) (*Caller, error) {
	c, err := a.derived(tx, bearer, actAs)
	if err != nil {
		return nil, err
	}
	if err := checkExpiry(*c, a.clock()); err != nil {
		return nil, err
	}
	return c, nil
}

// derived returns the caller but for the expiry of its token. It asks for what is known first, as a request mostly needs no more, and
// what finds the caller takes room.
func (a *Authenticator) derived(tx store.ReadTx, bearer, actAs string) (*Caller, error) {
	name := credential{hashOf(bearer), actAs}
	if known, ok := store.Known[credential, *Caller](tx, name); ok {
		return known, nil
	}
	return store.Derived(tx, name, func(tx store.ReadTx, k credential) (*Caller, error) {
		c, err := a.authenticate(tx, bearer, k.hash, k.actAs)
		return &c, err
	})
}

// credential names the caller that it proves, among what is derived from the state.
type credential struct {
	hash  credentialHash
	actAs string
}

func (a *Authenticator) authenticate(tx store.ReadTx, bearer string, hash credentialHash, actAs string) (Caller, error) {
	c, err := a.identify(tx, bearer, hash)
	if err != nil {
		return Caller{}, err
	}
	if err := Check(tx, c, a.clock()); err != nil {
		return Caller{}, err
	}
	if actAs == "" {
		return c, nil
	}
	if c, err = c.as(actAs); err != nil {
		return Caller{}, err
	}
	if err := checkUser(tx, c); err != nil {
		return Caller{}, err
	}
	return c, nil
}

func (a *Authenticator) identify(tx store.ReadTx, bearer string, hash credentialHash) (Caller, error) {
	switch {
	case bearer == "":
		return Caller{}, reason.New(typev1.Reason_REASON_CREDENTIAL_MISSING, "the request has no credential: send metadata `authorization: Bearer <key or token>`")
	case strings.HasPrefix(bearer, keyMark):
		return identifyKey(tx, bearer)
	default:
		return a.identifyToken(tx, bearer, hash)
	}
}

func identifyKey(tx store.ReadTx, bearer string) (Caller, error) {
	k, err := ParseKey(bearer)
	if err != nil {
		return Caller{}, err
	}
	r, err := record.Peek[recordv1.Key](tx, key.Key(k.ID))
	if err != nil {
		return Caller{}, err
	}
	if r == nil || !k.fits(r) {
		return Caller{}, unknownKey()
	}
	c := Caller{Kind: k.Kind, KeyID: k.ID}
	switch k.Kind {
	case typev1.CallerKind_CALLER_KIND_RESOURCE:
		c.ResourceID = r.GetOwnerId()
	case typev1.CallerKind_CALLER_KIND_TENANT_ADMIN:
		c.TenantID = r.GetOwnerId()
	default: // the operator owns nothing by name
	}
	return c, nil
}

// identifyToken verifies a token, or remembers that it did. The key that signed it must be there still.
func (a *Authenticator) identifyToken(tx store.ReadTx, bearer string, hash credentialHash) (Caller, error) {
	if known, ok := a.verified.get(hash); ok {
		there, err := record.Has(tx, key.SigningKey(known.signer))
		if err != nil {
			return Caller{}, err
		}
		if !there {
			return Caller{}, invalidToken()
		}
		return known.caller, nil
	}
	fresh, err := verify(tx, bearer, a.clock())
	if err != nil {
		return Caller{}, err
	}
	a.verified.put(hash, fresh)
	return fresh.caller, nil
}

// as returns the caller acting as a user of its resource.
func (c Caller) as(raw string) (Caller, error) {
	user, err := identifier.Parse(raw)
	if err != nil {
		return Caller{}, err
	}
	if c.Kind != typev1.CallerKind_CALLER_KIND_RESOURCE {
		return Caller{}, actAsForbidden("only an access key of a resource may act as a user")
	}
	if user.Resource() != c.ResourceID {
		return Caller{}, actAsForbidden("%s is not a user of resource %s", user, c.ResourceID)
	}
	c.User = user
	return c, nil
}

func actAsForbidden(format string, args ...any) error {
	return reason.New(typev1.Reason_REASON_ACT_AS_FORBIDDEN, format, args...)
}
