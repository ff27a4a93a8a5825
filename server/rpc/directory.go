package rpc

import (
	"context"
	"errors"
	"io"
	"iter"

	"google.golang.org/grpc"

	directoryv1 "github.com/parley-interop/parley/gen/go/parley/directory/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/directory"
)

// directoryServer serves DirectoryService; the contract says what its methods do.
type directoryServer struct {
	directoryv1.UnsafeDirectoryServiceServer

	domain *directory.Directory
}

func (s directoryServer) ImportTenantUsers(stream grpc.ClientStreamingServer[directoryv1.ImportTenantUsersRequest, directoryv1.ImportTenantUsersResponse]) error {
	response, err := s.domain.ImportTenantUsers(stream.Context(), access.FromContext(stream.Context()), received(stream.Recv))
	if err != nil {
		return err
	}
	return stream.SendAndClose(response)
}

// received yields what a client sends until it closes its side.
func received[T any](receive func() (*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for {
			m, err := receive()
			if errors.Is(err, io.EOF) || !yield(m, err) || err != nil {
				return
			}
		}
	}
}

func (s directoryServer) GetTenantUser(ctx context.Context, r *directoryv1.GetTenantUserRequest) (*directoryv1.GetTenantUserResponse, error) {
	return s.domain.GetTenantUser(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) FindTenantUsers(ctx context.Context, r *directoryv1.FindTenantUsersRequest) (*directoryv1.FindTenantUsersResponse, error) {
	return s.domain.FindTenantUsers(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) UpdateTenantUser(ctx context.Context, r *directoryv1.UpdateTenantUserRequest) (*directoryv1.UpdateTenantUserResponse, error) {
	return s.domain.UpdateTenantUser(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) DeleteTenantUser(ctx context.Context, r *directoryv1.DeleteTenantUserRequest) (*directoryv1.DeleteTenantUserResponse, error) {
	return s.domain.DeleteTenantUser(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) CreateGroup(ctx context.Context, r *directoryv1.CreateGroupRequest) (*directoryv1.CreateGroupResponse, error) {
	return s.domain.CreateGroup(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) GetGroup(ctx context.Context, r *directoryv1.GetGroupRequest) (*directoryv1.GetGroupResponse, error) {
	return s.domain.GetGroup(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) ListGroups(ctx context.Context, r *directoryv1.ListGroupsRequest) (*directoryv1.ListGroupsResponse, error) {
	return s.domain.ListGroups(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) UpdateGroup(ctx context.Context, r *directoryv1.UpdateGroupRequest) (*directoryv1.UpdateGroupResponse, error) {
	return s.domain.UpdateGroup(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) DeleteGroup(ctx context.Context, r *directoryv1.DeleteGroupRequest) (*directoryv1.DeleteGroupResponse, error) {
	return s.domain.DeleteGroup(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) AddGroupMembers(ctx context.Context, r *directoryv1.AddGroupMembersRequest) (*directoryv1.AddGroupMembersResponse, error) {
	return s.domain.AddGroupMembers(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) RemoveGroupMembers(ctx context.Context, r *directoryv1.RemoveGroupMembersRequest) (*directoryv1.RemoveGroupMembersResponse, error) {
	return s.domain.RemoveGroupMembers(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) ListGroupMembers(ctx context.Context, r *directoryv1.ListGroupMembersRequest) (*directoryv1.ListGroupMembersResponse, error) {
	return s.domain.ListGroupMembers(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) CreateVoiceApplication(ctx context.Context, r *directoryv1.CreateVoiceApplicationRequest) (*directoryv1.CreateVoiceApplicationResponse, error) {
	return s.domain.CreateVoiceApplication(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) GetVoiceApplication(ctx context.Context, r *directoryv1.GetVoiceApplicationRequest) (*directoryv1.GetVoiceApplicationResponse, error) {
	return s.domain.GetVoiceApplication(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) ListVoiceApplications(ctx context.Context, r *directoryv1.ListVoiceApplicationsRequest) (*directoryv1.ListVoiceApplicationsResponse, error) {
	return s.domain.ListVoiceApplications(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) UpdateVoiceApplication(ctx context.Context, r *directoryv1.UpdateVoiceApplicationRequest) (*directoryv1.UpdateVoiceApplicationResponse, error) {
	return s.domain.UpdateVoiceApplication(ctx, access.FromContext(ctx), r)
}

func (s directoryServer) DeleteVoiceApplication(ctx context.Context, r *directoryv1.DeleteVoiceApplicationRequest) (*directoryv1.DeleteVoiceApplicationResponse, error) {
	return s.domain.DeleteVoiceApplication(ctx, access.FromContext(ctx), r)
}
