from __future__ import annotations

import asyncio

import pytest
from broker import Broker
from surface import both
from world import World

import parley

COUNT = 500


@pytest.fixture
def own():
    """A broker that a test may stop, and a world in it."""
    broker = Broker()
    made = World(broker)
    yield made
    made.close()
    broker.close()


def contents(world, thread):
    order = parley.types.chat.MessageOrder.MESSAGE_ORDER_OLDEST_FIRST
    return [m.content for m in world.anna.chat.list_messages(thread, order=order) if m.content]


@both
async def test_messages_are_sent_in_order_and_acknowledged(surface, world):
    thread = world.thread()
    sender = surface.client(world.address, world.key).as_user(world.anna_id).chat.sender(window=16)
    futures = [await surface(sender.send, thread, str(number)) for number in range(COUNT)]
    await surface(sender.flush)
    assert all(future.done() for future in futures)
    sequence = [(await surface.result(future)).sequence_id for future in futures]
    assert sequence == list(range(sequence[0], sequence[0] + COUNT))
    await surface(sender.close)
    assert contents(world, thread) == [str(number) for number in range(COUNT)]


@both
async def test_a_refused_message_fails_alone(surface, world):
    thread = world.thread()
    sender = surface.client(world.address, world.key).as_user(world.anna_id).chat.sender()
    good, bad, late = [
        await surface(sender.send, where, what) for where, what in ((thread, "a"), ("19:no@thread.v2", "b"), (thread, "c"))
    ]
    await surface(sender.close)
    assert (await surface.result(good)).sequence_id + 1 == (await surface.result(late)).sequence_id
    with pytest.raises(parley.NotFoundError) as caught:
        await surface.result(bad)
    assert caught.value.reason == parley.Reason.THREAD_NOT_FOUND


@pytest.mark.parametrize("end", ["stop", "kill"])
@both
async def test_nothing_is_lost_or_twice_over_a_restart(surface, own, end):
    thread = own.thread()
    client = surface.client(own.address, own.key, retry=parley.Retry(initial=0.01, maximum=0.1))
    sender = client.as_user(own.anna_id).chat.sender(window=64)
    futures = []

    async def send():
        for number in range(COUNT):
            futures.append(await surface(sender.send, thread, str(number)))  # noqa: PERF401

    sending = asyncio.create_task(send())
    while len(futures) < COUNT // 3:
        await asyncio.sleep(0.001)
    await asyncio.to_thread(getattr(own.broker, end))
    await asyncio.to_thread(own.broker.start)
    await sending
    await surface(sender.close)
    ids = [(await surface.result(future)).message_id for future in futures]
    assert len(set(ids)) == COUNT
    assert contents(own, thread) == [str(number) for number in range(COUNT)]


@both
async def test_a_refused_sender_fails_everything(surface, broker):
    sender = surface.client(broker.address, "parley_rk_wrong").chat.sender()
    future = await surface(sender.send, "t", "Hello")
    with pytest.raises(parley.UnauthenticatedError):
        await surface.result(future)
    with pytest.raises(parley.UnauthenticatedError):
        await surface(sender.send, "t", "Hello")
    await surface(sender.close)


@both
async def test_a_closed_sender_takes_nothing(surface, world):
    sender = surface.client(world.address, world.key).as_user(world.anna_id).chat.sender()
    await surface(sender.close)
    with pytest.raises(parley.CancelledError, match="closed"):
        await surface(sender.send, "t", "Hello")


@both
async def test_an_error_in_the_block_ends_the_sender_at_once(surface, own):
    own.broker.stop()
    client = surface.client(own.address, own.key).as_user(own.anna_id)
    sender = client.chat.sender()
    future = await surface(sender.send, "t", "Hello")
    await surface(sender.abort)
    with pytest.raises(parley.ParleyError):
        await surface.result(future)


@both
async def test_closing_the_client_fails_what_is_not_acknowledged(surface, own):
    own.broker.stop()
    client = surface.client(own.address, own.key)
    sender = client.as_user(own.anna_id).chat.sender()
    future = await surface(sender.send, "t", "Hello")
    await surface(client.close)
    with pytest.raises(parley.ParleyError):
        await surface.result(future)
    await surface(sender.close)


def test_no_window_is_refused(world):
    with pytest.raises(ValueError, match="1 or more"):
        world.anna.chat.sender(window=0)
