package io.github.parleyinterop;

import io.github.parleyinterop.admin.v1.AdminServiceGrpc;
import io.github.parleyinterop.admin.v1.AuditRecord;
import io.github.parleyinterop.admin.v1.CreateResourceRequest;
import io.github.parleyinterop.admin.v1.CreateResourceResponse;
import io.github.parleyinterop.admin.v1.CreateTenantRequest;
import io.github.parleyinterop.admin.v1.CreateTenantResponse;
import io.github.parleyinterop.admin.v1.DeleteResourceRequest;
import io.github.parleyinterop.admin.v1.DeleteResourceResponse;
import io.github.parleyinterop.admin.v1.DeleteTenantRequest;
import io.github.parleyinterop.admin.v1.DeleteTenantResponse;
import io.github.parleyinterop.admin.v1.GetResourceRequest;
import io.github.parleyinterop.admin.v1.GetResourceResponse;
import io.github.parleyinterop.admin.v1.GetTenantRequest;
import io.github.parleyinterop.admin.v1.GetTenantResponse;
import io.github.parleyinterop.admin.v1.GetUsageRequest;
import io.github.parleyinterop.admin.v1.GetUsageResponse;
import io.github.parleyinterop.admin.v1.ListAuditRecordsRequest;
import io.github.parleyinterop.admin.v1.ListKeysRequest;
import io.github.parleyinterop.admin.v1.ListKeysResponse;
import io.github.parleyinterop.admin.v1.ListResourcesRequest;
import io.github.parleyinterop.admin.v1.ListTenantsRequest;
import io.github.parleyinterop.admin.v1.Resource;
import io.github.parleyinterop.admin.v1.RotateKeyRequest;
import io.github.parleyinterop.admin.v1.RotateKeyResponse;
import io.github.parleyinterop.admin.v1.Tenant;
import io.github.parleyinterop.admin.v1.UpdateResourceRequest;
import io.github.parleyinterop.admin.v1.UpdateResourceResponse;
import io.github.parleyinterop.admin.v1.UpdateTenantRequest;
import io.github.parleyinterop.admin.v1.UpdateTenantResponse;
import java.util.concurrent.CompletableFuture;

/**
 * Resources, tenants, their keys, the audit trail and usage, for the operator. What {@code AdminService} serves. Safe
 * for use by many threads.
 *
 * <p>Every method answers with a future and never blocks; cancelling the future cancels the call. Futures fail with a
 * {@link ParleyException}.
 */
public final class AdminAsyncClient {
    private final Invoker invoker;

    AdminAsyncClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Makes a resource and its two access keys, which are shown this once.
     *
     * <p>The future fails with one of {@code ID_TAKEN}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateResourceResponse> createResource(CreateResourceRequest request) {
        return invoker.start(AdminServiceGrpc.getCreateResourceMethod(), request);
    }

    /**
     * Makes a resource and its two access keys, which are shown this once.
     *
     * @param displayName the name to show, at most 256 characters
     * @return the answer of the broker
     */
    public CompletableFuture<CreateResourceResponse> createResource(String displayName) {
        return createResource(CreateResourceRequest.newBuilder()
                .setResource(Resource.newBuilder().setDisplayName(displayName))
                .build());
    }

    /**
     * Returns a resource.
     *
     * <p>The future fails with one of {@code RESOURCE_NOT_FOUND}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetResourceResponse> getResource(GetResourceRequest request) {
        return invoker.start(AdminServiceGrpc.getGetResourceMethod(), request);
    }

    /**
     * Returns a resource.
     *
     * @param resourceId the resource
     * @return the resource
     */
    public CompletableFuture<Resource> getResource(String resourceId) {
        return getResource(GetResourceRequest.newBuilder()
                        .setResourceId(resourceId)
                        .build())
                .thenApply(GetResourceResponse::getResource);
    }

    /**
     * Lists the resources in the order of their ids.
     *
     * <p>The future fails with one of {@code PAGE_TOKEN_INVALID}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Resource> listResources(ListResourcesRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        AdminServiceGrpc.getListResourcesMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getResourcesList(), page.getNextPageToken())));
    }

    /**
     * Lists the resources in the order of their ids.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Resource> listResources() {
        return listResources(ListResourcesRequest.newBuilder().build());
    }

    /**
     * Changes a resource.
     *
     * <p>The future fails with one of {@code RESOURCE_NOT_FOUND}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateResourceResponse> updateResource(UpdateResourceRequest request) {
        return invoker.start(AdminServiceGrpc.getUpdateResourceMethod(), request);
    }

    /**
     * Closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     *
     * <p>The future fails with one of {@code RESOURCE_NOT_FOUND}, {@code ETAG_MISMATCH}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteResourceResponse> deleteResource(DeleteResourceRequest request) {
        return invoker.start(AdminServiceGrpc.getDeleteResourceMethod(), request);
    }

    /**
     * Closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     *
     * @param resourceId the resource
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteResourceResponse> deleteResource(String resourceId) {
        return deleteResource(
                DeleteResourceRequest.newBuilder().setResourceId(resourceId).build());
    }

    /**
     * Makes a tenant and its admin key, which is shown this once.
     *
     * <p>The future fails with one of {@code ID_TAKEN}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateTenantResponse> createTenant(CreateTenantRequest request) {
        return invoker.start(AdminServiceGrpc.getCreateTenantMethod(), request);
    }

    /**
     * Makes a tenant and its admin key, which is shown this once.
     *
     * @param displayName the name to show, at most 256 characters
     * @return the answer of the broker
     */
    public CompletableFuture<CreateTenantResponse> createTenant(String displayName) {
        return createTenant(CreateTenantRequest.newBuilder()
                .setTenant(Tenant.newBuilder().setDisplayName(displayName))
                .build());
    }

    /**
     * Returns a tenant.
     *
     * <p>The future fails with one of {@code TENANT_NOT_FOUND}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetTenantResponse> getTenant(GetTenantRequest request) {
        return invoker.start(AdminServiceGrpc.getGetTenantMethod(), request);
    }

    /**
     * Returns a tenant.
     *
     * @param tenantId the tenant
     * @return the tenant
     */
    public CompletableFuture<Tenant> getTenant(String tenantId) {
        return getTenant(GetTenantRequest.newBuilder().setTenantId(tenantId).build())
                .thenApply(GetTenantResponse::getTenant);
    }

    /**
     * Lists the tenants in the order of their ids.
     *
     * <p>The future fails with one of {@code PAGE_TOKEN_INVALID}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Tenant> listTenants(ListTenantsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        AdminServiceGrpc.getListTenantsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getTenantsList(), page.getNextPageToken())));
    }

    /**
     * Lists the tenants in the order of their ids.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<Tenant> listTenants() {
        return listTenants(ListTenantsRequest.newBuilder().build());
    }

    /**
     * Changes a tenant.
     *
     * <p>The future fails with one of {@code TENANT_NOT_FOUND}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateTenantResponse> updateTenant(UpdateTenantRequest request) {
        return invoker.start(AdminServiceGrpc.getUpdateTenantMethod(), request);
    }

    /**
     * Closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting it
     * again succeeds.
     *
     * <p>The future fails with one of {@code TENANT_NOT_FOUND}, {@code ETAG_MISMATCH}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteTenantResponse> deleteTenant(DeleteTenantRequest request) {
        return invoker.start(AdminServiceGrpc.getDeleteTenantMethod(), request);
    }

    /**
     * Closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting it
     * again succeeds.
     *
     * @param tenantId the tenant
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteTenantResponse> deleteTenant(String tenantId) {
        return deleteTenant(
                DeleteTenantRequest.newBuilder().setTenantId(tenantId).build());
    }

    /**
     * Lists the keys of an owner, without their secrets.
     *
     * <p>The future fails with one of {@code RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND}, besides the reasons that
     * any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<ListKeysResponse> listKeys(ListKeysRequest request) {
        return invoker.start(AdminServiceGrpc.getListKeysMethod(), request);
    }

    /**
     * Replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     *
     * <p>The future fails with one of {@code RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND}, {@code KEY_NOT_FOUND},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<RotateKeyResponse> rotateKey(RotateKeyRequest request) {
        return invoker.start(AdminServiceGrpc.getRotateKeyMethod(), request);
    }

    /**
     * Lists what was done, latest first: administration, policy, and everything that an access key did as one of its
     * users. The operator sees all, a resource and a tenant administrator what concerns them.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<AuditRecord> listAuditRecords(ListAuditRecordsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        AdminServiceGrpc.getListAuditRecordsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getRecordsList(), page.getNextPageToken())));
    }

    /**
     * Lists what was done, latest first: administration, policy, and everything that an access key did as one of its
     * users. The operator sees all, a resource and a tenant administrator what concerns them.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<AuditRecord> listAuditRecords() {
        return listAuditRecords(ListAuditRecordsRequest.newBuilder().build());
    }

    /**
     * Counts what a resource or a tenant holds.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetUsageResponse> getUsage(GetUsageRequest request) {
        return invoker.start(AdminServiceGrpc.getGetUsageMethod(), request);
    }

    /**
     * Counts what a resource or a tenant holds.
     *
     * @return the answer of the broker
     */
    public CompletableFuture<GetUsageResponse> getUsage() {
        return getUsage(GetUsageRequest.getDefaultInstance());
    }
}
