package chat

import (
	"cmp"
	"context"
	"time"

	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Pace is how much one user may do in one thread.
type Pace struct {
	// PerSecond is how many messages, edits, deletions and receipts a user may send to a thread in a second, in the long
	// run, and how many threads it may create. It is counted by each broker on its own. 0 means 1000.
	PerSecond int
	// Burst is how many of them may come at once after a pause. 0 means 5000.
	Burst int
}

func (p Pace) withDefaults() Pace {
	return Pace{PerSecond: cmp.Or(p.PerSecond, 1000), Burst: cmp.Or(p.Burst, 5000)}
}

// meter refuses what is too much for one user in one thread, or for its resource, before it costs anything.
func (s *Service) meter(ctx context.Context, c access.Caller, threadID string) error {
	b, err := s.budget(ctx, c, threadID)
	if err != nil {
		return err
	}
	return s.count(c, threadID, b)
}

// budget is how many messages a second a resource may have; none where that is empty.
type budget struct {
	resourceID string
	perSecond  int
}

// budget returns the budget that a request draws on: that of the caller's resource or, for a Teams user, of the thread's. Only
// who takes part in a thread draws on it; others are refused soon after.
func (s *Service) budget(ctx context.Context, c access.Caller, threadID string) (budget, error) {
	if c.ResourceID == "" {
		return s.threadBudget(ctx, c, threadID)
	}
	b := &budget{resourceID: c.ResourceID}
	err := s.ledger.Store().View(ctx, b.fill)
	return *b, err
}

func (s *Service) threadBudget(ctx context.Context, c access.Caller, threadID string) (b budget, err error) {
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		seat, err := takePresent(tx, c, threadID)
		if err != nil {
			return unlessRefused(err)
		}
		b.resourceID = seat.resourceID()
		return b.fill(tx)
	})
	return b, err
}

// fill reads how much the resource may.
func (b *budget) fill(tx store.ReadTx) error {
	quotas, err := admin.Quotas(tx, b.resourceID)
	b.perSecond = int(quotas.GetMaxMessagesPerSecond())
	return err
}

// budgets is budget for several requests, each of whose budgets it looks up once.
func (s *Service) budgets(ctx context.Context, c access.Caller) func(threadID string) (budget, error) {
	known := map[string]budget{}
	return func(threadID string) (budget, error) {
		if c.ResourceID != "" {
			threadID = "" // all threads draw on the same
		}
		if b, ok := known[threadID]; ok {
			return b, nil
		}
		b, err := s.budget(ctx, c, threadID)
		if err == nil {
			known[threadID] = b
		}
		return b, err
	}
}

// count refuses what is too much by the pace, and by the quota of the resource.
func (s *Service) count(c access.Caller, threadID string, b budget) error {
	if wait := s.limiter.Take(limit.Name{Kind: "thread", Of: c.Name(), In: threadID}, 1, s.pace.PerSecond, s.pace.Burst); wait > 0 {
		return reason.New(typev1.Reason_REASON_RATE_LIMITED, "more than %d requests a second of one user to one thread, or for new ones", s.pace.PerSecond).Retry(wait)
	}
	if b.resourceID == "" {
		return nil
	}
	if wait := s.limiter.Take(limit.Name{Kind: "resource", Of: b.resourceID}, 1, b.perSecond, b.perSecond); wait > 0 {
		return exceeded("max_messages_per_second", int64(b.perSecond)).Retry(max(wait, time.Millisecond))
	}
	return nil
}

// countThread keeps how many threads a resource has, and refuses one too many.
func countThread(tx *ledger.Tx, resourceID string, change int64) error {
	counters, err := record.Get[recordv1.Counters](tx, key.Counters(resourceID))
	if err != nil {
		return err
	}
	if counters == nil {
		counters = &recordv1.Counters{}
	}
	counters.Threads += change
	if change > 0 {
		quotas, err := admin.Quotas(tx, resourceID)
		if err != nil {
			return err
		}
		if counters.GetThreads() > quotas.GetMaxThreads() {
			return exceeded("max_threads", quotas.GetMaxThreads())
		}
	}
	return record.Set(tx, key.Counters(resourceID), counters)
}

func exceeded(quota string, most int64) *reason.Error {
	return reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "the resource has used up its quota %s of %d: ask the operator for more", quota, most).With("quota", quota)
}
