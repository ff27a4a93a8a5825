package feed

import (
	"context"

	"github.com/parley-interop/parley/internal/store"
)

// ask reads a state in which the audience may still be here, asks anew what is to be withheld, and calls fn, if there is
// one, with what may be seen.
func (s *Subscription) ask(ctx context.Context, fn func(tx store.ReadTx, may *sight) error) error {
	return s.hub.store.View(ctx, func(tx store.ReadTx) error {
		if s.audience.Check != nil {
			if err := s.audience.Check(tx); err != nil {
				return accessLost(err)
			}
		}
		if fn == nil && s.audience.Gate == nil {
			return nil
		}
		may, err := s.look(tx)
		if err != nil {
			return err
		}
		if err := s.askGates(tx, may.spans); err != nil || fn == nil {
			return err
		}
		return fn(tx, may)
	})
}

// askGates asks anew which resources are withheld. A subscriber to whom all are closed has lost its access.
func (s *Subscription) askGates(tx store.ReadTx, spans []Span) error {
	s.gates, s.reopened = nil, nil
	for _, resource := range s.at.resources() {
		if s.gate(tx, resource) == nil {
			s.reopened = append(s.reopened, resource)
		}
	}
	var closed error
	for _, span := range spans {
		if !span.open() {
			continue
		}
		if closed = s.gate(tx, span.Resource); closed == nil {
			return nil
		}
	}
	if closed != nil {
		return accessLost(closed)
	}
	return nil
}

// gate returns why the entries of a resource are withheld, and nil if they are not.
func (s *Subscription) gate(tx store.ReadTx, resource string) error {
	if s.audience.Gate == nil {
		return nil
	}
	if gate, known := s.gates[resource]; known {
		return gate
	}
	if s.gates == nil {
		s.gates = map[string]error{}
	}
	s.gates[resource] = s.audience.Gate(tx, resource)
	return s.gates[resource]
}

// known is gate for when no state is being read: it reads one only for a resource that was not asked about yet.
func (s *Subscription) known(ctx context.Context, resource string) (gate, err error) {
	if s.audience.Gate == nil {
		return nil, nil
	}
	if gate, known := s.gates[resource]; known {
		return gate, nil
	}
	return s.learn(ctx, resource)
}

// learn reads a state to ask it about a resource.
func (s *Subscription) learn(ctx context.Context, resource string) (gate, err error) {
	err = s.hub.store.View(ctx, func(tx store.ReadTx) error {
		gate = s.gate(tx, resource)
		return nil
	})
	return gate, err
}

// send makes an entry ready, or withholds it. What comes while something of its resource is withheld waits its turn.
func (s *Subscription) send(e *Entry, gate error) error {
	resource := e.Record.GetResourceId()
	_, withheld := s.at.withheld[resource]
	if gate != nil && !withheld {
		if len(s.at.withheld) == maxWithheld {
			return accessLost(gate)
		}
		s.at.withhold(resource, e.Position-1)
		withheld = true
	}
	s.at.position = e.Position
	if !withheld {
		s.ready = append(s.ready, Delivery{Entry: e, Cursor: s.cursor()})
	}
	return nil
}
