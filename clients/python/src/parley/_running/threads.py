"""The way of threads."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import grpc

if TYPE_CHECKING:
    from parley._gen.identity.v1.identity_service_pb2 import AccessToken
    from parley.endpoint import Endpoint

T = TypeVar("T")

__all__ = ["END", "Alarm", "Channel", "Condition", "Future", "Job", "Reading", "TokenProvider"]

Channel = grpc.Channel
Condition = threading.Condition
END: Any = object()

sleep = time.sleep
TokenProvider = Callable[[], "str | AccessToken"]


def open_channel(endpoint: Endpoint) -> Channel:
    """Return a channel to an endpoint; it connects with its first call."""
    credentials, options = endpoint.credentials(), endpoint.options()
    if credentials is None:
        return grpc.insecure_channel(endpoint.address, options)
    return grpc.secure_channel(endpoint.address, credentials, options)


def resolve(value: Any) -> Any:
    """Return the value."""
    return value


def new_future() -> Future[Any]:
    """Return a future that cannot be cancelled: what it stands for may have happened."""
    future: Future[Any] = Future()
    future.set_running_or_notify_cancel()
    return future


def settle(future: Future[Any], result: Any, error: Exception | None) -> None:
    """Give a future its result or its error."""
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)


class Alarm:
    """A sleep that can be ended early, once for all."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def sleep(self, seconds: float) -> None:
        """Sleep for so many seconds, or until the alarm rings."""
        self._event.wait(seconds)

    def ring(self) -> None:
        """Wake whoever sleeps, and let nobody sleep any more."""
        self._event.set()


class Job:
    """Something that runs beside its owner."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._thread = threading.Thread(target=work, name="parley", daemon=True)
        self._thread.start()

    def join(self, seconds: float | None = None) -> bool:
        """Wait until it is done, for so many seconds at most, and report whether it is."""
        self._thread.join(seconds)
        return not self._thread.is_alive()


class Reading(Generic[T]):
    """The answers of a stream, one by one; `patience` is after how many seconds of silence it is given up.

    Who has taken an answer sets `since` to None: the silence is the application's from then on.
    """

    def __init__(self, call: Any, patience: float | None) -> None:
        self._call = call
        self.given_up = False
        self.patience = patience
        self.since: float | None = None
        if patience:
            watch.add(self)

    def read(self) -> T:
        """Return the next answer, or END when the stream has ended.

        Raises:
            grpc.RpcError: If the stream ended with an error, or was given up.

        """
        self.since = time.monotonic()
        answer: T = next(self._call, END)
        return answer

    def give_up(self) -> None:
        """End the stream; who waits for an answer gets an error."""
        self.given_up = True
        watch.discard(self)
        self._call.cancel()

    def __del__(self) -> None:
        # gRPC holds on to a call that is open, so a stream that is dropped has to be ended here.
        self._call.cancel()


class Watch:
    """One thread for the whole program that gives up streams which have been silent for too long."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._readings: weakref.WeakSet[Reading[Any]] = weakref.WeakSet()
        self._running = False

    def add(self, reading: Reading[Any]) -> None:
        """Watch a stream until it is given up or forgotten."""
        with self._condition:
            self._readings.add(reading)
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="parley-watch", daemon=True).start()
            self._condition.notify()

    def discard(self, reading: Reading[Any]) -> None:
        """Watch a stream no longer."""
        with self._condition:
            self._readings.discard(reading)
            self._condition.notify()

    def _run(self) -> None:
        while True:
            with self._condition:
                if not self._readings:
                    self._running = False
                    return
                now = time.monotonic()
                left = [(self._left(reading, now), reading) for reading in self._readings]
                silent = [reading for seconds, reading in left if seconds <= 0]
                if not silent:
                    soonest = min(seconds for seconds, _ in left)
                    del left
                    self._condition.wait(soonest)
            for reading in silent:
                reading.give_up()
            silent.clear()

    @staticmethod
    def _left(reading: Reading[Any], now: float) -> float:
        """Return the seconds until a stream may have been silent for too long."""
        patience, since = reading.patience or 0.0, reading.since
        return patience if since is None else since + patience - now


watch = Watch()
