/** The messages of policy, as the contract has them. @module */
export * from "../gen/parley/policy/v1/policy_pb.js";
export * from "../gen/parley/policy/v1/policy_service_pb.js";
