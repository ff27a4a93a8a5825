import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { InvalidIdentifierError, parseIdentifier, phoneNumber, teamsUser } from "@parley-interop/client";

interface Vector {
  name: string;
  raw_id: string;
  printed?: string;
  kind?: string;
  [field: string]: unknown;
}

const file = join(import.meta.dirname, "../../../../conformance/testdata/identifiers.json");
const vectors = JSON.parse(readFileSync(file, "utf8")) as { valid: Vector[]; unknown: Vector[]; malformed: Vector[] };

const fields: Record<string, string> = {
  resource_id: "resourceId",
  user_id: "userId",
  app_id: "appId",
  is_anonymous: "isAnonymous",
};

for (const { name, raw_id, printed, kind, ...rest } of vectors.valid) {
  test(`valid: ${name}`, () => {
    const id = parseIdentifier(raw_id);
    assert.equal(id.type, kind);
    assert.equal(id.rawId, printed ?? raw_id);
    for (const [field, value] of Object.entries(rest)) {
      assert.equal((id as unknown as Record<string, unknown>)[fields[field] ?? field], value, field);
    }
    assert.deepEqual(parseIdentifier(id.rawId), id);
  });
}

for (const { name, raw_id } of vectors.unknown) {
  test(`unknown: ${name}`, () => assert.deepEqual(parseIdentifier(raw_id), { type: "unknown", rawId: raw_id }));
}

for (const { name, raw_id } of vectors.malformed) {
  test(`malformed: ${name}`, () => assert.throws(() => parseIdentifier(raw_id), InvalidIdentifierError));
}

test("what is made of parts is checked too", () => {
  assert.equal(
    teamsUser("ABCDEF01-1111-4111-8111-111111111111", "dod").rawId,
    "8:dod:abcdef01-1111-4111-8111-111111111111",
  );
  assert.throws(() => teamsUser("tess"), InvalidIdentifierError);
  assert.throws(() => phoneNumber("15551234567"), InvalidIdentifierError);
});
