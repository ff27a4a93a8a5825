import type { DescMessage, MessageInitShape } from "@bufbuild/protobuf";
import type { ChatEvent, TypingNotification } from "./gen/parley/chat/v1/chat_event_pb.js";
import type { Message, Participant, ReadReceipt, Thread } from "./gen/parley/chat/v1/chat_pb.js";
import {
  ChatService,
  type ListMessagesRequestSchema,
  type ListParticipantsRequestSchema,
  type ListReadReceiptsRequestSchema,
  type ListThreadsRequestSchema,
} from "./gen/parley/chat/v1/chat_service_pb.js";
import { StartPosition } from "./gen/parley/type/v1/stream_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import {
  type OutgoingMessage,
  pipeline,
  type Sender,
  type SenderOptions,
  type Sent,
  StreamSender,
  UnarySender,
  windowOf,
} from "./sender.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";
import { type FollowOptions, heartbeatInterval, type Reader, type Received, Subscription } from "./subscription.js";

/** What a chat stream tells: an event that was committed, or that somebody is typing. */
export type ChatUpdate =
  | {
      /** What was committed. */
      readonly event: ChatEvent;
      readonly typing?: undefined;
      /** The position after it. */
      readonly cursor: Uint8Array;
    }
  | {
      readonly event?: undefined;
      /** Who types. It has no position and never comes again. */
      readonly typing: TypingNotification;
      readonly cursor?: undefined;
    };

/** Options of a chat stream. */
export interface ChatFollowOptions extends FollowOptions {
  /** Only these threads, at most 1000; none means all, those to come included. */
  threadIds?: readonly string[];
}

/** Streams, senders and lists of chat. */
export class ChatStreams {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /**
   * Follows the threads that the caller may see. It goes on by itself after a lost connection; see `Subscription`.
   *
   * @example
   * ```ts
   * const updates = client.chat.follow({ threadIds: [threadId], from: "beginning" });
   * for await (const { event } of updates) {
   *   if (event?.event.case !== "messageSent") continue;
   *   console.log(event.event.value.message?.content, updates.cursor);
   *   break;
   * }
   * ```
   */
  follow(options: ChatFollowOptions = {}): Subscription<ChatUpdate> {
    const interval = heartbeatInterval(options);
    const reader: Reader<
      typeof ChatService.method.subscribe.input,
      typeof ChatService.method.subscribe.output,
      ChatUpdate
    > = {
      method: ChatService.method.subscribe,
      request: (cursor) => ({
        start: startOf(cursor, options),
        threadIds: [...(options.threadIds ?? [])],
        ...(interval && { heartbeatInterval: interval }),
      }),
      read: ({ payload, cursor }): Received<ChatUpdate> => {
        if (payload.case === "event") return { item: { event: payload.value, cursor }, cursor };
        if (payload.case === "typing") return { item: { typing: payload.value }, cursor };
        return { cursor };
      },
    };
    return new Subscription(this.#layer, reader as unknown as Reader<DescMessage, DescMessage, ChatUpdate>, options);
  }

  /**
   * Opens a sender for many messages. In a browser it sends them one by one, those of different threads side by side.
   *
   * @example
   * ```ts
   * const sender = client.chat.sender({ window: 64 });
   * for (let i = 0; i < 100; i++) {
   *   await sender.room();
   *   sender.send({ threadId, content: `message ${i}` }).catch((error) => console.error(error.reason));
   * }
   * await sender.close();
   * ```
   */
  sender(options: SenderOptions = {}): Sender {
    if (this.#layer.platform.duplex) return new StreamSender(this.#layer, options);
    const { sendMessage } = unaryMethods(ChatService, this.#layer);
    return new UnarySender(sendMessage, options);
  }

  /**
   * Sends everything that a source has, and yields what became of each message in the order of the source, which is read no
   * faster than the broker takes the messages.
   *
   * @example
   * ```ts
   * const messages = ["one", "two", "three"].map((content) => ({ threadId, content }));
   * for await (const { response, error } of client.chat.sendAll(messages)) {
   *   console.log(error ? error.reason : response.sequenceId);
   * }
   * ```
   */
  sendAll(
    source: Iterable<OutgoingMessage> | AsyncIterable<OutgoingMessage>,
    options: SenderOptions = {},
  ): AsyncGenerator<Sent> {
    return pipeline(this.sender(options), windowOf(options), source);
  }

  /** All threads of the caller, page by page as they are needed. */
  threads(
    request: MessageInitShape<typeof ListThreadsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncGenerator<Thread> {
    return items(this.#layer, ChatService.method.listThreads, request, options);
  }

  /** All messages of a thread that the caller may see, newest first unless asked otherwise. */
  messages(
    request: MessageInitShape<typeof ListMessagesRequestSchema>,
    options?: CallOptions,
  ): AsyncGenerator<Message> {
    return items(this.#layer, ChatService.method.listMessages, request, options);
  }

  /** All participants of a thread. */
  participants(
    request: MessageInitShape<typeof ListParticipantsRequestSchema>,
    options?: CallOptions,
  ): AsyncGenerator<Participant> {
    return items(this.#layer, ChatService.method.listParticipants, request, options);
  }

  /** How far each participant of a thread has read. */
  readReceipts(
    request: MessageInitShape<typeof ListReadReceiptsRequestSchema>,
    options?: CallOptions,
  ): AsyncGenerator<ReadReceipt> {
    return items(this.#layer, ChatService.method.listReadReceipts, request, options);
  }
}

/** Threads and messages: the methods of ChatService, and streams, senders and lists. */
export type Chat = ChatStreams & UnaryMethods<typeof ChatService>;

/** @internal */
export function chat(layer: Layer): Chat {
  return Object.assign(new ChatStreams(layer), unaryMethods(ChatService, layer));
}

/**
 * The start of a stream in the form of the contract.
 * @internal
 */
export function startOf(cursor: Uint8Array | undefined, options: FollowOptions) {
  if (cursor) return { case: "cursor" as const, value: cursor as Uint8Array<ArrayBuffer> };
  const value = options.from === "beginning" ? StartPosition.BEGINNING : StartPosition.NOW;
  return { case: "startPosition" as const, value };
}
