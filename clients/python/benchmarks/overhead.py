"""What the layer costs: each loop through the layer and through the bare stubs of gRPC, in turns, against one broker.

Prints for each loop the median rates, and how much longer the layer takes. The same messages, metadata, keys and deadlines go
over both. `send` waits for each answer; `pipeline` has at most 256 messages on their way;
`stream` reads what was sent.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from broker import Broker

import parley
from parley.keys import new_key
from parley.types.chat import SendMessageRequest, SendMessagesRequest, SubscribeRequest
from parley.types.shared import StartPosition

WINDOW = 256
UNLIMITED = ("--messages-per-second", "1000000000", "--message-burst", "1000000000")


class Setting:
    """One thread of one user, and what loops need to work on it."""

    def __init__(self, broker, surface, count):
        self.count = count
        self.address, self.key = broker.address, broker.credentials["resource_keys"][0]
        with parley.Client(self.address, self.key) as backend:
            self.user = backend.identity.create_user(display_name="Anna").user.identifier.raw_id
            self.thread = backend.as_user(self.user).chat.create_thread().thread.thread_id
        self.client = surface.Client(self.address, self.key).as_user(self.user)
        self.stub = parley.stubs.ChatServiceStub(self.client.channel)
        self.metadata = (("authorization", f"Bearer {self.key}"), ("parley-act-as", self.user))

    def message(self, number):
        """Return a message with a key of its own: who has the bare stubs has to make one as well as the layer does."""
        return SendMessageRequest(thread_id=self.thread, content=f"message {number}", idempotency_key=new_key())

    def subscription(self):
        return SubscribeRequest(start_position=StartPosition.START_POSITION_BEGINNING, thread_ids=[self.thread])


class Threads:
    """The loops of the surface for threads."""

    surface = parley

    @staticmethod
    async def send_bare(s):
        for number in range(s.count):
            s.stub.SendMessage(s.message(number), metadata=s.metadata, timeout=10)

    @staticmethod
    async def send_layer(s):
        for number in range(s.count):
            s.client.chat.send_message(s.thread, f"message {number}")

    @staticmethod
    async def pipeline_bare(s):
        room = threading.Semaphore(WINDOW)

        def requests():
            for number in range(s.count * 10):
                room.acquire()
                yield SendMessagesRequest(tag=number, message=s.message(number))

        answered = 0
        for _ in s.stub.SendMessages(requests(), metadata=s.metadata):
            room.release()
            answered += 1
        assert answered == s.count * 10

    @staticmethod
    async def pipeline_layer(s):
        with s.client.chat.sender() as sender:
            futures = [sender.send(s.thread, f"message {number}") for number in range(s.count * 10)]
        assert all(future.result() for future in futures)

    @staticmethod
    async def stream_bare(s):
        call, seen = s.stub.Subscribe(s.subscription(), metadata=s.metadata), 0
        for answer in call:
            seen += answer.HasField("event")
            if seen == s.count * 10:
                break
        call.cancel()

    @staticmethod
    async def stream_layer(s):
        seen = 0
        with s.client.chat.follow(start=parley.Start.BEGINNING, thread_ids=[s.thread]) as events:
            for _ in events:
                seen += 1
                if seen == s.count * 10:
                    break


class Tasks:
    """The loops of the surface for asyncio."""

    surface = parley.aio

    @staticmethod
    async def send_bare(s):
        for number in range(s.count):
            await s.stub.SendMessage(s.message(number), metadata=s.metadata, timeout=10)

    @staticmethod
    async def send_layer(s):
        for number in range(s.count):
            await s.client.chat.send_message(s.thread, f"message {number}")

    @staticmethod
    async def pipeline_bare(s):
        room = asyncio.Semaphore(WINDOW)

        async def requests():
            for number in range(s.count * 10):
                await room.acquire()
                yield SendMessagesRequest(tag=number, message=s.message(number))

        answered = 0
        async for _ in s.stub.SendMessages(requests(), metadata=s.metadata):
            room.release()
            answered += 1
        assert answered == s.count * 10

    @staticmethod
    async def pipeline_layer(s):
        async with s.client.chat.sender() as sender:
            futures = [await sender.send(s.thread, f"message {number}") for number in range(s.count * 10)]
        assert all(future.result() for future in futures)

    @staticmethod
    async def stream_bare(s):
        call, seen = s.stub.Subscribe(s.subscription(), metadata=s.metadata), 0
        async for answer in call:
            seen += answer.HasField("event")
            if seen == s.count * 10:
                break
        call.cancel()

    @staticmethod
    async def stream_layer(s):
        seen = 0
        async with s.client.chat.follow(start=parley.Start.BEGINNING, thread_ids=[s.thread]) as events:
            async for _ in events:
                seen += 1
                if seen == s.count * 10:
                    break


async def fill(setting):
    """Make the events that the stream loops read."""
    with parley.Client(setting.address, setting.key) as backend, backend.as_user(setting.user).chat.sender() as sender:
        for number in range(setting.count * 10):
            sender.send(setting.thread, f"message {number}")


async def measure(broker, loops, kind, rounds, count):
    setting = Setting(broker, loops.surface, count)
    if kind == "stream":
        await fill(setting)
    taken = {"bare": [], "layer": []}
    for turn in range(rounds + 1):
        for way in ("bare", "layer") if turn % 2 else ("layer", "bare"):
            gc.collect()
            begun = time.perf_counter()
            await getattr(loops, f"{kind}_{way}")(setting)
            # The first turn warms up.
            if turn:
                taken[way].append(time.perf_counter() - begun)
    closed = setting.client.close()
    if closed is not None:
        await closed
    return [statistics.median(taken[way]) for way in ("bare", "layer")]


async def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=9, help="turns of streams; 20 times as many of calls")
    arguments.add_argument("--count", type=int, default=500, help="calls in 20 turns; 10 times as many streamed in one")
    chosen = arguments.parse_args()
    broker = Broker(*UNLIMITED)
    try:
        for name, loops in (("python", Threads), ("python aio", Tasks)):
            for kind in ("send", "pipeline", "stream"):
                # Rounds that wait for each answer are short and many, so that what else the machine does meets both alike.
                rounds, count = (chosen.rounds * 20, chosen.count // 20) if kind == "send" else (chosen.rounds, chosen.count)
                done = count * (1 if kind == "send" else 10)
                bare, layer = await measure(broker, loops, kind, rounds, count)
                rates = f"{done / bare:8.0f}/s {done / layer:8.0f}/s"
                print(f"{name:12} {kind:10} {rates} {100 * (layer / bare - 1):+6.1f} %", flush=True)
    finally:
        broker.close()


if __name__ == "__main__":
    asyncio.run(main())
