from __future__ import annotations

import asyncio
import base64
import json
import threading
import time

import pytest
from faulty import FaultError, serving
from grpc import StatusCode
from surface import both

import parley
from parley.tokens import expiry, stale, token
from parley.types.identity import AccessToken, GetCallerResponse

NOW = 1_000_000.0


def jwt(claims):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'EdDSA'})}.{part(claims)}.c2ln"


@pytest.mark.parametrize(
    ("name", "text", "want"),
    [
        ("a token", jwt({"exp": 1234}), 1234.0),
        ("a fraction", jwt({"exp": 1234.5}), 1234.5),
        ("no exp", jwt({"sub": "anna"}), None),
        ("exp is a text", jwt({"exp": "soon"}), None),
        ("claims are no object", jwt([1]), None),
        ("no JSON", "a.bm8.c", None),
        ("no base64", "a.€.c", None),
        ("a key", "parley_rk_abc", None),
    ],
)
def test_expiry(name, text, want):
    assert expiry(text) == want, name


def test_fresh_until_is_a_minute_or_a_tenth_before_the_expiry():
    assert token(jwt({"exp": NOW + 3600}), NOW).fresh_until == NOW + 3540
    assert token(jwt({"exp": NOW + 100}), NOW).fresh_until == NOW + 90
    assert token("parley_rk_abc", NOW).fresh_until is None


def test_expiry_of_the_provider_wins():
    given = AccessToken(token=jwt({"exp": NOW + 3600}))
    given.expire_time.FromSeconds(int(NOW) + 10)
    assert token(given, NOW).expires_at == NOW + 10


@pytest.mark.parametrize(
    ("name", "held", "now", "want"),
    [
        ("none", None, NOW, True),
        ("fresh", token(jwt({"exp": NOW + 3600}), NOW), NOW, False),
        ("not fresh", token(jwt({"exp": NOW + 3600}), NOW), NOW + 3541, True),
        ("a key", token("parley_rk_abc", NOW), NOW + 1e9, False),
    ],
)
def test_stale(name, held, now, want):
    assert stale(held, None, now) == want, name


def test_a_rejected_token_is_stale():
    held = token("parley_rk_abc")
    assert stale(held, held, NOW)


@pytest.mark.parametrize("bad", ["", "two words", "line\n", "ключ"])
def test_what_cannot_be_a_credential_is_refused(bad):
    with pytest.raises(parley.UnauthenticatedError):
        parley.Client("127.0.0.1:7755", bad)


def test_no_credential_is_refused():
    with pytest.raises(parley.UnauthenticatedError, match="access key"):
        parley.Client("127.0.0.1:7755", None)


class Provider:
    """Gives tokens that say how often it was asked."""

    def __init__(self, surface, lifetime=3600.0, failure=None):
        self.asked = 0
        self._lifetime, self._failure, self._blocking = lifetime, failure, surface.blocking

    def __call__(self):
        self.asked += 1
        return self._give() if self._blocking else self._give_later()

    async def _give_later(self):
        await asyncio.sleep(0)
        return self._give()

    def _give(self):
        if self._failure:
            raise RuntimeError(self._failure)
        return jwt({"exp": time.time() + self._lifetime, "n": self.asked})


def tokens_of(handler):
    return [metadata["authorization"].removeprefix("Bearer ") for _, metadata in handler.seen]


@both
async def test_a_provider_is_asked_once_for_many_calls(surface):
    provider = Provider(surface)
    with serving(GetCaller=[GetCallerResponse()]) as (address, handler):
        client = surface.client(address, provider)
        assert provider.asked == 0
        await asyncio.gather(*(surface(client.identity.get_caller) for _ in range(8)))
        await surface(client.as_user("8:acs:x").identity.get_caller)
    assert provider.asked == 1
    assert len(set(tokens_of(handler))) == 1


@both
async def test_a_provider_is_asked_again_before_the_token_expires(surface):
    provider = Provider(surface, lifetime=0.0)
    with serving(GetCaller=[GetCallerResponse()]) as (address, _):
        client = surface.client(address, provider)
        for _ in range(3):
            await surface(client.identity.get_caller)
    assert provider.asked == 3


@both
async def test_a_rejected_token_is_replaced_once(surface):
    provider = Provider(surface)
    expired = FaultError(StatusCode.UNAUTHENTICATED, "TOKEN_EXPIRED")
    with serving(GetCaller=[expired, GetCallerResponse(), expired]) as (address, handler):
        client = surface.client(address, provider)
        await surface(client.identity.get_caller)
        assert provider.asked == 2
        with pytest.raises(parley.UnauthenticatedError):
            await surface(client.identity.get_caller)
    assert provider.asked == 3
    assert len(handler.seen) == 4


@both
async def test_a_provider_that_fails_fails_the_call(surface):
    provider = Provider(surface, failure="the backend is away")
    with serving(GetCaller=[GetCallerResponse()]) as (address, handler):
        client = surface.client(address, provider)
        with pytest.raises(parley.UnauthenticatedError, match="the backend is away"):
            await surface(client.identity.get_caller)
    assert not handler.seen


@both
async def test_a_provider_that_hangs_does_not_hold_a_call_beyond_its_deadline(surface):
    asked = []
    ready = threading.Event() if surface.blocking else asyncio.Event()

    def provider():
        asked.append(1)
        return (ready.wait() and "a-token") if surface.blocking else answer()

    async def answer():
        await ready.wait()
        return "a-token"

    with serving(GetCaller=[GetCallerResponse()]) as (address, handler):
        client = surface.client(address, provider)
        for _ in range(2):
            with pytest.raises(parley.DeadlineExceededError, match="token provider"):
                await surface(client.identity.get_caller, timeout=0.05)
        assert not handler.seen
        ready.set()
        await surface(client.identity.get_caller)
    assert tokens_of(handler) == ["a-token"]
    assert len(asked) == 1


@both
async def test_a_provider_that_hangs_can_be_replaced(surface):
    ready = threading.Event()

    async def never():
        await asyncio.Event().wait()

    with serving(GetCaller=[GetCallerResponse()]) as (address, handler):
        client = surface.client(address, ready.wait if surface.blocking else never)
        with pytest.raises(parley.DeadlineExceededError):
            await surface(client.identity.get_caller, timeout=0.05)
        client.use_credential("a-key")
        await surface(client.identity.get_caller)
        ready.set()
    assert tokens_of(handler) == ["a-key"]


@both
async def test_a_key_can_be_replaced(surface, world):
    client = surface.client(world.address, world.key)
    rotated = await surface(world.operator.admin.rotate_key, resource_id=world.resource_id) if surface.blocking else None
    secret = (rotated or world.operator.admin.rotate_key(resource_id=world.resource_id)).key.secret
    with pytest.raises(parley.UnauthenticatedError) as caught:
        await surface(client.identity.get_caller)
    assert caught.value.reason == parley.Reason.KEY_UNKNOWN
    client.use_credential(secret)
    assert (await surface(client.identity.get_caller)).resource_id == world.resource_id
