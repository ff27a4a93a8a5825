/** Random numbers for keys, many at a time: a few cost as much. */
const random = new Uint32Array(384);
let used = random.length;

/**
 * Makes an idempotency key that nobody else makes, a UUIDv7. It begins with the time: keys that come in their order are cheap for the
 * broker, whose store would have to look among all the older ones for a key that is anywhere.
 * @param millis the time, in milliseconds since 1970
 * @internal
 */
export function newKey(millis: number = Date.now()): string {
  const time = hex(millis, 12);
  const [a, b, c] = [next(), next(), next()];
  const version = hex(0x7000 | (a & 0xfff), 4);
  const variant = hex(0x8000 | (a >>> 18), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(b, 8)}${hex(c & 0xffff, 4)}`;
}

/** 32 random bits. */
function next(): number {
  if (used === random.length) {
    // Unlike randomUUID, browsers have this on pages that came over plain HTTP too.
    crypto.getRandomValues(random);
    used = 0;
  }
  return random[used++] ?? 0;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
