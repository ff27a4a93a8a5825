import type { DescMessage, DescMethodUnary, DescService, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import { createClient, type Client as Stub } from "@connectrpc/connect";
import { type Admin, admin } from "./admin.js";
import { type Calls, calls } from "./call.js";
import { type Chat, chat } from "./chat.js";
import { type Credential, checkCredential, Session } from "./credential.js";
import { type Directory, directory } from "./directory.js";
import { type IdentifierLike, rawIdOf } from "./identifier.js";
import { type Identity, identity } from "./identity.js";
import { Layer, type Platform } from "./layer.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { type Policy, policy } from "./policy.js";
import { type Item, items } from "./services.js";

/**
 * A client of a broker, with one object for each service. It connects when it is first used, and again whenever it must. One
 * client serves a whole program.
 *
 * Each call has a deadline (10 seconds unless told otherwise), is tried again where the contract says that this is safe, and
 * fails with a `ParleyError`.
 */
export class Client {
  /** Threads and messages. */
  readonly chat: Chat;
  /** Calls. */
  readonly call: Calls;
  /** Who may reach whom; for administrators of a tenant. */
  readonly policy: Policy;
  /** Users of a resource, and tokens. */
  readonly identity: Identity;
  /** Users of a tenant. */
  readonly directory: Directory;
  /** Resources, tenants and keys; for operators. */
  readonly admin: Admin;
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
    this.chat = chat(layer);
    this.call = calls(layer);
    this.policy = policy(layer);
    this.identity = identity(layer);
    this.directory = directory(layer);
    this.admin = admin(layer);
  }

  /**
   * Returns a client that acts as a user of the resource. It shares the connection and costs next to nothing; only access keys
   * may act as somebody.
   *
   * @example
   * ```ts
   * const { user } = await backend.identity.createUser({ customId: "carla", displayName: "Carla" });
   * if (!user?.identifier) throw new Error("the broker returned no user");
   * const carla = backend.asUser(user.identifier);
   * await carla.chat.createThread({ topic: "Notes" });
   * ```
   */
  asUser(user: IdentifierLike): Client {
    return new Client(this.#layer.as(rawIdOf(user)));
  }

  /** Replaces the credential of this client and of all that share its connection, for what begins from now on. */
  setCredential(credential: Credential): void {
    checkCredential(credential);
    this.#layer.session.replace(credential);
  }

  /**
   * Everything on all pages of a list, one by one, for any method that has pages; most have a method of their own, such as
   * `chat.messages`.
   */
  items<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    request: MessageInitShape<I>,
    options?: CallOptions,
  ): AsyncGenerator<Item<MessageShape<O>>> {
    return items(this.#layer, method, request, options);
  }

  /**
   * The bare methods of a service, streams included, with credentials and errors as everywhere. Streams that it opens do not
   * resume.
   */
  stub<S extends DescService>(service: S): Stub<S> {
    return createClient(service, this.#layer);
  }

  /** Closes the connection, also for the clients that share it. What is under way fails. */
  close(): void {
    this.#layer.platform.close();
  }
}

/** @internal */
export function makeClient(platform: Platform, credential: Credential, options: ClientOptions): Client {
  checkCredential(credential);
  return new Client(new Layer(platform, new Session(credential), options.timeoutMs, options.maxAttempts));
}
