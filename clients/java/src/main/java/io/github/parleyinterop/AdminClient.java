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
import io.github.parleyinterop.admin.v1.ListAuditRecordsResponse;
import io.github.parleyinterop.admin.v1.ListKeysRequest;
import io.github.parleyinterop.admin.v1.ListKeysResponse;
import io.github.parleyinterop.admin.v1.ListResourcesRequest;
import io.github.parleyinterop.admin.v1.ListResourcesResponse;
import io.github.parleyinterop.admin.v1.ListTenantsRequest;
import io.github.parleyinterop.admin.v1.ListTenantsResponse;
import io.github.parleyinterop.admin.v1.Resource;
import io.github.parleyinterop.admin.v1.RotateKeyRequest;
import io.github.parleyinterop.admin.v1.RotateKeyResponse;
import io.github.parleyinterop.admin.v1.Tenant;
import io.github.parleyinterop.admin.v1.UpdateResourceRequest;
import io.github.parleyinterop.admin.v1.UpdateResourceResponse;
import io.github.parleyinterop.admin.v1.UpdateTenantRequest;
import io.github.parleyinterop.admin.v1.UpdateTenantResponse;

/**
 * Resources, tenants, their keys, the audit trail and usage, for the operator. What {@code AdminService} serves. Safe
 * for use by many threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class AdminClient {
    private final Invoker invoker;

    AdminClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Makes a resource and its two access keys, which are shown this once.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code ID_TAKEN}, {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    public CreateResourceResponse createResource(CreateResourceRequest request) {
        return invoker.call(AdminServiceGrpc.getCreateResourceMethod(), request);
    }

    /**
     * Makes a resource and its two access keys, which are shown this once.
     *
     * @param displayName the name to show, at most 256 characters
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public CreateResourceResponse createResource(String displayName) {
        return createResource(CreateResourceRequest.newBuilder()
                .setResource(Resource.newBuilder().setDisplayName(displayName))
                .build());
    }

    /**
     * Returns a resource.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code RESOURCE_NOT_FOUND}
     */
    public GetResourceResponse getResource(GetResourceRequest request) {
        return invoker.call(AdminServiceGrpc.getGetResourceMethod(), request);
    }

    /**
     * Returns a resource.
     *
     * @param resourceId the resource
     * @return the resource
     * @throws ParleyException as the form with the whole request
     */
    public Resource getResource(String resourceId) {
        return getResource(GetResourceRequest.newBuilder()
                        .setResourceId(resourceId)
                        .build())
                .getResource();
    }

    /**
     * Lists the resources in the order of their ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Resource> listResources(ListResourcesRequest request) {
        return new Pages<>(token -> {
            ListResourcesResponse page = invoker.call(
                    AdminServiceGrpc.getListResourcesMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getResourcesList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the resources in the order of their ids.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<Resource> listResources() {
        return listResources(ListResourcesRequest.newBuilder().build());
    }

    /**
     * Changes a resource.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code RESOURCE_NOT_FOUND}, {@code
     *     UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}
     */
    public UpdateResourceResponse updateResource(UpdateResourceRequest request) {
        return invoker.call(AdminServiceGrpc.getUpdateResourceMethod(), request);
    }

    /**
     * Closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code RESOURCE_NOT_FOUND}, {@code
     *     ETAG_MISMATCH}
     */
    public DeleteResourceResponse deleteResource(DeleteResourceRequest request) {
        return invoker.call(AdminServiceGrpc.getDeleteResourceMethod(), request);
    }

    /**
     * Closes a resource: its keys and the tokens of its users stop working at once. Deleting it again succeeds.
     *
     * @param resourceId the resource
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteResourceResponse deleteResource(String resourceId) {
        return deleteResource(
                DeleteResourceRequest.newBuilder().setResourceId(resourceId).build());
    }

    /**
     * Makes a tenant and its admin key, which is shown this once.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code ID_TAKEN}, {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    public CreateTenantResponse createTenant(CreateTenantRequest request) {
        return invoker.call(AdminServiceGrpc.getCreateTenantMethod(), request);
    }

    /**
     * Makes a tenant and its admin key, which is shown this once.
     *
     * @param displayName the name to show, at most 256 characters
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public CreateTenantResponse createTenant(String displayName) {
        return createTenant(CreateTenantRequest.newBuilder()
                .setTenant(Tenant.newBuilder().setDisplayName(displayName))
                .build());
    }

    /**
     * Returns a tenant.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code TENANT_NOT_FOUND}
     */
    public GetTenantResponse getTenant(GetTenantRequest request) {
        return invoker.call(AdminServiceGrpc.getGetTenantMethod(), request);
    }

    /**
     * Returns a tenant.
     *
     * @param tenantId the tenant
     * @return the tenant
     * @throws ParleyException as the form with the whole request
     */
    public Tenant getTenant(String tenantId) {
        return getTenant(GetTenantRequest.newBuilder().setTenantId(tenantId).build())
                .getTenant();
    }

    /**
     * Lists the tenants in the order of their ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<Tenant> listTenants(ListTenantsRequest request) {
        return new Pages<>(token -> {
            ListTenantsResponse page = invoker.call(
                    AdminServiceGrpc.getListTenantsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getTenantsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the tenants in the order of their ids.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<Tenant> listTenants() {
        return listTenants(ListTenantsRequest.newBuilder().build());
    }

    /**
     * Changes a tenant.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code TENANT_NOT_FOUND}, {@code
     *     UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}
     */
    public UpdateTenantResponse updateTenant(UpdateTenantRequest request) {
        return invoker.call(AdminServiceGrpc.getUpdateTenantMethod(), request);
    }

    /**
     * Closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting it
     * again succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code TENANT_NOT_FOUND}, {@code
     *     ETAG_MISMATCH}
     */
    public DeleteTenantResponse deleteTenant(DeleteTenantRequest request) {
        return invoker.call(AdminServiceGrpc.getDeleteTenantMethod(), request);
    }

    /**
     * Closes a tenant: its key and the tokens of its users stop working, and nobody reaches it, at once. Deleting it
     * again succeeds.
     *
     * @param tenantId the tenant
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteTenantResponse deleteTenant(String tenantId) {
        return deleteTenant(
                DeleteTenantRequest.newBuilder().setTenantId(tenantId).build());
    }

    /**
     * Lists the keys of an owner, without their secrets.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code RESOURCE_NOT_FOUND}, {@code
     *     TENANT_NOT_FOUND}
     */
    public ListKeysResponse listKeys(ListKeysRequest request) {
        return invoker.call(AdminServiceGrpc.getListKeysMethod(), request);
    }

    /**
     * Replaces a key by a new one, which is shown this once; the old one stops working at once. With two keys a
     * resource moves to one while the other is rotated.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code RESOURCE_NOT_FOUND}, {@code
     *     TENANT_NOT_FOUND}, {@code KEY_NOT_FOUND}
     */
    public RotateKeyResponse rotateKey(RotateKeyRequest request) {
        return invoker.call(AdminServiceGrpc.getRotateKeyMethod(), request);
    }

    /**
     * Lists what was done, latest first: administration, policy, and everything that an access key did as one of its
     * users. The operator sees all, a resource and a tenant administrator what concerns them.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<AuditRecord> listAuditRecords(ListAuditRecordsRequest request) {
        return new Pages<>(token -> {
            ListAuditRecordsResponse page = invoker.call(
                    AdminServiceGrpc.getListAuditRecordsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getRecordsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists what was done, latest first: administration, policy, and everything that an access key did as one of its
     * users. The operator sees all, a resource and a tenant administrator what concerns them.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<AuditRecord> listAuditRecords() {
        return listAuditRecords(ListAuditRecordsRequest.newBuilder().build());
    }

    /**
     * Counts what a resource or a tenant holds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND}
     */
    public GetUsageResponse getUsage(GetUsageRequest request) {
        return invoker.call(AdminServiceGrpc.getGetUsageMethod(), request);
    }

    /**
     * Counts what a resource or a tenant holds.
     *
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public GetUsageResponse getUsage() {
        return getUsage(GetUsageRequest.getDefaultInstance());
    }
}
