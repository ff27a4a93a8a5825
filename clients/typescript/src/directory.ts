import type { MessageInitShape } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { UnimplementedError } from "./errors.js";
import type { Group, TenantUser, VoiceApplication } from "./gen/parley/directory/v1/directory_pb.js";
import {
  DirectoryService,
  type FindTenantUsersRequestSchema,
  type ImportTenantUsersRequestSchema,
  type ImportTenantUsersResponse,
  type ListGroupMembersRequestSchema,
  type ListGroupsRequestSchema,
  type ListVoiceApplicationsRequestSchema,
} from "./gen/parley/directory/v1/directory_service_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";

/** A part of an import. */
export type ImportPart = MessageInitShape<typeof ImportTenantUsersRequestSchema>;

/** The import and the lists of a directory. */
export class DirectoryLists {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /**
   * Imports the users of a tenant, in parts of as many as one request may have. It has no deadline of its own, and is not tried
   * again; importing the same users twice changes nothing.
   * @throws {UnimplementedError} in a browser, which cannot send a stream
   */
  importTenantUsers(
    parts: Iterable<ImportPart> | AsyncIterable<ImportPart>,
    options: CallOptions = {},
  ): Promise<ImportTenantUsersResponse> {
    if (!this.#layer.platform.duplex) {
      const message = "a browser cannot send a stream of requests: import from Node, or with parleyctl";
      return Promise.reject(new UnimplementedError({ code: "UNIMPLEMENTED", message }));
    }
    return createClient(DirectoryService, this.#layer).importTenantUsers(asynchronous(parts), options);
  }

  /** All users of a tenant that match. */
  users(
    request: MessageInitShape<typeof FindTenantUsersRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<TenantUser> {
    return items(this.#layer, DirectoryService.method.findTenantUsers, request, options);
  }

  /** All groups of a tenant. */
  groups(request: MessageInitShape<typeof ListGroupsRequestSchema> = {}, options?: CallOptions): AsyncGenerator<Group> {
    return items(this.#layer, DirectoryService.method.listGroups, request, options);
  }

  /** The ids of all members of a group. */
  members(
    request: MessageInitShape<typeof ListGroupMembersRequestSchema>,
    options?: CallOptions,
  ): AsyncGenerator<string> {
    return items(this.#layer, DirectoryService.method.listGroupMembers, request, options);
  }

  /** All voice applications of a tenant. */
  voiceApplications(
    request: MessageInitShape<typeof ListVoiceApplicationsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<VoiceApplication> {
    return items(this.#layer, DirectoryService.method.listVoiceApplications, request, options);
  }
}

async function* asynchronous<T>(source: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* source;
}

/** The users of tenants: the methods of DirectoryService, and lists. */
export type Directory = DirectoryLists & UnaryMethods<typeof DirectoryService>;

/** @internal */
export function directory(layer: Layer): Directory {
  return Object.assign(new DirectoryLists(layer), unaryMethods(DirectoryService, layer));
}
