# Generated from proto/parley by make generate. Do not edit.
"""Messages and enums of the area `identity`."""

from parley._gen.identity.v1.identity_service_pb2 import AccessToken as AccessToken
from parley._gen.identity.v1.identity_service_pb2 import CreateUserRequest as CreateUserRequest
from parley._gen.identity.v1.identity_service_pb2 import CreateUserResponse as CreateUserResponse
from parley._gen.identity.v1.identity_service_pb2 import DeleteUserRequest as DeleteUserRequest
from parley._gen.identity.v1.identity_service_pb2 import DeleteUserResponse as DeleteUserResponse
from parley._gen.identity.v1.identity_service_pb2 import ExchangeTokenRequest as ExchangeTokenRequest
from parley._gen.identity.v1.identity_service_pb2 import ExchangeTokenResponse as ExchangeTokenResponse
from parley._gen.identity.v1.identity_service_pb2 import GetCallerRequest as GetCallerRequest
from parley._gen.identity.v1.identity_service_pb2 import GetCallerResponse as GetCallerResponse
from parley._gen.identity.v1.identity_service_pb2 import GetUserRequest as GetUserRequest
from parley._gen.identity.v1.identity_service_pb2 import GetUserResponse as GetUserResponse
from parley._gen.identity.v1.identity_service_pb2 import IssueTenantUserTokenRequest as IssueTenantUserTokenRequest
from parley._gen.identity.v1.identity_service_pb2 import IssueTenantUserTokenResponse as IssueTenantUserTokenResponse
from parley._gen.identity.v1.identity_service_pb2 import IssueTokenRequest as IssueTokenRequest
from parley._gen.identity.v1.identity_service_pb2 import IssueTokenResponse as IssueTokenResponse
from parley._gen.identity.v1.identity_service_pb2 import ListUsersRequest as ListUsersRequest
from parley._gen.identity.v1.identity_service_pb2 import ListUsersResponse as ListUsersResponse
from parley._gen.identity.v1.identity_service_pb2 import RevokeTokensRequest as RevokeTokensRequest
from parley._gen.identity.v1.identity_service_pb2 import RevokeTokensResponse as RevokeTokensResponse
from parley._gen.identity.v1.identity_service_pb2 import User as User
