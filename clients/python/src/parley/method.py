"""What the layer knows about each method of the contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from google.protobuf.message import Message

Request = TypeVar("Request", bound="Message")
Response = TypeVar("Response", bound="Message")


@dataclass(frozen=True)
class Method(Generic[Request, Response]):
    """One method of the contract; `parley.methods` has them all.

    Attributes:
        path: The path on the wire, such as `/parley.chat.v1.ChatService/SendMessage`.
        request: The class of its request.
        response: The class of its response, or of each response of a stream.
        repeatable: Whether calling it twice does no more than calling it once, so that the layer may try again.
        keyed: Whether the request has an `idempotency_key`, which the layer fills in.

    """

    path: str
    request: type[Request]
    response: type[Response]
    repeatable: bool
    keyed: bool

    @property
    def name(self) -> str:
        """The service and the method without the package: `ChatService/SendMessage`."""
        return self.path.rpartition(".")[2]
