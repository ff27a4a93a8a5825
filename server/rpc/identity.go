package rpc

import (
	"context"

	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/identity"
)

// identityServer serves IdentityService; the contract says what its methods do.
type identityServer struct {
	identityv1.UnsafeIdentityServiceServer

	domain *identity.Service
}

func (s identityServer) CreateUser(ctx context.Context, r *identityv1.CreateUserRequest) (*identityv1.CreateUserResponse, error) {
	return s.domain.CreateUser(ctx, access.FromContext(ctx), r)
}

func (s identityServer) GetUser(ctx context.Context, r *identityv1.GetUserRequest) (*identityv1.GetUserResponse, error) {
	return s.domain.GetUser(ctx, access.FromContext(ctx), r)
}

func (s identityServer) ListUsers(ctx context.Context, r *identityv1.ListUsersRequest) (*identityv1.ListUsersResponse, error) {
	return s.domain.ListUsers(ctx, access.FromContext(ctx), r)
}

func (s identityServer) DeleteUser(ctx context.Context, r *identityv1.DeleteUserRequest) (*identityv1.DeleteUserResponse, error) {
	return s.domain.DeleteUser(ctx, access.FromContext(ctx), r)
}

func (s identityServer) IssueToken(ctx context.Context, r *identityv1.IssueTokenRequest) (*identityv1.IssueTokenResponse, error) {
	return s.domain.IssueToken(ctx, access.FromContext(ctx), r)
}

func (s identityServer) RevokeTokens(ctx context.Context, r *identityv1.RevokeTokensRequest) (*identityv1.RevokeTokensResponse, error) {
	return s.domain.RevokeTokens(ctx, access.FromContext(ctx), r)
}

func (s identityServer) ExchangeToken(ctx context.Context, r *identityv1.ExchangeTokenRequest) (*identityv1.ExchangeTokenResponse, error) {
	return s.domain.ExchangeToken(ctx, access.FromContext(ctx), r)
}

func (s identityServer) IssueTenantUserToken(ctx context.Context, r *identityv1.IssueTenantUserTokenRequest) (*identityv1.IssueTenantUserTokenResponse, error) {
	return s.domain.IssueTenantUserToken(ctx, access.FromContext(ctx), r)
}

func (s identityServer) GetCaller(ctx context.Context, r *identityv1.GetCallerRequest) (*identityv1.GetCallerResponse, error) {
	return s.domain.GetCaller(ctx, access.FromContext(ctx), r)
}
