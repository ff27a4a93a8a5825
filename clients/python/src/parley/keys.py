"""Idempotency keys."""

from __future__ import annotations

import os
import time
from uuid import UUID


def new_key() -> str:
    """Return a key that nobody else makes, a UUIDv7.

    It begins with the time: keys that come in their order are cheap for the broker, whose store would have to look among all
    the older ones for a key that is anywhere.
    """
    return key_at(time.time_ns() // 1_000_000)


def key_at(milliseconds: int) -> str:
    """Return a key of a time in milliseconds since 1970."""
    bits = milliseconds << 80 | int.from_bytes(os.urandom(10), "big")
    # The version is 7, and the variant that of RFC 9562.
    return str(UUID(int=bits & ~(0xF << 76 | 0x3 << 62) | 0x7 << 76 | 0x2 << 62))
