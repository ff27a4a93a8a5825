package directory_test

import (
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// members returns the members of the nth group, from all pages.
func (w *world) members(n int, size int32) []string {
	w.t.Helper()
	var ids []string
	request := &directoryv1.ListGroupMembersRequest{GroupId: group(n), PageSize: size}
	for more := true; more; more = request.GetPageToken() != "" {
		answer, err := w.ListGroupMembers(w.t.Context(), w.admin, request)
		w.must(err)
		ids = append(ids, answer.GetUserIds()...)
		request.PageToken = answer.GetNextPageToken()
	}
	return ids
}

func (w *world) group(n int) *directoryv1.Group {
	w.t.Helper()
	answer, err := w.GetGroup(w.t.Context(), w.admin, &directoryv1.GetGroupRequest{GroupId: group(n)})
	w.must(err)
	return answer.GetGroup()
}

// groupsOf returns the groups that the index by member has for a user.
func (w *world) groupsOf(n int) []string {
	w.t.Helper()
	var ids []string
	w.view(func(tx store.ReadTx) error {
		for pair, err := range tx.Scan(key.MemberGroups(tenantID, object(n))) {
			if err != nil {
				return err
			}
			ids = append(ids, key.LastText(pair.Key))
		}
		return nil
	})
	return ids
}

// changes returns the changes of members after a position.
func (w *world) changes(after store.Position) []*policyv1.GroupMembersChanged {
	w.t.Helper()
	var changes []*policyv1.GroupMembersChanged
	for i, e := range w.entries(after) {
		if e.GetPolicy() == nil {
			continue
		}
		p := &policyv1.PolicyEvent{}
		w.must(proto.Unmarshal(e.GetPolicy(), p))
		if p.GetTenantId() != tenantID || p.GetRevision() != ledger.Revision(after+1+store.Position(i)) || e.GetTopics()[0] != event.Tenant(tenantID) {
			w.t.Errorf("the event is %v under %q", p, e.GetTopics())
		}
		changes = append(changes, p.GetGroupMembersChanged())
	}
	return changes
}

func TestGroupMembers(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, ""), person(2, ""), person(3, ""))
	w.addGroup(1, 2)
	old := w.group(1)
	head := w.head()
	added, err := w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: strings.ToUpper(group(1)), UserIds: objects(3, 2, 1)})
	w.must(err)
	changes := w.changes(head)
	if added.GetAddedCount() != 2 || len(changes) != 1 || !slices.Equal(changes[0].GetAddedUserIds(), objects(3, 1)) || changes[0].GetGroupId() != group(1) {
		t.Errorf("the answer is %v, the changes %v", added, changes)
	}
	if g := w.group(1); g.GetMemberCount() != 3 || g.GetEtag() == old.GetEtag() {
		t.Errorf("the group is %v", g)
	}
	for size := range int32(4) {
		if got := w.members(1, size); !slices.Equal(got, objects(1, 2, 3)) {
			t.Errorf("members in pages of %d: %q", size, got)
		}
	}
	head = w.head()
	removed, err := w.RemoveGroupMembers(t.Context(), w.admin, &directoryv1.RemoveGroupMembersRequest{GroupId: group(1), UserIds: objects(1, 9)})
	w.must(err)
	changes = w.changes(head)
	if removed.GetRemovedCount() != 1 || len(changes) != 1 || !slices.Equal(changes[0].GetRemovedUserIds(), objects(1)) {
		t.Errorf("the answer is %v, the changes %v", removed, changes)
	}
	if w.group(1).GetMemberCount() != 2 || len(w.groupsOf(1)) != 0 || !slices.Equal(w.groupsOf(2), []string{group(1)}) {
		t.Errorf("user 1 is in %q, user 2 in %q", w.groupsOf(1), w.groupsOf(2))
	}
	head = w.head()
	_, err = w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(1), UserIds: objects(2)})
	w.must(err)
	_, err = w.RemoveGroupMembers(t.Context(), w.admin, &directoryv1.RemoveGroupMembersRequest{GroupId: group(1), UserIds: objects(1)})
	w.must(err)
	if w.head() != head {
		t.Error("what changes nothing was written")
	}
}

func TestMembersAreRefusedTogether(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, ""))
	w.importBy(w.other, []*directoryv1.TenantUser{person(2, "Theirs")})
	w.addGroup(1)
	_, err := w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(1), UserIds: objects(1, 2)})
	refused(t, err, typev1.Reason_REASON_TENANT_USER_NOT_FOUND)
	if got := w.members(1, 0); len(got) != 0 {
		t.Errorf("members are %q", got)
	}
	_, err = w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(2), UserIds: objects(1)})
	refused(t, err, typev1.Reason_REASON_GROUP_NOT_FOUND)
	_, err = w.RemoveGroupMembers(t.Context(), w.admin, &directoryv1.RemoveGroupMembersRequest{GroupId: group(2), UserIds: objects(1)})
	refused(t, err, typev1.Reason_REASON_GROUP_NOT_FOUND)
	_, err = w.ListGroupMembers(t.Context(), w.admin, &directoryv1.ListGroupMembersRequest{GroupId: group(2)})
	refused(t, err, typev1.Reason_REASON_GROUP_NOT_FOUND)
}

func TestUserIsInAThousandGroupsAtMost(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes a thousand groups")
	}
	w := newWorld(t)
	w.add(person(1, ""))
	for n := range 1000 {
		w.addGroup(n, 1)
	}
	w.addGroup(1000)
	_, err := w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(1000), UserIds: objects(1)})
	refused(t, err, typev1.Reason_REASON_QUOTA_EXCEEDED)
	_, err = w.AddGroupMembers(t.Context(), w.admin, &directoryv1.AddGroupMembersRequest{GroupId: group(5), UserIds: objects(1)})
	w.must(err)
	w.delete(1)
	if got := w.group(5).GetMemberCount(); got != 0 {
		t.Errorf("a group that the user was in has %d members", got)
	}
}

func TestGroups(t *testing.T) {
	w := newWorld(t)
	_, err := w.CreateGroup(t.Context(), w.admin, &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: strings.ToUpper(group(2)), DisplayName: "Second"}})
	w.must(err)
	_, err = w.CreateGroup(t.Context(), w.admin, &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: group(2), DisplayName: "Second"}})
	refused(t, err, typev1.Reason_REASON_ID_TAKEN)
	chosen, err := w.CreateGroup(t.Context(), w.admin, &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{DisplayName: "Any", MemberCount: 7}})
	w.must(err)
	if chosen.GetGroup().GetGroupId() == "" || chosen.GetGroup().GetMemberCount() != 0 {
		t.Errorf("the group is %v", chosen)
	}
	w.addGroup(1)
	var ids []string
	request := &directoryv1.ListGroupsRequest{PageSize: 2}
	for more := true; more; more = request.GetPageToken() != "" {
		answer, err := w.ListGroups(t.Context(), w.admin, request)
		w.must(err)
		for _, g := range answer.GetGroups() {
			ids = append(ids, g.GetGroupId())
		}
		request.PageToken = answer.GetNextPageToken()
	}
	if len(ids) != 3 || !slices.IsSorted(ids) {
		t.Errorf("groups are %q", ids)
	}
	old := w.group(2)
	change := func(g *directoryv1.Group, etag string, paths ...string) error {
		_, err := w.UpdateGroup(t.Context(), w.admin, &directoryv1.UpdateGroupRequest{Group: g, Etag: etag, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
		return err
	}
	w.must(change(&directoryv1.Group{GroupId: group(2), DisplayName: "Renamed"}, old.GetEtag(), "display_name"))
	if got := w.group(2); got.GetDisplayName() != "Renamed" || got.GetEtag() == old.GetEtag() {
		t.Errorf("the group is %v", got)
	}
	refused(t, change(&directoryv1.Group{GroupId: group(2), DisplayName: "x"}, old.GetEtag(), "display_name"), typev1.Reason_REASON_ETAG_MISMATCH)
	refused(t, change(&directoryv1.Group{GroupId: group(2), DisplayName: "x"}, "", "member_count"), typev1.Reason_REASON_UPDATE_MASK_INVALID)
	refused(t, change(&directoryv1.Group{GroupId: group(9), DisplayName: "x"}, "", "display_name"), typev1.Reason_REASON_GROUP_NOT_FOUND)
}

func TestDeleteGroup(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, ""), person(2, ""))
	w.addGroup(1, 1, 2)
	engine := policy.New(w.ledger)
	assignee := &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: group(1)}
	_, err := engine.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}})
	w.must(err)
	_, err = engine.GrantExternalAccessPolicy(t.Context(), w.admin, &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{PolicyName: "Sales", Assignee: assignee}})
	w.must(err)
	remove := func(etag string) error {
		_, err := w.DeleteGroup(t.Context(), w.admin, &directoryv1.DeleteGroupRequest{GroupId: group(1), Etag: etag})
		return err
	}
	refused(t, remove(""), typev1.Reason_REASON_IN_USE)
	_, err = engine.RevokeExternalAccessPolicyGrant(t.Context(), w.admin, &policyv1.RevokeExternalAccessPolicyGrantRequest{Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_GroupId{GroupId: group(1)}})
	w.must(err)
	refused(t, remove("stale"), typev1.Reason_REASON_ETAG_MISMATCH)
	head := w.head()
	w.must(remove(w.group(1).GetEtag()))
	if changes := w.changes(head); len(changes) != 1 || !slices.Equal(changes[0].GetRemovedUserIds(), objects(1, 2)) {
		t.Errorf("changes are %v", changes)
	}
	if got := w.groupsOf(1); len(got) != 0 {
		t.Errorf("user 1 is in %q", got)
	}
	w.must(remove("whatever"))
	w.addGroup(1)
	if got := w.members(1, 0); len(got) != 0 {
		t.Errorf("the new group has the old members %q", got)
	}
}
