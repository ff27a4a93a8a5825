import type { DescMessage, MessageInitShape } from "@bufbuild/protobuf";
import { startOf } from "./chat.js";
import type { ExternalAccessPolicy, ExternalAccessPolicyGrant, PolicyEvent } from "./gen/parley/policy/v1/policy_pb.js";
import {
  type ListExternalAccessPoliciesRequestSchema,
  type ListExternalAccessPolicyGrantsRequestSchema,
  PolicyService,
} from "./gen/parley/policy/v1/policy_service_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";
import { type FollowOptions, heartbeatInterval, type Reader, Subscription } from "./subscription.js";

/** What a policy stream tells. */
export interface PolicyUpdate {
  /** What was committed. */
  readonly event: PolicyEvent;
  /** The position after it. */
  readonly cursor: Uint8Array;
}

/** Options of a policy stream. */
export interface PolicyFollowOptions extends FollowOptions {
  /** The tenant; none means that of the caller. */
  tenantId?: string;
}

/** Streams and lists of policy. */
export class PolicyStreams {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /** Follows the changes of a tenant's policy. It goes on by itself after a lost connection; see `Subscription`. */
  follow(options: PolicyFollowOptions = {}): Subscription<PolicyUpdate> {
    const interval = heartbeatInterval(options);
    const reader: Reader<
      typeof PolicyService.method.watchPolicy.input,
      typeof PolicyService.method.watchPolicy.output,
      PolicyUpdate
    > = {
      method: PolicyService.method.watchPolicy,
      request: (cursor) => ({
        start: startOf(cursor, options),
        tenantId: options.tenantId ?? "",
        ...(interval && { heartbeatInterval: interval }),
      }),
      read: ({ payload, cursor }) =>
        payload.case === "event" ? { item: { event: payload.value, cursor }, cursor } : { cursor },
    };
    return new Subscription(this.#layer, reader as unknown as Reader<DescMessage, DescMessage, PolicyUpdate>, options);
  }

  /** All external access policies of a tenant. */
  policies(
    request: MessageInitShape<typeof ListExternalAccessPoliciesRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<ExternalAccessPolicy> {
    return items(this.#layer, PolicyService.method.listExternalAccessPolicies, request, options);
  }

  /** All grants of a tenant. */
  grants(
    request: MessageInitShape<typeof ListExternalAccessPolicyGrantsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<ExternalAccessPolicyGrant> {
    return items(this.#layer, PolicyService.method.listExternalAccessPolicyGrants, request, options);
  }
}

/** Who may reach whom: the methods of PolicyService, and a stream and lists. */
export type Policy = PolicyStreams & UnaryMethods<typeof PolicyService>;

/** @internal */
export function policy(layer: Layer): Policy {
  return Object.assign(new PolicyStreams(layer), unaryMethods(PolicyService, layer));
}
