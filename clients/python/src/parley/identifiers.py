"""Who somebody is: users of a resource, users and voice applications of a tenant, telephone numbers.

The text form, the raw id, is canonical: two identifiers name the same party exactly if their raw ids are equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from parley._gen.reason import Reason
from parley._gen.type.v1.identifier_pb2 import CommunicationIdentifier
from parley.errors import InvalidIdentifierError

MAX_BYTES = 256

GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
VISITOR = re.compile(r"[A-Za-z0-9._~:-]{1,128}")
E164 = re.compile(r"\+[1-9][0-9]{1,14}")


class Cloud(Enum):
    """The separate clouds that Teams users live in."""

    PUBLIC = "public"
    GCCH = "gcch"
    DOD = "dod"


USER_PREFIX = {Cloud.PUBLIC: "8:orgid:", Cloud.GCCH: "8:gcch:", Cloud.DOD: "8:dod:"}
APPLICATION_PREFIX = {Cloud.PUBLIC: "28:orgid:", Cloud.GCCH: "28:gcch:", Cloud.DOD: "28:dod:"}


class Party:
    """What all identifiers have."""

    raw_id: str

    def message(self) -> CommunicationIdentifier:
        """Return the message that names the party in requests."""
        return CommunicationIdentifier(raw_id=self.raw_id)


@dataclass(frozen=True)
class CommunicationUser(Party):
    """A user of a resource, by the GUIDs of both. Upper case is lowered; anything else raises `InvalidIdentifierError`.

    >>> anna = CommunicationUser("7d1a0c52-3f6e-4b7a-9c1d-2e5f8a9b0c1d", "0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D")
    >>> anna.raw_id
    '8:acs:7d1a0c52-3f6e-4b7a-9c1d-2e5f8a9b0c1d_0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d'
    """

    resource_id: str
    user_id: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "resource_id", guid(self.resource_id))
        object.__setattr__(self, "user_id", guid(self.user_id))

    @property
    def raw_id(self) -> str:  # type: ignore[override]
        """The canonical text form."""
        return f"8:acs:{self.resource_id}_{self.user_id}"


@dataclass(frozen=True)
class TeamsUser(Party):
    """A user of a tenant by its object id, a GUID; or a visitor without an account, by an id of 1 to 128 characters.

    >>> TeamsUser("11111111-1111-4111-8111-111111111111").raw_id
    '8:orgid:11111111-1111-4111-8111-111111111111'
    """

    user_id: str
    cloud: Cloud = Cloud.PUBLIC
    is_anonymous: bool = False

    def __post_init__(self) -> None:
        if not self.is_anonymous:
            object.__setattr__(self, "user_id", guid(self.user_id))
        elif not VISITOR.fullmatch(self.user_id):
            raise invalid(self.user_id, "a visitor's id has 1 to 128 letters, digits and . _ ~ : -")

    @property
    def raw_id(self) -> str:  # type: ignore[override]
        """The canonical text form."""
        return ("8:teamsvisitor:" if self.is_anonymous else USER_PREFIX[self.cloud]) + self.user_id


@dataclass(frozen=True)
class TeamsVoiceApplication(Party):
    """A call queue or an auto attendant of a tenant, by its GUID."""

    app_id: str
    cloud: Cloud = Cloud.PUBLIC

    def __post_init__(self) -> None:
        object.__setattr__(self, "app_id", guid(self.app_id))

    @property
    def raw_id(self) -> str:  # type: ignore[override]
        """The canonical text form."""
        return APPLICATION_PREFIX[self.cloud] + self.app_id


@dataclass(frozen=True)
class PhoneNumber(Party):
    """A telephone number in E.164 form with its plus sign, such as `+15551234567`."""

    value: str

    def __post_init__(self) -> None:
        if not E164.fullmatch(self.value):
            raise invalid(self.value, "a telephone number is in E.164 form, such as +15551234567")

    @property
    def raw_id(self) -> str:  # type: ignore[override]
        """The canonical text form."""
        return "4:" + self.value


@dataclass(frozen=True)
class UnknownIdentifier(Party):
    """A party of a kind that this version does not know. Its raw id is kept as it is."""

    raw_id: str


Identifier = CommunicationUser | TeamsUser | TeamsVoiceApplication | PhoneNumber | UnknownIdentifier

IdentifierLike = Identifier | CommunicationIdentifier | str
"""What methods take: an identifier, one of an answer of the broker, or a raw id."""


def parse(raw_id: str) -> Identifier:
    """Return the identifier of a raw id.

    >>> parse("4:+15551234567")
    PhoneNumber(value='+15551234567')
    >>> parse("8:dod:11111111-1111-4111-8111-111111111111").cloud
    <Cloud.DOD: 'dod'>

    Raises:
        InvalidIdentifierError: If it is empty, above 256 bytes, or malformed after a prefix that is known.

    """
    if not 0 < len(raw_id.encode("utf-8", "surrogatepass")) <= MAX_BYTES:
        raise invalid(raw_id, f"a raw id has 1 to {MAX_BYTES} bytes")
    if rest := after(raw_id, "8:acs:"):
        resource_id, _, user_id = rest[0].partition("_")
        return CommunicationUser(resource_id, user_id)
    if rest := after(raw_id, "8:teamsvisitor:"):
        return TeamsUser(rest[0], is_anonymous=True)
    if rest := after(raw_id, "4:"):
        return PhoneNumber(rest[0])
    for cloud in Cloud:
        if rest := after(raw_id, USER_PREFIX[cloud]):
            return TeamsUser(rest[0], cloud)
        if rest := after(raw_id, APPLICATION_PREFIX[cloud]):
            return TeamsVoiceApplication(rest[0], cloud)
    return UnknownIdentifier(raw_id)


def identify(party: IdentifierLike) -> Identifier:
    """Return the identifier of whatever names a party; of a message of the broker for instance.

    >>> identify(thread.created_by) == identify(anna_id)
    True

    Raises:
        InvalidIdentifierError: If its raw id is not one.

    """
    if isinstance(party, str):
        return parse(party)
    if isinstance(party, CommunicationIdentifier):
        return parse(party.raw_id)
    return party


def raw_id(party: IdentifierLike) -> str:
    """Return the raw id of whatever names a party. A text is taken as it is: the broker judges it."""
    return party if isinstance(party, str) else party.raw_id


def message(party: IdentifierLike) -> CommunicationIdentifier:
    """Return the message that names a party to the broker."""
    if isinstance(party, CommunicationIdentifier):
        return party
    return CommunicationIdentifier(raw_id=party) if isinstance(party, str) else party.message()


def optional(party: IdentifierLike | None) -> CommunicationIdentifier | None:
    """Return the same, and None for nobody."""
    return None if party is None else message(party)


def after(text: str, prefix: str) -> tuple[str] | None:
    """Return what follows a prefix, which may be empty, or None if the text does not begin with it."""
    return (text[len(prefix) :],) if text.startswith(prefix) else None


def guid(text: str) -> str:
    """Return a GUID in lower case."""
    if text.isascii() and GUID.fullmatch(lowered := text.lower()):
        return lowered
    raise invalid(text, "here stands a GUID, such as 11111111-1111-4111-8111-111111111111")


def invalid(text: str, rule: str) -> InvalidIdentifierError:
    """Return the error of a text that breaks a rule."""
    return InvalidIdentifierError(f"{text!r} is no identifier: {rule}", reason=Reason.INVALID_IDENTIFIER.value)
