package io.github.parleyinterop;

import io.github.parleyinterop.directory.v1.AddGroupMembersRequest;
import io.github.parleyinterop.directory.v1.AddGroupMembersResponse;
import io.github.parleyinterop.directory.v1.CreateGroupRequest;
import io.github.parleyinterop.directory.v1.CreateGroupResponse;
import io.github.parleyinterop.directory.v1.CreateVoiceApplicationRequest;
import io.github.parleyinterop.directory.v1.CreateVoiceApplicationResponse;
import io.github.parleyinterop.directory.v1.DeleteGroupRequest;
import io.github.parleyinterop.directory.v1.DeleteGroupResponse;
import io.github.parleyinterop.directory.v1.DeleteTenantUserRequest;
import io.github.parleyinterop.directory.v1.DeleteTenantUserResponse;
import io.github.parleyinterop.directory.v1.DeleteVoiceApplicationRequest;
import io.github.parleyinterop.directory.v1.DeleteVoiceApplicationResponse;
import io.github.parleyinterop.directory.v1.DirectoryServiceGrpc;
import io.github.parleyinterop.directory.v1.FindTenantUsersRequest;
import io.github.parleyinterop.directory.v1.GetGroupRequest;
import io.github.parleyinterop.directory.v1.GetGroupResponse;
import io.github.parleyinterop.directory.v1.GetTenantUserRequest;
import io.github.parleyinterop.directory.v1.GetTenantUserResponse;
import io.github.parleyinterop.directory.v1.GetVoiceApplicationRequest;
import io.github.parleyinterop.directory.v1.GetVoiceApplicationResponse;
import io.github.parleyinterop.directory.v1.Group;
import io.github.parleyinterop.directory.v1.ImportTenantUsersRequest;
import io.github.parleyinterop.directory.v1.ImportTenantUsersResponse;
import io.github.parleyinterop.directory.v1.ListGroupMembersRequest;
import io.github.parleyinterop.directory.v1.ListGroupsRequest;
import io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest;
import io.github.parleyinterop.directory.v1.RemoveGroupMembersRequest;
import io.github.parleyinterop.directory.v1.RemoveGroupMembersResponse;
import io.github.parleyinterop.directory.v1.TenantUser;
import io.github.parleyinterop.directory.v1.UpdateGroupRequest;
import io.github.parleyinterop.directory.v1.UpdateGroupResponse;
import io.github.parleyinterop.directory.v1.UpdateTenantUserRequest;
import io.github.parleyinterop.directory.v1.UpdateTenantUserResponse;
import io.github.parleyinterop.directory.v1.UpdateVoiceApplicationRequest;
import io.github.parleyinterop.directory.v1.UpdateVoiceApplicationResponse;
import io.github.parleyinterop.directory.v1.VoiceApplication;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * The users, groups and voice applications of a tenant. What {@code DirectoryService} serves. Safe for use by many
 * threads.
 *
 * <p>Every method answers with a future and never blocks; cancelling the future cancels the call. Futures fail with a
 * {@link ParleyException}.
 */
public final class DirectoryAsyncClient {
    private final Invoker invoker;

    DirectoryAsyncClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Returns a user by object id or by user principal name.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code TENANT_USER_NOT_FOUND}, besides the reasons that
     * any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetTenantUserResponse> getTenantUser(GetTenantUserRequest request) {
        return invoker.start(DirectoryServiceGrpc.getGetTenantUserMethod(), request);
    }

    /**
     * Returns a user by object id or by user principal name.
     *
     * @param userId the object id
     * @return the user
     */
    public CompletableFuture<TenantUser> getTenantUser(String userId) {
        return getTenantUser(GetTenantUserRequest.newBuilder().setUserId(userId).build())
                .thenApply(GetTenantUserResponse::getUser);
    }

    /**
     * Lists users in the order of their display names, all of them or those whose display name begins with a prefix,
     * without regard to case.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<TenantUser> findTenantUsers(FindTenantUsersRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        DirectoryServiceGrpc.getFindTenantUsersMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getUsersList(), page.getNextPageToken())));
    }

    /**
     * Lists users in the order of their display names, all of them or those whose display name begins with a prefix,
     * without regard to case.
     *
     * @param displayNamePrefix what the display name begins with; empty for all
     * @return all items; each use of it lists anew
     */
    public AsyncPages<TenantUser> findTenantUsers(String displayNamePrefix) {
        return findTenantUsers(FindTenantUsersRequest.newBuilder()
                .setDisplayNamePrefix(displayNamePrefix)
                .build());
    }

    /**
     * Changes a user.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code TENANT_USER_NOT_FOUND}, {@code
     * USER_PRINCIPAL_NAME_TAKEN}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateTenantUserResponse> updateTenantUser(UpdateTenantUserRequest request) {
        return invoker.start(DirectoryServiceGrpc.getUpdateTenantUserMethod(), request);
    }

    /**
     * Removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it again
     * succeeds.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteTenantUserResponse> deleteTenantUser(DeleteTenantUserRequest request) {
        return invoker.start(DirectoryServiceGrpc.getDeleteTenantUserMethod(), request);
    }

    /**
     * Removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it again
     * succeeds.
     *
     * @param userId the object id
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteTenantUserResponse> deleteTenantUser(String userId) {
        return deleteTenantUser(
                DeleteTenantUserRequest.newBuilder().setUserId(userId).build());
    }

    /**
     * Adds an empty group.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code ID_TAKEN}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateGroupResponse> createGroup(CreateGroupRequest request) {
        return invoker.start(DirectoryServiceGrpc.getCreateGroupMethod(), request);
    }

    /**
     * Adds an empty group.
     *
     * @param displayName the name to show, 1 to 256 characters
     * @return the group
     */
    public CompletableFuture<Group> createGroup(String displayName) {
        return createGroup(CreateGroupRequest.newBuilder()
                        .setGroup(Group.newBuilder().setDisplayName(displayName))
                        .build())
                .thenApply(CreateGroupResponse::getGroup);
    }

    /**
     * Returns a group.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GROUP_NOT_FOUND}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetGroupResponse> getGroup(GetGroupRequest request) {
        return invoker.start(DirectoryServiceGrpc.getGetGroupMethod(), request);
    }

    /**
     * Returns a group.
     *
     * @param groupId the group
     * @return the group
     */
    public CompletableFuture<Group> getGroup(String groupId) {
        return getGroup(GetGroupRequest.newBuilder().setGroupId(groupId).build())
                .thenApply(GetGroupResponse::getGroup);
    }

    /**
     * Lists the groups in the order of their ids.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Group> listGroups(ListGroupsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        DirectoryServiceGrpc.getListGroupsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getGroupsList(), page.getNextPageToken())));
    }

    /**
     * Lists the groups in the order of their ids.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Group> listGroups() {
        return listGroups(ListGroupsRequest.newBuilder().build());
    }

    /**
     * Changes the name of a group.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GROUP_NOT_FOUND}, {@code UPDATE_MASK_INVALID},
     * {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateGroupResponse> updateGroup(UpdateGroupRequest request) {
        return invoker.start(DirectoryServiceGrpc.getUpdateGroupMethod(), request);
    }

    /**
     * Removes a group that no policy is granted to. Deleting it again succeeds.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code IN_USE}, {@code ETAG_MISMATCH}, {@code
     * IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteGroupResponse> deleteGroup(DeleteGroupRequest request) {
        return invoker.start(DirectoryServiceGrpc.getDeleteGroupMethod(), request);
    }

    /**
     * Removes a group that no policy is granted to. Deleting it again succeeds.
     *
     * @param groupId the group
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteGroupResponse> deleteGroup(String groupId) {
        return deleteGroup(DeleteGroupRequest.newBuilder().setGroupId(groupId).build());
    }

    /**
     * Puts users into a group. Who is in it already stays in it.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GROUP_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND},
     * {@code QUOTA_EXCEEDED} (1000 groups a user), {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call
     * may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<AddGroupMembersResponse> addGroupMembers(AddGroupMembersRequest request) {
        return invoker.start(DirectoryServiceGrpc.getAddGroupMembersMethod(), request);
    }

    /**
     * Puts users into a group. Who is in it already stays in it.
     *
     * @param groupId the group
     * @param userIds the object ids of the users, 1 to 1000
     * @return the answer of the broker
     */
    public CompletableFuture<AddGroupMembersResponse> addGroupMembers(String groupId, String... userIds) {
        return addGroupMembers(AddGroupMembersRequest.newBuilder()
                .setGroupId(groupId)
                .addAllUserIds(Arrays.asList(userIds))
                .build());
    }

    /**
     * Takes users out of a group. Who is not in it is passed over.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GROUP_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<RemoveGroupMembersResponse> removeGroupMembers(RemoveGroupMembersRequest request) {
        return invoker.start(DirectoryServiceGrpc.getRemoveGroupMembersMethod(), request);
    }

    /**
     * Takes users out of a group. Who is not in it is passed over.
     *
     * @param groupId the group
     * @param userIds the object ids of the users, 1 to 1000
     * @return the answer of the broker
     */
    public CompletableFuture<RemoveGroupMembersResponse> removeGroupMembers(String groupId, String... userIds) {
        return removeGroupMembers(RemoveGroupMembersRequest.newBuilder()
                .setGroupId(groupId)
                .addAllUserIds(Arrays.asList(userIds))
                .build());
    }

    /**
     * Lists the members of a group in the order of their object ids.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GROUP_NOT_FOUND}, {@code PAGE_TOKEN_INVALID},
     * besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<String> listGroupMembers(ListGroupMembersRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        DirectoryServiceGrpc.getListGroupMembersMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getUserIdsList(), page.getNextPageToken())));
    }

    /**
     * Lists the members of a group in the order of their object ids.
     *
     * @param groupId the group
     * @return all items; each use of it lists anew
     */
    public AsyncPages<String> listGroupMembers(String groupId) {
        return listGroupMembers(
                ListGroupMembersRequest.newBuilder().setGroupId(groupId).build());
    }

    /**
     * Adds a voice application.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code ID_TAKEN}, {@code TENANT_USER_NOT_FOUND} (an
     * agent), {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateVoiceApplicationResponse> createVoiceApplication(
            CreateVoiceApplicationRequest request) {
        return invoker.start(DirectoryServiceGrpc.getCreateVoiceApplicationMethod(), request);
    }

    /**
     * Returns a voice application.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code VOICE_APPLICATION_NOT_FOUND}, besides the reasons
     * that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetVoiceApplicationResponse> getVoiceApplication(GetVoiceApplicationRequest request) {
        return invoker.start(DirectoryServiceGrpc.getGetVoiceApplicationMethod(), request);
    }

    /**
     * Returns a voice application.
     *
     * @param appId the application
     * @return the application
     */
    public CompletableFuture<VoiceApplication> getVoiceApplication(String appId) {
        return getVoiceApplication(
                        GetVoiceApplicationRequest.newBuilder().setAppId(appId).build())
                .thenApply(GetVoiceApplicationResponse::getApplication);
    }

    /**
     * Lists the voice applications in the order of their ids.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<VoiceApplication> listVoiceApplications(ListVoiceApplicationsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        DirectoryServiceGrpc.getListVoiceApplicationsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getApplicationsList(), page.getNextPageToken())));
    }

    /**
     * Lists the voice applications in the order of their ids.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<VoiceApplication> listVoiceApplications() {
        return listVoiceApplications(ListVoiceApplicationsRequest.newBuilder().build());
    }

    /**
     * Changes a voice application.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code VOICE_APPLICATION_NOT_FOUND}, {@code
     * TENANT_USER_NOT_FOUND} (an agent), {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}, {@code
     * IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateVoiceApplicationResponse> updateVoiceApplication(
            UpdateVoiceApplicationRequest request) {
        return invoker.start(DirectoryServiceGrpc.getUpdateVoiceApplicationMethod(), request);
    }

    /**
     * Removes a voice application and its policy grant. Deleting it again succeeds.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteVoiceApplicationResponse> deleteVoiceApplication(
            DeleteVoiceApplicationRequest request) {
        return invoker.start(DirectoryServiceGrpc.getDeleteVoiceApplicationMethod(), request);
    }

    /**
     * Removes a voice application and its policy grant. Deleting it again succeeds.
     *
     * @param appId the application
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteVoiceApplicationResponse> deleteVoiceApplication(String appId) {
        return deleteVoiceApplication(
                DeleteVoiceApplicationRequest.newBuilder().setAppId(appId).build());
    }

    /**
     * Adds users, or replaces those of the same object id, in bulk. They are read as fast as the broker takes them, and what
     * could not be imported comes back with its reason.
     *
     * <p>It has no deadline, and is never tried again: import again what is in doubt, for what is there already is passed over.
     *
     * @param users the users, any number of them; read by another thread
     * @return how many were imported, and which were refused
     */
    public CompletableFuture<ImportTenantUsersResponse> importTenantUsers(Iterable<TenantUser> users) {
        return TenantUserImport.start(invoker, TenantUserImport.batches(users.iterator()));
    }

    /**
     * Adds users in batches of the application's making, each of which is one commit.
     *
     * @param batches the batches, at most 1000 users each; read by another thread
     * @return how many were imported, and which were refused
     */
    public CompletableFuture<ImportTenantUsersResponse> importBatches(Iterable<ImportTenantUsersRequest> batches) {
        return TenantUserImport.start(invoker, batches.iterator());
    }
}
