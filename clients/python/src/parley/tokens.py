"""Credentials: keys, tokens, and tokens that are got anew before they expire."""

from __future__ import annotations

import base64
import binascii
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley._gen.identity.v1.identity_service_pb2 import AccessToken
from parley._gen.reason import Reason
from parley.errors import UnauthenticatedError

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN_SECONDS = 60.0
MARGIN_SHARE = 0.1
JWT_PARTS = 3

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Token:
    """A credential as text, and when it expires.

    Attributes:
        text: What goes into `authorization: Bearer …`.
        expires_at: Seconds since 1970, or None if it does not expire.
        fresh_until: When to get another one, somewhat earlier than `expires_at`.

    """

    text: str
    expires_at: float | None = None
    fresh_until: float | None = None

    @property
    def metadata(self) -> Metadata:
        """The metadata that carries the credential."""
        return (("authorization", f"Bearer {self.text}"),)


def token(source: str | AccessToken, now: float | None = None) -> Token:
    """Return the token that a provider gave, with its expiry: what the provider says, else the `exp` of the JWT."""
    now = time.time() if now is None else now
    text: str
    expires_at: float | None
    if isinstance(source, AccessToken):
        text = source.token
        told = source.HasField("expire_time")
        expires_at = source.expire_time.ToMicroseconds() / 1e6 if told else expiry(text)
    elif isinstance(source, str):
        text, expires_at = source, expiry(source)
    else:
        raise TypeError(f"a token provider returns str or AccessToken, not {type(source).__name__}")
    check(text)
    if expires_at is None:
        return Token(text)
    return Token(text, expires_at, expires_at - min(MARGIN_SECONDS, MARGIN_SHARE * max(expires_at - now, 0.0)))


def check(text: str) -> None:
    """Refuse what cannot be a credential, before it reaches the wire."""
    if not text:
        raise UnauthenticatedError(
            "there is no credential: give an access key, a token or a function that returns a token",
            reason=Reason.CREDENTIAL_MISSING.value,
        )
    if not text.isascii() or not text.isprintable() or " " in text:
        raise UnauthenticatedError(
            "the credential has characters that no key and no token has: was it cut or quoted?",
            reason=Reason.CREDENTIAL_MALFORMED.value,
        )


def expiry(text: str) -> float | None:
    """Return the `exp` of a JWT in seconds since 1970, or None for what is no JWT or never expires."""
    parts = text.split(".")
    if len(parts) != JWT_PARTS:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        return None
    value = claims.get("exp") if isinstance(claims, dict) else None
    return float(value) if isinstance(value, (int, float)) else None


def stale(held: Token | None, rejected: Token | None, now: float) -> bool:
    """Report whether another token is needed: there is none, it is not fresh, or the broker has rejected it."""
    if held is None or held is rejected:
        return True
    return held.fresh_until is not None and now >= held.fresh_until


def join(*parts: Sequence[tuple[str, str]]) -> Metadata:
    """Return metadata made of parts."""
    return tuple(pair for part in parts for pair in part)
