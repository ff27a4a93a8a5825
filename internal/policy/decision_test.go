package policy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/testing/protocmp"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// The table of the concept: the tenant's configuration, the flags of Global and of a custom policy, which of them the user
// has, and what comes of it.
func TestSixteenRowsOfTheConcept(t *testing.T) {
	rows := []struct{ tenant, global, custom, hasCustom, want bool }{
		{true, true, true, false, true},
		{true, true, true, true, true},
		{true, true, false, false, true},
		{true, true, false, true, false},
		{true, false, true, false, false},
		{true, false, true, true, true},
		{true, false, false, false, false},
		{true, false, false, true, false},
		{false, true, true, false, false},
		{false, true, true, true, false},
		{false, true, false, false, false},
		{false, true, false, true, false},
		{false, false, true, false, false},
		{false, false, true, true, false},
		{false, false, false, false, false},
		{false, false, false, true, false},
	}
	w := newWorld(t)
	w.addUsers(1)
	w.create("Custom", true)
	for _, row := range rows {
		t.Run(fmt.Sprintf("%+v", row), func(t *testing.T) {
			w.t = t
			w.configure(row.tenant, resourceID)
			w.update(policy.Global, row.global)
			w.update("Custom", row.custom)
			_, _ = w.RevokeExternalAccessPolicyGrant(t.Context(), w.admin, &policyv1.RevokeExternalAccessPolicyGrantRequest{
				Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: user(1)},
			})
			if row.hasCustom {
				w.grant(toUser("Custom", 1))
			}
			if d := w.decide(1); d.GetEnabled() != row.want {
				t.Errorf("decision is %v", d)
			}
		})
	}
}

func TestDecision(t *testing.T) {
	const other = "4e000000-0000-4000-8000-000000000002"
	open := func(w *world) { w.configure(true, resourceID) }
	tests := []struct {
		name    string
		prepare func(w *world)
		want    typev1.Reason
	}{
		{"nothing was ever configured", func(*world) {}, typev1.Reason_REASON_INTEROP_TENANT_DISABLED},
		{"enabled and on the list", open, typev1.Reason_REASON_UNSPECIFIED},
		{"the list is empty", func(w *world) { w.configure(true) }, typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED},
		{"another resource is on the list", func(w *world) { w.configure(true, other) }, typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED},
		{"one of many on the list", func(w *world) { w.configure(true, other, "FF000000-0000-4000-8000-000000000002", resourceID) }, typev1.Reason_REASON_UNSPECIFIED},
		{"the list is written in upper case", func(w *world) { w.configure(true, "4E000000-0000-4000-8000-000000000001") }, typev1.Reason_REASON_UNSPECIFIED},
		{"on the list of a disabled tenant", func(w *world) { w.configure(false, resourceID) }, typev1.Reason_REASON_INTEROP_TENANT_DISABLED},
		{"Global is off", func(w *world) { open(w); w.update(policy.Global, false) }, typev1.Reason_REASON_INTEROP_POLICY_DISABLED},
		{"a group's policy comes before Global", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 1, 7))
		}, typev1.Reason_REASON_INTEROP_POLICY_DISABLED},
		{"the lowest rank wins, and allows", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 1, 7))
			w.grant(toGroup("On", 2, 6))
		}, typev1.Reason_REASON_UNSPECIFIED},
		{"the lowest rank wins, and refuses", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 1, 2))
			w.grant(toGroup("On", 2, 300))
		}, typev1.Reason_REASON_INTEROP_POLICY_DISABLED},
		{"a group of others does not matter", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 3, 1))
		}, typev1.Reason_REASON_UNSPECIFIED},
		{"a direct grant comes before a group's", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 1, 1))
			w.grant(toUser("On", 1))
		}, typev1.Reason_REASON_UNSPECIFIED},
		{"a direct grant may refuse what a group's allows", func(w *world) {
			open(w)
			w.grant(toGroup("On", 1, 1))
			w.grant(toUser("Off", 1))
		}, typev1.Reason_REASON_INTEROP_POLICY_DISABLED},
		{"one of many groups with a grant", func(w *world) {
			open(w)
			for n := 10; n < 40; n++ {
				w.addGroup(n, 2)
				w.grant(toGroup("On", n, int32(n)))
			}
			w.grant(toGroup("On", 1, 101))
			w.grant(toGroup("Off", 2, 100))
		}, typev1.Reason_REASON_INTEROP_POLICY_DISABLED},
		{"in none of many groups with a grant", func(w *world) {
			open(w)
			for n := 10; n < 40; n++ {
				w.addGroup(n, 2)
				w.grant(toGroup("Off", n, int32(n)))
			}
		}, typev1.Reason_REASON_UNSPECIFIED},
		{"who leaves the group loses its policy", func(w *world) {
			open(w)
			w.grant(toGroup("Off", 1, 1))
			_, err := w.directory.RemoveGroupMembers(w.t.Context(), w.admin, &directoryv1.RemoveGroupMembersRequest{GroupId: group(1), UserIds: []string{user(1)}})
			w.must(err)
		}, typev1.Reason_REASON_UNSPECIFIED},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.addUsers(2)
			w.addGroup(1, 1)
			w.addGroup(2, 1)
			w.addGroup(3, 2)
			w.create("On", true)
			w.create("Off", false)
			tt.prepare(w)
			if d := w.decide(1); d.GetReason() != tt.want {
				t.Errorf("decision is %v, want %v", d, tt.want)
			}
		})
	}
}

func TestDecisionListsEveryRule(t *testing.T) {
	w := newWorld(t)
	w.addUsers(1)
	w.addGroup(1, 1)
	w.create("Group", true)
	w.create("Direct", false)
	w.grant(toGroup("Group", 1, 3))
	w.grant(toUser("Direct", 1))
	want := &policyv1.Decision{
		Reason:       typev1.Reason_REASON_INTEROP_TENANT_DISABLED,
		Capabilities: &policyv1.InteropCapabilities{},
		Revision:     ledger.Revision(w.head()),
		Steps: []*policyv1.Step{
			{Rule: policyv1.Rule_RULE_TENANT_ENABLED, Reason: typev1.Reason_REASON_INTEROP_TENANT_DISABLED},
			{Rule: policyv1.Rule_RULE_RESOURCE_ALLOWED, Reason: typev1.Reason_REASON_INTEROP_RESOURCE_NOT_ALLOWED, Subject: resourceID},
			{Rule: policyv1.Rule_RULE_DIRECT_GRANT, Passed: true, Subject: "Direct"},
			{Rule: policyv1.Rule_RULE_GROUP_GRANT, Passed: true, Subject: group(1)},
			{Rule: policyv1.Rule_RULE_GLOBAL, Passed: true, Subject: policy.Global},
			{Rule: policyv1.Rule_RULE_FEDERATION_ACCESS, Reason: typev1.Reason_REASON_INTEROP_POLICY_DISABLED, Subject: "Direct"},
		},
	}
	got := w.decide(1)
	for _, s := range got.GetSteps() {
		if s.GetDetail() == "" {
			t.Errorf("%v has nothing for a person", s.GetRule())
		}
	}
	if diff := cmp.Diff(want, got, protocmp.Transform(), protocmp.IgnoreFields(&policyv1.Step{}, "detail")); diff != "" {
		t.Error(diff)
	}
}

func TestNobodyMeetsWhatIsNotThere(t *testing.T) {
	const absent = "9e000000-0000-4000-8000-000000000009"
	gone := int64(1)
	tests := []struct {
		name                     string
		prepare                  func(w *world)
		resource, tenant, object string
		want                     typev1.Reason
	}{
		{"unknown resource", nil, absent, tenantID, user(1), typev1.Reason_REASON_RESOURCE_NOT_FOUND},
		{"unknown tenant", nil, resourceID, absent, user(1), typev1.Reason_REASON_TENANT_NOT_FOUND},
		{"unknown user", nil, resourceID, tenantID, user(2), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"deleted resource", func(w *world) { w.set(key.Resource(resourceID), &recordv1.Resource{DeleteTime: gone}) }, resourceID, tenantID, user(1), typev1.Reason_REASON_RESOURCE_NOT_FOUND},
		{"deleted tenant", func(w *world) { w.set(key.Tenant(tenantID), &recordv1.Tenant{DeleteTime: gone}) }, resourceID, tenantID, user(1), typev1.Reason_REASON_TENANT_NOT_FOUND},
		{"deleted user", func(w *world) {
			_, err := w.directory.DeleteTenantUser(w.t.Context(), w.admin, &directoryv1.DeleteTenantUserRequest{UserId: user(1)})
			w.must(err)
		}, resourceID, tenantID, user(1), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"user of another tenant", func(w *world) { w.set(key.Tenant(absent), &recordv1.Tenant{}) }, resourceID, absent, user(1), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.addUsers(1)
			w.configure(true, resourceID)
			if d := w.decide(1); !d.GetEnabled() {
				t.Fatalf("before: %v", d)
			}
			if tt.prepare != nil {
				tt.prepare(w)
			}
			w.view(func(tx store.ReadTx) error {
				_, err := policy.Evaluate(tx, tt.resource, tt.tenant, tt.object)
				refused(t, err, tt.want)
				short, err := policy.Allowed(tx, tt.resource, tt.tenant, tt.object)
				if short != tt.want || err != nil {
					t.Errorf("Allowed says %v, %v", short, err)
				}
				return nil
			})
		})
	}
}

func TestVoiceApplicationsHaveAPolicyToo(t *testing.T) {
	w := newWorld(t)
	w.configure(true, resourceID)
	w.create("Off", false)
	_, err := w.directory.CreateVoiceApplication(t.Context(), w.admin, &directoryv1.CreateVoiceApplicationRequest{
		Application: &directoryv1.VoiceApplication{AppId: user(9), Type: directoryv1.VoiceApplicationType_VOICE_APPLICATION_TYPE_AUTO_ATTENDANT, DisplayName: "Reception"},
	})
	w.must(err)
	if d := w.decide(9); !d.GetEnabled() {
		t.Errorf("under Global: %v", d)
	}
	w.grant(toUser("Off", 9))
	if d := w.decide(9); d.GetReason() != typev1.Reason_REASON_INTEROP_POLICY_DISABLED {
		t.Errorf("under its own policy: %v", d)
	}
	_, err = w.directory.DeleteVoiceApplication(t.Context(), w.admin, &directoryv1.DeleteVoiceApplicationRequest{AppId: user(9)})
	w.must(err)
	if d, _ := w.export(); len(d.GetGrants()) != 0 {
		t.Errorf("its grant is left: %v", d.GetGrants())
	}
}

func TestRefusalTellsWhatToDo(t *testing.T) {
	for r := range typev1.Reason_name {
		name := reason.Name(typev1.Reason(r))
		if r < 80 || r > 90 {
			continue
		}
		err := policy.Refusal(typev1.Reason(r), resourceID, "", user(1))
		if err.Reason != typev1.Reason(r) || len(err.Message) < 20 || err.Metadata["resource_id"] != resourceID || err.Metadata["user_id"] != user(1) {
			t.Errorf("%s: %v %v", name, err, err.Metadata)
		}
		if _, there := err.Metadata["tenant_id"]; there {
			t.Errorf("%s: an id that is not given is there", name)
		}
	}
}
