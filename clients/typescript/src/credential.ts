import { makeError, UnauthenticatedError } from "./errors.js";

/** A token and when it expires. */
export interface Token {
  /** The token, a JWT. */
  token: string;
  /** When it expires; without it the client reads the `exp` of the token. */
  expiresAt?: Date;
}

/** Gets a token. It is called when one is needed, by one caller at a time, and again before the token expires. */
export type TokenProvider = () => Promise<string | Token> | string | Token;

/** An access key, a token, or what gets tokens. */
export type Credential = string | TokenProvider;

/** How long before its expiry a token is no longer used, in milliseconds; of a short one a tenth of its life. */
const margin = 30_000;

interface Held {
  token: string;
  /** When to get another, in milliseconds since 1970. */
  staleAt: number;
}

/**
 * The credential of a client and of all clients derived from it.
 * @internal
 */
export class Session {
  #credential: Credential;
  #held: Held | undefined;
  #fetching: Promise<string> | undefined;

  constructor(credential: Credential) {
    this.#credential = credential;
  }

  /** Replaces the credential for what begins from now on. */
  replace(credential: Credential): void {
    this.#credential = credential;
    this.#held = undefined;
    this.#fetching = undefined;
  }

  /** The key or the token to send; a promise only where it must be got. */
  bearer(): string | Promise<string> {
    if (typeof this.#credential === "string") return this.#credential;
    if (this.#held && Date.now() < this.#held.staleAt) return this.#held.token;
    return this.#fetch(this.#credential);
  }

  /** Forgets a token that the broker calls expired. It reports false where there is no way to get another. */
  renounce(token: string): boolean {
    if (typeof this.#credential === "string") return false;
    if (this.#held?.token === token) this.#held = undefined;
    return true;
  }

  #fetch(provider: TokenProvider): Promise<string> {
    if (this.#fetching) return this.#fetching;
    const fetching = this.#ask(provider).finally(() => {
      if (this.#fetching === fetching) this.#fetching = undefined;
    });
    this.#fetching = fetching;
    return fetching;
  }

  async #ask(provider: TokenProvider): Promise<string> {
    let got: string | Token;
    try {
      got = await provider();
    } catch (cause) {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new UnauthenticatedError({ code: "UNAUTHENTICATED", message: `the token provider failed: ${text}`, cause });
    }
    const token = typeof got === "string" ? got : got.token;
    const expiry = (typeof got === "string" ? undefined : got.expiresAt?.getTime()) ?? expiryOf(token);
    if (provider === this.#credential) this.#held = { token, staleAt: staleAt(expiry, Date.now()) };
    return token;
  }
}

function staleAt(expiry: number | undefined, now: number): number {
  if (expiry === undefined) return Number.POSITIVE_INFINITY;
  return expiry - Math.min(margin, (expiry - now) / 10);
}

/** When a JWT expires in milliseconds since 1970; undefined if it does not say. */
function expiryOf(token: string): number | undefined {
  const body = token.split(".")[1];
  if (body === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/")));
    const exp = (claims as { exp?: unknown }).exp;
    return typeof exp === "number" ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Refuses what cannot be a credential, before anything is sent.
 * @internal
 */
export function checkCredential(credential: Credential): void {
  if (typeof credential === "function") return;
  if (/^[\x21-\x7e]+$/.test(credential)) return;
  throw makeError({
    code: "UNAUTHENTICATED",
    reason: credential === "" ? "CREDENTIAL_MISSING" : "CREDENTIAL_MALFORMED",
    message:
      "the credential is an access key, a token, or a function that gets tokens; this one is empty or has spaces in it",
  });
}
