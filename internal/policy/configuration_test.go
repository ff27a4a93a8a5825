package policy_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

func TestConfigurationDefaults(t *testing.T) {
	w := newWorld(t)
	answer, err := w.GetFederationConfiguration(t.Context(), w.admin, &policyv1.GetFederationConfigurationRequest{})
	w.must(err)
	want := &policyv1.FederationConfiguration{TenantId: tenantID, Capabilities: &policyv1.InteropCapabilities{}}
	if diff := cmp.Diff(want, answer.GetConfiguration(), protocmp.Transform(), protocmp.IgnoreFields(want, "etag")); diff != "" {
		t.Error(diff)
	}
	if answer.GetConfiguration().GetEtag() == "" {
		t.Error("there is no etag to protect the first change with")
	}
}

func TestUpdateFederationConfiguration(t *testing.T) {
	const a, b = "aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000001"
	before := &policyv1.FederationConfiguration{
		EnableAcsUsers: true, AllowedAcsResources: []string{a},
		Capabilities: &policyv1.InteropCapabilities{Recording: true},
	}
	tests := []struct {
		name   string
		paths  []string
		values *policyv1.FederationConfiguration
		want   *policyv1.FederationConfiguration
		reason typev1.Reason
	}{
		{
			name: "one field", paths: []string{"enable_acs_users"}, values: &policyv1.FederationConfiguration{AllowedAcsResources: []string{b}},
			want: &policyv1.FederationConfiguration{AllowedAcsResources: []string{a}, Capabilities: &policyv1.InteropCapabilities{Recording: true}},
		},
		{
			name: "the list is replaced, lowered and sorted", paths: []string{"allowed_acs_resources"},
			values: &policyv1.FederationConfiguration{AllowedAcsResources: []string{b, "AAAAAAAA-0000-4000-8000-000000000001", a}},
			want:   &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{a, b}, Capabilities: &policyv1.InteropCapabilities{Recording: true}},
		},
		{
			name: "one capability", paths: []string{"capabilities.group_calls"},
			values: &policyv1.FederationConfiguration{Capabilities: &policyv1.InteropCapabilities{GroupCalls: true}},
			want:   &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{a}, Capabilities: &policyv1.InteropCapabilities{Recording: true, GroupCalls: true}},
		},
		{
			name: "one capability that is not given is cleared", paths: []string{"capabilities.recording"}, values: &policyv1.FederationConfiguration{},
			want: &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{a}, Capabilities: &policyv1.InteropCapabilities{}},
		},
		{
			name: "all capabilities", paths: []string{"capabilities"},
			values: &policyv1.FederationConfiguration{Capabilities: &policyv1.InteropCapabilities{Routing: true}},
			want:   &policyv1.FederationConfiguration{EnableAcsUsers: true, AllowedAcsResources: []string{a}, Capabilities: &policyv1.InteropCapabilities{Routing: true}},
		},
		{name: "no mask", values: before, reason: typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{name: "unknown field", paths: []string{"enable_acs_users", "colour"}, values: before, reason: typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{name: "unknown capability", paths: []string{"capabilities.telepathy"}, values: before, reason: typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{name: "what the broker sets", paths: []string{"etag"}, values: before, reason: typev1.Reason_REASON_UPDATE_MASK_INVALID},
		{name: "within what has no fields", paths: []string{"enable_acs_users.x"}, values: before, reason: typev1.Reason_REASON_UPDATE_MASK_INVALID},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			set := func(f *policyv1.FederationConfiguration, paths ...string) (*policyv1.UpdateFederationConfigurationResponse, error) {
				return w.UpdateFederationConfiguration(t.Context(), w.admin, &policyv1.UpdateFederationConfigurationRequest{Configuration: f, UpdateMask: &fieldmaskpb.FieldMask{Paths: paths}})
			}
			first, err := set(before, "enable_acs_users", "allowed_acs_resources", "capabilities")
			w.must(err)
			head := w.head()
			answer, err := set(tt.values, tt.paths...)
			refused(t, err, tt.reason)
			if err != nil {
				if w.head() != head {
					t.Error("something was written")
				}
				return
			}
			got := answer.GetConfiguration()
			if diff := cmp.Diff(tt.want, got, protocmp.Transform(), protocmp.IgnoreFields(got, "tenant_id", "etag", "update_time")); diff != "" {
				t.Error(diff)
			}
			if got.GetEtag() == first.GetConfiguration().GetEtag() || got.GetUpdateTime() == nil {
				t.Errorf("etag and time are %v", got)
			}
			events := w.events(head)
			if len(events) != 1 || !proto.Equal(events[0].GetConfigurationUpdated(), got) || events[0].GetRevision() != answer.GetCommit().GetRevision() {
				t.Errorf("events are %v", events)
			}
		})
	}
}

func TestCapabilities(t *testing.T) {
	w := newWorld(t)
	w.view(func(tx store.ReadTx) error {
		c, err := policy.Capabilities(tx, tenantID)
		if c == nil || c.GetGroupCalls() {
			t.Errorf("before any change: %v", c)
		}
		return err
	})
	w.configure(true)
	w.view(func(tx store.ReadTx) error {
		c, err := policy.Capabilities(tx, tenantID)
		if c == nil {
			t.Error("after a change of something else there are none")
		}
		return err
	})
	lifted := &policyv1.InteropCapabilities{TeamsUsersEdit: true, Routing: true}
	_, err := w.UpdateFederationConfiguration(t.Context(), w.admin, &policyv1.UpdateFederationConfigurationRequest{
		Configuration: &policyv1.FederationConfiguration{Capabilities: lifted}, UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"capabilities"}},
	})
	w.must(err)
	w.view(func(tx store.ReadTx) error {
		c, err := policy.Capabilities(tx, tenantID)
		if !proto.Equal(c, lifted) {
			t.Errorf("lifted were %v, and are %v", lifted, c)
		}
		return err
	})
}

// Many administrators have read the same version, and all change it: one of them does, whatever they change.
func TestOneOfManyWinsByEtag(t *testing.T) {
	tests := []struct {
		name   string
		etag   func(w *world) string
		change func(w *world, n int, etag string) error
	}{
		{
			"configuration",
			func(w *world) string { return w.configure(false).GetEtag() },
			func(w *world, n int, etag string) error {
				_, err := w.UpdateFederationConfiguration(w.t.Context(), w.admin, &policyv1.UpdateFederationConfigurationRequest{
					Configuration: &policyv1.FederationConfiguration{AllowedAcsResources: []string{user(n)}}, Etag: etag,
					UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"allowed_acs_resources"}},
				})
				return err
			},
		},
		{
			"policy",
			func(w *world) string { return w.create("Sales", true).GetEtag() },
			func(w *world, n int, etag string) error {
				_, err := w.UpdateExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.UpdateExternalAccessPolicyRequest{
					Policy: &policyv1.ExternalAccessPolicy{Name: "Sales", Description: fmt.Sprint(n)}, Etag: etag,
					UpdateMask: &fieldmaskpb.FieldMask{Paths: []string{"description"}},
				})
				return err
			},
		},
		{
			"the first change of Global",
			func(w *world) string {
				answer, err := w.GetExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.GetExternalAccessPolicyRequest{Name: policy.Global})
				w.must(err)
				return answer.GetPolicy().GetEtag()
			},
			func(w *world, _ int, etag string) error {
				_, err := w.DeleteExternalAccessPolicy(w.t.Context(), w.admin, &policyv1.DeleteExternalAccessPolicyRequest{Name: policy.Global, Etag: etag})
				return err
			},
		},
		{
			"the whole document",
			func(w *world) string { _, etag := w.export(); return etag },
			func(w *world, n int, etag string) error {
				_, err := w.ApplyPolicy(w.t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Etag: etag, Document: &policyv1.PolicyDocument{
					Policies: []*policyv1.ExternalAccessPolicy{{Name: fmt.Sprint("P", n)}},
				}})
				return err
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			etag := tt.etag(w)
			var won atomic.Int32
			var all sync.WaitGroup
			for n := range 16 {
				all.Go(func() {
					err := tt.change(w, n, etag)
					if err == nil {
						won.Add(1)
					} else if !reason.Is(err, typev1.Reason_REASON_ETAG_MISMATCH) {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if won.Load() != 1 {
				t.Errorf("%d changes were made", won.Load())
			}
		})
	}
}

func TestForeignTenantIsRefused(t *testing.T) {
	const foreign = "7e000000-0000-4000-8000-000000000002"
	w := newWorld(t)
	calls := map[string]func() error{
		"GetFederationConfiguration": func() error {
			_, err := w.GetFederationConfiguration(t.Context(), w.admin, &policyv1.GetFederationConfigurationRequest{TenantId: foreign})
			return err
		},
		"UpdateFederationConfiguration": func() error {
			_, err := w.UpdateFederationConfiguration(t.Context(), w.admin, &policyv1.UpdateFederationConfigurationRequest{TenantId: foreign})
			return err
		},
		"CreateExternalAccessPolicy": func() error {
			_, err := w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{TenantId: foreign})
			return err
		},
		"GetExternalAccessPolicy": func() error {
			_, err := w.GetExternalAccessPolicy(t.Context(), w.admin, &policyv1.GetExternalAccessPolicyRequest{TenantId: foreign})
			return err
		},
		"ListExternalAccessPolicies": func() error {
			_, err := w.ListExternalAccessPolicies(t.Context(), w.admin, &policyv1.ListExternalAccessPoliciesRequest{TenantId: foreign})
			return err
		},
		"UpdateExternalAccessPolicy": func() error {
			_, err := w.UpdateExternalAccessPolicy(t.Context(), w.admin, &policyv1.UpdateExternalAccessPolicyRequest{TenantId: foreign})
			return err
		},
		"DeleteExternalAccessPolicy": func() error {
			_, err := w.DeleteExternalAccessPolicy(t.Context(), w.admin, &policyv1.DeleteExternalAccessPolicyRequest{TenantId: foreign})
			return err
		},
		"GrantExternalAccessPolicy": func() error {
			_, err := w.GrantExternalAccessPolicy(t.Context(), w.admin, &policyv1.GrantExternalAccessPolicyRequest{TenantId: foreign})
			return err
		},
		"RevokeExternalAccessPolicyGrant": func() error {
			_, err := w.RevokeExternalAccessPolicyGrant(t.Context(), w.admin, &policyv1.RevokeExternalAccessPolicyGrantRequest{TenantId: foreign})
			return err
		},
		"ListExternalAccessPolicyGrants": func() error {
			_, err := w.ListExternalAccessPolicyGrants(t.Context(), w.admin, &policyv1.ListExternalAccessPolicyGrantsRequest{TenantId: foreign})
			return err
		},
		"ExportPolicy": func() error {
			_, err := w.ExportPolicy(t.Context(), w.admin, &policyv1.ExportPolicyRequest{TenantId: foreign})
			return err
		},
		"ApplyPolicy": func() error {
			_, err := w.ApplyPolicy(t.Context(), w.admin, &policyv1.ApplyPolicyRequest{TenantId: foreign})
			return err
		},
		"EvaluateInterop of the administrator": func() error {
			_, err := w.EvaluateInterop(t.Context(), w.admin, &policyv1.EvaluateInteropRequest{TenantId: foreign, ResourceId: resourceID, UserId: user(1)})
			return err
		},
		"EvaluateInterop of the resource": func() error {
			_, err := w.EvaluateInterop(t.Context(), w.resource, &policyv1.EvaluateInteropRequest{TenantId: tenantID, ResourceId: foreign, UserId: user(1)})
			return err
		},
	}
	for name, call := range calls {
		t.Run(name, func(t *testing.T) { refused(t, call(), typev1.Reason_REASON_FOREIGN_OWNER) })
	}
	if w.head() != 0 {
		t.Error("something was written")
	}
}

func TestOwnTenantInUpperCaseIsOwn(t *testing.T) {
	w := newWorld(t)
	_, err := w.GetFederationConfiguration(t.Context(), access.Caller{TenantID: tenantID}, &policyv1.GetFederationConfigurationRequest{TenantId: "7E000000-0000-4000-8000-000000000001"})
	w.must(err)
}
