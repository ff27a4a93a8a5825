package policy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/testing/protocmp"
	"pgregory.net/rapid"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/store/key"
)

// members says which of the users are in which groups.
type members map[int][]int

// model is section 6 of the design, word for word.
func model(d *policyv1.PolicyDocument, groups members, n int) bool {
	effective, rank := policy.Global, int32(1<<30)
	for _, g := range d.GetGrants() {
		switch {
		case g.GetUserId() == user(n):
			effective, rank = g.GetPolicyName(), -1
		case g.GetGroupId() != "" && g.GetRank() < rank && slices.ContainsFunc(groups[n], func(m int) bool { return group(m) == g.GetGroupId() }):
			effective, rank = g.GetPolicyName(), g.GetRank()
		}
	}
	granted := slices.ContainsFunc(d.GetPolicies(), func(p *policyv1.ExternalAccessPolicy) bool {
		return p.GetName() == effective && p.GetEnableAcsFederationAccess()
	})
	return d.GetConfiguration().GetEnableAcsUsers() && slices.Contains(d.GetConfiguration().GetAllowedAcsResources(), resourceID) && granted
}

const (
	modelUsers  = 4
	modelGroups = 4
)

var customNames = []string{"A", "B", "H", "Z"}

// often draws true in three of four cases: most decisions are made where one rule alone stands in the way.
func often(rt *rapid.T, label string) bool {
	return rapid.SampledFrom([]bool{true, true, true, false}).Draw(rt, label)
}

// drawDocument draws a policy in the form in which it is exported.
func drawDocument(rt *rapid.T, label string) *policyv1.PolicyDocument {
	flip := func(what string) bool { return rapid.Bool().Draw(rt, label+" "+what) }
	d := &policyv1.PolicyDocument{Configuration: &policyv1.FederationConfiguration{
		EnableAcsUsers: often(rt, label+" enabled"),
		Capabilities:   &policyv1.InteropCapabilities{Recording: flip("recording"), GroupCalls: flip("group calls")},
	}}
	for _, id := range []string{"3e000000-0000-4000-8000-000000000001", resourceID, "5e000000-0000-4000-8000-000000000001"} {
		if often(rt, label+" allowed "+id) {
			d.Configuration.AllowedAcsResources = append(d.Configuration.AllowedAcsResources, id)
		}
	}
	names := rapid.SliceOfNDistinct(rapid.SampledFrom(customNames), rapid.IntRange(0, 2).Draw(rt, label+" at least"), len(customNames), rapid.ID[string]).Draw(rt, label+" names")
	for _, name := range slices.Sorted(slices.Values(append(names, policy.Global))) {
		d.Policies = append(d.Policies, &policyv1.ExternalAccessPolicy{
			Name: name, EnableAcsFederationAccess: proto.Bool(flip(name)), Description: rapid.StringN(0, 4, -1).Draw(rt, label+" description"),
		})
	}
	if len(names) > 0 {
		d.Grants = drawGrants(rt, label, names)
	}
	return d
}

// drawGrants draws grants of these policies: groups by rank, then users by id.
func drawGrants(rt *rapid.T, label string, names []string) []*policyv1.ExternalAccessPolicyGrant {
	name := rapid.SampledFrom(names)
	ranks := rapid.SliceOfNDistinct(rapid.Int32Range(1, 9), 0, modelGroups, rapid.ID[int32]).Draw(rt, label+" ranks")
	order := rapid.Permutation([]int{1, 2, 3, 4}).Draw(rt, label+" groups")
	var grants []*policyv1.ExternalAccessPolicyGrant
	for i, rank := range slices.Sorted(slices.Values(ranks)) {
		grants = append(grants, toGroup(name.Draw(rt, label+" grant"), order[i], rank))
	}
	for n := 1; n <= modelUsers; n++ {
		if !often(rt, label+" without a direct grant") {
			grants = append(grants, toUser(name.Draw(rt, label+" grant"), n))
		}
	}
	return grants
}

// settle empties the tenant of what an earlier run left, and gives the tenant its users and groups, and draws who is in which.
func (w *world) settle(rt *rapid.T) members {
	w.t = rt
	w.clear()
	w.addUsers(modelUsers)
	groups := members{}
	for g := 1; g <= modelGroups; g++ {
		var in []int
		for n := 1; n <= modelUsers; n++ {
			if often(rt, "member") {
				in = append(in, n)
				groups[n] = append(groups[n], g)
			}
		}
		w.addGroup(g, in...)
	}
	return groups
}

// clear empties the tenant.
func (w *world) clear() {
	w.apply(&policyv1.PolicyDocument{})
	for n := 1; n <= modelUsers; n++ {
		_, err := w.directory.DeleteTenantUser(w.t.Context(), w.admin, &directoryv1.DeleteTenantUserRequest{UserId: user(n)})
		w.must(err)
	}
	for n := 1; n <= modelGroups; n++ {
		_, err := w.directory.DeleteGroup(w.t.Context(), w.admin, &directoryv1.DeleteGroupRequest{GroupId: group(n)})
		w.must(err)
	}
}

func (w *world) agrees(d *policyv1.PolicyDocument, groups members) {
	w.t.Helper()
	for n := 1; n <= modelUsers; n++ {
		if got := w.decide(n); got.GetEnabled() != model(d, groups, n) {
			w.t.Fatalf("user %d: decision is %v, the model says %v of %v with %v", n, got, !got.GetEnabled(), d, groups)
		}
	}
}

func TestPolicyAgreesWithItsModel(t *testing.T) {
	w := newWorld(t)
	for _, id := range []string{"3e000000-0000-4000-8000-000000000001", "5e000000-0000-4000-8000-000000000001"} {
		w.set(key.Resource(id), &recordv1.Resource{Resource: &adminv1.Resource{ResourceId: id}})
	}
	rapid.Check(t, func(rt *rapid.T) {
		groups := w.settle(rt)
		for step := range 3 {
			d := drawDocument(rt, fmt.Sprint("document ", step))
			w.apply(d)
			w.agrees(d, groups)
			exported, etag := w.export()
			if diff := cmp.Diff(d, exported, protocmp.Transform(), ignoreBookkeeping()); diff != "" {
				rt.Fatalf("what is exported is not what was applied: %s", diff)
			}
			if again := w.apply(exported); len(again.GetChanges()) != 0 || again.GetEtag() != etag {
				rt.Fatalf("what is exported changes something: %v", again)
			}
		}
	})
}

// The same by single requests, each of which may be refused; what is exported after them is what they have come to.
func TestSingleRequestsAgreeWithTheModel(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		groups := w.settle(rt)
		w.configure(often(rt, "enabled"), rapid.SampledFrom([]string{resourceID, resourceID, user(1)}).Draw(rt, "allowed"))
		name := rapid.SampledFrom(append([]string{policy.Global}, customNames...))
		number := rapid.IntRange(1, modelUsers)
		rt.Repeat(map[string]func(*rapid.T){
			"create": func(rt *rapid.T) {
				_, _ = w.CreateExternalAccessPolicy(t.Context(), w.admin, &policyv1.CreateExternalAccessPolicyRequest{Policy: &policyv1.ExternalAccessPolicy{
					Name: name.Draw(rt, "name"), EnableAcsFederationAccess: proto.Bool(rapid.Bool().Draw(rt, "access")),
				}})
			},
			"remove":        func(rt *rapid.T) { _ = w.remove(name.Draw(rt, "name"), "") },
			"grant to user": func(rt *rapid.T) { _, _ = w.tryGrant(toUser(name.Draw(rt, "name"), number.Draw(rt, "user"))) },
			"grant to group": func(rt *rapid.T) {
				_, _ = w.tryGrant(toGroup(name.Draw(rt, "name"), number.Draw(rt, "group"), rapid.Int32Range(0, 4).Draw(rt, "rank")))
			},
			"revoke": func(rt *rapid.T) {
				_, _ = w.RevokeExternalAccessPolicyGrant(t.Context(), w.admin, &policyv1.RevokeExternalAccessPolicyGrantRequest{
					Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: user(number.Draw(rt, "user"))},
				})
			},
			"": func(*rapid.T) {
				d, _ := w.export()
				w.agrees(d, groups)
				if again := w.apply(d); len(again.GetChanges()) != 0 {
					rt.Fatalf("what is exported changes something: %v", again)
				}
			},
		})
	})
}
