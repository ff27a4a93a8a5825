"""The tenant's users, groups and voice applications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from parley._gen.directory.v1.directory_pb2 import (
    CoexistenceMode,
    Group,
    TenantUser,
    VoiceApplication,
    VoiceApplicationType,
)
from parley._gen.directory.v1.directory_service_pb2 import (
    AddGroupMembersRequest,
    AddGroupMembersResponse,
    CreateGroupRequest,
    CreateGroupResponse,
    CreateVoiceApplicationRequest,
    CreateVoiceApplicationResponse,
    DeleteGroupRequest,
    DeleteGroupResponse,
    DeleteTenantUserRequest,
    DeleteTenantUserResponse,
    DeleteVoiceApplicationRequest,
    DeleteVoiceApplicationResponse,
    FindTenantUsersRequest,
    GetGroupRequest,
    GetTenantUserRequest,
    GetVoiceApplicationRequest,
    ImportTenantUsersRequest,
    ImportTenantUsersResponse,
    ListGroupMembersRequest,
    ListGroupsRequest,
    ListVoiceApplicationsRequest,
    RemoveGroupMembersRequest,
    RemoveGroupMembersResponse,
    UpdateGroupRequest,
    UpdateGroupResponse,
    UpdateTenantUserRequest,
    UpdateTenantUserResponse,
    UpdateVoiceApplicationRequest,
    UpdateVoiceApplicationResponse,
)
from parley._gen.methods import DirectoryService
from parley.aio.connection import Connection
from parley.aio.pages import Pages
from parley.mask import given, mask

BATCH = 1000


class Directory:
    """The users, groups and voice applications of a tenant, for its administrator.

    Every method takes `timeout`, the deadline of this call in seconds, and raises `ParleyError`. `tenant_id` is empty for
    the caller's own tenant. Where `etag` is given and the thing has changed since, `AbortedError` (ETAG_MISMATCH) is raised.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def import_tenant_users(
        self, users: Iterable[TenantUser], *, tenant_id: str = "", timeout: float | None = None
    ) -> ImportTenantUsersResponse:
        """Add users, or replace those of the same object id, however many; by default without a deadline.

        What is refused is counted, and the first 1000 come back with their reasons; the rest is there. It is not tried
        again by itself, but may be repeated: what is there already is left as it is.

        >>> tess = TenantUser(user_id=tess_id, user_principal_name="tess@contoso.example", display_name="Tess")
        >>> (await tenant.directory.import_tenant_users([tess])).refused_count
        0
        """
        return await self._connection.upload(DirectoryService.IMPORT_TENANT_USERS, batches(users, tenant_id), timeout)

    async def get_tenant_user(
        self,
        user_id: str | None = None,
        *,
        user_principal_name: str | None = None,
        tenant_id: str = "",
        timeout: float | None = None,
    ) -> TenantUser:
        """Return a user by its object id or its user principal name (else TENANT_USER_NOT_FOUND)."""
        request = GetTenantUserRequest(tenant_id=tenant_id, user_id=user_id, user_principal_name=user_principal_name)
        return (await self._connection.unary(DirectoryService.GET_TENANT_USER, request, timeout)).user

    def find_tenant_users(
        self,
        display_name_prefix: str = "",
        *,
        tenant_id: str = "",
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[TenantUser]:
        """List users whose display name begins so, in the order of the display names; at most 1000 to a page."""
        request = FindTenantUsersRequest(
            tenant_id=tenant_id, display_name_prefix=display_name_prefix, page_size=page_size, page_token=page_token
        )
        return Pages(self._connection, DirectoryService.FIND_TENANT_USERS, request, "users", timeout)

    async def update_tenant_user(
        self,
        user_id: str,
        *,
        user_principal_name: str | None = None,
        display_name: str | None = None,
        coexistence_mode: CoexistenceMode | None = None,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateTenantUserResponse:
        """Change what is given, and leave what is None."""
        values = given(user_principal_name=user_principal_name, display_name=display_name, coexistence_mode=coexistence_mode)
        request = UpdateTenantUserRequest(
            tenant_id=tenant_id,
            user=TenantUser(user_id=user_id, **values),
            update_mask=mask(values),
            etag=etag,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(DirectoryService.UPDATE_TENANT_USER, request, timeout)

    async def delete_tenant_user(
        self,
        user_id: str,
        *,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> DeleteTenantUserResponse:
        """Remove a user, its group memberships and its grant. Deleting it again succeeds."""
        request = DeleteTenantUserRequest(tenant_id=tenant_id, user_id=user_id, etag=etag, idempotency_key=idempotency_key)
        return await self._connection.unary(DirectoryService.DELETE_TENANT_USER, request, timeout)

    async def create_group(
        self,
        display_name: str,
        *,
        group_id: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateGroupResponse:
        """Add an empty group with a name of 1 to 256 characters; without an id the broker chooses one."""
        request = CreateGroupRequest(
            tenant_id=tenant_id,
            group=Group(group_id=group_id, display_name=display_name),
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(DirectoryService.CREATE_GROUP, request, timeout)

    async def get_group(self, group_id: str, *, tenant_id: str = "", timeout: float | None = None) -> Group:
        """Return a group (else GROUP_NOT_FOUND)."""
        request = GetGroupRequest(tenant_id=tenant_id, group_id=group_id)
        return (await self._connection.unary(DirectoryService.GET_GROUP, request, timeout)).group

    def list_groups(
        self, *, tenant_id: str = "", page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[Group]:
        """List the groups in the order of their ids; at most 1000 to a page."""
        request = ListGroupsRequest(tenant_id=tenant_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, DirectoryService.LIST_GROUPS, request, "groups", timeout)

    async def update_group(
        self,
        group_id: str,
        *,
        display_name: str | None = None,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateGroupResponse:
        """Change what is given, and leave what is None."""
        values = given(display_name=display_name)
        request = UpdateGroupRequest(
            tenant_id=tenant_id,
            group=Group(group_id=group_id, **values),
            update_mask=mask(values),
            etag=etag,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(DirectoryService.UPDATE_GROUP, request, timeout)

    async def delete_group(
        self,
        group_id: str,
        *,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> DeleteGroupResponse:
        """Remove a group that no policy is granted to (else IN_USE). Deleting it again succeeds."""
        request = DeleteGroupRequest(tenant_id=tenant_id, group_id=group_id, etag=etag, idempotency_key=idempotency_key)
        return await self._connection.unary(DirectoryService.DELETE_GROUP, request, timeout)

    async def add_group_members(
        self,
        group_id: str,
        user_ids: Sequence[str],
        *,
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AddGroupMembersResponse:
        """Put 1 to 1000 users into a group, by their object ids. Who is in it stays in it."""
        request = AddGroupMembersRequest(
            tenant_id=tenant_id, group_id=group_id, user_ids=user_ids, idempotency_key=idempotency_key
        )
        return await self._connection.unary(DirectoryService.ADD_GROUP_MEMBERS, request, timeout)

    async def remove_group_members(
        self,
        group_id: str,
        user_ids: Sequence[str],
        *,
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RemoveGroupMembersResponse:
        """Take 1 to 1000 users out of a group, by their object ids. Who is not in it is passed over."""
        request = RemoveGroupMembersRequest(
            tenant_id=tenant_id, group_id=group_id, user_ids=user_ids, idempotency_key=idempotency_key
        )
        return await self._connection.unary(DirectoryService.REMOVE_GROUP_MEMBERS, request, timeout)

    def list_group_members(
        self,
        group_id: str,
        *,
        tenant_id: str = "",
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[str]:
        """List the object ids of a group's members in their order; at most 1000 to a page."""
        request = ListGroupMembersRequest(tenant_id=tenant_id, group_id=group_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, DirectoryService.LIST_GROUP_MEMBERS, request, "user_ids", timeout)

    async def create_voice_application(
        self,
        display_name: str,
        type: VoiceApplicationType,
        *,
        agent_user_ids: Sequence[str] = (),
        app_id: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateVoiceApplicationResponse:
        """Add a call queue, with its agents (at most 200) in the order of the offers, or an auto attendant."""
        application = VoiceApplication(app_id=app_id, type=type, display_name=display_name, agent_user_ids=agent_user_ids)
        request = CreateVoiceApplicationRequest(tenant_id=tenant_id, application=application, idempotency_key=idempotency_key)
        return await self._connection.unary(DirectoryService.CREATE_VOICE_APPLICATION, request, timeout)

    async def get_voice_application(
        self, app_id: str, *, tenant_id: str = "", timeout: float | None = None
    ) -> VoiceApplication:
        """Return a voice application (else VOICE_APPLICATION_NOT_FOUND)."""
        request = GetVoiceApplicationRequest(tenant_id=tenant_id, app_id=app_id)
        return (await self._connection.unary(DirectoryService.GET_VOICE_APPLICATION, request, timeout)).application

    def list_voice_applications(
        self, *, tenant_id: str = "", page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[VoiceApplication]:
        """List the voice applications in the order of their ids; at most 1000 to a page."""
        request = ListVoiceApplicationsRequest(tenant_id=tenant_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, DirectoryService.LIST_VOICE_APPLICATIONS, request, "applications", timeout)

    async def update_voice_application(
        self,
        app_id: str,
        *,
        display_name: str | None = None,
        agent_user_ids: Sequence[str] | None = None,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateVoiceApplicationResponse:
        """Change what is given, and leave what is None."""
        values = given(display_name=display_name, agent_user_ids=agent_user_ids)
        request = UpdateVoiceApplicationRequest(
            tenant_id=tenant_id,
            application=VoiceApplication(app_id=app_id, **values),
            update_mask=mask(values),
            etag=etag,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(DirectoryService.UPDATE_VOICE_APPLICATION, request, timeout)

    async def delete_voice_application(
        self,
        app_id: str,
        *,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> DeleteVoiceApplicationResponse:
        """Remove a voice application and its grant. Deleting it again succeeds."""
        request = DeleteVoiceApplicationRequest(tenant_id=tenant_id, app_id=app_id, etag=etag, idempotency_key=idempotency_key)
        return await self._connection.unary(DirectoryService.DELETE_VOICE_APPLICATION, request, timeout)


def batches(users: Iterable[TenantUser], tenant_id: str) -> Iterator[ImportTenantUsersRequest]:
    """Yield requests with as many users as one may have."""
    rest = iter(users)
    while batch := list(islice(rest, BATCH)):
        yield ImportTenantUsersRequest(tenant_id=tenant_id, users=batch)
