package policy_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/policy"
)

var update = flag.Bool("update", false, "write the golden files")

// settled is a world that has some of everything.
func settled(t *testing.T) *world {
	w := granted(t)
	w.configure(true, "aaaaaaaa-0000-4000-8000-000000000001", resourceID)
	w.grant(toUser("Sales", 1))
	w.grant(toUser("Support", 2))
	w.grant(toGroup("Sales", 1, 1))
	w.grant(toGroup("Support", 2, 2))
	return w
}

// reformed is a document that changes some of everything in a settled world.
func reformed() *policyv1.PolicyDocument {
	return &policyv1.PolicyDocument{
		Configuration: &policyv1.FederationConfiguration{
			AllowedAcsResources: []string{"BBBBBBBB-0000-4000-8000-000000000001", resourceID},
			Capabilities:        &policyv1.InteropCapabilities{GroupCalls: true},
		},
		Policies: []*policyv1.ExternalAccessPolicy{
			{Name: "Partners", Description: "line one\n- line two"},
			{Name: "Sales", EnableAcsFederationAccess: proto.Bool(false), Description: "those who sell"},
			{Name: policy.Global, EnableAcsFederationAccess: proto.Bool(false)},
		},
		Grants: []*policyv1.ExternalAccessPolicyGrant{
			toGroup("Sales", 1, 2), toGroup("Partners", 2, 1), toGroup("Sales", 3, 0), toUser("Partners", 1), toUser("Sales", 3),
		},
	}
}

func (w *world) apply(d *policyv1.PolicyDocument) *policyv1.ApplyPolicyResponse {
	w.t.Helper()
	answer, err := w.ApplyPolicy(w.t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Document: d})
	w.must(err)
	return answer
}

func TestDifferenceIsReadable(t *testing.T) {
	w := settled(t)
	got := w.apply(reformed()).GetDiff()
	const golden = "testdata/reformed.diff"
	if *update {
		w.must(os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	w.must(err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("it differs from %s (write it with -update): %s", golden, diff)
	}
}

func TestChangesAreInTheOrderOfTheirPaths(t *testing.T) {
	w := settled(t)
	answer := w.apply(reformed())
	last := ""
	for _, c := range answer.GetChanges() {
		if c.GetPath() <= last {
			t.Errorf("%s comes after %s", c.GetPath(), last)
		}
		last = c.GetPath()
		if (c.GetBefore() == "") != (c.GetKind() == policyv1.ChangeKind_CHANGE_KIND_ADDED) || (c.GetAfter() == "") != (c.GetKind() == policyv1.ChangeKind_CHANGE_KIND_REMOVED) {
			t.Errorf("the values of %v do not fit", c)
		}
	}
	if lines := strings.Count(answer.GetDiff(), "\n"); lines != len(answer.GetChanges()) {
		t.Errorf("%d lines tell of %d changes", lines, len(answer.GetChanges()))
	}
}

func TestApplyMakesItSo(t *testing.T) {
	w := settled(t)
	old, err := w.get("Sales")
	w.must(err)
	answer := w.apply(reformed())
	got, etag := w.export()
	want := &policyv1.PolicyDocument{
		Configuration: &policyv1.FederationConfiguration{
			AllowedAcsResources: []string{resourceID, "bbbbbbbb-0000-4000-8000-000000000001"},
			Capabilities:        &policyv1.InteropCapabilities{GroupCalls: true},
		},
		Policies: []*policyv1.ExternalAccessPolicy{
			{Name: policy.Global, EnableAcsFederationAccess: proto.Bool(false)},
			{Name: "Partners", EnableAcsFederationAccess: proto.Bool(true), Description: "line one\n- line two"},
			{Name: "Sales", EnableAcsFederationAccess: proto.Bool(false), Description: "those who sell"},
		},
		Grants: []*policyv1.ExternalAccessPolicyGrant{
			toGroup("Partners", 2, 1), toGroup("Sales", 1, 2), toGroup("Sales", 3, 3), toUser("Partners", 1), toUser("Sales", 3),
		},
	}
	if diff := cmp.Diff(want, got, protocmp.Transform(), ignoreBookkeeping()); diff != "" {
		t.Error(diff)
	}
	if etag != answer.GetEtag() {
		t.Errorf("the answer has etag %s, the document %s", answer.GetEtag(), etag)
	}
	kept, err := w.get("Sales")
	w.must(err)
	if !proto.Equal(kept.GetCreateTime(), old.GetCreateTime()) || kept.GetEtag() == old.GetEtag() {
		t.Errorf("Sales was %v and is %v", old, kept)
	}
}

// ignoreBookkeeping leaves out what the broker sets.
func ignoreBookkeeping() cmp.Option {
	return cmp.Options{
		protocmp.IgnoreFields(&policyv1.FederationConfiguration{}, "tenant_id", "etag", "update_time"),
		protocmp.IgnoreFields(&policyv1.ExternalAccessPolicy{}, "tenant_id", "etag", "create_time", "update_time"),
		protocmp.IgnoreFields(&policyv1.ExternalAccessPolicyGrant{}, "tenant_id", "grant_time"),
	}
}

func TestApplyIsOneCommitWhoseEventsCanBeFollowed(t *testing.T) {
	w := settled(t)
	head := w.head()
	answer := w.apply(reformed())
	// Who follows the events may hold on to one rule: a grant is always of a policy that is there.
	policies := map[string]bool{"Sales": true, "Support": true, policy.Global: true}
	grants := map[string]string{user(1): "Sales", user(2): "Support", group(1): "Sales", group(2): "Support"}
	events := w.events(head)
	for _, e := range events {
		switch p := e.GetEvent().(type) {
		case *policyv1.PolicyEvent_PolicySet:
			policies[p.PolicySet.GetName()] = true
		case *policyv1.PolicyEvent_PolicyDeleted:
			delete(policies, p.PolicyDeleted)
		case *policyv1.PolicyEvent_Granted:
			grants[p.Granted.GetUserId()+p.Granted.GetGroupId()] = p.Granted.GetPolicyName()
		case *policyv1.PolicyEvent_Revoked:
			delete(grants, p.Revoked.GetUserId()+p.Revoked.GetGroupId())
		}
		for who, name := range grants {
			if !policies[name] {
				t.Errorf("after %v, %s has the policy %s, which is not there", e, who, name)
			}
		}
	}
	if len(events) != 11 {
		t.Errorf("there are %d events: %v", len(events), events)
	}
	if last := events[len(events)-1].GetRevision(); last != answer.GetCommit().GetRevision() {
		t.Errorf("the last event is of revision %s, the commit of %s", last, answer.GetCommit().GetRevision())
	}
}

func TestDryRunChangesNothing(t *testing.T) {
	w := settled(t)
	before, etag := w.export()
	head := w.head()
	request := &policyv1.ApplyPolicyRequest{Document: reformed(), DryRun: true, IdempotencyKey: "dry"}
	dry, err := w.ApplyPolicy(t.Context(), w.admin, request)
	w.must(err)
	after, _ := w.export()
	if !proto.Equal(before, after) || w.head() != head || dry.GetEtag() != etag || dry.GetCommit() != nil {
		t.Errorf("the dry run answers %v and leaves %v", dry, after)
	}
	wet := w.apply(reformed())
	if wet.GetDiff() != dry.GetDiff() || len(dry.GetChanges()) == 0 || wet.GetCommit() == nil || wet.GetEtag() == etag {
		t.Errorf("the run itself answers %v", wet)
	}
	again := w.apply(reformed())
	if len(again.GetChanges()) != 0 || again.GetDiff() != "" || again.GetEtag() != wet.GetEtag() || again.GetCommit().GetRevision() != wet.GetCommit().GetRevision() {
		t.Errorf("applied again it answers %v", again)
	}
}

func TestEmptyDocumentResetsEverything(t *testing.T) {
	w := settled(t)
	w.apply(&policyv1.PolicyDocument{})
	got, _ := w.export()
	want := &policyv1.PolicyDocument{
		Configuration: &policyv1.FederationConfiguration{Capabilities: &policyv1.InteropCapabilities{}},
		Policies:      []*policyv1.ExternalAccessPolicy{{Name: policy.Global, EnableAcsFederationAccess: proto.Bool(true)}},
	}
	if diff := cmp.Diff(want, got, protocmp.Transform(), ignoreBookkeeping()); diff != "" {
		t.Error(diff)
	}
}

func TestDocumentIsRefusedWhole(t *testing.T) {
	sales := &policyv1.ExternalAccessPolicy{Name: "Sales", Description: "changed"}
	tests := []struct {
		name     string
		document *policyv1.PolicyDocument
		etag     string
		want     typev1.Reason
	}{
		{"another etag", &policyv1.PolicyDocument{}, "stale", typev1.Reason_REASON_ETAG_MISMATCH},
		{"a policy twice", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales, sales}}, "", typev1.Reason_REASON_INVALID_FIELD},
		{"an assignee twice", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{toUser("Sales", 1), toUser("Sales", 1)}}, "", typev1.Reason_REASON_INVALID_FIELD},
		{"a rank twice", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{toGroup("Sales", 1, 3), toGroup("Sales", 2, 3)}}, "", typev1.Reason_REASON_RANK_TAKEN},
		{"no rank left", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{toGroup("Sales", 1, 1000000), toGroup("Sales", 2, 0)}}, "", typev1.Reason_REASON_RANK_TAKEN},
		{"a user with a rank", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{{PolicyName: "Sales", Rank: 1, Assignee: &policyv1.ExternalAccessPolicyGrant_UserId{UserId: user(1)}}}}, "", typev1.Reason_REASON_INVALID_FIELD},
		{"a grant of Global", &policyv1.PolicyDocument{Grants: []*policyv1.ExternalAccessPolicyGrant{toUser(policy.Global, 1)}}, "", typev1.Reason_REASON_POLICY_GLOBAL},
		{"a grant of a policy that it leaves out", &policyv1.PolicyDocument{Grants: []*policyv1.ExternalAccessPolicyGrant{toUser("Sales", 1)}}, "", typev1.Reason_REASON_POLICY_NOT_FOUND},
		{"a grant to no user", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{toUser("Sales", 99)}}, "", typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"a grant to no group", &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{sales}, Grants: []*policyv1.ExternalAccessPolicyGrant{toGroup("Sales", 99, 1)}}, "", typev1.Reason_REASON_GROUP_NOT_FOUND},
		{"a thousand policies and Global", func() *policyv1.PolicyDocument {
			d := &policyv1.PolicyDocument{}
			for n := range 1000 {
				d.Policies = append(d.Policies, &policyv1.ExternalAccessPolicy{Name: fmt.Sprint("P", n)})
			}
			return d
		}(), "", typev1.Reason_REASON_INVALID_FIELD},
	}
	w := settled(t)
	before, _ := w.export()
	head := w.head()
	for _, tt := range tests {
		for _, dry := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, dry run %v", tt.name, dry), func(t *testing.T) {
				_, err := w.ApplyPolicy(t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Document: tt.document, Etag: tt.etag, DryRun: dry})
				refused(t, err, tt.want)
			})
		}
	}
	if after, _ := w.export(); !proto.Equal(before, after) || w.head() != head {
		t.Error("something was written")
	}
}

// A document with as many grants as it may have takes the place of another one, none of whose assignees stay.
func TestLargestDocumentReplacesTheLargest(t *testing.T) {
	if testing.Short() {
		t.Skip("it imports 20,000 users")
	}
	w := newWorld(t)
	const grants = 10_000
	w.addUsers(2 * grants)
	document := func(name string, from int) *policyv1.PolicyDocument {
		d := &policyv1.PolicyDocument{Policies: []*policyv1.ExternalAccessPolicy{{Name: name}}}
		for n := range grants {
			d.Grants = append(d.Grants, toUser(name, from+n))
		}
		return d
	}
	w.apply(document("Partners", 1))
	answer := w.apply(document("Suppliers", 1+grants))
	// Each grant goes and comes; one policy comes and one goes, with a flag each.
	if got := len(answer.GetChanges()); got != 2*grants+2 {
		t.Errorf("there are %d changes", got)
	}
	_, err := w.ApplyPolicy(t.Context(), w.admin, &policyv1.ApplyPolicyRequest{Document: document("Customers", 1), IdempotencyKey: "key"})
	refused(t, err, typev1.Reason_REASON_INVALID_FIELD)
}
