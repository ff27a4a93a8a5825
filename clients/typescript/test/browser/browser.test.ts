// The browser's entry point in a real browser against the real broker.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import type * as web from "@parley-interop/client/web";
import { build } from "esbuild";
import { type Browser, launch, type Page } from "puppeteer-core";
import { makeWorld, type World } from "../world.js";

const root = join(import.meta.dirname, "..", "..", "..");

declare global {
  // What the page has, as script below says.
  var parley: typeof import("@parley-interop/client/web");
  var client: web.Client;
  var updates: web.Subscription<web.ChatUpdate>;
  var waiting: Promise<string>;
  function nextContent(): Promise<string>;
}

const script = `
import * as parley from "@parley-interop/client/web";
globalThis.parley = parley;
globalThis.nextContent = async () => {
  for (;;) {
    const { done, value } = await updates.next();
    if (done) throw new Error("the stream ended");
    if (value.event?.event.case === "messageSent") return value.event.event.value.message.content;
  }
};
`;

let browser: Browser;

before(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  browser = await launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args });
});

after(() => browser.close());

/** Bundles a program for the browser; whatever belongs to Node would make that fail. */
async function bundle(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: root, loader: "ts" as const };
  const result = await build({
    stdin,
    bundle: true,
    write: false,
    platform: "browser",
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** A server of one page, with a program and a token. It returns its origin. */
async function serve(t: TestContext, program: string): Promise<{ origin: string; token: { text: string } }> {
  const token = { text: "" };
  const server = createServer((request, response) => {
    if (request.url === "/token") response.end(token.text);
    else if (request.url === "/program.js") response.setHeader("content-type", "text/javascript").end(program);
    else
      response
        .setHeader("content-type", "text/html")
        .end('<!doctype html><script type="module" src="/program.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token };
}

async function open(t: TestContext, origin: string): Promise<Page> {
  const page = await browser.newPage();
  t.after(() => page.close());
  page.on("pageerror", (error) => t.diagnostic(`page: ${error}`));
  await page.goto(origin, { waitUntil: "load" });
  return page;
}

async function tokenFor({ backend, benId }: World): Promise<string> {
  const { accessToken } = await backend.identity.issueToken({ identifier: benId, scopes: [1, 2] });
  return accessToken?.token ?? "";
}

/** A page of Ben's whose origin the broker lets in. */
async function pageOfBen(t: TestContext): Promise<{ page: Page; world: World }> {
  const { origin, token } = await serve(t, await bundle(script));
  const world = await makeWorld(t, "--http-allow-origin", origin);
  token.text = await tokenFor(world);
  const page = await open(t, origin);
  await page.evaluate((address) => {
    globalThis.client = parley.connect(address, async () => (await fetch("/token")).text());
  }, world.broker.webAddress);
  return { page, world };
}

test("connect, send, follow, and resume after the broker was killed", async (t) => {
  const { page, world } = await pageOfBen(t);
  const { threadId, anna, broker } = world;
  const caller = await page.evaluate(async () => (await client.identity.getCaller({})).identifier?.rawId);
  assert.equal(caller, world.benId.rawId);

  await page.evaluate(async (threadId) => {
    globalThis.updates = client.chat.follow({ threadIds: [threadId], heartbeatMs: 1000 });
    await updates.ready();
    await client.chat.sendMessage({ threadId, content: "from the browser" });
  }, threadId);
  assert.equal(await page.evaluate(() => nextContent()), "from the browser");
  await anna.chat.sendMessage({ threadId, content: "to the browser" });
  assert.equal(await page.evaluate(() => nextContent()), "to the browser");

  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    await page.evaluate(() => {
      globalThis.waiting = nextContent();
    });
    await broker.stop(signal);
    await broker.start();
    await anna.chat.sendMessage({ threadId, content: `after ${signal}` });
    assert.equal(await page.evaluate(() => waiting), `after ${signal}`);
  }

  // A page that is loaded anew goes on from the cursor that it kept.
  const kept = await page.evaluate(() => Array.from(updates.cursor));
  await page.evaluate(() => updates.close());
  await anna.chat.sendMessage({ threadId, content: "while it was away" });
  const contents = await page.evaluate(
    async (threadId, kept) => {
      globalThis.updates = client.chat.follow({ threadIds: [threadId], cursor: new Uint8Array(kept) });
      return [await nextContent(), await nextContent()];
    },
    threadId,
    kept,
  );
  assert.deepEqual(contents, ["after SIGTERM", "while it was away"]);
});

test("errors have their classes and details", async (t) => {
  const { page } = await pageOfBen(t);
  const seen = await page.evaluate(async () => {
    const error = await client.chat.getThread({ threadId: "" }).catch((e: web.ParleyError) => e);
    if (!(error instanceof parley.InvalidArgumentError)) return undefined;
    return { reason: error.reason, field: error.violations[0]?.field, request: error.requestId !== "" };
  });
  assert.deepEqual(seen, { reason: "INVALID_FIELD", field: "thread_id", request: true });
  const refused = await page.evaluate(async () => {
    const error = await client.directory.importTenantUsers([]).catch((e: web.ParleyError) => e);
    return error instanceof parley.UnimplementedError && error.message;
  });
  assert.match(String(refused), /browser/);
  const lost = await page.evaluate(async () => {
    const updates = client.chat.follow({ cursor: new Uint8Array([1]) });
    return updates.ready().catch((e: web.ParleyError) => e.reason);
  });
  assert.equal(lost, "CURSOR_INVALID");
});

test("the sender keeps the order of each thread", async (t) => {
  const { page, world } = await pageOfBen(t);
  const contents = await page.evaluate(async (first) => {
    const { thread } = await client.chat.createThread({ topic: "another" });
    const second = thread?.threadId ?? "";
    const messages = Array.from({ length: 60 }, (_, i) => ({ threadId: i % 2 ? first : second, content: `${i}` }));
    for await (const { error } of client.chat.sendAll(messages, { window: 8 })) if (error) throw error;
    const all: string[][] = [];
    for (const threadId of [first, second]) {
      const found = [];
      for await (const m of client.chat.messages({ threadId })) if (m.content) found.unshift(m.content);
      all.push(found);
    }
    return all;
  }, world.threadId);
  const odd = Array.from({ length: 30 }, (_, i) => `${2 * i + 1}`);
  const even = Array.from({ length: 30 }, (_, i) => `${2 * i}`);
  assert.deepEqual(contents, [odd, even]);
});

test("a page of another origin is told what to look at", async (t) => {
  const { origin } = await serve(t, await bundle(script));
  const world = await makeWorld(t, "--http-allow-origin", "https://elsewhere.example");
  const page = await open(t, origin);
  const seen = await page.evaluate(
    async (address, token) => {
      const stranger = parley.connect(address, token, { maxAttempts: 1 });
      const error = await stranger.identity.getCaller({}).catch((e: web.ParleyError) => e);
      return error instanceof parley.UnavailableError ? error.message : String(error);
    },
    world.broker.webAddress,
    await tokenFor(world),
  );
  assert.match(seen, /--http-allow-origin/);
});

test("the program of the README", async (t) => {
  const program = /^```ts web\n(.*?)^```$/ms.exec(await readFile(join(root, "README.md"), "utf8"))?.[1] ?? "";
  assert.ok(program.includes("https://chat.example"));
  const served = { text: "" };
  const { origin, token } = await serve(t, "");
  const world = await makeWorld(t, "--http-allow-origin", origin);
  token.text = await tokenFor(world);
  served.text = await bundle(program.replace("https://chat.example", `http://${world.broker.webAddress}`));
  const page = await open(t, origin);
  const printed = new Promise<string>((resolve) => page.on("console", (message) => resolve(message.text())));
  await page.addScriptTag({ content: served.text, type: "module" });
  // It follows what comes after it has begun, so say it until it is heard.
  const talk = setInterval(
    () => void world.anna.chat.sendMessage({ threadId: world.threadId, content: "The roof leaks." }),
    100,
  );
  t.after(() => clearInterval(talk));
  assert.equal(await printed, "The roof leaks.");
  clearInterval(talk);
});
