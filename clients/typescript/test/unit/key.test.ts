import assert from "node:assert/strict";
import { test } from "node:test";
import { newKey } from "../../src/key.js";

test("a key is a UUID of version 7", () => {
  const before = Date.now();
  for (let i = 0; i < 1000; i++) {
    const key = newKey();
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(key.slice(0, 13).replace("-", ""), 16);
    assert.ok(before <= time && time <= Date.now(), key);
  }
});

test("later keys sort later", () => {
  const times = [0, 1, 0xffff, 0x10000, 1_800_000_000_000, 1_800_000_000_001];
  for (let i = 0; i < 100; i++) {
    const keys = times.map((time) => newKey(time));
    assert.deepEqual(keys.toSorted(), keys);
  }
});

test("no two keys are equal", () => {
  assert.equal(new Set(Array.from({ length: 10_000 }, () => newKey(1))).size, 10_000);
});
