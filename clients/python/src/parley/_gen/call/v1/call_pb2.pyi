import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CallState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CALL_STATE_UNSPECIFIED: _ClassVar[CallState]
    CALL_STATE_RINGING: _ClassVar[CallState]
    CALL_STATE_CONNECTING: _ClassVar[CallState]
    CALL_STATE_CONNECTED: _ClassVar[CallState]
    CALL_STATE_ON_HOLD: _ClassVar[CallState]
    CALL_STATE_ENDED: _ClassVar[CallState]

class Outcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OUTCOME_UNSPECIFIED: _ClassVar[Outcome]
    OUTCOME_COMPLETED: _ClassVar[Outcome]
    OUTCOME_DECLINED: _ClassVar[Outcome]
    OUTCOME_BUSY: _ClassVar[Outcome]
    OUTCOME_NO_ANSWER: _ClassVar[Outcome]
    OUTCOME_CANCELLED: _ClassVar[Outcome]
    OUTCOME_FAILED: _ClassVar[Outcome]
    OUTCOME_POLICY_REVOKED: _ClassVar[Outcome]
    OUTCOME_UNREACHABLE: _ClassVar[Outcome]
    OUTCOME_ANSWERED_ELSEWHERE: _ClassVar[Outcome]

class EndCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    END_CAUSE_UNSPECIFIED: _ClassVar[EndCause]
    END_CAUSE_HUNG_UP: _ClassVar[EndCause]
    END_CAUSE_HUNG_UP_FOR_EVERYONE: _ClassVar[EndCause]
    END_CAUSE_REMOVED: _ClassVar[EndCause]
    END_CAUSE_REJECTED: _ClassVar[EndCause]
    END_CAUSE_RING_TIMEOUT: _ClassVar[EndCause]
    END_CAUSE_CONNECT_TIMEOUT: _ClassVar[EndCause]
    END_CAUSE_DEVICE_LOST: _ClassVar[EndCause]
    END_CAUSE_MAX_DURATION: _ClassVar[EndCause]
    END_CAUSE_POLICY: _ClassVar[EndCause]
    END_CAUSE_TRANSFERRED: _ClassVar[EndCause]
    END_CAUSE_REDIRECTED: _ClassVar[EndCause]
    END_CAUSE_ALONE: _ClassVar[EndCause]
    END_CAUSE_PARTY_DELETED: _ClassVar[EndCause]

class LegDirection(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEG_DIRECTION_UNSPECIFIED: _ClassVar[LegDirection]
    LEG_DIRECTION_INCOMING: _ClassVar[LegDirection]
    LEG_DIRECTION_OUTGOING: _ClassVar[LegDirection]

class LegState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEG_STATE_UNSPECIFIED: _ClassVar[LegState]
    LEG_STATE_RINGING: _ClassVar[LegState]
    LEG_STATE_CONNECTING: _ClassVar[LegState]
    LEG_STATE_CONNECTED: _ClassVar[LegState]
    LEG_STATE_ENDED: _ClassVar[LegState]

class MediaMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MEDIA_MODE_UNSPECIFIED: _ClassVar[MediaMode]
    MEDIA_MODE_SIGNALLED: _ClassVar[MediaMode]
    MEDIA_MODE_EXTERNAL: _ClassVar[MediaMode]

class RejectReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REJECT_REASON_UNSPECIFIED: _ClassVar[RejectReason]
    REJECT_REASON_DECLINED: _ClassVar[RejectReason]
    REJECT_REASON_BUSY: _ClassVar[RejectReason]
    REJECT_REASON_FORBIDDEN: _ClassVar[RejectReason]

class DtmfTone(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DTMF_TONE_UNSPECIFIED: _ClassVar[DtmfTone]
    DTMF_TONE_ZERO: _ClassVar[DtmfTone]
    DTMF_TONE_ONE: _ClassVar[DtmfTone]
    DTMF_TONE_TWO: _ClassVar[DtmfTone]
    DTMF_TONE_THREE: _ClassVar[DtmfTone]
    DTMF_TONE_FOUR: _ClassVar[DtmfTone]
    DTMF_TONE_FIVE: _ClassVar[DtmfTone]
    DTMF_TONE_SIX: _ClassVar[DtmfTone]
    DTMF_TONE_SEVEN: _ClassVar[DtmfTone]
    DTMF_TONE_EIGHT: _ClassVar[DtmfTone]
    DTMF_TONE_NINE: _ClassVar[DtmfTone]
    DTMF_TONE_A: _ClassVar[DtmfTone]
    DTMF_TONE_B: _ClassVar[DtmfTone]
    DTMF_TONE_C: _ClassVar[DtmfTone]
    DTMF_TONE_D: _ClassVar[DtmfTone]
    DTMF_TONE_POUND: _ClassVar[DtmfTone]
    DTMF_TONE_ASTERISK: _ClassVar[DtmfTone]

class CaptureKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CAPTURE_KIND_UNSPECIFIED: _ClassVar[CaptureKind]
    CAPTURE_KIND_RECORDING: _ClassVar[CaptureKind]
    CAPTURE_KIND_TRANSCRIPTION: _ClassVar[CaptureKind]

class CaptureState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CAPTURE_STATE_UNSPECIFIED: _ClassVar[CaptureState]
    CAPTURE_STATE_ACTIVE: _ClassVar[CaptureState]
    CAPTURE_STATE_PAUSED: _ClassVar[CaptureState]
    CAPTURE_STATE_STOPPED: _ClassVar[CaptureState]
CALL_STATE_UNSPECIFIED: CallState
CALL_STATE_RINGING: CallState
CALL_STATE_CONNECTING: CallState
CALL_STATE_CONNECTED: CallState
CALL_STATE_ON_HOLD: CallState
CALL_STATE_ENDED: CallState
OUTCOME_UNSPECIFIED: Outcome
OUTCOME_COMPLETED: Outcome
OUTCOME_DECLINED: Outcome
OUTCOME_BUSY: Outcome
OUTCOME_NO_ANSWER: Outcome
OUTCOME_CANCELLED: Outcome
OUTCOME_FAILED: Outcome
OUTCOME_POLICY_REVOKED: Outcome
OUTCOME_UNREACHABLE: Outcome
OUTCOME_ANSWERED_ELSEWHERE: Outcome
END_CAUSE_UNSPECIFIED: EndCause
END_CAUSE_HUNG_UP: EndCause
END_CAUSE_HUNG_UP_FOR_EVERYONE: EndCause
END_CAUSE_REMOVED: EndCause
END_CAUSE_REJECTED: EndCause
END_CAUSE_RING_TIMEOUT: EndCause
END_CAUSE_CONNECT_TIMEOUT: EndCause
END_CAUSE_DEVICE_LOST: EndCause
END_CAUSE_MAX_DURATION: EndCause
END_CAUSE_POLICY: EndCause
END_CAUSE_TRANSFERRED: EndCause
END_CAUSE_REDIRECTED: EndCause
END_CAUSE_ALONE: EndCause
END_CAUSE_PARTY_DELETED: EndCause
LEG_DIRECTION_UNSPECIFIED: LegDirection
LEG_DIRECTION_INCOMING: LegDirection
LEG_DIRECTION_OUTGOING: LegDirection
LEG_STATE_UNSPECIFIED: LegState
LEG_STATE_RINGING: LegState
LEG_STATE_CONNECTING: LegState
LEG_STATE_CONNECTED: LegState
LEG_STATE_ENDED: LegState
MEDIA_MODE_UNSPECIFIED: MediaMode
MEDIA_MODE_SIGNALLED: MediaMode
MEDIA_MODE_EXTERNAL: MediaMode
REJECT_REASON_UNSPECIFIED: RejectReason
REJECT_REASON_DECLINED: RejectReason
REJECT_REASON_BUSY: RejectReason
REJECT_REASON_FORBIDDEN: RejectReason
DTMF_TONE_UNSPECIFIED: DtmfTone
DTMF_TONE_ZERO: DtmfTone
DTMF_TONE_ONE: DtmfTone
DTMF_TONE_TWO: DtmfTone
DTMF_TONE_THREE: DtmfTone
DTMF_TONE_FOUR: DtmfTone
DTMF_TONE_FIVE: DtmfTone
DTMF_TONE_SIX: DtmfTone
DTMF_TONE_SEVEN: DtmfTone
DTMF_TONE_EIGHT: DtmfTone
DTMF_TONE_NINE: DtmfTone
DTMF_TONE_A: DtmfTone
DTMF_TONE_B: DtmfTone
DTMF_TONE_C: DtmfTone
DTMF_TONE_D: DtmfTone
DTMF_TONE_POUND: DtmfTone
DTMF_TONE_ASTERISK: DtmfTone
CAPTURE_KIND_UNSPECIFIED: CaptureKind
CAPTURE_KIND_RECORDING: CaptureKind
CAPTURE_KIND_TRANSCRIPTION: CaptureKind
CAPTURE_STATE_UNSPECIFIED: CaptureState
CAPTURE_STATE_ACTIVE: CaptureState
CAPTURE_STATE_PAUSED: CaptureState
CAPTURE_STATE_STOPPED: CaptureState

class Call(_message.Message):
    __slots__ = ("call_id", "resource_id", "state", "outcome", "end_cause", "end_reason", "ended_by", "source", "legs", "captures", "transfers", "custom_context", "operation_context", "ring_timeout", "max_duration", "create_time", "connect_time", "end_time", "expire_time", "last_sequence")
    class CustomContextEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    END_CAUSE_FIELD_NUMBER: _ClassVar[int]
    END_REASON_FIELD_NUMBER: _ClassVar[int]
    ENDED_BY_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    LEGS_FIELD_NUMBER: _ClassVar[int]
    CAPTURES_FIELD_NUMBER: _ClassVar[int]
    TRANSFERS_FIELD_NUMBER: _ClassVar[int]
    CUSTOM_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    OPERATION_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    RING_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    MAX_DURATION_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CONNECT_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    LAST_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    call_id: str
    resource_id: str
    state: CallState
    outcome: Outcome
    end_cause: EndCause
    end_reason: str
    ended_by: _identifier_pb2.CommunicationIdentifier
    source: _identifier_pb2.CommunicationIdentifier
    legs: _containers.RepeatedCompositeFieldContainer[Leg]
    captures: _containers.RepeatedCompositeFieldContainer[Capture]
    transfers: _containers.RepeatedCompositeFieldContainer[Transfer]
    custom_context: _containers.ScalarMap[str, str]
    operation_context: str
    ring_timeout: _duration_pb2.Duration
    max_duration: _duration_pb2.Duration
    create_time: _timestamp_pb2.Timestamp
    connect_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    expire_time: _timestamp_pb2.Timestamp
    last_sequence: int
    def __init__(self, call_id: _Optional[str] = ..., resource_id: _Optional[str] = ..., state: _Optional[_Union[CallState, str]] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., end_cause: _Optional[_Union[EndCause, str]] = ..., end_reason: _Optional[str] = ..., ended_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., source: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., legs: _Optional[_Iterable[_Union[Leg, _Mapping]]] = ..., captures: _Optional[_Iterable[_Union[Capture, _Mapping]]] = ..., transfers: _Optional[_Iterable[_Union[Transfer, _Mapping]]] = ..., custom_context: _Optional[_Mapping[str, str]] = ..., operation_context: _Optional[str] = ..., ring_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., max_duration: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., connect_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_sequence: _Optional[int] = ...) -> None: ...

class Leg(_message.Message):
    __slots__ = ("leg_id", "identifier", "display_name", "direction", "state", "outcome", "end_cause", "end_reason", "reject_reason", "ended_by", "invited_by", "device_id", "media_mode", "muted", "muted_by", "on_hold", "require_acknowledgement", "media_waiting", "create_time", "ring_expire_time", "answer_time", "connect_time", "lost_expire_time", "end_time")
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    END_CAUSE_FIELD_NUMBER: _ClassVar[int]
    END_REASON_FIELD_NUMBER: _ClassVar[int]
    REJECT_REASON_FIELD_NUMBER: _ClassVar[int]
    ENDED_BY_FIELD_NUMBER: _ClassVar[int]
    INVITED_BY_FIELD_NUMBER: _ClassVar[int]
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    MEDIA_MODE_FIELD_NUMBER: _ClassVar[int]
    MUTED_FIELD_NUMBER: _ClassVar[int]
    MUTED_BY_FIELD_NUMBER: _ClassVar[int]
    ON_HOLD_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    MEDIA_WAITING_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    RING_EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    ANSWER_TIME_FIELD_NUMBER: _ClassVar[int]
    CONNECT_TIME_FIELD_NUMBER: _ClassVar[int]
    LOST_EXPIRE_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    leg_id: str
    identifier: _identifier_pb2.CommunicationIdentifier
    display_name: str
    direction: LegDirection
    state: LegState
    outcome: Outcome
    end_cause: EndCause
    end_reason: str
    reject_reason: RejectReason
    ended_by: _identifier_pb2.CommunicationIdentifier
    invited_by: _identifier_pb2.CommunicationIdentifier
    device_id: str
    media_mode: MediaMode
    muted: bool
    muted_by: _identifier_pb2.CommunicationIdentifier
    on_hold: bool
    require_acknowledgement: bool
    media_waiting: bool
    create_time: _timestamp_pb2.Timestamp
    ring_expire_time: _timestamp_pb2.Timestamp
    answer_time: _timestamp_pb2.Timestamp
    connect_time: _timestamp_pb2.Timestamp
    lost_expire_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    def __init__(self, leg_id: _Optional[str] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., display_name: _Optional[str] = ..., direction: _Optional[_Union[LegDirection, str]] = ..., state: _Optional[_Union[LegState, str]] = ..., outcome: _Optional[_Union[Outcome, str]] = ..., end_cause: _Optional[_Union[EndCause, str]] = ..., end_reason: _Optional[str] = ..., reject_reason: _Optional[_Union[RejectReason, str]] = ..., ended_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., invited_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., device_id: _Optional[str] = ..., media_mode: _Optional[_Union[MediaMode, str]] = ..., muted: bool = ..., muted_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., on_hold: bool = ..., require_acknowledgement: bool = ..., media_waiting: bool = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ring_expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., answer_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., connect_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., lost_expire_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RefusedTarget(_message.Message):
    __slots__ = ("identifier", "reason", "message")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    reason: str
    message: str
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., reason: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class Transfer(_message.Message):
    __slots__ = ("transfer_id", "transferor_leg_id", "target_leg_id", "target", "consultation_call_id", "create_time")
    TRANSFER_ID_FIELD_NUMBER: _ClassVar[int]
    TRANSFEROR_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_FIELD_NUMBER: _ClassVar[int]
    CONSULTATION_CALL_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    transfer_id: str
    transferor_leg_id: str
    target_leg_id: str
    target: _identifier_pb2.CommunicationIdentifier
    consultation_call_id: str
    create_time: _timestamp_pb2.Timestamp
    def __init__(self, transfer_id: _Optional[str] = ..., transferor_leg_id: _Optional[str] = ..., target_leg_id: _Optional[str] = ..., target: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., consultation_call_id: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Signal(_message.Message):
    __slots__ = ("from_leg_id", "to_leg_id", "signal_sequence", "offer", "answer", "candidate", "end_of_candidates", "media_connected")
    FROM_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    TO_LEG_ID_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_FIELD_NUMBER: _ClassVar[int]
    END_OF_CANDIDATES_FIELD_NUMBER: _ClassVar[int]
    MEDIA_CONNECTED_FIELD_NUMBER: _ClassVar[int]
    from_leg_id: str
    to_leg_id: str
    signal_sequence: int
    offer: SessionOffer
    answer: SessionAnswer
    candidate: IceCandidate
    end_of_candidates: EndOfCandidates
    media_connected: MediaConnected
    def __init__(self, from_leg_id: _Optional[str] = ..., to_leg_id: _Optional[str] = ..., signal_sequence: _Optional[int] = ..., offer: _Optional[_Union[SessionOffer, _Mapping]] = ..., answer: _Optional[_Union[SessionAnswer, _Mapping]] = ..., candidate: _Optional[_Union[IceCandidate, _Mapping]] = ..., end_of_candidates: _Optional[_Union[EndOfCandidates, _Mapping]] = ..., media_connected: _Optional[_Union[MediaConnected, _Mapping]] = ...) -> None: ...

class SessionOffer(_message.Message):
    __slots__ = ("sdp",)
    SDP_FIELD_NUMBER: _ClassVar[int]
    sdp: str
    def __init__(self, sdp: _Optional[str] = ...) -> None: ...

class SessionAnswer(_message.Message):
    __slots__ = ("sdp", "offer_sequence")
    SDP_FIELD_NUMBER: _ClassVar[int]
    OFFER_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    sdp: str
    offer_sequence: int
    def __init__(self, sdp: _Optional[str] = ..., offer_sequence: _Optional[int] = ...) -> None: ...

class IceCandidate(_message.Message):
    __slots__ = ("candidate", "sdp_mid", "sdp_m_line_index", "username_fragment")
    CANDIDATE_FIELD_NUMBER: _ClassVar[int]
    SDP_MID_FIELD_NUMBER: _ClassVar[int]
    SDP_M_LINE_INDEX_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FRAGMENT_FIELD_NUMBER: _ClassVar[int]
    candidate: str
    sdp_mid: str
    sdp_m_line_index: int
    username_fragment: str
    def __init__(self, candidate: _Optional[str] = ..., sdp_mid: _Optional[str] = ..., sdp_m_line_index: _Optional[int] = ..., username_fragment: _Optional[str] = ...) -> None: ...

class EndOfCandidates(_message.Message):
    __slots__ = ("username_fragment",)
    USERNAME_FRAGMENT_FIELD_NUMBER: _ClassVar[int]
    username_fragment: str
    def __init__(self, username_fragment: _Optional[str] = ...) -> None: ...

class MediaConnected(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Capture(_message.Message):
    __slots__ = ("capture_id", "kind", "state", "started_by", "require_acknowledgement", "start_time", "update_time", "stop_time")
    CAPTURE_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    STARTED_BY_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    STOP_TIME_FIELD_NUMBER: _ClassVar[int]
    capture_id: str
    kind: CaptureKind
    state: CaptureState
    started_by: _identifier_pb2.CommunicationIdentifier
    require_acknowledgement: bool
    start_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    stop_time: _timestamp_pb2.Timestamp
    def __init__(self, capture_id: _Optional[str] = ..., kind: _Optional[_Union[CaptureKind, str]] = ..., state: _Optional[_Union[CaptureState, str]] = ..., started_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., require_acknowledgement: bool = ..., start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stop_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Notice(_message.Message):
    __slots__ = ("notice_id", "call_id", "capture_id", "recipient", "leg_id", "kind", "state", "require_acknowledgement", "tell_time", "tell_sequence", "acknowledge_time", "acknowledge_sequence")
    NOTICE_ID_FIELD_NUMBER: _ClassVar[int]
    CALL_ID_FIELD_NUMBER: _ClassVar[int]
    CAPTURE_ID_FIELD_NUMBER: _ClassVar[int]
    RECIPIENT_FIELD_NUMBER: _ClassVar[int]
    LEG_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REQUIRE_ACKNOWLEDGEMENT_FIELD_NUMBER: _ClassVar[int]
    TELL_TIME_FIELD_NUMBER: _ClassVar[int]
    TELL_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGE_TIME_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGE_SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    notice_id: str
    call_id: str
    capture_id: str
    recipient: _identifier_pb2.CommunicationIdentifier
    leg_id: str
    kind: CaptureKind
    state: CaptureState
    require_acknowledgement: bool
    tell_time: _timestamp_pb2.Timestamp
    tell_sequence: int
    acknowledge_time: _timestamp_pb2.Timestamp
    acknowledge_sequence: int
    def __init__(self, notice_id: _Optional[str] = ..., call_id: _Optional[str] = ..., capture_id: _Optional[str] = ..., recipient: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., leg_id: _Optional[str] = ..., kind: _Optional[_Union[CaptureKind, str]] = ..., state: _Optional[_Union[CaptureState, str]] = ..., require_acknowledgement: bool = ..., tell_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., tell_sequence: _Optional[int] = ..., acknowledge_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., acknowledge_sequence: _Optional[int] = ...) -> None: ...
