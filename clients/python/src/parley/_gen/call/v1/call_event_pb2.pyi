import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.call.v1 import call_pb2 as _call_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CallEvent(_message.Message):
    __slots__ = ("call_id", "sequence", "time", "actor", "operation_context", "call_started", "call_state_changed", "call_ended", "leg_ringing", "leg_answered", "leg_connected", "leg_ended", "leg_lost", "leg_recovered", "leg_held", "leg_resumed", "leg_muted", "leg_unmuted", "call_redirected", "transfer_started", "transfer_completed", "transfer_failed", "capture_changed", "notices_issued", "notice_acknowledged", "signal_received", "dtmf_received", "ringing_stopped")
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    CALL_STARTED_FIELD_NUMBER: _ClassVar[int]
    CALL_STATE_CHANGED_FIELD_NUMBER: _ClassVar[int]
    CALL_ENDED_FIELD_NUMBER: _ClassVar[int]
    LEG_RINGING_FIELD_NUMBER: _ClassVar[int]
    LEG_ANSWERED_FIELD_NUMBER: _ClassVar[int]
    LEG_CONNECTED_FIELD_NUMBER: _ClassVar[int]
    LEG_ENDED_FIELD_NUMBER: _ClassVar[int]
    LEG_LOST_FIELD_NUMBER: _ClassVar[int]
    LEG_RECOVERED_FIELD_NUMBER: _ClassVar[int]
    LEG_HELD_FIELD_NUMBER: _ClassVar[int]
    LEG_RESUMED_FIELD_NUMBER: _ClassVar[int]
    LEG_MUTED_FIELD_NUMBER: _ClassVar[int]
    LEG_UNMUTED_FIELD_NUMBER: _ClassVar[int]
    CALL_REDIRECTED_FIELD_NUMBER: _ClassVar[int]
    TRANSFER_STARTED_FIELD_NUMBER: _ClassVar[int]
    TRANSFER_COMPLETED_FIELD_NUMBER: _ClassVar[int]
    TRANSFER_FAILED_FIELD_NUMBER: _ClassVar[int]
    CAPTURE_CHANGED_FIELD_NUMBER: _ClassVar[int]
    NOTICES_ISSUED_FIELD_NUMBER: _ClassVar[int]
    NOTICE_ACKNOWLEDGED_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_RECEIVED_FIELD_NUMBER: _ClassVar[int]
    DTMF_RECEIVED_FIELD_NUMBER: _ClassVar[int]
    RINGING_STOPPED_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    sequence: int
    time: _timestamp_pb2.Timestamp
    actor: _identifier_pb2.CommunicationIdentifier
    operation_context: str
    call_started: CallStarted
    call_state_changed: CallStateChanged
    call_ended: CallEnded
    leg_ringing: LegRinging
    leg_answered: LegAnswered
    leg_connected: LegConnected
    leg_ended: LegEnded
    leg_lost: LegLost
    leg_recovered: LegRecovered
    leg_held: LegHeld
    leg_resumed: LegResumed
    leg_muted: LegMuted
    leg_unmuted: LegUnmuted
    call_redirected: CallRedirected
    transfer_started: TransferStarted
    transfer_completed: TransferCompleted
    transfer_failed: TransferFailed
    capture_changed: CaptureChanged
    notices_issued: NoticesIssued
    notice_acknowledged: NoticeAcknowledged
    signal_received: SignalReceived
    dtmf_received: DtmfReceived
    ringing_stopped: RingingStopped
    def __init__(self, call_id: _Optional[str] = ..., sequence: _Optional[int] = ..., time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., operation_context: _Optional[str] = ..., call_started: _Optional[_Union[CallStarted, _Mapping]] = ..., call_state_changed: _Optional[_Union[CallStateChanged, _Mapping]] = ..., call_ended: _Optional[_Union[CallEnded, _Mapping]] = ..., leg_ringing: _Optional[_Union[LegRinging, _Mapping]] = ..., leg_answered: _Optional[_Union[LegAnswered, _Mapping]] = ..., leg_connected: _Optional[_Union[LegConnected, _Mapping]] = ..., leg_ended: _Optional[_Union[LegEnded, _Mapping]] = ..., leg_lost: _Optional[_Union[LegLost, _Mapping]] = ..., leg_recovered: _Optional[_Union[LegRecovered, _Mapping]] = ..., leg_held: _Optional[_Union[LegHeld, _Mapping]] = ..., leg_resumed: _Optional[_Union[LegResumed, _Mapping]] = ..., leg_muted: _Optional[_Union[LegMuted, _Mapping]] = ..., leg_unmuted: _Optional[_Union[LegUnmuted, _Mapping]] = ..., call_redirected: _Optional[_Union[CallRedirected, _Mapping]] = ..., transfer_started: _Optional[_Union[TransferStarted, _Mapping]] = ..., transfer_completed: _Optional[_Union[TransferCompleted, _Mapping]] = ..., transfer_failed: _Optional[_Union[TransferFailed, _Mapping]] = ..., capture_changed: _Optional[_Union[CaptureChanged, _Mapping]] = ..., notices_issued: _Optional[_Union[NoticesIssued, _Mapping]] = ..., notice_acknowledged: _Optional[_Union[NoticeAcknowledged, _Mapping]] = ..., signal_received: _Optional[_Union[SignalReceived, _Mapping]] = ..., dtmf_received: _Optional[_Union[DtmfReceived, _Mapping]] = ..., ringing_stopped: _Optional[_Union[RingingStopped, _Mapping]] = ...) -> None: ...

class CallStarted(_message.Message):
    __slots__ = ("call",)
    CALL_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ...) -> None: ...

class CallStateChanged(_message.Message):
    __slots__ = ("state", "previous_state")
    STATE_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_STATE_FIELD_NUMBER: _ClassVar[int]
    state: _call_pb2.CallState
    previous_state: _call_pb2.CallState
    def __init__(self, state: _Optional[_Union[_call_pb2.CallState, str]] = ..., previous_state: _Optional[_Union[_call_pb2.CallState, str]] = ...) -> None: ...

class CallEnded(_message.Message):
    __slots__ = ("call",)
    CALL_FIELD_NUMBER: _ClassVar[int]
    call: _call_pb2.Call
    def __init__(self, call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ...) -> None: ...

class LegRinging(_message.Message):
    __slots__ = ("leg", "call", "expire_time", "custom_context")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    LEG_FIELD_NUMBER: _ClassVar[int]
    CALL_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    call: _call_pb2.Call
    expire_time: _timestamp_pb2.Timestamp
    custom_context: _containers.ScalarMap[str, str]
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ..., call: _Optional[_Union[_call_pb2.Call, _Mapping]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., custom_context: _Optional[_Mapping[str, str]] = ...) -> None: ...

class LegAnswered(_message.Message):
    __slots__ = ("leg",)
    LEG_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ...) -> None: ...

class LegConnected(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class LegEnded(_message.Message):
    __slots__ = ("leg",)
    LEG_FIELD_NUMBER: _ClassVar[int]
    leg: _call_pb2.Leg
    def __init__(self, leg: _Optional[_Union[_call_pb2.Leg, _Mapping]] = ...) -> None: ...

class LegLost(_message.Message):
    __slots__ = ("leg_id", "expire_time")
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    expire_time: _timestamp_pb2.Timestamp
    def __init__(self, leg_id: _Optional[str] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class LegRecovered(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class LegHeld(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class LegResumed(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class LegMuted(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class LegUnmuted(_message.Message):
    __slots__ = ("leg_id",)
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    def __init__(self, leg_id: _Optional[str] = ...) -> None: ...

class CallRedirected(_message.Message):
    __slots__ = ("leg_id", "target_leg_id")
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    target_leg_id: str
    def __init__(self, leg_id: _Optional[str] = ..., target_leg_id: _Optional[str] = ...) -> None: ...

class TransferStarted(_message.Message):
    __slots__ = ("transfer",)
    TRANSFER_FIELD_NUMBER: _ClassVar[int]
    transfer: _call_pb2.Transfer
    def __init__(self, transfer: _Optional[_Union[_call_pb2.Transfer, _Mapping]] = ...) -> None: ...

class TransferCompleted(_message.Message):
    __slots__ = ("transfer",)
    TRANSFER_FIELD_NUMBER: _ClassVar[int]
    transfer: _call_pb2.Transfer
    def __init__(self, transfer: _Optional[_Union[_call_pb2.Transfer, _Mapping]] = ...) -> None: ...

class TransferFailed(_message.Message):
    __slots__ = ("transfer", "outcome")
    TRANSFER_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    transfer: _call_pb2.Transfer
    outcome: _call_pb2.Outcome
    def __init__(self, transfer: _Optional[_Union[_call_pb2.Transfer, _Mapping]] = ..., outcome: _Optional[_Union[_call_pb2.Outcome, str]] = ...) -> None: ...

class CaptureChanged(_message.Message):
    __slots__ = ("capture",)
    CAPTURE_FIELD_NUMBER: _ClassVar[int]
    capture: _call_pb2.Capture
    def __init__(self, capture: _Optional[_Union[_call_pb2.Capture, _Mapping]] = ...) -> None: ...

class NoticesIssued(_message.Message):
    __slots__ = ("notices",)
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    notices: _containers.RepeatedCompositeFieldContainer[_call_pb2.Notice]
    def __init__(self, notices: _Optional[_Iterable[_Union[_call_pb2.Notice, _Mapping]]] = ...) -> None: ...

class NoticeAcknowledged(_message.Message):
    __slots__ = ("notice", "media_waiting")
    NOTICE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_WAITING_FIELD_NUMBER: _ClassVar[int]
    notice: _call_pb2.Notice
    media_waiting: bool
    def __init__(self, notice: _Optional[_Union[_call_pb2.Notice, _Mapping]] = ..., media_waiting: bool = ...) -> None: ...

class SignalReceived(_message.Message):
    __slots__ = ("signal",)
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    signal: _call_pb2.Signal
    def __init__(self, signal: _Optional[_Union[_call_pb2.Signal, _Mapping]] = ...) -> None: ...

class DtmfReceived(_message.Message):
    __slots__ = ("from_leg_id", "to_leg_id", "tones")
    FROM_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TO_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TONES_FIELD_NUMBER: _ClassVar[int]
    from_leg_id: str
    to_leg_id: str
    tones: _containers.RepeatedScalarFieldContainer[_call_pb2.DtmfTone]
    def __init__(self, from_leg_id: _Optional[str] = ..., to_leg_id: _Optional[str] = ..., tones: _Optional[_Iterable[_Union[_call_pb2.DtmfTone, str]]] = ...) -> None: ...

class RingingStopped(_message.Message):
    __slots__ = ("leg_id", "answering_device_id", "outcome")
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    ANSWERING_DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    answering_device_id: str
    outcome: _call_pb2.Outcome
    def __init__(self, leg_id: _Optional[str] = ..., answering_device_id: _Optional[str] = ..., outcome: _Optional[_Union[_call_pb2.Outcome, str]] = ...) -> None: ...
