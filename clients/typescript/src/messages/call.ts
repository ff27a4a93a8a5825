/** The messages of call, as the contract has them. @module */

export * from "../gen/parley/call/v1/call_event_pb.js";
export * from "../gen/parley/call/v1/call_pb.js";
export * from "../gen/parley/call/v1/call_service_pb.js";
