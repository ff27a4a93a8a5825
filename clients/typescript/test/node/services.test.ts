import assert from "node:assert/strict";
import { test } from "node:test";
import { call, chat, identity } from "@parley-interop/client/node";
import { makeWorld } from "../world.js";

test("lists go over all pages", async (t) => {
  const { backend, anna, threadId } = await makeWorld(t);
  for (let i = 0; i < 25; i++) await anna.chat.sendMessage({ threadId, content: `${i}` });
  const found: string[] = [];
  for await (const m of anna.chat.messages({ threadId, pageSize: 4 })) found.push(m.content);
  assert.deepEqual(found.slice(0, 3), ["24", "23", "22"]);
  assert.equal(found.filter((c) => c !== "").length, 25);
  const users = [];
  for await (const user of backend.items(identity.IdentityService.method.listUsers, { pageSize: 1 }))
    users.push(user.displayName);
  assert.deepEqual(users.toSorted(), ["Anna", "Ben"]);
});

test("a call rings on a device, is answered there, and ends", async (t) => {
  const { anna, ben, benId } = await makeWorld(t);
  const phone = ben.call.follow({ deviceId: "phone" });
  const source = anna.call.follow({ deviceId: "desk" });
  await Promise.all([phone.ready(), source.ready()]);
  const started = await anna.call.startCall({ targets: [benId], deviceId: "desk", mediaMode: call.MediaMode.EXTERNAL });
  for await (const { incoming } of phone) {
    if (!incoming) continue;
    assert.equal(incoming.callId, started.call?.callId);
    assert.equal(incoming.call.state, call.CallState.RINGING);
    const { call: answered } = await incoming.answer({ mediaMode: call.MediaMode.EXTERNAL });
    assert.equal(answered?.state, call.CallState.CONNECTED);
    await incoming.hangUp({ scope: call.HangUpScope.EVERYONE });
    break;
  }
  const seen = [];
  for await (const { event, incoming } of source) {
    assert.equal(incoming, undefined, "nobody calls Anna");
    seen.push(event.event.case);
    if (event.event.case === "callEnded") break;
  }
  assert.ok(seen.includes("legAnswered"), seen.join());
});

test("a call is declined", async (t) => {
  const { anna, ben, benId } = await makeWorld(t);
  const phone = ben.call.follow();
  await phone.ready();
  const started = await anna.call.startCall({ targets: [benId] });
  for await (const { incoming } of phone) {
    if (!incoming) continue;
    await incoming.reject({ rejectReason: call.RejectReason.BUSY });
    break;
  }
  const { call: ended } = await anna.call.getCall({ callId: started.call?.callId ?? "" });
  assert.equal(ended?.outcome, call.Outcome.BUSY);
});

test("the bare methods have credentials and errors as everywhere", async (t) => {
  const { anna, threadId } = await makeWorld(t);
  const stub = anna.stub(chat.ChatService);
  assert.equal((await stub.getThread({ threadId })).thread?.topic, "The roof");
  await assert.rejects(stub.getThread({ threadId: "19:none@thread.v2" }), { reason: "THREAD_NOT_FOUND" });
  for await (const { payload } of stub.subscribe({})) {
    assert.equal(payload.case, "heartbeat");
    break;
  }
});
