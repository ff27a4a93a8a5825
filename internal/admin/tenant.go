package admin

import (
	"context"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/etag"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/mask"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/reason"
	"github.com/parley-interop/parley/internal/record"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// CreateTenant makes a tenant and its admin key.
func (s *Service) CreateTenant(ctx context.Context, c access.Caller, r *adminv1.CreateTenantRequest) (*adminv1.CreateTenantResponse, error) {
	keys := newTenantKeys()
	fresh := proto.CloneOf(r.GetTenant())
	fresh.TenantId = chosen(fresh.GetTenantId())
	response, err := ledger.Do(ctx, s.ledger, write(c, "CreateTenant", r, r.GetIdempotencyKey()), func(tx *ledger.Tx) (*adminv1.CreateTenantResponse, error) {
		tenant, shown, err := addTenant(tx, fresh, keys)
		if err != nil {
			return nil, err
		}
		return &adminv1.CreateTenantResponse{Tenant: tenant, Key: shown, Commit: tx.Commit()}, nil
	})
	if err != nil {
		return nil, err
	}
	if reveal([]*adminv1.NewKey{response.GetKey()}, keys) == nil {
		response.Key = nil
	}
	return response, nil
}

func newTenantKeys() []access.Key {
	return []access.Key{access.NewKey(typev1.CallerKind_CALLER_KIND_TENANT_ADMIN)}
}

// addTenant creates a tenant as fresh describes it, with its key. It returns the key without its secret.
func addTenant(tx *ledger.Tx, fresh *adminv1.Tenant, keys []access.Key) (*adminv1.Tenant, *adminv1.NewKey, error) {
	if err := free(tx, fresh.GetTenantId()); err != nil {
		return nil, nil, err
	}
	tenant := proto.CloneOf(fresh)
	tenant.Etag, tenant.CreateTime = etag.Next(tx), timestamppb.New(tx.Now)
	shown, err := putKeys(tx, tenant.GetTenantId(), keys)
	if err != nil {
		return nil, nil, err
	}
	return tenant, shown[0], putTenant(tx, &recordv1.Tenant{Tenant: tenant})
}

// putTenant stores a tenant and tells of it.
func putTenant(tx *ledger.Tx, r *recordv1.Tenant) error {
	id := r.GetTenant().GetTenantId()
	if err := record.Set(tx, key.Tenant(id), r); err != nil {
		return err
	}
	_, err := tx.PublishAudited(&recordv1.Entry{TenantId: id, Topics: []string{event.Tenant(id)}}, id)
	return err
}

// loadTenant returns a tenant that lives; any other is TENANT_NOT_FOUND.
func loadTenant(tx store.ReadTx, id string) (*adminv1.Tenant, error) {
	r, err := record.Get[recordv1.Tenant](tx, key.Tenant(id))
	if err != nil {
		return nil, err
	}
	if r == nil || r.GetDeleteTime() != 0 {
		return nil, noTenant(id)
	}
	return r.GetTenant(), nil
}

func noTenant(id string) error {
	return reason.New(typev1.Reason_REASON_TENANT_NOT_FOUND, "there is no tenant %q", id)
}

// GetTenant returns a tenant.
func (s *Service) GetTenant(ctx context.Context, _ access.Caller, r *adminv1.GetTenantRequest) (*adminv1.GetTenantResponse, error) {
	response := &adminv1.GetTenantResponse{}
	err := s.view(ctx, func(tx store.ReadTx) (err error) {
		response.Tenant, err = loadTenant(tx, guid(r.GetTenantId()))
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// ListTenants lists the tenants.
func (s *Service) ListTenants(ctx context.Context, c access.Caller, r *adminv1.ListTenantsRequest) (*adminv1.ListTenantsResponse, error) {
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &adminv1.ListTenantsResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		response.NextPageToken, err = p.Scan(tx, key.Tenants(), func(pair store.Pair) (bool, error) {
			found, err := record.Decode[recordv1.Tenant](pair.Value)
			if err != nil || found.GetDeleteTime() != 0 {
				return false, err
			}
			response.Tenants = append(response.Tenants, found.GetTenant())
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

// UpdateTenant changes a tenant.
func (s *Service) UpdateTenant(ctx context.Context, c access.Caller, r *adminv1.UpdateTenantRequest) (*adminv1.UpdateTenantResponse, error) {
	return ledger.Do(ctx, s.ledger, write(c, "UpdateTenant", r, ""), func(tx *ledger.Tx) (*adminv1.UpdateTenantResponse, error) {
		tenant, err := loadTenant(tx, guid(r.GetTenant().GetTenantId()))
		if err != nil {
			return nil, err
		}
		if err := etag.Check(r.GetEtag(), tenant.GetEtag()); err != nil {
			return nil, err
		}
		if err := mask.Apply(tenant, r.GetTenant(), r.GetUpdateMask(), "display_name"); err != nil {
			return nil, err
		}
		tenant.Etag = etag.Next(tx)
		if err := putTenant(tx, &recordv1.Tenant{Tenant: tenant}); err != nil {
			return nil, err
		}
		return &adminv1.UpdateTenantResponse{Tenant: tenant, Commit: tx.Commit()}, nil
	})
}

// DeleteTenant closes a tenant. Its key stays on record, so that its holder learns what became of it.
func (s *Service) DeleteTenant(ctx context.Context, c access.Caller, r *adminv1.DeleteTenantRequest) (*adminv1.DeleteTenantResponse, error) {
	return ledger.Do(ctx, s.ledger, write(c, "DeleteTenant", r, ""), func(tx *ledger.Tx) (*adminv1.DeleteTenantResponse, error) {
		if err := closeTenant(tx, guid(r.GetTenantId()), r.GetEtag()); err != nil {
			return nil, err
		}
		if err := s.closed(tx, guid(r.GetTenantId())); err != nil {
			return nil, err
		}
		return &adminv1.DeleteTenantResponse{Commit: tx.Commit()}, nil
	})
}

func closeTenant(tx *ledger.Tx, id, sent string) error {
	found, err := record.Get[recordv1.Tenant](tx, key.Tenant(id))
	if err != nil {
		return err
	}
	if found == nil {
		return noTenant(id)
	}
	if found.GetDeleteTime() != 0 {
		return nil
	}
	if err := etag.Check(sent, found.GetTenant().GetEtag()); err != nil {
		return err
	}
	found.DeleteTime = tx.Now.UnixMicro()
	return putTenant(tx, found)
}
