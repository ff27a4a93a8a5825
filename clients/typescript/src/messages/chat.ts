/** The messages of chat, as the contract has them. @module */

export * from "../gen/parley/chat/v1/chat_event_pb.js";
export * from "../gen/parley/chat/v1/chat_pb.js";
export * from "../gen/parley/chat/v1/chat_service_pb.js";
