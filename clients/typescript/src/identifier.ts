import { type CodeName, InvalidIdentifierError } from "./errors.js";
import type { CommunicationIdentifier } from "./gen/parley/type/v1/identifier_pb.js";

/** The cloud that a Teams user or a voice application lives in. */
export type Cloud = "public" | "gcch" | "dod";

/** What kind of party an identifier names. */
export type IdentifierType =
  | "communication_user"
  | "teams_user"
  | "teams_voice_application"
  | "phone_number"
  | "unknown";

/** A user of a resource. */
export interface CommunicationUser {
  readonly type: "communication_user";
  /** The canonical text form. */
  readonly rawId: string;
  /** The GUID of the resource. */
  readonly resourceId: string;
  /** The GUID of the user within its resource. */
  readonly userId: string;
}

/** A user of a tenant. */
export interface TeamsUser {
  readonly type: "teams_user";
  /** The canonical text form. */
  readonly rawId: string;
  /** The object id, a GUID; of a visitor 1 to 128 letters, digits and `. _ ~ : -`. */
  readonly userId: string;
  /** Whether it is a visitor without an account. */
  readonly isAnonymous: boolean;
  readonly cloud: Cloud;
}

/** A call queue or an auto attendant of a tenant. */
export interface TeamsVoiceApplication {
  readonly type: "teams_voice_application";
  /** The canonical text form. */
  readonly rawId: string;
  /** The GUID of the application. */
  readonly appId: string;
  readonly cloud: Cloud;
}

/** A number of the public telephone network. */
export interface PhoneNumber {
  readonly type: "phone_number";
  /** The canonical text form. */
  readonly rawId: string;
  /** The number with its plus sign, such as `+15551234567`. */
  readonly value: string;
}

/** A party of a kind that this version does not know. */
export interface UnknownIdentifier {
  readonly type: "unknown";
  /** The text as it was given. */
  readonly rawId: string;
}

/** A party of either world. `type` tells which kind; it goes wherever a request takes an identifier. */
export type Identifier = CommunicationUser | TeamsUser | TeamsVoiceApplication | PhoneNumber | UnknownIdentifier;

/** What names a party: its raw id, or anything that has it, such as an `Identifier` or the identifier in an answer. */
export type IdentifierLike = string | { readonly rawId: string };

/** The raw id of a party. */
export function rawIdOf(party: IdentifierLike): string {
  return typeof party === "string" ? party : party.rawId;
}

const guidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const visitorForm = /^[A-Za-z0-9._~:-]{1,128}$/;
const numberForm = /^\+[1-9][0-9]{1,14}$/;
const maxBytes = 256;
const invalid: CodeName = "INVALID_ARGUMENT";

function malformed(rawId: string, wanted: string): InvalidIdentifierError {
  return new InvalidIdentifierError({
    code: invalid,
    reason: "INVALID_IDENTIFIER",
    message: `${JSON.stringify(rawId)} is no raw id: ${wanted}`,
  });
}

function guid(rawId: string, text: string | undefined): string {
  const lower = text?.toLowerCase() ?? "";
  if (!guidForm.test(lower)) throw malformed(rawId, "a GUID is missing or malformed");
  return lower;
}

function matching(rawId: string, text: string, form: RegExp, wanted: string): string {
  // The dollar sign of a pattern accepts no line break here: it has no flag m.
  if (!form.test(text)) throw malformed(rawId, wanted);
  return text;
}

const clouds: readonly [string, Cloud][] = [
  ["orgid", "public"],
  ["gcch", "gcch"],
  ["dod", "dod"],
];

/**
 * Makes the identifier of a user of a resource.
 * @param resourceId a GUID in any case
 * @param userId a GUID in any case
 * @throws {InvalidIdentifierError} if either is no GUID
 */
export function communicationUser(resourceId: string, userId: string): CommunicationUser {
  const resource = guid(resourceId, resourceId);
  const user = guid(userId, userId);
  return { type: "communication_user", rawId: `8:acs:${resource}_${user}`, resourceId: resource, userId: user };
}

/**
 * Makes the identifier of a Teams user.
 * @param userId the object id, a GUID in any case
 * @throws {InvalidIdentifierError} if it is no GUID
 */
export function teamsUser(userId: string, cloud: Cloud = "public"): TeamsUser {
  const id = guid(userId, userId);
  return { type: "teams_user", rawId: `8:${prefixOf(cloud)}:${id}`, userId: id, isAnonymous: false, cloud };
}

/**
 * Makes the identifier of a visitor without an account.
 * @param visitorId 1 to 128 letters, digits and `. _ ~ : -`
 * @throws {InvalidIdentifierError} if it has another form
 */
export function teamsVisitor(visitorId: string): TeamsUser {
  const rawId = `8:teamsvisitor:${visitorId}`;
  matching(rawId, visitorId, visitorForm, "a visitor has 1 to 128 letters, digits and . _ ~ : -");
  return { type: "teams_user", rawId, userId: visitorId, isAnonymous: true, cloud: "public" };
}

/**
 * Makes the identifier of a call queue or an auto attendant.
 * @param appId a GUID in any case
 * @throws {InvalidIdentifierError} if it is no GUID
 */
export function teamsVoiceApplication(appId: string, cloud: Cloud = "public"): TeamsVoiceApplication {
  const id = guid(appId, appId);
  return { type: "teams_voice_application", rawId: `28:${prefixOf(cloud)}:${id}`, appId: id, cloud };
}

/**
 * Makes the identifier of a telephone number.
 * @param value the number in E.164 form with its plus sign, such as `+15551234567`
 * @throws {InvalidIdentifierError} if it has another form
 */
export function phoneNumber(value: string): PhoneNumber {
  const rawId = `4:${value}`;
  return { type: "phone_number", rawId, value: matching(rawId, value, numberForm, "a number is like +15551234567") };
}

function prefixOf(cloud: Cloud): string {
  return clouds.find(([, name]) => name === cloud)?.[0] ?? "orgid";
}

/**
 * Reads a raw id. GUIDs are lowered, so two identifiers are the same party exactly if their raw ids are equal. A kind that
 * this version does not know is kept as it is.
 *
 * @throws {InvalidIdentifierError} if a known kind is malformed, or the text is empty or above 256 bytes
 *
 * @example
 * ```ts
 * const party = parseIdentifier("8:gcch:11111111-1111-4111-8111-111111111111");
 * if (party.type === "teams_user") console.log(party.userId, party.cloud);
 * ```
 */
export function parseIdentifier(rawId: string): Identifier {
  if (rawId === "") throw malformed(rawId, "it is empty");
  if (new TextEncoder().encode(rawId).length > maxBytes) throw malformed(rawId, `it has more than ${maxBytes} bytes`);
  if (rawId.startsWith("4:")) return phoneNumber(rawId.slice(2));
  const [number, kind] = rawId.split(":", 2);
  const rest = rawId.slice(`${number}:${kind}:`.length);
  const complete = rawId.startsWith(`${number}:${kind}:`);
  if (number === "8" && kind === "acs" && complete) return parseCommunicationUser(rawId, rest);
  if (number === "8" && kind === "teamsvisitor" && complete) return teamsVisitor(rest);
  const cloud = complete ? clouds.find(([prefix]) => prefix === kind)?.[1] : undefined;
  if (number === "8" && cloud) return teamsUser(guid(rawId, rest), cloud);
  if (number === "28" && cloud) return teamsVoiceApplication(guid(rawId, rest), cloud);
  return { type: "unknown", rawId };
}

function parseCommunicationUser(rawId: string, rest: string): CommunicationUser {
  const parts = rest.split("_");
  if (parts.length !== 2) throw malformed(rawId, "after 8:acs: come the GUIDs of resource and user with _ between");
  return communicationUser(guid(rawId, parts[0]), guid(rawId, parts[1]));
}

/** Reads the identifier of an answer, which always has its raw id. */
export function identifierOf(message: CommunicationIdentifier): Identifier {
  return parseIdentifier(message.rawId);
}
