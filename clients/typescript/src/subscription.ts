import type { DescMessage, DescMethodServerStreaming, MessageInitShape, MessageShape } from "@bufbuild/protobuf";
import { sleep, until } from "./backoff.js";
import { CancelledError, InvalidArgumentError, makeError, type ParleyError, toParleyError } from "./errors.js";
import type { Heartbeat } from "./gen/parley/type/v1/stream_pb.js";
import type { Layer } from "./layer.js";
import { Recovery } from "./recovery.js";

/** What a stream tells of an interruption. */
export interface Interruption {
  /** Why it was interrupted. */
  readonly error: ParleyError;
  /** How often it has failed in a row. */
  readonly failures: number;
  /** After how many milliseconds it is opened anew. */
  readonly delayMs: number;
}

/** Options that all streams have. */
export interface FollowOptions {
  /** Position to go on from; empty or absent starts where `from` says. */
  cursor?: Uint8Array;
  /** Where a stream without a cursor starts: with what comes, which is the default, or with the oldest that is kept. */
  from?: "now" | "beginning";
  /** How long the stream may be silent before the broker shows that it is there, in milliseconds: 1000 to 600000, default 30000. */
  heartbeatMs?: number;
  /** Ends the stream. */
  signal?: AbortSignal;
  /** Is told of each interruption before the stream is opened anew; for logs. */
  onInterruption?: (interruption: Interruption) => void;
}

const defaultHeartbeatMs = 30_000;
/** The shortest that a broker grants. It refuses less, and its answer is waited for as long as for this. */
const shortestHeartbeatMs = 1000;
/** After how many heartbeat intervals without a word a stream is broken. */
const patience = 3;

/**
 * What a stream does with its messages.
 * @internal
 */
export interface Reader<I extends DescMessage, O extends DescMessage, T> {
  readonly method: DescMethodServerStreaming<I, O>;
  /** The request of a stream that starts at a cursor, or where the application said. */
  request(cursor: Uint8Array | undefined): MessageInitShape<I>;
  /** What a message has. An `item` goes to the application. */
  read(message: MessageShape<O>): Received<T> | Promise<Received<T>>;
}

/** @internal */
export interface Received<T> {
  item?: T;
  heartbeat?: Heartbeat;
  cursor: Uint8Array;
}

interface Opened {
  readonly messages: AsyncIterator<MessageShape<DescMessage>>;
  readonly abort: AbortController;
  /** What it was opened with. */
  readonly token: string;
}

/**
 * A stream of events that resumes by itself: after a lost connection or a restart of the broker it goes on with the first event
 * that the application has not processed yet. **Asking for the next event says that the one before is processed.** Nothing
 * is read ahead, so whoever is slow is felt by the broker and costs no memory.
 *
 * It ends by `close` or the end of a `for await`, or with an error that going on cannot mend: `CursorExpiredError`,
 * `AccessLostError`, or a refusal.
 */
export class Subscription<T> implements AsyncIterableIterator<T> {
  readonly #layer: Layer;
  readonly #reader: Reader<DescMessage, DescMessage, T>;
  readonly #options: FollowOptions;
  readonly #heartbeatMs: number;
  readonly #ended = new AbortController();

  #opened: Opened | undefined;
  /** The position after what is processed. */
  #cursor: Uint8Array | undefined;
  /** The position after what the application has in its hands. */
  #handed: Uint8Array | undefined;
  /** What was received and not asked for yet: at most one event. */
  #ready: Received<T> | undefined;
  #receiving: Promise<Received<T>> | undefined;
  #turn: Promise<unknown> | undefined;
  #failure: ParleyError | undefined;
  /** Since when a word of the broker is awaited; 0 while none is. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Why the stream was given up, where it was for its silence. */
  #silence: ParleyError | undefined;
  readonly #recovery: Recovery;
  #words = 0;
  #renewed = false;
  #started = false;

  /** @internal */
  constructor(layer: Layer, reader: Reader<DescMessage, DescMessage, T>, options: FollowOptions) {
    this.#layer = layer;
    this.#reader = reader;
    this.#options = options;
    this.#recovery = new Recovery(layer.timeoutMs);
    this.#heartbeatMs = Math.max(options.heartbeatMs ?? defaultHeartbeatMs, shortestHeartbeatMs);
    this.#cursor = options.cursor?.length ? options.cursor : undefined;
    if (options.signal?.aborted) this.close();
    else options.signal?.addEventListener("abort", () => this.close(), { once: true, signal: this.#ended.signal });
  }

  /**
   * The position after everything that is processed; empty if there is none yet. Keep it, and a later stream with the same
   * filter goes on from there: nothing is lost and nothing comes twice.
   */
  get cursor(): Uint8Array {
    return this.#cursor ?? new Uint8Array();
  }

  /**
   * Waits until the stream is open, so that nothing that happens from then on is missed. Where the broker cannot be reached
   * from the start, it gives up when a call would have run out of time, as `next` does; a stream that was open once is resumed for
   * good.
   * @throws {ParleyError} if the broker refuses the stream
   */
  async ready(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#started || this.#ready) return;
      const first = await this.#receive();
      if (first.item === undefined) this.#cursor = first.cursor;
      else this.#ready = first;
    });
  }

  /**
   * Returns the next event, and says that the one before is processed. An event is never lost by a signal: the next call
   * gets it.
   */
  next(options?: { signal?: AbortSignal }): Promise<IteratorResult<T, undefined>> {
    return this.#inTurn(() => this.#next(options?.signal));
  }

  async #next(signal: AbortSignal | undefined): Promise<IteratorResult<T, undefined>> {
    if (this.#handed) this.#cursor = this.#handed;
    this.#handed = undefined;
    try {
      while (!this.#ended.signal.aborted) {
        const kept = signal || this.#receiving;
        const received = this.#ready ?? (await (kept ? this.#receive(signal) : this.#resume()));
        this.#ready = undefined;
        if (received.item === undefined) {
          this.#cursor = received.cursor;
          continue;
        }
        this.#handed = received.cursor.length > 0 ? received.cursor : undefined;
        return { done: false, value: received.item };
      }
    } catch (thrown) {
      if (this.#ended.signal.aborted && !this.#failure) return { done: true, value: undefined };
      if (!signal?.aborted || thrown === this.#failure) throw thrown;
      throw new CancelledError({
        code: "CANCELLED",
        message: "the application gave up waiting for the next event",
        cause: thrown,
      });
    }
    if (this.#failure) throw this.#failure;
    return { done: true, value: undefined };
  }

  /** Ends the stream. A `next` that waits returns that it is done. */
  close(): void {
    this.#ended.abort();
    this.#hangUp();
  }

  /** Ends the stream; what `for await` calls. */
  async return(): Promise<IteratorResult<T, undefined>> {
    this.close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Runs one after the other what is called side by side. */
  #inTurn<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#turn ? this.#turn.then(work) : work();
    const over = () => {
      if (this.#turn === turn) this.#turn = undefined;
    };
    const turn = run.then(over, over);
    this.#turn = turn;
    return run;
  }

  /** Receives one message. What somebody gave up waiting for is kept for the next who asks. */
  async #receive(signal?: AbortSignal): Promise<Received<T>> {
    if (!this.#receiving) {
      this.#receiving = this.#resume();
      this.#receiving.catch(() => undefined); // nobody may be waiting for it any more
    }
    try {
      const received = await until(this.#receiving, signal);
      this.#receiving = undefined;
      return received;
    } catch (thrown) {
      if (!signal?.aborted) this.#receiving = undefined;
      throw thrown;
    }
  }

  /** Receives one message, over as many connections as it takes. */
  async #resume(): Promise<Received<T>> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      let token = "";
      try {
        if (!this.#opened) {
          this.#recovery.begin();
          token = await until(Promise.resolve(this.#layer.session.bearer()), this.#ended.signal);
          this.#opened = await this.#open(token);
        }
        this.#asked = performance.now();
        const result = await this.#opened.messages.next();
        this.#asked = 0;
        if (result.done) throw makeError({ code: "UNAVAILABLE", message: "the stream ended without a status" });
        const received = this.#reader.read(result.value);
        const read = received instanceof Promise ? await received : received;
        this.#progress(read);
        return read;
      } catch (thrown) {
        token = this.#opened?.token ?? token;
        this.#hangUp();
        if (this.#ended.signal.aborted) throw thrown;
        await this.#recover(this.#translate(thrown), token);
      }
    }
  }

  async #open(token: string): Promise<Opened> {
    const { platform } = this.#layer;
    const abort = new AbortController();
    const stop = () => abort.abort();
    this.#ended.signal.addEventListener("abort", stop, { once: true, signal: abort.signal });
    this.#words = 0;
    this.#silence = undefined;
    this.#asked = performance.now();
    this.#watch(abort, platform.generation());
    const request = once(this.#reader.request(this.#cursor));
    const headers = this.#layer.headers(token);
    try {
      const response = await platform.transport.stream(this.#reader.method, abort.signal, 0, headers, request);
      return { messages: response.message[Symbol.asyncIterator](), abort, token };
    } catch (thrown) {
      abort.abort();
      throw thrown;
    }
  }

  /** Ends the stream that is open, if the broker is silent for longer than its heartbeats allow while a word of it is awaited. */
  #watch(abort: AbortController, generation: number): void {
    const limit = patience * this.#heartbeatMs;
    const look = () => {
      const silent = this.#asked === 0 ? 0 : performance.now() - this.#asked;
      if (silent < limit) {
        this.#timer = setTimeout(look, limit - silent);
        return;
      }
      this.#silence = makeError({
        code: "UNAVAILABLE",
        message: `the stream was silent for ${limit} ms, three heartbeats`,
      });
      this.#layer.platform.renew(generation);
      abort.abort();
    };
    this.#timer = setTimeout(look, limit);
  }

  /** Lets go of the stream that is open. */
  #hangUp(): void {
    clearTimeout(this.#timer);
    this.#asked = 0;
    this.#opened?.abort.abort();
    this.#opened = undefined;
  }

  /** The first word of a stream may be the last before it breaks; any further one shows that it works. */
  #progress(received: Received<T>): void {
    this.#started = true;
    this.#words++;
    this.#recovery.answered();
    if (received.item === undefined && this.#words === 1) return;
    this.#recovery.progress();
    this.#renewed = false;
  }

  /** Waits before the stream is opened anew, or ends it for good. */
  async #recover(error: ParleyError, token: string): Promise<void> {
    const expired =
      error.reason === "TOKEN_EXPIRED" || (error.reason === "ACCESS_LOST" && error.metadata.cause === "TOKEN_EXPIRED");
    if (expired && !this.#renewed && this.#layer.session.renounce(token)) {
      this.#renewed = true;
      return;
    }
    this.#silence = undefined;
    const delayMs = this.#recovery.delayAfter(error);
    if (delayMs === undefined) {
      this.#failure = error;
      throw error;
    }
    this.#options.onInterruption?.({ error, failures: this.#recovery.failures, delayMs });
    await sleep(delayMs, this.#ended.signal);
  }

  #translate(thrown: unknown): ParleyError {
    if (this.#silence) return this.#silence;
    return toParleyError(thrown, { method: this.#reader.method, unreachable: this.#layer.platform.unreachable });
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/**
 * Checks the interval and returns it in the form of the contract.
 * @internal
 */
export function heartbeatInterval(options: FollowOptions): { seconds: bigint; nanos: number } | undefined {
  const ms = options.heartbeatMs;
  if (ms === undefined) return undefined;
  if (!Number.isFinite(ms)) {
    throw new InvalidArgumentError({
      code: "INVALID_ARGUMENT",
      message: `heartbeatMs is a number of milliseconds, not ${ms}`,
    });
  }
  return { seconds: BigInt(Math.trunc(ms / 1000)), nanos: Math.round((ms % 1000) * 1e6) };
}
