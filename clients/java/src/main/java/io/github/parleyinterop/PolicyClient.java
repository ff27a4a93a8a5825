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
import io.github.parleyinterop.policy.v1.ListExternalAccessPoliciesResponse;
import io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsRequest;
import io.github.parleyinterop.policy.v1.ListExternalAccessPolicyGrantsResponse;
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

/**
 * A tenant's policy: who of it may be reached by communication users, and why or why not. What {@code PolicyService}
 * serves. Safe for use by many threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class PolicyClient {
    private final Invoker invoker;

    PolicyClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Returns the tenant's configuration.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}
     */
    public GetFederationConfigurationResponse getFederationConfiguration(GetFederationConfigurationRequest request) {
        return invoker.call(PolicyServiceGrpc.getGetFederationConfigurationMethod(), request);
    }

    /**
     * Returns the tenant's configuration.
     *
     * @return the configuration of the caller's tenant
     * @throws ParleyException as the form with the whole request
     */
    public FederationConfiguration getFederationConfiguration() {
        return getFederationConfiguration(GetFederationConfigurationRequest.getDefaultInstance())
                .getConfiguration();
    }

    /**
     * Changes the tenant's configuration.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public UpdateFederationConfigurationResponse updateFederationConfiguration(
            UpdateFederationConfigurationRequest request) {
        return invoker.call(PolicyServiceGrpc.getUpdateFederationConfigurationMethod(), request);
    }

    /**
     * Changes the tenant's configuration.
     *
     * @param configuration the new values of what the paths name
     * @param paths what to change, for example {@code enable_acs_users}
     * @return the configuration after the change
     * @throws ParleyException as the form with the whole request
     */
    public FederationConfiguration updateFederationConfiguration(
            FederationConfiguration configuration, String... paths) {
        return updateFederationConfiguration(UpdateFederationConfigurationRequest.newBuilder()
                        .setConfiguration(configuration)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(Arrays.asList(paths)))
                        .build())
                .getConfiguration();
    }

    /**
     * Adds a custom policy.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     POLICY_EXISTS} (Global always exists), {@code QUOTA_EXCEEDED} (1000 a tenant), {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    public CreateExternalAccessPolicyResponse createExternalAccessPolicy(CreateExternalAccessPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getCreateExternalAccessPolicyMethod(), request);
    }

    /**
     * Returns a policy.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     POLICY_NOT_FOUND}
     */
    public GetExternalAccessPolicyResponse getExternalAccessPolicy(GetExternalAccessPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getGetExternalAccessPolicyMethod(), request);
    }

    /**
     * Returns a policy.
     *
     * @param name the name of the policy
     * @return the policy
     * @throws ParleyException as the form with the whole request
     */
    public ExternalAccessPolicy getExternalAccessPolicy(String name) {
        return getExternalAccessPolicy(GetExternalAccessPolicyRequest.newBuilder()
                        .setName(name)
                        .build())
                .getPolicy();
    }

    /**
     * Lists the policies in the order of their names, Global included.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<ExternalAccessPolicy> listExternalAccessPolicies(ListExternalAccessPoliciesRequest request) {
        return new Pages<>(token -> {
            ListExternalAccessPoliciesResponse page = invoker.call(
                    PolicyServiceGrpc.getListExternalAccessPoliciesMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getPoliciesList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the policies in the order of their names, Global included.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<ExternalAccessPolicy> listExternalAccessPolicies() {
        return listExternalAccessPolicies(
                ListExternalAccessPoliciesRequest.newBuilder().build());
    }

    /**
     * Changes a policy.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     POLICY_NOT_FOUND}, {@code UPDATE_MASK_INVALID}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public UpdateExternalAccessPolicyResponse updateExternalAccessPolicy(UpdateExternalAccessPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getUpdateExternalAccessPolicyMethod(), request);
    }

    /**
     * Removes a policy that nobody is granted. Global is never removed: deleting it resets it to its defaults.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     POLICY_NOT_FOUND}, {@code POLICY_GRANTED}, {@code ETAG_MISMATCH}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public DeleteExternalAccessPolicyResponse deleteExternalAccessPolicy(DeleteExternalAccessPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getDeleteExternalAccessPolicyMethod(), request);
    }

    /**
     * Assigns a custom policy to a user or a group, in place of the one that was there.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     POLICY_NOT_FOUND}, {@code POLICY_GLOBAL}, {@code TENANT_USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code
     *     RANK_TAKEN}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public GrantExternalAccessPolicyResponse grantExternalAccessPolicy(GrantExternalAccessPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getGrantExternalAccessPolicyMethod(), request);
    }

    /**
     * Takes the grant of a user or a group away.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     GRANT_NOT_FOUND}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public RevokeExternalAccessPolicyGrantResponse revokeExternalAccessPolicyGrant(
            RevokeExternalAccessPolicyGrantRequest request) {
        return invoker.call(PolicyServiceGrpc.getRevokeExternalAccessPolicyGrantMethod(), request);
    }

    /**
     * Lists grants: groups in the order of their ids, then users in the order of theirs.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<ExternalAccessPolicyGrant> listExternalAccessPolicyGrants(
            ListExternalAccessPolicyGrantsRequest request) {
        return new Pages<>(token -> {
            ListExternalAccessPolicyGrantsResponse page = invoker.call(
                    PolicyServiceGrpc.getListExternalAccessPolicyGrantsMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getGrantsList(), page.getNextPageToken());
        });
    }

    /**
     * Lists grants: groups in the order of their ids, then users in the order of theirs.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<ExternalAccessPolicyGrant> listExternalAccessPolicyGrants() {
        return listExternalAccessPolicyGrants(
                ListExternalAccessPolicyGrantsRequest.newBuilder().build());
    }

    /**
     * Decides whether a resource's users and a tenant's user may meet, and returns the chain of rules. A tenant
     * administrator asks for its own tenant, a resource for itself; a resource is told what each rule says, and not
     * the names of the tenant's policies and groups.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     RESOURCE_NOT_FOUND}, {@code TENANT_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND}, {@code REVISION_INVALID}
     */
    public EvaluateInteropResponse evaluateInterop(EvaluateInteropRequest request) {
        return invoker.call(PolicyServiceGrpc.getEvaluateInteropMethod(), request);
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
     * @throws ParleyException as the form with the whole request
     */
    public Decision evaluateInterop(String resourceId, String tenantId, String userId) {
        return evaluateInterop(EvaluateInteropRequest.newBuilder()
                        .setResourceId(resourceId)
                        .setTenantId(tenantId)
                        .setUserId(userId)
                        .build())
                .getDecision();
    }

    /**
     * Decides up to 500 at once, all on one state. What cannot be decided has its own status.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code REVISION_INVALID}
     */
    public BatchEvaluateInteropResponse batchEvaluateInterop(BatchEvaluateInteropRequest request) {
        return invoker.call(PolicyServiceGrpc.getBatchEvaluateInteropMethod(), request);
    }

    /**
     * Returns the whole policy of a tenant as one document, and the etag of that.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}
     */
    public ExportPolicyResponse exportPolicy(ExportPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getExportPolicyMethod(), request);
    }

    /**
     * Returns the whole policy of a tenant as one document, and the etag of that.
     *
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public ExportPolicyResponse exportPolicy() {
        return exportPolicy(ExportPolicyRequest.getDefaultInstance());
    }

    /**
     * Makes the policy of a tenant what the document says, in one commit: what is not in it goes. With dry_run it
     * only tells what would change.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code FOREIGN_OWNER}, {@code
     *     ETAG_MISMATCH}, {@code POLICY_NOT_FOUND} (a grant of a policy that is not in the document), {@code
     *     POLICY_GLOBAL}, {@code TENANT_USER_NOT_FOUND}, {@code GROUP_NOT_FOUND}, {@code RANK_TAKEN}, {@code
     *     INVALID_FIELD} (a name or an assignee twice), {@code IDEMPOTENCY_KEY_REUSED}
     */
    public ApplyPolicyResponse applyPolicy(ApplyPolicyRequest request) {
        return invoker.call(PolicyServiceGrpc.getApplyPolicyMethod(), request);
    }

    /**
     * Follows every change of the tenant's policy. The stream is opened at once, and it resumes by itself.
     *
     * @param request where to start, what to see, and how often to hear of the broker
     * @return the stream; close it
     */
    public EventStream<Received<PolicyEvent>> follow(WatchPolicyRequest request) {
        return EventStream.open(invoker, StreamKind.POLICY, request);
    }

    /**
     * Follows from now on.
     *
     * @return the stream; close it
     */
    public EventStream<Received<PolicyEvent>> follow() {
        return follow(WatchPolicyRequest.getDefaultInstance());
    }

    /**
     * Follows from where an earlier stream stood.
     *
     * @param cursor of a stream of the same caller with the same filter
     * @return the stream; close it
     */
    public EventStream<Received<PolicyEvent>> followFrom(Cursor cursor) {
        return follow(WatchPolicyRequest.newBuilder().setCursor(cursor.bytes()).build());
    }

    /**
     * Follows from the oldest event that is kept and that the caller may see.
     *
     * @return the stream; close it
     */
    public EventStream<Received<PolicyEvent>> followFromBeginning() {
        return follow(WatchPolicyRequest.newBuilder()
                .setStartPosition(StartPosition.START_POSITION_BEGINNING)
                .build());
    }
}
