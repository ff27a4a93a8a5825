"""The two surfaces have the same names, and their methods the same arguments."""

from __future__ import annotations

import inspect
import re

import pytest

import parley
import parley.aio


def members(cls):
    return {
        name: value
        for name, value in inspect.getmembers(cls)
        if not name.startswith("_") and (callable(value) or isinstance(value, property))
    }


def plain(annotation):
    return re.sub(r"parley\.(aio|blocking)", "parley", str(annotation)).replace("AsyncIterator", "Iterator")


@pytest.mark.parametrize("name", parley.aio.__all__)
def test_same_methods(name):
    blocking, asynchronous = members(getattr(parley, name)), members(getattr(parley.aio, name))
    assert blocking.keys() == asynchronous.keys()
    for method in blocking:
        ours, theirs = blocking[method], asynchronous[method]
        if isinstance(ours, property):
            continue
        assert plain(inspect.signature(ours)) == plain(inspect.signature(theirs)), method


def test_every_method_of_the_contract_has_one_of_the_layer():
    services = {
        "AdminService": parley.Admin,
        "CallService": parley.Calls,
        "ChatService": parley.Chat,
        "DirectoryService": parley.Directory,
        "IdentityService": parley.Identity,
        "PolicyService": parley.Policy,
    }
    others = {"subscribe": "follow", "watch_policy": "watch", "send_messages": "sender"}
    for name, cls in services.items():
        for constant in vars(getattr(parley.methods, name)):
            if constant.isupper():
                wanted = others.get(constant.lower(), constant.lower())
                assert hasattr(cls, wanted), f"{name} has {constant}, and {cls.__name__} no {wanted}"


def test_the_running_modules_have_the_same_names():
    from parley._running import tasks, threads

    for name in threads.__all__:
        assert hasattr(tasks, name), name
