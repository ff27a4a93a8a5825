"""The generated stubs of gRPC, for who wants nothing in between: no deadline, no retry, no typed error.

They take the channel and the metadata of a client, of either surface.

>>> stub = parley.stubs.IdentityServiceStub(backend.channel)
>>> caller = await stub.GetCaller(GetCallerRequest(), metadata=await backend.metadata(), timeout=5)
>>> len(caller.resource_id)
36
"""

from parley._gen.admin.v1.admin_service_pb2_grpc import AdminServiceStub
from parley._gen.call.v1.call_service_pb2_grpc import CallServiceStub
from parley._gen.chat.v1.chat_service_pb2_grpc import ChatServiceStub
from parley._gen.directory.v1.directory_service_pb2_grpc import DirectoryServiceStub
from parley._gen.identity.v1.identity_service_pb2_grpc import IdentityServiceStub
from parley._gen.policy.v1.policy_service_pb2_grpc import PolicyServiceStub

__all__ = [
    "AdminServiceStub",
    "CallServiceStub",
    "ChatServiceStub",
    "DirectoryServiceStub",
    "IdentityServiceStub",
    "PolicyServiceStub",
]
