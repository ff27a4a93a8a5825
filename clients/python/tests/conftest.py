from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from broker import BINARY, Broker
from world import World

NEEDS_BROKER = {"broker", "world", "own", "secure"}


def pytest_configure(config):
    config.addinivalue_line("markers", "broker: needs the binary of the broker")


def pytest_collection_modifyitems(items):
    for item in items:
        if NEEDS_BROKER & set(getattr(item, "fixturenames", ())):
            item.add_marker("broker")


@pytest.fixture(scope="session")
def broker():
    assert BINARY.exists(), f"there is no broker at {BINARY}: run make build"
    started = Broker()
    yield started
    started.close()


@pytest.fixture
def world(broker):
    made = World(broker)
    yield made
    made.close()
