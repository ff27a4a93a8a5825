package policy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/policy"
)

func (w *world) get(name string) (*policyv1.ExternalAccessPolicy, error) {
	answer, err := w.GetExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.GetExternalAccessPolicyRequest{Name: name})
	return answer.GetPolicy(), err
}

func (w *world) remove(name, etag string) error {
	_, err := w.DeleteExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.DeleteExternalAccessPolicyRequest{Name: name, Etag: etag})
	return err
}

func TestGlobalIsAlwaysThere(t *testing.T) {
	w := newWorld(t)
	got, err := w.get(policy.Global)
	w.must(err)
	want := &policyv1.ExternalAccessPolicy{TenantId: tenantID, Name: policy.Global, EnableAcsFederationAccess: proto.Bool(true), Etag: got.GetEtag()}
	if diff := cmp.Diff(want, got, protocmp.Transform()); diff != "" {
		t.Error(diff)
	}
	_, err = w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: policy.Global}})
	refused(t, err, typev1.Reason_REASON_POLICY_EXISTS)
}

func TestDeletingGlobalResetsIt(t *testing.T) {
	w := newWorld(t)
	w.addUsers(1)
	w.configure(true, resourceID)
	_, err := w.UpdateExternalAccessPolicy(t.Context(), w.admin, &policyv1.UpdateExternalAccessPolicyRequest{
		Policy:     &policyv1.ExternalAccessPolicy{Name: policy.Global, EnableAcsFederationAccess: proto.Bool(false), Description: "closed"},
		UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"enable_acs_federation_access", "description"}},
	})
	w.must(err)
	closed, err := w.get(policy.Global)
	w.must(err)
	if w.decide(1).GetEnabled() || closed.GetDescription() != "closed" || closed.GetCreateTime() == nil {
		t.Fatalf("Global is %v", closed)
	}
	refused(t, w.remove(policy.Global, "stale"), typev1.Reason_REASON_ETAG_MISMATCH)
	head := w.head()
	w.must(w.remove(policy.Global, closed.GetEtag()))
	reset, err := w.get(policy.Global)
	w.must(err)
	if !w.decide(1).GetEnabled() || !reset.GetEnableAcsFederationAccess() || reset.GetDescription() != "" || reset.GetEtag() == closed.GetEtag() {
		t.Errorf("Global after its reset is %v", reset)
	}
	events := w.events(head)
	if len(events) != 1 || !proto.Equal(events[0].GetPolicySet(), reset) {
		t.Errorf("events are %v", events)
	}
}

func TestCreateExternalAccessPolicy(t *testing.T) {
	w := newWorld(t)
	head := w.head()
	answer, err := w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{
		Policy: &policyv1.ExternalAccessPolicy{Name: "Sales", Description: "those who sell", Etag: "mine", TenantId: "any"},
	})
	w.must(err)
	want := &policyv1.ExternalAccessPolicy{TenantId: tenantID, Name: "Sales", Description: "those who sell", EnableAcsFederationAccess: proto.Bool(true)}
	if diff := cmp.Diff(want, answer.GetPolicy(), protocmp.Transform(), protocmp.IgnoreFields(want, "etag", "create_time", "update_time")); diff != "" {
		t.Error(diff)
	}
	stored, err := w.get("Sales")
	w.must(err)
	if !proto.Equal(stored, answer.GetPolicy()) || stored.GetEtag() == "mine" || stored.GetCreateTime() == nil {
		t.Errorf("stored is %v, answered %v", stored, answer.GetPolicy())
	}
	if events := w.events(head); len(events) != 1 || !proto.Equal(events[0].GetPolicySet(), stored) {
		t.Errorf("events are %v", events)
	}
	_, err = w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: want})
	refused(t, err, typev1.Reason_REASON_POLICY_EXISTS)
}

func TestUpdateExternalAccessPolicy(t *testing.T) {
	w := newWorld(t)
	old := w.create("Sales", false)
	change := func(p *policyv1.ExternalAccessPolicy, etag string, paths ...string) (*policyv1.ExternalAccessPolicy, error) {
		answer, err := w.UpdateExternalAccessPolicy(t.Context(), w.admin, &policyv1.UpdateExternalAccessPolicyRequest{Policy: p, Etag: etag, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
		return answer.GetPolicy(), err
	}
	described, err := change(&policyv1.ExternalAccessPolicy{Name: "Sales", Description: "x", EnableAcsFederationAccess: proto.Bool(true)}, old.GetEtag(), "description")
	w.must(err)
	if described.GetEnableAcsFederationAccess() || described.GetDescription() != "x" || !proto.Equal(described.GetCreateTime(), old.GetCreateTime()) || described.GetEtag() == old.GetEtag() {
		t.Errorf("after the description: %v", described)
	}
	reset, err := change(&policyv1.ExternalAccessPolicy{Name: "Sales"}, "", "enable_acs_federation_access")
	w.must(err)
	if !reset.GetEnableAcsFederationAccess() {
		t.Errorf("a flag that is not given has not its default: %v", reset)
	}
	_, err = change(&policyv1.ExternalAccessPolicy{Name: "Sales"}, old.GetEtag(), "description")
	refused(t, err, typev1.Reason_REASON_ETAG_MISMATCH)
	_, err = change(&policyv1.ExternalAccessPolicy{Name: "Sales"}, "", "name")
	refused(t, err, typev1.Reason_REASON_UPDATE_MASK_INVALID)
	_, err = change(&policyv1.ExternalAccessPolicy{Name: "Nobody"}, "", "description")
	refused(t, err, typev1.Reason_REASON_POLICY_NOT_FOUND)
}

func TestGrantedPolicyIsNotDeleted(t *testing.T) {
	w := newWorld(t)
	w.addUsers(1)
	w.addGroup(1)
	w.create("Sales", true)
	w.create("Sales 2", true)
	w.grant(toUser("Sales", 1))
	w.grant(toGroup("Sales 2", 1, 0))
	refused(t, w.remove("Sales", ""), typev1.Reason_REASON_POLICY_GRANTED)
	refused(t, w.remove("Sales 2", ""), typev1.Reason_REASON_POLICY_GRANTED)
	w.grant(toUser("Sales 2", 1))
	head := w.head()
	w.must(w.remove("Sales", ""))
	if events := w.events(head); len(events) != 1 || events[0].GetPolicyDeleted() != "Sales" {
		t.Errorf("events are %v", events)
	}
	refused(t, w.remove("Sales", ""), typev1.Reason_REASON_POLICY_NOT_FOUND)
	_, err := w.get("Sales")
	refused(t, err, typev1.Reason_REASON_POLICY_NOT_FOUND)
}

// policyNames pages through all policies.
func (w *world) policyNames(size int32, between func()) []string {
	w.t.Helper()
	var names []string
	request := &policyv1.ListExternalAccessPoliciesRequest{PageSize: size}
	for {
		answer, err := w.ListExternalAccessPolicies(w.t.Context(), w.admin, request)
		w.must(err)
		for _, p := range answer.GetPolicies() {
			names = append(names, p.GetName())
		}
		if answer.GetNextPageToken() == "" {
			return names
		}
		request.PageToken = answer.GetNextPageToken()
		between()
	}
}

func TestPoliciesAreListedByNameWithGlobalAmongThem(t *testing.T) {
	want := []string{"Alpha", "Beta", policy.Global, "Sales", "Zulu"}
	for _, changed := range []bool{false, true} {
		t.Run(fmt.Sprintf("Global was changed %v", changed), func(t *testing.T) {
			w := newWorld(t)
			for _, name := range []string{"Zulu", "Alpha", "Sales", "Beta"} {
				w.create(name, true)
			}
			if changed {
				w.update(policy.Global, false)
			}
			for size := range int32(6) {
				if got := w.policyNames(size, func() {}); !slices.Equal(got, want) {
					t.Errorf("in pages of %d: %q", size, got)
				}
			}
		})
	}
}

func TestPagesOfPoliciesStandWhileOthersWrite(t *testing.T) {
	w := newWorld(t)
	for n := range 9 {
		w.create(fmt.Sprintf("P%d", n), true)
	}
	written := 0
	got := w.policyNames(2, func() {
		w.create(fmt.Sprintf("A%d", written), true)
		w.must(w.remove(fmt.Sprintf("P%d", written*2), ""))
		written++
	})
	for _, name := range []string{policy.Global, "P1", "P3", "P5", "P7"} {
		if slices.Index(got, name) < 0 {
			t.Errorf("%s was skipped", name)
		}
	}
	slices.Sort(got)
	if len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Errorf("something was repeated: %q", got)
	}
	_, err := w.ListExternalAccessPolicies(t.Context(), w.admin, &policyv1.ListExternalAccessPoliciesRequest{PageToken: "damaged"})
	refused(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
}

func TestTenantHasAThousandPoliciesAtMost(t *testing.T) {
	w := newWorld(t)
	document := &policyv1.PolicyDocument{}
	for n := range 998 {
		document.Policies = append(document.Policies, &policyv1.ExternalAccessPolicy{Name: fmt.Sprintf("P%03d", n)})
	}
	_, err := w.ApplyPolicy(t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Document: document})
	w.must(err)
	w.create("P998", true)
	_, err = w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "P999"}})
	refused(t, err, typev1.Reason_REASON_QUOTA_EXCEEDED)
	exported, etag := w.export()
	answer, err := w.ApplyPolicy(t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Document: exported, Etag: etag})
	if err != nil || len(answer.GetChanges()) != 0 {
		t.Errorf("as many as there may be cannot be applied again: %v, %v", answer, err)
	}
}

func TestRepeatedRequestGetsItsFirstAnswer(t *testing.T) {
	w := newWorld(t)
	request := &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{Name: "Sales"}, IdempotencyKey: "key"}
	first, err := w.CreateExternalAccessPolicy(t.Context(), w.admin, request)
	w.must(err)
	head := w.head()
	again, err := w.CreateExternalAccessPolicy(t.Context(), w.admin, request)
	w.must(err)
	if !proto.Equal(first, again) || w.head() != head {
		t.Errorf("first %v, again %v", first, again)
	}
	request.Policy.Description = "another"
	_, err = w.CreateExternalAccessPolicy(t.Context(), w.admin, request)
	refused(t, err, typev1.Reason_REASON_IDEMPOTENCY_KEY_REUSED)
	_, err = w.CreateExternalAccessPolicy(t.Context(), access.Caller{Kind: w.admin.Kind, TenantID: "7e000000-0000-4000-8000-000000000002"}, request)
	w.must(err)
}
