"""What the package promises about itself is so."""

from __future__ import annotations

import re
from pathlib import Path

from broker import REPOSITORY

import parley

CLIENT = Path(__file__).parent.parent
GENERATED = CLIENT / "src" / "parley" / "_gen"
PROJECT = (CLIENT / "pyproject.toml").read_text("utf-8")


def floor(package):
    return re.search(rf'"{package}>=([0-9.]+),', PROJECT)[1]


def test_version_is_that_of_all_clients():
    assert (REPOSITORY / "VERSION").read_text().strip() == parley.__version__


def test_floor_of_grpcio_is_what_the_generated_code_asks_for():
    asked = {re.search(r"GRPC_GENERATED_VERSION = '(.*)'", path.read_text())[1] for path in GENERATED.rglob("*_pb2_grpc.py")}
    assert asked == {floor("grpcio")}


def test_floor_of_protobuf_is_what_the_generated_code_asks_for():
    asked = {re.search(r"Protobuf Python Version: (.*)", path.read_text())[1] for path in GENERATED.rglob("*_pb2.py")}
    assert asked == {floor("protobuf")}


def test_generated_code_imports_nothing_that_users_do_not_have():
    roots = set()
    for path in GENERATED.rglob("*.py*"):
        if path.suffix in {".py", ".pyi"}:
            roots |= set(re.findall(r"^\s*(?:from|import) ([\w.]+)", path.read_text(), re.MULTILINE))
    foreign = {root for root in roots if root.split(".")[0] == "buf" or root.startswith("google.api")}
    assert not foreign
    assert not {root for root in roots if root.startswith("parley.") and not root.startswith(("parley._gen", "parley.method"))}


def test_what_the_broker_alone_reads_is_left_out():
    for path in GENERATED.rglob("*_pb2.py"):
        assert "validate" not in path.read_text(), path
    assert not hasattr(parley.types.shared, "Authorization")


def test_licence_is_that_of_the_repository():
    assert (CLIENT / "LICENSE").read_text() == (REPOSITORY / "LICENSE").read_text()
