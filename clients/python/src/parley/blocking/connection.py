# Generated from parley/aio/connection.py by make generate. Do not edit.
"""The way of every call: credential, deadline, idempotency key, retries and errors."""

from __future__ import annotations

import math
import weakref
from typing import Any

import grpc
from google.protobuf.message import Message

from parley._running import threads as running
from parley.blocking.credential import Credential
from parley.endpoint import Endpoint
from parley.errors import CancelledError, DeadlineExceededError, ParleyError, from_rpc_error
from parley.keys import new_key
from parley.method import Method, Request, Response
from parley.recovery import silent, token_expired
from parley.retry import Deadline, Retry, passes
from parley.tokens import Metadata, Token, join

DEFAULT_TIMEOUT = 10.0


class Line:
    """What derived connections share: the channel, the credential, and what is open."""

    def __init__(self, endpoint: Endpoint, credential: Credential) -> None:
        self.endpoint = endpoint
        self.credential = credential
        self.channel = running.open_channel(endpoint)
        self.closed = False
        self._readings: weakref.WeakSet[running.Reading[Any]] = weakref.WeakSet()

    def add(self, reading: running.Reading[Any]) -> None:
        """Remember a stream, to end it when the line is closed."""
        self._readings.add(reading)

    def close(self) -> None:
        """End everything."""
        self.closed = True
        for reading in list(self._readings):
            reading.give_up()
        self.channel.close()


class Connection:
    """A line to the broker and how to use it."""

    def __init__(
        self,
        line: Line,
        *,
        act_as: str = "",
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
    ) -> None:
        self.line = line
        self.endpoint = line.endpoint
        self.credential = line.credential
        self.act_as = act_as
        self.timeout = timeout
        self.retry = retry or Retry()
        self._acting: Metadata = (("parley-act-as", act_as),) if act_as else ()
        self._callables: dict[str, Any] = {}
        self._metadata: tuple[Token, Metadata] | None = None

    def derive(self, *, act_as: str | None, timeout: float | None, retry: Retry | None) -> Connection:
        """Return a connection that differs in what is not None."""
        return Connection(
            self.line,
            act_as=self.act_as if act_as is None else act_as,
            timeout=self.timeout if timeout is None else timeout,
            retry=retry or self.retry,
        )

    def unary(self, method: Method[Request, Response], request: Request, timeout: float | None = None) -> Response:
        """Call a method with one request and one answer, again where the contract allows that and it may help.

        Raises:
            ParleyError: If it failed, and trying again did not help.

        """
        invoke = self._callable(method, "unary_unary")
        if method.keyed:
            fill_key(request)
        deadline = Deadline(bounded(self.timeout if timeout is None else timeout))
        rejected: Token | None = None
        failures = 0
        while True:
            token = self.credential.token(rejected, deadline.remaining())
            try:
                answer: Response = invoke(request, timeout=deadline.remaining(), metadata=self.metadata_of(token))
            except grpc.RpcError as error:
                failure = self.error(error, method)
            else:
                return answer
            if token_expired(failure) and rejected is None and self.credential.renewable:
                rejected = token
                continue
            failures += 1
            self._pause(method, failure, failures, deadline)

    def _pause(self, method: Method[Any, Any], failure: ParleyError, failures: int, deadline: Deadline) -> None:
        """Wait until the call may be tried again, or raise its error."""
        if not method.repeatable or failures >= self.retry.attempts or not passes(failure):
            raise failure
        delay = self.retry.delay(failures, failure)
        if not deadline.allows(delay):
            raise failure
        running.sleep(delay)

    def upload(self, method: Method[Request, Response], requests: Any, timeout: float | None = None) -> Response:
        """Call a method with a stream of requests and one answer, once.

        Raises:
            ParleyError: If it failed.

        """
        invoke = self._callable(method, "stream_unary")
        deadline = Deadline(bounded(timeout))
        metadata = self.metadata_of(self.credential.token(seconds=deadline.remaining()))
        try:
            answer: Response = invoke(requests, timeout=deadline.remaining(), metadata=metadata)
        except grpc.RpcError as error:
            raise self.error(error, method) from error
        return answer

    def open(
        self, method: Method[Any, Response], request: Any, patience: float | None, rejected: Token | None = None
    ) -> tuple[running.Reading[Response], Token]:
        """Open a stream of answers, and return it with the token that it was opened with.

        The request is one message, or for a stream of requests what yields them. `patience` is how many seconds the
        stream may be silent. What is wrong with the stream shows when it is read.
        """
        kind = "unary_stream" if isinstance(request, Message) else "stream_stream"
        token = self.credential.token(rejected)
        call = self._callable(method, kind)(request, metadata=self.metadata_of(token))
        reading: running.Reading[Response] = running.Reading(call, patience)
        self.line.add(reading)
        return reading, token

    def broken(self, reading: running.Reading[Any], error: BaseException, method: Method[Any, Any]) -> ParleyError:
        """Return what broke a stream. An error that is not of gRPC goes on, such as one that ends the task."""
        if reading.given_up:
            return silent(self.endpoint.address)
        if isinstance(error, grpc.RpcError):
            return self.error(error, method)
        raise error

    def error(self, error: grpc.RpcError, method: Method[Any, Any]) -> ParleyError:
        """Return what a failed call tells."""
        failure = from_rpc_error(error, self.endpoint.address, method.name, tls=self.endpoint.tls is not None)
        failure.__cause__ = error
        return failure

    def _callable(self, method: Method[Any, Any], kind: str) -> Any:
        if self.line.closed:
            raise CancelledError("the client is closed: make another one")
        found = self._callables.get(method.path)
        if found is None:
            make = getattr(self.line.channel, kind)
            found = make(method.path, method.request.SerializeToString, method.response.FromString)
            self._callables[method.path] = found
        return found

    def metadata_of(self, token: Token) -> Metadata:
        """Return the metadata of a call with a token."""
        if self._metadata is None or self._metadata[0] is not token:
            self._metadata = (token, join(token.metadata, self._acting))
        return self._metadata[1]


def fill_key(request: Any) -> None:
    """Give a request an idempotency key unless it has one, so that the same call may be sent again."""
    if not request.idempotency_key:
        request.idempotency_key = new_key()


def own(request: Request) -> Request:
    """Return a copy of a request of the application, which may change it and use it for other calls meanwhile."""
    copy = type(request)()
    copy.CopyFrom(request)
    return copy


def bounded(timeout: float | None) -> float | None:
    """Return a timeout in seconds, None for an infinite one.

    Raises:
        DeadlineExceededError: If there is no time at all.

    """
    if timeout is None or timeout == math.inf:
        return None
    if timeout <= 0:
        raise DeadlineExceededError(f"the timeout is {timeout} s: give more than 0, or math.inf for no deadline")
    return timeout
