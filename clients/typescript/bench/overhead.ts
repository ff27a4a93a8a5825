// What the layer costs: loops over the client and over Connect's bare stubs in turn, in one process, against one broker. It prints
// the median time of each and their ratio, and fails where the layer costs 15 percent or more.
import { createClient, type Interceptor } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { chat, connect, types } from "@parley-interop/client/node";
import { Broker } from "../test/broker.js";

const rounds = Number(process.env.ROUNDS ?? 15);
const sends = 300;
const pipelined = 5_000;
const events = 20_000;
const limit = 1.15;

const stops: (() => Promise<void> | void)[] = [];
const broker = await Broker.start(
  { after: (stop) => stops.push(stop as () => Promise<void>) },
  "--messages-per-second",
  "1000000",
  "--message-burst",
  "1000000",
);
const client = connect(broker.address, broker.key);
const { user } = await client.identity.createUser({});
const rawId = user?.identifier?.rawId ?? "";
const anna = client.asUser(rawId);
const authorize: Interceptor = (next) => (request) => {
  request.header.set("authorization", `Bearer ${broker.key}`);
  request.header.set("parley-act-as", rawId);
  return next(request);
};
const bare = createClient(
  chat.ChatService,
  createGrpcTransport({
    baseUrl: `http://${broker.address}`,
    interceptors: [authorize],
    acceptCompression: [],
    defaultTimeoutMs: 10_000,
  }),
);
const { thread } = await anna.chat.createThread({ topic: "overhead" });
const threadId = thread?.threadId ?? "";
const content = "x".repeat(100);
let key = 0;

for await (const { error } of anna.chat.sendAll(Array.from({ length: events }, () => ({ threadId, content }))))
  if (error) throw error;

/** Two ways to do the same. */
interface Loop {
  name: string;
  bare(): Promise<void>;
  layer(): Promise<void>;
}

/** Sends over one stream with as many messages under way as the layer has: without a limit a program would hold them all. */
async function pipelineBare(): Promise<void> {
  const window = 256;
  let answered = 0;
  let wake: () => void = () => undefined;
  async function* requests() {
    for (let i = 0; i < pipelined; i++) {
      while (i - answered >= window) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      yield { tag: BigInt(i), message: { threadId, content, idempotencyKey: `bare-${key++}` } };
    }
  }
  for await (const { result } of bare.sendMessages(requests(), { timeoutMs: 0 })) {
    if (result.case !== "sent") throw new Error("refused");
    answered++;
    wake();
  }
}

const loops: Loop[] = [
  {
    name: "send, one after the other",
    bare: async () => {
      for (let i = 0; i < sends; i++) await bare.sendMessage({ threadId, content, idempotencyKey: `bare-${key++}` });
    },
    layer: async () => {
      for (let i = 0; i < sends; i++) await anna.chat.sendMessage({ threadId, content });
    },
  },
  {
    name: "read, one after the other",
    bare: async () => {
      for (let i = 0; i < sends; i++) await bare.getThread({ threadId });
    },
    layer: async () => {
      for (let i = 0; i < sends; i++) await anna.chat.getThread({ threadId });
    },
  },
  {
    name: "send, pipelined",
    bare: pipelineBare,
    layer: async () => {
      const messages = Array.from({ length: pipelined }, () => ({ threadId, content }));
      for await (const { error } of anna.chat.sendAll(messages)) if (error) throw error;
    },
  },
  {
    name: "stream",
    bare: async () => {
      let seen = 0;
      const start = { case: "startPosition" as const, value: types.StartPosition.BEGINNING };
      for await (const { payload } of bare.subscribe({ start }, { timeoutMs: 0 }))
        if (payload.case === "event" && ++seen === events) break;
    },
    layer: async () => {
      let seen = 0;
      for await (const { event } of anna.chat.follow({ from: "beginning" })) if (event && ++seen === events) break;
    },
  },
];

/** What a run takes, in milliseconds by the clock and of this process's own work. */
interface Cost {
  clock: number;
  work: number;
}

async function cost(run: () => Promise<void>): Promise<Cost> {
  const before = process.cpuUsage();
  const began = performance.now();
  await run();
  const clock = performance.now() - began;
  const { user, system } = process.cpuUsage(before);
  return { clock, work: (user + system) / 1000 };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

let failed = false;
for (const loop of loops) {
  const costs: { bare: Cost[]; layer: Cost[] } = { bare: [], layer: [] };
  await loop.bare();
  await loop.layer();
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 ? (["bare", "layer"] as const) : (["layer", "bare"] as const);
    for (const kind of order) costs[kind].push(await cost(loop[kind]));
  }
  const figures = (["clock", "work"] as const).map((what) => {
    const [bare, layer] = [median(costs.bare.map((c) => c[what])), median(costs.layer.map((c) => c[what]))];
    if (what === "clock") failed ||= layer / bare >= limit;
    return `${what}: bare ${bare.toFixed(1)} ms, layer ${layer.toFixed(1)} ms, ratio ${(layer / bare).toFixed(3)}`;
  });
  console.log(`${loop.name.padEnd(28)} ${figures.join("; ")}`);
}
client.close();
for (const stop of stops) await stop();
process.exit(failed ? 1 : 0);
