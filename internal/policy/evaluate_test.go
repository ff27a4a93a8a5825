package policy_test

import (
	"testing"

	"google.golang.org/genproto/googleapis/rpc/status"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
)

func TestWhoMayEvaluateWhat(t *testing.T) {
	const absent = "9e000000-0000-4000-8000-000000000009"
	w := newWorld(t)
	w.addUsers(1)
	w.configure(true, resourceID)
	latest := ledger.Revision(w.head())
	tests := []struct {
		name    string
		caller  access.Caller
		request *policyv1.EvaluateInteropRequest
		want    typev1.Reason
	}{
		{"administrator for its own tenant", w.admin, &policyv1.EvaluateInteropRequest{ResourceId: resourceID, UserId: user(1)}, typev1.Reason_REASON_UNSPECIFIED},
		{"administrator who names it", w.admin, &policyv1.EvaluateInteropRequest{TenantId: tenantID, ResourceId: "4E000000-0000-4000-8000-000000000001", UserId: user(1)}, typev1.Reason_REASON_UNSPECIFIED},
		{"administrator without a resource", w.admin, &policyv1.EvaluateInteropRequest{UserId: user(1)}, typev1.Reason_REASON_INVALID_FIELD},
		{"administrator for no resource", w.admin, &policyv1.EvaluateInteropRequest{ResourceId: absent, UserId: user(1)}, typev1.Reason_REASON_RESOURCE_NOT_FOUND},
		{"resource for itself", w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, UserId: user(1)}, typev1.Reason_REASON_UNSPECIFIED},
		{"resource without a tenant", w.resource, &policyv1.EvaluateInteropRequest{UserId: user(1)}, typev1.Reason_REASON_INVALID_FIELD},
		{"resource for no tenant", w.resource, &policyv1.EvaluateInteropRequest{TenantId: absent, UserId: user(1)}, typev1.Reason_REASON_TENANT_NOT_FOUND},
		{"no such user", w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, UserId: user(2)}, typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"the latest revision", w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, UserId: user(1), AtLeastRevision: latest}, typev1.Reason_REASON_UNSPECIFIED},
		{"a revision to come", w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, UserId: user(1), AtLeastRevision: ledger.Revision(w.head() + 1)}, typev1.Reason_REASON_REVISION_INVALID},
		{"no revision at all", w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, UserId: user(1), AtLeastRevision: "?"}, typev1.Reason_REASON_REVISION_INVALID},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			answer, err := w.EvaluateInterop(t.Context(), tt.caller, tt.request)
			refused(t, err, tt.want)
			if err == nil && (!answer.GetDecision().GetEnabled() || answer.GetDecision().GetRevision() != latest) {
				t.Errorf("the answer is %v", answer)
			}
		})
	}
}

func TestBatchAnswersEachItem(t *testing.T) {
	w := newWorld(t)
	w.addUsers(2)
	w.configure(true, resourceID)
	w.create("Off", false)
	w.grant(toUser("Off", 2))
	ask := func(resource, object string) *policyv1.EvaluateInteropRequest {
		return &policyv1.EvaluateInteropRequest{ResourceId: resource, UserId: object, AtLeastRevision: "ignored"}
	}
	request := &policyv1.BatchEvaluateInteropRequest{Items: []*policyv1.EvaluateInteropRequest{
		ask(resourceID, user(1)), ask("", user(1)), ask(resourceID, user(2)), ask(resourceID, user(3)),
	}}
	toStatus := func(e *reason.Error) *status.Status { return &status.Status{Message: reason.Name(e.Reason)} }
	answer, err := w.BatchEvaluateInterop(t.Context(), w.admin, request, toStatus)
	w.must(err)
	var got []string
	for _, r := range answer.GetResults() {
		got = append(got, reason.Name(r.GetDecision().GetReason())+" "+r.GetError().GetMessage())
	}
	want := []string{"UNSPECIFIED ", "UNSPECIFIED INVALID_FIELD", "INTEROP_POLICY_DISABLED ", "UNSPECIFIED TENANT_USER_NOT_FOUND"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("item %d is %q, want %q", i, got[i], want[i])
		}
	}
	request.AtLeastRevision = "?"
	_, err = w.BatchEvaluateInterop(t.Context(), w.admin, request, toStatus)
	refused(t, err, typev1.Reason_REASON_REVISION_INVALID)
}
