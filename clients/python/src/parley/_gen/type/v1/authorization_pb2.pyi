from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class CallerKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CALLER_KIND_UNSPECIFIED: _ClassVar[CallerKind]
    CALLER_KIND_OPERATOR: _ClassVar[CallerKind]
    CALLER_KIND_RESOURCE: _ClassVar[CallerKind]
    CALLER_KIND_COMMUNICATION_USER: _ClassVar[CallerKind]
    CALLER_KIND_TENANT_USER: _ClassVar[CallerKind]
    CALLER_KIND_TENANT_ADMIN: _ClassVar[CallerKind]

class Scope(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCOPE_UNSPECIFIED: _ClassVar[Scope]
    SCOPE_CHAT: _ClassVar[Scope]
    SCOPE_VOIP: _ClassVar[Scope]
CALLER_KIND_UNSPECIFIED: CallerKind
CALLER_KIND_OPERATOR: CallerKind
CALLER_KIND_RESOURCE: CallerKind
CALLER_KIND_COMMUNICATION_USER: CallerKind
CALLER_KIND_TENANT_USER: CallerKind
CALLER_KIND_TENANT_ADMIN: CallerKind
SCOPE_UNSPECIFIED: Scope
SCOPE_CHAT: Scope
SCOPE_VOIP: Scope
