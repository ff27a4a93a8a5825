# Generated from parley/aio/admin.py by make generate. Do not edit.
"""Resources, tenants, keys and audit."""

from __future__ import annotations

from collections.abc import Sequence

from parley._gen.admin.v1.admin_service_pb2 import (
    AuditRecord,
    CreateResourceRequest,
    CreateResourceResponse,
    CreateTenantRequest,
    CreateTenantResponse,
    DeleteResourceRequest,
    DeleteResourceResponse,
    DeleteTenantRequest,
    DeleteTenantResponse,
    GetResourceRequest,
    GetTenantRequest,
    GetUsageRequest,
    GetUsageResponse,
    Key,
    KeySlot,
    ListAuditRecordsRequest,
    ListKeysRequest,
    ListResourcesRequest,
    ListTenantsRequest,
    Quotas,
    Resource,
    RotateKeyRequest,
    RotateKeyResponse,
    Tenant,
    UpdateResourceRequest,
    UpdateResourceResponse,
    UpdateTenantRequest,
    UpdateTenantResponse,
)
from parley._gen.methods import AdminService
from parley.blocking.connection import Connection
from parley.blocking.pages import Pages
from parley.mask import given, mask


class Admin:
    """Resources, tenants, their keys, the audit trail and usage, for the operator.

    Every method takes `timeout`, the deadline of this call in seconds, and raises `ParleyError`. An owner of keys, records or
    usage is named by `resource_id`, `tenant_id` or `operator=True`. What makes a key shows it once, and is never tried again
    by itself.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def create_resource(
        self,
        display_name: str = "",
        *,
        resource_id: str = "",
        quotas: Quotas | None = None,
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateResourceResponse:
        """Make a resource and its two access keys, which are shown this once.

        >>> created = operator.admin.create_resource("Roofs & Co.")
        >>> [key.secret[:10] for key in created.keys]
        ['parley_rk_', 'parley_rk_']
        """
        resource = Resource(resource_id=resource_id, display_name=display_name, quotas=quotas)
        request = CreateResourceRequest(resource=resource, idempotency_key=idempotency_key)
        return self._connection.unary(AdminService.CREATE_RESOURCE, request, timeout)

    def get_resource(self, resource_id: str, *, timeout: float | None = None) -> Resource:
        """Return a resource (else RESOURCE_NOT_FOUND)."""
        request = GetResourceRequest(resource_id=resource_id)
        return (self._connection.unary(AdminService.GET_RESOURCE, request, timeout)).resource

    def list_resources(self, *, page_size: int = 0, page_token: str = "", timeout: float | None = None) -> Pages[Resource]:
        """List the resources in the order of their ids; at most 1000 to a page."""
        request = ListResourcesRequest(page_size=page_size, page_token=page_token)
        return Pages(self._connection, AdminService.LIST_RESOURCES, request, "resources", timeout)

    def update_resource(
        self,
        resource_id: str,
        *,
        display_name: str | None = None,
        quotas: Quotas | None = None,
        etag: str = "",
        timeout: float | None = None,
    ) -> UpdateResourceResponse:
        """Change what is given, and leave what is None."""
        values = given(display_name=display_name, quotas=quotas)
        request = UpdateResourceRequest(
            resource=Resource(resource_id=resource_id, **values), update_mask=mask(values), etag=etag
        )
        return self._connection.unary(AdminService.UPDATE_RESOURCE, request, timeout)

    def delete_resource(self, resource_id: str, *, etag: str = "", timeout: float | None = None) -> DeleteResourceResponse:
        """Close a resource: its keys and tokens stop working at once. Deleting it again succeeds."""
        request = DeleteResourceRequest(resource_id=resource_id, etag=etag)
        return self._connection.unary(AdminService.DELETE_RESOURCE, request, timeout)

    def create_tenant(
        self,
        display_name: str = "",
        *,
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateTenantResponse:
        """Make a tenant and its admin key, which is shown this once."""
        request = CreateTenantRequest(
            tenant=Tenant(tenant_id=tenant_id, display_name=display_name), idempotency_key=idempotency_key
        )
        return self._connection.unary(AdminService.CREATE_TENANT, request, timeout)

    def get_tenant(self, tenant_id: str, *, timeout: float | None = None) -> Tenant:
        """Return a tenant (else TENANT_NOT_FOUND)."""
        request = GetTenantRequest(tenant_id=tenant_id)
        return (self._connection.unary(AdminService.GET_TENANT, request, timeout)).tenant

    def list_tenants(self, *, page_size: int = 0, page_token: str = "", timeout: float | None = None) -> Pages[Tenant]:
        """List the tenants in the order of their ids; at most 1000 to a page."""
        request = ListTenantsRequest(page_size=page_size, page_token=page_token)
        return Pages(self._connection, AdminService.LIST_TENANTS, request, "tenants", timeout)

    def update_tenant(
        self, tenant_id: str, *, display_name: str | None = None, etag: str = "", timeout: float | None = None
    ) -> UpdateTenantResponse:
        """Change what is given, and leave what is None."""
        values = given(display_name=display_name)
        request = UpdateTenantRequest(tenant=Tenant(tenant_id=tenant_id, **values), update_mask=mask(values), etag=etag)
        return self._connection.unary(AdminService.UPDATE_TENANT, request, timeout)

    def delete_tenant(self, tenant_id: str, *, etag: str = "", timeout: float | None = None) -> DeleteTenantResponse:
        """Close a tenant: its key and tokens stop working, and nobody reaches it. Deleting it again succeeds."""
        request = DeleteTenantRequest(tenant_id=tenant_id, etag=etag)
        return self._connection.unary(AdminService.DELETE_TENANT, request, timeout)

    def list_keys(
        self,
        *,
        resource_id: str | None = None,
        tenant_id: str | None = None,
        operator: bool | None = None,
        timeout: float | None = None,
    ) -> Sequence[Key]:
        """List the keys of an owner, without their secrets."""
        request = ListKeysRequest(resource_id=resource_id, tenant_id=tenant_id, **given(operator=operator))
        return (self._connection.unary(AdminService.LIST_KEYS, request, timeout)).keys

    def rotate_key(
        self,
        *,
        resource_id: str | None = None,
        tenant_id: str | None = None,
        operator: bool | None = None,
        slot: KeySlot = KeySlot.KEY_SLOT_PRIMARY,
        timeout: float | None = None,
    ) -> RotateKeyResponse:
        """Replace a key by a new one, which is shown this once; the old one stops working at once."""
        request = RotateKeyRequest(resource_id=resource_id, tenant_id=tenant_id, **given(operator=operator), slot=slot)
        return self._connection.unary(AdminService.ROTATE_KEY, request, timeout)

    def list_audit_records(
        self,
        *,
        resource_id: str | None = None,
        tenant_id: str | None = None,
        operator: bool | None = None,
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[AuditRecord]:
        """List what was done, latest first, of an owner or of the caller; at most 1000 to a page."""
        request = ListAuditRecordsRequest(
            resource_id=resource_id,
            tenant_id=tenant_id,
            **given(operator=operator),
            page_size=page_size,
            page_token=page_token,
        )
        return Pages(self._connection, AdminService.LIST_AUDIT_RECORDS, request, "records", timeout)

    def get_usage(
        self,
        *,
        resource_id: str | None = None,
        tenant_id: str | None = None,
        operator: bool | None = None,
        timeout: float | None = None,
    ) -> GetUsageResponse:
        """Count what an owner holds, or the caller."""
        request = GetUsageRequest(resource_id=resource_id, tenant_id=tenant_id, **given(operator=operator))
        return self._connection.unary(AdminService.GET_USAGE, request, timeout)
