import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { ForeignChangeSet } from '../db/change-types.ts';
import { changesOfRecords } from '../db/changes-of-records.ts';
import { removedRecords } from '../db/removed-records.ts';
import { keyOfRecord, type SentRecords } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { cameFromOfficer, everTiedTo } from '../store/known-to-officer.ts';
import { isCarried } from './carried-records.ts';

/** A record that is gone, and the place of the chain at which it was last removed. */
export interface Removal {
  readonly record: RecordRef;
  readonly removedAt: number;
}

/** What was removed here and is taken along to an officer who has it. */
export interface Removals {
  readonly records: readonly Removal[];
  readonly changeSets: readonly ForeignChangeSet[];
}

/**
 * The removals that an officer is to hear of: of records that came from them, or went to them and
 * were removed since. That a record was made and removed travels, and nothing of what it said, but
 * for what they said of it themselves: by that they see that the removal was made in knowledge of it.
 *
 * Not among them are decisions on consent and meeting logs, which stay where they are; and what was
 * only not taken in (the undoing of an import), which is no removal of what the sender has.
 * @param told What they were told before: of the removals in it they need not hear again.
 */
export function removalsFor(
  store: ReadStore,
  officerId: string,
  told: SentRecords | null = null,
): Removals {
  const sentTo = bundlesTo(store, officerId);
  const from = bundlesFrom(store, officerId);
  const records = removedRecords(store).flatMap((record): Removal[] => {
    if (!isCarried(record.type) || STAYS_WHERE_IT_IS.includes(record.type)) return [];
    const span = lifeOf(store, record);
    if (span === null || span.isNotTakenIn || from.has(span.removalBundle ?? '')) return [];
    const { removedAt } = span;
    if ((told?.get(keyOfRecord(record))?.removal ?? 0) >= removedAt) return [];
    const isThere =
      cameFromOfficer(store, officerId, record) || wentTo(store, record, span, sentTo);
    return isThere ? [{ record, removedAt }] : [];
  });
  const refs = records.map(({ record }) => record);
  return { records, changeSets: changesOfRecords(store, refs, { onlyExistenceAndFrom: from }) };
}

const STAYS_WHERE_IT_IS: readonly RecordRef['type'][] = ['consent-event', 'meeting-log'];

interface Life {
  readonly madeAt: number;
  readonly removedAt: number;
  readonly removalBundle: string | null;
  /** It went with the undoing of what a bundle brought. */
  readonly isNotTakenIn: boolean;
}

/** Where in this vault's chain a record was made and last removed. */
function lifeOf(store: ReadStore, { type, id }: RecordRef): Life | null {
  const rows = store.orm.all<{
    seq: number;
    exists: string | null;
    bundle: string | null;
    undidBundle: string | null;
  }>(
    sql`SELECT s.seq, c.new_value AS "exists", s.source_bundle AS bundle,
          (SELECT u.source_bundle FROM change_set u WHERE u.id = s.undo_of LIMIT 1) AS undidBundle
        FROM change c JOIN change_set s ON s.seq = c.seq
        WHERE c.record_id = ${id} AND c.record_type = ${type} AND c.field = '$exists'
        ORDER BY s.hlc, s.id`,
  );
  const made = rows.find((row) => row.exists !== null);
  const removed = rows.filter((row) => row.exists === null).at(-1);
  if (made === undefined || removed === undefined) return null;
  return {
    madeAt: made.seq,
    removedAt: removed.seq,
    removalBundle: removed.bundle,
    isNotTakenIn: removed.bundle === null && removed.undidBundle !== null,
  };
}

interface BundleTo {
  readonly seq: number;
  readonly contactIds: ReadonlySet<string>;
}

/** The bundles that went to an officer, each with its place in the chain. */
function bundlesTo(store: ReadStore, officerId: string): readonly BundleTo[] {
  return store.orm
    .all<{ seq: number; contactIds: string }>(
      sql`SELECT min(c.seq) AS seq, b.contact_ids AS contactIds
          FROM bundle_entry b JOIN change c ON c.record_id = b.id AND c.record_type = 'bundle-entry'
          WHERE b.direction = 'out' AND b.counterpart_id = ${officerId}
          GROUP BY b.id`,
    )
    .map(({ seq, contactIds }) => ({
      seq,
      contactIds: new Set(JSON.parse(contactIds) as string[]),
    }));
}

function bundlesFrom(store: ReadStore, officerId: string): ReadonlySet<string> {
  const rows = store.orm.all<{ id: string }>(
    sql`SELECT id FROM bundle_entry WHERE direction = 'in' AND counterpart_id = ${officerId}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a bundle went out with the record's contacts while the record stood. */
function wentTo(
  store: ReadStore,
  record: RecordRef,
  { madeAt, removedAt }: Life,
  bundles: readonly BundleTo[],
): boolean {
  const inTime = bundles.filter(({ seq }) => madeAt < seq && seq < removedAt);
  if (inTime.length === 0) return false;
  const tied = everTiedTo(store, record);
  return inTime.some(({ contactIds }) => tied.some((id) => contactIds.has(id)));
}
