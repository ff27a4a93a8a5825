package admin

import (
	"context"
	"errors"
	"fmt"
	"os"

	"google.golang.org/protobuf/types/known/emptypb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// bootstrapped marks a store that has had its first start.
var bootstrapped = key.Meta("bootstrapped")

// Bootstrap makes the first start of a store: a key that signs tokens, an operator key, and a resource and a tenant to
// develop with. It returns their credentials, which then stand in the file at path, and nil if the store has had its first
// start before.
//
// The file is written before the commit. If the process ends between the two, the next start finds the file without the mark
// in the store, and commits what the file has: no key is ever lost, and none lets in that nobody has.
func Bootstrap(ctx context.Context, l *ledger.Ledger, path string) (*Credentials, error) {
	done := false
	err := l.Store().View(ctx, func(tx store.ReadTx) (err error) {
		done, err = record.Has(tx, bootstrapped)
		return err
	})
	if err != nil || done {
		return nil, err
	}
	c, err := prepare(path)
	if err != nil {
		return nil, err
	}
	won, err := commit(ctx, l, c)
	if err != nil {
		return nil, err
	}
	if !won { // another broker on the same storage was first, and has the credentials that count
		return nil, os.Remove(path)
	}
	return c, nil
}

// prepare returns the credentials that stand in the file, or new ones that stand there from now on.
func prepare(path string) (*Credentials, error) {
	c, err := ReadCredentials(path)
	if err != nil {
		return nil, fmt.Errorf("%w: it is left from a start that did not finish; delete it, and new credentials are made", err)
	}
	if c == nil {
		c = newCredentials()
	}
	if err := WriteCredentials(path, c); err != nil {
		return nil, fmt.Errorf("write the credentials: %w", err)
	}
	return c, nil
}

// commit puts the credentials into the store, and reports whether it was the first to do so.
func commit(ctx context.Context, l *ledger.Ledger, c *Credentials) (won bool, err error) {
	operator, resource, tenant, err := c.keys()
	if err != nil {
		return false, err
	}
	caller := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_OPERATOR, KeyID: operator[0].ID}
	_, err = ledger.Do(ctx, l, ledger.Write{Caller: caller, Method: "bootstrap"}, func(tx *ledger.Tx) (*emptypb.Empty, error) {
		done, err := record.Has(tx, bootstrapped)
		if won = !done; done || err != nil {
			return nil, err
		}
		tx.Set(bootstrapped, nil)
		_, _, resourceErr := addResource(tx, &adminv1.Resource{ResourceId: c.ResourceID, DisplayName: "Development"}, resource)
		_, _, tenantErr := addTenant(tx, &adminv1.Tenant{TenantId: c.TenantID, DisplayName: "Development"}, tenant)
		return nil, errors.Join(access.AddSigningKey(tx, tx.Now), addOperator(tx, operator), resourceErr, tenantErr)
	})
	return won, err
}

func addOperator(tx *ledger.Tx, keys []access.Key) error {
	if _, err := putKeys(tx, "", keys); err != nil {
		return err
	}
	_, err := tx.PublishAudited(&recordv1.Entry{Topics: []string{deployment}}, keys[0].ID)
	return err
}
