/** The messages that all services share. @module */
export * from "../gen/parley/type/v1/authorization_pb.js";
export * from "../gen/parley/type/v1/commit_pb.js";
export * from "../gen/parley/type/v1/identifier_pb.js";
export * from "../gen/parley/type/v1/stream_pb.js";
