"""Streams of events that go on by themselves after a break."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Generic, TypeVar

from parley._running import tasks as running
from parley.aio.connection import Connection
from parley.errors import ParleyError
from parley.recovery import Recovery, silent
from parley.subscription import Subscription
from parley.tokens import Token

Item = TypeVar("Item")
Self = TypeVar("Self", bound="Follow[Any]")


class Follow(Generic[Item]):
    """The events of a stream, each once and in order, whatever happens to the connection.

    Iterate over it. By asking for the next event the application says that it has processed the one before; after a
    break the stream goes on from there. Used as a context manager it is open, and its position is taken, when the block
    begins. `cursor` may be kept and given to a later stream with the same filter. Nothing is read ahead of the
    application, so a slow one slows the broker down and costs no memory.

    >>> async with anna.chat.follow() as events:
    ...     sent = await anna.chat.send_message(thread.thread_id, "The roof leaks.")
    ...     async for event in events:
    ...         print(event.message_sent.message.content)
    ...         break
    The roof leaks.
    >>> later = await anna.chat.send_message(thread.thread_id, "And the cellar is wet.")
    >>> async for event in anna.chat.follow(start=events.cursor, until_caught_up=True):
    ...     print(event.message_sent.message.content)
    And the cellar is wet.

    Iterating raises what ended the stream for good, and again if asked again: `CursorExpiredError` if what follows the
    cursor is not kept any more, `AccessLostError` if the subscriber may not see it any more, and other refusals. Where the
    broker cannot be reached, a stream that it has never answered fails after the client's timeout; any other goes on trying.
    It may be used by one task at a time, but for `close`.
    """

    def __init__(self, connection: Connection, subscription: Subscription[Item], *, until_caught_up: bool) -> None:
        self._connection = connection
        self._subscription = subscription
        self._until_caught_up = until_caught_up
        self._recovery = Recovery(connection.retry, connection.timeout)
        self._reading: running.Reading[Any] | None = None
        self._token: Token | None = None
        self._rejected: Token | None = None
        self._failure: ParleyError | None = None
        self._greeted = False
        self._ahead: Item | None = None
        self._closed = False
        self._alarm = running.Alarm()

    @property
    def cursor(self) -> bytes | None:
        """The position after the last event that was handed out, or later where nothing else matched; None before."""
        return self._subscription.cursor

    @property
    def oldest_cursor(self) -> bytes | None:
        """The oldest position that could still be resumed from, as of the latest heartbeat."""
        return self._subscription.oldest_cursor

    @property
    def caught_up(self) -> bool:
        """Whether everything has been handed out that there was at the latest heartbeat."""
        return self._subscription.caught_up

    async def __aenter__(self: Self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __aiter__(self: Self) -> Self:
        return self

    async def __anext__(self) -> Item:
        if self._ahead is not None:
            item, self._ahead = self._ahead, None
            return item
        while not self._over:
            found = await self._advance()
            if found is not None:
                return found
        await self.close()
        raise StopAsyncIteration

    async def open(self) -> None:
        """Open the stream, and wait until its position is taken. Iterating does so as well, when it begins.

        Raises:
            ParleyError: If the broker cannot be reached or refuses.

        """
        while not self._greeted and self._ahead is None and not self._over:
            self._ahead = await self._advance()

    async def close(self) -> None:
        """End the stream; who waits for an event is told that there are no more. Closing again changes nothing."""
        self._closed = True
        self._alarm.ring()
        if self._reading is not None:
            self._reading.give_up()

    @property
    def _over(self) -> bool:
        ended = self._closed or self._connection.line.closed
        return ended or (self._until_caught_up and self.caught_up)

    async def _advance(self) -> Item | None:
        """Read one answer, opening the stream as needed, and return what it brings; None if that is no event."""
        reading = self._reading or await self._connect()
        try:
            answer = await reading.read()
        except BaseException as error:
            # gRPC has ended the call, also where only the waiting was cancelled; the next one goes on from the cursor.
            self._reading = None
            await self._recover(self._connection.broken(reading, error, self._subscription.method))
            return None
        reading.since = None
        if answer is running.END:
            self._reading = None
            await self._recover(silent(self._connection.endpoint.address))
            return None
        return self._take(answer)

    async def _connect(self) -> running.Reading[Any]:
        """Open the stream where it stands, or raise what has ended it."""
        if self._failure is not None:
            raise self._failure
        subscription = self._subscription
        self._recovery.begins()
        opened = self._connection.open(subscription.method, subscription.request(), subscription.patience, self._rejected)
        self._reading, self._token = await opened
        self._greeted = False
        return self._reading

    def _take(self, answer: Any) -> Item | None:
        item, heartbeat = self._subscription.take(answer)
        # The greeting of a new connection is no progress: a broker that greets and breaks is not hurried.
        if self._greeted or not heartbeat:
            self._recovery.progressed()
        else:
            self._recovery.greeted()
        self._greeted = True
        return item

    async def _recover(self, error: ParleyError) -> None:
        """Wait until the stream may be opened anew, or raise the error, now and whenever it is asked again."""
        if self._over:
            return
        if self._connection.credential.renewable and self._recovery.wants_token(error):
            self._rejected = self._token
            return
        try:
            delay = self._recovery.delay(error)
        except ParleyError as final:
            self._failure = final
            raise
        await self._alarm.sleep(delay)
