"""Every method of the contract, for `Client.unary`, which calls it with deadline, retries and typed errors.

>>> await backend.unary(parley.methods.IdentityService.GET_CALLER, GetCallerRequest())
kind: CALLER_KIND_RESOURCE
...
"""

from parley._gen.methods import (
    AdminService,
    CallService,
    ChatService,
    DirectoryService,
    IdentityService,
    PolicyService,
)

__all__ = ["AdminService", "CallService", "ChatService", "DirectoryService", "IdentityService", "PolicyService"]
