import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CoexistenceMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    COEXISTENCE_MODE_UNSPECIFIED: _ClassVar[CoexistenceMode]
    COEXISTENCE_MODE_TEAMS_ONLY: _ClassVar[CoexistenceMode]
    COEXISTENCE_MODE_ISLANDS: _ClassVar[CoexistenceMode]
    COEXISTENCE_MODE_SFB_ONLY: _ClassVar[CoexistenceMode]
    COEXISTENCE_MODE_SFB_WITH_TEAMS_COLLAB: _ClassVar[CoexistenceMode]
    COEXISTENCE_MODE_SFB_WITH_TEAMS_COLLAB_AND_MEETINGS: _ClassVar[CoexistenceMode]

class VoiceApplicationType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VOICE_APPLICATION_TYPE_UNSPECIFIED: _ClassVar[VoiceApplicationType]
    VOICE_APPLICATION_TYPE_CALL_QUEUE: _ClassVar[VoiceApplicationType]
    VOICE_APPLICATION_TYPE_AUTO_ATTENDANT: _ClassVar[VoiceApplicationType]
COEXISTENCE_MODE_UNSPECIFIED: CoexistenceMode
COEXISTENCE_MODE_TEAMS_ONLY: CoexistenceMode
COEXISTENCE_MODE_ISLANDS: CoexistenceMode
COEXISTENCE_MODE_SFB_ONLY: CoexistenceMode
COEXISTENCE_MODE_SFB_WITH_TEAMS_COLLAB: CoexistenceMode
COEXISTENCE_MODE_SFB_WITH_TEAMS_COLLAB_AND_MEETINGS: CoexistenceMode
VOICE_APPLICATION_TYPE_UNSPECIFIED: VoiceApplicationType
VOICE_APPLICATION_TYPE_CALL_QUEUE: VoiceApplicationType
VOICE_APPLICATION_TYPE_AUTO_ATTENDANT: VoiceApplicationType

class TenantUser(_message.Message):
    __slots__ = ("tenant_id", "user_id", "user_principal_name", "display_name", "coexistence_mode", "cloud", "identifier", "etag", "create_time", "update_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USER_PRINCIPAL_NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    COEXISTENCE_MODE_FIELD_NUMBER: _ClassVar[int]
    CLOUD_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    user_id: str
    user_principal_name: str
    display_name: str
    coexistence_mode: CoexistenceMode
    cloud: _identifier_pb2.Cloud
    identifier: _identifier_pb2.CommunicationIdentifier
    etag: str
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., user_id: _Optional[str] = ..., user_principal_name: _Optional[str] = ..., display_name: _Optional[str] = ..., coexistence_mode: _Optional[_Union[CoexistenceMode, str]] = ..., cloud: _Optional[_Union[_identifier_pb2.Cloud, str]] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Group(_message.Message):
    __slots__ = ("tenant_id", "group_id", "display_name", "member_count", "etag", "create_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    MEMBER_COUNT_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    group_id: str
    display_name: str
    member_count: int
    etag: str
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., group_id: _Optional[str] = ..., display_name: _Optional[str] = ..., member_count: _Optional[int] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class VoiceApplication(_message.Message):
    __slots__ = ("tenant_id", "app_id", "type", "display_name", "agent_user_ids", "identifier", "etag", "create_time")
    TENANT_ID_FIELD_NUMBER: _ClassVar[int]
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    AGENT_USER_IDS_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    ETAG_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    tenant_id: str
    app_id: str
    type: VoiceApplicationType
    display_name: str
    agent_user_ids: _containers.RepeatedScalarFieldContainer[str]
    identifier: _identifier_pb2.CommunicationIdentifier
    etag: str
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, tenant_id: _Optional[str] = ..., app_id: _Optional[str] = ..., type: _Optional[_Union[VoiceApplicationType, str]] = ..., display_name: _Optional[str] = ..., agent_user_ids: _Optional[_Iterable[str]] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., etag: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
