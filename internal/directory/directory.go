// Package directory keeps the users, groups and voice applications of a tenant, for its administrator, and finds them for
// chat and calls.
package directory

import (
	"context"
	"slices"
	"strings"

	"google.golang.org/protobuf/proto"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
)

// Sizes of pages, as the contract has them.
const (
	usualPage = 100
	mostPage  = 1000
)

// Departure is called in the transaction that takes a user or a voice application out of a directory, or that gives it
// another identifier; id is the one that nobody has any more.
type Departure func(tx *ledger.Tx, tenantID string, id identifier.ID) error

// Directory answers the requests of DirectoryService. It may be used by any number of goroutines.
type Directory struct {
	ledger   *ledger.Ledger
	validate func(proto.Message) error
	onDelete []Departure
	onChange []policy.Change
}

// New returns the directory of a ledger. validate checks a message by the rules that the contract states for its fields;
// onDelete is what else has to happen when somebody leaves.
func New(l *ledger.Ledger, validate func(proto.Message) error, onDelete ...Departure) *Directory {
	return &Directory{ledger: l, validate: validate, onDelete: onDelete}
}

// OnChange adds what else has to happen when the groups of users change, for policy goes by them. It is called before the
// directory is used.
func (d *Directory) OnChange(hooks ...policy.Change) { d.onChange = append(d.onChange, hooks...) }

// service is the name of the service in the contract.
const service = "parley.directory.v1.DirectoryService/"

type mutation interface {
	proto.Message
	GetIdempotencyKey() string
}

func (d *Directory) write(c access.Caller, method string, request mutation, reads ...[]byte) ledger.Write {
	return ledger.Write{Caller: c, Method: service + method, Request: request, Key: request.GetIdempotencyKey(), Reads: slices.Values(reads)}
}

func (d *Directory) view(ctx context.Context, fn func(tx store.ReadTx) error) error {
	return d.ledger.Store().View(ctx, fn)
}

// ownTenant returns the tenant that a request of an administrator is about.
func ownTenant(c access.Caller, request interface{ GetTenantId() string }) (string, error) {
	return c.OwnTenant(guid(request.GetTenantId()))
}

// guid returns the canonical form of what the contract has found to be a GUID.
func guid(s string) string { return strings.ToLower(s) }

// audit puts a change that no subscriber is told of on the record.
func audit(tx *ledger.Tx, tenantID, subject string, topics ...string) error {
	_, err := tx.Publish(&recordv1.Entry{TenantId: tenantID, Topics: topics}, subject)
	return err
}
