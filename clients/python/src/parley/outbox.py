"""The messages that were sent and are not acknowledged yet, in their order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from parley._gen.chat.v1.chat_service_pb2 import SendMessageRequest, SendMessagesRequest, SendMessagesResponse
from parley.errors import ParleyError, from_status


@dataclass
class Entry:
    """One message on its way, and who waits for it."""

    request: SendMessagesRequest
    future: Any
    answer: SendMessagesResponse | None = field(default=None)

    def outcome(self) -> tuple[Any, ParleyError | None]:
        """Return the acknowledgement, or the error of a refusal."""
        answer = self.answer
        if answer is not None and answer.WhichOneof("result") == "sent":
            return answer.sent, None
        return None, from_status(answer.error if answer else SendMessagesResponse().error)


class Outbox:
    """At most `window` messages on their way, of which `low` leave room again.

    Answers are released in the order of the messages.
    """

    def __init__(self, window: int) -> None:
        self.window = window
        self.low = window - max(window // 4, 1)
        self._entries: deque[Entry] = deque()
        self._by_tag: dict[int, Entry] = {}
        self._unsent: deque[Entry] = deque()
        self._tags = 0

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def full(self) -> bool:
        """Whether no further message may be sent now."""
        return len(self._entries) >= self.window

    @property
    def waiting(self) -> bool:
        """Whether a message has not been written to the present connection."""
        return bool(self._unsent)

    def put(self, message: SendMessageRequest, future: Any) -> None:
        """Add a message."""
        self._tags += 1
        entry = Entry(SendMessagesRequest(tag=self._tags, message=message), future)
        self._entries.append(entry)
        self._by_tag[self._tags] = entry
        self._unsent.append(entry)

    def take(self) -> SendMessagesRequest:
        """Return the next message to write."""
        return self._unsent.popleft().request

    def rewind(self) -> None:
        """Write everything again that has no answer: the connection is a new one."""
        self._unsent = deque(entry for entry in self._entries if entry.answer is None)

    def settle(self, answer: SendMessagesResponse) -> list[Entry]:
        """Note an answer, and return the messages whose turn has come."""
        entry = self._by_tag.pop(answer.tag, None)
        if entry is not None:
            entry.answer = answer
        released = []
        while self._entries and self._entries[0].answer is not None:
            released.append(self._entries.popleft())
        return released

    def abandon(self) -> list[Entry]:
        """Return everything that has no answer, and forget it."""
        left = list(self._entries)
        self._entries.clear()
        self._by_tag.clear()
        self._unsent.clear()
        return left
