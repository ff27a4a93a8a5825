/** Options of a client. */
export interface ClientOptions {
  /** Deadline of a call in milliseconds where the call has none of its own; 0 is none. Streams have none. Default 10000. */
  timeoutMs?: number;
  /** How often one call is tried at most, the first time included; 1 never tries again. Default 5. */
  maxAttempts?: number;
}

/** Options of one call. */
export interface CallOptions {
  /** Deadline in milliseconds, all tries included; 0 is none. */
  timeoutMs?: number;
  /** Cancels the call. */
  signal?: AbortSignal;
  /** Further metadata, such as `x-request-id`. */
  headers?: HeadersInit;
}

/** @internal */
export const defaults = { timeoutMs: 10_000, maxAttempts: 5 } as const;
