import assert from "node:assert/strict";
import { createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import {
  CancelledError,
  type Client,
  connect,
  DeadlineExceededError,
  InvalidArgumentError,
  NotFoundError,
  ParleyError,
  Reason,
  UnauthenticatedError,
  UnavailableError,
  UnimplementedError,
} from "@parley-interop/client/node";
import { Broker } from "../broker.js";
import { makeWorld } from "../world.js";

/** What a call fails with. */
async function failure(call: Promise<unknown>): Promise<ParleyError> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof ParleyError, String(error));
    return error;
  }
  throw new Error("the call succeeded");
}

const whoAmI = (client: Client) => client.identity.getCaller({}, { timeoutMs: 5_000 });

test("addresses that are none", () => {
  for (const address of ["", "localhost", "http://127.0.0.1:7755", "127.0.0.1:99999", "a b:1", "127.0.0.1:7755/x"]) {
    assert.throws(() => connect(address, "key"), InvalidArgumentError, address);
  }
  connect("[::1]:7755", "key").close();
});

test("credentials that are none", () => {
  assert.throws(() => connect("127.0.0.1:7755", ""), UnauthenticatedError);
  assert.throws(() => connect("127.0.0.1:7755", "two words"), UnauthenticatedError);
});

test("nothing listens there", async (t) => {
  const client = connect("127.0.0.1:1", "key", { maxAttempts: 2 });
  t.after(() => client.close());
  const error = await failure(whoAmI(client));
  assert.ok(error instanceof UnavailableError);
  assert.match(error.message, /cannot reach 127\.0\.0\.1:1: .*ECONNREFUSED/);
  const stream = client.chat.follow();
  assert.ok((await failure(stream.ready())) instanceof UnavailableError);
  assert.ok((await failure(client.chat.sender().send({ threadId: "x", content: "x" }))) instanceof UnavailableError);
});

test("TLS where there is none", async (t) => {
  const broker = await Broker.start(t);
  const client = connect(broker.address, broker.key, { tls: true, maxAttempts: 1 });
  t.after(() => client.close());
  const error = await failure(whoAmI(client));
  assert.ok(error instanceof UnavailableError);
  assert.match(error.message, /if the broker serves plaintext, connect with tls: false/);
});

test("refusals of the broker", async (t) => {
  const { broker, anna, threadId } = await makeWorld(t);
  const wrong = connect(broker.address, `${broker.key}x`);
  t.after(() => wrong.close());
  assert.ok((await failure(whoAmI(wrong))) instanceof UnauthenticatedError);

  const missing = await failure(anna.chat.getThread({ threadId: "19:none@thread.v2" }));
  assert.ok(missing instanceof NotFoundError);
  assert.equal(missing.reason, Reason.THREAD_NOT_FOUND);
  assert.equal(missing.method, "parley.chat.v1.ChatService/GetThread");
  assert.notEqual(missing.requestId, "");

  const invalid = await failure(anna.chat.getThread({}));
  assert.ok(invalid instanceof InvalidArgumentError);
  assert.deepEqual(
    invalid.violations.map((v) => v.field),
    ["thread_id"],
  );

  const abort = new AbortController();
  const cancelled = failure(anna.chat.listMessages({ threadId }, { signal: abort.signal }));
  abort.abort();
  assert.ok((await cancelled) instanceof CancelledError);
});

test("a message whose field has another type never leaves", async (t) => {
  const { anna, threadId } = await makeWorld(t);
  const error = await failure(anna.chat.listMessages({ threadId, pageSize: 1.5 }));
  assert.ok(error instanceof InvalidArgumentError, String(error));
});

test("one request object serves many calls", async (t) => {
  const { anna, threadId } = await makeWorld(t);
  const request = { threadId, content: "again" };
  const first = await anna.chat.sendMessage(request);
  const second = await anna.chat.sendMessage(request);
  assert.notEqual(first.messageId, second.messageId);
});

/** A server of another age: it answers every call with one status. */
async function otherAge(t: TestContext, status: number, text: string, hang = false): Promise<string> {
  const server = createServer();
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream) => {
    stream.on("error", () => undefined);
    if (hang) return;
    stream.respond(
      { ":status": 200, "content-type": "application/grpc", "grpc-status": status, "grpc-message": text },
      { endStream: true },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("an older broker", async (t) => {
  const client = connect(await otherAge(t, 12, "unknown method GetCaller"), "key");
  t.after(() => client.close());
  const error = await failure(whoAmI(client));
  assert.ok(error instanceof UnimplementedError);
  assert.match(error.message, /IdentityService\/GetCaller.*older version/);
});

test("a broker that does not answer", async (t) => {
  const client = connect(await otherAge(t, 0, "", true), "key", { timeoutMs: 200 });
  t.after(() => client.close());
  assert.ok((await failure(client.identity.getCaller({}))) instanceof DeadlineExceededError);
});
