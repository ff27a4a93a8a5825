package call_test

import (
	"slices"
	"testing"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
)

// all goes through all pages of a list, and returns the calls and how many pages there were.
func (w *world) all(c access.Caller, r *callv1.ListCallsRequest) (ids []string, pages int) {
	w.t.Helper()
	for {
		list, err := w.ListCalls(w.ctx, c, r)
		w.must(err)
		pages++
		for _, call := range list.GetCalls() {
			ids = append(ids, call.GetCallId())
		}
		if r.PageToken = list.GetNextPageToken(); r.PageToken == "" {
			return ids, pages
		}
	}
}

func TestListsHaveWhatIsAskedForOnly(t *testing.T) {
	w := newWorld(t)
	a, b, c, teams := w.user(1), w.user(2), w.user(3), w.teamsUser(1)
	backend := access.Caller{Kind: typev1.CallerKind_CALLER_KIND_RESOURCE, ResourceID: resourceID, KeyID: "key"}
	ended := w.start(a, external, b).GetCallId()
	w.hangUp(a, ended)
	w.now = w.now.Add(time.Minute)
	since := w.now
	talk := w.start(a, external, b, c).GetCallId()
	w.answer(b, external, talk)
	w.answer(c, external, talk)
	w.hangUp(a, talk)
	w.now = w.now.Add(time.Minute)
	rings := w.start(c, external, teams).GetCallId()
	live := []callv1.CallState{callv1.CallState_CALL_STATE_CONNECTED, callv1.CallState_CALL_STATE_RINGING}
	tests := []struct {
		name string
		who  access.Caller
		r    *callv1.ListCallsRequest
		want []string
	}{
		{"of a user, all", a, &callv1.ListCallsRequest{}, []string{talk, ended}},
		{"that live, one that the user has left included", a, &callv1.ListCallsRequest{States: live}, []string{talk}},
		{"that have ended", a, &callv1.ListCallsRequest{States: []callv1.CallState{callv1.CallState_CALL_STATE_ENDED}}, []string{ended}},
		{"with somebody", b, &callv1.ListCallsRequest{Participant: c.User.Proto()}, []string{talk}},
		{"with somebody of a tenant", c, &callv1.ListCallsRequest{Participant: teams.User.Proto()}, []string{rings}},
		{"from a time on", a, &callv1.ListCallsRequest{StartTime: timestamppb.New(since)}, []string{talk}},
		{"from a little later on", a, &callv1.ListCallsRequest{StartTime: timestamppb.New(since.Add(time.Nanosecond))}, nil},
		{"from before there were computers on", a, &callv1.ListCallsRequest{StartTime: timestamppb.New(time.Unix(-1e9, 0))}, []string{talk, ended}},
		{"of a resource", backend, &callv1.ListCallsRequest{}, []string{rings, talk, ended}},
		{"of a resource that live", backend, &callv1.ListCallsRequest{States: live}, []string{rings, talk}},
		{"of a resource with somebody", backend, &callv1.ListCallsRequest{Participant: b.User.Proto()}, []string{talk, ended}},
		{"of a resource with somebody that live", backend, &callv1.ListCallsRequest{Participant: b.User.Proto(), States: live}, []string{talk}},
		{"of another resource with somebody", access.Caller{Kind: backend.Kind, ResourceID: "4e000000-0000-4000-8000-000000000002"}, &callv1.ListCallsRequest{Participant: teams.User.Proto()}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.PageSize = 1
			if got, _ := w.all(tt.who, tt.r); !slices.Equal(got, tt.want) {
				t.Errorf("listed %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAPageLooksThroughABoundedNumberOfCalls(t *testing.T) {
	w := newWorld(t)
	a, b, c := w.user(1), w.user(2), w.user(3)
	first := w.start(a, external, c).GetCallId()
	w.hangUp(a, first)
	for range 2100 {
		w.hangUp(a, w.start(a, external, b).GetCallId())
	}
	got, pages := w.all(a, &callv1.ListCallsRequest{Participant: c.User.Proto()})
	if len(got) != 1 || got[0] != first || pages != 3 {
		t.Errorf("listed %q on %d pages", got, pages)
	}
}
