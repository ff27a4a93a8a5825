from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Cloud(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLOUD_UNSPECIFIED: _ClassVar[Cloud]
    CLOUD_PUBLIC: _ClassVar[Cloud]
    CLOUD_GCCH: _ClassVar[Cloud]
    CLOUD_DOD: _ClassVar[Cloud]
CLOUD_UNSPECIFIED: Cloud
CLOUD_PUBLIC: Cloud
CLOUD_GCCH: Cloud
CLOUD_DOD: Cloud

class CommunicationIdentifier(_message.Message):
    __slots__ = ("raw_id", "communication_user", "teams_user", "teams_voice_application", "phone_number")
    RAW_ID_FIELD_NUMBER: _ClassVar[int]
    COMMUNICATION_USER_FIELD_NUMBER: _ClassVar[int]
    TEAMS_USER_FIELD_NUMBER: _ClassVar[int]
    TEAMS_VOICE_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    PHONE_NUMBER_FIELD_NUMBER: _ClassVar[int]
    raw_id: str
    communication_user: CommunicationUser
    teams_user: TeamsUser
    teams_voice_application: TeamsVoiceApplication
    phone_number: PhoneNumber
    def __init__(self, raw_id: _Optional[str] = ..., communication_user: _Optional[_Union[CommunicationUser, _Mapping]] = ..., teams_user: _Optional[_Union[TeamsUser, _Mapping]] = ..., teams_voice_application: _Optional[_Union[TeamsVoiceApplication, _Mapping]] = ..., phone_number: _Optional[_Union[PhoneNumber, _Mapping]] = ...) -> None: ...

class CommunicationUser(_message.Message):
    __slots__ = ("resource_id", "user_id")
    RESOURCE_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    resource_id: str
    user_id: str
    def __init__(self, resource_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class TeamsUser(_message.Message):
    __slots__ = ("user_id", "is_anonymous", "cloud")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    IS_ANONYMOUS_FIELD_NUMBER: _ClassVar[int]
    CLOUD_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    is_anonymous: bool
    cloud: Cloud
    def __init__(self, user_id: _Optional[str] = ..., is_anonymous: bool = ..., cloud: _Optional[_Union[Cloud, str]] = ...) -> None: ...

class TeamsVoiceApplication(_message.Message):
    __slots__ = ("app_id", "cloud")
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    CLOUD_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    cloud: Cloud
    def __init__(self, app_id: _Optional[str] = ..., cloud: _Optional[_Union[Cloud, str]] = ...) -> None: ...

class PhoneNumber(_message.Message):
    __slots__ = ("value",)
    VALUE_FIELD_NUMBER: _ClassVar[int]
    value: str
    def __init__(self, value: _Optional[str] = ...) -> None: ...
