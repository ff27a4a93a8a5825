// Starts real brokers for tests.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";

export interface Credentials {
  operator_key: string;
  resource_id: string;
  resource_keys: [string, string];
  tenant_id: string;
  tenant_admin_key: string;
}

/** A broker with a data directory of its own, on ports that stay the same over a restart. */
export class Broker {
  address = "127.0.0.1:0";
  webAddress = "127.0.0.1:0";
  credentials!: Credentials;
  #process: ChildProcess | undefined;
  #stderr = "";

  private constructor(
    readonly folder: string,
    readonly args: readonly string[],
  ) {}

  /** Starts a broker, which stops with the test. */
  static async start(test: Pick<TestContext, "after">, ...args: string[]): Promise<Broker> {
    const broker = new Broker(await mkdtemp(join(tmpdir(), "parley-typescript-")), args);
    test.after(async () => {
      await broker.stop("SIGKILL");
      await rm(broker.folder, { recursive: true, force: true });
    });
    await broker.start();
    return broker;
  }

  /** The first access key of the resource. */
  get key(): string {
    return this.credentials.resource_keys[0];
  }

  async start(): Promise<void> {
    const program = process.env.PARLEY_BROKER;
    if (!program) throw new Error("set PARLEY_BROKER to the broker's program, as make test-typescript does");
    const listen = ["--listen", this.address, "--http-listen", this.webAddress, "--data-dir", this.folder];
    const child = spawn(program, [...listen, ...this.args], {
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = child;
    child.stderr.on("data", (text) => {
      this.#stderr += text;
    });
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      const [, kind, address] = /^Parley serves (gRPC|gRPC-Web and Connect) on (.*)$/.exec(line) ?? [];
      if (address === undefined) continue;
      if (kind === "gRPC") this.address = address;
      else {
        this.webAddress = address;
        break;
      }
    }
    if (child.exitCode !== null || this.webAddress.endsWith(":0")) throw new Error(`the broker ended: ${this.#stderr}`);
    child.stdout.resume();
    this.credentials = JSON.parse(await readFile(join(this.folder, "credentials.json"), "utf8"));
  }

  /** Stops the broker: SIGTERM drains it, SIGKILL is the loss of its machine. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
}

/** The environment without what a broker would take for its settings. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PARLEY_")));
}
