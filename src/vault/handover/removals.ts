import { sql } from 'drizzle-orm';
import type { RecordRef } from '../../shared/contract/parts.ts';
import type { ForeignChangeSet } from '../db/change-types.ts';
import { changesOfRecords } from '../db/changes-of-records.ts';
import { removedRecords } from '../db/removed-records.ts';
import { keyOfRecord, type SentRecords } from '../db/sent-records.ts';
import type { ReadStore } from '../db/store.ts';
import { cameFromOfficer } from '../store/known-to-officer.ts';
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
 * @param sent What they were sent of each record. Of removals among it they need not hear again in an
 *   update.
 */
export function removalsFor(
  store: ReadStore,
  officerId: string,
  sent: SentRecords,
  isUpdate: boolean,
): Removals {
  const from = bundlesFrom(store, officerId);
  const records = removedRecords(store).flatMap((record): Removal[] => {
    if (!isCarried(record.type) || STAYS_WHERE_IT_IS.includes(record.type)) return [];
    const removal = removalOf(store, record);
    if (removal === null || removal.isNotTakenIn || from.has(removal.bundle ?? '')) return [];
    const { removedAt } = removal;
    const told = sent.get(keyOfRecord(record));
    if (isUpdate && (told?.removal ?? 0) >= removedAt) return [];
    const isThere = told !== undefined || cameFromOfficer(store, officerId, record);
    return isThere ? [{ record, removedAt }] : [];
  });
  const refs = records.map(({ record }) => record);
  return { records, changeSets: changesOfRecords(store, refs, { onlyExistenceAndFrom: from }) };
}

const STAYS_WHERE_IT_IS: readonly RecordRef['type'][] = ['consent-event', 'meeting-log'];

interface LastRemoval {
  readonly removedAt: number;
  /** The bundle that it came with. */
  readonly bundle: string | null;
  /** It went with the undoing of what a bundle brought. */
  readonly isNotTakenIn: boolean;
}

/** How a record was last removed. */
function removalOf(store: ReadStore, { type, id }: RecordRef): LastRemoval | null {
  const row = store.orm.get<
    | { readonly removedAt: number; readonly bundle: string | null; readonly undid: string | null }
    | undefined
  >(
    sql`SELECT s.seq AS removedAt, s.source_bundle AS bundle,
          (SELECT u.source_bundle FROM change_set u WHERE u.id = s.undo_of LIMIT 1) AS undid
        FROM change c JOIN change_set s ON s.seq = c.seq
        WHERE c.record_id = ${id} AND c.record_type = ${type} AND c.field = '$exists'
          AND c.new_value IS NULL
        ORDER BY s.hlc DESC, s.id DESC LIMIT 1`,
  );
  if (row === undefined) return null;
  const { removedAt, bundle, undid } = row;
  return { removedAt, bundle, isNotTakenIn: bundle === null && undid !== null };
}

function bundlesFrom(store: ReadStore, officerId: string): ReadonlySet<string> {
  const rows = store.orm.all<{ id: string }>(
    sql`SELECT id FROM bundle_entry WHERE direction = 'in' AND counterpart_id = ${officerId}`,
  );
  return new Set(rows.map(({ id }) => id));
}
