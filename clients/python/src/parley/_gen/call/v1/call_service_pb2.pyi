import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.call.v1 import call_pb2 as _call_pb2
from parley._gen.call.v1 import call_event_pb2 as _call_event_pb2
from parley._gen.type.v1 import commit_pb2 as _commit_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from parley._gen.type.v1 import stream_pb2 as _stream_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HangUpScope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HANG_UP_SCOPE_UNSPECIFIED: _ClassVar[HangUpScope]
    HANG_UP_SCOPE_SELF: _ClassVar[HangUpScope]
    HANG_UP_SCOPE_EVERYONE: _ClassVar[HangUpScope]
HANG_UP_SCOPE_UNSPECIFIED: HangUpScope
HANG_UP_SCOPE_SELF: HangUpScope
HANG_UP_SCOPE_EVERYONE: HangUpScope

class StartCallRequest(_message.Message):
    __slots__ = ("targets", "device_id", "display_name", "ring_timeout", "custom_context", "max_duration", "media_mode", "require_acknowledgement", "operation_context", "idempotency_key")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    RING_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    MAX_DURATION_FIELD_NUMBER: _ClassVar[int]
    MEDIA_MODE_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    targets: _containers.RepeatedCompositeFieldContainer[_identifier_pb2.CommunicationIdentifier]
    device_id: str
    display_name: str
    ring_timeout: _duration_pb2.Duration
    custom_context: _containers.ScalarMap[str, str]
    max_duration: _duration_pb2.Duration
    media_mode: _call_pb2.MediaMode
    require_acknowledgement: bool
    operation_context: str
    idempotency_key: str
    def __init__(self, targets: _Optional[_Iterable[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]]] = ..., device_id: _Optional[str] = ..., display_name: _Optional[str] = ..., ring_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., custom_context: _Optional[_Mapping[str, str]] = ..., max_duration: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., media_mode: _Optional[_Union[_call_pb2.MediaMode, str]] = ..., require_acknowledgement: bool = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class StartCallResponse(_message.Message):
    __slots__ = ("call", "leg_id", "refused_targets", "answered_existing", "notices", "commit")
    CALL_FIELD_NUMBER: _ClassVar[int]
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    REFUSED_TARGETS_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_EXISTING_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    leg_id: str
    refused_targets: _containers.RepeatedCompositeFieldContainer[_call_pb2.RefusedTarget]
    answered_existing: bool
    notices: _containers.RepeatedCompositeFieldContainer[_call_pb2.Notice]
    commit: _commit_pb2.Commit
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ..., leg_id: _Optional[str] = ..., refused_targets: _Optional[_Iterable[_Union[_call_pb2.RefusedTarget, _Mapping]]] = ..., answered_existing: bool = ..., notices: _Optional[_Iterable[_Union[_call_pb2.Notice, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class AnswerCallRequest(_message.Message):
    __slots__ = ("call_id", "device_id", "display_name", "media_mode", "require_acknowledgement", "muted", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    MEDIA_MODE_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    MUTED_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    device_id: str
    display_name: str
    media_mode: _call_pb2.MediaMode
    require_acknowledgement: bool
    muted: bool
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., device_id: _Optional[str] = ..., display_name: _Optional[str] = ..., media_mode: _Optional[_Union[_call_pb2.MediaMode, str]] = ..., require_acknowledgement: bool = ..., muted: bool = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AnswerCallResponse(_message.Message):
    __slots__ = ("call", "leg_id", "notices", "commit")
    CALL_FIELD_NUMBER: _ClassVar[int]
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    leg_id: str
    notices: _containers.RepeatedCompositeFieldContainer[_call_pb2.Notice]
    commit: _commit_pb2.Commit
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ..., leg_id: _Optional[str] = ..., notices: _Optional[_Iterable[_Union[_call_pb2.Notice, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RejectCallRequest(_message.Message):
    __slots__ = ("call_id", "reject_reason", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    REJECT_REASON_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    reject_reason: _call_pb2.RejectReason
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., reject_reason: _Optional[_Union[_call_pb2.RejectReason, str]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RejectCallResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RedirectCallRequest(_message.Message):
    __slots__ = ("call_id", "target", "ring_timeout", "custom_context", "operation_context", "idempotency_key")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    RING_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    target: _identifier_pb2.CommunicationIdentifier
    ring_timeout: _duration_pb2.Duration
    custom_context: _containers.ScalarMap[str, str]
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., target: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., ring_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., custom_context: _Optional[_Mapping[str, str]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RedirectCallResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class HangUpRequest(_message.Message):
    __slots__ = ("call_id", "scope", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    scope: HangUpScope
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., scope: _Optional[_Union[HangUpScope, str]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class HangUpResponse(_message.Message):
    __slots__ = ("call", "commit")
    CALL_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    commit: _commit_pb2.Commit
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetCallRequest(_message.Message):
    __slots__ = ("call_id",)
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    def __init__(self, call_id: _Optional[str] = ...) -> None: ...

class GetCallResponse(_message.Message):
    __slots__ = ("call",)
    CALL_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ...) -> None: ...

class ListCallsRequest(_message.Message):
    __slots__ = ("states", "participant", "start_time", "page_size", "page_token")
    STATES_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANT_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    states: _containers.RepeatedScalarFieldContainer[_call_pb2.CallState]
    participant: _identifier_pb2.CommunicationIdentifier
    start_time: _timestamp_pb2.Timestamp
    page_size: int
    page_token: str
    def __init__(self, states: _Optional[_Iterable[_Union[_call_pb2.CallState, str]]] = ..., participant: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListCallsResponse(_message.Message):
    __slots__ = ("calls", "next_page_token")
    CALLS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    calls: _containers.RepeatedCompositeFieldContainer[_call_pb2.Call]
    next_page_token: str
    def __init__(self, calls: _Optional[_Iterable[_Union[_call_pb2.Call, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class AddParticipantsRequest(_message.Message):
    __slots__ = ("call_id", "targets", "ring_timeout", "custom_context", "operation_context", "idempotency_key")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    TARGETS_FIELD_NUMBER: _ClassVar[int]
    RING_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    targets: _containers.RepeatedCompositeFieldContainer[_identifier_pb2.CommunicationIdentifier]
    ring_timeout: _duration_pb2.Duration
    custom_context: _containers.ScalarMap[str, str]
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., targets: _Optional[_Iterable[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]]] = ..., ring_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., custom_context: _Optional[_Mapping[str, str]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AddParticipantsResponse(_message.Message):
    __slots__ = ("legs", "refused_targets", "commit")
    LEGS_FIELD_NUMBER: _ClassVar[int]
    REFUSED_TARGETS_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    legs: _containers.RepeatedCompositeFieldContainer[_call_pb2.Leg]
    refused_targets: _containers.RepeatedCompositeFieldContainer[_call_pb2.RefusedTarget]
    commit: _commit_pb2.Commit
    def __init__(self, legs: _Optional[_Iterable[_Union[_call_pb2.Leg, _Mapping]]] = ..., refused_targets: _Optional[_Iterable[_Union[_call_pb2.RefusedTarget, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RemoveParticipantRequest(_message.Message):
    __slots__ = ("call_id", "identifier", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    identifier: _identifier_pb2.CommunicationIdentifier
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RemoveParticipantResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class TransferCallRequest(_message.Message):
    __slots__ = ("call_id", "target", "consultation_call_id", "ring_timeout", "custom_context", "operation_context", "idempotency_key")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_CALL_ID_FIELD_NUMBER: _ClassVar[int]
    RING_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    target: _identifier_pb2.CommunicationIdentifier
    consultation_call_id: str
    ring_timeout: _duration_pb2.Duration
    custom_context: _containers.ScalarMap[str, str]
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., target: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., consultation_call_id: _Optional[str] = ..., ring_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., custom_context: _Optional[_Mapping[str, str]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class TransferCallResponse(_message.Message):
    __slots__ = ("transfer", "commit")
    TRANSFER_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    transfer: _call_pb2.Transfer
    commit: _commit_pb2.Commit
    def __init__(self, transfer: _Optional[_Union[_call_pb2.Transfer, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class HoldCallRequest(_message.Message):
    __slots__ = ("call_id", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class HoldCallResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ResumeCallRequest(_message.Message):
    __slots__ = ("call_id", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class ResumeCallResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class MuteParticipantRequest(_message.Message):
    __slots__ = ("call_id", "identifier", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    identifier: _identifier_pb2.CommunicationIdentifier
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class MuteParticipantResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class UnmuteParticipantRequest(_message.Message):
    __slots__ = ("call_id", "identifier", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    identifier: _identifier_pb2.CommunicationIdentifier
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UnmuteParticipantResponse(_message.Message):
    __slots__ = ("leg", "commit")
    LEG_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    commit: _commit_pb2.Commit
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class SendDtmfRequest(_message.Message):
    __slots__ = ("call_id", "tones", "target", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    TONES_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    tones: _containers.RepeatedScalarFieldContainer[_call_pb2.DtmfTone]
    target: _identifier_pb2.CommunicationIdentifier
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., tones: _Optional[_Iterable[_Union[_call_pb2.DtmfTone, str]]] = ..., target: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class SendDtmfResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class SendSignalRequest(_message.Message):
    __slots__ = ("call_id", "signal", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    signal: _call_pb2.Signal
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., signal: _Optional[_Union[_call_pb2.Signal, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class SendSignalResponse(_message.Message):
    __slots__ = ("signal_sequence", "commit")
    SIGNAL_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    signal_sequence: int
    commit: _commit_pb2.Commit
    def __init__(self, signal_sequence: _Optional[int] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetRelayConfigurationRequest(_message.Message):
    __slots__ = ("call_id",)
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    def __init__(self, call_id: _Optional[str] = ...) -> None: ...

class GetRelayConfigurationResponse(_message.Message):
    __slots__ = ("urls", "username", "credential", "expire_time", "relay_only")
    URLS_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    RELAY_ONLY_FIELD_NUMBER: _ClassVar[int]
    urls: _containers.RepeatedScalarFieldContainer[str]
    username: str
    credential: str
    expire_time: _timestamp_pb2.Timestamp
    relay_only: bool
    def __init__(self, urls: _Optional[_Iterable[str]] = ..., username: _Optional[str] = ..., credential: _Optional[str] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., relay_only: bool = ...) -> None: ...

class SetCaptureStateRequest(_message.Message):
    __slots__ = ("call_id", "kind", "state", "require_acknowledgement", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    kind: _call_pb2.CaptureKind
    state: _call_pb2.CaptureState
    require_acknowledgement: bool
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., kind: _Optional[_Union[_call_pb2.CaptureKind, str]] = ..., state: _Optional[_Union[_call_pb2.CaptureState, str]] = ..., require_acknowledgement: bool = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class SetCaptureStateResponse(_message.Message):
    __slots__ = ("capture", "notices", "commit")
    CAPTURE_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    capture: _call_pb2.Capture
    notices: _containers.RepeatedCompositeFieldContainer[_call_pb2.Notice]
    commit: _commit_pb2.Commit
    def __init__(self, capture: _Optional[_Union[_call_pb2.Capture, _Mapping]] = ..., notices: _Optional[_Iterable[_Union[_call_pb2.Notice, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class AcknowledgeNoticeRequest(_message.Message):
    __slots__ = ("call_id", "notice_id", "operation_context", "idempotency_key")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    NOTICE_ID_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    notice_id: str
    operation_context: str
    idempotency_key: str
    def __init__(self, call_id: _Optional[str] = ..., notice_id: _Optional[str] = ..., operation_context: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AcknowledgeNoticeResponse(_message.Message):
    __slots__ = ("notice", "media_waiting", "commit")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_WAITING_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    notice: _call_pb2.Notice
    media_waiting: bool
    commit: _commit_pb2.Commit
    def __init__(self, notice: _Optional[_Union[_call_pb2.Notice, _Mapping]] = ..., media_waiting: bool = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ListNoticesRequest(_message.Message):
    __slots__ = ("call_id", "page_size", "page_token")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    page_size: int
    page_token: str
    def __init__(self, call_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListNoticesResponse(_message.Message):
    __slots__ = ("notices", "next_page_token")
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    notices: _containers.RepeatedCompositeFieldContainer[_call_pb2.Notice]
    next_page_token: str
    def __init__(self, notices: _Optional[_Iterable[_Union[_call_pb2.Notice, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SubscribeRequest(_message.Message):
    __slots__ = ("cursor", "start_position", "device_id", "call_ids", "heartbeat_interval")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    START_POSITION_FIELD_NUMBER: _ClassVar[int]
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    CALL_IDS_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    cursor: bytes
    start_position: _stream_pb2.StartPosition
    device_id: str
    call_ids: _containers.RepeatedScalarFieldContainer[str]
    heartbeat_interval: _duration_pb2.Duration
    def __init__(self, cursor: _Optional[bytes] = ..., start_position: _Optional[_Union[_stream_pb2.StartPosition, str]] = ..., device_id: _Optional[str] = ..., call_ids: _Optional[_Iterable[str]] = ..., heartbeat_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SubscribeResponse(_message.Message):
    __slots__ = ("event", "heartbeat", "cursor")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    event: _call_event_pb2.CallEvent
    heartbeat: _stream_pb2.Heartbeat
    cursor: bytes
    def __init__(self, event: _Optional[_Union[_call_event_pb2.CallEvent, _Mapping]] = ..., heartbeat: _Optional[_Union[_stream_pb2.Heartbeat, _Mapping]] = ..., cursor: _Optional[bytes] = ...) -> None: ...
