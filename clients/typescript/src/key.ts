/** Random bytes for keys, of many at a time: those of one cost as much. */
const pool = new Uint8Array(16 * 64);
let used = pool.length;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Makes an idempotency key that nobody else makes, a UUIDv7. It begins with the time: keys that come in their order are cheap for the
 * broker, whose store would have to look among all the older ones for a key that is anywhere.
 * @param millis the time, in milliseconds since 1970
 * @internal
 */
export function newKey(millis: number = Date.now()): string {
  if (used === pool.length) {
    // Unlike randomUUID, browsers have this on pages that came over plain HTTP too.
    crypto.getRandomValues(pool);
    used = 0;
  }
  const key = new DataView(pool.buffer, used, 16);
  used += 16;
  key.setUint32(0, millis / 0x10000);
  key.setUint16(4, millis % 0x10000);
  key.setUint8(6, 0x70 | (key.getUint8(6) & 0x0f));
  key.setUint8(8, 0x80 | (key.getUint8(8) & 0x3f));
  let text = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += hex[key.getUint8(i)];
  }
  return text;
}
