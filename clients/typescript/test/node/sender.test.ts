import assert from "node:assert/strict";
import { test } from "node:test";
import { CancelledError, chat, InvalidArgumentError, NotFoundError } from "@parley-interop/client/node";
import { makeWorld } from "../world.js";

async function contents(world: Awaited<ReturnType<typeof makeWorld>>): Promise<string[]> {
  const all: string[] = [];
  const request = { threadId: world.threadId, order: chat.MessageOrder.OLDEST_FIRST };
  for await (const m of world.anna.chat.messages(request)) if (m.type === chat.MessageType.TEXT) all.push(m.content);
  return all;
}

test("many messages arrive in order, each once", async (t) => {
  const world = await makeWorld(t);
  const wanted = Array.from({ length: 3000 }, (_, i) => `message ${i}`);
  let most = 0;
  const sender = world.anna.chat.sender({ window: 50 });
  const answers: Promise<{ sequenceId: bigint }>[] = [];
  for (const content of wanted) {
    await sender.room();
    answers.push(sender.send({ threadId: world.threadId, content }));
    most = Math.max(most, sender.pending);
  }
  await sender.close();
  assert.equal(most, 50);
  assert.equal(sender.pending, 0);
  const sequence = (await Promise.all(answers)).map((a) => a.sequenceId);
  assert.deepEqual(
    sequence,
    sequence.toSorted((a, b) => Number(a - b)),
  );
  assert.deepEqual(await contents(world), wanted);
  await assert.rejects(sender.send({ threadId: world.threadId, content: "late" }), CancelledError);
});

for (const signal of ["SIGTERM", "SIGKILL"] as const) {
  test(`${signal} of the broker loses no message and repeats none`, async (t) => {
    const world = await makeWorld(t);
    const wanted = Array.from({ length: 2000 }, (_, i) => `message ${i}`);
    const sent: string[] = [];
    let restarted: Promise<void> | undefined;
    for await (const { message, response, error } of world.anna.chat.sendAll(
      wanted.map((content) => ({ threadId: world.threadId, content })),
      { window: 100 },
    )) {
      assert.ifError(error ?? null);
      assert.ok(response);
      sent.push(message.content ?? "");
      if (sent.length === 500) restarted = world.broker.stop(signal).then(() => world.broker.start());
    }
    await restarted;
    assert.deepEqual(sent, wanted);
    assert.deepEqual(await contents(world), wanted);
  });
}

test("a refused message concerns no other", async (t) => {
  const { anna, threadId } = await makeWorld(t);
  const sender = anna.chat.sender();
  const answers = await Promise.allSettled([
    sender.send({ threadId, content: "good" }),
    sender.send({ threadId: "19:none@thread.v2", content: "bad" }),
    sender.send({ threadId, content: "x".repeat(30_000) }),
    sender.send({ threadId, content: "good again" }),
  ]);
  await sender.close();
  assert.deepEqual(
    answers.map((a) => a.status),
    ["fulfilled", "rejected", "rejected", "fulfilled"],
  );
  assert.ok(answers[1]?.status === "rejected" && answers[1].reason instanceof NotFoundError);
  assert.ok(answers[2]?.status === "rejected" && answers[2].reason.reason === "MESSAGE_TOO_LARGE");
  assert.throws(() => anna.chat.sender({ window: -1 }), InvalidArgumentError);
});

test("a source is read no further than the window", async (t) => {
  const { anna, threadId } = await makeWorld(t);
  let read = 0;
  let got = 0;
  function* source() {
    for (; read < 200; read++) yield { threadId, content: `${read}` };
  }
  for await (const { response } of anna.chat.sendAll(source(), { window: 10 })) {
    assert.ok(response);
    got++;
    assert.ok(read - got <= 10, `${read} were read when ${got} were answered`);
  }
  assert.equal(got, 200);
});
