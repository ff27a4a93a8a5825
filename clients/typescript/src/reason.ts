import { Reason as Values } from "./gen/parley/type/v1/reason_pb.js";

/**
 * The machine-readable cause of a refusal. The names are those of the contract; a newer broker may send others, so the
 * `reason` of an error is any text.
 */
export type Reason = Exclude<keyof typeof Values, "UNSPECIFIED">;

function names(): { readonly [R in Reason]: R } {
  const all = Object.keys(Values).filter((name) => Number.isNaN(Number(name)) && name !== "UNSPECIFIED");
  return Object.fromEntries(all.map((name) => [name, name])) as { [R in Reason]: R };
}

/**
 * The reasons as constants, to compare the `reason` of an error with.
 *
 * @example
 * ```ts
 * try {
 *   await client.chat.getThread({ threadId: "19:none@thread.v2" });
 * } catch (error) {
 *   if (error instanceof ParleyError && error.reason === Reason.THREAD_NOT_FOUND) console.log("no such thread");
 * }
 * ```
 */
export const Reason: { readonly [R in Reason]: R } = /* @__PURE__ */ names();
