package directory

import (
	"context"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// maxGroups is how many groups a user may be in.
const maxGroups = 1000

// AddGroupMembers answers the RPC of that name.
func (d *Directory) AddGroupMembers(ctx context.Context, c access.Caller, r *directoryv1.AddGroupMembersRequest) (*directoryv1.AddGroupMembersResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	groupID := guid(r.GetGroupId())
	w := d.write(c, "AddGroupMembers", r, key.Group(tenantID, groupID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.AddGroupMembersResponse, error) {
		g, err := mustGroup(tx, tenantID, groupID)
		if err != nil {
			return nil, err
		}
		change := &policyv1.GroupMembersChanged{GroupId: groupID}
		for _, objectID := range distinct(r.GetUserIds()) {
			comes, err := mayJoin(tx, tenantID, groupID, objectID)
			if err != nil {
				return nil, err
			}
			if comes {
				change.AddedUserIds = append(change.AddedUserIds, objectID)
			}
		}
		if err := d.regroup(tx, g, change); err != nil {
			return nil, err
		}
		return &directoryv1.AddGroupMembersResponse{AddedCount: int32(len(change.GetAddedUserIds())), Commit: tx.Commit()}, nil
	})
}

// mayJoin reports whether a user comes to a group: false if it is in it already.
func mayJoin(tx store.ReadTx, tenantID, groupID, objectID string) (bool, error) {
	if _, err := mustUser(tx, tenantID, objectID); err != nil {
		return false, err
	}
	if member, err := record.Has(tx, key.GroupMember(tenantID, groupID, objectID)); member || err != nil {
		return false, err
	}
	groups := 0
	for _, err := range tx.Scan(key.MemberGroups(tenantID, objectID)) {
		if err != nil {
			return false, err
		}
		groups++
	}
	if groups >= maxGroups {
		return false, reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "user %s is in %d groups, and may be in no more: take it out of one first", objectID, groups).
			With("quota", "groups_per_user").With("user_id", objectID)
	}
	return true, nil
}

// RemoveGroupMembers answers the RPC of that name.
func (d *Directory) RemoveGroupMembers(ctx context.Context, c access.Caller, r *directoryv1.RemoveGroupMembersRequest) (*directoryv1.RemoveGroupMembersResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	groupID := guid(r.GetGroupId())
	w := d.write(c, "RemoveGroupMembers", r, key.Group(tenantID, groupID))
	return ledger.Do(ctx, d.ledger, w, func(tx *ledger.Tx) (*directoryv1.RemoveGroupMembersResponse, error) {
		g, err := mustGroup(tx, tenantID, groupID)
		if err != nil {
			return nil, err
		}
		change := &policyv1.GroupMembersChanged{GroupId: groupID}
		for _, objectID := range distinct(r.GetUserIds()) {
			member, err := record.Has(tx, key.GroupMember(tenantID, groupID, objectID))
			if err != nil {
				return nil, err
			}
			if member {
				change.RemovedUserIds = append(change.RemovedUserIds, objectID)
			}
		}
		if err := d.regroup(tx, g, change); err != nil {
			return nil, err
		}
		return &directoryv1.RemoveGroupMembersResponse{RemovedCount: int32(len(change.GetRemovedUserIds())), Commit: tx.Commit()}, nil
	})
}

// regroup changes the members of a group, and does what else has to happen then.
func (d *Directory) regroup(tx *ledger.Tx, g *directoryv1.Group, change *policyv1.GroupMembersChanged) error {
	err := changeMembers(tx, g, change)
	for _, hook := range d.onChange {
		if err == nil {
			err = hook(tx, g.GetTenantId())
		}
	}
	return err
}

// changeMembers lets those come to a group who are not in it and those leave who are, and publishes that. A change of
// nobody does nothing.
func changeMembers(tx *ledger.Tx, g *directoryv1.Group, change *policyv1.GroupMembersChanged) error {
	added, removed := change.GetAddedUserIds(), change.GetRemovedUserIds()
	if len(added)+len(removed) == 0 {
		return nil
	}
	tenantID, groupID := g.GetTenantId(), g.GetGroupId()
	for _, objectID := range added {
		tx.Set(key.GroupMember(tenantID, groupID, objectID), nil)
		tx.Set(key.MemberGroup(tenantID, objectID, groupID), nil)
	}
	for _, objectID := range removed {
		tx.Delete(key.GroupMember(tenantID, groupID, objectID))
		tx.Delete(key.MemberGroup(tenantID, objectID, groupID))
	}
	g.MemberCount += int32(len(added) - len(removed))
	g.Etag = etag.Next(tx)
	if err := storeGroup(tx, g); err != nil {
		return err
	}
	return policy.Publish(tx, tenantID, groupID, &policyv1.PolicyEvent{Event: &policyv1.PolicyEvent_GroupMembersChanged{GroupMembersChanged: change}})
}

// ListGroupMembers answers the RPC of that name.
func (d *Directory) ListGroupMembers(ctx context.Context, c access.Caller, r *directoryv1.ListGroupMembersRequest) (*directoryv1.ListGroupMembersResponse, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	groupID := guid(r.GetGroupId())
	response := &directoryv1.ListGroupMembersResponse{}
	err = d.view(ctx, func(tx store.ReadTx) error {
		if _, err := mustGroup(tx, tenantID, groupID); err != nil {
			return err
		}
		var err error
		response.NextPageToken, err = p.Scan(tx, key.GroupMembers(tenantID, groupID), func(pair store.Pair) (bool, error) {
			response.UserIds = append(response.UserIds, key.LastText(pair.Key))
			return true, nil
		})
		return err
	})
	return response, err
}

// distinct returns ids in their canonical form, each once, in the order in which they come first.
func distinct(ids []string) []string {
	seen := make(map[string]bool, len(ids))
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		if id = guid(id); !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
