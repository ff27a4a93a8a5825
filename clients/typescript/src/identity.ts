import type { MessageInitShape } from "@bufbuild/protobuf";
import {
  IdentityService,
  type ListUsersRequestSchema,
  type User,
} from "./gen/parley/identity/v1/identity_service_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";

/** Lists of identity. */
export class IdentityLists {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /** All communication users of the caller's resource. */
  users(request: MessageInitShape<typeof ListUsersRequestSchema> = {}, options?: CallOptions): AsyncGenerator<User> {
    return items(this.#layer, IdentityService.method.listUsers, request, options);
  }
}

/** Users and tokens: the methods of IdentityService, and a list. */
export type Identity = IdentityLists & UnaryMethods<typeof IdentityService>;

/** @internal */
export function identity(layer: Layer): Identity {
  return Object.assign(new IdentityLists(layer), unaryMethods(IdentityService, layer));
}
