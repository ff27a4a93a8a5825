# Generated from parley/aio/client.py by make generate. Do not edit.
"""The client."""

from __future__ import annotations

from types import TracebackType

from parley._gen.identity.v1.identity_service_pb2 import AccessToken
from parley._running import threads as running
from parley.blocking.admin import Admin
from parley.blocking.calls import Calls
from parley.blocking.chat import Chat
from parley.blocking.connection import DEFAULT_TIMEOUT, Connection, Line, own
from parley.blocking.credential import Credential
from parley.blocking.directory import Directory
from parley.blocking.identity import Identity
from parley.blocking.policy import Policy
from parley.endpoint import Tls, endpoint
from parley.identifiers import IdentifierLike, raw_id
from parley.method import Method, Request, Response
from parley.retry import Retry
from parley.tokens import Metadata


class Client:
    """A connection to a broker, with one object for each of its services.

    It connects with its first call, may be shared by all threads, and is a context manager that closes it.

    >>> with parley.Client(address, key) as client:
    ...     (client.identity.get_caller()).resource_id == resource_id
    True

    Args:
        address: Where the broker is: `host:port`.
        credential: An access key, a token, or a function without arguments that returns a token (as text or as an
            `AccessToken`). The function is asked when a token is needed first, again before it expires, once for all calls
            that wait, and once more when the broker says that the token has expired. It runs beside the calls, in one thread:
            a call whose deadline passes does not wait for it any longer.
        tls: None uses TLS, but plaintext for a loopback address. True asks for TLS, False for plaintext, and a `Tls`
            says whom to trust.
        timeout: The deadline of each call in seconds, unless the call has its own; `math.inf` for none. Streams have none.
        retry: How often and how soon calls are tried again that the contract lets be repeated.

    Raises:
        ValueError: If the address is not of the form `host:port`.
        UnauthenticatedError: If there is no credential, or it cannot be one.

    Attributes:
        chat: Threads and messages.
        calls: Calls.
        policy: Who may reach whom, for administrators of a tenant.
        identity: The resource's users, and tokens.
        directory: The tenant's users, groups and voice applications.
        admin: Resources, tenants, keys and audit, for the operator.

    """

    def __init__(
        self,
        address: str,
        credential: str | AccessToken | running.TokenProvider,
        *,
        tls: bool | Tls | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        retry: Retry | None = None,
    ) -> None:
        line = Line(endpoint(address, tls), Credential(credential))
        self._use(Connection(line, timeout=timeout, retry=retry))

    def _use(self, connection: Connection) -> None:
        self._connection = connection
        self.chat = Chat(connection)
        self.calls = Calls(connection)
        self.policy = Policy(connection)
        self.identity = Identity(connection)
        self.directory = Directory(connection)
        self.admin = Admin(connection)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the connection, of derived clients too: streams end, and calls raise `CancelledError`."""
        self._connection.line.close()

    def as_user(self, user: IdentifierLike) -> Client:
        """Return a client that acts as a user of the resource. It is cheap, and shares the connection.

        Only an access key may act as a user; for others each call raises `PermissionDeniedError` (ACT_AS_FORBIDDEN).
        """
        return self._derive(act_as=raw_id(user))

    def with_options(self, *, timeout: float | None = None, retry: Retry | None = None) -> Client:
        """Return a client with another deadline in seconds or other retries. It is cheap, and shares the connection."""
        return self._derive(timeout=timeout, retry=retry)

    def _derive(self, *, act_as: str | None = None, timeout: float | None = None, retry: Retry | None = None) -> Client:
        derived = Client.__new__(Client)
        derived._use(self._connection.derive(act_as=act_as, timeout=timeout, retry=retry))
        return derived

    def use_credential(self, credential: str | AccessToken | running.TokenProvider) -> None:
        """Use another credential for what begins from now on, in derived clients too: a key that was rotated, say."""
        self._connection.credential.replace(credential)

    def unary(self, method: Method[Request, Response], request: Request, *, timeout: float | None = None) -> Response:
        """Call any method of the contract with one request and one answer, as the methods of the services do.

        The request stays as it is; each call has an idempotency key of its own unless the request has one.

        >>> client.unary(parley.methods.ChatService.GET_THREAD, GetThreadRequest(thread_id=thread.thread_id))
        thread {...}
        ...

        Raises:
            ParleyError: If it failed, and trying again did not help.

        """
        return self._connection.unary(method, own(request) if method.keyed else request, timeout)

    @property
    def channel(self) -> running.Channel:
        """The channel, for the stubs in `parley.stubs`."""
        return self._connection.line.channel

    def metadata(self) -> Metadata:
        """Return the metadata of a call that begins now, for the stubs in `parley.stubs`."""
        return self._connection.metadata_of(self._connection.credential.token())
