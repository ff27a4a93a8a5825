import {
  create,
  type DescMessage,
  type DescMethodUnary,
  type DescService,
  type MessageInitShape,
  type MessageShape,
} from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import type { Layer } from "./layer.js";
import type { CallOptions } from "./options.js";

/** The methods of a service that take one request and give one answer. */
export type UnaryMethods<S extends DescService> = {
  [M in keyof S["method"] as S["method"][M] extends DescMethodUnary
    ? M
    : never]: S["method"][M] extends DescMethodUnary<infer I, infer O>
    ? (request: MessageInitShape<I>, options?: CallOptions) => Promise<MessageShape<O>>
    : never;
};

/**
 * The unary methods of a service through the layer.
 * @internal
 */
export function unaryMethods<S extends DescService>(service: S, layer: Layer): UnaryMethods<S> {
  const methods = service.methods.filter((method) => method.methodKind === "unary");
  const all = createClient(service, layer) as Record<string, unknown>;
  return Object.fromEntries(methods.map((m) => [m.localName, all[m.localName]])) as UnaryMethods<S>;
}

/** The things on the pages of an answer. */
export type Item<O> = {
  [F in keyof O]-?: F extends "$unknown" ? never : NonNullable<O[F]> extends readonly (infer E)[] ? E : never;
}[keyof O];

/**
 * Everything on all pages of a list, one by one; a page is asked for when the one before is used up.
 * @internal
 */
export async function* items<I extends DescMessage, O extends DescMessage>(
  layer: Layer,
  method: DescMethodUnary<I, O>,
  request: MessageInitShape<I>,
  options?: CallOptions,
): AsyncGenerator<Item<MessageShape<O>>, undefined> {
  const list = method.output.fields.find((field) => field.fieldKind === "list");
  if (!list || !("nextPageToken" in method.output.field)) throw new TypeError(`${method.name} has no pages`);
  let page = create(method.input, request);
  for (;;) {
    const answer = await layer.unary(
      method,
      options?.signal,
      options?.timeoutMs,
      options?.headers,
      page as MessageInitShape<I>,
    );
    const found = answer.message as unknown as Record<string, unknown>;
    yield* found[list.localName] as Item<MessageShape<O>>[];
    const pageToken = found.nextPageToken;
    if (!pageToken) return undefined;
    page = { ...page, pageToken };
  }
}
