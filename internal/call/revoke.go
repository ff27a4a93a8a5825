package call

import (
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store/key"
)

// Revoke ends what policy no longer allows of the live calls of a tenant, in the transaction that changes the policy.
func Revoke(tx *ledger.Tx, tenantID string) error {
	return eachOf(tx, tenantID, func(c *change) error { return c.revoke(tenantID) })
}

// Close ends the live calls of a resource and the legs of a tenant's parties, in the transaction that deletes it.
func Close(tx *ledger.Tx, ownerID string) error {
	return eachOf(tx, ownerID, func(c *change) error {
		for _, l := range c.livings() {
			if c.call.GetResourceId() != ownerID && c.state(l).GetTenantId() != ownerID {
				continue
			}
			if _, err := c.apply(deleted, broker, l); err != nil {
				return err
			}
		}
		return c.done()
	})
}

// Depart ends the legs of a party that is being deleted, in the transaction of the deletion.
func Depart(tx *ledger.Tx, id identifier.ID) error {
	return eachLive(tx, id.Raw(), func(c *change, l *callv1.Leg) error { return c.make(deleted, broker, l) })
}

// eachOf calls fn with every live call of an owner.
func eachOf(tx *ledger.Tx, owner string, fn func(*change) error) error {
	var ids []string
	for pair, err := range tx.Scan(key.LiveCalls(owner)) {
		if err != nil {
			return err
		}
		ids = append(ids, key.LastText(pair.Key))
	}
	for _, id := range ids {
		c, err := load(tx, id)
		if err != nil {
			return err
		}
		if err := fn(c); err != nil {
			return err
		}
	}
	return nil
}

// revoke ends the legs of a tenant whose parties may not be in the call any more. What follows from that may forbid others:
// it looks again until nothing changes.
func (c *change) revoke(tenantID string) error {
	for {
		before := len(c.events)
		if err := c.revokeOnce(tenantID); err != nil {
			return err
		}
		if before == len(c.events) {
			break
		}
		if err := c.settle(); err != nil {
			return err
		}
	}
	if err := c.stopForbidden(); err != nil || len(c.events) == 0 {
		return err
	}
	return c.commit()
}

func (c *change) revokeOnce(tenantID string) error {
	for _, l := range c.livings() {
		if c.state(l).GetTenantId() != tenantID {
			continue
		}
		why, err := c.forbidden(l, tenantID)
		if err != nil {
			return err
		}
		if why == typev1.Reason_REASON_UNSPECIFIED {
			continue
		}
		l.EndReason = reason.Name(why)
		if _, err := c.apply(revoked, broker, l); err != nil {
			return err
		}
	}
	return nil
}

// forbidden is why policy forbids a leg of a tenant; unspecified if it does not.
func (c *change) forbidden(l *callv1.Leg, tenantID string) (typev1.Reason, error) {
	id, err := identifier.Parse(rawID(l))
	if err != nil {
		return 0, err
	}
	why, err := policy.Allowed(c.tx, c.call.GetResourceId(), tenantID, id.Local())
	if why != typev1.Reason_REASON_UNSPECIFIED || err != nil || len(c.livings())-len(c.call.GetTransfers()) <= 2 {
		return why, err
	}
	capabilities, err := policy.Capabilities(c.tx, tenantID)
	if err != nil || capabilities.GetGroupCalls() {
		return why, err
	}
	return typev1.Reason_REASON_INTEROP_GROUP_CALL, nil
}
