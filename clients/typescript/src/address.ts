import { InvalidArgumentError } from "./errors.js";

/** Where a broker is. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** As in a URL: host and port, an IPv6 address in brackets. */
  readonly authority: string;
}

/**
 * Reads `host:port`, or `[address]:port` for IPv6.
 * @internal
 */
export function parseAddress(text: string): Address {
  const found = /^(?:\[([0-9a-fA-F:.]+)\]|([^:/?#@\s[\]]+)):([0-9]{1,5})$/.exec(text);
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3]);
  if (host === undefined || port > 65535) {
    throw new InvalidArgumentError({
      code: "INVALID_ARGUMENT",
      message: `${JSON.stringify(text)} is no address: write host:port, such as 127.0.0.1:7755`,
    });
  }
  return { host, port, authority: text };
}

/**
 * Whether a host is this machine only, where plaintext shows nothing to anybody.
 * @internal
 */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.[0-9]{1,3}){3}$/.test(host);
}
