import { backoff, isTransient } from "./backoff.js";
import type { ParleyError } from "./errors.js";

/** What a transport or a proxy tells of a break. The broker itself gives a reason with each of these codes. */
const ofTheWay: readonly string[] = ["INTERNAL", "UNKNOWN", "CANCELLED"];

/**
 * Whether and when a stream is opened anew.
 * @internal
 */
export class Recovery {
  readonly #timeoutMs: number;
  #began = 0;
  #failures = 0;
  #answered = false;

  /** Makes one for a stream that may be without its first answer for so many milliseconds; 0 is for ever. */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** How often the stream has failed in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** Notes that the stream is being opened: the first time, its time to be answered begins. */
  begin(): void {
    this.#began ||= performance.now();
  }

  /** Notes that the broker has answered: from now on the stream is opened anew however long it takes. */
  answered(): void {
    this.#answered = true;
  }

  /** Notes that there was something new: the next failure is the first again. */
  progress(): void {
    this.#answered = true;
    this.#failures = 0;
  }

  /** After how many milliseconds the stream is to be opened anew; undefined where that does not help. */
  delayAfter(error: ParleyError): number | undefined {
    if (!isTransient(error) && !(error.reason === "" && ofTheWay.includes(error.code))) return undefined;
    this.#failures++;
    const delay = backoff(this.#failures, error.retryDelayMs);
    const late = this.#timeoutMs > 0 && performance.now() + delay > this.#began + this.#timeoutMs;
    return late && !this.#answered ? undefined : delay;
  }
}
