"""When a call is tried again, and after what delay."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

import grpc

from parley.errors import ParleyError

PATIENT = {grpc.StatusCode.ABORTED, grpc.StatusCode.RESOURCE_EXHAUSTED}


@dataclass(frozen=True)
class Retry:
    """How often and how soon calls are tried again that the contract lets be repeated.

    The delay before a try is random between nothing and a bound that grows from `initial` by `multiplier` to `maximum`, and
    no shorter than what the broker asked for. A call is never tried again after its deadline.

    >>> Retry(attempts=1)  # never again
    Retry(attempts=1, initial=0.1, multiplier=1.6, maximum=5.0)

    Attributes:
        attempts: Tries of one call, the first included; at least 1.
        initial: The first bound of the delay in seconds.
        multiplier: What the bound grows by.
        maximum: The greatest bound in seconds.

    """

    attempts: int = 5
    initial: float = 0.1
    multiplier: float = 1.6
    maximum: float = 5.0

    def __post_init__(self) -> None:
        if self.attempts < 1:
            raise ValueError(f"attempts is {self.attempts}: give 1 or more")

    def delay(self, failures: int, error: ParleyError) -> float:
        """Return the seconds to wait after so many failures in a row, the last of which was this error.

        It is at random on top of what the broker asks for, so that clients do not come back all at once.
        """
        bound = min(self.initial * self.multiplier ** min(failures - 1, 64), self.maximum)
        return (error.retry_delay or 0.0) + random.uniform(0, bound)


def passes(error: ParleyError) -> bool:
    """Report whether trying again may help: the broker is unavailable, or says when to come again."""
    if error.code is grpc.StatusCode.UNAVAILABLE:
        return True
    return error.code in PATIENT and error.retry_delay is not None


class Deadline:
    """The moment by which a call must be done."""

    def __init__(self, timeout: float | None) -> None:
        self._end = None if timeout is None else time.monotonic() + timeout

    def remaining(self) -> float | None:
        """Return the seconds that are left, 0 when it has passed, and None if there is no deadline."""
        return None if self._end is None else max(self._end - time.monotonic(), 0.0)

    def allows(self, delay: float) -> bool:
        """Report whether there is time left after a delay in seconds."""
        remaining = self.remaining()
        return remaining is None or delay < remaining
