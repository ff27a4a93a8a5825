import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, type Token, UnauthenticatedError } from "@parley-interop/client/node";
import { makeWorld, type World } from "../world.js";

async function tokenFor({ backend, benId }: World): Promise<string> {
  const { accessToken } = await backend.identity.issueToken({ identifier: benId, scopes: [1] });
  return accessToken?.token ?? "";
}

test("a provider is asked once for many calls, and again when its token is stale", async (t) => {
  const world = await makeWorld(t);
  const token = await tokenFor(world);
  let asked = 0;
  let life = 3_600_000;
  const client = connect(world.address, async (): Promise<Token> => {
    asked++;
    return { token, expiresAt: new Date(Date.now() + life) };
  });
  t.after(() => client.close());
  assert.equal(asked, 0, "it is lazy");
  const callers = await Promise.all(Array.from({ length: 20 }, () => client.identity.getCaller({})));
  assert.equal(callers[0]?.identifier?.rawId, world.benId.rawId);
  assert.equal(asked, 1);
  life = -1;
  client.setCredential(async () => {
    asked++;
    return { token, expiresAt: new Date(Date.now() + life) };
  });
  await client.identity.getCaller({});
  await client.identity.getCaller({});
  assert.equal(asked, 3);
});

test("the expiry is read from the token where nobody tells it", async (t) => {
  const world = await makeWorld(t);
  const token = await tokenFor(world);
  let asked = 0;
  const client = connect(world.address, () => {
    asked++;
    return token;
  });
  t.after(() => client.close());
  for (let i = 0; i < 3; i++) await client.identity.getCaller({});
  assert.equal(asked, 1, "it is valid for a day");
});

test("a provider that fails", async (t) => {
  const world = await makeWorld(t);
  let fails = true;
  const token = await tokenFor(world);
  const client = connect(world.address, () => {
    if (fails) throw new Error("the vault is closed");
    return token;
  });
  t.after(() => client.close());
  await assert.rejects(
    client.identity.getCaller({}),
    (e) => e instanceof UnauthenticatedError && /the vault is closed/.test(e.message),
  );
  await assert.rejects(client.chat.follow().ready(), UnauthenticatedError);
  fails = false;
  await client.identity.getCaller({});
});

test("a key is replaced", async (t) => {
  const world = await makeWorld(t);
  const client = connect(world.address, "parley_rk_wrong");
  t.after(() => client.close());
  await assert.rejects(client.identity.getCaller({}), UnauthenticatedError);
  client.setCredential(world.broker.key);
  assert.equal((await client.asUser(world.benId).identity.getCaller({})).identifier?.rawId, world.benId.rawId);
});
