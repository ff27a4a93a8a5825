package call

import (
	"slices"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// invite makes a party ring. A call queue with agents sends the call on at once, to each of them in turn until one answers.
func (c *change) invite(p party, in invitation) (*callv1.Leg, error) {
	l, err := c.ring(p, in)
	if err != nil || p.id.Kind() != identifier.VoiceApplication {
		return l, err
	}
	agents, err := agentsOf(c.tx, p)
	if err != nil || len(agents) == 0 {
		return l, err
	}
	q := &recordv1.CallQueue{
		LegId: l.GetLegId(), Agents: agents, RingTimeout: in.ring.Microseconds(), CustomContext: in.context, InvitedBy: in.by.GetRawId(),
	}
	offered, err := c.offer(q, func(agent party) { c.passOn(l, agent) })
	if err != nil || offered == nil {
		return l, err
	}
	c.record.Queues = append(c.record.Queues, q)
	c.end(l, next(redirect, callee, ringing))
	// That a queue passes the call on ends nothing.
	c.first = nil
	return offered, nil
}

// agentsOf are the raw ids of the agents of a call queue, in their order.
func agentsOf(tx store.ReadTx, queue party) ([]string, error) {
	stored, err := record.Get[recordv1.VoiceApplication](tx, key.VoiceApplication(queue.tenantID, queue.id.Local()))
	if err != nil {
		return nil, err
	}
	var agents []string
	for _, objectID := range stored.GetApplication().GetAgentUserIds() {
		u, err := record.Get[recordv1.TenantUser](tx, key.TenantUser(queue.tenantID, objectID))
		if err != nil {
			return nil, err
		}
		if u != nil {
			agents = append(agents, identifier.NewTeamsUser(u.GetUser().GetCloud(), objectID).Raw())
		}
	}
	return agents, nil
}

// offer makes the next agent of a queue ring who may be called; nil if there is none. before is called before it rings.
func (c *change) offer(q *recordv1.CallQueue, before func(party)) (*callv1.Leg, error) {
	for len(q.GetAgents()) > 0 && len(c.call.GetLegs()) < MaxLegs {
		raw := q.GetAgents()[0]
		q.Agents = q.GetAgents()[1:]
		id, err := identifier.Parse(raw)
		if err != nil {
			return nil, err
		}
		if l := c.legOf(raw); l != nil && live(l) {
			continue
		}
		p, err := admit(c.tx, c.call.GetResourceId(), id)
		if err == nil {
			err = c.mayJoin(p, c.leg(q.GetLegId()))
		}
		if reason.Of(err) != typev1.Reason_REASON_UNSPECIFIED {
			continue
		}
		if err != nil {
			return nil, err
		}
		before(p)
		l, err := c.ring(p, invitation{ring: time.Duration(q.GetRingTimeout()) * time.Microsecond, context: q.GetCustomContext(), by: identify(q.GetInvitedBy())})
		if err != nil {
			return nil, err
		}
		q.LegId = l.GetLegId()
		return l, nil
	}
	return nil, nil
}

// identify is the identifier of a raw id that was stored.
func identify(raw string) *typev1.CommunicationIdentifier {
	id, err := identifier.Parse(raw)
	if err != nil {
		return nil
	}
	return id.Proto()
}

// offerNext lets each queue whose agent did not answer offer the call to the next, as long as there is somebody to talk to.
func (c *change) offerNext() error {
	for _, q := range slices.Clone(c.record.GetQueues()) {
		l := c.leg(q.GetLegId())
		if live(l) {
			continue
		}
		var offered *callv1.Leg
		if slices.ContainsFunc(c.livings(), hasAnswered) {
			var err error
			if offered, err = c.offer(q, func(agent party) { c.retarget(l, agent) }); err != nil {
				return err
			}
		}
		if offered == nil {
			c.dropQueue(l)
			c.failTransfer(l)
		}
	}
	return nil
}

// dropQueue forgets the queue that offers the call to a leg: it was answered, or nobody is left to be asked.
func (c *change) dropQueue(l *callv1.Leg) {
	c.record.Queues = slices.DeleteFunc(c.record.GetQueues(), func(q *recordv1.CallQueue) bool { return q.GetLegId() == l.GetLegId() })
}

// offered reports whether a queue is offering the call to a leg and has others to ask after it.
func (c *change) offered(l *callv1.Leg) bool {
	return slices.ContainsFunc(c.record.GetQueues(), func(q *recordv1.CallQueue) bool {
		return q.GetLegId() == l.GetLegId() && len(q.GetAgents()) > 0
	})
}
