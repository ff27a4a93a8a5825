"""The way of asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import weakref
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc
import grpc.aio

if TYPE_CHECKING:
    from parley._gen.identity.v1.identity_service_pb2 import AccessToken
    from parley.endpoint import Endpoint

T = TypeVar("T")

Channel = grpc.aio.Channel
Future = asyncio.Future
END: Any = grpc.aio.EOF

sleep = asyncio.sleep
TokenProvider = Callable[[], "Awaitable[str | AccessToken] | str | AccessToken"]


def open_channel(endpoint: Endpoint) -> Channel:
    """Return a channel to an endpoint; it connects with its first call."""
    credentials, options = endpoint.credentials(), endpoint.options()
    if credentials is None:
        return grpc.aio.insecure_channel(endpoint.address, options)
    return grpc.aio.secure_channel(endpoint.address, credentials, options)


async def resolve(value: Any) -> Any:
    """Return a value, or what an awaitable comes to."""
    return await value if inspect.isawaitable(value) else value


def new_future() -> Future[Any]:
    """Return a future of the running loop."""
    return asyncio.get_running_loop().create_future()


def settle(future: Future[Any], result: Any, error: Exception | None) -> None:
    """Give a future its result or its error, unless nobody waits for it any more."""
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)


class Condition:
    """Waiting for a change. Nothing else runs between two awaits, so unlike with threads there is nothing to lock."""

    def __init__(self) -> None:
        self._waiting: list[Future[None]] = []

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass

    async def wait(self) -> None:
        """Wait for the next notice."""
        future: Future[None] = new_future()
        self._waiting.append(future)
        await future

    def notify_all(self) -> None:
        """Wake whoever waits."""
        for future in self._waiting:
            settle(future, None, None)
        self._waiting.clear()


class Alarm:
    """A sleep that can be ended early, once for all."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Sleep for so many seconds, or until the alarm rings."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._event.wait(), seconds)

    def ring(self) -> None:
        """Wake whoever sleeps, and let nobody sleep any more."""
        self._event.set()


class Job:
    """Something that runs beside its owner."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._task = asyncio.create_task(work())

    async def join(self, seconds: float | None = None) -> bool:
        """Wait until it is done, for so many seconds at most, and report whether it is."""
        done, _ = await asyncio.wait([self._task], timeout=seconds)
        return bool(done)


class Reading(Generic[T]):
    """The answers of a stream, one by one; `patience` is after how many seconds of silence it is given up.

    Who has taken an answer sets `since` to None: the silence is the application's from then on.
    """

    def __init__(self, call: Any, patience: float | None) -> None:
        self._call = call
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._timer = self._loop.call_later(patience, look, weakref.ref(self)) if patience else None
        self.given_up = False
        self.since: float | None = None

    def read(self) -> Awaitable[T]:
        """Return the next answer, or END when the stream has ended.

        Raises:
            grpc.RpcError: If the stream ended with an error.
            asyncio.CancelledError: If it was given up.

        """
        self.since = self._loop.time()
        answer: Awaitable[T] = self._call.read()
        return answer

    def look(self) -> None:
        """Give the stream up if it has been silent for too long, else look again when it may be."""
        if self._patience is None or self.given_up:
            return
        left = self._patience if self.since is None else self.since + self._patience - self._loop.time()
        if left <= 0:
            self.give_up()
        else:
            self._timer = self._loop.call_later(left, look, weakref.ref(self))

    def give_up(self) -> None:
        """End the stream; who waits for an answer gets an error."""
        self.given_up = True
        if self._timer:
            self._timer.cancel()
        self._call.cancel()

    def __del__(self) -> None:
        # gRPC holds on to a call that is open, so a stream that is dropped has to be ended here.
        if hasattr(self, "_loop") and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._call.cancel)


def look(reading: weakref.ref[Reading[Any]]) -> None:
    """Look after a stream, which is forgotten when nobody holds it."""
    if found := reading():
        found.look()
