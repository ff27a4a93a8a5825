"""Who may reach whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from parley._gen.methods import PolicyService
from parley._gen.policy.v1.policy_pb2 import (
    Decision,
    ExternalAccessPolicy,
    ExternalAccessPolicyGrant,
    FederationConfiguration,
    InteropCapabilities,
    PolicyDocument,
    PolicyEvent,
)
from parley._gen.policy.v1.policy_service_pb2 import (
    ApplyPolicyRequest,
    ApplyPolicyResponse,
    BatchEvaluateInteropRequest,
    BatchEvaluateInteropResult,
    CreateExternalAccessPolicyRequest,
    CreateExternalAccessPolicyResponse,
    DeleteExternalAccessPolicyRequest,
    DeleteExternalAccessPolicyResponse,
    EvaluateInteropRequest,
    ExportPolicyRequest,
    ExportPolicyResponse,
    GetExternalAccessPolicyRequest,
    GetFederationConfigurationRequest,
    GrantExternalAccessPolicyRequest,
    GrantExternalAccessPolicyResponse,
    ListExternalAccessPoliciesRequest,
    ListExternalAccessPolicyGrantsRequest,
    RevokeExternalAccessPolicyGrantRequest,
    RevokeExternalAccessPolicyGrantResponse,
    UpdateExternalAccessPolicyRequest,
    UpdateExternalAccessPolicyResponse,
    UpdateFederationConfigurationRequest,
    UpdateFederationConfigurationResponse,
    WatchPolicyRequest,
)
from parley.aio.connection import Connection
from parley.aio.follow import Follow
from parley.aio.pages import Pages
from parley.mask import given, mask
from parley.subscription import Start, Subscription


class Policy:
    """Who may reach whom: a tenant's configuration, its policies and their grants.

    Every method takes `timeout`, the deadline of this call in seconds, and raises `ParleyError`. `tenant_id` is empty for
    the caller's own tenant. Where `etag` is given and the thing has changed since, `AbortedError` (ETAG_MISMATCH) is raised.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def get_federation_configuration(
        self, *, tenant_id: str = "", timeout: float | None = None
    ) -> FederationConfiguration:
        """Return the tenant's configuration."""
        request = GetFederationConfigurationRequest(tenant_id=tenant_id)
        answer = await self._connection.unary(PolicyService.GET_FEDERATION_CONFIGURATION, request, timeout)
        return answer.configuration

    async def update_federation_configuration(
        self,
        *,
        enable_acs_users: bool | None = None,
        allowed_acs_resources: Sequence[str] | None = None,
        capabilities: Mapping[str, bool] | None = None,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateFederationConfigurationResponse:
        """Change what is given, and leave what is None. Of the capabilities only those that are named change.

        >>> changed = await tenant.policy.update_federation_configuration(
        ...     enable_acs_users=True, allowed_acs_resources=[resource_id], capabilities={"recording": True}
        ... )
        >>> changed.configuration.enable_acs_users, changed.configuration.capabilities.recording
        (True, True)
        """
        values = given(enable_acs_users=enable_acs_users, allowed_acs_resources=allowed_acs_resources)
        lifted = capabilities or {}
        configuration = FederationConfiguration(capabilities=InteropCapabilities(**lifted), **values)
        request = UpdateFederationConfigurationRequest(
            tenant_id=tenant_id,
            configuration=configuration,
            update_mask=mask(values | {f"capabilities.{name}": value for name, value in lifted.items()}),
            etag=etag,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(PolicyService.UPDATE_FEDERATION_CONFIGURATION, request, timeout)

    async def create_external_access_policy(
        self,
        name: str,
        *,
        enable_acs_federation_access: bool | None = None,
        description: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> CreateExternalAccessPolicyResponse:
        """Add a policy, which allows access unless told otherwise. The name has 1 to 64 characters."""
        policy = ExternalAccessPolicy(
            name=name, description=description, **given(enable_acs_federation_access=enable_acs_federation_access)
        )
        request = CreateExternalAccessPolicyRequest(tenant_id=tenant_id, policy=policy, idempotency_key=idempotency_key)
        return await self._connection.unary(PolicyService.CREATE_EXTERNAL_ACCESS_POLICY, request, timeout)

    async def get_external_access_policy(
        self, name: str = "Global", *, tenant_id: str = "", timeout: float | None = None
    ) -> ExternalAccessPolicy:
        """Return a policy by its name (else POLICY_NOT_FOUND)."""
        request = GetExternalAccessPolicyRequest(tenant_id=tenant_id, name=name)
        return (await self._connection.unary(PolicyService.GET_EXTERNAL_ACCESS_POLICY, request, timeout)).policy

    def list_external_access_policies(
        self, *, tenant_id: str = "", page_size: int = 0, page_token: str = "", timeout: float | None = None
    ) -> Pages[ExternalAccessPolicy]:
        """List the policies, Global included, in the order of their names; at most 1000 to a page."""
        request = ListExternalAccessPoliciesRequest(tenant_id=tenant_id, page_size=page_size, page_token=page_token)
        return Pages(self._connection, PolicyService.LIST_EXTERNAL_ACCESS_POLICIES, request, "policies", timeout)

    async def update_external_access_policy(
        self,
        name: str,
        *,
        enable_acs_federation_access: bool | None = None,
        description: str | None = None,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> UpdateExternalAccessPolicyResponse:
        """Change what is given, and leave what is None."""
        values = given(enable_acs_federation_access=enable_acs_federation_access, description=description)
        request = UpdateExternalAccessPolicyRequest(
            tenant_id=tenant_id,
            policy=ExternalAccessPolicy(name=name, **values),
            update_mask=mask(values),
            etag=etag,
            idempotency_key=idempotency_key,
        )
        return await self._connection.unary(PolicyService.UPDATE_EXTERNAL_ACCESS_POLICY, request, timeout)

    async def delete_external_access_policy(
        self,
        name: str,
        *,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> DeleteExternalAccessPolicyResponse:
        """Remove a policy that is granted to nobody (else POLICY_GRANTED); Global is reset instead."""
        request = DeleteExternalAccessPolicyRequest(tenant_id=tenant_id, name=name, etag=etag, idempotency_key=idempotency_key)
        return await self._connection.unary(PolicyService.DELETE_EXTERNAL_ACCESS_POLICY, request, timeout)

    async def grant_external_access_policy(
        self,
        policy_name: str,
        *,
        user_id: str | None = None,
        group_id: str | None = None,
        rank: int = 0,
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> GrantExternalAccessPolicyResponse:
        """Grant a policy to a user or to a group; a new grant replaces the old one.

        The lowest rank wins for a user in several groups: 1 to 1000000, and 0 takes the one after the highest there is.
        """
        grant = ExternalAccessPolicyGrant(policy_name=policy_name, user_id=user_id, group_id=group_id, rank=rank)
        request = GrantExternalAccessPolicyRequest(tenant_id=tenant_id, grant=grant, idempotency_key=idempotency_key)
        return await self._connection.unary(PolicyService.GRANT_EXTERNAL_ACCESS_POLICY, request, timeout)

    async def revoke_external_access_policy_grant(
        self,
        *,
        user_id: str | None = None,
        group_id: str | None = None,
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> RevokeExternalAccessPolicyGrantResponse:
        """Take away the grant of a user or of a group (else GRANT_NOT_FOUND)."""
        request = RevokeExternalAccessPolicyGrantRequest(
            tenant_id=tenant_id, user_id=user_id, group_id=group_id, idempotency_key=idempotency_key
        )
        return await self._connection.unary(PolicyService.REVOKE_EXTERNAL_ACCESS_POLICY_GRANT, request, timeout)

    def list_external_access_policy_grants(
        self,
        *,
        policy_name: str = "",
        tenant_id: str = "",
        page_size: int = 0,
        page_token: str = "",
        timeout: float | None = None,
    ) -> Pages[ExternalAccessPolicyGrant]:
        """List the grants, all or those of one policy; at most 1000 to a page."""
        request = ListExternalAccessPolicyGrantsRequest(
            tenant_id=tenant_id, policy_name=policy_name, page_size=page_size, page_token=page_token
        )
        return Pages(self._connection, PolicyService.LIST_EXTERNAL_ACCESS_POLICY_GRANTS, request, "grants", timeout)

    async def evaluate_interop(
        self,
        user_id: str,
        *,
        resource_id: str = "",
        tenant_id: str = "",
        at_least_revision: str = "",
        timeout: float | None = None,
    ) -> Decision:
        """Say whether a resource and a user of a tenant may meet, with every rule that was looked at.

        With the revision of a write's `commit`, the decision is made on a state after that write.

        >>> decision = await tenant.policy.evaluate_interop(tess_id, resource_id=resource_id)
        >>> decision.enabled, len(decision.steps) > 2
        (True, True)
        """
        request = EvaluateInteropRequest(
            resource_id=resource_id, tenant_id=tenant_id, user_id=user_id, at_least_revision=at_least_revision
        )
        return (await self._connection.unary(PolicyService.EVALUATE_INTEROP, request, timeout)).decision

    async def batch_evaluate_interop(
        self,
        items: Sequence[EvaluateInteropRequest],
        *,
        at_least_revision: str = "",
        timeout: float | None = None,
    ) -> Sequence[BatchEvaluateInteropResult]:
        """Decide 1 to 500 at once; there is one result for each, in their order."""
        request = BatchEvaluateInteropRequest(items=items, at_least_revision=at_least_revision)
        return (await self._connection.unary(PolicyService.BATCH_EVALUATE_INTEROP, request, timeout)).results

    async def export_policy(self, *, tenant_id: str = "", timeout: float | None = None) -> ExportPolicyResponse:
        """Return the whole policy of the tenant, and its etag."""
        request = ExportPolicyRequest(tenant_id=tenant_id)
        return await self._connection.unary(PolicyService.EXPORT_POLICY, request, timeout)

    async def apply_policy(
        self,
        document: PolicyDocument,
        *,
        dry_run: bool = False,
        etag: str = "",
        tenant_id: str = "",
        idempotency_key: str = "",
        timeout: float | None = None,
    ) -> ApplyPolicyResponse:
        """Make the policy of the tenant what the document says, and tell what changes; with `dry_run` only tell."""
        request = ApplyPolicyRequest(
            tenant_id=tenant_id, document=document, dry_run=dry_run, etag=etag, idempotency_key=idempotency_key
        )
        return await self._connection.unary(PolicyService.APPLY_POLICY, request, timeout)

    def watch(
        self,
        *,
        start: Start | bytes = Start.NOW,
        tenant_id: str = "",
        heartbeat_interval: timedelta | None = None,
        until_caught_up: bool = False,
    ) -> Follow[PolicyEvent]:
        """Return every change of the tenant's policy; the arguments are those of `chat.follow`."""
        subscription: Subscription[PolicyEvent] = Subscription(
            PolicyService.WATCH_POLICY, WatchPolicyRequest(tenant_id=tenant_id), start, heartbeat_interval, ("event",)
        )
        return Follow(self._connection, subscription, until_caught_up=until_caught_up)
