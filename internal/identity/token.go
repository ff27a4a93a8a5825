package identity

import (
	"context"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// IssueToken makes a token for a communication user of the caller's resource.
func (s *Service) IssueToken(ctx context.Context, c access.Caller, r *identityv1.IssueTokenRequest) (*identityv1.IssueTokenResponse, error) {
	id, err := ownUser(c, r.GetIdentifier())
	if err != nil {
		return nil, err
	}
	response := &identityv1.IssueTokenResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		if _, err := load(tx, id); err != nil {
			return err
		}
		grant := access.Grant{User: id, Scopes: r.GetScopes(), Lifetime: r.GetLifetime().AsDuration()}
		response.AccessToken, err = access.Issue(tx, grant, s.ledger.Now())
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// IssueTenantUserToken makes a token for a user or a voice application of the caller's tenant.
func (s *Service) IssueTenantUserToken(ctx context.Context, c access.Caller, r *identityv1.IssueTenantUserTokenRequest) (*identityv1.IssueTenantUserTokenResponse, error) {
	id, err := identifier.FromProto(r.GetIdentifier())
	if err != nil {
		return nil, err
	}
	response := &identityv1.IssueTenantUserTokenResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		if err := ownParty(tx, c, id); err != nil {
			return err
		}
		grant := access.Grant{User: id, TenantID: c.TenantID, Scopes: r.GetScopes(), Lifetime: r.GetLifetime().AsDuration()}
		response.AccessToken, err = access.Issue(tx, grant, s.ledger.Now())
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ownParty makes sure that a Teams user or a voice application is in the directory of the caller's tenant. Errors:
// INVALID_IDENTIFIER for another kind of party, TENANT_USER_NOT_FOUND, VOICE_APPLICATION_NOT_FOUND and FOREIGN_OWNER.
func ownParty(tx store.ReadTx, c access.Caller, id identifier.ID) error {
	if !id.OfTenant() {
		return reason.New(typev1.Reason_REASON_INVALID_IDENTIFIER, "%s is in no tenant's directory: name a Teams user, 8:orgid:<object id>, or a voice application, 28:orgid:<app id>", id)
	}
	party, err := directory.Locate(tx, id)
	if err != nil {
		return err
	}
	_, err = c.OwnTenant(party.TenantID)
	return err
}

// RevokeTokens makes the tokens of a user worthless that were issued before.
func (s *Service) RevokeTokens(ctx context.Context, c access.Caller, r *identityv1.RevokeTokensRequest) (*identityv1.RevokeTokensResponse, error) {
	id, err := identifier.FromProto(r.GetIdentifier())
	if err != nil {
		return nil, err
	}
	w := ledger.Write{Caller: c, Method: service + "RevokeTokens", Request: r}
	return ledger.Do(ctx, s.ledger, w, func(tx *ledger.Tx) (*identityv1.RevokeTokensResponse, error) {
		if err := own(tx, c, id); err != nil {
			return nil, err
		}
		if err := access.Revoke(tx, id); err != nil {
			return nil, err
		}
		entry := &recordv1.Entry{ResourceId: c.ResourceID, TenantId: c.TenantID, Topics: []string{event.User(id.Raw())}}
		if _, err := tx.PublishAudited(entry, id.Raw()); err != nil {
			return nil, err
		}
		return &identityv1.RevokeTokensResponse{Commit: tx.Commit()}, nil
	})
}

// own makes sure that a user is one of the caller's resource or of its tenant.
func own(tx store.ReadTx, c access.Caller, id identifier.ID) error {
	if c.TenantID != "" {
		return ownParty(tx, c, id)
	}
	if _, err := ownUser(c, id.Proto()); err != nil {
		return err
	}
	_, err := load(tx, id)
	return err
}

// ExchangeToken is not served yet.
func (s *Service) ExchangeToken(context.Context, access.Caller, *identityv1.ExchangeTokenRequest) (*identityv1.ExchangeTokenResponse, error) {
	return nil, reason.New(typev1.Reason_REASON_NOT_IMPLEMENTED, "this version of the broker does not exchange tokens: issue one with IssueToken or IssueTenantUserToken")
}
