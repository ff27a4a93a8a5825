"""Parley: chat and calls between a company's own users and Teams users, under the policy of the tenant's admin.

`Client` is for threads, `parley.aio.Client` for asyncio; both have the same methods. Messages and enums of the contract are
in `parley.types`.

>>> import parley
>>> client = parley.Client(address, key)
>>> user = client.identity.create_user(display_name="Anna").user
>>> anna = client.as_user(user.identifier)
>>> created = anna.chat.create_thread("Roof")
>>> sent = anna.chat.send_message(created.thread.thread_id, "The roof leaks.")
>>> sent.sequence_id  # the first two tell who came and what it is about
3
>>> client.close()
"""

from parley import aio, methods, stubs, types
from parley._gen.reason import Reason
from parley._version import __version__
from parley.blocking import (
    Admin,
    CallFollow,
    Calls,
    CallSide,
    Chat,
    Client,
    Directory,
    Follow,
    Identity,
    IncomingCall,
    IncomingCalls,
    Page,
    Pages,
    Policy,
    Sender,
)
from parley.endpoint import Tls
from parley.errors import (
    AbortedError,
    AccessLostError,
    AlreadyExistsError,
    CancelledError,
    CursorExpiredError,
    DeadlineExceededError,
    FailedPreconditionError,
    FieldViolation,
    InternalError,
    InvalidArgumentError,
    InvalidIdentifierError,
    NotFoundError,
    OutOfRangeError,
    ParleyError,
    PermissionDeniedError,
    ResourceExhaustedError,
    UnauthenticatedError,
    UnavailableError,
    UnimplementedError,
)
from parley.identifiers import (
    Cloud,
    CommunicationUser,
    Identifier,
    IdentifierLike,
    PhoneNumber,
    TeamsUser,
    TeamsVoiceApplication,
    UnknownIdentifier,
    identify,
    parse,
)
from parley.method import Method
from parley.retry import Retry
from parley.subscription import Start

__all__ = [
    "AbortedError",
    "AccessLostError",
    "Admin",
    "AlreadyExistsError",
    "CallFollow",
    "CallSide",
    "Calls",
    "CancelledError",
    "Chat",
    "Client",
    "Cloud",
    "CommunicationUser",
    "CursorExpiredError",
    "DeadlineExceededError",
    "Directory",
    "FailedPreconditionError",
    "FieldViolation",
    "Follow",
    "Identifier",
    "IdentifierLike",
    "Identity",
    "IncomingCall",
    "IncomingCalls",
    "InternalError",
    "InvalidArgumentError",
    "InvalidIdentifierError",
    "Method",
    "NotFoundError",
    "OutOfRangeError",
    "Page",
    "Pages",
    "ParleyError",
    "PermissionDeniedError",
    "PhoneNumber",
    "Policy",
    "Reason",
    "ResourceExhaustedError",
    "Retry",
    "Sender",
    "Start",
    "TeamsUser",
    "TeamsVoiceApplication",
    "Tls",
    "UnauthenticatedError",
    "UnavailableError",
    "UnimplementedError",
    "UnknownIdentifier",
    "__version__",
    "aio",
    "identify",
    "methods",
    "parse",
    "stubs",
    "types",
]
