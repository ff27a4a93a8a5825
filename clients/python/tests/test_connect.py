from __future__ import annotations

import socket
import subprocess

import pytest
from broker import Broker
from surface import both

import parley
from parley.endpoint import endpoint

ONCE = parley.Retry(attempts=1)


@pytest.mark.parametrize(
    ("address", "tls", "encrypted"),
    [
        ("127.0.0.1:7755", None, False),
        ("[::1]:7755", None, False),
        ("localhost:7755", None, False),
        ("broker.example:443", None, True),
        ("10.0.0.1:443", None, True),
        ("10.0.0.1:443", False, False),
        ("127.0.0.1:7755", True, True),
        ("127.0.0.1:7755", parley.Tls(), True),
    ],
)
def test_tls_is_the_default_but_for_loopback(address, tls, encrypted):
    assert (endpoint(address, tls).tls is not None) == encrypted


@pytest.mark.parametrize(
    "address", ["", "broker", "broker:", ":7755", "broker:0", "broker:65536", "http://broker:80", "broker:http"]
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ValueError, match="host:port"):
        parley.Client(address, "key")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    files = {name: folder / f"{name}.pem" for name in ("cert", "key")}
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", files["cert"], "-keyout", files["key"]]
    subprocess.run([*command, *names], check=True, capture_output=True)
    return files


@pytest.fixture(scope="module")
def secure(certificate):
    started = Broker("--tls-cert", str(certificate["cert"]), "--tls-key", str(certificate["key"]))
    yield started
    started.close()


@both
async def test_nothing_listens(surface):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    client = surface.client(address, "key", retry=ONCE)
    with pytest.raises(parley.UnavailableError, match=f"cannot reach the broker at {address}.*Check the address"):
        await surface(client.identity.get_caller)


@both
async def test_a_stream_to_nowhere_fails(surface):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    client = surface.client(address, "key", retry=parley.Retry(attempts=2, initial=0.001))
    stream = client.chat.follow()
    with pytest.raises(parley.UnavailableError, match="cannot reach"):
        await surface.next(stream)
    with pytest.raises(parley.UnavailableError, match="cannot reach"):
        await surface.next(stream)


@both
async def test_a_wrong_key(surface, broker):
    client = surface.client(broker.address, "parley_rk_wrong")
    with pytest.raises(parley.UnauthenticatedError) as caught:
        await surface(client.identity.get_caller)
    assert caught.value.reason in {parley.Reason.KEY_UNKNOWN, parley.Reason.CREDENTIAL_MALFORMED}


@both
async def test_plaintext_to_tls(surface, secure):
    client = surface.client(secure.address, "key", retry=ONCE)
    with pytest.raises(parley.UnavailableError, match="TLS"):
        await surface(client.identity.get_caller)


@both
async def test_tls_to_plaintext(surface, broker):
    client = surface.client(broker.address, "key", tls=True, retry=ONCE)
    with pytest.raises(parley.UnavailableError, match="plaintext"):
        await surface(client.identity.get_caller)


@both
async def test_tls(surface, secure, certificate):
    client = surface.client(
        secure.address,
        secure.credentials["operator_key"],
        tls=parley.Tls(root_certificates=certificate["cert"].read_bytes()),
    )
    assert (await surface(client.identity.get_caller)).key_id


@both
async def test_a_certificate_that_is_not_trusted(surface, secure):
    client = surface.client(secure.address, "key", tls=True, retry=ONCE)
    with pytest.raises(parley.UnavailableError, match=r"(?i)certificate"):
        await surface(client.identity.get_caller)
