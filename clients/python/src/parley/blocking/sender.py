# Generated from parley/aio/sender.py by make generate. Do not edit.
"""Sending many messages without waiting for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from parley._gen.chat.v1.chat_pb2 import Attachment, MessageType
from parley._gen.chat.v1.chat_service_pb2 import SendMessageRequest, SendMessageResponse, SendMessagesRequest
from parley._gen.methods import ChatService
from parley._running import threads as running
from parley.blocking.connection import Connection, fill_key, own
from parley.errors import CancelledError, ParleyError
from parley.outbox import Entry, Outbox
from parley.recovery import Recovery, silent
from parley.tokens import Token

DEFAULT_WINDOW = 256


class Sender:
    """A pipeline of messages over one stream.

    `send` returns a future as soon as the message is on its way, and waits while `window` messages are not acknowledged.
    The futures are settled in the order of the messages; one that is refused fails its own future only. After a broken
    connection everything that was not acknowledged is sent again with the same idempotency keys, so nothing is there
    twice. The context manager waits for all acknowledgements at its end.

    >>> with anna.chat.sender() as sender:
    ...     futures = [sender.send(thread.thread_id, f"Slate {i}") for i in range(100)]
    >>> len({sent.message_id for sent in [future.result() for future in futures]})
    100
    """

    def __init__(self, connection: Connection, window: int) -> None:
        if window < 1:
            raise ValueError(f"the window is {window}: give 1 or more")
        self._connection = connection
        self._outbox = Outbox(window)
        self._changed = running.Condition()
        self._recovery = Recovery(connection.retry, connection.timeout)
        self._job: running.Job | None = None
        self._connections = 0
        self._closed = False
        self._failure: ParleyError | None = None
        self._reading: running.Reading[Any] | None = None
        self._token: Token | None = None
        self._rejected: Token | None = None
        self._alarm = running.Alarm()

    def __enter__(self) -> Sender:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()

    def send(
        self,
        thread_id: str,
        content: str,
        *,
        type: MessageType = MessageType.MESSAGE_TYPE_TEXT,
        sender_display_name: str = "",
        metadata: Mapping[str, str] | None = None,
        attachments: Sequence[Attachment] = (),
        idempotency_key: str = "",
    ) -> running.Future[SendMessageResponse]:
        """Send a message to a thread; the arguments are those of `send_message`.

        The future has the acknowledgement, or raises the error of a refusal.

        Raises:
            ParleyError: If the sender has failed for good or is closed.

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
        return self._put(request)

    def send_request(self, request: SendMessageRequest) -> running.Future[SendMessageResponse]:
        """Send a message that is a request already. It stays as it is; what is sent has a key of its own unless it has one."""
        return self._put(own(request))

    def _put(self, request: SendMessageRequest) -> running.Future[SendMessageResponse]:
        fill_key(request)
        future = running.new_future()
        with self._changed:
            while self._outbox.full and not self._over:
                self._changed.wait()
            if self._over:
                raise self._failure or CancelledError("the sender is closed: open another one")
            self._outbox.put(request, future)
            if self._job is None:
                self._job = running.Job(self._run)
            self._changed.notify_all()
        return future

    def flush(self) -> None:
        """Wait until everything that was sent is acknowledged or refused.

        Raises:
            ParleyError: If the sender has failed for good.

        """
        with self._changed:
            while len(self._outbox) and self._failure is None:
                self._changed.wait()
        if self._failure is not None:
            raise self._failure

    def close(self) -> None:
        """Wait until everything that was sent is acknowledged or refused, and end the stream."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._job is not None:
            self._job.join()

    def abort(self) -> None:
        """End the stream at once. What is not acknowledged may have been sent or not; its futures are cancelled."""
        self._fail(CancelledError("the sender was ended before the broker acknowledged"))
        self._alarm.ring()
        if self._reading is not None:
            self._reading.give_up()
        self.close()

    @property
    def _over(self) -> bool:
        return self._closed or self._failure is not None

    def _run(self) -> None:
        """Keep a stream open while there is something to send."""
        try:
            while self._wanted():
                error = self._converse()
                if error is not None:
                    self._recover(error)
        except ParleyError as error:
            self._fail(error)

    def _wanted(self) -> bool:
        with self._changed:
            while not len(self._outbox) and not self._over:
                self._changed.wait()
            return self._failure is None and len(self._outbox) > 0

    def _converse(self) -> ParleyError | None:
        """Write and read until everything is answered after the end, or the stream breaks; return what broke it."""
        self._outbox.rewind()
        self._connections += 1
        self._recovery.begins()
        reading, self._token = self._connection.open(
            ChatService.SEND_MESSAGES, self._requests(self._connections), None, self._rejected
        )
        self._reading = reading
        try:
            while (answer := reading.read()) is not running.END:
                self._recovery.progressed()
                with self._changed:
                    self._settle(self._outbox.settle(answer))
        except BaseException as error:
            return self._connection.broken(reading, error, ChatService.SEND_MESSAGES)
        return silent(self._connection.endpoint.address) if len(self._outbox) else None

    def _requests(self, connection: int) -> Iterator[SendMessagesRequest]:
        """Yield what is to be written to one connection, until it is over."""
        while True:
            with self._changed:
                while not self._outbox.waiting and connection == self._connections and not self._finished:
                    self._changed.wait()
                if connection != self._connections or not self._outbox.waiting:
                    return
                request = self._outbox.take()
            yield request

    @property
    def _finished(self) -> bool:
        return self._failure is not None or (self._closed and not len(self._outbox))

    def _recover(self, error: ParleyError) -> None:
        """Wait until the stream may be opened anew, or raise the error."""
        with self._changed:
            self._connections += 1
            self._changed.notify_all()
        if self._connection.line.closed:
            raise CancelledError("the client was closed before the broker acknowledged")
        if self._connection.credential.renewable and self._recovery.wants_token(error):
            self._rejected = self._token
            return
        self._alarm.sleep(self._recovery.delay(error))

    def _settle(self, entries: list[Entry]) -> None:
        for entry in entries:
            running.settle(entry.future, *entry.outcome())
        # Who waits for room is woken when a good part of the window is free, and not for each message.
        if entries and len(self._outbox) <= self._outbox.low:
            self._changed.notify_all()

    def _fail(self, error: ParleyError) -> None:
        with self._changed:
            self._failure = error
            for entry in self._outbox.abandon():
                running.settle(entry.future, None, error)
            self._changed.notify_all()
