import type { Migration } from './migrate.ts';
import { sql as first } from './migrations/0001-first.ts';
import { sql as holdingIndex } from './migrations/0002-holding-index.ts';
import { sql as doNoHarm } from './migrations/0003-do-no-harm.ts';
import { sql as consentsAtTheGate } from './migrations/0004-consents-at-the-gate.ts';

/** Every shipped step, in order. Add at the end; never edit or reorder. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: '0001-first', sql: first },
  { number: 2, name: '0002-holding-index', sql: holdingIndex },
  { number: 3, name: '0003-do-no-harm', sql: doNoHarm },
  { number: 4, name: '0004-consents-at-the-gate', sql: consentsAtTheGate },
];
