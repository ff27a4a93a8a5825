package admin

import (
	"context"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// GetUsage counts what a resource, a tenant or the deployment holds.
func (s *Service) GetUsage(ctx context.Context, c access.Caller, r *adminv1.GetUsageRequest) (*adminv1.GetUsageResponse, error) {
	o, err := ownerOf(r).seenBy(c)
	if err != nil {
		return nil, err
	}
	var response *adminv1.GetUsageResponse
	err = s.view(ctx, func(tx store.ReadTx) error {
		if err := o.lives(tx); err != nil {
			return err
		}
		if o.id() == "" {
			response, err = deploymentUsage(tx)
		} else {
			response, err = o.usage(tx)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

func (o owner) usage(tx store.ReadTx) (*adminv1.GetUsageResponse, error) {
	counters, err := record.Get[recordv1.Counters](tx, key.Counters(o.id()))
	if err != nil {
		return nil, err
	}
	return &adminv1.GetUsageResponse{
		UserCount:       counters.GetUsers(),
		ThreadCount:     counters.GetThreads(),
		MessageCount:    counters.GetMessages(),
		TenantUserCount: counters.GetTenantUsers(),
	}, nil
}

func deploymentUsage(tx store.ReadTx) (*adminv1.GetUsageResponse, error) {
	u := &adminv1.GetUsageResponse{EventCount: int64(tx.Head())}
	err := record.Each[recordv1.Resource](tx, key.Resources(), func(_ []byte, r *recordv1.Resource) error {
		if r.GetDeleteTime() == 0 {
			u.ResourceCount++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = record.Each[recordv1.Tenant](tx, key.Tenants(), func(_ []byte, t *recordv1.Tenant) error {
		if t.GetDeleteTime() == 0 {
			u.TenantCount++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return u, nil
}
