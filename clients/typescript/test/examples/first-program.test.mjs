// Runs the first program of the README in a project that has nothing but the package; package.sh copies this file there.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

test("the first program of the README", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "parley-package-"));
  const { PARLEY_BROKER, PARLEY_README, ...clean } = process.env;
  const broker = spawn(PARLEY_BROKER, ["--listen", "127.0.0.1:0", "--data-dir", folder], {
    env: clean,
    stdio: ["ignore", "pipe", "ignore"],
  });
  t.after(() => {
    broker.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  let address;
  for await (const line of createInterface({ input: broker.stdout })) {
    address = line.replace("Parley serves gRPC on ", "");
    break;
  }
  const credentials = JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8"));
  const program = /^```ts first\n(.*?)^```$/ms.exec(readFileSync(PARLEY_README, "utf8"))[1];
  writeFileSync("first.mjs", program);
  const env = { ...process.env, PARLEY_ADDRESS: address, PARLEY_KEY: credentials.resource_keys[0] };
  assert.equal(execFileSync(process.execPath, ["first.mjs"], { env, encoding: "utf8" }), "Anna: The roof leaks.\n");
});
