from __future__ import annotations

import time
import uuid

from parley.keys import key_at, new_key


def test_a_key_is_a_uuid_of_version_7():
    before = time.time_ns() // 1_000_000
    for _ in range(1000):
        key = new_key()
        parsed = uuid.UUID(key)
        assert (str(parsed), parsed.version, parsed.variant) == (key, 7, uuid.RFC_4122)
        assert before <= parsed.int >> 80 <= time.time_ns() // 1_000_000


def test_later_keys_sort_later():
    times = [0, 1, 0xFFFF, 0x10000, 1_800_000_000_000, 1_800_000_000_001]
    for _ in range(100):
        keys = [key_at(milliseconds) for milliseconds in times]
        assert sorted(keys) == keys


def test_no_two_keys_are_equal():
    assert len({key_at(1) for _ in range(10_000)}) == 10_000
