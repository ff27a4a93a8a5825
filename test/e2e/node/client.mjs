// A small client of the broker on the command line, for the end-to-end tests. It knows the proto files and nothing else of
// the broker. What it learns it prints as JSON, one object a line.
//
//   client.mjs call SERVICE/METHOD REQUEST
//   client.mjs subscribe REQUEST
//   client.mjs send THREAD COUNT
//
// Options: --address HOST:PORT, --token CREDENTIAL.
import { parseArgs } from 'node:util';
import grpc from '@grpc/grpc-js';
import { failureOf, serviceOf } from './contract.mjs';

const chat = 'parley.chat.v1.ChatService';

// How many messages are under way at one time, and of how many each one is sent twice.
const inFlight = 16;
const retryEvery = 10;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { address: { type: 'string' }, token: { type: 'string' } },
});

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

function metadata() {
  const fields = new grpc.Metadata();
  fields.set('authorization', `Bearer ${options.token}`);
  return fields;
}

const connect = (service) => new (serviceOf(service))(options.address, grpc.credentials.createInsecure());

// unary calls a method and returns the answer.
function unary(client, method, request) {
  return new Promise((resolve, reject) => {
    client[method](request, metadata(), (error, response) => (error ? reject(error) : resolve(response)));
  });
}

// call prints {response} or {failure}.
async function call(path, request) {
  const [service, method] = path.split('/');
  try {
    print({ response: await unary(connect(service), method, JSON.parse(request)) });
  } catch (error) {
    print({ failure: failureOf(error) });
  }
}

// subscribe prints {response} for each response of the stream, and {failure} when it ends.
function subscribe(request) {
  const stream = connect(chat).Subscribe(JSON.parse(request), metadata());
  stream.on('data', (response) => print({ response }));
  return new Promise((resolve) => {
    stream.on('error', (error) => {
      print({ failure: failureOf(error) });
      resolve();
    });
    stream.on('end', resolve);
  });
}

// send sends COUNT messages to a thread, and prints {content, response} for each when all are acknowledged. Each has an
// idempotency key. Some are sent twice at the same time and some again after their answer, as by a client whose
// connection broke: each of those must have the answer of the first.
async function send(threadId, count) {
  const client = connect(chat);
  const acknowledged = [];
  let next = 0;
  const sendOne = async (number) => {
    const key = `message-${number}`;
    const request = { threadId, content: `message ${number} ✓`, idempotencyKey: key };
    const attempts = number % retryEvery === 0 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: attempts }, () => unary(client, 'SendMessage', request)));
    if (number % retryEvery === 5) answers.push(await unary(client, 'SendMessage', request));
    for (const answer of answers) {
      if (answer.messageId !== answers[0].messageId) throw new Error(`${key} was sent twice: ${JSON.stringify(answers)}`);
    }
    acknowledged.push({ content: request.content, response: answers[0] });
  };
  const worker = async () => {
    while (next < count) await sendOne(++next);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  acknowledged.forEach(print);
}

const commands = {
  call: ([path, request]) => call(path, request),
  subscribe: ([request]) => subscribe(request),
  send: ([thread, count]) => send(thread, Number(count)),
};

const [command, ...rest] = positionals;
if (!commands[command]) throw new Error(`no command ${command}: ${Object.keys(commands).join(', ')}`);
await commands[command](rest);
