"""Runs one test against both surfaces."""

from __future__ import annotations

import asyncio
import functools
import inspect

import pytest

import parley


class Surface:
    """One of the two surfaces, seen from a test that is a coroutine."""

    def __init__(self, module) -> None:
        self.module = module
        self.blocking = module is parley
        self._opened = []

    async def __call__(self, method, *arguments, **options):
        """Call a method of the surface, in a thread where it blocks."""
        if self.blocking:
            return await asyncio.to_thread(method, *arguments, **options)
        answer = method(*arguments, **options)
        return await answer if inspect.isawaitable(answer) else answer

    def client(self, address, credential, **options):
        """Return a client that is closed after the test."""
        client = self.module.Client(address, credential, **options)
        self._opened.append(client)
        return client

    async def next(self, stream):
        """Return the next event of a stream, None at its end."""
        return await asyncio.to_thread(next, stream, None) if self.blocking else await anext(stream, None)

    async def list(self, items):
        """Return everything that an iterator gives."""
        return await asyncio.to_thread(list, items) if self.blocking else [item async for item in items]

    async def result(self, future):
        """Return what a future comes to."""
        return await (asyncio.wrap_future(future) if self.blocking else future)

    async def close(self):
        """Close all clients."""
        while self._opened:
            await self(self._opened.pop().close)


def both(test):
    """Run a test, which is a coroutine and takes a surface first, against both."""

    @functools.wraps(test)
    def run(surface, **fixtures):
        async def body():
            chosen = Surface(surface)
            try:
                await test(chosen, **fixtures)
            finally:
                await chosen.close()

        asyncio.run(asyncio.wait_for(body(), 60))

    return pytest.mark.parametrize("surface", [parley, parley.aio], ids=["threads", "asyncio"])(run)
