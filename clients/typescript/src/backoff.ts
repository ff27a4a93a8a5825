import type { ParleyError } from "./errors.js";

const first = 100;
const factor = 1.6;
const most = 5_000;

/**
 * How long to wait before the next try, in milliseconds: up to 100 ms after the first failure, growing by 1.6 to 5 s, with full
 * jitter, on top of the broker's advice, so that clients do not come back all at once.
 * @internal
 */
export function backoff(failures: number, advice: number | undefined): number {
  const limit = Math.min(most, first * factor ** (failures - 1));
  return (advice ?? 0) + Math.random() * limit;
}

/**
 * Whether the same request may succeed later without a change of anything but the broker's state.
 * @internal
 */
export function isTransient(error: ParleyError): boolean {
  if (error.code === "UNAVAILABLE") return true;
  return (error.code === "ABORTED" || error.code === "RESOURCE_EXHAUSTED") && error.retryDelayMs !== undefined;
}

/**
 * Waits; an abort ends it with the reason of the signal.
 * @internal
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Waits for a promise; an abort ends only the waiting.
 * @internal
 */
export function until<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
