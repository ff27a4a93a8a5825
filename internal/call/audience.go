package call

import (
	"fmt"
	"slices"
	"strings"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// newAudience says what a device of a caller may see of calls: those that the caller is in, and what is for that device
// alone; or, for a backend that acts as nobody, the numbered events of its resource. With callIDs it is those calls only.
// Who sees an event is decided when it is written, so that reading costs the same however many calls there were. No gate
// stands before it: policy ends the calls that it forbids, and their ends are to be seen.
func newAudience(c access.Caller, deviceID string, callIDs []string) feed.Audience {
	callIDs = slices.Sorted(slices.Values(callIDs))
	wanted := map[string]bool{}
	for _, id := range callIDs {
		wanted[event.Call(id)] = true
	}
	return feed.Audience{
		Name:    "call\x00" + fmt.Sprint(int(c.Kind)) + "\x00" + c.Name() + "\x00" + deviceID + "\x00" + strings.Join(callIDs, "\x00"),
		Control: control(c),
		Spans:   func(tx store.ReadTx) ([]feed.Span, error) { return spans(tx, c, callIDs) },
		Selects: func(e *recordv1.Entry) bool {
			to := e.GetAddressee()
			switch {
			case e.GetCall() == nil:
				return false
			case to == nil:
				return len(wanted) == 0 || wanted[e.GetTopics()[0]]
			default:
				return to.GetUser() == c.User.Raw() && (to.GetDeviceId() == deviceID) != to.GetOthers() &&
					(len(wanted) == 0 || wanted[event.Call(to.GetCallId())])
			}
		},
	}
}

// control are the topics whose entries may end what a caller sees.
func control(c access.Caller) []string {
	var topics []string
	if !c.User.IsZero() {
		topics = append(topics, event.User(c.User.Raw()))
	}
	if c.ResourceID != "" {
		topics = append(topics, event.Resource(c.ResourceID))
	}
	if c.TenantID != "" {
		topics = append(topics, event.Tenant(c.TenantID))
	}
	return topics
}

func spans(tx store.ReadTx, c access.Caller, callIDs []string) ([]feed.Span, error) {
	switch {
	case !c.User.IsZero():
		from, err := since(tx, c, callIDs)
		return []feed.Span{{Topic: event.Party(c.User.Raw()), From: from}}, err
	case len(callIDs) == 0:
		return []feed.Span{{Topic: feed.Within(c.ResourceID), From: 1, Resource: c.ResourceID}}, nil
	}
	out := make([]feed.Span, 0, len(callIDs))
	for _, id := range callIDs {
		out = append(out, feed.Span{Topic: event.Call(id), From: 1, Resource: c.ResourceID})
	}
	return out, nil
}

// since is where the first of chosen calls begins for a user. Where none are chosen, it is the beginning.
func since(tx store.ReadTx, c access.Caller, callIDs []string) (store.Position, error) {
	first := store.Position(1)
	for i, id := range callIDs {
		p, err := record.Get[recordv1.CallParty](tx, key.CallParty(c.User.Raw(), id))
		if err != nil {
			return 0, err
		}
		if from := store.Position(p.GetSince()); i == 0 || from < first {
			first = max(1, from)
		}
	}
	return first, nil
}
