package call

import (
	"context"
	"slices"
	"time"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// looked is how many calls one page looks through at most.
const looked = 1000

// ListCalls lists the calls of the caller, or all of the resource for a backend that acts as nobody, newest first.
func (s *Service) ListCalls(ctx context.Context, c access.Caller, r *callv1.ListCallsRequest) (*callv1.ListCallsResponse, error) {
	pg, err := page.Open(c, r, 50, 200)
	if err != nil {
		return nil, err
	}
	f, err := newFilter(c, r)
	if err != nil {
		return nil, err
	}
	response := &callv1.ListCallsResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = pg.ScanSome(tx, f.calls(), looked, func(pair store.Pair) (bool, error) {
			call, err := exists(tx, pair)
			if err != nil || !f.fits(call) {
				return false, err
			}
			response.Calls = append(response.Calls, call)
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// filter is what a request wants listed.
type filter struct {
	caller      access.Caller
	participant identifier.ID
	states      []callv1.CallState
	since       time.Time
}

func newFilter(c access.Caller, r *callv1.ListCallsRequest) (filter, error) {
	f := filter{caller: c, states: r.GetStates()}
	if r.GetParticipant() != nil {
		var err error
		if f.participant, err = identifier.FromProto(r.GetParticipant()); err != nil {
			return f, fieldError(err, "participant")
		}
	}
	if r.GetStartTime() != nil {
		f.since = r.GetStartTime().AsTime()
	}
	return f, nil
}

// calls is the shortest list that has everything that is wanted.
func (f filter) calls() store.Range {
	owner, all := f.caller.User.Raw(), key.CallsOf
	if f.caller.User.IsZero() {
		owner, all = f.caller.ResourceID, key.ResourceCalls
		if !f.participant.IsZero() {
			owner, all = f.participant.Raw(), key.CallsOf
		}
	}
	if len(f.states) > 0 && !slices.Contains(f.states, callv1.CallState_CALL_STATE_ENDED) {
		all = key.LiveCalls
	}
	calls := all(owner)
	if !f.since.IsZero() {
		// No call has an id of an earlier time than when it was started.
		calls.From = slices.Concat(calls.From, []byte(earliest(f.since)))
	}
	calls.Reverse = true
	return calls
}

func (f filter) fits(c *callv1.Call) bool {
	return (len(f.states) == 0 || slices.Contains(f.states, c.GetState())) && sees(f.caller, c) &&
		(f.participant.IsZero() || latest(c, f.participant.Raw()) != nil) &&
		!c.GetCreateTime().AsTime().Before(f.since)
}

func actAsRequired() error {
	return reason.New(typev1.Reason_REASON_ACT_AS_REQUIRED, "a backend has no side of the call to hang up: hang up for EVERYONE, or name a user in the metadata parley-act-as")
}
