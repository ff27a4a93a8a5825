import type { MessageInitShape } from "@bufbuild/protobuf";
import {
  AdminService,
  type AuditRecord,
  type ListAuditRecordsRequestSchema,
  type ListResourcesRequestSchema,
  type ListTenantsRequestSchema,
  type Resource,
  type Tenant,
} from "./gen/parley/admin/v1/admin_service_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";

/** Lists of administration. */
export class AdminLists {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /** All resources. */
  resources(
    request: MessageInitShape<typeof ListResourcesRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<Resource> {
    return items(this.#layer, AdminService.method.listResources, request, options);
  }

  /** All tenants. */
  tenants(
    request: MessageInitShape<typeof ListTenantsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<Tenant> {
    return items(this.#layer, AdminService.method.listTenants, request, options);
  }

  /** All that was written down of what callers did. */
  auditRecords(
    request: MessageInitShape<typeof ListAuditRecordsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<AuditRecord> {
    return items(this.#layer, AdminService.method.listAuditRecords, request, options);
  }
}

/** Resources, tenants and keys, for operators: the methods of AdminService, and lists. */
export type Admin = AdminLists & UnaryMethods<typeof AdminService>;

/** @internal */
export function admin(layer: Layer): Admin {
  return Object.assign(new AdminLists(layer), unaryMethods(AdminService, layer));
}
