package chat

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

// newAudience says what a caller may see of chat: its threads or, for a backend that acts as nobody, all of its resource.
// With threadIDs it is those threads only, and the stream ends when the caller is in none of them any more.
func newAudience(c access.Caller, threadIDs []string) feed.Audience {
	threadIDs = slices.Sorted(slices.Values(threadIDs))
	a := feed.Audience{
		Name:    "chat\x00" + fmt.Sprint(int(c.Kind)) + "\x00" + c.Name() + "\x00" + strings.Join(threadIDs, "\x00"),
		Member:  c.User.Raw(),
		Ends:    len(threadIDs) > 0,
		Control: control(c),
		Selects: func(e *recordv1.Entry) bool {
			return e.GetChat() != nil && !slices.Contains(e.GetUnseen(), c.User.Raw())
		},
		Spans: func(tx store.ReadTx) ([]feed.Span, error) { return spans(tx, c, threadIDs) },
	}
	if len(threadIDs) > 0 {
		wanted := map[string]bool{}
		for _, id := range threadIDs {
			wanted[event.Thread(id)] = true
		}
		a.Wants = func(topic string) bool { return wanted[topic] }
	} else {
		a.Wants = func(topic string) bool { return strings.HasPrefix(topic, event.Thread("")) }
	}
	if c.User.OfTenant() {
		a.Gate = func(tx store.ReadTx, resourceID string) error { return gate(tx, c, resourceID) }
	}
	return a
}

// control are the topics whose entries may end or close what a caller sees.
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

// checkThreads makes sure that a caller may subscribe to threads. Errors: THREAD_NOT_FOUND, THREAD_DELETED, INTEROP_*.
func checkThreads(tx store.ReadTx, c access.Caller, threadIDs []string) error {
	for _, id := range threadIDs {
		if _, err := take(tx, c, id); err != nil {
			return err
		}
	}
	return nil
}

func spans(tx store.ReadTx, c access.Caller, threadIDs []string) ([]feed.Span, error) {
	switch {
	case !c.User.IsZero():
		return userSpans(tx, c, threadIDs)
	case len(threadIDs) == 0:
		return []feed.Span{{Topic: feed.Within(c.ResourceID), From: 1, Resource: c.ResourceID}}, nil
	default:
		return threadSpans(tx, c, threadIDs)
	}
}

// threadSpans are chosen threads of a resource, whole.
func threadSpans(tx store.ReadTx, c access.Caller, threadIDs []string) ([]feed.Span, error) {
	var out []feed.Span
	for _, id := range threadIDs {
		ours, err := record.Has(tx, key.ResourceThread(c.ResourceID, id))
		if err != nil {
			return nil, err
		}
		if ours {
			out = append(out, feed.Span{Topic: event.Thread(id), From: 1, Resource: c.ResourceID})
		}
	}
	return out, nil
}

// userSpans are the stays of a user in its threads, or in chosen ones.
func userSpans(tx store.ReadTx, c access.Caller, threadIDs []string) ([]feed.Span, error) {
	if len(threadIDs) == 0 {
		for pair, err := range tx.Scan(key.UserThreads(c.User.Raw())) {
			if err != nil {
				return nil, err
			}
			threadIDs = append(threadIDs, key.LastText(pair.Key))
		}
	}
	var out []feed.Span
	for _, id := range threadIDs {
		stays, err := staySpans(tx, c, id)
		if err != nil {
			return nil, err
		}
		out = append(out, stays...)
	}
	return out, nil
}

func staySpans(tx store.ReadTx, c access.Caller, threadID string) ([]feed.Span, error) {
	p, err := record.Peek[recordv1.Participant](tx, key.Participant(threadID, c.User.Raw()))
	if p == nil || err != nil {
		return nil, err
	}
	thread, err := record.Peek[recordv1.Thread](tx, key.Thread(threadID))
	if err != nil {
		return nil, err
	}
	if thread.GetDeleteTime() != 0 {
		return farewell(thread, p), nil
	}
	var out []feed.Span
	for _, stay := range p.GetStays() {
		out = append(out, feed.Span{
			Topic: event.Thread(threadID), Resource: thread.GetThread().GetResourceId(),
			From: store.Position(stay.GetFrom()), To: store.Position(stay.GetTo()),
		})
	}
	return out, nil
}

// farewell is what those who were in a thread to the end see of it after its deletion: that it was deleted.
func farewell(thread *recordv1.Thread, p *recordv1.Participant) []feed.Span {
	if !present(p) {
		return nil
	}
	at := store.Position(thread.GetDeletedAt())
	return []feed.Span{{
		Topic: event.Thread(thread.GetThread().GetThreadId()), Resource: thread.GetThread().GetResourceId(), From: at, To: at,
	}}
}
