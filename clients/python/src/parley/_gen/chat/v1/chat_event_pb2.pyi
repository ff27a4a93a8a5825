import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from parley._gen.chat.v1 import chat_pb2 as _chat_pb2
from parley._gen.type.v1 import identifier_pb2 as _identifier_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ChatEvent(_message.Message):
    __slots__ = ("thread_id", "time", "actor", "thread_created", "thread_updated", "thread_deleted", "participants_added", "participants_removed", "message_sent", "message_edited", "message_deleted", "messages_read")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    THREAD_CREATED_FIELD_NUMBER: _ClassVar[int]
    THREAD_UPDATED_FIELD_NUMBER: _ClassVar[int]
    THREAD_DELETED_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_ADDED_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_REMOVED_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_SENT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_EDITED_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_DELETED_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_READ_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    time: _timestamp_pb2.Timestamp
    actor: _identifier_pb2.CommunicationIdentifier
    thread_created: ThreadCreated
    thread_updated: ThreadUpdated
    thread_deleted: ThreadDeleted
    participants_added: ParticipantsAdded
    participants_removed: ParticipantsRemoved
    message_sent: MessageSent
    message_edited: MessageEdited
    message_deleted: MessageDeleted
    messages_read: MessagesRead
    def __init__(self, thread_id: _Optional[str] = ..., time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., actor: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., thread_created: _Optional[_Union[ThreadCreated, _Mapping]] = ..., thread_updated: _Optional[_Union[ThreadUpdated, _Mapping]] = ..., thread_deleted: _Optional[_Union[ThreadDeleted, _Mapping]] = ..., participants_added: _Optional[_Union[ParticipantsAdded, _Mapping]] = ..., participants_removed: _Optional[_Union[ParticipantsRemoved, _Mapping]] = ..., message_sent: _Optional[_Union[MessageSent, _Mapping]] = ..., message_edited: _Optional[_Union[MessageEdited, _Mapping]] = ..., message_deleted: _Optional[_Union[MessageDeleted, _Mapping]] = ..., messages_read: _Optional[_Union[MessagesRead, _Mapping]] = ...) -> None: ...

class ThreadCreated(_message.Message):
    __slots__ = ("thread",)
    THREAD_FIELD_NUMBER: _ClassVar[int]
    thread: _chat_pb2.Thread
    def __init__(self, thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ...) -> None: ...

class ThreadUpdated(_message.Message):
    __slots__ = ("thread", "message")
    THREAD_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    thread: _chat_pb2.Thread
    message: _chat_pb2.Message
    def __init__(self, thread: _Optional[_Union[_chat_pb2.Thread, _Mapping]] = ..., message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class ThreadDeleted(_message.Message):
    __slots__ = ("delete_time",)
    DELETE_TIME_FIELD_NUMBER: _ClassVar[int]
    delete_time: _timestamp_pb2.Timestamp
    def __init__(self, delete_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ParticipantsAdded(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class ParticipantsRemoved(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class MessageSent(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class MessageEdited(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class MessageDeleted(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: _chat_pb2.Message
    def __init__(self, message: _Optional[_Union[_chat_pb2.Message, _Mapping]] = ...) -> None: ...

class MessagesRead(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _chat_pb2.ReadReceipt
    def __init__(self, receipt: _Optional[_Union[_chat_pb2.ReadReceipt, _Mapping]] = ...) -> None: ...

class TypingNotification(_message.Message):
    __slots__ = ("thread_id", "sender", "sender_display_name", "time")
    THREAD_ID_FIELD_NUMBER: _ClassVar[int]
    SENDER_FIELD_NUMBER: _ClassVar[int]
    SENDER_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    thread_id: str
    sender: _identifier_pb2.CommunicationIdentifier
    sender_display_name: str
    time: _timestamp_pb2.Timestamp
    def __init__(self, thread_id: _Optional[str] = ..., sender: _Optional[_Union[_identifier_pb2.CommunicationIdentifier, _Mapping]] = ..., sender_display_name: _Optional[str] = ..., time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...
