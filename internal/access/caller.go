// Package access says who a caller is and what it may: keys, tokens, and the caller that they prove. It holds no
// transport; the server reads credentials off requests and asks this package.
package access

import (
	"slices"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
)

// Caller is who makes a request, proven by a credential. It is a value: copies are independent.
type Caller struct {
	// Kind is the kind of the credential.
	Kind typev1.CallerKind
	// ResourceID is the resource of an access key or of a communication user; empty for any other.
	ResourceID string
	// TenantID is the tenant of an admin key, of a Teams user or of a voice application; empty for any other.
	TenantID string
	// User is the user that the caller is or, with an access key, acts as; nobody for other keys.
	User identifier.ID
	// KeyID is the public id of the key; empty for a token.
	KeyID string
	// Scopes are what a token may be used for; nil for a key, which has no such bounds.
	Scopes []typev1.Scope
	// ExpireTime is when the token expires; zero for a key.
	ExpireTime time.Time
	// Generation is the generation of the user's tokens that the token is of; 0 for a key.
	Generation uint64
}

// Name names the party that the caller stands for: the user that it is or acts as, else its resource, its tenant or the
// operator. It stays the same when a key is rotated or a token renewed.
func (c Caller) Name() string {
	switch {
	case !c.User.IsZero():
		return c.User.Raw()
	case c.ResourceID != "":
		return "resource:" + c.ResourceID
	case c.TenantID != "":
		return "tenant:" + c.TenantID
	default:
		return "operator"
	}
}

// Actor describes the caller in the entry of what it does.
func (c Caller) Actor(method, subject string) *recordv1.Actor {
	return &recordv1.Actor{Method: method, Kind: c.Kind, KeyId: c.KeyID, User: c.User.Raw(), Subject: subject}
}

// HasScope reports whether the caller may use the scope. Keys may use any.
func (c Caller) HasScope(s typev1.Scope) bool {
	return s == typev1.Scope_SCOPE_UNSPECIFIED || c.KeyID != "" || slices.Contains(c.Scopes, s)
}

// OwnTenant returns the tenant that a request of a tenant's administrator is about: the one that it names or, where it
// names none, the caller's. A foreign one is FOREIGN_OWNER.
func (c Caller) OwnTenant(named string) (string, error) {
	return own("tenant", c.TenantID, named)
}

// OwnResource is OwnTenant for the resource of an access key.
func (c Caller) OwnResource(named string) (string, error) {
	return own("resource", c.ResourceID, named)
}

func own(what, callers, named string) (string, error) {
	if named == "" || named == callers {
		return callers, nil
	}
	return "", reason.New(typev1.Reason_REASON_FOREIGN_OWNER, "the credential is of %s %s, not of %s: use a key of that %s", what, callers, named, what)
}
