package access

import (
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Check reports whether a caller that was once authenticated still stands: its key is there, its token has neither expired
// by now nor been revoked, its owner and its user live. Streams ask it after each entry on the topics of the user, the
// resource and the tenant of the caller, and from time to time for the expiry. An error is one of KEY_UNKNOWN, TOKEN_EXPIRED,
// OWNER_DELETED, CALLER_DELETED, TOKEN_REVOKED and ACT_AS_FORBIDDEN.
func Check(tx store.ReadTx, c Caller, now time.Time) error {
	if err := checkCredential(tx, c, now); err != nil {
		return err
	}
	if err := checkOwner(tx, c); err != nil {
		return err
	}
	return checkUser(tx, c)
}

func checkCredential(tx store.ReadTx, c Caller, now time.Time) error {
	if c.KeyID == "" {
		return checkExpiry(c, now)
	}
	r, err := record.Peek[recordv1.Key](tx, key.Key(c.KeyID))
	if err != nil {
		return err
	}
	if r == nil || r.GetKind() != c.Kind {
		return unknownKey()
	}
	return nil
}

// checkExpiry refuses a token whose time is over. Keys have no such time.
func checkExpiry(c Caller, now time.Time) error {
	if c.KeyID == "" && !now.Before(c.ExpireTime) {
		return expired()
	}
	return nil
}

func unknownKey() error {
	return reason.New(typev1.Reason_REASON_KEY_UNKNOWN, "no such key, or it was rotated away: use the current one")
}

func checkOwner(tx store.ReadTx, c Caller) error {
	if c.ResourceID != "" {
		r, err := record.Peek[recordv1.Resource](tx, key.Resource(c.ResourceID))
		if err != nil {
			return err
		}
		if r == nil || r.GetDeleteTime() != 0 {
			return reason.New(typev1.Reason_REASON_OWNER_DELETED, "resource %s was deleted", c.ResourceID)
		}
	}
	if c.TenantID != "" {
		r, err := record.Peek[recordv1.Tenant](tx, key.Tenant(c.TenantID))
		if err != nil {
			return err
		}
		if r == nil || r.GetDeleteTime() != 0 {
			return reason.New(typev1.Reason_REASON_OWNER_DELETED, "tenant %s was deleted", c.TenantID)
		}
	}
	return nil
}

func checkUser(tx store.ReadTx, c Caller) error {
	if c.User.IsZero() {
		return nil
	}
	there, err := exists(tx, c)
	if err != nil {
		return err
	}
	if c.KeyID != "" {
		if !there {
			return actAsForbidden("%s does not exist: create it first", c.User)
		}
		return nil
	}
	if !there {
		return reason.New(typev1.Reason_REASON_CALLER_DELETED, "%s was deleted", c.User)
	}
	state, err := record.Peek[recordv1.TokenState](tx, key.TokenState(c.User.Raw()))
	if err != nil {
		return err
	}
	if state.GetGeneration() != c.Generation {
		return reason.New(typev1.Reason_REASON_TOKEN_REVOKED, "the tokens of %s were revoked: get a new one", c.User)
	}
	return nil
}

// exists reports whether the user of a caller is there, under the identifier that the caller has.
func exists(tx store.ReadTx, c Caller) (bool, error) {
	switch c.User.Kind() {
	case identifier.CommunicationUser:
		u, err := record.Peek[recordv1.User](tx, key.User(c.User.Resource(), c.User.Local()))
		return u != nil && u.GetDeleteTime() == 0, err
	case identifier.TeamsUser:
		u, err := record.Peek[recordv1.TenantUser](tx, key.TenantUser(c.TenantID, c.User.Local()))
		return u != nil && identifier.NewTeamsUser(u.GetUser().GetCloud(), c.User.Local()) == c.User, err
	case identifier.VoiceApplication:
		return record.Has(tx, key.VoiceApplication(c.TenantID, c.User.Local()))
	default:
		return false, nil
	}
}
