package call

import (
	"slices"
	"strconv"

	"google.golang.org/protobuf/proto"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// change is one change to one call: the call as it becomes, and the events that tell of it. Who is there when it begins sees
// all of its events, also where it leaves with one of them; who comes sees them from the one on that brings it.
type change struct {
	tx     *ledger.Tx
	record *recordv1.Call
	call   *callv1.Call
	// context is the operation context of the request.
	context string
	events  []told
	// audience are the raw ids of those who see the next event.
	audience []string
	// first is the first leg that ends with the change: what ends the call, if it ends.
	first *callv1.Leg
	// notices are those that were issued by the change, complete once it was committed.
	notices []*callv1.Notice
}

// told is an event that is to be published.
type told struct {
	event *callv1.CallEvent
	// audience are the raw ids of those who see it, and the last of them newcomers, who see the call from here on.
	audience  []string
	newcomers int
	// to is set for an event that is not numbered: who alone is sent it.
	to *recordv1.Addressee
}

// load begins a change to a call; nil if there is none.
func load(tx *ledger.Tx, callID string) (*change, error) {
	stored, err := record.Get[recordv1.Call](tx, key.Call(callID))
	if stored == nil || err != nil {
		return nil, err
	}
	c := &change{tx: tx, record: stored, call: stored.GetCall()}
	for _, l := range c.livings() {
		c.audience = append(c.audience, rawID(l))
	}
	return c, nil
}

// emit adds a numbered event, which newcomers see as their first. What it tells is copied as it is now, with the number of
// the event in it.
func (c *change) emit(e *callv1.CallEvent, newcomers ...string) {
	before := len(c.audience)
	for _, raw := range newcomers {
		if !slices.Contains(c.audience, raw) {
			c.audience = append(c.audience, raw)
		}
	}
	c.call.LastSequence++
	e.Sequence = c.call.GetLastSequence()
	c.events = append(c.events, told{event: proto.CloneOf(e), audience: slices.Clip(c.audience), newcomers: len(c.audience) - before})
}

// whisper adds an event that is not numbered, for some devices of a user.
func (c *change) whisper(e *callv1.CallEvent, to *recordv1.Addressee) {
	to.CallId = c.call.GetCallId()
	c.events = append(c.events, told{event: proto.CloneOf(e), to: to})
}

// commit publishes the events, and stores the call.
func (c *change) commit() error {
	for _, t := range c.events {
		at, err := c.publish(t)
		if err != nil {
			return err
		}
		for _, raw := range t.audience[len(t.audience)-t.newcomers:] {
			if err := c.welcome(raw, at); err != nil {
				return err
			}
		}
	}
	return record.Set(c.tx, key.Call(c.call.GetCallId()), c.record)
}

func (c *change) publish(t told) (store.Position, error) {
	e := t.event
	e.CallId, e.Time, e.Actor, e.OperationContext = c.call.GetCallId(), stamp(c.tx.Now), c.tx.Caller.User.Proto(), c.context
	if err := c.witness(e, c.tx.Head()+1); err != nil {
		return 0, err
	}
	content, err := encode(e)
	if err != nil {
		return 0, err
	}
	var topics []string
	if t.to == nil {
		topics = append(topics, event.Call(c.call.GetCallId()))
	} else {
		topics = append(topics, event.Party(t.to.GetUser()))
	}
	for _, raw := range t.audience {
		topics = append(topics, event.Party(raw))
	}
	at, err := c.tx.Publish(&recordv1.Entry{
		ResourceId: c.call.GetResourceId(), Topics: topics, Addressee: t.to, Event: &recordv1.Entry_Call{Call: content},
	}, c.call.GetCallId())
	if erasable(e) {
		c.tx.Set(key.Signal(c.call.GetCallId(), at), nil)
	}
	return at, err
}

// erasable reports whether the end of the call erases an event.
func erasable(e *callv1.CallEvent) bool {
	return e.GetSignalReceived() != nil || e.GetDtmfReceived() != nil
}

// welcome notes from where on a party sees the call, unless it was in it before.
func (c *change) welcome(raw string, at store.Position) error {
	k := key.CallParty(raw, c.call.GetCallId())
	if known, err := record.Has(c.tx, k); known || err != nil {
		return err
	}
	return record.Set(c.tx, k, &recordv1.CallParty{Since: uint64(at)})
}

// live reports whether a leg has not ended.
func live(l *callv1.Leg) bool { return l.GetState() != callv1.LegState_LEG_STATE_ENDED }

// hasAnswered reports whether the party of a live leg is in the call, and not only called.
func hasAnswered(l *callv1.Leg) bool {
	return live(l) && l.GetState() != callv1.LegState_LEG_STATE_RINGING
}

func rawID(l *callv1.Leg) string { return l.GetIdentifier().GetRawId() }

// legOf returns the latest leg of a party; nil if it never had one.
func (c *change) legOf(raw string) *callv1.Leg { return latest(c.call, raw) }

func latest(call *callv1.Call, raw string) *callv1.Leg {
	for _, l := range slices.Backward(call.GetLegs()) {
		if rawID(l) == raw {
			return l
		}
	}
	return nil
}

// leg returns a leg by its id; nil if there is none.
func (c *change) leg(legID string) *callv1.Leg {
	i, err := strconv.Atoi(legID)
	if err != nil || i < 1 || i > len(c.call.GetLegs()) {
		return nil
	}
	return c.call.GetLegs()[i-1]
}

// state returns what only the broker knows of a leg. Legs are numbered by their ids.
func (c *change) state(l *callv1.Leg) *recordv1.LegState {
	i, _ := strconv.Atoi(l.GetLegId())
	return c.record.GetLegs()[i-1]
}

// livings are the legs that have not ended.
func (c *change) livings() []*callv1.Leg {
	return slices.DeleteFunc(slices.Clone(c.call.GetLegs()), func(l *callv1.Leg) bool { return !live(l) })
}
