// A broker with users of both worlds who may meet.
import type { TestContext } from "node:test";
import { type Client, type ConnectOptions, connect, type types } from "@parley-interop/client/node";
import { Broker } from "./broker.js";

export type Id = types.CommunicationIdentifier;

/** Anna and Ben of the resource, Tess of the tenant, and a thread of Anna's with both. */
export interface World {
  broker: Broker;
  address: string;
  backend: Client;
  administrator: Client;
  anna: Client;
  ben: Client;
  annaId: Id;
  benId: Id;
  tessId: string;
  threadId: string;
}

/** Makes a client that closes with the test. */
export function client(
  test: Pick<TestContext, "after">,
  broker: Broker,
  credential = broker.key,
  options: ConnectOptions = {},
): Client {
  const made = connect(broker.address, credential, options);
  test.after(() => made.close());
  return made;
}

export async function makeWorld(test: Pick<TestContext, "after">, ...args: string[]): Promise<World> {
  const broker = await Broker.start(test, ...args);
  const backend = client(test, broker);
  const administrator = client(test, broker, broker.credentials.tenant_admin_key);
  const annaId = await user(backend, "Anna");
  const benId = await user(backend, "Ben");
  const anna = backend.asUser(annaId);
  const ben = backend.asUser(benId);
  const userId = "11111111-1111-4111-8111-111111111111";
  const tess = { userId, userPrincipalName: "tess@contoso.example", displayName: "Tess" };
  await administrator.directory.importTenantUsers([{ users: [tess] }]);
  await administrator.policy.updateFederationConfiguration({
    configuration: { enableAcsUsers: true, allowedAcsResources: [broker.credentials.resource_id] },
    updateMask: { paths: ["enable_acs_users", "allowed_acs_resources"] },
  });
  const tessId = `8:orgid:${userId}`;
  const participants = [{ identifier: benId }, { identifier: { rawId: tessId } }];
  const { thread } = await anna.chat.createThread({ topic: "The roof", participants });
  if (!thread) throw new Error("no thread");
  const { address } = broker;
  return { broker, address, backend, administrator, anna, ben, annaId, benId, tessId, threadId: thread.threadId };
}

async function user(backend: Client, displayName: string): Promise<Id> {
  const { user } = await backend.identity.createUser({ displayName });
  if (!user?.identifier) throw new Error("no user");
  return user.identifier;
}
