"""The resource's users, and tokens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from parley._gen.identity.v1.identity_service_pb2 import (
    AccessToken,
    CreateUserRequest,
    CreateUserResponse,
    DeleteUserRequest,
    DeleteUserResponse,
    ExchangeTokenRequest,
    ExchangeTokenResponse,
    GetCallerRequest,
    GetCallerResponse,
    GetUserRequest,
    IssueTenantUserTokenRequest,
    IssueTokenRequest,
    ListUsersRequest,
    RevokeTokensRequest,
    RevokeTokensResponse,
    User,
)
from parley._gen.methods import IdentityService
from parley._gen.type.v1.authorization_pb2 import Scope
from parley.aio.connection import Connection
from parley.aio.pages import Pages
from parley.identifiers import IdentifierLike, message

ALL_SCOPES = (Scope.SCOPE_CHAT, Scope.SCOPE_VOIP)


class Identity:
    """The resource's own users, and tokens for both worlds.

    Every method takes `timeout`, the deadline of this call in seconds, and raises `ParleyError`. Tokens are valid for 1 h
    to 24 h, by default 24 h. What issues a token is never tried again by itself.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def create_user(
        self,
        *,
        custom_id: str = "",
        display_name: str = "",
        token_scopes: Sequence[Scope] = (),
        token_lifetime: timedelta | None = None,
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateUserResponse:
        """Make a user; the same custom id (at most 256 characters) gives the same user. With scopes, issue a token too.

        >>> created = await backend.identity.create_user(custom_id="anna", display_name="Anna")
        >>> created.user.display_name
        'Anna'
        """
        request = CreateUserRequest(
            custom_id=custom_id,
            display_name=display_name,
            token_scopes=token_scopes,
            token_lifetime=token_lifetime,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(IdentityService.CREATE_USER, request, timeout)

    async def get_user(self, user: IdentifierLike, *, timeout: float | None = None) -> User:
        """Return a user of the resource (else USER_NOT_FOUND)."""
        request = GetUserRequest(identifier=message(user))
        return (await self._connection.unary(IdentityService.GET_USER, request, timeout)).user

    def list_users(self, *, page_size: int = 0, page_token: str = "", timeout: float | None = None) -> Pages[User]:
        """List the users of the resource in the order of the raw ids; at most 1000 to a page."""
        request = ListUsersRequest(page_size=page_size, page_token=page_token)
        return Pages(self._connection, IdentityService.LIST_USERS, request, "users", timeout)

    async def delete_user(
        self, user: IdentifierLike, *, idempotency_key: str = "", timeout: float | None = None
    ) -> DeleteUserResponse:
        """Remove a user: its tokens stop working at once, and it leaves its threads. Deleting it again succeeds."""
        request = DeleteUserRequest(identifier=message(user), idempotency_key=idempotency_key)
        return await self._connection.unary(IdentityService.DELETE_USER, request, timeout)

    async def issue_token(
        self,
        user: IdentifierLike,
        scopes: Sequence[Scope] = ALL_SCOPES,
        *,
        lifetime: timedelta | None = None,
        timeout: float | None = None,
    ) -> AccessToken:
        """Make a token for a user of the resource.

        >>> token = await backend.identity.issue_token(anna_id)
        >>> async with parley.aio.Client(address, token) as client:
        ...     (await client.identity.get_caller()).identifier.raw_id == anna_id
        True
        """
        request = IssueTokenRequest(identifier=message(user), scopes=scopes, lifetime=lifetime)
        return (await self._connection.unary(IdentityService.ISSUE_TOKEN, request, timeout)).access_token

    async def revoke_tokens(self, user: IdentifierLike, *, timeout: float | None = None) -> RevokeTokensResponse:
        """Make every token of a user worthless that was issued before; open streams end with `AccessLostError`."""
        request = RevokeTokensRequest(identifier=message(user))
        return await self._connection.unary(IdentityService.REVOKE_TOKENS, request, timeout)

    async def exchange_token(
        self,
        token: str,
        scopes: Sequence[Scope] = ALL_SCOPES,
        *,
        lifetime: timedelta | None = None,
        timeout: float | None = None,
    ) -> ExchangeTokenResponse:
        """Turn a token of a trusted OpenID Connect issuer (at most 16 KiB) into one of the broker."""
        request = ExchangeTokenRequest(token=token, scopes=scopes, lifetime=lifetime)
        return await self._connection.unary(IdentityService.EXCHANGE_TOKEN, request, timeout)

    async def issue_tenant_user_token(
        self,
        user: IdentifierLike,
        scopes: Sequence[Scope] = ALL_SCOPES,
        *,
        lifetime: timedelta | None = None,
        timeout: float | None = None,
    ) -> AccessToken:
        """Make a token for a user or a voice application of the tenant, for the tenant's connector."""
        request = IssueTenantUserTokenRequest(identifier=message(user), scopes=scopes, lifetime=lifetime)
        return (await self._connection.unary(IdentityService.ISSUE_TENANT_USER_TOKEN, request, timeout)).access_token

    async def get_caller(self, *, timeout: float | None = None) -> GetCallerResponse:
        """Tell who the caller is to the broker."""
        return await self._connection.unary(IdentityService.GET_CALLER, GetCallerRequest(), timeout)
