import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.type.v1 import authorization_pb2 as _authorization_pb2
from parley._gen.type.v1 import commit_pb2 as _commit_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class User(_message.Message):
    __slots__ = ("identifier", "custom_id", "display_name", "create_time")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    custom_id: str
    display_name: str
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., custom_id: _Optional[str] = ..., display_name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AccessToken(_message.Message):
    __slots__ = ("token", "expire_time")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    token: str
    expire_time: _timestamp_pb2.Timestamp
    def __init__(self, token: _Optional[str] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CreateUserRequest(_message.Message):
    __slots__ = ("custom_id", "display_name", "token_scopes", "token_lifetime", "idempotency_key")
    CUSTOM_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    TOKEN_SCOPES_FIELD_NUMBER: _ClassVar[int]
    TOKEN_LIFETIME_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    custom_id: str
    display_name: str
    token_scopes: _containers.RepeatedScalarFieldContainer[_authorization_pb2.Scope]
    token_lifetime: _duration_pb2.Duration
    idempotency_key: str
    def __init__(self, custom_id: _Optional[str] = ..., display_name: _Optional[str] = ..., token_scopes: _Optional[_Iterable[_Union[_authorization_pb2.Scope, str]]] = ..., token_lifetime: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CreateUserResponse(_message.Message):
    __slots__ = ("user", "access_token", "commit")
    USER_FIELD_NUMBER: _ClassVar[int]
    ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    user: User
    access_token: AccessToken
    commit: _commit_pb2.Commit
    def __init__(self, user: _Optional[_Union[User, _Mapping]] = ..., access_token: _Optional[_Union[AccessToken, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetUserRequest(_message.Message):
    __slots__ = ("identifier",)
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ...) -> None: ...

class GetUserResponse(_message.Message):
    __slots__ = ("user",)
    USER_FIELD_NUMBER: _ClassVar[int]
    user: User
    def __init__(self, user: _Optional[_Union[User, _Mapping]] = ...) -> None: ...

class ListUsersRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListUsersResponse(_message.Message):
    __slots__ = ("users", "next_page_token")
    USERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    users: _containers.RepeatedCompositeFieldContainer[User]
    next_page_token: str
    def __init__(self, users: _Optional[_Iterable[_Union[User, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DeleteUserRequest(_message.Message):
    __slots__ = ("identifier", "idempotency_key")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    idempotency_key: str
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteUserResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class IssueTokenRequest(_message.Message):
    __slots__ = ("identifier", "scopes", "lifetime")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    LIFETIME_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    scopes: _containers.RepeatedScalarFieldContainer[_authorization_pb2.Scope]
    lifetime: _duration_pb2.Duration
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., scopes: _Optional[_Iterable[_Union[_authorization_pb2.Scope, str]]] = ..., lifetime: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class IssueTokenResponse(_message.Message):
    __slots__ = ("access_token",)
    ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    access_token: AccessToken
    def __init__(self, access_token: _Optional[_Union[AccessToken, _Mapping]] = ...) -> None: ...

class RevokeTokensRequest(_message.Message):
    __slots__ = ("identifier",)
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ...) -> None: ...

class RevokeTokensResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ExchangeTokenRequest(_message.Message):
    __slots__ = ("token", "scopes", "lifetime")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    LIFETIME_FIELD_NUMBER: _ClassVar[int]
    token: str
    scopes: _containers.RepeatedScalarFieldContainer[_authorization_pb2.Scope]
    lifetime: _duration_pb2.Duration
    def __init__(self, token: _Optional[str] = ..., scopes: _Optional[_Iterable[_Union[_authorization_pb2.Scope, str]]] = ..., lifetime: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class ExchangeTokenResponse(_message.Message):
    __slots__ = ("access_token", "identifier")
    ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    access_token: AccessToken
    identifier: _identifier_pb2.CommunicationIdentifier
    def __init__(self, access_token: _Optional[_Union[AccessToken, _Mapping]] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ...) -> None: ...

class IssueTenantUserTokenRequest(_message.Message):
    __slots__ = ("identifier", "scopes", "lifetime")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    LIFETIME_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    scopes: _containers.RepeatedScalarFieldContainer[_authorization_pb2.Scope]
    lifetime: _duration_pb2.Duration
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., scopes: _Optional[_Iterable[_Union[_authorization_pb2.Scope, str]]] = ..., lifetime: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class IssueTenantUserTokenResponse(_message.Message):
    __slots__ = ("access_token",)
    ACCESS_TOKEN_FIELD_NUMBER: _ClassVar[int]
    access_token: AccessToken
    def __init__(self, access_token: _Optional[_Union[AccessToken, _Mapping]] = ...) -> None: ...

class GetCallerRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetCallerResponse(_message.Message):
    __slots__ = ("kind", "identifier", "resource_id", "tenant_id", "key_id", "scopes", "expire_time")
    KIND_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_ID_FIELD_NUMBER: _ClassVar[int]
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPES_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    kind: _authorization_pb2.CallerKind
    identifier: _identifier_pb2.CommunicationIdentifier
    resource_id: str
    tenant_id: str
    key_id: str
    scopes: _containers.RepeatedScalarFieldContainer[_authorization_pb2.Scope]
    expire_time: _timestamp_pb2.Timestamp
    def __init__(self, kind: _Optional[_Union[_authorization_pb2.CallerKind, str]] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., resource_id: _Optional[str] = ..., tenant_id: _Optional[str] = ..., key_id: _Optional[str] = ..., scopes: _Optional[_Iterable[_Union[_authorization_pb2.Scope, str]]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
