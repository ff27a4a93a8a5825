import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import field_mask_pb2 as _field_mask_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.rpc import status_pb2 as _status_pb2
from parley._gen.chat.v1 import chat_pb2 as _chat_pb2
from parley._gen.chat.v1 import chat_event_pb2 as _chat_event_pb2
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

class MessageOrder(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MESSAGE_ORDER_UNSPECIFIED: _ClassVar[MessageOrder]
    MESSAGE_ORDER_NEWEST_FIRST: _ClassVar[MessageOrder]
    MESSAGE_ORDER_OLDEST_FIRST: _ClassVar[MessageOrder]
MESSAGE_ORDER_UNSPECIFIED: MessageOrder
MESSAGE_ORDER_NEWEST_FIRST: MessageOrder
MESSAGE_ORDER_OLDEST_FIRST: MessageOrder

class CreateThreadRequest(_message.Message):
    __slots__ = ("topic", "participants", "metadata", "retention_policy", "creator_display_name", "idempotency_key")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TOPIC_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    RETENTION_POLICY_FIELD_NUMBER: _ClassVar[int]
    CREATOR_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    topic: str
    participants: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Participant]
    metadata: _containers.ScalarMap[str, str]
    retention_policy: _chat_pb2.RetentionPolicy
    creator_display_name: str
    idempotency_key: str
    def __init__(self, topic: _Optional[str] = ..., participants: _Optional[_Iterable[_Union[_chat_pb2.Participant, _Mapping]]] = ..., metadata: _Optional[_Mapping[str, str]] = ..., retention_policy: _Optional[_Union[_chat_pb2.RetentionPolicy, _Mapping]] = ..., creator_display_name: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class CreateThreadResponse(_message.Message):
    __slots__ = ("thread", "refused_participants", "commit")
    THREAD_FIELD_NUMBER: _ClassVar[int]
    REFUSED_PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    thread: _chat_pb2.Thread
    refused_participants: _containers.RepeatedCompositeFieldContainer[_chat_pb2.RefusedParticipant]
    commit: _commit_pb2.Commit
    def __init__(self, thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ..., refused_participants: _Optional[_Iterable[_Union[_chat_pb2.RefusedParticipant, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class GetThreadRequest(_message.Message):
    __slots__ = ("thread_id",)
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    def __init__(self, thread_id: _Optional[str] = ...) -> None: ...

class GetThreadResponse(_message.Message):
    __slots__ = ("thread",)
    THREAD_FIELD_NUMBER: _ClassVar[int]
    thread: _chat_pb2.Thread
    def __init__(self, thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ...) -> None: ...

class ListThreadsRequest(_message.Message):
    __slots__ = ("page_size", "page_token")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListThreadsResponse(_message.Message):
    __slots__ = ("threads", "next_page_token")
    THREADS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    threads: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Thread]
    next_page_token: str
    def __init__(self, threads: _Optional[_Iterable[_Union[_chat_pb2.Thread, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateThreadRequest(_message.Message):
    __slots__ = ("thread_id", "thread", "update_mask", "idempotency_key")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    THREAD_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    thread: _chat_pb2.Thread
    update_mask: _field_mask_pb2.FieldMask
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateThreadResponse(_message.Message):
    __slots__ = ("thread", "commit")
    THREAD_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    thread: _chat_pb2.Thread
    commit: _commit_pb2.Commit
    def __init__(self, thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteThreadRequest(_message.Message):
    __slots__ = ("thread_id", "idempotency_key")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteThreadResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class AddParticipantsRequest(_message.Message):
    __slots__ = ("thread_id", "participants", "idempotency_key")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    participants: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Participant]
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., participants: _Optional[_Iterable[_Union[_chat_pb2.Participant, _Mapping]]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class AddParticipantsResponse(_message.Message):
    __slots__ = ("refused_participants", "commit")
    REFUSED_PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    refused_participants: _containers.RepeatedCompositeFieldContainer[_chat_pb2.RefusedParticipant]
    commit: _commit_pb2.Commit
    def __init__(self, refused_participants: _Optional[_Iterable[_Union[_chat_pb2.RefusedParticipant, _Mapping]]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class RemoveParticipantRequest(_message.Message):
    __slots__ = ("thread_id", "identifier", "idempotency_key")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    IDENTIFIER_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    identifier: _identifier_pb2.CommunicationIdentifier
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., identifier: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class RemoveParticipantResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ListParticipantsRequest(_message.Message):
    __slots__ = ("thread_id", "page_size", "page_token")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    page_size: int
    page_token: str
    def __init__(self, thread_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListParticipantsResponse(_message.Message):
    __slots__ = ("participants", "next_page_token")
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    participants: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Participant]
    next_page_token: str
    def __init__(self, participants: _Optional[_Iterable[_Union[_chat_pb2.Participant, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SendMessageRequest(_message.Message):
    __slots__ = ("thread_id", "content", "type", "sender_display_name", "metadata", "attachments", "idempotency_key")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SENDER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    content: str
    type: _chat_pb2.MessageType
    sender_display_name: str
    metadata: _containers.ScalarMap[str, str]
    attachments: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Attachment]
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., content: _Optional[str] = ..., type: _Optional[_Union[_chat_pb2.MessageType, str]] = ..., sender_display_name: _Optional[str] = ..., metadata: _Optional[_Mapping[str, str]] = ..., attachments: _Optional[_Iterable[_Union[_chat_pb2.Attachment, _Mapping]]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class SendMessageResponse(_message.Message):
    __slots__ = ("message_id", "sequence_id", "create_time", "commit")
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    message_id: str
    sequence_id: int
    create_time: _timestamp_pb2.Timestamp
    commit: _commit_pb2.Commit
    def __init__(self, message_id: _Optional[str] = ..., sequence_id: _Optional[int] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class SendMessagesRequest(_message.Message):
    __slots__ = ("tag", "message")
    TAG_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    tag: int
    message: SendMessageRequest
    def __init__(self, tag: _Optional[int] = ..., message: _Optional[_Union[SendMessageRequest, _Mapping]] = ...) -> None: ...

class SendMessagesResponse(_message.Message):
    __slots__ = ("tag", "sent", "error")
    TAG_FIELD_NUMBER: _ClassVar[int]
    SENT_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    tag: int
    sent: SendMessageResponse
    error: _status_pb2.Status
    def __init__(self, tag: _Optional[int] = ..., sent: _Optional[_Union[SendMessageResponse, _Mapping]] = ..., error: _Optional[_Union[_status_pb2.Status, _Mapping]] = ...) -> None: ...

class GetMessageRequest(_message.Message):
    __slots__ = ("thread_id", "message_id")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    message_id: str
    def __init__(self, thread_id: _Optional[str] = ..., message_id: _Optional[str] = ...) -> None: ...

class GetMessageResponse(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class ListMessagesRequest(_message.Message):
    __slots__ = ("thread_id", "start_time", "order", "page_size", "page_token")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    start_time: _timestamp_pb2.Timestamp
    order: MessageOrder
    page_size: int
    page_token: str
    def __init__(self, thread_id: _Optional[str] = ..., start_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., order: _Optional[_Union[MessageOrder, str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListMessagesResponse(_message.Message):
    __slots__ = ("messages", "next_page_token")
    MESSAGES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    messages: _containers.RepeatedCompositeFieldContainer[_chat_pb2.Message]
    next_page_token: str
    def __init__(self, messages: _Optional[_Iterable[_Union[_chat_pb2.Message, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class UpdateMessageRequest(_message.Message):
    __slots__ = ("thread_id", "message_id", "content", "metadata", "update_mask", "idempotency_key")
    class MetadataEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    UPDATE_MASK_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    message_id: str
    content: str
    metadata: _containers.ScalarMap[str, str]
    update_mask: _field_mask_pb2.FieldMask
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., message_id: _Optional[str] = ..., content: _Optional[str] = ..., metadata: _Optional[_Mapping[str, str]] = ..., update_mask: _Optional[_Union[_field_mask_pb2.FieldMask, _Mapping]] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class UpdateMessageResponse(_message.Message):
    __slots__ = ("message", "commit")
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    commit: _commit_pb2.Commit
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ..., commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class DeleteMessageRequest(_message.Message):
    __slots__ = ("thread_id", "message_id", "idempotency_key")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    IDEMPOTENCY_KEY_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    message_id: str
    idempotency_key: str
    def __init__(self, thread_id: _Optional[str] = ..., message_id: _Optional[str] = ..., idempotency_key: _Optional[str] = ...) -> None: ...

class DeleteMessageResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class SendTypingNotificationRequest(_message.Message):
    __slots__ = ("thread_id", "sender_display_name")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    SENDER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    sender_display_name: str
    def __init__(self, thread_id: _Optional[str] = ..., sender_display_name: _Optional[str] = ...) -> None: ...

class SendTypingNotificationResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SendReadReceiptRequest(_message.Message):
    __slots__ = ("thread_id", "message_id")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_ID_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    message_id: str
    def __init__(self, thread_id: _Optional[str] = ..., message_id: _Optional[str] = ...) -> None: ...

class SendReadReceiptResponse(_message.Message):
    __slots__ = ("commit",)
    COMMIT_FIELD_NUMBER: _ClassVar[int]
    commit: _commit_pb2.Commit
    def __init__(self, commit: _Optional[_Union[_commit_pb2.Commit, _Mapping]] = ...) -> None: ...

class ListReadReceiptsRequest(_message.Message):
    __slots__ = ("thread_id", "page_size", "page_token")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    page_size: int
    page_token: str
    def __init__(self, thread_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListReadReceiptsResponse(_message.Message):
    __slots__ = ("receipts", "next_page_token")
    RECEIPTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    receipts: _containers.RepeatedCompositeFieldContainer[_chat_pb2.ReadReceipt]
    next_page_token: str
    def __init__(self, receipts: _Optional[_Iterable[_Union[_chat_pb2.ReadReceipt, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SubscribeRequest(_message.Message):
    __slots__ = ("cursor", "start_position", "thread_ids", "heartbeat_interval")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    START_POSITION_FIELD_NUMBER: _ClassVar[int]
    THREAD_IDS_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    cursor: bytes
    start_position: _stream_pb2.StartPosition
    thread_ids: _containers.RepeatedScalarFieldContainer[str]
    heartbeat_interval: _duration_pb2.Duration
    def __init__(self, cursor: _Optional[bytes] = ..., start_position: _Optional[_Union[_stream_pb2.StartPosition, str]] = ..., thread_ids: _Optional[_Iterable[str]] = ..., heartbeat_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SubscribeResponse(_message.Message):
    __slots__ = ("event", "heartbeat", "typing", "cursor")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_FIELD_NUMBER: _ClassVar[int]
    TYPING_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    event: _chat_event_pb2.ChatEvent
    heartbeat: _stream_pb2.Heartbeat
    typing: _chat_event_pb2.TypingNotification
    cursor: bytes
    def __init__(self, event: _Optional[_Union[_chat_event_pb2.ChatEvent, _Mapping]] = ..., heartbeat: _Optional[_Union[_stream_pb2.Heartbeat, _Mapping]] = ..., typing: _Optional[_Union[_chat_event_pb2.TypingNotification, _Mapping]] = ..., cursor: _Optional[bytes] = ...) -> None: ...
