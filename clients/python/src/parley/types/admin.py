# Generated from proto/parley by make generate. Do not edit.
"""Messages and enums of the area `admin`."""

from parley._gen.admin.v1.admin_service_pb2 import AuditRecord as AuditRecord
from parley._gen.admin.v1.admin_service_pb2 import CreateResourceRequest as CreateResourceRequest
from parley._gen.admin.v1.admin_service_pb2 import CreateResourceResponse as CreateResourceResponse
from parley._gen.admin.v1.admin_service_pb2 import CreateTenantRequest as CreateTenantRequest
from parley._gen.admin.v1.admin_service_pb2 import CreateTenantResponse as CreateTenantResponse
from parley._gen.admin.v1.admin_service_pb2 import DeleteResourceRequest as DeleteResourceRequest
from parley._gen.admin.v1.admin_service_pb2 import DeleteResourceResponse as DeleteResourceResponse
from parley._gen.admin.v1.admin_service_pb2 import DeleteTenantRequest as DeleteTenantRequest
from parley._gen.admin.v1.admin_service_pb2 import DeleteTenantResponse as DeleteTenantResponse
from parley._gen.admin.v1.admin_service_pb2 import GetResourceRequest as GetResourceRequest
from parley._gen.admin.v1.admin_service_pb2 import GetResourceResponse as GetResourceResponse
from parley._gen.admin.v1.admin_service_pb2 import GetTenantRequest as GetTenantRequest
from parley._gen.admin.v1.admin_service_pb2 import GetTenantResponse as GetTenantResponse
from parley._gen.admin.v1.admin_service_pb2 import GetUsageRequest as GetUsageRequest
from parley._gen.admin.v1.admin_service_pb2 import GetUsageResponse as GetUsageResponse
from parley._gen.admin.v1.admin_service_pb2 import Key as Key
from parley._gen.admin.v1.admin_service_pb2 import KeySlot as KeySlot
from parley._gen.admin.v1.admin_service_pb2 import ListAuditRecordsRequest as ListAuditRecordsRequest
from parley._gen.admin.v1.admin_service_pb2 import ListAuditRecordsResponse as ListAuditRecordsResponse
from parley._gen.admin.v1.admin_service_pb2 import ListKeysRequest as ListKeysRequest
from parley._gen.admin.v1.admin_service_pb2 import ListKeysResponse as ListKeysResponse
from parley._gen.admin.v1.admin_service_pb2 import ListResourcesRequest as ListResourcesRequest
from parley._gen.admin.v1.admin_service_pb2 import ListResourcesResponse as ListResourcesResponse
from parley._gen.admin.v1.admin_service_pb2 import ListTenantsRequest as ListTenantsRequest
from parley._gen.admin.v1.admin_service_pb2 import ListTenantsResponse as ListTenantsResponse
from parley._gen.admin.v1.admin_service_pb2 import NewKey as NewKey
from parley._gen.admin.v1.admin_service_pb2 import Quotas as Quotas
from parley._gen.admin.v1.admin_service_pb2 import Resource as Resource
from parley._gen.admin.v1.admin_service_pb2 import RotateKeyRequest as RotateKeyRequest
from parley._gen.admin.v1.admin_service_pb2 import RotateKeyResponse as RotateKeyResponse
from parley._gen.admin.v1.admin_service_pb2 import Tenant as Tenant
from parley._gen.admin.v1.admin_service_pb2 import UpdateResourceRequest as UpdateResourceRequest
from parley._gen.admin.v1.admin_service_pb2 import UpdateResourceResponse as UpdateResourceResponse
from parley._gen.admin.v1.admin_service_pb2 import UpdateTenantRequest as UpdateTenantRequest
from parley._gen.admin.v1.admin_service_pb2 import UpdateTenantResponse as UpdateTenantResponse
