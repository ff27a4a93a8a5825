"""Runs the examples of the docstrings and of the README against a broker, in both surfaces."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import datetime
import doctest
import importlib
import inspect
import io
import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import parley
from parley.types import call, chat, directory, identity, shared

ROOT = Path(__file__).parent.parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    for info in pkgutil.walk_packages(parley.__path__, "parley."):
        if "._gen" in info.name or ".types" in info.name:
            continue
        module = importlib.import_module(info.name)
        yield from (test for test in finder.find(module, info.name) if test.examples)
    yield from (test for test in finder.find(parley, "parley") if test.examples and test.name == "parley")


class Sight(dict):
    """What an example sees: the names of messages and whatever a test's world has."""

    def __init__(self, world) -> None:
        names = {name: value for area in (shared, call, chat, directory, identity) for name, value in vars(area).items()}
        everything = {**names, **{name: getattr(parley, name) for name in parley.__all__}}
        super().__init__(everything, parley=parley, datetime=datetime, address=world.address, key=world.key)
        self.update(anna_id=world.anna_id, ben_id=world.ben_id, tess_id=world.tess_id, resource_id=world.resource_id)
        self["thread"] = world.anna.chat.create_thread("Roof").thread


async def run(test, sight, world, *, asynchronous):
    """Run the examples of one docstring, which may await, and return what went wrong."""
    make = parley.aio.Client if asynchronous else parley.Client
    backend = make(world.address, world.key)
    operator = make(world.address, world.broker.credentials["operator_key"])
    tenant = make(world.address, world.tenant_key)
    sight.update(backend=backend, operator=operator, tenant=tenant)
    sight.update(anna=backend.as_user(world.anna_id), ben=backend.as_user(world.ben_id), client=backend.as_user(world.anna_id))
    checker, failures = doctest.OutputChecker(), []
    for example in test.examples:
        got = io.StringIO()
        with contextlib.redirect_stdout(got):
            code = compile(example.source, test.name, "single", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
            value = eval(code, sight)
            if inspect.iscoroutine(value):
                await value
        if not checker.check_output(example.want, got.getvalue(), FLAGS):
            failures.append(checker.output_difference(example, got.getvalue(), FLAGS))
    for opened in (backend, operator, tenant):
        closed = opened.close()
        if inspect.isawaitable(closed):
            await closed
    return failures


@pytest.mark.parametrize("test", list(examples()), ids=lambda test: test.name)
def test_docstring(test, world):
    asynchronous = any("await " in e.source or "async " in e.source for e in test.examples)
    sight = Sight(world)
    assert not asyncio.run(run(test, sight, world, asynchronous=asynchronous))
    assert sight


def blocks():
    text = (ROOT / "README.md").read_text("utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(blocks())))
def test_readme(number, world, tmp_path):
    """Each block of the README is a program that runs as it stands and says what its comments promise."""
    program = tmp_path / "program.py"
    program.write_text(blocks()[number], "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PARLEY_ADDRESS": world.address,
        "PARLEY_KEY": world.key,
        "PARLEY_TENANT_KEY": world.tenant_key,
        "PARLEY_RESOURCE": world.resource_id,
        "TESS": world.tess_id,
    }
    done = subprocess.run(
        [sys.executable, program], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    promised = re.findall(r"# prints: (.*)", blocks()[number])
    assert done.stdout.splitlines() == promised


def test_first_program_is_short():
    assert len([line for line in blocks()[0].splitlines() if line.strip()]) < 25
