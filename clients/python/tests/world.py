"""Who there is in a test: a backend with users of its own, and a tenant with one Teams user."""

from __future__ import annotations

import uuid

import parley
from parley.types.directory import TenantUser


class World:
    """The clients of a fresh resource and a fresh tenant, which may reach each other."""

    def __init__(self, broker) -> None:
        self.address = broker.address
        self.broker = broker
        self.operator = parley.Client(broker.address, broker.credentials["operator_key"])
        resource = self.operator.admin.create_resource("Roofs")
        tenant = self.operator.admin.create_tenant("Contoso")
        self.resource_id, self.key = resource.resource.resource_id, resource.keys[0].secret
        self.tenant_key = tenant.key.secret
        self.backend = parley.Client(broker.address, self.key)
        self.tenant = parley.Client(broker.address, self.tenant_key)
        self.tess_id = str(uuid.uuid4())
        tess = TenantUser(user_id=self.tess_id, user_principal_name="tess@contoso.example", display_name="Tess")
        self.tenant.directory.import_tenant_users([tess])
        self.allow(True)
        self.anna_id = self.user("Anna")
        self.ben_id = self.user("Ben")
        self.anna = self.backend.as_user(self.anna_id)
        self.ben = self.backend.as_user(self.ben_id)

    def user(self, name: str) -> str:
        """Make a user, and return its raw id."""
        return self.backend.identity.create_user(display_name=name).user.identifier.raw_id

    def allow(self, enabled: bool) -> None:
        """Open or close the tenant to the resource."""
        self.tenant.policy.update_federation_configuration(enable_acs_users=enabled, allowed_acs_resources=[self.resource_id])

    def thread(self, *others: str) -> str:
        """Make a thread of Anna and others, and return its id."""
        return self.anna.chat.create_thread("Roof", [self.ben_id, *others]).thread.thread_id

    def aio(self, user: str | None = None) -> parley.aio.Client:
        """Return an asyncio client of the backend, or of one of its users."""
        client = parley.aio.Client(self.address, self.key)
        return client.as_user(user) if user else client

    def close(self) -> None:
        """Close all clients."""
        for client in (self.operator, self.backend, self.tenant):
            client.close()
