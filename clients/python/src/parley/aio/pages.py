"""Lists that come in pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from parley.aio.connection import Connection
from parley.method import Method

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """A part of a list.

    Attributes:
        items: What is on this page.
        next_page_token: What to ask for the next page with; empty on the last.

    """

    items: Sequence[Item]
    next_page_token: str


class Pages(Generic[Item]):
    """A list of the broker. Iterating gives its items and gets page after page as needed.

    >>> [thread.topic async for thread in anna.chat.list_threads(page_size=1)]
    ['Roof']
    >>> page = await anna.chat.list_threads(page_size=1).page()
    >>> len(page.items), page.next_page_token
    (1, '')
    """

    def __init__(
        self, connection: Connection, method: Method[Any, Any], request: Any, field: str, timeout: float | None
    ) -> None:
        self._connection = connection
        self._method = method
        self._request = request
        self._field = field
        self._timeout = timeout

    async def page(self, page_token: str | None = None) -> Page[Item]:
        """Return the page with a token of an earlier one, or the first.

        Raises:
            InvalidArgumentError: With PAGE_TOKEN_INVALID for a token that belongs to another list.

        """
        request = self._method.request()
        request.CopyFrom(self._request)
        if page_token is not None:
            request.page_token = page_token
        answer = await self._connection.unary(self._method, request, self._timeout)
        return Page(cast("Sequence[Item]", getattr(answer, self._field)), answer.next_page_token)

    async def pages(self) -> AsyncIterator[Page[Item]]:
        """Yield the pages one after the other."""
        page = await self.page()
        yield page
        while page.next_page_token:
            page = await self.page(page.next_page_token)
            yield page

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item
