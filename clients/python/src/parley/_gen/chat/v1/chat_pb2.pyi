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

class RetentionKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RETENTION_KIND_UNSPECIFIED: _ClassVar[RetentionKind]
    RETENTION_KIND_NONE: _ClassVar[RetentionKind]
    RETENTION_KIND_THREAD_CREATION: _ClassVar[RetentionKind]
    RETENTION_KIND_LAST_MESSAGE: _ClassVar[RetentionKind]

class MessageType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MESSAGE_TYPE_UNSPECIFIED: _ClassVar[MessageType]
    MESSAGE_TYPE_TEXT: _ClassVar[MessageType]
    MESSAGE_TYPE_HTML: _ClassVar[MessageType]
    MESSAGE_TYPE_PARTICIPANT_ADDED: _ClassVar[MessageType]
    MESSAGE_TYPE_PARTICIPANT_REMOVED: _ClassVar[MessageType]
    MESSAGE_TYPE_TOPIC_UPDATED: _ClassVar[MessageType]

class AttachmentType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ATTACHMENT_TYPE_UNSPECIFIED: _ClassVar[AttachmentType]
    ATTACHMENT_TYPE_IMAGE: _ClassVar[AttachmentType]
    ATTACHMENT_TYPE_FILE: _ClassVar[AttachmentType]
RETENTION_KIND_UNSPECIFIED: RetentionKind
RETENTION_KIND_NONE: RetentionKind
RETENTION_KIND_THREAD_CREATION: RetentionKind
RETENTION_KIND_LAST_MESSAGE: RetentionKind
MESSAGE_TYPE_UNSPECIFIED: MessageType
MESSAGE_TYPE_TEXT: MessageType
MESSAGE_TYPE_HTML: MessageType
MESSAGE_TYPE_PARTICIPANT_ADDED: MessageType
MESSAGE_TYPE_PARTICIPANT_REMOVED: MessageType
MESSAGE_TYPE_TOPIC_UPDATED: MessageType
ATTACHMENT_TYPE_UNSPECIFIED: AttachmentType
ATTACHMENT_TYPE_IMAGE: AttachmentType
ATTACHMENT_TYPE_FILE: AttachmentType

class Thread(_message.Message):
    __slots__ = ("thread_id", "resource_id", "topic", "metadata", "create_time", "created_by", "update_time", "delete_time", "retention_policy", "last_sequence_id", "last_message_time", "participant_count")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_ID_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    CREATED_BY_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    DELETE_TIME_FIELD_NUMBER: _ClassVar[int]
    RETENTION_POLICY_FIELD_NUMBER: _ClassVar[int]
    LAST_SEQUENCE_ID_FIELD_NUMBER: _ClassVar[int]
    LAST_MESSAGE_TIME_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANT_COUNT_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    resource_id: str
    topic: str
    metadata: _containers.ScalarMap[str, str]
    create_time: _timestamp_pb2.Timestamp
    created_by: _identifier_pb2.CommunicationIdentifier
    update_time: _timestamp_pb2.Timestamp
    delete_time: _timestamp_pb2.Timestamp
    retention_policy: RetentionPolicy
    last_sequence_id: int
    last_message_time: _timestamp_pb2.Timestamp
    participant_count: int
    def __init__(self, thread_id: _Optional[str] = ..., resource_id: _Optional[str] = ..., topic: _Optional[str] = ..., metadata: _Optional[_Mapping[str, str]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., created_by: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., delete_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., retention_policy: _Optional[_Union[RetentionPolicy, _Mapping]] = ..., last_sequence_id: _Optional[int] = ..., last_message_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., participant_count: _Optional[int] = ...) -> None: ...

class RetentionPolicy(_message.Message):
    __slots__ = ("kind", "delete_thread_after_days")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DELETE_THREAD_AFTER_DAYS_FIELD_NUMBER: _ClassVar[int]
    kind: RetentionKind
    delete_thread_after_days: int
    def __init__(self, kind: _Optional[_Union[RetentionKind, str]] = ..., delete_thread_after_days: _Optional[int] = ...) -> None: ...

class Participant(_message.Message):
    __slots__ = ("identifier", "display_name", "share_history_time", "metadata", "join_time")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    SHARE_HISTORY_TIME_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    JOIN_TIME_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    display_name: str
    share_history_time: _timestamp_pb2.Timestamp
    metadata: _containers.ScalarMap[str, str]
    join_time: _timestamp_pb2.Timestamp
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., display_name: _Optional[str] = ..., share_history_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., metadata: _Optional[_Mapping[str, str]] = ..., join_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RefusedParticipant(_message.Message):
    __slots__ = ("identifier", "reason", "message")
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    identifier: _identifier_pb2.CommunicationIdentifier
    reason: str
    message: str
    def __init__(self, identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., reason: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class Message(_message.Message):
    __slots__ = ("message_id", "thread_id", "sequence_id", "type", "content", "sender", "sender_display_name", "create_time", "edit_time", "delete_time", "metadata", "attachments", "system")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    SENDER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    EDIT_TIME_FIELD_NUMBER: _ClassVar[int]
    DELETE_TIME_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    SYSTEM_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    thread_id: str
    sequence_id: int
    type: MessageType
    content: str
    sender: _identifier_pb2.CommunicationIdentifier
    sender_display_name: str
    create_time: _timestamp_pb2.Timestamp
    edit_time: _timestamp_pb2.Timestamp
    delete_time: _timestamp_pb2.Timestamp
    metadata: _containers.ScalarMap[str, str]
    attachments: _containers.RepeatedCompositeFieldContainer[Attachment]
    system: SystemContent
    def __init__(self, message_id: _Optional[str] = ..., thread_id: _Optional[str] = ..., sequence_id: _Optional[int] = ..., type: _Optional[_Union[MessageType, str]] = ..., content: _Optional[str] = ..., sender: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., sender_display_name: _Optional[str] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., edit_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., delete_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., metadata: _Optional[_Mapping[str, str]] = ..., attachments: _Optional[_Iterable[_Union[Attachment, _Mapping]]] = ..., system: _Optional[_Union[SystemContent, _Mapping]] = ...) -> None: ...

class SystemContent(_message.Message):
    __slots__ = ("initiator", "participants", "topic")
    INITIATOR_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    initiator: _identifier_pb2.CommunicationIdentifier
    participants: _containers.RepeatedCompositeFieldContainer[Participant]
    topic: str
    def __init__(self, initiator: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., participants: _Optional[_Iterable[_Union[Participant, _Mapping]]] = ..., topic: _Optional[str] = ...) -> None: ...

class Attachment(_message.Message):
    __slots__ = ("attachment_id", "type", "name", "url", "preview_url")
    ATTACHMENT_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    PREVIEW_URL_FIELD_NUMBER: _ClassVar[int]
    attachment_id: str
    type: AttachmentType
    name: str
    url: str
    preview_url: str
    def __init__(self, attachment_id: _Optional[str] = ..., type: _Optional[_Union[AttachmentType, str]] = ..., name: _Optional[str] = ..., url: _Optional[str] = ..., preview_url: _Optional[str] = ...) -> None: ...

class ReadReceipt(_message.Message):
    __slots__ = ("reader", "message_id", "sequence_id", "read_time")
    READER_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_ID_FIELD_NUMBER: _ClassVar[int]
    READ_TIME_FIELD_NUMBER: _ClassVar[int]
    reader: _identifier_pb2.CommunicationIdentifier
    message_id: str
    sequence_id: int
    read_time: _timestamp_pb2.Timestamp
    def __init__(self, reader: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., message_id: _Optional[str] = ..., sequence_id: _Optional[int] = ..., read_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
