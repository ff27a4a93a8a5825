// Every example of the README and of the comments runs against a real broker.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { examples, programs } from "../generated/all.js";
import { makeWorld } from "../world.js";

const here = import.meta.dirname;

test("examples", async (t) => {
  const world = await makeWorld(t);
  await world.anna.chat.sendMessage({ threadId: world.threadId, content: "The roof leaks." });
  for (const [name, run] of examples) await t.test(name, () => run(world));
});

test("whole programs", async (t) => {
  const { broker } = await makeWorld(t);
  assert.equal(programs.length, 1);
  for (const name of programs) {
    const env = { ...process.env, PARLEY_ADDRESS: broker.address, PARLEY_KEY: broker.key };
    const { stdout } = await promisify(execFile)(process.execPath, [join(here, "..", "generated", `${name}.js`)], {
      env,
    });
    assert.equal(stdout, "Anna: The roof leaks.\n");
  }
});

test("the first program of the README is short", async () => {
  const readme = await readFile(join(here, "..", "..", "..", "README.md"), "utf8");
  const first = /^```ts first\n(.*?)^```$/ms.exec(readme)?.[1] ?? "";
  assert.ok(first.split("\n").length < 25, "the first program has 25 lines or more");
});
