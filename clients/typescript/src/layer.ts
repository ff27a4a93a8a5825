import {
  clone,
  create,
  type DescMessage,
  type DescMethod,
  type DescMethodStreaming,
  type DescMethodUnary,
  isMessage,
  type MessageInitShape,
  type MessageShape,
} from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import type { ContextValues, StreamResponse, Transport, UnaryResponse } from "@connectrpc/connect";
import { backoff, isTransient, sleep, until } from "./backoff.js";
import type { Session } from "./credential.js";
import { type CallContext, makeError, type ParleyError, toParleyError } from "./errors.js";
import { newKey } from "./key.js";
import { defaults } from "./options.js";
import { userAgent } from "./version.js";

/**
 * What a platform brings: its transport, and what it knows of the connection.
 * @internal
 */
export interface Platform {
  readonly transport: Transport;
  /** Whether both sides of a stream can send at a time, which browsers cannot do. */
  readonly duplex: boolean;
  /** The name of the header field with the client's name; browsers keep `user-agent` to themselves. */
  readonly agentField: string;
  /** What to look at when the broker cannot be reached. */
  unreachable(cause: string): string;
  /** Which connection is in use. */
  generation(): number;
  /** Takes another connection from now on, unless that has happened since. */
  renew(generation: number): void;
  close(): void;
}

/**
 * The layer between an application and a transport: credentials, deadlines, idempotency keys, further tries and errors. It is
 * a transport itself.
 * @internal
 */
export class Layer implements Transport {
  constructor(
    readonly platform: Platform,
    readonly session: Session,
    readonly timeoutMs: number = defaults.timeoutMs,
    readonly maxAttempts: number = defaults.maxAttempts,
    readonly actAs: string = "",
  ) {}

  /** The same layer for somebody else. */
  as(rawId: string): Layer {
    return new Layer(this.platform, this.session, this.timeoutMs, this.maxAttempts, rawId);
  }

  async unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: MessageInitShape<I>,
    contextValues?: ContextValues,
  ): Promise<UnaryResponse<I, O>> {
    const message = keyed(method.input, input);
    const deadline = new Deadline(timeoutMs ?? this.timeoutMs);
    const context = this.#context(method, signal);
    let renewed = false;
    for (let failures = 0; ; ) {
      let token = "";
      try {
        const bearer = this.session.bearer();
        token = typeof bearer === "string" ? bearer : await deadline.wait(bearer, signal);
        const headers = this.headers(token, header);
        return await this.platform.transport.unary(method, signal, deadline.left(), headers, message, contextValues);
      } catch (thrown) {
        const error = deadline.judge(toParleyError(thrown, context));
        if (!renewed && error.reason === "TOKEN_EXPIRED" && this.session.renounce(token)) {
          renewed = true;
          continue;
        }
        failures++;
        const delay = backoff(failures, error.retryDelayMs);
        if (failures >= this.maxAttempts || !mayRepeat(method, error) || !deadline.allows(delay)) throw error;
        await sleep(delay, signal).catch((reason) => Promise.reject(toParleyError(reason, context)));
      }
    }
  }

  async stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: AsyncIterable<MessageInitShape<I>>,
    contextValues?: ContextValues,
  ): Promise<StreamResponse<I, O>> {
    const context = this.#context(method, signal);
    try {
      const headers = this.headers(await until(Promise.resolve(this.session.bearer()), signal), header);
      const transport = this.platform.transport;
      const response = await transport.stream(method, signal, timeoutMs ?? 0, headers, input, contextValues);
      return { ...response, message: translated(response.message, context) };
    } catch (thrown) {
      throw toParleyError(thrown, context);
    }
  }

  /** The fields of a request. */
  headers(token: string, further?: HeadersInit): HeadersInit {
    const own: Record<string, string> = { authorization: `Bearer ${token}`, [this.platform.agentField]: userAgent };
    if (this.actAs !== "") own["parley-act-as"] = this.actAs;
    if (further === undefined) return own;
    const all = new Headers(further);
    for (const [name, value] of Object.entries(own)) all.set(name, value);
    return all;
  }

  #context(method: DescMethod, signal: AbortSignal | undefined): CallContext {
    return { method, signal, unreachable: this.platform.unreachable };
  }
}

/** How much time a call has left. */
class Deadline {
  readonly #end: number;

  constructor(timeoutMs: number) {
    this.#end = timeoutMs > 0 ? performance.now() + timeoutMs : Number.POSITIVE_INFINITY;
  }

  /** The milliseconds that are left, at least 1; 0 is no deadline. */
  left(): number {
    return this.#end === Number.POSITIVE_INFINITY ? 0 : Math.max(1, Math.ceil(this.#end - performance.now()));
  }

  /** Whether there is time for a wait of so many milliseconds. */
  allows(ms: number): boolean {
    return performance.now() + ms < this.#end;
  }

  /** Makes a call that was broken off after its deadline one that was late: a broker may end it before our own timer does. */
  judge(error: ParleyError): ParleyError {
    const broken = error.code === "UNAVAILABLE" && error.reason === "";
    if (!broken || performance.now() < this.#end) return error;
    const { method, cause } = error;
    return makeError({ code: "DEADLINE_EXCEEDED", message: `the deadline of ${method} passed`, method, cause });
  }

  /** Waits for something, no longer than until the deadline. */
  async wait<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const ms = this.left();
    if (ms === 0) return until(promise, signal);
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(
        makeError({ code: "DEADLINE_EXCEEDED", message: "the deadline of the call passed before there was a token" }),
      );
    }, ms);
    try {
      return await until(promise, signal ? AbortSignal.any([signal, late.signal]) : late.signal);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The request of a call, with an idempotency key of its own if it can have one and has none. */
function keyed<I extends DescMessage>(desc: I, input: MessageInitShape<I>): MessageShape<I> {
  const message = create(desc, input);
  if (keyOf(message) !== "") return message;
  const own = isMessage(input) ? clone(desc, message) : message;
  (own as unknown as { idempotencyKey: string }).idempotencyKey = newKey();
  return own;
}

/** The idempotency key of a request; undefined if it can have none. */
function keyOf(message: object): string | undefined {
  return (message as { idempotencyKey?: string }).idempotencyKey ?? undefined;
}

/** Whether the contract lets a failed call be tried again. */
function mayRepeat(method: DescMethod, error: ParleyError): boolean {
  return isTransient(error) && method.idempotency !== MethodOptions_IdempotencyLevel.IDEMPOTENCY_UNKNOWN;
}

/** The messages of a stream, whose errors are those of this package. */
async function* translated<T>(messages: AsyncIterable<T>, context: CallContext): AsyncGenerator<T> {
  try {
    yield* messages;
  } catch (thrown) {
    throw toParleyError(thrown, context);
  }
}
