package directory

import (
	"context"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// loadUser returns a user of a tenant, or nil if there is none.
func loadUser(tx store.ReadTx, tenantID, objectID string) (*directoryv1.TenantUser, error) {
	stored, err := record.Get[recordv1.TenantUser](tx, key.TenantUser(tenantID, objectID))
	return stored.GetUser(), err
}

// mustUser is loadUser, with TENANT_USER_NOT_FOUND if there is none.
func mustUser(tx store.ReadTx, tenantID, objectID string) (*directoryv1.TenantUser, error) {
	u, err := loadUser(tx, tenantID, objectID)
	if u == nil && err == nil {
		return nil, noUser(objectID)
	}
	return u, err
}

// GetTenantUser answers the RPC of that name.
func (d *Directory) GetTenantUser(ctx context.Context, c access.Caller, r *directoryv1.GetTenantUserRequest) (*directoryv1.GetTenantUserResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &directoryv1.GetTenantUserResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		objectID, name := guid(r.GetUserId()), r.GetUserId()
		if r.GetUserPrincipalName() != "" {
			found, err := tx.Get(key.PrincipalName(tenantID, principal(r.GetUserPrincipalName())))
			if err != nil {
				return err
			}
			objectID, name = string(found), r.GetUserPrincipalName()
		}
		u, err := loadUser(tx, tenantID, objectID)
		if u == nil && err == nil {
			return noUser(name)
		}
		response.User = u
		return err
	})
	return response, err
}

// UpdateTenantUser answers the RPC of that name.
func (d *Directory) UpdateTenantUser(ctx context.Context, c access.Caller, r *directoryv1.UpdateTenantUserRequest) (*directoryv1.UpdateTenantUserResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	objectID := guid(r.GetUser().GetUserId())
	w := d.write(c, "UpdateTenantUser", r, key.TenantUser(tenantID, objectID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.UpdateTenantUserResponse, error) {
		old, err := mustUser(tx, tenantID, objectID)
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), old.GetEtag()); err != nil {
			return nil, err
		}
		changed := proto.CloneOf(old)
		if err := mask.Apply(changed, r.GetUser(), r.GetUpdateMask(), "user_principal_name", "display_name", "coexistence_mode"); err != nil {
			return nil, err
		}
		if err := d.validate(changed); err != nil {
			return nil, err
		}
		e := newEntry(tenantID, changed)
		if err := e.checkName(tx); err != nil {
			return nil, err
		}
		if err := e.replace(tx, old); err != nil {
			return nil, err
		}
		if err := audit(tx, tenantID, objectID); err != nil {
			return nil, err
		}
		return &directoryv1.UpdateTenantUserResponse{User: e.user, Commit: tx.Commit()}, nil
	})
}

// entry is a user as it should be stored, with the texts of its indexes.
type entry struct {
	user                       *directoryv1.TenantUser
	tenantID                   string
	principalName, displayName string
}

// newEntry makes the entry of a user, and completes the user with its defaults and what the broker sets.
func newEntry(tenantID string, u *directoryv1.TenantUser) *entry {
	u.TenantId = tenantID
	u.UserId = guid(u.GetUserId())
	if u.GetCoexistenceMode() == directoryv1.CoexistenceMode_COEXISTENCE_MODE_UNSPECIFIED {
		u.CoexistenceMode = directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY
	}
	id := userID(u)
	u.Cloud, u.Identifier = id.Cloud(), id.Proto()
	return &entry{
		user: u, tenantID: tenantID,
		principalName: principal(u.GetUserPrincipalName()), displayName: indexed(fold(u.GetDisplayName())),
	}
}

// reads are the keys that storing the entry reads.
func (e *entry) reads() [][]byte {
	id := e.user.GetUserId()
	return [][]byte{key.TenantUser(e.tenantID, id), key.TenantOf(id), key.PrincipalName(e.tenantID, e.principalName)}
}

// checkName refuses a user principal name that another user has.
func (e *entry) checkName(tx store.ReadTx) error {
	owner, err := tx.Get(key.PrincipalName(e.tenantID, e.principalName))
	if err != nil || owner == nil || string(owner) == e.user.GetUserId() {
		return err
	}
	return reason.New(typev1.Reason_REASON_USER_PRINCIPAL_NAME_TAKEN, "user %s has the user principal name %s: it must be unique in the tenant, without regard to case", owner, e.user.GetUserPrincipalName()).
		With("user_id", string(owner))
}

// checkID refuses an object id that something else has, here or in another tenant.
func (e *entry) checkID(tx store.ReadTx, old *directoryv1.TenantUser) error {
	if old != nil {
		return nil
	}
	taken, err := record.Has(tx, key.TenantOf(e.user.GetUserId()))
	if taken && err == nil {
		return idTaken(e.user.GetUserId())
	}
	return err
}

func idTaken(id string) error {
	return reason.New(typev1.Reason_REASON_ID_TAKEN, "the id %s is in use already, here or in another tenant: take another GUID", id)
}

// replace stores the entry in place of old, which is nil for a new user. It publishes nothing.
func (e *entry) replace(tx *ledger.Tx, old *directoryv1.TenantUser) error {
	e.user.Etag = etag.Next(tx)
	e.user.UpdateTime = timestamppb.New(tx.Now)
	if old == nil {
		e.user.CreateTime = e.user.GetUpdateTime()
		tx.Set(key.TenantOf(e.user.GetUserId()), []byte(e.tenantID))
	} else {
		e.user.CreateTime = old.GetCreateTime()
		dropNames(tx, e.tenantID, old)
	}
	tx.Set(key.PrincipalName(e.tenantID, e.principalName), []byte(e.user.GetUserId()))
	tx.Set(key.DisplayName(e.tenantID, e.displayName, e.user.GetUserId()), nil)
	return record.Set(tx, key.TenantUser(e.tenantID, e.user.GetUserId()), &recordv1.TenantUser{User: e.user})
}

func dropNames(tx *ledger.Tx, tenantID string, u *directoryv1.TenantUser) {
	tx.Delete(key.PrincipalName(tenantID, principal(u.GetUserPrincipalName())))
	tx.Delete(key.DisplayName(tenantID, indexed(fold(u.GetDisplayName())), u.GetUserId()))
}

// DeleteTenantUser answers the RPC of that name.
func (d *Directory) DeleteTenantUser(ctx context.Context, c access.Caller, r *directoryv1.DeleteTenantUserRequest) (*directoryv1.DeleteTenantUserResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	objectID := guid(r.GetUserId())
	w := d.write(c, "DeleteTenantUser", r, key.TenantUser(tenantID, objectID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.DeleteTenantUserResponse, error) {
		u, err := loadUser(tx, tenantID, objectID)
		if err != nil {
			return nil, err
		}
		if u != nil {
			if err := etag.Check(r.GetEtag(), u.GetEtag()); err != nil {
				return nil, err
			}
			if err := d.remove(tx, tenantID, u); err != nil {
				return nil, err
			}
		}
		return &directoryv1.DeleteTenantUserResponse{Commit: tx.Commit()}, nil
	})
}

// remove takes a user out of the directory, and out of all that hangs on it.
func (d *Directory) remove(tx *ledger.Tx, tenantID string, u *directoryv1.TenantUser) error {
	objectID := u.GetUserId()
	dropNames(tx, tenantID, u)
	tx.Delete(key.TenantUser(tenantID, objectID))
	tx.Delete(key.TenantOf(objectID))
	if err := count(tx, tenantID, -1); err != nil {
		return err
	}
	if err := leaveGroups(tx, tenantID, objectID); err != nil {
		return err
	}
	return d.depart(tx, tenantID, userID(u), objectID)
}

// leaveGroups takes a user out of every group.
func leaveGroups(tx *ledger.Tx, tenantID, objectID string) error {
	var groups []string
	for pair, err := range tx.Scan(key.MemberGroups(tenantID, objectID)) {
		if err != nil {
			return err
		}
		groups = append(groups, key.LastText(pair.Key))
	}
	for _, groupID := range groups {
		g, err := mustGroup(tx, tenantID, groupID)
		if err != nil {
			return err
		}
		if err := changeMembers(tx, g, &policyv1.GroupMembersChanged{GroupId: groupID, RemovedUserIds: []string{objectID}}); err != nil {
			return err
		}
	}
	return nil
}

// depart lets everything go that is bound to a party that left: its grant, its tokens and its open streams.
func (d *Directory) depart(tx *ledger.Tx, tenantID string, id identifier.ID, subject string) error {
	if err := policy.Forget(tx, tenantID, id.Local()); err != nil {
		return err
	}
	return d.retire(tx, tenantID, id, subject)
}

// retire makes the tokens of an identifier worthless, and tells its open streams.
func (d *Directory) retire(tx *ledger.Tx, tenantID string, id identifier.ID, subject string) error {
	state, err := record.Get[recordv1.TokenState](tx, key.TokenState(id.Raw()))
	if err != nil {
		return err
	}
	if err := record.Set(tx, key.TokenState(id.Raw()), &recordv1.TokenState{Generation: state.GetGeneration() + 1}); err != nil {
		return err
	}
	for _, hook := range d.onDelete {
		if err := hook(tx, tenantID, id); err != nil {
			return err
		}
	}
	return audit(tx, tenantID, subject, event.User(id.Raw()))
}

// count adds to the number of users that a tenant has.
func count(tx *ledger.Tx, tenantID string, n int64) error {
	counters, err := record.Get[recordv1.Counters](tx, key.Counters(tenantID))
	if err != nil {
		return err
	}
	if counters == nil {
		counters = &recordv1.Counters{}
	}
	counters.TenantUsers += n
	return record.Set(tx, key.Counters(tenantID), counters)
}
