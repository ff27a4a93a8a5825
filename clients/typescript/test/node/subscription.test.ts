import assert from "node:assert/strict";
import { test } from "node:test";
import {
  AccessLostError,
  type ChatUpdate,
  connect,
  InvalidArgumentError,
  type Subscription,
  timestampDate,
} from "@parley-interop/client/node";
import { makeWorld } from "../world.js";

/** The content of the next message of a stream. */
async function nextContent(updates: Subscription<ChatUpdate>): Promise<string> {
  for await (const { event } of keepOpen(updates)) {
    if (event?.event.case === "messageSent") return event.event.value.message?.content ?? "";
  }
  throw new Error("the stream ended");
}

/** The stream without the end of its loop being its own. */
async function* keepOpen<T>(updates: Subscription<T>): AsyncGenerator<T> {
  for (;;) {
    const result = await updates.next();
    if (result.done) return;
    yield result.value;
  }
}

for (const signal of ["SIGTERM", "SIGKILL"] as const) {
  test(`a stream goes on after ${signal} of the broker`, async (t) => {
    const { broker, anna, ben, threadId } = await makeWorld(t);
    const interruptions: string[] = [];
    const updates = ben.chat.follow({
      threadIds: [threadId],
      onInterruption: ({ error }) => interruptions.push(error.reason),
    });
    await updates.ready();
    for (let i = 0; i < 3; i++) {
      await anna.chat.sendMessage({ threadId, content: `before ${i}` });
      assert.equal(await nextContent(updates), `before ${i}`);
      const waiting = nextContent(updates);
      await broker.stop(signal);
      await broker.start();
      await anna.chat.sendMessage({ threadId, content: `after ${i}` });
      assert.equal(await waiting, `after ${i}`);
    }
    assert.ok(interruptions.length >= 3);
    if (signal === "SIGTERM") assert.ok(interruptions.includes("STREAM_RESUMABLE"), interruptions.join());
    updates.close();
  });
}

test("an event that was not processed comes again from the cursor", async (t) => {
  const { anna, ben, threadId } = await makeWorld(t);
  for (const content of ["one", "two", "three"]) await anna.chat.sendMessage({ threadId, content });
  const first = ben.chat.follow({ threadIds: [threadId], from: "beginning" });
  assert.equal(first.cursor.length, 0);
  while ((await nextContent(first)) !== "two");
  const { cursor } = first; // two is in our hands, and not processed
  first.close();
  assert.deepEqual(await first.next(), { done: true, value: undefined });
  const second = ben.chat.follow({ threadIds: [threadId], cursor });
  assert.equal(await nextContent(second), "two");
  assert.equal(await nextContent(second), "three");
  second.close();
});

test("a wait that was given up loses no event", async (t) => {
  const { anna, ben, threadId } = await makeWorld(t);
  const updates = ben.chat.follow({ threadIds: [threadId] });
  await updates.ready();
  const abort = new AbortController();
  const waiting = updates.next({ signal: abort.signal });
  abort.abort();
  await assert.rejects(waiting, { code: "CANCELLED" });
  await anna.chat.sendMessage({ threadId, content: "still here" });
  assert.equal(await nextContent(updates), "still here");
  updates.close();
});

test("a signal ends a stream, and so does the end of a loop", async (t) => {
  const { anna, ben, threadId } = await makeWorld(t);
  const abort = new AbortController();
  const updates = ben.chat.follow({ threadIds: [threadId], signal: abort.signal });
  await updates.ready();
  const waiting = updates.next();
  abort.abort();
  assert.deepEqual(await waiting, { done: true, value: undefined });

  const all = ben.chat.follow({ threadIds: [threadId], from: "beginning" });
  for await (const { event } of all) {
    assert.ok(event?.time && timestampDate(event.time).getTime() > 0);
    break;
  }
  assert.equal((await all.next()).done, true);
  await anna.chat.sendTypingNotification({ threadId });
});

test("policy ends a stream", async (t) => {
  const { broker, administrator, tessId, threadId } = await makeWorld(t);
  const { accessToken } = await administrator.identity.issueTenantUserToken({
    identifier: { rawId: tessId },
    scopes: [1],
  });
  const tess = connect(broker.address, accessToken?.token ?? "");
  t.after(() => tess.close());
  const updates = tess.chat.follow({ threadIds: [threadId] });
  await updates.ready();
  const waiting = updates.next();
  await administrator.policy.updateFederationConfiguration({
    configuration: { enableAcsUsers: false },
    updateMask: { paths: ["enable_acs_users"] },
  });
  await assert.rejects(
    waiting,
    (error) => error instanceof AccessLostError && error.metadata.cause === "INTEROP_TENANT_DISABLED",
  );
  await assert.rejects(updates.next(), AccessLostError);
});

test("a start and a heartbeat that are none", async (t) => {
  const { ben } = await makeWorld(t);
  await assert.rejects(ben.chat.follow({ cursor: new Uint8Array([1, 2, 3]) }).ready(), InvalidArgumentError);
  await assert.rejects(ben.chat.follow({ heartbeatMs: 0.001 }).ready(), InvalidArgumentError);
});

test("policy has a stream too", async (t) => {
  const { administrator } = await makeWorld(t);
  const updates = administrator.policy.follow();
  await updates.ready();
  const change = { configuration: { enableAcsUsers: false }, updateMask: { paths: ["enable_acs_users"] } };
  await administrator.policy.updateFederationConfiguration(change);
  const { value } = await updates.next();
  assert.ok(value?.event.time);
  updates.close();
});
