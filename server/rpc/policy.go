package rpc

import (
	"context"

	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/grpc"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/reason"
)

// policyServer serves PolicyService; the contract says what its methods do.
type policyServer struct {
	policyv1.UnsafePolicyServiceServer

	domain *policy.Engine
	hub    *feed.Hub
}

func (s policyServer) GetFederationConfiguration(ctx context.Context, r *policyv1.GetFederationConfigurationRequest) (*policyv1.GetFederationConfigurationResponse, error) {
	return s.domain.GetFederationConfiguration(ctx, access.FromContext(ctx), r)
}

func (s policyServer) UpdateFederationConfiguration(ctx context.Context, r *policyv1.UpdateFederationConfigurationRequest) (*policyv1.UpdateFederationConfigurationResponse, error) {
	return s.domain.UpdateFederationConfiguration(ctx, access.FromContext(ctx), r)
}

func (s policyServer) CreateExternalAccessPolicy(ctx context.Context, r *policyv1.CreateExternalAccessPolicyRequest) (*policyv1.CreateExternalAccessPolicyResponse, error) {
	return s.domain.CreateExternalAccessPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) GetExternalAccessPolicy(ctx context.Context, r *policyv1.GetExternalAccessPolicyRequest) (*policyv1.GetExternalAccessPolicyResponse, error) {
	return s.domain.GetExternalAccessPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) ListExternalAccessPolicies(ctx context.Context, r *policyv1.ListExternalAccessPoliciesRequest) (*policyv1.ListExternalAccessPoliciesResponse, error) {
	return s.domain.ListExternalAccessPolicies(ctx, access.FromContext(ctx), r)
}

func (s policyServer) UpdateExternalAccessPolicy(ctx context.Context, r *policyv1.UpdateExternalAccessPolicyRequest) (*policyv1.UpdateExternalAccessPolicyResponse, error) {
	return s.domain.UpdateExternalAccessPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) DeleteExternalAccessPolicy(ctx context.Context, r *policyv1.DeleteExternalAccessPolicyRequest) (*policyv1.DeleteExternalAccessPolicyResponse, error) {
	return s.domain.DeleteExternalAccessPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) GrantExternalAccessPolicy(ctx context.Context, r *policyv1.GrantExternalAccessPolicyRequest) (*policyv1.GrantExternalAccessPolicyResponse, error) {
	return s.domain.GrantExternalAccessPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) RevokeExternalAccessPolicyGrant(ctx context.Context, r *policyv1.RevokeExternalAccessPolicyGrantRequest) (*policyv1.RevokeExternalAccessPolicyGrantResponse, error) {
	return s.domain.RevokeExternalAccessPolicyGrant(ctx, access.FromContext(ctx), r)
}

func (s policyServer) ListExternalAccessPolicyGrants(ctx context.Context, r *policyv1.ListExternalAccessPolicyGrantsRequest) (*policyv1.ListExternalAccessPolicyGrantsResponse, error) {
	return s.domain.ListExternalAccessPolicyGrants(ctx, access.FromContext(ctx), r)
}

func (s policyServer) EvaluateInterop(ctx context.Context, r *policyv1.EvaluateInteropRequest) (*policyv1.EvaluateInteropResponse, error) {
	return s.domain.EvaluateInterop(ctx, access.FromContext(ctx), r)
}

func (s policyServer) BatchEvaluateInterop(ctx context.Context, r *policyv1.BatchEvaluateInteropRequest) (*policyv1.BatchEvaluateInteropResponse, error) {
	return s.domain.BatchEvaluateInterop(ctx, access.FromContext(ctx), r, refusalProto)
}

// refusalProto is a refusal within an answer.
func refusalProto(e *reason.Error) *status.Status { return refusal(e).Proto() }

func (s policyServer) ExportPolicy(ctx context.Context, r *policyv1.ExportPolicyRequest) (*policyv1.ExportPolicyResponse, error) {
	return s.domain.ExportPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) ApplyPolicy(ctx context.Context, r *policyv1.ApplyPolicyRequest) (*policyv1.ApplyPolicyResponse, error) {
	return s.domain.ApplyPolicy(ctx, access.FromContext(ctx), r)
}

func (s policyServer) WatchPolicy(r *policyv1.WatchPolicyRequest, stream grpc.ServerStreamingServer[policyv1.WatchPolicyResponse]) error {
	ctx := stream.Context()
	subscription, err := aside(func() (*feed.Subscription, error) { return s.domain.Watch(ctx, s.hub, access.FromContext(ctx), r) })
	if err != nil {
		return err
	}
	return follow(ctx, subscription, func(d feed.Delivery) error {
		if d.Entry != nil {
			return stream.SendMsg(newEnvelope(d.Entry.Record.GetPolicy(), d.Cursor, cursorField))
		}
		return stream.Send(&policyv1.WatchPolicyResponse{
			Payload: &policyv1.WatchPolicyResponse_Heartbeat{Heartbeat: heartbeat(d)}, Cursor: d.Cursor,
		})
	})
}
