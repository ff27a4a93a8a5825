import type { DescMethod } from "@bufbuild/protobuf";
import { anyUnpack, durationMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "./gen/google/rpc/error_details_pb.js";
import type { Status } from "./gen/google/rpc/status_pb.js";

/** The name of a gRPC status code. */
export type CodeName =
  | "CANCELLED"
  | "UNKNOWN"
  | "INVALID_ARGUMENT"
  | "DEADLINE_EXCEEDED"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "PERMISSION_DENIED"
  | "RESOURCE_EXHAUSTED"
  | "FAILED_PRECONDITION"
  | "ABORTED"
  | "OUT_OF_RANGE"
  | "UNIMPLEMENTED"
  | "INTERNAL"
  | "UNAVAILABLE"
  | "DATA_LOSS"
  | "UNAUTHENTICATED";

/** A field of a request that broke its rule. */
export interface FieldViolation {
  /** The path of the field, such as `participants[1].display_name`. */
  readonly field: string;
  /** What is wrong with it. */
  readonly description: string;
}

/** What is known of an error. Everything but code and message may be missing. */
export interface ErrorFacts {
  code: CodeName;
  message: string;
  reason?: string;
  metadata?: Readonly<Record<string, string>>;
  violations?: readonly FieldViolation[];
  retryDelayMs?: number;
  requestId?: string;
  method?: string;
  cause?: unknown;
}

/**
 * What went wrong with a call. Each status code has a class of its own, so `instanceof` tells them apart; `reason` says more
 * exactly why.
 *
 * @example
 * ```ts
 * try {
 *   await client.chat.sendMessage({ threadId, content: "x".repeat(30_000) });
 * } catch (error) {
 *   if (!(error instanceof InvalidArgumentError)) throw error;
 *   console.log(error.reason); // MESSAGE_TOO_LARGE
 * }
 * ```
 */
export class ParleyError extends Error {
  /** The status code. */
  readonly code: CodeName;
  /** The cause, a name of `Reason`; empty where the client or something in between failed. A newer broker may send others. */
  readonly reason: string;
  /** Further facts, by name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The fields of the request that broke their rules. */
  readonly violations: readonly FieldViolation[];
  /** How long to wait before trying again, in milliseconds; undefined where the broker gave no advice. */
  readonly retryDelayMs: number | undefined;
  /** What the broker's log calls the request; empty if it never got there. */
  readonly requestId: string;
  /** The method that was called, such as `parley.chat.v1.ChatService/SendMessage`; empty if none was. */
  readonly method: string;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = facts.code;
    this.reason = facts.reason ?? "";
    this.metadata = facts.metadata ?? {};
    this.violations = facts.violations ?? [];
    this.retryDelayMs = facts.retryDelayMs;
    this.requestId = facts.requestId ?? "";
    this.method = facts.method ?? "";
  }
}

/** The application cancelled the call. Where it writes, it may have happened. */
export class CancelledError extends ParleyError {}
/** The request breaks a rule; `violations` has the fields. */
export class InvalidArgumentError extends ParleyError {}
/** A text is no raw id. */
export class InvalidIdentifierError extends InvalidArgumentError {}
/** The deadline passed. Where the call writes, it may have happened. */
export class DeadlineExceededError extends ParleyError {}
/** There is no such thing, or the caller may not see it. */
export class NotFoundError extends ParleyError {}
/** It is there already. */
export class AlreadyExistsError extends ParleyError {}
/** The caller may not do that. */
export class PermissionDeniedError extends ParleyError {}
/** The end of a stream: the subscriber may no longer see what it followed. `metadata.cause` has the reason. */
export class AccessLostError extends PermissionDeniedError {}
/** A limit is reached. */
export class ResourceExhaustedError extends ParleyError {}
/** The state of the thing does not allow it. */
export class FailedPreconditionError extends ParleyError {}
/** Something has changed meanwhile: read it again. */
export class AbortedError extends ParleyError {}
/** A position is outside of what there is. */
export class OutOfRangeError extends ParleyError {}
/** The end of a stream: its cursor is older than what is kept, or of another history of the log. Start anew. */
export class CursorExpiredError extends OutOfRangeError {}
/** The broker has no such method, or does not serve it yet. */
export class UnimplementedError extends ParleyError {}
/** The broker found a fault of its own. */
export class InternalError extends ParleyError {}
/** The broker cannot be reached, or cannot work at the moment. */
export class UnavailableError extends ParleyError {}
/** The credential is missing, wrong or expired. */
export class UnauthenticatedError extends ParleyError {}

type ErrorClass = new (facts: ErrorFacts) => ParleyError;

const byCode: Partial<Record<CodeName, ErrorClass>> = {
  CANCELLED: CancelledError,
  INVALID_ARGUMENT: InvalidArgumentError,
  DEADLINE_EXCEEDED: DeadlineExceededError,
  NOT_FOUND: NotFoundError,
  ALREADY_EXISTS: AlreadyExistsError,
  PERMISSION_DENIED: PermissionDeniedError,
  RESOURCE_EXHAUSTED: ResourceExhaustedError,
  FAILED_PRECONDITION: FailedPreconditionError,
  ABORTED: AbortedError,
  OUT_OF_RANGE: OutOfRangeError,
  UNIMPLEMENTED: UnimplementedError,
  INTERNAL: InternalError,
  UNAVAILABLE: UnavailableError,
  UNAUTHENTICATED: UnauthenticatedError,
};

const byReason: Readonly<Record<string, ErrorClass>> = {
  INVALID_IDENTIFIER: InvalidIdentifierError,
  ACCESS_LOST: AccessLostError,
  CURSOR_EXPIRED: CursorExpiredError,
  CURSOR_EPOCH: CursorExpiredError,
};

/**
 * Makes the error of the class that fits.
 * @internal
 */
export function makeError(facts: ErrorFacts): ParleyError {
  const kind = byReason[facts.reason ?? ""] ?? byCode[facts.code] ?? ParleyError;
  return new kind(facts);
}

const codeNames: Record<Code, CodeName> = {
  [Code.Canceled]: "CANCELLED",
  [Code.Unknown]: "UNKNOWN",
  [Code.InvalidArgument]: "INVALID_ARGUMENT",
  [Code.DeadlineExceeded]: "DEADLINE_EXCEEDED",
  [Code.NotFound]: "NOT_FOUND",
  [Code.AlreadyExists]: "ALREADY_EXISTS",
  [Code.PermissionDenied]: "PERMISSION_DENIED",
  [Code.ResourceExhausted]: "RESOURCE_EXHAUSTED",
  [Code.FailedPrecondition]: "FAILED_PRECONDITION",
  [Code.Aborted]: "ABORTED",
  [Code.OutOfRange]: "OUT_OF_RANGE",
  [Code.Unimplemented]: "UNIMPLEMENTED",
  [Code.Internal]: "INTERNAL",
  [Code.Unavailable]: "UNAVAILABLE",
  [Code.DataLoss]: "DATA_LOSS",
  [Code.Unauthenticated]: "UNAUTHENTICATED",
};

/** What an error of a call is judged by. */
export interface CallContext {
  method?: DescMethod;
  /** The application's own signal. */
  signal?: AbortSignal | undefined;
  /** Says what to look at when the broker cannot be reached. */
  unreachable(cause: string): string;
}

/**
 * Turns what a transport throws into an error of this package.
 * @internal
 */
export function toParleyError(thrown: unknown, context: CallContext): ParleyError {
  if (thrown instanceof ParleyError) return thrown;
  const method = context.method ? `${context.method.parent.typeName}/${context.method.name}` : "";
  if (context.signal?.aborted) {
    return makeError({ code: "CANCELLED", message: "the application cancelled the call", method, cause: thrown });
  }
  const error = ConnectError.from(thrown);
  if (error.details.length > 0 || [...error.metadata.keys()].length > 0) return fromServer(error, method);
  return fromTransport(error, method, context);
}

/** The error that the broker has sent, or something in between that speaks its protocol. */
function fromServer(error: ConnectError, method: string): ParleyError {
  const info = error.findDetails(ErrorInfoSchema)[0];
  const delay = error.findDetails(RetryInfoSchema)[0]?.retryDelay;
  const code = codeNames[error.code];
  return makeError({
    code,
    message: code === "UNIMPLEMENTED" ? unimplemented(method, error.rawMessage) : error.rawMessage,
    reason: info?.reason ?? "",
    metadata: info?.metadata ?? {},
    violations: violations(error.findDetails(BadRequestSchema)),
    retryDelayMs: delay && durationMs(delay),
    requestId: error.metadata.get("x-request-id") ?? error.metadata.get("trailer-x-request-id") ?? "",
    method,
    cause: error,
  });
}

function unimplemented(method: string, text: string): string {
  return `the broker does not serve ${method}: it may be of an older version than this client (${text})`;
}

function violations(details: { fieldViolations: FieldViolation[] }[]): FieldViolation[] {
  return details.flatMap((d) => d.fieldViolations.map((v) => ({ field: v.field, description: v.description })));
}

/** The error of a call that the broker has not answered. */
function fromTransport(error: ConnectError, method: string, context: CallContext): ParleyError {
  const code = codeNames[error.code];
  if (code === "DEADLINE_EXCEEDED") {
    return makeError({
      code,
      message: "the deadline of the call passed; where it writes, it may have happened",
      method,
    });
  }
  if (code === "INVALID_ARGUMENT" || error.rawMessage.includes("cannot encode")) {
    return makeError({ code: "INVALID_ARGUMENT", message: error.rawMessage, method, cause: error });
  }
  if (code === "UNIMPLEMENTED") {
    return makeError({ code, message: unimplemented(method, error.rawMessage), method, cause: error });
  }
  return makeError({ code: "UNAVAILABLE", message: context.unreachable(rootCause(error)), method, cause: error });
}

function rootCause(error: Error): string {
  const texts = [error instanceof ConnectError ? error.rawMessage : error.message];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    if (cause.message && !texts.some((t) => t.includes(cause.message))) texts.push(cause.message);
  }
  return texts.join(": ");
}

/**
 * The error that a status in an answer tells of.
 * @internal
 */
export function fromStatus(status: Status, method: DescMethod): ParleyError {
  const details = status.details;
  const info = details.map((d) => anyUnpack(d, ErrorInfoSchema)).find((d) => d !== undefined);
  const delay = details.map((d) => anyUnpack(d, RetryInfoSchema)).find((d) => d !== undefined)?.retryDelay;
  return makeError({
    code: codeNames[status.code as Code] ?? "UNKNOWN",
    message: status.message,
    reason: info?.reason ?? "",
    metadata: info?.metadata ?? {},
    violations: violations(details.map((d) => anyUnpack(d, BadRequestSchema)).filter((d) => d !== undefined)),
    retryDelayMs: delay && durationMs(delay),
    method: `${method.parent.typeName}/${method.name}`,
  });
}
