// Package identity keeps the communication users of resources, and issues and revokes the tokens of both worlds.
package identity

import (
	"context"

	"google.golang.org/protobuf/types/known/timestamppb"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// Sizes of pages, as the contract has them.
const (
	usualPage = 100
	mostPage  = 1000
)

// Departure is called in the transaction that deletes a communication user, for what else has to happen then.
type Departure func(tx *ledger.Tx, id identifier.ID) error

// Service answers the requests of IdentityService. It may be used by any number of goroutines.
type Service struct {
	ledger   *ledger.Ledger
	onDelete []Departure
}

// New returns the identities of a ledger. onDelete is what else has to happen when a user is deleted.
func New(l *ledger.Ledger, onDelete ...Departure) *Service {
	return &Service{ledger: l, onDelete: onDelete}
}

// service is the name of the service in the contract.
const service = "parley.identity.v1.IdentityService/"

func (s *Service) view(ctx context.Context, fn func(tx store.ReadTx) error) error {
	return s.ledger.Store().View(ctx, fn)
}

// GetCaller tells who the caller is.
func (s *Service) GetCaller(_ context.Context, c access.Caller, _ *identityv1.GetCallerRequest) (*identityv1.GetCallerResponse, error) {
	r := &identityv1.GetCallerResponse{
		Kind:       c.Kind,
		Identifier: c.User.Proto(),
		ResourceId: c.ResourceID,
		TenantId:   c.TenantID,
		KeyId:      c.KeyID,
		Scopes:     c.Scopes,
	}
	if !c.ExpireTime.IsZero() {
		r.ExpireTime = timestamppb.New(c.ExpireTime)
	}
	return r, nil
}

// ownUser reads the identifier of a communication user of the caller's resource. Errors: INVALID_IDENTIFIER, also for another
// kind of party, and FOREIGN_OWNER.
func ownUser(c access.Caller, p *typev1.CommunicationIdentifier) (identifier.ID, error) {
	id, err := identifier.FromProto(p)
	if err != nil {
		return identifier.ID{}, err
	}
	if id.Kind() != identifier.CommunicationUser {
		return identifier.ID{}, reason.New(typev1.Reason_REASON_INVALID_IDENTIFIER, "%s is not a communication user: name one, 8:acs:<resource>_<user>", id)
	}
	_, err = c.OwnResource(id.Resource())
	return id, err
}
