import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Reason, version } from "@parley-interop/client";

const here = import.meta.dirname;

test("one version for all", () => {
  const root = readFileSync(join(here, "../../../../../VERSION"), "utf8").trim();
  const { version: published } = JSON.parse(readFileSync(join(here, "../../../package.json"), "utf8"));
  assert.deepEqual([version, published], [root, root]);
});

test("reasons are constants", () => {
  assert.equal(Reason.THREAD_NOT_FOUND, "THREAD_NOT_FOUND");
  assert.ok(!("UNSPECIFIED" in Reason));
  assert.ok(Object.keys(Reason).length > 80);
});

test("what users install has nothing of the broker's own annotations", () => {
  const generated = readFileSync(join(here, "../../../src/gen/parley/chat/v1/chat_service_pb.ts"), "utf8");
  assert.ok(!/buf\/validate|google\/api/.test(generated));
});
