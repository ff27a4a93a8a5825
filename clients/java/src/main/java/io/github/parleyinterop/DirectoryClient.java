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
import io.github.parleyinterop.directory.v1.FindTenantUsersResponse;
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
import io.github.parleyinterop.directory.v1.ListGroupMembersResponse;
import io.github.parleyinterop.directory.v1.ListGroupsRequest;
import io.github.parleyinterop.directory.v1.ListGroupsResponse;
import io.github.parleyinterop.directory.v1.ListVoiceApplicationsRequest;
import io.github.parleyinterop.directory.v1.ListVoiceApplicationsResponse;
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

/**
 * The users, groups and voice applications of a tenant. What {@code DirectoryService} serves. Safe for use by many
 * threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class DirectoryClient {
    private final Invoker invoker;

    DirectoryClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Returns a user by object id or by user principal name.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     TENANT_USER_NOT_FOUND}
     */
    public GetTenantUserResponse getTenantUser(GetTenantUserRequest request) {
        return invoker.call(DirectoryServiceGrpc.getGetTenantUserMethod(), request);
    }

    /**
     * Returns a user by object id or by user principal name.
     *
     * @param userId the object id
     * @return the user
     * @throws ParleyException as the form with the whole request
     */
    public TenantUser getTenantUser(String userId) {
        return getTenantUser(GetTenantUserRequest.newBuilder().setUserId(userId).build())
                .getUser();
    }

    /**
     * Lists users in the order of their display names, all of them or those whose display name begins with a prefix,
     * without regard to case.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<TenantUser> findTenantUsers(FindTenantUsersRequest request) {
        return new Pages<>(token -> {
            FindTenantUsersResponse page = invoker.call(
                    DirectoryServiceGrpc.getFindTenantUsersMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getUsersList(), page.getNextPageToken());
        });
    }

    /**
     * Lists users in the order of their display names, all of them or those whose display name begins with a prefix,
     * without regard to case.
     *
     * @param displayNamePrefix what the display name begins with; empty for all
     * @return all items, fetched while they are iterated over
     */
    public Pages<TenantUser> findTenantUsers(String displayNamePrefix) {
        return findTenantUsers(FindTenantUsersRequest.newBuilder()
                .setDisplayNamePrefix(displayNamePrefix)
                .build());
    }

    /**
     * Changes a user.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     TENANT_USER_NOT_FOUND}, {@code USER_PRINCIPAL_NAME_TAKEN}, {@code UPDATE_MASK_INVALID}, {@code
     *     ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public UpdateTenantUserResponse updateTenantUser(UpdateTenantUserRequest request) {
        return invoker.call(DirectoryServiceGrpc.getUpdateTenantUserMethod(), request);
    }

    /**
     * Removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it again
     * succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public DeleteTenantUserResponse deleteTenantUser(DeleteTenantUserRequest request) {
        return invoker.call(DirectoryServiceGrpc.getDeleteTenantUserMethod(), request);
    }

    /**
     * Removes a user, its group memberships and its policy grant; its tokens stop working at once. Deleting it again
     * succeeds.
     *
     * @param userId the object id
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteTenantUserResponse deleteTenantUser(String userId) {
        return deleteTenantUser(
                DeleteTenantUserRequest.newBuilder().setUserId(userId).build());
    }

    /**
     * Adds an empty group.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code ID_TAKEN},
     *     {@code IDEMPOTENCY_KEY_REUSED}
     */
    public CreateGroupResponse createGroup(CreateGroupRequest request) {
        return invoker.call(DirectoryServiceGrpc.getCreateGroupMethod(), request);
    }

    /**
     * Adds an empty group.
     *
     * @param displayName the name to show, 1 to 256 characters
     * @return the group
     * @throws ParleyException as the form with the whole request
     */
    public Group createGroup(String displayName) {
        return createGroup(CreateGroupRequest.newBuilder()
                        .setGroup(Group.newBuilder().setDisplayName(displayName))
                        .build())
                .getGroup();
    }

    /**
     * Returns a group.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     GROUP_NOT_FOUND}
     */
    public GetGroupResponse getGroup(GetGroupRequest request) {
        return invoker.call(DirectoryServiceGrpc.getGetGroupMethod(), request);
    }

    /**
     * Returns a group.
     *
     * @param groupId the group
     * @return the group
     * @throws ParleyException as the form with the whole request
     */
    public Group getGroup(String groupId) {
        return getGroup(GetGroupRequest.newBuilder().setGroupId(groupId).build())
                .getGroup();
    }

    /**
     * Lists the groups in the order of their ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Group> listGroups(ListGroupsRequest request) {
        return new Pages<>(token -> {
            ListGroupsResponse page = invoker.call(
                    DirectoryServiceGrpc.getListGroupsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getGroupsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the groups in the order of their ids.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<Group> listGroups() {
        return listGroups(ListGroupsRequest.newBuilder().build());
    }

    /**
     * Changes the name of a group.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     GROUP_NOT_FOUND}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public UpdateGroupResponse updateGroup(UpdateGroupRequest request) {
        return invoker.call(DirectoryServiceGrpc.getUpdateGroupMethod(), request);
    }

    /**
     * Removes a group that no policy is granted to. Deleting it again succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code IN_USE},
     *     {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public DeleteGroupResponse deleteGroup(DeleteGroupRequest request) {
        return invoker.call(DirectoryServiceGrpc.getDeleteGroupMethod(), request);
    }

    /**
     * Removes a group that no policy is granted to. Deleting it again succeeds.
     *
     * @param groupId the group
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteGroupResponse deleteGroup(String groupId) {
        return deleteGroup(DeleteGroupRequest.newBuilder().setGroupId(groupId).build());
    }

    /**
     * Puts users into a group. Who is in it already stays in it.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     GROUP_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND}, {@code QUOTA_EXCEEDED} (1000 groups a user), {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    public AddGroupMembersResponse addGroupMembers(AddGroupMembersRequest request) {
        return invoker.call(DirectoryServiceGrpc.getAddGroupMembersMethod(), request);
    }

    /**
     * Puts users into a group. Who is in it already stays in it.
     *
     * @param groupId the group
     * @param userIds the object ids of the users, 1 to 1000
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public AddGroupMembersResponse addGroupMembers(String groupId, String... userIds) {
        return addGroupMembers(AddGroupMembersRequest.newBuilder()
                .setGroupId(groupId)
                .addAllUserIds(Arrays.asList(userIds))
                .build());
    }

    /**
     * Takes users out of a group. Who is not in it is passed over.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     GROUP_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public RemoveGroupMembersResponse removeGroupMembers(RemoveGroupMembersRequest request) {
        return invoker.call(DirectoryServiceGrpc.getRemoveGroupMembersMethod(), request);
    }

    /**
     * Takes users out of a group. Who is not in it is passed over.
     *
     * @param groupId the group
     * @param userIds the object ids of the users, 1 to 1000
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public RemoveGroupMembersResponse removeGroupMembers(String groupId, String... userIds) {
        return removeGroupMembers(RemoveGroupMembersRequest.newBuilder()
                .setGroupId(groupId)
                .addAllUserIds(Arrays.asList(userIds))
                .build());
    }

    /**
     * Lists the members of a group in the order of their object ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<String> listGroupMembers(ListGroupMembersRequest request) {
        return new Pages<>(token -> {
            ListGroupMembersResponse page = invoker.call(
                    DirectoryServiceGrpc.getListGroupMembersMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getUserIdsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the members of a group in the order of their object ids.
     *
     * @param groupId the group
     * @return all items, fetched while they are iterated over
     */
    public Pages<String> listGroupMembers(String groupId) {
        return listGroupMembers(
                ListGroupMembersRequest.newBuilder().setGroupId(groupId).build());
    }

    /**
     * Adds a voice application.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code ID_TAKEN},
     *     {@code TENANT_USER_NOT_FOUND} (an agent), {@code IDEMPOTENCY_KEY_REUSED}
     */
    public CreateVoiceApplicationResponse createVoiceApplication(CreateVoiceApplicationRequest request) {
        return invoker.call(DirectoryServiceGrpc.getCreateVoiceApplicationMethod(), request);
    }

    /**
     * Returns a voice application.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     VOICE_APPLICATION_NOT_FOUND}
     */
    public GetVoiceApplicationResponse getVoiceApplication(GetVoiceApplicationRequest request) {
        return invoker.call(DirectoryServiceGrpc.getGetVoiceApplicationMethod(), request);
    }

    /**
     * Returns a voice application.
     *
     * @param appId the application
     * @return the application
     * @throws ParleyException as the form with the whole request
     */
    public VoiceApplication getVoiceApplication(String appId) {
        return getVoiceApplication(
                        GetVoiceApplicationRequest.newBuilder().setAppId(appId).build())
                .getApplication();
    }

    /**
     * Lists the voice applications in the order of their ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<VoiceApplication> listVoiceApplications(ListVoiceApplicationsRequest request) {
        return new Pages<>(token -> {
            ListVoiceApplicationsResponse page = invoker.call(
                    DirectoryServiceGrpc.getListVoiceApplicationsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getApplicationsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the voice applications in the order of their ids.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<VoiceApplication> listVoiceApplications() {
        return listVoiceApplications(ListVoiceApplicationsRequest.newBuilder().build());
    }

    /**
     * Changes a voice application.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     VOICE_APPLICATION_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND} (an agent), {@code UPDATE_MASK_INVALID}, {@code
     *     ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public UpdateVoiceApplicationResponse updateVoiceApplication(UpdateVoiceApplicationRequest request) {
        return invoker.call(DirectoryServiceGrpc.getUpdateVoiceApplicationMethod(), request);
    }

    /**
     * Removes a voice application and its policy grant. Deleting it again succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public DeleteVoiceApplicationResponse deleteVoiceApplication(DeleteVoiceApplicationRequest request) {
        return invoker.call(DirectoryServiceGrpc.getDeleteVoiceApplicationMethod(), request);
    }

    /**
     * Removes a voice application and its policy grant. Deleting it again succeeds.
     *
     * @param appId the application
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteVoiceApplicationResponse deleteVoiceApplication(String appId) {
        return deleteVoiceApplication(
                DeleteVoiceApplicationRequest.newBuilder().setAppId(appId).build());
    }

    /**
     * Adds users, or replaces those of the same object id, in bulk. They are read as fast as the broker takes them, and what
     * could not be imported comes back with its reason.
     *
     * <p>It has no deadline, and is never tried again: import again what is in doubt, for what is there already is passed over.
     *
     * <pre>{@code
     * List<TenantUser> users = List.of(TenantUser.newBuilder()
     *         .setUserId("33333333-3333-4333-8333-333333333333")
     *         .setUserPrincipalName("ada@contoso.example")
     *         .setDisplayName("Ada")
     *         .build());
     * var imported = admin.directory().importTenantUsers(users);
     * System.out.println(imported.getCreatedCount() + " new, " + imported.getUpdatedCount() + " changed");
     * }</pre>
     *
     * @param users the users, any number of them; read by another thread
     * @return how many were imported, and which were refused
     * @throws ParleyException if the import as a whole is refused, here with {@code FOREIGN_OWNER}
     */
    public ImportTenantUsersResponse importTenantUsers(Iterable<TenantUser> users) {
        return Invoker.join(TenantUserImport.start(invoker, TenantUserImport.batches(users.iterator())));
    }

    /**
     * Adds users in batches of the application's making, each of which is one commit.
     *
     * @param batches the batches, at most 1000 users each; read by another thread
     * @return how many were imported, and which were refused
     * @throws ParleyException if the import as a whole is refused, here with {@code FOREIGN_OWNER}
     */
    public ImportTenantUsersResponse importBatches(Iterable<ImportTenantUsersRequest> batches) {
        return Invoker.join(TenantUserImport.start(invoker, batches.iterator()));
    }
}
