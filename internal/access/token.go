package access

import (
	"crypto/rand"
	"errors"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"google.golang.org/protobuf/types/known/timestamppb"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Bounds of tokens.
const (
	// MinTokenLifetime is the shortest life of a token.
	MinTokenLifetime = time.Hour
	// MaxTokenLifetime is the longest life of a token, and the usual one.
	MaxTokenLifetime = 24 * time.Hour
	// maxTokenSize is the longest token that is read at all, in bytes.
	maxTokenSize = 8 << 10
)

const (
	issuer    = "parley"
	algorithm = "EdDSA"
)

// claims are what a token says. Its subject is a raw id.
type claims struct {
	jwt.RegisteredClaims
	// ResourceID is the resource of a communication user.
	ResourceID string `json:"rid,omitempty"`
	// TenantID is the tenant of a Teams user or a voice application.
	TenantID string `json:"tid,omitempty"`
	// Scopes are what the token may be used for, by the names of scopeNames.
	Scopes []string `json:"scp"`
	// Generation is how often the tokens of the user had been revoked when this one was issued.
	Generation uint64 `json:"gen"`
}

var scopeNames = map[typev1.Scope]string{
	typev1.Scope_SCOPE_CHAT: "chat",
	typev1.Scope_SCOPE_VOIP: "voip",
}

// Grant says what a token is to be.
type Grant struct {
	// User is whose it is: a communication user, a Teams user or a voice application. That it exists is for the caller to see to.
	User identifier.ID
	// TenantID is the tenant of a Teams user or a voice application; empty for a communication user.
	TenantID string
	// Scopes are what it may be used for, at least one.
	Scopes []typev1.Scope
	// Lifetime is how long it is valid; what is outside of MinTokenLifetime and MaxTokenLifetime is brought within, and zero
	// means MaxTokenLifetime.
	Lifetime time.Duration
}

// Issue makes a token. It is valid from now on, until it expires or the tokens of its user are revoked.
func Issue(tx store.ReadTx, g Grant, now time.Time) (*identityv1.AccessToken, error) {
	signer, err := newestSigningKey(tx)
	if err != nil {
		return nil, err
	}
	secret, err := private(signer)
	if err != nil {
		return nil, err
	}
	state, err := record.Get[recordv1.TokenState](tx, key.TokenState(g.User.Raw()))
	if err != nil {
		return nil, err
	}
	c := g.claims(state.GetGeneration(), now)
	t := jwt.NewWithClaims(jwt.SigningMethodEdDSA, c)
	t.Header["kid"] = signer.GetKeyId()
	text, err := t.SignedString(secret)
	if err != nil {
		return nil, err
	}
	return &identityv1.AccessToken{Token: text, ExpireTime: timestamppb.New(c.ExpiresAt.Time)}, nil
}

func (g Grant) claims(generation uint64, now time.Time) *claims {
	lifetime := min(max(g.Lifetime, MinTokenLifetime), MaxTokenLifetime)
	if g.Lifetime == 0 {
		lifetime = MaxTokenLifetime
	}
	c := &claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    issuer,
			Subject:   g.User.Raw(),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(lifetime)),
			ID:        rand.Text(),
		},
		ResourceID: g.User.Resource(),
		TenantID:   g.TenantID,
		Generation: generation,
	}
	for _, s := range g.Scopes {
		c.Scopes = append(c.Scopes, scopeNames[s])
	}
	return c
}

// Revoke makes every token of a user worthless that was issued before. Open streams notice it by an entry on the topic of the
// user, which is for the caller to publish.
func Revoke(tx store.Tx, user identifier.ID) error {
	k := key.TokenState(user.Raw())
	state, err := record.Get[recordv1.TokenState](tx, k)
	if err != nil {
		return err
	}
	return record.Set(tx, k, &recordv1.TokenState{Generation: state.GetGeneration() + 1})
}

// verify checks the form, the signature and the time of a token, and returns whose it is and what key signed it. Whether it was
// revoked is for Check to say.
func verify(tx store.ReadTx, text string, now time.Time) (verified, error) {
	if len(text) > maxTokenSize {
		return verified{}, reason.New(typev1.Reason_REASON_CREDENTIAL_MALFORMED, "a token has at most %d bytes, this one has %d", maxTokenSize, len(text))
	}
	var signer *recordv1.SigningKey
	var broken error
	c := &claims{}
	_, err := parser(now).ParseWithClaims(text, c, func(t *jwt.Token) (any, error) {
		id, _ := t.Header["kid"].(string)
		if signer, broken = signingKey(tx, id); signer == nil {
			return nil, errors.New("no such signing key")
		}
		secret, err := private(signer)
		if err != nil {
			broken = err
			return nil, err
		}
		return secret.Public(), nil
	})
	if broken != nil {
		return verified{}, broken
	}
	if err != nil {
		return verified{}, refusal(err)
	}
	caller, ok := c.caller()
	if !ok {
		return verified{}, invalidToken()
	}
	return verified{caller: caller, signer: signer.GetKeyId()}, nil
}

func parser(now time.Time) *jwt.Parser {
	return jwt.NewParser(
		jwt.WithValidMethods([]string{algorithm}),
		jwt.WithStrictDecoding(),
		jwt.WithIssuer(issuer),
		jwt.WithExpirationRequired(),
		jwt.WithTimeFunc(func() time.Time { return now }),
	)
}

// refusal turns an error of the parser into a reason. A token that is wrong in any other way is not called expired.
func refusal(err error) error {
	switch {
	case errors.Is(err, jwt.ErrTokenMalformed):
		return reason.New(typev1.Reason_REASON_CREDENTIAL_MALFORMED, "the credential is neither a key nor a token of the broker: send one of them, whole").Because(err)
	case errors.Is(err, jwt.ErrTokenExpired) && !errors.Is(err, jwt.ErrTokenInvalidIssuer):
		return expired()
	default:
		return invalidToken().Because(err)
	}
}

func expired() *reason.Error {
	return reason.New(typev1.Reason_REASON_TOKEN_EXPIRED, "the token has expired: get a new one")
}

func invalidToken() *reason.Error {
	return reason.New(typev1.Reason_REASON_TOKEN_INVALID, "the token was not issued by this broker, or was changed: get a new one")
}

// caller returns the caller that the claims describe, and whether they are consistent.
func (c *claims) caller() (Caller, bool) {
	user, err := identifier.Parse(c.Subject)
	if err != nil || user.Raw() != c.Subject || user.Resource() != c.ResourceID || user.OfTenant() != (c.TenantID != "") {
		return Caller{}, false
	}
	caller := Caller{User: user, ResourceID: c.ResourceID, TenantID: c.TenantID, ExpireTime: c.ExpiresAt.Time, Generation: c.Generation}
	switch {
	case user.Kind() == identifier.CommunicationUser:
		caller.Kind = typev1.CallerKind_CALLER_KIND_COMMUNICATION_USER
	case user.OfTenant():
		caller.Kind = typev1.CallerKind_CALLER_KIND_TENANT_USER
	default:
		return Caller{}, false
	}
	for s, name := range scopeNames {
		if slices.Contains(c.Scopes, name) {
			caller.Scopes = append(caller.Scopes, s)
		}
	}
	slices.Sort(caller.Scopes)
	return caller, true
}
