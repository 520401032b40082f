import type { Migration } from './migrate.ts';
import { sql as first } from './migrations/0001-first.ts';
import { sql as holdingIndex } from './migrations/0002-holding-index.ts';
import { sql as doNoHarm } from './migrations/0003-do-no-harm.ts';
import { sql as consentsAtTheGate } from './migrations/0004-consents-at-the-gate.ts';
import { sql as entrustments } from './migrations/0005-entrustments.ts';
import { sql as notToRaise } from './migrations/0006-not-to-raise.ts';
import { sql as erasure } from './migrations/0007-erasure.ts';
import { sql as consentHeads } from './migrations/0008-consent-heads.ts';
import { sql as bundlesInOrder } from './migrations/0009-bundles-in-order.ts';
import { sql as keyRotation } from './migrations/0010-key-rotation.ts';
import { sql as courier } from './migrations/0011-courier.ts';
import { sql as removedRecords } from './migrations/0012-removed-records.ts';
import { sql as sentRecords } from './migrations/0013-sent-records.ts';

/** Every shipped step, in order. Add at the end; never edit or reorder. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: '0001-first', sql: first },
  { number: 2, name: '0002-holding-index', sql: holdingIndex },
  { number: 3, name: '0003-do-no-harm', sql: doNoHarm },
  { number: 4, name: '0004-consents-at-the-gate', sql: consentsAtTheGate },
  { number: 5, name: '0005-entrustments', sql: entrustments },
  { number: 6, name: '0006-not-to-raise', sql: notToRaise },
  { number: 7, name: '0007-erasure', sql: erasure },
  { number: 8, name: '0008-consent-heads', sql: consentHeads },
  { number: 9, name: '0009-bundles-in-order', sql: bundlesInOrder },
  { number: 10, name: '0010-key-rotation', sql: keyRotation },
  { number: 11, name: '0011-courier', sql: courier },
  { number: 12, name: '0012-removed-records', sql: removedRecords },
  { number: 13, name: '0013-sent-records', sql: sentRecords },
];
