from __future__ import annotations

import asyncio
import gc
import threading
from datetime import timedelta

import pytest
from broker import Broker
from faulty import FaultError, serving
from grpc import StatusCode
from surface import both
from world import World

import parley
from parley.types.chat import ChatEvent, Message, MessageSent, SubscribeResponse, TypingNotification

TEXTS = [str(number) for number in range(20)]


def text(event):
    return event.message_sent.message.content


def said(number):
    """An answer with one event and its cursor."""
    event = ChatEvent(message_sent=MessageSent(message=Message(content=str(number))))
    return SubscribeResponse(event=event, cursor=str(number).encode())


def beat(cursor=b"0", caught_up=True):
    answer = SubscribeResponse(cursor=cursor)
    answer.heartbeat.caught_up = caught_up
    answer.heartbeat.time.GetCurrentTime()
    return answer


def silent(context):
    """Say nothing until the client gives up."""
    over = threading.Event()
    assert context.add_callback(over.set)
    over.wait()
    return beat()


RESUMABLE = FaultError(StatusCode.UNAVAILABLE, "STREAM_RESUMABLE", retry=0.001)


@pytest.fixture
def own():
    """A broker that a test may stop, and a world in it."""
    broker = Broker()
    made = World(broker)
    yield made
    made.close()
    broker.close()


@both
async def test_events_come_in_order_and_with_cursors(surface, world):
    thread = world.thread()
    ben = surface.client(world.address, world.key).as_user(world.ben_id)
    stream = ben.chat.follow(thread_ids=[thread])
    await surface(stream.open)
    for content in TEXTS:
        world.anna.chat.send_message(thread, content)
    cursors = []
    for content in TEXTS:
        assert text(await surface.next(stream)) == content
        cursors.append(stream.cursor)
    assert len(set(cursors)) == len(TEXTS)
    await surface(stream.close)
    assert await surface.next(stream) is None

    again = ben.chat.follow(start=cursors[4], thread_ids=[thread], until_caught_up=True)
    assert [text(event) for event in await surface.list(again)] == TEXTS[5:]
    assert again.caught_up
    assert again.oldest_cursor


@pytest.mark.parametrize("end", ["stop", "kill"])
@both
async def test_a_stream_survives_a_restart_of_the_broker(surface, own, end):
    thread = own.thread()
    client = surface.client(own.address, own.key, retry=parley.Retry(initial=0.01, maximum=0.1))
    stream = client.as_user(own.ben_id).chat.follow()
    await surface(stream.open)
    seen = []
    for start in (0, 10):
        for content in TEXTS[start : start + 10]:
            own.anna.chat.send_message(thread, content)
        seen += [text(await surface.next(stream)) for _ in range(10)]
        waiting = asyncio.create_task(surface.next(stream)) if start == 0 else None
        if waiting:
            await asyncio.to_thread(getattr(own.broker, end))
            await asyncio.to_thread(own.broker.start)
            own.anna.chat.send_message(thread, "back", timeout=30.0)
            assert text(await waiting) == "back"
    assert seen == TEXTS
    await surface(stream.close)


@both
async def test_typing_is_handed_out_on_request(surface, world):
    thread = world.thread()
    ben = surface.client(world.address, world.key).as_user(world.ben_id)
    stream = ben.chat.follow(typing=True)
    await surface(stream.open)
    world.anna.chat.send_typing_notification(thread)
    event = await surface.next(stream)
    assert isinstance(event, TypingNotification)
    assert event.sender.raw_id == world.anna_id
    await surface(stream.close)


@both
async def test_access_lost_ends_a_stream(surface, world):
    tess = f"8:orgid:{world.tess_id}"
    world.thread(tess)
    token = world.tenant.identity.issue_tenant_user_token(tess)
    client = surface.client(world.address, token)
    stream = client.chat.follow()
    await surface(stream.open)
    waiting = asyncio.create_task(surface.next(stream))
    world.allow(False)
    for _ in range(2):
        with pytest.raises(parley.AccessLostError) as caught:
            await waiting
        waiting = asyncio.create_task(surface.next(stream))
    with pytest.raises(parley.AccessLostError):
        await waiting
    assert caught.value.cause == parley.Reason.INTEROP_TENANT_DISABLED


@both
async def test_a_damaged_cursor_is_refused(surface, world):
    stream = surface.client(world.address, world.key).chat.follow(start=b"nonsense")
    with pytest.raises(parley.InvalidArgumentError) as caught:
        await surface.next(stream)
    assert caught.value.reason == parley.Reason.CURSOR_INVALID


@both
async def test_a_heartbeat_that_is_too_short_is_refused(surface, world):
    stream = surface.client(world.address, world.key).chat.follow(heartbeat_interval=timedelta(microseconds=1))
    with pytest.raises(parley.InvalidArgumentError) as caught:
        await surface.next(stream)
    assert [violation.field for violation in caught.value.violations] == ["heartbeat_interval"]


@both
async def test_a_cursor_of_another_caller_is_refused(surface, world):
    stream = surface.client(world.address, world.key).chat.follow()
    await surface(stream.open)
    await surface(stream.close)
    other = surface.client(world.address, world.key).as_user(world.anna_id).chat.follow(start=stream.cursor)
    with pytest.raises(parley.InvalidArgumentError) as caught:
        await surface.next(other)
    assert caught.value.reason == parley.Reason.CURSOR_FOREIGN


@both
async def test_closing_wakes_who_waits(surface, world):
    stream = surface.client(world.address, world.key).chat.follow()
    await surface(stream.open)
    waiting = asyncio.create_task(surface.next(stream))
    await asyncio.sleep(0)
    await surface(stream.close)
    assert await waiting is None


@both
async def test_closing_the_client_ends_its_streams(surface, world):
    client = surface.client(world.address, world.key)
    stream = client.as_user(world.anna_id).chat.follow()
    await surface(stream.open)
    waiting = asyncio.create_task(surface.next(stream))
    await asyncio.sleep(0)
    await surface(client.close)
    assert await waiting is None
    with pytest.raises(parley.CancelledError, match="closed"):
        await surface(client.identity.get_caller)


@both
async def test_a_stream_that_nobody_holds_ends(surface):
    if surface.blocking:
        return  # Threads of earlier tests may hold it a while longer; closing is what ends it for certain.
    ended = threading.Event()

    def until_ended(context):
        assert context.add_callback(ended.set)
        ended.wait()
        return beat()

    with serving(Subscribe=[[beat(), until_ended]]) as (address, _):
        stream = surface.client(address, "key").chat.follow()
        await surface(stream.open)
        del stream
        gc.collect()
        assert await asyncio.to_thread(ended.wait, 20)


@both
async def test_policy_can_be_watched(surface, world):
    client = surface.client(world.address, world.tenant_key)
    stream = client.policy.watch(start=parley.Start.BEGINNING)
    world.allow(False)
    while True:
        event = await surface.next(stream)
        if not event.configuration_updated.enable_acs_users:
            break
    await surface(stream.close)


@both
async def test_an_expired_cursor_says_where_to_start(surface):
    oldest = FaultError(StatusCode.OUT_OF_RANGE, "CURSOR_EXPIRED", oldest_cursor="AQI_")
    epoch = FaultError(StatusCode.OUT_OF_RANGE, "CURSOR_EPOCH")
    with serving(Subscribe=[[oldest], [epoch]]) as (address, _):
        client = surface.client(address, "key")
        with pytest.raises(parley.CursorExpiredError) as caught:
            await surface.next(client.chat.follow(start=b"old"))
        assert caught.value.oldest_cursor == b"\x01\x02\x3f"
        with pytest.raises(parley.CursorExpiredError) as caught:
            await surface.next(client.chat.follow(start=b"old"))
        assert caught.value.oldest_cursor is None


@both
async def test_a_stream_goes_on_from_what_was_processed(surface):
    script = [[beat(), said(1), said(2), RESUMABLE], [beat(b"2"), RESUMABLE], [beat(b"2"), said(3), beat(b"9"), silent]]
    with serving(Subscribe=script) as (address, handler):
        stream = surface.client(address, "key").chat.follow(thread_ids=["t"], heartbeat_interval=timedelta(seconds=5))
        assert [text(await surface.next(stream)) for _ in range(3)] == ["1", "2", "3"]
        assert stream.cursor == b"3"
        await surface(stream.close)
    requests = [request for request, _ in handler.seen]
    assert [request.cursor for request in requests] == [b"", b"2", b"2"]
    assert requests[0].start_position == parley.Start.NOW.value
    assert {(tuple(r.thread_ids), r.heartbeat_interval.seconds) for r in requests} == {(("t",), 5)}


@both
async def test_a_stream_that_is_silent_for_three_heartbeats_is_opened_anew(surface, monkeypatch):
    monkeypatch.setattr("parley.subscription.SHORTEST_HEARTBEAT", timedelta())
    with serving(Subscribe=[[beat(b"7"), silent], [beat(b"7"), said(8), silent]]) as (address, handler):
        stream = surface.client(address, "key").chat.follow(heartbeat_interval=timedelta(seconds=0.05))
        assert text(await surface.next(stream)) == "8"
        await surface(stream.close)
    assert [request.cursor for request, _ in handler.seen] == [b"", b"7"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("refused at the start", FaultError(StatusCode.UNAUTHENTICATED, "TOKEN_EXPIRED")),
        ("ended in its midst", FaultError(StatusCode.PERMISSION_DENIED, "ACCESS_LOST", cause="TOKEN_EXPIRED")),
    ],
)
@both
async def test_a_token_that_expires_is_replaced_once(surface, name, fault):
    asked = []

    def provide():
        asked.append(1)
        return f"token-{len(asked)}"

    script = [[beat(b"1"), fault], [beat(b"1"), said(2), fault], [fault], [fault]]
    with serving(Subscribe=script) as (address, handler):
        stream = surface.client(address, provide).chat.follow()
        assert text(await surface.next(stream)) == "2"
        with pytest.raises(parley.ParleyError):
            await surface.next(stream)
    given = [metadata["authorization"] for _, metadata in handler.seen]
    assert given == ["Bearer token-1", "Bearer token-2", "Bearer token-3"], name


@pytest.mark.parametrize("code", [StatusCode.UNAVAILABLE, StatusCode.INTERNAL, StatusCode.UNKNOWN, StatusCode.CANCELLED])
@both
async def test_what_breaks_on_the_way_is_not_shown_however_often(surface, code):
    # More often than a call is tried, before the first answer and after it.
    broken = [[FaultError(code)]] * 7
    with serving(Subscribe=[*broken, [beat(), said(1), FaultError(code)], *broken, [said(2), silent]]) as (address, handler):
        stream = surface.client(address, "key", retry=parley.Retry(initial=0.001, maximum=0.01)).chat.follow()
        assert [text(await surface.next(stream)) for _ in range(2)] == ["1", "2"]
        await surface(stream.close)
    assert [request.cursor for request, _ in handler.seen] == [b""] * 8 + [b"1"] * 8


@both
async def test_what_the_broker_says_itself_ends_a_stream(surface):
    with serving(Subscribe=[[beat(), FaultError(StatusCode.INTERNAL, "INTERNAL")]]) as (address, handler):
        stream = surface.client(address, "key").chat.follow()
        with pytest.raises(parley.InternalError):
            await surface.next(stream)
    assert len(handler.seen) == 1


@both
async def test_a_stream_that_is_never_answered_has_as_much_time_as_a_call(surface):
    with serving(Subscribe=[[FaultError(StatusCode.UNAVAILABLE, "DRAINING", retry=0.01)]]) as (address, handler):
        stream = surface.client(address, "key", timeout=0.5).chat.follow()
        with pytest.raises(parley.UnavailableError) as caught:
            await surface.next(stream)
        assert caught.value.reason == parley.Reason.DRAINING
        patient = surface.client(address, "key", timeout=float("inf")).chat.follow()
        waiting = asyncio.create_task(surface.next(patient))
        seen = len(handler.seen)
        while len(handler.seen) < seen + 3:
            await asyncio.sleep(0.01)
        await surface(patient.close)
        assert await waiting is None


@both
async def test_nothing_is_read_ahead_of_the_application(surface):
    sent = []

    def flood(context):
        sent.append(1)
        return SubscribeResponse(event=ChatEvent(message_sent=MessageSent(message=Message(content="x" * 100_000))), cursor=b"c")

    with serving(Subscribe=[[beat()] + [flood] * 5000]) as (address, _):
        stream = surface.client(address, "key").chat.follow()
        for _ in range(3):
            await surface.next(stream)
        await asyncio.sleep(0.5)
        assert len(sent) < 1000
        await surface(stream.close)


async def next_with_timeout(stream, seconds):
    return await asyncio.wait_for(anext(stream), seconds)


def test_a_task_that_is_cancelled_while_it_waits_loses_nothing(world):
    async def body():
        thread = world.thread()
        client = world.aio(world.ben_id)
        async with client.chat.follow() as stream:
            with pytest.raises(asyncio.TimeoutError):
                await next_with_timeout(stream, 0.05)
            world.anna.chat.send_message(thread, "Hello")
            assert text(await next_with_timeout(stream, 10)) == "Hello"
        await client.close()

    asyncio.run(body())
