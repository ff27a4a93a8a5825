import assert from "node:assert/strict";
import { test } from "node:test";
import { backoff } from "../../src/backoff.js";

test("waits grow to their bound and are at random", () => {
  const waits = (failures: number, advice?: number) => Array.from({ length: 200 }, () => backoff(failures, advice));
  assert.ok(Math.max(...waits(1)) <= 100);
  assert.ok(Math.max(...waits(3)) > 100 && Math.max(...waits(3)) <= 256);
  assert.ok(Math.max(...waits(1000)) <= 5_000);
  assert.ok(new Set(waits(1)).size > 100);
});

test("a wait is at random on top of what the broker asks for", () => {
  const waits = Array.from({ length: 200 }, () => backoff(1, 7_000));
  assert.ok(Math.min(...waits) >= 7_000);
  assert.ok(Math.max(...waits) <= 7_100);
  assert.ok(new Set(waits).size > 100);
});
