package directory_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
)

func TestImportFillsInWhatIsNotGiven(t *testing.T) {
	w := newWorld(t)
	head := w.head()
	w.add(&directoryv1.TenantUser{UserId: strings.ToUpper("abcdef00-0000-4000-8000-000000000001"), UserPrincipalName: "Ada@Contoso.example", TenantId: "any", Etag: "any"})
	got, err := w.byName(w.admin, "ada@contoso.EXAMPLE")
	w.must(err)
	want := &directoryv1.TenantUser{
		TenantId: tenantID, UserId: "abcdef00-0000-4000-8000-000000000001", UserPrincipalName: "Ada@Contoso.example",
		CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_TEAMS_ONLY, Cloud: typev1.Cloud_CLOUD_PUBLIC,
		Identifier: identifier.NewTeamsUser(typev1.Cloud_CLOUD_PUBLIC, "abcdef00-0000-4000-8000-000000000001").Proto(),
	}
	if diff := cmp.Diff(want, got, protocmp.Transform(), protocmp.IgnoreFields(want, "etag", "create_time", "update_time")); diff != "" {
		t.Error(diff)
	}
	if got.GetEtag() == "any" || got.GetEtag() == "" || got.GetCreateTime() == nil || !proto.Equal(got.GetCreateTime(), got.GetUpdateTime()) {
		t.Errorf("etag and times are %v", got)
	}
	if entries := w.entries(head); len(entries) != 1 || w.usage() != 1 {
		t.Errorf("%d entries, %d users counted", len(entries), w.usage())
	}
}

func TestImportCountsWhatBecameOfEach(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Grace"), person(3, "Linus"))
	w.importBy(w.other, []*directoryv1.TenantUser{person(9, "Elsewhere")})
	app, err := w.CreateVoiceApplication(t.Context(), w.admin, &directoryv1.CreateVoiceApplicationRequest{Application: &directoryv1.VoiceApplication{
		Type: directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_CALL_QUEUE, DisplayName: "Queue",
	}})
	w.must(err)
	taken := person(12, "Twin")
	taken.UserPrincipalName = "USER2@contoso.example"
	reused := person(0, "Queue")
	reused.UserId = strings.ToUpper(app.GetApplication().GetAppId())
	renamed := person(2, "Grace H.")
	unnamed := person(13, "Nameless")
	unnamed.UserPrincipalName = ""
	head := w.head()
	answer := w.importBy(w.admin,
		[]*directoryv1.TenantUser{person(1, "Ada"), renamed, person(4, "New"), {UserId: "no guid", UserPrincipalName: "x"}},
		[]*directoryv1.TenantUser{unnamed, person(9, "Mine now"), taken, reused, person(4, "New")},
	)
	want := &directoryv1.ImportTenantUsersResponse{
		CreatedCount: 1, UpdatedCount: 1, UnchangedCount: 2, RefusedCount: 5,
		Refused: []*directoryv1.RefusedTenantUser{
			{Index: 3, UserId: "no guid", Reason: "INVALID_FIELD"},
			{Index: 4, UserId: object(13), Reason: "INVALID_FIELD"},
			{Index: 5, UserId: object(9), Reason: "ID_TAKEN"},
			{Index: 6, UserId: object(12), Reason: "USER_PRINCIPAL_NAME_TAKEN"},
			{Index: 7, UserId: reused.GetUserId(), Reason: "ID_TAKEN"},
		},
	}
	if diff := cmp.Diff(want, answer, protocmp.Transform(), protocmp.IgnoreFields(want, "commit"), protocmp.IgnoreFields(&directoryv1.RefusedTenantUser{}, "message")); diff != "" {
		t.Error(diff)
	}
	for _, r := range answer.GetRefused() {
		if r.GetMessage() == "" {
			t.Errorf("%v has nothing for a person", r)
		}
	}
	if w.usage() != 4 {
		t.Errorf("%d users are counted", w.usage())
	}
	// The second batch changed nothing, so it left no entry.
	if entries := w.entries(head); len(entries) != 1 || answer.GetCommit() == nil {
		t.Errorf("%d entries, commit %v", len(entries), answer.GetCommit())
	}
}

func TestUserTwiceInABatchIsTheLast(t *testing.T) {
	w := newWorld(t)
	answer := w.importBy(w.admin, []*directoryv1.TenantUser{person(1, "First"), person(1, "Second"), person(1, "Second")})
	if answer.GetCreatedCount() != 1 || answer.GetUpdatedCount() != 1 || answer.GetUnchangedCount() != 1 {
		t.Errorf("the answer is %v", answer)
	}
	if got, err := w.ada(); err != nil || got.GetDisplayName() != "Second" {
		t.Errorf("the user is %v, %v", got, err)
	}
	if got := w.find("First", 0); len(got) != 0 {
		t.Errorf("the first name still finds %q", got)
	}
}

func TestFreedNameCanBeTaken(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"))
	moved := person(1, "Ada")
	moved.UserPrincipalName = "ada.l@contoso.example"
	heir := person(2, "Heir")
	heir.UserPrincipalName = "User1@contoso.example"
	if answer := w.importBy(w.admin, []*directoryv1.TenantUser{moved, heir}); answer.GetCreatedCount() != 1 || answer.GetUpdatedCount() != 1 {
		t.Fatalf("the answer is %v", answer)
	}
	if got, err := w.byName(w.admin, "user1@contoso.example"); err != nil || got.GetUserId() != object(2) {
		t.Errorf("the name leads to %v, %v", got, err)
	}
}

func TestChangeOfCloudRetiresTheOldIdentifier(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"))
	moved := person(1, "Ada")
	moved.Cloud = typev1.Cloud_CLOUD_GCCH
	head := w.head()
	if answer := w.importBy(w.admin, []*directoryv1.TenantUser{moved}); answer.GetUpdatedCount() != 1 {
		t.Fatalf("the answer is %v", answer)
	}
	if w.generation(adaID) != 1 {
		t.Error("its tokens are good")
	}
	if entries := w.entries(head); len(entries) != 2 || entries[0].GetTopics()[0] != event.User(adaID.Raw()) {
		t.Errorf("entries are %v", entries)
	}
	if len(*w.left) != 1 || (*w.left)[0] != adaID {
		t.Errorf("who has left is %v", *w.left)
	}
	if got, err := w.ada(); err != nil || got.GetIdentifier().GetRawId() != "8:gcch:"+object(1) || w.usage() != 1 {
		t.Errorf("the user is %v, %v", got, err)
	}
}

func TestImportEndsWithTheStream(t *testing.T) {
	w := newWorld(t)
	broken := errors.New("broken")
	_, err := w.ImportTenantUsers(t.Context(), w.admin, func(yield func(*directoryv1.ImportTenantUsersRequest, error) bool) {
		if yield(&directoryv1.ImportTenantUsersRequest{Users: []*directoryv1.TenantUser{person(1, "Ada")}}, nil) {
			yield(nil, broken)
		}
	})
	if !errors.Is(err, broken) {
		t.Errorf("the answer is %v", err)
	}
	if _, err := w.ada(); err != nil {
		t.Errorf("what came before is lost: %v", err)
	}
	_, err = w.ImportTenantUsers(t.Context(), w.admin, func(yield func(*directoryv1.ImportTenantUsersRequest, error) bool) {
		yield(&directoryv1.ImportTenantUsersRequest{TenantId: w.other.TenantID}, nil)
	})
	refused(t, err, typev1.Reason_REASON_FOREIGN_OWNER)
}

func TestImportOfNothing(t *testing.T) {
	w := newWorld(t)
	if answer := w.importBy(w.admin); !proto.Equal(answer, &directoryv1.ImportTenantUsersResponse{}) {
		t.Errorf("the answer is %v", answer)
	}
}

func TestTenThousandUsers(t *testing.T) {
	if testing.Short() {
		t.Skip("the same is done through the server")
	}
	const users, batch = 10_000, 1000
	w := newWorld(t)
	var batches [][]*directoryv1.TenantUser
	for from := 0; from < users; from += batch {
		var some []*directoryv1.TenantUser
		for n := range batch {
			some = append(some, person(from+n, fmt.Sprintf("User %05d", from+n)))
		}
		batches = append(batches, some)
	}
	head := w.head()
	if answer := w.importBy(w.admin, batches...); answer.GetCreatedCount() != users || answer.GetRefusedCount() != 0 {
		t.Fatalf("the first import: %v", answer)
	}
	if got := len(w.entries(head)); got != users/batch {
		t.Errorf("%d commits were made", got)
	}
	if answer := w.importBy(w.admin, batches...); answer.GetUnchangedCount() != users {
		t.Errorf("the same again: %v", answer)
	}
	if w.usage() != users {
		t.Errorf("%d users are counted", w.usage())
	}
	if got := w.find("user 0999", 3); len(got) != 10 || got[0] != "User 09990" {
		t.Errorf("found %q", got)
	}
	for _, b := range batches {
		for _, u := range b {
			u.UserPrincipalName = ""
		}
	}
	if answer := w.importBy(w.admin, batches...); answer.GetRefusedCount() != users || len(answer.GetRefused()) != 1000 {
		t.Errorf("%d were refused, %d are named", answer.GetRefusedCount(), len(answer.GetRefused()))
	}
}
