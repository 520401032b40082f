import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { ZERO_HASH } from '../db/transaction.ts';
import { orderedIds } from '../db/record-id.ts';

/** Stands where who wrote a change set cannot be read any more. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Gives every change whose change set was lost a change set to belong to: without author, dated
 * as the one before it, with a hash that fits nothing, so that the chain shows the place for good.
 * Gives how many there were.
 */
export function giveLostChangeSets(database: Database.Database, nowMs: () => number): number {
  const lost = database
    .prepare<[], number>(
      `SELECT DISTINCT seq FROM change WHERE seq NOT IN (SELECT seq FROM change_set) ORDER BY seq`,
    )
    .pluck()
    .all();
  const before = database.prepare<[number], { hlc: string; at: string }>(
    'SELECT hlc, at FROM change_set WHERE seq < ? ORDER BY seq DESC LIMIT 1',
  );
  const after = database.prepare<[number], { hlc: string; at: string }>(
    'SELECT hlc, at FROM change_set WHERE seq > ? ORDER BY seq LIMIT 1',
  );
  const insert = database.prepare(
    `INSERT INTO change_set (seq, id, part, hlc, at, author_id, author_name, device, reason,
       undo_of, source_bundle, previous_hash, hash)
     VALUES (?, ?, 0, ?, ?, '${NOBODY}', '', '', 'rescue', NULL, NULL, ?, ?)`,
  );
  const nextId = orderedIds(nowMs);
  const first = { hlc: '000000000000000-0000-0000000000000000', at: new Date(0).toISOString() };
  for (const seq of lost) {
    const { hlc, at } = before.get(seq) ?? after.get(seq) ?? first;
    insert.run(seq, nextId(), hlc, at, ZERO_HASH, ZERO_HASH);
  }
  return lost.length;
}

/** Sequence numbers that are not there, up to `last`, as spans. */
export function missingSequences(
  database: Database.Database,
  last: number,
): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let expected = 1;
  for (const seq of database.prepare('SELECT seq FROM change_set ORDER BY seq').pluck().iterate()) {
    if ((seq as number) > expected) spans.push({ from: expected, to: (seq as number) - 1 });
    expected = (seq as number) + 1;
  }
  if (expected <= last) spans.push({ from: expected, to: last });
  return spans;
}

/**
 * Keeps of the attachments' bytes what is whole by its own SHA-256, which is its name, and takes
 * the rest out. Gives how many were kept and how many were not.
 */
export function keepWholeFiles(database: Database.Database): { rows: number; lost: number } {
  const names = database
    .prepare<[], string>(
      'SELECT sha256 FROM attachment_blob UNION SELECT sha256 FROM attachment_chunk',
    )
    .pluck()
    .all();
  const chunks = database
    .prepare<[string], Buffer>(
      'SELECT bytes FROM attachment_chunk WHERE sha256 = ? ORDER BY ordinal',
    )
    .pluck();
  const count = { rows: 0, lost: 0 };
  for (const name of names) {
    const hash = createHash('sha256');
    let size = 0;
    for (const chunk of chunks.iterate(name)) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (hash.digest('hex') === name) {
      database.prepare('INSERT OR REPLACE INTO attachment_blob VALUES (?, ?)').run(name, size);
      count.rows += 1;
    } else {
      database.prepare('DELETE FROM attachment_chunk WHERE sha256 = ?').run(name);
      database.prepare('DELETE FROM attachment_blob WHERE sha256 = ?').run(name);
      count.lost += 1;
    }
  }
  return count;
}
