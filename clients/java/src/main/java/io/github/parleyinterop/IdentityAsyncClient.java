package io.github.parleyinterop;

import io.github.parleyinterop.identity.v1.AccessToken;
import io.github.parleyinterop.identity.v1.CreateUserRequest;
import io.github.parleyinterop.identity.v1.CreateUserResponse;
import io.github.parleyinterop.identity.v1.DeleteUserRequest;
import io.github.parleyinterop.identity.v1.DeleteUserResponse;
import io.github.parleyinterop.identity.v1.ExchangeTokenRequest;
import io.github.parleyinterop.identity.v1.ExchangeTokenResponse;
import io.github.parleyinterop.identity.v1.GetCallerRequest;
import io.github.parleyinterop.identity.v1.GetCallerResponse;
import io.github.parleyinterop.identity.v1.GetUserRequest;
import io.github.parleyinterop.identity.v1.GetUserResponse;
import io.github.parleyinterop.identity.v1.IdentityServiceGrpc;
import io.github.parleyinterop.identity.v1.IssueTenantUserTokenRequest;
import io.github.parleyinterop.identity.v1.IssueTenantUserTokenResponse;
import io.github.parleyinterop.identity.v1.IssueTokenRequest;
import io.github.parleyinterop.identity.v1.IssueTokenResponse;
import io.github.parleyinterop.identity.v1.ListUsersRequest;
import io.github.parleyinterop.identity.v1.RevokeTokensRequest;
import io.github.parleyinterop.identity.v1.RevokeTokensResponse;
import io.github.parleyinterop.identity.v1.User;
import io.github.parleyinterop.type.v1.Scope;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * The users of a resource, and tokens for both worlds. What {@code IdentityService} serves. Safe for use by many
 * threads.
 *
 * <p>Every method answers with a future and never blocks; cancelling the future cancels the call. Futures fail with a
 * {@link ParleyException}.
 */
public final class IdentityAsyncClient {
    private final Invoker invoker;

    IdentityAsyncClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Makes a communication user. With a custom id, the same custom id returns the same user.
     *
     * <p>The future fails with one of {@code QUOTA_EXCEEDED}, {@code IDEMPOTENCY_KEY_REUSED}, besides the reasons
     * that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<CreateUserResponse> createUser(CreateUserRequest request) {
        return invoker.start(IdentityServiceGrpc.getCreateUserMethod(), request);
    }

    /**
     * Makes a communication user. With a custom id, the same custom id returns the same user.
     *
     * @param displayName the name that new threads show, at most 256 characters
     * @return the user
     */
    public CompletableFuture<User> createUser(String displayName) {
        return createUser(CreateUserRequest.newBuilder()
                        .setDisplayName(displayName)
                        .build())
                .thenApply(CreateUserResponse::getUser);
    }

    /**
     * Returns a communication user of the caller's resource.
     *
     * <p>The future fails with one of {@code USER_NOT_FOUND}, {@code FOREIGN_OWNER}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetUserResponse> getUser(GetUserRequest request) {
        return invoker.start(IdentityServiceGrpc.getGetUserMethod(), request);
    }

    /**
     * Returns a communication user of the caller's resource.
     *
     * @param user the user
     * @return the user
     */
    public CompletableFuture<User> getUser(Identifier user) {
        return getUser(GetUserRequest.newBuilder().setIdentifier(user.toProto()).build())
                .thenApply(GetUserResponse::getUser);
    }

    /**
     * Lists the communication users of the caller's resource in the order of their raw ids.
     *
     * <p>The future fails with one of {@code PAGE_TOKEN_INVALID}, besides the reasons that any call may have.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items; each use of it lists anew
     */
    public AsyncPages<User> listUsers(ListUsersRequest request) {
        return new AsyncPages<>(token -> invoker.start(
                        IdentityServiceGrpc.getListUsersMethod(),
                        token.isEmpty()
                                ? request
                                : request.toBuilder().setPageToken(token).build())
                .thenApply(page -> new Pages.Page<>(page.getUsersList(), page.getNextPageToken())));
    }

    /**
     * Lists the communication users of the caller's resource in the order of their raw ids.
     *
     * @return all items; each use of it lists anew
     */
    public AsyncPages<User> listUsers() {
        return listUsers(ListUsersRequest.newBuilder().build());
    }

    /**
     * Removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     *
     * <p>The future fails with one of {@code USER_NOT_FOUND}, {@code FOREIGN_OWNER}, {@code IDEMPOTENCY_KEY_REUSED},
     * besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteUserResponse> deleteUser(DeleteUserRequest request) {
        return invoker.start(IdentityServiceGrpc.getDeleteUserMethod(), request);
    }

    /**
     * Removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     *
     * @param user the user
     * @return the answer of the broker
     */
    public CompletableFuture<DeleteUserResponse> deleteUser(Identifier user) {
        return deleteUser(
                DeleteUserRequest.newBuilder().setIdentifier(user.toProto()).build());
    }

    /**
     * Makes an access token for a communication user of the caller's resource.
     *
     * <p>The future fails with one of {@code USER_NOT_FOUND}, {@code FOREIGN_OWNER}, besides the reasons that any
     * call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<IssueTokenResponse> issueToken(IssueTokenRequest request) {
        return invoker.start(IdentityServiceGrpc.getIssueTokenMethod(), request);
    }

    /**
     * Makes an access token for a communication user of the caller's resource.
     *
     * @param user the user
     * @param scopes what it may be used for, at least one
     * @return a token that is valid for 24 hours
     */
    public CompletableFuture<AccessToken> issueToken(Identifier user, Scope... scopes) {
        return issueToken(IssueTokenRequest.newBuilder()
                        .setIdentifier(user.toProto())
                        .addAllScopes(Arrays.asList(scopes))
                        .build())
                .thenApply(IssueTokenResponse::getAccessToken);
    }

    /**
     * Makes every token of a user worthless that was issued before, at once: open streams end with {@code
     * ACCESS_LOST}. A resource may do so for its users, a tenant administrator for the users and voice applications
     * of its tenant.
     *
     * <p>The future fails with one of {@code USER_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND}, {@code
     * VOICE_APPLICATION_NOT_FOUND}, {@code FOREIGN_OWNER}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<RevokeTokensResponse> revokeTokens(RevokeTokensRequest request) {
        return invoker.start(IdentityServiceGrpc.getRevokeTokensMethod(), request);
    }

    /**
     * Makes every token of a user worthless that was issued before, at once: open streams end with {@code
     * ACCESS_LOST}. A resource may do so for its users, a tenant administrator for the users and voice applications
     * of its tenant.
     *
     * @param user the user
     * @return the answer of the broker
     */
    public CompletableFuture<RevokeTokensResponse> revokeTokens(Identifier user) {
        return revokeTokens(
                RevokeTokensRequest.newBuilder().setIdentifier(user.toProto()).build());
    }

    /**
     * Turns a token of a trusted OpenID Connect issuer into one of the broker. The caller is the backend or the
     * tenant connector that trusts the issuer.
     *
     * <p>The future fails with one of {@code TOKEN_INVALID}, {@code TOKEN_EXPIRED}, {@code USER_NOT_FOUND}, {@code
     * TENANT_USER_NOT_FOUND}. Not served yet: {@code NOT_IMPLEMENTED}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<ExchangeTokenResponse> exchangeToken(ExchangeTokenRequest request) {
        return invoker.start(IdentityServiceGrpc.getExchangeTokenMethod(), request);
    }

    /**
     * Makes an access token for a user or a voice application of the caller's tenant. The tenant's connector calls it
     * after it has authenticated the user.
     *
     * <p>The future fails with one of {@code TENANT_USER_NOT_FOUND}, {@code VOICE_APPLICATION_NOT_FOUND}, {@code
     * FOREIGN_OWNER}, besides the reasons that any call may have.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<IssueTenantUserTokenResponse> issueTenantUserToken(IssueTenantUserTokenRequest request) {
        return invoker.start(IdentityServiceGrpc.getIssueTenantUserTokenMethod(), request);
    }

    /**
     * Makes an access token for a user or a voice application of the caller's tenant. The tenant's connector calls it
     * after it has authenticated the user.
     *
     * @param user the user or the voice application
     * @param scopes what it may be used for, at least one
     * @return a token that is valid for 24 hours
     */
    public CompletableFuture<AccessToken> issueTenantUserToken(Identifier user, Scope... scopes) {
        return issueTenantUserToken(IssueTenantUserTokenRequest.newBuilder()
                        .setIdentifier(user.toProto())
                        .addAllScopes(Arrays.asList(scopes))
                        .build())
                .thenApply(IssueTenantUserTokenResponse::getAccessToken);
    }

    /**
     * Tells who the caller is to the broker. It needs a valid credential and nothing else.
     *
     * @param request the whole request
     * @return the answer of the broker
     */
    public CompletableFuture<GetCallerResponse> getCaller(GetCallerRequest request) {
        return invoker.start(IdentityServiceGrpc.getGetCallerMethod(), request);
    }

    /**
     * Tells who the caller is to the broker. It needs a valid credential and nothing else.
     *
     * @return the answer of the broker
     */
    public CompletableFuture<GetCallerResponse> getCaller() {
        return getCaller(GetCallerRequest.getDefaultInstance());
    }
}
