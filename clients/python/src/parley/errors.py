"""The errors of the broker and of the way to it, as exceptions.

Each status code has its class, so that `except parley.NotFoundError` does what it says. Within a class the `reason` tells
causes apart; `parley.Reason` has those that this version knows, and a reason of a newer broker keeps its text.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import grpc
from google.protobuf.message import DecodeError
from google.rpc import error_details_pb2, status_pb2

from parley._gen.reason import Reason

DOMAIN = "parley"


@dataclass(frozen=True)
class FieldViolation:
    """A field of the request that breaks its rule: its path, such as `participants[0].identifier`, and what is wrong."""

    field: str
    description: str


class ParleyError(Exception):
    """A call that failed. Every error of this package is one, but for mistakes in arguments (`ValueError`, `TypeError`).

    >>> import parley
    >>> try:
    ...     await anna.chat.get_thread("19:nothing@thread.v2")
    ... except parley.NotFoundError as error:
    ...     print(error.reason == parley.Reason.THREAD_NOT_FOUND, error.code.name)
    True NOT_FOUND

    Attributes:
        code: The gRPC status code.
        reason: The machine-readable cause, one of `parley.Reason` or the text of a newer broker; empty if there is none.
        message: What happened and what to do, for people.
        metadata: What the error is about, such as `thread_id`.
        violations: The fields of the request that break their rules.
        retry_delay: Seconds to wait at least before trying again, or None if the broker did not say.
        request_id: What to look for in the broker's log, or None if the broker was not reached.

    """

    default_code: ClassVar[grpc.StatusCode] = grpc.StatusCode.UNKNOWN

    def __init__(
        self,
        message: str,
        *,
        code: grpc.StatusCode | None = None,
        reason: str = "",
        metadata: Mapping[str, str] | None = None,
        violations: Iterable[FieldViolation] = (),
        retry_delay: float | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code or self.default_code
        self.reason = reason
        self.message = message
        self.metadata = dict(metadata or {})
        self.violations = tuple(violations)
        self.retry_delay = retry_delay
        self.request_id = request_id

    def __str__(self) -> str:
        cause = f"{self.code.name} {self.reason}" if self.reason else self.code.name
        fields = "".join(f"; {v.field}: {v.description}" for v in self.violations)
        return f"{cause}: {self.message}{fields}"


class CancelledError(ParleyError):
    """The call was cancelled. Where it writes, it may have happened."""

    default_code = grpc.StatusCode.CANCELLED


class InvalidArgumentError(ParleyError):
    """The request breaks a rule of the contract; `violations` names the fields."""

    default_code = grpc.StatusCode.INVALID_ARGUMENT


class InvalidIdentifierError(InvalidArgumentError, ValueError):
    """A raw id that is not one."""


class DeadlineExceededError(ParleyError):
    """The deadline of the call passed. Where it writes, it may have happened."""

    default_code = grpc.StatusCode.DEADLINE_EXCEEDED


class NotFoundError(ParleyError):
    """There is no such thing, or the caller may not see it."""

    default_code = grpc.StatusCode.NOT_FOUND


class AlreadyExistsError(ParleyError):
    """There is such a thing already."""

    default_code = grpc.StatusCode.ALREADY_EXISTS


class PermissionDeniedError(ParleyError):
    """The caller may not do that, or policy forbids it."""

    default_code = grpc.StatusCode.PERMISSION_DENIED


class AccessLostError(PermissionDeniedError):
    """The stream ended because its subscriber may no longer see what it subscribed to."""

    @property
    def cause(self) -> str:
        """The reason behind it, such as `INTEROP_TENANT_DISABLED` or `TOKEN_REVOKED`."""
        return self.metadata.get("cause", "")


class ResourceExhaustedError(ParleyError):
    """A limit or a quota was reached; `retry_delay` says when to try again, where that helps."""

    default_code = grpc.StatusCode.RESOURCE_EXHAUSTED


class FailedPreconditionError(ParleyError):
    """The state of things does not allow it."""

    default_code = grpc.StatusCode.FAILED_PRECONDITION


class AbortedError(ParleyError):
    """The thing has changed since it was read: read it again, and repeat the change."""

    default_code = grpc.StatusCode.ABORTED


class OutOfRangeError(ParleyError):
    """A position that is not there any more."""

    default_code = grpc.StatusCode.OUT_OF_RANGE


class CursorExpiredError(OutOfRangeError):
    """What follows the cursor is not kept any more, or is of another history of the log: start anew.

    What was missed can be read with `list_messages` and the like. `oldest_cursor` is where a stream may start instead.
    """

    @property
    def oldest_cursor(self) -> bytes | None:
        """The oldest cursor that is valid, if the broker named one."""
        text = self.metadata.get("oldest_cursor", "")
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)) if text else None


class UnimplementedError(ParleyError):
    """The broker does not serve this method."""

    default_code = grpc.StatusCode.UNIMPLEMENTED


class InternalError(ParleyError):
    """A fault of the broker; `request_id` helps to find it in its log."""

    default_code = grpc.StatusCode.INTERNAL


class UnavailableError(ParleyError):
    """The broker cannot be reached, or cannot serve right now."""

    default_code = grpc.StatusCode.UNAVAILABLE


class UnauthenticatedError(ParleyError):
    """There is no credential, or the broker does not accept it."""

    default_code = grpc.StatusCode.UNAUTHENTICATED


BY_CODE: dict[grpc.StatusCode, type[ParleyError]] = {
    cls.default_code: cls
    for cls in (
        CancelledError,
        InvalidArgumentError,
        DeadlineExceededError,
        NotFoundError,
        AlreadyExistsError,
        PermissionDeniedError,
        ResourceExhaustedError,
        FailedPreconditionError,
        AbortedError,
        OutOfRangeError,
        UnimplementedError,
        InternalError,
        UnavailableError,
        UnauthenticatedError,
    )
}

BY_REASON: dict[str, type[ParleyError]] = {
    Reason.CURSOR_EXPIRED.value: CursorExpiredError,
    Reason.CURSOR_EPOCH.value: CursorExpiredError,
    Reason.ACCESS_LOST.value: AccessLostError,
    Reason.INVALID_IDENTIFIER.value: InvalidIdentifierError,
}

CODES: dict[int, grpc.StatusCode] = {code.value[0]: code for code in grpc.StatusCode}


def from_status(status: status_pb2.Status, request_id: str | None = None) -> ParleyError:
    """Return the error that a `google.rpc.Status` tells of, with all its details."""
    reason, metadata, violations, delay = "", {}, [], None
    for detail in status.details:
        if (info := unpack(detail, error_details_pb2.ErrorInfo)) and info.domain == DOMAIN:
            reason, metadata = info.reason, dict(info.metadata)
        elif bad := unpack(detail, error_details_pb2.BadRequest):
            violations = [FieldViolation(v.field, v.description) for v in bad.field_violations]
        elif retry := unpack(detail, error_details_pb2.RetryInfo):
            delay = retry.retry_delay.seconds + retry.retry_delay.nanos / 1e9
    code = CODES.get(status.code, grpc.StatusCode.UNKNOWN)
    return (BY_REASON.get(reason) or BY_CODE.get(code, ParleyError))(
        status.message,
        code=code,
        reason=reason,
        metadata=metadata,
        violations=violations,
        retry_delay=delay,
        request_id=request_id,
    )


def unpack(detail: Any, kind: Any) -> Any:
    """Return a detail as a message of a kind, or None if it is of another kind or damaged."""
    message = kind()
    try:
        return message if detail.Unpack(message) else None
    except DecodeError:
        return None


def from_rpc_error(error: grpc.RpcError, target: str, method: str, *, tls: bool) -> ParleyError:
    """Return what a failed call of gRPC tells, with advice where the broker did not speak itself."""
    call: Any = error
    trailers = dict(call.trailing_metadata() or ())
    request_id = trailers.get("x-request-id")
    status = status_pb2.Status(code=call.code().value[0], message=call.details() or "")
    if details := trailers.get("grpc-status-details-bin"):
        try:
            status = status_pb2.Status.FromString(details)
        except DecodeError:
            details = None
    if not details:
        status.message = advice(call.code(), status.message, target, method, tls=tls)
    return from_status(status, request_id)


def advice(code: grpc.StatusCode, text: str, target: str, method: str, *, tls: bool) -> str:
    """Return the text of a failure on the way to the broker, and what to do about it."""
    if code is grpc.StatusCode.UNAVAILABLE:
        return f"cannot reach the broker at {target}: {text}. {transport_advice(text, tls=tls)}"
    if code is grpc.StatusCode.UNIMPLEMENTED:
        return f"the broker at {target} does not serve {method}: is its version older than that of this client? {text}"
    if code is grpc.StatusCode.DEADLINE_EXCEEDED:
        return f"{method} at {target} took longer than its deadline: {text}"
    return text


def transport_advice(text: str, *, tls: bool) -> str:
    """Return what to do about a connection that failed with this text."""
    lower = text.lower()
    if "wrong_version_number" in lower:
        return "The broker seems to serve plaintext: ask for plaintext with tls=False."
    if "certificate_verify_failed" in lower or "certificate verify failed" in lower:
        return "The broker's certificate is not trusted: pass its authority in Tls(root_certificates=…)."
    if "refused" in lower or "no route" in lower or "dns" in lower:
        return "Check the address, and that the broker runs."
    if tls:
        return "Check the address; if the broker serves plaintext, ask for plaintext with tls=False."
    return "Check the address; if the broker serves TLS, ask for TLS with tls=True."
