// What the layer costs: loops over the client and over Connect's bare stubs in turn, in one process, against one broker, with the same
// messages, metadata, keys and deadlines. It prints the median rates, and how much longer the layer takes.
import { createClient, type Interceptor } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { chat, connect, types } from "@parley-interop/client/node";
// The keys of the bare loops are made as the layer makes its own: whoever has the bare stubs has to make them as well.
import { newKey } from "../src/key.js";
import { Broker } from "../test/broker.js";

const rounds = Number(process.env.ROUNDS ?? 15);
// Rounds that wait for each answer are short and many, so that what else the machine does meets both alike.
const sends = 20;
const pipelined = 5_000;
const events = 20_000;

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

for await (const { error } of anna.chat.sendAll(Array.from({ length: events }, () => ({ threadId, content }))))
  if (error) throw error;

/** Two ways to do the same. */
interface Loop {
  name: string;
  rounds: number;
  count: number;
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
      yield { tag: BigInt(i), message: { threadId, content, idempotencyKey: newKey() } };
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
    name: "send",
    rounds: rounds * 20,
    count: sends,
    bare: async () => {
      for (let i = 0; i < sends; i++) await bare.sendMessage({ threadId, content, idempotencyKey: newKey() });
    },
    layer: async () => {
      for (let i = 0; i < sends; i++) await anna.chat.sendMessage({ threadId, content });
    },
  },
  {
    name: "pipeline",
    rounds,
    count: pipelined,
    bare: pipelineBare,
    layer: async () => {
      const messages = Array.from({ length: pipelined }, () => ({ threadId, content }));
      for await (const { error } of anna.chat.sendAll(messages)) if (error) throw error;
    },
  },
  {
    name: "stream",
    rounds,
    count: events,
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

/** Returns the seconds that a run takes. */
async function time(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return (performance.now() - began) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

for (const loop of loops) {
  const times: { bare: number[]; layer: number[] } = { bare: [], layer: [] };
  await loop.bare();
  await loop.layer();
  for (let round = 0; round < loop.rounds; round++) {
    const order = round % 2 ? (["bare", "layer"] as const) : (["layer", "bare"] as const);
    for (const kind of order) times[kind].push(await time(loop[kind]));
  }
  const [bare, layer] = [median(times.bare), median(times.layer)];
  const rate = (seconds: number) => `${(loop.count / seconds).toFixed(0).padStart(8)}/s`;
  const cost = 100 * (layer / bare - 1);
  const percent = `${cost < 0 ? "" : "+"}${cost.toFixed(1)}`.padStart(6);
  console.log(`${"typescript".padEnd(12)} ${loop.name.padEnd(10)} ${rate(bare)} ${rate(layer)} ${percent} %`);
}
client.close();
for (const stop of stops) await stop();
process.exit(0);
