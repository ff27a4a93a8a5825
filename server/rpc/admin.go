package rpc

import (
	"context"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/admin"
)

// adminServer serves AdminService; the contract says what its methods do.
type adminServer struct {
	adminv1.UnsafeAdminServiceServer

	domain *admin.Service
}

func (s adminServer) CreateResource(ctx context.Context, r *adminv1.CreateResourceRequest) (*adminv1.CreateResourceResponse, error) {
	return s.domain.CreateResource(ctx, access.FromContext(ctx), r)
}

func (s adminServer) GetResource(ctx context.Context, r *adminv1.GetResourceRequest) (*adminv1.GetResourceResponse, error) {
	return s.domain.GetResource(ctx, access.FromContext(ctx), r)
}

func (s adminServer) ListResources(ctx context.Context, r *adminv1.ListResourcesRequest) (*adminv1.ListResourcesResponse, error) {
	return s.domain.ListResources(ctx, access.FromContext(ctx), r)
}

func (s adminServer) UpdateResource(ctx context.Context, r *adminv1.UpdateResourceRequest) (*adminv1.UpdateResourceResponse, error) {
	return s.domain.UpdateResource(ctx, access.FromContext(ctx), r)
}

func (s adminServer) DeleteResource(ctx context.Context, r *adminv1.DeleteResourceRequest) (*adminv1.DeleteResourceResponse, error) {
	return s.domain.DeleteResource(ctx, access.FromContext(ctx), r)
}

func (s adminServer) CreateTenant(ctx context.Context, r *adminv1.CreateTenantRequest) (*adminv1.CreateTenantResponse, error) {
	return s.domain.CreateTenant(ctx, access.FromContext(ctx), r)
}

func (s adminServer) GetTenant(ctx context.Context, r *adminv1.GetTenantRequest) (*adminv1.GetTenantResponse, error) {
	return s.domain.GetTenant(ctx, access.FromContext(ctx), r)
}

func (s adminServer) ListTenants(ctx context.Context, r *adminv1.ListTenantsRequest) (*adminv1.ListTenantsResponse, error) {
	return s.domain.ListTenants(ctx, access.FromContext(ctx), r)
}

func (s adminServer) UpdateTenant(ctx context.Context, r *adminv1.UpdateTenantRequest) (*adminv1.UpdateTenantResponse, error) {
	return s.domain.UpdateTenant(ctx, access.FromContext(ctx), r)
}

func (s adminServer) DeleteTenant(ctx context.Context, r *adminv1.DeleteTenantRequest) (*adminv1.DeleteTenantResponse, error) {
	return s.domain.DeleteTenant(ctx, access.FromContext(ctx), r)
}

func (s adminServer) ListKeys(ctx context.Context, r *adminv1.ListKeysRequest) (*adminv1.ListKeysResponse, error) {
	return s.domain.ListKeys(ctx, access.FromContext(ctx), r)
}

func (s adminServer) RotateKey(ctx context.Context, r *adminv1.RotateKeyRequest) (*adminv1.RotateKeyResponse, error) {
	return s.domain.RotateKey(ctx, access.FromContext(ctx), r)
}

func (s adminServer) ListAuditRecords(ctx context.Context, r *adminv1.ListAuditRecordsRequest) (*adminv1.ListAuditRecordsResponse, error) {
	return s.domain.ListAuditRecords(ctx, access.FromContext(ctx), r)
}

func (s adminServer) GetUsage(ctx context.Context, r *adminv1.GetUsageRequest) (*adminv1.GetUsageResponse, error) {
	return s.domain.GetUsage(ctx, access.FromContext(ctx), r)
}
