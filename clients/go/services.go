package parley

import (
	"context"
	"iter"

	"google.golang.org/protobuf/proto"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	identityv1 "github.com/parley-interop/parley/gen/go/parley/identity/v1"
	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

// Identity keeps the users of a resource, and issues tokens. Beside the methods of the generated stub it has the one below.
type Identity struct {
	identityv1.IdentityServiceClient
}

// Users iterates over the users of all pages.
func (i *Identity) Users(ctx context.Context, request *identityv1.ListUsersRequest) iter.Seq2[*identityv1.User, error] {
	return pages(ctx, request, i.ListUsers, (*identityv1.ListUsersResponse).GetUsers)
}

// Policy says who may meet whom. Beside the methods of the generated stub it has the ones below.
type Policy struct {
	policyv1.PolicyServiceClient

	layer *layer
}

// Watch streams the changes of policy of a tenant: that of the caller, or the one named with Only.
func (p *Policy) Watch(ctx context.Context, opts ...FollowOption) *Stream[*policyv1.WatchPolicyResponse] {
	f := following(opts)
	request := &policyv1.WatchPolicyRequest{HeartbeatInterval: f.heartbeat}
	if len(f.only) > 0 {
		request.TenantId = f.only[0]
	}
	if f.cursor != nil {
		request.Start = &policyv1.WatchPolicyRequest_Cursor{Cursor: f.cursor}
	} else {
		request.Start = &policyv1.WatchPolicyRequest_StartPosition{StartPosition: f.position}
	}
	return p.WatchRequest(ctx, request)
}

// WatchRequest is Watch with the request of the contract.
func (p *Policy) WatchRequest(ctx context.Context, request *policyv1.WatchPolicyRequest) *Stream[*policyv1.WatchPolicyResponse] {
	request = proto.CloneOf(request)
	return newStream(ctx, p.layer, request.GetCursor(), request.GetHeartbeatInterval(), func(ctx context.Context, cursor []byte) (func() (*policyv1.WatchPolicyResponse, error), error) {
		if len(cursor) > 0 {
			request.Start = &policyv1.WatchPolicyRequest_Cursor{Cursor: cursor}
		}
		s, err := p.WatchPolicy(ctx, request)
		if err != nil {
			return nil, err
		}
		return s.Recv, nil
	})
}

// ExternalAccessPolicies iterates over the policies of all pages.
func (p *Policy) ExternalAccessPolicies(ctx context.Context, request *policyv1.ListExternalAccessPoliciesRequest) iter.Seq2[*policyv1.ExternalAccessPolicy, error] {
	return pages(ctx, request, p.ListExternalAccessPolicies, (*policyv1.ListExternalAccessPoliciesResponse).GetPolicies)
}

// ExternalAccessPolicyGrants iterates over the grants of all pages.
func (p *Policy) ExternalAccessPolicyGrants(ctx context.Context, request *policyv1.ListExternalAccessPolicyGrantsRequest) iter.Seq2[*policyv1.ExternalAccessPolicyGrant, error] {
	return pages(ctx, request, p.ListExternalAccessPolicyGrants, (*policyv1.ListExternalAccessPolicyGrantsResponse).GetGrants)
}

// Directory keeps the users and groups of a tenant. Beside the methods of the generated stub it has the ones below.
type Directory struct {
	directoryv1.DirectoryServiceClient
}

// importBatch is how many users go into one message of an import.
const importBatch = 1000

// Import adds or replaces users of a tenant, as many as there are, in batches of 1000; an empty tenant is that of the
// caller. A user that breaks a rule is reported in the answer and the others are imported. Where progress is not nil it is called
// with the number of users sent so far. Importing again what was imported changes nothing.
func (d *Directory) Import(ctx context.Context, tenantID string, users iter.Seq[*directoryv1.TenantUser], progress func(sent int)) (*directoryv1.ImportTenantUsersResponse, error) {
	stream, err := d.ImportTenantUsers(ctx)
	if err != nil {
		return nil, err
	}
	sent := 0
	for batch := range batches(users, importBatch) {
		// The error of a broken stream is told by CloseAndRecv.
		if stream.Send(&directoryv1.ImportTenantUsersRequest{TenantId: tenantID, Users: batch}) != nil {
			break
		}
		sent += len(batch)
		if progress != nil {
			progress(sent)
		}
	}
	return stream.CloseAndRecv()
}

// batches cuts a sequence into parts of a size; the last may be shorter.
func batches[T any](all iter.Seq[T], size int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var batch []T
		for item := range all {
			batch = append(batch, item)
			if len(batch) == size {
				if !yield(batch) {
					return
				}
				batch = nil
			}
		}
		if len(batch) > 0 {
			yield(batch)
		}
	}
}

// TenantUsers iterates over the users that a search finds, of all pages.
func (d *Directory) TenantUsers(ctx context.Context, request *directoryv1.FindTenantUsersRequest) iter.Seq2[*directoryv1.TenantUser, error] {
	return pages(ctx, request, d.FindTenantUsers, (*directoryv1.FindTenantUsersResponse).GetUsers)
}

// Groups iterates over the groups of all pages.
func (d *Directory) Groups(ctx context.Context, request *directoryv1.ListGroupsRequest) iter.Seq2[*directoryv1.Group, error] {
	return pages(ctx, request, d.ListGroups, (*directoryv1.ListGroupsResponse).GetGroups)
}

// GroupMembers iterates over the user ids of a group, of all pages.
func (d *Directory) GroupMembers(ctx context.Context, request *directoryv1.ListGroupMembersRequest) iter.Seq2[string, error] {
	return pages(ctx, request, d.ListGroupMembers, (*directoryv1.ListGroupMembersResponse).GetUserIds)
}

// VoiceApplications iterates over the voice applications of all pages.
func (d *Directory) VoiceApplications(ctx context.Context, request *directoryv1.ListVoiceApplicationsRequest) iter.Seq2[*directoryv1.VoiceApplication, error] {
	return pages(ctx, request, d.ListVoiceApplications, (*directoryv1.ListVoiceApplicationsResponse).GetApplications)
}

// Admin keeps resources, tenants and keys. Beside the methods of the generated stub it has the ones below.
type Admin struct {
	adminv1.AdminServiceClient
}

// Resources iterates over the resources of all pages.
func (a *Admin) Resources(ctx context.Context, request *adminv1.ListResourcesRequest) iter.Seq2[*adminv1.Resource, error] {
	return pages(ctx, request, a.ListResources, (*adminv1.ListResourcesResponse).GetResources)
}

// Tenants iterates over the tenants of all pages.
func (a *Admin) Tenants(ctx context.Context, request *adminv1.ListTenantsRequest) iter.Seq2[*adminv1.Tenant, error] {
	return pages(ctx, request, a.ListTenants, (*adminv1.ListTenantsResponse).GetTenants)
}

// AuditRecords iterates over the audit records of all pages.
func (a *Admin) AuditRecords(ctx context.Context, request *adminv1.ListAuditRecordsRequest) iter.Seq2[*adminv1.AuditRecord, error] {
	return pages(ctx, request, a.ListAuditRecords, (*adminv1.ListAuditRecordsResponse).GetRecords)
}
