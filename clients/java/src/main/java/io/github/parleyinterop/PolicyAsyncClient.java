package io.github.parleyinterop;

import com.google.protobuf.FieldMask;
import io.github.parleyinterop.policy.v1.ApplyPolicyRequest;
import io.github.parleyinterop.policy.v1.ApplyPolicyResponse;
import io.github.parleyinterop.policy.v1.BatchEvaluateInteropRequest;
import io.github.parleyinterop.policy.v1.BatchEvaluateInteropResponse;
import io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyRequest;
import io.github.parleyinterop.policy.v1.CreateExternalAccessPolicyResponse;
import io.github.parleyinterop.policy.v1.Decision;
import io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyRequest;
import io.github.parleyinterop.policy.v1.DeleteExternalAccessPolicyResponse;
import io.github.parleyinterop.policy.v1.EvaluateInteropRequest;
import io.github.parleyinterop.policy.v1.EvaluateInteropResponse;
import io.github.parleyinterop.policy.v1.ExportPolicyRequest;
import io.github.parleyinterop.policy.v1.ExportPolicyResponse;
import io.github.parleyinterop.policy.v1.ExternalAccessPolicy;
import io.github.parleyinterop.policy.v1.ExternalAccessPolicyGrant;
import io.github.parleyinterop.policy.v1.FederationConfiguration;
import io.github.parleyinterop.policy.v1.GetExternalAccessPolicyRequest;
import io.github.parleyinterop.policy.v1.GetExternalAccessPolicyResponse;
import io.github.parleyinterop.policy.v1.GetFederationConfigurationRequest;
import io.github.parleyinterop.policy.v1.GetFederationConfigurationResponse;
import io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyRequest;
import io.github.parleyinterop.policy.v1.GrantExternalAccessPolicyResponse;
import io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesRequest;
import io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest;
import io.github.parleyinterop.policy.v1.PolicyEvent;
import io.github.parleyinterop.policy.v1.PolicyServiceGrpc;
import io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantRequest;
import io.github.parleyinterop.policy.v1.RevokeExternalAccessPolicyGrantResponse;
import io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyRequest;
import io.github.parleyinterop.policy.v1.UpdateExternalAccessPolicyResponse;
import io.github.parleyinterop.policy.v1.UpdateFederationConfigurationRequest;
import io.github.parleyinterop.policy.v1.UpdateFederationConfigurationResponse;
import io.github.parleyinterop.policy.v1.WatchPolicyRequest;
import io.github.parleyinterop.type.v1.StartPosition;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * A tenant's policy: who of it may be reached by communication users, and why or why not. What {@code PolicyService}
 * serves. Safe for use by many threads.
 *
 * <p>Every method answers with a future and never blocks; cancelling the future cancels the call. Futures fail with a
 * {@link ParleyException}.
 */
public final class PolicyAsyncClient {
    private final Invoker invoker;

    PolicyAsyncClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Returns the tenant's configuration.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetFederationConfigurationResponse> getFederationConfiguration(
            GetFederationConfigurationRequest request) {
        return invoker.start(PolicyServiceGrpc.getGetFederationConfigurationMethod(), request);
    }

    /**
     * Returns the tenant's configuration.
     *
     * @return the configuration of the caller's tenant
     */
    public CompletableFuture<FederationConfiguration> getFederationConfiguration() {
        return getFederationConfiguration(GetFederationConfigurationRequest.getDefaultInstance())
                .thenApply(GetFederationConfigurationResponse::getConfiguration);
    }

    /**
     * Changes the tenant's configuration.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH},
     * {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateFederationConfigurationResponse> updateFederationConfiguration(
            UpdateFederationConfigurationRequest request) {
        return invoker.start(PolicyServiceGrpc.getUpdateFederationConfigurationMethod(), request);
    }

    /**
     * Changes the tenant's configuration.
     *
     * @param configuration the new values of what the paths name
     * @param paths what to change, for example {@code enable_acs_users}
     * @return the configuration after the change
     */
    public CompletableFuture<FederationConfiguration> updateFederationConfiguration(
            FederationConfiguration configuration, String... paths) {
        return updateFederationConfiguration(UpdateFederationConfigurationRequest.newBuilder()
                        .setConfiguration(configuration)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(Arrays.asList(paths)))
                        .build())
                .thenApply(UpdateFederationConfigurationResponse::getConfiguration);
    }

    /**
     * Adds a custom policy.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code POLICY_EXISTS} (Global always exists), {@code
     * QUOTA_EXCEEDED} (1000 a tenant), {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateExternalAccessPolicyResponse> createExternalAccessPolicy(
            CreateExternalAccessPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getCreateExternalAccessPolicyMethod(), request);
    }

    /**
     * Returns a policy.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code POLICY_NOT_FOUND}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetExternalAccessPolicyResponse> getExternalAccessPolicy(
            GetExternalAccessPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getGetExternalAccessPolicyMethod(), request);
    }

    /**
     * Returns a policy.
     *
     * @param name the name of the policy
     * @return the policy
     */
    public CompletableFuture<ExternalAccessPolicy> getExternalAccessPolicy(String name) {
        return getExternalAccessPolicy(GetExternalAccessPolicyRequest.newBuilder()
                        .setName(name)
                        .build())
                .thenApply(GetExternalAccessPolicyResponse::getPolicy);
    }

    /**
     * Lists the policies in the order of their names, Global included.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ExternalAccessPolicy> listExternalAccessPolicies(ListExternalAccessPoliciesRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        PolicyServiceGrpc.getListExternalAccessPoliciesMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getPoliciesList(), page.getNextPageToken())));
    }

    /**
     * Lists the policies in the order of their names, Global included.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ExternalAccessPolicy> listExternalAccessPolicies() {
        return listExternalAccessPolicies(
                ListExternalAccessPoliciesRequest.newBuilder().build());
    }

    /**
     * Changes a policy.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code POLICY_NOT_FOUND}, {@code UPDATE_MASK_INVALID},
     * {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<UpdateExternalAccessPolicyResponse> updateExternalAccessPolicy(
            UpdateExternalAccessPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getUpdateExternalAccessPolicyMethod(), request);
    }

    /**
     * Removes a policy that nobody is granted. Global is never removed: deleting it resets it to its defaults.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code POLICY_NOT_FOUND}, {@code POLICY_GRANTED}, {@code
     * ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteExternalAccessPolicyResponse> deleteExternalAccessPolicy(
            DeleteExternalAccessPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getDeleteExternalAccessPolicyMethod(), request);
    }

    /**
     * Assigns a custom policy to a user or a group, in place of the one that was there.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code POLICY_NOT_FOUND}, {@code POLICY_GLOBAL}, {@code
     * TENANT_USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code RANK_TAKEN}, {@code IDEMPOTENCY_KEY_REUSED}, besides
     * the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GrantExternalAccessPolicyResponse> grantExternalAccessPolicy(
            GrantExternalAccessPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getGrantExternalAccessPolicyMethod(), request);
    }

    /**
     * Takes the grant of a user or a group away.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code GRANT_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<RevokeExternalAccessPolicyGrantResponse> revokeExternalAccessPolicyGrant(
            RevokeExternalAccessPolicyGrantRequest request) {
        return invoker.start(PolicyServiceGrpc.getRevokeExternalAccessPolicyGrantMethod(), request);
    }

    /**
     * Lists grants: groups in the order of their ids, then users in the order of theirs.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code PAGE_TOKEN_INVALID}, besides the reasons that any
     * call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ExternalAccessPolicyGrant> listExternalAccessPolicyGrants(
            ListExternalAccessPolicyGrantsRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        PolicyServiceGrpc.getListExternalAccessPolicyGrantsMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getGrantsList(), page.getNextPageToken())));
    }

    /**
     * Lists grants: groups in the order of their ids, then users in the order of theirs.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<ExternalAccessPolicyGrant> listExternalAccessPolicyGrants() {
        return listExternalAccessPolicyGrants(
                ListExternalAccessPolicyGrantsRequest.newBuilder().build());
    }

    /**
     * Decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not
     * the names of the tenant's policies and groups.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND},
     * {@code TENANT_USER_NOT_FOUND}, {@code REVISION_INVALID}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<EvaluateInteropResponse> evaluateInterop(EvaluateInteropRequest request) {
        return invoker.start(PolicyServiceGrpc.getEvaluateInteropMethod(), request);
    }

    /**
     * Decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not
     * the names of the tenant's policies and groups.
     *
     * @param resourceId the resource, a GUID; empty for that of the caller
     * @param tenantId the tenant, a GUID; empty for that of the caller
     * @param userId the object id of a user of the tenant, or the id of a voice application
     * @return the decision with the rules that led to it
     */
    public CompletableFuture<Decision> evaluateInterop(String resourceId, String tenantId, String userId) {
        return evaluateInterop(EvaluateInteropRequest.newBuilder()
                        .setResourceId(resourceId)
                        .setTenantId(tenantId)
                        .setUserId(userId)
                        .build())
                .thenApply(EvaluateInteropResponse::getDecision);
    }

    /**
     * Decides up to 500 at once, all on one state. What cannot be decided has its own status.
     *
     * <p>The future fails with one of {@code REVISION_INVALID}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<BatchEvaluateInteropResponse> batchEvaluateInterop(BatchEvaluateInteropRequest request) {
        return invoker.start(PolicyServiceGrpc.getBatchEvaluateInteropMethod(), request);
    }

    /**
     * Returns the whole policy of a tenant as one document, and the etag of that.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<ExportPolicyResponse> exportPolicy(ExportPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getExportPolicyMethod(), request);
    }

    /**
     * Returns the whole policy of a tenant as one document, and the etag of that.
     *
     * @return the answer of the broker
     */
    public CompletableFuture<ExportPolicyResponse> exportPolicy() {
        return exportPolicy(ExportPolicyRequest.getDefaultInstance());
    }

    /**
     * Makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     *
     * <p>The future fails with one of {@code FOREIGN_OWNER}, {@code ETAG_MISMATCH}, {@code POLICY_NOT_FOUND} (a grant
     * of a policy that is not in the document), {@code POLICY_GLOBAL}, {@code TENANT_USER_NOT_FOUND}, {@code
     * GROUP_NOT_FOUND}, {@code RANK_TAKEN}, {@code INVALID_FIELD} (a name or an assignee twice), {@code
     * IDEMPOTENCY_KEY_REUSED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<ApplyPolicyResponse> applyPolicy(ApplyPolicyRequest request) {
        return invoker.start(PolicyServiceGrpc.getApplyPolicyMethod(), request);
    }

    /**
     * Follows every change of the tenant's policy. The publisher opens a stream for each subscriber, and it resumes
     * by itself.
     *
     * @param request where to start, what to see, and how often to hear of the broker
     * @return what to subscribe to
     */
    public EventPublisher<Received<PolicyEvent>> follow(WatchPolicyRequest request) {
        return EventPublisher.of(invoker, StreamKind.POLICY, request);
    }

    /**
     * Follows from now on.
     *
     * @return what to subscribe to
     */
    public EventPublisher<Received<PolicyEvent>> follow() {
        return follow(WatchPolicyRequest.getDefaultInstance());
    }

    /**
     * Follows from where an earlier stream stood.
     *
     * @param cursor of a stream of the same caller with the same filter
     * @return what to subscribe to
     */
    public EventPublisher<Received<PolicyEvent>> followFrom(Cursor cursor) {
        return follow(WatchPolicyRequest.newBuilder().setCursor(cursor.bytes()).build());
    }

    /**
     * Follows from the oldest event that is kept and that the caller may see.
     *
     * @return what to subscribe to
     */
    public EventPublisher<Received<PolicyEvent>> followFromBeginning() {
        return follow(WatchPolicyRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .build());
    }
}
