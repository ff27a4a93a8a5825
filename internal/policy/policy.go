// Package policy decides who of a tenant may be reached by the users of a resource: the tenant's federation
// configuration, its external access policies, and their grants to users and groups. A decision is made on the state of
// the transaction that asks, so within the transaction of an action it is never stale.
package policy

import (
	"context"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
)

// Sizes of pages, as the contract has them.
const (
	usualPage = 100
	mostPage  = 1000
)

// Engine answers the requests of PolicyService. It may be used by any number of goroutines.
type Engine struct {
	ledger   *ledger.Ledger
	onChange []Change
}

// Change is called in the transaction that changes the policy of a tenant, for what else has to happen then.
type Change func(tx *ledger.Tx, tenantID string) error

// New returns the engine of a ledger. onChange is what else has to happen when a policy changes.
func New(l *ledger.Ledger, onChange ...Change) *Engine { return &Engine{ledger: l, onChange: onChange} }

// service is the name of the service in the contract.
const service = "parley.policy.v1.PolicyService/"

type mutation interface {
	proto.Message
	GetIdempotencyKey() string
}

func (e *Engine) write(c access.Caller, method string, request mutation, reads ...[]byte) ledger.Write {
	return ledger.Write{Caller: c, Method: service + method, Request: request, Key: request.GetIdempotencyKey(), Reads: slices.Values(reads)}
}

// change runs a mutation of the policy of a tenant, and what else has to happen with it.
func change[T any, M record.Message[T]](ctx context.Context, e *Engine, w ledger.Write, tenantID string, fn func(tx *ledger.Tx) (M, error)) (M, error) {
	return ledger.Do(ctx, e.ledger, w, func(tx *ledger.Tx) (M, error) {
		response, err := fn(tx)
		for _, hook := range e.onChange {
			if err == nil {
				err = hook(tx, tenantID)
			}
		}
		if err != nil {
			return nil, err
		}
		return response, nil
	})
}

func (e *Engine) view(ctx context.Context, fn func(tx store.ReadTx) error) error {
	return e.ledger.Store().View(ctx, fn)
}

// ownTenant returns the tenant that a request of an administrator is about.
func ownTenant(c access.Caller, request interface{ GetTenantId() string }) (string, error) {
	return c.OwnTenant(strings.ToLower(request.GetTenantId()))
}

// Publish appends a fact about a tenant's policy to the log. It fills in the tenant, the time and the revision.
func Publish(tx *ledger.Tx, tenantID, subject string, e *policyv1.PolicyEvent) error {
	e.TenantId = tenantID
	e.Time = timestamppb.New(tx.Now)
	e.Revision = ledger.Revision(tx.Head() + 1)
	content, err := proto.Marshal(e)
	if err != nil {
		return err
	}
	_, err = tx.Publish(&recordv1.Entry{
		TenantId: tenantID,
		Topics:   []string{event.Tenant(tenantID)},
		Event:    &recordv1.Entry_Policy{Policy: content},
	}, subject)
	return err
}
