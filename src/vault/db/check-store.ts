import type { RecordRef } from '../../shared/contract/parts.ts';
import { firstDifferenceFromLog } from './replay.ts';
import { INTERNALS, type ReadStore } from './store-internals.ts';
import { verifyChain, type Verification } from './verify.ts';

export interface StoreCheck {
  readonly chain: Verification;
  /** The first record that is not what the log adds up to; null where all are. */
  readonly firstDiffering: RecordRef | null;
  /** Whether tables, indexes and search index fit together, by SQLite's own check. */
  readonly isStructureSound: boolean;
}

/**
 * Checks what opening does not: an older page put back in its place is authentic (measured fact 6
 * of the security page), so its HMAC says nothing. A page of the log then breaks the chain, a page
 * of a record table differs from what the log adds up to, and any other fits its neighbours or
 * does not. Reads everything; for when it is asked for.
 */
export function checkStore(store: ReadStore): StoreCheck {
  const structure = store[INTERNALS].database.pragma('integrity_check(1)', { simple: true });
  return {
    chain: verifyChain(store),
    firstDiffering: firstDifferenceFromLog(store),
    isStructureSound: structure === 'ok',
  };
}
