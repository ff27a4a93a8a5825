/** The messages of directory, as the contract has them. @module */
export * from "../gen/parley/directory/v1/directory_pb.js";
export * from "../gen/parley/directory/v1/directory_service_pb.js";
