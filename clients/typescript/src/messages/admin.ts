/** The messages of admin, as the contract has them. @module */
export * from "../gen/parley/admin/v1/admin_service_pb.js";
