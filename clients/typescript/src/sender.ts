import { create, isMessage, type MessageInitShape } from "@bufbuild/protobuf";
import { sleep, until } from "./backoff.js";
import { CancelledError, fromStatus, makeError, type ParleyError, toParleyError } from "./errors.js";
import {
  ChatService,
  type SendMessageRequest,
  SendMessageRequestSchema,
  type SendMessageResponse,
  type SendMessagesRequestSchema,
  type SendMessagesResponse,
} from "./gen/parley/chat/v1/chat_service_pb.js";
import { newKey } from "./key.js";
import type { Layer } from "./layer.js";
import { Recovery } from "./recovery.js";

/** A message to send. */
export type OutgoingMessage = MessageInitShape<typeof SendMessageRequestSchema>;

/** Options of a sender. */
export interface SenderOptions {
  /** How many messages may be under way at a time, 1 or more. Default 256. */
  window?: number;
}

const defaultWindow = 256;

/**
 * Sends many messages, many of them under way at a time. Messages of one thread take effect in the order of `send`. What was
 * not acknowledged when a connection broke is sent again with the same idempotency key, so it is there once.
 */
export interface Sender {
  /** How many messages have no answer yet. */
  readonly pending: number;
  /** Waits until the window has room. Whoever waits for it before each `send` uses bounded memory. */
  room(): Promise<void>;
  /**
   * Sends a message once the window has room.
   * @returns the acknowledgement, when the broker has it for good
   * @throws {ParleyError} why the message was refused; that concerns no other
   */
  send(message: OutgoingMessage): Promise<SendMessageResponse>;
  /** Waits until everything has its answer, and closes the sender. */
  close(): Promise<void>;
}

interface Entry {
  readonly tag: bigint;
  readonly request: SendMessageRequest;
  resolve(response: SendMessageResponse): void;
  reject(error: ParleyError): void;
}

/** A queue whose ends cost the same however long it is. */
class Queue<T> {
  #items: (T | undefined)[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#items[this.#head] = undefined; // so that nothing keeps it alive
    this.#head++;
    if (this.#head > 256 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}

/** What both kinds of sender share: what waits, and who waits for room. */
abstract class Window implements Sender {
  protected readonly waiting = new Queue<Entry>();
  protected closed = false;
  readonly #size: number;
  #last = 0n;
  #pending = 0;
  #watchers: (() => void)[] = [];

  constructor(options: SenderOptions) {
    this.#size = options.window || defaultWindow;
    if (!Number.isInteger(this.#size) || this.#size < 1) {
      throw makeError({
        code: "INVALID_ARGUMENT",
        message: `a window has room for 1 message at least, not ${options.window}`,
      });
    }
  }

  get pending(): number {
    return this.#pending;
  }

  /** How many messages may be under way. */
  protected get size(): number {
    return this.#size;
  }

  async room(): Promise<void> {
    while (this.#pending >= this.#size) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  send(message: OutgoingMessage): Promise<SendMessageResponse> {
    if (this.closed) return Promise.reject(new CancelledError({ code: "CANCELLED", message: "the sender is closed" }));
    const request = isMessage(message, SendMessageRequestSchema)
      ? { ...message }
      : create(SendMessageRequestSchema, message);
    request.idempotencyKey ||= newKey();
    this.#pending++;
    this.#last++;
    const tag = this.#last;
    return new Promise((resolve, reject) => {
      this.waiting.push({ tag, request, resolve, reject });
      this.admit();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    while (this.#pending > 0) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Answers a message. */
  protected accept(entry: Entry, response: SendMessageResponse): void {
    this.#pending--;
    entry.resolve(response);
    this.#wakeUp();
  }

  /** Answers a message that was refused. */
  protected refuse(entry: Entry, error: ParleyError): void {
    this.#pending--;
    entry.reject(error);
    this.#wakeUp();
  }

  #wakeUp(): void {
    if (this.#watchers.length === 0) return;
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const wake of watchers) wake();
  }

  /** Takes what waits as far as the window has room. */
  protected abstract admit(): void;
}

/**
 * A sender over one stream with both sides open.
 * @internal
 */
export class StreamSender extends Window {
  readonly #layer: Layer;
  readonly #ended = new AbortController();
  /** What is under way, the first one first. */
  readonly #flying = new Queue<Entry>();
  /** How many of them the stream that is open has been given. */
  #given = 0;
  #wake: () => void = () => undefined;
  #running = false;
  readonly #recovery: Recovery;
  #renewed = false;
  #failure: ParleyError | undefined;

  constructor(layer: Layer, options: SenderOptions) {
    super(options);
    this.#layer = layer;
    this.#recovery = new Recovery(layer.timeoutMs);
  }

  protected override admit(): void {
    while (this.#flying.length < this.size) {
      const entry = this.waiting.shift();
      if (!entry) break;
      if (this.#failure) this.refuse(entry, this.#failure);
      else this.#flying.push(entry);
    }
    this.#wake();
    if (this.#running || this.#failure) return;
    this.#running = true;
    void this.#run();
  }

  override async close(): Promise<void> {
    await super.close();
    this.#ended.abort();
    this.#wake();
  }

  /** Keeps a stream open until the sender is closed or cannot go on. */
  async #run(): Promise<void> {
    while (!this.#ended.signal.aborted && !this.#failure) {
      let token = "";
      try {
        this.#recovery.begin();
        token = await until(Promise.resolve(this.#layer.session.bearer()), this.#ended.signal);
        await this.#serve(token);
      } catch (thrown) {
        if (this.#ended.signal.aborted) return;
        await this.#recover(thrown, token).catch(() => undefined);
      }
    }
  }

  /** Serves one stream to its end. */
  async #serve(token: string): Promise<void> {
    const abort = new AbortController();
    const stop = () => abort.abort();
    this.#ended.signal.addEventListener("abort", stop, { once: true, signal: abort.signal });
    this.#given = 0;
    try {
      const { transport } = this.#layer.platform;
      const method = ChatService.method.sendMessages;
      const response = await transport.stream(
        method,
        abort.signal,
        0,
        this.#layer.headers(token),
        this.#requests(abort.signal),
      );
      for await (const answer of response.message) this.#answer(answer);
      throw makeError({ code: "UNAVAILABLE", message: "the stream ended without a status" });
    } finally {
      abort.abort();
      this.#wake();
    }
  }

  async *#requests(signal: AbortSignal): AsyncGenerator<MessageInitShape<typeof SendMessagesRequestSchema>> {
    while (!signal.aborted) {
      const entry = this.#flying.at(this.#given);
      if (entry) {
        this.#given++;
        yield { tag: entry.tag, message: entry.request };
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #answer(answer: SendMessagesResponse): void {
    const entry = this.#flying.at(0);
    if (entry?.tag !== answer.tag) {
      throw makeError({ code: "UNAVAILABLE", message: `the broker answered message ${answer.tag} out of turn` });
    }
    this.#flying.shift();
    this.#given--;
    this.#recovery.progress();
    this.#renewed = false;
    if (answer.result.case === "sent") this.accept(entry, answer.result.value);
    else if (answer.result.case === "error")
      this.refuse(entry, fromStatus(answer.result.value, ChatService.method.sendMessage));
    else
      this.refuse(
        entry,
        makeError({ code: "UNKNOWN", message: "the broker's answer has neither a result nor an error" }),
      );
    this.admit();
  }

  /** Waits before the next stream, or gives everything up. */
  async #recover(thrown: unknown, token: string): Promise<void> {
    const { platform, session } = this.#layer;
    const error = toParleyError(thrown, { method: ChatService.method.sendMessages, unreachable: platform.unreachable });
    const expired =
      error.reason === "TOKEN_EXPIRED" || (error.reason === "ACCESS_LOST" && error.metadata.cause === "TOKEN_EXPIRED");
    if (expired && !this.#renewed && session.renounce(token)) {
      this.#renewed = true;
      return;
    }
    const delay = this.#recovery.delayAfter(error);
    if (delay === undefined) {
      this.#giveUp(error);
      return;
    }
    await sleep(delay, this.#ended.signal);
  }

  #giveUp(error: ParleyError): void {
    this.#failure = error;
    for (let entry = this.#flying.shift(); entry; entry = this.#flying.shift()) this.refuse(entry, error);
    this.admit();
  }
}

/**
 * A sender for browsers, which cannot send while they receive: messages go one by one, those of different threads side by
 * side.
 * @internal
 */
export class UnarySender extends Window {
  readonly #send: (request: SendMessageRequest) => Promise<SendMessageResponse>;
  /** The end of the last message of each thread that has any under way. */
  readonly #threads = new Map<string, Promise<void>>();
  #flying = 0;

  constructor(send: (request: SendMessageRequest) => Promise<SendMessageResponse>, options: SenderOptions) {
    super(options);
    this.#send = send;
  }

  protected override admit(): void {
    while (this.#flying < this.size) {
      const entry = this.waiting.shift();
      if (!entry) return;
      this.#flying++;
      const thread = entry.request.threadId;
      const end: Promise<void> = (this.#threads.get(thread) ?? Promise.resolve()).then(() => this.#deliver(entry));
      this.#threads.set(thread, end);
      void end.then(() => {
        if (this.#threads.get(thread) === end) this.#threads.delete(thread);
      });
    }
  }

  async #deliver(entry: Entry): Promise<void> {
    try {
      this.accept(entry, await this.#send(entry.request));
    } catch (error) {
      this.refuse(entry, error as ParleyError);
    } finally {
      this.#flying--;
      this.admit();
    }
  }
}

/** What became of one message of a pipeline. */
export type Sent =
  | { readonly message: OutgoingMessage; readonly response: SendMessageResponse; readonly error?: undefined }
  | { readonly message: OutgoingMessage; readonly response?: undefined; readonly error: ParleyError };

/**
 * Sends what a source has and yields what became of each, in its order. The source is read as far as the window allows.
 * @internal
 */
export async function* pipeline(
  sender: Sender,
  window: number,
  source: Iterable<OutgoingMessage> | AsyncIterable<OutgoingMessage>,
): AsyncGenerator<Sent> {
  const results = new Queue<Promise<Sent>>();
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let over = false;
  try {
    while (!over) {
      const next = items.next();
      const { done, value } = next instanceof Promise ? await next : next;
      if (done) over = true;
      else results.push(outcome(sender, value));
      if (results.length >= window) yield results.shift() as Promise<Sent>;
    }
    for (let result = results.shift(); result; result = results.shift()) yield result;
  } finally {
    if (!over) await items.return?.();
    void sender.close();
  }
}

function outcome(sender: Sender, message: OutgoingMessage): Promise<Sent> {
  return sender.send(message).then(
    (response) => ({ message, response }),
    (error: ParleyError) => ({ message, error }),
  );
}

/** @internal */
export function windowOf(options: SenderOptions): number {
  return options.window || defaultWindow;
}
