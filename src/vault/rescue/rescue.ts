import type Database from 'better-sqlite3';
import { lstatSync } from 'node:fs';
import type { RescueReport } from '../../shared/contract/session.ts';
import type { FailureOf } from '../../shared/contract/failure.ts';
import { fail, ok, type Outcome } from '../../shared/outcome.ts';
import { appendAccess } from '../db/access-log.ts';
import { storageFailureOf } from '../db/errors.ts';
import { deriveHeadKey, readHead, type Head } from '../db/head-file.ts';
import { takeInstanceLock, type InstanceLock } from '../db/instance-lock.ts';
import { migrate } from '../db/migrate.ts';
import { MIGRATIONS } from '../db/migrations.ts';
import { createDatabase, databasePath, type OpenFailure } from '../db/open.ts';
import { PAGE_SIZE, type DatabaseKey } from '../db/page-check.ts';
import { recordTable } from '../db/record-types.ts';
import { INTERNALS } from '../db/store-internals.ts';
import { openStore, type WriteStore } from '../db/store.ts';
import { verifyChain } from '../db/verify.ts';
import { makeAgree } from './agree.ts';
import { giveLostChangeSets, keepWholeFiles, missingSequences } from './mend-log.ts';
import { rescueContext, restoreOwnOfficer } from './own-officer.ts';
import { openPages, type PageReader } from './page-reader.ts';
import { RescueCount } from './report.ts';
import { beginRescueFolder, dropRescued } from './rescue-files.ts';
import { salvage, schemaVersion } from './salvage.ts';
import { shapesOf, type TableShape } from './table-shape.ts';

export type RescueFailure = FailureOf<'nothing-to-rescue'> | OpenFailure;

export interface RescueOptions {
  /** Of the vault's folder; held until the rescued database is kept or dropped. */
  readonly lock: InstanceLock;
  readonly key: DatabaseKey;
  readonly keyslotsGeneration: number;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
}

/** Pages between two words on how far it has come; other messages are taken in between. */
const PAGES_PER_TURN = 400;
/** Spans of missing sequence numbers that a report names. */
const SPANS_MAX = 100;

/**
 * Makes a new database, beside the damaged one and under the same key, of every row that can still
 * be read, and says what could not (docs/decisions/0012). The damaged file is only read, never
 * through SQLite. Nothing is opened or put in its place here.
 *
 * - `nothing-to-rescue`: not one row was read.
 * - `keyslots-older`, `from-the-future`: as in `openStore`, for the same reasons.
 */
export async function rescue(
  options: RescueOptions,
): Promise<Outcome<RescueReport, RescueFailure>> {
  const { lock, key } = options;
  const path = databasePath(lock.folder);
  const size = lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < PAGE_SIZE) return fail({ kind: 'nothing-to-rescue' });
  const headKey = deriveHeadKey(key);
  const head = readHead(lock.folder, headKey);
  headKey.fill(0);
  if (head !== null && head.keyslotsGeneration > options.keyslotsGeneration) {
    return fail({ kind: 'keyslots-older' });
  }
  const reader = openPages(path, key);
  try {
    const made = await rescueInto(beginRescueFolder(lock.folder), reader, head, options);
    if (!made.ok) dropRescued(lock.folder);
    return made;
  } catch (error) {
    dropRescued(lock.folder);
    const failure = storageFailureOf(error);
    if (failure === null) throw error;
    return fail(failure);
  } finally {
    reader.close();
  }
}

async function rescueInto(
  folder: string,
  reader: PageReader,
  head: Head | null,
  options: RescueOptions,
): Promise<Outcome<RescueReport, RescueFailure>> {
  const { key, keyslotsGeneration, now } = options;
  const nowMs = (): number => now().getTime();
  const lock = takeInstanceLock(folder);
  if (!lock.ok) return lock;
  try {
    const count = new RescueCount();
    const filled = await fill(databasePath(folder), reader, count, options);
    if (!filled.ok) return filled;
    const opened = openStore({
      ...{ lock: lock.value, key, nowMs, keyslotsGeneration },
      // A new database has no head files; what the old ones say is compared below.
      acceptOlder: true,
    });
    if (!opened.ok) return opened;
    const store = opened.value;
    try {
      const log = logState(store, head);
      const agreement = makeAgree(store, rescueContext(store), log.isWhole, (type) =>
        count.isTableWhole(recordTable(type).table),
      );
      const isIdentityNew = await restoreOwnOfficer(store, now());
      const tables = filled.value.map(({ table }) => table);
      const rest = { ...agreement, log, isIdentityNew };
      const report = count.report(store[INTERNALS].database, tables, rest);
      appendAccess(store, { kind: 'rescue', detail: { ...report.pages }, contactIds: [] });
      return ok(report);
    } finally {
      store.close();
    }
  } finally {
    lock.value.release();
  }
}

/** Puts every row that is found into a new database; gives its tables. */
async function fill(
  path: string,
  reader: PageReader,
  count: RescueCount,
  { key, now, onProgress }: RescueOptions,
): Promise<Outcome<readonly TableShape[], RescueFailure>> {
  const nowMs = (): number => now().getTime();
  const version = schemaVersion(reader);
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (version !== null && version > newest) return fail({ kind: 'from-the-future' });
  // Rows are put where they were; opening brings them to today's schema as it always does.
  const steps = MIGRATIONS.filter(({ number }) => number <= (version ?? newest));
  const database = createDatabase(path, key);
  try {
    const migrated = migrate(database, steps, nowMs);
    if (!migrated.ok) return migrated;
    const shapes = shapesOf(database);
    // A row may come before the one that it belongs to, or without it.
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN');
    const rows = await insertAll(database, reader, shapes, count, onProgress);
    if (rows === 0) return fail({ kind: 'nothing-to-rescue' });
    giveLostChangeSets(database, nowMs);
    count.lostRow('attachment_blob', keepWholeFiles(database).lost);
    database.exec('COMMIT');
    database.pragma('wal_checkpoint(TRUNCATE)');
    return ok(shapes);
  } finally {
    database.close();
  }
}

async function insertAll(
  database: Database.Database,
  reader: PageReader,
  shapes: readonly TableShape[],
  count: RescueCount,
  onProgress: RescueOptions['onProgress'],
): Promise<number> {
  const inserts = new Map(
    shapes.map((shape) => {
      const names = shape.columns.map(({ name }) => `"${name}"`).join(', ');
      const marks = shape.columns.map(() => '?').join(', ');
      // What is found a second time, off its table's way, gives way to what was found first.
      const text = `INSERT OR IGNORE INTO "${shape.table}" (${names}) VALUES (${marks})`;
      return [shape, database.prepare(text)] as const;
    }),
  );
  let rows = 0;
  for (const found of salvage(reader, shapes)) {
    if (found.kind === 'row') rows += inserts.get(found.shape)?.run(...found.row).changes ?? 0;
    else if (found.kind === 'lost-row') count.lostRow(found.table);
    else if (found.kind === 'lost-page') count.lostPage(found.table);
    else {
      count.pagesRead += 1;
      if (!found.readable) count.pagesUnreadable += 1;
      if (count.pagesRead % PAGES_PER_TURN === 1) {
        onProgress(count.pagesRead, reader.pages);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  return rows;
}

/** Whether all of the log was read, up to the last commit that the head files know. */
function logState(store: WriteStore, head: Head | null): RescueReport['log'] {
  const { database } = store[INTERNALS];
  const { firstAltered } = verifyChain(store);
  const last = database
    .prepare<[], number>('SELECT coalesce(max(seq), 0) FROM change_set')
    .pluck()
    .get();
  const hashAtHead = database
    .prepare<[number], string>('SELECT hash FROM change_set WHERE seq = ?')
    .pluck()
    .get(head?.sequence ?? 0);
  const endsAtHead = head !== null && (head.sequence === 0 || hashAtHead === head.hash);
  return {
    isWhole: firstAltered === null && endsAtHead,
    firstBreak: firstAltered?.seq ?? null,
    lastSequence: last ?? 0,
    lastSeenSequence: head?.sequence ?? null,
    missing: missingSequences(database, head?.sequence ?? 0).slice(0, SPANS_MAX),
  };
}
