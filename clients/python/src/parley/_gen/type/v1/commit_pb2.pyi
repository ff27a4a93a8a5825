from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Durability(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DURABILITY_UNSPECIFIED: _ClassVar[Durability]
    DURABILITY_BUFFERED: _ClassVar[Durability]
    DURABILITY_FSYNCED: _ClassVar[Durability]
    DURABILITY_REPLICATED: _ClassVar[Durability]
DURABILITY_UNSPECIFIED: Durability
DURABILITY_BUFFERED: Durability
DURABILITY_FSYNCED: Durability
DURABILITY_REPLICATED: Durability

class Commit(_message.Message):
    __slots__ = ("durability", "revision")
    DURABILITY_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    durability: Durability
    revision: str
    def __init__(self, durability: _Optional[_Union[Durability, str]] = ..., revision: _Optional[str] = ...) -> None: ...
