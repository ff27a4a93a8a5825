"""Where the broker is, and how to get there."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

import grpc

from parley._version import __version__

USER_AGENT = f"parley-python/{__version__}"
LARGEST_ANSWER = 64 * 1024 * 1024
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Tls:
    """How to check the broker's certificate, and what to show it.

    Attributes:
        root_certificates: Authorities to trust in PEM; None means those of the system.
        certificate_chain: The client's own certificate in PEM, if the broker's proxy asks for one.
        private_key: Its key in PEM.
        server_name: The name to expect in the broker's certificate; None means the host of the address.

    """

    root_certificates: bytes | None = None
    certificate_chain: bytes | None = None
    private_key: bytes | None = None
    server_name: str | None = None


@dataclass(frozen=True)
class Endpoint:
    """An address, and whether and how it is encrypted."""

    address: str
    tls: Tls | None

    def credentials(self) -> grpc.ChannelCredentials | None:
        """Return the credentials of the channel, None for plaintext."""
        if self.tls is None:
            return None
        return grpc.ssl_channel_credentials(self.tls.root_certificates, self.tls.private_key, self.tls.certificate_chain)

    def options(self) -> list[tuple[str, str | int]]:
        """Return the options of the channel."""
        options: list[tuple[str, str | int]] = [
            ("grpc.primary_user_agent", USER_AGENT),
            ("grpc.max_receive_message_length", LARGEST_ANSWER),
            ("grpc.initial_reconnect_backoff_ms", 100),
            ("grpc.max_reconnect_backoff_ms", 5000),
            # Each client has connections of its own.
            ("grpc.use_local_subchannel_pool", 1),
        ]
        if self.tls and self.tls.server_name:
            options.append(("grpc.ssl_target_name_override", self.tls.server_name))
        return options


def endpoint(address: str, tls: bool | Tls | None) -> Endpoint:
    """Return the endpoint of an address `host:port`: with TLS unless it is a loopback address or `tls` is False.

    Raises:
        ValueError: If the address is not of the form `host:port`.

    """
    host = host_of(address)
    if tls is None:
        tls = not loopback(host)
    if tls is True:
        return Endpoint(address, Tls())
    return Endpoint(address, tls or None)


def host_of(address: str) -> str:
    """Return the host of an address, without brackets."""
    host, _, port = address.rpartition(":")
    if "://" in address or not host or not port.isdecimal() or not 0 < int(port) <= HIGHEST_PORT:
        raise ValueError(f"{address!r} is not an address: give host:port, such as 127.0.0.1:7755 or [::1]:7755")
    return host.strip("[]")


def loopback(host: str) -> bool:
    """Report whether a host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
