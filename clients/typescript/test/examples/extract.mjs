// Writes every example of the README and of the comments as a program into build/generated, to be compiled and run by the
// tests. What examples need beside their imports is a user with a thread; world.ts has that.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const target = join(root, "test", "generated");
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const prelude = `import * as parley from "@parley-interop/client/node";
import type { World } from "../world.js";
export async function run(world: World): Promise<void> {
  const { address, backend, administrator, anna, ben, annaId, benId, threadId } = world;
  const client = anna;
  void [address, backend, administrator, anna, ben, annaId, benId, threadId, client];
`;

/** Everything that examples use without an import. */
const names = [
  "AccessLostError",
  "call",
  "chat",
  "connect",
  "InvalidArgumentError",
  "NotFoundError",
  "ParleyError",
  "parseIdentifier",
  "Reason",
  "teamsUser",
  "types",
];

const examples = [];

function add(from, kind, code) {
  const name = `${from}-${examples.length + 1}`;
  if (code.includes("import ")) {
    writeFileSync(join(target, `${name}.ts`), `${code}\nexport {};\n`);
    if (kind === "first") examples.push({ name, whole: true });
    return;
  }
  const used = names.filter((n) => new RegExp(`(?<![.\\w])${n}\\b`).test(code));
  const imports = used.length > 0 ? `  const { ${used.join(", ")} } = parley;\n` : "  void parley;\n";
  writeFileSync(join(target, `${name}.ts`), `${prelude}${imports}${code.replace(/^/gm, "  ")}\n}\n`);
  examples.push({ name, whole: false });
}

const readme = readFileSync(join(root, "README.md"), "utf8");
for (const [, kind, code] of readme.matchAll(/^```ts ?(\w*)\n(.*?)^```$/gms)) add("readme", kind, code);
for (const file of readdirSync(join(root, "src")).filter((f) => f.endsWith(".ts"))) {
  const text = readFileSync(join(root, "src", file), "utf8");
  for (const [, block] of text.matchAll(/@example\n \s*\* ```ts\n(.*?) \* ```/gms)) {
    add(file.replace(".ts", ""), "", block.replace(/^ *\* ?/gm, ""));
  }
}
if (examples.length < 12) throw new Error(`only ${examples.length} examples were found`);
const list = examples.filter((e) => !e.whole).map((e) => `  ["${e.name}", (await import("./${e.name}.js")).run],`);
const whole = examples.filter((e) => e.whole).map((e) => `"${e.name}"`);
writeFileSync(
  join(target, "all.ts"),
  `import type { World } from "../world.js";
/** The examples that run in a world that is there. */
export const examples: [string, (world: World) => Promise<void>][] = [
${list.join("\n")}
];
/** The examples that are whole programs. */
export const programs: string[] = [${whole.join(", ")}];
`,
);
