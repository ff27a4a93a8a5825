"""What becomes of a long-lived stream that has failed: opened anew after a delay, or given up for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc

from parley._gen.reason import Reason
from parley.errors import AccessLostError, ParleyError, UnauthenticatedError, UnavailableError
from parley.retry import Deadline, passes

if TYPE_CHECKING:
    from parley.retry import Retry

# What gRPC reports when a connection or a proxy in between breaks, and never the broker without a reason.
BROKEN = {grpc.StatusCode.UNKNOWN, grpc.StatusCode.INTERNAL, grpc.StatusCode.CANCELLED}


class Recovery:
    """Counts failures in a row. A stream that the broker has never answered has as much time as a call.

    Once it has been answered it is opened anew however long it takes, and progress makes the delays short again.
    """

    def __init__(self, retry: Retry, timeout: float) -> None:
        self._retry = retry
        self._timeout = timeout
        self._opening: Deadline | None = None
        self._failures = 0
        self._established = False
        self._asked = False

    def begins(self) -> None:
        """Note that the stream is being opened: the first time, its time to be answered begins."""
        if self._opening is None:
            self._opening = Deadline(self._timeout)

    def greeted(self) -> None:
        """Note that the broker has accepted the stream."""
        self._established = True

    def progressed(self) -> None:
        """Note that something came that was not there before."""
        self._established = True
        self._failures = 0
        self._asked = False

    def wants_token(self, error: ParleyError) -> bool:
        """Report whether another token may help, which is so once between two steps of progress."""
        asked, self._asked = self._asked, self._asked or token_expired(error)
        return token_expired(error) and not asked

    def delay(self, error: ParleyError) -> float:
        """Return the seconds to wait before opening the stream anew.

        Raises:
            ParleyError: The error itself, if opening it anew does not help.

        """
        if not (passes(error) or broken(error)):
            raise error
        self._failures += 1
        delay = self._retry.delay(self._failures, error)
        if not (self._established or self._opening is None or self._opening.allows(delay)):
            raise error
        return delay


def broken(error: ParleyError) -> bool:
    """Report whether an error is of the way to the broker: the broker itself gives a reason with each of these codes."""
    return not error.reason and error.code in BROKEN


def token_expired(error: ParleyError) -> bool:
    """Report whether the broker refuses because the token has expired, at the start of a call or in its midst."""
    if isinstance(error, UnauthenticatedError):
        return error.reason == Reason.TOKEN_EXPIRED
    return isinstance(error, AccessLostError) and error.cause == Reason.TOKEN_EXPIRED


def silent(target: str) -> ParleyError:
    """Return the error of a stream that ended without a word, or was silent for too long."""
    return UnavailableError(f"the stream from {target} broke off")
