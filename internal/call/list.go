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

// ListCalls lists the calls of the caller, or all of the resource for a backend that acts as nobody, newest first.
func (s *Service) ListCalls(ctx context.Context, c access.Caller, r *callv1.ListCallsRequest) (*callv1.ListCallsResponse, error) {
	pg, err := page.Open(c, r, 50, 200)
	if err != nil {
		return nil, err
	}
	fits, err := filter(r)
	if err != nil {
		return nil, err
	}
	calls := callsOf(c)
	calls.Reverse = true
	response := &callv1.ListCallsResponse{}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = pg.Scan(tx, calls, func(pair store.Pair) (bool, error) {
			call, err := exists(tx, pair)
			if err != nil || !fits(call) {
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

func callsOf(c access.Caller) store.Range {
	if c.User.IsZero() {
		return key.ResourceCalls(c.ResourceID)
	}
	return key.CallsOf(c.User.Raw())
}

// filter is what a request wants listed.
func filter(r *callv1.ListCallsRequest) (func(*callv1.Call) bool, error) {
	var participant identifier.ID
	if r.GetParticipant() != nil {
		var err error
		if participant, err = identifier.FromProto(r.GetParticipant()); err != nil {
			return nil, fieldError(err, "participant")
		}
	}
	var since time.Time
	if r.GetStartTime() != nil {
		since = r.GetStartTime().AsTime()
	}
	return func(c *callv1.Call) bool {
		return (len(r.GetStates()) == 0 || slices.Contains(r.GetStates(), c.GetState())) &&
			(participant.IsZero() || latest(c, participant.Raw()) != nil) &&
			!c.GetCreateTime().AsTime().Before(since)
	}, nil
}

func actAsRequired() error {
	return reason.New(typev1.Reason_REASON_ACT_AS_REQUIRED, "a backend has no side of the call to hang up: hang up for EVERYONE, or name a user in the metadata parley-act-as")
}
