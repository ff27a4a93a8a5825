package api_test

import (
	"fmt"
	"slices"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
)

func threadWith(oid string) *chatv1.CreateThreadRequest {
	return &chatv1.CreateThreadRequest{Participants: participants("8:orgid:" + oid)}
}

// importUsers imports batches and returns the answer.
func (w *world) importUsers(batches ...[]*directoryv1.TenantUser) (*directoryv1.ImportTenantUsersResponse, error) {
	w.t.Helper()
	stream, err := w.directory().ImportTenantUsers(w.t.Context())
	must(w.t, err)
	for _, users := range batches {
		if err := stream.Send(&directoryv1.ImportTenantUsersRequest{Users: users}); err != nil {
			break // CloseAndRecv has the cause
		}
	}
	return stream.CloseAndRecv()
}

// numberedUsers are n users from a number on.
func numberedUsers(from, n int) []*directoryv1.TenantUser {
	var users []*directoryv1.TenantUser
	for i := from; i < from+n; i++ {
		users = append(users, &directoryv1.TenantUser{
			UserId: fmt.Sprintf("eeeeeeee-0000-4000-8000-%012d", i), UserPrincipalName: fmt.Sprintf("u%d@contoso.example", i), DisplayName: fmt.Sprintf("Üser %05d", i),
		})
	}
	return users
}

func (w *world) userByName(name string) (*directoryv1.TenantUser, error) {
	r, err := w.directory().GetTenantUser(w.t.Context(), &directoryv1.GetTenantUserRequest{By: &directoryv1.GetTenantUserRequest_UserPrincipalName{UserPrincipalName: name}})
	return r.GetUser(), err
}

func TestImportTenThousandUsers(t *testing.T) {
	w := newWorld(t)
	var batches [][]*directoryv1.TenantUser
	for n := range 10 {
		batches = append(batches, numberedUsers(n*1000, 1000))
	}
	r, err := w.importUsers(batches...)
	must(t, err)
	if r.GetCreatedCount() != 10_000 || r.GetRefusedCount() != 0 || r.GetCommit().GetRevision() == "" {
		t.Errorf("the answer is %v", r)
	}
	r, err = w.importUsers(batches...)
	must(t, err)
	if r.GetUnchangedCount() != 10_000 {
		t.Errorf("again: %v", r)
	}
}

func TestImportRefusesOneByOne(t *testing.T) {
	w := newWorld(t)
	r, err := w.importUsers([]*directoryv1.TenantUser{
		{UserId: "no guid", UserPrincipalName: "x"},
		{UserId: unknownOID, UserPrincipalName: "ADA@contoso.example"},
		{UserId: otherOID, UserPrincipalName: "bob@contoso.example", DisplayName: "Robert"},
	}, nil, []*directoryv1.TenantUser{{UserId: unknownOID}})
	must(t, err)
	var got []string
	for _, refused := range r.GetRefused() {
		got = append(got, fmt.Sprint(refused.GetIndex(), " ", refused.GetReason()))
	}
	if want := []string{"0 INVALID_FIELD", "1 USER_PRINCIPAL_NAME_TAKEN", "3 INVALID_FIELD"}; !slices.Equal(got, want) || r.GetUpdatedCount() != 1 || r.GetRefusedCount() != 3 {
		t.Errorf("the answer is %v", r)
	}
	_, err = w.importUsers(numberedUsers(0, 1001))
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
}

func TestLookup(t *testing.T) {
	w := newWorld(t)
	u, err := w.userByName("ADA@Contoso.Example")
	must(t, err)
	if u.GetUserId() != teamsOID || u.GetIdentifier().GetRawId() != "8:orgid:"+teamsOID {
		t.Errorf("found %v", u)
	}
	_, err = w.userByName("nobody@contoso.example")
	wantReason(t, err, codes.NotFound, "TENANT_USER_NOT_FOUND")
	_, err = w.directory().GetTenantUser(t.Context(), &directoryv1.GetTenantUserRequest{})
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
}

func TestFindPagesWhileOthersWrite(t *testing.T) {
	w := newWorld(t)
	_, err := w.importUsers(numberedUsers(0, 25))
	must(t, err)
	var got []string
	request := &directoryv1.FindTenantUsersRequest{DisplayNamePrefix: "üSER", PageSize: 10}
	for page := 0; ; page++ {
		r, err := w.directory().FindTenantUsers(t.Context(), request)
		must(t, err)
		for _, u := range r.GetUsers() {
			got = append(got, u.GetDisplayName())
		}
		if r.GetNextPageToken() == "" {
			break
		}
		request.PageToken = r.GetNextPageToken()
		_, err = w.importUsers(numberedUsers(100+page, 1))
		must(t, err)
	}
	// The two that came between the pages are behind all others.
	if len(got) != 27 || !slices.IsSorted(got) || len(slices.Compact(got)) != 27 {
		t.Errorf("found %q", got)
	}
	request.DisplayNamePrefix = "ada"
	_, err = w.directory().FindTenantUsers(t.Context(), request)
	wantReason(t, err, codes.InvalidArgument, "PAGE_TOKEN_INVALID")
	request.PageToken = "damaged"
	_, err = w.directory().FindTenantUsers(t.Context(), request)
	wantReason(t, err, codes.InvalidArgument, "PAGE_TOKEN_INVALID")
}

func TestUpdateTenantUserByMask(t *testing.T) {
	w := newWorld(t)
	update := func(etag string, paths ...string) (*directoryv1.UpdateTenantUserResponse, error) {
		return w.directory().UpdateTenantUser(t.Context(), &directoryv1.UpdateTenantUserRequest{
			User: &directoryv1.TenantUser{UserId: teamsOID, UserPrincipalName: "BOB@contoso.example", CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS},
			Etag: etag, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths},
		})
	}
	r, err := update("", "coexistence_mode")
	must(t, err)
	if u := r.GetUser(); u.GetCoexistenceMode() != directoryv1.CoexistenceMode_COEXISTENCE_MODE_ISLANDS || u.GetUserPrincipalName() != "ada@contoso.example" || u.GetDisplayName() != "Ada" {
		t.Errorf("the user is %v", u)
	}
	_, err = update("", "user_principal_name")
	wantReason(t, err, codes.AlreadyExists, "USER_PRINCIPAL_NAME_TAKEN")
	_, err = update("", "identifier")
	wantReason(t, err, codes.InvalidArgument, "UPDATE_MASK_INVALID")
	_, err = update("stale", "coexistence_mode")
	wantReason(t, err, codes.Aborted, "ETAG_MISMATCH")
}

func TestUpdatesNeedOnlyWhatTheyName(t *testing.T) {
	w := newWorld(t)
	updateUser := func(u *directoryv1.TenantUser, path string) error {
		u.UserId = teamsOID
		_, err := w.directory().UpdateTenantUser(t.Context(), &directoryv1.UpdateTenantUserRequest{User: u, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{path}}})
		return err
	}
	must(t, updateUser(&directoryv1.TenantUser{CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_SFB_ONLY}, "coexistence_mode"))
	wantReason(t, updateUser(&directoryv1.TenantUser{}, "user_principal_name"), codes.InvalidArgument, "INVALID_FIELD")
	wantReason(t, updateUser(&directoryv1.TenantUser{CoexistenceMode: 99}, "coexistence_mode"), codes.InvalidArgument, "INVALID_FIELD")
	created, err := w.directory().CreateVoiceApplication(t.Context(), &directoryv1.CreateVoiceApplicationRequest{Application: &directoryv1.VoiceApplication{
		Type: directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE, DisplayName: "Help",
	}})
	must(t, err)
	updateApplication := func(a *directoryv1.VoiceApplication, path string) error {
		a.AppId = created.GetApplication().GetAppId()
		_, err := w.directory().UpdateVoiceApplication(t.Context(), &directoryv1.UpdateVoiceApplicationRequest{Application: a, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{path}}})
		return err
	}
	must(t, updateApplication(&directoryv1.VoiceApplication{AgentUserIds: []string{teamsOID}}, "agent_user_ids"))
	wantReason(t, updateApplication(&directoryv1.VoiceApplication{}, "display_name"), codes.InvalidArgument, "INVALID_FIELD")
	wantReason(t, updateApplication(&directoryv1.VoiceApplication{AgentUserIds: []string{"x"}}, "agent_user_ids"), codes.InvalidArgument, "INVALID_FIELD")
}

func TestDeletedTenantUserIsOut(t *testing.T) {
	w := newWorld(t)
	w.addGroup(groupA)
	token := w.teamsUser(teamsOID)
	_, err := token.ListThreads(t.Context(), &chatv1.ListThreadsRequest{})
	must(t, err)
	_, err = w.directory().DeleteTenantUser(t.Context(), &directoryv1.DeleteTenantUserRequest{UserId: teamsOID})
	must(t, err)
	_, err = token.ListThreads(t.Context(), &chatv1.ListThreadsRequest{})
	if reasonOf(err) != "Unauthenticated CALLER_DELETED" && reasonOf(err) != "Unauthenticated TOKEN_REVOKED" {
		t.Errorf("the token is answered %v", err)
	}
	g, err := w.directory().GetGroup(t.Context(), &directoryv1.GetGroupRequest{GroupId: groupA})
	must(t, err)
	if g.GetGroup().GetMemberCount() != 0 {
		t.Errorf("the group is %v", g)
	}
	_, creator := w.user("")
	r, err := creator.CreateThread(t.Context(), threadWith(teamsOID))
	must(t, err)
	if got := refusals(r.GetRefusedParticipants())["8:orgid:"+teamsOID]; got != "TENANT_USER_NOT_FOUND" {
		t.Errorf("chat says %q", got)
	}
}

func TestGroupWithAGrantStays(t *testing.T) {
	w := newWorld(t)
	w.addGroup(groupA)
	w.createPolicy("Sales", true)
	w.grant(groupGrant("Sales", groupA, 0))
	_, err := w.directory().DeleteGroup(t.Context(), &directoryv1.DeleteGroupRequest{GroupId: groupA})
	wantReason(t, err, codes.FailedPrecondition, "IN_USE")
	_, err = w.directory().AddGroupMembers(t.Context(), &directoryv1.AddGroupMembersRequest{GroupId: groupA, UserIds: []string{unknownOID}})
	wantReason(t, err, codes.NotFound, "TENANT_USER_NOT_FOUND")
	_, err = w.directory().CreateGroup(t.Context(), &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{GroupId: groupA, DisplayName: "Again"}})
	wantReason(t, err, codes.AlreadyExists, "ID_TAKEN")
}

func TestVoiceApplicationAndItsAgents(t *testing.T) {
	w := newWorld(t)
	create := func(a *directoryv1.VoiceApplication) (*directoryv1.VoiceApplication, error) {
		a.DisplayName = "Help"
		r, err := w.directory().CreateVoiceApplication(t.Context(), &directoryv1.CreateVoiceApplicationRequest{Application: a})
		return r.GetApplication(), err
	}
	const queue = directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE
	a, err := create(&directoryv1.VoiceApplication{Type: queue, AgentUserIds: []string{otherOID, teamsOID}})
	must(t, err)
	if !slices.Equal(a.GetAgentUserIds(), []string{otherOID, teamsOID}) || a.GetIdentifier().GetTeamsVoiceApplication().GetAppId() != a.GetAppId() {
		t.Errorf("the application is %v", a)
	}
	if d := w.decide(a.GetAppId()); !d.GetEnabled() {
		t.Errorf("the decision is %v", d)
	}
	_, err = create(&directoryv1.VoiceApplication{Type: queue, AgentUserIds: []string{unknownOID}})
	wantReason(t, err, codes.NotFound, "TENANT_USER_NOT_FOUND")
	_, err = create(&directoryv1.VoiceApplication{Type: queue, AppId: teamsOID})
	wantReason(t, err, codes.AlreadyExists, "ID_TAKEN")
	_, err = create(&directoryv1.VoiceApplication{})
	wantReason(t, err, codes.InvalidArgument, "INVALID_FIELD")
}
