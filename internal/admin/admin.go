// Package admin keeps what a deployment is made of: resources, tenants and their keys, for its operator; and it answers what
// was done and how much there is, also to those whom it concerns.
package admin

import (
	"context"
	"strings"

	"google.golang.org/protobuf/proto"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Sizes of pages, as the contract has them.
const (
	usualPage = 100
	mostPage  = 1000
)

// Service answers the requests of AdminService. It may be used by any number of goroutines.
type Service struct {
	ledger  *ledger.Ledger
	onClose []Closure
}

// Closure is called in the transaction that deletes a resource or a tenant, for what else has to happen then.
type Closure func(tx *ledger.Tx, ownerID string) error

// New returns the administration of a ledger. onClose is what else has to happen when a resource or a tenant is deleted.
func New(l *ledger.Ledger, onClose ...Closure) *Service { return &Service{ledger: l, onClose: onClose} }

// closed does what else has to happen when an owner is deleted.
func (s *Service) closed(tx *ledger.Tx, ownerID string) error {
	for _, hook := range s.onClose {
		if err := hook(tx, ownerID); err != nil {
			return err
		}
	}
	return nil
}

// service is the name of the service in the contract.
const service = "parley.admin.v1.AdminService/"

func (s *Service) view(ctx context.Context, fn func(tx store.ReadTx) error) error {
	return s.ledger.Store().View(ctx, fn)
}

func write(c access.Caller, method string, request proto.Message, idempotencyKey string) ledger.Write {
	return ledger.Write{Caller: c, Method: service + method, Request: request, Key: idempotencyKey}
}

// guid returns the canonical form of what the contract has found to be a GUID.
func guid(s string) string { return strings.ToLower(s) }

// free makes sure that nothing has or had an id: a resource and a tenant never share one, because counters and the audit
// trail go by it.
func free(tx store.ReadTx, id string) error {
	for _, k := range [][]byte{key.Resource(id), key.Tenant(id)} {
		taken, err := record.Has(tx, k)
		if err != nil {
			return err
		}
		if taken {
			return reason.New(typev1.Reason_REASON_ID_TAKEN, "the id %s is in use, or was: choose another, or leave it empty", id)
		}
	}
	return nil
}

// reveal returns the answer's keys with their secrets if they are those that were made for it. The answer to a repeated
// request names the keys of the first one, whose secrets nobody has any more; then it returns none.
func reveal(answered []*adminv1.NewKey, made []access.Key) []*adminv1.NewKey {
	for i, k := range answered {
		if k.GetKey().GetKeyId() != made[i].ID {
			return nil
		}
		k.Secret = made[i].Text()
	}
	return answered
}
