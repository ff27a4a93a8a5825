import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from google.rpc import status_pb2 as _status_pb2
from parley._gen.policy.v1 import policy_pb2 as _policy_pb2
from parley._gen.type.v1 import commit_pb2 as _commit_pb2
from parley._gen.type.v1 import stream_pb2 as _stream_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GetFederationConfigurationRequest(_message.Message):
    __slots__ = ("tenant_id",)
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    def __init__(self, tenant_id: _Optional[str] = ...) -> None: ...

class GetFederationConfigurationResponse(_message.Message):
    __slots__ = ("configuration",)
    CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    configuration: _policy_pb2.FederationConfiguration
    def __init__(self, configuration: _Optional[_Union[_policy_pb2.FederationConfiguration, _Mapping]] = ...) -> None: ...

class UpdateFederationConfigurationRequest(_message.Message):
    __slots__ = ("tenant_id", "configuration", "update_mask", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    configuration: _policy_pb2.FederationConfiguration
    update_mask: _field_mask_pb2.FieldMask
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., configuration: _Optional[_Union[_policy_pb2.FederationConfiguration, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateFederationConfigurationResponse(_message.Message):
    __slots__ = ("configuration", "commit")
    CONFIGURATION_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    configuration: _policy_pb2.FederationConfiguration
    commit: _commit_pb2.Commit
    def __init__(self, configuration: _Optional[_Union[_policy_pb2.FederationConfiguration, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class CreateExternalAccessPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "policy", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    policy: _policy_pb2.ExternalAccessPolicy
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., policy: _Optional[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CreateExternalAccessPolicyResponse(_message.Message):
    __slots__ = ("policy", "commit")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.ExternalAccessPolicy
    commit: _commit_pb2.Commit
    def __init__(self, policy: _Optional[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetExternalAccessPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "name")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    name: str
    def __init__(self, tenant_id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class GetExternalAccessPolicyResponse(_message.Message):
    __slots__ = ("policy",)
    POLICY_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.ExternalAccessPolicy
    def __init__(self, policy: _Optional[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]] = ...) -> None: ...

class ListExternalAccessPoliciesRequest(_message.Message):
    __slots__ = ("tenant_id", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListExternalAccessPoliciesResponse(_message.Message):
    __slots__ = ("policies", "next_page_token")
    POLICIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    policies: _containers.RepeatedCompositeFieldContainer[_policy_pb2.ExternalAccessPolicy]
    next_page_token: str
    def __init__(self, policies: _Optional[_Iterable[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateExternalAccessPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "policy", "update_mask", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    policy: _policy_pb2.ExternalAccessPolicy
    update_mask: _field_mask_pb2.FieldMask
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., policy: _Optional[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateExternalAccessPolicyResponse(_message.Message):
    __slots__ = ("policy", "commit")
    POLICY_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    policy: _policy_pb2.ExternalAccessPolicy
    commit: _commit_pb2.Commit
    def __init__(self, policy: _Optional[_Union[_policy_pb2.ExternalAccessPolicy, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteExternalAccessPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "name", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    name: str
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., name: _Optional[str] = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteExternalAccessPolicyResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GrantExternalAccessPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "grant", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GRANT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    grant: _policy_pb2.ExternalAccessPolicyGrant
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., grant: _Optional[_Union[_policy_pb2.ExternalAccessPolicyGrant, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class GrantExternalAccessPolicyResponse(_message.Message):
    __slots__ = ("grant", "commit")
    GRANT_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    grant: _policy_pb2.ExternalAccessPolicyGrant
    commit: _commit_pb2.Commit
    def __init__(self, grant: _Optional[_Union[_policy_pb2.ExternalAccessPolicyGrant, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RevokeExternalAccessPolicyGrantRequest(_message.Message):
    __slots__ = ("tenant_id", "user_id", "group_id", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    user_id: str
    group_id: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., group_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RevokeExternalAccessPolicyGrantResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ListExternalAccessPolicyGrantsRequest(_message.Message):
    __slots__ = ("tenant_id", "policy_name", "page_size", "page_token")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_NAME_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    policy_name: str
    page_size: int
    page_token: str
    def __init__(self, tenant_id: _Optional[str] = ..., policy_name: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListExternalAccessPolicyGrantsResponse(_message.Message):
    __slots__ = ("grants", "next_page_token")
    GRANTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    grants: _containers.RepeatedCompositeFieldContainer[_policy_pb2.ExternalAccessPolicyGrant]
    next_page_token: str
    def __init__(self, grants: _Optional[_Iterable[_Union[_policy_pb2.ExternalAccessPolicyGrant, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class EvaluateInteropRequest(_message.Message):
    __slots__ = ("resource_id", "tenant_id", "user_id", "at_least_revision")
    RESOURCE_ID_FIELD_NUMBER: _ClassVar[int]
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_REVISION_FIELD_NUMBER: _ClassVar[int]
    resource_id: str
    tenant_id: str
    user_id: str
    at_least_revision: str
    def __init__(self, resource_id: _Optional[str] = ..., tenant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., at_least_revision: _Optional[str] = ...) -> None: ...

class EvaluateInteropResponse(_message.Message):
    __slots__ = ("decision",)
    DECISION_FIELD_NUMBER: _ClassVar[int]
    decision: _policy_pb2.Decision
    def __init__(self, decision: _Optional[_Union[_policy_pb2.Decision, _Mapping]] = ...) -> None: ...

class BatchEvaluateInteropRequest(_message.Message):
    __slots__ = ("items", "at_least_revision")
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    AT_LEAST_REVISION_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[EvaluateInteropRequest]
    at_least_revision: str
    def __init__(self, items: _Optional[_Iterable[_Union[EvaluateInteropRequest, _Mapping]]] = ..., at_least_revision: _Optional[str] = ...) -> None: ...

class BatchEvaluateInteropResponse(_message.Message):
    __slots__ = ("results",)
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    results: _containers.RepeatedCompositeFieldContainer[BatchEvaluateInteropResult]
    def __init__(self, results: _Optional[_Iterable[_Union[BatchEvaluateInteropResult, _Mapping]]] = ...) -> None: ...

class BatchEvaluateInteropResult(_message.Message):
    __slots__ = ("decision", "error")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    decision: _policy_pb2.Decision
    error: _status_pb2.Status
    def __init__(self, decision: _Optional[_Union[_policy_pb2.Decision, _Mapping]] = ..., error: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...

class ExportPolicyRequest(_message.Message):
    __slots__ = ("tenant_id",)
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    def __init__(self, tenant_id: _Optional[str] = ...) -> None: ...

class ExportPolicyResponse(_message.Message):
    __slots__ = ("document", "etag")
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    document: _policy_pb2.PolicyDocument
    etag: str
    def __init__(self, document: _Optional[_Union[_policy_pb2.PolicyDocument, _Mapping]] = ..., etag: _Optional[str] = ...) -> None: ...

class ApplyPolicyRequest(_message.Message):
    __slots__ = ("tenant_id", "document", "dry_run", "etag", "idempotency_key")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    DRY_RUN_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    document: _policy_pb2.PolicyDocument
    dry_run: bool
    etag: str
    idempotency_key: str
    def __init__(self, tenant_id: _Optional[str] = ..., document: _Optional[_Union[_policy_pb2.PolicyDocument, _Mapping]] = ..., dry_run: bool = ..., etag: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class ApplyPolicyResponse(_message.Message):
    __slots__ = ("changes", "diff", "etag", "commit")
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    DIFF_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    changes: _containers.RepeatedCompositeFieldContainer[_policy_pb2.PolicyChange]
    diff: str
    etag: str
    commit: _commit_pb2.Commit
    def __init__(self, changes: _Optional[_Iterable[_Union[_policy_pb2.PolicyChange, _Mapping]]] = ..., diff: _Optional[str] = ..., etag: _Optional[str] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class WatchPolicyRequest(_message.Message):
    __slots__ = ("cursor", "start_position", "tenant_id", "heartbeat_interval")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    START_POSITION_FIELD_NUMBER: _ClassVar[int]
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    cursor: bytes
    start_position: _stream_pb2.StartPosition
    tenant_id: str
    heartbeat_interval: _duration_pb2.Duration
    def __init__(self, cursor: _Optional[bytes] = ..., start_position: _Optional[_Union[_stream_pb2.StartPosition, str]] = ..., tenant_id: _Optional[str] = ..., heartbeat_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class WatchPolicyResponse(_message.Message):
    __slots__ = ("event", "heartbeat", "cursor")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    event: _policy_pb2.PolicyEvent
    heartbeat: _stream_pb2.Heartbeat
    cursor: bytes
    def __init__(self, event: _Optional[_Union[_policy_pb2.PolicyEvent, _Mapping]] = ..., heartbeat: _Optional[_Union[_stream_pb2.Heartbeat, _Mapping]] = ..., cursor: _Optional[bytes] = ...) -> None: ...
