package directory

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"google.golang.org/protobuf/types/known/timestamppb"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// mustGroup returns a group of a tenant, or GROUP_NOT_FOUND.
func mustGroup(tx store.ReadTx, tenantID, groupID string) (*directoryv1.Group, error) {
	stored, err := record.Get[recordv1.Group](tx, key.Group(tenantID, groupID))
	if stored == nil && err == nil {
		return nil, reason.New(typev1.Reason_REASON_GROUP_NOT_FOUND, "the tenant has no group %s: check the id, or create the group", groupID)
	}
	return stored.GetGroup(), err
}

func storeGroup(tx *ledger.Tx, g *directoryv1.Group) error {
	return record.Set(tx, key.Group(g.GetTenantId(), g.GetGroupId()), &recordv1.Group{Group: g})
}

// orNew returns the canonical form of an id that a request names, or a new id where it names none.
func orNew(id string) string {
	if id == "" {
		return uuid.NewString()
	}
	return guid(id)
}

// CreateGroup answers the RPC of that name.
func (d *Directory) CreateGroup(ctx context.Context, c access.Caller, r *directoryv1.CreateGroupRequest) (*directoryv1.CreateGroupResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	groupID := orNew(r.GetGroup().GetGroupId())
	k := key.Group(tenantID, groupID)
	return ledger.Do(ctx, d.ledger, d.write(c, "CreateGroup", r, k), func(tx *ledger.Tx) (*directoryv1.CreateGroupResponse, error) {
		if taken, err := record.Has(tx, k); taken || err != nil {
			if err == nil {
				err = idTaken(groupID)
			}
			return nil, err
		}
		g := &directoryv1.Group{
			TenantId: tenantID, GroupId: groupID, DisplayName: r.GetGroup().GetDisplayName(),
			Etag: etag.Next(tx), CreateTime: timestamppb.New(tx.Now),
		}
		if err := storeGroup(tx, g); err != nil {
			return nil, err
		}
		if err := audit(tx, tenantID, groupID); err != nil {
			return nil, err
		}
		return &directoryv1.CreateGroupResponse{Group: g, Commit: tx.Commit()}, nil
	})
}

// GetGroup answers the RPC of that name.
func (d *Directory) GetGroup(ctx context.Context, c access.Caller, r *directoryv1.GetGroupRequest) (*directoryv1.GetGroupResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	response := &directoryv1.GetGroupResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.Group, err = mustGroup(tx, tenantID, guid(r.GetGroupId()))
		return err
	})
	return response, err
}

// ListGroups answers the RPC of that name.
func (d *Directory) ListGroups(ctx context.Context, c access.Caller, r *directoryv1.ListGroupsRequest) (*directoryv1.ListGroupsResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &directoryv1.ListGroupsResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		var err error
		response.NextPageToken, err = p.Scan(tx, key.Groups(tenantID), func(pair store.Pair) (bool, error) {
			stored, err := record.Decode[recordv1.Group](pair.Value)
			response.Groups = append(response.Groups, stored.GetGroup())
			return true, err
		})
		return err
	})
	return response, err
}

// UpdateGroup answers the RPC of that name.
func (d *Directory) UpdateGroup(ctx context.Context, c access.Caller, r *directoryv1.UpdateGroupRequest) (*directoryv1.UpdateGroupResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	groupID := guid(r.GetGroup().GetGroupId())
	w := d.write(c, "UpdateGroup", r, key.Group(tenantID, groupID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.UpdateGroupResponse, error) {
		g, err := mustGroup(tx, tenantID, groupID)
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), g.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(g, r.GetGroup(), r.GetUpdateMask(), "display_name"); err != nil {
			return nil, err
		}
		g.Etag = etag.Next(tx)
		if err := storeGroup(tx, g); err != nil {
			return nil, err
		}
		if err := audit(tx, tenantID, groupID); err != nil {
			return nil, err
		}
		return &directoryv1.UpdateGroupResponse{Group: g, Commit: tx.Commit()}, nil
	})
}

// DeleteGroup answers the RPC of that name.
func (d *Directory) DeleteGroup(ctx context.Context, c access.Caller, r *directoryv1.DeleteGroupRequest) (*directoryv1.DeleteGroupResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	groupID := guid(r.GetGroupId())
	w := d.write(c, "DeleteGroup", r, key.Group(tenantID, groupID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.DeleteGroupResponse, error) {
		g, err := mustGroup(tx, tenantID, groupID)
		if reason.Is(err, typev1.Reason_REASON_GROUP_NOT_FOUND) {
			return &directoryv1.DeleteGroupResponse{Commit: tx.Commit()}, nil
		}
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), g.GetEtag()); err != nil {
			return nil, err
		}
		if err := dissolve(tx, g); err != nil {
			return nil, err
		}
		return &directoryv1.DeleteGroupResponse{Commit: tx.Commit()}, nil
	})
}

// dissolve removes a group and its memberships. One that a policy is granted to is IN_USE.
func dissolve(tx *ledger.Tx, g *directoryv1.Group) error {
	tenantID, groupID := g.GetTenantId(), g.GetGroupId()
	granted, err := record.Get[recordv1.ExternalAccessPolicyGrant](tx, key.Grant(tenantID, key.GroupAssignee, groupID))
	if err != nil {
		return err
	}
	if granted != nil {
		name := granted.GetGrant().GetPolicyName()
		return reason.New(typev1.Reason_REASON_IN_USE, "the external access policy %q is granted to group %s: revoke that grant first", name, groupID).
			With("policy_name", name)
	}
	if err := expel(tx, g); err != nil {
		return err
	}
	tx.Delete(key.Group(tenantID, groupID))
	return audit(tx, tenantID, groupID)
}

// expelled is how many members leave with one event, so that it stays far below the size of an entry.
const expelled = 1000

// expel takes all members out of a group.
func expel(tx *ledger.Tx, g *directoryv1.Group) error {
	var members []string
	for pair, err := range tx.Scan(key.GroupMembers(g.GetTenantId(), g.GetGroupId())) {
		if err != nil {
			return err
		}
		members = append(members, key.LastText(pair.Key))
	}
	for some := range slices.Chunk(members, expelled) {
		if err := changeMembers(tx, g, &policyv1.GroupMembersChanged{GroupId: g.GetGroupId(), RemovedUserIds: some}); err != nil {
			return err
		}
	}
	return nil
}
