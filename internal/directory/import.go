package directory

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"google.golang.org/protobuf/proto"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
)

// maxRefused is how many refused users the answer to an import has.
const maxRefused = 1000

// ImportTenantUsers answers the RPC of that name. Each request of the client's stream is one commit; an error of the
// stream or of the storage ends the import, and the requests before it stay.
func (d *Directory) ImportTenantUsers(ctx context.Context, c access.Caller, batches iter.Seq2[*directoryv1.ImportTenantUsersRequest, error]) (*directoryv1.ImportTenantUsersResponse, error) {
	total := &directoryv1.ImportTenantUsersResponse{}
	seen := int64(0)
	for batch, err := range batches {
		if err != nil {
			return nil, err
		}
		part, err := d.importBatch(ctx, c, batch)
		if err != nil {
			return nil, err
		}
		add(total, part, seen)
		seen += int64(len(batch.GetUsers()))
	}
	return total, nil
}

// add adds the answer to a batch to that of the whole import, in which it begins at index first.
func add(total, part *directoryv1.ImportTenantUsersResponse, first int64) {
	total.CreatedCount += part.GetCreatedCount()
	total.UpdatedCount += part.GetUpdatedCount()
	total.UnchangedCount += part.GetUnchangedCount()
	total.RefusedCount += part.GetRefusedCount()
	for _, refused := range part.GetRefused() {
		refused.Index += first
		if len(total.GetRefused()) < maxRefused {
			total.Refused = append(total.Refused, refused)
		}
	}
	total.Commit = part.GetCommit()
}

// candidate is a user of a batch: an entry to store, or why it cannot be.
type candidate struct {
	sent    string // the object id as it was sent
	entry   *entry
	refused *directoryv1.RefusedTenantUser
}

// refused tells why a user is not imported.
func refused(why *reason.Error) *directoryv1.RefusedTenantUser {
	return &directoryv1.RefusedTenantUser{Reason: reason.Name(why.Reason), Message: why.Message}
}

func (d *Directory) importBatch(ctx context.Context, c access.Caller, batch *directoryv1.ImportTenantUsersRequest) (*directoryv1.ImportTenantUsersResponse, error) {
	tenantID, err := ownTenant(c, batch)
	if err != nil {
		return nil, err
	}
	candidates, reads := d.prepare(tenantID, batch.GetUsers())
	w := ledger.Write{Caller: c, Method: service + "ImportTenantUsers", Request: batch, Reads: slices.Values(reads)}
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.ImportTenantUsersResponse, error) {
		part := &directoryv1.ImportTenantUsersResponse{}
		for i, candidate := range candidates {
			if err := d.admit(tx, part, int64(i), candidate); err != nil {
				return nil, err
			}
		}
		if err := conclude(tx, tenantID, part); err != nil {
			return nil, err
		}
		part.Commit = tx.Commit()
		return part, nil
	})
}

// prepare does what is costly before the transaction: it validates the users, and makes the texts of their indexes.
func (d *Directory) prepare(tenantID string, users []*directoryv1.TenantUser) (candidates []candidate, reads [][]byte) {
	for _, u := range users {
		next := candidate{sent: u.GetUserId(), refused: d.broken(u)}
		if next.refused == nil {
			next.entry = newEntry(tenantID, proto.CloneOf(u))
			reads = append(reads, next.entry.reads()...)
		}
		candidates = append(candidates, next)
	}
	return candidates, reads
}

// broken tells what the contract has against a user; nil if nothing.
func (d *Directory) broken(u *directoryv1.TenantUser) *directoryv1.RefusedTenantUser {
	err := d.validate(u)
	if err == nil {
		return nil
	}
	if known, ok := errors.AsType[*reason.Error](err); ok {
		return refused(known)
	}
	return refused(reason.New(typev1.Reason_REASON_INVALID_FIELD, "%s", err))
}

// admit stores a candidate and counts what became of it. An error is one of the storage: it ends the whole batch.
func (d *Directory) admit(tx *ledger.Tx, part *directoryv1.ImportTenantUsersResponse, index int64, c candidate) error {
	if c.refused != nil {
		refuse(part, index, c.sent, c.refused)
		return nil
	}
	// The closure may run again, so the entry itself stays as it is.
	e := *c.entry
	e.user = proto.CloneOf(c.entry.user)
	old, err := loadUser(tx, e.tenantID, e.user.GetUserId())
	if err != nil {
		return err
	}
	obstacle, err := e.obstacle(tx, old)
	if err != nil {
		return err
	}
	if obstacle != nil {
		refuse(part, index, c.sent, obstacle)
		return nil
	}
	return d.merge(tx, part, &e, old)
}

func refuse(part *directoryv1.ImportTenantUsersResponse, index int64, sent string, r *directoryv1.RefusedTenantUser) {
	r = proto.CloneOf(r)
	r.Index, r.UserId = index, sent
	part.RefusedCount++
	part.Refused = append(part.Refused, r)
}

// obstacle tells why an entry cannot be stored in place of old; nil if it can.
func (e *entry) obstacle(tx *ledger.Tx, old *directoryv1.TenantUser) (*directoryv1.RefusedTenantUser, error) {
	err := e.checkID(tx, old)
	if err == nil {
		err = e.checkName(tx)
	}
	if known, ok := errors.AsType[*reason.Error](err); ok {
		return refused(known), nil
	}
	return nil, err
}

// merge stores an entry that was found good, unless it is there already, just so.
func (d *Directory) merge(tx *ledger.Tx, part *directoryv1.ImportTenantUsersResponse, e *entry, old *directoryv1.TenantUser) error {
	switch {
	case old == nil:
		part.CreatedCount++
	case same(old, e.user):
		part.UnchangedCount++
		return nil
	default:
		part.UpdatedCount++
		if id := userID(old); id != userID(e.user) {
			if err := d.retire(tx, e.tenantID, id, old.GetUserId()); err != nil {
				return err
			}
		}
	}
	return e.replace(tx, old)
}

// same reports whether two users differ in nothing but what the broker sets.
func same(a, b *directoryv1.TenantUser) bool {
	bare := func(u *directoryv1.TenantUser) *directoryv1.TenantUser {
		u = proto.CloneOf(u)
		u.Etag, u.CreateTime, u.UpdateTime = "", nil, nil
		return u
	}
	return proto.Equal(bare(a), bare(b))
}

// conclude counts the users who came, and puts the batch on the record if it has changed anything.
func conclude(tx *ledger.Tx, tenantID string, part *directoryv1.ImportTenantUsersResponse) error {
	if part.GetCreatedCount() > 0 {
		if err := count(tx, tenantID, part.GetCreatedCount()); err != nil {
			return err
		}
	}
	if part.GetCreatedCount()+part.GetUpdatedCount() == 0 {
		return nil
	}
	return audit(tx, tenantID, fmt.Sprintf("%d users created, %d updated", part.GetCreatedCount(), part.GetUpdatedCount()))
}
