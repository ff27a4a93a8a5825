import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.type.v1 import reason_pb2 as _reason_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Rule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RULE_UNSPECIFIED: _ClassVar[Rule]
    RULE_TENANT_ENABLED: _ClassVar[Rule]
    RULE_RESOURCE_ALLOWED: _ClassVar[Rule]
    RULE_DIRECT_GRANT: _ClassVar[Rule]
    RULE_GROUP_GRANT: _ClassVar[Rule]
    RULE_GLOBAL: _ClassVar[Rule]
    RULE_FEDERATION_ACCESS: _ClassVar[Rule]

class ChangeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHANGE_KIND_UNSPECIFIED: _ClassVar[ChangeKind]
    CHANGE_KIND_ADDED: _ClassVar[ChangeKind]
    CHANGE_KIND_MODIFIED: _ClassVar[ChangeKind]
    CHANGE_KIND_REMOVED: _ClassVar[ChangeKind]
RULE_UNSPECIFIED: Rule
RULE_TENANT_ENABLED: Rule
RULE_RESOURCE_ALLOWED: Rule
RULE_DIRECT_GRANT: Rule
RULE_GROUP_GRANT: Rule
RULE_GLOBAL: Rule
RULE_FEDERATION_ACCESS: Rule
CHANGE_KIND_UNSPECIFIED: ChangeKind
CHANGE_KIND_ADDED: ChangeKind
CHANGE_KIND_MODIFIED: ChangeKind
CHANGE_KIND_REMOVED: ChangeKind

class FederationConfiguration(_message.Message):
    __slots__ = ("tenant_id", "enable_acs_users", "allowed_acs_resources", "capabilities", "etag", "update_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    ENABLE_ACS_USERS_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_ACS_RESOURCES_FIELD_NUMBER: _ClassVar[int]
    CAPABILITIES_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    enable_acs_users: bool
    allowed_acs_resources: _containers.RepeatedScalarFieldContainer[str]
    capabilities: InteropCapabilities
    etag: str
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., enable_acs_users: bool = ..., allowed_acs_resources: _Optional[_Iterable[str]] = ..., capabilities: _Optional[_Union[InteropCapabilities, _Mapping]] = ..., etag: _Optional[str] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class InteropCapabilities(_message.Message):
    __slots__ = ("teams_users_start_chats", "attachments", "teams_users_edit", "teams_users_add_external", "group_calls", "recording", "routing")
    TEAMS_USERS_START_CHATS_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    TEAMS_USERS_EDIT_FIELD_NUMBER: _ClassVar[int]
    TEAMS_USERS_ADD_EXTERNAL_FIELD_NUMBER: _ClassVar[int]
    GROUP_CALLS_FIELD_NUMBER: _ClassVar[int]
    RECORDING_FIELD_NUMBER: _ClassVar[int]
    ROUTING_FIELD_NUMBER: _ClassVar[int]
    teams_users_start_chats: bool
    attachments: bool
    teams_users_edit: bool
    teams_users_add_external: bool
    group_calls: bool
    recording: bool
    routing: bool
    def __init__(self, teams_users_start_chats: bool = ..., attachments: bool = ..., teams_users_edit: bool = ..., teams_users_add_external: bool = ..., group_calls: bool = ..., recording: bool = ..., routing: bool = ...) -> None: ...

class ExternalAccessPolicy(_message.Message):
    __slots__ = ("tenant_id", "name", "enable_acs_federation_access", "description", "etag", "create_time", "update_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ENABLE_ACS_FEDERATION_ACCESS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    name: str
    enable_acs_federation_access: bool
    description: str
    etag: str
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., name: _Optional[str] = ..., enable_acs_federation_access: bool = ..., description: _Optional[str] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ExternalAccessPolicyGrant(_message.Message):
    __slots__ = ("tenant_id", "policy_name", "user_id", "group_id", "rank", "grant_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_NAME_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    RANK_FIELD_NUMBER: _ClassVar[int]
    GRANT_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    policy_name: str
    user_id: str
    group_id: str
    rank: int
    grant_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., policy_name: _Optional[str] = ..., user_id: _Optional[str] = ..., group_id: _Optional[str] = ..., rank: _Optional[int] = ..., grant_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Decision(_message.Message):
    __slots__ = ("enabled", "reason", "steps", "capabilities", "revision")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    CAPABILITIES_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    reason: _reason_pb2.Reason
    steps: _containers.RepeatedCompositeFieldContainer[Step]
    capabilities: InteropCapabilities
    revision: str
    def __init__(self, enabled: bool = ..., reason: _Optional[_Union[_reason_pb2.Reason, str]] = ..., steps: _Optional[_Iterable[_Union[Step, _Mapping]]] = ..., capabilities: _Optional[_Union[InteropCapabilities, _Mapping]] = ..., revision: _Optional[str] = ...) -> None: ...

class Step(_message.Message):
    __slots__ = ("rule", "passed", "reason", "detail", "subject")
    RULE_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    rule: Rule
    passed: bool
    reason: _reason_pb2.Reason
    detail: str
    subject: str
    def __init__(self, rule: _Optional[_Union[Rule, str]] = ..., passed: bool = ..., reason: _Optional[_Union[_reason_pb2.Reason, str]] = ..., detail: _Optional[str] = ..., subject: _Optional[str] = ...) -> None: ...

class PolicyDocument(_message.Message):
    __slots__ = ("configuration", "policies", "grants")
    CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    POLICIES_FIELD_NUMBER: _ClassVar[int]
    GRANTS_FIELD_NUMBER: _ClassVar[int]
    configuration: FederationConfiguration
    policies: _containers.RepeatedCompositeFieldContainer[ExternalAccessPolicy]
    grants: _containers.RepeatedCompositeFieldContainer[ExternalAccessPolicyGrant]
    def __init__(self, configuration: _Optional[_Union[FederationConfiguration, _Mapping]] = ..., policies: _Optional[_Iterable[_Union[ExternalAccessPolicy, _Mapping]]] = ..., grants: _Optional[_Iterable[_Union[ExternalAccessPolicyGrant, _Mapping]]] = ...) -> None: ...

class PolicyChange(_message.Message):
    __slots__ = ("kind", "path", "before", "after")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    BEFORE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    kind: ChangeKind
    path: str
    before: str
    after: str
    def __init__(self, kind: _Optional[_Union[ChangeKind, str]] = ..., path: _Optional[str] = ..., before: _Optional[str] = ..., after: _Optional[str] = ...) -> None: ...

class PolicyEvent(_message.Message):
    __slots__ = ("tenant_id", "time", "revision", "configuration_updated", "policy_set", "policy_deleted", "granted", "revoked", "group_members_changed")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    CONFIGURATION_UPDATED_FIELD_NUMBER: _ClassVar[int]
    POLICY_SET_FIELD_NUMBER: _ClassVar[int]
    POLICY_DELETED_FIELD_NUMBER: _ClassVar[int]
    GRANTED_FIELD_NUMBER: _ClassVar[int]
    REVOKED_FIELD_NUMBER: _ClassVar[int]
    GROUP_MEMBERS_CHANGED_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    time: _timestamp_pb2.Timestamp
    revision: str
    configuration_updated: FederationConfiguration
    policy_set: ExternalAccessPolicy
    policy_deleted: str
    granted: ExternalAccessPolicyGrant
    revoked: ExternalAccessPolicyGrant
    group_members_changed: GroupMembersChanged
    def __init__(self, tenant_id: _Optional[str] = ..., time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[str] = ..., configuration_updated: _Optional[_Union[FederationConfiguration, _Mapping]] = ..., policy_set: _Optional[_Union[ExternalAccessPolicy, _Mapping]] = ..., policy_deleted: _Optional[str] = ..., granted: _Optional[_Union[ExternalAccessPolicyGrant, _Mapping]] = ..., revoked: _Optional[_Union[ExternalAccessPolicyGrant, _Mapping]] = ..., group_members_changed: _Optional[_Union[GroupMembersChanged, _Mapping]] = ...) -> None: ...

class GroupMembersChanged(_message.Message):
    __slots__ = ("group_id", "added_user_ids", "removed_user_ids")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    ADDED_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    REMOVED_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    added_user_ids: _containers.RepeatedScalarFieldContainer[str]
    removed_user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group_id: _Optional[str] = ..., added_user_ids: _Optional[_Iterable[str]] = ..., removed_user_ids: _Optional[_Iterable[str]] = ...) -> None: ...
