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
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// Pace is how much one user may do in one thread.
type Pace struct {
	// PerSecond is how many messages, edits, deletions and receipts a user may send to a thread in a second, in the long
	// run. It is counted by each broker on its own. 0 means 1000.
	PerSecond int
	// Burst is how many of them may come at once after a pause. 0 means 5000.
	Burst int
}

func (p Pace) withDefaults() Pace {
	return Pace{PerSecond: cmp.Or(p.PerSecond, 1000), Burst: cmp.Or(p.Burst, 5000)}
}

// meter refuses what is too much for one user in one thread, or for its resource, before it costs anything.
func (s *Service) meter(ctx context.Context, c access.Caller, threadID string) error {
	perSecond, err := s.quota(ctx, c)
	if err != nil {
		return err
	}
	return s.count(c, threadID, perSecond)
}

// quota is how many messages a second the caller's resource may send; 0 for a caller without a resource.
func (s *Service) quota(ctx context.Context, c access.Caller) (perSecond int, err error) {
	if c.ResourceID == "" {
		return 0, nil
	}
	err = s.ledger.Store().View(ctx, func(tx store.ReadTx) error {
		quotas, err := admin.Quotas(tx, c.ResourceID)
		perSecond = int(quotas.GetMaxMessagesPerSecond())
		return err
	})
	return perSecond, err
}

// count refuses what is too much by the pace, and by the quota of the resource.
func (s *Service) count(c access.Caller, threadID string, perSecond int) error {
	if wait := s.limiter.Take("thread "+c.Name()+" "+threadID, 1, s.pace.PerSecond, s.pace.Burst); wait > 0 {
		return reason.New(typev1.Reason_REASON_RATE_LIMITED, "more than %d requests a second of one user to one thread", s.pace.PerSecond).Retry(wait)
	}
	if c.ResourceID == "" {
		return nil
	}
	if wait := s.limiter.Take("resource "+c.ResourceID, 1, perSecond, perSecond); wait > 0 {
		return exceeded("max_messages_per_second", int64(perSecond)).Retry(max(wait, time.Millisecond))
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
