import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new identifier: UUID version 7 (RFC 9562), with the time of `nowMs`. */
export function newId(nowMs: number): string {
  // Own random bytes: the library's come from a global that Node 18 does not have.
  return v7({ msecs: Math.max(0, Math.trunc(nowMs)), random: randomBytes(16) });
}

/**
 * Gives new identifiers one after the other, each greater than the one before: what is made in one
 * go (the promises of a meeting) keeps its order, though the clock shows one millisecond for all.
 * RFC 9562, 6.2, method 1: a counter that begins at a random number with room above it.
 */
export function orderedIds(nowMs: () => number): () => string {
  let latestMs = 0;
  let sequence = randomBytes(4).readUInt32BE() >>> 1;
  return () => {
    latestMs = Math.max(latestMs, Math.trunc(nowMs()));
    sequence += 1;
    return v7({ msecs: latestMs, seq: sequence, random: randomBytes(16) });
  };
}
