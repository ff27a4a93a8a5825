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
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store"
)

func TestPrincipalNamesAreUniqueWithoutRegardToCase(t *testing.T) {
	long := strings.Repeat("x", 240)
	tests := []struct {
		name, first, second string
		taken               bool
	}{
		{"the same", "ada@contoso.example", "ada@contoso.example", true},
		{"in another case", "ada@contoso.example", "Ada@CONTOSO.example", true},
		{"beyond ASCII", "jürgen@contoso.example", "JÜRGEN@contoso.example", true},
		{"composed in another way", "josé@contoso.example", "jose\u0301@contoso.example", true},
		{"another name", "ada@contoso.example", "adam@contoso.example", false},
		{"without the accent", "josé@contoso.example", "jose@contoso.example", false},
		{"as long as can be", strings.Repeat("Ǆ", 256), strings.Repeat("ǆ", 256), true},
		{"as long as can be, another", strings.Repeat("ﬃ", 255) + "a", strings.Repeat("ﬃ", 255) + "b", false},
		{"four bytes a letter", strings.Repeat("𐐀", 256), strings.Repeat("𐐨", 256), true},
		{"differing at the end", long + "a", long + "b", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			first, second := person(1, "First"), person(2, "Second")
			first.UserPrincipalName, second.UserPrincipalName = tt.first, tt.second
			w.add(first)
			if answer := w.importBy(w.admin, []*directoryv1.TenantUser{second}); (answer.GetRefusedCount() == 1) != tt.taken {
				t.Errorf("the answer is %v", answer)
			}
			want := object(2)
			if tt.taken {
				want = object(1)
			}
			if got, err := w.byName(w.admin, tt.second); err != nil || got.GetUserId() != want {
				t.Errorf("the second name leads to %v, %v", got.GetUserId(), err)
			}
			_, err := w.byName(w.other, tt.first)
			refused(t, err, typev1.Reason_REASON_TENANT_USER_NOT_FOUND)
			second.UserId = object(3)
			if answer := w.importBy(w.other, []*directoryv1.TenantUser{second}); answer.GetCreatedCount() != 1 {
				t.Errorf("another tenant cannot have the name: %v", answer)
			}
		})
	}
}

func TestUpdateTenantUser(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Grace"))
	old, err := w.ada()
	w.must(err)
	change := func(u *directoryv1.TenantUser, etag string, paths ...string) (*directoryv1.UpdateTenantUserResponse, error) {
		return w.UpdateTenantUser(t.Context(), w.admin, &directoryv1.UpdateTenantUserRequest{User: u, Etag: etag, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
	}
	refusals := []struct {
		name  string
		user  *directoryv1.TenantUser
		etag  string
		paths []string
		want  typev1.Reason
	}{
		{"no such user", person(9, "x"), "", []string{"display_name"}, typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"another etag", person(1, "x"), "stale", []string{"display_name"}, typev1.Reason_REASON_ETAG_MISMATCH},
		{"the cloud", person(1, "x"), "", []string{"cloud"}, typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{"nothing", person(1, "x"), "", nil, typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{"the name of another", &directoryv1.TenantUser{UserId: object(1), UserPrincipalName: "USER2@contoso.example"}, "", []string{"user_principal_name"}, typev1.Reason_REASON_USER_PRINCIPAL_NAME_TAKEN},
	}
	head := w.head()
	for _, tt := range refusals {
		t.Run(tt.name, func(t *testing.T) {
			_, err := change(tt.user, tt.etag, tt.paths...)
			refused(t, err, tt.want)
		})
	}
	if w.head() != head {
		t.Error("a refused change was written")
	}
	answer, err := change(&directoryv1.TenantUser{
		UserId: strings.ToUpper(object(1)), UserPrincipalName: "ADA@contoso.example", DisplayName: "Ada L.",
		CoexistenceMode: directoryv1.CoexistenceMode_COEXISTENCE_MODE_SFB_ONLY, Cloud: typev1.Cloud_CLOUD_DOD,
	}, old.GetEtag(), "user_principal_name", "display_name", "coexistence_mode")
	w.must(err)
	got, err := w.ada()
	w.must(err)
	want := proto.CloneOf(old)
	want.UserPrincipalName, want.DisplayName, want.CoexistenceMode = "ADA@contoso.example", "Ada L.", directoryv1.CoexistenceMode_COEXISTENCE_MODE_SFB_ONLY
	want.Etag, want.UpdateTime = got.GetEtag(), got.GetUpdateTime()
	if !proto.Equal(got, want) || !proto.Equal(got, answer.GetUser()) || got.GetEtag() == old.GetEtag() {
		t.Errorf("the user is %v, the answer %v", got, answer)
	}
	if _, err := w.byName(w.admin, "user1@contoso.example"); err == nil {
		t.Error("the old name leads to the user")
	}
	if found := w.find("", 0); !slices.Equal(found, []string{"Ada L.", "Grace"}) {
		t.Errorf("found %q", found)
	}
	if entries := w.entries(head); len(entries) != 1 || entries[0].GetActor().GetSubject() != object(1) {
		t.Errorf("entries are %v", entries)
	}
}

func TestOwnNameInAnotherCaseIsFree(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"))
	_, err := w.UpdateTenantUser(t.Context(), w.admin, &directoryv1.UpdateTenantUserRequest{
		User:       &directoryv1.TenantUser{UserId: object(1), UserPrincipalName: "USER1@contoso.example"},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"user_principal_name"}},
	})
	w.must(err)
	if got, err := w.byName(w.admin, "user1@contoso.example"); err != nil || got.GetUserPrincipalName() != "USER1@contoso.example" {
		t.Errorf("the user is %v, %v", got, err)
	}
}

func TestDeleteTenantUser(t *testing.T) {
	w := newWorld(t)
	w.add(person(1, "Ada"), person(2, "Grace"))
	w.addGroup(1, 1, 2)
	w.addGroup(2, 1)
	engine := policy.New(w.ledger)
	_, err := engine.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}})
	w.must(err)
	_, err = engine.GrantExternalAccessPolicy(t.Context(), w.admin, &policyv1.GrantExternalAccessPolicyRequest{Grant: &policyv1.ExternalAccessPolicyGrant{
		PolicyName: "Sales", Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: object(1)},
	}})
	w.must(err)
	_, err = w.DeleteTenantUser(t.Context(), w.admin, &directoryv1.DeleteTenantUserRequest{UserId: object(1), Etag: "stale"})
	refused(t, err, typev1.Reason_REASON_ETAG_MISMATCH)
	head := w.head()
	w.delete(1)

	_, err = w.ada()
	refused(t, err, typev1.Reason_REASON_TENANT_USER_NOT_FOUND)
	_, err = w.byName(w.admin, "user1@contoso.example")
	refused(t, err, typev1.Reason_REASON_TENANT_USER_NOT_FOUND)
	if got := w.find("", 0); !slices.Equal(got, []string{"Grace"}) || w.usage() != 1 {
		t.Errorf("found %q, %d counted", got, w.usage())
	}
	for n, want := range map[int][]string{1: objects(2), 2: nil} {
		if got := w.members(n, 0); !slices.Equal(got, want) {
			t.Errorf("group %d has %q", n, got)
		}
	}
	_, err = engine.DeleteExternalAccessPolicy(t.Context(), w.admin, &policyv1.DeleteExternalAccessPolicyRequest{Name: "Sales"})
	w.must(err)
	if w.generation(adaID) != 1 || len(*w.left) != 1 || (*w.left)[0] != adaID {
		t.Errorf("tokens are of generation %d, and %v left", w.generation(adaID), *w.left)
	}
	wantEvents(t, w, head, []string{event.Tenant(tenantID), event.Tenant(tenantID), event.Tenant(tenantID), event.User(adaID.Raw()), event.Tenant(tenantID)})
	w.delete(1)
	if w.generation(adaID) != 1 || w.usage() != 1 {
		t.Error("deleting it again did something")
	}
	w.add(person(1, "Another Ada"))
	if w.generation(adaID) != 1 {
		t.Error("the tokens of the one before are good again")
	}
}

// wantEvents makes sure which topics the entries after a position are published under first.
func wantEvents(t *testing.T, w *world, after store.Position, want []string) {
	t.Helper()
	var got []string
	for _, e := range w.entries(after) {
		got = append(got, e.GetTopics()[0])
	}
	if !slices.Equal(got, want) {
		t.Errorf("the entries are under %q, want %q", got, want)
	}
}

func TestUserOfAnotherTenantStays(t *testing.T) {
	w := newWorld(t)
	w.importBy(w.other, []*directoryv1.TenantUser{person(1, "Theirs")})
	w.delete(1)
	answer, err := w.GetTenantUser(t.Context(), w.other, &directoryv1.GetTenantUserRequest{By: &directoryv1.GetTenantUserRequest_UserId{UserId: object(1)}})
	if err != nil || answer.GetUser().GetDisplayName() != "Theirs" || w.generation(adaID) != 0 {
		t.Errorf("the user is %v, %v", answer, err)
	}
}

func TestRepeatedRequestGetsItsFirstAnswer(t *testing.T) {
	w := newWorld(t)
	request := &directoryv1.CreateGroupRequest{Group: &directoryv1.Group{DisplayName: "Sales"}, IdempotencyKey: "key"}
	first, err := w.CreateGroup(t.Context(), w.admin, request)
	w.must(err)
	again, err := w.CreateGroup(t.Context(), w.admin, request)
	w.must(err)
	if !proto.Equal(first, again) || w.head() != 1 {
		t.Errorf("first %v, again %v, log at %d", first, again, w.head())
	}
	request.Group.DisplayName = "Support"
	_, err = w.CreateGroup(t.Context(), w.admin, request)
	refused(t, err, typev1.Reason_REASON_IDEMPOTENCY_KEY_REUSED)
}
