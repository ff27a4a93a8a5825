/**
 * The client for browsers: the Connect protocol by fetch, against the address of `--http-listen`.
 * @module
 */
import { createConnectTransport } from "@connectrpc/connect-web";
import { isLoopback, parseAddress } from "./address.js";
import { type Client, makeClient } from "./client.js";
import type { Credential } from "./credential.js";
import { InvalidArgumentError } from "./errors.js";
import type { Platform } from "./layer.js";
import type { ClientOptions } from "./options.js";

export * from "./index.js";

/** Options of a client in a browser. */
export interface ConnectOptions extends ClientOptions {
  /** Whether to speak TLS to a `host:port`. Default: on, but for loopback addresses. */
  tls?: boolean;
  /** What to call instead of the browser's fetch. */
  fetch?: typeof globalThis.fetch;
}

/**
 * Makes a client. The broker must let in the origin of the page (`--http-allow-origin`).
 *
 * A browser cannot send while it receives, so `chat.sender` sends messages one by one, those of different threads side by
 * side, and `directory.importTenantUsers` is refused.
 *
 * @param address `host:port` of the broker's HTTP listener, or the URL of a proxy in front of it, such as `https://chat.example`
 * @param credential a token, or a function that gets tokens. An access key has no place in a browser.
 * @throws {InvalidArgumentError} if the address has another form
 */
export function connect(address: string, credential: Credential, options: ConnectOptions = {}): Client {
  return makeClient(new WebPlatform(urlOf(address, options.tls), options.fetch), credential, options);
}

function urlOf(address: string, tls: boolean | undefined): string {
  if (!address.includes("://")) {
    const { host, authority } = parseAddress(address);
    return `${(tls ?? !isLoopback(host)) ? "https" : "http"}://${authority}`;
  }
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address.replace(/\/$/, "");
  const message = `${JSON.stringify(address)} is no address: write host:port, or a URL such as https://chat.example`;
  throw new InvalidArgumentError({ code: "INVALID_ARGUMENT", message });
}

/** What a browser has: fetch, and connections that are its own business. */
class WebPlatform implements Platform {
  readonly duplex = false;
  readonly agentField = "x-user-agent";
  readonly transport;
  readonly #url: string;

  constructor(url: string, fetch: typeof globalThis.fetch | undefined) {
    this.#url = url;
    this.transport = createConnectTransport({ baseUrl: url, useBinaryFormat: true, ...(fetch && { fetch }) });
    this.unreachable = this.unreachable.bind(this);
  }

  unreachable(cause: string): string {
    return `cannot reach ${this.#url}: ${cause}. Is this the address of the broker's HTTP listener, does it speak TLS, and is the origin of the page among its --http-allow-origin?`;
  }

  generation(): number {
    return 0;
  }

  renew(): void {
    // The browser finds out about broken connections by itself.
  }

  close(): void {
    // Nothing is open but what is under way.
  }
}
