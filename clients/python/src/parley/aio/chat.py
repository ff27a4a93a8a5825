"""Threads and messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, overload

from parley._gen.chat.v1.chat_event_pb2 import ChatEvent, TypingNotification
from parley._gen.chat.v1.chat_pb2 import (
    Attachment,
    Message,
    MessageType,
    Participant,
    ReadReceipt,
    RetentionPolicy,
    Thread,
)
from parley._gen.chat.v1.chat_service_pb2 import (
    AddParticipantsRequest,
    AddParticipantsResponse,
    CreateThreadRequest,
    CreateThreadResponse,
    DeleteMessageRequest,
    DeleteMessageResponse,
    DeleteThreadRequest,
    DeleteThreadResponse,
    GetMessageRequest,
    GetThreadRequest,
    ListMessagesRequest,
    ListParticipantsRequest,
    ListReadReceiptsRequest,
    ListThreadsRequest,
    MessageOrder,
    RemoveParticipantRequest,
    RemoveParticipantResponse,
    SendMessageRequest,
    SendMessageResponse,
    SendReadReceiptRequest,
    SendReadReceiptResponse,
    SendTypingNotificationRequest,
    SendTypingNotificationResponse,
    SubscribeRequest,
    UpdateMessageRequest,
    UpdateMessageResponse,
    UpdateThreadRequest,
    UpdateThreadResponse,
)
from parley._gen.methods import ChatService
from parley.aio.connection import Connection
from parley.aio.follow import Follow
from parley.aio.pages import Pages
from parley.aio.sender import DEFAULT_WINDOW, Sender
from parley.identifiers import IdentifierLike, message
from parley.mask import given, mask
from parley.subscription import Start, Subscription


class Chat:
    """Threads and messages.

    Every method takes `timeout`, the deadline of this call in seconds. Methods that write return the answer of the broker,
    whose `commit` says what it has survived; they take an `idempotency_key`, and make one for each call if there is none.
    All raise `ParleyError`; the reasons are named where they are particular.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def create_thread(
        self,
        topic: str = "",
        participants: Sequence[Participant | IdentifierLike] = (),
        *,
        metadata: Mapping[str, str] | None = None,
        retention_policy: RetentionPolicy | None = None,
        creator_display_name: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateThreadResponse:
        """Start a thread with a topic (at most 256 characters) and participants (at most 200 beside the caller).

        Participants who cannot be added come back in `refused_participants`, each with its reason; the thread is there
        all the same. `metadata` has at most 1 KiB.

        >>> created = await anna.chat.create_thread("Roof", [ben_id, "8:orgid:22222222-2222-4222-8222-222222222222"])
        >>> created.thread.topic, [refused.reason for refused in created.refused_participants]
        ('Roof', ['TENANT_USER_NOT_FOUND'])
        """
        request = CreateThreadRequest(
            topic=topic,
            participants=[participant(p) for p in participants],
            metadata=metadata,
            retention_policy=retention_policy,
            creator_display_name=creator_display_name,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(ChatService.CREATE_THREAD, request, timeout)

    async def get_thread(self, thread_id: str, *, timeout: float | None = None) -> Thread:
        """Return a thread that the caller takes part in, or took part in (else THREAD_NOT_FOUND)."""
        answer = await self._connection.unary(ChatService.GET_THREAD, GetThreadRequest(thread_id=thread_id), timeout)
        return answer.thread

    def list_threads(self, *, page_size: int = 0, page_token: str = "", timeout: float | None = None) -> Pages[Thread]:
        """List the threads of the user, or of the whole resource, in the order of their ids; at most 200 to a page."""
        request = ListThreadsRequest(page_size=page_size, page_token=page_token)
        return Pages(self._connection, ChatService.LIST_THREADS, request, "threads", timeout)

    async def update_thread(
        self,
        thread_id: str,
        *,
        topic: str | None = None,
        metadata: Mapping[str, str] | None = None,
        retention_policy: RetentionPolicy | None = None,
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateThreadResponse:
        """Change what is given, and leave what is None.

        >>> (await anna.chat.update_thread(thread.thread_id, topic="Roof and cellar")).thread.topic
        'Roof and cellar'
        """
        values = given(topic=topic, metadata=metadata, retention_policy=retention_policy)
        request = UpdateThreadRequest(
            thread_id=thread_id, thread=Thread(**values), update_mask=mask(values), idempotency_key=idempotency_key
        )
        return await self._connection.unary(ChatService.UPDATE_THREAD, request, timeout)

    async def delete_thread(
        self, thread_id: str, *, idempotency_key: str = "", timeout: float | None = None
    ) -> DeleteThreadResponse:
        """End a thread and hide its history. Deleting a deleted thread succeeds."""
        request = DeleteThreadRequest(thread_id=thread_id, idempotency_key=idempotency_key)
        return await self._connection.unary(ChatService.DELETE_THREAD, request, timeout)

    async def add_participants(
        self,
        thread_id: str,
        participants: Sequence[Participant | IdentifierLike],
        *,
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> AddParticipantsResponse:
        """Add 1 to 200 participants. Those who cannot be added come back in `refused_participants`.

        A `Participant` has a display name and says from when on the history is shared.

        >>> epoch = datetime.datetime.fromtimestamp(0, datetime.timezone.utc)
        >>> ben = Participant(identifier=identify(ben_id).message(), display_name="Ben", share_history_time=epoch)
        >>> (await anna.chat.add_participants(thread.thread_id, [ben])).refused_participants
        []
        """
        request = AddParticipantsRequest(
            thread_id=thread_id,
            participants=[participant(p) for p in participants],
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(ChatService.ADD_PARTICIPANTS, request, timeout)

    async def remove_participant(
        self, thread_id: str, party: IdentifierLike, *, idempotency_key: str = "", timeout: float | None = None
    ) -> RemoveParticipantResponse:
        """Remove a participant, or leave; what was there before can still be read."""
        request = RemoveParticipantRequest(thread_id=thread_id, identifier=message(party), idempotency_key=idempotency_key)
        return await self._connection.unary(ChatService.REMOVE_PARTICIPANT, request, timeout)

    def list_participants(
        self, thread_id: str, *, page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[Participant]:
        """List who is in a thread now, in the order of the raw ids; at most 250 to a page."""
        request = ListParticipantsRequest(thread_id=thread_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, ChatService.LIST_PARTICIPANTS, request, "participants", timeout)

    async def send_message(
        self,
        thread_id: str,
        content: str,
        *,
        type: MessageType = MessageType.MESSAGE_TYPE_TEXT,
        sender_display_name: str = "",
        metadata: Mapping[str, str] | None = None,
        attachments: Sequence[Attachment] = (),
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> SendMessageResponse:
        """Send a message of 1 byte to 28 KiB, text or HTML; when this returns, it is durable and has its place.

        Particular reasons: MESSAGE_TOO_LARGE, MESSAGE_EMPTY, NOT_A_PARTICIPANT, INTEROP_ATTACHMENT, RATE_LIMITED.

        >>> sent = await anna.chat.send_message(thread.thread_id, "The roof leaks.")
        >>> again = await anna.chat.send_message(thread.thread_id, "The roof leaks.", idempotency_key="roof-1")
        >>> same = await anna.chat.send_message(thread.thread_id, "The roof leaks.", idempotency_key="roof-1")
        >>> sent.message_id == again.message_id, again.message_id == same.message_id
        (False, True)
        """
        request = SendMessageRequest(
            thread_id=thread_id,
            content=content,
            type=type,
            sender_display_name=sender_display_name,
            metadata=metadata,
            attachments=attachments,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(ChatService.SEND_MESSAGE, request, timeout)

    def sender(self, *, window: int = DEFAULT_WINDOW) -> Sender:
        """Return a pipeline for many messages, of which at most `window` are not acknowledged at one time."""
        return Sender(self._connection, window)

    async def get_message(self, thread_id: str, message_id: str, *, timeout: float | None = None) -> Message:
        """Return a message (else MESSAGE_NOT_FOUND)."""
        request = GetMessageRequest(thread_id=thread_id, message_id=message_id)
        return (await self._connection.unary(ChatService.GET_MESSAGE, request, timeout)).message

    def list_messages(
        self,
        thread_id: str,
        *,
        start_time: datetime | None = None,
        order: MessageOrder = MessageOrder.MESSAGE_ORDER_NEWEST_FIRST,
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[Message]:
        """List the messages of a thread since a time, newest first unless asked otherwise; at most 200 to a page.

        >>> sent = await anna.chat.send_message(thread.thread_id, "The roof leaks.")
        >>> [m.content async for m in anna.chat.list_messages(thread.thread_id) if m.content]
        ['The roof leaks.']
        """
        request = ListMessagesRequest(
            thread_id=thread_id, start_time=start_time, order=order, page_size=page_size, page_token=page_token
        )
        return Pages(self._connection, ChatService.LIST_MESSAGES, request, "messages", timeout)

    async def update_message(
        self,
        thread_id: str,
        message_id: str,
        *,
        content: str | None = None,
        metadata: Mapping[str, str] | None = None,
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateMessageResponse:
        """Edit one's own message: change what is given, and leave what is None.

        Particular reasons: NOT_THE_SENDER, MESSAGE_DELETED, SYSTEM_MESSAGE, INTEROP_EDIT.
        """
        values = given(content=content, metadata=metadata)
        request = UpdateMessageRequest(
            thread_id=thread_id,
            message_id=message_id,
            update_mask=mask(values),
            idempotency_key=idempotency_key,
            **values,
        )
        return await self._connection.unary(ChatService.UPDATE_MESSAGE, request, timeout)

    async def delete_message(
        self, thread_id: str, message_id: str, *, idempotency_key: str = "", timeout: float | None = None
    ) -> DeleteMessageResponse:
        """Take the content out of one's own message. Deleting a deleted message succeeds."""
        request = DeleteMessageRequest(thread_id=thread_id, message_id=message_id, idempotency_key=idempotency_key)
        return await self._connection.unary(ChatService.DELETE_MESSAGE, request, timeout)

    async def send_typing_notification(
        self, thread_id: str, *, sender_display_name: str = "", timeout: float | None = None
    ) -> SendTypingNotificationResponse:
        """Tell those who follow the thread right now that the user types; passed on at most once a second."""
        request = SendTypingNotificationRequest(thread_id=thread_id, sender_display_name=sender_display_name)
        return await self._connection.unary(ChatService.SEND_TYPING_NOTIFICATION, request, timeout)

    async def send_read_receipt(
        self, thread_id: str, message_id: str, *, timeout: float | None = None
    ) -> SendReadReceiptResponse:
        """Say that the user has read up to a message. Going back has no effect."""
        request = SendReadReceiptRequest(thread_id=thread_id, message_id=message_id)
        return await self._connection.unary(ChatService.SEND_READ_RECEIPT, request, timeout)

    def list_read_receipts(
        self, thread_id: str, *, page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[ReadReceipt]:
        """List how far each participant has read, in the order of the raw ids; at most 250 to a page."""
        request = ListReadReceiptsRequest(thread_id=thread_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, ChatService.LIST_READ_RECEIPTS, request, "receipts", timeout)

    @overload
    def follow(
        self,
        *,
        start: Start | bytes = ...,
        thread_ids: Sequence[str] = ...,
        typing: Literal[False] = ...,
        heartbeat_interval: timedelta | None = ...,
        until_caught_up: bool = ...,
    ) -> Follow[ChatEvent]: ...

    @overload
    def follow(
        self,
        *,
        start: Start | bytes = ...,
        thread_ids: Sequence[str] = ...,
        typing: Literal[True],
        heartbeat_interval: timedelta | None = ...,
        until_caught_up: bool = ...,
    ) -> Follow[ChatEvent | TypingNotification]: ...

    def follow(
        self,
        *,
        start: Start | bytes = Start.NOW,
        thread_ids: Sequence[str] = (),
        typing: bool = False,
        heartbeat_interval: timedelta | None = None,
        until_caught_up: bool = False,
    ) -> Follow[Any]:
        """Return the events of the user's threads, or of the whole resource for a key that acts as nobody.

        Args:
            start: A cursor, or where to start without one.
            thread_ids: Only these threads, at most 1000; empty means all, those to come included.
            typing: Whether to hand out `TypingNotification`s as well, which have no cursor and may get lost.
            heartbeat_interval: How long the broker may be silent, 1 s to 10 min, by default 30 s; after three times that
                the connection is taken for broken.
            until_caught_up: Whether to end when everything has been handed out that there was, rather than to wait.

        """
        subscription: Subscription[Any] = Subscription(
            ChatService.SUBSCRIBE,
            SubscribeRequest(thread_ids=thread_ids),
            start,
            heartbeat_interval,
            ("event", "typing") if typing else ("event",),
        )
        return Follow(self._connection, subscription, until_caught_up=until_caught_up)


def participant(party: Participant | IdentifierLike) -> Participant:
    """Return the participant that names a party."""
    return party if isinstance(party, Participant) else Participant(identifier=message(party))
