from google.protobuf import field_mask_pb2 as _field_mask_pb2
from parley._gen.directory.v1 import directory_pb2 as _directory_pb2
from parley._gen.type.v1 import commit_pb2 as _commit_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ImportTenantUsersRequest(_message.Message):
    __slots__ = ("tenant_id", "users")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USERS_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    users: _containers.RepeatedCompositeFieldContainer[_directory_pb2.TenantUser]
    def __init__(self, tenant_id: _Optional[str] = ..., users: _Optional[_Iterable[_Union[_directory_pb2.TenantUser, _Mapping]]] = ...) -> None: ...

class ImportTenantUsersResponse(_message.Message):
    __slots__ = ("created_count", "updated_count", "unchanged_count", "refused_count", "refused", "commit")
    CREATED_COUNT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNCHANGED_COUNT_FIELD_NUMBER: _ClassVar[int]
    REFUSED_COUNT_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    created_count: int
    updated_count: int
    unchanged_count: int
    refused_count: int
    refused: _containers.RepeatedCompositeFieldContainer[RefusedTenantUser]
    commit: _commit_pb2.Commit
    def __init__(self, created_count: _Optional[int] = ..., updated_count: _Optional[int] = ..., unchanged_count: _Optional[int] = ..., refused_count: _Optional[int] = ..., refused: _Optional[_Iterable[_Union[RefusedTenantUser, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RefusedTenantUser(_message.Message):
    __slots__ = ("index", "user_id", "reason", "message")
    INDEX_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    index: int
    user_id: str
    reason: str
    message: str
    def __init__(self, index: _Optional[int] = ..., user_id: _Optional[str] = ..., reason: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class GetTenantUserRequest(_message.Message):
    __slots__ = ("tenant_id", "user_id", "user_principal_name")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_PRINCIPAL_NAME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    user_id: str
    user_principal_name: str
    def __init__(self, tenant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., user_principal_name: _Optional[str] = ...) -> None: ...

class GetTenantUserResponse(_message.Message):
    __slots__ = ("user",)
    USER_FIELD_NUMBER: _ClassVar[int]
    user: _directory_pb2.TenantUser
    def __init__(self, user: _Optional[_Union[_directory_pb2.TenantUser, _Mapping]] = ...) -> None: ...

class FindTenantUsersRequest(_message.Message):
    __slots__ = ("tenant_id", "display_name_prefix", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_PREFIX_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    display_name_prefix: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., display_name_prefix: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class FindTenantUsersResponse(_message.Message):
    __slots__ = ("users", "next_page_token")
    USERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    users: _containers.RepeatedCompositeFieldContainer[_directory_pb2.TenantUser]
    next_page_token: str
    def __init__(self, users: _Optional[_Iterable[_Union[_directory_pb2.TenantUser, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateTenantUserRequest(_message.Message):
    __slots__ = ("tenant_id", "user", "update_mask", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    user: _directory_pb2.TenantUser
    update_mask: _field_mask_pb2.FieldMask
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., user: _Optional[_Union[_directory_pb2.TenantUser, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateTenantUserResponse(_message.Message):
    __slots__ = ("user", "commit")
    USER_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    user: _directory_pb2.TenantUser
    commit: _commit_pb2.Commit
    def __init__(self, user: _Optional[_Union[_directory_pb2.TenantUser, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteTenantUserRequest(_message.Message):
    __slots__ = ("tenant_id", "user_id", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    user_id: str
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteTenantUserResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class CreateGroupRequest(_message.Message):
    __slots__ = ("tenant_id", "group", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group: _directory_pb2.Group
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., group: _Optional[_Union[_directory_pb2.Group, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CreateGroupResponse(_message.Message):
    __slots__ = ("group", "commit")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    group: _directory_pb2.Group
    commit: _commit_pb2.Commit
    def __init__(self, group: _Optional[_Union[_directory_pb2.Group, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetGroupRequest(_message.Message):
    __slots__ = ("tenant_id", "group_id")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ...) -> None: ...

class GetGroupResponse(_message.Message):
    __slots__ = ("group",)
    GROUP_FIELD_NUMBER: _ClassVar[int]
    group: _directory_pb2.Group
    def __init__(self, group: _Optional[_Union[_directory_pb2.Group, _Mapping]] = ...) -> None: ...

class ListGroupsRequest(_message.Message):
    __slots__ = ("tenant_id", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGroupsResponse(_message.Message):
    __slots__ = ("groups", "next_page_token")
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    groups: _containers.RepeatedCompositeFieldContainer[_directory_pb2.Group]
    next_page_token: str
    def __init__(self, groups: _Optional[_Iterable[_Union[_directory_pb2.Group, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateGroupRequest(_message.Message):
    __slots__ = ("tenant_id", "group", "update_mask", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group: _directory_pb2.Group
    update_mask: _field_mask_pb2.FieldMask
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., group: _Optional[_Union[_directory_pb2.Group, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateGroupResponse(_message.Message):
    __slots__ = ("group", "commit")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    group: _directory_pb2.Group
    commit: _commit_pb2.Commit
    def __init__(self, group: _Optional[_Union[_directory_pb2.Group, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteGroupRequest(_message.Message):
    __slots__ = ("tenant_id", "group_id", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteGroupResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class AddGroupMembersRequest(_message.Message):
    __slots__ = ("tenant_id", "group_id", "user_ids", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ..., user_ids: _Optional[_Iterable[str]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AddGroupMembersResponse(_message.Message):
    __slots__ = ("added_count", "commit")
    ADDED_COUNT_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    added_count: int
    commit: _commit_pb2.Commit
    def __init__(self, added_count: _Optional[int] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RemoveGroupMembersRequest(_message.Message):
    __slots__ = ("tenant_id", "group_id", "user_ids", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ..., user_ids: _Optional[_Iterable[str]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RemoveGroupMembersResponse(_message.Message):
    __slots__ = ("removed_count", "commit")
    REMOVED_COUNT_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    removed_count: int
    commit: _commit_pb2.Commit
    def __init__(self, removed_count: _Optional[int] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ListGroupMembersRequest(_message.Message):
    __slots__ = ("tenant_id", "group_id", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListGroupMembersResponse(_message.Message):
    __slots__ = ("user_ids", "next_page_token")
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    next_page_token: str
    def __init__(self, user_ids: _Optional[_Iterable[str]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class CreateVoiceApplicationRequest(_message.Message):
    __slots__ = ("tenant_id", "application", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    application: _directory_pb2.VoiceApplication
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., application: _Optional[_Union[_directory_pb2.VoiceApplication, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CreateVoiceApplicationResponse(_message.Message):
    __slots__ = ("application", "commit")
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    application: _directory_pb2.VoiceApplication
    commit: _commit_pb2.Commit
    def __init__(self, application: _Optional[_Union[_directory_pb2.VoiceApplication, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetVoiceApplicationRequest(_message.Message):
    __slots__ = ("tenant_id", "app_id")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    app_id: str
    def __init__(self, tenant_id: _Optional[str] = ..., app_id: _Optional[str] = ...) -> None: ...

class GetVoiceApplicationResponse(_message.Message):
    __slots__ = ("application",)
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    application: _directory_pb2.VoiceApplication
    def __init__(self, application: _Optional[_Union[_directory_pb2.VoiceApplication, _Mapping]] = ...) -> None: ...

class ListVoiceApplicationsRequest(_message.Message):
    __slots__ = ("tenant_id", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListVoiceApplicationsResponse(_message.Message):
    __slots__ = ("applications", "next_page_token")
    APPLICATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    applications: _containers.RepeatedCompositeFieldContainer[_directory_pb2.VoiceApplication]
    next_page_token: str
    def __init__(self, applications: _Optional[_Iterable[_Union[_directory_pb2.VoiceApplication, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateVoiceApplicationRequest(_message.Message):
    __slots__ = ("tenant_id", "application", "update_mask", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    application: _directory_pb2.VoiceApplication
    update_mask: _field_mask_pb2.FieldMask
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., application: _Optional[_Union[_directory_pb2.VoiceApplication, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateVoiceApplicationResponse(_message.Message):
    __slots__ = ("application", "commit")
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    application: _directory_pb2.VoiceApplication
    commit: _commit_pb2.Commit
    def __init__(self, application: _Optional[_Union[_directory_pb2.VoiceApplication, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteVoiceApplicationRequest(_message.Message):
    __slots__ = ("tenant_id", "app_id", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    app_id: str
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., app_id: _Optional[str] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteVoiceApplicationResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...
