// The contract, read from the proto files when the program starts: nothing here is generated.
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../../proto');

const load = (...files) => loader.loadSync(files, {
  includeDirs: [root, `${root}/third_party`],
  longs: Number,
  enums: String,
  bytes: String,
});

// serviceOf returns the client class of a service by its full name, such as parley.chat.v1.ChatService.
export function serviceOf(name) {
  const [, area, version] = name.split('.');
  return grpc.makeGenericClientConstructor(load(`parley/${area}/${version}/${area}_service.proto`)[name], name);
}

const details = load('google/rpc/status.proto', 'google/rpc/error_details.proto');
const decode = (type, bytes) => details[type].deserialize(bytes);

// failureOf returns what an error of a call says: its code by name, and the reason and the metadata of its ErrorInfo.
export function failureOf(error) {
  const failure = { code: grpc.status[error.code], message: error.details };
  for (const status of error.metadata.get('grpc-status-details-bin')) {
    for (const { type_url: type, value } of decode('google.rpc.Status', status).details) {
      if (type !== 'type.googleapis.com/google.rpc.ErrorInfo') continue;
      const { reason, metadata } = decode('google.rpc.ErrorInfo', Buffer.from(value, 'base64'));
      Object.assign(failure, { reason, metadata });
    }
  }
  return failure;
}
