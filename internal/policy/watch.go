package policy

import (
	"context"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/store"
)

// Watch starts a subscription to the changes of a tenant's policy, through a hub on the same store; the caller of this
// method closes it. Errors: FOREIGN_OWNER, and those of feed.Hub.Subscribe.
func (e *Engine) Watch(ctx context.Context, hub *feed.Hub, c access.Caller, r *policyv1.WatchPolicyRequest) (*feed.Subscription, error) {
	tenantID, err := ownTenant(c, r)
	if err != nil {
		return nil, err
	}
	topic := event.Tenant(tenantID)
	audience := feed.Audience{
		Name:    "policy\x00" + c.Name(),
		Control: []string{topic},
		Selects: func(e *recordv1.Entry) bool { return e.GetPolicy() != nil },
		Check:   func(tx store.ReadTx) error { return access.Check(tx, c, e.ledger.Now()) },
		Spans: func(store.ReadTx) ([]feed.Span, error) {
			return []feed.Span{{Topic: topic, From: 1}}, nil
		},
	}
	start := feed.Start{Cursor: r.GetCursor(), Position: r.GetStartPosition()}
	return hub.Subscribe(ctx, audience, start, feed.Heartbeat(r.GetHeartbeatInterval()))
}
