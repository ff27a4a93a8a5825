package chat

import (
	"context"

	chatv1 "github.com/parley-interop/parley/gen/go/parley/chat/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/store"
)

// Sent is what became of one message of several.
type Sent struct {
	// Response acknowledges it; nil where it was refused.
	Response *chatv1.SendMessageResponse
	// Refusal is why it was not sent; nil where it was.
	Refusal *reason.Error
}

// SendMessages sends several messages of one caller in one commit, in their order, each accepted or refused on its own.
// An error concerns all of them: then none was sent, unless it is uncertain. begun is called, perhaps more than once, when their
// turn has come: what is sent after that comes after them.
func (s *Service) SendMessages(ctx context.Context, c access.Caller, requests []*chatv1.SendMessageRequest, begun func()) ([]Sent, error) {
	sent := make([]Sent, len(requests))
	budgets := s.budgets(ctx, c)
	writes, drafts, places := make([]ledger.Write, 0, len(requests)), make([]draft, 0, len(requests)), make([]int, 0, len(requests))
	for i, r := range requests {
		d, err := compose(r)
		var b budget
		if err == nil {
			b, err = budgets(r.GetThreadId())
		}
		if err == nil {
			err = s.count(c, r.GetThreadId(), b)
		}
		if err != nil {
			if sent[i].Refusal, err = asRefusal(err); err != nil {
				return nil, err
			}
			continue
		}
		writes, drafts, places = append(writes, sending(c, r)), append(drafts, d), append(places, i)
	}
	if len(writes) == 0 {
		return sent, nil
	}
	results, err := ledger.DoAll(ctx, s.ledger, writes, begun, func(tx *ledger.Tx, i int) (*chatv1.SendMessageResponse, error) {
		return drafts[i].send(tx)
	})
	if err != nil {
		return nil, err
	}
	for i, r := range results {
		sent[places[i]] = Sent{Response: r.Response, Refusal: r.Refusal}
	}
	return sent, nil
}

// asRefusal splits an error into a refusal of one message and anything else, which concerns all of them.
func asRefusal(err error) (*reason.Error, error) {
	if e, ok := err.(*reason.Error); ok { //nolint:errorlint // refusals come unwrapped
		return e, nil
	}
	return nil, err
}

// Stands returns ACCESS_LOST once a caller may not go on with a stream.
func (s *Service) Stands(ctx context.Context, c access.Caller) error {
	return s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		if err := access.Check(tx, c, s.ledger.Now()); err != nil {
			return reason.AccessLost(err)
		}
		return nil
	})
}
