package admin

import (
	"cmp"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// The quotas of a resource for which the operator has set none.
const (
	defaultMaxUsers                 = 1_000_000
	defaultMaxThreads               = 1_000_000
	defaultMaxMessagesPerSecond     = 100_000
	defaultMaxParticipantsPerThread = 250
)

// Quotas returns what a resource may hold and do, with the defaults filled in. A resource that does not live is
// RESOURCE_NOT_FOUND.
func Quotas(tx store.ReadTx, resourceID string) (*adminv1.Quotas, error) {
	return store.Derived(tx, quotasOf(resourceID), quotas)
}

// quotasOf names the quotas of a resource, among what is derived from the state.
type quotasOf string

func quotas(tx store.ReadTx, of quotasOf) (*adminv1.Quotas, error) {
	resourceID := string(of)
	r, err := record.Peek[recordv1.Resource](tx, key.Resource(resourceID))
	if err != nil {
		return nil, err
	}
	if r == nil || r.GetDeleteTime() != 0 {
		return nil, noResource(resourceID)
	}
	q := r.GetResource().GetQuotas()
	return &adminv1.Quotas{
		MaxUsers:                 cmp.Or(q.GetMaxUsers(), defaultMaxUsers),
		MaxThreads:               cmp.Or(q.GetMaxThreads(), defaultMaxThreads),
		MaxMessagesPerSecond:     cmp.Or(q.GetMaxMessagesPerSecond(), defaultMaxMessagesPerSecond),
		MaxParticipantsPerThread: cmp.Or(q.GetMaxParticipantsPerThread(), defaultMaxParticipantsPerThread),
	}, nil
}
