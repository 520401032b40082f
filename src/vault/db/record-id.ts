import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), with the time of `nowMs`. */
export function newId(nowMs: number): string {
  // Own random bytes: the library's come from a global that Node 18 does not have.
  return v7({ msecs: Math.max(0, Math.trunc(nowMs)), random: randomBytes(16) });
}
