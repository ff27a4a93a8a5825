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
import io.github.parleyinterop.identity.v1.ListUsersResponse;
import io.github.parleyinterop.identity.v1.RevokeTokensRequest;
import io.github.parleyinterop.identity.v1.RevokeTokensResponse;
import io.github.parleyinterop.identity.v1.User;
import io.github.parleyinterop.type.v1.Scope;
import java.util.Arrays;

/**
 * The users of a resource, and tokens for both worlds. What {@code IdentityService} serves. Safe for use by many
 * threads.
 *
 * <p>Every method waits for its answer, at most until the deadline of the client.
 */
public final class IdentityClient {
    private final Invoker invoker;

    IdentityClient(Invoker invoker) {
        this.invoker = invoker;
    }

    /**
     * Makes a communication user. With a custom id, the same custom id returns the same user.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code QUOTA_EXCEEDED}, {@code
     *     IDEMPOTENCY_KEY_REUSED}
     */
    public CreateUserResponse createUser(CreateUserRequest request) {
        return invoker.call(IdentityServiceGrpc.getCreateUserMethod(), request);
    }

    /**
     * Makes a communication user. With a custom id, the same custom id returns the same user.
     *
     * @param displayName the name that new threads show, at most 256 characters
     * @return the user
     * @throws ParleyException as the form with the whole request
     */
    public User createUser(String displayName) {
        return createUser(CreateUserRequest.newBuilder()
                        .setDisplayName(displayName)
                        .build())
                .getUser();
    }

    /**
     * Returns a communication user of the caller's resource.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code USER_NOT_FOUND}, {@code
     *     FOREIGN_OWNER}
     */
    public GetUserResponse getUser(GetUserRequest request) {
        return invoker.call(IdentityServiceGrpc.getGetUserMethod(), request);
    }

    /**
     * Returns a communication user of the caller's resource.
     *
     * @param user the user
     * @return the user
     * @throws ParleyException as the form with the whole request
     */
    public User getUser(Identifier user) {
        return getUser(GetUserRequest.newBuilder().setIdentifier(user.toProto()).build())
                .getUser();
    }

    /**
     * Lists the communication users of the caller's resource in the order of their raw ids.
     *
     * @param request which ones, and how many a page has; a page token makes it begin there
     * @return all items, fetched while they are iterated over
     */
    public Pages<User> listUsers(ListUsersRequest request) {
        return new Pages<>(token -> {
            ListUsersResponse page = invoker.call(
                    IdentityServiceGrpc.getListUsersMethod(),
                    token.isEmpty()
                            ? request
                            : request.toBuilder().setPageToken(token).build());
            return new Pages.Page<>(page.getUsersList(), page.getNextPageToken());
        });
    }

    /**
     * Lists the communication users of the caller's resource in the order of their raw ids.
     *
     * @return all items, fetched while they are iterated over
     */
    public Pages<User> listUsers() {
        return listUsers(ListUsersRequest.newBuilder().build());
    }

    /**
     * Removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code USER_NOT_FOUND}, {@code
     *     FOREIGN_OWNER}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    public DeleteUserResponse deleteUser(DeleteUserRequest request) {
        return invoker.call(IdentityServiceGrpc.getDeleteUserMethod(), request);
    }

    /**
     * Removes a communication user: its tokens stop working at once, and it leaves its threads. Deleting it again
     * succeeds.
     *
     * @param user the user
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public DeleteUserResponse deleteUser(Identifier user) {
        return deleteUser(
                DeleteUserRequest.newBuilder().setIdentifier(user.toProto()).build());
    }

    /**
     * Makes an access token for a communication user of the caller's resource.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code USER_NOT_FOUND}, {@code
     *     FOREIGN_OWNER}
     */
    public IssueTokenResponse issueToken(IssueTokenRequest request) {
        return invoker.call(IdentityServiceGrpc.getIssueTokenMethod(), request);
    }

    /**
     * Makes an access token for a communication user of the caller's resource.
     *
     * @param user the user
     * @param scopes what it may be used for, at least one
     * @return a token that is valid for 24 hours
     * @throws ParleyException as the form with the whole request
     */
    public AccessToken issueToken(Identifier user, Scope... scopes) {
        return issueToken(IssueTokenRequest.newBuilder()
                        .setIdentifier(user.toProto())
                        .addAllScopes(Arrays.asList(scopes))
                        .build())
                .getAccessToken();
    }

    /**
     * Makes every token of a user worthless that was issued before, at once: open streams end with {@code
     * ACCESS_LOST}. A resource may do so for its users, a tenant administrator for the users and voice applications
     * of its tenant.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code USER_NOT_FOUND}, {@code
     *     TENANT_USER_NOT_FOUND}, {@code VOICE_APPLICATION_NOT_FOUND}, {@code FOREIGN_OWNER}
     */
    public RevokeTokensResponse revokeTokens(RevokeTokensRequest request) {
        return invoker.call(IdentityServiceGrpc.getRevokeTokensMethod(), request);
    }

    /**
     * Makes every token of a user worthless that was issued before, at once: open streams end with {@code
     * ACCESS_LOST}. A resource may do so for its users, a tenant administrator for the users and voice applications
     * of its tenant.
     *
     * @param user the user
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public RevokeTokensResponse revokeTokens(Identifier user) {
        return revokeTokens(
                RevokeTokensRequest.newBuilder().setIdentifier(user.toProto()).build());
    }

    /**
     * Turns a token of a trusted OpenID Connect issuer into one of the broker. The caller is the backend or the
     * tenant connector that trusts the issuer.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code TOKEN_INVALID}, {@code
     *     TOKEN_EXPIRED}, {@code USER_NOT_FOUND}, {@code TENANT_USER_NOT_FOUND}. Not served yet: {@code
     *     NOT_IMPLEMENTED}
     */
    public ExchangeTokenResponse exchangeToken(ExchangeTokenRequest request) {
        return invoker.call(IdentityServiceGrpc.getExchangeTokenMethod(), request);
    }

    /**
     * Makes an access token for a user or a voice application of the caller's tenant. The tenant's connector calls it
     * after it has authenticated the user.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it, here with one of {@code TENANT_USER_NOT_FOUND}, {@code
     *     VOICE_APPLICATION_NOT_FOUND}, {@code FOREIGN_OWNER}
     */
    public IssueTenantUserTokenResponse issueTenantUserToken(IssueTenantUserTokenRequest request) {
        return invoker.call(IdentityServiceGrpc.getIssueTenantUserTokenMethod(), request);
    }

    /**
     * Makes an access token for a user or a voice application of the caller's tenant. The tenant's connector calls it
     * after it has authenticated the user.
     *
     * @param user the user or the voice application
     * @param scopes what it may be used for, at least one
     * @return a token that is valid for 24 hours
     * @throws ParleyException as the form with the whole request
     */
    public AccessToken issueTenantUserToken(Identifier user, Scope... scopes) {
        return issueTenantUserToken(IssueTenantUserTokenRequest.newBuilder()
                        .setIdentifier(user.toProto())
                        .addAllScopes(Arrays.asList(scopes))
                        .build())
                .getAccessToken();
    }

    /**
     * Tells who the caller is to the broker. It needs a valid credential and nothing else.
     *
     * @param request the whole request
     * @return the answer of the broker
     * @throws ParleyException if the broker refuses it
     */
    public GetCallerResponse getCaller(GetCallerRequest request) {
        return invoker.call(IdentityServiceGrpc.getGetCallerMethod(), request);
    }

    /**
     * Tells who the caller is to the broker. It needs a valid credential and nothing else.
     *
     * @return the answer of the broker
     * @throws ParleyException as the form with the whole request
     */
    public GetCallerResponse getCaller() {
        return getCaller(GetCallerRequest.getDefaultInstance());
    }
}
