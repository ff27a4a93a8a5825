"""Where a stream stands: what it has handed out, and where it goes on after a break."""

from __future__ import annotations

import time
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from parley._gen.type.v1.stream_pb2 import START_POSITION_BEGINNING, START_POSITION_NOW

if TYPE_CHECKING:
    from datetime import datetime

    from parley.method import Method

Item = TypeVar("Item")

DEFAULT_HEARTBEAT = timedelta(seconds=30)
# A broker grants none that is shorter: it refuses, and its answer is waited for as long as for this.
SHORTEST_HEARTBEAT = timedelta(seconds=1)
SILENT_INTERVALS = 3


class Start(Enum):
    """Where a stream starts that has no cursor."""

    NOW = START_POSITION_NOW
    """With the first event after it was opened."""
    BEGINNING = START_POSITION_BEGINNING
    """With the oldest event that is kept and that the subscriber may see."""


class Subscription(Generic[Item]):
    """The state of one stream, apart from its connection."""

    def __init__(
        self,
        method: Method[Any, Any],
        request: Any,
        start: Start | bytes,
        heartbeat: timedelta | None,
        payloads: tuple[str, ...],
    ) -> None:
        self.method = method
        self.caught_up = False
        self.oldest_cursor: bytes | None = None
        self.patience = SILENT_INTERVALS * max(heartbeat or DEFAULT_HEARTBEAT, SHORTEST_HEARTBEAT).total_seconds()
        self._base = request
        if heartbeat is not None:
            self._base.heartbeat_interval.FromTimedelta(heartbeat)
        self._start = start
        self._payloads = payloads
        self._ahead = 0.0
        self.cursor: bytes | None = start if isinstance(start, bytes) else None

    def request(self) -> Any:
        """Return the request that goes on where the stream stands."""
        request = self.method.request()
        request.CopyFrom(self._base)
        if self.cursor is not None:
            request.cursor = self.cursor
        elif isinstance(self._start, Start):
            request.start_position = self._start.value
        return request

    def take(self, answer: Any) -> tuple[Item | None, bool]:
        """Move on by one answer, and return what it brings, None if nothing, and whether it is a heartbeat."""
        if cursor := answer.cursor:
            self.cursor = cursor
        kind = answer.WhichOneof("payload")
        if kind in self._payloads:
            return getattr(answer, kind), False
        if kind == "heartbeat":
            self._beat(answer.heartbeat)
            return None, True
        return None, False

    def _beat(self, heartbeat: Any) -> None:
        self.caught_up = heartbeat.caught_up
        self.oldest_cursor = heartbeat.oldest_cursor
        self._ahead = heartbeat.time.ToMicroseconds() / 1e6 - time.time()

    def until(self, moment: datetime) -> float:
        """Return the seconds until a moment by the clock of the broker; negative if it has passed."""
        return moment.timestamp() - time.time() - self._ahead
