import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeChangeSet } from '../../src/vault/db/change-log.ts';
import { INTERNALS } from '../../src/vault/db/store-internals.ts';
import type { WriteStore } from '../../src/vault/db/store.ts';
import { transact } from '../../src/vault/db/transaction.ts';
import { verifyChain, type Verification } from '../../src/vault/db/verify.ts';
import {
  contactNamed,
  context,
  makeFixture,
  START_MS,
  testId,
  type Fixture,
} from '../unit/vault/db/store-fixture.ts';

/** The chain of the security page; the cost of the test grows with its square. */
const ROWS = Number(process.env['CHAIN_ROWS'] ?? 500);
/** The finer edits are tried on every so many rows: each costs a walk up to its row. */
const STEP = 7;
const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;
let fixture: Fixture;
let store: WriteStore;
beforeAll(() => {
  fixture = makeFixture();
  store = fixture.create();
  transact(store, () => {
    writeChangeSet(store, context('create'), (w) =>
      w.create('contact', contactNamed('A'), testId(5)),
    );
    for (let row = 2; row <= ROWS; row++) {
      // Ten years forward and back: the order of the chain is not the clock's.
      fixture.clock.nowMs = START_MS + TEN_YEARS_MS * ((row % 3) - 1);
      writeChangeSet(store, context(), (w) =>
        w.update('contact', testId(5), {
          notes: `row ${String(row)}`,
          profession: `p${String(row)}`,
        }),
      );
    }
  });
});
afterAll(() => {
  fixture.dispose();
});

/** What verification says of the log after an edit that is then taken back. */
function after(statements: string): Verification['firstAltered'] {
  const { database } = store[INTERNALS];
  database.exec('BEGIN; PRAGMA defer_foreign_keys = ON;');
  try {
    database.exec(statements);
    return verifyChain(store).firstAltered;
  } finally {
    database.exec('ROLLBACK');
  }
}

it('an untouched chain verifies, though the clock went ten years forward and back', () => {
  expect(verifyChain(store)).toEqual({
    intact: true,
    changeSets: ROWS,
    changes: expect.any(Number) as number,
    erased: 0,
    firstAltered: null,
  });
});

it('an edit of any row is found at that row', () => {
  const columns = ['author_name', 'at', 'hlc', 'device', 'reason', 'id', 'author_id'];
  for (let seq = 1; seq <= ROWS; seq++) {
    const column = columns[seq % columns.length] ?? 'at';
    const edit = `UPDATE change_set SET ${column} = ${column} || 'x' WHERE seq = ${String(seq)}`;
    expect([seq, after(edit)]).toEqual([seq, { seq, what: 'change-set' }]);
  }
});

it('an edit of a value, its salt or its commitment is found at that row', () => {
  const edits = [
    `new_value = '"forged"'`,
    `old_value = 'not even JSON'`,
    'salt = zeroblob(16)',
    'salt = NULL',
    `record_id = '${testId(6)}'`,
    `field = 'locality'`,
  ];
  for (let seq = 1; seq <= ROWS; seq += STEP) {
    const edit = edits[seq % edits.length] ?? '';
    const statement = `UPDATE change SET ${edit} WHERE seq = ${String(seq)} AND ordinal = 1`;
    expect([seq, after(statement)]).toEqual([seq, { seq, what: 'change' }]);
  }
  const forged = `UPDATE change SET commitment = zeroblob(32), salt = NULL, old_value = NULL,
    new_value = NULL, erased_at = 'now' WHERE seq = 9 AND ordinal = 1`;
  expect(after(forged)).toEqual({ seq: 9, what: 'change-set' });
});

it('a removed change is found at its row', () => {
  for (let seq = 2; seq <= ROWS; seq += STEP) {
    const remove = (ordinal: number): string =>
      `DELETE FROM change WHERE seq = ${String(seq)} AND ordinal = ${String(ordinal)}`;
    expect(after(remove(0))).toEqual({ seq, what: 'change' });
    expect(after(remove(1))).toEqual({ seq, what: 'change-set' });
  }
});

it('a removed row is found where it was', () => {
  for (let seq = 1; seq <= ROWS; seq++) {
    const n = String(seq);
    const remove = `DELETE FROM change WHERE seq = ${n}; DELETE FROM change_set WHERE seq = ${n}`;
    const what = seq === ROWS ? 'tail' : 'missing';
    expect([seq, after(remove)]).toEqual([seq, { seq, what }]);
  }
});

it('two swapped rows are found at the first of them', () => {
  for (let seq = 1; seq < ROWS; seq++) {
    const [a, b] = [String(seq), String(seq + 1)];
    const swap = ['change', 'change_set']
      .map(
        (table) => `UPDATE ${table} SET seq = -1 WHERE seq = ${a};
          UPDATE ${table} SET seq = ${a} WHERE seq = ${b};
          UPDATE ${table} SET seq = ${b} WHERE seq = -1;`,
      )
      .join('');
    expect([seq, after(swap)?.seq]).toEqual([seq, seq]);
  }
});

it('a tail that was cut is found where the chain ends too early', () => {
  for (let seq = 1; seq <= ROWS; seq++) {
    const n = String(seq);
    const cut = `DELETE FROM change WHERE seq >= ${n}; DELETE FROM change_set WHERE seq >= ${n}`;
    expect([seq, after(cut)]).toEqual([seq, { seq, what: 'tail' }]);
  }
});
