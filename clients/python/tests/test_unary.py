from __future__ import annotations

import math
import threading

import pytest
from faulty import FaultError, serving
from grpc import StatusCode
from surface import both

import parley
from parley.retry import passes
from parley.types.chat import GetThreadResponse, Message, SendMessageResponse, Thread
from parley.types.identity import IssueTokenResponse

AWAY = FaultError(StatusCode.UNAVAILABLE, "STORAGE_UNAVAILABLE")
QUICK = parley.Retry(initial=0.001)


def error(code, retry=None):
    return parley.ParleyError("no", code=code, retry_delay=retry)


@pytest.mark.parametrize(
    ("name", "failure", "want"),
    [
        ("unavailable", error(StatusCode.UNAVAILABLE), True),
        ("aborted", error(StatusCode.ABORTED), False),
        ("aborted, come again", error(StatusCode.ABORTED, 0.1), True),
        ("exhausted", error(StatusCode.RESOURCE_EXHAUSTED), False),
        ("exhausted, come again", error(StatusCode.RESOURCE_EXHAUSTED, 0.0), True),
        ("internal", error(StatusCode.INTERNAL, 1.0), False),
        ("too late", error(StatusCode.DEADLINE_EXCEEDED), False),
    ],
)
def test_passes(name, failure, want):
    assert passes(failure) == want, name


def test_delays_grow_to_their_bound_and_are_random():
    retry = parley.Retry()
    delays = [[retry.delay(n, error(StatusCode.UNAVAILABLE)) for _ in range(200)] for n in (1, 2, 100)]
    assert [max(some) <= bound for some, bound in zip(delays, (0.1, 0.16, 5.0), strict=True)] == [True] * 3
    assert max(delays[1]) > 0.1
    assert len(set(delays[0])) > 100


def test_a_delay_is_at_random_on_top_of_what_the_broker_asks():
    delays = [parley.Retry().delay(1, error(StatusCode.UNAVAILABLE, 7.0)) for _ in range(200)]
    assert min(delays) >= 7.0
    assert max(delays) <= 7.1
    assert len(set(delays)) > 100


@both
async def test_a_request_can_be_used_again(surface, world):
    anna = surface.client(world.address, world.key).as_user(world.anna_id)
    request = parley.types.chat.SendMessageRequest(thread_id=world.thread(), content="The roof leaks.")
    sent = [await surface(anna.unary, parley.methods.ChatService.SEND_MESSAGE, request) for _ in range(2)]
    assert sent[0].message_id != sent[1].message_id
    sender = anna.chat.sender()
    futures = [await surface(sender.send_request, request) for _ in range(2)]
    await surface(sender.close)
    assert len({(await surface.result(future)).message_id for future in futures}) == 2
    assert request.idempotency_key == ""


def test_no_attempt_is_refused():
    with pytest.raises(ValueError, match="1 or more"):
        parley.Retry(attempts=0)


@both
async def test_a_read_is_tried_again(surface):
    with serving(GetThread=[AWAY, AWAY, GetThreadResponse(thread=Thread(topic="Roof"))]) as (address, handler):
        client = surface.client(address, "key", retry=QUICK)
        assert (await surface(client.chat.get_thread, "t")).topic == "Roof"
    assert len(handler.seen) == 3


@both
async def test_a_write_is_tried_again_with_the_same_key(surface):
    with serving(SendMessage=[AWAY, AWAY, SendMessageResponse(message_id="1")]) as (address, handler):
        client = surface.client(address, "key", retry=QUICK)
        await surface(client.chat.send_message, "t", "Hello")
        await surface(client.chat.send_message, "t", "Hello")
        await surface(client.chat.send_message, "t", "Hello", idempotency_key="mine")
    keys = [request.idempotency_key for request, _ in handler.seen]
    assert keys[0]
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert keys[4] == "mine"


@both
async def test_attempts_are_counted(surface):
    with serving(GetThread=[AWAY]) as (address, handler):
        client = surface.client(address, "key", retry=QUICK)
        with pytest.raises(parley.UnavailableError) as caught:
            await surface(client.chat.get_thread, "t")
        assert caught.value.reason == parley.Reason.STORAGE_UNAVAILABLE
        assert len(handler.seen) == 5
        with pytest.raises(parley.UnavailableError):
            await surface(client.with_options(retry=parley.Retry(attempts=1)).chat.get_thread, "t")
    assert len(handler.seen) == 6


@both
async def test_what_issues_a_token_is_not_tried_again(surface):
    with serving(IssueToken=[AWAY, IssueTokenResponse()]) as (address, handler):
        client = surface.client(address, "key", retry=QUICK)
        with pytest.raises(parley.UnavailableError):
            await surface(client.identity.issue_token, "8:acs:x")
    assert len(handler.seen) == 1


@both
async def test_no_retry_after_the_deadline(surface):
    later = FaultError(StatusCode.UNAVAILABLE, "DRAINING", retry=60.0)
    with serving(GetThread=[later]) as (address, handler):
        client = surface.client(address, "key")
        with pytest.raises(parley.UnavailableError) as caught:
            await surface(client.chat.get_thread, "t")
    assert caught.value.retry_delay == 60.0
    assert len(handler.seen) == 1


@both
async def test_a_deadline_is_sent_and_kept(surface):
    remaining = []

    def dawdle(context):
        remaining.append(context.time_remaining())
        if remaining[-1] is not None and remaining[-1] < 1:
            over = threading.Event()
            assert context.add_callback(over.set)
            over.wait()
        return GetThreadResponse()

    with serving(GetThread=[dawdle]) as (address, _):
        client = surface.client(address, "key")
        await surface(client.chat.get_thread, "t")
        await surface(client.with_options(timeout=30.0).chat.get_thread, "t")
        with pytest.raises(parley.DeadlineExceededError):
            await surface(client.chat.get_thread, "t", timeout=0.2)
        with pytest.raises(parley.DeadlineExceededError):
            await surface(client.chat.get_thread, "t", timeout=0.0)
        await surface(client.chat.get_thread, "t", timeout=math.inf)
    assert 9 < remaining[0] < 11
    assert 29 < remaining[1] < 31
    assert remaining[-1] is None or remaining[-1] > 1e6


@both
async def test_a_derived_client_acts_and_says_what_it_is(surface):
    with serving(GetThread=[GetThreadResponse()]) as (address, handler):
        client = surface.client(address, "key")
        await surface(client.chat.get_thread, "t")
        await surface(client.as_user(parley.PhoneNumber("+1555")).chat.get_thread, "t")
    plain, acting = (metadata for _, metadata in handler.seen)
    assert "parley-act-as" not in plain
    assert acting["parley-act-as"] == "4:+1555"
    assert acting["user-agent"].startswith(f"parley-python/{parley.__version__}")
    assert acting["authorization"] == "Bearer key"


@both
async def test_an_older_server_is_recognised(surface):
    with serving() as (address, _):
        client = surface.client(address, "key")
        with pytest.raises(parley.UnimplementedError, match=r"ChatService/GetThread.*version"):
            await surface(client.chat.get_thread, "t")


@both
async def test_a_newer_server_is_understood(surface):
    newer = Thread(topic="Roof").SerializeToString() + b"\xf8\x3f\x01"  # field 1023
    answer = GetThreadResponse(thread=Thread.FromString(newer))
    unheard = FaultError(StatusCode.FAILED_PRECONDITION, "MOON_PHASE", "not tonight", phase="full")
    with serving(GetThread=[answer, unheard], GetMessage=[b"\x0a\x02\x20\x63"]) as (address, _):
        client = surface.client(address, "key")
        assert (await surface(client.chat.get_thread, "t")).topic == "Roof"
        with pytest.raises(parley.FailedPreconditionError) as caught:
            await surface(client.chat.get_thread, "t")
        assert (await surface(client.chat.get_message, "t", "1")) == Message(type=99)
    assert (caught.value.reason, caught.value.metadata) == ("MOON_PHASE", {"phase": "full"})
    assert str(caught.value) == "FAILED_PRECONDITION MOON_PHASE: not tonight"


@both
async def test_details_of_a_refusal(surface, world):
    client = surface.client(world.address, world.key).as_user(world.anna_id)
    with pytest.raises(parley.InvalidArgumentError) as caught:
        await surface(client.chat.create_thread, "x" * 257)
    assert caught.value.reason == parley.Reason.INVALID_FIELD
    assert [violation.field for violation in caught.value.violations] == ["topic"]
    assert caught.value.request_id
    assert "topic" in str(caught.value)


@both
async def test_pages(surface, world):
    thread = world.thread()
    for number in range(5):
        world.anna.chat.send_message(thread, str(number))
    client = surface.client(world.address, world.key).as_user(world.anna_id)
    pages = client.chat.list_messages(thread, page_size=2)
    assert [m.content for m in await surface.list(pages)][:5] == ["4", "3", "2", "1", "0"]
    assert [len(page.items) for page in await surface.list(pages.pages())][:2] == [2, 2]
    second = await surface(pages.page, (await surface(pages.page)).next_page_token)
    assert [m.content for m in second.items] == ["2", "1"]
    with pytest.raises(parley.InvalidArgumentError) as caught:
        await surface(pages.page, "nonsense")
    assert caught.value.reason == parley.Reason.PAGE_TOKEN_INVALID


def test_nothing_to_change_is_refused(world):
    with pytest.raises(ValueError, match="nothing to change"):
        world.anna.chat.update_thread("t")
