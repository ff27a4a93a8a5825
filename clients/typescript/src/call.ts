import type { DescMessage, MessageInitShape } from "@bufbuild/protobuf";
import { startOf } from "./chat.js";
import type { CallEvent, LegRinging } from "./gen/parley/call/v1/call_event_pb.js";
import { type Call, type Leg, type Notice, RejectReason, type SignalSchema } from "./gen/parley/call/v1/call_pb.js";
import {
  type AnswerCallRequestSchema,
  type AnswerCallResponse,
  CallService,
  type HangUpRequestSchema,
  type HangUpResponse,
  type ListCallsRequestSchema,
  type ListNoticesRequestSchema,
  type RejectCallRequestSchema,
  type RejectCallResponse,
  type SendSignalResponse,
} from "./gen/parley/call/v1/call_service_pb.js";
import { IdentityService } from "./gen/parley/identity/v1/identity_service_pb.js";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";
import { items, type UnaryMethods, unaryMethods } from "./services.js";
import { type FollowOptions, heartbeatInterval, type Reader, Subscription } from "./subscription.js";

/** What a call stream tells. */
export interface CallUpdate {
  /** What was committed. */
  readonly event: CallEvent;
  /** The position after it. */
  readonly cursor: Uint8Array;
  /** Present where the event makes the user of the stream ring. */
  readonly incoming?: IncomingCall;
}

/** Options of a call stream. */
export interface CallFollowOptions extends FollowOptions {
  /** Only these calls, at most 1000; none means all, those to come included. */
  callIds?: readonly string[];
  /** The device that follows, at most 64 characters; it rings, and it is the one that answers. */
  deviceId?: string;
}

type Without<S extends DescMessage, K extends string> = Omit<
  Exclude<MessageInitShape<S>, { $typeName: string }>,
  K | "$typeName" | "$unknown"
>;

/** A call that rings, for the user and the device of the stream that told of it. */
export class IncomingCall {
  /** The id of the call. */
  readonly callId: string;
  /** The call when it began to ring. */
  readonly call: Call;
  /** The side of the user who is called. */
  readonly leg: Leg;
  /** Data of the application for this invitation. */
  readonly customContext: Readonly<Record<string, string>>;
  readonly #methods: UnaryMethods<typeof CallService>;
  readonly #deviceId: string;

  /** @internal */
  constructor(layer: Layer, callId: string, ringing: LegRinging & { call: Call; leg: Leg }, deviceId: string) {
    this.callId = callId;
    this.call = ringing.call;
    this.leg = ringing.leg;
    this.customContext = ringing.customContext;
    this.#methods = unaryMethods(CallService, layer);
    this.#deviceId = deviceId;
  }

  /**
   * Answers on this device.
   * @throws {FailedPreconditionError} CALL_ALREADY_ANSWERED where another device was first, CALL_ENDED
   */
  answer(
    request: Without<typeof AnswerCallRequestSchema, "callId" | "deviceId"> = {},
    options?: CallOptions,
  ): Promise<AnswerCallResponse> {
    return this.#methods.answerCall({ ...request, callId: this.callId, deviceId: this.#deviceId }, options);
  }

  /** Declines, for all devices of the user. */
  reject(
    request: Without<typeof RejectCallRequestSchema, "callId"> = { rejectReason: RejectReason.DECLINED },
    options?: CallOptions,
  ): Promise<RejectCallResponse> {
    return this.#methods.rejectCall({ ...request, callId: this.callId }, options);
  }

  /** Sends a signal, such as an SDP answer or an ICE candidate, to another leg of the call. */
  signal(signal: MessageInitShape<typeof SignalSchema>, options?: CallOptions): Promise<SendSignalResponse> {
    return this.#methods.sendSignal({ callId: this.callId, signal }, options);
  }

  /** Hangs up: the own side, unless the request says otherwise. */
  hangUp(request: Without<typeof HangUpRequestSchema, "callId"> = {}, options?: CallOptions): Promise<HangUpResponse> {
    return this.#methods.hangUp({ ...request, callId: this.callId }, options);
  }
}

/** Streams and lists of calls. */
export class CallStreams {
  readonly #layer: Layer;

  /** @internal */
  constructor(layer: Layer) {
    this.#layer = layer;
  }

  /**
   * Follows the calls that the caller may see. It goes on by itself after a lost connection; see `Subscription`. Where the
   * user of the client rings, the update has the `incoming` call.
   *
   * @example
   * ```ts
   * const updates = ben.call.follow({ deviceId: "phone" });
   * await updates.ready();
   * await anna.call.startCall({ targets: [benId] });
   * for await (const { incoming } of updates) {
   *   if (!incoming) continue;
   *   await incoming.answer({ mediaMode: call.MediaMode.EXTERNAL });
   *   break;
   * }
   * ```
   */
  follow(options: CallFollowOptions = {}): Subscription<CallUpdate> {
    const interval = heartbeatInterval(options);
    const deviceId = options.deviceId ?? "";
    const user = new User(this.#layer);
    const reader: Reader<
      typeof CallService.method.subscribe.input,
      typeof CallService.method.subscribe.output,
      CallUpdate
    > = {
      method: CallService.method.subscribe,
      request: (cursor) => ({
        start: startOf(cursor, options),
        callIds: [...(options.callIds ?? [])],
        deviceId,
        ...(interval && { heartbeatInterval: interval }),
      }),
      read: async ({ payload, cursor }) => {
        if (payload.case !== "event") return { cursor };
        const incoming = await this.#incoming(payload.value, user, deviceId);
        return { item: { event: payload.value, cursor, ...(incoming && { incoming }) }, cursor };
      },
    };
    return new Subscription(this.#layer, reader as unknown as Reader<DescMessage, DescMessage, CallUpdate>, options);
  }

  async #incoming(event: CallEvent, user: User, deviceId: string): Promise<IncomingCall | undefined> {
    if (event.event.case !== "legRinging") return undefined;
    const { call, leg } = event.event.value;
    if (!call || !leg?.identifier || leg.identifier.rawId !== (await user.rawId())) return undefined;
    return new IncomingCall(this.#layer, event.callId, { ...event.event.value, call, leg }, deviceId);
  }

  /** All calls that the caller may see. */
  calls(request: MessageInitShape<typeof ListCallsRequestSchema> = {}, options?: CallOptions): AsyncGenerator<Call> {
    return items(this.#layer, CallService.method.listCalls, request, options);
  }

  /** All notices of a call: who was told of a recording or a transcription, and who has acknowledged it. */
  notices(request: MessageInitShape<typeof ListNoticesRequestSchema>, options?: CallOptions): AsyncGenerator<Notice> {
    return items(this.#layer, CallService.method.listNotices, request, options);
  }
}

/** Who a client is to the broker. */
class User {
  #known: string | undefined;

  constructor(private readonly layer: Layer) {}

  async rawId(): Promise<string> {
    if (this.layer.actAs !== "") return this.layer.actAs;
    if (this.#known === undefined) {
      const caller = await unaryMethods(IdentityService, this.layer).getCaller({});
      this.#known = caller.identifier?.rawId ?? "";
    }
    return this.#known;
  }
}

/** Calls: the methods of CallService, and streams and lists. */
export type Calls = CallStreams & UnaryMethods<typeof CallService>;

/** @internal */
export function calls(layer: Layer): Calls {
  return Object.assign(new CallStreams(layer), unaryMethods(CallService, layer));
}
