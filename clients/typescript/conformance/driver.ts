// The conformance driver of this client: it does with the client what the runner asks for. See clients/conformance/PROTOCOL.md.
import { createInterface } from "node:readline";
import {
  create,
  type DescMessage,
  type DescMethodUnary,
  fromJson,
  type JsonValue,
  type Message,
  toJson,
} from "@bufbuild/protobuf";
import { base64Encode } from "@bufbuild/protobuf/wire";
import { durationMs } from "@bufbuild/protobuf/wkt";
import * as parley from "@parley-interop/client/node";

type Fields = Record<string, JsonValue | undefined>;
type Answer = Record<string, unknown>;
type Updates = parley.Subscription<parley.ChatUpdate | parley.CallUpdate | parley.PolicyUpdate>;

const services = {
  chat: parley.chat.ChatService,
  call: parley.call.CallService,
  policy: parley.policy.PolicyService,
  identity: parley.identity.IdentityService,
  directory: parley.directory.DirectoryService,
  admin: parley.admin.AdminService,
};

class ProtocolError extends Error {}

const connections = new Map<string, parley.Client>();
const streams = new Map<string, { updates: Updates; service: string; incoming: Map<string, parley.IncomingCall> }>();
const senders = new Map<string, { sender: parley.Sender; last: Promise<void> }>();
/** What is cancelled by the ids of the operations. */
const running = new Map<number, AbortController>();
const asked = new Map<number, (answer: Fields) => void>();
let asks = 0;

function found<T>(all: Map<string, T>, handle: JsonValue | undefined): T {
  const one = all.get(String(handle));
  if (one === undefined) throw new ProtocolError(`there is no ${handle}`);
  return one;
}

function print(line: Answer): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function read(desc: DescMessage, json: JsonValue | undefined): Message {
  return json === undefined ? create(desc) : fromJson(desc, json, { ignoreUnknownFields: true });
}

function methodOf(name: JsonValue | undefined) {
  const [service, rpc] = String(name).split(".") as [keyof typeof services, string];
  const method = services[service]?.methods.find((m) => m.name === rpc);
  if (!method) throw new ProtocolError(`there is no method ${name}`);
  return { service, method };
}

function callOptions(o: Fields, signal: AbortSignal): parley.CallOptions {
  return { signal, ...(typeof o.timeout_ms === "number" && { timeoutMs: o.timeout_ms }) };
}

function connect(o: Fields): Fields {
  const options = (o.options ?? {}) as Fields;
  const all: parley.ConnectOptions = {};
  if (o.transport !== undefined) all.tls = o.transport === "tls";
  if (o.ca_file !== undefined) all.caFile = String(o.ca_file);
  if (typeof options.timeout_ms === "number") all.timeoutMs = options.timeout_ms;
  if (typeof options.max_attempts === "number") all.maxAttempts = options.max_attempts;
  const client = parley.connect(String(o.address), credentialOf(o), all);
  connections.set(String(o.handle), client);
  return {};
}

function credentialOf(o: Fields): parley.Credential {
  const credential = (o.credential ?? {}) as Fields;
  if (credential.provider === true) return () => askForToken(String(o.handle));
  return String(credential.key ?? credential.token ?? "");
}

async function askForToken(connection: string): Promise<parley.Token> {
  const ask = ++asks;
  const answer = await new Promise<Fields>((resolve) => {
    asked.set(ask, resolve);
    print({ ask, connection });
  });
  if (answer.failure !== undefined) throw new Error(String(answer.failure));
  const token = String(answer.token);
  if (typeof answer.expires_in_ms !== "number") return { token };
  return { token, expiresAt: new Date(Date.now() + answer.expires_in_ms) };
}

async function call(o: Fields, signal: AbortSignal): Promise<Fields> {
  const client = found(connections, o.connection);
  const { service, method } = methodOf(o.method);
  if (Array.isArray(o.requests)) {
    const parts = o.requests.map((part) => read(method.input, part) as parley.directory.ImportTenantUsersRequest);
    const imported = await client.directory.importTenantUsers(parts, callOptions(o, signal));
    return { response: toJson(method.output, imported) };
  }
  const methods = client[service] as unknown as Record<string, (r: Message, c: parley.CallOptions) => Promise<Message>>;
  const run = methods[method.localName];
  if (!run) throw new ProtocolError(`${o.method} is not unary`);
  return { response: toJson(method.output, await run(read(method.input, o.request), callOptions(o, signal))) };
}

async function list(o: Fields, signal: AbortSignal): Promise<Fields> {
  const method = methodOf(o.method).method as DescMethodUnary;
  const element = method.output.fields.find((f) => f.fieldKind === "list");
  const items: JsonValue[] = [];
  const all = found(connections, o.connection).items(method, read(method.input, o.request), callOptions(o, signal));
  for await (const item of all as AsyncIterable<unknown>) {
    items.push(element?.listKind === "message" ? toJson(element.message, item as Message) : (item as JsonValue));
    if (items.length === o.limit) break;
  }
  return { items };
}

function follow(o: Fields): Fields {
  const client = found(connections, o.connection);
  const service = String(o.service);
  const updates = open(client, service, o.request) as Updates;
  streams.set(String(o.handle), { updates, service, incoming: new Map() });
  return {};
}

function open(client: parley.Client, service: string, json: JsonValue | undefined) {
  if (service === "chat") {
    const r = read(parley.chat.SubscribeRequestSchema, json) as parley.chat.SubscribeRequest;
    return client.chat.follow({ ...startOf(r), threadIds: r.threadIds });
  }
  if (service === "call") {
    const r = read(parley.call.SubscribeRequestSchema, json) as parley.call.SubscribeRequest;
    return client.call.follow({ ...startOf(r), callIds: r.callIds, deviceId: r.deviceId });
  }
  const r = read(parley.policy.WatchPolicyRequestSchema, json) as parley.policy.WatchPolicyRequest;
  return client.policy.follow({ ...startOf(r), tenantId: r.tenantId });
}

function startOf(r: parley.chat.SubscribeRequest | parley.call.SubscribeRequest | parley.policy.WatchPolicyRequest) {
  const o: parley.FollowOptions = {};
  if (r.start.case === "cursor") o.cursor = r.start.value;
  if (r.start.case === "startPosition" && r.start.value === parley.types.StartPosition.BEGINNING) o.from = "beginning";
  if (r.heartbeatInterval) o.heartbeatMs = durationMs(r.heartbeatInterval);
  return o;
}

async function next(o: Fields, signal: AbortSignal): Promise<Fields> {
  const stream = found(streams, o.stream);
  const result = await stream.updates.next({ signal });
  if (result.done) return { end: true };
  const update = result.value;
  if ("typing" in update && update.typing) {
    return { typing: toJson(parley.chat.TypingNotificationSchema, update.typing) };
  }
  if ("incoming" in update && update.incoming) stream.incoming.set(update.incoming.callId, update.incoming);
  return {
    event: eventOf(stream.service, update.event as Message),
    cursor: base64Encode(update.cursor ?? new Uint8Array()),
  };
}

function eventOf(service: string, event: Message): JsonValue {
  if (service === "chat") return toJson(parley.chat.ChatEventSchema, event as parley.chat.ChatEvent);
  if (service === "call") return toJson(parley.call.CallEventSchema, event as parley.call.CallEvent);
  return toJson(parley.policy.PolicyEventSchema, event as parley.policy.PolicyEvent);
}

async function callAction(o: Fields): Promise<Fields> {
  const incoming = found(found(streams, o.stream).incoming, o.call_id);
  const request = { ...((o.request ?? {}) as Record<string, JsonValue>), callId: String(o.call_id) };
  if (o.action === "answer") {
    const {
      callId: _,
      deviceId: __,
      ...rest
    } = read(parley.call.AnswerCallRequestSchema, request) as parley.call.AnswerCallRequest;
    return { response: toJson(parley.call.AnswerCallResponseSchema, await incoming.answer(rest)) };
  }
  if (o.action === "reject") {
    const { callId: _, ...rest } = read(parley.call.RejectCallRequestSchema, request) as parley.call.RejectCallRequest;
    return { response: toJson(parley.call.RejectCallResponseSchema, await incoming.reject(rest)) };
  }
  if (o.action === "signal") {
    const { signal } = read(parley.call.SendSignalRequestSchema, request) as parley.call.SendSignalRequest;
    if (!signal) throw new ProtocolError("there is no signal");
    return { response: toJson(parley.call.SendSignalResponseSchema, await incoming.signal(signal)) };
  }
  const { callId: _, ...rest } = read(parley.call.HangUpRequestSchema, request) as parley.call.HangUpRequest;
  return { response: toJson(parley.call.HangUpResponseSchema, await incoming.hangUp(rest)) };
}

function openSender(o: Fields): Fields {
  const window = typeof o.window === "number" ? o.window : 0;
  const sender = found(connections, o.connection).chat.sender(window > 0 ? { window } : {});
  senders.set(String(o.handle), { sender, last: Promise.resolve() });
  return {};
}

/** Passes the messages of a sender on in the order of their lines, each once there is room. */
function send(o: Fields): Promise<Fields> {
  const entry = found(senders, o.sender);
  const request = read(parley.chat.SendMessageRequestSchema, o.request) as parley.chat.SendMessageRequest;
  const sent = entry.last.then(async () => {
    await entry.sender.room();
    return { answer: entry.sender.send(request) };
  });
  entry.last = sent.then(({ answer }) => void answer.catch(() => undefined));
  return sent.then(async ({ answer }) => ({ response: toJson(parley.chat.SendMessageResponseSchema, await answer) }));
}

async function closeSender(o: Fields): Promise<Fields> {
  const entry = found(senders, o.sender);
  await entry.last;
  await entry.sender.close();
  return {};
}

function parseIdentifier(o: Fields): Fields {
  const id = parley.parseIdentifier(String(o.raw_id));
  const fields: Fields = { kind: id.type, raw_id: id.rawId };
  if (id.type === "communication_user") Object.assign(fields, { resource_id: id.resourceId, user_id: id.userId });
  if (id.type === "teams_user")
    Object.assign(fields, { user_id: id.userId, cloud: id.cloud, is_anonymous: id.isAnonymous });
  if (id.type === "teams_voice_application") Object.assign(fields, { app_id: id.appId, cloud: id.cloud });
  if (id.type === "phone_number") fields.value = id.value;
  return fields;
}

const operations: Record<string, (o: Fields, signal: AbortSignal) => Answer | Promise<Answer>> = {
  hello: () => ({ language: "typescript", version: parley.version, encoding: "json" }),
  connect,
  as_user: (o) => {
    connections.set(String(o.handle), found(connections, o.connection).asUser(String(o.user)));
    return {};
  },
  set_token: (o) => {
    found(connections, o.connection).setCredential(String(o.token));
    return {};
  },
  close: (o) => {
    found(connections, o.connection).close();
    return {};
  },
  call,
  list,
  follow,
  next,
  cursor: (o) => ({ cursor: base64Encode(found(streams, o.stream).updates.cursor) }),
  call_action: callAction,
  close_stream: (o) => {
    found(streams, o.stream).updates.close();
    return {};
  },
  open_sender: openSender,
  send,
  close_sender: closeSender,
  cancel: (o) => {
    running.get(Number(o.target))?.abort();
    return {};
  },
  parse_identifier: parseIdentifier,
  provide_token: (o) => {
    asked.get(Number(o.ask))?.(o);
    asked.delete(Number(o.ask));
    return {};
  },
};

const types: [new (facts: parley.ErrorFacts) => parley.ParleyError, string][] = [
  [parley.CursorExpiredError, "cursor_expired"],
  [parley.AccessLostError, "access_lost"],
  [parley.InvalidIdentifierError, "invalid_identifier"],
  [parley.NotFoundError, "not_found"],
  [parley.PermissionDeniedError, "permission_denied"],
  [parley.UnauthenticatedError, "unauthenticated"],
  [parley.InvalidArgumentError, "invalid_argument"],
  [parley.AlreadyExistsError, "already_exists"],
  [parley.FailedPreconditionError, "failed_precondition"],
  [parley.AbortedError, "aborted"],
  [parley.ResourceExhaustedError, "resource_exhausted"],
  [parley.OutOfRangeError, "out_of_range"],
  [parley.UnavailableError, "unavailable"],
  [parley.DeadlineExceededError, "deadline_exceeded"],
  [parley.CancelledError, "cancelled"],
  [parley.UnimplementedError, "unimplemented"],
  [parley.InternalError, "internal"],
];

function errorOf(error: unknown): Answer {
  if (!(error instanceof parley.ParleyError)) {
    return { code: "UNKNOWN", type: "protocol", message: error instanceof Error ? (error.stack ?? "") : String(error) };
  }
  return {
    code: error.code,
    reason: error.reason,
    message: error.message,
    metadata: error.metadata,
    violations: error.violations.map((v) => ({ ...v })),
    ...(error.retryDelayMs !== undefined && { retry_delay_ms: error.retryDelayMs }),
    type: types.find(([type]) => error instanceof type)?.[1] ?? "unknown",
  };
}

async function perform(o: Fields): Promise<void> {
  const id = Number(o.id);
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const operation = operations[String(o.op)];
    if (!operation) throw new ProtocolError(`there is no operation ${o.op}`);
    print({ id, result: await operation(o, abort.signal) });
  } catch (error) {
    print({ id, error: errorOf(error) });
  } finally {
    running.delete(id);
  }
}

const lines = createInterface({ input: process.stdin, terminal: false });
lines.on("line", (line) => void perform(JSON.parse(line) as Fields));
lines.on("close", () => {
  for (const { updates } of streams.values()) updates.close();
  for (const client of connections.values()) client.close();
  process.exit(0);
});
