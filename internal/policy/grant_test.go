package policy_test

import (
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/policy"
)

// granted is a world with two policies, three users and three groups.
func granted(t *testing.T) *world {
	w := newWorld(t)
	w.addUsers(3)
	for n := 1; n <= 3; n++ {
		w.addGroup(n)
	}
	w.create("Sales", true)
	w.create("Support", false)
	return w
}

func TestGrantIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		grant *policyv1.ExternalAccessPolicyGrant
		want  typev1.Reason
	}{
		{"of Global", toUser(policy.Global, 1), typev1.Reason_REASON_POLICY_GLOBAL},
		{"of no policy", toUser("Nothing", 1), typev1.Reason_REASON_POLICY_NOT_FOUND},
		{"to no user", toUser("Sales", 99), typev1.Reason_REASON_TENANT_USER_NOT_FOUND},
		{"to no group", toGroup("Sales", 99, 1), typev1.Reason_REASON_GROUP_NOT_FOUND},
		{"at the rank of another group", toGroup("Sales", 2, 5), typev1.Reason_REASON_RANK_TAKEN},
		{"to a user with a rank", func() *policyv1.ExternalAccessPolicyGrant {
			g := toUser("Sales", 1)
			g.Rank = 1
			return g
		}(), typev1.Reason_REASON_INVALID_FIELD},
	}
	w := granted(t)
	w.grant(toGroup("Sales", 1, 5))
	head := w.head()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := w.tryGrant(tt.grant)
			refused(t, err, tt.want)
			if w.head() != head {
				t.Error("something was written")
			}
		})
	}
}

func TestRanks(t *testing.T) {
	w := granted(t)
	steps := []struct {
		name  string
		grant *policyv1.ExternalAccessPolicyGrant
		want  int32
	}{
		{"the first", toGroup("Sales", 1, 0), 1},
		{"after the highest", toGroup("Sales", 2, 0), 2},
		{"far away", toGroup("Sales", 3, 1000), 1000},
		{"its own rank again", toGroup("Support", 3, 1000), 1000},
		{"the highest again, after the others", toGroup("Support", 3, 0), 3},
		{"the lowest goes to the end", toGroup("Sales", 1, 0), 4},
		{"the free place", toGroup("Sales", 2, 1), 1},
		{"the last there is", toGroup("Sales", 1, 1000000), 1000000},
	}
	for _, s := range steps {
		if got := w.grant(s.grant); got.GetRank() != s.want {
			t.Errorf("%s: rank is %d, want %d", s.name, got.GetRank(), s.want)
		}
	}
	_, err := w.tryGrant(toGroup("Sales", 2, 0))
	refused(t, err, typev1.Reason_REASON_RANK_TAKEN)
}

func TestNewGrantReplacesTheOld(t *testing.T) {
	w := granted(t)
	w.configure(true, resourceID)
	w.grant(toUser("Sales", 1))
	head := w.head()
	g := w.grant(toUser("Support", 1))
	if w.decide(1).GetReason() != typev1.Reason_REASON_INTEROP_POLICY_DISABLED {
		t.Error("the old one is in force")
	}
	if events := w.events(head); len(events) != 1 || !proto.Equal(events[0].GetGranted(), g) {
		t.Errorf("events are %v", events)
	}
	w.must(w.remove("Sales", ""))
}

func TestRevoke(t *testing.T) {
	w := granted(t)
	g := w.grant(toGroup("Sales", 1, 4))
	revoke := func() error {
		_, err := w.RevokeExternalAccessPolicyGrant(t.Context(), w.admin, &policyv1.RevokeExternalAccessPolicyGrantRequest{
			Assignee: &policyv1.RevokeExternalAccessPolicyGrantRequest_GroupId{GroupId: "06000000-0000-4000-8000-000000000001"},
		})
		return err
	}
	head := w.head()
	w.must(revoke())
	if events := w.events(head); len(events) != 1 || !proto.Equal(events[0].GetRevoked(), g) {
		t.Errorf("events are %v", events)
	}
	refused(t, revoke(), typev1.Reason_REASON_GRANT_NOT_FOUND)
	if got := w.grant(toGroup("Sales", 2, 4)); got.GetRank() != 4 {
		t.Error("its rank is not free")
	}
}

func TestGrantsAreListedGroupsFirst(t *testing.T) {
	w := granted(t)
	w.grant(toUser("Sales", 2))
	w.grant(toUser("Support", 1))
	w.grant(toGroup("Sales", 3, 1))
	w.grant(toGroup("Support", 1, 2))
	all := []string{group(1), group(3), user(1), user(2)}
	tests := []struct {
		name, policy string
		want         []string
	}{
		{"all", "", all},
		{"of one policy", "Sales", []string{group(3), user(2)}},
		{"of a policy that nobody has", policy.Global, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for size := range int32(5) {
				var got []string
				request := &policyv1.ListExternalAccessPolicyGrantsRequest{PolicyName: tt.policy, PageSize: size}
				for more := true; more; more = request.GetPageToken() != "" {
					answer, err := w.ListExternalAccessPolicyGrants(t.Context(), w.admin, request)
					w.must(err)
					for _, g := range answer.GetGrants() {
						got = append(got, g.GetGroupId()+g.GetUserId())
					}
					request.PageToken = answer.GetNextPageToken()
				}
				if !slices.Equal(got, tt.want) {
					t.Errorf("in pages of %d: %q", size, got)
				}
			}
		})
	}
}

func TestPageTokenIsOfOneRequest(t *testing.T) {
	w := granted(t)
	w.grant(toUser("Sales", 1))
	w.grant(toUser("Sales", 2))
	answer, err := w.ListExternalAccessPolicyGrants(t.Context(), w.admin, &policyv1.ListExternalAccessPolicyGrantsRequest{PageSize: 1})
	w.must(err)
	_, err = w.ListExternalAccessPolicyGrants(t.Context(), w.admin, &policyv1.ListExternalAccessPolicyGrantsRequest{PageSize: 1, PolicyName: "Sales", PageToken: answer.GetNextPageToken()})
	refused(t, err, typev1.Reason_REASON_PAGE_TOKEN_INVALID)
}
