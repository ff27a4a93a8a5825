"""What becomes of a long-lived stream that has failed: opened anew after a delay, or given up for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc

from parley._gen.reason import Reason
from parley.errors import AccessLostError, ParleyError, UnauthenticatedError, UnavailableError
from parley.retry import passes

if TYPE_CHECKING:
    from parley.retry import Retry

# What gRPC reports, without a word of the broker, when a connection or a proxy in between breaks.
BROKEN = {grpc.StatusCode.UNKNOWN, grpc.StatusCode.INTERNAL, grpc.StatusCode.CANCELLED}


class Recovery:
    """Counts failures in a row. A stream that was never there fails for good after the usual number of tries.

    Once it has been there it is opened anew however often it takes, and progress makes the delays short again.
    """

    def __init__(self, retry: Retry) -> None:
        self._retry = retry
        self._failures = 0
        self._established = False
        self._asked = False

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
        self._failures += 1
        broken = not error.reason and error.code in BROKEN
        if not (broken or passes(error)):
            raise error
        if not self._established and self._failures >= self._retry.attempts:
            raise error
        return self._retry.delay(self._failures, error)


def token_expired(error: ParleyError) -> bool:
    """Report whether the broker refuses because the token has expired, at the start of a call or in its midst."""
    if isinstance(error, UnauthenticatedError):
        return error.reason == Reason.TOKEN_EXPIRED
    return isinstance(error, AccessLostError) and error.cause == Reason.TOKEN_EXPIRED


def silent(target: str) -> ParleyError:
    """Return the error of a stream that ended without a word, or was silent for too long."""
    return UnavailableError(f"the stream from {target} broke off")
