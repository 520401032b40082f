/**
 * Taking in a bundle's change sets (merge, chain, tables, search index, gate) beside a bulk insert of
 * the very rows that this comes to, into the same encrypted database, in one run. See bench/README.md.
 *
 *     npm run bench -- [--changes 10000,50000,100000] [--merge-rounds 3]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BundleChangeSet } from '../src/vault/bundle/changes.ts';
import type { OpenedBundle } from '../src/vault/bundle/open-bundle.ts';
import { writeChangeSet } from '../src/vault/db/change-log.ts';
import { byStamp, type ChangeSet } from '../src/vault/db/change-types.ts';
import { changeSetsAfter, lastSequence } from '../src/vault/db/history.ts';
import { INTERNALS } from '../src/vault/db/store-internals.ts';
import type { WriteStore } from '../src/vault/db/store.ts';
import { incomingOf, mergeOf, takeIn, type Incoming } from '../src/vault/handover/incoming.ts';
import type { Question } from '../src/vault/handover/merge/plan-merge.ts';
import { benchContext, BECAUSE, fillVault } from './lib/filled-vault.ts';
import { asRatio, inMs, printTable } from './lib/table.ts';
import { medians } from './lib/timing.ts';

/** About so many changes come to the log with one meeting log. */
const CHANGES_PER_LOG = 18;
/** Each logs-th contact is known on both sides and was edited on both since. */
const CONTACTS_SHARE = 0.05;

/** Prints a row for each number of changes. */
export async function benchMerge(sizes: readonly number[], rounds: number): Promise<void> {
  const rows: string[][] = [];
  for (const size of sizes) rows.push(await measure(size, rounds));
  process.stdout.write('\nTaking in a bundle beside a bulk insert of the same rows\n');
  printTable(['changes', 'merge', 'bulk insert', 'ratio', 'merge, each change'], rows);
}

async function measure(size: number, rounds: number): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), 'steady-state-merge-'));
  const logs = Math.round(size / CHANGES_PER_LOG);
  const contacts = Math.max(10, Math.round(logs * CONTACTS_SHARE));
  const there = fillVault(mkdtempSync(join(base, 'there-')), logs, contacts);
  const here = fillVault(mkdtempSync(join(base, 'here-')), 10, 10);
  try {
    const { store } = here;
    const [portfolio, ...rest] = allSets(there.store);
    if (portfolio === undefined) throw new Error('nothing was made');
    take(store, incomingOfSets([portfolio]));
    edit(there.store, there.contactIds, 'there');
    edit(store, there.contactIds, 'here');
    const edits = changeSetsAfter(there.store, rest.at(-1)?.seq ?? 0, 10);
    const incoming = incomingOfSets([...rest, ...edits]);
    const changes = incoming.changeSets.reduce((sum, set) => sum + set.changes.length, 0);
    const { database } = store[INTERNALS];
    const takenBack = (use: () => void): void => {
      database.exec('BEGIN IMMEDIATE');
      try {
        use();
      } finally {
        database.exec('ROLLBACK');
        store[INTERNALS].headIsBehind = false;
      }
    };
    const { questions } = mergeOf(benchContext(store), incoming);
    let insert = (): void => undefined;
    takenBack(() => {
      const before = lastSequence(store);
      take(store, incoming);
      insert = bulkInsert(store, before);
    });
    const [merge = 0, bulk = 0] = await medians(
      [
        { name: 'merge', run: () => takenBack(() => takeWith(store, incoming, questions)) },
        { name: 'bulk insert', run: () => takenBack(insert) },
      ],
      rounds,
      1,
    );
    const each = `${((merge * 1_000) / changes).toFixed(1)} us`;
    return [String(changes), `${inMs(merge)} ms`, `${inMs(bulk)} ms`, asRatio(merge, bulk), each];
  } finally {
    for (const { store, lock } of [there, here]) {
      store.close();
      lock.release();
    }
    rmSync(base, { recursive: true, force: true });
  }
}

function allSets(store: WriteStore): ChangeSet[] {
  return changeSetsAfter(store, 0, 1_000_000).sort(byStamp);
}

/** Both sides add a tag, and change another field each, of every contact. */
function edit(store: WriteStore, contactIds: readonly string[], side: string): void {
  writeChangeSet(store, BECAUSE, (writer) => {
    for (const id of contactIds) {
      const tags = writer.get('contact', id)?.tags ?? [];
      const other = side === 'here' ? { profession: 'teacher' } : { notes: 'Moved house.' };
      writer.update('contact', id, { tags: [...tags, side], ...other });
    }
  });
}

function incomingOfSets(sets: readonly ChangeSet[]): Incoming {
  const changeSets = sets.map(
    ({ id, hlc, at, authorId, authorName, device, reason, undoOf, changes }): BundleChangeSet => ({
      ...{ id, hlc, at, author: { id: authorId, name: authorName }, device, reason, undoOf },
      changes: changes.map(({ recordType, recordId, field, oldValue, newValue }) => ({
        ...{ type: recordType, id: recordId, field, old: oldValue, new: newValue },
      })),
    }),
  );
  const sender = { officerId: randomUUID(), name: 'Other', signingKey: `${'A'.repeat(43)}=` };
  const opened: unknown = {
    manifest: {
      ...{ bundleId: randomUUID(), kind: 'update', verb: null, sequence: 1, previousBundle: null },
      sender,
    },
    changeSets,
    document: null,
    attachments: { has: () => false, read: () => null },
    bundleSha256: 'a'.repeat(64),
  };
  return incomingOf(opened as OpenedBundle);
}

/** Takes in with the suggested answers. */
function take(store: WriteStore, incoming: Incoming): void {
  takeWith(store, incoming, mergeOf(benchContext(store), incoming).questions);
}

function takeWith(store: WriteStore, incoming: Incoming, questions: readonly Question[]): void {
  takeIn(
    benchContext(store),
    incoming,
    { senderVerified: true, audience: 'other-posts', sizeBytes: 1 },
    {
      choices: new Map(questions.map(({ key, suggested }) => [key, suggested])),
      ...{ allowDeletions: true, contacts: new Map() },
    },
  );
}

/** Tables with one row for each record, and those worked out from them, by the record's id. */
const ROWS_OF_RECORDS = {
  contact: 'id',
  meeting_log: 'id',
  promise: 'id',
  consent_event: 'id',
  meeting_log_contact: 'log_id',
} as const;

/** Reads every row that came after a place in the chain; gives what puts them all in. */
function bulkInsert(store: WriteStore, after: number): () => void {
  const { database } = store[INTERNALS];
  const touched = `SELECT DISTINCT record_id FROM change WHERE seq > ${String(after)}`;
  const inserts: { readonly text: string; readonly rows: readonly unknown[][] }[] = [];
  const read = (table: string, where: string, columns = '*'): void => {
    const rows = database.prepare(`SELECT ${columns} FROM ${table} WHERE ${where}`).raw().all();
    const marks = (rows[0] as unknown[] | undefined)?.map(() => '?').join(', ') ?? '';
    const named = columns === '*' ? '' : `(${columns})`;
    const text = `INSERT OR REPLACE INTO ${table} ${named} VALUES (${marks})`;
    if (rows.length > 0) inserts.push({ text, rows: rows as unknown[][] });
  };
  read('change_set', `seq > ${String(after)}`);
  read('change', `seq > ${String(after)}`);
  for (const [table, id] of Object.entries(ROWS_OF_RECORDS)) read(table, `${id} IN (${touched})`);
  read('search_row', `record_id IN (${touched})`);
  const found = `rowid IN (SELECT row_id FROM search_row WHERE record_id IN (${touched}))`;
  read('search_index', found, 'rowid, title, body');
  return () => {
    for (const { text, rows } of inserts) {
      const statement = database.prepare(text);
      for (const row of rows) statement.run(...row);
    }
  };
}
