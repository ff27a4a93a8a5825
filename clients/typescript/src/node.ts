/**
 * The client for Node: gRPC over HTTP/2.
 * @module
 */
import { readFileSync } from "node:fs";
import { createGrpcTransport, Http2SessionManager } from "@connectrpc/connect-node";
import { isLoopback, parseAddress } from "./address.js";
import { type Client, makeClient } from "./client.js";
import type { Credential } from "./credential.js";
import type { Platform } from "./layer.js";
import type { ClientOptions } from "./options.js";

export * from "./index.js";

/** Options of a client in Node. */
export interface ConnectOptions extends ClientOptions {
  /** Whether to speak TLS. Default: on, but for loopback addresses. */
  tls?: boolean;
  /** A PEM file of certificate authorities to trust instead of the system's. It turns TLS on. */
  caFile?: string;
}

/** How long a connection may be silent before it is asked whether it is still there, in milliseconds. */
const pingIntervalMs = 60_000;
const pingTimeoutMs = 15_000;
/** How long a connection that nobody uses is kept, in milliseconds. */
const idleConnectionTimeoutMs = 5 * 60_000;

/**
 * Makes a client. It connects when it is first used.
 *
 * @param address `host:port` of the broker
 * @param credential an access key, a token, or a function that gets tokens
 * @throws {InvalidArgumentError} if the address has another form
 *
 * @example
 * ```ts
 * const token = async () => (await backend.identity.issueToken({ identifier: benId, scopes: [types.Scope.CHAT] })).accessToken?.token ?? "";
 * const user = connect(address, token, { timeoutMs: 5_000 });
 * console.log((await user.identity.getCaller({})).identifier?.rawId);
 * user.close();
 * ```
 */
export function connect(address: string, credential: Credential, options: ConnectOptions = {}): Client {
  return makeClient(new NodePlatform(address, options), credential, options);
}

/** HTTP/2 connections to one broker, one at a time. */
class NodePlatform implements Platform {
  readonly duplex = true;
  readonly agentField = "user-agent";
  readonly transport;
  readonly #address: string;
  readonly #secure: boolean;
  readonly #open: () => Http2SessionManager;
  #current: Http2SessionManager;
  #before: Http2SessionManager[] = [];
  #generation = 0;

  constructor(text: string, options: ConnectOptions) {
    const address = parseAddress(text);
    this.#address = text;
    this.#secure = options.tls ?? (options.caFile !== undefined || !isLoopback(address.host));
    const url = `${this.#secure ? "https" : "http"}://${address.authority}`;
    const trusted = options.caFile === undefined ? undefined : { ca: readFileSync(options.caFile) };
    const ping = { pingIntervalMs, pingTimeoutMs, idleConnectionTimeoutMs };
    this.#open = () => new Http2SessionManager(url, ping, trusted);
    this.#current = this.#open();
    this.transport = createGrpcTransport({
      baseUrl: url,
      acceptCompression: [],
      sessionManager: {
        authority: this.#current.authority,
        request: (method, path, headers, streamOptions) => this.#current.request(method, path, headers, streamOptions),
        notifyResponseByteRead: (stream) => {
          this.#current.notifyResponseByteRead(stream);
          for (const old of this.#before) old.notifyResponseByteRead(stream);
        },
      },
    });
    this.unreachable = this.unreachable.bind(this);
  }

  unreachable(cause: string): string {
    const hint = this.#secure
      ? "The client speaks TLS: if the broker serves plaintext, connect with tls: false; if its certificate is of an authority of your own, name it with caFile"
      : "The client speaks plaintext: if the broker serves TLS, connect with tls: true";
    return `cannot reach ${this.#address}: ${cause}. ${hint}.`;
  }

  generation(): number {
    return this.#generation;
  }

  renew(generation: number): void {
    if (generation !== this.#generation) return;
    this.#generation++;
    this.#before = this.#before.filter((old) => old.state() === "open");
    this.#before.push(this.#current);
    this.#current = this.#open();
  }

  close(): void {
    for (const manager of [this.#current, ...this.#before]) manager.abort();
  }
}
