/** The messages of identity, as the contract has them. @module */
export * from "../gen/parley/identity/v1/identity_service_pb.js";
