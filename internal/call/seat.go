package call

import (
	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// take begins a change for the caller, which has or had a leg in the call, or is the backend of its resource. A call that
// the caller has nothing to do with is CALL_NOT_FOUND. The leg is nil for a backend that acts as nobody.
func take(tx *ledger.Tx, callID, context string) (*change, *callv1.Leg, error) {
	c, err := load(tx, canonical(callID))
	if err != nil {
		return nil, nil, err
	}
	if c == nil || !sees(tx.Caller, c.call) {
		return nil, nil, notFound(callID)
	}
	c.context = context
	l := c.legOf(tx.Caller.User.Raw())
	return c, l, nil
}

// sees reports whether a call is any business of a caller.
func sees(c access.Caller, call *callv1.Call) bool {
	if c.User.IsZero() {
		return call.GetResourceId() == c.ResourceID
	}
	return latest(call, c.User.Raw()) != nil
}

// takeFor is take for an input of a party that concerns its own leg. The table has allowed the input, and it is not made yet.
func takeFor(tx *ledger.Tx, i input, callID, context string) (*change, *callv1.Leg, move, error) {
	c, l, err := take(tx, callID, context)
	if err != nil {
		return nil, nil, move{}, err
	}
	r := backend
	if l != nil {
		r = roleOf(l)
	}
	m, err := c.ask(i, r, l)
	return c, l, m, err
}

// ofParty returns the latest leg of the party that a request names.
func (c *change) ofParty(p *typev1.CommunicationIdentifier, field string) (*callv1.Leg, error) {
	id, err := identifier.FromProto(p)
	if err != nil {
		return nil, fieldError(err, field)
	}
	return c.legOf(id.Raw()), nil
}

// look reads a call that the caller may see.
func look(tx store.ReadTx, c access.Caller, callID string) (*recordv1.Call, error) {
	stored, err := record.Get[recordv1.Call](tx, key.Call(canonical(callID)))
	if err != nil {
		return nil, err
	}
	if stored == nil || !sees(c, stored.GetCall()) {
		return nil, notFound(callID)
	}
	return stored, nil
}

// fieldError names the field that an error is about.
func fieldError(err error, path string) error {
	if e, ok := err.(*reason.Error); ok { //nolint:errorlint // the error was made just now, not wrapped
		return e.Field(path, "%s", e.Message)
	}
	return err
}
