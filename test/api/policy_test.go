package api_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
)

const (
	groupA         = "bbbbbbbb-0000-4000-8000-000000000001"
	groupB         = "bbbbbbbb-0000-4000-8000-000000000002"
	otherResource  = "cccccccc-0000-4000-8000-000000000001"
	foreignTenant  = "dddddddd-0000-4000-8000-000000000001"
	globalPolicy   = "Global"
	federationFlag = "enable_acs_federation_access"
)

func (w *world) policy() policyv1.PolicyServiceClient {
	return policyv1.NewPolicyServiceClient(w.admin)
}

func (w *world) directory() directoryv1.DirectoryServiceClient {
	return directoryv1.NewDirectoryServiceClient(w.admin)
}

func (w *world) createPolicy(name string, enabled bool) {
	w.t.Helper()
	_, err := w.policy().CreateExternalAccessPolicy(w.t.Context(), &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: name, EnableAcsFederationAccess: proto.Bool(enabled)},
	})
	must(w.t, err)
}

func (w *world) updatePolicy(name string, enabled bool) {
	w.t.Helper()
	_, err := w.policy().UpdateExternalAccessPolicy(w.t.Context(), &policyv1.UpdateExternalAccessPolicyRequest{
		Policy:     &policyv1.ExternalAccessPolicy{Name: name, EnableAcsFederationAccess: proto.Bool(enabled)},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{federationFlag}},
	})
	must(w.t, err)
}

func (w *world) deletePolicy(name string) error {
	_, err := w.policy().DeleteExternalAccessPolicy(w.t.Context(), &policyv1.DeleteExternalAccessPolicyRequest{Name: name})
	return err
}

func userGrant(name, oid string) *policyv1.ExternalAccessPolicyGrant {
	return &policyv1.ExternalAccessPolicyGrant{PolicyName: name, Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: oid}}
}

func groupGrant(name, id string, rank int32) *policyv1.ExternalAccessPolicyGrant {
	return &policyv1.ExternalAccessPolicyGrant{PolicyName: name, Assignee: &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: id}, Rank: rank}
}

func (w *world) tryGrant(g *policyv1.ExternalAccessPolicyGrant) error {
	_, err := w.policy().GrantExternalAccessPolicy(w.t.Context(), &policyv1.GrantExternalAccessPolicyRequest{Grant: g})
	return err
}

func (w *world) grant(g *policyv1.ExternalAccessPolicyGrant) {
	w.t.Helper()
	must(w.t, w.tryGrant(g))
}

func (w *world) allow(enabled bool, resources ...string) {
	w.t.Helper()
	_, err := w.policy().UpdateFederationConfiguration(w.t.Context(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{EnableAcsUsers: enabled, AllowedAcsResources: resources},
		UpdateMask:    &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users", "allowed_acs_resources"}},
	})
	must(w.t, err)
}

// addGroup makes a group that the first user of the tenant is in.
func (w *world) addGroup(id string) {
	w.t.Helper()
	_, err := w.directory().CreateGroup(w.t.Context(), &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: id, DisplayName: "Group"}})
	must(w.t, err)
	_, err = w.directory().AddGroupMembers(w.t.Context(), &directoryv1.AddGroupMembersRequest{GroupId: id, UserIds: []string{teamsOID}})
	must(w.t, err)
}

// decide asks on both sides, which must get the same answer, but for the names that are none of the resource's business.
func (w *world) decide(oid string) *policyv1.Decision {
	w.t.Helper()
	byAdmin, err := w.policy().EvaluateInterop(w.t.Context(), &policyv1.EvaluateInteropRequest{ResourceId: w.Credentials.ResourceID, UserId: oid})
	must(w.t, err)
	byResource, err := policyv1.NewPolicyServiceClient(w.backend).EvaluateInterop(w.t.Context(), &policyv1.EvaluateInteropRequest{TenantId: w.Credentials.TenantID, UserId: oid})
	must(w.t, err)
	known := proto.CloneOf(byAdmin)
	for _, s := range known.GetDecision().GetSteps()[2:] {
		s.Subject, s.Detail = "", ""
	}
	if !proto.Equal(known, byResource) {
		w.t.Errorf("the administrator is told %v, the resource %v", byAdmin, byResource)
	}
	return byAdmin.GetDecision()
}

func TestSixteenRowsOfTheConcept(t *testing.T) {
	w := newWorld(t)
	w.createPolicy("Custom", true)
	// The columns: the tenant's configuration, Global, the custom policy, and whether the custom one is assigned to the user.
	enabled := map[string]bool{"1110": true, "1111": true, "1100": true, "1011": true}
	for row := range 16 {
		bit := func(n int) bool { return row>>n&1 == 1 }
		tenant, global, custom, assigned := bit(3), bit(2), bit(1), bit(0)
		name := fmt.Sprintf("%04b", row)
		t.Run(name, func(t *testing.T) {
			w.allow(tenant, w.Credentials.ResourceID)
			w.updatePolicy(globalPolicy, global)
			w.updatePolicy("Custom", custom)
			if assigned {
				w.grant(userGrant("Custom", teamsOID))
			} else if _, err := w.policy().RevokeExternalAccessPolicyGrant(t.Context(), &policyv1.RevokeExternalAccessPolicyGrantRequest{
				Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: teamsOID},
			}); err != nil {
				wantReason(t, err, codes.NotFound, "GRANT_NOT_FOUND")
			}
			d := w.decide(teamsOID)
			if d.GetEnabled() != enabled[name] || (d.GetReason() == typev1.Reason_REASON_UNSPECIFIED) != enabled[name] || len(d.GetSteps()) != 6 {
				t.Errorf("the decision is %v", d)
			}
		})
	}
}

func TestAllowListMisses(t *testing.T) {
	w := newWorld(t)
	for name, list := range map[string][]string{"empty": nil, "another resource": {otherResource}} {
		t.Run(name, func(t *testing.T) {
			w.allow(true, list...)
			if d := w.decide(teamsOID); d.GetReason() != typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED {
				t.Errorf("the decision is %v", d)
			}
			_, creator := w.user("")
			r, err := creator.CreateThread(t.Context(), threadWith(teamsOID))
			must(t, err)
			if got := refusals(r.GetRefusedParticipants())["8:orgid:"+teamsOID]; got != "INTEROP_RESOURCE_NOT_ALLOWED" {
				t.Errorf("chat says %q", got)
			}
		})
	}
}

func TestGroupsByRankAndDirectGrants(t *testing.T) {
	w := newWorld(t)
	w.createPolicy("On", true)
	w.createPolicy("Off", false)
	w.addGroup(groupA)
	w.addGroup(groupB)
	steps := []struct {
		name string
		do   func()
		want bool
	}{
		{"Global", func() {}, true},
		{"a group that refuses", func() { w.grant(groupGrant("Off", groupA, 10)) }, false},
		{"a higher rank does not matter", func() { w.grant(groupGrant("On", groupB, 11)) }, false},
		{"a lower rank wins", func() { w.grant(groupGrant("On", groupB, 9)) }, true},
		{"a direct grant wins over both", func() { w.grant(userGrant("Off", teamsOID)) }, false},
	}
	for _, s := range steps {
		s.do()
		if d := w.decide(teamsOID); d.GetEnabled() != s.want {
			t.Errorf("%s: %v", s.name, d)
		}
	}
	wantReason(t, w.tryGrant(groupGrant("Off", groupA, 9)), codes.AlreadyExists, "RANK_TAKEN")
}

func TestPolicyLifecycleRefusals(t *testing.T) {
	w := newWorld(t)
	w.createPolicy("Sales", false)
	w.grant(userGrant("Sales", teamsOID))
	create := func(name string) error {
		_, err := w.policy().CreateExternalAccessPolicy(t.Context(), &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: name}})
		return err
	}
	wantReason(t, w.deletePolicy("Sales"), codes.FailedPrecondition, "POLICY_GRANTED")
	wantReason(t, w.deletePolicy("Nothing"), codes.NotFound, "POLICY_NOT_FOUND")
	wantReason(t, create("Sales"), codes.AlreadyExists, "POLICY_EXISTS")
	wantReason(t, create(globalPolicy), codes.AlreadyExists, "POLICY_EXISTS")
	wantReason(t, create("no/slashes"), codes.InvalidArgument, "INVALID_FIELD")
	wantReason(t, w.tryGrant(userGrant(globalPolicy, teamsOID)), codes.FailedPrecondition, "POLICY_GLOBAL")
	wantReason(t, w.tryGrant(userGrant("Sales", unknownOID)), codes.NotFound, "TENANT_USER_NOT_FOUND")
	wantReason(t, w.tryGrant(groupGrant("Sales", groupA, 0)), codes.NotFound, "GROUP_NOT_FOUND")
	wantReason(t, w.tryGrant(&policyv1.ExternalAccessPolicyGrant{PolicyName: "Sales"}), codes.InvalidArgument, "INVALID_FIELD")
	if d := w.decide(teamsOID); d.GetReason() != typev1.Reason_REASON_INTEROP_POLICY_DISABLED {
		t.Errorf("the decision is %v", d)
	}
}

func TestDeletingGlobalResetsIt(t *testing.T) {
	w := newWorld(t)
	w.updatePolicy(globalPolicy, false)
	if w.decide(teamsOID).GetEnabled() {
		t.Fatal("Global does not matter")
	}
	must(t, w.deletePolicy(globalPolicy))
	if d := w.decide(teamsOID); !d.GetEnabled() {
		t.Errorf("after the reset: %v", d)
	}
}

func TestMasksAndEtagsOfPolicy(t *testing.T) {
	w := newWorld(t)
	update := func(etag string, paths ...string) (*policyv1.UpdateFederationConfigurationResponse, error) {
		return w.policy().UpdateFederationConfiguration(t.Context(), &policyv1.UpdateFederationConfigurationRequest{
			Configuration: &policyv1.FederationConfiguration{Capabilities: &policyv1.InteropCapabilities{GroupCalls: true}},
			UpdateMask:    &fieldmaskpb.FieldMask{Paths: paths}, Etag: etag,
		})
	}
	first, err := update("", "capabilities.group_calls")
	must(t, err)
	if f := first.GetConfiguration(); !f.GetCapabilities().GetGroupCalls() || !f.GetEnableAcsUsers() {
		t.Errorf("the configuration is %v", f)
	}
	_, err = update("", "capabilities.telepathy")
	wantReason(t, err, codes.InvalidArgument, "UPDATE_MASK_INVALID")
	_, err = update("")
	wantReason(t, err, codes.InvalidArgument, "UPDATE_MASK_INVALID")
	_, err = update(first.GetConfiguration().GetEtag(), "capabilities")
	must(t, err)
	_, err = update(first.GetConfiguration().GetEtag(), "capabilities")
	wantReason(t, err, codes.Aborted, "ETAG_MISMATCH")
}

func TestPolicyOfAnotherTenant(t *testing.T) {
	w := newWorld(t)
	_, err := w.policy().GetFederationConfiguration(t.Context(), &policyv1.GetFederationConfigurationRequest{TenantId: foreignTenant})
	wantReason(t, err, codes.PermissionDenied, "FOREIGN_OWNER")
	_, err = policyv1.NewPolicyServiceClient(w.backend).EvaluateInterop(t.Context(), &policyv1.EvaluateInteropRequest{ResourceId: otherResource, TenantId: w.Credentials.TenantID, UserId: teamsOID})
	wantReason(t, err, codes.PermissionDenied, "FOREIGN_OWNER")
	_, err = policyv1.NewPolicyServiceClient(w.backend).ExportPolicy(t.Context(), &policyv1.ExportPolicyRequest{})
	wantReason(t, err, codes.PermissionDenied, "CALLER_NOT_ALLOWED")
}

func TestBatchAnswersEachItem(t *testing.T) {
	w := newWorld(t)
	own := w.Credentials.ResourceID
	request := &policyv1.BatchEvaluateInteropRequest{Items: []*policyv1.EvaluateInteropRequest{
		{ResourceId: own, UserId: teamsOID},
		{ResourceId: own, UserId: unknownOID},
		{ResourceId: otherResource, UserId: teamsOID},
		{ResourceId: own, UserId: teamsOID, TenantId: foreignTenant},
	}}
	r, err := w.policy().BatchEvaluateInterop(t.Context(), request)
	must(t, err)
	var got []string
	for _, result := range r.GetResults() {
		if result.GetError() != nil {
			got = append(got, reasonOf(status.ErrorProto(result.GetError())))
		} else {
			got = append(got, fmt.Sprint(result.GetDecision().GetEnabled()))
		}
	}
	want := []string{"true", "NotFound TENANT_USER_NOT_FOUND", "NotFound RESOURCE_NOT_FOUND", "PermissionDenied FOREIGN_OWNER"}
	if !slices.Equal(got, want) {
		t.Errorf("the results are %q, want %q", got, want)
	}
	request.AtLeastRevision = "zzzzzzzz"
	_, err = w.policy().BatchEvaluateInterop(t.Context(), request)
	wantReason(t, err, codes.InvalidArgument, "REVISION_INVALID")
	request.Items = slices.Repeat(request.GetItems(), 126)
	_, err = w.policy().BatchEvaluateInterop(t.Context(), request)
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
}

func TestDecisionIsOnTheRevisionOfTheWrite(t *testing.T) {
	w := newWorld(t)
	r, err := w.policy().UpdateFederationConfiguration(t.Context(), &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_users"}},
	})
	must(t, err)
	d, err := w.policy().EvaluateInterop(t.Context(), &policyv1.EvaluateInteropRequest{
		ResourceId: w.Credentials.ResourceID, UserId: teamsOID, AtLeastRevision: r.GetCommit().GetRevision(),
	})
	must(t, err)
	if d.GetDecision().GetEnabled() || d.GetDecision().GetRevision() != r.GetCommit().GetRevision() {
		t.Errorf("the decision is %v, the write %v", d, r.GetCommit())
	}
}

func TestExportAndApply(t *testing.T) {
	w := newWorld(t)
	w.createPolicy("Sales", true)
	w.grant(userGrant("Sales", teamsOID))
	exported, err := w.policy().ExportPolicy(t.Context(), &policyv1.ExportPolicyRequest{})
	must(t, err)
	document := proto.CloneOf(exported.GetDocument())
	document.Configuration.EnableAcsUsers = false
	document.Grants = append(document.Grants, userGrant("Sales", otherOID))
	apply := func(d *policyv1.PolicyDocument, etag string, dry bool) (*policyv1.ApplyPolicyResponse, error) {
		return w.policy().ApplyPolicy(t.Context(), &policyv1.ApplyPolicyRequest{Document: d, Etag: etag, DryRun: dry})
	}
	want := "~ configuration.enable_acs_users: true -> false\n+ grants[user " + otherOID + "]: Sales\n"
	dry, err := apply(document, exported.GetEtag(), true)
	must(t, err)
	if dry.GetDiff() != want || len(dry.GetChanges()) != 2 || dry.GetCommit() != nil {
		t.Errorf("the dry run says %v", dry)
	}
	if !w.decide(teamsOID).GetEnabled() {
		t.Error("the dry run changed something")
	}
	wet, err := apply(document, exported.GetEtag(), false)
	must(t, err)
	if wet.GetDiff() != want || w.decide(teamsOID).GetEnabled() {
		t.Errorf("the run says %v", wet)
	}
	_, err = apply(document, exported.GetEtag(), false)
	wantReason(t, err, codes.Aborted, "ETAG_MISMATCH")
	again, err := apply(document, wet.GetEtag(), false)
	must(t, err)
	if again.GetDiff() != "" || again.GetEtag() != wet.GetEtag() {
		t.Errorf("again it says %v", again)
	}
	document.Grants = append(document.Grants, userGrant("Nothing", unknownOID))
	_, err = apply(document, "", false)
	wantReason(t, err, codes.NotFound, "POLICY_NOT_FOUND")
}

func TestPolicyWriteIsIdempotentByKey(t *testing.T) {
	w := newWorld(t)
	request := &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}, IdempotencyKey: "once"}
	first, err := w.policy().CreateExternalAccessPolicy(t.Context(), request)
	must(t, err)
	again, err := w.policy().CreateExternalAccessPolicy(t.Context(), request)
	must(t, err)
	if !proto.Equal(first, again) {
		t.Errorf("first %v, again %v", first, again)
	}
	request.Policy.Name = "Support"
	_, err = w.policy().CreateExternalAccessPolicy(t.Context(), request)
	wantReason(t, err, codes.InvalidArgument, "IDEMPOTENCY_KEY_REUSED")
}

func TestRefusalsNameTheirFields(t *testing.T) {
	w := newWorld(t)
	ranked := userGrant("Sales", teamsOID)
	ranked.Rank = 3
	w.createPolicy("Sales", true)
	for _, d := range status.Convert(w.tryGrant(ranked)).Details() {
		if bad, ok := d.(*errdetails.BadRequest); ok && bad.GetFieldViolations()[0].GetField() == "grant.rank" {
			return
		}
	}
	t.Error("no detail names grant.rank")
}

func TestWatcherSeesEveryChangeWithItsRevision(t *testing.T) {
	w := newWorld(t)
	stream, err := w.policy().WatchPolicy(t.Context(), &policyv1.WatchPolicyRequest{
		Start: &policyv1.WatchPolicyRequest_StartPosition{StartPosition: typev1.StartPosition_START_POSITION_NOW},
	})
	must(t, err)
	if first, err := stream.Recv(); err != nil || first.GetHeartbeat() == nil {
		t.Fatalf("the stream starts with %v, %v", first, err)
	}
	made, err := w.policy().CreateExternalAccessPolicy(t.Context(), &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}})
	must(t, err)
	w.addGroup(groupA)
	w.grant(groupGrant("Sales", groupA, 0))
	var got []*policyv1.PolicyEvent
	for len(got) < 3 {
		r, err := stream.Recv()
		must(t, err)
		if r.GetEvent() != nil {
			got = append(got, r.GetEvent())
		}
	}
	if got[0].GetPolicySet().GetName() != "Sales" || got[0].GetRevision() != made.GetCommit().GetRevision() {
		t.Errorf("the first event is %v, the commit %v", got[0], made.GetCommit())
	}
	if !slices.Equal(got[1].GetGroupMembersChanged().GetAddedUserIds(), []string{teamsOID}) || got[2].GetGranted().GetGroupId() != groupA {
		t.Errorf("events are %v", got[1:])
	}
}

// watch opens a stream after a cursor, or from now on, and returns its next event with the cursor after it, when the stream has begun.
func (w *world) watch(cursor []byte) (next func() (*policyv1.PolicyEvent, []byte), err error) {
	w.t.Helper()
	request := &policyv1.WatchPolicyRequest{}
	if cursor != nil {
		request.Start = &policyv1.WatchPolicyRequest_Cursor{Cursor: cursor}
	}
	stream, err := w.policy().WatchPolicy(w.t.Context(), request)
	must(w.t, err)
	if _, err := stream.Recv(); err != nil { // it begins with a heartbeat
		return nil, err
	}
	return func() (*policyv1.PolicyEvent, []byte) {
		for {
			r, err := stream.Recv()
			must(w.t, err)
			if r.GetEvent() != nil {
				return r.GetEvent(), r.GetCursor()
			}
		}
	}, nil
}

func TestWatcherResumesFromItsCursor(t *testing.T) {
	w := newWorld(t)
	next, err := w.watch(nil)
	must(t, err)
	w.createPolicy("First", true)
	first, cursor := next()
	w.createPolicy("Second", true)
	w.grant(userGrant("Second", teamsOID))
	resumed, err := w.watch(cursor)
	must(t, err)
	second, _ := resumed()
	third, _ := resumed()
	if first.GetPolicySet().GetName() != "First" || second.GetPolicySet().GetName() != "Second" || third.GetGranted().GetUserId() != teamsOID {
		t.Errorf("the events are %v, and after the cursor %v and %v", first, second, third)
	}
	damaged := bytes.Clone(cursor)
	damaged[len(damaged)-1] ^= 1
	_, err = w.watch(damaged)
	wantReason(t, err, codes.InvalidArgument, "CURSOR_INVALID")
	_, user := w.user("")
	chat, err := user.Subscribe(t.Context(), &chatv1.SubscribeRequest{})
	must(t, err)
	heartbeat, err := chat.Recv()
	must(t, err)
	_, err = w.watch(heartbeat.GetCursor())
	wantReason(t, err, codes.InvalidArgument, "CURSOR_FOREIGN")
}
