/**
 * What the clients for Node and for browsers share. `connect` is in `@parley-interop/client/node` and in
 * `@parley-interop/client/web`, which export all of this as well.
 * @module
 */
export { durationFromMs, durationMs, timestampDate, timestampFromDate, timestampNow } from "@bufbuild/protobuf/wkt";
export type { Admin, AdminLists } from "./admin.js";
export type { CallFollowOptions, CallStreams, Calls, CallUpdate, IncomingCall } from "./call.js";
export type { Chat, ChatFollowOptions, ChatStreams, ChatUpdate } from "./chat.js";
export type { Client } from "./client.js";
export type { Credential, Token, TokenProvider } from "./credential.js";
export type { Directory, DirectoryLists, ImportPart } from "./directory.js";
export * from "./errors.js";
export * from "./identifier.js";
export type { Identity, IdentityLists } from "./identity.js";
/** The messages of each service, with their schemas. */
export * as admin from "./messages/admin.js";
export * as call from "./messages/call.js";
export * as chat from "./messages/chat.js";
export * as directory from "./messages/directory.js";
export * as identity from "./messages/identity.js";
export * as policy from "./messages/policy.js";
export * as types from "./messages/types.js";
export type { CallOptions, ClientOptions } from "./options.js";
export type { Policy, PolicyFollowOptions, PolicyStreams, PolicyUpdate } from "./policy.js";
export { Reason } from "./reason.js";
export type { OutgoingMessage, Sender, SenderOptions, Sent } from "./sender.js";
export type { Item, UnaryMethods } from "./services.js";
export type { FollowOptions, Interruption, Subscription } from "./subscription.js";
export { version } from "./version.js";
